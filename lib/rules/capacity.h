/* Capacity: the contract against what happened, sessions against the maximum, demand, trend and the circuit breaker
 * (vault-template/practice/Client Portfolio.md §4). Pure: the same records and date give the same result.
 *
 * Shares, variances and hours are rounded for display only; every status is taken on exact minutes. */
#ifndef COACH_RULES_CAPACITY_H
#define COACH_RULES_CAPACITY_H

#include "base/date.h"
#include "base/fraction.h"
#include "base/value.h"
#include "model/finding.h"
#include "rules/hours.h"

enum capacity_status {
	CAPACITY_WITHIN,
	CAPACITY_UNDER,
	CAPACITY_ELEVATED,
	CAPACITY_BREACHED,
	CAPACITY_IN_PROGRESS,
	CAPACITY_NO_DATA,
};

extern const char *const capacity_status_names[];

struct capacity_settings {
	struct hours_settings hours;
	int elevated_points; /* more than this many points over is elevated */
	int breached_points;
	int breaker_weeks;    /* in a row, of those with data */
	int breaker_lookback; /* completed weeks looked at */
	int trend_weeks;
	int min_minutes; /* a week with fewer logged minutes is too little data; -1: half the median */
	int upcoming_weeks;
};

struct capacity_contract_shares {
	struct decimal coaching, bizdev, admin;
};

struct capacity_category {
	int name; /* enum category */
	struct decimal hours;
	struct decimal share;
	struct decimal contracted; /* unknown without a contract */
	struct decimal variance;
	int status; /* enum capacity_status */
};

struct capacity_actual {
	struct decimal hours_total;    /* unknown where there is no data */
	struct result_list categories; /* struct capacity_category; empty where there is no data */
};

struct capacity_upcoming {
	struct week week;
	struct optional_integer booked;
};

struct capacity_sessions {
	struct optional_integer booked;
	struct optional_integer maximum;
	struct result_list upcoming; /* struct capacity_upcoming */
};

struct capacity_demand {
	struct decimal per_week_low, per_week_high;
	struct result_list unknown; /* struct span */
	struct fraction low, high;  /* exact, for rules */
};

struct capacity_week_share {
	struct week week;
	struct decimal share;
};

struct capacity_breaker {
	bool tripped;
	int category;             /* enum category; -1 when not tripped */
	int also;                 /* the other one when both are tripped; -1 */
	struct result_list weeks; /* struct capacity_week_share, oldest first */
	struct span pause;        /* the initiative to pause; at NULL when no plan names one */
};

struct capacity_trend_week {
	struct week week;
	struct decimal coaching, bizdev, admin;
	int unread; /* rows that could not be read */
};

struct capacity_ending {
	const struct roster_client *row;
	struct span client; /* its name */
	struct date end;
	struct decimal freed_per_week; /* sessions a week, the high end; unknown where the demand is */
};

struct capacity {
	struct week week;
	const struct capacity_contract_shares *contract; /* NULL when not known */
	const struct capacity_actual *actual;
	const struct capacity_sessions *sessions;
	const struct capacity_demand *demand; /* NULL without a roster */
	const struct capacity_breaker *breaker;
	struct result_list trend;       /* struct capacity_trend_week, oldest first */
	struct result_list endings;     /* struct capacity_ending: programmes that end in the upcoming weeks */
	struct decimal bandwidth;       /* Total Weekly Bandwidth in hours; unknown where the portfolio names none */
	struct decimal headroom;        /* sessions of the week still free; unknown without a maximum */
	const struct week_hours *hours; /* of the week, exact */
};

/* Everything about one week, seen on `today`. The running week is in `actual` and never judged; trend and breaker look
 * at the completed weeks up to it. Findings name the place each rests on. */
struct capacity *capacity_decide(struct arena *arena, const struct records *records,
	const struct capacity_settings *settings, struct week week, struct date today, struct finding_list *findings);

#endif
