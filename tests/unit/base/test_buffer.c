#include "test.h"

#include "base/buffer.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void texts_are_added_one_behind_the_other(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer buffer = BUFFER_INIT(1000);
	assert_span(buffer_span(&buffer), "");
	buffer_add_text(&buffer, "| ");
	buffer_add(&buffer, SPAN("a"));
	buffer_add_byte(&buffer, ' ');
	buffer_add_repeated(&buffer, '-', 3);
	buffer_add(&buffer, SPAN_NONE);
	buffer_printf(&buffer, " %d%%", 50);
	assert_span(buffer_span(&buffer), "| a --- 50%");
	assert_string_equal(buffer.bytes, "| a --- 50%");
	assert_false(buffer.over);
}

static void the_maximum_can_be_filled_exactly(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer buffer = BUFFER_INIT(5);
	buffer_add_text(&buffer, "coach");
	assert_false(buffer.over);
	assert_string_equal(buffer.bytes, "coach");
	buffer_add_text(&buffer, "");
	assert_false(buffer.over);
}

static void what_passes_the_maximum_is_dropped_whole_and_so_is_the_rest(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer buffer = BUFFER_INIT(5);
	buffer_add_text(&buffer, "abc");
	buffer_printf(&buffer, "%s", "def");
	assert_true(buffer.over);
	buffer_add_byte(&buffer, 'x');
	buffer_add_repeated(&buffer, 'x', SIZE_MAX);
	assert_span(buffer_span(&buffer), "abc");
}

static void a_cleared_buffer_takes_more(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer buffer = BUFFER_INIT(5);
	buffer_add_text(&buffer, "abcdef");
	assert_true(buffer.over);
	buffer_clear(&buffer);
	assert_false(buffer.over);
	buffer_add_text(&buffer, "abcde");
	assert_span(buffer_span(&buffer), "abcde");
}

static void truncating_drops_the_end(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer buffer = BUFFER_INIT(100);
	buffer_truncate(&buffer, 0);
	buffer_add_text(&buffer, "abcdef");
	buffer_truncate(&buffer, 10);
	assert_string_equal(buffer.bytes, "abcdef");
	buffer_truncate(&buffer, 2);
	assert_string_equal(buffer.bytes, "ab");
}

static void a_line_has_no_line_end(void **state)
{
	(void)state;
	struct buffer BUFFER_CLEANUP buffer = BUFFER_INIT(100);
	buffer_add_line(&buffer, SPAN("a\nb\r\nc\rd\te\n"));
	buffer_add_line(&buffer, SPAN_NONE);
	assert_span(buffer_span(&buffer), "a b c d e ");
}

static void a_finished_text_is_a_copy(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct buffer buffer = BUFFER_INIT(3);
	struct span empty = buffer_finish(&arena, &buffer);
	buffer_add_text(&buffer, "abc");
	struct span text = buffer_finish(&arena, &buffer);
	buffer_release(&buffer);
	assert_non_null(empty.at);
	assert_int_equal(empty.length, 0);
	assert_span(text, "abc");
	arena_release(&arena);
}

/* In a child, whose message goes to a pipe: returns its exit status. */
static int finish_too_long_a_text(char *said, size_t size)
{
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		dup2(ends[1], STDERR_FILENO);
		struct arena arena = ARENA_INIT;
		struct buffer buffer = BUFFER_INIT(3);
		buffer_add_text(&buffer, "abcd");
		buffer_finish(&arena, &buffer);
		_exit(0);
	}
	int status = 0;
	close(ends[1]);
	assert_true(child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status));
	ssize_t length = read(ends[0], said, size - 1);
	said[length > 0 ? length : 0] = '\0';
	close(ends[0]);
	return WEXITSTATUS(status);
}

static void a_text_beyond_its_maximum_ends_the_process(void **state)
{
	(void)state;
	char said[200];
	assert_int_equal(finish_too_long_a_text(said, sizeof(said)), 6);
	assert_non_null(strstr(said, "beyond its maximum"));
}

static void a_buffer_grows_as_far_as_needed(void **state)
{
	(void)state;
	BUFFER_CLEANUP struct buffer buffer = BUFFER_INIT(1u << 20);
	for (int i = 0; i < 1 << 14; i++)
		buffer_printf(&buffer, "%08d", i);
	assert_int_equal(buffer.length, 8u << 14);
	assert_memory_equal(buffer.bytes + 8 * 12345, "00012345", 8);
	assert_int_equal(strlen(buffer.bytes), buffer.length);
}

static void a_released_buffer_is_empty_and_usable(void **state)
{
	(void)state;
	struct buffer buffer = BUFFER_INIT(3);
	buffer_add_text(&buffer, "abcd");
	buffer_release(&buffer);
	assert_false(buffer.over);
	buffer_add_text(&buffer, "abc");
	assert_span(buffer_span(&buffer), "abc");
	buffer_release(&buffer);
	buffer_release(&buffer);
	assert_null(buffer.bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_added_one_behind_the_other),
		cmocka_unit_test(the_maximum_can_be_filled_exactly),
		cmocka_unit_test(what_passes_the_maximum_is_dropped_whole_and_so_is_the_rest),
		cmocka_unit_test(a_cleared_buffer_takes_more),
		cmocka_unit_test(truncating_drops_the_end),
		cmocka_unit_test(a_line_has_no_line_end),
		cmocka_unit_test(a_finished_text_is_a_copy),
		cmocka_unit_test(a_text_beyond_its_maximum_ends_the_process),
		cmocka_unit_test(a_buffer_grows_as_far_as_needed),
		cmocka_unit_test(a_released_buffer_is_empty_and_usable),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
