/* What a command found out, as a plain struct with a field table beside it: JSON and its schema are loops over it. */
#ifndef COACH_CLI_RESULT_H
#define COACH_CLI_RESULT_H

#include "base/date.h"
#include "base/fraction.h"
#include "base/span.h"
#include "base/value.h"
#include "codec/json.h"

#include <stdbool.h>
#include <stddef.h>

enum result_kind {
	RESULT_TEXT,    /* struct span; at == NULL is null */
	RESULT_INTEGER, /* struct optional_integer; null when unknown */
	RESULT_DECIMAL, /* struct decimal; one decimal; null when unknown */
	RESULT_BOOLEAN, /* bool */
	RESULT_DATE,    /* struct date; null for DATE_NONE */
	RESULT_WEEK,    /* struct week; null for year 0 */
	RESULT_CHOICE,  /* int: index into choices; -1 is null */
	RESULT_OBJECT,  /* pointer to a struct; NULL is null */
	RESULT_LIST,    /* struct result_list of structs described by `of` */
	RESULT_TEXTS,   /* struct result_list of struct span */
	RESULT_END
};

struct result_field {
	enum result_kind kind;
	const char *name;
	const char *help; /* one line for the schema */
	size_t offset;
	const struct result_field *of; /* the table of an object or of a list's elements */
	size_t size;                   /* of one element of a list */
	const char *const *choices;    /* NULL-terminated */
	bool nullable;                 /* the schema allows null; a null elsewhere is a defect that the tests find */
};

#define RESULT_AT(type, field, field_type)                                                                             \
	(offsetof(type, field) + 0 * sizeof((field_type *)NULL == &((type *)NULL)->field))
#define RES_TEXT(t, f, n, h)                                                                                           \
	{                                                                                                              \
		.kind = RESULT_TEXT, .name = n, .help = h, .offset = RESULT_AT(t, f, struct span)                      \
	}
#define RES_TEXT_OR_NULL(t, f, n, h)                                                                                   \
	{                                                                                                              \
		.kind = RESULT_TEXT, .name = n, .help = h, .offset = RESULT_AT(t, f, struct span), .nullable = true    \
	}
#define RES_INTEGER(t, f, n, h)                                                                                        \
	{                                                                                                              \
		.kind = RESULT_INTEGER, .name = n, .help = h, .offset = RESULT_AT(t, f, struct optional_integer)       \
	}
#define RES_INTEGER_OR_NULL(t, f, n, h)                                                                                \
	{                                                                                                              \
		.kind = RESULT_INTEGER, .name = n, .help = h, .offset = RESULT_AT(t, f, struct optional_integer),      \
		.nullable = true                                                                                       \
	}
#define RES_DECIMAL(t, f, n, h)                                                                                        \
	{                                                                                                              \
		.kind = RESULT_DECIMAL, .name = n, .help = h, .offset = RESULT_AT(t, f, struct decimal)                \
	}
#define RES_DECIMAL_OR_NULL(t, f, n, h)                                                                                \
	{                                                                                                              \
		.kind = RESULT_DECIMAL, .name = n, .help = h, .offset = RESULT_AT(t, f, struct decimal),               \
		.nullable = true                                                                                       \
	}
#define RES_BOOLEAN(t, f, n, h)                                                                                        \
	{                                                                                                              \
		.kind = RESULT_BOOLEAN, .name = n, .help = h, .offset = RESULT_AT(t, f, bool)                          \
	}
#define RES_DATE(t, f, n, h)                                                                                           \
	{                                                                                                              \
		.kind = RESULT_DATE, .name = n, .help = h, .offset = RESULT_AT(t, f, struct date)                      \
	}
#define RES_DATE_OR_NULL(t, f, n, h)                                                                                   \
	{                                                                                                              \
		.kind = RESULT_DATE, .name = n, .help = h, .offset = RESULT_AT(t, f, struct date), .nullable = true    \
	}
#define RES_WEEK(t, f, n, h)                                                                                           \
	{                                                                                                              \
		.kind = RESULT_WEEK, .name = n, .help = h, .offset = RESULT_AT(t, f, struct week)                      \
	}
#define RES_CHOICE(t, f, n, c, h)                                                                                      \
	{                                                                                                              \
		.kind = RESULT_CHOICE, .name = n, .help = h, .offset = RESULT_AT(t, f, int), .choices = c              \
	}
#define RES_CHOICE_OR_NULL(t, f, n, c, h)                                                                              \
	{                                                                                                              \
		.kind = RESULT_CHOICE, .name = n, .help = h, .offset = RESULT_AT(t, f, int), .choices = c,             \
		.nullable = true                                                                                       \
	}
#define RES_OBJECT(t, f, ft, n, o, h)                                                                                  \
	{                                                                                                              \
		.kind = RESULT_OBJECT, .name = n, .help = h, .offset = RESULT_AT(t, f, const ft *), .of = o            \
	}
#define RES_OBJECT_OR_NULL(t, f, ft, n, o, h)                                                                          \
	{                                                                                                              \
		.kind = RESULT_OBJECT, .name = n, .help = h, .offset = RESULT_AT(t, f, const ft *), .of = o,           \
		.nullable = true                                                                                       \
	}
#define RES_LIST(t, f, et, n, o, h)                                                                                    \
	{                                                                                                              \
		.kind = RESULT_LIST, .name = n, .help = h, .offset = RESULT_AT(t, f, struct result_list), .of = o,     \
		.size = sizeof(et)                                                                                     \
	}
#define RES_TEXTS(t, f, n, h)                                                                                          \
	{                                                                                                              \
		.kind = RESULT_TEXTS, .name = n, .help = h, .offset = RESULT_AT(t, f, struct result_list)              \
	}
#define RES_END                                                                                                        \
	{                                                                                                              \
		.kind = RESULT_END                                                                                     \
	}

/* The struct at `data` as a JSON object; NULL data, or no table, gives null. The caller releases it. */
struct json *result_json(const struct result_field *table, const void *data);
/* Adds the JSON Schema keywords (2020-12) of that object to `schema`, an object. Every field is required; none beyond
 * them is allowed. A field of kind RESULT_OBJECT without a table is always null. */
void result_schema(const struct result_field *table, struct json *schema);

#endif
