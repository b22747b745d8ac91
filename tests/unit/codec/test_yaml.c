#include "test.h"

#include "codec/yaml.h"

#include <string.h>

enum { MOST = 16 * 1024 };

static struct arena arena;

static int release(void **state)
{
	(void)state;
	arena_release(&arena);
	return 0;
}

static const struct yaml_node *parse(const char *source)
{
	struct yaml_node *root = NULL;
	struct error error = ERROR_INIT;
	if (yaml_parse(&arena, span_of(source), MOST, "note.md", 1, &root, &error))
		fail_msg("%s:%u:%u: %s", error.path, error.line, error.column, error.message);
	return root;
}

static struct error refuse(struct span source)
{
	struct yaml_node *root = NULL;
	struct error error = ERROR_INIT;
	if (yaml_parse(&arena, source, MOST, "note.md", 2, &root, &error) == 0)
		fail_msg("read without complaint: %.*s", SPAN_PRINT(source));
	assert_null(root);
	assert_int_equal(error.class, ERROR_PARSE);
	assert_string_equal(error.path, "note.md");
	return error;
}

static struct span source_of(const char *source, const struct yaml_node *node)
{
	return span_slice(span_of(source), node->offset, node->length);
}

static void values_are_found_by_key_and_path(void **state)
{
	(void)state;
	const struct yaml_node *root = parse("type: week\ncapacity:\n  prep_minutes: 15\n  shares: [50, 30, 20]\n");
	assert_int_equal(root->kind, YAML_MAPPING);
	assert_int_equal(root->count, 2);
	assert_span(yaml_text(yaml_get(root, "type")), "week");
	assert_span(yaml_text(yaml_path(root, "capacity.prep_minutes")), "15");
	const struct yaml_node *shares = yaml_path(root, "capacity.shares");
	assert_int_equal(shares->kind, YAML_LIST);
	assert_int_equal(shares->count, 3);
	assert_span(yaml_text(&shares->children[2]), "20");
	assert_null(yaml_get(root, "missing"));
	assert_null(yaml_get(shares, "0"));
	assert_null(yaml_path(root, "type.x"));
	assert_null(yaml_path(NULL, "type"));
	assert_span(yaml_text(NULL), "");
	assert_span(yaml_text(shares), "");
}

static void a_source_without_values_is_an_empty_mapping(void **state)
{
	(void)state;
	static const char *const sources[] = { "", "\n\n", "# only a comment\n" };
	for (size_t i = 0; i < sizeof(sources) / sizeof(*sources); i++) {
		const struct yaml_node *root = parse(sources[i]);
		assert_int_equal(root->kind, YAML_MAPPING);
		assert_int_equal(root->count, 0);
		assert_int_equal(root->offset, strlen(sources[i]));
	}
}

static void offsets_are_bytes_of_the_source(void **state)
{
	(void)state;
	static const char source[] =
		"name: 周明 🔥 # é\nstatus:  \"on é hold\"  # why\ntags: [é, '周', x]\nwho:\n  - é: 1\n"
		"    b: zwölf\n  - c\nempty:\ntext: |\n  zwölf\n  Uhr\nlast: é\n";
	const struct yaml_node *root = parse(source);
	assert_span(source_of(source, yaml_get(root, "name")), "周明 🔥");
	assert_span(source_of(source, yaml_get(root, "status")), "\"on é hold\"");
	assert_span(yaml_text(yaml_get(root, "status")), "on é hold");
	const struct yaml_node *tags = yaml_get(root, "tags");
	assert_span(source_of(source, tags), "[é, '周', x]");
	assert_span(source_of(source, &tags->children[1]), "'周'");
	const struct yaml_node *who = yaml_get(root, "who");
	assert_span(source_of(source, who), "- é: 1\n    b: zwölf\n  - c");
	assert_span(source_of(source, &who->children[0]), "é: 1\n    b: zwölf");
	assert_span(source_of(source, yaml_get(root, "last")), "é");
	assert_true(span_starts_with(span_from(span_of(source), yaml_get(root, "last")->key_offset), "last: é"));
	/* A value that is not there stands right behind the colon. */
	const struct yaml_node *empty = yaml_get(root, "empty");
	assert_int_equal(empty->length, 0);
	assert_int_equal(empty->offset, empty->key_offset + strlen("empty:"));
	assert_true(span_starts_with(source_of(source, yaml_get(root, "text")), "|\n  zwölf\n  Uhr"));
	assert_span(yaml_text(yaml_get(root, "text")), "zwölf\nUhr\n");
}

static void lines_and_columns_count_from_one_in_bytes(void **state)
{
	(void)state;
	const struct yaml_node *root = parse("a: é\r\nb: [é, x]\rc: 1\n");
	const struct yaml_node *item = &yaml_get(root, "b")->children[1];
	assert_int_equal(item->line, 2);
	assert_int_equal(item->column, 9);
	assert_int_equal(yaml_get(root, "c")->line, 3);
	assert_int_equal(yaml_get(root, "c")->column, 4);
}

static void a_byte_order_mark_is_no_part_of_the_first_key(void **state)
{
	(void)state;
	static const char source[] = "\xef\xbb\xbftype: week\n";
	const struct yaml_node *type = yaml_get(parse(source), "type");
	assert_non_null(type);
	assert_span(source_of(source, type), "week");
	assert_int_equal(type->key_offset, 3);
}

static void errors_say_where_and_why(void **state)
{
	(void)state;
	static const struct {
		const char *source;
		unsigned line;
		unsigned column;
		const char *message;
	} cases[] = { { "a: 1\né: &x 2\n", 3, 5, "anchors" }, { "a: 1\nb: *a\n", 3, 4, "aliases" },
		{ "a: &x [*x]\n", 2, 4, "anchors" }, { "&k a: 1\n", 2, 1, "anchors" },
		{ "a: &x {b: 1}\n", 2, 4, "anchors" }, { "a: !!str 1\n", 2, 4, "tags" },
		{ "a: !x {b: 1}\n", 2, 4, "tags" }, { "a: !x [b]\n", 2, 4, "tags" },
		{ "%TAG ! x\n---\na: 1\n", 2, 1, "tags" }, { "a: 1\nb: 2\na: 3\n", 4, 1, "\"a\" stands here twice" },
		{ "x:\n  é: {k: 1, 'k': 2}\n", 3, 14, "\"k\" stands here twice" },
		{ "? [a]\n: b\n", 2, 3, "a key must be a text" }, { "a: 1\n---\nb: 2\n", 3, 1, "a second document" },
		{ "a: b: c\n", 2, 5, "not valid YAML" }, { "a: [1, 2\n\n", 2, 4, "not valid YAML" },
		{ "a: \"é\nb: 1\n", 2, 4, "not valid YAML" }, { "é: 1\n\tb: 2\n", 3, 1, "not valid YAML" },
		{ "a: 1\nb: é\xff\n", 3, 6, "not valid YAML" }, { "a: \x01\n", 2, 4, "not valid YAML" },
		{ "- a\nb: 1\n", 3, 1, "not valid YAML" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct error error = refuse(span_of(cases[i].source));
		if (error.line != cases[i].line || error.column != cases[i].column ||
			!span_contains(span_of(error.message), cases[i].message))
			fail_msg("%s\n%u:%u: %s", cases[i].source, error.line, error.column, error.message);
	}
}

static void a_nul_is_refused_at_its_place(void **state)
{
	(void)state;
	struct error error = refuse(SPAN("a: 1\nb: \0 x\n"));
	assert_int_equal(error.line, 3);
	assert_int_equal(error.column, 4);
}

static void hints_help_with_tabs_and_colons(void **state)
{
	(void)state;
	assert_true(span_contains(span_of(refuse(SPAN("a: 1\n\tb: 2\n")).hint), "spaces"));
	assert_true(span_contains(span_of(refuse(SPAN("a: b: c\n")).hint), "quotes"));
}

static void a_source_may_be_16_kib_long(void **state)
{
	(void)state;
	static char source[MOST + 1];
	memset(source, 'x', sizeof(source));
	memcpy(source, "a: ", 3);
	struct yaml_node *root = NULL;
	struct error error = ERROR_INIT;
	assert_int_equal(yaml_parse(&arena, (struct span){ source, MOST }, MOST, "note.md", 1, &root, &error), 0);
	assert_int_equal(yaml_text(yaml_get(root, "a")).length, MOST - 3);
	refuse((struct span){ source, MOST + 1 });
}

/* `[[[ … ]]]`, so many brackets deep, as the value of a key. */
static struct span nested(int depth)
{
	char *source = arena_printf(&arena, "a: %*s%*s\n", depth, "", depth, "");
	memset(source + 3, '[', (size_t)depth);
	memset(source + 3 + depth, ']', (size_t)depth);
	return span_of(source);
}

static void sixteen_levels_are_read_and_seventeen_refused(void **state)
{
	(void)state;
	/* The mapping is the first level. */
	const struct yaml_node *node = yaml_get(parse(nested(15).at), "a");
	int levels = 1;
	for (; node; node = node->count ? &node->children[0] : NULL)
		levels++;
	assert_int_equal(levels, 16);
	assert_true(span_contains(span_of(refuse(nested(16)).message), "16 levels"));
	refuse(nested(4000));
}

static void plain_words_may_mean_more_than_text(void **state)
{
	(void)state;
	const struct yaml_node *root = parse("a: null\nb: ~\nc: 'null'\nd: NULL\ne:\nf: ''\ng: \"~\"\n");
	assert_span(yaml_text(yaml_get(root, "a")), "");
	assert_span(yaml_text(yaml_get(root, "b")), "");
	assert_span(yaml_text(yaml_get(root, "c")), "null");
	assert_span(yaml_text(yaml_get(root, "d")), "");
	assert_span(yaml_text(yaml_get(root, "e")), "");
	assert_span(yaml_text(yaml_get(root, "g")), "~");
	assert_true(yaml_get(root, "a")->plain);
	assert_false(yaml_get(root, "c")->plain);
}

static void a_text_is_quoted_only_where_it_must_be(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		char quote;
		const char *written;
	} cases[] = { { "on hold", 0, "on hold" }, { "2026-11-20", 0, "2026-11-20" }, { "-5", 0, "-5" },
		{ "周明", 0, "周明" }, { "a:b", 0, "a:b" }, { "a#b", 0, "a#b" }, { "it's", 0, "it's" },
		{ "", 0, "\"\"" }, { "null", 0, "\"null\"" }, { "~", 0, "\"~\"" }, { "a: b", 0, "\"a: b\"" },
		{ "a:", 0, "\"a:\"" }, { "a #b", 0, "\"a #b\"" }, { "- a", 0, "\"- a\"" }, { "[x]", 0, "\"[x]\"" },
		{ "a, b", 0, "\"a, b\"" }, { " a", 0, "\" a\"" }, { "a\nb", 0, "\"a\\nb\"" },
		{ "say \"hi\" \\", '"', "\"say \\\"hi\\\" \\\\\"" }, { "it's", '\'', "'it''s'" },
		{ "plain", '"', "\"plain\"" }, { "plain", '\'', "'plain'" }, { "a\nb", '\'', "\"a\\nb\"" } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_span(yaml_quote(&arena, span_of(cases[i].text), cases[i].quote), cases[i].written);
}

static void a_quoted_text_reads_back_as_itself(void **state)
{
	(void)state;
	static const char *const texts[] = { "", " ", "a", "null", "Null", "~", "yes", "-", "--", "---", "...", "....",
		"- a", "? a", "a:?b", "a ? b", "?", ": a", ":a", "a: b", "a:", "a :b", "# a", "#a", "a # b", "&a", "*a",
		"!a", "|", ">", "'a'", "it's", "\"a\"", "%a", "@a", "`a`", "{a}", "[a]", "a, b", "a]", "a}", "<<", "=",
		"a\\b", "a\nb", "\n", "a\n", "\ta", "a\tb", "a\r\nb", "\x01\x1f\x7f", "\xc2\x85", "\xc2\xa0",
		"\xe2\x80\xa8", "\xef\xbb\xbfx", "周明 🔥", "a  b", "1:30", "https://example.org/a#b", "!!str", "0",
		"-1.5", "\xef\xbf\xbe" };
	static const char quotes[] = { 0, '\'', '"' };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		for (size_t j = 0; j < sizeof(quotes); j++) {
			struct span written = yaml_quote(&arena, span_of(texts[i]), quotes[j]);
			char *source = arena_printf(
				&arena, "a: %.*s # why\nb: [%.*s, x]\n", SPAN_PRINT(written), SPAN_PRINT(written));
			const struct yaml_node *root = parse(source);
			assert_span(yaml_text(yaml_get(root, "a")), texts[i]);
			assert_span(yaml_text(&yaml_get(root, "b")->children[0]), texts[i]);
		}
	}
}

static void what_is_not_utf8_is_written_as_replacement_characters(void **state)
{
	(void)state;
	assert_span(yaml_quote(&arena, SPAN("a\xff"), 0), "a\xef\xbf\xbd");
	assert_span(yaml_quote(&arena, SPAN("a\0b"), 0), "\"a\\x00b\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(values_are_found_by_key_and_path, release),
		cmocka_unit_test_teardown(a_source_without_values_is_an_empty_mapping, release),
		cmocka_unit_test_teardown(offsets_are_bytes_of_the_source, release),
		cmocka_unit_test_teardown(lines_and_columns_count_from_one_in_bytes, release),
		cmocka_unit_test_teardown(a_byte_order_mark_is_no_part_of_the_first_key, release),
		cmocka_unit_test_teardown(errors_say_where_and_why, release),
		cmocka_unit_test_teardown(a_nul_is_refused_at_its_place, release),
		cmocka_unit_test_teardown(hints_help_with_tabs_and_colons, release),
		cmocka_unit_test_teardown(a_source_may_be_16_kib_long, release),
		cmocka_unit_test_teardown(sixteen_levels_are_read_and_seventeen_refused, release),
		cmocka_unit_test_teardown(plain_words_may_mean_more_than_text, release),
		cmocka_unit_test_teardown(a_text_is_quoted_only_where_it_must_be, release),
		cmocka_unit_test_teardown(a_quoted_text_reads_back_as_itself, release),
		cmocka_unit_test_teardown(what_is_not_utf8_is_written_as_replacement_characters, release),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
