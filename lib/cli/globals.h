/* The options every command takes. */
#ifndef COACH_CLI_GLOBALS_H
#define COACH_CLI_GLOBALS_H

#include "cli/option.h"

enum colour_choice { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

struct globals {
	const char *vault;
	bool json;
	bool dry_run;
	bool yes;
	bool no_input;
	const char *as_of; /* parsed by the dispatcher, since other dates are relative to it */
	bool quiet;
	int colour;
	bool exit_code;
	bool allow_mass_change;
	bool help;
	bool version;
};

extern const struct option global_options[];

#endif
