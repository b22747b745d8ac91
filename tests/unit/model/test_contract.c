/* The capacity contract's ratio, however a person writes it (vault-template/practice/Client Portfolio.md §4). */
#include "note_fixture.h"

#include "model/contract.h"

/* Reads a whole note; the result as "50.0/30.0/20.0" (coaching/bizdev/admin), or "unknown". */
static const char *ratio(struct note_fixture *note, const char *text)
{
	note->findings.count = 0;
	struct capacity_contract contract;
	contract_read(note_outline(note, "p.md", text), &contract, &note->findings);
	if (!contract.known)
		return "unknown";
	const int *tenths = contract.tenths;
	return arena_printf(&note->arena, "%d.%d/%d.%d/%d.%d", tenths[0] / 10, tenths[0] % 10, tenths[1] / 10,
		tenths[1] % 10, tenths[2] / 10, tenths[2] % 10);
}

/* The same for what stands in the capacity contract's section. */
static const char *ratio_of(struct note_fixture *note, const char *body)
{
	return ratio(note, arena_printf(&note->arena, "# P\n\n## 4. The Capacity Contract\n\n%s\n", body));
}

struct ratio_case {
	const char *body;
	const char *ratio;
};

static void check(struct note_fixture *note, const struct ratio_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *actual = ratio_of(note, cases[i].body);
		if (strcmp(actual, cases[i].ratio) != 0)
			fail_msg("\"%s\": %s, not %s", cases[i].body, actual, cases[i].ratio);
		assert_string_equal(note_findings(note), "");
	}
}

#define CHECK(note, cases) check(note, cases, sizeof(cases) / sizeof(*(cases)))

static void a_sentence_is_read(void **state)
{
	static const struct ratio_case cases[] = {
		{ "* **The Ratio:** Each week, I allocate approximately **50%** to Direct Coaching (sessions + prep), "
		  "**30%** to Business Development (marketing, lead follow-up, networking), and **20%** to Admin & CPD "
		  "(invoicing, notes, supervision, learning).",
			"50.0/30.0/20.0" },
		{ "**The Ratio:** 50% to Direct Coaching, 30% to Business Development, 20% to Admin & CPD",
			"50.0/30.0/20.0" },
		{ "**The Ratio:** [55]% to Direct Coaching, [25%] to Business Development and **[20]%** to Admin",
			"55.0/25.0/20.0" },
		{ "**The Ratio:** Admin gets 20%, coaching gets 50%, biz dev gets 30%", "50.0/30.0/20.0" },
		{ "**The Ratio:** Admin 20%, Coaching 50%, Biz Dev 30%", "50.0/30.0/20.0" },
		{ "**The Ratio:** Coaching: 50%; Biz Dev: 30%; Admin: 20%", "50.0/30.0/20.0" },
		{ "**The Ratio:** 50 % coaching, 30 % biz dev, 20 % admin", "50.0/30.0/20.0" },
		{ "**The Ratio:** 50% coaching\n30% biz dev\n20% admin", "50.0/30.0/20.0" },
		{ "**The Ratio:** ５０％ coaching, ３０％ biz dev, ２０％ admin", "50.0/30.0/20.0" },
		{ "**Verhältnis:** 50\xC2\xA0% Coaching, 25\xC2\xA0% Akquise, 25\xC2\xA0% Verwaltung und Fortbildung",
			"50.0/25.0/25.0" },
		{ "**Das Verhältnis:** Etwa die Hälfte (50 %) für Coaching, 30 % für Akquise und 20 % für Verwaltung",
			"unknown" },
		{ "**比例：** 每周约５０％用于直接教练（会谈与准备），３０％用于业务拓展，２０％用于行政与学习。",
			"50.0/30.0/20.0" },
		{ "**比例**：教练50%、业务拓展30%、行政20%", "50.0/30.0/20.0" },
		{ "The Ratio: 50% coaching, 30% biz dev, 20% admin", "50.0/30.0/20.0" },
	};
	struct note_fixture *note = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *actual = ratio_of(note, cases[i].body);
		if (strcmp(actual, cases[i].ratio) != 0)
			fail_msg("\"%s\": %s, not %s", cases[i].body, actual, cases[i].ratio);
	}
}

static void a_list_is_read(void **state)
{
	static const struct ratio_case cases[] = {
		{ "* **40% (2.5 hrs):** Direct Coaching (1-on-1)\n* **40% (2.5 hrs):** Business Development\n"
		  "* **20% (1 hr):** Admin & CPD\n",
			"40.0/40.0/20.0" },
		{ "**The Ratio:**\n\n- Admin & CPD: 20%\n- Direct Coaching: 50%\n- Biz Dev: 30%\n", "50.0/30.0/20.0" },
		{ "1. Coaching 33%\n2. Biz dev 33%\n3. Admin 33%\n", "33.0/33.0/33.0" },
		{ "- Coaching — 50 %\n- Marketing — 30 %\n- Admin — 15 %\n- CPD — 5 %\n", "50.0/30.0/20.0" },
		{ "- Coaching: 100%\n- Biz dev: 0%\n- Admin: 0%\n", "unknown" },
		{ "- 教练：５０％\n- 业务拓展：３０％\n- 行政：２０％\n", "50.0/30.0/20.0" },
		{ "- 50 % Coaching\n- 25 % Akquise\n- 25 % Verwaltung\n", "50.0/25.0/25.0" },
	};
	struct note_fixture *note = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *actual = ratio_of(note, cases[i].body);
		if (strcmp(actual, cases[i].ratio) != 0)
			fail_msg("\"%s\": %s, not %s", cases[i].body, actual, cases[i].ratio);
	}
}

static void a_table_is_read(void **state)
{
	static const struct ratio_case cases[] = {
		{ "| Category | Share |\n| --- | --- |\n| Direct Coaching | 50% |\n| Marketing | 25% |\n| Admin | 15% |\n"
		  "| CPD | 10% |\n",
			"50.0/25.0/25.0" },
		{ "| Share | Category | Which means |\n| --- | --- | --- |\n| **50** | Coaching | 3 hours |\n"
		  "| 30 | Biz Dev | 2 hours, 40% of Friday |\n| 20 | Admin | |\n",
			"50.0/30.0/20.0" },
		{ "| Bereich | Anteil |\n| --- | ---: |\n| Coaching | 33,3 % |\n| Akquise | 33,3 % |\n"
		  "| Verwaltung | 33,4 % |\n",
			"33.3/33.3/33.4" },
	};
	CHECK(*state, cases);
}

static void three_figures_are_read_in_the_order_of_their_brackets(void **state)
{
	static const struct ratio_case cases[] = {
		{ "**The Ratio:** 50/30/20", "50.0/30.0/20.0" },
		{ "**The Ratio:** **50 / 30 / 20**", "50.0/30.0/20.0" },
		{ "**The Ratio:** 50% / 30% / 20%", "50.0/30.0/20.0" },
		{ "**The Ratio:** [50]/[30]/[20]", "50.0/30.0/20.0" },
		{ "**The Ratio:** 50:30:20", "50.0/30.0/20.0" },
		{ "**The Ratio:** ５０／３０／２０", "50.0/30.0/20.0" },
		{ "**The Ratio:** 50/30/20 (coaching / biz dev / admin)", "50.0/30.0/20.0" },
		{ "**The Ratio:** 20/50/30 (admin / coaching / biz dev)", "50.0/30.0/20.0" },
		{ "**The Ratio:** 20/50/30 (admin, coaching, biz dev)", "50.0/30.0/20.0" },
		{ "**The Ratio:** 20/50/30（行政／教练／业务拓展）", "50.0/30.0/20.0" },
		{ "**The Ratio:** 50/30/20 (since May)", "50.0/30.0/20.0" },
		{ "**The Ratio:** 33.3/33.3/33.4", "33.3/33.3/33.4" },
		{ "**The Ratio:** 50/30/20 (20/50/30 last year)", "50.0/30.0/20.0" },
		{ "50/30/20", "50.0/30.0/20.0" },
	};
	CHECK(*state, cases);
}

static void decimals_are_exact(void **state)
{
	static const struct ratio_case cases[] = {
		{ "**The Ratio:** 33.3% coaching, 33.3% biz dev, 33.4% admin", "33.3/33.3/33.4" },
		{ "**The Ratio:** 33,3 % Coaching, 33,3 % Akquise, 33,4 % Verwaltung", "33.3/33.3/33.4" },
		{ "**The Ratio:** 62.5% coaching, 25% biz dev, 12.5% admin", "62.5/25.0/12.5" },
		{ "**The Ratio:** 33.33% coaching, 33.33% biz dev, 33.34% admin", "33.3/33.3/33.3" },
	};
	CHECK(*state, cases);
}

static void shares_of_one_category_add_up(void **state)
{
	static const struct ratio_case cases[] = {
		{ "**The Ratio:** 50% coaching, 25% marketing, 15% admin, 10% CPD", "50.0/25.0/25.0" },
		{ "**The Ratio:** 40% sessions, 10% prep, 30% biz dev, 20% admin", "50.0/30.0/20.0" },
	};
	CHECK(*state, cases);
}

static void the_sum_is_a_hundred_give_or_take_rounding(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		const char *ratio;
		const char *findings;
	} cases[] = {
		{ "**The Ratio:** 33/33/33", "33.0/33.0/33.0", "" },
		{ "**The Ratio:** 34/34/33", "34.0/34.0/33.0", "" },
		{ "**The Ratio:** 33/33/32", "unknown", "contract_sum 5:16" },
		{ "**The Ratio:** 34/34/34", "unknown", "contract_sum 5:16" },
		{ "**The Ratio:** 40% coaching, 50% biz dev, 20% admin", "unknown", "contract_sum 5:16" },
		{ "**The Ratio:** 98.9% coaching, 0% biz dev, 0% admin", "unknown", "contract_sum 5:16" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *actual = ratio_of(note, cases[i].text);
		if (strcmp(actual, cases[i].ratio) != 0)
			fail_msg("\"%s\": %s", cases[i].text, actual);
		assert_string_equal(note_findings(note), cases[i].findings);
	}
	ratio_of(note, "**The Ratio:** 40% coaching, 50% biz dev, 20% admin");
	assert_string_equal(note->findings.items[0].message, "the capacity contract adds up to 110%, not 100%");
	assert_string_equal(
		note->findings.items[0].hint, "the three shares in \"The Ratio\" must sum to 100 (40 + 50 + 20 found)");
	assert_int_equal(finding_code_severity(note->findings.items[0].code), SEVERITY_ERROR);
}

static void what_is_not_filled_in_is_no_number(void **state)
{
	struct note_fixture *note = *state;
	static const char *const bodies[] = {
		"**The Ratio:** about **[X]%** to Direct Coaching (prep), **[Y]%** to Biz Dev, **[Z]%** to Admin (notes).",
		"**The Ratio:** [e.g., 50/30/20]",
		"**The Ratio:** 50% to Direct Coaching, [Y]% to Business Development, [Z]% to Admin",
		"**The Ratio:** [your split]",
	};
	for (size_t i = 0; i < sizeof(bodies) / sizeof(*bodies); i++) {
		assert_string_equal(ratio_of(note, bodies[i]), "unknown");
		assert_int_equal(note->findings.count, 1);
		assert_int_equal(note->findings.items[0].code, FINDING_PLACEHOLDER);
	}
}

static void what_cannot_be_read_is_named_and_not_guessed(void **state)
{
	struct note_fixture *note = *state;
	static const char *const bodies[] = {
		"Half the week with clients, the rest as it comes.",
		"**The Ratio:** half the week",
		"**The Ratio:** 40-50% coaching, 30% biz dev, 20% admin",
		"**The Ratio:** 40–50% coaching, 30% biz dev, 20% admin",
		"**The Ratio:** 50% coaching, 30% gardening, 20% admin",
		"**The Ratio:** 50/30",
		"**The Ratio:** 50/30/15/5",
		"**The Ratio:** on 2026/11/20 we talk about it",
		"",
	};
	for (size_t i = 0; i < sizeof(bodies) / sizeof(*bodies); i++) {
		const char *actual = ratio_of(note, bodies[i]);
		if (strcmp(actual, "unknown") != 0)
			fail_msg("\"%s\": %s", bodies[i], actual);
		assert_int_equal(note->findings.count, 1);
		assert_int_equal(note->findings.items[0].code, FINDING_CONTRACT_MISSING);
	}
}

static void numbers_elsewhere_are_no_shares(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(ratio(note, "# P\n\nOur reply rate is 80% for coaching and 20% for admin.\n\n"
					"## The Capacity Contract\n\n* 10% off for clients of marketing\n\n"
					"**The Ratio:** 50/30/20\n"),
		"50.0/30.0/20.0");
	assert_string_equal(
		ratio(note, "## The Capacity Contract\n\n```\n90/5/5\n```\n<!-- 10/10/80 -->\n%% 1/1/98 %%\n"
			    "**The Ratio:** 50/30/20\n"),
		"50.0/30.0/20.0");
	assert_string_equal(ratio(note, "# P\n\n**The Ratio:** 50/30/20\n"), "50.0/30.0/20.0");
}

static void a_text_alone_is_read(void **state)
{
	struct note_fixture *note = *state;
	int tenths[CATEGORY_COUNT] = { 1, 2, 3 };
	assert_true(contract_read_text(&note->arena, &note->aliases, SPAN("20/50/30 (admin/coaching/bd)"), tenths));
	assert_int_equal(tenths[CATEGORY_COACHING], 500);
	assert_int_equal(tenths[CATEGORY_BIZDEV], 300);
	assert_int_equal(tenths[CATEGORY_ADMIN], 200);
	assert_false(contract_read_text(&note->arena, &note->aliases, SPAN("50% coaching, 50% of what"), tenths));
	assert_int_equal(tenths[CATEGORY_COACHING], 500);
}

static void two_ratios_that_differ_are_an_error_and_none_counts(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(ratio_of(note, "**The Ratio:** 50/30/20\n\n**The Ratio:** 60/20/20"), "unknown");
	assert_string_equal(note_findings(note), "contract_contradicts 7:16");
	assert_string_equal(note->findings.items[0].message,
		"The Ratio says 60 + 20 + 20 here and 50 + 30 + 20 before: neither was read");
	assert_string_equal(ratio_of(note, "**The Ratio:** 50/30/20\n\n**The Ratio:** 50/30/20"), "50.0/30.0/20.0");
	assert_string_equal(note_findings(note), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_sentence_is_read),
		NOTE_TEST(a_list_is_read),
		NOTE_TEST(a_table_is_read),
		NOTE_TEST(three_figures_are_read_in_the_order_of_their_brackets),
		NOTE_TEST(decimals_are_exact),
		NOTE_TEST(shares_of_one_category_add_up),
		NOTE_TEST(the_sum_is_a_hundred_give_or_take_rounding),
		NOTE_TEST(what_is_not_filled_in_is_no_number),
		NOTE_TEST(what_cannot_be_read_is_named_and_not_guessed),
		NOTE_TEST(numbers_elsewhere_are_no_shares),
		NOTE_TEST(a_text_alone_is_read),
		NOTE_TEST(two_ratios_that_differ_are_an_error_and_none_counts),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
