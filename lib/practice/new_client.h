/* Whether a client who is to be taken on stands in the roster already (docs/words.md, "The capacity gate"). */
#ifndef COACH_PRACTICE_NEW_CLIENT_H
#define COACH_PRACTICE_NEW_CLIENT_H

#include "base/error.h"
#include "model/records.h"

/* The roster's row of that full name, which may be written without its marks or with its umlauts spelled out; `*known`
 * is NULL where the roster has none. A name that shares its words with that of somebody who has no engagement file yet
 * (`Max` of `Max Mockup`, `Ida Invented` of `Ida Invented (by Carla)`) may be theirs, and would count them twice:
 * ERROR_REFUSED, with the roster's name in the hint. `records` has a portfolio. */
int new_client_find(struct arena *arena, const struct records *records, struct span name,
	const struct roster_client **known, struct error *error);

#endif
