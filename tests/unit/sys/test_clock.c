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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(now_is_told_in_the_named_zone),
		cmocka_unit_test(no_name_is_the_system_s_zone),
		cmocka_unit_test(asking_for_a_zone_leaves_the_environment_as_it_was),
		cmocka_unit_test(seconds_count_from_1970),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
