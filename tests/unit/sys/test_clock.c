#include "test.h"

#include "sys/clock.h"

#include <stdlib.h>
#include <time.h>

/* Minutes since 1970 that a moment shows. */
static int64_t minutes_of(struct moment moment)
{
	return (int64_t)moment.date.days * 24 * 60 + moment.minutes;
}

/* How far the zone is ahead of UTC, by the clock itself; a minute that ends between the two looks is allowed for. */
static int64_t offset_of(const char *zone)
{
	int64_t universal = clock_seconds() / 60;
	int64_t ahead = minutes_of(clock_now(zone)) - universal;
	return clock_seconds() / 60 == universal ? ahead : minutes_of(clock_now(zone)) - clock_seconds() / 60;
}

static void now_is_told_in_the_named_zone(void **state)
{
	(void)state;
	assert_int_equal(offset_of("UTC"), 0);
	assert_int_equal(offset_of("XYZ-05:30"), 330);
	assert_int_equal(offset_of("XYZ+12"), -720);
}

static void no_name_is_the_system_s_zone(void **state)
{
	(void)state;
	setenv("TZ", "XYZ-03", 1);
	assert_int_equal(offset_of(NULL), 180);
	assert_int_equal(offset_of(""), 180);
	assert_int_equal(clock_offset_minutes(), 180);
	setenv("TZ", "XYZ+09:30", 1);
	assert_int_equal(clock_offset_minutes(), -570);
}

static void asking_for_a_zone_leaves_the_environment_as_it_was(void **state)
{
	(void)state;
	setenv("TZ", "XYZ-03", 1);
	clock_now("UTC");
	assert_string_equal(getenv("TZ"), "XYZ-03");
	assert_int_equal(clock_offset_minutes(), 180);
	unsetenv("TZ");
	clock_now("XYZ-03");
	assert_null(getenv("TZ"));
}

static void seconds_count_from_1970(void **state)
{
	(void)state;
	int64_t before = (int64_t)time(NULL);
	int64_t seconds = clock_seconds();
	assert_in_range(seconds, before, (int64_t)time(NULL));
}

static void local_times_and_instants_are_each_other_around_changes_of_the_clocks(void **state)
{
	(void)state;
	static const struct {
		const char *zone;
		int month, day, minutes;
		int hours_of_utc, minutes_of_utc; /* on the same day */
		int shown;                        /* the local time of that instant */
	} cases[] = {
		{ "Europe/Berlin", 3, 29, 119, 0, 59, 119 },
		{ "Europe/Berlin", 3, 29, 150, 1, 30, 210 }, /* left out: as if the clocks had not been changed */
		{ "Europe/Berlin", 3, 29, 180, 1, 0, 180 },
		{ "Europe/Berlin", 10, 25, 150, 0, 30, 150 }, /* twice: the first */
		{ "Europe/Berlin", 10, 25, 180, 2, 0, 180 },
		{ "America/New_York", 3, 8, 90, 6, 30, 90 },
		{ "America/New_York", 3, 8, 150, 7, 30, 210 },
		{ "America/New_York", 11, 1, 90, 5, 30, 90 },
		{ "America/New_York", 11, 1, 120, 7, 0, 120 },
		{ "Asia/Kolkata", 6, 1, 600, 4, 30, 600 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct date day = date_of(2026, cases[i].month, cases[i].day);
		int64_t seconds = 0;
		assert_true(clock_instant(cases[i].zone, day, cases[i].minutes * 60, &seconds));
		assert_int_equal(seconds,
			(int64_t)day.days * 86400 + cases[i].hours_of_utc * 3600 + cases[i].minutes_of_utc * 60);
		struct moment moment = clock_moment(cases[i].zone, seconds);
		assert_int_equal(date_compare(moment.date, day), 0);
		assert_int_equal(moment.minutes, cases[i].shown);
	}
	int64_t untouched = 7;
	assert_false(clock_instant("Mars/Olympus", date_of(2026, 1, 1), 0, &untouched));
	assert_int_equal(untouched, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(local_times_and_instants_are_each_other_around_changes_of_the_clocks),
		cmocka_unit_test(now_is_told_in_the_named_zone),
		cmocka_unit_test(no_name_is_the_system_s_zone),
		cmocka_unit_test(asking_for_a_zone_leaves_the_environment_as_it_was),
		cmocka_unit_test(seconds_count_from_1970),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
