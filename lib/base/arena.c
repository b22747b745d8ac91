#include "base/arena.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

/* Blocks double, so that a small command touches few pages. What goes on from there is for a large vault, and comes in
 * large pages of the machine's, which are touched one at a time. */
enum { FIRST_BLOCK = 64 << 10, LAST_DOUBLED = 512 << 10, LARGE_PAGE = 2 << 20, EXIT_NO_MEMORY = 6 };

struct arena_block {
	struct arena_block *older;
	size_t size;
	_Alignas(max_align_t) char bytes[];
};

#if defined(__SANITIZE_ADDRESS__)
#define ONE_MALLOC_EACH 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ONE_MALLOC_EACH 1
#endif
#endif
#ifndef ONE_MALLOC_EACH
#define ONE_MALLOC_EACH 0
#endif

static _Noreturn void end_process(struct span message)
{
	ssize_t ignored = write(STDERR_FILENO, message.at, message.length);
	(void)ignored;
	_exit(EXIT_NO_MEMORY);
}

_Noreturn void memory_exhausted(void)
{
	end_process(SPAN("coach: out of memory\n"));
}

_Noreturn void maximum_passed(void)
{
	end_process(SPAN("coach: a text grew beyond its maximum; nothing of it was used\n"));
}

static size_t aligned(size_t size)
{
	size_t unit = _Alignof(max_align_t);
	if (size > SIZE_MAX - unit)
		memory_exhausted();
	return (size + unit - 1) / unit * unit;
}

/* NULL without memory. Large pages are a wish, which the system may have no means to fulfil. */
static void *allocate_block(size_t size)
{
#if defined(MADV_HUGEPAGE)
	if (size >= LARGE_PAGE && !ONE_MALLOC_EACH) {
		void *block = NULL;
		int reason = errno;
		if (posix_memalign(&block, LARGE_PAGE, size))
			return NULL;
		madvise(block, size, MADV_HUGEPAGE);
		errno = reason;
		return block;
	}
#endif
	return malloc(size);
}

static struct arena_block *add_block(struct arena *arena, size_t size)
{
	if (size > SIZE_MAX - sizeof(struct arena_block))
		memory_exhausted();
	struct arena_block *block = allocate_block(sizeof(*block) + size);
	if (block) {
		block->older = arena->blocks;
		block->size = size;
		arena->blocks = block;
		arena->used = 0;
		return block;
	}
	memory_exhausted();
}

static size_t next_block_size(const struct arena *arena, size_t least)
{
	if (ONE_MALLOC_EACH)
		return least;
	size_t size = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
	if (size > LAST_DOUBLED)
		size = LARGE_PAGE - sizeof(struct arena_block);
	return size > least ? size : least;
}

/* Not zeroed: a block's end may never be used, and much of the rest is written at once. */
static void *take(struct arena *arena, size_t size)
{
	size = ONE_MALLOC_EACH ? size : aligned(size ? size : 1);
	struct arena_block *block = arena->blocks;
	if (ONE_MALLOC_EACH || !block || block->size - arena->used < size)
		block = add_block(arena, next_block_size(arena, size));
	void *piece = block->bytes + arena->used;
	arena->used += size;
	return piece;
}

void *arena_allocate(struct arena *arena, size_t size)
{
	return memset(take(arena, size), 0, size);
}

char *arena_allocate_unset(struct arena *arena, size_t size)
{
	return take(arena, size);
}

static size_t size_of_array(size_t count, size_t size)
{
	if (size && count > SIZE_MAX / size)
		memory_exhausted();
	return count * size;
}

void *arena_allocate_array(struct arena *arena, size_t count, size_t size)
{
	return arena_allocate(arena, size_of_array(count, size));
}

char *arena_copy_text(struct arena *arena, struct span text)
{
	char *copy = take(arena, text.length + 1);
	if (text.length)
		memcpy(copy, text.at, text.length);
	copy[text.length] = '\0';
	return copy;
}

struct span arena_copy_span(struct arena *arena, struct span text)
{
	return (struct span){ arena_copy_text(arena, text), text.length };
}

char *arena_vprintf(struct arena *arena, const char *format, va_list arguments)
{
	char usual[256];
	va_list again;
	va_copy(again, arguments);
	int written = vsnprintf(usual, sizeof(usual), format, arguments);
	size_t length = written > 0 ? (size_t)written : 0;
	char *text = arena_allocate(arena, length + 1);
	if (length < sizeof(usual))
		memcpy(text, usual, length);
	else
		vsnprintf(text, length + 1, format, again);
	va_end(again);
	return text;
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list arguments;
	va_start(arguments, format);
	char *text = arena_vprintf(arena, format, arguments);
	va_end(arguments);
	return text;
}

void *arena_grow(struct arena *arena, void *array, size_t count, size_t *capacity, size_t size)
{
	if (count >= *capacity) {
		size_t larger = *capacity ? *capacity * 2 : 4;
		void *copy = take(arena, size_of_array(larger, size));
		if (count)
			memcpy(copy, array, count * size);
		*capacity = larger;
		array = copy;
	}
	/* Room that may never be used is not touched. */
	memset((char *)array + count * size, 0, size);
	return array;
}

/* Frees all blocks older than the given one, or all of them (NULL). */
static void free_blocks(struct arena *arena, struct arena_block *kept)
{
	int reason = errno; /* not every free() leaves it */
	struct arena_block *block = kept ? kept->older : arena->blocks;
	while (block) {
		struct arena_block *older = block->older;
		free(block);
		block = older;
	}
	if (kept)
		kept->older = NULL;
	arena->blocks = kept;
	arena->used = 0;
	errno = reason;
}

void arena_release(struct arena *arena)
{
	free_blocks(arena, NULL);
}

void arena_clear(struct arena *arena)
{
	free_blocks(arena, ONE_MALLOC_EACH ? NULL : arena->blocks);
}
