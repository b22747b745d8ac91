#include "cli/result.h"

#include <assert.h>

/* JSON's name for what a field of this kind is written as. */
static const char *type_name(enum result_kind kind)
{
	static const char *const names[] = { [RESULT_TEXT] = "string",
		[RESULT_INTEGER] = "integer",
		[RESULT_DECIMAL] = "number",
		[RESULT_BOOLEAN] = "boolean",
		[RESULT_DATE] = "string",
		[RESULT_WEEK] = "string",
		[RESULT_CHOICE] = "string",
		[RESULT_OBJECT] = "object",
		[RESULT_LIST] = "array",
		[RESULT_TEXTS] = "array" };
	return names[kind];
}

/* The pattern of the kinds that are written as text of one form; NULL for others. */
static const char *pattern_of(enum result_kind kind)
{
	if (kind == RESULT_DATE)
		return "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
	return kind == RESULT_WEEK ? "^[0-9]{4}-W[0-9]{2}$" : NULL;
}

static struct json *literal(const char *text)
{
	return json_make_text(span_of(text));
}

static void set_type(struct json *schema, const struct result_field *field)
{
	if (field->kind == RESULT_OBJECT && !field->of) {
		json_set(schema, "type", literal("null"));
	} else if (!field->nullable) {
		json_set(schema, "type", literal(type_name(field->kind)));
	} else {
		struct json *types = json_set(schema, "type", json_make_list());
		json_append(types, literal(type_name(field->kind)));
		json_append(types, literal("null"));
	}
}

static void set_choices(struct json *schema, const struct result_field *field)
{
	struct json *values = json_set(schema, "enum", json_make_list());
	for (const char *const *choice = field->choices; *choice; choice++)
		json_append(values, literal(*choice));
	if (field->nullable)
		json_append(values, json_make_null());
}

/* The keywords of an object described by a table. */
static void set_object(struct json *schema, const struct result_field *table);

static struct json *element_schema(const struct result_field *field)
{
	struct json *schema = json_make_object();
	json_set(schema, "type", literal(field->kind == RESULT_TEXTS ? "string" : "object"));
	if (field->kind == RESULT_LIST)
		set_object(schema, field->of);
	return schema;
}

static struct json *field_schema(const struct result_field *field)
{
	struct json *schema = json_make_object();
	if (field->help)
		json_set(schema, "description", literal(field->help));
	set_type(schema, field);
	if (pattern_of(field->kind))
		json_set(schema, "pattern", literal(pattern_of(field->kind)));
	if (field->kind == RESULT_CHOICE)
		set_choices(schema, field);
	if (field->kind == RESULT_OBJECT && field->of)
		set_object(schema, field->of);
	if (field->kind == RESULT_LIST || field->kind == RESULT_TEXTS)
		json_set(schema, "items", element_schema(field));
	return schema;
}

static void set_object(struct json *schema, const struct result_field *table)
{
	assert(table);
	struct json *properties = json_set(schema, "properties", json_make_object());
	struct json *required = json_set(schema, "required", json_make_list());
	for (const struct result_field *field = table; field->kind != RESULT_END; field++) {
		json_set(properties, field->name, field_schema(field));
		json_append(required, literal(field->name));
	}
	json_set(schema, "additionalProperties", json_make_boolean(false));
}

void result_schema(const struct result_field *table, struct json *schema)
{
	json_set(schema, "type", literal("object"));
	set_object(schema, table);
}
