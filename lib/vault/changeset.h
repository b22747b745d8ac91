/* What a command wants to change: files with the text it read and the text it wants. Nothing is written here. */
#ifndef COACH_VAULT_CHANGESET_H
#define COACH_VAULT_CHANGESET_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>

enum change_action { CHANGE_CREATE, CHANGE_MODIFY, CHANGE_REMOVE };

struct change {
	const char *path;   /* relative to the vault */
	struct span before; /* the bytes the command saw; at == NULL: there was no file */
	struct span after;  /* at == NULL: the file goes */
	/* Not shown, not committed: files under .coach/ that git ignores (the base texts of generated notes). */
	bool hidden;
	const char *moved_from; /* the path where it was, whose mode, owner and attributes come along; NULL: nowhere */
};

struct changeset {
	struct arena *arena;
	const char *command; /* "init_week": the commit's subject is "coach(init_week): 2026-W48" */
	const char *subject; /* what it was about, without client names: "2026-W48" */
	const char *undoes;  /* the id of the entry that this takes back (vault/entries.h), or NULL */
	const char *redoes;  /* the id of the entry that this brings back, or NULL */
	struct change *items;
	size_t count;
	size_t capacity;
	bool mass_change; /* the command is made for many files (quarterly_reset) and has said its count */
};

struct changeset changeset_of(struct arena *arena, const char *command, const char *subject);

/* Texts are borrowed and must outlive the changeset; the path is copied. A change that changes nothing is left out. A
 * second change of one path replaces the first one's `after`. Removing is changeset_put with after.at == NULL: an empty
 * text that is meant must point somewhere (SPAN("")). */
void changeset_put(struct changeset *changes, const char *path, struct span before, struct span after);
/* A file that goes from one path, where it holds `before`, and comes to another, free one with the text `after`. */
void changeset_put_move(
	struct changeset *changes, const char *from, struct span before, const char *to, struct span after);
/* As changeset_put, for a file that is not shown and not committed. */
void changeset_put_hidden(struct changeset *changes, const char *path, struct span before, struct span after);
/* The text as generated, before a merge: kept in .coach/base/ for the next three-way merge. `before` is the base that
 * was read (at == NULL: none). */
void changeset_put_base(struct changeset *changes, const char *path, struct span before, struct span generated);
/* Where the base of a note lies: ".coach/base/Weeks/2026-W48.md". */
const char *changeset_base_path(struct arena *arena, const char *path);

enum change_action change_action(const struct change *change);
/* The change of that file; NULL for none. */
struct change *changeset_find(const struct changeset *changes, const char *path);
/* Number of changes that are not hidden. */
size_t changeset_visible(const struct changeset *changes);
/* Of a file that moves: the change that removes it, by the one that makes it elsewhere, and the other way round. NULL
 * where it does not move. */
const struct change *change_origin(const struct changeset *changes, const struct change *made);
const struct change *change_goal(const struct changeset *changes, const struct change *removed);
/* The unified diff of all visible changes, in order of path. */
struct span changeset_diff(struct arena *arena, const struct changeset *changes);
struct span change_diff(struct arena *arena, const struct change *change);

#endif
