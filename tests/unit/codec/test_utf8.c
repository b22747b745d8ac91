#include "test.h"

#include "codec/utf8.h"

static void characters_are_decoded_one_by_one(void **state)
{
	(void)state;
	static const struct {
		const char *bytes;
		size_t length;
		uint32_t character;
	} cases[] = { { "a", 1, 'a' }, { "é", 2, 0xE9 }, { "周", 3, 0x5468 }, { "🔥", 4, 0x1F525 }, { "", 0, 7 },
		{ "\xff", 1, 0xFFFD }, { "\x80", 1, 0xFFFD }, { "\xc3", 1, 0xFFFD }, { "\xc0\x80", 1, 0xFFFD },
		{ "\xed\xa0\x80", 1, 0xFFFD }, { "\xf4\x90\x80\x80", 1, 0xFFFD }, { "\xe5\x91", 1, 0xFFFD } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		uint32_t character = 7;
		assert_int_equal(utf8_decode(span_of(cases[i].bytes), &character), cases[i].length);
		assert_int_equal(character, cases[i].character);
	}
	uint32_t character = 7;
	assert_int_equal(utf8_decode(SPAN("\0"), &character), 1);
	assert_int_equal(character, 0);
}

static void encoding_gives_back_what_was_decoded(void **state)
{
	(void)state;
	static const uint32_t characters[] = { 0, 'a', 0x7F, 0x80, 0x7FF, 0x800, 0xFFFD, 0x10000, 0x10FFFF };
	for (size_t i = 0; i < sizeof(characters) / sizeof(*characters); i++) {
		char bytes[4];
		uint32_t character = 7;
		struct span encoded = { bytes, utf8_encode(characters[i], bytes) };
		assert_int_equal(utf8_decode(encoded, &character), encoded.length);
		assert_int_equal(character, characters[i]);
	}
}

static void validity_is_of_the_whole_text(void **state)
{
	(void)state;
	assert_true(utf8_is_valid(SPAN_NONE));
	assert_true(utf8_is_valid(SPAN("当前客户 🔥 \xef\xbf\xbd")));
	assert_false(utf8_is_valid(SPAN("abc\xff")));
	assert_false(utf8_is_valid(SPAN("abc\xe5\x91")));
}

static void width_is_in_columns(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t columns;
	} cases[] = { { "", 0 }, { "abc", 3 }, { "é", 1 }, { "e\xcc\x81", 1 }, { "周明", 4 }, { "ｆｕｌｌ", 8 },
		{ "🔥", 2 }, { "👩\xe2\x80\x8d💻", 2 }, { "👨\xe2\x80\x8d👩\xe2\x80\x8d👧\xe2\x80\x8d👦", 2 }, { "❤", 1 },
		{ "❤\xef\xb8\x8f", 2 }, { "❤\xef\xb8\x8f\xe2\x80\x8d🔥", 2 }, { "1\xef\xb8\x8f\xe2\x83\xa3", 2 },
		{ "👍🏽", 2 }, { "🇩🇪", 2 }, { "🇩🇪🇫🇷", 4 }, { "김철수", 6 },
		{ "a\xe2\x80\x8d"
		  "b",
			2 },
		{ "\xff\xff", 2 }, { "\t\n", 0 }, { "ｶﾞ", 2 }, { "a🔥b", 4 } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (utf8_width(span_of(cases[i].text)) != cases[i].columns)
			fail_msg("%s is %zu wide, not %zu", cases[i].text, utf8_width(span_of(cases[i].text)),
				cases[i].columns);
}

static void a_text_is_cut_between_clusters(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t columns;
		const char *start;
	} cases[] = { { "abc", 2, "ab" }, { "abc", 9, "abc" }, { "abc", 0, "" }, { "周明", 3, "周" }, { "周明", 1, "" },
		{ "e\xcc\x81t", 1, "e\xcc\x81" }, { "a👩\xe2\x80\x8d💻b", 2, "a" },
		{ "a👩\xe2\x80\x8d💻b", 3, "a👩\xe2\x80\x8d💻" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct span text = span_of(cases[i].text);
		assert_span(span_slice(text, 0, utf8_fit(text, cases[i].columns)), cases[i].start);
	}
}

static void a_cluster_is_what_people_see_as_one(void **state)
{
	(void)state;
	assert_int_equal(utf8_cluster(SPAN_NONE), 0);
	assert_int_equal(utf8_cluster(SPAN("ab")), 1);
	assert_int_equal(utf8_cluster(SPAN("e\xcc\x81t")), 3);
	assert_int_equal(utf8_cluster(SPAN("🇩🇪🇫🇷")), 8);
	assert_int_equal(utf8_cluster(SPAN("\r\na")), 2);
	assert_int_equal(utf8_cluster(SPAN("\xff\xfe")), 1);
}

static void repair_replaces_each_bad_byte(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	assert_span(utf8_repair(&arena, SPAN("a\xff\xfe"
					     "b周")),
		"a\xef\xbf\xbd\xef\xbf\xbd"
		"b周");
	assert_span(utf8_repair(&arena, SPAN("\xe5\x91")), "\xef\xbf\xbd\xef\xbf\xbd");
	assert_span(utf8_repair(&arena, SPAN("fine")), "fine");
	assert_span(utf8_repair(&arena, SPAN_NONE), "");
	arena_release(&arena);
}

static void composing_gives_one_form(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	assert_span(utf8_compose(&arena, SPAN("Zoe\xcc\x88")), "Zoë");
	assert_span(utf8_compose(&arena, SPAN("Zoë")), "Zoë");
	assert_span(utf8_compose(&arena, SPAN("ﬁ Ａ")), "ﬁ Ａ");
	assert_span(utf8_compose(&arena, SPAN_NONE), "");
	assert_int_equal(utf8_compose(&arena, SPAN("a\0b")).length, 3);
	arena_release(&arena);
}

static void controls_are_not_shown(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		const char *shown;
	} cases[] = { { "a\tb\nc", "a\tb\nc" }, { "\x1b[31mred\x07\r", "[31mred" }, { "a\x7f", "a" },
		{ "a\xc2\x9b"
		  "5m",
			"a5m" },
		{ "a\xe2\x80\xae"
		  "b",
			"ab" },
		{ "a\xe2\x81\xa6"
		  "b\xe2\x81\xa9",
			"ab" },
		{ "\xd8\x9c", "" }, { "🏴\xf3\xa0\x81\xa7\xf3\xa0\x81\xbf", "🏴" },
		{ "👩\xe2\x80\x8d💻", "👩\xe2\x80\x8d💻" }, { "a\xff", "a\xef\xbf\xbd" }, { "周", "周" } };
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_span(utf8_without_controls(&arena, span_of(cases[i].text)), cases[i].shown);
	assert_span(utf8_without_controls(&arena, SPAN("a\0b")), "ab");
	assert_span(utf8_safe_line(&arena, SPAN("a\r\nb\tc\033]52;\0d\n")), "a b c]52;d ");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_are_decoded_one_by_one),
		cmocka_unit_test(encoding_gives_back_what_was_decoded),
		cmocka_unit_test(validity_is_of_the_whole_text),
		cmocka_unit_test(width_is_in_columns),
		cmocka_unit_test(a_text_is_cut_between_clusters),
		cmocka_unit_test(a_cluster_is_what_people_see_as_one),
		cmocka_unit_test(repair_replaces_each_bad_byte),
		cmocka_unit_test(composing_gives_one_form),
		cmocka_unit_test(controls_are_not_shown),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
