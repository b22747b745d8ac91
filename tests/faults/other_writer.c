/* Another program at work on a note: writes COUNT lines of its own into it, each of them once.
 *
 *   other_writer append|save NOTE COUNT BURST PAUSE
 *
 * append  opens the note, adds a line, closes it
 * save    reads the note, adds a line, writes all of it to a new file and renames that over the note, as editors do
 *
 * After each BURST of lines it waits for PAUSE microseconds. The lines read "other-000001" and so on. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LINE_SIZE = 32, NAME_SIZE = 4096 };

static bool write_all(int file, const char *text, size_t length)
{
	while (length > 0) {
		ssize_t count = write(file, text, length);
		if (count <= 0)
			return false;
		text += count;
		length -= (size_t)count;
	}
	return true;
}

static bool append(const char *note, const char *line)
{
	int file = open(note, O_WRONLY | O_APPEND);
	bool good = file >= 0 && write_all(file, line, strlen(line));
	return close(file) == 0 && good;
}

static char *read_note(const char *note, size_t *length)
{
	struct stat status;
	int file = open(note, O_RDONLY);
	char *text = file >= 0 && fstat(file, &status) == 0 ? malloc((size_t)status.st_size + 1) : NULL;
	*length = 0;
	for (ssize_t count; text && *length < (size_t)status.st_size; *length += (size_t)count)
		if ((count = read(file, text + *length, (size_t)status.st_size - *length)) <= 0)
			break;
	close(file);
	return text;
}

static bool save(const char *note, const char *line)
{
	char beside[NAME_SIZE];
	size_t length;
	snprintf(beside, sizeof(beside), "%s.saving", note);
	char *text = read_note(note, &length);
	int file = text ? open(beside, O_WRONLY | O_CREAT | O_TRUNC, 0644) : -1;
	bool good = file >= 0 && write_all(file, text, length) && write_all(file, line, strlen(line));
	free(text);
	return close(file) == 0 && good && rename(beside, note) == 0;
}

int main(int count, char **words)
{
	if (count != 6)
		return 2;
	bool (*edit)(const char *, const char *) = strcmp(words[1], "save") == 0 ? save : append;
	long lines = strtol(words[3], NULL, 10), burst = strtol(words[4], NULL, 10), pause = strtol(words[5], NULL, 10);
	for (long number = 1; number <= lines; number++) {
		char line[LINE_SIZE];
		snprintf(line, sizeof(line), "other-%06ld\n", number);
		if (!edit(words[2], line))
			return 1;
		if (number % burst == 0)
			usleep((unsigned)pause);
	}
	return 0;
}
