#include "cmd/capacity_report.h"
#include "cmd/note_text.h"
#include "cmd/shutdown_text.h"
#include "model/wording.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

const char *const shutdown_week_label = "capacity";

struct writing {
	struct buffer *out;
	struct arena *arena;
	enum language language;
};

static struct span number(struct arena *arena, long long value)
{
	return span_of(arena_printf(arena, "%lld", value));
}

static void add_below(const struct writing *writing, struct span line)
{
	buffer_add_text(writing->out, "  - ");
	buffer_add_line(writing->out, line);
	buffer_add_text(writing->out, "\n");
}

/* --- capacity ---------------------------------------------------------------------------------------------------- */

struct span category_text(struct arena *arena, enum language language, const struct capacity_category *category)
{
	static const char *const statuses[] = {
		[CAPACITY_WITHIN] = "share within",
		[CAPACITY_UNDER] = "share under",
		[CAPACITY_ELEVATED] = "share elevated",
		[CAPACITY_BREACHED] = "share breached",
		[CAPACITY_IN_PROGRESS] = "share in progress",
		[CAPACITY_NO_DATA] = "no data",
	};
	const struct slot slots[] = {
		{ "category", wording_word(language, ALIAS_CATEGORY, category_names[category->name]) },
		{ "share", span_of(decimal_text(arena, category->share)) },
		{ "status", wording_text(arena, language, statuses[category->status], NULL, 0) },
		{ "contracted", category->contracted.known ? span_of(decimal_text_short(arena, category->contracted))
							   : SPAN_NONE },
	};
	return wording_text(arena, language, category->contracted.known ? "share of contract" : "share of week", slots,
		COUNT(slots));
}

static struct span hours_text(const struct writing *writing, struct decimal hours)
{
	if (!hours.known)
		return wording_text(writing->arena, writing->language, "no data", NULL, 0);
	const struct slot slot = { "hours", span_of(decimal_text(writing->arena, hours)) };
	return wording_text(writing->arena, writing->language, "hours of the week", &slot, 1);
}

static struct span breaker_text(const struct writing *writing, const struct capacity_breaker *breaker)
{
	if (!breaker->tripped)
		return wording_text(writing->arena, writing->language, "not tripped", NULL, 0);
	const struct slot slot = { "category",
		wording_word(writing->language, ALIAS_CATEGORY, category_names[breaker->category]) };
	return wording_text(writing->arena, writing->language, "tripped by", &slot, 1);
}

static void add_label(const struct writing *writing, const char *label, struct span value)
{
	shutdown_add(writing->out, writing->arena, writing->language, label, value);
}

static void add_capacity(const struct writing *writing, const struct capacity *capacity)
{
	const struct capacity_actual *actual = capacity->actual;
	const struct capacity_category *categories = actual->categories.items;
	struct span hours = with_unread_rows(
		writing->arena, writing->language, hours_text(writing, actual->hours_total), capacity->hours->unread);
	add_label(writing, shutdown_week_label, hours);
	for (size_t i = 0; i < actual->categories.count; i++)
		add_below(writing, category_text(writing->arena, writing->language, &categories[i]));
	add_label(writing, "circuit breaker", breaker_text(writing, capacity->breaker));
}

/* --- sessions, and what was planned ------------------------------------------------------------------------------ */

struct span week_sessions_text(struct arena *arena, enum language language, const struct week_sessions *sessions)
{
	const struct slot slots[] = {
		{ "held", number(arena, sessions->held.value) },
		{ "missed", number(arena, sessions->missed.value) },
		{ "cancelled", number(arena, sessions->cancelled.value) },
		{ "rescheduled", number(arena, sessions->rescheduled.value) },
		{ "planned", number(arena, sessions->planned.value) },
	};
	return wording_text(arena, language, "sessions by status", slots, COUNT(slots));
}

size_t planned_count(const struct result_list *items, enum planned_state state)
{
	size_t count = 0;
	for (size_t i = 0; i < items->count; i++)
		count += ((const struct planned_item *)items->items)[i].state == (int)state;
	return count;
}

static struct span done_text(const struct writing *writing, const struct result_list *items)
{
	size_t unknown = planned_count(items, PLANNED_UNKNOWN);
	const struct slot slots[] = {
		{ "done", number(writing->arena, (long long)planned_count(items, PLANNED_DONE)) },
		{ "count", number(writing->arena, (long long)items->count) },
		{ "unknown", number(writing->arena, (long long)unknown) },
	};
	return wording_text(
		writing->arena, writing->language, unknown ? "done of and own words" : "done of", slots, COUNT(slots));
}

/* How many were done; below it, those that were not. */
static void add_planned(const struct writing *writing, const char *label, const struct result_list *items)
{
	if (items->count == 0)
		return;
	add_label(writing, label, done_text(writing, items));
	for (size_t i = 0; i < items->count; i++) {
		const struct planned_item *item = (const struct planned_item *)items->items + i;
		const struct slot slot = { "item", item->text };
		if (item->state == PLANNED_DONE || item->state == PLANNED_UNKNOWN)
			continue;
		add_below(writing, wording_text(writing->arena, writing->language,
					   item->state == PLANNED_OPEN ? "item open" : "item cancelled", &slot, 1));
	}
}

/* --- clients, and what goes on ----------------------------------------------------------------------------------- */

static void add_count(const struct writing *writing, const char *label, size_t count)
{
	shutdown_add_count(writing->out, writing->arena, writing->language, label, count);
}

static void add_facts(const struct writing *writing, const char *label, const struct result_list *facts)
{
	if (facts->count == 0)
		return;
	add_count(writing, label, facts->count);
	for (size_t i = 0; i < facts->count; i++) {
		const struct client_fact *fact = (const struct client_fact *)facts->items + i;
		const struct slot slots[] = { { "client", fact->link }, { "fact", fact->fact } };
		add_below(writing,
			wording_text(writing->arena, writing->language, "fact of client", slots, COUNT(slots)));
	}
}

/* Without their boxes: in the note of the next week they are tasks again, and each stays one action. */
static void add_carryover(const struct writing *writing, const struct result_list *carryover)
{
	if (carryover->count == 0)
		return;
	add_count(writing, "carried over", carryover->count);
	for (size_t i = 0; i < carryover->count; i++) {
		struct span text = ((const struct week_item *)carryover->items)[i].text;
		add_below(writing, span_trim_start(span_from(text, span_find_byte(text, ']') + 1)));
	}
}

struct span shutdown_week_text(struct arena *arena, enum language language, const struct week_shutdown *shutdown)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	const struct writing writing = { &out, arena, language };
	add_capacity(&writing, shutdown->capacity);
	add_label(&writing, "week sessions", week_sessions_text(arena, language, shutdown->sessions));
	add_planned(&writing, "week priorities", &shutdown->priorities);
	add_planned(&writing, "week checkpoints", &shutdown->checkpoints);
	add_planned(&writing, "week rituals", &shutdown->rituals);
	add_planned(&writing, "week partners", &shutdown->partners);
	add_planned(&writing, "week carryover", &shutdown->carried);
	add_facts(&writing, "wins", &shutdown->wins);
	add_facts(&writing, "concerns", &shutdown->concerns);
	add_carryover(&writing, &shutdown->carryover);
	return buffer_finish(arena, &out);
}
