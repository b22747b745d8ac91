#include "cli/result.h"

#include <assert.h>

static struct json *text_or_null(struct span text)
{
	return text.at ? json_make_text(text) : json_make_null();
}

static struct json *date_or_null(struct date date)
{
	return date_is_known(date) ? json_make_text(span_of(date_format(date).text)) : json_make_null();
}

static struct json *week_or_null(struct week week)
{
	return week.year ? json_make_text(span_of(week_format(week).text)) : json_make_null();
}

static struct json *integer_or_null(struct optional_integer integer)
{
	return integer.known ? json_make_integer(integer.value) : json_make_null();
}

static struct json *choice_or_null(const char *const *choices, int chosen)
{
	return chosen >= 0 ? json_make_text(span_of(choices[chosen])) : json_make_null();
}

static struct json *list_of(const struct result_field *field, const struct result_list *list)
{
	struct json *json = json_make_list();
	for (size_t i = 0; i < list->count; i++)
		json_append(json, result_json(field->of, (const char *)list->items + i * field->size));
	return json;
}

static struct json *texts_of(const struct result_list *list)
{
	struct json *json = json_make_list();
	const struct span *texts = list->items;
	for (size_t i = 0; i < list->count; i++)
		json_append(json, json_make_text(texts[i]));
	return json;
}

static struct json *field_json(const struct result_field *field, const void *place)
{
	switch (field->kind) {
	case RESULT_TEXT:
		return text_or_null(*(const struct span *)place);
	case RESULT_INTEGER:
		return integer_or_null(*(const struct optional_integer *)place);
	case RESULT_DECIMAL:
		return json_make_decimal(*(const struct decimal *)place);
	case RESULT_BOOLEAN:
		return json_make_boolean(*(const bool *)place);
	case RESULT_DATE:
		return date_or_null(*(const struct date *)place);
	case RESULT_WEEK:
		return week_or_null(*(const struct week *)place);
	case RESULT_CHOICE:
		return choice_or_null(field->choices, *(const int *)place);
	case RESULT_OBJECT:
		return result_json(field->of, *(const void *const *)place);
	case RESULT_LIST:
		return list_of(field, place);
	case RESULT_TEXTS:
		return texts_of(place);
	case RESULT_END:
		break;
	}
	assert(!"a field without a kind");
	return json_make_null();
}

struct json *result_json(const struct result_field *table, const void *data)
{
	if (!table || !data)
		return json_make_null();
	struct json *object = json_make_object();
	for (const struct result_field *field = table; field->kind != RESULT_END; field++)
		json_set(object, field->name, field_json(field, (const char *)data + field->offset));
	return object;
}
