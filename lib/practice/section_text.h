/* A text that is said of a session, beside what a section of its note has (practice/session_closing.h). */
#ifndef COACH_PRACTICE_SECTION_TEXT_H
#define COACH_PRACTICE_SECTION_TEXT_H

#include "md/document.h"

/* The text as it will be read in a note, where a rule at its start begins no front matter: behind a line feed. */
const struct document *section_text_parse(struct arena *arena, struct span text);

/* True where the section's body has the lines of the text, whatever the line ends. */
bool section_text_is_in(struct arena *arena, struct span body, struct span text);

/* What the body has not got yet of a text that is mostly a list: item by item with all that stands below it, and what
 * is no item as it stands. An item is there where its first line is: a task by its key (task_key), and where one of the
 * two has no id, by its text, as it may have been ticked, dated or given an id since. */
struct span section_text_new(struct arena *arena, struct span body, struct span text);

#endif
