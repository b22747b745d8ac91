#include "cmd/given_text.h"

#include "sys/file.h"

#include <string.h>

int given_text(const struct context *context, const char *file, size_t most, struct span *text, struct error *error)
{
	*text = SPAN_NONE;
	if (!file)
		return 0;
	if (strcmp(file, "-") != 0)
		return file_read(context->arena, file, file, most, text, NULL, error);
	*text = context->input;
	if (text->length <= most)
		return 0;
	return error_at(
		error, ERROR_IO, (struct position){ .path = "-" }, "standard input is larger than %zu bytes", most);
}
