/* How text may look at one end of our pipes. */
#ifndef COACH_CLI_STYLE_H
#define COACH_CLI_STYLE_H

#include "cli/globals.h"
#include "report/report.h"

/* The width of the descriptor's terminal; colours as chosen, or where it is a terminal that has them; characters beyond
 * ASCII where the locale's name ("de_DE.UTF-8", or NULL) says so. */
struct report_style style_of(int descriptor, enum colour_choice colour, const char *locale);

#endif
