/* Options and arguments as tables: parsing, usage, man pages and completions are loops over them.
 *
 * A field is bound by its offset in the command's own options struct; a field of the wrong type does not compile. */
#ifndef COACH_CLI_OPTION_H
#define COACH_CLI_OPTION_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

enum option_kind {
	OPTION_FLAG,     /* bool */
	OPTION_TEXT,     /* const char *; NULL when absent */
	OPTION_INTEGER,  /* int */
	OPTION_DATE,     /* struct date; what date_parse takes */
	OPTION_WEEK,     /* struct week; year 0 when absent */
	OPTION_DURATION, /* int, minutes */
	OPTION_CHOICE,   /* int: the index of one of `choices` */
	OPTION_WORDS,    /* struct words: every remaining argument; arguments only, the last of them */
	OPTION_END
};

struct words {
	const char *const *items;
	size_t count;
};

/* What a shell can offer for a value. */
enum option_completes {
	COMPLETES_NOTHING,
	COMPLETES_FILE,
	COMPLETES_FOLDER,
	COMPLETES_CLIENT,
	COMPLETES_COMMAND,
	COMPLETES_SETTING
};

struct option {
	enum option_kind kind;
	char letter;       /* 0: none */
	const char *name;  /* "dry-run"; an argument's: "NAME", or "-" for one that is standard input or nothing */
	const char *value; /* "DATE"; NULL for flags and arguments */
	const char *help;  /* one line, no full stop */
	size_t offset;
	const char *const *choices; /* NULL-terminated */
	int least, most;            /* of integers; equal: any */
	bool argument;              /* positional */
	bool required;              /* of arguments */
	bool takes_input;           /* of texts: `-` is standard input, also where no file is completed */
	bool takes_empty;           /* of texts: "" is a value like any other */
	enum option_completes completes;
};

#define OPTION_AT(type, field, field_type)                                                                             \
	(offsetof(type, field) + 0 * sizeof((field_type *)NULL == &((type *)NULL)->field))

#define OPT_FLAG(type, field, letter_, name_, help_)                                                                   \
	{                                                                                                              \
		.kind = OPTION_FLAG, .letter = (letter_), .name = (name_), .help = (help_),                            \
		.offset = OPTION_AT(type, field, bool)                                                                 \
	}
/* The last argument is the help; more fields may follow it: "A client's name", .completes = COMPLETES_CLIENT. */
#define OPT_TEXT(type, field, letter_, name_, value_, ...)                                                             \
	{                                                                                                              \
		.kind = OPTION_TEXT, .letter = (letter_), .name = (name_), .value = (value_),                          \
		.offset = OPTION_AT(type, field, const char *), .help = __VA_ARGS__                                    \
	}
#define OPT_INTEGER(type, field, letter_, name_, value_, least_, most_, help_)                                         \
	{                                                                                                              \
		.kind = OPTION_INTEGER, .letter = (letter_), .name = (name_), .value = (value_), .help = (help_),      \
		.offset = OPTION_AT(type, field, int), .least = (least_), .most = (most_)                              \
	}
#define OPT_DATE(type, field, letter_, name_, value_, help_)                                                           \
	{                                                                                                              \
		.kind = OPTION_DATE, .letter = (letter_), .name = (name_), .value = (value_), .help = (help_),         \
		.offset = OPTION_AT(type, field, struct date)                                                          \
	}
#define OPT_WEEK(type, field, letter_, name_, value_, help_)                                                           \
	{                                                                                                              \
		.kind = OPTION_WEEK, .letter = (letter_), .name = (name_), .value = (value_), .help = (help_),         \
		.offset = OPTION_AT(type, field, struct week)                                                          \
	}
#define OPT_DURATION(type, field, letter_, name_, value_, help_)                                                       \
	{                                                                                                              \
		.kind = OPTION_DURATION, .letter = (letter_), .name = (name_), .value = (value_), .help = (help_),     \
		.offset = OPTION_AT(type, field, int)                                                                  \
	}
#define OPT_CHOICE(type, field, letter_, name_, value_, choices_, help_)                                               \
	{                                                                                                              \
		.kind = OPTION_CHOICE, .letter = (letter_), .name = (name_), .value = (value_), .help = (help_),       \
		.offset = OPTION_AT(type, field, int), .choices = (choices_)                                           \
	}
/* Positional: kind_ is OPTION_TEXT, OPTION_DATE, OPTION_WEEK, OPTION_DURATION, OPTION_WORDS …; ftype its C type; the
 * rest as for OPT_TEXT. */
#define ARG(kind_, type, field, ftype, name_, required_, ...)                                                          \
	{                                                                                                              \
		.kind = (kind_), .name = (name_), .offset = OPTION_AT(type, field, ftype), .argument = true,           \
		.required = (required_), .help = __VA_ARGS__                                                           \
	}
#define OPT_END                                                                                                        \
	{                                                                                                              \
		.kind = OPTION_END                                                                                     \
	}

/* Sets every field to its "absent" value: false, NULL, DATE_NONE, year 0, choice 0; integers and durations to -1. */
void options_init(const struct option *table, void *options);

/* What is read, and where it goes. */
struct option_set {
	const struct option *table; /* may be NULL: none */
	void *options;
};

/* Reads argv[0..count) by two tables, the command's own and the global one; long options also as --name=value, by any
 * unambiguous prefix, and with _ for -; letters bundled; `--` ends options; a lone `-` is an argument. A value that
 * begins with `-` must be joined by `=`, unless a digit follows: so a forgotten value never swallows an option. Empty
 * values are refused. Errors are ERROR_USAGE, name what was found and the nearest thing that exists; what was read up
 * to there stays in the structs. `today` resolves relative dates; while it is DATE_NONE, dates and weeks are left
 * absent and unchecked, for a second reading. An argument called `-` takes nothing else. That no own option has the
 * name or letter of a global one is asserted. */
int options_parse(struct arena *arena, int count, const char *const *argv, struct option_set own,
	struct option_set global, struct date today, struct error *error);

/* The global options that stand before the command's name; `*used` is their number of words. */
int options_parse_leading(struct arena *arena, int count, const char *const *argv, struct option_set global, int *used,
	struct error *error);

/* True when the words hold this flag in full, wherever parsing may have stopped. */
bool options_mention(const char *flag, int count, const char *const *argv);

/* True when standard input is named: a lone `-` where the table completes files or says so, or the argument called `-`.
 */
bool options_read_input(struct option_set own);

/* An argument as the usage line shows it: "NAME", "[NOTE…]", "add|move|cancel"; without brackets where `bare`. */
const char *option_argument_text(struct arena *arena, const struct option *argument, bool bare);
/* An option as the manual shows it: "-n, --dry-run", "--week WEEK"; without the letter where `letter` is false. */
const char *option_text(struct arena *arena, const struct option *option, bool letter);
/* What the manual says of it: its help, and the words that an option takes. An argument shows these as its name. */
const char *option_help(struct arena *arena, const struct option *option);

#endif
