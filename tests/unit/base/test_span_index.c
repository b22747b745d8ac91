/* Texts are found where they stand first, and from a place on. */
#include "test.h"

#include "base/span_index.h"

#define WORDS(text)                                                                                                    \
	{                                                                                                              \
		(text), sizeof(text) - 1                                                                               \
	}

static const struct span texts[] = { WORDS("memo"), WORDS("bank"), WORDS(""), WORDS("memo"), WORDS("call"),
	WORDS("memo") };

static void a_text_is_found_from_a_place_on(void **state)
{
	static const struct {
		const char *text;
		size_t from, place;
	} cases[] = {
		{ "memo", 0, 0 },
		{ "memo", 1, 3 },
		{ "memo", 3, 3 },
		{ "memo", 5, 5 },
		{ "memo", 6, SPAN_NOWHERE },
		{ "bank", 0, 1 },
		{ "call", 0, 4 },
		{ "mem", 0, SPAN_NOWHERE },
		{ "memos", 0, SPAN_NOWHERE },
		{ "a", 0, SPAN_NOWHERE },
		{ "z", 0, SPAN_NOWHERE },
		{ "", 0, SPAN_NOWHERE },
	};
	(void)state;
	struct arena arena = ARENA_INIT;
	struct span_index index = span_index_of(&arena, texts, sizeof(texts) / sizeof(*texts));
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_int_equal(span_index_find(&index, span_of(cases[i].text), cases[i].from), cases[i].place);
		if (cases[i].from == 0)
			assert_int_equal(
				span_index_has(&index, span_of(cases[i].text)), cases[i].place != SPAN_NOWHERE);
	}
	arena_release(&arena);
}

static void nothing_is_found_in_an_empty_list(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct span_index index = span_index_of(&arena, NULL, 0);
	assert_false(span_index_has(&index, span_of("memo")));
	assert_false(span_index_has(&(struct span_index){ .count = 0 }, span_of("memo")));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_is_found_from_a_place_on),
		cmocka_unit_test(nothing_is_found_in_an_empty_list),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
