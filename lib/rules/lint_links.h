/* Links to notes that lead nowhere. Pure: the vault is a list of its files and the notes among them.
 *
 * Wikilinks, with heading and block, and Markdown links to a ".md" of the vault, without: each program makes other
 * fragments of a heading. Links in code and comments are none. */
#ifndef COACH_RULES_LINT_LINKS_H
#define COACH_RULES_LINT_LINKS_H

#include "md/link_targets.h"
#include "model/finding.h"

/* A finding for each link of the note whose target, heading or block id is not there. `targets` NULL: only links within
 * the note are looked at. The first broken links of a run come with the name that is nearest; `targets` counts them. */
void lint_links(struct arena *arena, struct link_targets *targets, const struct document *document,
	struct finding_list *findings);

#endif
