/* Figures as people write them for a metric (docs/formats.md, "Figures"). */
#include "test.h"

#include "model/figure.h"

static const char *shown(struct arena *arena, struct figure figure)
{
	if (!figure.known)
		return figure.two_readings ? "two readings" : "unknown";
	return arena_printf(arena, "%.10g|%.*s", (double)figure.thousandths / 1000, SPAN_PRINT(figure.unit));
}

static void a_figure_has_a_value_and_a_unit(void **state)
{
	(void)state;
	static const struct {
		const char *text, *figure;
	} cases[] = {
		{ "8", "8|" },
		{ "**8**", "8|" },
		{ "35%", "35|%" },
		{ "35 %", "35|%" },
		{ "３５％", "35|%" },
		{ "$40k", "40000|$" },
		{ "$ 1.2M", "1200000|$" },
		{ "40k", "40000|" },
		{ "€ 1,2 Mio.", "1200000|€" },
		{ "40.000 €", "40000|€" },
		{ "40,000", "40000|" },
		{ "1,234,567.5", "1234567.5|" },
		{ "1.234.567,5", "1234567.5|" },
		{ "1'200", "1200|" },
		{ "2.125", "two readings" },
		{ "0,125", "0.125|" },
		{ "1.5h", "90|min" },
		{ "90 min", "90|min" },
		{ "1,5 Stunden", "90|min" },
		{ "2小时", "120|min" },
		{ "3万元", "30000|元" },
		{ "¥300", "300|¥" },
		{ "7/10", "7|/10" },
		{ "12 clients", "12|clients" },
		{ "about 12 clients", "12|clients" },
		{ "-3", "-3|" },
		{ "3 → 8", "8|" },
		{ "3 -> 5 -> 8 calls", "8|calls" },
		{ "EUR 500", "500|€" },
		{ "6 m", "6|m" },
		/* thousands or decimals: what has two readings is not guessed */
		{ "1.200", "two readings" },
		{ "1.200 Kunden", "two readings" },
		{ "$1.250M", "two readings" },
		{ "0.125", "0.125|" },
		{ "1200.125", "1200.125|" },
		{ "1.200 €", "1200|€" },
		{ "1.200 € netto", "1200|€" },
		/* magnitudes, and none that is not known */
		{ "$2B", "2000000000|$" },
		{ "$2bn", "2000000000|$" },
		{ "€ 3 Mrd", "3000000000|€" },
		{ "3 Mrd. €", "3000000000|€" },
		{ "2m €", "2000000|€" },
		{ "30亿", "3000000000|" },
		{ "$1000M", "1000000000|$" },
		{ "1234567890", "1234567890|" },
		{ "$40k MRR", "40000|$" },
		{ "$500 per month", "500|$" },
		{ "$500/month", "500|$" },
		{ "500 USD", "500|$" },
		/* times */
		{ "2h 15min", "135|min" },
		{ "2h15", "135|min" },
		{ "26 Std. 30 Min.", "1590|min" },
		{ "2小时15分钟", "135|min" },
		{ "1:30", "90|min" },
		{ "1 day", "1|day" },
		{ "2 Wochen", "14|day" },
		{ "1 year", "12|month" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena arena = ARENA_INIT;
		const char *got = shown(&arena, figure_read(&arena, span_of(cases[i].text)));
		if (strcmp(got, cases[i].figure) != 0)
			fail_msg("\"%s\" is read as %s, not %s", cases[i].text, got, cases[i].figure);
		arena_release(&arena);
	}
}

static void what_is_no_one_figure_is_unknown(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "low", "TBD", "10 or 12", "10-12", "1000000000001", "9999亿9",
		"$2 zillion", "€ 3 Fantastillionen", "$999999B", "1.2345", "3 →", "2026-11-20", "5 of 10", "1:3",
		"1:75", "2h 75", "2h 15%", "999999999999k", "1234567890123" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct arena arena = ARENA_INIT;
		if (figure_read(&arena, span_of(texts[i])).known)
			fail_msg("\"%s\" is read as %s", texts[i],
				shown(&arena, figure_read(&arena, span_of(texts[i]))));
		arena_release(&arena);
	}
}

static void the_start_of_a_way_is_told_by_its_arrow(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	assert_string_equal(shown(&arena, figure_read(&arena, figure_start(&arena, SPAN("3 → 8")))), "3|");
	assert_string_equal(shown(&arena, figure_read(&arena, figure_start(&arena, SPAN("**$3k** -> $8k")))), "3000|$");
	assert_int_equal(figure_start(&arena, SPAN("8")).length, 0);
	arena_release(&arena);
}

static void the_cells_of_a_row_tell_how_one_of_them_is_read(void **state)
{
	(void)state;
	static const struct {
		const char *texts[3];
		const char *figures;
	} cases[] = {
		{ { "800", "1.200", "1.000" }, "800| 1200| 1000|" },
		{ { "800 Kunden", "1.200 Kunden", "900" }, "800|kunden 1200|kunden 900|" },
		{ { "2.5", "2.125", "3" }, "2.5| 2.125| 3|" },
		{ { "1,5", "1.200", "3" }, "1.5| 1200| 3|" },
		{ { "1,5", "1,250", "3" }, "1.5| 1.25| 3|" },
		{ { "1.200.000", "1.500", "" }, "1200000| 1500| unknown" },
		{ { "1,200.5", "1.500", "" }, "1200.5| 1.5| unknown" },
		{ { "40.000 €", "60.000", "50.000" }, "40000|€ 60000| 50000|" },
		/* all of one form: either reading is the same share of the way */
		{ { "1.000", "2.000", "1.500" }, "1000| 2000| 1500|" },
		{ { "0", "2.000", "1.500" }, "0| 2000| 1500|" },
		/* nothing decides */
		{ { "50", "1.200", "300" }, "50| 1200| 300|" },
		{ { "5", "1.200", "7" }, "5| two readings 7|" },
		{ { "2", "2.125", "3" }, "2| two readings 3|" },
		{ { "", "1.200", "" }, "unknown two readings unknown" },
		{ { "1,5", "2.5", "1.200" }, "1.5| 2.5| two readings" },
		{ { "800 %", "1.200 Kunden", "" }, "800|% two readings unknown" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena arena = ARENA_INIT;
		struct figure figures[3];
		struct span texts[3];
		for (int k = 0; k < 3; k++)
			texts[k] = span_of(cases[i].texts[k]);
		figures_read(&arena, texts, 3, figures);
		const char *got = arena_printf(&arena, "%s %s %s", shown(&arena, figures[0]), shown(&arena, figures[1]),
			shown(&arena, figures[2]));
		if (strcmp(got, cases[i].figures) != 0)
			fail_msg("%zu: %s, not %s", i, got, cases[i].figures);
		arena_release(&arena);
	}
}

static void figures_of_one_unit_are_alike(void **state)
{
	(void)state;
	static const struct {
		const char *a, *b;
		bool alike;
	} cases[] = {
		{ "$40k", "$50k", true },
		{ "40", "$50", true },
		{ "1.5h", "90 min", true },
		{ "35%", "$50", false },
		{ "7/10", "8/10", true },
		{ "7/10", "3/5", false },
		{ "5 days", "1 day", true },
		{ "1 week", "5 days", true },
		{ "1 month", "5 days", false },
		{ "12 clients", "1 client", true },
		{ "3 Gespräche", "1 Gespräch", true },
		{ "3 new companies", "1 new company", true },
		{ "3 clients", "3 clicks", false },
		{ "3 clients", "3 new clients", false },
		{ "3 new", "3 new clients", false },
		{ "6 m", "6 mm", false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena arena = ARENA_INIT;
		struct figure a = figure_read(&arena, span_of(cases[i].a));
		struct figure b = figure_read(&arena, span_of(cases[i].b));
		if (figure_is_alike(&a, &b) != cases[i].alike)
			fail_msg("%s and %s", cases[i].a, cases[i].b);
		arena_release(&arena);
	}
}

static void a_name_may_say_the_unit(void **state)
{
	(void)state;
	static const struct {
		const char *name, *unit;
		long long times;
	} cases[] = {
		{ "Hours in meetings per week", "min", 60 },
		{ "Minuten je Gespräch", "min", 1 },
		{ "每周会议小时", "min", 60 },
		{ "Weeks without a break", "day", 7 },
		{ "New clients", "client", 1 },
		{ "Share (%)", "%", 1 },
		{ "Umsatz in €", "€", 1 },
		{ "Time in meetings", "min", 0 },
		{ "Shown", "min", 0 },
		{ "Share", "%", 0 },
		{ "", "%", 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena arena = ARENA_INIT;
		long long times = figure_unit_in(&arena, span_of(cases[i].name), span_of(cases[i].unit));
		if (times != cases[i].times)
			fail_msg("%s: %lld", cases[i].name, times);
		arena_release(&arena);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_figure_has_a_value_and_a_unit),
		cmocka_unit_test(what_is_no_one_figure_is_unknown),
		cmocka_unit_test(the_start_of_a_way_is_told_by_its_arrow),
		cmocka_unit_test(the_cells_of_a_row_tell_how_one_of_them_is_read),
		cmocka_unit_test(figures_of_one_unit_are_alike),
		cmocka_unit_test(a_name_may_say_the_unit),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
