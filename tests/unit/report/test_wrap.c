#include "test.h"

#include "base/buffer.h"
#include "codec/utf8.h"
#include "report/wrap.h"

/* The lines, joined by "/". */
static void assert_lines(const char *text, size_t columns, const char *expected)
{
	struct buffer BUFFER_CLEANUP lines = BUFFER_INIT(1024);
	struct span rest = span_of(text);
	while (rest.length > 0) {
		size_t next = 0;
		size_t length = wrap_line(rest, columns, &next);
		assert_true(next > 0);
		buffer_printf(&lines, "%s%.*s", lines.length > 0 ? "/" : "", SPAN_PRINT(span_slice(rest, 0, length)));
		rest = span_from(rest, next);
	}
	assert_span(buffer_span(&lines), expected);
}

static void lines_break_at_spaces(void **state)
{
	(void)state;
	assert_lines("one two three", 80, "one two three");
	assert_lines("one two three", 7, "one two/three");
	assert_lines("one two three", 8, "one two/three");
	assert_lines("one  two", 4, "one/two");
	assert_lines("one\ntwo three", 80, "one/two three");
	assert_lines("a\n\nb", 80, "a//b");
}

static void a_word_wider_than_a_line_is_cut(void **state)
{
	(void)state;
	assert_lines("abcdefgh", 3, "abc/def/gh");
	assert_lines("a bcdefgh", 3, "a/bcd/efg/h");
}

static void wide_characters_break_anywhere_but_before_closing_marks(void **state)
{
	(void)state;
	assert_lines("教练会谈", 4, "教练/会谈");
	assert_lines("教练会谈", 5, "教练/会谈");
	assert_lines("会谈。好", 4, "会/谈。/好");
	assert_lines("中", 1, "中");
}

static void an_emoji_is_never_split(void **state)
{
	(void)state;
	assert_lines("👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 2,
		"👩‍👩‍👧‍👦/👩‍👩‍👧‍👦");
}

static void the_natural_width_is_that_of_the_widest_line(void **state)
{
	(void)state;
	assert_int_equal(wrap_natural_width(span_of("ab\n中文字\nc")), 6);
	assert_int_equal(wrap_natural_width(SPAN_NONE), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_at_spaces),
		cmocka_unit_test(a_word_wider_than_a_line_is_cut),
		cmocka_unit_test(wide_characters_break_anywhere_but_before_closing_marks),
		cmocka_unit_test(an_emoji_is_never_split),
		cmocka_unit_test(the_natural_width_is_that_of_the_widest_line),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
