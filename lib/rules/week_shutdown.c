#include "rules/week_shutdown.h"

#include "rules/week_facts.h"
#include "rules/week_settled.h"

const char *const planned_state_names[] = { "done", "open", "cancelled", "unknown", NULL };

struct closing {
	struct arena *arena;
	const struct records *records;
	const struct week_plan *plan;      /* made again */
	const struct week_note *note;      /* NULL: none */
	const struct week_note *generated; /* NULL: none is kept */
	struct week_shutdown *shutdown;
};

/* --- planned and done -------------------------------------------------------------------------------------------- */

static enum planned_state state_of(enum task_status status)
{
	switch (status) {
	case TASK_DONE:
		return PLANNED_DONE;
	case TASK_CANCELLED:
	case TASK_FORWARDED:
		return PLANNED_CANCELLED;
	case TASK_OPEN:
	case TASK_IN_PROGRESS:
		break;
	}
	return PLANNED_OPEN;
}

static struct result_list tasks_planned(const struct closing *closing, const struct task_list *tasks)
{
	struct planned_item *items = arena_new_array(closing->arena, tasks->count, struct planned_item);
	for (size_t i = 0; i < tasks->count; i++)
		items[i] = (struct planned_item){ tasks->items[i].text, state_of(tasks->items[i].status) };
	return (struct result_list){ items, tasks->count };
}

static struct planned_item planned_of_line(const struct closing *closing, const struct week_priority_line *line)
{
	struct span struck = week_struck_text(line->text);
	struct span text = struck.at ? struck : line->text;
	if (line->has_box)
		return (struct planned_item){ line->text, state_of(line->status) };
	if (!week_line_was_generated(closing->generated, line->text))
		return (struct planned_item){ line->text, PLANNED_UNKNOWN };
	switch (week_plan_standing(closing->plan, text)) {
	case STANDING_ASKED:
		return (struct planned_item){ text, PLANNED_OPEN };
	case STANDING_SETTLED:
		return (struct planned_item){ text, PLANNED_DONE };
	case STANDING_WITHDRAWN:
		break;
	}
	return (struct planned_item){ text, struck.at ? PLANNED_DONE : PLANNED_CANCELLED };
}

static struct result_list priorities_planned(const struct closing *closing)
{
	const struct week_note *note = closing->note;
	struct planned_item *items = arena_new_array(closing->arena, note->priority_line_count, struct planned_item);
	for (size_t i = 0; i < note->priority_line_count; i++)
		items[i] = planned_of_line(closing, &note->priority_lines[i]);
	return (struct result_list){ items, note->priority_line_count };
}

static const struct week_sessions *count_sessions(const struct closing *closing)
{
	const struct records *records = closing->records;
	long long counts[SESSION_STATUS_COUNT] = { 0 };
	for (size_t i = 0; i < records->session_count; i++)
		if (week_compare(week_of(records->sessions[i].date), closing->shutdown->week) == 0)
			counts[records->sessions[i].status]++;
	struct week_sessions *sessions = arena_new(closing->arena, struct week_sessions);
	*sessions = (struct week_sessions){ INTEGER_OF(counts[SESSION_PLANNED]), INTEGER_OF(counts[SESSION_HELD]),
		INTEGER_OF(counts[SESSION_MISSED]), INTEGER_OF(counts[SESSION_CANCELLED]),
		INTEGER_OF(counts[SESSION_RESCHEDULED]) };
	return sessions;
}

struct week_shutdown *week_shutdown_decide(struct arena *arena, const struct records *records,
	const struct week_shutdown_settings *settings, struct week week, const struct week_note *generated,
	struct date today, struct finding_list *findings)
{
	struct finding_list told_by_the_plan = { .arena = arena };
	struct date sunday = week_sunday(week);
	struct week_shutdown *shutdown = arena_new(arena, struct week_shutdown);
	struct closing closing = { arena, records,
		week_plan_decide(arena, records, &settings->plan, week, today, &told_by_the_plan),
		records_week(records, week), generated, shutdown };
	shutdown->week = week;
	shutdown->over = date_compare(today, sunday) > 0;
	shutdown->capacity = capacity_decide(arena, records, &settings->plan.capacity, week, today, findings);
	if (closing.note) {
		shutdown->priorities = priorities_planned(&closing);
		shutdown->checkpoints = tasks_planned(&closing, &closing.note->checkpoints);
		shutdown->rituals = tasks_planned(&closing, &closing.note->rituals);
		shutdown->partners = tasks_planned(&closing, &closing.note->partner_check_ins);
		shutdown->carried = tasks_planned(&closing, &closing.note->carryover);
	}
	shutdown->sessions = count_sessions(&closing);
	week_facts(
		arena, records, settings, week, shutdown->over ? sunday : today, &shutdown->wins, &shutdown->concerns);
	shutdown->carryover =
		week_plan_decide(arena, records, &settings->plan, week_add(week, 1), today, &told_by_the_plan)
			->carryover;
	return shutdown;
}
