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

bool error_is_passing(int reason)
{
	static const int of_the_file[] = { EACCES, EPERM, EROFS, ENOENT, ENOTDIR, EISDIR, ELOOP, ENAMETOOLONG };
	for (size_t i = 0; i < sizeof(of_the_file) / sizeof(of_the_file[0]); i++)
		if (of_the_file[i] == reason)
			return false;
	return true;
}

static const struct {
	int reason;
	const char *hint;
} mendable[] = {
	{ EACCES, "`ls -ld` on it and on the folder it lies in shows who may read and write there" },
	{ EPERM, "`ls -ld` shows whom it belongs to; on Linux, `lsattr` whether it may be changed at all" },
	{ EROFS, "the file system is mounted for reading only; `mount` lists it" },
	{ ENOSPC, "make room there; `df -h` and `df -i` show how full it is" },
	{ EDQUOT, "your share of that disk is used up; `quota` shows it" },
	{ EIO, "the disk, or the way to it, fails: copy the vault to another one before anything else" },
	{ EMFILE, "too many files are open; `ulimit -n` shows how many may be" },
	{ ENFILE, "the machine has too many files open; close other programs" },
	{ ENOMEM, "the machine is out of memory; close other programs" },
};

int error_system(struct error *error, const char *path, const char *message)
{
	int reason = errno;
	start(error, ERROR_IO, (struct position){ .path = path });
	error->passing = error_is_passing(reason);
	snprintf(error->message, sizeof(error->message), "%s: %s", message, strerror(reason));
	for (size_t i = 0; i < sizeof(mendable) / sizeof(mendable[0]); i++)
		if (mendable[i].reason == reason)
			error_hint(error, "%s", mendable[i].hint);
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
