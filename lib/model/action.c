#include "model/action.h"

#include "codec/utf8.h"
#include "md/link.h"
#include "model/outline.h"
#include "model/section_tasks.h"

#include <stdlib.h>

/* --- collecting -------------------------------------------------------------------------------------------------- */

/* Lists that are ticked to see how things stand, not because something was done. */
static bool is_checklist(const struct outline *outline, const struct section *section)
{
	static const char *const terms[] = { "success criteria", "relationship health indicators",
		"red flags to monitor", "completion standard", "session complete when", "engagement complete when",
		"attendance" };
	while (true) {
		for (size_t i = 0; i < sizeof(terms) / sizeof(*terms); i++)
			if (outline_section_is(outline, section, terms[i]))
				return true;
		if (section->parent < 0)
			return false;
		section = &outline->sections.items[section->parent];
	}
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
	/* Broken fields are for the note's own view to name. */
	struct finding_list unheard = { .arena = outline->arena };
	for (size_t i = 0; i < outline->sections.count; i++) {
		struct section own = outline->sections.items[i];
		if (is_checklist(outline, &outline->sections.items[i]))
			continue;
		own.end_block = own.own_end_block;
		struct task_list tasks = section_tasks(outline, &own, &unheard);
		for (size_t k = 0; k < tasks.count; k++)
			actions_add(actions, outline->aliases, outline->document, source, &tasks.items[k]);
	}
}

/* --- one id, one action ------------------------------------------------------------------------------------------ */

/* Whose copy of an action counts: the session note's, else one that is not a week's or a day's, else the latest week's.
 */
static int distance_from_home(const struct action *action)
{
	if (action->kind == NOTE_SESSION)
		return 0;
	return action->kind == NOTE_WEEK || action->kind == NOTE_DAY ? 2 : 1;
}

/* An action and what makes it the same as another: its id, or, in a week or a day, where items are carried on by
 * copying, its text. */
struct keyed {
	struct action *action;
	struct span key;
};

/* By key; of one key as distance_from_home has it, then as they were collected, of weeks and days the last first. */
static int compare_by_key(const void *left, const void *right)
{
	const struct keyed *a = left;
	const struct keyed *b = right;
	int order = span_compare(a->key, b->key);
	if (order == 0)
		order = distance_from_home(a->action) - distance_from_home(b->action);
	int collected = (a->action > b->action) - (a->action < b->action);
	return order ? order : distance_from_home(a->action) == 2 ? -collected : collected;
}

static struct span folded_text(struct arena *arena, const struct action *action)
{
	return utf8_fold(arena, text_plain(arena, action->task.text));
}

struct span action_key(struct arena *arena, const struct action *action)
{
	if (action->task.id.length)
		return span_of(arena_printf(arena, "id %.*s", SPAN_PRINT(action->task.id)));
	if (distance_from_home(action) == 2)
		return span_of(arena_printf(arena, "text %.*s", SPAN_PRINT(folded_text(arena, action))));
	return SPAN_NONE;
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
	return span_equal(folded_text(arena, home), folded_text(arena, other));
}

static size_t sort_by_key(const struct action_list *actions, struct keyed *sorted)
{
	size_t count = 0;
	for (size_t i = 0; i < actions->count; i++) {
		struct span key = action_key(actions->arena, &actions->items[i]);
		if (key.length)
			sorted[count++] = (struct keyed){ &actions->items[i], key };
	}
	if (count > 1)
		qsort(sorted, count, sizeof(*sorted), compare_by_key);
	return count;
}

void actions_unite(struct action_list *actions, struct finding_list *findings)
{
	struct keyed *sorted = arena_new_array(actions->arena, actions->count, struct keyed);
	bool *united = arena_new_array(actions->arena, actions->count, bool);
	size_t count = sort_by_key(actions, sorted);
	const struct keyed *home = sorted;
	for (size_t i = 1; i < count; i++) {
		const struct action *other = sorted[i].action;
		if (!span_equal(sorted[i].key, home->key))
			home = &sorted[i];
		else if (is_copy(actions->arena, home->action, other))
			united[other - actions->items] = true;
		else if (other->task.id.length)
			report_other_text(home->action, other, findings);
	}
	size_t kept = 0;
	for (size_t i = 0; i < actions->count; i++)
		if (!united[i])
			actions->items[kept++] = actions->items[i];
	actions->count = kept;
}

/* --- how they stand ---------------------------------------------------------------------------------------------- */

bool action_is_open(const struct action *action)
{
	return action->task.mark == ' ';
}

bool action_is_overdue(const struct action *action, struct date today)
{
	struct date due = action->task.due;
	return action_is_open(action) && date_is_known(due) && date_compare(due, today) < 0;
}
