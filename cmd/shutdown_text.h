/* How the Shutdown sections of days and weeks are written: items with a label, and what belongs to each below it. */
#ifndef COACH_CMD_SHUTDOWN_TEXT_H
#define COACH_CMD_SHUTDOWN_TEXT_H

#include "rules/day_shutdown.h"

/* The body of a day note's Shutdown: LF line ends; in the arena. */
struct span shutdown_day_text(struct arena *arena, const struct day_shutdown *shutdown);

/* "summary, due dates": codes of rules/session_gaps.h as words. */
const char *gaps_text(struct arena *arena, const struct result_list *missing);
/* "2.5 (coaching 1.5, business development 0.0, admin 1.0)", or "none logged"; what could not be read is told. */
const char *hours_logged_text(struct arena *arena, const struct shut_hours *hours);

#endif
