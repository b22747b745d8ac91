#include "cmd/capacity_report.h"
#include "cmd/note_text.h"
#include "cmd/shutdown_text.h"

static const char *const status_words[] = { "within", "under", "elevated", "breached", "in progress", "no data" };

const char *category_text(struct arena *arena, const struct capacity_category *category)
{
	const char *contract = category->contracted.known ? arena_printf(arena, " of %s%% contracted",
								    decimal_text_short(arena, category->contracted))
							  : "";
	return arena_printf(arena, "%s: %s%%%s, %s", category_title((enum category)category->name),
		decimal_text(arena, category->share), contract, status_words[category->status]);
}

const char *week_sessions_text(struct arena *arena, const struct week_sessions *sessions)
{
	return arena_printf(arena, "%lld held, %lld missed, %lld cancelled, %lld rescheduled, %lld still planned",
		sessions->held.value, sessions->missed.value, sessions->cancelled.value, sessions->rescheduled.value,
		sessions->planned.value);
}

size_t planned_count(const struct result_list *items, enum planned_state state)
{
	size_t count = 0;
	for (size_t i = 0; i < items->count; i++)
		count += ((const struct planned_item *)items->items)[i].state == (int)state;
	return count;
}

static void add_capacity(struct arena *arena, struct buffer *out, const struct capacity *capacity)
{
	const struct capacity_actual *actual = capacity->actual;
	const char *unread = unread_rows(arena, capacity->hours->unread);
	const char *end = *unread ? arena_printf(arena, "; %s", unread) : "";
	if (!actual->hours_total.known)
		buffer_printf(out, "- **Capacity:** no data%s\n", end);
	else
		buffer_printf(out, "- **Capacity:** %s hours%s\n", decimal_text(arena, actual->hours_total), end);
	for (size_t i = 0; i < actual->categories.count; i++)
		buffer_printf(out, "  - %s\n",
			category_text(arena, (const struct capacity_category *)actual->categories.items + i));
	const struct capacity_breaker *breaker = capacity->breaker;
	buffer_printf(out, "- **Circuit breaker:** %s%s\n", breaker->tripped ? "tripped by " : "not tripped",
		breaker->tripped ? category_title((enum category)breaker->category) : "");
}

/* How many were done; below it, those that were not. */
static void add_planned(struct buffer *out, const char *label, const struct result_list *items)
{
	size_t unknown = planned_count(items, PLANNED_UNKNOWN);
	if (items->count == 0)
		return;
	buffer_printf(out, "- **%s:** %zu of %zu done", label, planned_count(items, PLANNED_DONE), items->count);
	if (unknown)
		buffer_printf(out, ", %zu in your own words", unknown);
	buffer_add_text(out, "\n");
	for (size_t i = 0; i < items->count; i++) {
		const struct planned_item *item = (const struct planned_item *)items->items + i;
		if (item->state == PLANNED_DONE || item->state == PLANNED_UNKNOWN)
			continue;
		buffer_printf(out, "  - %s: ", planned_state_names[item->state]);
		buffer_add_line(out, item->text);
		buffer_add_text(out, "\n");
	}
}

static void add_facts(struct buffer *out, const char *label, const struct result_list *facts)
{
	if (facts->count == 0)
		return;
	buffer_printf(out, "- **%s:** %zu\n", label, facts->count);
	for (size_t i = 0; i < facts->count; i++) {
		const struct client_fact *fact = (const struct client_fact *)facts->items + i;
		buffer_add_text(out, "  - ");
		buffer_add_line(out, fact->link);
		buffer_add_text(out, ": ");
		buffer_add_line(out, fact->fact);
		buffer_add_text(out, "\n");
	}
}

/* Without their boxes: in the note of the next week they are tasks again, and each stays one action. */
static void add_carryover(struct buffer *out, const struct result_list *carryover)
{
	if (carryover->count == 0)
		return;
	buffer_printf(out, "- **Carried over:** %zu\n", carryover->count);
	for (size_t i = 0; i < carryover->count; i++) {
		struct span text = ((const struct week_item *)carryover->items)[i].text;
		buffer_add_text(out, "  - ");
		buffer_add_line(out, span_trim_start(span_from(text, span_find_byte(text, ']') + 1)));
		buffer_add_text(out, "\n");
	}
}

struct span shutdown_week_text(struct arena *arena, const struct week_shutdown *shutdown)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_TEXT_MOST);
	add_capacity(arena, &out, shutdown->capacity);
	buffer_printf(&out, "- **Sessions:** %s\n", week_sessions_text(arena, shutdown->sessions));
	add_planned(&out, "Priorities", &shutdown->priorities);
	add_planned(&out, "Checkpoints", &shutdown->checkpoints);
	add_planned(&out, "Rituals", &shutdown->rituals);
	add_planned(&out, "Partner check-ins", &shutdown->partners);
	add_planned(&out, "Carryover", &shutdown->carried);
	add_facts(&out, "Wins", &shutdown->wins);
	add_facts(&out, "Concerns", &shutdown->concerns);
	add_carryover(&out, &shutdown->carryover);
	return buffer_finish(arena, &out);
}
