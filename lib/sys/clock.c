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

struct moment clock_now(const char *zone)
{
	time_t now = time(NULL);
	struct tm parts;
	if (!zone || !*zone) {
		tzset();
		return moment_of(localtime_r(&now, &parts));
	}
	/* C knows no other way to another zone than the environment, so it is changed and put back. */
	struct arena arena = ARENA_INIT;
	const char *before = getenv("TZ");
	before = before ? arena_copy_text(&arena, span_of(before)) : NULL;
	set_time_zone(zone);
	struct moment moment = moment_of(localtime_r(&now, &parts));
	set_time_zone(before);
	arena_release(&arena);
	return moment;
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
