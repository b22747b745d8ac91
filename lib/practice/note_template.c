#include "practice/note_template.h"

#include "md/edit.h"
#include "vault/slots.h"

/* --- filling ----------------------------------------------------------------------------------------------------- */

/* The slots of names, then those of parts. */
static struct slot *slots_of(
	struct arena *arena, const struct note_template *form, const struct span *names, const struct span *parts)
{
	struct slot *slots = arena_new_array(arena, form->name_count + form->part_count, struct slot);
	for (size_t i = 0; i < form->name_count; i++)
		slots[i] = (struct slot){ form->names[i], names ? names[i] : SPAN_NONE };
	for (size_t i = 0; i < form->part_count; i++)
		slots[form->name_count + i] = (struct slot){ form->parts[i].slot, parts ? parts[i] : SPAN_NONE };
	return slots;
}

int note_template_load(struct arena *arena, const struct vault *vault, const struct note_template *form,
	enum language language, struct span *template, struct error *error)
{
	const struct slot *slots = slots_of(arena, form, NULL, NULL);
	return slots_template_in(
		arena, vault, form->file, language, slots, form->name_count + form->part_count, template, error);
}

struct span note_template_fill(struct arena *arena, const struct note_template *form, struct span template,
	const struct span *names, const struct span *parts)
{
	const struct slot *slots = slots_of(arena, form, names, parts);
	return slots_fill(arena, template, slots, form->name_count + form->part_count);
}

/* --- what is not known ------------------------------------------------------------------------------------------- */

static const struct document *parsed(struct arena *arena, struct span text)
{
	return document_parse(arena, "", text.at ? text : SPAN(""), text.length + 1);
}

static bool holds_unknown(struct arena *arena, const struct note_template *form, struct span body, unsigned unknown)
{
	for (size_t i = 0; i < form->part_count; i++)
		if ((form->parts[i].sources & unknown) &&
			span_contains(body, arena_printf(arena, "{%s}", form->parts[i].slot)))
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

struct span note_template_keep(struct arena *arena, const struct note_template *form, struct span template,
	unsigned unknown, struct span generated, struct span last, const char **titles)
{
	const struct document *slots = parsed(arena, template);
	const struct document *new = parsed(arena, generated);
	const struct document *old = parsed(arena, last);
	struct section_list forms = document_sections(arena, slots);
	struct section_list sections = document_sections(arena, new);
	struct section_list last_sections = document_sections(arena, old);
	struct edit_list edits = edits_of(arena, new);
	*titles = NULL;
	for (size_t i = 0; i < sections.count && i < forms.count; i++) {
		const struct section *section = &sections.items[i];
		if (!holds_unknown(arena, form, body_of(slots, &forms.items[i]), unknown))
			continue;
		keep_section(&edits, section, old, &last_sections);
		*titles = arena_printf(
			arena, "%s%s%.*s", *titles ? *titles : "", *titles ? ", " : "", SPAN_PRINT(section->title));
	}
	return edits_apply(&edits);
}
