/* From local times to instants: by the zones that the file describes (RFC 5545, 3.6.5), else by those of the system. */
#include "base/ascii.h"
#include "codec/icalendar_parts.h"

#include <string.h>

enum { SECONDS_IN_DAY = 24 * 60 * 60, LOOK_BACK_DAYS = 400 };

static int64_t local_seconds(struct date date, int second)
{
	return (int64_t)date.days * SECONDS_IN_DAY + second;
}

/* --- a zone of the file ------------------------------------------------------------------------------------------- */

struct onset {
	bool known;
	int64_t at; /* local, in the time of before */
	const struct observance *observance;
};

static void take_later(struct onset *latest, const struct observance *observance, int64_t at, int64_t local)
{
	if (at > local || (latest->known && at <= latest->at))
		return;
	*latest = (struct onset){ true, at, observance };
}

/* UNTIL is said in UTC, or, by older programs, as a local time. */
static bool is_behind_end(const struct observance *observance, const struct written_rule *rule, int64_t at)
{
	const struct written_time *until = &rule->until;
	if (until->kind == WRITTEN_NONE)
		return false;
	int second = until->kind == WRITTEN_DAY ? SECONDS_IN_DAY - 1 : until->second;
	int64_t end = local_seconds(until->date, second) + (until->kind == WRITTEN_UTC ? observance->from : 0);
	return at > end;
}

static void look_at_rule(struct reading *reading, const struct observance *observance, const struct written_rule *rule,
	int64_t local, struct onset *latest)
{
	struct date last = { (int)(local / SECONDS_IN_DAY) };
	if (rule->until.kind != WRITTEN_NONE && date_compare(rule->until.date, last) < 0)
		last = date_add(rule->until.date, 1);
	struct rule_days days = { .count = 0 };
	icalendar_rule_days(reading->arena, &rule->rule, observance->onset.date, date_add(last, -LOOK_BACK_DAYS), last,
		&reading->steps, &days);
	for (size_t i = 0; i < days.count; i++) {
		int64_t at = local_seconds(days.items[i], observance->onset.second);
		if (!is_behind_end(observance, rule, at))
			take_later(latest, observance, at, local);
	}
}

static void look_at_observance(
	struct reading *reading, const struct observance *observance, int64_t local, struct onset *latest)
{
	reading->steps--;
	take_later(latest, observance, local_seconds(observance->onset.date, observance->onset.second), local);
	for (size_t i = 0; i < observance->extra_count; i++) {
		const struct written_time *extra = &observance->extra[i].start;
		reading->steps--;
		take_later(latest, observance, local_seconds(extra->date, extra->second), local);
	}
	for (size_t i = 0; i < observance->rule_count; i++)
		look_at_rule(reading, observance, &observance->rules[i], local, latest);
}

/* Of two instants with the same local time the first; where the clocks leave one out, as if they had not been changed
 * yet (RFC 5545, 3.3.5). */
static int offset_at(struct reading *reading, const struct written_zone *zone, int64_t local)
{
	struct onset latest = { .known = false };
	const struct observance *first = &zone->observances[0];
	for (size_t i = 0; i < zone->count; i++) {
		const struct observance *observance = &zone->observances[i];
		if (date_compare(observance->onset.date, first->onset.date) < 0)
			first = observance;
		look_at_observance(reading, observance, local, &latest);
	}
	if (!latest.known)
		return first->from;
	bool left_out = local - latest.at < latest.observance->to - latest.observance->from;
	return left_out ? latest.observance->from : latest.observance->to;
}

static const struct written_zone *zone_of_file(const struct reading *reading, const char *name)
{
	for (size_t i = 0; i < reading->zone_count; i++)
		if (strcmp(reading->zones[i].name, name) == 0)
			return &reading->zones[i];
	return NULL;
}

/* --- a zone of the system ----------------------------------------------------------------------------------------- */

/* A name is looked up among files: one that leads elsewhere is none. */
static bool is_zone_name(struct span name)
{
	for (size_t i = 0; i < name.length; i++)
		if (!ascii_is_alphanumeric(name.at[i]) && !strchr("_+-/", name.at[i]))
			return false;
	return name.length > 0 && name.length < 64 && name.at[0] != '/' && name.at[name.length - 1] != '/';
}

/* Some programs set a path of their own before the name: `/example.org/2026/Europe/Berlin`. */
static bool ask_system(const struct reading *reading, const struct written_time *time, int64_t *seconds)
{
	struct span rest = span_of(time->zone);
	while (rest.length) {
		const char *name = arena_copy_text(reading->arena, rest);
		if (is_zone_name(rest) && reading->request->clock->instant(name, time->date, time->second, seconds))
			return true;
		if (time->zone[0] != '/')
			return false;
		rest = span_from(rest, span_find_byte(rest, '/') + 1);
	}
	return false;
}

bool written_time_seconds(struct reading *reading, const struct written_time *time, int64_t *seconds)
{
	int64_t local = local_seconds(time->date, time->second);
	if (time->kind == WRITTEN_UTC) {
		*seconds = local;
		return true;
	}
	if (time->kind != WRITTEN_ZONED)
		return false;
	const struct written_zone *zone = zone_of_file(reading, time->zone);
	if (!zone)
		return ask_system(reading, time, seconds);
	if (reading->steps <= 0)
		return false;
	*seconds = local - offset_at(reading, zone, local);
	return true;
}
