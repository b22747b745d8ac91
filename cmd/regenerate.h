/* Writing a generated note over the one that is there: a merge by block that keeps what a person changed (md/merge.h).
 */
#ifndef COACH_CMD_REGENERATE_H
#define COACH_CMD_REGENERATE_H

#include "cli/command.h"
#include "md/document.h"
#include "model/language.h"

/* The text of the note as it was last generated; at == NULL where none is kept. */
int generated_last(const struct context *context, const char *path, struct span *text, struct error *error);

/* Puts the note's new text into the changeset: `generated` as it is where there is no note, or an empty file; else, in
 * the words that the note has for its headings and front matter keys, merged with the note as it stands (`current`; at
 * == NULL: none) and with what was generated last (.coach/base/). What was kept against the new text, and how many
 * lines are not there because they were taken out, becomes findings. Where nothing is kept, the items of the section
 * `gathers` ("carryover"; NULL: none) come beside what stands in it; every other section with content is left. */
int regenerate(const struct context *context, struct outcome *outcome, const char *path, struct span current,
	struct span generated, const char *gathers, struct error *error);

/* The same for a file that is no note (mail): put whole where there is none, or where it is as it was last generated;
 * what a person changed stays, with a finding. */
int regenerate_whole(const struct context *context, struct outcome *outcome, const char *path, struct span generated,
	struct error *error);
/* One section, which a command writes into a note that is not its own. */
struct generated_section {
	const char *term;               /* what its heading says: "shutdown" */
	enum language language;         /* of the note */
	const char *label;              /* that its text begins with, by its name in the wording */
	struct span body;               /* LF line ends */
	const struct position *unknown; /* what it rests on and could not be read; NULL: everything was */
};

/* Puts the note `current` (`before` on disk; at == NULL: none yet) into the changeset with the section brought up to
 * date: merged with the section as it stands and with what was generated for it last, which is kept apart from the
 * note's own base. A section that the note lacks is added at its end. Where nothing is kept, what stands in the section
 * is the person's: it stays, and the new text comes below; unless the section has the label that such a text begins
 * with, in any language ("**Hours logged:**"): then it was generated on another machine, and is left with a finding.
 * Where something is unknown, a section that was generated before stays as it is; that is a finding (source_unknown).
 */
int regenerate_section(const struct context *context, struct outcome *outcome, const struct document *current,
	struct span before, const struct generated_section *generated, struct error *error);

#endif
