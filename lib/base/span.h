/* A piece of text that someone else owns: bytes and their number, not terminated by NUL.
 *
 * Spans are how everything above talks about parts of a note without copying it. A span stays valid as long as the
 * bytes it points into; functions here never allocate. An empty span may have a NULL pointer. Bytes may be anything,
 * NUL and invalid UTF-8 included; "space" means the ASCII characters space, tab, CR, LF, VT and FF. */
#ifndef COACH_BASE_SPAN_H
#define COACH_BASE_SPAN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct span {
	const char *at;
	size_t length;
};

#define SPAN(literal) ((struct span){ "" literal, sizeof(literal) - 1 })
#define SPAN_NONE     ((struct span){ NULL, 0 })

/* For printf-like functions: printf("%.*s", SPAN_PRINT(span)). */
#define SPAN_PRINT(span) (int)(span).length, (span).length ? (span).at : ""

static inline struct span span_of(const char *text)
{
	return text ? (struct span){ text, strlen(text) } : SPAN_NONE;
}

/* An empty text as none at all: JSON's null. */
static inline struct span span_or_none(struct span span)
{
	return span.length ? span : SPAN_NONE;
}

static inline struct span span_between(const char *start, const char *end)
{
	return (struct span){ start, (size_t)(end - start) };
}

/* The part from `start` on, at most `length` bytes; clamped to the span. */
struct span span_slice(struct span span, size_t start, size_t length);
static inline struct span span_from(struct span span, size_t start)
{
	if (start > span.length)
		start = span.length;
	return (struct span){ span.at ? span.at + start : NULL, span.length - start };
}

static inline bool span_equal(struct span a, struct span b)
{
	return a.length == b.length && (a.length == 0 || memcmp(a.at, b.at, a.length) == 0);
}

/* Where an empty text is not the same as none (at == NULL). */
static inline bool span_same(struct span a, struct span b)
{
	return (a.at == NULL) == (b.at == NULL) && span_equal(a, b);
}

static inline bool span_is(struct span span, const char *text)
{
	return span_equal(span, span_of(text));
}

/* ASCII letters compared without case. */
bool span_is_ignoring_case(struct span span, const char *text);
/* Order by bytes, a prefix first: negative, zero or positive. */
int span_compare(struct span a, struct span b);

static inline bool span_starts_with(struct span span, const char *prefix)
{
	size_t length = strlen(prefix);
	return span.length >= length && (length == 0 || memcmp(span.at, prefix, length) == 0);
}

static inline bool span_ends_with(struct span span, const char *suffix)
{
	size_t length = strlen(suffix);
	return span.length >= length && span_is(span_from(span, span.length - length), suffix);
}

/* Offset of the first occurrence, or span.length when there is none. */
size_t span_find(struct span span, const char *text);
static inline size_t span_find_byte(struct span span, char byte)
{
	const char *hit = span.length ? memchr(span.at, byte, span.length) : NULL;
	return hit ? (size_t)(hit - span.at) : span.length;
}
/* Of any of the bytes of `bytes`. */
size_t span_find_any(struct span span, const char *bytes);
bool span_contains(struct span span, const char *text);

struct span span_trim(struct span span);
struct span span_trim_start(struct span span);
struct span span_trim_end(struct span span);
/* True when there is nothing but space. */
bool span_is_blank(struct span span);

/* Cuts the text up to the next `separator` off `rest` and returns it; `rest` then begins after the separator. The last
 * part has no separator. Returns false when `rest` is used up, so `while (span_next(&rest, ',', &part))` sees each. */
bool span_next(struct span *rest, char separator, struct span *part);
/* The same for lines ended by LF, CRLF or CR; `line` comes without its end. A text that ends in a line end has no
 * empty last line. */
bool span_next_line(struct span *rest, struct span *line);

/* Reads decimal digits at the start into `value` and steps over them. False, and nothing changed, when there are none
 * or more than nine. */
bool span_read_digits(struct span *rest, int *value);
/* Steps over `text` when the span begins with it. */
static inline bool span_skip(struct span *rest, const char *text)
{
	if (!span_starts_with(*rest, text))
		return false;
	*rest = span_from(*rest, strlen(text));
	return true;
}

#endif
