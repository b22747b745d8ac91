/* Small readings that several views share. */
#ifndef COACH_MODEL_TEXT_READING_H
#define COACH_MODEL_TEXT_READING_H

#include "base/date.h"
#include "md/document.h"

/* Steps over the first of the NULL-terminated texts that the span begins with. */
bool text_skip_any(struct span *rest, const char *const *texts);
/* Steps over the sign between the ends of a range ("-", "–", "to", "bis", "至"), with space around it. */
bool text_skip_range_sign(struct span *rest);

/* The first whole number of the text; 0 without. */
int text_first_number(struct span text);

/* Cuts ` by DAY` off the text's end (`Draft the memo by fri`): the last "by" behind which nothing but a day stands
 * (date_parse). False, and nothing changed, where there is none, or nothing before it. */
bool text_cut_due(struct span *text, struct date today, struct date *due);

/* The first line of a list item, without the marker. */
struct span item_first_line(const struct document *document, int block);

#endif
