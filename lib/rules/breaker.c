#include "rules/breaker.h"

#include <stdlib.h>

enum { MEDIAN_WEEKS = 8, LOOK_BACK_MOST = 53, JUDGED_MOST = 12 };

static int compare_minutes(const void *left, const void *right)
{
	int a = *(const int *)left;
	int b = *(const int *)right;
	return (a > b) - (a < b);
}

/* Half the median of what was logged in the last weeks that have hours, in whole minutes: what is fewer than half is
 * fewer than half rounded up. */
static int half_median(const struct completed_weeks *completed)
{
	int logged[MEDIAN_WEEKS];
	int count = 0;
	for (size_t i = 0; i < completed->count && count < MEDIAN_WEEKS; i++)
		if (completed->items[i].logged > 0)
			logged[count++] = completed->items[i].logged;
	if (count == 0)
		return 0;
	qsort(logged, (size_t)count, sizeof(*logged), compare_minutes);
	int twice_the_median = logged[count / 2] + logged[(count - 1) / 2];
	return (twice_the_median + 3) / 4;
}

static struct week earliest_record(const struct records *records, struct week last)
{
	struct week earliest = last;
	for (size_t i = 0; i < records->week_count; i++)
		if (week_compare(records->weeks[i].week, earliest) < 0)
			earliest = records->weeks[i].week;
	return earliest;
}

/* How many weeks trip the breaker: the portfolio's word, else the configuration's. */
static int breaker_weeks(const struct capacity_settings *settings, const struct portfolio *portfolio)
{
	int weeks = portfolio && portfolio->breaker_weeks ? portfolio->breaker_weeks : settings->breaker_weeks;
	return weeks < JUDGED_MOST ? weeks : JUDGED_MOST;
}

static int breaker_lookback(const struct capacity_settings *settings, int wanted)
{
	return settings->breaker_lookback > wanted ? settings->breaker_lookback : wanted;
}

struct completed_weeks completed_weeks(
	struct arena *arena, const struct records *records, const struct capacity_settings *settings, struct week last)
{
	int lookback = breaker_lookback(settings, breaker_weeks(settings, records->portfolio));
	int least = settings->trend_weeks > lookback ? settings->trend_weeks : lookback;
	int known = week_difference(earliest_record(records, last), last) + 1;
	int count = known > LOOK_BACK_MOST ? LOOK_BACK_MOST : known;
	count = count > least ? count : least;
	struct completed_weeks completed = {
		.items = arena_new_array(arena, (size_t)count, struct week_hours),
		.shown = (size_t)least,
	};
	for (int i = 0; i < count; i++)
		completed.items[completed.count++] = week_hours(records, &settings->hours, week_add(last, -i));
	completed.min_minutes = settings->min_minutes >= 0 ? settings->min_minutes : half_median(&completed);
	return completed;
}

bool week_has_data(const struct completed_weeks *completed, const struct week_hours *hours)
{
	return hours->logged > 0 && hours->logged >= completed->min_minutes;
}

struct fraction category_share(const struct week_hours *hours, enum category category)
{
	return fraction_of(100LL * hours->minutes[category], hours->total);
}

struct fraction category_variance(
	const struct week_hours *hours, const struct capacity_contract *contract, enum category category)
{
	return fraction_subtract(category_share(hours, category), fraction_of(contract->tenths[category], 10));
}

enum capacity_status category_status(const struct capacity_settings *settings, struct fraction variance)
{
	if (fraction_compare(variance, fraction_of(settings->breached_points, 1)) > 0)
		return CAPACITY_BREACHED;
	if (fraction_compare(variance, fraction_of(settings->elevated_points, 1)) > 0)
		return CAPACITY_ELEVATED;
	if (fraction_compare(variance, fraction_of(-settings->elevated_points, 1)) < 0)
		return CAPACITY_UNDER;
	return CAPACITY_WITHIN;
}

/* The weeks that the breaker judges: the last ones with data, latest first. */
struct judged {
	const struct week_hours *weeks[JUDGED_MOST];
	int count;
};

static void report_too_little(
	const struct completed_weeks *completed, const struct week_hours *hours, struct finding_list *findings)
{
	finding_add(findings, FINDING_TOO_LITTLE_DATA, (struct position){ 0 },
		"%s has %d minutes logged, fewer than %d; the circuit breaker skips it", week_format(hours->week).text,
		hours->logged, completed->min_minutes);
}

/* Once for all weeks, of which a new practice has many. */
static void report_empty(const char *weeks, int count, struct finding_list *findings)
{
	if (count)
		finding_add(findings, FINDING_WEEK_SKIPPED, (struct position){ 0 },
			"%s %s no Time Log row; the circuit breaker skips %s", weeks, count == 1 ? "has" : "have",
			count == 1 ? "it" : "them");
}

static struct judged weeks_judged(const struct completed_weeks *completed, const struct capacity_settings *settings,
	int wanted, struct finding_list *findings)
{
	struct judged judged = { .count = 0 };
	int lookback = breaker_lookback(settings, wanted);
	const char *empty = "";
	int empty_count = 0;
	for (size_t i = 0; i < completed->count && (int)i < lookback && judged.count < wanted; i++) {
		const struct week_hours *hours = &completed->items[i];
		if (week_has_data(completed, hours))
			judged.weeks[judged.count++] = hours;
		else if (hours->has_rows)
			report_too_little(completed, hours, findings);
		else
			empty = arena_printf(findings->arena, "%s%s%s", week_format(hours->week).text,
				empty_count++ ? ", " : "", empty);
	}
	report_empty(empty, empty_count, findings);
	return judged;
}

/* The excess over all judged weeks in points, or 0 when one of them was within. */
static struct fraction excess(const struct judged *judged, const struct capacity_contract *contract,
	const struct capacity_settings *settings, enum category category)
{
	struct fraction sum = fraction_of(0, 1);
	for (int i = 0; i < judged->count; i++) {
		struct fraction variance = category_variance(judged->weeks[i], contract, category);
		enum capacity_status status = category_status(settings, variance);
		if (status != CAPACITY_ELEVATED && status != CAPACITY_BREACHED)
			return fraction_of(0, 1);
		sum = fraction_add(sum, variance);
	}
	return sum;
}

static struct result_list week_shares(struct arena *arena, const struct judged *judged, enum category category)
{
	struct capacity_week_share *shares = arena_new_array(arena, (size_t)judged->count, struct capacity_week_share);
	for (int i = 0; i < judged->count; i++) {
		const struct week_hours *hours = judged->weeks[judged->count - 1 - i];
		shares[i].week = hours->week;
		shares[i].share = fraction_round(category_share(hours, category));
	}
	return (struct result_list){ shares, (size_t)judged->count };
}

/* The lowest priority among the plan's active business-development initiatives; of equals the one listed last. Ones
 * without a priority come after all that have one only where none has. */
static struct span initiative_to_pause(const struct plan *plan)
{
	const struct initiative *lowest = NULL;
	for (size_t i = 0; plan && i < plan->initiative_count; i++) {
		const struct initiative *initiative = &plan->initiatives[i];
		if (initiative->status != INITIATIVE_ACTIVE || !initiative->category_known ||
			initiative->category != CATEGORY_BIZDEV)
			continue;
		if (!lowest || initiative->priority >= lowest->priority)
			lowest = initiative;
	}
	return lowest ? lowest->name : SPAN_NONE;
}

static void report_tripped(const struct capacity_breaker *breaker, struct arena *arena, struct finding_list *findings)
{
	const char *figures = "";
	for (size_t i = 0; i < breaker->weeks.count; i++) {
		const struct capacity_week_share *week = (const struct capacity_week_share *)breaker->weeks.items + i;
		figures = arena_printf(arena, "%s%s%s %s%%", figures, i ? ", " : "", week_format(week->week).text,
			decimal_text(arena, week->share));
	}
	struct finding *finding = finding_add(findings, FINDING_BREAKER_TRIPPED, (struct position){ 0 },
		"the circuit breaker is tripped by %s: %s", category_names[breaker->category], figures);
	if (breaker->pause.at)
		finding_hint(findings, finding, "pause \"%.*s\" and fix the root cause; do not work more hours",
			SPAN_PRINT(breaker->pause));
	else
		finding_hint(findings, finding,
			"pause the lowest-priority business-development activity; no quarterly plan names one");
}

const struct capacity_breaker *breaker_decide(struct arena *arena, const struct completed_weeks *completed,
	const struct portfolio *portfolio, const struct plan *plan, const struct capacity_settings *settings,
	struct finding_list *findings)
{
	struct capacity_breaker *breaker = arena_new(arena, struct capacity_breaker);
	breaker->category = breaker->also = -1;
	if (!portfolio || !portfolio->contract.known)
		return breaker;
	int wanted = breaker_weeks(settings, portfolio);
	struct judged judged = weeks_judged(completed, settings, wanted, findings);
	if (judged.count < wanted)
		return breaker;
	struct fraction admin = excess(&judged, &portfolio->contract, settings, CATEGORY_ADMIN);
	struct fraction bizdev = excess(&judged, &portfolio->contract, settings, CATEGORY_BIZDEV);
	if (admin.numerator == 0 && bizdev.numerator == 0)
		return breaker;
	bool admin_leads = fraction_compare(admin, bizdev) >= 0;
	breaker->tripped = true;
	breaker->category = admin_leads ? CATEGORY_ADMIN : CATEGORY_BIZDEV;
	if (admin.numerator && bizdev.numerator)
		breaker->also = admin_leads ? CATEGORY_BIZDEV : CATEGORY_ADMIN;
	breaker->weeks = week_shares(arena, &judged, (enum category)breaker->category);
	breaker->pause = initiative_to_pause(plan);
	report_tripped(breaker, arena, findings);
	return breaker;
}
