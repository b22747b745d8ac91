/* Each line is a word of a command line, the first picks the command. Its own tables read the words twice, into structs
 * that were filled differently, with a margin on both sides: both times the same comes out, each value is one that its
 * option allows, and the margins stay. */
#include "cli/globals.h"
#include "cmd/commands.h"
#include "fuzz/fuzz.h"

enum { MARGIN = 64, MOST_WORDS = 64 };

struct line {
	const char *words[MOST_WORDS];
	int count;
};

struct reading {
	char *whole; /* margin, struct, margin */
	size_t size;
	char fill;
	struct globals globals;
	struct option_set own;
	struct error error;
	int failed;
};

static struct line split(struct arena *arena, struct span text)
{
	struct line line = { .count = 0 };
	struct span word;
	while (line.count < MOST_WORDS && span_next(&text, '\n', &word))
		line.words[line.count++] = arena_copy_text(arena, word);
	return line;
}

static void check_margins(const struct reading *reading)
{
	for (size_t i = 0; i < MARGIN; i++) {
		CHECK(reading->whole[i] == reading->fill);
		CHECK(reading->whole[MARGIN + reading->size + i] == reading->fill);
	}
}

static struct reading read_line(
	struct arena *arena, const struct command *command, const struct line *line, struct date today, char fill)
{
	struct reading reading = { .size = command->options_size, .fill = fill };
	reading.whole = arena_allocate(arena, reading.size + 2 * MARGIN);
	memset(reading.whole, fill, reading.size + 2 * MARGIN);
	reading.own = (struct option_set){ command->options, reading.whole + MARGIN };
	struct option_set global = { global_options, &reading.globals };
	if (command->options)
		options_init(command->options, reading.own.options);
	options_init(global_options, &reading.globals);
	reading.error = ERROR_INIT;
	reading.failed = options_parse(arena, line->count, line->words, reading.own, global, today, &reading.error);
	check_margins(&reading);
	CHECK(!reading.failed || (reading.error.class == ERROR_USAGE && reading.error.message[0]));
	return reading;
}

static bool is_same_words(const struct words *a, const struct words *b)
{
	for (size_t i = 0; i < a->count && a->count == b->count; i++)
		if (a->items[i] != b->items[i])
			return false;
	return a->count == b->count;
}

static bool is_same_value(const struct option *option, const void *a, const void *b)
{
	switch (option->kind) {
	case OPTION_FLAG:
		return *(const bool *)a == *(const bool *)b;
	case OPTION_TEXT:
		return *(const char *const *)a == *(const char *const *)b;
	case OPTION_DATE:
		return date_compare(*(const struct date *)a, *(const struct date *)b) == 0;
	case OPTION_WEEK:
		return week_compare(*(const struct week *)a, *(const struct week *)b) == 0;
	case OPTION_WORDS:
		return is_same_words(a, b);
	case OPTION_INTEGER:
	case OPTION_DURATION:
	case OPTION_CHOICE:
	case OPTION_END:
		break;
	}
	return *(const int *)a == *(const int *)b;
}

static bool is_choice(const struct option *option, int index)
{
	for (int i = 0; option->choices[i]; i++)
		if (i == index)
			return true;
	return false;
}

static bool is_allowed(const struct option *option, const void *place)
{
	if (option->kind == OPTION_CHOICE)
		return is_choice(option, *(const int *)place);
	if (option->kind == OPTION_DURATION)
		return *(const int *)place >= -1 && *(const int *)place != 0 && *(const int *)place <= 24 * 60;
	if (option->kind == OPTION_INTEGER && option->least < option->most) {
		int value = *(const int *)place;
		return value == -1 || (value >= option->least && value <= option->most);
	}
	return true;
}

static void check_values(const struct option *table, const char *a, const char *b)
{
	for (const struct option *option = table; option && option->kind != OPTION_END; option++) {
		CHECK(is_allowed(option, a + option->offset));
		CHECK(is_same_value(option, a + option->offset, b + option->offset));
	}
}

static void check_same(const struct reading *a, const struct reading *b)
{
	CHECK(a->failed == b->failed);
	CHECK(strcmp(a->error.message, b->error.message) == 0 && strcmp(a->error.hint, b->error.hint) == 0);
	check_values(a->own.table, a->own.options, b->own.options);
	check_values(global_options, (const char *)&a->globals, (const char *)&b->globals);
}

/* What stands before a command's name. */
static void check_leading(struct arena *arena, const struct line *line)
{
	struct globals globals;
	struct error error = ERROR_INIT;
	int used = -1;
	options_init(global_options, &globals);
	struct option_set global = { global_options, &globals };
	if (options_parse_leading(arena, line->count, line->words, global, &used, &error))
		CHECK(used == -1 && error.class == ERROR_USAGE);
	else
		CHECK(used >= 0 && used <= line->count);
}

static const struct command *pick(const char *name)
{
	size_t count = 0;
	while (commands[count])
		count++;
	const struct command *found = command_called(commands, name);
	const char *nearest = command_nearest(commands, name);
	CHECK(!nearest || command_called(commands, nearest));
	return found ? found : commands[input_choice(span_of(name)) % count];
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct span text = input_copy(&arena, data, size);
	const struct command *command = pick(arena_copy_text(&arena, input_first_line(&text)));
	struct line line = split(&arena, text);
	struct date today = date_of(2026, 11, 20);
	struct reading first = read_line(&arena, command, &line, today, 0x55);
	struct reading second = read_line(&arena, command, &line, today, 0x2A);
	check_same(&first, &second);
	/* The first reading of the dispatcher, which does not know the day yet, stops at nothing more. */
	struct reading before = read_line(&arena, command, &line, DATE_NONE, 0x55);
	CHECK(first.failed || !before.failed);
	options_read_input(first.own);
	check_leading(&arena, &line);
	arena_release(&arena);
	return 0;
}
