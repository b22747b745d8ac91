/* Runs a fuzz target once on each file named: for compilers without libFuzzer, and to look at one finding. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

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
	for (int i = 1; i < count; i++)
		if (replay(paths[i]))
			return EXIT_FAILURE;
	return EXIT_SUCCESS;
}
