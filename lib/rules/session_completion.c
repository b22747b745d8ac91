#include "rules/session_completion.h"

#include "md/link.h"
#include "model/metric.h"
#include "rules/client_sessions.h"
#include "rules/package.h"

const char *const session_point_names[] = { "summary", "actions", "resources", "next_session", "progress", NULL };

static const char *const titles[] = { "Summary documented", "Action items logged with due dates", "Resources sent",
	"Next session confirmed", "Progress tracking updated" };

struct judgement {
	enum point_state state;
	const char *detail;
};

static const char *plural(size_t count)
{
	return count == 1 ? "" : "s";
}

static struct judgement judge_summary(struct arena *arena, const struct session_facts *facts)
{
	(void)arena;
	return facts->session->summary.length ? (struct judgement){ POINT_DONE, "written" }
					      : (struct judgement){ POINT_MISSING, "the Summary section is empty" };
}

static struct judgement judge_actions(struct arena *arena, const struct session_facts *facts)
{
	const struct task_list *actions = &facts->session->actions;
	const struct task *undated = NULL;
	size_t undated_count = 0;
	for (size_t i = 0; i < actions->count; i++) {
		const struct task *task = &actions->items[i];
		if (date_is_known(task->due) || !task_is_unfinished(task))
			continue;
		undated = undated ? undated : task;
		undated_count++;
	}
	if (actions->count == 0)
		return (struct judgement){ POINT_MISSING, "none is logged" };
	if (!undated)
		return (struct judgement){ POINT_DONE,
			arena_printf(arena, "%zu logged, each with a due date", actions->count) };
	return (struct judgement){ POINT_MISSING,
		arena_printf(arena, "%zu of %zu without a due date: %.*s", undated_count, actions->count,
			SPAN_PRINT(text_plain(arena, undated->text))) };
}

static struct judgement judge_resources(struct arena *arena, const struct session_facts *facts)
{
	const struct task_list *queued = &facts->outcome->resources;
	size_t given = facts->outcome->listed;
	const struct task *waiting = NULL;
	size_t waiting_count = 0;
	for (size_t i = 0; i < queued->count; i++) {
		const struct task *task = &queued->items[i];
		given += task->status == TASK_DONE;
		waiting_count += task_is_unfinished(task);
		waiting = !waiting && task_is_unfinished(task) ? task : waiting;
	}
	if (waiting)
		return (struct judgement){ POINT_MISSING, arena_printf(arena, "%zu still to send: %.*s", waiting_count,
								  SPAN_PRINT(text_plain(arena, waiting->text))) };
	if (given == 0)
		return (struct judgement){ POINT_NOT_APPLICABLE, "none was promised" };
	return (struct judgement){ POINT_DONE, arena_printf(arena, "%zu given", given) };
}

static const char *day_and_time(struct arena *arena, struct appointment appointment)
{
	const char *date = arena_printf(arena, "%s", date_format(appointment.date).text);
	return appointment.start < 0 ? date
				     : arena_printf(arena, "%s %s", date, clock_time_format(appointment.start).text);
}

/* Why there will be no next one; NULL where there should be. */
static const char *end_of_programme(struct arena *arena, const struct session_facts *facts)
{
	const struct roster_client *client = facts->client;
	if (client && (client->status == CLIENT_COMPLETED || client->status == CLIENT_DECLINED))
		return "the engagement is over";
	if (client && date_is_known(client->end) && date_compare(client->end, facts->session->date) <= 0)
		return arena_printf(arena, "the programme ended on %s", date_format(client->end).text);
	return facts->package_used ? "the package is used up" : NULL;
}

static struct judgement judge_next(struct arena *arena, const struct session_facts *facts)
{
	const struct session *session = facts->session;
	const char *over = end_of_programme(arena, facts);
	if (date_is_known(facts->next.date))
		return (struct judgement){ POINT_DONE,
			arena_printf(arena, "%s is booked", day_and_time(arena, facts->next)) };
	if (date_is_known(session->next_date))
		return (struct judgement){ POINT_MISSING,
			arena_printf(arena, "%s is agreed on and not booked",
				day_and_time(arena, (struct appointment){ session->next_date, session->next_start })) };
	if (over)
		return (struct judgement){ POINT_NOT_APPLICABLE, over };
	return (struct judgement){ POINT_MISSING, "no day is agreed on" };
}

/* A metric has a row in the log on or after the session's day. */
static bool is_logged(struct arena *arena, const struct session_facts *facts, struct span metric)
{
	const struct progress_entry *latest = metric_latest(arena, facts->engagement, metric, DATE_NONE);
	return latest && date_compare(latest->date, facts->session->date) >= 0;
}

static struct judgement judge_progress(struct arena *arena, const struct session_facts *facts)
{
	const struct engagement *engagement = facts->engagement;
	size_t logged = 0;
	if (!engagement || engagement->metric_count == 0)
		return (struct judgement){ POINT_NOT_APPLICABLE, "no metric is agreed on" };
	for (size_t i = 0; i < engagement->metric_count; i++)
		logged += is_logged(arena, facts, engagement->metrics[i].name);
	if (logged == 0)
		return (struct judgement){ POINT_MISSING, "no row of the Progress Log since the session" };
	return (struct judgement){ POINT_DONE, arena_printf(arena, "%zu of %zu metric%s logged", logged,
						       engagement->metric_count, plural(engagement->metric_count)) };
}

struct session_facts session_facts_of(
	const struct records *records, const struct session *session, const struct session_outcome *outcome)
{
	const struct roster_client unlisted = { .id = session->client_id, .end = DATE_NONE };
	const struct roster_client *client = records_client(records, session->client_id);
	const struct roster_client *row = client ? client : &unlisted;
	const struct engagement *engagement = records_engagement(records, session->client_id);
	const struct session *next = next_session(records, row, date_add(session->date, 1), false);
	struct package package = package_decide(records, row, engagement, session->date);
	return (struct session_facts){
		.session = session,
		.outcome = outcome,
		.engagement = engagement,
		.client = client,
		.next = next ? (struct appointment){ next->date, next->start } : (struct appointment){ DATE_NONE, -1 },
		.package_used = package.total.known && package.used + 1 >= package.total.value,
	};
}

struct result_list session_completion_decide(struct arena *arena, const struct session_facts *facts)
{
	static struct judgement (*const judges[])(struct arena *, const struct session_facts *) = {
		[POINT_SUMMARY] = judge_summary,
		[POINT_ACTIONS] = judge_actions,
		[POINT_RESOURCES] = judge_resources,
		[POINT_NEXT_SESSION] = judge_next,
		[POINT_PROGRESS] = judge_progress,
	};
	struct completion_point *points = arena_new_array(arena, POINT_COUNT, struct completion_point);
	for (int point = 0; point < POINT_COUNT; point++) {
		struct judgement judgement = judges[point](arena, facts);
		points[point] = (struct completion_point){ point, titles[point], (int)judgement.state,
			span_of(judgement.detail) };
	}
	return (struct result_list){ points, POINT_COUNT };
}

static bool counts(enum session_status status, int point)
{
	bool met = status == SESSION_HELD || status == SESSION_PLANNED;
	return met || (status == SESSION_MISSED && point == POINT_NEXT_SESSION);
}

struct result_list session_loose_ends(struct arena *arena, const struct session_facts *facts)
{
	struct result_list points = session_completion_decide(arena, facts);
	struct span *ends = arena_new_array(arena, points.count + 1, struct span);
	size_t count = 0;
	if (facts->session->status == SESSION_PLANNED)
		ends[count++] = SPAN("status");
	for (size_t i = 0; i < points.count; i++) {
		const struct completion_point *state = (const struct completion_point *)points.items + i;
		if (state->state == POINT_MISSING && counts(facts->session->status, state->point))
			ends[count++] = span_of(session_point_names[state->point]);
	}
	return (struct result_list){ ends, count };
}
