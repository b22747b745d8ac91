#include "test.h"

#include "md/merge.h"

struct merged {
	struct arena arena;
	struct merge_result result;
};

static struct merged merge(const char *base, const char *ours, const char *theirs)
{
	struct merged merged = { .arena = ARENA_INIT };
	struct arena *arena = &merged.arena;
	struct document *documents[3];
	const char *texts[] = { base, ours, theirs };
	for (size_t i = 0; i < 3; i++)
		documents[i] =
			texts[i] ? document_parse(arena, "week.md", span_of(texts[i]), DOCUMENT_DEFAULT_MOST) : NULL;
	merged.result = merge_blocks(arena, MERGE_REGENERATE, documents[0], documents[1], documents[2]);
	return merged;
}

static void release(struct merged *merged)
{
	arena_release(&merged->arena);
}

#define assert_merged(base, ours, theirs, expected)                                                                    \
	do {                                                                                                           \
		struct merged merged_ = merge(base, ours, theirs);                                                     \
		assert_span(merged_.result.text, expected);                                                            \
		release(&merged_);                                                                                     \
	} while (0)

static void assert_note(struct merged *merged, size_t index, enum merge_note_kind kind, const char *section,
	const char *kept, const char *offered)
{
	assert_true(index < merged->result.note_count);
	const struct merge_note *note = &merged->result.notes[index];
	assert_int_equal(note->kind, kind);
	assert_span(note->section, section);
	assert_span(note->kept, kept);
	assert_span(note->offered, offered);
}

/* --- items --- */

static void untouched_items_follow_the_new_text(void **state)
{
	(void)state;
	assert_merged("## A\n- one\n- two\n- three\n\nEnd.\n", "## A\n- one\n- two\n- three\n\nEnd.\n\nMine.\n",
		"## A\n- three\n- one\n- new\n\nEnd.\n", "## A\n- three\n- one\n- new\n\nEnd.\n\nMine.\n");
}

static void a_ticked_task_stays_ticked_and_the_new_text_is_noted(void **state)
{
	(void)state;
	struct merged merged = merge("## Carryover\n- [ ] Memo 📅 2026-11-18 🆔 k1\n- [ ] Call 🆔 k2\n",
		"## Carryover\n- [x] Memo 📅 2026-11-18 🆔 k1\n- [ ] Call 🆔 k2\n",
		"## Carryover\n- [ ] Memo 📅 2026-11-25 🆔 k1\n- [ ] Call twice 🆔 k2\n");
	assert_span(merged.result.text, "## Carryover\n- [x] Memo 📅 2026-11-18 🆔 k1\n- [ ] Call twice 🆔 k2\n");
	assert_int_equal(merged.result.note_count, 1);
	assert_note(&merged, 0, MERGE_KEPT_EDIT, "Carryover", "- [x] Memo 📅 2026-11-18 🆔 k1",
		"- [ ] Memo 📅 2026-11-25 🆔 k1");
	release(&merged);
}

static void a_task_that_both_sides_added_is_one_whatever_its_mark(void **state)
{
	(void)state;
	static const struct {
		const char *ours, *theirs, *expected;
	} cases[] = {
		{ "- [x] Memo\n", "- [ ] Memo 📅 2026-11-18 🆔 k1\n", "## A\n- [x] Memo\n" },
		{ "- [ ] Memo 🆔 k1\n", "- [ ] Memo\n", "## A\n- [ ] Memo 🆔 k1\n" },
		{ "- [ ] Memo 🆔 k1\n", "- [ ] Memo 🆔 k2\n", "## A\n- [ ] Memo 🆔 k1\n- [ ] Memo 🆔 k2\n" },
		{ "- [x] Invoice 12\n", "- [ ] Invoice 13\n", "## A\n- [x] Invoice 12\n- [ ] Invoice 13\n" },
		{ "- Memo\n", "- [ ] Memo\n", "## A\n- Memo\n- [ ] Memo\n" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena arena = ARENA_INIT;
		assert_merged("## A\n", arena_printf(&arena, "## A\n%s", cases[i].ours),
			arena_printf(&arena, "## A\n%s", cases[i].theirs), cases[i].expected);
		arena_release(&arena);
	}
}

static void an_edit_against_the_same_text_is_not_noted(void **state)
{
	(void)state;
	struct merged merged = merge("## A\n- [ ] Memo\n- two\n", "## A\n- [x] Memo\n- two\n", "## A\n- [ ] Memo\n");
	assert_span(merged.result.text, "## A\n- [x] Memo\n");
	assert_int_equal(merged.result.note_count, 0);
	release(&merged);
}

static void a_deleted_item_stays_deleted_and_is_noted_when_it_changed(void **state)
{
	(void)state;
	struct merged merged = merge("## A\n- Invoice open 3 days\n- Memo\n- last\n", "## A\n- last\n",
		"## A\n- Invoice open 10 days\n- Memo\n- last one\n");
	assert_span(merged.result.text, "## A\n- last one\n");
	assert_int_equal(merged.result.note_count, 1);
	assert_note(&merged, 0, MERGE_KEPT_DELETION, "A", "", "- Invoice open 10 days");
	release(&merged);
}

static void a_reworded_item_is_not_generated_again(void **state)
{
	(void)state;
	struct merged merged = merge("## A\n- Send the contract\n- b\n",
		"## A\n- Send the signed contract today\n- b\n", "## A\n- Send the contract\n- b\n- c\n");
	assert_span(merged.result.text, "## A\n- Send the signed contract today\n- b\n- c\n");
	assert_int_equal(merged.result.note_count, 0);
	release(&merged);
}

static void a_reworded_item_is_noted_as_an_edit(void **state)
{
	(void)state;
	struct merged merged = merge("## A\n- a\n- Send the contract\n", "## A\n- a\n- Send the signed contract\n",
		"## A\n- a\n- Send the contract, 3 days late\n- Send the contract\n");
	assert_span(merged.result.text, "## A\n- a\n- Send the contract, 3 days late\n- Send the signed contract\n");
	release(&merged);
	merged = merge(
		"## A\n- a\n- Invoice, 3 days\n", "## A\n- a\n- Invoice sent\n", "## A\n- a\n- Invoice, 9 days\n");
	assert_span(merged.result.text, "## A\n- a\n- Invoice sent\n");
	assert_int_equal(merged.result.note_count, 1);
	assert_note(&merged, 0, MERGE_KEPT_EDIT, "A", "- Invoice sent", "- Invoice, 9 days");
	release(&merged);
}

static void a_persons_items_stay_behind_what_they_stood_behind(void **state)
{
	(void)state;
	assert_merged("## A\n- one\n- two\n- three\n", "## A\n- one\n- mine\n- two\n- three\n",
		"## A\n- two\n- one\n- three\n", "## A\n- two\n- one\n- mine\n- three\n");
	assert_merged("## A\n- one\n- two\n", "## A\n- mine\n- one\n- two\n", "## A\n- two\n- one\n",
		"## A\n- mine\n- two\n- one\n");
}

static void what_ends_the_persons_list_still_ends_it(void **state)
{
	(void)state;
	assert_merged("## A\n- one\n- two\n", "## A\n- one\n- two\n- mine\n", "## A\n- two\n- one\n",
		"## A\n- two\n- one\n- mine\n");
}

static void a_persons_order_stays(void **state)
{
	(void)state;
	assert_merged("## A\n- one\n- two\n- three\n", "## A\n- three\n- two\n- one\n",
		"## A\n- two\n- one\n- three\n- four\n", "## A\n- three\n- four\n- two\n- one\n");
}

static void new_items_take_the_place_of_those_they_replace(void **state)
{
	(void)state;
	assert_merged("## A\n- one\n- two\n", "## A\n- one\n- two\n- mine\n", "## A\n- three\n- four\n",
		"## A\n- three\n- four\n- mine\n");
	assert_merged("## A\n- one\n- two\n", "## A\n- mine\n- one\n- two\n", "## A\n- three\n- four\n",
		"## A\n- mine\n- three\n- four\n");
	assert_merged("## A\nIntro.\n\n- one\n", "## A\nIntro.\n\n- mine\n- one\n", "## A\nIntro.\n\n- two\n",
		"## A\nIntro.\n\n- mine\n- two\n");
}

static void new_items_stand_behind_their_predecessor_also_when_it_was_edited(void **state)
{
	(void)state;
	assert_merged("## A\n- [ ] one\n- [ ] two\n", "## A\n- [x] one\n- [x] two\n",
		"## A\n- [ ] one\n- [ ] new\n- [ ] two\n", "## A\n- [x] one\n- [ ] new\n- [x] two\n");
}

static void nested_lines_belong_to_their_item(void **state)
{
	(void)state;
	assert_merged("## A\n- one\n  - detail\n- two\n", "## A\n- one\n  - detail\n  - mine\n- two\n",
		"## A\n- one\n  - other detail\n- three\n", "## A\n- one\n  - detail\n  - mine\n- three\n");
	assert_merged("## A\n- one\n  - detail\n- two\n", "## A\n- one\n  - detail\n- two\n- mine\n",
		"## A\n- one\n  - other\n  - details\n- two\n", "## A\n- one\n  - other\n  - details\n- two\n- mine\n");
}

static void two_items_of_one_client_are_told_apart_by_their_words(void **state)
{
	(void)state;
	assert_merged("## A\n1. Prepare [[Ana]]\n2. Red flag of [[Ana]]: 2 sessions missed\n",
		"## A\n1. Prepare [[Ana]] — done\n2. Red flag of [[Ana]]: 2 sessions missed\n",
		"## A\n1. Red flag of [[Ana]]: 3 sessions missed, no reply\n",
		"## A\n1. Prepare [[Ana]] — done\n2. Red flag of [[Ana]]: 3 sessions missed, no reply\n");
}

static void a_persons_duplicate_is_theirs(void **state)
{
	(void)state;
	assert_merged("## A\n- [[Ana]] call\n- [[Li]] call\n",
		"## A\n- [[Ana]] call\n- [[Ana]] call, at nine\n- [[Li]] call\n", "## A\n- [[Li]] call\n",
		"## A\n- [[Ana]] call, at nine\n- [[Li]] call\n");
}

static void an_action_the_person_already_wrote_is_not_added_again(void **state)
{
	(void)state;
	assert_merged("## A\n- one\n", "## A\n- one\n- [x] Memo 🆔 k1\n- same\n",
		"## A\n- one\n- [ ] Memo 🆔 k1\n- same\n- new\n", "## A\n- one\n- [x] Memo 🆔 k1\n- same\n- new\n");
}

/* --- numbered lists --- */

static void numbered_lists_count_on(void **state)
{
	(void)state;
	assert_merged("## P\n1. one\n2. two\n3. three\n", "## P\n1. one\n2. mine\n3. two\n4. three\n",
		"## P\n1. zero\n2. three\n", "## P\n1. zero\n2. mine\n3. three\n");
	assert_merged("## P\n1. one\n2. two\n", "## P\n1. one\n1. two\n1. mine\n", "## P\n1. two\n2. three\n",
		"## P\n1. two\n1. three\n1. mine\n");
}

static void numbers_follow_another_order(void **state)
{
	(void)state;
	assert_merged("## P\n1. one\n2. two\n", "## P\n1. one\n2. two\n3. mine\n", "## P\n1. two\n2. one\n",
		"## P\n1. two\n2. one\n3. mine\n");
}

static void another_number_is_no_edit(void **state)
{
	(void)state;
	assert_merged("## P\n1. one\n2. two\n", "## P\n1. mine\n2. one\n3. two\n", "## P\n1. uno\n2. two\n",
		"## P\n1. mine\n2. uno\n3. two\n");
	assert_merged("## P\n1. one\n2. two\n", "## P\n7. one\n4. two\n\nMine.\n", "## P\n1. one\n2. two\n",
		"## P\n7. one\n4. two\n\nMine.\n");
}

static void nested_lines_keep_their_indentation_when_numbers_grow(void **state)
{
	(void)state;
	assert_merged("## P\n8. one\n9. two\n   - detail\n", "## P\n8. one\n9. two\n   - detail\n   - mine\n",
		"## P\n8. zero\n9. one\n10. two\n    - detail\n",
		"## P\n8. zero\n9. one\n9. two\n   - detail\n   - mine\n");
}

/* --- tables --- */

#define TABLE "| Client | Focus |\n| --- | --- |\n"

static void rows_go_by_client(void **state)
{
	(void)state;
	struct merged merged = merge("## F\n" TABLE "| [[Ana]] | a |\n| [[Li]] | b |\n| [[Bo]] | c |\n",
		"## F\n" TABLE "| [[Ana]] | my focus |\n| [[Li]] | b |\n| Own | x |\n| [[Bo]] | c |\n",
		"## F\n" TABLE "| [[Zoe]] | z |\n| [[Bo]] | c2 |\n| [[Ana]] | a2 |\n");
	assert_span(merged.result.text,
		"## F\n" TABLE "| [[Zoe]] | z |\n| [[Ana]] | my focus |\n| Own | x |\n| [[Bo]] | c2 |\n");
	assert_int_equal(merged.result.note_count, 1);
	assert_note(&merged, 0, MERGE_KEPT_EDIT, "F", "| [[Ana]] | my focus |", "| [[Ana]] | a2 |");
	release(&merged);
}

static void padding_of_cells_is_no_edit(void **state)
{
	(void)state;
	assert_merged("## F\n" TABLE "| [[Ana]] | a |\n| [[Li]] | b |\n",
		"## F\n| Client  | Focus |\n| ------- | ----- |\n| [[Ana]] | a     |\n| [[Li]]  | b     |\n",
		"## F\n" TABLE "| [[Ana]] | a |\n| [[Li]] | new |\n",
		"## F\n| Client  | Focus |\n| ------- | ----- |\n| [[Ana]] | a     |\n| [[Li]] | new |\n");
}

static void a_table_stays_as_long_as_the_person_has_a_row_in_it(void **state)
{
	(void)state;
	assert_merged("## F\n" TABLE "| [[Ana]] | a |\n\nText.\n",
		"## F\n" TABLE "| [[Ana]] | a |\n| Own | x |\n\nText.\n", "## F\nNo clients.\n\nText.\n",
		"## F\nNo clients.\n\n" TABLE "| Own | x |\n\nText.\n");
}

static void rows_of_a_deleted_table_are_not_added(void **state)
{
	(void)state;
	struct merged merged = merge("## F\n" TABLE "| [[Ana]] | a |\n\nText.\n", "## F\nText.\n",
		"## F\n" TABLE "| [[Ana]] | a |\n| [[Li]] | b |\n\nText.\n");
	assert_span(merged.result.text, "## F\nText.\n");
	assert_int_equal(merged.result.note_count, 1);
	assert_note(&merged, 0, MERGE_KEPT_DELETION, "F", "", "| [[Li]] | b |");
	release(&merged);
}

static void nothing_new_lands_inside_a_table_or_list(void **state)
{
	(void)state;
	assert_merged("## F\n" TABLE "| [[Ana]] | a |\n", "## F\n" TABLE "| [[Ana]] | a |\n| Own | x |\n",
		"## F\n" TABLE "| [[Ana]] | a |\n\nThree are on hold.\n",
		"## F\n" TABLE "| [[Ana]] | a |\n| Own | x |\n\nThree are on hold.\n");
	assert_merged("## F\n" TABLE, "## F\n" TABLE "| Own | x |\n", "## F\n" TABLE "\nNo clients.\n",
		"## F\n" TABLE "| Own | x |\n\nNo clients.\n");
	assert_merged("## F\n1. one\n", "## F\n1. one\n2. mine\n", "## F\n1. one\n\nMore to come.\n",
		"## F\n1. one\n2. mine\n\nMore to come.\n");
}

/* --- what stands between, and style --- */

static void what_the_person_wrote_between_stays(void **state)
{
	(void)state;
	assert_merged("## A\n- one\n- two\n\nText.\n",
		"## A\n<!-- mine -->\n- one\n\n> my quote\n\n- two\n\n```\ncode\n```\n\nText.\n[a]: b\n",
		"## A\n- two\n- new\n\nOther text.\n",
		"## A\n<!-- mine -->\n\n> my quote\n\n- two\n- new\n\nOther text.\n\n```\ncode\n```\n\nText.\n[a]: b\n");
}

static void loose_lists_stay_loose(void **state)
{
	(void)state;
	assert_merged("## A\n\n- one\n\n- two\n\n## B\n", "## A\n\n- one\n\n- two\n\n- mine\n\n## B\n",
		"## A\n\n- one\n- three\n\n## B\n", "## A\n\n- one\n\n- three\n\n- mine\n\n## B\n");
}

static void an_emptied_section_keeps_its_blank_line(void **state)
{
	(void)state;
	assert_merged("## A\n- one\n\n## B\ntext\n", "## A\n- one\n\n## B\ntext\n\nmine\n", "## A\n\n## B\ntext\n",
		"## A\n\n## B\ntext\n\nmine\n");
	assert_merged("## A\n\n## B\ntext\n", "## A\n\n## B\ntext\n\nmine\n", "## A\n- one\n\n## B\ntext\n",
		"## A\n- one\n\n## B\ntext\n\nmine\n");
}

static void line_ends_and_the_files_end_stay(void **state)
{
	(void)state;
	assert_merged("## A\n- one\n", "## A\r\n- one\r\n- mine\r\n", "## A\n- one more\n- two\n",
		"## A\r\n- one more\r\n- two\r\n- mine\r\n");
	assert_merged("## A\n- one\n", "## A\r\n- one\r\n", "## A\n- two\n", "## A\r\n- two\r\n");
	assert_merged("## A\n- one\n", "## A\n- one\n\nmine", "## A\n- two\n- three\n\n## B\ntext\n",
		"## A\n- two\n- three\n\nmine\n\n## B\ntext");
	assert_merged("\xEF\xBB\xBF# T\n- one\n", "\xEF\xBB\xBF# T\n- one\n- mine\n", "# T\n- two\n",
		"\xEF\xBB\xBF# T\n- two\n- mine\n");
}

/* --- sections --- */

static void new_sections_stand_where_the_new_text_has_them(void **state)
{
	(void)state;
	assert_merged("# T\n\n## A\na\n\n## C\nc\n", "# T\n\n## A\na\n\n### Mine\nx\n\n## C\nc\n\n## Own\ny\n",
		"# T\n\n## A\na\n\n## B\nb\n\n## C\nc\n\n## D\nd\n",
		"# T\n\n## A\na\n\n### Mine\nx\n\n## B\nb\n\n## C\nc\n\n## D\nd\n\n## Own\ny\n");
	assert_merged(
		"# T\n## A\na\n", "# T\n## A\na\nmine\n", "# T\n## A\na\n## B\nb\n", "# T\n## A\na\nmine\n## B\nb\n");
}

static void a_section_moved_below_another_is_still_updated(void **state)
{
	(void)state;
	assert_merged("## A\n### B\n- b\n## C\nc\n", "## A\n## C\nc\n### B\n- b\n- mine\n",
		"## A\n### B\n- new\n## C\nc\n", "## A\n## C\nc\n### B\n- new\n- mine\n");
}

static void a_deleted_section_stays_deleted(void **state)
{
	(void)state;
	struct merged merged = merge("## A\na\n\n## B\n- b\n\n### C\nc\n", "## A\na\n\nmine\n",
		"## A\na\n\n## B\n- b2\n- d\n\n### C\nc\n\n### E\ne\n");
	assert_span(merged.result.text, "## A\na\n\nmine\n");
	assert_int_equal(merged.result.note_count, 2);
	assert_note(&merged, 0, MERGE_KEPT_DELETION, "B", "", "## B\n- b2\n- d");
	assert_note(&merged, 1, MERGE_KEPT_DELETION, "E", "", "### E\ne");
	release(&merged);
}

static void a_section_that_is_no_longer_generated_goes_unless_the_person_wrote_in_it(void **state)
{
	(void)state;
	assert_merged("## A\na\n\n## B\nb\n", "## A\na\n\nmine\n\n## B\nb\n", "## A\na\n", "## A\na\n\nmine\n");
	assert_merged(
		"## A\na\n\n## B\n- b\n", "## A\na\n\n## B\n- b\n- mine\n", "## A\na\n", "## A\na\n\n## B\n- mine\n");
	assert_merged("## A\na\n\n## B\n- b\n", "## A\na\n\n## B\n- b\n\n### Own\nx\n", "## A\na\n",
		"## A\na\n\n## B\n\n### Own\nx\n");
}

static void a_section_of_the_persons_is_never_touched(void **state)
{
	(void)state;
	assert_merged("## A\n- a\n", "## Own  \n-   x\n\n\n## A\n- a\n## Own 2\n1. b\n1. c", "## A\n- z\n",
		"## Own  \n-   x\n\n\n## A\n- z\n## Own 2\n1. b\n1. c");
}

static void titles_are_compared_folded(void **state)
{
	(void)state;
	assert_merged("## Carryover (2)\n- one\n", "## **Carryover** 🔥\n- one\n- mine\n", "## Carryover (3)\n- two\n",
		"## **Carryover** 🔥\n- two\n- mine\n");
	assert_merged("## Carryover (2)\n- one\n", "## Carryover (2)\n- one\n- mine\n", "## Carryover (3)\n- two\n",
		"## Carryover (3)\n- two\n- mine\n");
}

static void the_title_line_is_updated_unless_the_person_changed_it(void **state)
{
	(void)state;
	assert_merged("# Week 47\n\n## A\n- a\n", "# Week 47\n\n## A\n- a\n- mine\n", "# Week 47, short\n\n## A\n- a\n",
		"# Week 47, short\n\n## A\n- a\n- mine\n");
	struct merged merged = merge(
		"# Week 47\n\n## A\n- a\n", "# My week\n\n## A\n- a\n- mine\n", "# Week 47, short\n\n## A\n- b\n");
	assert_span(merged.result.text, "# My week\n\n## A\n- b\n- mine\n");
	assert_note(&merged, 0, MERGE_KEPT_EDIT, "My week", "# My week", "# Week 47, short");
	release(&merged);
}

static void front_matter_is_merged_by_entry(void **state)
{
	(void)state;
	assert_merged("---\ntype: week\nweek: 2026-W47\nhours: 3\n---\n# T\n",
		"---\n# mine\ntype: week\ntags:\n  - own\nweek: 2026-W47\nhours: 4\n---\n# T\n",
		"---\ntype: week\nweek: 2026-W48\nhours: 5\nrun: 2\n---\n# T\n",
		"---\n# mine\ntype: week\ntags:\n  - own\nweek: 2026-W48\nhours: 4\nrun: 2\n---\n# T\n");
	assert_merged("# T\n", "# T\n\nmine\n", "---\ntype: week\n---\n# T\n", "---\ntype: week\n---\n# T\n\nmine\n");
	assert_merged("---\ntype: week\n---\n# T\n", "# T\n", "---\ntype: week\nn: 1\n---\n# T\n", "# T\n");
	assert_merged("---\ntype: week\n---\n# T\n", "---\ntype: [\n---\n# T\n", "---\ntype: day\n---\n# T\n",
		"---\ntype: [\n---\n# T\n");
}

/* --- without a base --- */

static void without_a_base_only_gaps_are_filled(void **state)
{
	(void)state;
	struct merged merged = merge(NULL,
		"---\ntype: week\nmood: fine\n---\n# W\n\n## A\n- mine\n\n## B\n[What matters?]\n<!-- guide -->\n\n## Own\nx\n",
		"---\ntype: week\nweek: 2026-W47\n---\n# W\n\n## A\n- a\n\n## B\n- b\n\n## C\n- c\n");
	assert_span(merged.result.text,
		"---\ntype: week\nweek: 2026-W47\nmood: fine\n---\n# W\n\n## A\n- mine\n\n## B\n- b\n\n<!-- guide -->\n\n"
		"## C\n- c\n\n## Own\nx\n");
	assert_int_equal(merged.result.note_count, 1);
	assert_note(&merged, 0, MERGE_LEFT_SECTION, "A", "- mine", "- a");
	release(&merged);
}

static void without_a_base_nothing_is_noted_where_ours_has_it_all(void **state)
{
	(void)state;
	struct merged merged = merge(NULL, "# W\n## A\n- a\n- mine\n## B\n[later]\n", "# W\n## A\n- a\n## B\n");
	assert_span(merged.result.text, "# W\n## A\n- a\n- mine\n## B\n[later]\n");
	assert_int_equal(merged.result.note_count, 0);
	release(&merged);
}

static void without_a_base_rows_go_into_the_same_empty_table_only(void **state)
{
	(void)state;
	assert_merged(NULL, "## F\n" TABLE "## Log\nx\n", "## F\n" TABLE "| [[Ana]] | a |\n",
		"## F\n" TABLE "| [[Ana]] | a |\n## Log\nx\n");
	struct merged merged = merge(NULL, "## F\n| Focus | Client |\n| - | - |\n", "## F\n" TABLE "| [[Ana]] | a |\n");
	assert_span(merged.result.text, "## F\n| Focus | Client |\n| - | - |\n");
	assert_int_equal(merged.result.note_count, 1);
	release(&merged);
}

static void a_note_that_cannot_be_read_stays(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct document *ours = document_parse(&arena, "a.md", SPAN("## A\n- mine\n"), 4);
	struct document *base = document_parse(&arena, "a.md", SPAN("## A\n- a\n"), DOCUMENT_DEFAULT_MOST);
	struct document *theirs = document_parse(&arena, "a.md", SPAN("## A\n- b\n"), DOCUMENT_DEFAULT_MOST);
	struct merge_result result = merge_blocks(&arena, MERGE_REGENERATE, base, ours, theirs);
	assert_ptr_equal(result.text.at, ours->bytes.at);
	assert_int_equal(result.note_count, 1);
	arena_release(&arena);
}

static void an_empty_file_becomes_the_new_text(void **state)
{
	(void)state;
	assert_merged(NULL, "", "---\ntype: week\n---\n# T\n\n## A\n- a\n", "---\ntype: week\n---\n# T\n\n## A\n- a\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(untouched_items_follow_the_new_text),
		cmocka_unit_test(a_ticked_task_stays_ticked_and_the_new_text_is_noted),
		cmocka_unit_test(a_task_that_both_sides_added_is_one_whatever_its_mark),
		cmocka_unit_test(an_edit_against_the_same_text_is_not_noted),
		cmocka_unit_test(a_deleted_item_stays_deleted_and_is_noted_when_it_changed),
		cmocka_unit_test(a_reworded_item_is_not_generated_again),
		cmocka_unit_test(a_reworded_item_is_noted_as_an_edit),
		cmocka_unit_test(a_persons_items_stay_behind_what_they_stood_behind),
		cmocka_unit_test(what_ends_the_persons_list_still_ends_it),
		cmocka_unit_test(a_persons_order_stays),
		cmocka_unit_test(new_items_take_the_place_of_those_they_replace),
		cmocka_unit_test(new_items_stand_behind_their_predecessor_also_when_it_was_edited),
		cmocka_unit_test(nested_lines_belong_to_their_item),
		cmocka_unit_test(two_items_of_one_client_are_told_apart_by_their_words),
		cmocka_unit_test(a_persons_duplicate_is_theirs),
		cmocka_unit_test(an_action_the_person_already_wrote_is_not_added_again),
		cmocka_unit_test(numbered_lists_count_on),
		cmocka_unit_test(numbers_follow_another_order),
		cmocka_unit_test(another_number_is_no_edit),
		cmocka_unit_test(nested_lines_keep_their_indentation_when_numbers_grow),
		cmocka_unit_test(rows_go_by_client),
		cmocka_unit_test(padding_of_cells_is_no_edit),
		cmocka_unit_test(a_table_stays_as_long_as_the_person_has_a_row_in_it),
		cmocka_unit_test(rows_of_a_deleted_table_are_not_added),
		cmocka_unit_test(nothing_new_lands_inside_a_table_or_list),
		cmocka_unit_test(what_the_person_wrote_between_stays),
		cmocka_unit_test(loose_lists_stay_loose),
		cmocka_unit_test(an_emptied_section_keeps_its_blank_line),
		cmocka_unit_test(line_ends_and_the_files_end_stay),
		cmocka_unit_test(new_sections_stand_where_the_new_text_has_them),
		cmocka_unit_test(a_section_moved_below_another_is_still_updated),
		cmocka_unit_test(a_deleted_section_stays_deleted),
		cmocka_unit_test(a_section_that_is_no_longer_generated_goes_unless_the_person_wrote_in_it),
		cmocka_unit_test(a_section_of_the_persons_is_never_touched),
		cmocka_unit_test(titles_are_compared_folded),
		cmocka_unit_test(the_title_line_is_updated_unless_the_person_changed_it),
		cmocka_unit_test(front_matter_is_merged_by_entry),
		cmocka_unit_test(without_a_base_only_gaps_are_filled),
		cmocka_unit_test(without_a_base_nothing_is_noted_where_ours_has_it_all),
		cmocka_unit_test(without_a_base_rows_go_into_the_same_empty_table_only),
		cmocka_unit_test(a_note_that_cannot_be_read_stays),
		cmocka_unit_test(an_empty_file_becomes_the_new_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
