/* Exact arithmetic for hours, shares and rates, so that a limit is met or not met without rounding noise.
 *
 * A fraction is kept in lowest terms with a positive denominator, of at most 10^9. A sum or difference that would need
 * a larger one (many odd rates) is that of its operands rounded to 10^-9, so it is off by at most 10^-9. The callers'
 * part is to stay in that range otherwise, with values below 10^9: a result beyond 63 bits is a programming error and
 * asserts. */
#ifndef COACH_BASE_FRACTION_H
#define COACH_BASE_FRACTION_H

#include "base/arena.h"

#include <stdbool.h>

struct fraction {
	long long numerator;
	long long denominator; /* 1 to 10^9 */
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

/* "12.5", "-0.3", "40.0". Known values only: what stands for an unknown one is the caller's choice. */
const char *decimal_text(struct arena *arena, struct decimal value);
/* The same without ".0": "40". */
const char *decimal_text_short(struct arena *arena, struct decimal value);

#endif
