#include "rules/check_in.h"

struct date check_in_day(struct date session, struct date next)
{
	struct week week = week_of(session);
	if (date_is_known(next) && week_difference(week, week_of(next)) < 2)
		return DATE_NONE;
	return date_add(week_monday(week_add(week, 1)), WEDNESDAY);
}
