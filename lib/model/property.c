#include "model/property.h"

#include "base/note_name.h"
#include "md/link.h"
#include "md/section.h"
#include "model/written_date.h"

enum { SHOWN_BYTES = 40 };

void property_report_broken(const struct document *document, struct finding_list *findings)
{
	if (document->front_matter.problem)
		finding_add_error(findings, FINDING_FRONT_MATTER, document->front_matter.problem);
}

static const struct yaml_node *entry(const struct document *document, const char *key)
{
	return yaml_get(document->front_matter.root, key);
}

struct position property_position(const struct document *document, const char *key)
{
	const struct yaml_node *node = entry(document, key);
	return document_position(document, node ? document->front_matter.offset + node->offset : 0);
}

struct span property_text(const struct document *document, const char *key)
{
	struct span text = span_trim(document_property(document, key));
	return text_is_placeholder(text) ? SPAN_NONE : text;
}

struct finding *property_add_bad(
	const struct document *document, const char *key, const char *noun, struct finding_list *findings)
{
	struct span text = span_slice(document_property(document, key), 0, 60);
	return finding_add(findings, FINDING_BAD_VALUE, property_position(document, key), "%s: \"%.*s\" is no %s", key,
		SPAN_PRINT(text), noun);
}

/* --- names ------------------------------------------------------------------------------------------------------- */

static struct span name_in(struct span text)
{
	size_t offset = 0;
	struct link link;
	return link_next(text, &offset, &link) ? link_name(&link) : text;
}

/* YAML takes `client: [[Ana Silva]]` for a list in a list; nothing but the link can be meant. */
static bool is_bare_link(const struct yaml_node *node)
{
	return node->kind == YAML_LIST && node->count == 1 && node->children[0].kind == YAML_LIST &&
	       node->children[0].count == 1 && node->children[0].children[0].kind == YAML_SCALAR;
}

struct span property_name(
	struct arena *arena, const struct document *document, const char *key, struct finding_list *findings)
{
	const struct yaml_node *node = entry(document, key);
	if (!node || node->kind == YAML_SCALAR)
		return name_in(property_text(document, key));
	if (is_bare_link(node)) {
		struct span inside = node->children[0].children[0].value;
		return name_in(span_of(arena_printf(arena, "[[%.*s]]", SPAN_PRINT(inside))));
	}
	struct finding *finding =
		finding_add(findings, FINDING_BAD_VALUE, property_position(document, key), "%s: not one name", key);
	finding_hint(findings, finding, "write %s: \"[[Name]]\"", key);
	return SPAN_NONE;
}

/* --- dates ------------------------------------------------------------------------------------------------------- */

/* The day of `2026-11-20`, `20.11.2026 10:00` and `2026-11-20T10:00`; what else follows makes it none. */
static struct written_date leading_day(struct arena *arena, const struct aliases *aliases, struct span text)
{
	struct written_date written = written_date_of(arena, aliases, text);
	struct span rest = span_from(text, written.text.length);
	bool ended = rest.length == 0 || *rest.at == ' ' || *rest.at == 'T';
	if (written.reading == DATE_READ && !ended)
		written.reading = DATE_ABSENT;
	return written;
}

enum property_state property_date(struct arena *arena, const struct aliases *aliases, const struct document *document,
	const char *key, struct date *date, struct finding_list *findings)
{
	struct span text = property_text(document, key);
	if (text.length == 0)
		return PROPERTY_ABSENT;
	struct written_date written = leading_day(arena, aliases, text);
	if (written.reading == DATE_READ) {
		*date = written.date;
		return PROPERTY_READ;
	}
	written_date_report(&written, property_position(document, key), arena_printf(arena, "%s: ", key),
		span_slice(text, 0, SHOWN_BYTES), findings);
	return PROPERTY_BAD;
}

/* --- what the path and the title tell ---------------------------------------------------------------------------- */

struct span document_stem(const struct document *document)
{
	return note_name(span_of(document->path));
}

struct span document_folder(const struct document *document)
{
	struct span rest = span_of(document->path);
	struct span folder = SPAN_NONE;
	struct span part;
	while (span_next(&rest, '/', &part) && rest.at)
		folder = part;
	return folder;
}

struct span document_title(struct arena *arena, const struct document *document)
{
	struct section_list sections = document_sections(arena, document);
	for (size_t i = 0; i < sections.count; i++)
		if (sections.items[i].level == 1)
			return sections.items[i].title;
	return SPAN_NONE;
}
