#include "rules/week_plan.h"

#include "model/property.h"
#include "rules/week_parts.h"

#include <stdarg.h>

const char *const priority_kind_names[] = { "circuit_breaker", "red_flag", "mark", "book", "prepare", "overdue", "due",
	"milestone", "carryover", "partner", "ritual", NULL };

/* --- collecting -------------------------------------------------------------------------------------------------- */

void *planning_push(struct planning *planning, struct planning_list *list, size_t size)
{
	list->items = arena_grow(planning->arena, list->items, list->count, &list->capacity, size);
	return (char *)list->items + size * list->count++;
}

struct span planning_text(struct planning *planning, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	struct span text = span_of(arena_vprintf(planning->arena, format, arguments));
	va_end(arguments);
	return text;
}

struct week_priority *planning_add_priority(
	struct planning *planning, enum priority_kind kind, struct span text, struct span reason)
{
	struct week_priority *priority = planning_push(planning, &planning->priorities, sizeof(*priority));
	*priority = (struct week_priority){ .kind = kind, .text = text, .reason = reason, .day = DATE_NONE };
	return priority;
}

void planning_settle(struct planning *planning, enum priority_kind kind, struct span text)
{
	struct week_settled *settled = planning_push(planning, &planning->settled, sizeof(*settled));
	*settled = (struct week_settled){ kind, text };
}

void planning_add_item(
	struct planning *planning, struct planning_list *list, struct span text, struct span detail, struct date since)
{
	struct week_item *item = planning_push(planning, list, sizeof(*item));
	*item = (struct week_item){ text, detail, since };
}

static void plan_breaker(struct planning *planning, const struct capacity_breaker *breaker)
{
	if (!breaker->tripped)
		return;
	const char *category = category_title((enum category)breaker->category);
	struct span reason = planning_text(
		planning, "%s over contract in the last %zu weeks with data", category, breaker->weeks.count);
	struct span text = breaker->pause.at ? planning_text(planning, "**Pause %.*s**", SPAN_PRINT(breaker->pause))
					     : SPAN("**Pause the lowest-priority business-development activity**");
	planning_add_priority(
		planning, PRIORITY_BREAKER, text, planning_text(planning, "circuit breaker: %.*s", SPAN_PRINT(reason)));
	planning_add_item(planning, &planning->watchlist, SPAN("Circuit breaker"), reason, DATE_NONE);
}

/* --- ranks ------------------------------------------------------------------------------------------------------- */

/* Flags, sessions, what is carried over and what comes again stand in sections of their own, too; these do not. */
static bool stands_here_alone(const struct week_priority *priority)
{
	return priority->kind == PRIORITY_MARK || priority->kind == PRIORITY_OVERDUE ||
	       priority->kind == PRIORITY_DUE || priority->kind == PRIORITY_MILESTONE;
}

/* The first ones, and of the others those that would stand nowhere else in the note. */
static void choose_shown(struct planning *planning, struct week_plan *plan)
{
	const struct week_priority *ranked = plan->ranked.items;
	struct week_priority *shown = arena_new_array(planning->arena, plan->ranked.count, struct week_priority);
	size_t count = 0;
	for (size_t i = 0; i < plan->ranked.count; i++)
		if (i < PRIORITIES_FIRST || stands_here_alone(&ranked[i]))
			shown[count++] = ranked[i];
	plan->priorities = (struct result_list){ shown, count };
	plan->more_priorities = (int)(plan->ranked.count - count);
}

/* One priority a client's flags: the first flag names it, the watchlist names all. Stable by kind. */
static void rank(struct planning *planning, struct week_plan *plan)
{
	const struct week_priority *all = planning->priorities.items;
	struct week_priority *ranked =
		arena_new_array(planning->arena, planning->priorities.count, struct week_priority);
	size_t count = 0;
	for (int kind = PRIORITY_BREAKER; kind <= PRIORITY_RITUAL; kind++) {
		for (size_t i = 0; i < planning->priorities.count; i++) {
			bool repeats = count > 0 && kind == PRIORITY_RED_FLAG && ranked[count - 1].kind == kind &&
				       span_equal(ranked[count - 1].text, all[i].text);
			if (all[i].kind == kind && !repeats)
				ranked[count++] = all[i];
		}
	}
	plan->ranked = (struct result_list){ ranked, count };
	choose_shown(planning, plan);
}

struct span planning_note(const struct planning *planning, const struct document *document)
{
	return note_link_name(planning->arena, &planning->notes, document);
}

/* --- the plan ---------------------------------------------------------------------------------------------------- */

static void collect(struct planning *planning, const struct capacity *capacity)
{
	plan_breaker(planning, capacity->breaker);
	plan_overdue_sessions(planning);
	plan_clients(planning);
	plan_preparations(planning);
	plan_endings(planning, capacity);
	plan_actions(planning);
	plan_quarter(planning);
	plan_carryover(planning);
	if (!planning->records->portfolio)
		return;
	plan_rituals(planning);
	plan_partners(planning);
}

static struct result_list list_of(const struct planning_list *list)
{
	return (struct result_list){ list->items, list->count };
}

struct week_plan *week_plan_decide(struct arena *arena, const struct records *records,
	const struct week_plan_settings *settings, struct week week, struct date today, struct finding_list *findings)
{
	struct date monday = week_monday(week);
	struct planning planning = { .arena = arena,
		.records = records,
		.settings = settings,
		.notes = note_links_of(arena, records),
		.week = week,
		.today = today,
		.reference = date_compare(today, monday) > 0 ? today : monday,
		.findings = findings };
	struct week_plan *plan = arena_new(arena, struct week_plan);
	plan->week = week;
	plan->capacity = capacity_decide(arena, records, &settings->capacity, week, today, findings);
	collect(&planning, plan->capacity);
	rank(&planning, plan);
	plan->settled = list_of(&planning.settled);
	plan->clients = list_of(&planning.clients);
	plan->checkpoints = list_of(&planning.checkpoints);
	plan->watchlist = list_of(&planning.watchlist);
	plan->rituals = list_of(&planning.rituals);
	plan->partners = list_of(&planning.partners);
	plan->carryover = list_of(&planning.carryover);
	return plan;
}
