/* JSON from outside, read within limits: at most 4 MiB, 64 levels, no duplicate keys.
 *
 * Values belong to the parsed one, which is released with json_release. */
#ifndef COACH_CODEC_JSON_READ_H
#define COACH_CODEC_JSON_READ_H

#include "base/error.h"
#include "base/span.h"
#include "codec/json.h"

#include <stdbool.h>
#include <stddef.h>

enum { JSON_MOST_BYTES = 4 << 20, JSON_MOST_LEVELS = 64 };

#define JSON_CLEANUP __attribute__((cleanup(json_cleanup)))
void json_cleanup(struct json **value);

/* Reads one value that fills the text. ERROR_PARSE at `name` with line and column. */
int json_parse(struct span text, const char *name, struct json **value, struct error *error);

/* The entry of an object; NULL where there is none, or `object` is NULL or no object. */
const struct json *json_get(const struct json *object, const char *key);
/* The item of a list; NULL beyond its end, or where `list` is NULL or no list. */
const struct json *json_item(const struct json *list, size_t index);
/* An entry's text, borrowed; empty where there is none or it is no text. */
struct span json_get_text(const struct json *object, const char *key);
/* An entry that is `true`. */
bool json_get_true(const struct json *object, const char *key);

#endif
