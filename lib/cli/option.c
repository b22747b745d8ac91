#include "cli/option.h"

#include "cli/option_find.h"
#include "cli/option_value.h"

#include <assert.h>
#include <string.h>

struct parser {
	struct arena *arena;
	int count;
	const char *const *argv;
	int at; /* the next word */
	struct option_set own;
	struct option_set global;
	struct date today;
	const struct option *argument; /* the next one to fill, or the table's end */
	const char **words;
	size_t words_count;
	size_t words_capacity;
	bool leading; /* stop at the first argument */
	struct error *error;
};

static const struct option no_options[] = { OPT_END };

static struct option_set given(struct option_set set)
{
	return set.table ? set : (struct option_set){ no_options, NULL };
}

/* The first positional argument of the table from here on. */
static const struct option *next_argument(const struct option *option)
{
	while (option->kind != OPTION_END && !option->argument)
		option++;
	return option;
}

static bool is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

/* A word that cannot be an option: no option's letter is a digit. */
static bool is_value(const char *word)
{
	return word[0] != '-' || word[1] == '\0' || is_digit(word[1]);
}

/* Stores the value, which is `joined` or else the next word. */
static int take_value(struct parser *parser, const struct found_option *found, const char *joined, const char *shown)
{
	if (!joined && parser->at < parser->count && is_value(parser->argv[parser->at]))
		joined = parser->argv[parser->at++];
	if (joined)
		return option_store(found->option, found->options, joined, shown, parser->today, parser->error);
	error_set(parser->error, ERROR_USAGE, "%s needs a value: %s", shown, found->option->value);
	if (parser->at < parser->count)
		return error_hint(parser->error, "%s is an option; a value like that is joined: %s=%s",
			parser->argv[parser->at], shown, parser->argv[parser->at]);
	return -1;
}

/* `word` is what follows the two dashes. */
static int parse_long(struct parser *parser, const char *word)
{
	struct span whole = span_of(word);
	struct span typed = span_slice(whole, 0, span_find_byte(whole, '='));
	const char *joined = typed.length < whole.length ? word + typed.length + 1 : NULL;
	struct found_option found;
	if (option_find_by_name(parser->own, parser->global, typed, &found, parser->error))
		return parser->leading ? error_hint(parser->error, "a command's own options stand behind its name")
				       : -1;
	if (found.option->kind != OPTION_FLAG) {
		const char *shown = arena_printf(parser->arena, "--%s", found.option->name);
		return take_value(parser, &found, joined, shown);
	}
	if (joined)
		return error_set(parser->error, ERROR_USAGE, "--%s takes no value", found.option->name);
	*(bool *)option_place(found.option, found.options) = true;
	return 0;
}

/* `letters` is what follows the dash: flags, and at the end an option with its value joined or in the next word. */
static int parse_letters(struct parser *parser, const char *letters)
{
	for (; *letters; letters++) {
		struct found_option found;
		if (option_find_by_letter(parser->own, parser->global, *letters, &found, parser->error))
			return -1;
		if (found.option->kind != OPTION_FLAG) {
			const char *shown = arena_printf(parser->arena, "-%c", *letters);
			return take_value(parser, &found, letters[1] ? letters + 1 : NULL, shown);
		}
		*(bool *)option_place(found.option, found.options) = true;
	}
	return 0;
}

static bool is_input(const char *word)
{
	return strcmp(word, "-") == 0;
}

static void add_word(struct parser *parser, const char *word)
{
	parser->words = arena_grow(
		parser->arena, parser->words, parser->words_count, &parser->words_capacity, sizeof(*parser->words));
	parser->words[parser->words_count++] = word;
	struct words *place = option_place(parser->argument, parser->own.options);
	*place = (struct words){ parser->words, parser->words_count };
}

static int parse_argument(struct parser *parser, const char *word)
{
	const struct option *argument = parser->argument;
	if (argument->kind == OPTION_END || (is_input(argument->name) && !is_input(word)))
		return error_set(parser->error, ERROR_USAGE, "one argument too many: \"%s\"", word);
	if (argument->kind == OPTION_WORDS) {
		add_word(parser, word);
		return 0;
	}
	parser->argument = next_argument(argument + 1);
	return option_store(argument, parser->own.options, word, argument->name, parser->today, parser->error);
}

/* `-1d`, `-2w`: a step back among words. */
static bool is_step(const char *word)
{
	struct span step = span_from(span_of(word), 1);
	int count = 0;
	return span_read_digits(&step, &count) && step.length == 1;
}

/* `-1` is a week and `-1w` a date where one of these comes next, since no option's letter is a digit. */
static bool is_argument(const struct parser *parser, const char *word)
{
	bool may_be_negative = parser->argument->kind == OPTION_WEEK || parser->argument->kind == OPTION_DATE ||
			       parser->argument->kind == OPTION_INTEGER;
	may_be_negative = may_be_negative || (parser->argument->kind == OPTION_WORDS && is_step(word));
	return word[0] != '-' || word[1] == '\0' || (is_digit(word[1]) && may_be_negative);
}

static int check_complete(struct parser *parser)
{
	const struct option *argument = parser->argument;
	if (argument->kind == OPTION_END || !argument->required)
		return 0;
	if (argument->kind == OPTION_WORDS && parser->words_count > 0)
		return 0;
	error_set(parser->error, ERROR_USAGE, "%s is missing", argument->name);
	return error_hint(parser->error, "%s: %s", argument->name, argument->help);
}

/* No option of one table has a name or a letter of the other's. */
static bool are_disjoint(const struct option *own, const struct option *global)
{
	for (; own->kind != OPTION_END; own++)
		for (const struct option *option = global; !own->argument && option->kind != OPTION_END; option++)
			if (strcmp(own->name, option->name) == 0 || (own->letter && own->letter == option->letter))
				return false;
	return true;
}

static int parse(struct parser *parser)
{
	bool options_ended = false;
	while (parser->at < parser->count) {
		const char *word = parser->argv[parser->at];
		bool argument = options_ended || is_argument(parser, word);
		if (argument && parser->leading)
			return 0;
		parser->at++;
		int failed = 0;
		if (argument)
			failed = parse_argument(parser, word);
		else if (word[1] != '-')
			failed = parse_letters(parser, word + 1);
		else if (word[2] != '\0')
			failed = parse_long(parser, word + 2);
		else
			options_ended = true;
		if (failed)
			return -1;
	}
	return 0;
}

int options_parse(struct arena *arena, int count, const char *const *argv, struct option_set own,
	struct option_set global, struct date today, struct error *error)
{
	struct parser parser = {
		.arena = arena,
		.count = count,
		.argv = argv,
		.own = given(own),
		.global = given(global),
		.today = today,
		.error = error,
	};
	assert(are_disjoint(parser.own.table, parser.global.table));
	parser.argument = next_argument(parser.own.table);
	return parse(&parser) ? -1 : check_complete(&parser);
}

int options_parse_leading(struct arena *arena, int count, const char *const *argv, struct option_set global, int *used,
	struct error *error)
{
	struct parser parser = {
		.arena = arena,
		.count = count,
		.argv = argv,
		.own = { no_options, NULL },
		.global = given(global),
		.today = DATE_NONE,
		.argument = no_options,
		.leading = true,
		.error = error,
	};
	if (parse(&parser))
		return -1;
	*used = parser.at;
	return 0;
}
