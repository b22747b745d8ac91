/* Exact arithmetic for hours, shares and rates, so that a limit is met or not met without rounding noise.
 *
 * A fraction is kept in lowest terms with a positive denominator. Numerators and denominators here are small (minutes
 * of a week, sessions of a year), far from overflow; a result beyond 63 bits is a programming error and asserts. */
#ifndef COACH_BASE_FRACTION_H
#define COACH_BASE_FRACTION_H

#include <stdbool.h>

struct fraction {
	long long numerator;
	long long denominator; /* > 0 */
};

/* A figure for people and for JSON: tenths, rounded half away from zero, or unknown (JSON null). */
struct decimal {
	bool known;
	long long tenths;
};

#define DECIMAL_UNKNOWN ((struct decimal){ false, 0 })

struct fraction fraction_of(long long numerator, long long denominator);
struct fraction fraction_add(struct fraction a, struct fraction b);
struct fraction fraction_subtract(struct fraction a, struct fraction b);
struct fraction fraction_multiply(struct fraction a, struct fraction b);
int fraction_compare(struct fraction a, struct fraction b);
struct decimal fraction_round(struct fraction value);

#endif
