/* How the Shutdown sections of days and weeks are written: items with a label, and what belongs to each below it. */
#ifndef COACH_CMD_SHUTDOWN_TEXT_H
#define COACH_CMD_SHUTDOWN_TEXT_H

#include "rules/day_shutdown.h"
#include "rules/week_shutdown.h"

/* The body of a day note's Shutdown: LF line ends; in the arena. */
struct span shutdown_day_text(struct arena *arena, const struct day_shutdown *shutdown);

/* "summary, next session": the codes of session_loose_ends as words. */
const char *loose_ends_text(struct arena *arena, const struct result_list *missing);
/* "2.5 (coaching 1.5, business development 0.0, admin 1.0)", or "none logged"; what could not be read is told. */
const char *hours_logged_text(struct arena *arena, const struct shut_hours *hours);

/* The body of a week note's Shutdown. */
struct span shutdown_week_text(struct arena *arena, const struct week_shutdown *shutdown);
/* "Coaching: 45.5% of 50% contracted, within". */
const char *category_text(struct arena *arena, const struct capacity_category *category);
/* "4 held, 1 missed, 0 cancelled, 0 rescheduled, 1 still planned". */
const char *week_sessions_text(struct arena *arena, const struct week_sessions *sessions);
/* How many of the items are in that state. */
size_t planned_count(const struct result_list *items, enum planned_state state);

#endif
