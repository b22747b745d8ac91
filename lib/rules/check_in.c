#include "rules/check_in.h"

enum { LEAST_DAYS = 5 };

static struct date wednesday_after(struct date session)
{
	return date_add(week_monday(week_add(week_of(session), 1)), WEDNESDAY);
}

/* A Saturday gives way to the day before, a Sunday to the day after. */
static struct date half_way(struct date session, int days)
{
	struct date day = date_add(session, days / 2);
	int weekday = date_weekday(day);
	if (weekday <= FRIDAY)
		return day;
	return date_add(day, weekday == SUNDAY ? 1 : -1);
}

struct date check_in_day(struct date session, struct date next)
{
	if (!date_is_known(next))
		return wednesday_after(session);
	int days = date_difference(session, next);
	if (days < LEAST_DAYS)
		return DATE_NONE;
	return week_difference(week_of(session), week_of(next)) > 1 ? wednesday_after(session)
								    : half_way(session, days);
}
