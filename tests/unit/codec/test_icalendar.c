#include "test.h"

#include "base/buffer.h"
#include "codec/icalendar.h"

#include <string.h>

/* Berlin and New York in 2026 and 2027, in whose place the program asks the system. */
static bool instant(const char *name, struct date date, int second, int64_t *seconds)
{
	bool berlin = strcmp(name, "Europe/Berlin") == 0;
	if (!berlin && strcmp(name, "America/New_York") != 0)
		return false;
	int64_t local = (int64_t)date.days * 86400 + second;
	struct date begins = berlin ? date_of(2026, 3, 29) : date_of(2026, 3, 8);
	struct date ends = berlin ? date_of(2026, 10, 25) : date_of(2026, 11, 1);
	bool summer = local >= (int64_t)begins.days * 86400 + 3 * 3600 && local < (int64_t)ends.days * 86400 + 3 * 3600;
	*seconds = local - (berlin ? 3600 : -5 * 3600) - (summer ? 3600 : 0);
	return true;
}

/* The reader is in Reykjavik. */
static void local(const char *name, int64_t seconds, struct date *date, int *minutes)
{
	assert_string_equal(name, "Atlantic/Reykjavik");
	*date = (struct date){ (int)((seconds + 86400 * 100000LL) / 86400 - 100000) };
	*minutes = (int)(seconds - (int64_t)date->days * 86400) / 60;
}

static const struct icalendar_clock test_clock = { instant, local };

static void write_event(struct buffer *out, const struct icalendar_event *event)
{
	buffer_printf(out, "%.*s %s", SPAN_PRINT(event->key), date_format(event->date).text);
	if (event->start >= 0)
		buffer_printf(out, " %s", clock_time_format(event->start).text);
	if (event->minutes)
		buffer_printf(out, " %dm", event->minutes);
	if (event->cancelled)
		buffer_add_text(out, " cancelled");
	if (event->summary.length)
		buffer_printf(out, " \"%.*s\"", SPAN_PRINT(event->summary));
	for (size_t i = 0; i < event->name_count; i++)
		buffer_printf(out, " <%.*s>", SPAN_PRINT(event->names[i]));
	buffer_add_text(out, "\n");
}

static int read_text(struct arena *arena, struct span text, struct icalendar *calendar, struct error *error)
{
	const struct icalendar_request request = { text, "test.ics", date_of(2026, 11, 19), date_of(2026, 12, 31),
		"Atlantic/Reykjavik", &test_clock };
	return coach_calendar.read(arena, &request, calendar, error);
}

/* What is read of a calendar, a line for each event, then one for each problem. */
static const char *read_whole(struct arena *arena, const char *text)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 20);
	struct icalendar calendar;
	struct error error = ERROR_INIT;
	if (read_text(arena, span_of(text), &calendar, &error))
		return arena_printf(arena, "%d:%u: %s", (int)error.class, error.line, error.message);
	for (size_t i = 0; i < calendar.count; i++)
		write_event(&out, &calendar.events[i]);
	for (size_t i = 0; i < calendar.problem_count; i++)
		buffer_printf(&out, "%u: %s\n", calendar.problems[i].line, calendar.problems[i].message);
	return arena_copy_text(arena, buffer_span(&out));
}

static const char *read_events(struct arena *arena, const char *events)
{
	return read_whole(arena, arena_printf(arena, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n%sEND:VCALENDAR\r\n", events));
}

struct event_case {
	const char *what;
	const char *lines; /* of the event; UID:e stands before them */
	const char *expected;
};

static void assert_cases(const struct event_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct arena arena = ARENA_INIT;
		const char *text = arena_printf(&arena, "BEGIN:VEVENT\r\nUID:e\r\n%sEND:VEVENT\r\n", cases[i].lines);
		const char *found = read_events(&arena, text);
		if (strcmp(found, cases[i].expected) != 0)
			fail_msg("%s:\n%s-- expected:\n%s", cases[i].what, found, cases[i].expected);
		arena_release(&arena);
	}
}
#define ASSERT_CASES(cases) assert_cases((cases), sizeof(cases) / sizeof(*(cases)))

/* --- one event ---------------------------------------------------------------------------------------------------- */

static void an_event_is_read_as_it_is_written(void **state)
{
	(void)state;
	static const struct event_case cases[] = {
		{ "a time in UTC", "DTSTART:20261204T090000Z\r\nDTEND:20261204T100000Z\r\n",
			"e 2026-12-04 09:00 60m\n" },
		{ "a floating time", "DTSTART:20261204T090000\r\nDURATION:PT1H30M\r\n", "e 2026-12-04 09:00 90m\n" },
		{ "a time in a zone of the system", "DTSTART;TZID=Europe/Berlin:20261204T100000\r\n",
			"e 2026-12-04 09:00\n" },
		{ "a zone's name in quotes, with a path before it",
			"DTSTART;TZID=\"/example.org/2026/America/New_York\":20261204T100000\r\n",
			"e 2026-12-04 15:00\n" },
		{ "a zone that nobody knows", "DTSTART;TZID=Mars/Olympus:20261204T100000\r\n",
			"3: an event is left out: its time zone, Mars/Olympus, is neither described in the file nor known "
			"here\n" },
		{ "a zone's name that leads elsewhere", "DTSTART;TZID=../../Europe/Berlin:20261204T100000\r\n",
			"3: an event is left out: its time zone, ../../Europe/Berlin, is neither described in the file nor "
			"known here\n" },
		{ "a whole day", "DTSTART;VALUE=DATE:20261204\r\nDTEND;VALUE=DATE:20261205\r\n", "e 2026-12-04\n" },
		{ "zones that differ at both ends",
			"DTSTART;TZID=Europe/Berlin:20261204T100000\r\nDTEND;TZID=America/New_York:20261204T050000\r\n",
			"e 2026-12-04 09:00 60m\n" },
		{ "an end before the start", "DTSTART:20261204T090000Z\r\nDTEND:20261204T080000Z\r\n",
			"e 2026-12-04 09:00\n" },
		{ "weeks and days", "DTSTART:20261204T090000Z\r\nDURATION:P1W1D\r\n", "e 2026-12-04 09:00 11520m\n" },
		{ "a duration backwards", "DTSTART:20261204T090000Z\r\nDURATION:-PT1H\r\n", "e 2026-12-04 09:00\n" },
		{ "lines that go on, and escapes",
			"DTSTART:20261204T090000Z\r\nSUMM\r\n ARY:Coaching\\, Ada \r\n Exa\r\n\tmple\\; a\\\\b\\nc\r\n",
			"e 2026-12-04 09:00 \"Coaching, Ada Example; a\\b c\"\n" },
		{ "a character parted by a fold",
			"DTSTART:20261204T090000Z\r\nSUMMARY:J\xC3\r\n \xBCrgen 李\xE9\r\n \x9B\xB7\r\n",
			"e 2026-12-04 09:00 \"Jürgen 李雷\"\n" },
		{ "bytes that are no text",
			"DTSTART:20261204T090000Z\r\nSUMMARY:a\xFF"
			"b\r\n",
			"e 2026-12-04 09:00 \"a\xEF\xBF\xBD"
			"b\"\n" },
		{ "names in quotes",
			"DTSTART:20261204T090000Z\r\nATTENDEE;CN=\"Example, Ada\";ROLE=CHAIR:mailto:ada@example.org\r\n"
			"ORGANIZER;CN=Max Coach:mailto:max@example.org\r\nCATEGORIES:Work,Li Wei\r\n",
			"e 2026-12-04 09:00 <Example, Ada> <Max Coach> <Work> <Li Wei>\n" },
		{ "cancelled", "DTSTART:20261204T090000Z\r\nSTATUS:CANCELLED\r\n", "e 2026-12-04 09:00 cancelled\n" },
		{ "an alarm's own duration is not the event's",
			"DTSTART:20261204T090000Z\r\nBEGIN:VALARM\r\nTRIGGER:-PT5M\r\nDURATION:PT3M\r\nACTION:DISPLAY\r\n"
			"END:VALARM\r\n",
			"e 2026-12-04 09:00\n" },
		{ "no start", "SUMMARY:x\r\n", "3: an event is left out: its start is missing, or no time\n" },
		{ "a day that there is not", "DTSTART:20260230T090000Z\r\n",
			"3: an event is left out: its start is missing, or no time\n" },
		{ "a line that is none", "DTSTART:20261204T090000Z\r\nBOGUS\r\n",
			"e 2026-12-04 09:00\n"
			"3: an entry of the event is not understood: Got a data line, but could not find a property name or "
			"component begin tag: BOGUS\n" },
	};
	ASSERT_CASES(cases);
}

static void an_uid_that_no_line_can_hold_is_none(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	assert_string_equal(read_events(&arena, "BEGIN:VEVENT\nUID:a\\nb\nDTSTART:20261204T090000Z\nEND:VEVENT\n"),
		" 2026-12-04 09:00\n");
	char *uid = arena_allocate(&arena, 600);
	memset(uid, 'u', 599);
	assert_string_equal(
		read_events(&arena,
			arena_printf(&arena, "BEGIN:VEVENT\nUID:%s\nDTSTART:20261204T090000Z\nEND:VEVENT\n", uid)),
		" 2026-12-04 09:00\n");
	arena_release(&arena);
}

/* --- days on which the clocks change ------------------------------------------------------------------------------ */

#define BERLIN                                                                                                         \
	"BEGIN:VTIMEZONE\r\nTZID:Here\r\n"                                                                             \
	"BEGIN:DAYLIGHT\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nDTSTART:19810329T020000\r\n"                      \
	"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\n"                                                   \
	"BEGIN:STANDARD\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nDTSTART:19961027T030000\r\n"                      \
	"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
#define NEW_YORK                                                                                                       \
	"BEGIN:VTIMEZONE\r\nTZID:Here\r\n"                                                                             \
	"BEGIN:DAYLIGHT\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nDTSTART:19870405T020000\r\n"                      \
	"RRULE:FREQ=YEARLY;BYMONTH=4;BYDAY=1SU;UNTIL=20060402T070000Z\r\nEND:DAYLIGHT\r\n"                             \
	"BEGIN:DAYLIGHT\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400\r\nDTSTART:20070311T020000\r\n"                      \
	"RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\r\nEND:DAYLIGHT\r\n"                                                    \
	"BEGIN:STANDARD\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nDTSTART:19671029T020000\r\n"                      \
	"RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU;UNTIL=20061029T060000Z\r\nEND:STANDARD\r\n"                           \
	"BEGIN:STANDARD\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nDTSTART:20071104T020000\r\n"                      \
	"RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"

static void times_around_a_change_of_the_clocks_are_the_zones_own(void **state)
{
	(void)state;
	static const struct {
		const char *zone, *start, *expected;
	} cases[] = {
		{ BERLIN, "20260329T015900", "2026-03-29 00:59" },
		{ BERLIN, "20260329T023000", "2026-03-29 01:30" }, /* left out: as if not changed yet */
		{ BERLIN, "20260329T030000", "2026-03-29 01:00" },
		{ BERLIN, "20261025T023000", "2026-10-25 00:30" }, /* twice: the first */
		{ BERLIN, "20261025T030000", "2026-10-25 02:00" },
		{ BERLIN, "20260701T000000", "2026-06-30 22:00" },
		{ BERLIN, "20270101T003000", "2026-12-31 23:30" },
		{ BERLIN, "19500101T120000", "1950-01-01 11:00" }, /* before all that is described */
		{ NEW_YORK, "20260308T013000", "2026-03-08 06:30" },
		{ NEW_YORK, "20260308T023000", "2026-03-08 07:30" },
		{ NEW_YORK, "20260308T030000", "2026-03-08 07:00" },
		{ NEW_YORK, "20261101T013000", "2026-11-01 05:30" },
		{ NEW_YORK, "20261101T020000", "2026-11-01 07:00" },
		{ NEW_YORK, "20060402T030000", "2006-04-02 07:00" }, /* the last change of the rule that ended */
		{ NEW_YORK, "20061101T120000", "2006-11-01 17:00" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena arena = ARENA_INIT;
		const char *found = read_events(&arena,
			arena_printf(&arena, "%sBEGIN:VEVENT\r\nUID:e\r\nDTSTART;TZID=Here:%s\r\nEND:VEVENT\r\n",
				cases[i].zone, cases[i].start));
		assert_string_equal(found, arena_printf(&arena, "e %s\n", cases[i].expected));
		arena_release(&arena);
	}
}

static void a_series_keeps_its_local_time_when_the_clocks_change(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct icalendar calendar;
	struct error error = ERROR_INIT;
	const struct icalendar_request request = { SPAN("BEGIN:VCALENDAR\r\n" BERLIN
							"BEGIN:VEVENT\r\nUID:e\r\nDTSTART;TZID=Here:20261001T100000\r\n"
							"RRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
		"test.ics", date_of(2026, 10, 19), date_of(2026, 10, 31), "Atlantic/Reykjavik", &test_clock };
	assert_int_equal(coach_calendar.read(&arena, &request, &calendar, &error), 0);
	assert_int_equal(calendar.count, 2);
	assert_int_equal(calendar.events[0].start, 8 * 60);
	assert_int_equal(calendar.events[1].start, 9 * 60);
	assert_span(calendar.events[1].key, "e/2026-10-29T10:00");
	arena_release(&arena);
}

/* --- series ------------------------------------------------------------------------------------------------------- */

static void a_series_is_followed_within_the_window(void **state)
{
	(void)state;
	static const struct event_case cases[] = {
		{ "every second week, with an end",
			"DTSTART:20261105T090000\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261218T000000\r\n",
			"e/2026-11-19T09:00 2026-11-19 09:00\ne/2026-12-03T09:00 2026-12-03 09:00\n"
			"e/2026-12-17T09:00 2026-12-17 09:00\n" },
		{ "a number of times, of which some are over",
			"DTSTART:20261105T090000\r\nRRULE:FREQ=WEEKLY;COUNT=4\r\n",
			"e/2026-11-19T09:00 2026-11-19 09:00\ne/2026-11-26T09:00 2026-11-26 09:00\n" },
		{ "an end in UTC, which the last one meets",
			"DTSTART;TZID=Europe/Berlin:20261126T100000\r\nRRULE:FREQ=WEEKLY;UNTIL=20261203T090000Z\r\n",
			"e/2026-11-26T10:00 2026-11-26 09:00\ne/2026-12-03T10:00 2026-12-03 09:00\n" },
		{ "an end in UTC, which the last one misses by a minute",
			"DTSTART;TZID=Europe/Berlin:20261126T100000\r\nRRULE:FREQ=WEEKLY;UNTIL=20261203T085900Z\r\n",
			"e/2026-11-26T10:00 2026-11-26 09:00\n" },
		{ "a day taken out, one added",
			"DTSTART:20261126T090000\r\nDTEND:20261126T100000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"
			"EXDATE:20261203T090000\r\nRDATE:20261204T140000\r\n",
			"e/2026-11-26T09:00 2026-11-26 09:00 60m\ne/2026-12-03T09:00 2026-12-03 09:00 60m cancelled\n"
			"e/2026-12-04T14:00 2026-12-04 14:00 60m\ne/2026-12-10T09:00 2026-12-10 09:00 60m\n" },
		{ "taken out in UTC, and as a day",
			"DTSTART;TZID=Europe/Berlin:20261126T100000\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"
			"EXDATE:20261203T090000Z\r\nEXDATE;VALUE=DATE:20261210\r\n",
			"e/2026-11-26T10:00 2026-11-26 09:00\ne/2026-12-03T10:00 2026-12-03 09:00 cancelled\n"
			"e/2026-12-10T10:00 2026-12-10 09:00 cancelled\n" },
		{ "days added alone, one of them a period",
			"DTSTART:20261126T090000\r\nDURATION:PT1H\r\n"
			"RDATE;VALUE=PERIOD:20261127T090000/PT30M,20261128T090000/20261128T094500\r\n",
			"e/2026-11-26T09:00 2026-11-26 09:00 60m\ne/2026-11-27T09:00 2026-11-27 09:00 30m\n"
			"e/2026-11-28T09:00 2026-11-28 09:00 45m\n" },
		{ "whole days", "DTSTART;VALUE=DATE:20261126\r\nRRULE:FREQ=MONTHLY;COUNT=2\r\n",
			"e/2026-11-26 2026-11-26\ne/2026-12-26 2026-12-26\n" },
		{ "all over", "DTSTART:20200101T090000\r\nRRULE:FREQ=DAILY;UNTIL=20201231T000000\r\n", "" },
		{ "seconds", "DTSTART:20261126T090000\r\nRRULE:FREQ=SECONDLY\r\n",
			"3: an event is left out: it repeats within a day, or in no way that is known\n" },
		{ "several times a day", "DTSTART:20261126T090000\r\nRRULE:FREQ=DAILY;BYHOUR=9,14\r\n",
			"3: an event is left out: its rule names other times of the day than that of its start\n" },
		{ "weeks by number", "DTSTART:20261126T090000\r\nRRULE:FREQ=YEARLY;BYWEEKNO=48\r\n",
			"3: an event is left out: its rule names weeks by number\n" },
	};
	ASSERT_CASES(cases);
}

static void a_change_of_one_occurrence_takes_its_place(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	static const char series[] = "BEGIN:VEVENT\r\nUID:s\r\nDTSTART;TZID=Europe/Berlin:20261126T100000\r\n"
				     "RRULE:FREQ=WEEKLY;COUNT=3\r\nEND:VEVENT\r\n";
	static const char moved[] = "BEGIN:VEVENT\r\nUID:s\r\nRECURRENCE-ID:20261203T090000Z\r\n"
				    "DTSTART;TZID=Europe/Berlin:20261204T153000\r\nEND:VEVENT\r\n";
	static const char cancelled[] = "BEGIN:VEVENT\r\nUID:s\r\nRECURRENCE-ID;TZID=Europe/Berlin:20261210T100000\r\n"
					"DTSTART;TZID=Europe/Berlin:20261210T100000\r\nSTATUS:CANCELLED\r\n"
					"END:VEVENT\r\n";
	assert_string_equal(read_events(&arena, arena_printf(&arena, "%s%s%s", cancelled, series, moved)),
		"s/2026-11-26T10:00 2026-11-26 09:00\ns/2026-12-03T10:00 2026-12-04 14:30\n"
		"s/2026-12-10T10:00 2026-12-10 09:00 cancelled\n");
	static const char following[] =
		"BEGIN:VEVENT\r\nUID:s\r\nRECURRENCE-ID;RANGE=THISANDFUTURE:20261203T090000Z\r\n"
		"DTSTART:20261203T100000Z\r\nEND:VEVENT\r\n";
	assert_string_equal(read_events(&arena, arena_printf(&arena, "%s%s", series, following)),
		"s/2026-12-03T10:00 2026-12-03 10:00\n3: the series is changed from one day on in an entry of its "
		"own, which is not read\n");
	arena_release(&arena);
}

static void of_two_states_of_an_event_the_last_counts(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	assert_string_equal(read_events(&arena, "BEGIN:VEVENT\nUID:a\nDTSTART:20261204T090000Z\nEND:VEVENT\n"
						"BEGIN:VEVENT\nUID:b\nDTSTART:20261204T090000Z\nEND:VEVENT\n"
						"BEGIN:VEVENT\nUID:a\nDTSTART:20261203T090000Z\nEND:VEVENT\n"),
		"a 2026-12-03 09:00\nb 2026-12-04 09:00\n");
	arena_release(&arena);
}

/* --- files -------------------------------------------------------------------------------------------------------- */

static void a_method_that_cancels_cancels_its_own_calendar_alone(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	assert_string_equal(read_whole(&arena, "\xEF\xBB\xBF"
					       "begin:vcalendar\nMETHOD:CANCEL\nBEGIN:VEVENT\nUID:a\n"
					       "DTSTART:20261204T090000Z\nEND:VEVENT\nEND:VCALENDAR\n"
					       "BEGIN:VCALENDAR\nBEGIN:VTODO\nUID:t\nEND:VTODO\nBEGIN:VEVENT\nUID:b\n"
					       "DTSTART:20261205T090000Z\nend:vevent\nEND:VCALENDAR"),
		"a 2026-12-04 09:00 cancelled\nb 2026-12-05 09:00\n");
	arena_release(&arena);
}

static void what_is_no_calendar_is_refused(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	assert_string_equal(read_whole(&arena, ""), "4:0: it is no calendar");
	assert_string_equal(read_whole(&arena, "# A note\n"), "4:1: it is no calendar");
	assert_string_equal(read_whole(&arena, "\n\nBEGIN:VCARD\nEND:VCARD\n"), "4:3: it is no calendar");
	assert_string_equal(read_whole(&arena, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:a\n"),
		"4:3: the calendar is cut off: a component is not closed");
	assert_string_equal(read_whole(&arena, "BEGIN:VCALENDAR\nEND:VCALENDAR\n"), "");
	arena_release(&arena);
}

static const char *repeated(struct arena *arena, const char *before, const char *text, size_t times, const char *behind)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(8 << 20);
	buffer_add_text(&out, before);
	for (size_t i = 0; i < times; i++)
		buffer_add_text(&out, text);
	buffer_add_text(&out, behind);
	return arena_copy_text(arena, buffer_span(&out));
}

/* Each of these takes minutes, or the stack, where it is taken at its word. */
static void a_hostile_file_ends_soon_and_says_so(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	const char *found = read_events(
		&arena, repeated(&arena, "", "BEGIN:VEVENT\n", 20000, repeated(&arena, "", "END:VEVENT\n", 20000, "")));
	assert_string_equal(found, "3: a component holds what is no text, or too much within each other\n");
	found = read_events(&arena, repeated(&arena, "",
					    "BEGIN:VEVENT\nUID:n\nDTSTART:19000101T000000\n"
					    "RRULE:FREQ=DAILY;COUNT=2000000000;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n",
					    3000, ""));
	assert_true(span_contains(span_of(found), "0: the file holds more than can be followed; the rest is left out"));
	found = read_events(&arena,
		repeated(&arena, "", "BEGIN:VEVENT\nUID:n\nDTSTART:20261119T000000\nRRULE:FREQ=DAILY\nEND:VEVENT\n",
			2000, ""));
	assert_true(span_contains(span_of(found), "0: the file holds more than can be followed; the rest is left out"));
	found = read_events(&arena,
		"BEGIN:VTIMEZONE\nTZID:Z\nBEGIN:STANDARD\nDTSTART:19000101T000000\nTZOFFSETFROM:+0100\n"
		"TZOFFSETTO:+0200\nRRULE:FREQ=SECONDLY\nEND:STANDARD\nEND:VTIMEZONE\n");
	assert_string_equal(found, "3: a time zone's description is not understood: Z\n");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_event_is_read_as_it_is_written),
		cmocka_unit_test(an_uid_that_no_line_can_hold_is_none),
		cmocka_unit_test(times_around_a_change_of_the_clocks_are_the_zones_own),
		cmocka_unit_test(a_series_keeps_its_local_time_when_the_clocks_change),
		cmocka_unit_test(a_series_is_followed_within_the_window),
		cmocka_unit_test(a_change_of_one_occurrence_takes_its_place),
		cmocka_unit_test(of_two_states_of_an_event_the_last_counts),
		cmocka_unit_test(a_method_that_cancels_cancels_its_own_calendar_alone),
		cmocka_unit_test(what_is_no_calendar_is_refused),
		cmocka_unit_test(a_hostile_file_ends_soon_and_says_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
