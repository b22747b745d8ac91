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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fractions_are_in_lowest_terms_with_a_positive_denominator),
		cmocka_unit_test(arithmetic_is_exact),
		cmocka_unit_test(fractions_are_ordered),
		cmocka_unit_test(tenths_are_rounded_half_away_from_zero),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
