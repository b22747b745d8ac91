#include "scratch.h"

#include "sys/lock.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

/* A child that holds the lock until it is killed. */
static pid_t hold_in_child(const char *path, enum lock_mode mode)
{
	int ready[2];
	char byte = 0;
	assert_int_equal(pipe(ready), 0);
	pid_t child = fork();
	if (child == 0) {
		struct lock lock = LOCK_INIT;
		struct error error = ERROR_INIT;
		close(ready[0]);
		if (lock_acquire(&lock, path, mode, 0, &error) == 0)
			file_write_all(ready[1], SPAN("x"));
		close(ready[1]);
		pause();
		_exit(0);
	}
	close(ready[1]);
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	return child;
}

static void end_child(pid_t child)
{
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
}

static void a_second_writer_is_told_the_holder(void **state)
{
	char *path = scratch_path(state, "lock");
	pid_t child = hold_in_child(path, LOCK_EXCLUSIVE);
	struct lock lock = LOCK_INIT;
	struct error error = ERROR_INIT;
	int writer = lock_acquire(&lock, path, LOCK_EXCLUSIVE, 0, &error);
	char expected[64];
	snprintf(expected, sizeof(expected), "process %d is at work", (int)child);
	int reader = lock_acquire(&lock, path, LOCK_SHARED, 0, &error);
	end_child(child);
	assert_int_equal(writer, -1);
	assert_int_equal(reader, -1);
	assert_int_equal(lock.descriptor, -1);
	assert_int_equal(error.class, ERROR_CONFLICT);
	assert_true(span_starts_with(span_of(error.message), expected));
}

static void the_lock_has_the_mode_of_its_folder(void **state)
{
	static const struct {
		mode_t folder, lock;
	} cases[] = { { 0700, 0600 }, { 0755, 0644 }, { 0770, 0660 }, { 02770, 0660 }, { 0700, 0600 } };
	char *path = scratch_path(state, "lock");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		LOCK_CLEANUP struct lock lock = LOCK_INIT;
		struct error error = ERROR_INIT;
		struct stat status;
		assert_int_equal(chmod(scratch_path(state, "."), cases[i].folder), 0);
		assert_int_equal(lock_acquire(&lock, path, LOCK_EXCLUSIVE, 0, &error), 0);
		assert_int_equal(stat(path, &status), 0);
		assert_int_equal(status.st_mode & 07777, cases[i].lock);
	}
}

static void the_lock_ends_with_its_holder(void **state)
{
	char *path = scratch_path(state, "lock");
	end_child(hold_in_child(path, LOCK_EXCLUSIVE));
	LOCK_CLEANUP struct lock lock = LOCK_INIT;
	struct error error = ERROR_INIT;
	assert_int_equal(lock_acquire(&lock, path, LOCK_EXCLUSIVE, 0, &error), 0);
	struct span bytes = SPAN_NONE;
	assert_int_equal(file_read(scratch_arena(state), path, "lock", 100, &bytes, NULL, &error), 0);
	assert_span(bytes, arena_printf(scratch_arena(state), "%d\n", (int)getpid()));
}

static void waiting_ends_when_the_lock_is_free(void **state)
{
	char *path = scratch_path(state, "lock");
	pid_t child = hold_in_child(path, LOCK_EXCLUSIVE);
	pid_t killer = fork();
	if (killer == 0) {
		nanosleep(&(struct timespec){ 0, 120000000 }, NULL);
		kill(child, SIGKILL);
		_exit(0);
	}
	LOCK_CLEANUP struct lock lock = LOCK_INIT;
	struct error error = ERROR_INIT;
	assert_int_equal(lock_acquire(&lock, path, LOCK_EXCLUSIVE, 10, &error), 0);
	waitpid(killer, NULL, 0);
	waitpid(child, NULL, 0);
}

static void readers_share_the_lock_and_keep_writers_out(void **state)
{
	char *path = scratch_write(state, "lock", span_of(arena_printf(scratch_arena(state), "%d\n", (int)getpid())));
	pid_t child = hold_in_child(path, LOCK_SHARED);
	struct lock reader = LOCK_INIT;
	struct lock writer = LOCK_INIT;
	struct error error = ERROR_INIT;
	int read = lock_acquire(&reader, path, LOCK_SHARED, 0, &error);
	int written = lock_acquire(&writer, path, LOCK_EXCLUSIVE, 0, &error);
	lock_release(&reader);
	end_child(child);
	assert_int_equal(read, 0);
	assert_int_equal(written, -1);
	assert_true(span_starts_with(span_of(error.message), "another run of coach"));
	assert_int_equal(lock_acquire(&writer, path, LOCK_EXCLUSIVE, 0, &error), 0);
	lock_release(&writer);
}

static void a_reader_that_found_no_file_keeps_writers_out_too(void **state)
{
	char *path = scratch_path(state, "lock");
	pid_t child = hold_in_child(path, LOCK_SHARED);
	enum file_kind made_by_reader = file_look(path, NULL);
	struct lock reader = LOCK_INIT;
	struct lock writer = LOCK_INIT;
	struct error error = ERROR_INIT;
	int written = lock_acquire(&writer, path, LOCK_EXCLUSIVE, 0, &error);
	int read = lock_acquire(&reader, path, LOCK_SHARED, 0, &error);
	end_child(child);
	assert_int_equal(made_by_reader, FILE_MISSING);
	assert_int_equal(written, -1);
	assert_int_equal(error.class, ERROR_CONFLICT);
	assert_int_equal(read, 0);
	assert_int_equal(lock_acquire(&writer, path, LOCK_EXCLUSIVE, 0, &error), -1);
	lock_release(&reader);
	assert_int_equal(lock_acquire(&writer, path, LOCK_EXCLUSIVE, 0, &error), 0);
	lock_release(&writer);
}

static void a_process_that_has_ended_is_not_named(void **state)
{
	pid_t ended = fork();
	if (ended == 0)
		_exit(0);
	waitpid(ended, NULL, 0);
	char *text = arena_printf(scratch_arena(state), "%d\n", (int)ended);
	char *path = scratch_write(state, "lock", span_of(text));
	int descriptor = open(path, O_RDONLY | O_CLOEXEC);
	struct lock lock = LOCK_INIT;
	struct error error = ERROR_INIT;
	assert_true(lock_open_file(descriptor));
	int result = lock_acquire(&lock, path, LOCK_SHARED, 0, &error);
	close(descriptor);
	assert_int_equal(result, -1);
	assert_true(span_starts_with(span_of(error.message), "another run of coach"));
}

static void a_reader_needs_no_lock_file(void **state)
{
	struct lock lock = LOCK_INIT;
	struct error error = ERROR_INIT;
	assert_int_equal(lock_acquire(&lock, scratch_path(state, "missing/lock"), LOCK_SHARED, 0, &error), 0);
	assert_int_equal(lock.descriptor, -1);
	lock_release(&lock);
	assert_int_equal(lock_acquire(&lock, scratch_path(state, "missing/lock"), LOCK_EXCLUSIVE, 0, &error), -1);
	assert_int_equal(error.class, ERROR_IO);
}

static void a_symlink_in_the_lock_s_place_empties_no_other_file(void **state)
{
	char *victim = scratch_write(state, "victim", SPAN("precious"));
	char *path = scratch_path(state, "lock");
	struct lock lock = LOCK_INIT;
	struct error error = ERROR_INIT;
	struct span bytes = SPAN_NONE;
	assert_int_equal(symlink("victim", path), 0);
	assert_int_equal(lock_acquire(&lock, path, LOCK_EXCLUSIVE, 0, &error), -1);
	assert_int_equal(file_read(scratch_arena(state), victim, "victim", 100, &bytes, NULL, &error), 0);
	assert_span(bytes, "precious");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		scratch_test(a_second_writer_is_told_the_holder),
		scratch_test(the_lock_has_the_mode_of_its_folder),
		scratch_test(the_lock_ends_with_its_holder),
		scratch_test(waiting_ends_when_the_lock_is_free),
		scratch_test(readers_share_the_lock_and_keep_writers_out),
		scratch_test(a_reader_that_found_no_file_keeps_writers_out_too),
		scratch_test(a_process_that_has_ended_is_not_named),
		scratch_test(a_reader_needs_no_lock_file),
		scratch_test(a_symlink_in_the_lock_s_place_empties_no_other_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
