#include "codec/yaml.h"

#include "codec/utf8.h"

#include <assert.h>
#include <string.h>
#include <yaml.h>

enum { DEEPEST = 16 };

/* A place in the source. libyaml counts characters; we count bytes, and lines as editors do. */
struct place {
	size_t character;
	size_t offset;
	size_t line_start;
	unsigned line; /* 0-based */
};

struct reader {
	struct arena *arena;
	struct span source;
	const char *name;
	unsigned first_line;
	struct error *error;
	struct place place; /* the last one asked for */
	yaml_parser_t parser;
	yaml_event_t event; /* the current one */
};

/* --- places ------------------------------------------------------------------------------------------------------ */

static struct place step(struct span source, struct place place)
{
	struct span rest = span_from(source, place.offset);
	uint32_t character = (unsigned char)*rest.at;
	size_t length = character < 0x80 ? 1 : utf8_decode(rest, &character);
	place.offset += length;
	place.character++;
	bool ends_line = character == '\n' || (character == '\r' && !span_starts_with(span_from(rest, length), "\n"));
	if (ends_line) {
		place.line++;
		place.line_start = place.offset;
	}
	return place;
}

static struct place place_of(struct reader *reader, yaml_mark_t mark)
{
	struct place place = reader->place;
	if (mark.index < place.character)
		place = (struct place){ 0 };
	while (place.character < mark.index && place.offset < reader->source.length)
		place = step(reader->source, place);
	reader->place = place;
	return place;
}

static struct place place_of_offset(struct span source, size_t offset)
{
	struct place place = { 0 };
	while (place.offset < offset && place.offset < source.length)
		place = step(source, place);
	return place;
}

/* --- errors ------------------------------------------------------------------------------------------------------ */

static struct position position_of(const struct reader *reader, struct place place)
{
	unsigned column = (unsigned)(place.offset - place.line_start) + 1;
	return (struct position){ reader->name, place.line + reader->first_line, column };
}

static int fail_at_event(struct reader *reader, const char *message)
{
	struct place place = place_of(reader, reader->event.start_mark);
	return error_at(reader->error, ERROR_PARSE, position_of(reader, place), "%s", message);
}

/* What is not closed is noticed lines later; what is to be mended is where it begins. */
static const struct {
	const char *context;
	const char *hint;
} unclosed[] = {
	{ "scanning a quoted scalar", "close the quotes that begin here" },
	{ "parsing a flow sequence", "close the bracket that begins here with ], or put the text into quotes" },
	{ "parsing a flow mapping", "close the brace that begins here with }, or put the text into quotes" },
	{ "scanning a simple key", "write it as key: value" },
};

/* The hint for what began earlier and was not ended; NULL for any other error. */
static const char *unclosed_hint(const yaml_parser_t *parser)
{
	for (size_t i = 0; parser->context && i < sizeof(unclosed) / sizeof(unclosed[0]); i++)
		if (strstr(parser->context, unclosed[i].context))
			return unclosed[i].hint;
	return NULL;
}

static int fail_of_libyaml(struct reader *reader)
{
	const yaml_parser_t *parser = &reader->parser;
	if (parser->error == YAML_MEMORY_ERROR)
		memory_exhausted();
	const char *hint = unclosed_hint(parser);
	struct place place = parser->error == YAML_READER_ERROR
				     ? place_of_offset(reader->source, parser->problem_offset)
				     : place_of(reader, hint ? parser->context_mark : parser->problem_mark);
	error_at(reader->error, ERROR_PARSE, position_of(reader, place), "this is not valid YAML: %s", parser->problem);
	if (hint)
		return error_hint(reader->error, "%s", hint);
	if (span_starts_with(span_from(reader->source, place.offset), "\t"))
		return error_hint(reader->error, "indent with spaces: YAML takes no tabs there");
	if (strstr(parser->problem, "mapping values"))
		return error_hint(reader->error, "put a text that holds a colon into quotes");
	return -1;
}

/* --- events ------------------------------------------------------------------------------------------------------ */

static int next_event(struct reader *reader)
{
	yaml_event_delete(&reader->event);
	return yaml_parser_parse(&reader->parser, &reader->event) ? 0 : fail_of_libyaml(reader);
}

static bool is_end(yaml_event_type_t type)
{
	return type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT;
}

/* What libyaml allows and we do not: anchors, aliases and tags. */
static int check_event(struct reader *reader)
{
	const yaml_event_t *event = &reader->event;
	const yaml_char_t *anchor = NULL;
	const yaml_char_t *tag = NULL;
	if (event->type == YAML_ALIAS_EVENT) {
		return fail_at_event(reader, "YAML aliases (*name) are not supported here");
	} else if (event->type == YAML_SCALAR_EVENT) {
		anchor = event->data.scalar.anchor;
		tag = event->data.scalar.tag;
	} else if (event->type == YAML_SEQUENCE_START_EVENT) {
		anchor = event->data.sequence_start.anchor;
		tag = event->data.sequence_start.tag;
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		anchor = event->data.mapping_start.anchor;
		tag = event->data.mapping_start.tag;
	}
	if (anchor)
		return fail_at_event(reader, "YAML anchors (&name) are not supported here");
	return tag ? fail_at_event(reader, "YAML tags (!name) are not supported here") : 0;
}

static int read_value(struct reader *reader, unsigned depth, struct yaml_node *node);

static void place_node(struct reader *reader, struct yaml_node *node)
{
	struct place start = place_of(reader, reader->event.start_mark);
	struct position position = position_of(reader, start);
	node->offset = start.offset;
	node->length = place_of(reader, reader->event.end_mark).offset - start.offset;
	node->line = start.line + 1;
	node->column = position.column;
}

static struct span copy_scalar(struct reader *reader)
{
	const char *value = (const char *)reader->event.data.scalar.value;
	return arena_copy_span(reader->arena, (struct span){ value, reader->event.data.scalar.length });
}

/* The current event is the scalar. */
static void read_scalar(struct reader *reader, struct yaml_node *node)
{
	node->kind = YAML_SCALAR;
	node->plain = reader->event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	node->value = copy_scalar(reader);
}

/* The current event is the key. */
static int read_key(struct reader *reader, const struct yaml_node *mapping, struct yaml_node *entry)
{
	if (reader->event.type != YAML_SCALAR_EVENT)
		return fail_at_event(reader, "a key must be a text");
	entry->key = copy_scalar(reader);
	entry->key_offset = place_of(reader, reader->event.start_mark).offset;
	for (size_t i = 0; i < mapping->count; i++) {
		if (!span_equal(mapping->children[i].key, entry->key))
			continue;
		struct position position = position_of(reader, place_of(reader, reader->event.start_mark));
		return error_at(reader->error, ERROR_PARSE, position, "the key \"%.*s\" stands here twice",
			SPAN_PRINT(entry->key));
	}
	return next_event(reader);
}

/* The current event is the start; leaves the end as the current one. */
static int read_children(struct reader *reader, unsigned depth, struct yaml_node *node)
{
	size_t capacity = 0;
	if (depth > DEEPEST)
		return fail_at_event(reader, "this is nested more than 16 levels deep");
	if (next_event(reader))
		return -1;
	while (!is_end(reader->event.type)) {
		struct yaml_node child = { 0 };
		if (check_event(reader))
			return -1;
		if (node->kind == YAML_MAPPING && read_key(reader, node, &child))
			return -1;
		if (read_value(reader, depth, &child) || next_event(reader))
			return -1;
		node->children = arena_grow(reader->arena, node->children, node->count, &capacity, sizeof(child));
		node->children[node->count++] = child;
	}
	return 0;
}

/* A collection in brackets ends behind the bracket, one in lines behind its last child. */
static void end_collection(struct reader *reader, struct yaml_node *node)
{
	struct place start = place_of(reader, reader->event.start_mark);
	struct place end = place_of(reader, reader->event.end_mark);
	size_t last = end.offset;
	if (start.offset == end.offset && node->count > 0)
		last = node->children[node->count - 1].offset + node->children[node->count - 1].length;
	node->length = last - node->offset;
}

/* The current event is the value's first; leaves its last as the current one. */
static int read_value(struct reader *reader, unsigned depth, struct yaml_node *node)
{
	if (check_event(reader))
		return -1;
	place_node(reader, node);
	if (reader->event.type == YAML_SCALAR_EVENT) {
		read_scalar(reader, node);
		return 0;
	}
	node->kind = reader->event.type == YAML_MAPPING_START_EVENT ? YAML_MAPPING : YAML_LIST;
	if (read_children(reader, depth + 1, node))
		return -1;
	end_collection(reader, node);
	return 0;
}

/* The events around the one document. */
static int read_document(struct reader *reader, struct yaml_node *root)
{
	if (next_event(reader) || next_event(reader)) /* the start of the stream, then what is in it */
		return -1;
	if (reader->event.type == YAML_STREAM_END_EVENT) {
		root->kind = YAML_MAPPING;
		root->offset = reader->source.length;
		root->line = place_of_offset(reader->source, root->offset).line + 1;
		root->column = 1;
		return 0;
	}
	if (reader->event.data.document_start.tag_directives.start)
		return fail_at_event(reader, "YAML tags (!name) are not supported here");
	if (next_event(reader) || read_value(reader, 0, root))
		return -1;
	if (next_event(reader) || next_event(reader)) /* the end of the document, then of the stream */
		return -1;
	return reader->event.type == YAML_STREAM_END_EVENT ? 0 : fail_at_event(reader, "a second document begins here");
}

/* --- the interface ----------------------------------------------------------------------------------------------- */

static int check_source(struct reader *reader, size_t most)
{
	struct span source = reader->source;
	if (source.length > most)
		return error_at(reader->error, ERROR_PARSE, position_of(reader, (struct place){ 0 }),
			"the YAML here is %zu bytes long; at most %zu are read", source.length, most);
	size_t nul = span_find_byte(source, '\0');
	if (nul < source.length)
		return error_at(reader->error, ERROR_PARSE, position_of(reader, place_of_offset(source, nul)),
			"a NUL byte has no place in YAML");
	return 0;
}

int yaml_parse(struct arena *arena, struct span source, size_t most, const char *name, unsigned first_line,
	struct yaml_node **root, struct error *error)
{
	struct reader reader = {
		.arena = arena, .source = source, .name = name, .first_line = first_line, .error = error
	};
	if (check_source(&reader, most))
		return -1;
	if (!yaml_parser_initialize(&reader.parser))
		memory_exhausted();
	/* Said outright, so that no byte order mark turns the text into UTF-16. */
	yaml_parser_set_encoding(&reader.parser, YAML_UTF8_ENCODING);
	const char *bytes = source.length ? source.at : "";
	yaml_parser_set_input_string(&reader.parser, (const unsigned char *)bytes, source.length);
	struct yaml_node *read = arena_new(arena, struct yaml_node);
	int result = read_document(&reader, read);
	yaml_event_delete(&reader.event);
	yaml_parser_delete(&reader.parser);
	if (result == 0)
		*root = read;
	return result;
}
