#include "cli/as_of.h"

/* A date and, behind a T or a space, a time of day. */
static bool parse_pinned(struct span text, struct moment *moment)
{
	struct moment read = { DATE_NONE, 0 };
	if (!date_read_iso(&text, &read.date) || !date_is_known(read.date))
		return false;
	bool timed = span_skip(&text, "T") || span_skip(&text, " ");
	if (timed ? !clock_time_parse(text, &read.minutes) : text.length > 0)
		return false;
	*moment = read;
	return true;
}

static bool parse(struct span text, const char *zone, struct moment *moment)
{
	struct moment read = { DATE_NONE, 0 };
	if (parse_pinned(text, moment))
		return true;
	if (!date_parse(text, clock_now(zone).date, &read.date))
		return false;
	*moment = read;
	return true;
}

int as_of_resolve(const char *given, const char *environment, const char *zone, struct moment *now, struct error *error)
{
	const char *text = given ? given : environment;
	if (!text || !*text) {
		*now = clock_now(zone);
		return 0;
	}
	if (parse(span_of(text), zone, now))
		return 0;
	const char *name = given ? "--as-of" : "COACH_NOW";
	error_set(error, ERROR_USAGE, "%s: \"%s\" is not a date", name, text);
	return error_hint(error, "for example 2026-11-20, 2026-11-20T09:30, yesterday, -3d");
}

struct date as_of_day(const char *given, const char *environment)
{
	struct moment now = { DATE_NONE, 0 };
	struct error ignored = ERROR_INIT;
	return as_of_resolve(given, environment, NULL, &now, &ignored) ? clock_now(NULL).date : now.date;
}
