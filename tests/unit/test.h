/* What every unit test includes: cmocka with the headers it needs before it, and a comparison for spans. */
#ifndef COACH_TEST_H
#define COACH_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/span.h"

#define assert_span(actual, expected) assert_span_at((actual), (expected), __FILE__, __LINE__)

/* Fails at the place of the call, showing both texts. */
static inline void assert_span_at(struct span actual, const char *expected, const char *file, int line)
{
	if (span_is(actual, expected))
		return;
	print_error("\"%.*s\" != \"%s\"\n", SPAN_PRINT(actual), expected);
	_fail(file, line);
}

#endif
