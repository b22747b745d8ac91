/* What people type, and what is searched for (docs/words.md, "Search"). */
#include "search_fixture.h"

#include "base/buffer.h"

/* Terms and filters as they were understood: `word`, `"phrase"`, `-word`, `kind:value`, in the order of the query. */
static struct span understood(struct search_fixture *fixture)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(4096);
	const struct search_query *query = &fixture->query;
	for (size_t i = 0; i < query->term_count; i++) {
		const struct search_term *term = &query->terms[i];
		buffer_printf(&out, "%s%s%s%.*s%s", out.length ? " " : "", term->excluded ? "-" : "",
			term->quoted ? "\"" : "", SPAN_PRINT(term->needles[UNIT_UNMARKED]), term->quoted ? "\"" : "");
		if (term->needles[UNIT_SPELLED_OUT].at)
			buffer_printf(&out, "|%.*s", SPAN_PRINT(term->needles[UNIT_SPELLED_OUT]));
	}
	for (size_t i = 0; i < query->filter_count; i++)
		buffer_printf(&out, "%s%s%s:%.*s", out.length ? " " : "", query->filters[i].excluded ? "-" : "",
			search_filter_names[query->filters[i].kind], SPAN_PRINT(query->filters[i].value));
	return buffer_finish(&fixture->arena, &out);
}

static void words_phrases_and_filters_are_told_apart(void **state)
{
	static const struct {
		const char *query, *understood;
	} cases[] = {
		{ "Board  MEMO", "board memo" },
		{ "\"Board  Memo\"", "\"board memo\"" },
		{ "“Board Memo” „Plan“ «Ziel» 「进度」", "\"board memo\" \"plan\" \"ziel\" \"进度\"" },
		{ "\"board, memo!\"", "\"board memo!\"" },
		{ "\"board & memo\" q&a", "\"board memo\" q&a" },
		{ "\" - board - \"", "\"board\"" },
		{ "memo -draft -\"old plan\"", "memo -draft -\"old plan\"" },
		{ "-draft memo", "memo -draft" },
		{ "Ana - memo", "ana - memo" },
		{ "memo memo MEMO \"memo\"", "memo \"memo\"" },
		{ "$40k c++ 📅 5\"", "$40k c++ 📅 5\"" },
		{ "don’t Anna–Lena", "don't anna-lena" },
		{ "Müller mueller Straße", "muller|mueller mueller|mueller strasse" },
		{ "Mu\xcc\x88ller", "muller|mueller" },
		{ "ＢＯＡＲＤ　メモ", "board メモ" },
		{ "李雷 进度", "李雷 进度" },
		{ "kind:session memo", "memo kind:session" },
		{ "KIND:Session client:\"Ana Silva\" since:-2w tag:board/memo",
			"kind:Session client:Ana Silva since:-2w tag:board/memo" },
		{ "client：李雷", "client:李雷" },
		{ "-kind:week -tag:old x", "x -kind:week -tag:old" },
		{ "#board #1 #", "#1 # tag:board" },
		{ "knid:session https://x 10:00", "knid:session https://x 10:00" },
		{ "\"kind:session\"", "\"kind:session\"" },
		{ "bo\xff"
		  "ard",
			"bo\xef\xbf\xbd"
			"ard" },
	};
	struct search_fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		search_ask(fixture, cases[i].query);
		assert_span(understood(fixture), cases[i].understood);
	}
}

static void what_says_nothing_is_refused_with_what_to_write(void **state)
{
	static const struct {
		const char *query, *message;
	} cases[] = {
		{ "", "nothing is searched for" },
		{ "  \t", "nothing is searched for" },
		{ "-draft -kind:week", "nothing is searched for" },
		{ "\"board memo", "a quote is opened and never closed: \"board memo" },
		{ "kind: session", "the filter kind: has no value" },
		{ "tag:\" \"", "the filter tag: has no value" },
		{ "-since:monday x", "since: cannot be turned round" },
		{ "\"\"", "there is nothing to search for in \"\"" },
		{ "\" - \"", "there is nothing to search for in \" - \"" },
		{ "\xc2\xad", "there is nothing to search for in \"\xc2\xad\"" },
		{ "a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6",
			"too much to search for at once" },
	};
	struct search_fixture *fixture = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct error error = ERROR_INIT;
		assert_int_equal(search_query_parse(&fixture->arena, &fixture->folds, span_of(cases[i].query),
					 &fixture->query, &error),
			-1);
		assert_int_equal(error.class, ERROR_USAGE);
		assert_string_equal(error.message, cases[i].message);
		assert_true(error.hint[0]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			words_phrases_and_filters_are_told_apart, search_set_up, search_tear_down),
		cmocka_unit_test_setup_teardown(
			what_says_nothing_is_refused_with_what_to_write, search_set_up, search_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
