#include "test.h"

#include "base/buffer.h"
#include "codec/utf8.h"

#include <string.h>

static void folding_makes_the_same_meaning_the_same_text(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		const char *folded;
	} cases[] = { { "Active Roster", "active roster" }, { "  Active \t\n Roster ", "active roster" }, { "", "" },
		{ " ", "" }, { "Ｆｕｌｌ－Ｗｉｄｔｈ：１２", "full-width:12" }, { "Straße", "strasse" },
		{ "STRASSE", "strasse" }, { "ẞ", "ss" }, { "ﬁx", "fix" }, { "Zoe\xcc\x88", "zoë" }, { "ZOË", "zoë" },
		{ "a\xc2\xa0"
		  "b",
			"a b" },
		{ "当前\xe3\x80\x80客户", "当前 客户" },
		{ "re\xc2\xad"
		  "view",
			"review" },
		{ "a\xe2\x80\x8b"
		  "b",
			"ab" },
		{ "a\x01"
		  "b",
			"ab" },
		{ "❤\xef\xb8\x8f", "❤" }, { "（能力板）", "(能力板)" }, { "ΟΔΟΣ", "οδοσ" }, { "ὈΔΌΣ", "ὀδόσ" },
		{ "🟢 On Track", "🟢 on track" },
		{ "A\xff"
		  "B",
			"a\xef\xbf\xbd"
			"b" },
		{ "\xe2\x80\xa8x", "x" } };
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_span(utf8_fold(&arena, span_of(cases[i].text)), cases[i].folded);
	assert_span(utf8_fold(&arena, SPAN("A\0B")), "ab");
	assert_span(utf8_fold(&arena, SPAN_NONE), "");
	arena_release(&arena);
}

static void folding_twice_changes_nothing(void **state)
{
	(void)state;
	static const char *const texts[] = { "## 2. **Active Roster**", "Straße Ｆ ﬁ ẞ", "İstanbul", "ǅ ᾳ ΐ", "㈱ ① ™",
		"a \xc2\xad b" };
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct span once = utf8_fold(&arena, span_of(texts[i]));
		struct span twice = utf8_fold(&arena, once);
		assert_true(span_equal(once, twice));
	}
	arena_release(&arena);
}

static struct span marks_on_a_letter(struct arena *arena, const char *marks, int count)
{
	BUFFER_CLEANUP struct buffer text = BUFFER_INIT(1 << 20);
	buffer_add_byte(&text, 'a');
	for (int i = 0; i < count; i++)
		buffer_add_text(&text, marks);
	return arena_copy_span(arena, buffer_span(&text));
}

static void marks_on_a_letter_may_stand_in_any_order(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct span below_first = utf8_fold(&arena, marks_on_a_letter(&arena, "\u0316\u0301", 15));
	assert_true(span_equal(utf8_fold(&arena, marks_on_a_letter(&arena, "\u0301\u0316", 15)), below_first));
	arena_release(&arena);
}

/* In time proportional to it, or this takes minutes. */
static void a_megabyte_of_marks_is_folded(void **state)
{
	(void)state;
	static const char *const marks[] = { "\u0301\u0316", "\uFF9E\u0301", "\u0F73" };
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++) {
		struct arena arena = ARENA_INIT;
		struct span text = marks_on_a_letter(&arena, marks[i], 200000);
		assert_true(utf8_fold(&arena, text).length > 200000);
		arena_release(&arena);
	}
}

static void a_title_is_folded_without_its_decoration(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		const char *folded;
	} cases[] = { { "## 2. **Active Roster** (Capacity Board) 🔥", "active roster" },
		{ "## 二、当前客户(能力板)", "当前客户" }, { "## 二、当前客户（能力板）", "当前客户" },
		{ "（三）本周重点：", "本周重点" }, { "§4 The Ratio:", "the ratio" },
		{ "§ 4.1 The Ratio", "the ratio" }, { "4. The Ratio", "the ratio" }, { "3.1 Terms", "terms" },
		{ "3.1. Terms", "terms" }, { "2) Goals", "goals" }, { "(2) Goals", "goals" },
		{ "IV. Review", "review" }, { "2.Goals", "goals" }, { "① Goals", "goals" },
		{ "### Title ###", "title" }, { "# C#", "c#" },
		{ "**Total Weekly Bandwidth:**", "total weekly bandwidth" }, { "**Status**:", "status" },
		{ "`code` and *em* and ~~old~~ ==new==", "code and em and old new" }, { "_Focus_", "focus" },
		{ "__Focus__ area", "focus area" }, { "next_session", "next_session" },
		{ "[[Clients/Ada Sample]]", "ada sample" }, { "[[Clients/Ada Sample.md#Goals|Ada]]", "ada" },
		{ "[[Ada Sample\\|Ada]]", "ada" }, { "[[Ada Sample#Goals]] notes", "ada sample notes" },
		{ "[Ada](clients/ada.md)", "ada" }, { "🔥 2. Roster", "roster" }, { "❤\xef\xb8\x8f Health", "health" },
		{ "👩\xe2\x80\x8d💻 Work", "work" }, { "Roster (a (b)) [c]:", "roster" }, { "Roster 【旧】", "roster" },
		{ "(Capacity Board)", "capacity board" }, { "[Your Name]", "your name" }, { "[[[deep]]]", "deep" },
		{ "Roster (open", "roster (open" }, { "Roster) closed", "roster) closed" }, { "a) b) (c", "a) b) (c" },
		{ "Fees \\* (net)", "fees *" }, { "Referral Network & Partners", "referral network & partners" },
		{ "50%", "50%" }, { "Größe", "grösse" } };
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_span(utf8_fold_title(&arena, span_of(cases[i].text)), cases[i].folded);
	arena_release(&arena);
}

static void what_only_looks_like_decoration_stays(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		const char *folded;
	} cases[] = { { "90-day plan", "90-day plan" }, { "2026-11-20", "2026-11-20" }, { "4 sessions", "4 sessions" },
		{ "1.5", "1.5" }, { "1.5h", "1.5h" }, { "10:00 call", "10:00 call" }, { "i.e. this", "i.e. this" },
		{ "2.", "2." }, { "🟢", "🟢" }, { "①", "1" }, { "()", "()" }, { ":", ":" }, { "", "" },
		{ "###", "###" }, { "#tag", "#tag" }, { "一周计划", "一周计划" }, { "(new) client", "(new) client" },
		{ "(2 weeks) off", "(2 weeks) off" } };
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_span(utf8_fold_title(&arena, span_of(cases[i].text)), cases[i].folded);
	arena_release(&arena);
}

static void a_title_of_many_brackets_is_folded_in_short_time(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	size_t size = 1u << 20;
	char *brackets = arena_allocate(&arena, size);
	memset(brackets, '[', size);
	assert_int_equal(utf8_fold_title(&arena, (struct span){ brackets, size }).length, size);
	assert_int_equal(utf8_fold_title(&arena, (struct span){ brackets, 1024 }).length, 1024);
	arena_release(&arena);
}

static void a_part_begins_words_of_the_whole(void **state)
{
	(void)state;
	static const struct {
		const char *whole;
		const char *part;
		bool matches;
	} cases[] = { { "ada sample", "ada", true }, { "ada sample", "sam", true }, { "ada sample", "sam ada", true },
		{ "ada sample", "da", false }, { "ada sample", "ada x", false }, { "ada sample", "ada sample", true },
		{ "ada sample", "ada sample jr", false }, { "anna-lena muster", "lena", true },
		{ "o'sample", "sample", true }, { "周明华", "明", true }, { "周明华", "华明", false },
		{ "周明华 (ada)", "ada 周", true }, { "สมชาย", "ชาย", true }, { "zoë", "zoe", false },
		{ "müller", "ller", false }, { "ada", "", false }, { "", "ada", false } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (utf8_matches_part(span_of(cases[i].whole), span_of(cases[i].part)) != cases[i].matches)
			fail_msg("\"%s\" in \"%s\" must be %d", cases[i].part, cases[i].whole, cases[i].matches);
}

static void names_are_compared_without_their_marks(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		const char *unmarked;
		const char *spelled_out;
	} cases[] = {
		{ "Jürgen", "jurgen", "juergen" },
		{ "Ju\xCC\x88rgen", "jurgen", "juergen" }, /* u and a combining diaeresis */
		{ "Zoë", "zoe", "zoe" },
		{ "François Œuvre", "francois oeuvre", "francois oeuvre" },
		{ "Łukasz Dvořák", "lukasz dvorak", "lukasz dvorak" },
		{ "Søren Åberg", "soren aberg", "soeren aaberg" },
		{ "Weiß", "weiss", "weiss" },
		{ "İpek Işık", "ipek isik", "ipek isik" },
		{ "Ελένη", "ελενη", "ελενη" },
		{ "李雷", "李雷", "李雷" },
		{ "김민준", "김민준", "김민준" },
		{ "がく", "がく", "がく" }, /* a mark that makes another letter */
		{ "ADA", "ada", "ada" },
		{ "", "", "" },
	};
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		assert_span(utf8_fold_name(&arena, span_of(cases[i].text), NAME_UNMARKED), cases[i].unmarked);
		assert_span(utf8_fold_name(&arena, span_of(cases[i].text), NAME_SPELLED_OUT), cases[i].spelled_out);
	}
	arena_release(&arena);
}

static void words_are_of_any_script(void **state)
{
	(void)state;
	static const uint32_t words[] = { 'a', 'Z', '7', 0xE4, 0x6F22, 0x20000, 0x0301, 0xFF12 };
	static const uint32_t others[] = { ' ', '-', '[', 0xD7, 0x2192, 0x2705, 0x1F7E2, 0xFE0F, 0x3001, 0xFFFD };
	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++)
		assert_true(utf8_is_word_character(words[i]));
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++)
		assert_false(utf8_is_word_character(others[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_of_any_script),
		cmocka_unit_test(folding_makes_the_same_meaning_the_same_text),
		cmocka_unit_test(folding_twice_changes_nothing),
		cmocka_unit_test(marks_on_a_letter_may_stand_in_any_order),
		cmocka_unit_test(a_megabyte_of_marks_is_folded),
		cmocka_unit_test(a_title_is_folded_without_its_decoration),
		cmocka_unit_test(what_only_looks_like_decoration_stays),
		cmocka_unit_test(a_title_of_many_brackets_is_folded_in_short_time),
		cmocka_unit_test(a_part_begins_words_of_the_whole),
		cmocka_unit_test(names_are_compared_without_their_marks),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
