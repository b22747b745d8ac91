#include "sys/clock.h"

#include "base/arena.h"
#include "sys/file.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char zones[] = "/usr/share/zoneinfo";

static struct moment moment_of(const struct tm *parts)
{
	struct date date = date_of(parts->tm_year + 1900, parts->tm_mon + 1, parts->tm_mday);
	return (struct moment){ date, parts->tm_hour * 60 + parts->tm_min };
}

/* A NULL value unsets it. */
static void set_time_zone(const char *zone)
{
	int failed = zone ? setenv("TZ", zone, 1) : unsetenv("TZ");
	if (failed)
		memory_exhausted();
	tzset();
}

/* Instants as local times of a zone. C knows no other way to another zone than the environment, so it is changed and
 * put back. */
static void read_clocks(const char *zone, const int64_t *instants, size_t count, struct moment *moments)
{
	struct arena arena = ARENA_INIT;
	bool named = zone && *zone;
	const char *before = getenv("TZ");
	before = before ? arena_copy_text(&arena, span_of(before)) : NULL;
	if (named)
		set_time_zone(zone);
	else
		tzset();
	for (size_t i = 0; i < count; i++) {
		time_t instant = (time_t)instants[i];
		struct tm parts;
		moments[i] = moment_of(localtime_r(&instant, &parts));
	}
	if (named)
		set_time_zone(before);
	arena_release(&arena);
}

struct moment clock_moment(const char *zone, int64_t seconds)
{
	struct moment moment;
	read_clocks(zone, &seconds, 1, &moment);
	return moment;
}

struct moment clock_now(const char *zone)
{
	return clock_moment(zone, (int64_t)time(NULL));
}

/* How far the local time is ahead of UTC. */
static int64_t offset_of(struct moment local, int64_t instant)
{
	return ((int64_t)local.date.days * 24 * 60 + local.minutes) * 60 - (instant - instant % 60);
}

bool clock_instant(const char *zone, struct date date, int second_of_day, int64_t *seconds)
{
	enum { DAY = 24 * 60 * 60 };
	int64_t local = (int64_t)date.days * DAY + second_of_day;
	const int64_t around[] = { local - DAY, local + DAY };
	struct moment moments[2];
	if (!clock_knows_zone(zone))
		return false;
	read_clocks(zone, around, 2, moments);
	int64_t before = local - offset_of(moments[0], around[0]);
	int64_t after = local - offset_of(moments[1], around[1]);
	const int64_t tried[] = { before, after };
	read_clocks(zone, tried, 2, moments);
	bool only_after = tried[0] + offset_of(moments[0], tried[0]) != local &&
			  tried[1] + offset_of(moments[1], tried[1]) == local;
	*seconds = only_after ? after : before;
	return true;
}

bool clock_knows_zone(const char *zone)
{
	struct arena arena = ARENA_INIT;
	bool known = file_look(zones, NULL) != FILE_DIRECTORY ||
		     file_look(path_join(&arena, zones, zone), NULL) == FILE_REGULAR;
	arena_release(&arena);
	return known;
}

int64_t clock_seconds(void)
{
	return (int64_t)time(NULL);
}

int clock_offset_minutes(void)
{
	time_t now = time(NULL);
	struct tm parts;
	tzset();
	struct moment local = moment_of(localtime_r(&now, &parts));
	struct moment universal = moment_of(gmtime_r(&now, &parts));
	return date_difference(universal.date, local.date) * 24 * 60 + local.minutes - universal.minutes;
}
