#include "test.h"

#include "base/arena.h"
#include "codec/json_read.h"

#include <string.h>

static void values_are_read_by_their_keys(void **state)
{
	(void)state;
	struct error error = ERROR_INIT;
	struct json *value JSON_CLEANUP = NULL;
	struct span text =
		SPAN("{\"a\": {\"t\": \"x\\u0000y\", \"b\": true, \"n\": 1}, \"l\": [\"p\", {\"t\": \"q\"}]}");
	assert_int_equal(json_parse(text, "data.json", &value, &error), 0);
	struct span found = json_get_text(json_get(value, "a"), "t");
	assert_int_equal(found.length, 3);
	assert_memory_equal(found.at, "x\0y", 3);
	assert_true(json_get_true(json_get(value, "a"), "b"));
	assert_false(json_get_true(json_get(value, "a"), "n"));
	assert_int_equal(json_get_text(json_get(value, "a"), "n").length, 0);
	assert_span(json_get_text(json_item(json_get(value, "l"), 1), "t"), "q");
	assert_null(json_item(json_get(value, "l"), 2));
	assert_null(json_get(json_get(json_get(value, "none"), "none"), "none"));
	assert_null(json_get(json_get(value, "l"), "t"));
}

static void what_is_not_json_is_an_error_with_its_place(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "{", "{\"a\":1,\"a\":2}", "{\"a\":1} x", "\"\xff\"", "nul" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct error error = ERROR_INIT;
		struct json *value = NULL;
		assert_int_equal(json_parse(span_of(texts[i]), "data.json", &value, &error), -1);
		assert_int_equal(error.class, ERROR_PARSE);
		assert_string_equal(error.path, "data.json");
		assert_null(value);
	}
	struct error error = ERROR_INIT;
	struct json *value = NULL;
	assert_int_equal(json_parse(SPAN("{\n  \"a\": tru\n}"), "data.json", &value, &error), -1);
	assert_int_equal(error.line, 2);
}

/* `level` brackets around a text that holds brackets of its own. */
static int parse_nested(size_t level)
{
	struct arena arena = ARENA_INIT;
	struct error error = ERROR_INIT;
	struct json *value = NULL;
	static const char inner[] = "\"[[\\\"[[\"";
	char *text = arena_allocate(&arena, 2 * level + sizeof(inner));
	memset(text, '[', level);
	memcpy(text + level, inner, sizeof(inner) - 1);
	memset(text + level + sizeof(inner) - 1, ']', level);
	int result = json_parse(span_of(text), "data.json", &value, &error);
	if (value)
		json_release(value);
	arena_release(&arena);
	return result;
}

static void nesting_has_a_limit(void **state)
{
	(void)state;
	assert_int_equal(parse_nested(JSON_MOST_LEVELS), 0);
	assert_int_equal(parse_nested(JSON_MOST_LEVELS + 1), -1);
	assert_int_equal(parse_nested(1000000), -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_read_by_their_keys),
		cmocka_unit_test(what_is_not_json_is_an_error_with_its_place),
		cmocka_unit_test(nesting_has_a_limit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
