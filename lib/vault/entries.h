/* What coach changed in a vault, entry by entry: from git's log, and, where git does not record it, from what is kept
 * under .coach/journal/kept/ (vault/kept.h). An entry is one transaction; its id stands in the commit's trailers, so
 * that it stays the same when commits are moved. Git is looked into also where it is not to record anything any more.
 */
#ifndef COACH_VAULT_ENTRIES_H
#define COACH_VAULT_ENTRIES_H

#include "history/history.h"
#include "vault/kept.h"
#include "vault/vault.h"

enum entry_state {
	ENTRY_STANDS,
	ENTRY_UNDONE,     /* a later entry took it back */
	ENTRY_TURNS,      /* is itself an undo or a redo, and the latest word on what it is about */
	ENTRY_SUPERSEDED, /* is an undo or a redo, and a later one is about the same entry */
};

struct entry {
	int number; /* from 1, the latest of all */
	struct span id;
	const char *commit;  /* whole; "" where it is kept alone */
	struct span command; /* "init_week" */
	struct span subject; /* "2026-W48"; may be empty */
	struct span undoes;  /* the id of the entry that it takes back; else empty */
	struct span redoes;  /* the id of the entry that it brings back; else empty */
	int files;           /* changed, without the hidden ones */
	int64_t seconds;
	int offset_minutes;
	enum entry_state state;
	const char *kept; /* the name of what is kept of it; NULL for nothing */
	/* What the message says to check the rest by; empty where it does not. */
	struct span follows; /* of what is kept alone: the id of the latest commit's entry then, or "none" */
	struct span lines;   /* the fingerprint of the commit's changes (vault/changed_lines.h) */
	struct span paths;   /* an id for each file (vault/entry_message.h) */
};

struct entry_list {
	struct entry *items; /* the latest first */
	size_t count;
};

struct entry_files {
	struct entry_file *items; /* in order of path */
	size_t count;
	bool altered; /* the commit holds something else than coach wrote: it was amended or squashed since */
};

enum { ENTRIES_MOST = 1000 };

/* Of the latest ENTRIES_MOST entries those that changed one of the paths (files or folders below the vault; none: all).
 * Their states and numbers are those that all entries give them. */
int entries_read(struct arena *arena, const struct vault *vault, const char *const *paths, size_t path_count,
	struct entry_list *entries, struct error *error);

/* Entry number N of the list (from 1, the latest), or the one whose id or commit begins with the text, at least four
 * letters of it; up to four digits are a number first. ERROR_NOT_FOUND says what there is. */
int entries_find(const struct entry_list *entries, struct span text, const struct entry **entry, struct error *error);

/* The id of the latest entry that git records, "none" where there is none, NULL where that cannot be told. */
const char *entries_last_recorded(struct arena *arena, const struct history_place *place, const char *ref);

/* Of the changeset that founds a vault, under the command `init`. */
extern const char entry_founding_subject[];
bool entry_is_founding(const struct entry *entry);

/* What an undo or a redo is about; NULL for another entry, and where that one is not known any more. */
const struct entry *entries_subject(const struct entry_list *entries, const struct entry *entry);

/* The undo or redo that is the latest word on the entry, or on what that is itself about; NULL where it was never taken
 * back. */
const struct entry *entries_last_turn(const struct entry_list *entries, const struct entry *entry);

/* What undo or redo turns to without being told: the latest entry behind number `behind` (0: of all) that stands, but
 * never the one that founded the vault, without whose files there is nothing to go on with; where it brings back, the
 * latest undo that is the last word on its entry. NULL for none. */
const struct entry *entries_next(const struct entry_list *entries, int behind, bool brings_back);

/* The latest entry after this one that stands and changed the file as well; NULL when there is none. */
const struct entry *entries_later_on(const struct entry_list *entries, const struct entry *entry, const char *path);

/* Its files, with the texts before and after it. */
int entry_read(struct arena *arena, const struct vault *vault, const struct entry *entry, struct entry_files *files,
	struct error *error);

#endif
