/* What is not filled in yet: counted by lines, and where nobody meant a placeholder, not at all. */
#include "note_fixture.h"

#include "model/unfilled.h"

static size_t count(struct note_fixture *note, enum note_kind kind, const char *text)
{
	return unfilled_lines(note_outline(note, "note.md", text), kind, NULL);
}

static void each_line_counts_once(void **state)
{
	assert_int_equal(count(*state, NOTE_PORTFOLIO, "**Owner:** [Your Name]\n| [Client] | [Status] |\nplain\n"), 2);
	assert_int_equal(count(*state, NOTE_PORTFOLIO, "---\nclient: \"[Name]\"\ntags: [a, b]\n---\n"), 1);
}

static void brackets_that_mean_something_do_not_count(void **state)
{
	static const struct {
		enum note_kind kind;
		const char *text;
	} cases[] = {
		{ NOTE_PORTFOLIO, "- [ ] a\n- [x] b\n[[Link]] [text](url) `[code]` <!-- [comment] -->\n" },
		{ NOTE_SESSION, "## Notes\nShe said [laughs] no.\n" },
		{ NOTE_SESSION, "## Action Items\n- [ ] Write [owner:: client]\n" },
		{ NOTE_PORTFOLIO, "**The Ratio:** [55]% and [45.5]%\n" },
		{ NOTE_INBOX, "- 2026-11-18 09:12 \xE2\x86\x90 [slack] The CFO moved it.\n" },
		{ NOTE_PLAN, "* [March Week 2] Onboard Client 1\n" },
		{ NOTE_TEMPLATE, "[Name]\n" },
		{ NOTE_OTHER, "[Name]\n" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(count(*state, cases[i].kind, cases[i].text), 0);
}

static void what_is_behind_a_period_still_counts(void **state)
{
	assert_int_equal(count(*state, NOTE_PLAN, "* [March Week 2] [What]\n"), 1);
	assert_int_equal(count(*state, NOTE_SESSION, "## Notes\n[a]\n## Summary\n[b]\n"), 1);
}

static void the_finding_stands_at_the_first_and_counts_the_others(void **state)
{
	struct note_fixture *note = *state;
	unfilled_lines(note_outline(note, "note.md", "x\n| [A] | [B] | [C] |\n"), NOTE_PORTFOLIO, &note->findings);
	assert_string_equal(note_findings(note), "placeholder 2:3");
	assert_string_equal(note->findings.items[0].message, "[A] is not filled in yet, nor 2 more on this line");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(each_line_counts_once),
		NOTE_TEST(brackets_that_mean_something_do_not_count),
		NOTE_TEST(what_is_behind_a_period_still_counts),
		NOTE_TEST(the_finding_stands_at_the_first_and_counts_the_others),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
