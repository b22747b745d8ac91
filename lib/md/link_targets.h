/* What links of a vault lead to: one rule for whoever follows a link.
 *
 * A target is a note's name or the end of its path, with or without ".md", in any case, as Obsidian compares; or any
 * other file's name with its ending. Unicode forms do not matter. A whole path goes before the end of another one. */
#ifndef COACH_MD_LINK_TARGETS_H
#define COACH_MD_LINK_TARGETS_H

#include "md/document.h"

struct link_target {
	const char *path;                /* relative to the vault */
	const struct document *document; /* of notes; NULL for other files and notes that cannot be read */
};

struct link_targets {
	struct link_entry *entries; /* sorted by name */
	size_t count;
	int hints; /* given so far, of all notes together */
};

struct link_match {
	const struct link_target *first; /* by path; NULL for none */
	size_t count;
	bool outside; /* it leads out of the vault, from the note where it stands */
};

/* `targets` are borrowed; one path twice is one target. */
struct link_targets link_targets_of(struct arena *arena, const struct link_target *targets, size_t count);

/* What a wikilink's target leads to. */
struct link_match link_targets_wiki(struct arena *arena, const struct link_targets *targets, struct span target);
/* What the path of a Markdown link in the note `from` leads to: counted from its folder, else as a wikilink's. */
struct link_match link_targets_markdown(
	struct arena *arena, const struct link_targets *targets, const char *from, struct span path);

/* The name that was probably meant, or NULL. The names of all files are compared for it, so a run gets a few only. */
const char *link_targets_nearest(struct link_targets *targets, struct span name);

#endif
