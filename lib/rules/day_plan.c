#include "rules/client_sessions.h"
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

/* --- sessions ---------------------------------------------------------------------------------------------------- */

static struct span start_text(const struct planning_day *planning, int start)
{
	return start < 0 ? SPAN_NONE : planning_day_text(planning, "%s", clock_time_format(start).text);
}

static struct day_session session_of(const struct planning_day *planning, const struct session *session)
{
	const struct roster_client *client = records_client(planning->records, session->client_id);
	struct span name = client ? client->name : session->client;
	struct span note = note_link_name(planning->arena, &planning->notes, session->document);
	bool to_prepare = session->status == SESSION_PLANNED && !session->prepared;
	return (struct day_session){
		.client = name,
		.link = planning_day_text(planning, "[[%.*s|%.*s]]", SPAN_PRINT(note), SPAN_PRINT(name)),
		.path = span_of(session->document->path),
		.start = start_text(planning, session->start),
		.minutes = INTEGER_OF(session_length(planning->records, &planning->settings->capacity.hours, session)),
		.status = session->status,
		.prepared = session->prepared,
		.todo = to_prepare ? planning_day_text(
					     planning, "no agenda yet: coach prep_session \"%.*s\"", SPAN_PRINT(name))
				   : SPAN_NONE,
	};
}

/* Agreed on for the day, by an active client, and not booked. */
static bool agreed_on(
	const struct planning_day *planning, const struct roster_client *client, struct day_session *session)
{
	struct appointment agreed = agreed_appointment(planning->records, client, planning->plan->date);
	if (!client_status_is_active(client->status) || !date_is_known(agreed.date) ||
		date_compare(agreed.date, planning->plan->date) != 0)
		return false;
	struct span start = start_text(planning, agreed.start);
	*session = (struct day_session){
		.client = client->name,
		.link = client_link(planning->arena, planning->records, &planning->notes, client),
		.start = start,
		.status = -1,
		.todo = planning_day_text(planning, "agreed on and not booked: coach session add \"%.*s\" %s%s%.*s",
			SPAN_PRINT(client->name), date_format(agreed.date).text, start.length ? " " : "",
			SPAN_PRINT(start)),
	};
	return true;
}

static void plan_sessions(struct planning_day *planning)
{
	const struct records *records = planning->records;
	const struct portfolio *portfolio = records->portfolio;
	size_t most = records->session_count + (portfolio ? portfolio->client_count : 0);
	struct day_session *sessions = arena_new_array(planning->arena, most, struct day_session);
	size_t count = 0;
	for (size_t i = records_sessions_from(records, planning->plan->date); i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (date_compare(session->date, planning->plan->date) != 0)
			break;
		if (session->status != SESSION_CANCELLED && session->status != SESSION_RESCHEDULED)
			sessions[count++] = session_of(planning, session);
	}
	for (size_t i = 0; portfolio && i < portfolio->client_count; i++)
		count += agreed_on(planning, &portfolio->clients[i], &sessions[count]);
	planning->plan->sessions = (struct result_list){ sessions, count };
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

struct day_plan *day_plan_decide(struct arena *arena, const struct records *records,
	const struct week_plan_settings *settings, struct date day, struct finding_list *findings)
{
	struct day_plan *plan = arena_new(arena, struct day_plan);
	struct planning_day planning = { arena, records, settings, note_links_of(arena, records), findings, plan,
		{ NULL, 0 } };
	plan->date = day;
	plan->carried_from = DATE_NONE;
	plan_sessions(&planning);
	plan_top_three(&planning);
	plan->due = actions_due(&planning, day, day);
	plan->overdue = actions_due(&planning, DATE_NONE, date_add(day, -1));
	plan->touches = day_touches_decide(arena, records, &settings->capacity.hours, &planning.notes, day);
	plan_carryover(&planning);
	return plan;
}
