#include "test.h"

#include "base/appointment.h"

/* A Thursday. */
static struct date today(void)
{
	return date_of(2026, 11, 19);
}

static void check(const char *text, const char *date, int start)
{
	struct appointment read = { DATE_NONE, -1 };
	if (!appointment_parse(span_of(text), today(), &read))
		fail_msg("\"%s\" was not understood", text);
	assert_string_equal(date_format(read.date).text, date);
	assert_int_equal(read.start, start);
}

static void test_day_and_time(void **state)
{
	(void)state;
	check("2026-12-04 10:00", "2026-12-04", 600);
	check("2026-12-04T10:00", "2026-12-04", 600);
	check("fri 9:30", "2026-11-20", 570);
	check("next tue 14:30", "2026-11-24", 870);
	check("  tomorrow   08:15 ", "2026-11-20", 495);
	check("+7d 00:00", "2026-11-26", 0);
}

static void test_day_or_time_alone(void **state)
{
	(void)state;
	check("+7d", "2026-11-26", -1);
	check("next tue", "2026-11-24", -1);
	check("14:30", "", 870);
}

static void test_anything_else_is_none(void **state)
{
	(void)state;
	const char *const texts[] = { "", " ", "ada", "fri 25:00", "fri at ten", "2026-13-04 10:00", "10:00 fri",
		"2026-12-04T", "T10:00", "fri 10:00 11:00" };
	struct appointment read = { today(), 7 };
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (appointment_parse(span_of(texts[i]), today(), &read))
			fail_msg("\"%s\" was understood", texts[i]);
	assert_int_equal(read.start, 7);
}

struct words_case {
	const char *words[6];
	const char *name;
	const char *date; /* NULL: no appointment */
	int start;
};

static void test_words_are_parted_without_quotes(void **state)
{
	(void)state;
	static const struct words_case cases[] = {
		{ { "ada", "fri", "10:00" }, "ada", "2026-11-20", 600 },
		{ { "Ana", "Silva", "next", "tue", "14:30" }, "Ana Silva", "2026-11-24", 870 },
		{ { "Ana Silva", "2026-12-04 10:00" }, "Ana Silva", "2026-12-04", 600 },
		{ { "李雷", "+7d" }, "李雷", "2026-11-26", -1 },
		{ { "ada", "14:30" }, "ada", "", 870 },
		{ { "fri" }, "fri", NULL, 0 },
		{ { "ada", "someday" }, "ada someday", NULL, 0 },
	};
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t count = 0;
		struct span name = SPAN_NONE;
		struct appointment read = { DATE_NONE, -1 };
		while (count < 6 && cases[i].words[count])
			count++;
		bool found = appointment_split(&arena, cases[i].words, count, today(), &name, &read);
		assert_span(name, cases[i].name);
		assert_int_equal(found, cases[i].date != NULL);
		if (!found)
			continue;
		assert_string_equal(date_format(read.date).text, cases[i].date);
		assert_int_equal(read.start, cases[i].start);
	}
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_day_and_time),
		cmocka_unit_test(test_day_or_time_alone),
		cmocka_unit_test(test_anything_else_is_none),
		cmocka_unit_test(test_words_are_parted_without_quotes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
