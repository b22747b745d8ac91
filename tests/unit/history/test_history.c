/* The module by itself; tests/unit/vault/test_commit.c has what a command sees of it. */
#include "scratch.h"

#include "history/history.h"
#include "sys/clock.h"
#include "sys/process.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static const struct history *open_module(struct arena *arena)
{
	struct error error = ERROR_INIT;
#ifndef STATIC_MODULES
	/* Two folders up in the build tree, while the program looks beside itself. */
	const char *link = path_join(arena, process_program_folder(arena), "coach-history.so");
	if (file_look(link, NULL) == FILE_MISSING)
		assert_true(symlink("../../../coach-history.so", link) == 0 || errno == EEXIST);
#else
	(void)arena;
#endif
	const struct history *history = history_open(&error);
	if (!history)
		fail_msg("%s: %s", error.path, error.message);
	return history;
}

static const struct history_place *place_of(const char *vault)
{
	static struct history_place place;
	place = (struct history_place){ vault, "" };
	return &place;
}

static const char *vault_of(void **state)
{
	struct scratch *scratch = *state;
	setenv("HOME", scratch->folder, 1);
	setenv("GIT_CEILING_DIRECTORIES", "/", 1);
	return path_resolve(&scratch->arena, scratch->folder);
}

static struct repository *made_repository(void **state, const struct history *history)
{
	struct error error = ERROR_INIT;
	struct repository *opened;
	const char *vault = vault_of(state);
	assert_int_equal(history->create(place_of(vault), &error), 0);
	assert_int_equal(history->open(scratch_arena(state), place_of(vault), &opened, &error), 0);
	assert_non_null(opened);
	return opened;
}

static struct history_commit_request request_of(
	const struct history_file *file, const struct span *before, const char *noted)
{
	return (struct history_commit_request){ .ref = "",
		.message = "write\n",
		.files = file,
		.count = 1,
		.before = before,
		.edits_message = "edits\n",
		.seconds = 1795000000,
		.noted = noted };
}

static void a_folder_without_repository_is_no_error(void **state)
{
	struct error error = ERROR_INIT;
	bool found;
	struct repository *opened;
	const struct history *history = open_module(scratch_arena(state));
	assert_int_equal(history->look(place_of(vault_of(state)), &found, &error), 0);
	assert_false(found);
	assert_int_equal(history->open(scratch_arena(state), place_of(vault_of(state)), &opened, &error), 0);
	assert_null(opened);
	history->close(opened);
}

static void a_made_repository_is_found_and_made_once(void **state)
{
	struct error error = ERROR_INIT;
	bool found;
	const struct history *history = open_module(scratch_arena(state));
	const char *vault = vault_of(state);
	assert_int_equal(history->create(place_of(vault), &error), 0);
	assert_int_equal(history->look(place_of(vault), &found, &error), 0);
	assert_true(found);
	assert_int_equal(history->create(place_of(vault), &error), -1);
	assert_int_equal(error.class, ERROR_CONFLICT);
}

static void what_was_half_made_aside_is_made_whole(void **state)
{
	struct error error = ERROR_INIT;
	bool found;
	const struct history *history = open_module(scratch_arena(state));
	scratch_write(state, ".coach-new-repository/.git/HEAD", SPAN("ref: refs/heads/main\n"));
	scratch_write(state, ".coach-new-repository/.git/config.lock", SPAN(""));
	scratch_write(state, ".coach-new-repository/_git2_1234", SPAN(""));
	assert_int_equal(history->create(place_of(vault_of(state)), &error), 0);
	assert_int_equal(history->look(place_of(vault_of(state)), &found, &error), 0);
	assert_true(found);
	assert_int_equal(file_look(scratch_path(state, ".coach-new-repository"), NULL), FILE_MISSING);
	assert_int_equal(file_look(scratch_path(state, ".git/config.lock"), NULL), FILE_MISSING);
}

static void a_noted_commit_is_not_made_twice(void **state)
{
	struct error error = ERROR_INIT;
	const struct history *history = open_module(scratch_arena(state));
	struct repository *opened = made_repository(state, history);
	const struct history_file file = { "A.md", SPAN("after\n") };
	const struct span before = SPAN("before\n");
	struct history_commit first;
	struct history_commit again;
	struct history_commit_request request = request_of(&file, &before, "");
	assert_int_equal(history->commit(opened, &request, &first, &error), 0);
	request.noted = first.id;
	assert_int_equal(history->commit(opened, &request, &again, &error), 0);
	assert_string_equal(again.id, first.id);
	/* An id that the branch does not hold is no commit made. */
	request.noted = "0123456789012345678901234567890123456789";
	assert_int_equal(history->commit(opened, &request, &again, &error), 0);
	assert_string_not_equal(again.id, first.id);
	history->close(opened);
}

static void commit_anew(void **state, const char *before, const char *after, struct history_commit *made)
{
	struct error error = ERROR_INIT;
	struct repository *opened;
	const struct history *history = open_module(scratch_arena(state));
	const struct history_file file = { "A.md", span_of(after) };
	const struct span read = span_of(before);
	struct history_commit_request request = request_of(&file, &read, "");
	assert_int_equal(history->open(scratch_arena(state), place_of(vault_of(state)), &opened, &error), 0);
	assert_int_equal(history->commit(opened, &request, made, &error), 0);
	history->close(opened);
}

/* The index is read again where another writer changed it while the repository was open. Seen from a last commit, which
 * would first record what the index holds of the file, if that were anything but the file's text. */
static void the_index_of_an_open_repository_is_never_stale(void **state)
{
	struct error error = ERROR_INIT;
	const struct history *history = open_module(scratch_arena(state));
	struct repository *opened = made_repository(state, history);
	const struct history_file file = { "A.md", SPAN("after\n") };
	const struct span before = SPAN("before\n");
	const char *const paths[] = { "A.md" };
	bool ignored;
	struct history_commit made;
	struct history_commit other;
	struct history_commit last;
	struct history_commit_request request = request_of(&file, &before, "");
	assert_int_equal(history->check(opened, "", paths, 1, &ignored, &error), 0);
	commit_anew(state, "", "another writer's\n", &other);
	assert_int_equal(history->commit(opened, &request, &made, &error), 0);
	history->close(opened);
	assert_string_not_equal(made.id, other.id);
	commit_anew(state, "after\n", "after\n", &last);
	assert_string_equal(last.id, made.id);
}

static int refuse(void *context, const char *id, struct error *error)
{
	snprintf(context, COMMIT_ID_SIZE, "%s", id);
	return error_set(error, ERROR_IO, "the journal is full");
}

static void a_journal_that_fails_stops_the_commit(void **state)
{
	struct error error = ERROR_INIT;
	const struct history *history = open_module(scratch_arena(state));
	struct repository *opened = made_repository(state, history);
	const struct history_file file = { "A.md", SPAN("after\n") };
	const struct span before = SPAN_NONE;
	struct history_commit made;
	char id[COMMIT_ID_SIZE] = "";
	struct history_commit_request request = request_of(&file, &before, "");
	request.ready = refuse;
	request.context = id;
	assert_int_equal(history->commit(opened, &request, &made, &error), -1);
	history->close(opened);
	assert_string_equal(error.message, "the journal is full");
	assert_int_equal(strlen(id), 40);
	assert_int_equal(file_look(scratch_path(state, ".git/refs/heads/main"), NULL), FILE_MISSING);
}

static bool is_there(void **state, const char *path)
{
	return file_look(scratch_path(state, path), NULL) != FILE_MISSING;
}

static void stale_locks_alone_are_removed(void **state)
{
	struct error error = ERROR_INIT;
	const struct history *history = open_module(scratch_arena(state));
	const char *vault = vault_of(state);
	int64_t now = clock_seconds() * 1000000000;
	assert_int_equal(history->create(place_of(vault), &error), 0);
	scratch_write(state, ".git/index.lock", SPAN(""));
	scratch_write(state, ".git/refs/heads/main.lock", SPAN(""));
	scratch_write(state, ".git/packed-refs.lock", SPAN(""));
	scratch_write(state, ".git/config.lock", SPAN(""));
	/* Older than the journal. */
	assert_int_equal(history->unlock(place_of(vault), "", now + 3600 * (int64_t)1000000000, &error), 0);
	assert_true(is_there(state, ".git/index.lock"));
	/* Opened by somebody. */
	FILE *open_lock = fopen(scratch_path(state, ".git/index.lock"), "r");
	assert_int_equal(history->unlock(place_of(vault), "", now, &error), 0);
	assert_true(is_there(state, ".git/index.lock"));
	assert_false(is_there(state, ".git/refs/heads/main.lock"));
	assert_false(is_there(state, ".git/packed-refs.lock"));
	fclose(open_lock);
	assert_int_equal(history->unlock(place_of(vault), "", now, &error), 0);
	assert_false(is_there(state, ".git/index.lock"));
	assert_true(is_there(state, ".git/config.lock"));
}

static void a_repository_of_another_user_is_refused(void **state)
{
	struct error error = ERROR_INIT;
	bool found;
	const struct history *history = open_module(scratch_arena(state));
	const char *vault = vault_of(state);
	assert_int_equal(history->create(place_of(vault), &error), 0);
	/* Only root can give a folder away. */
	if (geteuid() != 0)
		skip();
	assert_int_equal(chown(scratch_path(state, ".git"), 65534, 65534), 0);
	assert_int_equal(chown(vault, 65534, 65534), 0);
	assert_int_equal(history->look(place_of(vault), &found, &error), -1);
	assert_int_equal(error.class, ERROR_REFUSED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		scratch_test(a_folder_without_repository_is_no_error),
		scratch_test(a_made_repository_is_found_and_made_once),
		scratch_test(what_was_half_made_aside_is_made_whole),
		scratch_test(a_noted_commit_is_not_made_twice),
		scratch_test(the_index_of_an_open_repository_is_never_stale),
		scratch_test(a_journal_that_fails_stops_the_commit),
		scratch_test(stale_locks_alone_are_removed),
		scratch_test(a_repository_of_another_user_is_refused),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
