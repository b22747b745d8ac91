/* Another program at work on a note: writes COUNT lines of its own into it, each of them once.
 *
 *   other_writer append|busy|hold|save|rewrite NOTE COUNT BURST PAUSE
 *
 * append   opens the note, adds a line, closes it
 * busy     the same, and opens and closes it again and again instead of waiting
 * hold     the same as append, but keeps the note open for a while before it writes
 * save     reads the note, adds a line, writes all of it to a new file and renames that over the note, as editors do
 * rewrite  reads the note, empties it, and after a while writes all of it with the new line, as other editors do
 *
 * After each BURST of lines it waits for PAUSE microseconds; hold and rewrite take their while at the first line of
 * each burst. The lines read "other-000001" and so on. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { LINE_SIZE = 32, NAME_SIZE = 4096, WHILE_MICROSECONDS = 150000 };

static bool takes_a_while;

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

static void take_a_while(void)
{
	if (takes_a_while)
		usleep(WHILE_MICROSECONDS);
}

static long now(void)
{
	struct timespec time;
	clock_gettime(CLOCK_MONOTONIC, &time);
	return time.tv_sec * 1000000L + time.tv_nsec / 1000;
}

static bool append(const char *note, const char *line)
{
	int file = open(note, O_WRONLY | O_APPEND);
	take_a_while();
	bool good = file >= 0 && write_all(file, line, strlen(line));
	return close(file) == 0 && good;
}

/* Opens the note and closes it, without a pause. */
static void visit(const char *note, long microseconds)
{
	for (long end = now() + microseconds; now() < end;) {
		int file = open(note, O_WRONLY | O_APPEND);
		if (file >= 0)
			close(file);
	}
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

static bool rewrite(const char *note, const char *line)
{
	size_t length;
	char *text = read_note(note, &length);
	int file = text ? open(note, O_WRONLY | O_TRUNC) : -1;
	take_a_while();
	bool good = file >= 0 && write_all(file, text, length) && write_all(file, line, strlen(line));
	free(text);
	return close(file) == 0 && good;
}

static const struct {
	const char *name;
	bool (*edit)(const char *note, const char *line);
	bool slow, busy;
} ways[] = { { "append", append, false, false }, { "busy", append, false, true }, { "hold", append, true, false },
	{ "save", save, false, false }, { "rewrite", rewrite, true, false } };

int main(int count, char **words)
{
	if (count != 6)
		return 2;
	size_t way = 0;
	while (way < sizeof(ways) / sizeof(ways[0]) && strcmp(ways[way].name, words[1]) != 0)
		way++;
	if (way == sizeof(ways) / sizeof(ways[0]))
		return 2;
	long lines = strtol(words[3], NULL, 10), burst = strtol(words[4], NULL, 10), pause = strtol(words[5], NULL, 10);
	for (long number = 1; number <= lines; number++) {
		char line[LINE_SIZE];
		snprintf(line, sizeof(line), "other-%06ld\n", number);
		takes_a_while = ways[way].slow && number % burst == 1;
		if (!ways[way].edit(words[2], line))
			return 1;
		if (number % burst == 0 && ways[way].busy)
			visit(words[2], pause);
		else if (number % burst == 0)
			usleep((unsigned)pause);
	}
	return 0;
}
