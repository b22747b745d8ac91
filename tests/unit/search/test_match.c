/* Where the words of a query stand (docs/words.md, "Search"). tests/fuzz/fuzz_search.c holds the same against a slow
 * search. */
#include "search_fixture.h"

#include "base/buffer.h"

/* The hits of a text, `[` and `]` around each; `+` where a word goes on behind it. */
static struct span shown(struct search_fixture *fixture, const char *text)
{
	struct search_hits hits = search_in(fixture, text);
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 16);
	size_t at = 0;
	for (size_t i = 0; i < hits.count; i++) {
		const struct search_hit *hit = &hits.items[i];
		assert_true(hit->offset >= at);
		buffer_printf(&out, "%.*s[%.*s]%s", (int)(hit->offset - at), text + at, (int)hit->length,
			text + hit->offset, hit->whole ? "" : "+");
		at = hit->offset + hit->length;
	}
	buffer_add_text(&out, text + at);
	return buffer_finish(&fixture->arena, &out);
}

static void check(struct search_fixture *fixture, const char *query, const char *text, const char *hits)
{
	search_ask(fixture, query);
	assert_span(shown(fixture, text), hits);
}

static void a_word_begins_a_word(void **state)
{
	struct search_fixture *fixture = *state;
	check(fixture, "memo", "Memo, memos; amemo a-memo _memo_ 2memo",
		"[Memo], [memo]+s; amemo a-[memo] _[memo]_ 2memo");
	check(fixture, "\"memo\"", "Memo, memos; amemo a-memo _memo_", "[Memo], memos; amemo a-[memo] _[memo]_");
	check(fixture, "a b", "ab ba a b", "[a]+b [b]+a [a] [b]");
	check(fixture, "$40k", "$40k $40kg US$40k 40k", "[$40k] [$40k]+g US[$40k] 40k");
	check(fixture, "c++", "C++ c+ xc++", "[C++] c+ xc++");
	check(fixture, "2026-11-20", "on 2026-11-20. 2026–11–20", "on [2026-11-20]. [2026–11–20]");
}

static void case_marks_and_widths_do_not_count(void **state)
{
	struct search_fixture *fixture = *state;
	check(fixture, "muller", "Müller MU\xcc\x88LLER Muller Mueller", "[Müller] [MU\xcc\x88LLER] [Muller] Mueller");
	check(fixture, "müller", "Müller Muller Mueller Mu-ller", "[Müller] [Muller] [Mueller] Mu-ller");
	check(fixture, "mueller", "Müller Muller MUELLER", "[Müller] Muller [MUELLER]");
	check(fixture, "strasse", "Straße STRASSE", "[Straße] [STRASSE]");
	check(fixture, "stras", "Straße", "Straße");
	check(fixture, "zoe", "Zoë Zoe\xcc\x88", "[Zoë] [Zoe\xcc\x88]");
	check(fixture, "soeren", "Søren Sören Soren", "[Søren] [Sören] Soren");
	check(fixture, "abc", "ＡＢＣ ａｂｃｄ", "[ＡＢＣ] [ａｂｃ]+ｄ");
	check(fixture, "don't", "don’t", "[don’t]");
	check(fixture, "review", "re\xc2\xadview", "[re\xc2\xadview]");
	check(fixture, "ΟΔΟΣ", "οδός", "[οδός]");
	check(fixture, "board",
		"bo\xff"
		"ard board\xff",
		"bo\xff"
		"ard [board]\xff");
}

static void scripts_without_spaces_are_found_anywhere(void **state)
{
	struct search_fixture *fixture = *state;
	check(fixture, "李雷", "我和李雷说", "我和[李雷]说");
	check(fixture, "\"进度\"", "项目进度表", "项目[进度]表");
	check(fixture, "コーチ", "新コーチング", "新[コーチ]ング");
	check(fixture, "か", "が か\xe3\x82\x99 か", "が か\xe3\x82\x99 [か]");
	check(fixture, "が", "が か\xe3\x82\x99 か", "[が] [か\xe3\x82\x99] か");
	check(fixture, "api", "用api写 的API文", "用[api]写 的[API]文");
	check(fixture, "회의", "회의를 주간회의", "[회의]를 주간[회의]");
	check(fixture, "가", "각 가", "각 [가]");
}

static void a_phrase_stands_over_punctuation_and_one_line_end(void **state)
{
	struct search_fixture *fixture = *state;
	check(fixture, "\"board memo\"", "board memo, board  **memo** memo board",
		"[board memo], [board  **memo]** memo board");
	check(fixture, "\"board memo\"", "board, memo board memos aboard memo",
		"[board, memo] board memos aboard memo");
	check(fixture, "\"board memo\"", "board\nmemo", "[board\nmemo]");
	check(fixture, "\"board memo\"", "> board\r\n>  memo", "> [board\r\n>  memo]");
	check(fixture, "\"board memo\"", "board\n\nmemo", "board\n\nmemo");
	check(fixture, "\"board memo\"", "- board\n- memo", "- board\n- memo");
	check(fixture, "\"项目 进度\"", "项目，进度 项目进度", "[项目，进度] 项目进度");
}

static void of_front_matter_the_values_are_searched(void **state)
{
	struct search_fixture *fixture = *state;
	check(fixture, "status held", "---\nstatus: held\ntags:\n  - status\n---\nstatus\n",
		"---\nstatus: [held]\ntags:\n  - [status]\n---\n[status]\n");
	check(fixture, "\"held agenda\"", "---\nstatus: held\n---\nagenda\n", "---\nstatus: held\n---\nagenda\n");
	check(fixture, "status", "---\nstatus: held\n", "---\n[status]: held\n");
	check(fixture, "note", "%% a note %%\n<!-- a note -->\n```\nnote\n```\n",
		"%% a [note] %%\n<!-- a [note] -->\n```\n[note]\n```\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_word_begins_a_word, search_set_up, search_tear_down),
		cmocka_unit_test_setup_teardown(case_marks_and_widths_do_not_count, search_set_up, search_tear_down),
		cmocka_unit_test_setup_teardown(
			scripts_without_spaces_are_found_anywhere, search_set_up, search_tear_down),
		cmocka_unit_test_setup_teardown(
			a_phrase_stands_over_punctuation_and_one_line_end, search_set_up, search_tear_down),
		cmocka_unit_test_setup_teardown(
			of_front_matter_the_values_are_searched, search_set_up, search_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
