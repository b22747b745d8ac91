/* What undo and redo say of how it went. */
#ifndef COACH_CMD_UNDO_WORDS_H
#define COACH_CMD_UNDO_WORDS_H

#include "cli/command.h"
#include "vault/revert.h"

/* An entry that is taken back; where it is an undo itself, what that took is brought back. */
struct turning {
	const struct context *context;
	const struct entry_list *entries;
	const struct entry *entry;
	const struct entry *subject; /* what it is about in the end; `entry` where that is not known any more */
	bool brings_back;
};

struct turning turning_of(const struct context *context, const struct entry_list *entries, const struct entry *entry);
/* "log 2026-W45": what is taken or brought back, for the message of the commit, which names no client. */
struct span turning_subject(const struct turning *turning);

/* Findings: what stays, and what stands in the way. Then ERROR_CONFLICT where something does, or where nothing is left
 * to take or bring back: `files` is how many notes would change. */
int turning_judge(const struct turning *turning, const struct revert *revert, size_t files, struct error *error);
/* ERROR_CONFLICT: the entry's commit is no more what coach made it. */
int turning_refuse_altered(const struct turning *turning, struct error *error);
/* ERROR_CONFLICT: what a later entry did rests on what this one made. */
int turning_refuse_rested_on(const struct turning *turning, const struct entry *later, struct error *error);
/* The report of what was done. */
void turning_report(const struct turning *turning, size_t files, struct report *report);

#endif
