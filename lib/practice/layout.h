/* The layout of an existing folder of notes, learnt from the notes in it: where sessions, engagements and weeks lie and
 * how they are named, so that new ones join them. */
#ifndef COACH_PRACTICE_LAYOUT_H
#define COACH_PRACTICE_LAYOUT_H

#include "practice/practice.h"
#include "vault/obsidian.h"

/* Names and values of settings that differ from the defaults ("paths.week", "Journal/{week}.md", …), NULL-terminated.
 * A pattern counts when most notes of its kind follow it, and when no client's note would be named after another
 * client; where none shows, what Obsidian is set to do with daily,
 * weekly and new notes holds, else the default. A value that its setting does not take (a folder out of the vault) is a
 * finding and left out. */
const char *const *layout_settings(struct arena *arena, const struct practice *practice,
	const struct obsidian *obsidian, struct finding_list *findings);

#endif
