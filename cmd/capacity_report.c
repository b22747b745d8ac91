#include "cmd/capacity_report.h"

#include "model/wording.h"

static const struct result_field contract_fields[] = {
	RES_DECIMAL(struct capacity_contract_shares, coaching, "coaching", "Percent of the week for direct coaching"),
	RES_DECIMAL(struct capacity_contract_shares, bizdev, "bizdev", "Percent for business development"),
	RES_DECIMAL(struct capacity_contract_shares, admin, "admin", "Percent for admin and professional development"),
	RES_END,
};

static const struct result_field category_fields[] = {
	RES_CHOICE(struct capacity_category, name, "name", category_names, "The category"),
	RES_DECIMAL(struct capacity_category, hours, "hours", "Hours of the week"),
	RES_DECIMAL(struct capacity_category, share, "share", "Percent of the week's hours"),
	RES_DECIMAL_OR_NULL(struct capacity_category, contracted, "contracted", "Percent contracted"),
	RES_DECIMAL_OR_NULL(struct capacity_category, variance, "variance", "Share less contracted, in points"),
	RES_CHOICE(struct capacity_category, status, "status", capacity_status_names, "Where the category stands"),
	RES_END,
};

static const struct result_field actual_fields[] = {
	RES_DECIMAL_OR_NULL(struct capacity_actual, hours_total, "hours_total", "Hours of the week; null without data"),
	RES_LIST(struct capacity_actual, categories, struct capacity_category, "categories", category_fields,
		"Each category; empty without data"),
	RES_END,
};

static const struct result_field upcoming_fields[] = {
	RES_WEEK(struct capacity_upcoming, week, "week", "ISO week"),
	RES_INTEGER(struct capacity_upcoming, booked, "booked", "Sessions planned or held"),
	RES_END,
};

static const struct result_field sessions_fields[] = {
	RES_INTEGER(struct capacity_sessions, booked, "booked", "Sessions planned or held in the week"),
	RES_INTEGER_OR_NULL(struct capacity_sessions, maximum, "maximum", "Maximum Weekly Sessions"),
	RES_LIST(struct capacity_sessions, upcoming, struct capacity_upcoming, "upcoming", upcoming_fields,
		"The weeks after it"),
	RES_END,
};

static const struct result_field demand_fields[] = {
	RES_DECIMAL(struct capacity_demand, per_week_low, "per_week_low", "Sessions a week, low ends of ranges"),
	RES_DECIMAL(struct capacity_demand, per_week_high, "per_week_high", "Sessions a week, high ends"),
	RES_TEXTS(struct capacity_demand, unknown, "unknown", "Active clients whose cadence is not known"),
	RES_END,
};

static const struct result_field week_share_fields[] = {
	RES_WEEK(struct capacity_week_share, week, "week", "ISO week"),
	RES_DECIMAL(struct capacity_week_share, share, "share", "Percent of the week's hours"),
	RES_END,
};

static const struct result_field breaker_fields[] = {
	RES_BOOLEAN(struct capacity_breaker, tripped, "tripped", "Over contract in each of the weeks judged"),
	RES_CHOICE_OR_NULL(struct capacity_breaker, category, "category", category_names, "With the larger excess"),
	RES_CHOICE_OR_NULL(struct capacity_breaker, also, "also", category_names, "The other one, when both are over"),
	RES_LIST(struct capacity_breaker, weeks, struct capacity_week_share, "weeks", week_share_fields,
		"The weeks judged, oldest first"),
	RES_TEXT_OR_NULL(struct capacity_breaker, pause, "pause", "The initiative of the plan to pause"),
	RES_END,
};

static const struct result_field trend_fields[] = {
	RES_WEEK(struct capacity_trend_week, week, "week", "ISO week"),
	RES_DECIMAL_OR_NULL(struct capacity_trend_week, coaching, "coaching", "Percent; null without data"),
	RES_DECIMAL_OR_NULL(struct capacity_trend_week, bizdev, "bizdev", "Percent; null without data"),
	RES_DECIMAL_OR_NULL(struct capacity_trend_week, admin, "admin", "Percent; null without data"),
	RES_END,
};

static const struct result_field ending_fields[] = {
	RES_TEXT(struct capacity_ending, client, "client", "The client"),
	RES_DATE(struct capacity_ending, end, "end", "Programme End"),
	RES_DECIMAL_OR_NULL(
		struct capacity_ending, freed_per_week, "freed_per_week", "Sessions a week that become free"),
	RES_END,
};

const struct result_field capacity_result[] = {
	RES_WEEK(struct capacity, week, "week", "The week checked"),
	RES_OBJECT_OR_NULL(struct capacity, contract, struct capacity_contract_shares, "contract", contract_fields,
		"The capacity contract in percent; null when it is not known"),
	RES_OBJECT(
		struct capacity, actual, struct capacity_actual, "actual", actual_fields, "What the week's hours were"),
	RES_OBJECT(struct capacity, sessions, struct capacity_sessions, "sessions", sessions_fields, "Sessions booked"),
	RES_OBJECT_OR_NULL(struct capacity, demand, struct capacity_demand, "demand", demand_fields,
		"What the active roster asks for; null without a roster"),
	RES_OBJECT(struct capacity, breaker, struct capacity_breaker, "circuit_breaker", breaker_fields,
		"The circuit breaker"),
	RES_LIST(struct capacity, trend, struct capacity_trend_week, "trend", trend_fields,
		"The last completed weeks, oldest first"),
	RES_LIST(struct capacity, endings, struct capacity_ending, "endings", ending_fields,
		"Programmes that end in the weeks shown"),
	RES_DECIMAL_OR_NULL(
		struct capacity, bandwidth, "bandwidth_hours", "Total Weekly Bandwidth; null where none is named"),
	RES_DECIMAL_OR_NULL(struct capacity, headroom, "headroom", "Sessions of the week still free"),
	RES_END,
};

static const enum report_tone status_tones[] = {
	[CAPACITY_WITHIN] = TONE_GOOD,
	[CAPACITY_UNDER] = TONE_PLAIN,
	[CAPACITY_ELEVATED] = TONE_WARNING,
	[CAPACITY_BREACHED] = TONE_BAD,
	[CAPACITY_IN_PROGRESS] = TONE_QUIET,
	[CAPACITY_NO_DATA] = TONE_QUIET,
};

static const char *const status_words[] = { "within", "under", "elevated", "breached", "in progress", "no data" };

/* "12.5", "-3.0", or a dash where nothing is known. */
static const char *figure(struct arena *arena, struct decimal value, const char *unit)
{
	if (!value.known)
		return "–";
	return arena_printf(arena, "%s%s", decimal_text(arena, value), unit);
}

static struct span unread_rows_in(struct arena *arena, enum language language, int count)
{
	const struct slot slot = { "count", span_of(arena_printf(arena, "%d", count)) };
	return wording_text(arena, language, count == 1 ? "row not read" : "rows not read", &slot, 1);
}

const char *unread_rows(struct arena *arena, int count)
{
	return count ? arena_printf(arena, "%.*s", SPAN_PRINT(unread_rows_in(arena, LANGUAGE_ENGLISH, count))) : "";
}

struct span with_unread_rows(struct arena *arena, enum language language, struct span text, int count)
{
	const struct slot slots[] = { { "text", text }, { "rows", unread_rows_in(arena, language, count) } };
	return count ? wording_text(arena, language, "with rows not read", slots, 2) : text;
}

static const char *signed_figure(struct arena *arena, struct decimal value)
{
	const char *text = figure(arena, value, "");
	return value.known && value.tenths > 0 ? arena_printf(arena, "+%s", text) : text;
}

static void set(struct report_cell *cell, const char *text)
{
	cell->text = span_of(text);
}

static void report_unread(struct report *report, struct report_node *section, int unread)
{
	if (unread)
		report_text(report, section, TONE_WARNING, "%s in the Time Log: their hours are missing here.",
			unread_rows(report->arena, unread));
}

static void report_contract(struct report *report, const struct capacity *capacity)
{
	static const char *const columns[] = { "Category", "Contracted", "Actual", "Hours", "Variance", "Status" };
	struct report_node *section = report_section(report, NULL, "Contract and actual");
	struct arena *arena = report->arena;
	if (capacity->actual->categories.count == 0) {
		report_text(report, section, TONE_QUIET, "No data: no judgement without hours in the Time Log.");
		report_unread(report, section, capacity->hours->unread);
		if (capacity->contract)
			report_text(report, section, TONE_PLAIN,
				"Contracted: %s coaching, %s business development, %s admin.",
				figure(arena, capacity->contract->coaching, "%"),
				figure(arena, capacity->contract->bizdev, "%"),
				figure(arena, capacity->contract->admin, "%"));
		return;
	}
	struct report_node *table = report_table(report, section, columns, 6, "lrrrrl");
	for (size_t i = 0; i < capacity->actual->categories.count; i++) {
		const struct capacity_category *category =
			(const struct capacity_category *)capacity->actual->categories.items + i;
		struct report_cell *cells = report_row(report, table);
		set(&cells[0], category_title((enum category)category->name));
		set(&cells[1], figure(arena, category->contracted, "%"));
		set(&cells[2], figure(arena, category->share, "%"));
		set(&cells[3], figure(arena, category->hours, ""));
		set(&cells[4], signed_figure(arena, category->variance));
		set(&cells[5], status_words[category->status]);
		cells[5].tone = status_tones[category->status];
	}
	struct decimal total = capacity->actual->hours_total;
	bool over = capacity->bandwidth.known && total.tenths > capacity->bandwidth.tenths;
	report_text(report, section, over ? TONE_WARNING : TONE_PLAIN, "%s hours in all%s.", figure(arena, total, ""),
		capacity->bandwidth.known
			? arena_printf(arena, " of a bandwidth of %s", figure(arena, capacity->bandwidth, ""))
			: "");
	report_unread(report, section, capacity->hours->unread);
}

static void report_sessions(struct report *report, const struct capacity *capacity)
{
	static const char *const columns[] = { "Week", "Booked", "Maximum" };
	struct report_node *section = report_section(report, NULL, "Sessions");
	struct report_node *table = report_table(report, section, columns, 3, "lrr");
	const struct capacity_sessions *sessions = capacity->sessions;
	const char *maximum =
		sessions->maximum.known ? arena_printf(report->arena, "%lld", sessions->maximum.value) : "–";
	for (size_t i = 0; i <= sessions->upcoming.count; i++) {
		const struct capacity_upcoming *upcoming = (const struct capacity_upcoming *)sessions->upcoming.items;
		struct week week = i ? upcoming[i - 1].week : capacity->week;
		long long booked = i ? upcoming[i - 1].booked.value : sessions->booked.value;
		struct report_cell *cells = report_row(report, table);
		set(&cells[0], arena_printf(report->arena, "%s", week_format(week).text));
		set(&cells[1], arena_printf(report->arena, "%lld", booked));
		set(&cells[2], maximum);
		cells[1].tone = sessions->maximum.known && booked > sessions->maximum.value ? TONE_BAD : TONE_PLAIN;
	}
}

static void report_demand(struct report *report, const struct capacity *capacity)
{
	const struct capacity_demand *demand = capacity->demand;
	struct report_node *section = report_section(report, NULL, "Demand");
	struct arena *arena = report->arena;
	if (!demand) {
		report_text(report, section, TONE_QUIET, "No roster was found.");
		return;
	}
	const char *low = figure(arena, demand->per_week_low, "");
	const char *high = figure(arena, demand->per_week_high, "");
	const char *range = demand->per_week_low.tenths == demand->per_week_high.tenths
				    ? low
				    : arena_printf(arena, "%s–%s", low, high);
	report_text(report, section, TONE_PLAIN, "The active roster asks for **%s** sessions a week.", range);
	for (size_t i = 0; i < demand->unknown.count; i++) {
		struct span name = ((const struct span *)demand->unknown.items)[i];
		report_text(report, section, TONE_QUIET, "Not known: how often %.*s meets.",
			SPAN_PRINT(report_escape(arena, name)));
	}
	for (size_t i = 0; i < capacity->endings.count; i++) {
		const struct capacity_ending *ending = (const struct capacity_ending *)capacity->endings.items + i;
		report_text(report, section, TONE_PLAIN, "%.*s ends on %s and frees %s a week.",
			SPAN_PRINT(report_escape(arena, ending->client)), date_format(ending->end).text,
			figure(arena, ending->freed_per_week, ""));
	}
}

static void report_breaker(struct report *report, const struct capacity *capacity)
{
	const struct capacity_breaker *breaker = capacity->breaker;
	struct report_node *section = report_section(report, NULL, "Circuit breaker");
	if (!breaker->tripped) {
		report_text(report, section, TONE_GOOD, "Not tripped.");
		return;
	}
	report_text(report, section, TONE_BAD, "**Tripped** by %s%s.", category_title((enum category)breaker->category),
		breaker->also < 0 ? ""
				  : arena_printf(report->arena, ", and %s with it",
					    category_title((enum category)breaker->also)));
	struct report_node *list = report_list(report, section);
	for (size_t i = 0; i < breaker->weeks.count; i++) {
		const struct capacity_week_share *week = (const struct capacity_week_share *)breaker->weeks.items + i;
		report_item(report, list, TONE_PLAIN, "%s: %s", week_format(week->week).text,
			figure(report->arena, week->share, "%"));
	}
	if (breaker->pause.at)
		report_text(report, section, TONE_PLAIN,
			"Pause **%.*s**, the lowest priority among the active initiatives, and fix the root cause.",
			SPAN_PRINT(report_escape(report->arena, breaker->pause)));
	else
		report_text(report, section, TONE_PLAIN, "No quarterly plan names an initiative to pause.");
}

static void report_trend(struct report *report, const struct capacity *capacity)
{
	static const char *const columns[] = { "Week", "Coaching", "Business development", "Admin" };
	struct report_node *section = report_section(report, NULL, "Trend");
	struct report_node *table = report_table(report, section, columns, 4, "lrrr");
	for (size_t i = 0; i < capacity->trend.count; i++) {
		const struct capacity_trend_week *week = (const struct capacity_trend_week *)capacity->trend.items + i;
		struct report_cell *cells = report_row(report, table);
		const char *unread = unread_rows(report->arena, week->unread);
		set(&cells[0], arena_printf(report->arena, "%s%s%s%s", week_format(week->week).text,
				       *unread ? " (" : "", unread, *unread ? ")" : ""));
		set(&cells[1], figure(report->arena, week->coaching, "%"));
		set(&cells[2], figure(report->arena, week->bizdev, "%"));
		set(&cells[3], figure(report->arena, week->admin, "%"));
	}
}

void capacity_report(struct report *report, const struct capacity *capacity)
{
	report_text(report, NULL, TONE_PLAIN, "**Capacity of %s** (%s – %s)", week_format(capacity->week).text,
		date_format(week_monday(capacity->week)).text, date_format(week_sunday(capacity->week)).text);
	report_contract(report, capacity);
	report_sessions(report, capacity);
	report_demand(report, capacity);
	report_breaker(report, capacity);
	report_trend(report, capacity);
}
