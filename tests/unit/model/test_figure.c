/* Figures as people write them for a metric (docs/formats.md, "Figures"). */
#include "test.h"

#include "model/figure.h"

static const char *shown(struct arena *arena, struct figure figure)
{
	if (!figure.known)
		return "unknown";
	return arena_printf(
		arena, "%lld/%lld|%.*s", figure.value.numerator, figure.value.denominator, SPAN_PRINT(figure.unit));
}

static void a_figure_has_a_value_and_a_unit(void **state)
{
	(void)state;
	static const struct {
		const char *text, *figure;
	} cases[] = {
		{ "8", "8/1|" },
		{ "**8**", "8/1|" },
		{ "35%", "35/1|%" },
		{ "35 %", "35/1|%" },
		{ "３５％", "35/1|%" },
		{ "$40k", "40000/1|$" },
		{ "$ 1.2M", "1200000/1|$" },
		{ "40k", "40000/1|" },
		{ "€ 1,2 Mio.", "1200000/1|€" },
		{ "40.000 €", "40000/1|€" },
		{ "40,000", "40000/1|" },
		{ "1,234,567.5", "2469135/2|" },
		{ "1.234.567,5", "2469135/2|" },
		{ "1'200", "1200/1|" },
		{ "2.125", "17/8|" },
		{ "0,125", "1/8|" },
		{ "1.5h", "90/1|min" },
		{ "90 min", "90/1|min" },
		{ "1,5 Stunden", "90/1|min" },
		{ "2小时", "120/1|min" },
		{ "3万元", "30000/1|元" },
		{ "¥300", "300/1|¥" },
		{ "7/10", "7/1|/10" },
		{ "12 clients", "12/1|clients" },
		{ "about 12 clients", "12/1|clients" },
		{ "-3", "-3/1|" },
		{ "3 → 8", "8/1|" },
		{ "3 -> 5 -> 8 calls", "8/1|calls" },
		{ "EUR 500", "500/1|eur" },
		{ "6 m", "6/1|m" },
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
	static const char *const texts[] = { "", "low", "TBD", "10 or 12", "10-12", "1234567890", "30亿", "$1000M",
		"1.2345", "3 →", "2026-11-20", "5 of 10" };
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
	assert_string_equal(shown(&arena, figure_read_start(&arena, SPAN("3 → 8"))), "3/1|");
	assert_string_equal(shown(&arena, figure_read_start(&arena, SPAN("$3k -> $8k"))), "3000/1|$");
	assert_false(figure_read_start(&arena, SPAN("8")).known);
	arena_release(&arena);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_figure_has_a_value_and_a_unit),
		cmocka_unit_test(what_is_no_one_figure_is_unknown),
		cmocka_unit_test(the_start_of_a_way_is_told_by_its_arrow),
		cmocka_unit_test(figures_of_one_unit_are_alike),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
