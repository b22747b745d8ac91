/* Which regular checkpoints of an engagement fall into a week (vault-template/practice/Templates/Engagement.md §10).
 * Pure.
 *
 * The template says how often a checkpoint comes, and not on which day. An engagement's time counts from its start, as
 * its 90-day review and its months do. So a weekly checkpoint falls into every week from that of the start on, with a
 * session or without; one of every n weeks into each n-th of them; a monthly one into the week that holds the start's
 * day of the month, first a month after it; a quarterly one three months after the start, and so on; a yearly one on
 * the start's day of the year. In a month without that day it is the last one: from 31 January to 28 February, then
 * to 31 March. */
#ifndef COACH_RULES_CHECKPOINTS_H
#define COACH_RULES_CHECKPOINTS_H

#include "base/value.h"
#include "model/records.h"

struct due_checkpoint {
	struct span text;   /* as the engagement words it */
	struct span rhythm; /* "weekly", "every 2 weeks", "monthly" */
	struct date date;   /* its day; DATE_NONE where it comes by the week */
};

/* When the engagement began: its Start Date, else the day of the client's first session that was not cancelled or
 * moved; DATE_NONE where nothing tells. */
struct date engagement_start(const struct records *records, const struct engagement *engagement);

/* True where a checkpoint of that rhythm falls into a week from `first` to `last`; `day` becomes its latest one there,
 * or DATE_NONE where it comes by the week. Without a start only what comes daily or weekly does. */
bool checkpoint_falls(struct rhythm rhythm, struct date start, struct week first, struct week last, struct date *day);

/* Those that fall into one of the weeks, in order of the note: struct due_checkpoint. `engagement` may be NULL. */
struct result_list checkpoints_due(struct arena *arena, const struct engagement *engagement, struct date start,
	struct week first, struct week last);

#endif
