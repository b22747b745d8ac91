/* No note keeps the program busy, whatever is in it: texts of nearly a megabyte that make Markdown parsers slow. */
#include "test.h"

#include "base/buffer.h"
#include "md/field.h"
#include "md/link.h"
#include "md/markdown_link.h"
#include "md/section.h"
#include "md/table.h"
#include "md/task.h"

#include <time.h>

/* Each takes under half a second on one core of 2024; what is quadratic takes ten seconds to hours. A sanitizer slows
 * down about tenfold. */
enum { LONGEST_SECONDS = 5, MOST_SIZE = DOCUMENT_DEFAULT_MOST };

struct text {
	const char *start;
	const char *piece; /* repeated until the text is as long as may be */
	const char *end;
};

static const struct text texts[] = {
	{ "", "> ", "" },
	{ "", "- ", "a" },
	{ "", "[", "" },
	{ "", "[[a", "" },
	{ "", "[a](", "" },
	{ "", "[a](<", "" },
	{ "", "[a](b (", "" },
	{ "", "[a](b '", "" },
	{ "", "[a:: ", "" },
	{ "", "**a:** ", "" },
	{ "", "*a_ ", "" },
	{ "", "`", "" },
	{ "", "``a`b```c", "" },
	{ "", "<", "" },
	{ "", "<!--", "" },
	{ "", "%%a ", "" },
	{ "", "|", "\n|-|-|\n" },
	{ "", "|-|\n", "" },
	{ "", "a|b\n|-\n", "" },
	{ "", "|a|b|\n|-|-|\n\n", "" },
	{ "", "a\n", "|-|-|\n" },
	{ "a|b\n-|-\n", "c\n", "" },
	{ "", "a\n===\n", "" },
	{ "", "[a]: b\n", "" },
	{ "[a]: b \"", "x\n", "" },
	{ "- [ ] ", "#a ", "" },
	{ "", "- [ ] a\n", "" },
	{ "1. 2. 3. 4. 5. 6. 7. 8. 9. 1. 2. 3. 4. 5. 6. 7. 8. 9. 1. 2. 3. 4. 5. 6. 7. 8. 9. a", "\n", "" },
	{ "", "\r", "" },
	{ "", "\t", "a" },
	{ "", "```\n", "" },
	{ "---\na: ", "[", "\n---\n" },
	{ "---\n", "a: b\n", "---\n" },
};

static void fill(struct buffer *out, const struct text *text)
{
	buffer_add_text(out, text->start);
	while (out->length + strlen(text->piece) + strlen(text->end) < MOST_SIZE)
		buffer_add_text(out, text->piece);
	buffer_add_text(out, text->end);
}

static void read_everything(struct arena *arena, struct span bytes)
{
	const struct document *document = document_parse(arena, "x.md", bytes, MOST_SIZE);
	struct section_list sections = document_sections(arena, document);
	for (size_t i = 0; i < sections.count; i++)
		section_has_content(document, &sections.items[i]);
	document_fields(arena, document, 0, document->block_count);
	document_tasks(arena, document, 0, document->block_count);
	for (int i = 0; i < document->block_count; i++)
		if (document->blocks[i].kind == BLOCK_TABLE)
			table_read(arena, document, i);
	struct link link;
	for (size_t offset = 0; link_next(bytes, &offset, &link);)
		assert_true(link.whole.length > 4);
	struct markdown_link other;
	for (size_t offset = 0; markdown_link_next(bytes, &offset, &other);)
		assert_true(other.whole.length > 2);
	struct span placeholder;
	for (size_t offset = 0; text_next_placeholder(bytes, &offset, &placeholder);)
		assert_true(placeholder.length > 2);
	text_plain(arena, bytes);
	text_value(arena, bytes);
}

static void a_megabyte_of_anything_is_read_in_time(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(MOST_SIZE);
		struct arena arena = ARENA_INIT;
		fill(&bytes, &texts[i]);
		assert_false(bytes.over);
		clock_t start = clock();
		read_everything(&arena, buffer_span(&bytes));
		double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
		arena_release(&arena);
		if (seconds > LONGEST_SECONDS)
			fail_msg("\"%s%s…\" took %.1f s", texts[i].start, texts[i].piece, seconds);
	}
}

static void a_long_list_before_a_table_is_read(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(MOST_SIZE);
	struct arena arena = ARENA_INIT;
	for (int i = 0; i < 8000; i++)
		buffer_printf(&bytes,
			"- 2026-11-18 09:12 message number %d that a client sent, and what was answered to it\n", i);
	buffer_add_text(&bytes, "# Hours\n| a | b |\n|---|---|\n");
	for (int i = 0; i < 8000; i++)
		buffer_add_text(&bytes, "| - | - |\n");
	const struct document *document = document_parse(&arena, "x.md", buffer_span(&bytes), MOST_SIZE);
	assert_null(document->opaque);
	assert_int_equal(document->block_count, 1 + 8000 * 2 + 2 + 8001);
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_megabyte_of_anything_is_read_in_time),
		cmocka_unit_test(a_long_list_before_a_table_is_read),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
