#include "practice/today.h"

#include "practice/practice.h"
#include "practice/week_note_file.h"

#include <stdlib.h>
#include <string.h>

struct looking {
	struct arena *arena;
	const struct vault *vault;
	const struct glances *glances;
	struct date today;
	struct practice_today *found;
	struct finding_list *findings;
	uint64_t *keys; /* of the actions that are due, sorted */
	size_t key_count;
};

/* --- sessions ---------------------------------------------------------------------------------------------------- */

static bool takes_place(const struct looking *looking, const struct glance *glance)
{
	return date_is_known(glance->session) && date_compare(glance->session, looking->today) == 0 &&
	       glance->status != SESSION_CANCELLED && glance->status != SESSION_RESCHEDULED;
}

static bool is_overdue(const struct looking *looking, const struct glance *glance)
{
	return session_is_overdue(glance->status, glance->session, looking->today);
}

static bool is_later(const struct glance *a, const struct glance *b)
{
	int order = date_compare(a->session, b->session);
	return order > 0 || (order == 0 && a->start > b->start);
}

/* Puts the last one before those that are later. */
static void sort_in(const struct glances *glances, size_t *sessions, size_t last)
{
	size_t note = sessions[last];
	for (; last > 0 && is_later(&glances->of[sessions[last - 1]], &glances->of[note]); last--)
		sessions[last] = sessions[last - 1];
	sessions[last] = note;
}

static void find_sessions(struct looking *looking, bool (*is_meant)(const struct looking *, const struct glance *),
	size_t **sessions, size_t *count)
{
	size_t capacity = 0;
	for (size_t i = 0; i < looking->glances->notes.count; i++) {
		if (!is_meant(looking, &looking->glances->of[i]))
			continue;
		*sessions = arena_grow(looking->arena, *sessions, *count, &capacity, sizeof(**sessions));
		(*sessions)[*count] = i;
		sort_in(looking->glances, *sessions, (*count)++);
	}
}

/* --- actions ----------------------------------------------------------------------------------------------------- */

static bool has_come(struct date due, struct date today)
{
	return date_is_known(due) && date_compare(due, today) <= 0;
}

static bool is_due(const struct looking *looking, const struct glance_task *task)
{
	return task->mark == ' ' && has_come(task->due, looking->today);
}

static int compare_keys(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left;
	uint64_t b = *(const uint64_t *)right;
	return (a > b) - (a < b);
}

/* The keys of what is due, sorted: a task with one of them may tell that it is done elsewhere. */
static void note_keys(struct looking *looking)
{
	size_t capacity = 0;
	for (size_t i = 0; i < looking->glances->notes.count; i++) {
		const struct glance *glance = &looking->glances->of[i];
		for (size_t k = 0; k < glance->task_count; k++) {
			if (glance->tasks[k].key == 0 || !is_due(looking, &glance->tasks[k]))
				continue;
			looking->keys = arena_grow(
				looking->arena, looking->keys, looking->key_count, &capacity, sizeof(*looking->keys));
			looking->keys[looking->key_count++] = glance->tasks[k].key;
		}
	}
	if (looking->key_count > 1)
		qsort(looking->keys, looking->key_count, sizeof(*looking->keys), compare_keys);
}

static bool may_matter(const struct looking *looking, const struct glance_task *task)
{
	return is_due(looking, task) ||
	       (task->key && looking->key_count > 0 &&
		       bsearch(&task->key, looking->keys, looking->key_count, sizeof(*looking->keys), compare_keys));
}

static void collect(struct looking *looking, size_t index)
{
	const struct glance *glance = &looking->glances->of[index];
	struct document *document = NULL;
	for (size_t i = 0; i < glance->task_count; i++) {
		const struct glance_task *kept = &glance->tasks[i];
		struct task task;
		if (!may_matter(looking, kept) || !task_read_line(kept->whole, &task))
			continue;
		if (!document) {
			document = arena_new(looking->arena, struct document);
			document->path = looking->glances->notes.items[index].path;
		}
		task.owner = kept->owner;
		task.line = kept->line;
		task.column = kept->column;
		struct action_source source = { glance->kind, glance->client, glance->session };
		actions_add(&looking->found->actions, &looking->vault->configuration.aliases, document, &source, &task);
	}
}

static int compare_actions(const void *left, const void *right)
{
	const struct action *a = left;
	const struct action *b = right;
	int order = date_compare(a->task.due, b->task.due);
	if (order == 0)
		order = strcmp(a->document->path, b->document->path);
	return order ? order : (a->task.line > b->task.line) - (a->task.line < b->task.line);
}

static void find_actions(struct looking *looking)
{
	struct action_list *actions = &looking->found->actions;
	note_keys(looking);
	for (size_t i = 0; i < looking->glances->notes.count; i++)
		collect(looking, i);
	actions_unite(actions, looking->today, looking->findings);
	size_t kept = 0;
	for (size_t i = 0; i < actions->count; i++)
		if (action_is_open(&actions->items[i]) && has_come(actions->items[i].task.due, looking->today))
			actions->items[kept++] = actions->items[i];
	actions->count = kept;
	if (kept > 1)
		qsort(actions->items, kept, sizeof(*actions->items), compare_actions);
}

/* --- whose they are ---------------------------------------------------------------------------------------------- */

/* True where an action that is due stands in nobody's note and may link to a client. */
static bool needs_portfolio(const struct looking *looking)
{
	for (size_t i = 0; i < looking->glances->notes.count; i++) {
		const struct glance *glance = &looking->glances->of[i];
		for (size_t k = 0; !glance->client.length && k < glance->task_count; k++)
			if (is_due(looking, &glance->tasks[k]) && span_contains(glance->tasks[k].whole, "[["))
				return true;
	}
	return false;
}

static int read_portfolio(const struct looking *looking, struct error *error)
{
	const struct note *chosen = notes_portfolio(&looking->glances->notes, &looking->vault->configuration);
	if (!chosen || !needs_portfolio(looking))
		return 0;
	bool gone;
	struct note note = *chosen;
	struct finding_list counted = { .arena = looking->arena }; /* in its glance */
	struct portfolio *portfolio = arena_new(looking->arena, struct portfolio);
	if (note_read(looking->arena, looking->vault, &note, &gone, &counted, error))
		return -1;
	if (gone)
		return 0;
	portfolio_read(note_outline(looking->arena, looking->vault, &note, &counted), portfolio, &counted);
	looking->found->actions.portfolio = portfolio;
	return 0;
}

/* --- the week's note --------------------------------------------------------------------------------------------- */

/* As practice_load has it: of those of that week the one at the usual path, else the first. */
static void find_week_note(struct looking *looking)
{
	struct week week = week_of(looking->today);
	const char *usual = week_note_path(looking->arena, looking->vault, week);
	for (size_t i = 0; i < looking->glances->notes.count; i++) {
		const char *path = looking->glances->notes.items[i].path;
		if (week_compare(looking->glances->of[i].week, week) == 0 &&
			(!looking->found->week_note || strcmp(path, usual) == 0))
			looking->found->week_note = path;
	}
}

int practice_read_today(struct arena *arena, const struct vault *vault, const struct glances *glances,
	struct date today, struct practice_today *found, struct finding_list *findings, struct error *error)
{
	*found = (struct practice_today){ .actions = { .arena = arena } };
	struct looking looking = { arena, vault, glances, today, found, findings, NULL, 0 };
	if (read_portfolio(&looking, error))
		return -1;
	find_sessions(&looking, takes_place, &found->sessions, &found->session_count);
	find_sessions(&looking, is_overdue, &found->overdue, &found->overdue_count);
	find_actions(&looking);
	find_week_note(&looking);
	return 0;
}
