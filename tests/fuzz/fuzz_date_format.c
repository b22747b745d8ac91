/* The first line is a format for dates in file names, the second a text: what is read was written that way and lies in
 * the years that text may say; and any day, written in a format that tells a date, is read as a day that is written so.
 */
#include "fuzz/fuzz.h"
#include "vault/date_format.h"

static void check_text(struct arena *arena, struct date_format format, struct span text)
{
	struct date date = DATE_NONE;
	if (!date_format_read(format, text, &date)) {
		CHECK(!date_is_known(date));
		return;
	}
	CHECK(date_may_be_said(date));
	CHECK(span_is(text, date_format_write(arena, format, date)));
}

/* Of a week note it is the Monday that is written. */
static void check_day(struct arena *arena, struct date_format format, struct date day)
{
	struct date monday = week_monday(week_of(day));
	struct date again = DATE_NONE;
	const char *text = date_format_write(arena, format, monday);
	if (date_may_be_said(monday) && date_format_read(format, span_of(text), &again))
		CHECK(strcmp(text, date_format_write(arena, format, again)) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct span rest = input_copy(&arena, data, size);
	int days = (int)(input_choice(rest) % 401750);
	struct span pattern = input_first_line(&rest);
	struct span text = input_first_line(&rest);
	for (int sunday = 0; sunday <= 1; sunday++) {
		struct date_format format = { pattern, sunday };
		struct error error = ERROR_INIT;
		bool tells = date_format_check(format, &error) == 0;
		CHECK(tells || (error.class == ERROR_USAGE && error.hint[0]));
		CHECK(!tells || date_format_is_understood(format));
		check_text(&arena, format, text);
		if (tells)
			check_day(&arena, format, date_add(date_of(1900, 1, 1), days));
	}
	arena_release(&arena);
	return 0;
}
