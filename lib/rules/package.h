/* How much of a client's package is used (docs/words.md, "Package"). Pure. */
#ifndef COACH_RULES_PACKAGE_H
#define COACH_RULES_PACKAGE_H

#include "base/value.h"
#include "model/records.h"

struct package {
	int used;                      /* sessions that count, with dates before the day */
	struct optional_integer total; /* of the terms, else of the roster; unknown where neither says */
};

/* `engagement` may be NULL. */
struct package package_decide(const struct records *records, const struct roster_client *client,
	const struct engagement *engagement, struct date before);

#endif
