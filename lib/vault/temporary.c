/* The new text beside the old one, whole and durable before anything is exchanged. */
#include "sys/file.h"
#include "vault/private_folder.h"
#include "vault/write.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

static int copy_attributes(const struct write *like, int to)
{
	int from = file_open_in(like->folder, like->name, O_NOFOLLOW);
	if (from < 0)
		return -1;
	int result = attributes_copy(from, to);
	file_close(from);
	return result;
}

static int fill(const struct write *write, int descriptor)
{
	if (write->like && copy_attributes(write->like, descriptor))
		return -1;
	return file_write_all(descriptor, write->new_text) ? -1 : file_sync(descriptor);
}

static int make(const struct write *write)
{
	int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
	if (write->hidden)
		return private_file_make(write->folder, write->temporary);
	return openat(write->folder, write->temporary, flags, write->like ? 0600 : 0666);
}

int temporary_make(const struct write *write, struct error *error)
{
	if (write->action == CHANGE_REMOVE)
		return 0;
	int descriptor = make(write);
	if (descriptor < 0)
		return error_system(error, write->path, "no file can be made beside it");
	int result = fill(write, descriptor);
	if (result)
		error_system(error, write->path, "its new text cannot be written");
	if (close(descriptor) && result == 0)
		result = error_system(error, write->path, "its new text cannot be written");
	return result;
}

int temporary_remove(const struct write *write)
{
	if (write->folder == NO_FOLDER)
		return 0;
	return unlinkat(write->folder, write->temporary, 0) && errno != ENOENT ? -1 : 0;
}
