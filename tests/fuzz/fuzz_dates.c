/* Any text as people type it for a day, a week, a quarter, a time, a length or an appointment: what is understood lies
 * in the years that text may say, and written out it is read as the same again. What is not understood sets nothing. */
#include "base/appointment.h"
#include "fuzz/fuzz.h"

static void check_day(struct span text, struct date today)
{
	struct date date = DATE_NONE;
	struct date again = DATE_NONE;
	if (!date_parse(text, today, &date)) {
		CHECK(!date_is_known(date));
		return;
	}
	struct date_text written = date_format(date);
	CHECK(date_may_be_said(date));
	CHECK(date_parse_iso(span_of(written.text), &again) && date_compare(date, again) == 0);
	CHECK(date_parse(span_of(written.text), today, &again) && date_compare(date, again) == 0);
}

static void check_week(struct span text, struct date today)
{
	struct week week = { 0, 0 };
	struct week again = { 0, 0 };
	if (!week_parse(text, today, &week)) {
		CHECK(week.year == 0);
		return;
	}
	struct date_text written = week_format(week);
	CHECK(date_may_be_said(week_monday(week)));
	CHECK(week_parse_iso(span_of(written.text), &again) && week_compare(week, again) == 0);
	CHECK(week_parse(span_of(written.text), today, &again) && week_compare(week, again) == 0);
	CHECK(week_compare(week_of(week_sunday(week)), week) == 0);
}

static void check_quarter(struct span text)
{
	struct quarter quarter = { 0, 0 };
	struct quarter again = { 0, 0 };
	if (!quarter_parse(text, &quarter)) {
		CHECK(quarter.year == 0);
		return;
	}
	CHECK(date_may_be_said(quarter_start(quarter)) && date_may_be_said(quarter_end(quarter)));
	CHECK(quarter_parse(span_of(quarter_format(quarter).text), &again) && quarter_compare(quarter, again) == 0);
	CHECK(quarter_compare(quarter_of(quarter_end(quarter)), quarter) == 0);
}

static void check_time(struct span text)
{
	int minutes = -1;
	int again = -1;
	if (clock_time_parse(text, &minutes)) {
		CHECK(minutes >= 0 && minutes < 24 * 60);
		CHECK(clock_time_parse(span_of(clock_time_format(minutes).text), &again) && again == minutes);
	} else {
		CHECK(minutes == -1);
	}
	int length = -1;
	if (duration_parse(text, &length)) {
		CHECK(length >= 1 && length <= 24 * 60);
		CHECK(duration_parse(span_of(clock_time_format(length).text), &again) && again == length);
	} else {
		CHECK(length == -1);
	}
}

static void check_appointment(struct arena *arena, struct span text, struct date today)
{
	struct appointment appointment = { DATE_NONE, -1 };
	struct appointment again = { DATE_NONE, -1 };
	if (!appointment_parse(text, today, &appointment))
		return;
	bool has_day = date_is_known(appointment.date);
	CHECK(has_day || appointment.start >= 0);
	CHECK(!has_day || date_may_be_said(appointment.date));
	struct date_text day = date_format(appointment.date);
	struct date_text time = { "" };
	if (appointment.start >= 0)
		time = clock_time_format(appointment.start);
	CHECK(appointment_parse(span_of(arena_printf(arena, "%s %s", day.text, time.text)), today, &again));
	CHECK(date_compare(appointment.date, again.date) == 0 && appointment.start == again.start);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct span text = input_copy(&arena, data, size);
	/* The ends of what text may say, where steps lead beyond, and a day between. */
	const struct date days[] = { date_of(1900, 1, 1), date_of(2026, 11, 20), date_of(2999, 12, 31) };
	for (size_t i = 0; i < sizeof(days) / sizeof(*days); i++) {
		check_day(text, days[i]);
		check_week(text, days[i]);
		check_appointment(&arena, text, days[i]);
	}
	check_quarter(text);
	check_time(text);
	arena_release(&arena);
	return 0;
}
