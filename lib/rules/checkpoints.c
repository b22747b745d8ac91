#include "rules/checkpoints.h"

#include "rules/client_sessions.h"

struct date engagement_start(const struct records *records, const struct engagement *engagement)
{
	if (date_is_known(engagement->start))
		return engagement->start;
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		bool counts = session_takes_time(session) || session->status == SESSION_MISSED;
		if (counts && session->client_id == engagement->client_id)
			return session->date;
	}
	return DATE_NONE;
}

/* --- by the week ------------------------------------------------------------------------------------------------- */

static bool falls_by_week(int every, struct date start, struct week first, struct week last)
{
	if (!date_is_known(start))
		return every == 1;
	struct week begin = week_of(start);
	if (week_compare(begin, last) > 0)
		return false;
	int weeks = week_difference(begin, last);
	struct week latest = week_add(last, -(weeks % every));
	return week_compare(latest, first) >= 0;
}

/* --- by the month ------------------------------------------------------------------------------------------------ */

static int months_of(struct rhythm rhythm)
{
	return rhythm.every * (rhythm.unit == RHYTHM_YEAR ? 12 : rhythm.unit == RHYTHM_QUARTER ? 3 : 1);
}

static int months_between(struct date from, struct date to)
{
	struct calendar a = date_calendar(from);
	struct calendar b = date_calendar(to);
	return (b.year - a.year) * 12 + b.month - a.month;
}

static bool falls_by_month(int months, struct date start, struct week first, struct week last, struct date *day)
{
	if (!date_is_known(start))
		return false;
	struct date end = week_sunday(last);
	int times = months_between(start, end) / months;
	struct date latest = date_add_months(start, times * months);
	if (times > 0 && date_compare(latest, end) > 0)
		latest = date_add_months(start, --times * months);
	*day = latest;
	return times > 0 && date_compare(latest, week_monday(first)) >= 0;
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

bool checkpoint_falls(struct rhythm rhythm, struct date start, struct week first, struct week last, struct date *day)
{
	*day = DATE_NONE;
	switch (rhythm.unit) {
	case RHYTHM_DAY:
		return falls_by_week(1, start, first, last);
	case RHYTHM_WEEK:
		return falls_by_week(rhythm.every, start, first, last);
	case RHYTHM_MONTH:
	case RHYTHM_QUARTER:
	case RHYTHM_YEAR:
		return falls_by_month(months_of(rhythm), start, first, last, day);
	case RHYTHM_NONE:
		break;
	}
	return false;
}

struct result_list checkpoints_due(struct arena *arena, const struct engagement *engagement, struct date start,
	struct week first, struct week last)
{
	size_t most = engagement ? engagement->checkpoint_count : 0;
	struct due_checkpoint *due = arena_new_array(arena, most, struct due_checkpoint);
	struct result_list list = { due, 0 };
	for (size_t i = 0; i < most; i++) {
		const struct engagement_checkpoint *checkpoint = &engagement->checkpoints[i];
		struct date day;
		if (checkpoint_falls(checkpoint->rhythm, start, first, last, &day))
			due[list.count++] = (struct due_checkpoint){ checkpoint->text,
				span_of(rhythm_text(arena, checkpoint->rhythm)), day };
	}
	return list;
}
