/* Any note is read as every thing of the domain at once, and a practice of these alone is decided for a fixed week:
 * what people type must never stop a rule. */
#include "fuzz/fuzz.h"
#include "rules/day_plan.h"
#include "rules/day_shutdown.h"
#include "rules/lint_note.h"
#include "rules/message.h"
#include "rules/touches.h"
#include "rules/week_plan.h"
#include "rules/week_shutdown.h"

/* The views of one document, each as the only one of its kind. */
struct views {
	struct portfolio portfolio;
	struct engagement engagement;
	struct session session;
	struct week_note week;
	struct day_note day;
	struct plan plan;
	struct inbox inbox;
};

static void collect_actions(const struct outline *outline, const struct views *views, struct action_list *actions,
	struct finding_list *findings)
{
	*actions = (struct action_list){ .arena = outline->arena, .portfolio = &views->portfolio };
	struct action_source session = { NOTE_SESSION, views->session.client, views->session.date };
	struct action_source week = { NOTE_WEEK, SPAN_NONE, DATE_NONE };
	actions_collect(actions, outline, &session);
	actions_collect(actions, outline, &week);
	actions_unite(actions, DATE_NONE, findings);
}

static struct records read_views(const struct outline *outline, struct views *views, struct finding_list *findings)
{
	struct records records = {
		.portfolio = &views->portfolio,
		.sessions = &views->session,
		.weeks = &views->week,
		.days = &views->day,
		.plans = &views->plan,
		.engagements = &views->engagement,
		.inboxes = &views->inbox,
		.engagement_count = 1,
		.inbox_count = 1,
	};
	portfolio_read(outline, &views->portfolio, findings);
	engagement_read(outline, &views->engagement, findings);
	inbox_read(outline, &views->inbox, findings);
	records.session_count = session_read(outline, &views->session, findings);
	records.week_count = week_note_read(outline, NULL, &views->week, findings);
	records.day_count = day_note_read(outline, DATE_NONE, &views->day, findings);
	records.plan_count = plan_read(outline, &views->plan, findings);
	collect_actions(outline, views, &records.actions, findings);
	records_resolve(outline->arena, &records);
	return records;
}

static void check_capacity(const struct capacity *capacity)
{
	const struct capacity_demand *demand = capacity->demand;
	CHECK(!demand || fraction_compare(demand->low, demand->high) <= 0);
	CHECK(!demand || demand->low.numerator >= 0);
	CHECK(capacity->hours->held <= capacity->hours->booked);
}

/* What is listed is due or was, but for a summary, which is listed from its session on. */
static void check_touches(struct arena *arena, const struct records *records, const struct aliases *aliases,
	const struct hours_settings *hours, struct date today)
{
	struct result_list list = touches_decide(arena, records, hours, today);
	for (size_t i = 0; i < list.count; i++) {
		const struct touch *touch = (const struct touch *)list.items + i;
		struct message_facts facts;
		CHECK(date_is_known(touch->due) && touch->due_time < 24 * 60 && touch->evidence.path);
		CHECK(touch->late == (date_compare(touch->due, today) < 0));
		CHECK(touch->kind == TOUCH_SUMMARY || touch->kind == TOUCH_RESOURCE ||
			date_compare(touch->due, today) <= 0);
		if (touch->kind != TOUCH_REPLY)
			message_gather(
				arena, aliases, records, hours, touch->client, touch->kind, DATE_NONE, today, &facts);
	}
}

static struct result_list facts_of_all(struct arena *arena, const struct aliases *aliases,
	const struct records *records, struct finding_list *findings)
{
	struct session_facts *facts = arena_new_array(arena, records->session_count, struct session_facts);
	for (size_t i = 0; i < records->session_count; i++) {
		struct session_outcome *outcome = arena_new(arena, struct session_outcome);
		session_outcome_read(outline_of(arena, aliases, records->sessions[i].document), outcome, findings);
		facts[i] = session_facts_of(records, &records->sessions[i], outcome);
	}
	return (struct result_list){ facts, records->session_count };
}

/* What a day takes over is told by its boxes, and no action comes twice. */
static void check_day(struct arena *arena, const struct records *records, const struct week_plan_settings *settings,
	struct date today, struct finding_list *findings)
{
	const struct aliases aliases = ALIASES_INIT;
	const struct day_plan *plan = day_plan_decide(arena, records, settings, today, NULL, findings);
	const struct result_list sessions = facts_of_all(arena, &aliases, records, findings);
	const struct day_settled settled = day_settled_of(arena, records, settings, today);
	const struct day_shutdown *shutdown =
		day_shutdown_decide(arena, &aliases, records, &sessions, &settled, today, findings);
	CHECK(plan->top_three.count <= DAY_TOP_MOST);
	CHECK(shutdown->carried.count <= shutdown->carryover.count);
	const struct week_shutdown_settings closing = { *settings, 10 };
	const struct week_shutdown *week =
		week_shutdown_decide(arena, records, &closing, week_of(today), NULL, today, findings);
	check_capacity(week->capacity);
}

static void decide(struct arena *arena, const struct aliases *aliases, const struct records *records, struct date today,
	struct finding_list *findings)
{
	const struct week_plan_settings settings = {
		.capacity = { .hours = { .prep_minutes = 15, .session_minutes = 60 },
			.elevated_points = 5,
			.breached_points = 15,
			.breaker_weeks = 2,
			.breaker_lookback = 4,
			.trend_weeks = 8,
			.min_minutes = -1,
			.upcoming_weeks = 4 },
		.health = { .silent_days = 14, .stalled_days = 60, .late_actions = 2 },
		.aliases = aliases,
	};
	struct week week = week_of(today);
	check_capacity(week_plan_decide(arena, records, &settings, week, today, findings)->capacity);
	check_capacity(capacity_decide(arena, records, &settings.capacity, week, today, findings));
	check_touches(arena, records, aliases, &settings.capacity.hours, today);
	check_day(arena, records, &settings, today, findings);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct aliases aliases = ALIASES_INIT;
	struct arena arena = ARENA_INIT;
	struct finding_list findings = { .arena = &arena };
	struct span bytes = input_copy(&arena, data, size);
	struct document *document = document_parse(&arena, "Notes/2026-W47 Ana.md", bytes, DOCUMENT_DEFAULT_MOST);
	const struct outline *outline = outline_of(&arena, &aliases, document);
	struct views views = { .portfolio = { .document = document } };
	struct records records = read_views(outline, &views, &findings);
	decide(&arena, &aliases, &records, date_of(2026, 11, 20), &findings);
	/* The ends of what text may say, where rules look beyond. */
	decide(&arena, &aliases, &records, date_of(1900, 1, 1), &findings);
	decide(&arena, &aliases, &records, date_of(2999, 12, 31), &findings);
	lint_note(outline, note_recognise(&aliases, document->path, bytes), &findings);
	finding_sort(&findings);
	arena_release(&arena);
	return 0;
}
