#include "cli/option_value.h"

#include "base/buffer.h"
#include "base/nearest.h"

#include <assert.h>

void *option_place(const struct option *option, void *options)
{
	return (char *)options + option->offset;
}

static int refuse(struct error *error, const char *shown, const char *text, const char *what)
{
	return error_set(error, ERROR_USAGE, "%s: \"%s\" is not %s", shown, text, what);
}

static bool read_integer(struct span text, int *value)
{
	bool negative = span_skip(&text, "-");
	if (!span_read_digits(&text, value) || text.length > 0)
		return false;
	if (negative)
		*value = -*value;
	return true;
}

static int store_integer(
	const struct option *option, void *place, const char *text, const char *shown, struct error *error)
{
	int value = 0;
	bool any = option->least == option->most;
	if (!read_integer(span_of(text), &value)) {
		refuse(error, shown, text, "a whole number");
	} else if (!any && (value < option->least || value > option->most)) {
		error_set(error, ERROR_USAGE, "%s: %d is out of range", shown, value);
	} else {
		*(int *)place = value;
		return 0;
	}
	return any ? -1 : error_hint(error, "from %d to %d", option->least, option->most);
}

static int store_date(void *place, const char *text, const char *shown, struct date today, struct error *error)
{
	struct date date = DATE_NONE;
	if (!date_is_known(today) || date_parse(span_of(text), today, &date)) {
		*(struct date *)place = date;
		return 0;
	}
	refuse(error, shown, text, "a date");
	return error_hint(error, "for example 2026-11-20, today, fri, next tue, +3d");
}

static int store_week(void *place, const char *text, const char *shown, struct date today, struct error *error)
{
	struct week week = { 0, 0 };
	if (!date_is_known(today) || week_parse(span_of(text), today, &week)) {
		*(struct week *)place = week;
		return 0;
	}
	refuse(error, shown, text, "a week");
	return error_hint(error, "for example 2026-W48, W48, this, next, -1");
}

static int store_duration(void *place, const char *text, const char *shown, struct error *error)
{
	int minutes = 0;
	if (duration_parse(span_of(text), &minutes)) {
		*(int *)place = minutes;
		return 0;
	}
	refuse(error, shown, text, "a length of time");
	return error_hint(error, "for example 1.5 (hours), 90m, 1:30; at most 24 hours");
}

static int hint_choices(const struct option *option, const char *text, struct error *error)
{
	struct buffer BUFFER_CLEANUP all = BUFFER_INIT(ERROR_TEXT_SIZE / 2);
	struct nearest nearest = nearest_to(span_of(text));
	for (const char *const *choice = option->choices; *choice; choice++) {
		buffer_printf(&all, "%s%s", all.length > 0 ? ", " : "", *choice);
		nearest_offer(&nearest, *choice);
	}
	if (nearest.best)
		return error_hint(error, "did you mean %s? One of %s", nearest.best, all.bytes);
	return error_hint(error, "one of %s", all.length > 0 ? all.bytes : "");
}

static int store_choice(
	const struct option *option, void *place, const char *text, const char *shown, struct error *error)
{
	for (int i = 0; option->choices[i]; i++)
		if (text_is_alike(span_of(text), span_of(option->choices[i]))) {
			*(int *)place = i;
			return 0;
		}
	refuse(error, shown, text, "known here");
	return hint_choices(option, text, error);
}

int option_store(const struct option *option, void *options, const char *text, const char *shown, struct date today,
	struct error *error)
{
	void *place = option_place(option, options);
	if (!*text && !option->takes_empty)
		return error_set(error, ERROR_USAGE, "%s is empty", shown);
	switch (option->kind) {
	case OPTION_TEXT:
		*(const char **)place = text;
		return 0;
	case OPTION_INTEGER:
		return store_integer(option, place, text, shown, error);
	case OPTION_DATE:
		return store_date(place, text, shown, today, error);
	case OPTION_WEEK:
		return store_week(place, text, shown, today, error);
	case OPTION_DURATION:
		return store_duration(place, text, shown, error);
	case OPTION_CHOICE:
		return store_choice(option, place, text, shown, error);
	case OPTION_FLAG:
	case OPTION_WORDS:
	case OPTION_END:
		break;
	}
	assert(!"a kind that takes no value");
	return -1;
}
