/* What the calendar's own files share (for lib/codec/icalendar*.c alone): an event as it is written, before its series
 * is followed. */
#ifndef COACH_CODEC_ICALENDAR_PARTS_H
#define COACH_CODEC_ICALENDAR_PARTS_H

#include "codec/icalendar.h"
#include "codec/icalendar_rule.h"

/* Steps in all: days that a rule looks at, and observances that a time is compared with. */
enum { SERIES_STEPS_MOST = 20000000, EVENTS_MOST = 20000, UID_MOST = 512 };

enum written_kind { WRITTEN_NONE, WRITTEN_DAY, WRITTEN_FLOATING, WRITTEN_UTC, WRITTEN_ZONED };

struct written_time {
	enum written_kind kind;
	struct date date;
	int second;       /* of the day */
	const char *zone; /* TZID */
};

/* RDATE: a start, and how long where it is a period. */
struct extra_time {
	struct written_time start;
	int minutes; /* 0: as long as the others */
};

struct written_rule {
	struct icalendar_rule rule;
	struct written_time until; /* WRITTEN_NONE: without end */
};

struct written_event {
	struct span uid;
	struct span summary;
	struct span description;
	struct span *names;
	size_t name_count, name_capacity;
	struct written_time start, end, recurrence;
	int minutes; /* DURATION; 0 without */
	struct written_rule *rules;
	size_t rule_count, rule_capacity;
	struct extra_time *extra;
	size_t extra_count, extra_capacity;
	struct written_time *excluded;
	size_t excluded_count, excluded_capacity;
	bool cancelled;
	bool following;   /* the change is of all that follow, too */
	const char *lost; /* why it is left out; NULL: it is not */
	unsigned line;
};

/* One STANDARD or DAYLIGHT of a VTIMEZONE. */
struct observance {
	struct written_time onset; /* in the time of before */
	int from, to;              /* offsets from UTC in seconds */
	struct written_rule *rules;
	size_t rule_count, rule_capacity;
	struct extra_time *extra;
	size_t extra_count, extra_capacity;
};

struct written_zone {
	const char *name;
	struct observance *observances;
	size_t count, capacity;
};

struct reading {
	struct arena *arena;
	const struct icalendar_request *request;
	struct icalendar *calendar;
	size_t event_capacity, series_capacity, problem_capacity;
	struct written_event **events;
	size_t count, capacity;
	struct written_zone *zones;
	size_t zone_count, zone_capacity;
	long steps; /* left */
};

void reading_problem(struct reading *reading, unsigned line, const char *format, ...)
	__attribute__((format(printf, 3, 4)));

/* --- icalendar_values.c: the one that knows libical --- */

/* Reads the text of one VEVENT; what libical could not read becomes problems. */
struct written_event *event_read(struct reading *reading, struct span text, unsigned line);
/* Reads the text of one VTIMEZONE and adds it to the zones. */
void zone_read(struct reading *reading, struct span text, unsigned line);

/* --- icalendar_zone.c --- */

/* The instant of a time that has a zone; false for one that has none, or one that nobody knows. */
bool written_time_seconds(struct reading *reading, const struct written_time *time, int64_t *seconds);

/* --- icalendar_series.c --- */

/* Adds the events to the calendar: series in the window, with what was changed in them. */
void series_follow(struct reading *reading);

#endif
