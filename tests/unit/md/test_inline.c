/* Links and labelled values. */
#include "test.h"

#include "md/field.h"
#include "md/link.h"

static struct link first_link(const char *text)
{
	struct link link;
	size_t offset = 0;
	assert_true(link_next(span_of(text), &offset, &link));
	return link;
}

static void a_wikilink_has_parts(void **state)
{
	(void)state;
	struct link link = first_link("see ![[Folder/Note.md#Head ing|alias]]!");
	assert_span(link.whole, "![[Folder/Note.md#Head ing|alias]]");
	assert_span(link.target, "Folder/Note.md");
	assert_span(link.heading, "Head ing");
	assert_span(link.alias, "alias");
	assert_span(link_name(&link), "Note");
	assert_span(link_label(&link), "alias");
	assert_true(link.embed);
	link = first_link("[[#^b1]]");
	assert_span(link.target, "");
	assert_span(link.block_id, "b1");
	link = first_link("| [[Ana Silva\\|Ana]] |");
	assert_span(link.target, "Ana Silva");
	assert_span(link.alias, "Ana");
	assert_span(first_link("[[a [[b]]").target, "b");
}

static void what_only_looks_like_a_link_is_none(void **state)
{
	(void)state;
	static const char *const texts[] = { "[a]", "[[a]", "[[ ]]", "[[a\nb]]", "[ [a]]", "" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct link link;
		size_t offset = 0;
		assert_false(link_next(span_of(texts[i]), &offset, &link));
	}
}

static void plain_text_is_what_a_person_reads(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	assert_span(text_plain(&arena, SPAN("**Prepare [[Ana Silva|Ana]]** — *now*  \n and `go`")),
		"Prepare Ana — now and go");
	assert_span(text_plain(&arena, SPAN("a [label](x.md) ~~b~~ ==c== snake_case _d_ \\*e")),
		"a label b c snake_case d *e");
	assert_span(text_plain(&arena, SPAN("2 = 1 + 1 ~ [x")), "2 = 1 + 1 ~ [x");
	arena_release(&arena);
}

static struct field_list fields(struct arena *arena, const char *text)
{
	const struct document *document = document_parse(arena, "x.md", span_of(text), DOCUMENT_DEFAULT_MOST);
	return document_fields(arena, document, 0, document->block_count);
}

static void assert_field(const struct field *field, const char *label, const char *value)
{
	assert_span(field->label, label);
	assert_span(field->value, value);
}

static void labels_come_in_several_dresses(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct field_list list =
		fields(&arena, "**A:** 1\n**B**: 2\n__C:__ 3\nD: 4\nE:: 5\n*F：* 6\n**G (x):**\n**[H]:** [i]\n");
	static const char *const labels[] = { "A", "B", "C", "D", "E", "F", "G (x)", "[H]" };
	static const char *const values[] = { "1", "2", "3", "4", "5", "6", "", "[i]" };
	assert_int_equal(list.count, 8);
	for (size_t i = 0; i < list.count; i++)
		assert_field(&list.items[i], labels[i], values[i]);
	assert_true(list.items[0].bold);
	assert_false(list.items[3].bold);
	arena_release(&arena);
}

static void a_dash_of_any_kind_parts_a_bold_label_from_its_value(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	static const char *const lines[] = { "**A** — b", "**A** – b", "**A** - b", "**A** -- b", "**A**—b", "**A**——b",
		"__A__ ― b", "**A**: b", "**A**：b" };
	static const char *const others[] = { "**A** -b", "**A**-b", "**A** b — c", "A — b", "- b", "**A** b - c" };
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++) {
		struct field_list list = fields(&arena, lines[i]);
		if (list.count != 1)
			fail_msg("\"%s\" has no label", lines[i]);
		assert_field(&list.items[0], "A", "b");
		assert_true(list.items[0].bold);
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		if (fields(&arena, others[i]).count)
			fail_msg("\"%s\" has a label", others[i]);
	arena_release(&arena);
}

static void prose_with_colons_is_no_label(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	assert_int_equal(
		fields(&arena, "See http://a\n10:30 tea\na long sentence that goes on: b\n**bold** text: c\n").count,
		0);
	arena_release(&arena);
}

static void a_label_without_its_closing_mark_is_none(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	char text[] = "**" /* the colon stands where a label would have to end at last */
		      "                                                                                "
		      "                                                                                "
		      "                                                                                "
		      "                                                                              a:"
		      ": b **\n";
	assert_int_equal(fields(&arena, text).count, 0);
	for (size_t i = 2; text[i] == ' '; i++)
		text[i] = 'x';
	assert_int_equal(fields(&arena, text).count, 0);
	arena_release(&arena);
}

static void a_value_goes_on_to_the_next_label(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct field_list list =
		fields(&arena, "> **A:** one\n> two\n> **B:** three\n\n* **C:**\n  four\n  * nested\n");
	assert_int_equal(list.count, 3);
	assert_field(&list.items[0], "A", "one\n> two");
	assert_field(&list.items[1], "B", "three");
	assert_field(&list.items[2], "C", "four");
	arena_release(&arena);
}

static void bracketed_fields_stand_anywhere(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct field_list list =
		fields(&arena, "- [ ] Draft [owner:: client] and (due:: 2026-11-27)\n- `[code:: x]` %%[c:: d]%%\n");
	assert_int_equal(list.count, 2);
	assert_field(&list.items[0], "owner", "client");
	assert_field(&list.items[1], "due", "2026-11-27");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wikilink_has_parts),
		cmocka_unit_test(what_only_looks_like_a_link_is_none),
		cmocka_unit_test(plain_text_is_what_a_person_reads),
		cmocka_unit_test(labels_come_in_several_dresses),
		cmocka_unit_test(a_dash_of_any_kind_parts_a_bold_label_from_its_value),
		cmocka_unit_test(prose_with_colons_is_no_label),
		cmocka_unit_test(a_label_without_its_closing_mark_is_none),
		cmocka_unit_test(a_value_goes_on_to_the_next_label),
		cmocka_unit_test(bracketed_fields_stand_anywhere),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
