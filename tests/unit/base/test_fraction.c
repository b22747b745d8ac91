#include "test.h"

#include "base/fraction.h"

static void assert_fraction(struct fraction value, long long numerator, long long denominator)
{
	assert_int_equal(value.numerator, numerator);
	assert_int_equal(value.denominator, denominator);
}

static void fractions_are_in_lowest_terms_with_a_positive_denominator(void **state)
{
	(void)state;
	assert_fraction(fraction_of(6, 4), 3, 2);
	assert_fraction(fraction_of(6, -4), -3, 2);
	assert_fraction(fraction_of(-6, -4), 3, 2);
	assert_fraction(fraction_of(0, -7), 0, 1);
	assert_fraction(fraction_of(52, 12), 13, 3);
}

static void arithmetic_is_exact(void **state)
{
	(void)state;
	assert_fraction(fraction_add(fraction_of(1, 3), fraction_of(1, 6)), 1, 2);
	assert_fraction(fraction_subtract(fraction_of(1, 3), fraction_of(1, 2)), -1, 6);
	assert_fraction(fraction_multiply(fraction_of(2, 3), fraction_of(3, 4)), 1, 2);
	assert_fraction(fraction_add(fraction_of(1, 3), fraction_of(-1, 3)), 0, 1);
	struct fraction tenth = fraction_of(1, 10);
	struct fraction sum = fraction_of(0, 1);
	for (int i = 0; i < 10; i++)
		sum = fraction_add(sum, tenth);
	assert_int_equal(fraction_compare(sum, fraction_of(1, 1)), 0);
}

static bool are_close(struct fraction a, struct fraction b, long long per)
{
	struct fraction difference = fraction_subtract(a, b);
	return fraction_compare(difference, fraction_of(-1, per)) >= 0 &&
	       fraction_compare(difference, fraction_of(1, per)) <= 0;
}

/* The smallest common denominator of 1/2 to 1/1000 has more than 400 digits. */
static void sums_of_odd_rates_stay_within_bounds(void **state)
{
	(void)state;
	struct fraction up = fraction_of(0, 1);
	struct fraction down = fraction_of(0, 1);
	for (int i = 1; i <= 1000; i++) {
		up = fraction_add(up, fraction_of(1, i));
		down = fraction_add(down, fraction_of(-1, 1001 - i));
		assert_true(up.denominator >= 1 && up.denominator <= 1000000000);
	}
	/* The 1,000th harmonic number is 7.4854708605…. */
	assert_true(are_close(up, fraction_of(748547086, 100000000), 1000000));
	assert_true(are_close(fraction_add(up, down), fraction_of(0, 1), 1000000));
	assert_int_equal(fraction_round(up).tenths, 75);
	assert_int_equal(fraction_round(down).tenths, -75);
}

static void large_values_keep_their_digits(void **state)
{
	(void)state;
	struct fraction large = fraction_add(fraction_of(900000000, 1), fraction_of(1, 999999937));
	assert_true(fraction_compare(large, fraction_of(900000000, 1)) > 0);
	assert_true(fraction_compare(fraction_of(900000000, 1), large) < 0);
	assert_int_equal(fraction_round(large).tenths, 9000000000);
	assert_true(fraction_compare(fraction_of(-1, 999999937), fraction_of(-1, 999999936)) > 0);
}

static void fractions_are_ordered(void **state)
{
	(void)state;
	assert_true(fraction_compare(fraction_of(1, 3), fraction_of(1, 2)) < 0);
	assert_true(fraction_compare(fraction_of(-1, 3), fraction_of(-1, 2)) > 0);
	assert_int_equal(fraction_compare(fraction_of(2, 4), fraction_of(1, 2)), 0);
}

static void tenths_are_rounded_half_away_from_zero(void **state)
{
	(void)state;
	static const struct {
		long long numerator;
		long long denominator;
		long long tenths;
	} cases[] = { { 5, 100, 1 }, { -5, 100, -1 }, { 25, 100, 3 }, { -25, 100, -3 }, { 49, 1000, 0 },
		{ -49, 1000, 0 }, { 1, 3, 3 }, { 2, 3, 7 }, { -2, 3, -7 }, { 100, 3, 333 }, { 0, 1, 0 }, { 40, 1, 400 },
		{ 1999, 1000, 20 }, { 35, 100, 4 }, { -345, 100, -35 } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct decimal rounded = fraction_round(fraction_of(cases[i].numerator, cases[i].denominator));
		assert_true(rounded.known);
		assert_int_equal(rounded.tenths, cases[i].tenths);
	}
}

static void figures_are_written_with_their_sign(void **state)
{
	(void)state;
	static const struct {
		long long tenths;
		const char *text;
		const char *without_tenths;
	} cases[] = { { 125, "12.5", "12.5" }, { -3, "-0.3", "-0.3" }, { -30, "-3.0", "-3" }, { 400, "40.0", "40" },
		{ 0, "0.0", "0" }, { -125, "-12.5", "-12.5" } };
	struct arena arena = ARENA_INIT;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct decimal value = { true, cases[i].tenths };
		assert_string_equal(decimal_text(&arena, value), cases[i].text);
		assert_string_equal(decimal_text_short(&arena, value), cases[i].without_tenths);
	}
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fractions_are_in_lowest_terms_with_a_positive_denominator),
		cmocka_unit_test(arithmetic_is_exact),
		cmocka_unit_test(sums_of_odd_rates_stay_within_bounds),
		cmocka_unit_test(large_values_keep_their_digits),
		cmocka_unit_test(fractions_are_ordered),
		cmocka_unit_test(tenths_are_rounded_half_away_from_zero),
		cmocka_unit_test(figures_are_written_with_their_sign),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
