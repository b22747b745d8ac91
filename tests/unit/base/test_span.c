#include "test.h"

static void a_slice_stays_within_its_span(void **state)
{
	(void)state;
	struct span text = SPAN("coach");
	assert_span(span_slice(text, 1, 3), "oac");
	assert_span(span_slice(text, 3, 99), "ch");
	assert_span(span_slice(text, 3, SIZE_MAX), "ch");
	assert_span(span_slice(text, 5, 1), "");
	assert_span(span_slice(text, 99, 1), "");
	assert_span(span_from(text, 2), "ach");
	assert_span(span_from(SPAN_NONE, 2), "");
	assert_span(span_between(text.at, text.at + 2), "co");
}

static void spans_are_compared_by_bytes(void **state)
{
	(void)state;
	assert_true(span_equal(SPAN_NONE, SPAN("")));
	assert_true(span_equal(SPAN("a\0b"), SPAN("a\0b")));
	assert_false(span_equal(SPAN("a\0b"), SPAN("a\0c")));
	assert_false(span_same(SPAN_NONE, SPAN("")));
	assert_true(span_same(SPAN_NONE, SPAN_NONE));
	assert_true(span_same(SPAN("a"), SPAN("a")));
	assert_true(span_compare(SPAN("a"), SPAN("ab")) < 0);
	assert_true(span_compare(SPAN("b"), SPAN("ab")) > 0);
	assert_true(span_compare(SPAN("z"), SPAN("\xc3\xa4")) < 0);
	assert_int_equal(span_compare(SPAN_NONE, SPAN("")), 0);
	assert_true(span_is(span_of(NULL), ""));
}

static void case_is_ignored_for_ascii_letters_alone(void **state)
{
	(void)state;
	assert_true(span_is_ignoring_case(SPAN("MoN"), "mOn"));
	assert_false(span_is_ignoring_case(SPAN("mon"), "mond"));
	assert_false(span_is_ignoring_case(SPAN("mond"), "mon"));
	assert_false(span_is_ignoring_case(SPAN("["), "{"));
	assert_false(span_is_ignoring_case(SPAN("\xc3\x84"), "\xc3\xa4"));
	assert_false(span_is_ignoring_case(SPAN("a\0"), "a"));
}

static void a_text_is_found_at_its_first_place(void **state)
{
	(void)state;
	assert_int_equal(span_find(SPAN("a | b | c"), " | "), 1);
	assert_int_equal(span_find(SPAN("aaab"), "ab"), 2);
	assert_int_equal(span_find(SPAN("aaa"), "ab"), 3);
	assert_int_equal(span_find(SPAN("ab"), "abc"), 2);
	assert_int_equal(span_find(SPAN_NONE, "a"), 0);
	assert_int_equal(span_find(SPAN("abc"), "bc"), 1);
	assert_int_equal(span_find_byte(SPAN("a\0b"), '\0'), 1);
	assert_int_equal(span_find_byte(SPAN_NONE, 'a'), 0);
	assert_true(span_contains(SPAN("abc"), "bc"));
	assert_true(span_contains(SPAN("abc"), ""));
	assert_true(span_contains(SPAN_NONE, ""));
	assert_false(span_contains(SPAN("abc"), "cb"));
}

/* Around the places where one piece of a long text ends and the next begins. */
static void any_of_several_bytes_is_found_however_far_it_is(void **state)
{
	(void)state;
	char text[1000];
	for (size_t at = 0; at < sizeof(text); at++) {
		memset(text, 'a', sizeof(text));
		text[at] = '\r';
		struct span span = { text, sizeof(text) };
		assert_int_equal(span_find_any(span, "\n\r"), at);
		assert_int_equal(span_find_any(span, "bc"), sizeof(text));
		text[sizeof(text) - 1] = '\n';
		assert_int_equal(span_find_any(span, "\n\r"), at);
	}
	assert_int_equal(span_find_any(SPAN("a\0b"), "b"), 2);
	assert_int_equal(span_find_any(SPAN("abc"), ""), 3);
	assert_int_equal(span_find_any(SPAN_NONE, "a"), 0);
}

static void a_text_begins_and_ends_with_its_parts(void **state)
{
	(void)state;
	assert_true(span_starts_with(SPAN("- [ ] task"), "- [ ]"));
	assert_false(span_starts_with(SPAN("- "), "- [ ]"));
	assert_true(span_ends_with(SPAN("note.md"), ".md"));
	assert_true(span_ends_with(SPAN(".md"), ".md"));
	assert_false(span_ends_with(SPAN("md"), ".md"));
}

static void space_is_trimmed_at_either_end(void **state)
{
	(void)state;
	assert_span(span_trim(SPAN(" \t\r\n\v\fa b\n")), "a b");
	assert_span(span_trim_start(SPAN(" a ")), "a ");
	assert_span(span_trim_end(SPAN(" a ")), " a");
	assert_span(span_trim(SPAN("\xc2\xa0")), "\xc2\xa0");
	assert_true(span_is_blank(SPAN(" \t")));
	assert_true(span_is_blank(SPAN_NONE));
	assert_false(span_is_blank(SPAN(".")));
}

static void parts_between_separators_are_seen_each_once(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		const char *shown;
	} cases[] = { { "a,b", "<a><b>" }, { "a", "<a>" }, { "", "<>" }, { ",", "<><>" }, { "a,,b,", "<a><><b><>" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char shown[64] = "";
		size_t length = 0;
		struct span rest = span_of(cases[i].text);
		struct span part;
		while (span_next(&rest, ',', &part))
			length += (size_t)snprintf(shown + length, sizeof(shown) - length, "<%.*s>", SPAN_PRINT(part));
		assert_string_equal(shown, cases[i].shown);
	}
}

static void lines_end_with_lf_crlf_or_cr(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		const char *shown;
	} cases[] = { { "", "" }, { "a", "<a>" }, { "a\n", "<a>" }, { "a\nb", "<a><b>" }, { "a\r\nb\r\n", "<a><b>" },
		{ "a\rb\r", "<a><b>" }, { "\n\n", "<><>" }, { "\n\r", "<><>" }, { "a\r\r\nb", "<a><><b>" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char shown[64] = "";
		size_t length = 0;
		struct span rest = span_of(cases[i].text);
		struct span line;
		while (span_next_line(&rest, &line))
			length += (size_t)snprintf(shown + length, sizeof(shown) - length, "<%.*s>", SPAN_PRINT(line));
		assert_string_equal(shown, cases[i].shown);
	}
}

static void digits_are_read_up_to_nine(void **state)
{
	(void)state;
	struct span rest = SPAN("999999999x");
	int value = 0;
	assert_true(span_read_digits(&rest, &value));
	assert_int_equal(value, 999999999);
	assert_span(rest, "x");
	static const char *const refused[] = { "", "x1", "-1", " 1", "1234567890" };
	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++) {
		struct span text = span_of(refused[i]);
		assert_false(span_read_digits(&text, &value));
		assert_int_equal(value, 999999999);
		assert_span(text, refused[i]);
	}
}

static void skipping_steps_over_a_prefix_alone(void **state)
{
	(void)state;
	struct span rest = SPAN("**bold**");
	assert_true(span_skip(&rest, "**"));
	assert_span(rest, "bold**");
	assert_false(span_skip(&rest, "**"));
	assert_span(rest, "bold**");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_slice_stays_within_its_span),
		cmocka_unit_test(spans_are_compared_by_bytes),
		cmocka_unit_test(case_is_ignored_for_ascii_letters_alone),
		cmocka_unit_test(a_text_is_found_at_its_first_place),
		cmocka_unit_test(any_of_several_bytes_is_found_however_far_it_is),
		cmocka_unit_test(a_text_begins_and_ends_with_its_parts),
		cmocka_unit_test(space_is_trimmed_at_either_end),
		cmocka_unit_test(parts_between_separators_are_seen_each_once),
		cmocka_unit_test(lines_end_with_lf_crlf_or_cr),
		cmocka_unit_test(digits_are_read_up_to_nine),
		cmocka_unit_test(skipping_steps_over_a_prefix_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
