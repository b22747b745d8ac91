/* When a task comes again that says so behind 🔁, in the words of Obsidian Tasks (docs/formats.md, "Tasks").
 *
 * Read are, in English as that plugin writes them and without regard to case: `every day`, `every 3 days`, `every
 * weekday`, `every week`, `every 2 weeks on Monday, Thursday`, `every Tuesday and Friday`, `every month`, `every 3
 * months on the 1st and 15th`, `every month on the last`, `every month on the last Friday`, `every month on the 2nd
 * Tuesday`, `every January on the 15th`, `every year`; each also with ` when done` behind it. Pure. */
#ifndef COACH_RULES_REPETITION_H
#define COACH_RULES_REPETITION_H

#include "base/date.h"
#include "base/span.h"

#include <stdint.h>

enum repetition_unit { REPEAT_DAYS, REPEAT_WEEKS, REPEAT_MONTHS };

struct repetition {
	enum repetition_unit unit;
	int every;         /* 1 or more; a year is 12 months */
	unsigned weekdays; /* bits of enum weekday; none: as the day before */
	int ordinal;       /* of these weekdays in the month: 1–5, -1 the last; 0: every one of them */
	uint32_t days;     /* bits 1–31 of the days of a month; none: as the day before */
	bool last_day;     /* of the month, beside those days */
	unsigned months;   /* bits from January on; none: any */
	bool when_done;    /* counted from the day it was done, not from its date */
};

/* False for words that are not understood; then nobody knows when it comes again. */
bool repetition_read(struct span text, struct repetition *repetition);

/* The first day after `day` on which it comes again. Where its day of the month is named, months without that day are
 * passed over (`on the 31st`); where it is not, a shorter month has it on its last day. DATE_NONE for one that never
 * comes (30 February). */
struct date repetition_next(const struct repetition *repetition, struct date day);

#endif
