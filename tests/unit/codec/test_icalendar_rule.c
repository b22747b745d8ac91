/* The rules' days beside those that libical finds, which takes no rule for hostile. */
#include "test.h"

#include "base/buffer.h"
#include "codec/icalendar.h"

#include <libical/ical.h>
#include <string.h>

enum { COMPARED = 40, LAST_YEAR = 2060 };

static const char *read_days(
	struct arena *arena, const char *start, const char *rule, struct date from, struct date until)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 20);
	const char *text = arena_printf(arena,
		"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:e\nDTSTART:%s\nRRULE:%s\nEND:VEVENT\nEND:VCALENDAR\n", start, rule);
	const struct icalendar_request request = { span_of(text), "test.ics", from, until, "", NULL };
	struct icalendar calendar;
	struct error error = ERROR_INIT;
	assert_int_equal(coach_calendar.read(arena, &request, &calendar, &error), 0);
	if (calendar.problem_count)
		return calendar.problems[0].message;
	for (size_t i = 0; i < calendar.count && i < COMPARED; i++)
		buffer_printf(&out, "%s ", date_format(calendar.events[i].date).text);
	return arena_copy_text(arena, buffer_span(&out));
}

static const char *libical_days(struct arena *arena, const char *start, const char *text)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 20);
	icalerror_set_errors_are_fatal(0);
	struct icalrecurrencetype rule = icalrecurrencetype_from_string(text);
	icalrecur_iterator *iterator = icalrecur_iterator_new(rule, icaltime_from_string(start));
	assert_non_null(iterator);
	for (size_t i = 0; i < COMPARED; i++) {
		struct icaltimetype next = icalrecur_iterator_next(iterator);
		if (icaltime_is_null_time(next) || next.year > LAST_YEAR)
			break;
		buffer_printf(&out, "%s ", date_format(date_of(next.year, next.month, next.day)).text);
	}
	icalrecur_iterator_free(iterator);
	return arena_copy_text(arena, buffer_span(&out));
}

/* Each begins on a day that fits its rule: for others the standard says nothing. */
static void rules_fall_on_the_days_that_libical_finds(void **state)
{
	(void)state;
	static const struct {
		const char *start, *rule;
	} cases[] = {
		{ "20260105T100000", "FREQ=DAILY" },
		{ "20260105T100000", "FREQ=DAILY;INTERVAL=3;COUNT=17" },
		{ "20260105T100000", "FREQ=DAILY;BYMONTH=1,3;BYDAY=MO,FR" },
		{ "20260105T100000", "FREQ=DAILY;BYMONTHDAY=5,20" },
		{ "20260105T100000", "FREQ=WEEKLY" },
		{ "20260105T100000", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU" },
		{ "20260105T100000", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU" },
		{ "20260105T100000", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYMONTH=1,2" },
		{ "20260105T100000", "FREQ=WEEKLY;BYDAY=MO,WE;COUNT=9" },
		{ "20260131T100000", "FREQ=MONTHLY" },
		{ "20260131T100000", "FREQ=MONTHLY;INTERVAL=2" },
		{ "20260106T100000", "FREQ=MONTHLY;BYDAY=1TU" },
		{ "20260130T100000", "FREQ=MONTHLY;BYDAY=-1FR" },
		{ "20260129T100000", "FREQ=MONTHLY;BYDAY=5TH" },
		{ "20260130T100000", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1" },
		{ "20260101T100000", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1,-1" },
		{ "20260213T100000", "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13" },
		{ "20260115T100000", "FREQ=MONTHLY;BYMONTHDAY=15,-1;COUNT=7" },
		{ "20260131T100000", "FREQ=MONTHLY;INTERVAL=18;BYMONTHDAY=31,30" },
		{ "20240229T100000", "FREQ=YEARLY" },
		{ "20260310T100000", "FREQ=YEARLY;BYMONTH=3,6" },
		{ "20260329T100000", "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU" },
		{ "20260518T100000", "FREQ=YEARLY;BYDAY=20MO" },
		{ "20260105T100000", "FREQ=YEARLY;BYDAY=MO" },
		{ "20260101T100000", "FREQ=YEARLY;BYYEARDAY=1,100,-1" },
		{ "20261103T100000", "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8" },
		{ "20260102T100000", "FREQ=YEARLY;BYMONTH=1,2;BYDAY=FR;BYSETPOS=1,-1" },
		{ "20260105T100000", "FREQ=WEEKLY;UNTIL=20260202T100000" },
		{ "20260105T100000", "FREQ=WEEKLY;UNTIL=20260202T095959" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena arena = ARENA_INIT;
		const char *found = read_days(
			&arena, cases[i].start, cases[i].rule, date_of(2020, 1, 1), date_of(LAST_YEAR, 12, 30));
		const char *expected = libical_days(&arena, cases[i].start, cases[i].rule);
		if (strcmp(found, expected) != 0)
			fail_msg("%s: %s\nlibical: %s", cases[i].rule, found, expected);
		arena_release(&arena);
	}
}

/* Where libical is narrower than the standard's table of what each part does (RFC 5545, 3.3.10). */
static void some_rules_fall_on_more_days_than_libical_finds(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct date from = date_of(2026, 1, 1);
	struct date until = date_of(2026, 3, 31);
	assert_string_equal(read_days(&arena, "20260110T100000", "FREQ=YEARLY;BYMONTHDAY=10", from, until),
		"2026-01-10 2026-02-10 2026-03-10 ");
	assert_string_equal(read_days(&arena, "20260131T100000", "FREQ=DAILY;BYMONTHDAY=-1", from, until),
		"2026-01-31 2026-02-28 2026-03-31 ");
	arena_release(&arena);
}

/* What lies before the window is skipped, and changes nothing in it. */
static void a_window_shows_a_part_of_the_same_days(void **state)
{
	(void)state;
	static const char *const rules[] = { "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
		"FREQ=MONTHLY;INTERVAL=5;BYMONTHDAY=5,-1", "FREQ=YEARLY;INTERVAL=2;BYDAY=20MO,2TU",
		"FREQ=WEEKLY;INTERVAL=3;COUNT=200" };
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++)
		for (int year = 2021; year < 2031; year++) {
			struct arena arena = ARENA_INIT;
			/* A calendar is followed from a day before its window to a day after. */
			struct date from = date_of(year, 3, 10);
			const char *part = read_days(&arena, "20200106T100000", rules[i], from, date_of(year, 5, 20));
			const char *longer = read_days(
				&arena, "20200106T100000", rules[i], date_of(2019, 1, 1), date_of(year, 5, 20));
			size_t length = strlen(longer);
			struct span end =
				span_from(span_of(longer), length - (length < strlen(part) ? length : strlen(part)));
			if (length / 11 < COMPARED)
				assert_span(end, part);
			arena_release(&arena);
		}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rules_fall_on_the_days_that_libical_finds),
		cmocka_unit_test(some_rules_fall_on_more_days_than_libical_finds),
		cmocka_unit_test(a_window_shows_a_part_of_the_same_days),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
