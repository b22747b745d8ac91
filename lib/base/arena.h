/* Memory that lives as long as one run of a command: allocated piece by piece, given back all at once.
 *
 * An allocation never fails: when the machine has no memory left, the process says so and ends with exit status 6.
 * That is safe at any moment, since every write goes through a transaction that survives a kill (docs/architecture.md).
 * Under a sanitizer each piece is a malloc of its own, so that an overrun of one piece is seen.
 * One arena per run, and one per worker thread: an arena is not shared between threads. */
#ifndef COACH_BASE_ARENA_H
#define COACH_BASE_ARENA_H

#include "base/span.h"

#include <stdarg.h>
#include <stddef.h>

struct arena {
	struct arena_block *blocks; /* newest first */
	size_t used;                /* bytes handed out of the newest block */
};

#define ARENA_INIT ((struct arena){ NULL, 0 })

/* Zeroed memory, aligned for any type; valid until arena_release. A size of 0 gives a valid pointer. */
void *arena_allocate(struct arena *arena, size_t size);
/* The same without zeros, for bytes that are written at once. */
char *arena_allocate_unset(struct arena *arena, size_t size);
/* Zeroed memory for `count` elements; a product that overflows counts as no memory left. */
void *arena_allocate_array(struct arena *arena, size_t count, size_t size);

#define arena_new(arena, type)              ((type *)arena_allocate((arena), sizeof(type)))
#define arena_new_array(arena, count, type) ((type *)arena_allocate_array((arena), (count), sizeof(type)))

/* A copy with a NUL behind it, which the span does not count. */
char *arena_copy_text(struct arena *arena, struct span text);
struct span arena_copy_span(struct arena *arena, struct span text);

char *arena_printf(struct arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *arena, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

/* Makes room for one more element, which is zeroed, in a growing array of the arena: doubles the capacity by copying
 * when it is full and returns the array. `count` is the number in use. */
void *arena_grow(struct arena *arena, void *array, size_t count, size_t *capacity, size_t size);

/* Gives everything back; the arena can be used again. errno still says why something failed before. */
void arena_release(struct arena *arena);
/* The same, but keeps a block of memory to go on with: for an arena that is filled and emptied again and again. */
void arena_clear(struct arena *arena);

/* Ends the process with a message on standard error and exit status 6; also for third-party allocations. */
_Noreturn void memory_exhausted(void);
/* The same for a text that passed the maximum stated for it: it is never cut instead. */
_Noreturn void maximum_passed(void);

#endif
