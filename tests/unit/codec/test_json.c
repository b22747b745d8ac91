#include "test.h"

#include "codec/json.h"

static void assert_written(struct json *value, const char *expected)
{
	BUFFER_CLEANUP struct buffer buffer = BUFFER_INIT(1000);
	json_write(value, &buffer);
	json_release(value);
	assert_span(buffer_span(&buffer), expected);
}

static struct json *decimal(long long tenths)
{
	return json_make_decimal((struct decimal){ true, tenths });
}

static void values_are_written_as_json(void **state)
{
	(void)state;
	assert_written(json_make_null(), "null\n");
	assert_written(json_make_boolean(true), "true\n");
	assert_written(json_make_boolean(false), "false\n");
	assert_written(json_make_integer(-9007199254740993), "-9007199254740993\n");
	assert_written(json_make_list(), "[]\n");
	assert_written(json_make_object(), "{}\n");
}

static void decimals_have_one_digit_behind_the_point(void **state)
{
	(void)state;
	assert_written(decimal(333), "33.3\n");
	assert_written(decimal(400), "40.0\n");
	assert_written(decimal(-1), "-0.1\n");
	assert_written(decimal(0), "0.0\n");
	assert_written(decimal(123456789), "12345678.9\n");
	assert_written(json_make_decimal(DECIMAL_UNKNOWN), "null\n");
}

static void every_tenth_up_to_a_thousand_is_exact(void **state)
{
	(void)state;
	for (long long tenths = 0; tenths <= 10000; tenths++) {
		char expected[32];
		snprintf(expected, sizeof(expected), "%lld.%lld\n", tenths / 10, tenths % 10);
		assert_written(decimal(tenths), expected);
	}
}

static void texts_are_escaped_only_where_json_demands_it(void **state)
{
	(void)state;
	assert_written(json_make_text(SPAN("a/b \"c\" \\ 周 🔥")), "\"a/b \\\"c\\\" \\\\ 周 🔥\"\n");
	assert_written(json_make_text(SPAN("a\n\t\x01")), "\"a\\n\\t\\u0001\"\n");
	assert_written(json_make_text(SPAN("a\0b")), "\"a\\u0000b\"\n");
	assert_written(json_make_text(SPAN("a\xff"
					   "b")),
		"\"a\xef\xbf\xbd"
		"b\"\n");
	assert_written(json_make_text(SPAN_NONE), "\"\"\n");
}

static void objects_keep_the_order_of_their_keys(void **state)
{
	(void)state;
	struct json *object = json_make_object();
	json_set(object, "week", json_make_text(SPAN("2026-W47")));
	json_set(object, "actual", json_make_null());
	struct json *list = json_set(object, "categories", json_make_list());
	struct json *category = json_append(list, json_make_object());
	json_set(category, "share", decimal(333));
	json_set(object, "actual", json_make_integer(7));
	assert_written(object, "{\n"
			       "  \"week\": \"2026-W47\",\n"
			       "  \"actual\": 7,\n"
			       "  \"categories\": [\n"
			       "    {\n"
			       "      \"share\": 33.3\n"
			       "    }\n"
			       "  ]\n"
			       "}\n");
}

static void a_buffer_that_is_full_is_marked(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer buffer = BUFFER_INIT(4);
	struct json *text = json_make_text(SPAN("too long"));
	json_write(text, &buffer);
	json_release(text);
	assert_true(buffer.over);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_written_as_json),
		cmocka_unit_test(decimals_have_one_digit_behind_the_point),
		cmocka_unit_test(every_tenth_up_to_a_thousand_is_exact),
		cmocka_unit_test(texts_are_escaped_only_where_json_demands_it),
		cmocka_unit_test(objects_keep_the_order_of_their_keys),
		cmocka_unit_test(a_buffer_that_is_full_is_marked),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
