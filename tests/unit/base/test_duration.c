#include "test.h"

#include "base/date.h"

static void a_length_of_work_is_in_minutes(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int minutes;
	} cases[] = { { "1.5", 90 }, { "1,5", 90 }, { "2", 120 }, { "0.333", 20 }, { "0.25", 15 }, { "0.0083334", 1 },
		{ "1.5h", 90 }, { "1,5 h", 90 }, { "2 hours", 120 }, { "90m", 90 }, { "90 min", 90 },
		{ "45 Minutes", 45 }, { "1h", 60 }, { "1h30", 90 }, { "1H30", 90 }, { "1h 30m", 90 },
		{ "1 h 05 min", 65 }, { "1:30", 90 }, { "0:45", 45 }, { "10:00", 600 }, { "24", 1440 },
		{ "24:00", 1440 }, { "1440m", 1440 }, { " 1.5 ", 90 }, { "0.1", 6 }, { "0.075", 5 }, { "0.0749", 4 } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int minutes = 0;
		if (!duration_parse(span_of(cases[i].text), &minutes))
			fail_msg("not read as a duration: %s", cases[i].text);
		assert_int_equal(minutes, cases[i].minutes);
	}
}

static void what_is_no_length_of_work_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", " ", "0", "0m", "0:00", "0.001", "-1", "+1", "24.1", "24:01", "24h01",
		"25", "1441m", "999999999", "999999999m", "9999999999", "1.5m", "1:5", "1:60", "1h60", "1h5", "100:00",
		"1.", ".5", "1.5.5", "1..5", "1:30:00", "h", "m", "1x", "1h30x", "1.5 h 30", "one" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		int minutes = 7;
		if (duration_parse(span_of(texts[i]), &minutes))
			fail_msg("read as %d minutes: %s", minutes, texts[i]);
		assert_int_equal(minutes, 7);
	}
}

static void a_time_of_day_is_minutes_after_midnight(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int minutes;
		const char *formatted;
	} cases[] = { { "10:00", 600, "10:00" }, { "9:30", 570, "09:30" }, { "00:00", 0, "00:00" },
		{ "23:59", 1439, "23:59" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int minutes = -1;
		assert_true(clock_time_parse(span_of(cases[i].text), &minutes));
		assert_int_equal(minutes, cases[i].minutes);
		assert_string_equal(clock_time_format(minutes).text, cases[i].formatted);
	}
}

static void a_time_that_no_clock_shows_is_refused(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "24:00", "10:60", "10", "10:0", "010:00", "10:000", "10:00 ", "10.00",
		":30" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		int minutes = -1;
		if (clock_time_parse(span_of(texts[i]), &minutes))
			fail_msg("read as a time: %s", texts[i]);
		assert_int_equal(minutes, -1);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_length_of_work_is_in_minutes),
		cmocka_unit_test(what_is_no_length_of_work_is_refused),
		cmocka_unit_test(a_time_of_day_is_minutes_after_midnight),
		cmocka_unit_test(a_time_that_no_clock_shows_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
