/* What stands at the ends of our pipes. */
#ifndef COACH_SYS_TERMINAL_H
#define COACH_SYS_TERMINAL_H

#include <stdbool.h>

bool terminal_is(int descriptor);
/* Columns of the terminal: of the descriptor, else of COLUMNS, else 80; at least 20. */
int terminal_width(int descriptor);
/* Colours are wanted: a terminal, TERM not "dumb", and NO_COLOR unset or empty. */
bool terminal_has_colour(int descriptor);
/* More than was read has been typed, or comes within a twentieth of a second: of a text that is pasted, the next line
 * is there at once. False at the end of the input. */
bool terminal_has_more(int descriptor);

#endif
