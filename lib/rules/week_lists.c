#include "rules/week_parts.h"

#include "rules/recurrence.h"

#include <string.h>

static const struct plan *plan_of_week(const struct planning *planning)
{
	return records_plan(planning->records, week_monday(planning->week));
}

/* --- sessions that are over ------------------------------------------------------------------------------------- */

static bool is_overdue(const struct planning *planning, const struct session *session)
{
	return session_is_overdue(session->status, session->date, planning->today);
}

/* The first one of its client stands for all of them. */
static bool is_first_of_client(const struct planning *planning, const struct session *session)
{
	for (const struct session *other = planning->records->sessions; other < session; other++)
		if (other->client_id == session->client_id && is_overdue(planning, other))
			return false;
	return true;
}

/* "[[2026-11-10 Ana Silva]], [[2026-11-12 Ana Silva]]": the client's from the first one on. */
static struct span overdue_notes(struct planning *planning, const struct session *first)
{
	const struct session *end = planning->records->sessions + planning->records->session_count;
	struct span notes = SPAN_NONE;
	for (const struct session *session = first; session < end; session++)
		if (session->client_id == first->client_id && is_overdue(planning, session))
			notes = planning_text(planning, "%.*s%s[[%.*s]]", SPAN_PRINT(notes), notes.length ? ", " : "",
				SPAN_PRINT(planning_note(planning, session->document)));
	return notes;
}

void plan_overdue_sessions(struct planning *planning)
{
	for (size_t i = 0; i < planning->records->session_count; i++) {
		const struct session *session = &planning->records->sessions[i];
		if (session->status != SESSION_PLANNED)
			planning_settle(planning, PRIORITY_MARK,
				planning_text(
					planning, "[[%.*s]]", SPAN_PRINT(planning_note(planning, session->document))));
		if (!is_overdue(planning, session) || !is_first_of_client(planning, session))
			continue;
		planning_add_priority(planning, PRIORITY_MARK,
			planning_text(
				planning, "**Mark %.*s held or missed**", SPAN_PRINT(overdue_notes(planning, session))),
			planning_text(
				planning, "planned for %s, over and not counted", date_format(session->date).text));
	}
}

/* --- the coach's own actions ------------------------------------------------------------------------------------- */

/* It comes as a milestone, then, and not as an action too. */
static bool is_milestone_of(const struct plan *plan, const struct action *action)
{
	for (size_t i = 0; plan && plan->document == action->document && i < plan->milestone_count; i++)
		if (plan->milestones[i].line == action->task.line)
			return true;
	return false;
}

/* The last week note before the week. */
static const struct week_note *note_before(const struct planning *planning)
{
	const struct week_note *last = NULL;
	for (size_t i = 0; i < planning->records->week_count; i++)
		if (week_compare(planning->records->weeks[i].week, planning->week) < 0)
			last = &planning->records->weeks[i];
	return last;
}

/* Its home is the note of a week before. */
static bool is_of_week_before(const struct planning *planning, const struct action *action)
{
	const struct records *records = planning->records;
	for (size_t i = 0; action->kind == NOTE_WEEK && i < records->week_count; i++)
		if (strcmp(records->weeks[i].document->path, action->document->path) == 0)
			return week_compare(records->weeks[i].week, planning->week) < 0;
	return action->kind == NOTE_WEEK;
}

/* An action and its copy: without an id they are of one day, too. */
static struct span dated_key(struct arena *arena, const struct task *task, struct span key)
{
	if (task->id.length || !date_is_known(task->due))
		return key;
	return span_of(arena_printf(arena, "%.*s\n%s", SPAN_PRINT(key), date_format(task->due).text));
}

/* The unfinished tasks of the last week note's Carryover, by dated_key. */
static struct span_index carried_from(const struct planning *planning)
{
	struct arena *arena = planning->arena;
	const struct week_note *note = note_before(planning);
	size_t count = note ? note->carryover.count : 0;
	struct span *keys = arena_new_array(arena, count, struct span);
	for (size_t i = 0; i < count; i++) {
		const struct task *copy = &note->carryover.items[i];
		if (task_is_unfinished(copy))
			keys[i] = dated_key(arena, copy, task_key(arena, copy));
	}
	return span_index_of(arena, keys, count);
}

/* Open tasks of the weeks before come as carryover, from the last of those notes alone; so does what is copied there.
 */
static bool is_carryover(const struct planning *planning, const struct span_index *carried, const struct action *action)
{
	return is_of_week_before(planning, action) ||
	       span_index_has(carried, dated_key(planning->arena, &action->task, action->key));
}

static void prioritise_action(struct planning *planning, enum priority_kind kind, const struct action *action)
{
	struct date due = action->task.due;
	struct span day = kind == PRIORITY_OVERDUE
				  ? planning_text(planning, "overdue since %s", date_format(due).text)
				  : planning_text(planning, "due on %s %s", weekday_short_name(date_weekday(due)),
					    date_format(due).text);
	struct week_priority *priority = planning_add_priority(planning, kind, action->task.text,
		planning_text(planning, "%.*s, noted in [[%.*s]]", SPAN_PRINT(day),
			SPAN_PRINT(planning_note(planning, action->document))));
	priority->task = &action->task;
	priority->document = action->document;
}

struct due_actions {
	struct planning *planning;
	const struct plan *plan; /* NULL: none */
	struct span_index carried;
};

/* Those due from `first` (DATE_NONE: whenever) to `last`. */
static void prioritise_due(const struct due_actions *due, enum priority_kind kind, struct date first, struct date last)
{
	const struct action_list *actions = &due->planning->records->actions;
	for (size_t i = 0; i < actions->count; i++) {
		const struct action *action = &actions->items[i];
		struct date day = action->task.due;
		bool falls = date_is_known(day) && date_compare(day, first) >= 0 && date_compare(day, last) <= 0;
		if (falls && action->owner == OWNER_COACH && action_is_open(action) &&
			!is_carryover(due->planning, &due->carried, action) && !is_milestone_of(due->plan, action))
			prioritise_action(due->planning, kind, action);
	}
}

/* What was done before then is nothing that this week asked for; it may have been planned the week before. */
enum { SETTLED_DAYS = 7 };

static void settle_actions(struct planning *planning)
{
	const struct action_list *actions = &planning->records->actions;
	struct date first = date_add(week_monday(planning->week), -SETTLED_DAYS);
	for (size_t i = 0; i < actions->count; i++) {
		const struct task *task = &actions->items[i].task;
		if (task->status == TASK_DONE && (!date_is_known(task->done) || date_compare(task->done, first) >= 0))
			planning_settle(planning, PRIORITY_DUE, task->text);
	}
}

void plan_actions(struct planning *planning)
{
	int days = date_difference(planning->reference, week_sunday(planning->week));
	const struct due_actions due = { planning, plan_of_week(planning), carried_from(planning) };
	prioritise_due(&due, PRIORITY_OVERDUE, DATE_NONE, date_add(planning->reference, -1));
	for (int i = 0; i <= days; i++) {
		struct date day = date_add(planning->reference, i);
		prioritise_due(&due, PRIORITY_DUE, day, day);
	}
	settle_actions(planning);
}

/* --- the quarter ------------------------------------------------------------------------------------------------- */

static void plan_milestone(struct planning *planning, const struct plan_milestone *milestone)
{
	bool due = date_is_known(milestone->due) && date_compare(milestone->due, week_sunday(planning->week)) <= 0;
	if (milestone->done)
		planning_settle(planning, PRIORITY_MILESTONE, milestone->text);
	else if (due)
		planning_add_priority(planning, PRIORITY_MILESTONE, milestone->text,
			planning_text(
				planning, "milestone of the quarter, due on %s", date_format(milestone->due).text));
}

static void report_no_plan(struct planning *planning)
{
	struct quarter quarter = quarter_of(week_monday(planning->week));
	struct finding *finding = finding_add(planning->findings, FINDING_NO_PLAN, (struct position){ 0 },
		"no quarterly plan covers %s", week_format(planning->week).text);
	finding_hint(planning->findings, finding, "a note titled \"# Quarterly Plan: Q%d %d\" is one", quarter.number,
		quarter.year);
}

void plan_quarter(struct planning *planning)
{
	const struct records *records = planning->records;
	const struct plan *plan = plan_of_week(planning);
	bool has_practice = records->session_count > 0 || (records->portfolio && records->portfolio->client_count > 0);
	if (!plan && has_practice)
		report_no_plan(planning);
	for (size_t i = 0; plan && i < plan->milestone_count; i++)
		plan_milestone(planning, &plan->milestones[i]);
}

/* --- the week before --------------------------------------------------------------------------------------------- */

static bool is_closed(enum task_status status)
{
	return status == TASK_DONE || status == TASK_CANCELLED;
}

/* Of the same action elsewhere, closed since: its home knows better than the copy in the week note. */
static enum task_status status_at_home(
	const struct planning *planning, const struct span_index *homes, const struct task *task, struct span key)
{
	size_t home = task->id.length ? span_index_find(homes, key, 0) : SPAN_NOWHERE;
	if (home == SPAN_NOWHERE || !is_closed(planning->records->actions.items[home].task.status))
		return task->status;
	return planning->records->actions.items[home].task.status;
}

/* What is closed in the note of the week itself, where it was carried to, by key; places are those of its Carryover. */
static struct span_index closed_this_week(const struct planning *planning, const struct week_note *note)
{
	size_t count = note ? note->carryover.count : 0;
	struct span *keys = arena_new_array(planning->arena, count, struct span);
	for (size_t i = 0; i < count; i++)
		if (is_closed(note->carryover.items[i].status))
			keys[i] = task_key(planning->arena, &note->carryover.items[i]);
	return span_index_of(planning->arena, keys, count);
}

static void report_missed(struct planning *planning, const struct week_note *note)
{
	finding_add(planning->findings, FINDING_MISSED_WEEK, (struct position){ note->document->path, 0, 0 },
		"the last week note before %s is of %s; its open items were carried over",
		week_format(planning->week).text, week_format(note->week).text);
}

/* What a client does is kept in sight, and is no task of the coach's week. */
static bool is_the_clients(const struct planning *planning, const struct span_index *homes, struct span key)
{
	size_t home = span_index_find(homes, key, 0);
	return home != SPAN_NOWHERE && planning->records->actions.items[home].owner == OWNER_CLIENT;
}

static void prioritise_carryover(struct planning *planning, const struct week_note *note, const struct task *task)
{
	struct week_priority *priority = planning_add_priority(planning, PRIORITY_CARRYOVER, task->text,
		planning_text(planning, "carried over from %s", week_format(note->week).text));
	priority->task = task;
	priority->document = note->document;
}

void plan_carryover(struct planning *planning)
{
	const struct week_note *note = note_before(planning);
	if (!note)
		return;
	if (week_difference(note->week, planning->week) > 1)
		report_missed(planning, note);
	planning->carryover_unknown = week_note_report_unknown_list(note, planning->findings);
	struct span_index homes = actions_by_key(planning->arena, &planning->records->actions);
	const struct week_note *own = records_week(planning->records, planning->week);
	struct span_index closed = closed_this_week(planning, own);
	for (size_t i = 0; i < note->carryover.count; i++) {
		const struct task *task = &note->carryover.items[i];
		struct span key = task_key(planning->arena, task);
		size_t place = span_index_find(&closed, key, 0);
		enum task_status home = status_at_home(planning, &homes, task, key);
		enum task_status here = place == SPAN_NOWHERE ? task->status : own->carryover.items[place].status;
		if (home == TASK_DONE || here == TASK_DONE)
			planning_settle(planning, PRIORITY_CARRYOVER, task->text);
		if (!task_status_is_unfinished(home))
			continue;
		planning_add_item(planning, &planning->carryover, task_from_box(task), SPAN_NONE, task->due);
		if (!is_closed(here) && !is_the_clients(planning, &homes, key))
			prioritise_carryover(planning, note, task);
	}
}

/* --- what comes again -------------------------------------------------------------------------------------------- */

static void report_undated(struct planning *planning, const struct ritual *ritual)
{
	const struct document *document = planning->records->portfolio->document;
	struct finding *finding =
		finding_add(planning->findings, FINDING_RITUAL_UNDATED, document_position_of(document, ritual->label),
			"how often or on which day \"%.*s\" comes could not be read", SPAN_PRINT(ritual->name));
	finding_hint(planning->findings, finding,
		"say it in the ritual's text: weekly, every 2 weeks, first Monday of each month, monthly on the 15th, yearly on 15 June");
}

void plan_rituals(struct planning *planning)
{
	const struct portfolio *portfolio = planning->records->portfolio;
	for (size_t i = 0; i < portfolio->ritual_count; i++) {
		const struct ritual *ritual = &portfolio->rituals[i];
		struct recurrence recurrence = { ritual->name, ritual->rhythm, ritual->weekday, ritual->ordinal,
			ritual->on };
		struct date since;
		if (ritual->rhythm.unit == RHYTHM_NONE)
			report_undated(planning, ritual);
		if (!recurrence_is_due(planning->arena, planning->records, RECURRENCE_RITUALS, &recurrence,
			    planning->week, &since))
			continue;
		planning_add_item(planning, &planning->rituals, ritual->name, ritual->text, since);
		if (recurrence_is_done(
			    planning->arena, planning->records, RECURRENCE_RITUALS, ritual->name, planning->week))
			planning_settle(planning, PRIORITY_RITUAL, ritual->name);
		else
			planning_add_priority(planning, PRIORITY_RITUAL, ritual->name,
				planning_text(planning, "ritual, %s", rhythm_text(planning->arena, ritual->rhythm)));
	}
}

void plan_partners(struct planning *planning)
{
	const struct portfolio *portfolio = planning->records->portfolio;
	for (size_t i = 0; i < portfolio->partner_count; i++) {
		const struct partner *partner = &portfolio->partners[i];
		struct recurrence recurrence = { partner->name, partner->rhythm, -1, 0, { 0, 0 } };
		struct date since;
		if (!recurrence_is_due(planning->arena, planning->records, RECURRENCE_PARTNERS, &recurrence,
			    planning->week, &since))
			continue;
		planning_add_item(planning, &planning->partners, partner->name, partner->channel, since);
		struct span text = planning_text(planning, "Check in with %.*s", SPAN_PRINT(partner->name));
		if (recurrence_is_done(
			    planning->arena, planning->records, RECURRENCE_PARTNERS, partner->name, planning->week))
			planning_settle(planning, PRIORITY_PARTNER, text);
		else
			planning_add_priority(planning, PRIORITY_PARTNER, text,
				planning_text(planning, "partner, %s", rhythm_text(planning->arena, partner->rhythm)));
	}
}
