/* Dates as Obsidian writes them in file names: gggg-[W]ww, YYYY/MM/YYYY-MM-DD.
 *
 * Understood are YYYY MM DD Q (calendar), GGGG WW (ISO week), gggg ww (the locale's week) and [literal text]; every
 * other letter outside brackets is not. A format whose date cannot be told from its text (MM-DD) is not either. */
#ifndef COACH_VAULT_DATE_FORMAT_H
#define COACH_VAULT_DATE_FORMAT_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "base/span.h"

#include <stdbool.h>

struct date_format {
	struct span pattern;
	/* gggg and ww count weeks from Sunday, week 1 being the one with January 1st, as Obsidian does in English; else
	 * they are ISO weeks, as in most other languages. */
	bool sunday_weeks;
};

/* ERROR_USAGE names the token that is not understood. */
int date_format_check(struct date_format format, struct error *error);
/* True when it can be written: every token is understood. Whether a date can be told from it again is the check's. */
bool date_format_is_understood(struct date_format format);
/* The date's text; of a week note its Monday's. The format must be understood. */
const char *date_format_write(struct arena *arena, struct date_format format, struct date date);
/* The date that the text was written for: a week's Monday, a quarter's or a month's first day. False when the text was
 * not written in this format, or for a day outside the years that text may say. */
bool date_format_read(struct date_format format, struct span text, struct date *date);

#endif
