/* Whether a document has been looked at lately enough (vault-template/practice/Client Portfolio.md, "Update
 * frequency"). Pure. */
#ifndef COACH_RULES_FRESHNESS_H
#define COACH_RULES_FRESHNESS_H

#include "base/date.h"
#include "model/cadence.h"
#include "model/kinds.h"

/* How often notes of the kind are to be looked at; unit RHYTHM_NONE for kinds without such a rhythm. The portfolio and
 * the strategy every quarter, the career index every year. */
struct rhythm freshness_rhythm(enum note_kind kind);

/* True when more than one such period has passed since `updated`; false while that is DATE_NONE. */
bool freshness_is_stale(enum note_kind kind, struct date updated, struct date today);

#endif
