/* Any bytes as a calendar file: what is read lies in the days that text may say, its texts are valid UTF-8, events are
 * in order, of one key there is one, and the same bytes give the same again. */
#include "codec/icalendar.h"
#include "codec/utf8.h"
#include "fuzz/fuzz.h"

/* A zone that is not told by its name: its clocks change on each first of April and October. */
static bool instant(const char *zone, struct date date, int second, int64_t *seconds)
{
	int month = date_calendar(date).month;
	*seconds = (int64_t)date.days * 86400 + second - (month >= 4 && month < 10 ? 7200 : 3600);
	return zone[0] != 'X';
}

static void local(const char *zone, int64_t seconds, struct date *date, int *minutes)
{
	(void)zone;
	int64_t days = seconds / 86400 - (seconds % 86400 < 0);
	*date = (struct date){ (int)days };
	*minutes = (int)(seconds - days * 86400) / 60;
}

static const struct icalendar_clock test_clock = { instant, local };

static void check_event(const struct icalendar_event *event)
{
	CHECK(date_may_be_said(date_add(event->date, 2)) || date_may_be_said(date_add(event->date, -2)));
	CHECK(event->start >= -1 && event->start < 24 * 60 && event->minutes >= 0);
	CHECK(utf8_is_valid(event->key) && utf8_is_valid(event->summary) && utf8_is_valid(event->description));
	CHECK(span_equal(span_slice(event->key, 0, event->uid.length), event->uid));
	CHECK(!span_contains(event->key, "\n") && event->line > 0);
	CHECK(event->in_series || span_equal(event->key, event->uid));
	for (size_t i = 0; i < event->name_count; i++)
		CHECK(utf8_is_valid(event->names[i]));
}

static void check_order(const struct icalendar_event *a, const struct icalendar_event *b)
{
	int order = date_compare(a->date, b->date);
	CHECK(order < 0 ||
		(order == 0 && (a->start < b->start || (a->start == b->start && span_compare(a->key, b->key) <= 0))));
	CHECK(a->key.length == 0 || !span_equal(a->key, b->key));
}

static bool read_calendar(struct arena *arena, const struct icalendar_request *request, struct icalendar *calendar)
{
	struct error error = ERROR_INIT;
	if (coach_calendar.read(arena, request, calendar, &error) == 0)
		return true;
	CHECK(error.class == ERROR_PARSE && error.hint[0]);
	return false;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct icalendar calendar;
	struct icalendar again;
	const struct icalendar_request request = { input_copy(&arena, data, size), "test.ics", date_of(2026, 11, 19),
		date_of(2027, 2, 10), "", &test_clock };
	if (read_calendar(&arena, &request, &calendar)) {
		CHECK(read_calendar(&arena, &request, &again));
		CHECK(calendar.count == again.count && calendar.problem_count == again.problem_count);
		for (size_t i = 0; i < calendar.count; i++) {
			check_event(&calendar.events[i]);
			CHECK(span_equal(calendar.events[i].key, again.events[i].key));
			if (i > 0)
				check_order(&calendar.events[i - 1], &calendar.events[i]);
		}
		for (size_t i = 0; i < calendar.problem_count; i++)
			CHECK(utf8_is_valid(span_of(calendar.problems[i].message)));
	}
	arena_release(&arena);
	return 0;
}
