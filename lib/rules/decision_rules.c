#include "rules/decision_rules.h"

#include "base/text_list.h"
#include "model/metric.h"
#include "model/metric_name.h"
#include "model/property.h"
#include "model/situation.h"
#include "rules/completion.h"
#include "rules/metrics.h"
#include "rules/resource_match.h"

#include <stdlib.h>

enum { CARRIED_LEAST = 2, SESSIONS_OF_READINGS = 3, OPEN_MOST = 3 };

struct looking {
	struct arena *arena;
	const struct aliases *aliases;
	const struct records *records;
	const struct engagement *engagement;
	const struct client_health *health;
	const struct session *last;
	int client_id;
	struct date today;
};

struct signal_list {
	struct decision_signal *items;
	size_t count;
	size_t capacity;
};

static void add(const struct looking *looking, struct signal_list *signals, const char *message, const char *path,
	unsigned line)
{
	signals->items =
		arena_grow(looking->arena, signals->items, signals->count, &signals->capacity, sizeof(*signals->items));
	signals->items[signals->count++] =
		(struct decision_signal){ span_of(message), span_of(path), INTEGER_OF(line) };
}

/* --- what the client wrote --------------------------------------------------------------------------------------- */

/* A word of what the two already work on makes it no new topic. */
static struct word_index words_of_the_work(const struct looking *looking)
{
	const struct engagement *engagement = looking->engagement;
	const struct span work[] = { engagement->goal, engagement->outcome, engagement->transformation,
		looking->last ? looking->last->next_focus : SPAN_NONE };
	struct text_list texts = { .arena = looking->arena };
	for (size_t i = 0; i < sizeof(work) / sizeof(*work); i++)
		text_list_add(&texts, work[i]);
	for (size_t i = 0; i < engagement->metric_count; i++)
		text_list_add(&texts, engagement->metrics[i].name);
	return word_index_of(looking->arena, texts.items, texts.count);
}

static void look_at_messages(const struct looking *looking, enum situation situation, struct signal_list *signals)
{
	const struct inbox *inbox = records_inbox(looking->records, looking->client_id);
	struct word_index work = { .words = { NULL, 0 } };
	if (inbox && situation == SITUATION_NEW_TOPIC)
		work = words_of_the_work(looking);
	for (size_t i = 0; inbox && i < inbox->message_count; i++) {
		const struct message *message = &inbox->messages[i];
		bool since = !looking->last || date_compare(message->date, looking->last->date) > 0;
		if (!message->from_client || !since || date_compare(message->date, looking->today) > 0)
			continue;
		if (!(situations_named(looking->arena, looking->aliases, message->text) & 1U << situation))
			continue;
		if (situation == SITUATION_NEW_TOPIC && word_index_match(looking->arena, &work, message->text).length)
			continue;
		add(looking, signals,
			arena_printf(looking->arena, "named in the message of %s", date_format(message->date).text),
			inbox->document->path, message->line);
	}
}

/* --- what was carried over --------------------------------------------------------------------------------------- */

/* Open, the client's own, agreed in a session, and not for a day to come or to be done again and again. */
static bool may_be_carried(const struct looking *looking, const struct action *action)
{
	const struct task *task = &action->task;
	bool later = date_is_known(task->due) && date_compare(task->due, looking->today) >= 0;
	return action->client_id == looking->client_id && action->owner == OWNER_CLIENT && task_is_unfinished(task) &&
	       date_is_known(action->agreed) && !task->recurrence.length && !later;
}

/* What the client's sessions hold of commitments that go on, from the first session to the last. */
struct commitments {
	struct date *agreed;
	struct span_index by_key;
};

static size_t tasks_of_sessions(const struct looking *looking)
{
	size_t count = 0;
	for (size_t i = 0; i < looking->records->session_count; i++)
		if (looking->records->sessions[i].client_id == looking->client_id)
			count += looking->records->sessions[i].actions.count;
	return count;
}

static struct commitments commitments_of(const struct looking *looking)
{
	size_t most = tasks_of_sessions(looking);
	struct span *keys = arena_new_array(looking->arena, most, struct span);
	struct commitments commitments = { arena_new_array(looking->arena, most, struct date), { NULL, 0 } };
	size_t count = 0;
	for (size_t i = 0; i < looking->records->session_count; i++) {
		const struct session *session = &looking->records->sessions[i];
		for (size_t k = 0; session->client_id == looking->client_id && k < session->actions.count; k++) {
			const struct task *task = &session->actions.items[k];
			commitments.agreed[count] = session->date;
			if (task_is_unfinished(task) || task->status == TASK_FORWARDED)
				keys[count] = task_key(looking->arena, task);
			count++;
		}
	}
	commitments.by_key = span_index_of(looking->arena, keys, count);
	return commitments;
}

/* The day on which the commitment was first made, by the sessions that it was taken on through. */
static struct date first_agreed(const struct commitments *commitments, const struct action *action)
{
	size_t first = span_index_find(&commitments->by_key, action->key, 0);
	return first == SPAN_NOWHERE ? action->agreed : commitments->agreed[first];
}

/* The latest first; of one day as they stand. */
static int compare_agreed(const void *left, const void *right)
{
	const struct action *a = *(const struct action *const *)left;
	const struct action *b = *(const struct action *const *)right;
	int order = date_compare(b->agreed, a->agreed);
	return order ? order : (a > b) - (a < b);
}

/* Those that may be carried, by compare_agreed, found by their keys. */
struct carried_actions {
	const struct action **items;
	struct span_index by_key;
};

static struct carried_actions carried_actions_of(const struct looking *looking)
{
	const struct action_list *actions = &looking->records->actions;
	struct carried_actions carried = { arena_new_array(looking->arena, actions->count, const struct action *),
		{ NULL, 0 } };
	struct span *keys = arena_new_array(looking->arena, actions->count, struct span);
	size_t count = 0;
	for (size_t i = 0; i < actions->count; i++)
		if (may_be_carried(looking, &actions->items[i]))
			carried.items[count++] = &actions->items[i];
	if (count > 1)
		qsort(carried.items, count, sizeof(*carried.items), compare_agreed);
	for (size_t i = 0; i < count; i++)
		keys[i] = carried.items[i]->key;
	carried.by_key = span_index_of(looking->arena, keys, count);
	return carried;
}

/* A later session has it open too, and stands for it. */
static bool is_taken_on(const struct carried_actions *carried, const struct action *action)
{
	const struct action *latest = carried->items[span_index_find(&carried->by_key, action->key, 0)];
	return date_compare(latest->agreed, action->agreed) > 0;
}

static int sessions_held_after(const struct looking *looking, struct date day)
{
	int held = 0;
	for (size_t i = records_sessions_from(looking->records, date_add(day, 1)); i < looking->records->session_count;
		i++) {
		const struct session *session = &looking->records->sessions[i];
		held += session->client_id == looking->client_id && session->status == SESSION_HELD &&
			date_compare(session->date, looking->today) <= 0;
	}
	return held;
}

static void look_at_carried(const struct looking *looking, struct signal_list *signals)
{
	struct commitments commitments = commitments_of(looking);
	struct carried_actions others = carried_actions_of(looking);
	for (size_t i = 0; i < looking->records->actions.count; i++) {
		const struct action *action = &looking->records->actions.items[i];
		if (!may_be_carried(looking, action) || is_taken_on(&others, action))
			continue;
		struct date first = first_agreed(&commitments, action);
		int carried = sessions_held_after(looking, first);
		if (carried >= CARRIED_LEAST)
			add(looking, signals,
				arena_printf(looking->arena, "agreed on %s, open after %d more sessions: %.*s",
					date_format(first).text, carried, SPAN_PRINT(action->task.text)),
				action->document->path, action->task.line);
	}
}

static void look_at_blocked(const struct looking *looking, struct signal_list *signals)
{
	for (size_t i = 0; i < looking->records->actions.count; i++) {
		const struct action *action = &looking->records->actions.items[i];
		struct span reason;
		if (action->client_id == looking->client_id && action->owner == OWNER_CLIENT &&
			task_is_unfinished(&action->task) &&
			day_task_is_blocked(looking->arena, looking->aliases, &action->task, &reason))
			add(looking, signals,
				arena_printf(looking->arena, "blocked%s%.*s: %.*s", reason.length ? ", " : "",
					SPAN_PRINT(reason), SPAN_PRINT(action->task.text)),
				action->document->path, action->task.line);
	}
}

/* --- what does not move ------------------------------------------------------------------------------------------ */

/* The day of the third last session held; DATE_NONE where there were fewer. */
static struct date third_last_session(const struct looking *looking)
{
	int held = 0;
	for (size_t i = records_sessions_from(looking->records, date_add(looking->today, 1)); i-- > 0;) {
		const struct session *session = &looking->records->sessions[i];
		held += session->client_id == looking->client_id && session->status == SESSION_HELD;
		if (held == SESSIONS_OF_READINGS)
			return session->date;
	}
	return DATE_NONE;
}

/* The latest reading of the metric, by date, then in order of the note; NULL where those since that day differ, or are
 * of one day alone. */
static const struct progress_entry *unmoved(const struct looking *looking, struct span metric, struct date since)
{
	const struct progress_entry *first = NULL;
	const struct progress_entry *latest = NULL;
	for (size_t i = 0; i < looking->engagement->progress_count; i++) {
		const struct progress_entry *entry = &looking->engagement->progress[i];
		if (date_compare(entry->date, since) < 0 || date_compare(entry->date, looking->today) > 0 ||
			!metric_is(looking->arena, entry->metric, metric))
			continue;
		if (latest && !metric_value_is(looking->arena, entry->value, latest->value))
			return NULL;
		if (!latest || date_compare(entry->date, latest->date) >= 0)
			latest = entry;
		if (!first || date_compare(entry->date, first->date) < 0)
			first = entry;
	}
	return latest && date_compare(first->date, latest->date) < 0 ? latest : NULL;
}

static void look_at_metrics(const struct looking *looking, struct signal_list *signals)
{
	struct date since = third_last_session(looking);
	struct result_list standings = metrics_decide(looking->arena, looking->engagement, 0, looking->today);
	for (size_t i = 0; date_is_known(since) && i < standings.count; i++) {
		const struct metric_standing *standing = (const struct metric_standing *)standings.items + i;
		const struct progress_entry *latest = unmoved(looking, standing->name, since);
		if (!latest || standing->reached)
			continue;
		struct position place = document_position_of(looking->engagement->document, latest->row);
		add(looking, signals,
			arena_printf(looking->arena, "no movement since the session of %s: %.*s is still at %.*s",
				date_format(since).text, SPAN_PRINT(standing->name), SPAN_PRINT(latest->value)),
			place.path, place.line);
	}
}

/* --- what is too much -------------------------------------------------------------------------------------------- */

static void look_at_load(const struct looking *looking, struct signal_list *signals)
{
	const struct action_completion *completion = &looking->health->completion;
	const struct action *first = NULL;
	int open = 0;
	for (size_t i = 0; i < looking->records->actions.count; i++) {
		const struct action *action = &looking->records->actions.items[i];
		if (action->client_id != looking->client_id || action->owner != OWNER_CLIENT || !action_is_open(action))
			continue;
		first = first ? first : action;
		open++;
	}
	if (open <= OPEN_MOST || !completion_is_low(completion))
		return;
	add(looking, signals,
		arena_printf(looking->arena, "%d of %d due actions done on time, and %d of the client's are open",
			completion->on_time, completion->due - completion->pending, open),
		first->document->path, first->task.line);
}

/* --- the rules --------------------------------------------------------------------------------------------------- */

static void look_for(const struct looking *looking, enum situation situation, struct signal_list *signals)
{
	if (situation == SITUATION_STUCK) {
		look_at_carried(looking, signals);
		look_at_blocked(looking, signals);
		look_at_metrics(looking, signals);
	}
	if (situation == SITUATION_OVERWHELMED)
		look_at_load(looking, signals);
	look_at_messages(looking, situation, signals);
}

struct result_list decision_rules_applied(struct arena *arena, const struct aliases *aliases,
	const struct records *records, const struct roster_client *client, const struct client_health *health,
	const struct session *last, struct date today)
{
	const struct engagement *engagement = records_engagement(records, client->id);
	struct looking looking = { arena, aliases, records, engagement, health, last, client->id, today };
	size_t written = engagement ? engagement->decision_count : 0;
	struct decision_rule *rules = arena_new_array(arena, written, struct decision_rule);
	size_t count = 0;
	for (size_t i = 0; i < written; i++) {
		const struct engagement_decision *decision = &engagement->decisions[i];
		struct signal_list signals = { NULL, 0, 0 };
		for (int situation = 0; situation < SITUATION_COUNT; situation++)
			if (decision->situations & 1U << situation)
				look_for(&looking, (enum situation)situation, &signals);
		if (!signals.count)
			continue;
		struct position place = document_position_of(engagement->document, decision->place);
		rules[count++] = (struct decision_rule){ decision->situation, decision->decision, span_of(place.path),
			INTEGER_OF(place.line), { signals.items, signals.count } };
	}
	return (struct result_list){ rules, count };
}
