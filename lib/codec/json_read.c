#include "codec/json_read.h"

#include <jansson.h>

static const json_t *jansson_of(const struct json *value)
{
	return (const json_t *)value;
}

void json_cleanup(struct json **value)
{
	if (*value)
		json_release(*value);
}

/* How deep brackets are nested outside texts, at most. */
static size_t levels_of(struct span text)
{
	size_t level = 0;
	size_t deepest = 0;
	bool in_text = false;
	for (size_t i = 0; i < text.length; i++) {
		char byte = text.at[i];
		if (byte == '"')
			in_text = !in_text;
		else if (in_text)
			i += byte == '\\';
		else if (byte == '[' || byte == '{')
			deepest = ++level > deepest ? level : deepest;
		else if ((byte == ']' || byte == '}') && level > 0)
			level--;
	}
	return deepest;
}

int json_parse(struct span text, const char *name, struct json **value, struct error *error)
{
	struct position position = { .path = name };
	if (text.length > JSON_MOST_BYTES)
		return error_at(error, ERROR_PARSE, position, "JSON of more than %d bytes", JSON_MOST_BYTES);
	if (levels_of(text) > JSON_MOST_LEVELS)
		return error_at(error, ERROR_PARSE, position, "JSON of more than %d levels", JSON_MOST_LEVELS);
	json_error_t problem;
	size_t flags = JSON_REJECT_DUPLICATES | JSON_DECODE_ANY | JSON_ALLOW_NUL;
	json_t *parsed = json_loadb(text.length ? text.at : "", text.length, flags, &problem);
	if (!parsed) {
		position.line = problem.line > 0 ? (unsigned)problem.line : 0;
		position.column = problem.column > 0 ? (unsigned)problem.column : 0;
		return error_at(error, ERROR_PARSE, position, "no valid JSON: %s", problem.text);
	}
	*value = (struct json *)parsed;
	return 0;
}

const struct json *json_get(const struct json *object, const char *key)
{
	return (const struct json *)json_object_get(jansson_of(object), key);
}

const struct json *json_item(const struct json *list, size_t index)
{
	return (const struct json *)json_array_get(jansson_of(list), index);
}

struct span json_get_text(const struct json *object, const char *key)
{
	const json_t *value = json_object_get(jansson_of(object), key);
	if (!json_is_string(value))
		return SPAN_NONE;
	return (struct span){ json_string_value(value), json_string_length(value) };
}

bool json_get_true(const struct json *object, const char *key)
{
	return json_is_true(json_object_get(jansson_of(object), key));
}
