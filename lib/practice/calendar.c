#include "practice/calendar.h"

#include "sys/clock.h"
#include "sys/process.h"

static void local_time(const char *zone, int64_t seconds, struct date *date, int *minutes)
{
	struct moment moment = clock_moment(zone, seconds);
	*date = moment.date;
	*minutes = moment.minutes;
}

#ifdef STATIC_MODULES

static const struct icalendar_reader *open_reader(struct error *error)
{
	(void)error;
	return &coach_calendar;
}

#else

static const struct icalendar_reader *open_reader(struct error *error)
{
	static const char name[] = "coach-calendar.so";
	void *address;
	if (process_open_module(name, "coach_calendar", &address, error) == 0)
		return address;
	error_hint(error, "`make install` puts %s into %s", name, COACH_LIBEXECDIR);
	return NULL;
}

#endif

int calendar_read(
	struct arena *arena, struct icalendar_request request, struct icalendar *calendar, struct error *error)
{
	static const struct icalendar_clock clock = { clock_instant, local_time };
	const struct icalendar_reader *reader = open_reader(error);
	if (!reader)
		return -1;
	request.clock = &clock;
	return reader->read(arena, &request, calendar, error);
}
