#include "cli/globals.h"

static const char *const colour_choices[] = { "auto", "always", "never", NULL };

const struct option global_options[] = {
	OPT_TEXT(struct globals, vault, 'C', "vault", "FOLDER", "Work on this vault instead of the one around here",
		.completes = COMPLETES_FOLDER),
	OPT_FLAG(struct globals, json, 0, "json", "Write one JSON object"),
	OPT_FLAG(struct globals, dry_run, 'n', "dry-run", "Write nothing; print what would change as a unified diff"),
	OPT_TEXT(struct globals, as_of, 0, "as-of", "DATE",
		"Take this for now: 2026-11-20, 2026-11-20T09:30, yesterday"),
	OPT_FLAG(struct globals, yes, 'y', "yes", "For commands that ask: answer every question with yes"),
	OPT_FLAG(struct globals, no_input, 0, "no-input", "Ask nothing; fail where an answer is needed"),
	OPT_FLAG(struct globals, quiet, 'q', "quiet", "Say nothing but the result and errors"),
	OPT_CHOICE(struct globals, colour, 0, "color", "WHEN", colour_choices, "Colours"),
	OPT_FLAG(struct globals, exit_code, 0, "exit-code", "Exit with status 1 where there are errors or warnings"),
	OPT_FLAG(struct globals, allow_mass_change, 0, "allow-mass-change",
		"Let a change touch more than a fifth of the vault"),
	OPT_FLAG(struct globals, help, 'h', "help", "Show what a command does and takes"),
	OPT_FLAG(struct globals, version, 0, "version", "Show the version"),
	OPT_END,
};
