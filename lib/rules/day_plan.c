#include "rules/day_parts.h"

#include <stdarg.h>
#include <stdlib.h>

struct span planning_day_text(const struct planning_day *planning, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	struct span text = span_of(arena_vprintf(planning->arena, format, arguments));
	va_end(arguments);
	return text;
}

/* --- actions due ------------------------------------------------------------------------------------------------- */

static struct day_action action_of(const struct planning_day *planning, const struct action *action)
{
	const struct task *task = &action->task;
	return (struct day_action){ task->text, action->client, action->owner, task->due,
		span_of(action->document->path), INTEGER_OF(task->line),
		note_link_name(planning->arena, &planning->notes, action->document), span_or_none(task->id) };
}

static int compare_due(const void *left, const void *right)
{
	const struct day_action *a = left;
	const struct day_action *b = right;
	int order = date_compare(a->due, b->due);
	if (order == 0)
		order = span_compare(a->path, b->path);
	return order ? order : (int)(a->line.value - b->line.value);
}

/* Those due from `first` (DATE_NONE: whenever) to `last`. */
static struct result_list actions_due(const struct planning_day *planning, struct date first, struct date last)
{
	const struct action_list *actions = &planning->records->actions;
	struct day_action *due = arena_new_array(planning->arena, actions->count, struct day_action);
	size_t count = 0;
	for (size_t i = 0; i < actions->count; i++) {
		const struct action *action = &actions->items[i];
		struct date day = action->task.due;
		if (action_is_open(action) && date_is_known(day) && date_compare(day, first) >= 0 &&
			date_compare(day, last) <= 0)
			due[count++] = action_of(planning, action);
	}
	if (count > 1)
		qsort(due, count, sizeof(*due), compare_due);
	return (struct result_list){ due, count };
}

/* --- carryover --------------------------------------------------------------------------------------------------- */

static void report_missed(struct planning_day *planning, const struct day_note *last, size_t count)
{
	struct finding *finding =
		finding_add(planning->findings, FINDING_MISSED_DAY, (struct position){ last->document->path, 0, 0 },
			"the last day note is of %s, more than %d days ago; %zu open item%s of it %s not carried over",
			date_format(last->date).text, DAY_CARRYOVER_DAYS, count, count == 1 ? "" : "s",
			count == 1 ? "was" : "were");
	finding_hint(planning->findings, finding, "copy what still counts into today's note");
}

static void plan_carryover(struct planning_day *planning)
{
	const struct day_note *last = records_day_before(planning->records, planning->plan->date);
	if (!last)
		return;
	struct span_index homes = actions_by_key(planning->arena, &planning->records->actions);
	struct result_list open = day_carryover(planning->arena, planning->records, &homes, last);
	if (date_difference(last->date, planning->plan->date) > DAY_CARRYOVER_DAYS) {
		if (open.count)
			report_missed(planning, last, open.count);
		return;
	}
	struct day_carried *kept = arena_new_array(planning->arena, open.count, struct day_carried);
	size_t count = 0;
	for (size_t i = 0; i < open.count; i++) {
		const struct day_carried *carried = (const struct day_carried *)open.items + i;
		if (!span_index_has(&planning->in_top_three, carried->key))
			kept[count++] = *carried;
	}
	planning->plan->carryover = (struct result_list){ kept, count };
	planning->plan->carried_from = last->date;
}

/* --- the plan ---------------------------------------------------------------------------------------------------- */

static void plan_touches(struct planning_day *planning)
{
	struct day_plan *plan = planning->plan;
	const struct day_note *note = records_day(planning->records, plan->date);
	size_t fresh;
	plan->touches = day_touches_decide(
		planning->arena, planning->records, &planning->settings->capacity.hours, &planning->notes, plan->date);
	if (note && planning->generated)
		plan->done_touches = day_done_boxes(
			planning->arena, &planning->settled, &note->touches, &planning->generated->touches, &fresh);
}

struct day_plan *day_plan_decide(struct arena *arena, const struct records *records,
	const struct week_plan_settings *settings, struct date day, const struct day_note *generated,
	struct finding_list *findings)
{
	struct day_plan *plan = arena_new(arena, struct day_plan);
	struct planning_day planning = { .arena = arena,
		.records = records,
		.settings = settings,
		.notes = note_links_of(arena, records),
		.settled = day_settled_of(arena, records, settings, day),
		.generated = generated,
		.findings = findings,
		.plan = plan };
	plan->date = day;
	plan->carried_from = DATE_NONE;
	plan_day_sessions(&planning);
	plan_top_three(&planning);
	plan->due = actions_due(&planning, day, day);
	plan->overdue = actions_due(&planning, DATE_NONE, date_add(day, -1));
	plan_touches(&planning);
	plan_carryover(&planning);
	return plan;
}
