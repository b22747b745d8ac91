#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void start(struct error *error, enum error_class class, struct position position)
{
	*error = ERROR_INIT;
	error->class = class;
	error->line = position.line;
	error->column = position.column;
	if (!position.path)
		return;
	size_t length = strlen(position.path);
	size_t dropped = length >= ERROR_PATH_SIZE ? length - ERROR_PATH_SIZE + 1 : 0;
	memcpy(error->path, position.path + dropped, length - dropped + 1);
}

int error_set(struct error *error, enum error_class class, const char *format, ...)
{
	start(error, class, (struct position){ 0 });
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(error->message, sizeof(error->message), format, arguments);
	va_end(arguments);
	return -1;
}

int error_at(struct error *error, enum error_class class, struct position position, const char *format, ...)
{
	start(error, class, position);
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(error->message, sizeof(error->message), format, arguments);
	va_end(arguments);
	return -1;
}

int error_system(struct error *error, const char *path, const char *message)
{
	const char *reason = strerror(errno);
	start(error, ERROR_IO, (struct position){ .path = path });
	snprintf(error->message, sizeof(error->message), "%s: %s", message, reason);
	return -1;
}

int error_hint(struct error *error, const char *format, ...)
{
	if (error->hint[0])
		return -1;
	va_list arguments;
	va_start(arguments, format);
	vsnprintf(error->hint, sizeof(error->hint), format, arguments);
	va_end(arguments);
	return -1;
}
