/* Days written as Obsidian's formats say: `gggg-[W]ww`, `DD-MM-YYYY`. */
#ifndef COACH_BASE_DATE_PATTERN_H
#define COACH_BASE_DATE_PATTERN_H

#include "base/arena.h"
#include "base/date.h"

/* Tokens: YYYY, Q, MM, DD, dddd and ddd (Friday, Fri, in English); GGGG and WW, the ISO week and its year; gggg and ww,
 * the week as Obsidian counts it in English (weeks begin on Sunday, week 1 holds January 1st). What stands in [brackets]
 * and everything else is text. */
struct span date_write(struct arena *arena, struct date date, const char *pattern);

#endif
