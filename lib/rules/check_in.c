#include "rules/check_in.h"

enum { DAY_MINUTES = 24 * 60, WEEK_DAYS = 7 };

struct date mid_week_day(const struct engagement *engagement, struct date day)
{
	int weekday = engagement ? engagement->communication.check_in.weekday : -1;
	return date_add(week_monday(week_of(day)), weekday < 0 ? WEDNESDAY : weekday);
}

struct check_in check_in_of(const struct engagement *engagement, struct date session, struct date day)
{
	int minutes = engagement ? engagement->communication.check_in.minutes : 0;
	struct week week = week_of(day);
	if (!minutes)
		return (struct check_in){ week_monday(week), mid_week_day(engagement, day), week_sunday(week) };
	struct date due = date_add(session, (minutes + DAY_MINUTES - 1) / DAY_MINUTES);
	return (struct check_in){ date_add(session, 1), due, date_add(due, WEEK_DAYS - 1) };
}

struct date check_in_day(const struct engagement *engagement, struct date session, struct date next)
{
	struct check_in first = check_in_of(engagement, session, date_add(session, WEEK_DAYS));
	bool meets = date_is_known(next) && date_compare(next, first.to) <= 0;
	return meets ? DATE_NONE : first.due;
}

const struct task *check_in_promised(const struct records *records, int client_id, const struct check_in *check_in)
{
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		for (size_t k = 0; session->client_id == client_id && k < session->check_ins.count; k++) {
			const struct task *task = &session->check_ins.items[k];
			if (date_is_known(task->due) && date_compare(task->due, check_in->from) >= 0 &&
				date_compare(task->due, check_in->to) <= 0)
				return task;
		}
	}
	return NULL;
}
