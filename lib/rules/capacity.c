#include "rules/capacity.h"

#include "rules/breaker.h"
#include "rules/demand.h"
#include "rules/overdue_sessions.h"

const char *const capacity_status_names[] = { "within", "under", "elevated", "breached", "in_progress", "no_data",
	NULL };

struct decision {
	struct arena *arena;
	const struct records *records;
	const struct capacity_settings *settings;
	const struct completed_weeks *completed;
	struct week week;
	struct week running;
	struct finding_list *findings;
};

static struct decimal hours_of(int minutes)
{
	return fraction_round(fraction_of(minutes, 60));
}

static const struct capacity_contract_shares *contract_shares(struct arena *arena, const struct portfolio *portfolio)
{
	if (!portfolio || !portfolio->contract.known)
		return NULL;
	struct capacity_contract_shares *shares = arena_new(arena, struct capacity_contract_shares);
	const int *tenths = portfolio->contract.tenths;
	shares->coaching = (struct decimal){ true, tenths[CATEGORY_COACHING] };
	shares->bizdev = (struct decimal){ true, tenths[CATEGORY_BIZDEV] };
	shares->admin = (struct decimal){ true, tenths[CATEGORY_ADMIN] };
	return shares;
}

static void report_over(const struct decision *decision, const struct capacity_category *category)
{
	if (category->status != CAPACITY_ELEVATED && category->status != CAPACITY_BREACHED)
		return;
	finding_add(decision->findings, FINDING_OVER_CONTRACT, (struct position){ 0 },
		"%s took %s%% of %s; %s%% are contracted (%s)", category_title((enum category)category->name),
		decimal_text(decision->arena, category->share), week_format(decision->week).text,
		decimal_text(decision->arena, category->contracted), capacity_status_names[category->status]);
}

static struct capacity_category judge(
	const struct decision *decision, const struct week_hours *hours, enum category name)
{
	const struct portfolio *portfolio = decision->records->portfolio;
	struct capacity_category category = {
		.name = name,
		.hours = hours_of(hours->minutes[name]),
		.share = fraction_round(category_share(hours, name)),
		.status = CAPACITY_NO_DATA,
	};
	if (portfolio && portfolio->contract.known) {
		struct fraction variance = category_variance(hours, &portfolio->contract, name);
		category.contracted = (struct decimal){ true, portfolio->contract.tenths[name] };
		category.variance = fraction_round(variance);
		category.status = category_status(decision->settings, variance);
	}
	if (week_compare(hours->week, decision->running) >= 0)
		category.status = CAPACITY_IN_PROGRESS;
	report_over(decision, &category);
	return category;
}

static bool is_judged(const struct decision *decision, const struct week_hours *hours)
{
	if (week_compare(hours->week, decision->running) >= 0)
		return hours->logged > 0;
	return week_has_data(decision->completed, hours);
}

static void report_no_data(const struct decision *decision, const struct week_hours *hours)
{
	struct date_text week = week_format(hours->week);
	struct position nowhere = { 0 };
	if (!hours->has_rows && hours->held)
		finding_hint(decision->findings,
			finding_add(decision->findings, FINDING_HELD_WITHOUT_LOG, nowhere,
				"%s has %d held session%s and no Time Log row, so it has no shares", week.text,
				hours->held, hours->held == 1 ? "" : "s"),
			"log the other hours with `coach log`");
	else if (hours->has_rows && hours->total > 0)
		finding_add(decision->findings, FINDING_TOO_LITTLE_DATA, nowhere,
			"%s has %d minutes logged, fewer than %d: too little data to be judged", week.text,
			hours->logged, decision->completed->min_minutes);
}

static const struct capacity_actual *actual_of(const struct decision *decision, const struct week_hours *hours)
{
	struct capacity_actual *actual = arena_new(decision->arena, struct capacity_actual);
	if (!is_judged(decision, hours)) {
		report_no_data(decision, hours);
		return actual;
	}
	struct capacity_category *categories =
		arena_new_array(decision->arena, CATEGORY_COUNT, struct capacity_category);
	for (int i = 0; i < CATEGORY_COUNT; i++)
		categories[i] = judge(decision, hours, (enum category)i);
	actual->hours_total = hours_of(hours->total);
	actual->categories = (struct result_list){ categories, CATEGORY_COUNT };
	return actual;
}

static void report_maximum(const struct decision *decision, struct week week, int booked, int maximum)
{
	if (booked <= maximum)
		return;
	finding_add(decision->findings, FINDING_OVER_MAXIMUM, (struct position){ 0 },
		"%s has %d sessions booked; the maximum is %d", week_format(week).text, booked, maximum);
}

static const struct capacity_sessions *sessions_of(const struct decision *decision, const struct week_hours *hours)
{
	const struct portfolio *portfolio = decision->records->portfolio;
	bool bounded = portfolio && portfolio->maximum_known;
	size_t count = (size_t)decision->settings->upcoming_weeks;
	struct capacity_sessions *sessions = arena_new(decision->arena, struct capacity_sessions);
	struct capacity_upcoming *upcoming = arena_new_array(decision->arena, count, struct capacity_upcoming);
	sessions->booked = INTEGER_OF(hours->booked);
	sessions->maximum = bounded ? INTEGER_OF(portfolio->maximum_sessions) : INTEGER_UNKNOWN;
	if (bounded)
		report_maximum(decision, hours->week, hours->booked, portfolio->maximum_sessions);
	for (size_t i = 0; i < count; i++) {
		struct week week = week_add(decision->week, (int)i + 1);
		int booked = week_hours(decision->records, &decision->settings->hours, week).booked;
		upcoming[i] = (struct capacity_upcoming){ week, INTEGER_OF(booked) };
		if (bounded)
			report_maximum(decision, week, booked, portfolio->maximum_sessions);
	}
	sessions->upcoming = (struct result_list){ upcoming, count };
	return sessions;
}

static struct result_list trend_of(const struct decision *decision)
{
	size_t count = (size_t)decision->settings->trend_weeks;
	struct capacity_trend_week *trend = arena_new_array(decision->arena, count, struct capacity_trend_week);
	for (size_t i = 0; i < count; i++) {
		const struct week_hours *hours = &decision->completed->items[count - 1 - i];
		trend[i].week = hours->week;
		trend[i].unread = hours->unread;
		if (!week_has_data(decision->completed, hours))
			continue;
		trend[i].coaching = fraction_round(category_share(hours, CATEGORY_COACHING));
		trend[i].bizdev = fraction_round(category_share(hours, CATEGORY_BIZDEV));
		trend[i].admin = fraction_round(category_share(hours, CATEGORY_ADMIN));
	}
	return (struct result_list){ trend, count };
}

/* The weeks whose figures are shown: the trend's, and the one that was asked for. */
static void report_not_counted(const struct decision *decision, struct date today)
{
	int shown = (int)decision->completed->shown;
	bool is_completed = week_compare(decision->week, decision->running) < 0;
	for (int i = shown - 1; i >= 0; i--)
		overdue_sessions_report_week(decision->arena, decision->records, decision->completed->items[i].week,
			today, decision->findings);
	if (!is_completed)
		overdue_sessions_report_week(
			decision->arena, decision->records, decision->week, today, decision->findings);
}

static struct week earlier(struct week a, struct week b)
{
	return week_compare(a, b) < 0 ? a : b;
}

struct capacity *capacity_decide(struct arena *arena, const struct records *records,
	const struct capacity_settings *settings, struct week week, struct date today, struct finding_list *findings)
{
	struct week running = week_of(today);
	struct completed_weeks completed =
		completed_weeks(arena, records, settings, earlier(week, week_add(running, -1)));
	struct decision decision = { arena, records, settings, &completed, week, running, findings };
	struct week_hours *hours = arena_new(arena, struct week_hours);
	*hours = week_hours(records, &settings->hours, week);

	struct capacity *capacity = arena_new(arena, struct capacity);
	capacity->week = week;
	capacity->hours = hours;
	capacity->contract = contract_shares(arena, records->portfolio);
	capacity->actual = actual_of(&decision, hours);
	capacity->sessions = sessions_of(&decision, hours);
	capacity->demand = demand_decide(arena, records->portfolio, today, findings);
	const struct plan *plan = records_plan(records, week_monday(week));
	capacity->breaker = breaker_decide(arena, &completed, records->portfolio, plan, settings, findings);
	capacity->trend = trend_of(&decision);
	report_not_counted(&decision, today);
	struct date horizon = week_sunday(week_add(week, settings->upcoming_weeks));
	capacity->endings = programme_endings(arena, records->portfolio, week_monday(week), horizon);
	if (records->portfolio && records->portfolio->bandwidth_minutes > 0)
		capacity->bandwidth = hours_of(records->portfolio->bandwidth_minutes);
	if (capacity->sessions->maximum.known)
		capacity->headroom = (struct decimal){ true,
			10 * (capacity->sessions->maximum.value - capacity->sessions->booked.value) };
	return capacity;
}
