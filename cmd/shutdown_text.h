/* How the Shutdown sections of days and weeks are written: items with a label, and what belongs to each below it, in
 * the note's language. */
#ifndef COACH_CMD_SHUTDOWN_TEXT_H
#define COACH_CMD_SHUTDOWN_TEXT_H

#include "base/buffer.h"
#include "rules/day_shutdown.h"
#include "rules/week_shutdown.h"

/* The body of a day note's Shutdown: LF line ends; in the arena. */
struct span shutdown_day_text(struct arena *arena, enum language language, const struct day_shutdown *shutdown);
/* The label that it begins with, by its name in the wording. */
extern const char *const shutdown_day_label;

/* "summary, next session": the codes of session_loose_ends as words. */
struct span loose_ends_text(struct arena *arena, enum language language, const struct result_list *missing);
/* "2.5 (coaching 1.5, business development 0.0, admin 1.0)", or "none logged"; what could not be read is told. */
struct span hours_logged_text(struct arena *arena, enum language language, const struct shut_hours *hours);

/* The body of a week note's Shutdown, and the label that it begins with. */
struct span shutdown_week_text(struct arena *arena, enum language language, const struct week_shutdown *shutdown);
extern const char *const shutdown_week_label;

/* "Coaching: 45.5% of 50% contracted, within". */
struct span category_text(struct arena *arena, enum language language, const struct capacity_category *category);
/* "4 held, 1 missed, 0 cancelled, 0 rescheduled, 1 still planned". */
struct span week_sessions_text(struct arena *arena, enum language language, const struct week_sessions *sessions);
/* How many of the items are in that state. */
size_t planned_count(const struct result_list *items, enum planned_state state);

/* Adds "- **Done:** 3" with a line end; the label by its name in the wording. */
void shutdown_add(
	struct buffer *out, struct arena *arena, enum language language, const char *label, struct span value);
/* The same with a count. */
void shutdown_add_count(
	struct buffer *out, struct arena *arena, enum language language, const char *label, size_t count);

#endif
