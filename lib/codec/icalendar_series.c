/* Series into occurrences: rules, dates added and taken out, and changes of single occurrences. */
#include "codec/icalendar_parts.h"

#include <stdlib.h>
#include <string.h>

enum { SECONDS_IN_MINUTE = 60, MINUTES_IN_DAY = 24 * 60, SECONDS_IN_DAY = 24 * 60 * 60 };

struct occurrence {
	struct written_time at;
	int minutes;
};

struct occurrences {
	struct occurrence *items;
	size_t count, capacity;
};

/* --- times -------------------------------------------------------------------------------------------------------- */

/* An order for times of one series: by instant where both have one, else as they are written. A day stands for each of
 * its times. */
static int compare_times(struct reading *reading, const struct written_time *a, const struct written_time *b)
{
	int64_t first;
	int64_t second;
	bool by_day = a->kind == WRITTEN_DAY || b->kind == WRITTEN_DAY;
	if (!by_day && written_time_seconds(reading, a, &first) && written_time_seconds(reading, b, &second))
		return (first > second) - (first < second);
	int order = date_compare(a->date, b->date);
	return order || by_day ? order : (a->second > b->second) - (a->second < b->second);
}

static bool is_known(struct reading *reading, const struct written_time *time)
{
	int64_t seconds;
	return time->kind != WRITTEN_ZONED || written_time_seconds(reading, time, &seconds);
}

/* "2026-12-04T10:00", "2026-12-04". */
static const char *key_time(struct arena *arena, const struct written_time *time)
{
	struct date_text day = date_format(time->date);
	if (time->kind == WRITTEN_DAY)
		return arena_printf(arena, "%s", day.text);
	return arena_printf(arena, "%sT%s%s", day.text, clock_time_format(time->second / SECONDS_IN_MINUTE).text,
		time->kind == WRITTEN_UTC ? "Z" : "");
}

/* From start to end in minutes; 0 where that is not said, or not more than nothing. */
static int minutes_of(struct reading *reading, const struct written_event *event)
{
	int64_t start = (int64_t)event->start.date.days * SECONDS_IN_DAY + event->start.second;
	int64_t end = (int64_t)event->end.date.days * SECONDS_IN_DAY + event->end.second;
	if (event->end.kind == WRITTEN_NONE || event->start.kind == WRITTEN_DAY)
		return event->start.kind == WRITTEN_DAY ? 0 : event->minutes;
	if (written_time_seconds(reading, &event->start, &start) && !written_time_seconds(reading, &event->end, &end))
		return 0;
	int64_t minutes = (end - start) / SECONDS_IN_MINUTE;
	return minutes > 0 && minutes < INT32_MAX ? (int)minutes : 0;
}

/* --- events ------------------------------------------------------------------------------------------------------- */

static void add_event(struct reading *reading, const struct written_event *written, const struct occurrence *at,
	const struct written_time *first, bool cancelled)
{
	struct icalendar *calendar = reading->calendar;
	if (calendar->count >= EVENTS_MOST)
		return;
	calendar->events = arena_grow(
		reading->arena, calendar->events, calendar->count, &reading->event_capacity, sizeof(*calendar->events));
	struct icalendar_event *event = &calendar->events[calendar->count++];
	*event = (struct icalendar_event){
		.uid = written->uid,
		.key = written->uid,
		.in_series = first != NULL,
		.summary = written->summary,
		.description = written->description,
		.names = written->names,
		.name_count = written->name_count,
		.date = at->at.date,
		.start = at->at.kind == WRITTEN_DAY ? -1 : at->at.second / SECONDS_IN_MINUTE,
		.minutes = at->minutes,
		.cancelled = cancelled,
		.line = written->line,
	};
	if (first && written->uid.length)
		event->key = span_of(arena_printf(
			reading->arena, "%.*s/%s", SPAN_PRINT(written->uid), key_time(reading->arena, first)));
	int64_t seconds;
	if (written_time_seconds(reading, &at->at, &seconds))
		reading->request->clock->local(reading->request->zone, seconds, &event->date, &event->start);
}

/* --- a series ----------------------------------------------------------------------------------------------------- */

static bool is_series(const struct written_event *event)
{
	return event->rule_count > 0 || event->extra_count > 0;
}

static void add_occurrence(struct reading *reading, struct occurrences *all, struct written_time at, int minutes)
{
	all->items = arena_grow(reading->arena, all->items, all->count, &all->capacity, sizeof(*all->items));
	all->items[all->count++] = (struct occurrence){ at, minutes };
}

static int compare_occurrences(const void *left, const void *right)
{
	const struct occurrence *a = left;
	const struct occurrence *b = right;
	int order = date_compare(a->at.date, b->at.date);
	if (order == 0)
		order = (a->at.second > b->at.second) - (a->at.second < b->at.second);
	return order ? order : (a->minutes > b->minutes) - (a->minutes < b->minutes);
}

/* Several rules, and days added, may name the same time. */
static void unite_occurrences(struct occurrences *all)
{
	size_t kept = 0;
	if (all->count > 1)
		qsort(all->items, all->count, sizeof(*all->items), compare_occurrences);
	for (size_t i = 0; i < all->count; i++) {
		const struct written_time *at = &all->items[i].at;
		const struct written_time *before = kept ? &all->items[kept - 1].at : NULL;
		if (!before || date_compare(before->date, at->date) != 0 || before->second != at->second)
			all->items[kept++] = all->items[i];
	}
	all->count = kept;
}

static struct date first_day(const struct reading *reading)
{
	return date_add(reading->request->from, -1);
}

static struct date last_day(const struct reading *reading)
{
	return date_add(reading->request->until, 1);
}

static bool is_in_window(const struct reading *reading, struct date date)
{
	return date_compare(date, first_day(reading)) >= 0 && date_compare(date, last_day(reading)) <= 0;
}

/* What one rule gives; false where its steps run out. */
static bool follow_rule(struct reading *reading, const struct written_event *event, const struct written_rule *rule,
	struct occurrences *all)
{
	struct rule_days days = { .count = 0 };
	int minutes = minutes_of(reading, event);
	if (!icalendar_rule_days(reading->arena, &rule->rule, event->start.date, first_day(reading), last_day(reading),
		    &reading->steps, &days))
		return false;
	for (size_t i = 0; i < days.count; i++) {
		struct written_time at = event->start;
		at.date = days.items[i];
		bool ended = rule->until.kind != WRITTEN_NONE && compare_times(reading, &at, &rule->until) > 0;
		if (!ended)
			add_occurrence(reading, all, at, minutes);
	}
	return true;
}

static bool is_listed(struct reading *reading, const struct written_event *event, const struct written_time *at)
{
	for (size_t i = 0; i < event->excluded_count; i++, reading->steps--)
		if (compare_times(reading, &event->excluded[i], at) == 0)
			return true;
	return false;
}

static bool is_change_of(const struct written_event *change, const struct written_event *event)
{
	return change->recurrence.kind != WRITTEN_NONE && change->uid.length && span_equal(change->uid, event->uid);
}

/* The occurrence has an entry of its own, which is then added for it. */
static bool is_changed(struct reading *reading, const struct written_event *event, const struct written_time *at)
{
	for (size_t i = 0; i < reading->count; i++, reading->steps--) {
		const struct written_event *change = reading->events[i];
		if (is_change_of(change, event) && compare_times(reading, &change->recurrence, at) == 0)
			return true;
	}
	return false;
}

static bool changes_what_follows(struct reading *reading, const struct written_event *event)
{
	for (size_t i = 0; i < reading->count; i++, reading->steps--)
		if (is_change_of(reading->events[i], event) && reading->events[i]->following)
			return true;
	return false;
}

static void note_series(struct reading *reading, const struct written_event *event)
{
	struct icalendar *calendar = reading->calendar;
	calendar->series = arena_grow(reading->arena, calendar->series, calendar->series_count,
		&reading->series_capacity, sizeof(*calendar->series));
	calendar->series[calendar->series_count++] = event->uid;
}

static void follow_series(struct reading *reading, const struct written_event *event)
{
	struct occurrences all = { .count = 0 };
	if (changes_what_follows(reading, event)) {
		reading_problem(reading, event->line,
			"the series is changed from one day on in an entry of its own, which is not read");
		return;
	}
	if (event->rule_count == 0 && is_in_window(reading, event->start.date))
		add_occurrence(reading, &all, event->start, minutes_of(reading, event));
	for (size_t i = 0; i < event->extra_count; i++) {
		const struct extra_time *extra = &event->extra[i];
		int minutes = extra->minutes ? extra->minutes : minutes_of(reading, event);
		if (is_in_window(reading, extra->start.date))
			add_occurrence(reading, &all, extra->start, minutes);
	}
	bool followed = true;
	for (size_t i = 0; i < event->rule_count && followed; i++)
		followed = follow_rule(reading, event, &event->rules[i], &all);
	unite_occurrences(&all);
	for (size_t i = 0; i < all.count && reading->steps > 0; i++) {
		const struct occurrence *at = &all.items[i];
		if (!is_changed(reading, event, &at->at))
			add_event(reading, event, at, &at->at, event->cancelled || is_listed(reading, event, &at->at));
	}
	if (!followed || reading->steps <= 0)
		reading_problem(reading, event->line, "the file repeats too much to be followed in full");
	else
		note_series(reading, event);
}

/* --- all ---------------------------------------------------------------------------------------------------------- */

/* The time of before in the words of the series: a program may say it in UTC. */
static struct written_time first_time(struct reading *reading, const struct written_event *change)
{
	for (size_t i = 0; i < reading->count; i++, reading->steps--) {
		const struct written_event *event = reading->events[i];
		if (!is_series(event) || event->lost || !is_change_of(change, event))
			continue;
		/* The same instant on the day before, on that day, or on the day after. */
		for (int days = -1; days <= 1; days++) {
			struct written_time at = event->start;
			at.date = date_add(change->recurrence.date, days);
			if (change->recurrence.kind == WRITTEN_UTC &&
				compare_times(reading, &change->recurrence, &at) == 0)
				return at;
		}
	}
	return change->recurrence;
}

static void add_written(struct reading *reading, const struct written_event *event)
{
	if (is_series(event) && event->recurrence.kind == WRITTEN_NONE) {
		follow_series(reading, event);
		return;
	}
	struct occurrence at = { event->start, minutes_of(reading, event) };
	if (event->recurrence.kind == WRITTEN_NONE) {
		add_event(reading, event, &at, NULL, event->cancelled);
		return;
	}
	struct written_time first = first_time(reading, event);
	add_event(reading, event, &at, &first, event->cancelled);
}

static int compare_events(const void *left, const void *right)
{
	const struct icalendar_event *a = left;
	const struct icalendar_event *b = right;
	int order = date_compare(a->date, b->date);
	if (order == 0)
		order = (a->start > b->start) - (a->start < b->start);
	if (order == 0)
		order = span_compare(a->key, b->key);
	return order ? order : (a->line > b->line) - (a->line < b->line);
}

static int compare_keys(const void *left, const void *right)
{
	const struct icalendar_event *a = left;
	const struct icalendar_event *b = right;
	int order = span_compare(a->key, b->key);
	return order ? order : (a->line > b->line) - (a->line < b->line);
}

/* A file may hold an event as it was, too: the last of one key counts. */
static void drop_earlier(struct icalendar *calendar)
{
	size_t kept = 0;
	if (calendar->count > 1)
		qsort(calendar->events, calendar->count, sizeof(*calendar->events), compare_keys);
	for (size_t i = 0; i < calendar->count; i++) {
		const struct icalendar_event *event = &calendar->events[i];
		bool repeated = i + 1 < calendar->count && event->key.length && span_equal(event->key, event[1].key);
		if (!repeated)
			calendar->events[kept++] = *event;
	}
	calendar->count = kept;
}

void series_follow(struct reading *reading)
{
	struct icalendar *calendar = reading->calendar;
	for (size_t i = 0; i < reading->count; i++) {
		struct written_event *event = reading->events[i];
		if (!event->lost && !is_known(reading, &event->start))
			event->lost = arena_printf(reading->arena,
				"its time zone, %s, is neither described in the file nor known here",
				event->start.zone);
		if (event->lost)
			reading_problem(reading, event->line, "an event is left out: %s", event->lost);
		else if (reading->steps > 0)
			add_written(reading, event);
	}
	if (calendar->count >= EVENTS_MOST || reading->steps <= 0)
		reading_problem(reading, 0, "the file holds more than can be followed; the rest is left out");
	drop_earlier(calendar);
	if (calendar->count > 1)
		qsort(calendar->events, calendar->count, sizeof(*calendar->events), compare_events);
}
