#include "codec/json.h"

#include "base/arena.h"
#include "codec/utf8.h"

#include <assert.h>
#include <jansson.h>

/* Enough for every tenth below 10^14, and few enough that 33.3 stays 33.3. */
enum { DECIMAL_PRECISION = 15, INDENTATION = 2 };

static struct json *made(json_t *value)
{
	if (!value)
		memory_exhausted();
	return (struct json *)value;
}

static json_t *jansson_of(struct json *value)
{
	return (json_t *)value;
}

static const json_t *jansson_of_const(const struct json *value)
{
	return (const json_t *)value;
}

struct json *json_make_null(void)
{
	return made(json_null());
}

struct json *json_make_boolean(bool value)
{
	return made(value ? json_true() : json_false());
}

struct json *json_make_integer(long long value)
{
	return made(json_integer(value));
}

struct json *json_make_decimal(struct decimal value)
{
	return value.known ? made(json_real((double)value.tenths / 10)) : json_make_null();
}

struct json *json_make_text(struct span text)
{
	struct arena arena = ARENA_INIT;
	struct span valid = utf8_repair(&arena, text);
	json_t *value = json_stringn_nocheck(valid.at, valid.length);
	arena_release(&arena);
	return made(value);
}

struct json *json_make_list(void)
{
	return made(json_array());
}

struct json *json_make_object(void)
{
	return made(json_object());
}

struct json *json_append(struct json *list, struct json *value)
{
	assert(json_is_array(jansson_of(list)));
	if (json_array_append_new(jansson_of(list), jansson_of(value)))
		memory_exhausted();
	return value;
}

struct json *json_set(struct json *object, const char *key, struct json *value)
{
	assert(json_is_object(jansson_of(object)) && utf8_is_valid(span_of(key)));
	if (json_object_set_new_nocheck(jansson_of(object), key, jansson_of(value)))
		memory_exhausted();
	return value;
}

static int add_piece(const char *bytes, size_t length, void *buffer)
{
	buffer_add(buffer, (struct span){ bytes, length });
	return 0;
}

void json_write(const struct json *value, struct buffer *buffer)
{
	size_t flags = JSON_INDENT(INDENTATION) | JSON_REAL_PRECISION(DECIMAL_PRECISION) | JSON_ENCODE_ANY;
	if (json_dump_callback(jansson_of_const(value), add_piece, buffer, flags))
		memory_exhausted();
	buffer_add_byte(buffer, '\n');
}

void json_release(struct json *value)
{
	json_decref(jansson_of(value));
}
