#include "practice/note_path.h"

#include "base/slot.h"
#include "sys/file.h"
#include "vault/date_format.h"

#include <string.h>

struct span note_week_name(struct arena *arena, const struct configuration *configuration, struct week week)
{
	struct date_format format = { span_of(configuration->week_format), configuration->sunday_weeks };
	if (date_format_is_understood(format))
		return span_of(date_format_write(arena, format, week_monday(week)));
	return arena_copy_span(arena, span_of(week_format(week).text));
}

/* How a day is called in a pattern. */
struct day_names {
	struct span date, week, quarter, year;
};

static struct day_names day_names_of(
	struct arena *arena, const struct configuration *configuration, const char *pattern, struct date date)
{
	if (!date_is_known(date))
		return (struct day_names){ SPAN_NONE, SPAN_NONE, SPAN_NONE, SPAN_NONE };
	struct week week = week_of(date);
	bool weekly = span_contains(span_of(pattern), "{week}");
	return (struct day_names){
		.date = arena_copy_span(arena, span_of(date_format(date).text)),
		.week = note_week_name(arena, configuration, week),
		.quarter = arena_copy_span(arena, span_of(quarter_format(quarter_of(date)).text)),
		.year = span_of(arena_printf(arena, "%04d", weekly ? week.year : date_calendar(date).year)),
	};
}

static const char *fill(struct arena *arena, const char *pattern, struct span client, const struct day_names *names)
{
	const struct slot slots[] = {
		{ "client", client.length ? span_of(vault_file_name(arena, client)) : SPAN_NONE },
		{ "date", names->date },
		{ "week", names->week },
		{ "quarter", names->quarter },
		{ "year", names->year },
	};
	struct span path = slots_fill(arena, span_of(pattern), slots, sizeof(slots) / sizeof(slots[0]));
	return arena_copy_text(arena, path);
}

const char *note_path(struct arena *arena, const struct configuration *configuration, const char *pattern,
	struct span client, struct date date)
{
	struct day_names names = day_names_of(arena, configuration, pattern, date);
	return fill(arena, pattern, client, &names);
}

const char *note_path_of_day(struct arena *arena, const struct configuration *configuration, struct date date)
{
	struct date_format format = { span_of(configuration->day_format), configuration->sunday_weeks };
	struct day_names names = day_names_of(arena, configuration, configuration->day_path, date);
	if (date_format_is_understood(format))
		names.date = span_of(date_format_write(arena, format, date));
	return fill(arena, configuration->day_path, SPAN_NONE, &names);
}

static bool is_taken(struct arena *arena, const struct vault *vault, const struct changeset *changes, const char *path)
{
	return file_look(vault_path(arena, vault, path), NULL) != FILE_MISSING ||
	       (changes && changeset_find(changes, path));
}

const char *note_path_free(
	struct arena *arena, const struct vault *vault, const struct changeset *changes, const char *path)
{
	struct span stem = span_of(path);
	const char *candidate = path;
	if (span_ends_with(stem, ".md"))
		stem.length -= strlen(".md");
	for (int number = 2; is_taken(arena, vault, changes, candidate); number++)
		candidate = arena_printf(arena, "%.*s %d.md", SPAN_PRINT(stem), number);
	return candidate;
}
