/* A text that grows, up to a maximum its owner states.
 *
 * Passing the maximum is sticky: `over` becomes true, what does not fit is dropped whole, and later additions are
 * dropped too, so one check at the end is enough; buffer_finish makes it. The bytes are always followed by a NUL that
 * is not counted. The memory is malloc's; release it with buffer_release (or the BUFFER_CLEANUP attribute). */
#ifndef COACH_BASE_BUFFER_H
#define COACH_BASE_BUFFER_H

#include "base/arena.h"
#include "base/span.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

struct buffer {
	char *bytes; /* NULL while nothing was added */
	size_t length;
	size_t capacity;
	size_t maximum;
	bool over;
};

#define BUFFER_INIT(most) ((struct buffer){ NULL, 0, 0, (most), false })
#define BUFFER_CLEANUP    __attribute__((cleanup(buffer_release)))

void buffer_add(struct buffer *buffer, struct span text);
void buffer_add_text(struct buffer *buffer, const char *text);
void buffer_add_byte(struct buffer *buffer, char byte);
void buffer_add_repeated(struct buffer *buffer, char byte, size_t count);
void buffer_printf(struct buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
void buffer_vprintf(struct buffer *buffer, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

/* The text on one line: a blank for each line end and each tab. */
void buffer_add_line(struct buffer *buffer, struct span text);

/* What was added so far; valid until the next addition. */
struct span buffer_span(const struct buffer *buffer);
/* A copy of the whole text, never at NULL. A text that passed its maximum ends the process as missing memory does: it
 * is too large to be of use, and what is left of it must not be taken for all. */
struct span buffer_finish(struct arena *arena, const struct buffer *buffer);
/* Drops what lies beyond `length`. */
void buffer_truncate(struct buffer *buffer, size_t length);
void buffer_clear(struct buffer *buffer);
void buffer_release(struct buffer *buffer);

#endif
