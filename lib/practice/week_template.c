#include "practice/week_template.h"

#include "md/edit.h"
#include "practice/practice.h"
#include "vault/slots.h"

/* Actions come from every kind of note, and so do priorities; a red flag from whatever tells of a client. */
enum {
	OF_CLIENTS = PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_INBOXES,
	OF_HOURS = PRACTICE_PORTFOLIO | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_WEEKS | PRACTICE_PLANS,
};

static const struct {
	const char *slot;
	unsigned sources;
} week_parts[WEEK_PART_COUNT] = {
	[WEEK_PRIORITIES] = { "priorities", PRACTICE_ALL },
	[WEEK_CLIENTS] = { "clients", OF_CLIENTS },
	[WEEK_WATCHLIST] = { "watchlist", OF_CLIENTS | OF_HOURS },
	[WEEK_RITUALS] = { "rituals", PRACTICE_PORTFOLIO | PRACTICE_WEEKS },
	[WEEK_PARTNERS] = { "partners", PRACTICE_PORTFOLIO | PRACTICE_WEEKS },
	[WEEK_CAPACITY] = { "capacity", OF_HOURS },
	[WEEK_CARRYOVER] = { "carryover", PRACTICE_WEEKS | PRACTICE_SESSIONS | PRACTICE_ENGAGEMENTS | PRACTICE_PLANS },
};

enum { NAME_COUNT = 3, SLOT_COUNT = NAME_COUNT + WEEK_PART_COUNT };

/* --- filling ----------------------------------------------------------------------------------------------------- */

static void name_slots(struct slot *slots)
{
	static const char *const names[NAME_COUNT] = { "week", "monday", "sunday" };
	for (int i = 0; i < NAME_COUNT; i++)
		slots[i] = (struct slot){ names[i], SPAN_NONE };
	for (int i = 0; i < WEEK_PART_COUNT; i++)
		slots[NAME_COUNT + i] = (struct slot){ week_parts[i].slot, SPAN_NONE };
}

int week_template(struct arena *arena, const struct vault *vault, struct span *template, struct error *error)
{
	struct slot slots[SLOT_COUNT];
	name_slots(slots);
	return slots_template(arena, vault, "Week.md", slots, SLOT_COUNT, template, error);
}

struct span week_template_fill(struct arena *arena, struct span template, struct week week, const struct span *parts)
{
	struct date_text name = week_format(week);
	struct date_text monday = date_format(week_monday(week));
	struct date_text sunday = date_format(week_sunday(week));
	struct slot slots[SLOT_COUNT];
	name_slots(slots);
	slots[0].text = span_of(name.text);
	slots[1].text = span_of(monday.text);
	slots[2].text = span_of(sunday.text);
	for (int i = 0; parts && i < WEEK_PART_COUNT; i++)
		slots[NAME_COUNT + i].text = parts[i];
	return slots_fill(arena, template, slots, SLOT_COUNT);
}

/* --- what is not known ------------------------------------------------------------------------------------------- */

static const struct document *parsed(struct arena *arena, struct span text)
{
	return document_parse(arena, "", text.at ? text : SPAN(""), text.length + 1);
}

static bool holds_unknown(struct arena *arena, struct span body, unsigned unknown)
{
	for (int i = 0; i < WEEK_PART_COUNT; i++)
		if ((week_parts[i].sources & unknown) &&
			span_contains(body, arena_printf(arena, "{%s}", week_parts[i].slot)))
			return true;
	return false;
}

static struct span body_of(const struct document *document, const struct section *section)
{
	return span_slice(document->bytes, section->body, section->own_end - section->body);
}

static const struct section *namesake(const struct section_list *sections, const struct section *wanted)
{
	for (size_t i = 0; i < sections->count; i++)
		if (sections->items[i].level == wanted->level && span_equal(sections->items[i].title, wanted->title))
			return &sections->items[i];
	return NULL;
}

static void keep_section(struct edit_list *edits, const struct section *section, const struct document *last,
	const struct section_list *last_sections)
{
	const struct section *kept = namesake(last_sections, section);
	if (kept)
		edit_splice(edits, section->body, section->own_end - section->body, body_of(last, kept));
	else if (section->level > 1)
		edit_splice(edits, section->offset, section->own_end - section->offset, SPAN_NONE);
}

struct span week_template_keep(struct arena *arena, struct span template, unsigned unknown, struct span generated,
	struct span last, const char **titles)
{
	const struct document *form = parsed(arena, template);
	const struct document *new = parsed(arena, generated);
	const struct document *old = parsed(arena, last);
	struct section_list forms = document_sections(arena, form);
	struct section_list sections = document_sections(arena, new);
	struct section_list last_sections = document_sections(arena, old);
	struct edit_list edits = edits_of(arena, new);
	*titles = NULL;
	for (size_t i = 0; i < sections.count && i < forms.count; i++) {
		const struct section *section = &sections.items[i];
		if (!holds_unknown(arena, body_of(form, &forms.items[i]), unknown))
			continue;
		keep_section(&edits, section, old, &last_sections);
		*titles = arena_printf(
			arena, "%s%s%.*s", *titles ? *titles : "", *titles ? ", " : "", SPAN_PRINT(section->title));
	}
	return edits_apply(&edits);
}
