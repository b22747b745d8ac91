#include "test.h"

#include "cli/result.h"

struct inner {
	struct span word;
};

struct sample {
	struct span text;
	struct span missing;
	struct optional_integer count;
	struct decimal hours;
	struct decimal unknown;
	bool tripped;
	struct date day;
	struct date no_day;
	struct week week;
	int state;
	int no_state;
	const struct inner *inner;
	const struct inner *nothing;
	struct result_list list;
	struct result_list names;
};

static const char *const states[] = { "within", "over", NULL };

static const struct result_field inner_fields[] = {
	RES_TEXT(struct inner, word, "word", "A word"),
	RES_END,
};

static const struct result_field fields[] = {
	RES_TEXT(struct sample, text, "text", "A text"),
	RES_TEXT_OR_NULL(struct sample, missing, "missing", "None"),
	RES_INTEGER(struct sample, count, "count", "A number"),
	RES_DECIMAL(struct sample, hours, "hours", "Hours"),
	RES_DECIMAL_OR_NULL(struct sample, unknown, "unknown", "None"),
	RES_BOOLEAN(struct sample, tripped, "tripped", "Whether"),
	RES_DATE(struct sample, day, "day", "A day"),
	RES_DATE_OR_NULL(struct sample, no_day, "no_day", "None"),
	RES_WEEK(struct sample, week, "week", "A week"),
	RES_CHOICE(struct sample, state, "state", states, "A state"),
	RES_CHOICE_OR_NULL(struct sample, no_state, "no_state", states, "None"),
	RES_OBJECT(struct sample, inner, struct inner, "inner", inner_fields, "An object"),
	RES_OBJECT_OR_NULL(struct sample, nothing, struct inner, "nothing", inner_fields, "None"),
	RES_LIST(struct sample, list, struct inner, "list", inner_fields, "Objects"),
	RES_TEXTS(struct sample, names, "names", "Texts"),
	RES_END,
};

static void assert_json(struct json *json, const char *expected)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 16);
	json_write(json, &out);
	json_release(json);
	assert_span(buffer_span(&out), expected);
}

static void every_kind_becomes_json(void **state)
{
	(void)state;
	const struct inner inner = { SPAN("one") };
	const struct inner pair[] = { { SPAN("a") }, { SPAN("b\n") } };
	const struct span names[] = { SPAN("李雷"), SPAN("\"") };
	const struct sample sample = {
		.text = SPAN(""),
		.count = INTEGER_OF(-3),
		.hours = { true, 400 },
		.unknown = DECIMAL_UNKNOWN,
		.tripped = true,
		.day = date_of(2026, 11, 20),
		.no_day = DATE_NONE,
		.week = { 2026, 47 },
		.state = 1,
		.no_state = -1,
		.inner = &inner,
		.list = { pair, 2 },
		.names = { names, 2 },
	};
	assert_json(result_json(fields, &sample), "{\n"
						  "  \"text\": \"\",\n"
						  "  \"missing\": null,\n"
						  "  \"count\": -3,\n"
						  "  \"hours\": 40.0,\n"
						  "  \"unknown\": null,\n"
						  "  \"tripped\": true,\n"
						  "  \"day\": \"2026-11-20\",\n"
						  "  \"no_day\": null,\n"
						  "  \"week\": \"2026-W47\",\n"
						  "  \"state\": \"over\",\n"
						  "  \"no_state\": null,\n"
						  "  \"inner\": {\n"
						  "    \"word\": \"one\"\n"
						  "  },\n"
						  "  \"nothing\": null,\n"
						  "  \"list\": [\n"
						  "    {\n"
						  "      \"word\": \"a\"\n"
						  "    },\n"
						  "    {\n"
						  "      \"word\": \"b\\n\"\n"
						  "    }\n"
						  "  ],\n"
						  "  \"names\": [\n"
						  "    \"李雷\",\n"
						  "    \"\\\"\"\n"
						  "  ]\n"
						  "}\n");
	assert_json(result_json(fields, NULL), "null\n");
}

static void a_schema_requires_every_field_and_allows_no_other(void **state)
{
	(void)state;
	static const struct result_field few[] = {
		RES_DECIMAL_OR_NULL(struct sample, unknown, "share", "Percent"),
		RES_DATE(struct sample, day, "day", "A day"),
		RES_CHOICE_OR_NULL(struct sample, state, "state", states, "A state"),
		RES_LIST(struct sample, list, struct inner, "list", inner_fields, "Objects"),
		RES_END,
	};
	struct json *schema = json_make_object();
	result_schema(few, schema);
	assert_json(schema, "{\n"
			    "  \"type\": \"object\",\n"
			    "  \"properties\": {\n"
			    "    \"share\": {\n"
			    "      \"description\": \"Percent\",\n"
			    "      \"type\": [\n"
			    "        \"number\",\n"
			    "        \"null\"\n"
			    "      ]\n"
			    "    },\n"
			    "    \"day\": {\n"
			    "      \"description\": \"A day\",\n"
			    "      \"type\": \"string\",\n"
			    "      \"pattern\": \"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"\n"
			    "    },\n"
			    "    \"state\": {\n"
			    "      \"description\": \"A state\",\n"
			    "      \"type\": [\n"
			    "        \"string\",\n"
			    "        \"null\"\n"
			    "      ],\n"
			    "      \"enum\": [\n"
			    "        \"within\",\n"
			    "        \"over\",\n"
			    "        null\n"
			    "      ]\n"
			    "    },\n"
			    "    \"list\": {\n"
			    "      \"description\": \"Objects\",\n"
			    "      \"type\": \"array\",\n"
			    "      \"items\": {\n"
			    "        \"type\": \"object\",\n"
			    "        \"properties\": {\n"
			    "          \"word\": {\n"
			    "            \"description\": \"A word\",\n"
			    "            \"type\": \"string\"\n"
			    "          }\n"
			    "        },\n"
			    "        \"required\": [\n"
			    "          \"word\"\n"
			    "        ],\n"
			    "        \"additionalProperties\": false\n"
			    "      }\n"
			    "    }\n"
			    "  },\n"
			    "  \"required\": [\n"
			    "    \"share\",\n"
			    "    \"day\",\n"
			    "    \"state\",\n"
			    "    \"list\"\n"
			    "  ],\n"
			    "  \"additionalProperties\": false\n"
			    "}\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_kind_becomes_json),
		cmocka_unit_test(a_schema_requires_every_field_and_allows_no_other),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
