/* One option's text made a value of its kind; for option.c. */
#ifndef COACH_CLI_OPTION_VALUE_H
#define COACH_CLI_OPTION_VALUE_H

#include "cli/option.h"

/* Where the option's value lies in the struct. */
void *option_place(const struct option *option, void *options);

/* Reads `text` and stores it. `shown` names the option in errors: "--week", "HOURS". Not for flags and words. */
int option_store(const struct option *option, void *options, const char *text, const char *shown, struct date today,
	struct error *error);

#endif
