#include "practice/note_path.h"

#include "sys/file.h"
#include "vault/date_format.h"
#include "vault/slots.h"

#include <string.h>

struct span note_week_name(struct arena *arena, const struct configuration *configuration, struct week week)
{
	struct date_format format = { span_of(configuration->week_format), configuration->sunday_weeks };
	if (date_format_is_understood(format))
		return span_of(date_format_write(arena, format, week_monday(week)));
	return arena_copy_span(arena, span_of(week_format(week).text));
}

/* `day` is how {date} is written. */
static const char *fill(struct arena *arena, const struct configuration *configuration, const char *pattern,
	struct span client, struct date date, struct span day)
{
	struct week week = week_of(date);
	struct date_text quarter = quarter_format(quarter_of(date));
	int year = span_contains(span_of(pattern), "{week}") ? week.year : date_calendar(date).year;
	const struct slot slots[] = {
		{ "client", client.length ? span_of(vault_file_name(arena, client)) : SPAN_NONE },
		{ "date", day },
		{ "week", note_week_name(arena, configuration, week) },
		{ "quarter", span_of(quarter.text) },
		{ "year", span_of(arena_printf(arena, "%04d", year)) },
	};
	struct span path = slots_fill(arena, span_of(pattern), slots, sizeof(slots) / sizeof(slots[0]));
	return arena_copy_text(arena, path);
}

const char *note_path(struct arena *arena, const struct configuration *configuration, const char *pattern,
	struct span client, struct date date)
{
	struct date_text day = date_format(date);
	return fill(arena, configuration, pattern, client, date, span_of(day.text));
}

const char *note_path_of_day(struct arena *arena, const struct configuration *configuration, struct date date)
{
	struct date_format format = { span_of(configuration->day_format), configuration->sunday_weeks };
	struct date_text day = date_format(date);
	struct span name =
		date_format_is_understood(format) ? span_of(date_format_write(arena, format, date)) : span_of(day.text);
	return fill(arena, configuration, configuration->day_path, SPAN_NONE, date, name);
}

const char *note_path_free(struct arena *arena, const struct vault *vault, const char *path)
{
	struct span stem = span_of(path);
	const char *candidate = path;
	if (span_ends_with(stem, ".md"))
		stem.length -= strlen(".md");
	for (int number = 2; file_look(vault_path(arena, vault, candidate), NULL) != FILE_MISSING; number++)
		candidate = arena_printf(arena, "%.*s %d.md", SPAN_PRINT(stem), number);
	return candidate;
}
