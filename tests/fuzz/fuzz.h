/* What the fuzz targets share: the entry point that libFuzzer and replay.c call, a check that stops with the line that
 * does not hold, and the input as a span of exactly its size. */
#ifndef COACH_TEST_FUZZ_H
#define COACH_TEST_FUZZ_H

#include "base/arena.h"
#include "base/span.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define CHECK(condition)                                                                                               \
	do {                                                                                                           \
		if (!(condition)) {                                                                                    \
			fprintf(stderr, "%s:%d: does not hold: %s\n", __FILE__, __LINE__, #condition);                 \
			abort();                                                                                       \
		}                                                                                                      \
	} while (0)

/* A copy in the arena, where a sanitizer sees a read beside it. */
static inline struct span input_copy(struct arena *arena, const uint8_t *data, size_t size)
{
	return arena_copy_span(arena, (struct span){ (const char *)data, size });
}

/* A number that any byte of the input changes: what a target picks among is picked by the input itself. */
static inline uint32_t input_choice(struct span input)
{
	uint32_t choice = (uint32_t)input.length;
	for (size_t i = 0; i < input.length; i++)
		choice = choice * 31 + (unsigned char)input.at[i];
	return choice;
}

/* The first line is cut off the input and returned, for targets that need two texts. */
static inline struct span input_first_line(struct span *input)
{
	struct span line = SPAN_NONE;
	span_next(input, '\n', &line);
	return line;
}

#endif
