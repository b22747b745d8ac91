#include "test.h"

#include "cli/globals.h"
#include "cli/option.h"

enum { MOST_WORDS = 8 };

struct sample {
	const char *name;
	struct words notes;
	const char *client;
	struct date due;
	struct week week;
	int weeks;
	int minutes;
	int category;
	bool all;
	bool allow_late;
};

static const char *const categories[] = { "coaching", "biz_dev", "admin", NULL };

static const struct option sample_options[] = {
	ARG(OPTION_TEXT, struct sample, name, const char *, "NAME", true, "Whose", .completes = COMPLETES_CLIENT),
	ARG(OPTION_WORDS, struct sample, notes, struct words, "NOTE", false, "What", .completes = COMPLETES_FILE),
	OPT_TEXT(struct sample, client, 'c', "client", "NAME", "Whose", .completes = COMPLETES_CLIENT),
	OPT_DATE(struct sample, due, 0, "due", "DATE", "When"),
	OPT_WEEK(struct sample, week, 'w', "week", "WEEK", "Which week"),
	OPT_INTEGER(struct sample, weeks, 0, "weeks", "N", 1, 52, "How many"),
	OPT_DURATION(struct sample, minutes, 'm', "minutes", "TIME", "How long"),
	OPT_CHOICE(struct sample, category, 0, "category", "WORD", categories, "Which kind"),
	OPT_FLAG(struct sample, all, 'a', "all", "Every one"),
	OPT_FLAG(struct sample, allow_late, 0, "allow-late", "Late ones too"),
	OPT_END,
};

struct reading {
	struct arena arena;
	struct sample own;
	struct globals globals;
	struct error error;
	int failed;
};

static int count_of(const char *const *words)
{
	int count = 0;
	while (count < MOST_WORDS && words[count])
		count++;
	return count;
}

static void read_on(struct reading *reading, const char *const *words, struct date today)
{
	*reading = (struct reading){ .arena = ARENA_INIT, .error = ERROR_INIT };
	options_init(sample_options, &reading->own);
	options_init(global_options, &reading->globals);
	reading->failed = options_parse(&reading->arena, count_of(words), words,
		(struct option_set){ sample_options, &reading->own },
		(struct option_set){ global_options, &reading->globals }, today, &reading->error);
}

#define READ(reading, ...) read_on((reading), (const char *const[MOST_WORDS]){ __VA_ARGS__ }, date_of(2026, 11, 20))

static void absent_options_say_so(void **state)
{
	(void)state;
	struct reading reading;
	READ(&reading, "Ana");
	assert_int_equal(reading.failed, 0);
	assert_string_equal(reading.own.name, "Ana");
	assert_int_equal(reading.own.notes.count, 0);
	assert_null(reading.own.client);
	assert_false(date_is_known(reading.own.due));
	assert_int_equal(reading.own.week.year, 0);
	assert_int_equal(reading.own.weeks, -1);
	assert_int_equal(reading.own.minutes, -1);
	assert_int_equal(reading.own.category, 0);
	assert_false(reading.own.all);
	assert_false(reading.globals.json);
	arena_release(&reading.arena);
}

static void values_are_read_by_their_kind(void **state)
{
	(void)state;
	struct reading reading;
	READ(&reading, "--due=+3d", "Ana", "--week", "W48", "--weeks", "4", "-m1.5");
	assert_int_equal(reading.failed, 0);
	assert_string_equal(date_format(reading.own.due).text, "2026-11-23");
	assert_string_equal(week_format(reading.own.week).text, "2026-W48");
	assert_int_equal(reading.own.weeks, 4);
	assert_int_equal(reading.own.minutes, 90);
	arena_release(&reading.arena);
	READ(&reading, "Ana", "--category", "Biz-Dev", "--client=Li=Wei", "-qan", "-w", "-1");
	assert_int_equal(reading.failed, 0);
	assert_int_equal(reading.own.category, 1);
	assert_string_equal(reading.own.client, "Li=Wei");
	assert_true(reading.own.all && reading.globals.quiet && reading.globals.dry_run);
	assert_string_equal(week_format(reading.own.week).text, "2026-W46");
	arena_release(&reading.arena);
}

static void words_collect_what_is_left(void **state)
{
	(void)state;
	struct reading reading;
	READ(&reading, "Ana", "one", "--all", "-", "--", "--json");
	assert_int_equal(reading.failed, 0);
	assert_int_equal(reading.own.notes.count, 3);
	assert_string_equal(reading.own.notes.items[0], "one");
	assert_string_equal(reading.own.notes.items[1], "-");
	assert_string_equal(reading.own.notes.items[2], "--json");
	assert_false(reading.globals.json);
	assert_true(options_read_input((struct option_set){ sample_options, &reading.own }));
	arena_release(&reading.arena);
}

static void long_options_may_be_shortened_and_written_with_underscores(void **state)
{
	(void)state;
	struct reading reading;
	READ(&reading, "Ana", "--dry_run", "--js", "--no-i", "--week", "W48");
	assert_int_equal(reading.failed, 0);
	assert_true(reading.globals.dry_run && reading.globals.json && reading.globals.no_input);
	assert_string_equal(week_format(reading.own.week).text, "2026-W48");
	arena_release(&reading.arena);
}

static void without_a_today_dates_wait(void **state)
{
	(void)state;
	struct reading reading;
	const char *const words[MOST_WORDS] = { "Ana", "--due", "nonsense", "--week=nonsense" };
	read_on(&reading, words, DATE_NONE);
	assert_int_equal(reading.failed, 0);
	assert_false(date_is_known(reading.own.due));
	arena_release(&reading.arena);
}

static void mistakes_are_named(void **state)
{
	(void)state;
	static const struct {
		const char *words[MOST_WORDS];
		const char *message;
		const char *hint;
	} cases[] = {
		{ { NULL }, "NAME is missing", "NAME: Whose" },
		{ { "" }, "NAME is empty", "" },
		{ { "A", "--clinet", "x" }, "unknown option --clinet", "did you mean --client?" },
		{ { "A", "--vualt=x" }, "unknown option --vualt", "did you mean --vault?" },
		{ { "A", "--utterly-else" }, "unknown option --utterly-else", "" },
		{ { "A", "--=x" }, "unknown option --", "" },
		{ { "A", "--allow" }, "--allow is short for more than one option",
			"--allow-late or --allow-mass-change" },
		{ { "A", "-z" }, "unknown option -z", "a word that begins with - stands behind --" },
		{ { "A", "-az" }, "unknown option -z", "a word that begins with - stands behind --" },
		{ { "A", "-1" }, "unknown option -1", "a word that begins with - stands behind --" },
		{ { "A", "-1dx" }, "unknown option -1", "a word that begins with - stands behind --" },
		{ { "A", "--all=yes" }, "--all takes no value", "" },
		{ { "A", "--client" }, "--client needs a value: NAME", "" },
		{ { "A", "-c" }, "-c needs a value: NAME", "" },
		{ { "A", "--client=" }, "--client is empty", "" },
		{ { "A", "--client", "--json" }, "--client needs a value: NAME",
			"--json is an option; a value like that is joined: --client=--json" },
		{ { "A", "--due", "2026-13-45" }, "--due: \"2026-13-45\" is not a date",
			"for example 2026-11-20, today, fri, next tue, +3d" },
		{ { "A", "--week", "2026-W54" }, "--week: \"2026-W54\" is not a week",
			"for example 2026-W48, W48, this, next, -1" },
		{ { "A", "--weeks", "four" }, "--weeks: \"four\" is not a whole number", "from 1 to 52" },
		{ { "A", "--weeks=99" }, "--weeks: 99 is out of range", "from 1 to 52" },
		{ { "A", "-m", "25h" }, "-m: \"25h\" is not a length of time",
			"for example 1.5 (hours), 90m, 1:30; at most 24 hours" },
		{ { "A", "--category", "amdin" }, "--category: \"amdin\" is not known here",
			"did you mean admin? One of coaching, biz_dev, admin" },
		{ { "A", "--category", "x" }, "--category: \"x\" is not known here",
			"one of coaching, biz_dev, admin" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct reading reading;
		read_on(&reading, cases[i].words, date_of(2026, 11, 20));
		assert_int_equal(reading.failed, -1);
		assert_int_equal(reading.error.class, ERROR_USAGE);
		assert_string_equal(reading.error.message, cases[i].message);
		assert_string_equal(reading.error.hint, cases[i].hint);
		arena_release(&reading.arena);
	}
}

struct input_sample {
	const char *input;
	struct week week;
};

static const struct option input_options[] = {
	ARG(OPTION_TEXT, struct input_sample, input, const char *, "-", false, "Read standard input"),
	ARG(OPTION_WEEK, struct input_sample, week, struct week, "WEEK", false, "Which"),
	OPT_END,
};

static void an_argument_called_dash_takes_nothing_else(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct error error = ERROR_INIT;
	struct input_sample sample;
	struct option_set own = { input_options, &sample };
	struct date today = date_of(2026, 11, 20);
	options_init(input_options, &sample);
	assert_int_equal(options_parse(&arena, 1, (const char *const[]){ "x" }, own, (struct option_set){ NULL, NULL },
				 today, &error),
		-1);
	assert_string_equal(error.message, "one argument too many: \"x\"");
	assert_false(options_read_input(own));
	assert_int_equal(options_parse(&arena, 2, (const char *const[]){ "-", "-1" }, own,
				 (struct option_set){ NULL, NULL }, today, &error),
		0);
	assert_true(options_read_input(own));
	assert_string_equal(week_format(sample.week).text, "2026-W46");
	arena_release(&arena);
}

static void global_options_may_stand_before_the_command(void **state)
{
	(void)state;
	static const char *const words[] = { "--vault", "x", "-q", "log", "--json" };
	struct arena arena = ARENA_INIT;
	struct error error = ERROR_INIT;
	struct globals globals;
	struct option_set global = { global_options, &globals };
	int used = 0;
	options_init(global_options, &globals);
	assert_int_equal(options_parse_leading(&arena, 5, words, global, &used, &error), 0);
	assert_int_equal(used, 3);
	assert_string_equal(globals.vault, "x");
	assert_true(globals.quiet);
	assert_false(globals.json);
	static const char *const own[] = { "--weeks", "4", "capacity_check" };
	assert_int_equal(options_parse_leading(&arena, 3, own, global, &used, &error), -1);
	assert_string_equal(error.hint, "a command's own options stand behind its name");
	arena_release(&arena);
}

static void a_flag_is_found_behind_a_mistake(void **state)
{
	(void)state;
	static const char *const words[] = { "log", "--bogus", "--json", "--", "--quiet" };
	assert_true(options_mention("json", 5, words));
	assert_false(options_mention("quiet", 5, words));
	assert_false(options_mention("jso", 5, words));
}

static void options_and_arguments_are_shown(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	assert_string_equal(option_argument_text(&arena, &sample_options[0], false), "NAME");
	assert_string_equal(option_argument_text(&arena, &sample_options[1], false), "[NOTE…]");
	assert_string_equal(option_argument_text(&arena, &sample_options[1], true), "NOTE…");
	assert_string_equal(option_text(&arena, &sample_options[2], true), "-c, --client NAME");
	assert_string_equal(option_text(&arena, &sample_options[2], false), "--client NAME");
	assert_string_equal(option_text(&arena, &sample_options[9], true), "--allow-late");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(absent_options_say_so),
		cmocka_unit_test(values_are_read_by_their_kind),
		cmocka_unit_test(words_collect_what_is_left),
		cmocka_unit_test(long_options_may_be_shortened_and_written_with_underscores),
		cmocka_unit_test(without_a_today_dates_wait),
		cmocka_unit_test(mistakes_are_named),
		cmocka_unit_test(an_argument_called_dash_takes_nothing_else),
		cmocka_unit_test(global_options_may_stand_before_the_command),
		cmocka_unit_test(a_flag_is_found_behind_a_mistake),
		cmocka_unit_test(options_and_arguments_are_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
