/* What a week's hours were: Time Log rows, held sessions and preparation, each counted once
 * (vault-template/practice/Client Portfolio.md §4; docs/words.md, "Actual hours" and "Data of a week"). */
#ifndef COACH_RULES_HOURS_H
#define COACH_RULES_HOURS_H

#include "base/arena.h"
#include "model/records.h"

struct hours_settings {
	int prep_minutes;    /* per held session */
	int session_minutes; /* where neither note nor engagement says */
};

struct week_hours {
	struct week week;
	bool has_rows;               /* at least one Time Log row; sessions alone make no ratio */
	int unread;                  /* rows that could not be read: what they say is missing in all that follows */
	int logged;                  /* minutes of the rows with a known category */
	int minutes[CATEGORY_COUNT]; /* rows, and held sessions with their preparation where no row replaces them */
	int total;
	int held;   /* sessions held */
	int booked; /* planned or held */
};

/* A coaching row of the same client and day replaces session and preparation where it is at least as long as the
 * session; a shorter row replaces the preparation alone. Several rows of one client and day add up; two sessions of one
 * client on one day take rows in order of start, the last session takes what is left. */
struct week_hours week_hours(const struct records *records, const struct hours_settings *settings, struct week week);

/* The note's minutes, else the engagement's meeting length, else the setting. */
int session_length(const struct records *records, const struct hours_settings *settings, const struct session *session);

#endif
