/* JSON values (jansson), built for output.
 *
 * A value is owned by whoever made it until it is put into an object or array, which then owns it. Release the top one.
 * Text that is not valid UTF-8 is stored with U+FFFD for each bad byte; a NUL ends nothing. Objects keep the order in
 * which keys were set. */
#ifndef COACH_CODEC_JSON_H
#define COACH_CODEC_JSON_H

#include "base/buffer.h"
#include "base/error.h"
#include "base/fraction.h"
#include "base/span.h"

#include <stdbool.h>

struct json; /* jansson's json_t, known to json.c alone */

struct json *json_make_null(void);
struct json *json_make_boolean(bool value);
struct json *json_make_integer(long long value);
/* One decimal: 33.3; 40.0; null when it is unknown. */
struct json *json_make_decimal(struct decimal value);
struct json *json_make_text(struct span text);
struct json *json_make_list(void);
struct json *json_make_object(void);

/* Both take ownership of `value` and return it, for chaining. A key that is there already gets the new value. */
struct json *json_append(struct json *list, struct json *value);
struct json *json_set(struct json *object, const char *key, struct json *value);

/* Two-space indentation, no escaping beyond what JSON demands, one newline at the end. */
void json_write(const struct json *value, struct buffer *buffer);
void json_release(struct json *value);

#endif
