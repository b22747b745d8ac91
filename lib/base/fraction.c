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

struct fraction fraction_add(struct fraction a, struct fraction b)
{
	return fraction_of(product(a.numerator, b.denominator) + product(b.numerator, a.denominator),
		product(a.denominator, b.denominator));
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
	long long left = product(a.numerator, b.denominator);
	long long right = product(b.numerator, a.denominator);
	return (left > right) - (left < right);
}

struct decimal fraction_round(struct fraction value)
{
	long long twentieths = product(value.numerator, 20);
	long long half = twentieths < 0 ? -value.denominator : value.denominator;
	return (struct decimal){ true, (twentieths + half) / product(value.denominator, 2) };
}
