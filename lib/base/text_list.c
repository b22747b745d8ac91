#include "base/text_list.h"

#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>

void text_list_add(struct text_list *list, struct span text)
{
	list->items = arena_grow(list->arena, list->items, list->count, &list->capacity, sizeof(*list->items));
	list->items[list->count++] = text;
}

void text_list_printf(struct text_list *list, const char *format, ...)
{
	BUFFER_CLEANUP struct buffer text = BUFFER_INIT(SIZE_MAX);
	va_list arguments;
	va_start(arguments, format);
	buffer_vprintf(&text, format, arguments);
	va_end(arguments);
	text_list_add(list, buffer_finish(list->arena, &text));
}

struct result_list text_list_result(const struct text_list *list)
{
	return (struct result_list){ list->items, list->count };
}

struct span text_list_join(const struct text_list *list, const char *between)
{
	BUFFER_CLEANUP struct buffer line = BUFFER_INIT(SIZE_MAX);
	for (size_t i = 0; i < list->count; i++)
		buffer_printf(&line, "%s%.*s", i ? between : "", SPAN_PRINT(list->items[i]));
	return list->count ? buffer_finish(list->arena, &line) : SPAN_NONE;
}
