#include "rules/day_shutdown.h"

#include "rules/day_settled.h"

enum { MINUTES_IN_HOUR = 60 };

struct closing {
	struct arena *arena;
	const struct aliases *aliases;
	const struct records *records;
	const struct day_note *note; /* NULL: none */
	const struct day_settled *settled;
	struct span *keys;         /* of its tasks */
	struct span_index homes;   /* actions_by_key */
	struct span_index actions; /* all of them, by their keys */
	struct span_index own;     /* the note's tasks, by their keys */
	struct span_index carried; /* those that are carried over */
	struct link_targets notes; /* those of the records */
	struct finding_list *findings;
	struct day_shutdown *shutdown;
};

/* --- boxes ------------------------------------------------------------------------------------------------------- */

static struct span_index index_of_all(struct arena *arena, const struct action_list *actions)
{
	struct span *keys = arena_new_array(arena, actions->count, struct span);
	for (size_t i = 0; i < actions->count; i++)
		keys[i] = actions->items[i].key;
	return span_index_of(arena, keys, actions->count);
}

/* What is carried over, and the keys by which the boxes are told apart. */
static void look_at_note(struct closing *closing)
{
	struct arena *arena = closing->arena;
	const struct task_list *tasks = &closing->note->tasks;
	closing->homes = actions_by_key(arena, &closing->records->actions);
	closing->shutdown->carryover = day_carryover(arena, closing->records, &closing->homes, closing->note);
	const struct result_list *carryover = &closing->shutdown->carryover;
	struct span *carried = arena_new_array(arena, carryover->count, struct span);
	closing->keys = arena_new_array(arena, tasks->count, struct span);
	for (size_t i = 0; i < tasks->count; i++)
		closing->keys[i] = task_key(arena, &tasks->items[i]);
	for (size_t i = 0; i < carryover->count; i++)
		carried[i] = ((const struct day_carried *)carryover->items)[i].key;
	closing->own = span_index_of(arena, closing->keys, tasks->count);
	closing->actions = index_of_all(arena, &closing->records->actions);
	closing->carried = span_index_of(arena, carried, carryover->count);
}

/* A reminder to prepare for a session that is called off, or has passed. */
static bool is_preparation_of_nothing(const struct closing *closing, const struct task *task)
{
	const struct portfolio *portfolio = closing->records->portfolio;
	for (size_t i = 0; portfolio && i < portfolio->client_count; i++) {
		const struct roster_client *client = &portfolio->clients[i];
		struct span link = client_link(closing->arena, closing->records, &closing->notes, client);
		if (span_equal(task->text, week_preparation_text(closing->arena, link)))
			return !week_has_to_prepare(closing->records, client, closing->shutdown->date);
	}
	return false;
}

/* NULL for a box that asks for nothing any more. */
static struct result_list *list_of(const struct closing *closing, size_t index, struct span *reason)
{
	const struct task *task = &closing->note->tasks.items[index];
	struct day_shutdown *shutdown = closing->shutdown;
	*reason = SPAN_NONE;
	switch (task->status) {
	case TASK_DONE:
		return &shutdown->done;
	case TASK_CANCELLED:
		return &shutdown->cancelled;
	case TASK_FORWARDED:
		return &shutdown->forwarded;
	case TASK_OPEN:
	case TASK_IN_PROGRESS:
		break;
	}
	if (day_task_is_blocked(closing->arena, closing->aliases, task, reason))
		return &shutdown->blocked;
	if (span_index_has(&closing->carried, closing->keys[index]))
		return &shutdown->carried;
	if (day_task_is_settled(closing->arena, closing->settled, task))
		return &shutdown->done;
	return is_preparation_of_nothing(closing, task) ? NULL : &shutdown->left;
}

/* The action that a line of the top three reminds of, while it is open; NULL for none. */
static const struct action *reminded_of(const struct closing *closing, const struct task *task)
{
	const struct task what = { .text = day_box_subject(task->text) };
	if (what.text.at == task->text.at)
		return NULL;
	struct span key = task_key(closing->arena, &what);
	for (size_t at = span_index_find(&closing->actions, key, 0); at != SPAN_NOWHERE;
		at = span_index_find(&closing->actions, key, at + 1))
		if (task_is_unfinished(&closing->records->actions.items[at].task))
			return &closing->records->actions.items[at];
	return NULL;
}

/* A box that somebody ticked by hand, where `coach done` would have ticked its home too. */
static void report_open_home(const struct closing *closing, size_t index)
{
	const struct task *task = &closing->note->tasks.items[index];
	const struct action *home = day_task_home(closing->records, &closing->homes, closing->keys[index]);
	if (task->status == TASK_DONE && !home)
		home = reminded_of(closing, task);
	if (task->status != TASK_DONE || !home || !task_is_unfinished(&home->task))
		return;
	struct finding *finding = finding_add(closing->findings, FINDING_OPEN_AT_HOME,
		task_position(closing->note->document, task, task->text),
		"\"%.*s\" is ticked here and still open in %s:%u", SPAN_PRINT(task->text), home->document->path,
		home->task.line);
	if (task->id.length)
		finding_hint(closing->findings, finding, "`coach done %.*s` ticks it there", SPAN_PRINT(task->id));
	else
		finding_hint(closing->findings, finding, "`coach done \"%s:%u\"` ticks it there", home->document->path,
			home->task.line);
}

static void sort_boxes(struct closing *closing)
{
	const struct task_list *tasks = &closing->note->tasks;
	struct result_list *const lists[] = { &closing->shutdown->done, &closing->shutdown->carried,
		&closing->shutdown->blocked, &closing->shutdown->cancelled, &closing->shutdown->forwarded,
		&closing->shutdown->left };
	struct shut_task *rooms[sizeof(lists) / sizeof(*lists)];
	for (size_t k = 0; k < sizeof(lists) / sizeof(*lists); k++)
		lists[k]->items = rooms[k] = arena_new_array(closing->arena, tasks->count, struct shut_task);
	for (size_t i = 0; i < tasks->count; i++) {
		const struct task *task = &tasks->items[i];
		struct span reason;
		struct result_list *list = list_of(closing, i, &reason);
		report_open_home(closing, i);
		if (span_index_find(&closing->own, closing->keys[i], 0) != i)
			continue;
		for (size_t k = 0; k < sizeof(lists) / sizeof(*lists); k++)
			if (list == lists[k])
				rooms[k][list->count++] =
					(struct shut_task){ task->text, span_or_none(reason), INTEGER_OF(task->line) };
	}
}

/* --- sessions ---------------------------------------------------------------------------------------------------- */

static void look_at_sessions(struct closing *closing, const struct result_list *sessions)
{
	struct shut_session *lacking = arena_new_array(closing->arena, sessions->count, struct shut_session);
	size_t count = 0;
	for (size_t i = 0; i < sessions->count; i++) {
		const struct session_facts *facts = (const struct session_facts *)sessions->items + i;
		const struct session *session = facts->session;
		struct result_list missing = session_loose_ends(closing->arena, facts);
		struct span name = note_link_name(closing->arena, &closing->notes, session->document);
		if (missing.count)
			lacking[count++] = (struct shut_session){ session->client,
				span_of(arena_printf(closing->arena, "[[%.*s]]", SPAN_PRINT(name))),
				span_of(session->document->path), session->status, missing };
	}
	closing->shutdown->sessions = (struct result_list){ lacking, count };
}

/* --- hours ------------------------------------------------------------------------------------------------------- */

static struct decimal in_hours(int minutes)
{
	return fraction_round(fraction_of(minutes, MINUTES_IN_HOUR));
}

static bool is_of(const struct closing *closing, struct date date)
{
	return date_is_known(date) && date_compare(date, closing->shutdown->date) == 0;
}

static void add_hours(struct closing *closing)
{
	struct shut_hours *hours = arena_new(closing->arena, struct shut_hours);
	int minutes[CATEGORY_COUNT] = { 0 };
	bool known = false;
	hours->unread = INTEGER_OF(0);
	for (size_t i = 0; i < closing->records->week_count; i++) {
		const struct week_note *note = &closing->records->weeks[i];
		for (size_t k = 0; k < note->entry_count; k++) {
			const struct time_entry *entry = &note->entries[k];
			if (!is_of(closing, entry->date))
				continue;
			known |= entry->category_known;
			hours->unread.value += !entry->category_known;
			minutes[entry->category_known ? entry->category : CATEGORY_ADMIN] +=
				entry->category_known ? entry->minutes : 0;
		}
		for (size_t k = 0; k < note->unread_count; k++)
			hours->unread.value += is_of(closing, note->unread[k]);
	}
	closing->shutdown->hours = hours;
	if (!known)
		return;
	hours->coaching = in_hours(minutes[CATEGORY_COACHING]);
	hours->bizdev = in_hours(minutes[CATEGORY_BIZDEV]);
	hours->admin = in_hours(minutes[CATEGORY_ADMIN]);
	hours->total = in_hours(minutes[CATEGORY_COACHING] + minutes[CATEGORY_BIZDEV] + minutes[CATEGORY_ADMIN]);
}

struct day_shutdown *day_shutdown_decide(struct arena *arena, const struct aliases *aliases,
	const struct records *records, const struct result_list *sessions, const struct day_settled *settled,
	struct date day, struct finding_list *findings)
{
	struct day_shutdown *shutdown = arena_new(arena, struct day_shutdown);
	struct closing closing = { .arena = arena,
		.aliases = aliases,
		.records = records,
		.note = records_day(records, day),
		.settled = settled,
		.notes = note_links_of(arena, records),
		.findings = findings,
		.shutdown = shutdown };
	shutdown->date = day;
	if (closing.note) {
		look_at_note(&closing);
		sort_boxes(&closing);
	}
	look_at_sessions(&closing, sessions);
	add_hours(&closing);
	return shutdown;
}
