/* Writing styled text to a terminal's lines; for the terminal renderer. */
#ifndef COACH_REPORT_SCREEN_H
#define COACH_REPORT_SCREEN_H

#include "base/arena.h"
#include "base/buffer.h"
#include "report/marks.h"
#include "report/report.h"

struct screen {
	struct arena *arena;
	const struct report_style *style;
	struct buffer *out;
};

/* `length` bytes of the text, which must hold no line feed, in the colours of tone and marks. */
void screen_put(struct screen *screen, struct plain_text text, size_t start, size_t length, enum report_tone tone);
/* The same for a text of ours, bold where the style has colours. */
void screen_put_strong(struct screen *screen, struct span text);
void screen_put_spaces(struct screen *screen, size_t count);
/* The whole text, wrapped; lines but the first begin with `indent` spaces, and each ends with a line feed. */
void screen_put_wrapped(struct screen *screen, struct plain_text text, size_t indent, enum report_tone tone);
/* Columns left beside an indent, never fewer than a readable handful. */
size_t screen_columns(const struct screen *screen, size_t indent);

/* A table or terms node, indented. */
void screen_put_table(struct screen *screen, const struct report_node *table, size_t indent);
void screen_put_terms(struct screen *screen, const struct report_node *terms, size_t indent);

#endif
