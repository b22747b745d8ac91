/* Judging completed weeks: which have enough data, where a category stands against its share, and the circuit breaker.
 * Part of the capacity decision (rules/capacity.h). */
#ifndef COACH_RULES_BREAKER_H
#define COACH_RULES_BREAKER_H

#include "rules/capacity.h"

/* The weeks before the running one, latest first, with their hours: as many as trend, breaker and median need. */
struct completed_weeks {
	struct week_hours *items;
	size_t count;
	size_t shown;    /* how many of them trend and breaker look at */
	int min_minutes; /* a week with fewer logged minutes is too little data */
};

/* `last` is the latest week to look at. */
struct completed_weeks completed_weeks(
	struct arena *arena, const struct records *records, const struct capacity_settings *settings, struct week last);

/* Enough logged hours to be judged. */
bool week_has_data(const struct completed_weeks *completed, const struct week_hours *hours);

/* The category's share of the week's total in percent; the total is not 0. */
struct fraction category_share(const struct week_hours *hours, enum category category);
/* Share less contracted share, in percent points. */
struct fraction category_variance(
	const struct week_hours *hours, const struct capacity_contract *contract, enum category category);
enum capacity_status category_status(const struct capacity_settings *settings, struct fraction variance);

/* The same category (admin or business development) elevated or breached in each of the last weeks with data. Skipped
 * weeks and a tripped breaker are findings. */
const struct capacity_breaker *breaker_decide(struct arena *arena, const struct completed_weeks *completed,
	const struct portfolio *portfolio, const struct plan *plan, const struct capacity_settings *settings,
	struct finding_list *findings);

#endif
