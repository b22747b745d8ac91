#include "rules/brief.h"

#include "base/text_list.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "model/plain_text.h"
#include "rules/anonymous.h"
#include "rules/client_sessions.h"
#include "rules/escalation.h"
#include "rules/listed_action.h"

#include <stdlib.h>

const char *const brief_audience_names[] = { "client", "sponsor", "supervisor", "human_coach", NULL };

const char *brief_consent_scope(enum brief_audience audience)
{
	static const char *const scopes[] = { [BRIEF_CLIENT] = NULL,
		[BRIEF_SPONSOR] = "sponsor",
		[BRIEF_SUPERVISOR] = "case_study",
		[BRIEF_HUMAN_COACH] = "hand_over" };
	return scopes[audience];
}

/* --- who may read what ------------------------------------------------------------------------------------------- */

enum brief_part {
	PART_GOAL,
	PART_PROFILE,
	PART_ATTENDANCE,
	PART_METRICS,
	PART_SUMMARIES,
	PART_ACTIONS,
	PART_FLAGS,
	PART_MILESTONES,
	PART_NEXT,
	PART_HISTORY,
	PART_COUNT
};

#define FOR(audience) (1u << (audience))

static const struct {
	const char *title;
	unsigned readers;
} parts[PART_COUNT] = {
	[PART_GOAL] = { "Where it is to lead",
		FOR(BRIEF_CLIENT) | FOR(BRIEF_SPONSOR) | FOR(BRIEF_SUPERVISOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_PROFILE] = { "Who it is about", FOR(BRIEF_HUMAN_COACH) },
	[PART_ATTENDANCE] = { "Sessions",
		FOR(BRIEF_CLIENT) | FOR(BRIEF_SPONSOR) | FOR(BRIEF_SUPERVISOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_METRICS] = { "What has moved",
		FOR(BRIEF_CLIENT) | FOR(BRIEF_SPONSOR) | FOR(BRIEF_SUPERVISOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_SUMMARIES] = { "What we worked on", FOR(BRIEF_CLIENT) | FOR(BRIEF_SUPERVISOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_ACTIONS] = { "Actions", FOR(BRIEF_CLIENT) | FOR(BRIEF_HUMAN_COACH) },
	[PART_FLAGS] = { "What gives cause for concern", FOR(BRIEF_SUPERVISOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_MILESTONES] = { "Milestones", FOR(BRIEF_CLIENT) | FOR(BRIEF_SPONSOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_NEXT] = { "What comes next", FOR(BRIEF_CLIENT) | FOR(BRIEF_SPONSOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_HISTORY] = { "Good to know", FOR(BRIEF_HUMAN_COACH) },
};

struct briefing {
	struct arena *arena;
	const struct aliases *aliases;
	const struct records *records;
	const struct client_state *state;
	enum brief_audience audience;
	struct date from, to;
};

static const char *day(struct arena *arena, struct date date)
{
	return arena_printf(arena, "%s", date_format(date).text);
}

static bool is_within(const struct briefing *briefing, struct date date)
{
	return date_is_known(date) && date_compare(date, briefing->from) >= 0 && date_compare(date, briefing->to) <= 0;
}

static void add_named(struct text_list *lines, const char *name, struct span value)
{
	if (value.length)
		text_list_printf(lines, "%s: %.*s", name, SPAN_PRINT(utf8_sentence(lines->arena, value)));
}

/* --- the parts --------------------------------------------------------------------------------------------------- */

static void goal(const struct briefing *briefing, struct text_list *lines)
{
	const struct engagement *engagement = briefing->state->engagement;
	if (!engagement)
		return;
	add_named(lines, "Outcome", engagement->outcome);
	if (briefing->audience != BRIEF_SPONSOR)
		add_named(lines, "Goal", engagement->goal);
	if (briefing->audience == BRIEF_HUMAN_COACH)
		add_named(lines, "From and to", engagement->transformation);
}

static void profile(const struct briefing *briefing, struct text_list *lines)
{
	const struct engagement *engagement = briefing->state->engagement;
	if (!engagement)
		return;
	add_named(lines, "Role", engagement->profile.role);
	add_named(lines, "Why now", engagement->profile.why_now);
	add_named(lines, "Vision", engagement->profile.vision);
	add_named(lines, "Communication", engagement->profile.communication);
	add_named(lines, "Accountability", engagement->profile.accountability);
	add_named(lines, "Constraints", engagement->profile.constraints);
	add_named(lines, "Blockers", engagement->profile.blockers);
}

/* Days of the period, by what became of them. */
static void attendance(const struct briefing *briefing, struct text_list *lines)
{
	static const char *const names[] = {
		[SESSION_HELD] = "Held", [SESSION_MISSED] = "Missed", [SESSION_CANCELLED] = "Cancelled"
	};
	static const enum session_status shown[] = { SESSION_HELD, SESSION_MISSED, SESSION_CANCELLED };
	const struct records *records = briefing->records;
	for (size_t k = 0; k < sizeof(shown) / sizeof(*shown); k++) {
		struct text_list days = { .arena = briefing->arena };
		for (size_t i = 0; i < records->session_count; i++) {
			const struct session *session = &records->sessions[i];
			if (session->client_id == briefing->state->client->id && session->status == shown[k] &&
				is_within(briefing, session->date))
				text_list_printf(&days, "%s", date_format(session->date).text);
		}
		if (days.count)
			text_list_printf(lines, "%s: %zu (%.*s)", names[shown[k]], days.count,
				SPAN_PRINT(text_list_join(&days, ", ")));
	}
	if (briefing->state->package_total.known)
		text_list_printf(lines, "Of the package: %lld of %lld used", briefing->state->package_used.value,
			briefing->state->package_total.value);
}

/* "4 → 6", what there is of it. */
static const char *standing(const struct briefing *briefing, const struct metric_standing *metric)
{
	bool moved = metric->baseline.length && metric->value.length;
	return arena_printf(briefing->arena, "%.*s%s%.*s", SPAN_PRINT(metric->baseline), moved ? " → " : "",
		SPAN_PRINT(metric->value));
}

static const char *progress(const struct briefing *briefing, const struct metric_standing *metric)
{
	static const char *const paces[] = { [PACE_AHEAD] = ", ahead of time",
		[PACE_ON_PACE] = ", on pace",
		[PACE_BEHIND] = ", behind its time",
		[PACE_NO_DATA] = "" };
	if (!metric->progress.known)
		return "";
	return arena_printf(briefing->arena, " (%s %% of the way)%s",
		decimal_text_short(briefing->arena, metric->progress), paces[metric->pace]);
}

static void metrics(const struct briefing *briefing, struct text_list *lines)
{
	const struct metric_standing *standings = briefing->state->metrics.items;
	for (size_t i = 0; i < briefing->state->metrics.count; i++) {
		const struct metric_standing *metric = &standings[i];
		const char *stands = standing(briefing, metric);
		text_list_printf(lines, "%.*s: %s%s%.*s%s%s%s", SPAN_PRINT(metric->name), stands,
			!metric->target.length ? ""
			: *stands              ? ", target "
					       : "target ",
			SPAN_PRINT(metric->target), date_is_known(metric->deadline) ? " by " : "",
			date_format(metric->deadline).text, progress(briefing, metric));
	}
}

/* Without comments, and without notes that stand within the summary. */
static struct span readable_summary(const struct briefing *briefing, const struct session *session)
{
	struct span text = plain_text(briefing->arena, briefing->aliases, session->document, session->summary);
	return utf8_sentence(briefing->arena, text);
}

static void summaries(const struct briefing *briefing, struct text_list *lines)
{
	const struct records *records = briefing->records;
	for (size_t i = 0; i < records->session_count; i++) {
		const struct session *session = &records->sessions[i];
		bool told = session->client_id == briefing->state->client->id && session->status == SESSION_HELD &&
			    is_within(briefing, session->date);
		struct span text = told ? readable_summary(briefing, session) : SPAN_NONE;
		if (text.length)
			text_list_printf(lines, "%s: %.*s", day(briefing->arena, session->date), SPAN_PRINT(text));
	}
}

/* The client's own that both agreed on; another coach reads both sides', but nothing out of a session's Notes. */
static bool may_be_read(const struct briefing *briefing, const struct action *action)
{
	bool listed = was_listed(briefing->records, action);
	if (action->client_id != briefing->state->client->id)
		return false;
	if (briefing->audience == BRIEF_HUMAN_COACH)
		return listed || action->kind != NOTE_SESSION;
	return listed && action->owner == OWNER_CLIENT;
}

static void actions(const struct briefing *briefing, struct text_list *lines)
{
	const struct action_list *list = &briefing->records->actions;
	for (size_t i = 0; i < list->count; i++) {
		const struct action *action = &list->items[i];
		bool open = task_is_unfinished(&action->task);
		bool done = action->task.status == TASK_DONE && is_within(briefing, action->task.done);
		if ((!open && !done) || !may_be_read(briefing, action))
			continue;
		text_list_printf(lines, "%s: %.*s%s%s", done ? "Done" : "Open",
			SPAN_PRINT(text_plain(briefing->arena, action->task.text)),
			date_is_known(action->task.due) && open ? ", by " : "",
			open ? day(briefing->arena, action->task.due) : "");
	}
}

static void flags(const struct briefing *briefing, struct text_list *lines)
{
	const struct client_health *health = &briefing->state->health;
	const struct escalation_trigger *triggers = briefing->state->escalations.items;
	for (size_t i = 0; i < health->flag_count; i++)
		text_list_add(lines, health->flags[i].message);
	for (size_t i = 0; i < briefing->state->escalations.count; i++)
		add_named(lines, "To be looked at where it holds", triggers[i].text);
}

/* By day; of one day as the note has them. */
static int compare_milestones(const void *left, const void *right)
{
	const struct engagement_milestone *a = *(const struct engagement_milestone *const *)left;
	const struct engagement_milestone *b = *(const struct engagement_milestone *const *)right;
	int order = date_compare(a->date, b->date);
	return order ? order : (a > b) - (a < b);
}

static void milestones(const struct briefing *briefing, struct text_list *lines)
{
	const struct engagement *engagement = briefing->state->engagement;
	size_t most = engagement ? engagement->milestone_count : 0;
	const struct engagement_milestone **dated =
		arena_new_array(briefing->arena, most, const struct engagement_milestone *);
	size_t count = 0;
	for (size_t i = 0; i < most; i++)
		if (date_is_known(engagement->milestones[i].date))
			dated[count++] = &engagement->milestones[i];
	if (count > 1)
		qsort(dated, count, sizeof(*dated), compare_milestones);
	for (size_t i = 0; i < count; i++) {
		bool past = date_compare(dated[i]->date, briefing->to) < 0;
		text_list_printf(lines, "%s%s: %.*s", day(briefing->arena, dated[i]->date),
			dated[i]->done ? ", reached"
			: past         ? ", not reached yet"
				       : "",
			SPAN_PRINT(dated[i]->name));
	}
}

static void next(const struct briefing *briefing, struct text_list *lines)
{
	const struct roster_client *client = briefing->state->client;
	const struct session *session = next_session(briefing->records, client, briefing->to, false);
	if (session)
		text_list_printf(lines, "Next session: %s", date_format(session->date).text);
	if (client->status == CLIENT_COMPLETED)
		text_list_add(lines, SPAN("The programme is over"));
	else if (date_is_known(client->end))
		text_list_printf(lines, "The programme %s %s",
			date_compare(client->end, briefing->to) < 0 ? "ended on" : "goes until",
			date_format(client->end).text);
}

static void history(const struct briefing *briefing, struct text_list *lines)
{
	const struct engagement *engagement = briefing->state->engagement;
	if (!engagement)
		return;
	add_named(lines, "How it began", engagement->profile.history);
	add_named(lines, "Considerations", engagement->profile.considerations);
	add_named(lines, "Terms", engagement->profile.duration);
	add_named(lines, "Between sessions", engagement->profile.async_support);
}

/* --- the brief --------------------------------------------------------------------------------------------------- */

static struct span title_of(const struct briefing *briefing)
{
	static const char *const about[] = { "Progress report", "Progress report for the sponsor", "For supervision",
		"Hand-over" };
	struct span name = briefing->state->client->name;
	const char *from = day(briefing->arena, briefing->from);
	return span_of(arena_printf(briefing->arena, "%s — %.*s — %s to %s", about[briefing->audience],
		SPAN_PRINT(briefing->audience == BRIEF_SUPERVISOR ? SPAN("one client") : name), from,
		day(briefing->arena, briefing->to)));
}

struct brief brief_decide(struct arena *arena, const struct aliases *aliases, const struct records *records,
	const struct client_state *state, enum brief_audience audience, struct date from, struct date to)
{
	static void (*const writers[PART_COUNT])(const struct briefing *, struct text_list *) = {
		[PART_GOAL] = goal,
		[PART_PROFILE] = profile,
		[PART_ATTENDANCE] = attendance,
		[PART_METRICS] = metrics,
		[PART_SUMMARIES] = summaries,
		[PART_ACTIONS] = actions,
		[PART_FLAGS] = flags,
		[PART_MILESTONES] = milestones,
		[PART_NEXT] = next,
		[PART_HISTORY] = history,
	};
	struct briefing briefing = { arena, aliases, records, state, audience, from, to };
	struct brief_section *sections = arena_new_array(arena, PART_COUNT, struct brief_section);
	const struct span names[] = { state->client->name, state->client->note,
		state->engagement ? state->engagement->client : SPAN_NONE };
	struct brief brief = { title_of(&briefing), { sections, 0 } };
	for (int part = 0; part < PART_COUNT; part++) {
		struct text_list lines = { .arena = arena };
		if (!(parts[part].readers & FOR(audience)))
			continue;
		writers[part](&briefing, &lines);
		if (audience == BRIEF_SUPERVISOR)
			make_anonymous(&lines, names, sizeof(names) / sizeof(*names));
		if (lines.count)
			sections[brief.sections.count++] =
				(struct brief_section){ span_of(parts[part].title), text_list_result(&lines) };
	}
	return brief;
}
