/* Events of a calendar file (.ics, RFC 5545), each occurrence of a series by itself, in a window of days.
 *
 * The functions live in a shared module (coach-calendar.so) that links libical and is opened on first use, so that no
 * other command pays for it (docs/performance.md). libical reads the values; where components begin and end, what a
 * rule means and when a zone's clocks change is worked out here, in steps that are counted: libical's own way through a
 * rule may take minutes for a line that somebody made up.
 *
 * What cannot be read is a problem with its line; the event that it belongs to is left out where it could stand on a
 * wrong day. Not read: rules by hour, minute, second or number of the week, by another calendar than the Gregorian, and
 * changes of "this and all that follow" in one entry. */
#ifndef COACH_CODEC_ICALENDAR_H
#define COACH_CODEC_ICALENDAR_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

#include <stdint.h>

/* The system's time zones, which a codec does not see. Instants are seconds since 1970. */
struct icalendar_clock {
	/* The instant of a local time in a zone; false where there is no such zone. */
	bool (*instant)(const char *zone, struct date date, int second_of_day, int64_t *seconds);
	/* The local time of an instant in the reader's zone: a day, and minutes after midnight. */
	void (*local)(const char *zone, int64_t seconds, struct date *date, int *minutes);
};

struct icalendar_request {
	struct span text;
	const char *name;        /* of the file, for errors */
	struct date from, until; /* series are followed from a day before to a day after */
	const char *zone;        /* the reader's: whose days and times are wanted */
	const struct icalendar_clock *clock;
};

struct icalendar_event {
	struct span uid; /* empty where the event has none that can be kept */
	struct span key; /* the uid; of an occurrence `UID/2026-12-04T10:00` (`UID/2026-12-04` where it takes the day):
			  * when it was to be at first, in the event's own zone */
	bool in_series;
	struct span summary;
	struct span description;
	struct span *names; /* of attendees and the organizer, and the categories */
	size_t name_count;
	struct date date; /* in the reader's zone; what has no zone is taken as it stands */
	int start;        /* minutes after midnight; -1: the whole day */
	int minutes;      /* how long it takes; 0: not said */
	bool cancelled;   /* by its status, by the calendar's method, or taken out of its series */
	unsigned line;    /* where the event begins in the file */
};

struct icalendar_problem {
	unsigned line;
	const char *message;
};

/* Texts are valid UTF-8, and may hold any character. */
struct icalendar {
	struct icalendar_event *events; /* by date, start, key; series within the window, other events of any day */
	size_t count;
	struct span *series; /* the uids of the series in the file */
	size_t series_count;
	struct icalendar_problem *problems; /* by line */
	size_t problem_count;
};

struct icalendar_reader {
	/* ERROR_PARSE where the text is no calendar, or one that is cut off. */
	int (*read)(struct arena *arena, const struct icalendar_request *request, struct icalendar *calendar,
		struct error *error);
};

/* What the module exports. */
extern const struct icalendar_reader coach_calendar __attribute__((visibility("default")));

#endif
