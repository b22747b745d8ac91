#include "rules/preparation.h"

#include "model/metric.h"
#include "rules/package.h"
#include "rules/resource_match.h"
#include "rules/unlogged_figures.h"

const char *const focus_source_names[] = { "last_session", "phase", "goal", "none", NULL };

struct preparing {
	struct arena *arena;
	const struct aliases *aliases;
	const struct records *records;
	const struct preparation_settings *settings;
	const struct roster_client *client;
	const struct session *session;
	const struct session *last;
	const struct engagement *engagement;
	struct date today;
};

/* The actions of the last held session, and those of earlier ones that are still open, latest session first. */
static struct result_list actions_of(const struct preparing *preparing)
{
	const struct records *records = preparing->records;
	size_t most = 0;
	for (size_t i = 0; i < records->session_count; i++)
		if (records->sessions[i].client_id == preparing->client->id)
			most += records->sessions[i].actions.count;
	struct prepared_action *actions = arena_new_array(preparing->arena, most, struct prepared_action);
	struct result_list list = { actions, 0 };
	for (size_t i = records_sessions_from(records, preparing->session->date); i-- > 0;) {
		const struct session *session = &records->sessions[i];
		if (session->client_id != preparing->client->id)
			continue;
		for (size_t k = 0; k < session->actions.count; k++) {
			const struct task *task = &session->actions.items[k];
			bool open = task_is_unfinished(task);
			if (!open && session != preparing->last)
				continue;
			actions[list.count++] = (struct prepared_action){
				.text = task->text,
				.status = task->status,
				.due = task->due,
				.overdue = task_is_overdue(task, preparing->today),
				.owner = task->owner.length ? task->owner : SPAN("client"),
				.agreed = session->date,
			};
		}
	}
	return list;
}

static struct result_list messages_of(const struct preparing *preparing)
{
	const struct inbox *inbox = records_inbox(preparing->records, preparing->client->id);
	size_t count = inbox ? inbox->message_count : 0;
	struct prepared_message *messages = arena_new_array(preparing->arena, count, struct prepared_message);
	struct result_list list = { messages, 0 };
	for (size_t i = 0; i < count; i++) {
		const struct message *message = &inbox->messages[i];
		bool since = !preparing->last || date_compare(message->date, preparing->last->date) > 0;
		if (message->from_client && since)
			messages[list.count++] =
				(struct prepared_message){ message->date, message->channel, message->text };
	}
	return list;
}

static struct result_list metrics_of(const struct preparing *preparing)
{
	const struct engagement *engagement = preparing->engagement;
	size_t count = engagement ? engagement->metric_count : 0;
	struct prepared_metric *metrics = arena_new_array(preparing->arena, count, struct prepared_metric);
	for (size_t i = 0; i < count; i++) {
		const struct engagement_metric *metric = &engagement->metrics[i];
		const struct progress_entry *latest =
			metric_latest(preparing->arena, engagement, metric->name, preparing->today);
		metrics[i] = (struct prepared_metric){ .name = metric->name,
			.baseline = metric->baseline,
			.target = metric->target,
			.deadline = metric->deadline,
			.value = latest ? latest->value : SPAN_NONE,
			.value_date = latest ? latest->date : DATE_NONE };
		struct unlogged_figure unlogged =
			unlogged_figure(preparing->arena, preparing->records, engagement, metric, preparing->today);
		if (!date_is_known(unlogged.date))
			continue;
		metrics[i].value = unlogged.value;
		metrics[i].value_date = unlogged.date;
		metrics[i].unlogged = true;
	}
	return (struct result_list){ metrics, count };
}

static struct result_list milestones_of(const struct preparing *preparing)
{
	const struct engagement *engagement = preparing->engagement;
	size_t count = engagement ? engagement->milestone_count : 0;
	struct prepared_milestone *milestones = arena_new_array(preparing->arena, count, struct prepared_milestone);
	struct result_list list = { milestones, 0 };
	struct date horizon = date_add(preparing->session->date, preparing->settings->milestone_days);
	struct date earliest = date_add(preparing->session->date, -preparing->settings->milestone_days);
	for (size_t i = 0; i < count; i++) {
		const struct engagement_milestone *milestone = &engagement->milestones[i];
		bool near = date_is_known(milestone->date) && date_compare(milestone->date, earliest) >= 0 &&
			    date_compare(milestone->date, horizon) <= 0;
		if (near && !milestone->done)
			milestones[list.count++] = (struct prepared_milestone){ milestone->name, milestone->date };
	}
	return list;
}

/* Those of the weeks behind the last session's, up to the session's own: what fell into a week without a session is
 * looked at in the next one. */
static struct result_list checkpoints_of(const struct preparing *preparing)
{
	const struct engagement *engagement = preparing->engagement;
	struct date start = engagement ? engagement_start(preparing->records, engagement) : DATE_NONE;
	struct week last = week_of(preparing->session->date);
	struct week first = last;
	if (preparing->last)
		first = week_add(week_of(preparing->last->date), 1);
	else if (date_is_known(start))
		first = week_of(start);
	return checkpoints_due(preparing->arena, engagement, start, week_compare(first, last) < 0 ? first : last, last);
}

static struct result_list resources_of(const struct preparing *preparing, const struct preparation *preparation)
{
	const struct engagement *engagement = preparing->engagement;
	size_t count = engagement ? engagement->resource_count : 0;
	struct prepared_resource *resources = arena_new_array(preparing->arena, count, struct prepared_resource);
	struct result_list list = { resources, 0 };
	struct word_index focus = word_index_of(preparing->arena, &preparation->focus, 1);
	struct word_index goal = word_index_of(preparing->arena, &preparation->goal, 1);
	for (size_t i = 0; i < count; i++) {
		const struct engagement_resource *resource = &engagement->resources[i];
		struct span word = word_index_match(preparing->arena, &focus, resource->when);
		if (!word.length)
			word = word_index_match(preparing->arena, &goal, resource->when);
		if (word.length)
			resources[list.count++] =
				(struct prepared_resource){ resource->source, resource->location, word };
	}
	return list;
}

static struct result_list flags_of(const struct preparing *preparing, const struct client_health *health)
{
	struct prepared_flag *flags = arena_new_array(preparing->arena, health->flag_count, struct prepared_flag);
	for (size_t i = 0; i < health->flag_count; i++)
		flags[i] = (struct prepared_flag){ health->flags[i].code, health->flags[i].message };
	return (struct result_list){ flags, health->flag_count };
}

static struct result_list agenda_of(const struct preparing *preparing, int length)
{
	int minutes[AGENDA_PART_COUNT];
	struct prepared_part *parts = arena_new_array(preparing->arena, AGENDA_PART_COUNT, struct prepared_part);
	agenda_minutes(length, minutes);
	for (int i = 0; i < AGENDA_PART_COUNT; i++)
		parts[i] = (struct prepared_part){ i, INTEGER_OF(minutes[i]) };
	return (struct result_list){ parts, AGENDA_PART_COUNT };
}

static void choose_focus(const struct preparing *preparing, struct preparation *preparation)
{
	struct span phase = phase_focus(
		preparing->arena, preparing->aliases, preparing->records, preparing->engagement, preparing->session);
	struct span candidates[] = { preparing->last ? preparing->last->next_focus : SPAN_NONE, phase,
		preparation->goal };
	preparation->focus_source = FOCUS_NONE;
	for (int i = FOCUS_LAST_SESSION; i <= FOCUS_GOAL; i++) {
		if (!candidates[i].length)
			continue;
		preparation->focus = candidates[i];
		preparation->focus_source = i;
		return;
	}
}

struct preparation *preparation_decide(struct arena *arena, const struct aliases *aliases,
	const struct records *records, const struct preparation_settings *settings, const struct roster_client *client,
	const struct session *session, struct date today)
{
	struct preparing preparing = { arena, aliases, records, settings, client, session,
		last_session(records, client, session->date), records_engagement(records, client->id), today };
	struct client_health health = health_decide(arena, records, &settings->health, client, today);
	struct package package = package_decide(records, client, preparing.engagement, session->date);
	struct mode_suggestion mode =
		coaching_mode_suggest(arena, aliases, &health, preparing.engagement, session->number);
	int length = session_length(records, &settings->hours, session);
	struct preparation *preparation = arena_new(arena, struct preparation);
	preparation->client = client->name;
	preparation->date = session->date;
	preparation->start = session->start;
	if (session->start >= 0)
		preparation->start_text = arena_copy_span(arena, span_of(clock_time_format(session->start).text));
	preparation->minutes = INTEGER_OF(length);
	preparation->number = session->number ? INTEGER_OF(session->number) : INTEGER_UNKNOWN;
	preparation->goal = preparing.engagement ? preparing.engagement->goal : SPAN_NONE;
	choose_focus(&preparing, preparation);
	preparation->mode = mode.mode;
	preparation->mode_reason = span_of(mode.reason);
	preparation->package_number = INTEGER_OF(package.used + 1);
	preparation->package_total = package.total;
	preparation->programme_end = client->end;
	preparation->last_session = preparing.last ? preparing.last->date : DATE_NONE;
	preparation->last_summary = preparing.last ? preparing.last->summary : SPAN_NONE;
	preparation->actions = actions_of(&preparing);
	preparation->messages = messages_of(&preparing);
	preparation->metrics = metrics_of(&preparing);
	preparation->flags = flags_of(&preparing, &health);
	preparation->decision_rules =
		decision_rules_applied(arena, aliases, records, client, &health, preparing.last, today);
	if (preparing.engagement)
		preparation->decision_rules_written = INTEGER_OF((long long)preparing.engagement->decision_count);
	preparation->milestones = milestones_of(&preparing);
	preparation->checkpoints = checkpoints_of(&preparing);
	preparation->resources = resources_of(&preparing, preparation);
	preparation->agenda = agenda_of(&preparing, length);
	return preparation;
}
