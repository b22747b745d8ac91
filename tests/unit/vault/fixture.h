/* A vault in a temporary folder, and git beside it, for the tests of lib/vault. */
#ifndef COACH_TESTS_VAULT_FIXTURE_H
#define COACH_TESTS_VAULT_FIXTURE_H

#include "scratch.h"

#include "sys/file.h"
#include "sys/process.h"
#include "vault/transaction.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

struct fixture {
	struct arena arena;
	struct vault vault;
	struct error error;
	struct applied applied;
	struct finding_list findings;
};

enum { FIXTURE_MOST_BYTES = 1 << 20 };

static inline const char *fixture_path(struct fixture *fixture, const char *path)
{
	return path_join(&fixture->arena, fixture->vault.root, path);
}

/* Writes a file of the vault, its folders too. */
static inline void fixture_write(struct fixture *fixture, const char *path, const char *text)
{
	const char *whole = fixture_path(fixture, path);
	assert_int_equal(file_make_folder(path_folder(&fixture->arena, whole), &fixture->error), 0);
	FILE *file = fopen(whole, "wb");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

/* What a file of the vault holds; NULL when there is none. */
static inline const char *fixture_read(struct fixture *fixture, const char *path)
{
	struct span bytes;
	assert_int_equal(
		vault_read(&fixture->arena, &fixture->vault, path, FIXTURE_MOST_BYTES, &bytes, &fixture->error), 0);
	return bytes.at;
}

static inline void fixture_holds(struct fixture *fixture, const char *path, const char *text)
{
	const char *held = fixture_read(fixture, path);
	if (!held)
		fail_msg("%s is not there", path);
	assert_string_equal(held, text);
}

static inline void fixture_lacks(struct fixture *fixture, const char *path)
{
	if (file_look(fixture_path(fixture, path), NULL) != FILE_MISSING)
		fail_msg("%s is there", path);
}

static inline void fixture_is_tidy_below(struct fixture *fixture, const char *folder)
{
	DIR *stream = opendir(folder);
	for (const struct dirent *entry = NULL; stream && (entry = readdir(stream));) {
		struct span name = span_of(entry->d_name);
		const char *path = path_join(&fixture->arena, folder, entry->d_name);
		if (span_starts_with(name, ".coach-") || span_is(name, "current"))
			fail_msg("%s was left behind", path);
		bool descend = !span_is(name, ".") && !span_is(name, "..") && !span_is(name, ".git");
		if (descend && file_look(path, NULL) == FILE_DIRECTORY)
			fixture_is_tidy_below(fixture, path);
	}
	if (stream)
		closedir(stream);
}

/* Fails when a temporary file or a journal was left behind. */
static inline void fixture_is_tidy(struct fixture *fixture)
{
	fixture_is_tidy_below(fixture, fixture->vault.root);
}

/* Runs git in the vault's folder and returns what it printed; it must succeed. */
static inline const char *fixture_git(struct fixture *fixture, const char *const *arguments)
{
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		const char *words[16] = { "git", "-C", fixture->vault.root };
		for (size_t i = 0; arguments[i]; i++)
			words[i + 3] = arguments[i];
		dup2(ends[1], STDOUT_FILENO);
		close(ends[0]);
		/* execvp takes char *const[] and changes nothing. */
		union {
			const char **in;
			char **out;
		} cast = { words };
		execvp("git", cast.out);
		_exit(127);
	}
	close(ends[1]);
	struct span output;
	assert_int_equal(
		file_read_descriptor(&fixture->arena, ends[0], "git", FIXTURE_MOST_BYTES, &output, &fixture->error), 0);
	close(ends[0]);
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	return arena_copy_text(&fixture->arena, output);
}

#define GIT(fixture, ...) fixture_git((fixture), (const char *const[]){ __VA_ARGS__, NULL })

/* The module lies beside the program, two folders up in the build tree, when it is not linked in. */
static inline void fixture_find_module(struct arena *arena)
{
#ifndef STATIC_MODULES
	const char *folder = process_program_folder(arena);
	const char *link = path_join(arena, folder, "coach-history.so");
	if (file_look(link, NULL) == FILE_MISSING)
		assert_true(symlink("../../../coach-history.so", link) == 0 || errno == EEXIST);
#else
	(void)arena;
#endif
}

static inline int fixture_set_up(void **state)
{
	struct fixture *fixture = calloc(1, sizeof(*fixture));
	char root[] = "/tmp/coach-vault-XXXXXX";
	if (!fixture || !mkdtemp(root))
		return -1;
	fixture->arena = ARENA_INIT;
	fixture->findings = (struct finding_list){ .arena = &fixture->arena };
	configuration_init(&fixture->vault.configuration);
	fixture->vault.root = path_resolve(&fixture->arena, root);
	fixture->vault.given = fixture->vault.root;
	fixture->vault.history_folder = "";
	/* Nobody's own settings may change what the tests see. */
	setenv("HOME", root, 1);
	setenv("XDG_CONFIG_HOME", root, 1);
	setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
	fixture_write(fixture, ".coach/config.yaml", "version: 1\n");
	fixture_find_module(&fixture->arena);
	*state = fixture;
	return 0;
}

static inline int fixture_tear_down(void **state)
{
	struct fixture *fixture = *state;
	scratch_remove_below(&fixture->arena, fixture->vault.given);
	arena_release(&fixture->arena);
	free(fixture);
	return 0;
}

static inline struct changeset fixture_changes(struct fixture *fixture)
{
	return changeset_of(&fixture->arena, "init_week", "2026-W48");
}

/* A change from what the file holds now to `text` (NULL: it goes). */
static inline void fixture_put(struct fixture *fixture, struct changeset *changes, const char *path, const char *text)
{
	const char *before = fixture_read(fixture, path);
	changeset_put(changes, path, before ? span_of(before) : SPAN_NONE, text ? span_of(text) : SPAN_NONE);
}

static inline int fixture_apply(struct fixture *fixture, const struct changeset *changes)
{
	return transaction_apply(&fixture->arena, &fixture->vault, changes, false, &fixture->applied,
		&fixture->findings, &fixture->error);
}

static inline void fixture_applies(struct fixture *fixture, const struct changeset *changes)
{
	if (fixture_apply(fixture, changes))
		fail_msg("%s: %s", fixture->error.path, fixture->error.message);
	fixture_is_tidy(fixture);
}

/* The changeset is refused with this class, and nothing is left behind. */
static inline void fixture_refuses(
	struct fixture *fixture, const struct changeset *changes, enum error_class class, const char *words)
{
	assert_int_equal(fixture_apply(fixture, changes), -1);
	if (!strstr(fixture->error.message, words))
		fail_msg("said: %s", fixture->error.message);
	assert_int_equal(fixture->error.class, class);
	fixture_is_tidy(fixture);
}

#define FIXTURE_TEST(function) cmocka_unit_test_setup_teardown(function, fixture_set_up, fixture_tear_down)

#endif
