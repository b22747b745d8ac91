/* Small readings that several views share. */
#ifndef COACH_MODEL_TEXT_READING_H
#define COACH_MODEL_TEXT_READING_H

#include "base/appointment.h"
#include "base/date.h"
#include "md/document.h"

/* Steps over the first of the NULL-terminated texts that the span begins with. */
bool text_skip_any(struct span *rest, const char *const *texts);
/* Steps over the sign between the ends of a range ("-", "–", "to", "bis", "至"), with space around it. */
bool text_skip_range_sign(struct span *rest);

/* The first whole number of the text; 0 without. */
int text_first_number(struct span text);

/* A day that two people agreed on (date_parse), counted from when they did: "tue" that was said on a Tuesday is the one
 * a week later. */
bool text_agreed_day(struct span text, struct date agreed, struct date *day);
/* The same with a time of day behind it (appointment_parse), or without one; a time alone is none. */
bool text_agreed_appointment(struct span text, struct date agreed, struct appointment *appointment);
/* Cuts ` by DAY` off the text's end (`Draft the memo by fri`): the last "by" behind which nothing but a day stands
 * (text_agreed_day). False, and nothing changed, where there is none, or nothing before it. */
bool text_cut_due(struct span *text, struct date agreed, struct date *due);

/* The first line of a list item, without the marker or number. */
struct span item_first_line(const struct document *document, int block);

#endif
