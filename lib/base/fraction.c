#include "base/fraction.h"

#include <assert.h>

static long long greatest_common_divisor(long long a, long long b)
{
	while (b) {
		long long rest = a % b;
		a = b;
		b = rest;
	}
	return a < 0 ? -a : a;
}

/* No sum needs a larger denominator: its operands are rounded to this one first. */
static const long long FINEST = 1000000000;

static long long product(long long a, long long b)
{
	long long result = 0;
	bool overflow = __builtin_mul_overflow(a, b, &result);
	assert(!overflow);
	(void)overflow;
	return result;
}

struct fraction fraction_of(long long numerator, long long denominator)
{
	assert(denominator != 0);
	if (denominator < 0) {
		numerator = -numerator;
		denominator = -denominator;
	}
	long long divisor = greatest_common_divisor(numerator, denominator);
	return (struct fraction){ numerator / divisor, denominator / divisor };
}

static long long sum(long long a, long long b)
{
	long long result = 0;
	bool overflow = __builtin_add_overflow(a, b, &result);
	assert(!overflow);
	(void)overflow;
	return result;
}

/* The nearest fraction with the finest denominator, half away from zero. */
static struct fraction rounded_to_finest(struct fraction value)
{
	long long whole = value.numerator / value.denominator;
	long long rest = product(value.numerator % value.denominator, FINEST);
	long long half = rest < 0 ? -(value.denominator / 2) : value.denominator / 2;
	return fraction_of(sum(product(whole, FINEST), sum(rest, half) / value.denominator), FINEST);
}

struct fraction fraction_add(struct fraction a, struct fraction b)
{
	long long divisor = greatest_common_divisor(a.denominator, b.denominator);
	if (a.denominator / divisor > FINEST / b.denominator) {
		a = rounded_to_finest(a);
		b = rounded_to_finest(b);
		divisor = greatest_common_divisor(a.denominator, b.denominator);
	}
	return fraction_of(
		sum(product(a.numerator, b.denominator / divisor), product(b.numerator, a.denominator / divisor)),
		product(a.denominator / divisor, b.denominator));
}

struct fraction fraction_subtract(struct fraction a, struct fraction b)
{
	return fraction_add(a, (struct fraction){ -b.numerator, b.denominator });
}

struct fraction fraction_multiply(struct fraction a, struct fraction b)
{
	return fraction_of(product(a.numerator, b.numerator), product(a.denominator, b.denominator));
}

int fraction_compare(struct fraction a, struct fraction b)
{
	long long left = a.numerator / a.denominator;
	long long right = b.numerator / b.denominator;
	if (left == right) {
		left = product(a.numerator % a.denominator, b.denominator);
		right = product(b.numerator % b.denominator, a.denominator);
	}
	return (left > right) - (left < right);
}

struct decimal fraction_round(struct fraction value)
{
	long long whole = value.numerator / value.denominator;
	long long twentieths = product(value.numerator % value.denominator, 20);
	long long half = value.numerator < 0 ? -value.denominator : value.denominator;
	return (struct decimal){ true, sum(product(whole, 10), (twentieths + half) / product(value.denominator, 2)) };
}

const char *decimal_text(struct arena *arena, struct decimal value)
{
	assert(value.known);
	long long tenths = value.tenths < 0 ? -value.tenths : value.tenths;
	return arena_printf(arena, "%s%lld.%lld", value.tenths < 0 ? "-" : "", tenths / 10, tenths % 10);
}

const char *decimal_text_short(struct arena *arena, struct decimal value)
{
	return value.tenths % 10 ? decimal_text(arena, value) : arena_printf(arena, "%lld", value.tenths / 10);
}
