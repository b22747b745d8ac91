#include "sys/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

static int remove_in(int parent, const char *name);

static int remove_below(DIR *stream)
{
	int result = 0;
	for (struct dirent *entry; (entry = readdir(stream));) {
		if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
			continue;
		if (unlinkat(dirfd(stream), entry->d_name, 0) && remove_in(dirfd(stream), entry->d_name))
			result = -1;
	}
	return result;
}

static int remove_in(int parent, const char *name)
{
	int descriptor = file_open_in(parent, name, O_DIRECTORY | O_NOFOLLOW);
	if (descriptor < 0)
		return -1;
	DIR *stream = fdopendir(descriptor);
	if (!stream) {
		close(descriptor);
		return -1;
	}
	int result = remove_below(stream);
	closedir(stream);
	return result ? result : unlinkat(parent, name, AT_REMOVEDIR);
}

void file_remove_folder(const char *path)
{
	remove_in(AT_FDCWD, path);
}
