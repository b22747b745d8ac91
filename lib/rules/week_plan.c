#include "rules/week_plan.h"

#include "md/link.h"
#include "rules/recurrence.h"

#include <stdlib.h>
#include <string.h>

const char *const priority_kind_names[] = { "circuit_breaker", "red_flag", "prepare", "overdue", "milestone",
	"carryover", "partner", "ritual", NULL };

/* A list that grows in the arena. */
struct list {
	void *items;
	size_t count;
	size_t capacity;
};

struct planning {
	struct arena *arena;
	const struct records *records;
	const struct week_plan_settings *settings;
	struct week week;
	struct date today;
	struct date reference; /* what is due before this day is overdue: today, or the Monday of a week to come */
	struct finding_list *findings;
	struct list priorities;
	struct list clients;
	struct list watchlist;
	struct list rituals;
	struct list partners;
	struct list carryover;
};

static void *push(struct planning *planning, struct list *list, size_t size)
{
	list->items = arena_grow(planning->arena, list->items, list->count, &list->capacity, size);
	return (char *)list->items + size * list->count++;
}

static struct span text_of(struct planning *planning, const char *format, ...) __attribute__((format(printf, 2, 3)));

static struct span text_of(struct planning *planning, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	struct span text = span_of(arena_vprintf(planning->arena, format, arguments));
	va_end(arguments);
	return text;
}

static void add_priority(struct planning *planning, enum priority_kind kind, struct span text, struct span reason)
{
	struct week_priority *priority = push(planning, &planning->priorities, sizeof(*priority));
	*priority = (struct week_priority){ kind, text, reason };
}

static void add_item(
	struct planning *planning, struct list *list, struct span text, struct span detail, struct date since)
{
	struct week_item *item = push(planning, list, sizeof(*item));
	*item = (struct week_item){ text, detail, since };
}

static bool is_in_week(const struct planning *planning, struct date date)
{
	return date_is_known(date) && week_compare(week_of(date), planning->week) == 0;
}

static struct span link_of(struct planning *planning, const struct roster_client *client)
{
	const struct engagement *engagement = records_engagement(planning->arena, planning->records, client->name);
	if (!client->note.length && !engagement)
		return client->name;
	if (!client->note.length || span_equal(client->note, client->name))
		return text_of(planning, "[[%.*s]]", SPAN_PRINT(client->name));
	return text_of(planning, "[[%.*s|%.*s]]", SPAN_PRINT(client->note), SPAN_PRINT(client->name));
}

static struct span day_and_time(struct planning *planning, const struct session *session)
{
	const char *day = weekday_short_name(date_weekday(session->date));
	if (session->start < 0)
		return text_of(planning, "%s", day);
	return text_of(planning, "%s %s", day, clock_time_format(session->start).text);
}

static bool is_of(struct planning *planning, const struct session *session, const struct roster_client *client)
{
	return records_same_client(planning->arena, planning->records, session->client, client->name);
}

/* The sessions of the week that are planned or held, as a text; one to prepare is a priority. */
static struct span sessions_of(struct planning *planning, const struct roster_client *client, struct span link)
{
	struct span text = SPAN_NONE;
	for (size_t i = 0; i < planning->records->session_count; i++) {
		const struct session *session = &planning->records->sessions[i];
		bool booked = session->status == SESSION_PLANNED || session->status == SESSION_HELD;
		if (!booked || !is_in_week(planning, session->date) || !is_of(planning, session, client))
			continue;
		struct span when = day_and_time(planning, session);
		text = text.length ? text_of(planning, "%.*s, %.*s", SPAN_PRINT(text), SPAN_PRINT(when)) : when;
		if (session->status == SESSION_PLANNED && !session->prepared)
			add_priority(planning, PRIORITY_PREPARE,
				text_of(planning, "**Prepare %.*s**", SPAN_PRINT(link)),
				text_of(planning, "session on %.*s, no agenda yet", SPAN_PRINT(when)));
	}
	return text;
}

/* The focus that the last held session named for the next one. */
static struct span last_focus(struct planning *planning, const struct roster_client *client)
{
	const struct session *last = NULL;
	for (size_t i = 0; i < planning->records->session_count; i++) {
		const struct session *session = &planning->records->sessions[i];
		bool before = date_compare(session->date, week_sunday(planning->week)) <= 0;
		if (session->status == SESSION_HELD && before && is_of(planning, session, client))
			last = session;
	}
	return last ? last->next_focus : SPAN_NONE;
}

static struct span flags_of(struct planning *planning, const struct client_health *health, struct span link)
{
	struct span text = SPAN_NONE;
	for (size_t i = 0; i < health->flag_count; i++) {
		const struct health_flag *flag = &health->flags[i];
		const char *name = health_flag_names[flag->code];
		text = text.length ? text_of(planning, "%.*s, %s", SPAN_PRINT(text), name) : span_of(name);
		add_priority(planning, PRIORITY_RED_FLAG, text_of(planning, "**Reach out to %.*s**", SPAN_PRINT(link)),
			flag->message);
		add_item(planning, &planning->watchlist, link, flag->message, DATE_NONE);
	}
	return text;
}

static struct span touch_of(const struct engagement *engagement, bool session_week)
{
	struct span touch = SPAN_NONE;
	if (engagement)
		touch = session_week ? engagement->touch_session_week : engagement->touch_non_session_week;
	if (touch.length)
		return touch;
	return session_week ? SPAN("Prepare, session, summary, resource") : SPAN("Check-in message");
}

static void plan_milestones_of(struct planning *planning, const struct engagement *engagement, struct span link)
{
	for (size_t i = 0; engagement && i < engagement->milestone_count; i++) {
		const struct engagement_milestone *milestone = &engagement->milestones[i];
		if (milestone->done || !is_in_week(planning, milestone->date))
			continue;
		add_priority(planning, PRIORITY_MILESTONE,
			text_of(planning, "**%.*s** of %.*s", SPAN_PRINT(milestone->name), SPAN_PRINT(link)),
			text_of(planning, "due on %s", date_format(milestone->date).text));
	}
}

static void plan_client(struct planning *planning, const struct roster_client *client)
{
	const struct engagement *engagement = records_engagement(planning->arena, planning->records, client->name);
	struct client_health health = health_decide(
		planning->arena, planning->records, &planning->settings->health, client, planning->reference);
	struct week_client *row = push(planning, &planning->clients, sizeof(*row));
	size_t index = planning->clients.count - 1;
	struct week_client plan = { .name = client->name, .link = link_of(planning, client) };
	plan.session = sessions_of(planning, client, plan.link);
	plan.goal = engagement ? engagement->goal : SPAN_NONE;
	plan.focus = last_focus(planning, client);
	if (!plan.focus.length)
		plan.focus = plan.goal;
	plan.flags = flags_of(planning, &health, plan.link);
	plan.open_actions = INTEGER_OF(health.open_actions);
	plan.overdue_actions = INTEGER_OF(health.overdue_actions);
	plan.touch = touch_of(engagement, plan.session.length > 0);
	plan_milestones_of(planning, engagement, plan.link);
	((struct week_client *)planning->clients.items)[index] = plan;
}

static void plan_endings(struct planning *planning, const struct capacity *capacity)
{
	for (size_t i = 0; i < capacity->endings.count; i++) {
		const struct capacity_ending *ending = (const struct capacity_ending *)capacity->endings.items + i;
		const struct roster_client *client = records_client(planning->arena, planning->records, ending->client);
		add_item(planning, &planning->watchlist, link_of(planning, client),
			text_of(planning, "programme ends on %s", date_format(ending->end).text), ending->end);
	}
}

static void plan_breaker(struct planning *planning, const struct capacity_breaker *breaker)
{
	if (!breaker->tripped)
		return;
	const char *category = category_title((enum category)breaker->category);
	struct span reason =
		text_of(planning, "%s over contract in the last %zu weeks with data", category, breaker->weeks.count);
	struct span text = breaker->pause.at ? text_of(planning, "**Pause %.*s**", SPAN_PRINT(breaker->pause))
					     : SPAN("**Pause the lowest-priority business-development activity**");
	add_priority(planning, PRIORITY_BREAKER, text, text_of(planning, "circuit breaker: %.*s", SPAN_PRINT(reason)));
	add_item(planning, &planning->watchlist, SPAN("Circuit breaker"), reason, DATE_NONE);
}

/* "[[2026-11-12 Ana Silva]]" */
static struct span note_link(struct planning *planning, const struct document *document)
{
	const char *slash = strrchr(document->path, '/');
	struct span name = span_of(slash ? slash + 1 : document->path);
	name.length -= span_ends_with(name, ".md") ? strlen(".md") : 0;
	return text_of(planning, "[[%.*s]]", SPAN_PRINT(name));
}

/* The line of a task from its box on: "[ ] Send the contract 📅 2026-11-18". */
static struct span task_line(const struct task *task)
{
	return span_from(task->whole, span_find_byte(task->whole, '['));
}

/* It comes as a milestone, then, and not as an action too. */
static bool is_milestone_of(const struct plan *plan, const struct action *action)
{
	for (size_t i = 0; plan && plan->document == action->document && i < plan->milestone_count; i++)
		if (plan->milestones[i].line == action->task.line)
			return true;
	return false;
}

static void plan_overdue(struct planning *planning)
{
	const struct action_list *actions = &planning->records->actions;
	const struct plan *plan = records_plan(planning->records, week_monday(planning->week));
	for (size_t i = 0; i < actions->count; i++) {
		const struct action *action = &actions->items[i];
		/* Open tasks of week notes come as carryover, from the last of those notes alone. */
		if (action->kind == NOTE_WEEK || action->owner != OWNER_COACH ||
			!action_is_overdue(action, planning->reference) || is_milestone_of(plan, action))
			continue;
		add_priority(planning, PRIORITY_OVERDUE, action->task.text,
			text_of(planning, "overdue since %s, noted in %.*s", date_format(action->task.due).text,
				SPAN_PRINT(note_link(planning, action->document))));
	}
}

static void plan_plan_milestones(struct planning *planning)
{
	const struct plan *plan = records_plan(planning->records, week_monday(planning->week));
	for (size_t i = 0; plan && i < plan->milestone_count; i++) {
		const struct plan_milestone *milestone = &plan->milestones[i];
		bool due = date_is_known(milestone->due) && !milestone->done &&
			   date_compare(milestone->due, week_sunday(planning->week)) <= 0;
		if (due)
			add_priority(planning, PRIORITY_MILESTONE, milestone->text,
				text_of(planning, "milestone of the quarter, due on %s",
					date_format(milestone->due).text));
	}
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

/* The same action, done elsewhere since: its home knows better than the copy in the week note. */
static bool is_closed_at_home(const struct planning *planning, const struct task *task)
{
	const struct action_list *actions = &planning->records->actions;
	for (size_t i = 0; task->id.length && i < actions->count; i++)
		if (span_equal(actions->items[i].task.id, task->id))
			return actions->items[i].task.status == TASK_DONE ||
			       actions->items[i].task.status == TASK_CANCELLED;
	return false;
}

static void plan_carryover(struct planning *planning)
{
	const struct week_note *note = note_before(planning);
	if (!note)
		return;
	if (week_difference(note->week, planning->week) > 1)
		finding_add(planning->findings, FINDING_MISSED_WEEK, (struct position){ note->document->path, 0, 0 },
			"the last week note before %s is of %s; its open items were carried over",
			week_format(planning->week).text, week_format(note->week).text);
	for (size_t i = 0; i < note->carryover.count; i++) {
		const struct task *task = &note->carryover.items[i];
		bool open = task->status == TASK_OPEN || task->status == TASK_IN_PROGRESS;
		if (!open || is_closed_at_home(planning, task))
			continue;
		add_item(planning, &planning->carryover, task_line(task), SPAN_NONE, task->due);
		add_priority(planning, PRIORITY_CARRYOVER, task->text,
			text_of(planning, "carried over from %s", week_format(note->week).text));
	}
}

static void plan_rituals(struct planning *planning)
{
	const struct portfolio *portfolio = planning->records->portfolio;
	for (size_t i = 0; i < portfolio->ritual_count; i++) {
		const struct ritual *ritual = &portfolio->rituals[i];
		struct recurrence recurrence = { ritual->name, ritual->rhythm, ritual->weekday, ritual->ordinal };
		struct date since;
		if (ritual->rhythm.unit == RHYTHM_NONE)
			finding_add(planning->findings, FINDING_RITUAL_UNDATED,
				(struct position){ portfolio->document->path, 0, 0 },
				"how often \"%.*s\" comes could not be read", SPAN_PRINT(ritual->name));
		if (!recurrence_is_due(planning->arena, planning->records, RECURRENCE_RITUALS, &recurrence,
			    planning->week, &since))
			continue;
		add_item(planning, &planning->rituals, ritual->name, ritual->text, since);
		add_priority(planning, PRIORITY_RITUAL, ritual->name,
			text_of(planning, "ritual, %s", rhythm_text(planning->arena, ritual->rhythm)));
	}
}

static void plan_partners(struct planning *planning)
{
	const struct portfolio *portfolio = planning->records->portfolio;
	for (size_t i = 0; i < portfolio->partner_count; i++) {
		const struct partner *partner = &portfolio->partners[i];
		struct recurrence recurrence = { partner->name, partner->rhythm, -1, 0 };
		struct date since;
		if (!recurrence_is_due(planning->arena, planning->records, RECURRENCE_PARTNERS, &recurrence,
			    planning->week, &since))
			continue;
		add_item(planning, &planning->partners, partner->name, partner->channel, since);
		add_priority(planning, PRIORITY_PARTNER,
			text_of(planning, "Check in with %.*s", SPAN_PRINT(partner->name)),
			text_of(planning, "partner, %s", rhythm_text(planning->arena, partner->rhythm)));
	}
}

/* One priority a client's flags: the first flag names it, the watchlist names all. Stable by kind. */
static void rank(struct planning *planning, struct week_plan *plan)
{
	const struct week_priority *all = planning->priorities.items;
	struct week_priority *ranked =
		arena_new_array(planning->arena, planning->priorities.count, struct week_priority);
	size_t count = 0;
	for (int kind = PRIORITY_BREAKER; kind <= PRIORITY_RITUAL; kind++) {
		for (size_t i = 0; i < planning->priorities.count; i++) {
			bool repeats = count > 0 && kind == PRIORITY_RED_FLAG && ranked[count - 1].kind == kind &&
				       span_equal(ranked[count - 1].text, all[i].text);
			if (all[i].kind == kind && !repeats)
				ranked[count++] = all[i];
		}
	}
	size_t shown = count < PRIORITIES_MOST ? count : PRIORITIES_MOST;
	plan->priorities = (struct result_list){ ranked, shown };
	plan->more_priorities = (int)(count - shown);
}

static struct result_list list_of(const struct list *list)
{
	return (struct result_list){ list->items, list->count };
}

struct week_plan *week_plan_decide(struct arena *arena, const struct records *records,
	const struct week_plan_settings *settings, struct week week, struct date today, struct finding_list *findings)
{
	struct date monday = week_monday(week);
	struct planning planning = { .arena = arena,
		.records = records,
		.settings = settings,
		.week = week,
		.today = today,
		.reference = date_compare(today, monday) > 0 ? today : monday,
		.findings = findings };
	struct week_plan *plan = arena_new(arena, struct week_plan);
	plan->week = week;
	plan->capacity = capacity_decide(arena, records, &settings->capacity, week, today, findings);
	plan_breaker(&planning, plan->capacity->breaker);
	for (size_t i = 0; records->portfolio && i < records->portfolio->client_count; i++)
		if (client_status_is_active(records->portfolio->clients[i].status))
			plan_client(&planning, &records->portfolio->clients[i]);
	plan_endings(&planning, plan->capacity);
	plan_overdue(&planning);
	plan_plan_milestones(&planning);
	plan_carryover(&planning);
	if (records->portfolio) {
		plan_rituals(&planning);
		plan_partners(&planning);
	}
	rank(&planning, plan);
	plan->clients = list_of(&planning.clients);
	plan->watchlist = list_of(&planning.watchlist);
	plan->rituals = list_of(&planning.rituals);
	plan->partners = list_of(&planning.partners);
	plan->carryover = list_of(&planning.carryover);
	return plan;
}
