#include "base/span.h"

#include "base/ascii.h"

static bool is_space(char byte)
{
	return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

struct span span_slice(struct span span, size_t start, size_t length)
{
	if (start >= span.length)
		return (struct span){ span.at ? span.at + span.length : NULL, 0 };
	size_t left = span.length - start;
	return (struct span){ span.at + start, length < left ? length : left };
}

bool span_is_ignoring_case(struct span span, const char *text)
{
	size_t i = 0;
	while (i < span.length && text[i] && ascii_lower(span.at[i]) == ascii_lower(text[i]))
		i++;
	return i == span.length && text[i] == '\0';
}

int span_compare(struct span a, struct span b)
{
	size_t shorter = a.length < b.length ? a.length : b.length;
	int order = shorter ? memcmp(a.at, b.at, shorter) : 0;
	if (order)
		return order;
	return (a.length > b.length) - (a.length < b.length);
}

size_t span_find(struct span span, const char *text)
{
	size_t length = strlen(text);
	if (length == 0)
		return 0;
	for (size_t i = 0; i + length <= span.length; i++) {
		const char *hit = memchr(span.at + i, text[0], span.length - length - i + 1);
		if (!hit)
			break;
		i = (size_t)(hit - span.at);
		if (hit[length - 1] == text[length - 1] && memcmp(hit, text, length) == 0)
			return i;
	}
	return span.length;
}

/* Piece by piece: one of the bytes may be a long way off, and is not to be looked for each time. */
size_t span_find_any(struct span span, const char *bytes)
{
	enum { PIECE = 256 };
	for (size_t start = 0; start < span.length; start += PIECE) {
		struct span piece = span_slice(span, start, PIECE);
		size_t whole = piece.length;
		for (const char *byte = bytes; *byte; byte++)
			piece.length = span_find_byte(piece, *byte);
		if (piece.length < whole)
			return start + piece.length;
	}
	return span.length;
}

bool span_contains(struct span span, const char *text)
{
	return *text == '\0' || span_find(span, text) < span.length;
}

struct span span_trim_start(struct span span)
{
	while (span.length && is_space(*span.at)) {
		span.at++;
		span.length--;
	}
	return span;
}

struct span span_trim_end(struct span span)
{
	while (span.length && is_space(span.at[span.length - 1]))
		span.length--;
	return span;
}

struct span span_trim(struct span span)
{
	return span_trim_end(span_trim_start(span));
}

bool span_is_blank(struct span span)
{
	return span_trim(span).length == 0;
}

bool span_next(struct span *rest, char separator, struct span *part)
{
	if (!rest->at)
		return false;
	size_t end = span_find_byte(*rest, separator);
	*part = span_slice(*rest, 0, end);
	*rest = end < rest->length ? span_from(*rest, end + 1) : SPAN_NONE;
	return true;
}

bool span_next_line(struct span *rest, struct span *line)
{
	if (rest->length == 0)
		return false;
	size_t end = span_find_any(*rest, "\n\r");
	*line = span_slice(*rest, 0, end);
	size_t next = end;
	if (next < rest->length)
		next += span_starts_with(span_from(*rest, end), "\r\n") ? 2 : 1;
	*rest = span_from(*rest, next);
	return true;
}

bool span_read_digits(struct span *rest, int *value)
{
	int number = 0;
	size_t digits = 0;
	while (digits < rest->length && ascii_is_digit(rest->at[digits])) {
		if (digits == 9)
			return false;
		number = number * 10 + (rest->at[digits++] - '0');
	}
	if (digits == 0)
		return false;
	*rest = span_from(*rest, digits);
	*value = number;
	return true;
}
