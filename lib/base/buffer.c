#include "base/buffer.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool has_room(struct buffer *buffer, size_t more)
{
	if (buffer->over || more > buffer->maximum - buffer->length) {
		buffer->over = true;
		return false;
	}
	size_t needed = buffer->length + more + 1;
	if (needed <= buffer->capacity)
		return true;
	size_t capacity = buffer->capacity ? buffer->capacity : 256;
	while (capacity < needed)
		capacity *= 2;
	char *bytes = realloc(buffer->bytes, capacity);
	if (!bytes)
		memory_exhausted();
	buffer->bytes = bytes;
	buffer->capacity = capacity;
	return true;
}

void buffer_add(struct buffer *buffer, struct span text)
{
	if (!has_room(buffer, text.length))
		return;
	if (text.length)
		memcpy(buffer->bytes + buffer->length, text.at, text.length);
	buffer->length += text.length;
	buffer->bytes[buffer->length] = '\0';
}

void buffer_add_text(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, span_of(text));
}

void buffer_add_byte(struct buffer *buffer, char byte)
{
	buffer_add(buffer, (struct span){ &byte, 1 });
}

void buffer_add_repeated(struct buffer *buffer, char byte, size_t count)
{
	if (!has_room(buffer, count))
		return;
	memset(buffer->bytes + buffer->length, byte, count);
	buffer->length += count;
	buffer->bytes[buffer->length] = '\0';
}

void buffer_vprintf(struct buffer *buffer, const char *format, va_list arguments)
{
	va_list again;
	va_copy(again, arguments);
	int length = vsnprintf(NULL, 0, format, arguments);
	if (length >= 0 && has_room(buffer, (size_t)length)) {
		vsnprintf(buffer->bytes + buffer->length, (size_t)length + 1, format, again);
		buffer->length += (size_t)length;
	}
	va_end(again);
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	buffer_vprintf(buffer, format, arguments);
	va_end(arguments);
}

void buffer_add_line(struct buffer *buffer, struct span text)
{
	while (text.length > 0) {
		size_t plain = span_find_any(text, "\r\n\t");
		buffer_add(buffer, span_slice(text, 0, plain));
		text = span_from(text, plain);
		if (text.length > 0)
			buffer_add_byte(buffer, ' ');
		text = span_from(text, span_starts_with(text, "\r\n") ? 2 : 1);
	}
}

struct span buffer_span(const struct buffer *buffer)
{
	return (struct span){ buffer->bytes, buffer->length };
}

struct span buffer_finish(struct arena *arena, const struct buffer *buffer)
{
	if (buffer->over)
		maximum_passed();
	return arena_copy_span(arena, buffer_span(buffer));
}

void buffer_truncate(struct buffer *buffer, size_t length)
{
	if (length >= buffer->length)
		return;
	buffer->length = length;
	buffer->bytes[length] = '\0';
}

void buffer_clear(struct buffer *buffer)
{
	buffer_truncate(buffer, 0);
	buffer->over = false;
}

void buffer_release(struct buffer *buffer)
{
	free(buffer->bytes);
	*buffer = BUFFER_INIT(buffer->maximum);
}
