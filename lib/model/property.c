#include "model/property.h"

#include "base/note_name.h"
#include "md/link.h"

#include <string.h>

enum { SHOWN_BYTES = 40 };

/* --- entries ----------------------------------------------------------------------------------------------------- */

struct properties properties_of(struct arena *arena, const struct aliases *aliases, const struct document *document)
{
	const struct yaml_node *root = document->front_matter.root;
	struct properties properties = { arena, aliases, document, NULL, root ? root->count : 0 };
	properties.terms = arena_new_array(arena, properties.count ? properties.count : 1, const char *);
	for (size_t i = 0; i < properties.count; i++)
		properties.terms[i] =
			alias_term(aliases, ALIAS_PROPERTY, alias_fold(arena, ALIAS_PROPERTY, root->children[i].key));
	return properties;
}

/* The entry of that meaning at or behind the index `from`, or NULL. */
static const struct yaml_node *entry_from(const struct properties *properties, const char *term, size_t from)
{
	for (size_t i = from; i < properties->count; i++)
		if (properties->terms[i] && strcmp(properties->terms[i], term) == 0)
			return &properties->document->front_matter.root->children[i];
	return NULL;
}

const struct yaml_node *property_entry(const struct properties *properties, const char *term)
{
	return entry_from(properties, term, 0);
}

static const struct yaml_node *second_entry(const struct properties *properties, const char *term)
{
	const struct yaml_node *first = property_entry(properties, term);
	if (!first)
		return NULL;
	return entry_from(properties, term, (size_t)(first - properties->document->front_matter.root->children) + 1);
}

/* NULL, too, where two entries have that meaning. */
static const struct yaml_node *only_entry(const struct properties *properties, const char *term)
{
	return second_entry(properties, term) ? NULL : property_entry(properties, term);
}

static struct position position_of(const struct properties *properties, size_t offset)
{
	return document_position(properties->document, properties->document->front_matter.offset + offset);
}

void properties_report(const struct properties *properties, struct finding_list *findings)
{
	const struct front_matter *front = &properties->document->front_matter;
	if (front->problem)
		finding_add_error(findings, FINDING_FRONT_MATTER, front->problem);
	for (size_t i = 0; i < properties->count; i++) {
		const struct yaml_node *node = &front->root->children[i];
		const char *term = properties->terms[i];
		if (!term || second_entry(properties, term) != node)
			continue;
		const struct yaml_node *first = property_entry(properties, term);
		struct finding *finding = finding_add(findings, FINDING_DUPLICATE_PROPERTY,
			position_of(properties, node->key_offset), "%.*s and %.*s both mean \"%s\": neither was read",
			SPAN_PRINT(first->key), SPAN_PRINT(node->key), term);
		finding_hint(findings, finding, "keep one of the two");
	}
}

struct position property_position(const struct properties *properties, const char *term)
{
	const struct yaml_node *node = property_entry(properties, term);
	return node ? position_of(properties, node->offset) : document_position(properties->document, 0);
}

struct span property_text(const struct properties *properties, const char *term)
{
	struct span text = span_trim(yaml_text(only_entry(properties, term)));
	return text_is_placeholder(text) ? SPAN_NONE : text;
}

/* As the note has it. */
static struct span key_of(const struct properties *properties, const char *term)
{
	const struct yaml_node *node = property_entry(properties, term);
	return node ? node->key : span_of(term);
}

struct finding *property_add_bad(
	const struct properties *properties, const char *term, const char *noun, struct finding_list *findings)
{
	struct span text = span_slice(yaml_text(only_entry(properties, term)), 0, 60);
	return finding_add(findings, FINDING_BAD_VALUE, property_position(properties, term), "%.*s: \"%.*s\" is no %s",
		SPAN_PRINT(key_of(properties, term)), SPAN_PRINT(text), noun);
}

int property_set(const struct properties *properties, struct edit_list *edits, const char *term, struct span value,
	struct error *error)
{
	const struct yaml_node *second = second_entry(properties, term);
	struct span key = key_of(properties, term);
	if (!second)
		return edit_set_property(edits, arena_copy_text(properties->arena, key), value, error);
	error_at(error, ERROR_PARSE, position_of(properties, second->key_offset), "%.*s and %.*s both mean \"%s\"",
		SPAN_PRINT(key), SPAN_PRINT(second->key), term);
	return error_hint(error, "keep one of the two, then run the command again");
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

struct span property_name(const struct properties *properties, const char *term, struct finding_list *findings)
{
	const struct yaml_node *node = only_entry(properties, term);
	if (!node || node->kind == YAML_SCALAR)
		return name_in(property_text(properties, term));
	if (is_bare_link(node)) {
		struct span inside = node->children[0].children[0].value;
		return name_in(span_of(arena_printf(properties->arena, "[[%.*s]]", SPAN_PRINT(inside))));
	}
	struct finding *finding = finding_add(findings, FINDING_BAD_VALUE, property_position(properties, term),
		"%.*s: not one name", SPAN_PRINT(node->key));
	finding_hint(findings, finding, "write %.*s: \"[[Name]]\"", SPAN_PRINT(node->key));
	return SPAN_NONE;
}

/* --- dates ------------------------------------------------------------------------------------------------------- */

enum property_state property_day(const struct properties *properties, const char *term, struct written_date *written,
	struct finding_list *findings)
{
	struct span text = property_text(properties, term);
	*written = written_date_of(properties->arena, properties->aliases, text);
	if (second_entry(properties, term))
		return PROPERTY_BAD;
	if (text.length == 0)
		return PROPERTY_ABSENT;
	if (written->reading == DATE_READ)
		return PROPERTY_READ;
	const char *label = arena_printf(properties->arena, "%.*s: ", SPAN_PRINT(key_of(properties, term)));
	written_date_report(
		written, property_position(properties, term), label, span_slice(text, 0, SHOWN_BYTES), findings);
	return PROPERTY_BAD;
}

enum property_state property_date(
	const struct properties *properties, const char *term, struct date *date, struct finding_list *findings)
{
	struct written_date written;
	enum property_state state = property_day(properties, term, &written, findings);
	if (state == PROPERTY_READ)
		*date = written.date;
	return state;
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
