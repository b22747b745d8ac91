/* A merge that takes a change back: base and theirs are one text after and before it. */
#include "test.h"

#include "md/merge.h"

static struct merge_result merged(
	struct arena *arena, enum merge_purpose purpose, const char *base, const char *ours, const char *theirs)
{
	return merge_blocks(arena, purpose, document_parse(arena, "n.md", span_of(base), DOCUMENT_DEFAULT_MOST),
		document_parse(arena, "n.md", span_of(ours), DOCUMENT_DEFAULT_MOST),
		document_parse(arena, "n.md", span_of(theirs), DOCUMENT_DEFAULT_MOST));
}

/* The text before the change, after it, and now; the merged text, how many notes, and what the first one shows. */
static void what_a_change_reworded_is_one_block_whatever_its_words(void **state)
{
	(void)state;
	static const struct {
		const char *before, *after, *now, *expected, *kept, *offered;
		size_t notes;
	} cases[] = {
		/* left alone: it goes back in its place */
		{ "## A\n\nmine\n\nSee [[old]]\n\nmine too\n", "## A\n\nmine\n\nSee [[new]]\n\nmine too\n",
			"## A\n\nown\n\nmine\n\nSee [[new]]\n\nmine too\n",
			"## A\n\nown\n\nmine\n\nSee [[old]]\n\nmine too\n", "", "", 0 },
		/* changed since: both versions, and neither of them twice */
		{ "See [[old]]\n", "See [[new]]\n", "See [[new]] again\n", "See [[new]] again\n", "See [[new]] again",
			"See [[old]]", 1 },
		/* in other lines of one block: both */
		{ "See [[old]]\n", "See [[new]]\n", "See [[new]]\na line below\n", "See [[old]]\na line below\n", "",
			"", 0 },
		{ "- a\n  [[old]]\n  c\n", "- a\n  [[new]]\n  c\n", "- A\n  [[new]]\n  b\n", "- A\n  [[old]]\n  b\n",
			"", "", 0 },
		{ "a\n[[old]]\n", "a\n[[new]]\n", "a\n[[new]]!\n", "a\n[[new]]!\n", "a\n[[new]]!", "a\n[[old]]", 1 },
		{ "a\n", "a\nb\n", "a\nb\nc\n", "a\nb\nc\n", "a\nb\nc", "a", 1 },
		{ "## A\n- **Sessions:** 6 of 6\n- two\n", "## A\n- **Sessions:** 7 booked, too many\n- two\n",
			"## A\n- **Sessions:** 7 booked, too many (tight!)\n- two\n",
			"## A\n- **Sessions:** 7 booked, too many (tight!)\n- two\n",
			"- **Sessions:** 7 booked, too many (tight!)", "- **Sessions:** 6 of 6", 1 },
		{ "> quoted\n", "> other words\n", "> other words!\n", "> other words!\n", "> other words!", "> quoted",
			1 },
		{ "## A\n| c |\n| - |\n| [[old]] |\n", "## A\n| c |\n| - |\n| [[new]] |\n",
			"## A\n| c |\n| - |\n| [[new]]! |\n", "## A\n| c |\n| - |\n| [[new]]! |\n", "| [[new]]! |",
			"| [[old]] |", 1 },
		/* row and item: both are told */
		{ "## A\n- old\n\n| c |\n| - |\n| [[old]] |\n", "## A\n- new\n\n| c |\n| - |\n| [[new]] |\n",
			"## A\n- new!\n\n| c |\n| - |\n| [[new]]! |\n", "## A\n- new!\n\n| c |\n| - |\n| [[new]]! |\n",
			"- new!", "- old", 2 },
		/* likeness goes before order */
		{ "## A\n- Sessions none\n", "## A\n- brought\n- Sessions many\n",
			"## A\n- brought\n- Sessions many!\n", "## A\n- Sessions many!\n", "- Sessions many!",
			"- Sessions none", 1 },
		/* a heading too, with what the person wrote below it */
		{ "## See [[2026-11-19 Ada]]\n- a\n", "## See [[2026-11-20 Ada]]\n- a\n",
			"## See [[2026-11-20 Ada]]\n- a\n- mine\n", "## See [[2026-11-19 Ada]]\n- a\n- mine\n", "", "",
			0 },
		/* another action, another entry: not the same in other words */
		{ "## A\n- [ ] old 🆔 a1\n", "## A\n- [ ] new 🆔 b2\n", "## A\n- [x] new 🆔 b2\n",
			"## A\n- [ ] old 🆔 a1\n- [x] new 🆔 b2\n", "- [x] new 🆔 b2", "", 1 },
		{ "---\nstatus: planned\n---\n# T\n", "---\nnumber: 4\n---\n# T\n", "---\nnumber: 5\n---\n# T\n",
			"---\nstatus: planned\nnumber: 5\n---\n# T\n", "number: 5", "", 1 },
		/* what the person put back themselves is there once */
		{ "## A\n- old words\n", "## A\n- fresh text\n", "## A\n- old words\n- fresh text\n",
			"## A\n- old words\n", "", "", 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena arena = ARENA_INIT;
		struct merge_result result =
			merged(&arena, MERGE_TAKE_BACK, cases[i].after, cases[i].now, cases[i].before);
		if (!span_is(result.text, cases[i].expected) || result.note_count != cases[i].notes)
			fail_msg("case %zu: %zu notes\n%.*s", i, result.note_count, SPAN_PRINT(result.text));
		if (cases[i].notes > 0) {
			assert_span(result.notes[0].kept, cases[i].kept);
			assert_span(result.notes[0].offered, cases[i].offered);
		}
		arena_release(&arena);
	}
}

static void what_a_newly_generated_text_has_there_is_another_block(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct merge_result result = merged(&arena, MERGE_REGENERATE, "## A\n- Prepare [[Ada]]\n",
		"## A\n- Prepare [[Ada]], early\n", "## A\n- Call [[Tom]]\n");
	assert_span(result.text, "## A\n- Call [[Tom]]\n- Prepare [[Ada]], early\n");
	assert_int_equal(result.note_count, 0);
	arena_release(&arena);
}

static void an_emptied_note_stays_empty(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	assert_span(merged(&arena, MERGE_TAKE_BACK, "# T\n\nb\n", "", "# T\n\na\n").text, "");
	arena_release(&arena);
}

static void where_the_change_took_the_note_away_only_rows_are_put_together(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct merge_result result = merged(&arena, MERGE_TAKE_BACK, "", "## L\n| a |\n| - |\n| 2 |\n\n## S\nmine\n",
		"## L\n| a |\n| - |\n| 1 |\n\n## S\ntheirs\n");
	assert_span(result.text, "## L\n| a |\n| - |\n| 1 |\n| 2 |\n\n## S\nmine\n");
	assert_int_equal(result.note_count, 1);
	assert_int_equal(result.notes[0].kind, MERGE_LEFT_SECTION);
	assert_span(result.notes[0].kept, "mine");
	assert_span(result.notes[0].offered, "theirs");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_change_reworded_is_one_block_whatever_its_words),
		cmocka_unit_test(what_a_newly_generated_text_has_there_is_another_block),
		cmocka_unit_test(an_emptied_note_stays_empty),
		cmocka_unit_test(where_the_change_took_the_note_away_only_rows_are_put_together),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
