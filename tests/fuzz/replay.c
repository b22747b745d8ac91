/* Runs a fuzz target once on each file named, and prints a TAP line for each: in place of libFuzzer, whose compiler is
 * not everywhere. What does not hold ends the program. */
#include "fuzz/fuzz.h"

#include <string.h>

enum { MOST_INPUT = 4 << 20 };

static uint8_t bytes[MOST_INPUT];

/* Hands over a copy of the exact size, so that a sanitizer sees a read behind the end. */
static int replay(const char *path)
{
	FILE *file = fopen(path, "rb");
	if (!file) {
		perror(path);
		return -1;
	}
	size_t size = fread(bytes, 1, MOST_INPUT, file);
	fclose(file);
	uint8_t *exact = malloc(size ? size : 1);
	if (!exact)
		return -1;
	memcpy(exact, bytes, size);
	LLVMFuzzerTestOneInput(exact, size);
	free(exact);
	return 0;
}

int main(int count, char **paths)
{
	printf("1..%d\n", count - 1);
	for (int i = 1; i < count; i++) {
		/* Before it runs, so that the last line names the one that did not end. */
		printf("# %s\n", paths[i]);
		fflush(stdout);
		if (replay(paths[i]))
			return EXIT_FAILURE;
		printf("ok %d - %s\n", i, paths[i]);
	}
	return EXIT_SUCCESS;
}
