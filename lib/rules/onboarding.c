#include "rules/onboarding.h"

static const int days_to_step[STEP_COUNT] = { 3, 7, 14, 21, 30 };
enum { ONBOARDED_DAYS = 30, QUICK_WIN_DAYS = 21, REVIEW_DAYS = 90 };

const char *onboarding_step_name(enum onboarding_step step)
{
	static const char *const names[STEP_COUNT] = { "step alignment", "step information", "step working model",
		"step first value", "step review" };
	return names[step];
}

const char *onboarding_milestone_term(enum onboarding_milestone milestone)
{
	static const char *const terms[MILESTONE_COUNT] = { "onboarding complete", "first quick win", "90-day review",
		"mid-engagement review", "engagement close" };
	return terms[milestone];
}

static struct date working_day(struct date day)
{
	enum weekday weekday = date_weekday(day);
	return weekday > FRIDAY ? date_add(day, FRIDAY - (int)weekday) : day;
}

/* What may be planned: from today on. */
static struct date ahead(struct date day, struct date today)
{
	struct date planned = working_day(day);
	return date_compare(planned, today) < 0 ? DATE_NONE : planned;
}

static struct date before_end(struct date day, struct date end, struct date today)
{
	bool behind = date_is_known(end) && date_compare(day, end) >= 0;
	return behind ? DATE_NONE : ahead(day, today);
}

static struct date midway(struct date start, struct date end, struct date today)
{
	bool in_order = date_is_known(end) && date_compare(end, start) > 0;
	return in_order ? ahead(date_add(start, date_difference(start, end) / 2), today) : DATE_NONE;
}

struct onboarding onboarding_decide(struct date start, struct date end, struct date today)
{
	struct onboarding onboarding;
	onboarding.milestones[MILESTONE_ONBOARDED] = before_end(date_add(start, ONBOARDED_DAYS), end, today);
	onboarding.milestones[MILESTONE_QUICK_WIN] = before_end(date_add(start, QUICK_WIN_DAYS), end, today);
	onboarding.milestones[MILESTONE_90_DAYS] = before_end(date_add(start, REVIEW_DAYS), end, today);
	onboarding.milestones[MILESTONE_MIDWAY] = midway(start, end, today);
	onboarding.milestones[MILESTONE_CLOSE] = end;
	for (int step = 0; step < STEP_COUNT; step++)
		onboarding.steps[step] = ahead(date_add(start, days_to_step[step]), today);
	return onboarding;
}
