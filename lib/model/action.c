#include "model/action.h"

#include "codec/utf8.h"
#include "md/link.h"
#include "model/day_note.h"
#include "model/outline.h"

#include <stdlib.h>

const char *const action_owner_names[] = { "client", "coach", NULL };

/* --- collecting -------------------------------------------------------------------------------------------------- */

/* Lists that are ticked to see how things stand, not because something was done. */
static const char *const checklists[] = { "success criteria", "relationship health indicators", "red flags to monitor",
	"regular checkpoints", "completion standard", "session complete when", "engagement complete when", "attendance",
	NULL };
/* What a coach has promised to send. */
static const char *const resources[] = { "resources", NULL };
/* Lists of a day that may hold reminders. */
static const char *const reminders[] = { "top three", "touches", NULL };

static bool names_any(struct arena *arena, const struct aliases *aliases, struct span title, const char *const *terms)
{
	struct span folded = alias_fold(arena, ALIAS_HEADING, title);
	struct alias_range matches = alias_matches(ALIAS_HEADING, folded);
	for (; *terms; terms++)
		if (alias_is_among(aliases, ALIAS_HEADING, folded, matches, *terms))
			return true;
	return false;
}

/* For each heading, whether it or one that it stands below names one of the lists. */
static bool *find_lists(
	struct arena *arena, const struct aliases *aliases, const struct task_scan *scan, const char *const *terms)
{
	enum { LEVELS = 7 };
	bool *is_listed = arena_new_array(arena, scan->heading_count, bool);
	bool within[LEVELS] = { false };
	for (size_t i = 0; i < scan->heading_count; i++) {
		int level = scan->headings[i].level;
		within[level] = within[level - 1] || names_any(arena, aliases, scan->headings[i].title, terms);
		for (int below = level + 1; below < LEVELS; below++)
			within[below] = within[level];
		is_listed[i] = within[level];
	}
	return is_listed;
}

struct task_list action_tasks(
	struct arena *arena, const struct aliases *aliases, enum note_kind kind, const struct task_scan *scan)
{
	struct task_list tasks = { arena_new_array(arena, scan->task_count, struct task), 0 };
	if (scan->task_count == 0)
		return tasks;
	const bool *is_checklist = find_lists(arena, aliases, scan, checklists);
	const bool *may_remind = kind == NOTE_DAY ? find_lists(arena, aliases, scan, reminders) : NULL;
	const bool *is_to_send = kind == NOTE_SESSION ? find_lists(arena, aliases, scan, resources) : NULL;
	for (size_t i = 0; i < scan->task_count; i++) {
		const struct scanned_task *scanned = &scan->tasks[i];
		bool headed = scanned->heading >= 0;
		bool listed = headed && is_checklist[scanned->heading];
		bool reminds =
			headed && may_remind && may_remind[scanned->heading] && day_task_is_reminder(&scanned->task);
		if (listed || reminds || task_is_placeholder(&scanned->task))
			continue;
		struct task *task = &tasks.items[tasks.count++];
		*task = scanned->task;
		if (headed && is_to_send && is_to_send[scanned->heading] && !task->owner.length)
			task->owner = span_of(action_owner_names[OWNER_COACH]);
	}
	return tasks;
}

/* `[owner:: coach]`, also `[owner:: ich]`, `[owner:: [[Ana Silva]]]` or `[owner:: Ana]` in Ana's note. */
static enum action_owner owner_of(struct arena *arena, const struct aliases *aliases, const struct action *action)
{
	struct span owner = utf8_fold(arena, text_plain(arena, action->task.owner));
	if (alias_is(aliases, ALIAS_STATE, owner, "coach"))
		return OWNER_COACH;
	if (alias_is(aliases, ALIAS_STATE, owner, "client") ||
		utf8_matches_part(utf8_fold(arena, action->client), owner))
		return OWNER_CLIENT;
	return action->kind == NOTE_SESSION ? OWNER_CLIENT : OWNER_COACH;
}

static struct span linked_client(struct arena *arena, const struct portfolio *portfolio, struct span text)
{
	struct link link;
	size_t offset = 0;
	while (link_next(text, &offset, &link)) {
		const struct roster_client *client = portfolio_client(arena, portfolio, link_name(&link));
		if (client)
			return client->note.length ? client->note : client->name;
	}
	return SPAN_NONE;
}

void actions_add(struct action_list *actions, const struct aliases *aliases, const struct document *document,
	const struct action_source *source, const struct task *task)
{
	struct action action = {
		.document = document,
		.kind = source->kind,
		.task = *task,
		.key = task_key(actions->arena, task),
		.client = source->client,
		.agreed = source->agreed,
	};
	if (!action.client.length && actions->portfolio)
		action.client = linked_client(actions->arena, actions->portfolio, task->text);
	action.owner = owner_of(actions->arena, aliases, &action);
	actions->items =
		arena_grow(actions->arena, actions->items, actions->count, &actions->capacity, sizeof(*actions->items));
	actions->items[actions->count++] = action;
}

void actions_collect(struct action_list *actions, const struct outline *outline, const struct action_source *source)
{
	struct task_scan scan;
	task_scan_parsed(actions->arena, &outline->sections, &outline->tasks, &scan);
	struct task_list tasks = action_tasks(actions->arena, outline->aliases, source->kind, &scan);
	for (size_t i = 0; i < tasks.count; i++)
		actions_add(actions, outline->aliases, outline->document, source, &tasks.items[i]);
}

/* --- one id, one action ------------------------------------------------------------------------------------------ */

/* Weeks and days carry on, by copying, what has its home elsewhere. */
static bool carries_on(enum note_kind kind)
{
	return kind == NOTE_WEEK || kind == NOTE_DAY;
}

/* Whose copy of an action counts, nearest first: that of a session up to today, of which the latest; of one to come; of
 * another note that is not a week's or a day's; of these, of which the latest. */
enum home { HOME_SESSION, HOME_SESSION_TO_COME, HOME_OTHER, HOME_CARRIED_ON };

static enum home home_of(const struct action *action, struct date today)
{
	if (action->kind != NOTE_SESSION)
		return carries_on(action->kind) ? HOME_CARRIED_ON : HOME_OTHER;
	bool has_been = !date_is_known(today) || date_compare(action->agreed, today) <= 0;
	return date_is_known(action->agreed) && has_been ? HOME_SESSION : HOME_SESSION_TO_COME;
}

/* An action that may have copies: by its id, or, in a week or a day, where items are carried on by copying, by its
 * text. */
struct keyed {
	struct action *action;
	enum home home;
};

/* By key; of one key the nearest home first, then as they were collected, of weeks and days the last first. */
static int compare_by_key(const void *left, const void *right)
{
	const struct keyed *a = left;
	const struct keyed *b = right;
	int order = span_compare(a->action->key, b->action->key);
	if (order == 0)
		order = (int)a->home - (int)b->home;
	if (order == 0 && a->home == HOME_SESSION)
		order = date_compare(b->action->agreed, a->action->agreed);
	int collected = (a->action > b->action) - (a->action < b->action);
	return order ? order : a->home == HOME_CARRIED_ON ? -collected : collected;
}

static struct span folded_text(struct arena *arena, const struct task *task)
{
	return utf8_fold(arena, text_plain(arena, task->text));
}

struct span task_key(struct arena *arena, const struct task *task)
{
	if (task->id.length)
		return span_of(arena_printf(arena, "id %.*s", SPAN_PRINT(task->id)));
	return span_of(arena_printf(arena, "text %.*s", SPAN_PRINT(folded_text(arena, task))));
}

static bool has_copies(enum note_kind kind, const struct task *task)
{
	return task->id.length || carries_on(kind);
}

struct span action_key(struct arena *arena, enum note_kind kind, const struct task *task)
{
	return has_copies(kind, task) ? task_key(arena, task) : SPAN_NONE;
}

struct span_index actions_by_key(struct arena *arena, const struct action_list *actions)
{
	struct span *keys = arena_new_array(arena, actions->count, struct span);
	for (size_t i = 0; i < actions->count; i++)
		if (has_copies(actions->items[i].kind, &actions->items[i].task))
			keys[i] = actions->items[i].key;
	return span_index_of(arena, keys, actions->count);
}

static void report_other_text(const struct action *home, const struct action *other, struct finding_list *findings)
{
	struct position place = task_position(other->document, &other->task, other->task.id);
	struct finding *finding =
		finding_add(findings, FINDING_DUPLICATE_ID, place, "the id %.*s belongs to another action, in %s:%u",
			SPAN_PRINT(other->task.id), home->document->path, home->task.line);
	finding_hint(findings, finding, "give one of them another id, or the same text");
}

/* True when `other` is a copy of `home`. Two boxes with one text in one note are two. */
static bool is_copy(struct arena *arena, const struct action *home, const struct action *other)
{
	if (!other->task.id.length)
		return other->document != home->document;
	return span_equal(folded_text(arena, &home->task), folded_text(arena, &other->task));
}

static size_t sort_by_key(const struct action_list *actions, struct date today, struct keyed *sorted)
{
	size_t count = 0;
	for (size_t i = 0; i < actions->count; i++) {
		const struct action *action = &actions->items[i];
		if (has_copies(action->kind, &action->task))
			sorted[count++] = (struct keyed){ &actions->items[i], home_of(action, today) };
	}
	if (count > 1)
		qsort(sorted, count, sizeof(*sorted), compare_by_key);
	return count;
}

static void take_out(struct action_list *actions, const bool *copies)
{
	size_t kept = 0;
	actions->copies = arena_new_array(actions->arena, actions->count, struct action);
	for (size_t i = 0; i < actions->count; i++) {
		if (copies[i])
			actions->copies[actions->copy_count++] = actions->items[i];
		else
			actions->items[kept++] = actions->items[i];
	}
	actions->count = kept;
}

void actions_unite(struct action_list *actions, struct date today, struct finding_list *findings)
{
	struct keyed *sorted = arena_new_array(actions->arena, actions->count, struct keyed);
	bool *united = arena_new_array(actions->arena, actions->count, bool);
	size_t count = sort_by_key(actions, today, sorted);
	const struct keyed *home = sorted;
	for (size_t i = 1; i < count; i++) {
		const struct action *other = sorted[i].action;
		if (!span_equal(other->key, home->action->key))
			home = &sorted[i];
		else if (is_copy(actions->arena, home->action, other))
			united[other - actions->items] = true;
		else if (other->task.id.length)
			report_other_text(home->action, other, findings);
	}
	take_out(actions, united);
}

void actions_keep_unfinished(struct action_list *actions)
{
	size_t kept = 0;
	for (size_t i = 0; i < actions->count; i++)
		if (task_is_unfinished(&actions->items[i].task))
			actions->items[kept++] = actions->items[i];
	actions->count = kept;
}

/* --- how they stand ---------------------------------------------------------------------------------------------- */

bool action_is_open(const struct action *action)
{
	return action->task.mark == ' ';
}

bool task_is_overdue(const struct task *task, struct date today)
{
	return task->mark == ' ' && date_is_known(task->due) && date_compare(task->due, today) < 0;
}

bool action_is_overdue(const struct action *action, struct date today)
{
	return task_is_overdue(&action->task, today);
}
