#include "test.h"

#include "base/arena.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static bool is_zero(const unsigned char *bytes, size_t size)
{
	for (size_t i = 0; i < size; i++)
		if (bytes[i] != 0)
			return false;
	return true;
}

static void memory_is_zeroed_and_aligned(void **state)
{
	(void)state;
	static const size_t sizes[] = { 0, 1, 3, 64, 65535, 65536, 65537, 1000000, 2 << 20, 3000000 };
	struct arena arena = ARENA_INIT;
	for (int round = 0; round < 50; round++) {
		for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
			unsigned char *piece = arena_allocate(&arena, sizes[i]);
			assert_non_null(piece);
			assert_int_equal((uintptr_t)piece % _Alignof(max_align_t), 0);
			assert_true(is_zero(piece, sizes[i]));
			memset(piece, 0xff, sizes[i]);
		}
	}
	arena_release(&arena);
}

static void pieces_do_not_overlap(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	char *texts[2000];
	for (int i = 0; i < 2000; i++)
		texts[i] = arena_printf(&arena, "piece %d %*s", i, i % 301, "");
	for (int i = 0; i < 2000; i++) {
		char expected[32];
		int length = snprintf(expected, sizeof(expected), "piece %d ", i);
		assert_memory_equal(texts[i], expected, (size_t)length);
		assert_int_equal(strlen(texts[i]), (size_t)length + (size_t)(i % 301));
	}
	arena_release(&arena);
}

static void a_cleared_arena_goes_on_in_a_block_that_it_had(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < 100; i++)
			memset(arena_allocate(&arena, 50000), 0xff, 50000);
		const struct arena_block *newest = arena.blocks;
		arena_clear(&arena);
		assert_true(arena.used == 0 && (!arena.blocks || arena.blocks == newest));
		assert_true(is_zero(arena_allocate(&arena, 1000), 1000));
	}
	arena_release(&arena);
}

static void an_arena_is_usable_after_its_release(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	arena_release(&arena);
	arena_allocate(&arena, 10);
	arena_release(&arena);
	assert_string_equal(arena_printf(&arena, "%s", "again"), "again");
	arena_release(&arena);
}

static void a_copy_ends_with_nul_that_is_not_counted(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct span copy = arena_copy_span(&arena, SPAN("a\0b"));
	assert_int_equal(copy.length, 3);
	assert_memory_equal(copy.at, "a\0b", 4);
	assert_string_equal(arena_copy_text(&arena, SPAN_NONE), "");
	assert_string_equal(arena_printf(&arena, "%s", ""), "");
	arena_release(&arena);
}

static void a_growing_array_keeps_its_elements(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	size_t *numbers = NULL;
	size_t capacity = 0;
	for (size_t count = 0; count < 1000; count++) {
		numbers = arena_grow(&arena, numbers, count, &capacity, sizeof(*numbers));
		numbers[count] = count;
	}
	for (size_t i = 0; i < 1000; i++)
		assert_int_equal(numbers[i], i);
	assert_true(capacity >= 1000);
	arena_release(&arena);
}

/* The exit status of a child that asks for more than there is; its message goes nowhere. */
static int status_of_allocation(size_t count, size_t size)
{
	pid_t child = fork();
	if (child == 0) {
		struct arena arena = ARENA_INIT;
		close(STDERR_FILENO);
		arena_allocate_array(&arena, count, size);
		_exit(0);
	}
	int status = 0;
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void memory_that_is_not_there_ends_the_process(void **state)
{
	(void)state;
	assert_int_equal(status_of_allocation(SIZE_MAX / 2, 3), 6);
	assert_int_equal(status_of_allocation(SIZE_MAX, 1), 6);
	assert_int_equal(status_of_allocation(SIZE_MAX, 0), 0);
	assert_int_equal(status_of_allocation(4, 4), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_and_aligned),
		cmocka_unit_test(pieces_do_not_overlap),
		cmocka_unit_test(a_cleared_arena_goes_on_in_a_block_that_it_had),
		cmocka_unit_test(an_arena_is_usable_after_its_release),
		cmocka_unit_test(a_copy_ends_with_nul_that_is_not_counted),
		cmocka_unit_test(a_growing_array_keeps_its_elements),
		cmocka_unit_test(memory_that_is_not_there_ends_the_process),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
