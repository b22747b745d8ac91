#include "test.h"

#include "model/kinds.h"

static enum note_kind recognise(const char *path, const char *text)
{
	struct aliases aliases = ALIASES_INIT;
	return note_recognise(&aliases, path, span_of(text));
}

struct recognition {
	const char *path;
	const char *text;
	enum note_kind kind;
};

static void check(const struct recognition *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		enum note_kind kind = recognise(cases[i].path, cases[i].text);
		if (kind != cases[i].kind)
			print_error("%s:\n%s\nis %s, not %s\n", cases[i].path, cases[i].text, note_kind_name(kind),
				note_kind_name(cases[i].kind));
		assert_int_equal(kind, cases[i].kind);
	}
}

#define CHECK(cases) check((cases), sizeof(cases) / sizeof(*(cases)))

static void front_matter_says_the_type(void **state)
{
	(void)state;
	static const struct recognition cases[] = {
		{ "a.md", "---\ntype: session\n---\n# Ana\n", NOTE_SESSION },
		{ "a.md", "---\ntype:   \"session\"  # planned\n---\n", NOTE_SESSION },
		{ "a.md", "---\ntype: session\nclient: Ana\n\n# Ana\n", NOTE_SESSION },
		{ "a.md", "---\ntype: session\n\nNo entry\n", NOTE_OTHER },
		{ "a.md", "---\r\ntitle: x\r\ntype: Portfolio\r\n---\r\n", NOTE_PORTFOLIO },
		{ "a.md", "\xEF\xBB\xBF---\ntype: week\n---\n", NOTE_WEEK },
		{ "a.md", "---\ntype: career\n---\n", NOTE_CAREER_INDEX },
		{ "a.md", "---\ntype: career_session\n---\n", NOTE_CAREER_SESSION },
		{ "a.md", "---\ntype: [day]\n---\n", NOTE_DAY },
		{ "a.md", "---\ntype: Sitzung\n---\n", NOTE_SESSION },
		{ "a.md", "---\ntype: 会谈\n---\n", NOTE_SESSION },
		{ "a.md", "---\ntyp: Sitzung\n---\n", NOTE_SESSION },
		{ "a.md", "---\n类型: 会谈\n---\n", NOTE_SESSION },
		{ "2026-11-20 Ada.md", "---\nkundin: Ada\n---\n", NOTE_SESSION },
		{ "2026-11-20 Ada.md", "---\nkundin:\n---\n", NOTE_OTHER },
		{ "a.md", "---\ntype: book\n---\n# Quarterly Plan: Q4 2026\n", NOTE_PLAN },
		{ "a.md", "---\ntype: session\n# never closed\n", NOTE_OTHER },
		{ "a.md", "Some text\n---\ntype: session\n---\n", NOTE_OTHER },
		{ "a.md", "---\nkind:\n  type: session\n---\n", NOTE_OTHER },
		{ "a.md", "---\nprototype: session\ntypes: session\n---\n", NOTE_OTHER },
	};
	CHECK(cases);
}

static void the_first_heading_names_the_kind(void **state)
{
	(void)state;
	static const struct recognition cases[] = {
		{ "a.md", "# CLIENT PORTFOLIO\n", NOTE_PORTFOLIO },
		{ "a.md", "Client Portfolio\n================\n", NOTE_PORTFOLIO },
		{ "a.md", "# 🗂️ **Client Portfolio** (autumn)\n", NOTE_PORTFOLIO },
		{ "a.md", "text first\n\n  # AI Execution Specification #\n", NOTE_ENGAGEMENT },
		{ "a.md", "# Week 2026-W47 (2026-11-16 – 2026-11-22)\n", NOTE_WEEK },
		{ "a.md", "# Quarterly Plan: Q4 2026\n", NOTE_PLAN },
		{ "a.md", "# 2026 Goals\n", NOTE_GOALS },
		{ "a.md", "# Goals\n", NOTE_GOALS },
		{ "a.md", "# Session 7 — Ana Silva — 2026-11-20\r\n", NOTE_SESSION },
		{ "a.md", "# Career\n", NOTE_CAREER_INDEX },
		{ "a.md", "# Practice Strategy: Q4 2026\n", NOTE_STRATEGY },
		{ "a.md", "# Inbox — Ana Silva\n", NOTE_INBOX },
		{ "a.md", "# Decision: take Li Wei?\n", NOTE_DECISION },
		{ "a.md", "# Klientenportfolio\n", NOTE_PORTFOLIO },
		{ "a.md", "# Woche 2026-W47\n", NOTE_WEEK },
		{ "a.md", "# Quartalsplan Q4 2026\n", NOTE_PLAN },
		{ "a.md", "# Sitzung 7 – Ana Silva – 2026-11-20\n", NOTE_SESSION },
		{ "a.md", "# 客户组合\n", NOTE_PORTFOLIO },
		{ "a.md", "# 季度计划：2026年第四季度\n", NOTE_PLAN },
		{ "a.md", "# 2026年目标\n", NOTE_GOALS },
		{ "a.md", "# 会谈 7 — 李雷 — 2026-11-20\n", NOTE_SESSION },
		{ "a.md", "# First\n\n# Client Portfolio\n", NOTE_OTHER },
		{ "a.md", "## Client Portfolio\n", NOTE_OTHER },
		{ "a.md", "#Client Portfolio\n", NOTE_OTHER },
		{ "a.md", "    # Client Portfolio\n", NOTE_OTHER },
	};
	CHECK(cases);
}

static void a_title_is_never_guessed(void **state)
{
	(void)state;
	static const struct recognition cases[] = {
		{ "a.md", "# Plan: move house\n", NOTE_OTHER },
		{ "a.md", "# Weekly plan for the garden\n", NOTE_OTHER },
		{ "a.md", "# Career advice for my sister\n", NOTE_OTHER },
		{ "a.md", "# Goals: what I learned from football\n", NOTE_OTHER },
		{ "a.md", "# The portfolio of a painter\n", NOTE_OTHER },
		{ "a.md", "# Sessions\n", NOTE_OTHER },
	};
	CHECK(cases);
}

static void what_is_hidden_names_nothing(void **state)
{
	(void)state;
	static const struct recognition cases[] = {
		{ "a.md", "```\n# Client Portfolio\n```\n", NOTE_OTHER },
		{ "a.md", "~~~ md\n# Client Portfolio\n```\n# Career\n~~~\n", NOTE_OTHER },
		{ "a.md", "````\n```\n# Career\n````\n# Week 2026-W47\n", NOTE_WEEK },
		{ "a.md", "<!-- old\n# Client Portfolio\n-->\n# Career\n", NOTE_CAREER_INDEX },
		{ "a.md", "%%\n# Client Portfolio\n%%\n", NOTE_OTHER },
		{ "a.md", "%% note %%\n# Career\n", NOTE_CAREER_INDEX },
		{ "a.md", "```\n#ai-execution-spec\n```\n", NOTE_OTHER },
		{ "a.md", "use the tag `#ai-execution-spec`\n", NOTE_OTHER },
	};
	CHECK(cases);
}

static void header_and_tag_speak_where_no_title_does(void **state)
{
	(void)state;
	static const struct recognition cases[] = {
		{ "a.md", "# My people\n\n> **Layer:** DRIVERS  \n> **Owner:** Ike\n", NOTE_PORTFOLIO },
		{ "a.md", "> **Owner:** Ike\n> **Ebene:** DRIVERS\n", NOTE_PORTFOLIO },
		{ "a.md", "> **层级：** DRIVERS\n", NOTE_PORTFOLIO },
		{ "a.md", "> **Layer:** METHOD\n", NOTE_OTHER },
		{ "a.md", "> DRIVERS\n", NOTE_OTHER },
		{ "a.md", "# Ana\n\ntext\n\n#ai-execution-spec #coaching\n", NOTE_ENGAGEMENT },
		{ "a.md", "---\ntags: [coaching, ai-execution-spec]\n---\n# Ana\n", NOTE_ENGAGEMENT },
		{ "a.md", "#ai-execution-specification\n", NOTE_OTHER },
		{ "a.md", "see x#ai-execution-spec\n", NOTE_OTHER },
	};
	CHECK(cases);
}

static void the_name_decides_last(void **state)
{
	(void)state;
	static const struct recognition cases[] = {
		{ "Client Portfolio.md", "text\n", NOTE_PORTFOLIO },
		{ "Clients/Ana Silva/Inbox.md", "- text\n", NOTE_INBOX },
		{ "Career/Career Index.md", "", NOTE_CAREER_INDEX },
		{ "Career/2026 Goals.md", "", NOTE_GOALS },
		{ "2026-W47.md", "", NOTE_WEEK },
		{ "Days/2026-11-20.md", "# Friday\n", NOTE_DAY },
		{ "Plans/2026-Q4.md", "", NOTE_PLAN },
		{ "Klientenportfolio.md", "", NOTE_PORTFOLIO },
		{ "客户组合.md", "", NOTE_PORTFOLIO },
		{ "2026-W54.md", "", NOTE_OTHER },
		{ "2026-13-45.md", "", NOTE_OTHER },
		{ "Week.md", "", NOTE_OTHER },
		{ "Session.md", "", NOTE_OTHER },
		{ "Client Portfolio.txt", "", NOTE_OTHER },
		{ "-", "", NOTE_OTHER },
		{ "2026-W47.md", "# Career\n", NOTE_CAREER_INDEX },
	};
	CHECK(cases);
}

static void a_dated_name_is_a_session_only_where_the_note_says_so(void **state)
{
	(void)state;
	static const struct recognition cases[] = {
		{ "2026-11-20 Ana Silva.md", "# Ana\n", NOTE_OTHER },
		{ "2026-11-20 Ana Silva.md", "---\nclient: \"[[Ana Silva]]\"\n---\n", NOTE_SESSION },
		{ "2026-11-20 Ana Silva.md", "---\nclient:\n---\n", NOTE_OTHER },
		{ "2026-11-20 Ana Silva.md", "# Ana\n## Notes\n## Next Session\n", NOTE_SESSION },
		{ "2026-11-20 Ana.md", "## Nächste Sitzung\n", NOTE_SESSION },
		{ "Ana/2026-11-20.md", "---\nclient: Ana\n---\n", NOTE_SESSION },
	};
	CHECK(cases);
}

static void templates_are_no_notes_of_their_kind(void **state)
{
	(void)state;
	static const struct recognition cases[] = {
		{ "Drafts/2026-11-20 Ana reminder.md", "---\ntype: draft\n---\n", NOTE_DRAFT },
		{ "Templates/Session.md", "---\ntype: session\n---\n", NOTE_TEMPLATE },
		{ "x/TEMPLATES/y/a.md", "# Client Portfolio\n", NOTE_TEMPLATE },
		{ "Templates.md", "# Client Portfolio\n", NOTE_PORTFOLIO },
		{ "My Templates/a.md", "# Client Portfolio\n", NOTE_PORTFOLIO },
	};
	CHECK(cases);
}

static void own_words_are_known(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct aliases aliases = ALIASES_INIT;
	aliases_add(&arena, &aliases, ALIAS_HEADING, "client portfolio", SPAN("My flock"));
	assert_int_equal(note_recognise(&aliases, "a.md", SPAN("# My Flock\n")), NOTE_PORTFOLIO);
	arena_release(&arena);
}

static void far_away_text_costs_nothing_and_says_nothing(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	enum { SIZE = 300 << 10 };
	char *text = arena_allocate(&arena, SIZE + 64);
	for (int i = 0; i < SIZE; i++)
		text[i] = i % 80 == 79 ? '\n' : 'x';
	static const char heading[] = "\n# Client Portfolio\n";
	memcpy(text + SIZE, heading, sizeof(heading));
	assert_int_equal(recognise("a.md", text), NOTE_OTHER);
	static const char tag[] = "\n#ai-execution-spec\n";
	memcpy(text + SIZE, tag, sizeof(tag));
	assert_int_equal(recognise("a.md", text), NOTE_ENGAGEMENT);
	arena_release(&arena);
}

static void any_bytes_are_some_kind(void **state)
{
	(void)state;
	static const char bytes[] = "\xFF\xFE#\0\0=\n===\n---\ntype\n>\n``` `\n<!--";
	struct aliases aliases = ALIASES_INIT;
	for (size_t length = 0; length <= sizeof(bytes); length++) {
		struct span cut = { bytes, length };
		assert_int_equal(note_recognise(&aliases, "a.md", cut), NOTE_OTHER);
	}
}

static void a_kind_is_named_in_any_language(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		int kind; /* -1: none */
	} cases[] = { { "session", NOTE_SESSION }, { "Sitzung", NOTE_SESSION }, { "会谈", NOTE_SESSION },
		{ "career_index", NOTE_CAREER_INDEX }, { "Career Index", NOTE_CAREER_INDEX }, { "WEEK", NOTE_WEEK },
		{ "other", NOTE_OTHER }, { "template", NOTE_TEMPLATE }, { "sesion", -1 }, { "", -1 } };
	struct arena arena = ARENA_INIT;
	struct aliases aliases = ALIASES_INIT;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		enum note_kind kind;
		bool named = note_kind_parse(&arena, &aliases, span_of(cases[i].text), &kind);
		assert_int_equal(named ? (int)kind : -1, cases[i].kind);
	}
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_kind_is_named_in_any_language),
		cmocka_unit_test(front_matter_says_the_type),
		cmocka_unit_test(the_first_heading_names_the_kind),
		cmocka_unit_test(a_title_is_never_guessed),
		cmocka_unit_test(what_is_hidden_names_nothing),
		cmocka_unit_test(header_and_tag_speak_where_no_title_does),
		cmocka_unit_test(the_name_decides_last),
		cmocka_unit_test(a_dated_name_is_a_session_only_where_the_note_says_so),
		cmocka_unit_test(templates_are_no_notes_of_their_kind),
		cmocka_unit_test(own_words_are_known),
		cmocka_unit_test(far_away_text_costs_nothing_and_says_nothing),
		cmocka_unit_test(any_bytes_are_some_kind),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
