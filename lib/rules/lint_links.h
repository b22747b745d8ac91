/* Wikilinks that lead nowhere. Pure: the vault is a list of its files and the notes among them.
 *
 * A target is a note's name or the end of its path, with or without ".md", in any case, as Obsidian compares; or any
 * other file's name with its ending. Unicode forms do not matter. Links in code and comments are none. */
#ifndef COACH_RULES_LINT_LINKS_H
#define COACH_RULES_LINT_LINKS_H

#include "md/document.h"
#include "model/finding.h"

struct link_target {
	const char *path;                /* relative to the vault */
	const struct document *document; /* of notes; NULL for other files and notes that cannot be read */
};

struct link_targets {
	struct link_entry *entries; /* sorted by name */
	size_t count;
	int hints; /* given so far, of all notes together */
};

struct link_targets link_targets_of(struct arena *arena, const struct link_target *targets, size_t count);

/* A finding for each link of the note whose target, heading or block id is not there. `targets` NULL: only links within
 * the note are looked at. The first broken links of a run come with the name that is nearest; `targets` counts them. */
void lint_links(struct arena *arena, struct link_targets *targets, const struct document *document,
	struct finding_list *findings);

#endif
