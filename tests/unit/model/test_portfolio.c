/* The client portfolio but for roster, ratio, rituals and partners, which have tests of their own. */
#include "note_fixture.h"

#include "model/portfolio.h"

static struct portfolio read(struct note_fixture *note, const char *text)
{
	struct portfolio portfolio;
	note->findings.count = 0;
	portfolio_read(note_outline(note, "p.md", text), &portfolio, &note->findings);
	return portfolio;
}

static size_t count_of(const struct note_fixture *note, enum finding_code code)
{
	size_t count = 0;
	for (size_t i = 0; i < note->findings.count; i++)
		count += note->findings.items[i].code == code;
	return count;
}

static void the_maximum_is_the_first_number_or_the_end_of_its_range(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		int maximum; /* 0: unknown */
	} cases[] = {
		{ "* **Maximum Weekly Sessions:** 6 active client sessions per week (beyond this, quality drops).", 6 },
		{ "**Maximum Weekly Sessions:** **6**", 6 },
		{ "**Maximum Weekly Sessions:** [6]", 6 },
		{ "**Maximum Weekly Sessions:** 5-6", 6 },
		{ "**Maximum Weekly Sessions:** 5–6 a week", 6 },
		{ "**Maximum Weekly Sessions:** 5 – 6", 6 },
		{ "**Maximum Weekly Sessions:** 5 to 6", 6 },
		{ "**Maximum Weekly Sessions:** at most 2. Not 3.", 2 },
		{ "**Max sessions per week:** 4", 4 },
		{ "Maximum Weekly Sessions: 7", 7 },
		{ "**Höchstzahl der Sitzungen:** 5 bis 6", 6 },
		{ "**每周最多会谈：** ８次", 8 },
		{ "**Maximum Weekly Sessions:** six", 0 },
		{ "**Maximum Weekly Sessions:** 0", 0 },
		{ "**Maximum Weekly Sessions:** 5000", 0 },
		{ "**Maximum Weekly Sessions:**", 0 },
		{ "%% **Maximum Weekly Sessions:** 40 %%", 0 },
		{ "", 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct portfolio portfolio = read(note, cases[i].text);
		int maximum = portfolio.maximum_known ? portfolio.maximum_sessions : 0;
		if (maximum != cases[i].maximum)
			fail_msg("\"%s\": %d", cases[i].text, maximum);
		assert_int_equal(count_of(note, FINDING_MAXIMUM_MISSING), maximum == 0);
	}
}

static void a_maximum_that_is_not_one_number_is_named(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *values[2];
		int maximum; /* 0: unknown */
		enum finding_code code;
	} cases[] = {
		{ { "6", "4" }, 0, FINDING_CONTRACT_CONTRADICTS },
		{ { "24 hours notice, then 6" }, 0, FINDING_CONTRACT_CONTRADICTS },
		{ { "-3" }, 0, FINDING_BAD_VALUE },
		{ { "2.5" }, 0, FINDING_BAD_VALUE },
		{ { "2,5" }, 0, FINDING_BAD_VALUE },
		{ { "6-8" }, 8, FINDING_RANGE_UPPER },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *text = "";
		for (int k = 0; k < 2 && cases[i].values[k]; k++)
			text = arena_printf(
				&note->arena, "%s**Maximum Weekly Sessions:** %s\n\n", text, cases[i].values[k]);
		struct portfolio portfolio = read(note, text);
		assert_int_equal(portfolio.maximum_known ? portfolio.maximum_sessions : 0, cases[i].maximum);
		assert_int_equal(count_of(note, cases[i].code), 1);
		assert_int_equal(count_of(note, FINDING_MAXIMUM_MISSING), 0);
	}
	static const char *const plain[] = { "6 a week (48 hours notice)", "6\n\n**Maximum Weekly Sessions:** 6" };
	for (size_t i = 0; i < 2; i++) {
		struct portfolio portfolio =
			read(note, arena_printf(&note->arena, "**Maximum Weekly Sessions:** %s\n", plain[i]));
		assert_int_equal(portfolio.maximum_sessions, 6);
		assert_int_equal(count_of(note, FINDING_CONTRACT_CONTRADICTS), 0);
	}
}

static void an_unfilled_maximum_is_no_number(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio = read(note, "* **Maximum Weekly Sessions:** [N] active client sessions per week.");
	assert_false(portfolio.maximum_known);
	assert_int_equal(count_of(note, FINDING_PLACEHOLDER), 1);
	assert_int_equal(count_of(note, FINDING_MAXIMUM_MISSING), 0);
	portfolio = read(note, "**Maximum Weekly Sessions:** [e.g., 6 sessions]");
	assert_false(portfolio.maximum_known);
	assert_int_equal(count_of(note, FINDING_PLACEHOLDER), 1);
}

static void the_bandwidth_is_in_minutes(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		int minutes;
	} cases[] = {
		{ "**Total Weekly Bandwidth:** Strictly **6 hours**", 360 },
		{ "**Total Weekly Bandwidth:** 6.5 h", 390 },
		{ "**Total Weekly Bandwidth:** 6,5 Stunden", 390 },
		{ "**Total Weekly Bandwidth:** about 40 hours a week", 2400 },
		{ "**Total Weekly Bandwidth:** 37.5 hours", 2250 },
		{ "**Total Weekly Bandwidth:** 6:30 hours", 390 },
		{ "**Total Weekly Bandwidth:** 6.25 hours", 375 },
		{ "**Total Weekly Bandwidth:** 6,75 Stunden", 405 },
		{ "**Total Weekly Bandwidth:** 6.008 hours", 360 },
		{ "**Total Weekly Bandwidth:** 6.00833333333333 hours", 360 },
		{ "**Total Weekly Bandwidth:** 6.3333333333 hours", 380 },
		{ "**Total Weekly Bandwidth:** 6.999 hours", 420 },
		{ "**Total Weekly Bandwidth:** 6.125 hours", 368 },
		{ "**Total Weekly Bandwidth:** 6. Hours vary", 360 },
		{ "**Total Weekly Bandwidth:** 6:75 hours", 0 },
		{ "**Total Weekly Bandwidth:** [N] hours", 0 },
		{ "**Total Weekly Bandwidth:** [e.g., 6 hours]", 0 },
		{ "**Total Weekly Bandwidth:** 500 hours", 0 },
		{ "**Total Weekly Bandwidth:** enough", 0 },
		{ "", 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int minutes = read(note, cases[i].text).bandwidth_minutes;
		if (minutes != cases[i].minutes)
			fail_msg("\"%s\": %d", cases[i].text, minutes);
	}
}

static void the_breakers_weeks_stand_in_its_sentence(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		int weeks;
	} cases[] = {
		{ "* **The Circuit Breaker:** If Admin or Biz Dev consistently exceeds their contracted allocation for two "
		  "consecutive weeks, I **pause** the lowest priority business development activity.",
			2 },
		{ "**The Circuit Breaker:** over for **three** consecutive weeks", 3 },
		{ "**The Circuit Breaker:** over for 3 consecutive weeks", 3 },
		{ "**The Circuit Breaker:** over for 12 consecutive weeks", 12 },
		{ "**The Circuit Breaker:** over for 13 consecutive weeks", 0 },
		{ "**The Circuit Breaker:** over for three weeks in a row", 3 },
		{ "**Notbremse:** in drei aufeinanderfolgenden Wochen darüber", 3 },
		{ "**熔断机制：** 行政连续两周超出", 2 },
		{ "**The Circuit Breaker:** over for some weeks", 0 },
		{ "", 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		int weeks = read(note, cases[i].text).breaker_weeks;
		if (weeks != cases[i].weeks)
			fail_msg("\"%s\": %d", cases[i].text, weeks);
	}
}

static void the_head_and_the_translation_are_read(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio =
		read(note, "# CLIENT PORTFOLIO\n\n> **Owner:** Una Ray  \n> **Last Updated:** 2026-11-02  \n\n"
			   "## 6. Strategic Translation (Q4 2026)\n\n"
			   "* **Priority Logic:** First the *cohort*, then new clients.\n"
			   "* **The Trade-off Rule:** Sessions are sacred.\n");
	assert_string_equal(date_format(portfolio.updated).text, "2026-11-02");
	assert_span(portfolio.priority_logic, "First the cohort, then new clients.");
	assert_span(portfolio.trade_off_rule, "Sessions are sacred.");
	portfolio = read(note, "> **Last Updated:** [YYYY-MM-DD]\n\n* **Priority Logic:** [How?]\n");
	assert_false(date_is_known(portfolio.updated));
	assert_int_equal(portfolio.priority_logic.length, 0);
	assert_int_equal(count_of(note, FINDING_BAD_DATE), 0);
	portfolio = read(note, "> **Last Updated:** 2026-13-45\n");
	assert_false(date_is_known(portfolio.updated));
	assert_int_equal(count_of(note, FINDING_BAD_DATE), 1);
}

static void one_part_that_is_wrong_leaves_the_rest(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio = read(note,
		"## Active Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n| Ana | 2/month | Active |\n\n"
		"## Capacity Contract\n\n**The Ratio:** 40/50/20\n\n**Maximum Weekly Sessions:** 6\n");
	assert_false(portfolio.contract.known);
	assert_int_equal(portfolio.client_count, 1);
	assert_int_equal(portfolio.maximum_sessions, 6);
	assert_string_equal(note_findings(note), "contract_sum 9:16");
}

static void line_ends_and_a_bom_do_not_matter(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio;
	const struct outline *outline = note_outline_crlf(note, "p.md",
		"\xEF\xBB\xBF## Active Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n"
		"| Ana | 2/month | Active |\n\n## Capacity Contract\n\n**The Ratio:** 50/30/20\n**Maximum Weekly Sessions:** 6");
	portfolio_read(outline, &portfolio, &note->findings);
	assert_string_equal(note_findings(note), "");
	assert_int_equal(portfolio.client_count, 1);
	assert_int_equal(portfolio.contract.tenths[CATEGORY_COACHING], 500);
	assert_int_equal(portfolio.maximum_sessions, 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(the_maximum_is_the_first_number_or_the_end_of_its_range),
		NOTE_TEST(a_maximum_that_is_not_one_number_is_named),
		NOTE_TEST(an_unfilled_maximum_is_no_number),
		NOTE_TEST(the_bandwidth_is_in_minutes),
		NOTE_TEST(the_breakers_weeks_stand_in_its_sentence),
		NOTE_TEST(the_head_and_the_translation_are_read),
		NOTE_TEST(one_part_that_is_wrong_leaves_the_rest),
		NOTE_TEST(line_ends_and_a_bom_do_not_matter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
