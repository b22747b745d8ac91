/* The option that a word on the command line means; for option.c. */
#ifndef COACH_CLI_OPTION_FIND_H
#define COACH_CLI_OPTION_FIND_H

#include "cli/option.h"

/* An option, and the struct that its value goes to. */
struct found_option {
	const struct option *option;
	void *options;
};

/* By its name, or by a start of it that is no other option's, in either set; neither table may be NULL. ERROR_USAGE
 * names the nearest one, or those it could be. */
int option_find_by_name(struct option_set own, struct option_set global, struct span typed, struct found_option *found,
	struct error *error);
int option_find_by_letter(
	struct option_set own, struct option_set global, char letter, struct found_option *found, struct error *error);

#endif
