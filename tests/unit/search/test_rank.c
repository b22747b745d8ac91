/* Which lines come first (docs/words.md, "Search"). */
#include "search_fixture.h"

#include "base/buffer.h"

#include <string.h>

enum { NOTES_MOST = 8, ALL = 100 };

/* The lines in their order, `1:3` for the third line of the first note. Notes that lack a word are left out, as a
 * search of the vault does it. */
struct ranked {
	struct search_note notes[NOTES_MOST];
	struct search_totals totals;
	struct search_lines lines;
};

static struct ranked *rank(struct search_fixture *fixture, const char *query, const char *const *names,
	const char *const *texts, size_t most)
{
	struct ranked *ranked = arena_new(&fixture->arena, struct ranked);
	struct searcher searcher;
	size_t count = 0;
	search_ask(fixture, query);
	searcher = searcher_of(&fixture->query, &fixture->folds);
	for (size_t i = 0; texts[i]; i++) {
		struct search_hits hits = search_in(fixture, texts[i]);
		struct search_hits name = { NULL, 0, 0 };
		bool held[SEARCH_MOST_TERMS] = { false };
		size_t held_count = 0;
		search_text(&searcher, &fixture->arena, span_of(names ? names[i] : NULL), 0, &name);
		for (size_t k = 0; k < hits.count; k++)
			held[hits.items[k].term] = true;
		for (size_t k = 0; k < name.count; k++)
			held[name.items[k].term] = true;
		for (size_t k = 0; k < fixture->query.term_count; k++) {
			held_count += held[k];
			ranked->totals.holding[k] += held[k];
		}
		ranked->totals.notes++;
		ranked->totals.bytes += (long long)strlen(texts[i]);
		const char *path = arena_printf(&fixture->arena, "%zu", i + 1);
		if (held_count == fixture->query.term_count)
			ranked->notes[count++] =
				search_note_of(&fixture->arena, &fixture->query, path, span_of(texts[i]), &hits, &name);
	}
	ranked->lines = search_rank(&fixture->arena, &fixture->query, &ranked->totals, ranked->notes, count, most);
	return ranked;
}

/* "note:line note:line" */
static struct span places_of(struct search_fixture *fixture, const struct search_lines *lines)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(4096);
	for (size_t i = 0; i < lines->count; i++)
		buffer_printf(&out, "%s%s:%u", i ? " " : "", lines->items[i]->note->path, lines->items[i]->number);
	return buffer_finish(&fixture->arena, &out);
}

static struct span order(
	struct search_fixture *fixture, const char *query, const char *const *names, const char *const *texts)
{
	return places_of(fixture, &rank(fixture, query, names, texts, ALL)->lines);
}

#define TEXTS(...) ((const char *const[]){ __VA_ARGS__, NULL })

/* log2((2 N + 2) / (2 n + 1)), worked out with another program. */
static void rarity_is_a_logarithm_in_thousandths_of_a_bit(void **state)
{
	(void)state;
	static const struct {
		long long notes, holding, rarity;
	} cases[] = { { 1, 1, 415 }, { 3, 1, 1415 }, { 3, 0, 3000 }, { 7, 3, 1192 }, { 3, 3, 192 }, { 5151, 1, 11745 },
		{ 5151, 5151, 1 }, { 1000000, 0, 20931 } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(search_rarity(cases[i].notes, cases[i].holding), cases[i].rarity);
}

/* A note of 255 bytes among one: 255 parts of 256 of the usual length. Rarity 415; the note's part is
 * 415 * 22 * 256 * 4 / (10 * 256 * 4 + 12 * 256 + 36 * 255) = 415; the line adds 415. In a heading the word counts
 * three times: 415 * 22 * 256 * 12 / (10 * 256 * 12 + 12 * 256 + 36 * 255) = 652, and the line adds 1245. */
static void the_score_is_worked_out_in_whole_numbers(void **state)
{
	struct search_fixture *fixture = *state;
	const char *text = arena_printf(&fixture->arena, "a memo%249s", "");
	const char *heading = arena_printf(&fixture->arena, "## a memo%246s", "");
	assert_int_equal(rank(fixture, "memo", NULL, TEXTS(text), ALL)->lines.items[0]->score, 830);
	assert_int_equal(rank(fixture, "memo", NULL, TEXTS(heading), ALL)->lines.items[0]->score, 1897);
}

static void places_weigh(void **state)
{
	struct search_fixture *fixture = *state;
	assert_span(order(fixture, "memo", TEXTS("x", "x", "x", "x"),
			    TEXTS("a memo ab", "# a memo", "## a memo", "no more..")),
		"2:1 3:1 1:1");
	assert_span(
		order(fixture, "memo", TEXTS("x", "x"), TEXTS("the memo\nxxxxxxxx", "the memo\n========")), "2:1 1:1");
	assert_span(
		order(fixture, "memo", TEXTS("x", "x"), TEXTS("the memo\nxxxxxxxx", "the memo\n--------")), "2:1 1:1");
	/* In front matter the closing line underlines nothing. */
	assert_span(order(fixture, "memo", TEXTS("x", "x"), TEXTS("---\na: memo\n---\n", "---\na: b\n---\nmemo\n---")),
		"2:4 1:2");
	assert_span(order(fixture, "memo", TEXTS("x", "memo"), TEXTS("the memo.", "the memo.")), "2:1 1:1");
}

static void a_note_found_by_its_name_is_shown_by_its_title(void **state)
{
	struct search_fixture *fixture = *state;
	assert_span(order(fixture, "memo", TEXTS("memo"), TEXTS("---\na: b\n---\n\ntext\n# Title\n")), "1:6");
	assert_span(order(fixture, "memo", TEXTS("memo"), TEXTS("---\na: b\n---\n\ntext\n")), "1:5");
	assert_span(order(fixture, "memo", TEXTS("memo"), TEXTS("")), "1:1");
	assert_span(order(fixture, "memo ana", TEXTS("Ana"), TEXTS("# Title\na memo\n")), "1:2");
}

static void rare_words_and_short_notes_come_first(void **state)
{
	struct search_fixture *fixture = *state;
	assert_span(order(fixture, "memo", NULL, TEXTS("memo and much more text around it", "memo")), "2:1 1:1");
	assert_span(order(fixture, "memo", NULL, TEXTS("memo   ", "memo and memo", "x")), "2:1 1:1");
	/* Both are in the first two; the line with the rare one leads. */
	assert_span(order(fixture, "common rare", NULL, TEXTS("common\nrare", "common", "common")), "1:2 1:1");
}

static void whole_words_come_before_beginnings(void **state)
{
	assert_span(order(*state, "memo", NULL, TEXTS("a memos", "a memo.", "memo-x.")), "2:1 3:1 1:1");
}

static void words_close_together_come_before_scattered_ones(void **state)
{
	struct search_fixture *fixture = *state;
	const char *scattered = "board xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx memo";
	const char *close = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx board memo";
	assert_span(order(fixture, "board memo", NULL, TEXTS(scattered, close)), "2:1 1:1");
	/* Of several places the closest counts. */
	const char *apart = "board xxxxxxxxxx memo xxxxxxxxxx board xxxxxxxxxx memo";
	const char *once = "board xxxxxxxxxx memo xxxxxxxxxxxxxxxxxxxxx board memo";
	assert_int_equal(strlen(apart), strlen(once));
	assert_span(order(fixture, "board memo", NULL, TEXTS(apart, once)), "2:1 1:1");
}

static void equal_lines_stand_in_the_order_of_notes_and_lines(void **state)
{
	struct search_fixture *fixture = *state;
	assert_span(order(fixture, "memo", NULL, TEXTS("memo\r\n\r\nmemo\rmemo\n", "memo\r\n\r\nmemo\rmemo\n")),
		"1:1 1:3 1:4 2:1 2:3 2:4");
}

/* Whatever is let go of on the way, the best are those that would be the first of all. */
static void the_best_are_the_first_of_all(void **state)
{
	struct search_fixture *fixture = *state;
	const char *const *texts = TEXTS(
		"a memo\nmemos\n## memo\n\nmemo\n", "memo", "# memo\nmemos\n\n\n\nmemo", "x\nmemos\nmemos\n## memo");
	struct search_lines all = rank(fixture, "memo", NULL, texts, ALL)->lines;
	assert_int_equal(all.count, 11);
	for (size_t most = 1; most <= 12; most++) {
		struct search_lines best = rank(fixture, "memo", NULL, texts, most)->lines;
		assert_int_equal(best.total, 11);
		assert_int_equal(best.count, most < 11 ? most : 11);
		assert_true(span_starts_with(places_of(fixture, &all), places_of(fixture, &best).at));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rarity_is_a_logarithm_in_thousandths_of_a_bit),
		cmocka_unit_test_setup_teardown(
			the_score_is_worked_out_in_whole_numbers, search_set_up, search_tear_down),
		cmocka_unit_test_setup_teardown(places_weigh, search_set_up, search_tear_down),
		cmocka_unit_test_setup_teardown(
			a_note_found_by_its_name_is_shown_by_its_title, search_set_up, search_tear_down),
		cmocka_unit_test_setup_teardown(rare_words_and_short_notes_come_first, search_set_up, search_tear_down),
		cmocka_unit_test_setup_teardown(whole_words_come_before_beginnings, search_set_up, search_tear_down),
		cmocka_unit_test_setup_teardown(
			words_close_together_come_before_scattered_ones, search_set_up, search_tear_down),
		cmocka_unit_test_setup_teardown(
			equal_lines_stand_in_the_order_of_notes_and_lines, search_set_up, search_tear_down),
		cmocka_unit_test_setup_teardown(the_best_are_the_first_of_all, search_set_up, search_tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
