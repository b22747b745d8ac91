#include "rules/client_summary.h"

#include "base/text_list.h"
#include "rules/client_sessions.h"

struct summing {
	struct arena *arena;
	const struct records *records;
	const struct client_state *state;
	int renewal_days;
	struct date today;
};

/* "Name: value", where there is a value. */
static void add_named(struct text_list *texts, const char *name, struct span value)
{
	if (value.length)
		text_list_printf(texts, "%s: %.*s", name, SPAN_PRINT(value));
}

/* --- what the files say ------------------------------------------------------------------------------------------ */

static struct span expectations(const struct summing *summing)
{
	struct text_list texts = { .arena = summing->arena };
	const struct metric_standing *metrics = summing->state->metrics.items;
	for (size_t i = 0; i < summing->state->metrics.count; i++)
		if (metrics[i].target.length)
			text_list_printf(&texts, "%.*s to %.*s%s%s", SPAN_PRINT(metrics[i].name),
				SPAN_PRINT(metrics[i].target), date_is_known(metrics[i].deadline) ? " by " : "",
				date_format(metrics[i].deadline).text);
	return text_list_join(&texts, "; ");
}

static struct span scope(const struct summing *summing, const struct engagement *engagement)
{
	struct text_list texts = { .arena = summing->arena };
	add_named(&texts, "Duration", engagement->profile.duration);
	if (summing->state->package_total.known)
		text_list_printf(&texts, "%lld of %lld sessions used", summing->state->package_used.value,
			summing->state->package_total.value);
	add_named(&texts, "Cancellation", engagement->cancellation);
	return text_list_join(&texts, "; ");
}

static struct span communication(const struct summing *summing, const struct engagement *engagement)
{
	struct text_list texts = { .arena = summing->arena };
	add_named(&texts, "Between sessions", engagement->profile.async_support);
	add_named(&texts, "Preference", engagement->profile.communication);
	return text_list_join(&texts, "; ");
}

static struct result_list risks(const struct summing *summing)
{
	struct text_list texts = { .arena = summing->arena };
	const struct client_health *health = &summing->state->health;
	for (size_t i = 0; i < health->flag_count; i++)
		text_list_add(&texts, health->flags[i].message);
	if (summing->state->engagement) {
		add_named(&texts, "Blockers", summing->state->engagement->profile.blockers);
		add_named(&texts, "Constraints", summing->state->engagement->profile.constraints);
	}
	return text_list_result(&texts);
}

/* --- what could be better ---------------------------------------------------------------------------------------- */

static const char *const answers_to_flags[] = {
	[FLAG_MISSED_SESSION] = "Agree on another day, and on what a missed session means.",
	[FLAG_ASSIGNMENTS] = "Agree on fewer actions, each with a day.",
	[FLAG_SILENT] = "Write first: a short check-in, in their channel.",
	[FLAG_STALLED] = "Ask whether the goal is still the right one.",
};

static void add_behind(const struct summing *summing, struct text_list *texts)
{
	const struct metric_standing *metrics = summing->state->metrics.items;
	for (size_t i = 0; i < summing->state->metrics.count; i++)
		if (metrics[i].pace == PACE_BEHIND)
			text_list_printf(
				texts, "Look at %.*s together: it is behind its time.", SPAN_PRINT(metrics[i].name));
}

/* What a coach needs in writing, and the files do not have. */
static void add_missing(const struct engagement *engagement, struct text_list *texts)
{
	if (!engagement) {
		text_list_add(texts, span_of("Write the engagement down: there is no note of it."));
		return;
	}
	if (!engagement->outcome.length)
		text_list_add(texts, span_of("Write down the primary outcome."));
	if (!engagement->metric_count)
		text_list_add(texts, span_of("Agree on a metric, with a baseline and a target."));
	if (!engagement->profile.async_support.length)
		text_list_add(texts, span_of("Say how messages between sessions are answered."));
}

static struct result_list improvements(const struct summing *summing)
{
	struct text_list texts = { .arena = summing->arena };
	const struct client_health *health = &summing->state->health;
	for (size_t i = 0; i < health->flag_count; i++)
		text_list_add(&texts, span_of(answers_to_flags[health->flags[i].code]));
	add_behind(summing, &texts);
	add_missing(summing->state->engagement, &texts);
	if (client_status_is_active(summing->state->client->status) && date_is_known(health->last_session) &&
		health->indicators[INDICATOR_SATISFIED].state == INDICATOR_NO_DATA)
		text_list_add(&texts, span_of("Ask how satisfied they are, and tick it in the engagement."));
	return text_list_result(&texts);
}

/* --- the next step ----------------------------------------------------------------------------------------------- */

static const struct session *overdue_session(const struct summing *summing)
{
	const struct records *records = summing->records;
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		if (session->client_id == summing->state->client->id &&
			session_is_overdue(session->status, session->date, summing->today))
			return session;
	}
	return NULL;
}

static bool is_near(const struct summing *summing, struct date date)
{
	return date_is_known(date) && date_compare(date, summing->today) >= 0 &&
	       date_difference(summing->today, date) <= summing->renewal_days;
}

static struct span next_step(const struct summing *summing)
{
	struct arena *arena = summing->arena;
	const struct client_state *state = summing->state;
	const struct session *overdue = overdue_session(summing);
	const struct session *next = next_session(summing->records, state->client, summing->today, false);
	const char *step = "Nothing is due.";
	if (overdue)
		step = arena_printf(arena, "Say what became of the session of %s.", date_format(overdue->date).text);
	else if (!client_status_is_active(state->client->status))
		step = "None: the client is not active.";
	else if (!next)
		step = "Book the next session.";
	else if (!next->prepared)
		step = arena_printf(arena, "Prepare the session of %s.", date_format(next->date).text);
	else if (state->engagement && is_near(summing, state->engagement->renewal))
		step = arena_printf(
			arena, "Talk about the renewal on %s.", date_format(state->engagement->renewal).text);
	else if (next)
		step = arena_printf(arena, "Hold the session of %s.", date_format(next->date).text);
	return span_of(step);
}

struct client_summary client_summary_decide(struct arena *arena, const struct records *records,
	const struct client_state *state, int renewal_days, struct date today)
{
	struct summing summing = { arena, records, state, renewal_days, today };
	const struct engagement *engagement = state->engagement;
	struct client_summary summary = {
		.type = span_or_none(state->client->type),
		.risks = risks(&summing),
		.improvements = improvements(&summing),
		.next_step = next_step(&summing),
	};
	if (!engagement)
		return summary;
	summary.type = engagement->type.length ? engagement->type : summary.type;
	summary.outcome = span_or_none(engagement->outcome.length ? engagement->outcome : engagement->goal);
	summary.stage = span_or_none(engagement->phase);
	summary.expectations = expectations(&summing);
	summary.scope = scope(&summing, engagement);
	summary.communication = communication(&summing, engagement);
	return summary;
}
