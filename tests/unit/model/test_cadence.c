/* How often a client meets, as people write it; a month is 52/12 weeks (vault-template/practice/Client Portfolio.md
 * §2). */
#include "note_fixture.h"

#include "model/cadence.h"

struct rate {
	long long numerator, denominator;
};

struct rate_case {
	const char *text;
	struct rate low, high; /* sessions a week */
	int total;
};

static struct cadence read(struct note_fixture *note, const char *text)
{
	return cadence_read(&note->arena, &note->aliases, span_of(text), true);
}

static void assert_rate(struct fraction actual, struct rate expected, const char *text)
{
	if (fraction_compare(actual, fraction_of(expected.numerator, expected.denominator)) != 0)
		fail_msg("\"%s\": %lld/%lld, not %lld/%lld", text, actual.numerator, actual.denominator,
			expected.numerator, expected.denominator);
}

static void check(struct note_fixture *note, const struct rate_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct cadence cadence = read(note, cases[i].text);
		if (!cadence.known)
			fail_msg("\"%s\" is not known", cases[i].text);
		assert_rate(cadence.low, cases[i].low, cases[i].text);
		assert_rate(cadence.high, cases[i].high, cases[i].text);
		assert_int_equal(cadence.total, cases[i].total);
	}
}

#define CHECK(note, cases) check(note, cases, sizeof(cases) / sizeof(*(cases)))
#define SAME(n, d)                                                                                                     \
	{ n, d },                                                                                                      \
	{                                                                                                              \
		n, d                                                                                                   \
	}

static void a_month_is_52_twelfths_of_a_week(void **state)
{
	static const struct rate_case cases[] = {
		{ "2/month", SAME(24, 52), 0 },
		{ "2 / month", SAME(24, 52), 0 },
		{ "2x/month", SAME(24, 52), 0 },
		{ "2 x per month", SAME(24, 52), 0 },
		{ "2× / month", SAME(24, 52), 0 },
		{ "2 per month", SAME(24, 52), 0 },
		{ "twice a month", SAME(24, 52), 0 },
		{ "2 sessions a month", SAME(24, 52), 0 },
		{ "**2/month**", SAME(24, 52), 0 },
		{ "1/month", SAME(12, 52), 0 },
		{ "monthly", SAME(12, 52), 0 },
		{ "1.5/month", SAME(18, 52), 0 },
		{ "1,5/Monat", SAME(18, 52), 0 },
		{ "2/Monat", SAME(24, 52), 0 },
		{ "2x im Monat", SAME(24, 52), 0 },
		{ "zweimal im Monat", SAME(24, 52), 0 },
		{ "monatlich", SAME(12, 52), 0 },
		{ "每月2次", SAME(24, 52), 0 },
		{ "每月２次", SAME(24, 52), 0 },
		{ "２次／月", SAME(24, 52), 0 },
		{ "每月两次", SAME(24, 52), 0 },
		{ "每月一次", SAME(12, 52), 0 },
		{ "every two months", SAME(6, 52), 0 },
		{ "every 3 months", SAME(4, 52), 0 },
		{ "quarterly", SAME(4, 52), 0 },
		{ "vierteljährlich", SAME(4, 52), 0 },
		{ "每季度", SAME(4, 52), 0 },
	};
	CHECK(*state, cases);
}

static void weeks_are_exact(void **state)
{
	static const struct rate_case cases[] = {
		{ "weekly", SAME(1, 1), 0 },
		{ "Weekly", SAME(1, 1), 0 },
		{ "every week", SAME(1, 1), 0 },
		{ "once a week", SAME(1, 1), 0 },
		{ "wöchentlich", SAME(1, 1), 0 },
		{ "每周", SAME(1, 1), 0 },
		{ "每週一次", SAME(1, 1), 0 },
		{ "2/week", SAME(2, 1), 0 },
		{ "2 pro Woche", SAME(2, 1), 0 },
		{ "twice a week", SAME(2, 1), 0 },
		{ "每周两次", SAME(2, 1), 0 },
		{ "bi-weekly", SAME(1, 2), 0 },
		{ "biweekly", SAME(1, 2), 0 },
		{ "bi–weekly", SAME(1, 2), 0 },
		{ "fortnightly", SAME(1, 2), 0 },
		{ "every other week", SAME(1, 2), 0 },
		{ "every 2 weeks", SAME(1, 2), 0 },
		{ "14-tägig", SAME(1, 2), 0 },
		{ "alle 14 Tage", SAME(1, 2), 0 },
		{ "alle 2 Wochen", SAME(1, 2), 0 },
		{ "两周一次", SAME(1, 2), 0 },
		{ "每2周一次", SAME(1, 2), 0 },
		{ "every 3 weeks", SAME(1, 3), 0 },
		{ "alle drei Wochen", SAME(1, 3), 0 },
		{ "alle 3 Wochen", SAME(1, 3), 0 },
		{ "每三周", SAME(1, 3), 0 },
		{ "every 4 weeks", SAME(1, 4), 0 },
		{ "every 10 days", SAME(7, 10), 0 },
	};
	CHECK(*state, cases);
}

static void a_range_stays_a_range(void **state)
{
	static const struct rate_case cases[] = {
		{ "1-2/month", { 12, 52 }, { 24, 52 }, 0 },
		{ "1–2/month", { 12, 52 }, { 24, 52 }, 0 },
		{ "1 – 2 / month", { 12, 52 }, { 24, 52 }, 0 },
		{ "1 to 2 a month", { 12, 52 }, { 24, 52 }, 0 },
		{ "1 bis 2 im Monat", { 12, 52 }, { 24, 52 }, 0 },
		{ "每月1-2次", { 12, 52 }, { 24, 52 }, 0 },
		{ "每月１～２次", { 12, 52 }, { 24, 52 }, 0 },
		{ "2-3 per week", { 2, 1 }, { 3, 1 }, 0 },
		{ "1-2", { 12, 52 }, { 24, 52 }, 0 },
		/* The longer the interval, the fewer the sessions. */
		{ "every 2-3 weeks", { 1, 3 }, { 1, 2 }, 0 },
		{ "alle 2 bis 3 Wochen", { 1, 3 }, { 1, 2 }, 0 },
	};
	CHECK(*state, cases);
}

static void a_package_is_no_rhythm_but_its_size_is_kept(void **state)
{
	static const struct rate_case cases[] = {
		{ "8 sessions total, weekly", SAME(1, 1), 8 },
		{ "weekly, 8 sessions total", SAME(1, 1), 8 },
		{ "weekly (on Tuesdays)", SAME(1, 1), 0 },
		{ "8 sessions total; bi-weekly", SAME(1, 2), 8 },
		{ "10 sessions, 2/month", SAME(24, 52), 10 },
		{ "6 Sitzungen insgesamt, alle 2 Wochen", SAME(1, 2), 6 },
		{ "共8次，每周一次", SAME(1, 1), 8 },
	};
	CHECK(*state, cases);
	struct note_fixture *note = *state;
	struct cadence cadence = read(note, "8 sessions total");
	assert_false(cadence.known);
	assert_int_equal(cadence.total, 8);
}

static void a_bare_number_counts_only_in_a_monthly_column(void **state)
{
	static const struct rate_case cases[] = { { "4", SAME(48, 52), 0 }, { "２", SAME(24, 52), 0 } };
	CHECK(*state, cases);
	struct note_fixture *note = *state;
	assert_false(cadence_read(&note->arena, &note->aliases, SPAN("4"), false).known);
}

static void what_cannot_be_read_is_not_known(void **state)
{
	struct note_fixture *note = *state;
	static const char *const texts[] = { "", "TBD", "tbd", "?", "-", "待定", "noch offen", "whenever she calls",
		"as needed", "0/month", "-2/month", "2-1/month", "5000/month", "weekly, monthly", "1 / 2 / month",
		"every 0 weeks", "[e.g., 2/month]", "2/lunch", "99999999999/month" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		if (read(note, texts[i]).known)
			fail_msg("\"%s\" is known", texts[i]);
}

static void the_same_rhythm_twice_does_not_contradict(void **state)
{
	static const struct rate_case cases[] = { { "1/week, weekly", SAME(1, 1), 0 },
		{ "2/month, twice a month", SAME(24, 52), 0 } };
	CHECK(*state, cases);
}

static void a_rhythm_is_found_within_a_text(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		enum rhythm_unit unit;
		int every;
		const char *said;
	} cases[] = {
		{ "Monthly check-in, email", RHYTHM_MONTH, 1, "monthly" },
		{ "Bi-weekly call", RHYTHM_WEEK, 2, "every 2 weeks" },
		{ "Quarterly update email", RHYTHM_QUARTER, 1, "quarterly" },
		{ "coffee every 6 weeks", RHYTHM_WEEK, 6, "every 6 weeks" },
		{ "First Monday of each month", RHYTHM_MONTH, 1, "monthly" },
		{ "alle 2 Wochen per Telefon", RHYTHM_WEEK, 2, "every 2 weeks" },
		{ "jedes Quartal", RHYTHM_QUARTER, 1, "quarterly" },
		{ "每季度一次邮件", RHYTHM_QUARTER, 1, "quarterly" },
		{ "twice a month, by mail", RHYTHM_MONTH, 1, "monthly" },
		{ "yearly lunch", RHYTHM_YEAR, 1, "yearly" },
		{ "email", RHYTHM_NONE, 0, "" },
		{ "", RHYTHM_NONE, 0, "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct rhythm rhythm = rhythm_find(&note->arena, &note->aliases, span_of(cases[i].text));
		if (rhythm.unit != cases[i].unit || rhythm.every != cases[i].every)
			fail_msg("\"%s\": unit %d every %d", cases[i].text, (int)rhythm.unit, rhythm.every);
		assert_string_equal(rhythm_text(&note->arena, rhythm), cases[i].said);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_month_is_52_twelfths_of_a_week),
		NOTE_TEST(weeks_are_exact),
		NOTE_TEST(a_range_stays_a_range),
		NOTE_TEST(a_package_is_no_rhythm_but_its_size_is_kept),
		NOTE_TEST(a_bare_number_counts_only_in_a_monthly_column),
		NOTE_TEST(what_cannot_be_read_is_not_known),
		NOTE_TEST(the_same_rhythm_twice_does_not_contradict),
		NOTE_TEST(a_rhythm_is_found_within_a_text),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
