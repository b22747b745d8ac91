#include "rules/brief.h"

#include "base/text_list.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "model/plain_text.h"
#include "model/wording.h"
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

#define COUNT(array)  (sizeof(array) / sizeof(*(array)))
#define FOR(audience) (1u << (audience))

static const struct {
	const char *title; /* by its name in the wording */
	unsigned readers;
} parts[PART_COUNT] = {
	[PART_GOAL] = { "brief goal",
		FOR(BRIEF_CLIENT) | FOR(BRIEF_SPONSOR) | FOR(BRIEF_SUPERVISOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_PROFILE] = { "brief profile", FOR(BRIEF_HUMAN_COACH) },
	[PART_ATTENDANCE] = { "brief sessions",
		FOR(BRIEF_CLIENT) | FOR(BRIEF_SPONSOR) | FOR(BRIEF_SUPERVISOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_METRICS] = { "brief metrics",
		FOR(BRIEF_CLIENT) | FOR(BRIEF_SPONSOR) | FOR(BRIEF_SUPERVISOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_SUMMARIES] = { "brief summaries", FOR(BRIEF_CLIENT) | FOR(BRIEF_SUPERVISOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_ACTIONS] = { "brief actions", FOR(BRIEF_CLIENT) | FOR(BRIEF_HUMAN_COACH) },
	[PART_FLAGS] = { "brief concerns", FOR(BRIEF_SUPERVISOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_MILESTONES] = { "brief milestones", FOR(BRIEF_CLIENT) | FOR(BRIEF_SPONSOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_NEXT] = { "brief next", FOR(BRIEF_CLIENT) | FOR(BRIEF_SPONSOR) | FOR(BRIEF_HUMAN_COACH) },
	[PART_HISTORY] = { "brief history", FOR(BRIEF_HUMAN_COACH) },
};

struct briefing {
	struct arena *arena;
	enum language language;
	const struct aliases *aliases;
	const struct records *records;
	const struct client_state *state;
	enum brief_audience audience;
	struct date from, to;
};

static bool is_within(const struct briefing *briefing, struct date date)
{
	return date_is_known(date) && date_compare(date, briefing->from) >= 0 && date_compare(date, briefing->to) <= 0;
}

/* --- words ------------------------------------------------------------------------------------------------------- */

static struct span words(const struct briefing *briefing, const char *name, const struct slot *slots, size_t count)
{
	return wording_text(briefing->arena, briefing->language, name, slots, count);
}

static struct span word(const struct briefing *briefing, const char *name)
{
	return words(briefing, name, NULL, 0);
}

static struct span day(const struct briefing *briefing, struct date date)
{
	return span_of(arena_printf(briefing->arena, "%s", date_format(date).text));
}

static struct span number(const struct briefing *briefing, long long value)
{
	return span_of(arena_printf(briefing->arena, "%lld", value));
}

/* "2026-12-08, reached" */
static struct span aside(const struct briefing *briefing, struct span text, struct span more)
{
	const struct slot slots[] = { { "text", text }, { "more", more } };
	return words(briefing, "aside", slots, COUNT(slots));
}

/* "Questions: 4 → 6" */
static void add(const struct briefing *briefing, struct text_list *lines, struct span label, struct span value)
{
	const struct slot slots[] = { { "label", label }, { "value", value } };
	text_list_add(lines, words(briefing, "labelled", slots, COUNT(slots)));
}

/* A text of the engagement; nothing where it has none. */
static void add_named(const struct briefing *briefing, struct text_list *lines, const char *name, struct span value)
{
	if (value.length)
		add(briefing, lines, word(briefing, name), utf8_sentence(briefing->arena, value));
}

/* --- the parts --------------------------------------------------------------------------------------------------- */

static void goal(const struct briefing *briefing, struct text_list *lines)
{
	const struct engagement *engagement = briefing->state->engagement;
	if (!engagement)
		return;
	add_named(briefing, lines, "brief outcome", engagement->outcome);
	if (briefing->audience != BRIEF_SPONSOR)
		add_named(briefing, lines, "brief aim", engagement->goal);
	if (briefing->audience == BRIEF_HUMAN_COACH)
		add_named(briefing, lines, "brief transformation", engagement->transformation);
}

static void profile(const struct briefing *briefing, struct text_list *lines)
{
	const struct engagement *engagement = briefing->state->engagement;
	if (!engagement)
		return;
	add_named(briefing, lines, "brief role", engagement->profile.role);
	add_named(briefing, lines, "brief why now", engagement->profile.why_now);
	add_named(briefing, lines, "brief vision", engagement->profile.vision);
	add_named(briefing, lines, "brief communication", engagement->profile.communication);
	add_named(briefing, lines, "brief accountability", engagement->profile.accountability);
	add_named(briefing, lines, "brief constraints", engagement->profile.constraints);
	add_named(briefing, lines, "brief blockers", engagement->profile.blockers);
}

static struct span package(const struct briefing *briefing)
{
	const struct slot slots[] = { { "used", number(briefing, briefing->state->package_used.value) },
		{ "total", number(briefing, briefing->state->package_total.value) } };
	return words(briefing, "package used", slots, COUNT(slots));
}

/* Days of the period, by what became of them. */
static void attendance(const struct briefing *briefing, struct text_list *lines)
{
	static const char *const names[] = { [SESSION_HELD] = "brief held",
		[SESSION_MISSED] = "brief missed",
		[SESSION_CANCELLED] = "brief cancelled" };
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
		const struct slot slots[] = { { "count", number(briefing, (long long)days.count) },
			{ "days", text_list_join(&days, ", ") } };
		if (days.count)
			add(briefing, lines, word(briefing, names[shown[k]]),
				words(briefing, "sessions on", slots, COUNT(slots)));
	}
	if (briefing->state->package_total.known)
		text_list_add(lines, package(briefing));
}

/* "4 → 6", what there is of it. */
static struct span standing(const struct briefing *briefing, const struct metric_standing *metric)
{
	bool moved = metric->baseline.length && metric->value.length;
	return span_of(arena_printf(briefing->arena, "%.*s%s%.*s", SPAN_PRINT(metric->baseline), moved ? " → " : "",
		SPAN_PRINT(metric->value)));
}

/* "4 → 6, target 8 by 2026-12-31" */
static struct span towards(const struct briefing *briefing, const struct metric_standing *metric)
{
	struct span text = standing(briefing, metric);
	if (metric->target.length) {
		const struct slot slot = { "target", metric->target };
		struct span target = words(briefing, "target", &slot, 1);
		text = text.length ? aside(briefing, text, target) : target;
	}
	if (!date_is_known(metric->deadline))
		return text;
	const struct slot slots[] = { { "text", text }, { "date", day(briefing, metric->deadline) } };
	return words(briefing, "text by", slots, COUNT(slots));
}

static void metrics(const struct briefing *briefing, struct text_list *lines)
{
	static const char *const paces[] = { [PACE_AHEAD] = "ahead of time",
		[PACE_ON_PACE] = "on pace",
		[PACE_BEHIND] = "behind its time",
		[PACE_NO_DATA] = NULL };
	const struct metric_standing *standings = briefing->state->metrics.items;
	for (size_t i = 0; i < briefing->state->metrics.count; i++) {
		const struct metric_standing *metric = &standings[i];
		struct span text = towards(briefing, metric);
		if (metric->progress.known) {
			const struct slot slots[] = { { "text", text },
				{ "share", span_of(decimal_text_short(briefing->arena, metric->progress)) } };
			text = words(briefing, "of the way", slots, COUNT(slots));
			if (paces[metric->pace])
				text = aside(briefing, text, word(briefing, paces[metric->pace]));
		}
		add(briefing, lines, metric->name, text);
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
			add(briefing, lines, day(briefing, session->date), text);
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
		struct span text = text_plain(briefing->arena, action->task.text);
		const struct slot slots[] = { { "text", text }, { "date", day(briefing, action->task.due) } };
		if (open && date_is_known(action->task.due))
			text = words(briefing, "action by", slots, COUNT(slots));
		add(briefing, lines, word(briefing, done ? "brief done" : "brief open"), text);
	}
}

static void flags(const struct briefing *briefing, struct text_list *lines)
{
	const struct client_health *health = &briefing->state->health;
	const struct escalation_trigger *triggers = briefing->state->escalations.items;
	for (size_t i = 0; i < health->flag_count; i++)
		text_list_add(lines, health->flags[i].message);
	for (size_t i = 0; i < briefing->state->escalations.count; i++)
		add_named(briefing, lines, "brief trigger", triggers[i].text);
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
		struct span label = day(briefing, dated[i]->date);
		if (dated[i]->done || past)
			label = aside(briefing, label, word(briefing, dated[i]->done ? "reached" : "not reached yet"));
		add(briefing, lines, label, dated[i]->name);
	}
}

static void next(const struct briefing *briefing, struct text_list *lines)
{
	const struct roster_client *client = briefing->state->client;
	const struct session *session = next_session(briefing->records, client, briefing->to, false);
	const struct slot end = { "date", day(briefing, client->end) };
	if (session)
		add(briefing, lines, word(briefing, "brief next session"), day(briefing, session->date));
	if (client->status == CLIENT_COMPLETED)
		text_list_add(lines, word(briefing, "programme over"));
	else if (date_is_known(client->end))
		text_list_add(lines,
			words(briefing,
				date_compare(client->end, briefing->to) < 0 ? "programme ended" : "programme goes on",
				&end, 1));
}

static void history(const struct briefing *briefing, struct text_list *lines)
{
	const struct engagement *engagement = briefing->state->engagement;
	if (!engagement)
		return;
	add_named(briefing, lines, "brief beginning", engagement->profile.history);
	add_named(briefing, lines, "brief considerations", engagement->profile.considerations);
	add_named(briefing, lines, "brief terms", engagement->profile.duration);
	add_named(briefing, lines, "brief between sessions", engagement->profile.async_support);
}

/* --- the brief --------------------------------------------------------------------------------------------------- */

static struct span title_of(const struct briefing *briefing)
{
	static const char *const about[] = { "for the client", "for the sponsor", "for supervision", "for a coach" };
	bool unnamed = briefing->audience == BRIEF_SUPERVISOR;
	const struct slot slots[] = {
		{ "about", word(briefing, about[briefing->audience]) },
		{ "name", unnamed ? word(briefing, "one client") : briefing->state->client->name },
		{ "from", day(briefing, briefing->from) },
		{ "to", day(briefing, briefing->to) },
	};
	return words(briefing, "brief title", slots, COUNT(slots));
}

struct brief brief_decide(struct arena *arena, enum language language, const struct aliases *aliases,
	const struct records *records, const struct client_state *state, enum brief_audience audience, struct date from,
	struct date to)
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
	struct briefing briefing = { arena, language, aliases, records, state, audience, from, to };
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
			make_anonymous(&lines, language, names, sizeof(names) / sizeof(*names));
		if (lines.count)
			sections[brief.sections.count++] =
				(struct brief_section){ word(&briefing, parts[part].title), text_list_result(&lines) };
	}
	return brief;
}
