/* What the machine needs for the least that a command could do with files: limits stat|read|parse LIST
 *
 * LIST holds one path a line. "stat" looks at each file, "read" opens, reads and closes each, "parse" also hands it to
 * cmark-gfm with table and tasklist, and walks the tree. Prints what it counted, so that nothing is optimised away. */
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { LONGEST_NOTE = 16 << 20, LONGEST_PATH = 4096 };

static char bytes[LONGEST_NOTE];

static void fail(const char *path)
{
	fprintf(stderr, "limits: %s: %s\n", path, strerror(errno));
	exit(EXIT_FAILURE);
}

static size_t stat_file(const char *path)
{
	struct stat status;
	if (lstat(path, &status) != 0)
		fail(path);
	return (size_t)status.st_size;
}

static size_t read_file(const char *path)
{
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	if (descriptor < 0)
		fail(path);
	size_t length = 0;
	ssize_t count;
	while ((count = read(descriptor, bytes + length, sizeof(bytes) - length)) > 0)
		length += (size_t)count;
	if (count < 0)
		fail(path);
	close(descriptor);
	return length;
}

static size_t parse_file(const char *path)
{
	size_t length = read_file(path);
	cmark_parser *parser = cmark_parser_new(CMARK_OPT_SOURCEPOS);
	cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("table"));
	cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension("tasklist"));
	cmark_parser_feed(parser, bytes, length);
	cmark_node *root = cmark_parser_finish(parser);

	size_t nodes = 0;
	cmark_iter *walk = cmark_iter_new(root);
	for (cmark_event_type event; (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE;)
		nodes += event == CMARK_EVENT_ENTER;
	cmark_iter_free(walk);
	cmark_node_free(root);
	cmark_parser_free(parser);
	return nodes;
}

static const struct limit {
	const char *name;
	size_t (*measure)(const char *path);
} limits[] = {
	{ "stat", stat_file },
	{ "read", read_file },
	{ "parse", parse_file },
};

static const struct limit *find_limit(const char *name)
{
	for (size_t i = 0; i < sizeof(limits) / sizeof(limits[0]); i++)
		if (strcmp(limits[i].name, name) == 0)
			return &limits[i];
	return NULL;
}

int main(int count, char **arguments)
{
	const struct limit *limit = count == 3 ? find_limit(arguments[1]) : NULL;
	if (!limit) {
		fprintf(stderr, "usage: limits stat|read|parse LIST\n");
		return 2;
	}
	FILE *list = fopen(arguments[2], "r");
	if (!list)
		fail(arguments[2]);
	cmark_gfm_core_extensions_ensure_registered();

	char path[LONGEST_PATH];
	size_t files = 0, total = 0;
	while (fgets(path, sizeof(path), list)) {
		path[strcspn(path, "\n")] = '\0';
		total += limit->measure(path);
		files++;
	}
	fclose(list);
	printf("%zu files, %zu in all\n", files, total);
	return 0;
}
