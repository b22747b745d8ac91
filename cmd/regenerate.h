/* Writing a generated note over the one that is there: a merge by block that keeps what a person changed (md/merge.h).
 */
#ifndef COACH_CMD_REGENERATE_H
#define COACH_CMD_REGENERATE_H

#include "cli/command.h"

/* The text of the note as it was last generated; at == NULL where none is kept. */
int generated_last(const struct context *context, const char *path, struct span *text, struct error *error);

/* Puts the note's new text into the changeset: `generated` as it is where there is no note, or an empty file; else, in
 * the words that the note has for its headings and front matter keys, merged with the note as it stands (`current`; at
 * == NULL: none) and with what was generated last (.coach/base/). What was kept against the new text, and how many
 * lines are not there because they were taken out, becomes findings. */
int regenerate(const struct context *context, struct outcome *outcome, const char *path, struct span current,
	struct span generated, struct error *error);

/* The same for a file that is no note (mail): put whole where there is none, or where it is as it was last generated;
 * what a person changed stays, with a finding. */
int regenerate_whole(const struct context *context, struct outcome *outcome, const char *path, struct span generated,
	struct error *error);

#endif
