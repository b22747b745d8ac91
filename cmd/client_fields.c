#include "cmd/client_fields.h"

#include "base/text_list.h"

static const struct result_field flag_fields[] = {
	RES_CHOICE(struct flag_fields, code, "code", health_flag_names, "The red flag"),
	RES_TEXT(struct flag_fields, message, "message", "What it says"),
	RES_LIST(struct flag_fields, evidence, struct place, "evidence", place_fields,
		"Where it rests on, at most eight places"),
	RES_END,
};

static const struct result_field indicator_fields[] = {
	RES_CHOICE(struct indicator_fields, code, "code", health_indicator_names, "The health indicator"),
	RES_CHOICE(struct indicator_fields, state, "state", indicator_state_names,
		"Attention where a flag speaks against it, ok where the files speak for it, else no data"),
	RES_TEXT(struct indicator_fields, message, "message", "What it rests on, or what is missing"),
	RES_LIST(struct indicator_fields, evidence, struct place, "evidence", place_fields,
		"Where it rests on, at most eight places"),
	RES_END,
};

static const struct result_field metric_fields[] = {
	RES_TEXT(struct metric_standing, name, "name", "The metric"),
	RES_TEXT_OR_NULL(struct metric_standing, baseline, "baseline", "Where it began, as written"),
	RES_TEXT_OR_NULL(struct metric_standing, target, "target", "Where it should go, as written"),
	RES_TEXT_OR_NULL(struct metric_standing, value, "value", "The latest value of the progress log"),
	RES_DATE_OR_NULL(struct metric_standing, value_date, "value_date", "When it was measured"),
	RES_DATE_OR_NULL(struct metric_standing, deadline, "deadline", "By when the target is to be reached"),
	RES_DECIMAL_OR_NULL(
		struct metric_standing, progress, "progress", "Percent of the way; null where a figure is unknown"),
	RES_DECIMAL_OR_NULL(
		struct metric_standing, expected, "expected", "Percent of the time; null without start or deadline"),
	RES_CHOICE(struct metric_standing, pace, "pace", metric_pace_names, "Progress against the time"),
	RES_END,
};

const struct result_field client_fields[] = {
	RES_TEXT(struct client_fields, name, "name", "The client"),
	RES_CHOICE(struct client_fields, status, "status", client_status_names, "The status of the roster"),
	RES_LIST(struct client_fields, flags, struct flag_fields, "flags", flag_fields, "Red flags"),
	RES_LIST(struct client_fields, indicators, struct indicator_fields, "indicators", indicator_fields,
		"The four health indicators"),
	RES_DECIMAL_OR_NULL(struct client_fields, action_completion, "action_completion",
		"Percent of the due actions done on time, over the last three held sessions; null where none was due"),
	RES_INTEGER(struct client_fields, due, "due", "How many were due"),
	RES_INTEGER(struct client_fields, on_time, "on_time", "Of these, done on time"),
	RES_INTEGER(struct client_fields, carried_over, "carried_over",
		"Of these, still open: not those done late or forwarded"),
	RES_INTEGER(struct client_fields, done_unknown, "done_unknown", "Besides, done at an unknown time"),
	RES_INTEGER(struct client_fields, open_actions, "open_actions", "Open actions of the client's own"),
	RES_INTEGER(struct client_fields, overdue_actions, "overdue_actions", "Of these, due before today"),
	RES_INTEGER(
		struct client_fields, coach_actions, "coach_actions", "Open actions with the client that are yours"),
	RES_LIST(struct client_fields, metrics, struct metric_standing, "metrics", metric_fields, "Success metrics"),
	RES_DATE_OR_NULL(struct client_fields, last_session, "last_session", "The last session held"),
	RES_DATE_OR_NULL(struct client_fields, next_session, "next_session", "The next session planned"),
	RES_TEXTS(
		struct client_fields, triggers, "triggers", "The engagement's escalation triggers, for you to look at"),
	RES_END,
};

const struct result_field consent_fields[] = {
	RES_TEXT(struct consent, scope, "scope", "What it is for"),
	RES_TEXT_OR_NULL(struct consent, status, "status", "As it is written"),
	RES_BOOLEAN(struct consent, given, "given", "The status says yes"),
	RES_DATE_OR_NULL(struct consent, date, "date", "When it was said"),
	RES_TEXT_OR_NULL(struct consent, agreement, "agreement", "Where it is on record"),
	RES_END,
};

static struct result_list places(struct arena *arena, const struct health_evidence *evidence)
{
	struct place *items = arena_new_array(arena, evidence->count, struct place);
	for (size_t i = 0; i < evidence->count; i++)
		items[i] = (struct place){ span_of(evidence->items[i].path), INTEGER_OF(evidence->items[i].line) };
	return (struct result_list){ items, evidence->count };
}

static struct result_list flags(struct arena *arena, const struct client_health *health)
{
	struct flag_fields *items = arena_new_array(arena, health->flag_count, struct flag_fields);
	for (size_t i = 0; i < health->flag_count; i++) {
		const struct health_flag *flag = &health->flags[i];
		items[i] = (struct flag_fields){ flag->code, flag->message, places(arena, &flag->evidence) };
	}
	return (struct result_list){ items, health->flag_count };
}

static struct result_list indicators(struct arena *arena, const struct client_health *health)
{
	struct indicator_fields *items = arena_new_array(arena, INDICATOR_COUNT, struct indicator_fields);
	for (int i = 0; i < INDICATOR_COUNT; i++) {
		const struct health_indicator *indicator = &health->indicators[i];
		items[i] = (struct indicator_fields){ i, indicator->state, indicator->message,
			places(arena, &indicator->evidence) };
	}
	return (struct result_list){ items, INDICATOR_COUNT };
}

/* All of them: whoever reads the result may ask by another rule than a raised flag. */
static struct result_list trigger_texts(struct arena *arena, const struct engagement *engagement)
{
	struct text_list texts = { .arena = arena };
	for (size_t i = 0; engagement && i < engagement->trigger_count; i++)
		text_list_add(&texts, engagement->triggers[i].text);
	return text_list_result(&texts);
}

struct client_fields client_fields_of(struct arena *arena, const struct client_state *state)
{
	const struct client_health *health = &state->health;
	const struct action_completion *completion = &health->completion;
	return (struct client_fields){
		.name = state->client->name,
		.status = (int)state->client->status,
		.flags = flags(arena, health),
		.indicators = indicators(arena, health),
		.action_completion = completion->rate,
		.due = INTEGER_OF(completion->due),
		.on_time = INTEGER_OF(completion->on_time),
		.carried_over = INTEGER_OF(completion->carried_over),
		.done_unknown = INTEGER_OF(completion->done_unknown),
		.open_actions = INTEGER_OF(health->open_actions),
		.overdue_actions = INTEGER_OF(health->overdue_actions),
		.coach_actions = INTEGER_OF(health->coach_actions),
		.metrics = state->metrics,
		.last_session = health->last_session,
		.next_session = health->next_session,
		.triggers = trigger_texts(arena, state->engagement),
		.escalations = state->escalations,
	};
}

struct result_list client_fields_list(struct arena *arena, const struct result_list *states)
{
	const struct client_state *state = states->items;
	struct client_fields *items = arena_new_array(arena, states->count, struct client_fields);
	for (size_t i = 0; i < states->count; i++)
		items[i] = client_fields_of(arena, &state[i]);
	return (struct result_list){ items, states->count };
}
