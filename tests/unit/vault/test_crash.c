/* A run killed at every step, a recovery killed at some: the vault is as before or as after, never between. */
#include "vault/fixture.h"

#if defined(FAULT_POINTS)

#include "history/history.h"

#include <signal.h>

enum { POINTS_AT_MOST = 200, POINTS_AT_LEAST = 20, COMPLETED = 0, FAILED = 1, KILLED = 2 };
enum outcome { OLD, NEW };

/* One vault per kill, below the fixture's folder. */
static void lay_vault(struct fixture *fixture, const char *name)
{
	fixture->vault.root = path_join(&fixture->arena, fixture->vault.given, name);
	fixture_write(fixture, ".coach/config.yaml", "version: 1\n");
	fixture_write(fixture, ".gitignore", ".coach/\n");
	fixture_write(fixture, "A.md", "a\n");
	fixture_write(fixture, "B.md", "b\n");
	const struct history *history = history_open(&fixture->error);
	struct history_place place = { fixture->vault.root, "" };
	assert_int_equal(history->create(&place, &fixture->error), 0);
	GIT(fixture, "add", "A.md", "B.md", ".gitignore");
	GIT(fixture, "-c", "user.name=Pat Example", "-c", "user.email=pat@example.org", "commit", "-q", "-m", "first");
	fixture_write(fixture, "A.md", "a edited\n");
}

static void fill(struct fixture *fixture, struct changeset *changes)
{
	*changes = fixture_changes(fixture);
	fixture_put(fixture, changes, "A.md", "a written\n");
	fixture_put(fixture, changes, "B.md", NULL);
	fixture_put(fixture, changes, "New/Deep/C.md", "c\n");
	fixture_put(fixture, changes, ".coach/base/A.md", "a generated\n");
	changes->items[changes->count - 1].hidden = true;
}

/* Runs in a process that dies at the given fault point (0: at none). */
static int run_in_child(struct fixture *fixture, int point, int (*work)(struct fixture *))
{
	pid_t child = fork();
	if (child == 0) {
		char count[16];
		snprintf(count, sizeof(count), "%d", point);
		if (point > 0)
			setenv("COACH_FAULT", count, 1);
		_exit(work(fixture) ? FAILED : COMPLETED);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFSIGNALED(status)) {
		assert_int_equal(WTERMSIG(status), SIGKILL);
		return KILLED;
	}
	return WEXITSTATUS(status);
}

static int apply(struct fixture *fixture)
{
	struct changeset changes;
	fill(fixture, &changes);
	return fixture_apply(fixture, &changes);
}

static int recover(struct fixture *fixture)
{
	int recovered;
	int result =
		transaction_recover(&fixture->arena, &fixture->vault, &recovered, &fixture->findings, &fixture->error);
	if (result)
		print_error("recovery: %s: %s\n", fixture->error.path, fixture->error.message);
	return result;
}

static bool holds(struct fixture *fixture, const char *path, const char *text)
{
	const char *held = fixture_read(fixture, path);
	return text ? held && strcmp(held, text) == 0 : !held;
}

static enum outcome outcome_of(struct fixture *fixture)
{
	const char *subject = GIT(fixture, "log", "-1", "--format=%s");
	bool old = holds(fixture, "A.md", "a edited\n") && holds(fixture, "B.md", "b\n") &&
		   holds(fixture, "New/Deep/C.md", NULL) && holds(fixture, ".coach/base/A.md", NULL);
	bool new = holds(fixture, "A.md", "a written\n") && holds(fixture, "B.md", NULL) &&
		   holds(fixture, "New/Deep/C.md", "c\n") && holds(fixture, ".coach/base/A.md", "a generated\n");
	assert_true(old || new);
	assert_string_equal(subject, old ? "first\n" : "coach(init_week): 2026-W48\n");
	assert_string_equal(GIT(fixture, "rev-list", "--count", "HEAD"), old ? "1\n" : "3\n");
	if (new)
		assert_string_equal(GIT(fixture, "show", "HEAD~1:A.md"), "a edited\n");
	assert_string_equal(GIT(fixture, "status", "--porcelain"), old ? " M A.md\n" : "");
	fixture_is_tidy(fixture);
	return old ? OLD : NEW;
}

/* What git leaves when it is killed with us. */
static void leave_locks(struct fixture *fixture)
{
	if (!fixture_read(fixture, ".coach/journal/current"))
		return;
	fixture_write(fixture, ".git/index.lock", "");
	fixture_write(fixture, ".git/refs/heads/main.lock", "");
}

static void drop_locks(struct fixture *fixture)
{
	unlink(fixture_path(fixture, ".git/index.lock"));
	unlink(fixture_path(fixture, ".git/refs/heads/main.lock"));
}

static void recovers_once_for_all(struct fixture *fixture)
{
	assert_int_equal(run_in_child(fixture, 0, recover), COMPLETED);
	drop_locks(fixture);
	enum outcome outcome = outcome_of(fixture);
	const char *head = GIT(fixture, "rev-parse", "HEAD");
	assert_int_equal(run_in_child(fixture, 0, recover), COMPLETED);
	assert_int_equal(outcome_of(fixture), outcome);
	assert_string_equal(GIT(fixture, "rev-parse", "HEAD"), head);
	if (outcome == OLD)
		assert_int_equal(run_in_child(fixture, 0, apply), COMPLETED);
	assert_int_equal(outcome_of(fixture), NEW);
}

static void a_run_killed_at_any_step_leaves_old_or_new(void **state)
{
	struct fixture *fixture = *state;
	int point = 1;
	for (int result = KILLED; result == KILLED && point < POINTS_AT_MOST; point++) {
		lay_vault(fixture, arena_printf(&fixture->arena, "once-%d", point));
		result = run_in_child(fixture, point, apply);
		assert_int_not_equal(result, FAILED);
		leave_locks(fixture);
		recovers_once_for_all(fixture);
	}
	assert_in_range(point, POINTS_AT_LEAST, POINTS_AT_MOST - 1);
}

static void a_recovery_killed_too_leaves_old_or_new(void **state)
{
	struct fixture *fixture = *state;
	static const int seconds[] = { 1, 2, 3, 5, 8, 13 };
	int killed_twice = 0;
	int point = 3;
	for (int first = KILLED; first == KILLED && point < POINTS_AT_MOST; point += 2)
		for (size_t i = 0; first == KILLED && i < sizeof(seconds) / sizeof(seconds[0]); i++) {
			lay_vault(fixture, arena_printf(&fixture->arena, "twice-%d-%d", point, seconds[i]));
			first = run_in_child(fixture, point, apply);
			assert_int_not_equal(first, FAILED);
			int second = run_in_child(fixture, seconds[i], recover);
			assert_int_not_equal(second, FAILED);
			killed_twice += second == KILLED;
			recovers_once_for_all(fixture);
		}
	assert_in_range(point, POINTS_AT_LEAST, POINTS_AT_MOST - 1);
	assert_true(killed_twice > POINTS_AT_LEAST);
}

/* The branch is locked by somebody else, so the commit fails and all is taken back. */
static void a_run_killed_while_taking_back_leaves_old_or_new(void **state)
{
	struct fixture *fixture = *state;
	int point = 1;
	for (int result = KILLED; result == KILLED && point < POINTS_AT_MOST; point++) {
		lay_vault(fixture, arena_printf(&fixture->arena, "back-%d", point));
		fixture_write(fixture, ".git/refs/heads/main.lock", "");
		result = run_in_child(fixture, point, apply);
		assert_int_not_equal(result, COMPLETED);
		drop_locks(fixture);
		if (result == FAILED)
			assert_int_equal(outcome_of(fixture), OLD);
		recovers_once_for_all(fixture);
	}
	assert_in_range(point, POINTS_AT_LEAST, POINTS_AT_MOST - 1);
}

/* What was written after the kill is neither lost nor overwritten. */
static void an_edit_between_kill_and_recovery_stands(void **state)
{
	struct fixture *fixture = *state;
	int point = 1;
	for (int result = KILLED; result == KILLED && point < POINTS_AT_MOST; point++) {
		lay_vault(fixture, arena_printf(&fixture->arena, "edit-%d", point));
		result = run_in_child(fixture, point, apply);
		assert_int_not_equal(result, FAILED);
		fixture_write(fixture, "A.md", "a by somebody else\n");
		assert_int_equal(run_in_child(fixture, 0, recover), COMPLETED);
		fixture_holds(fixture, "A.md", "a by somebody else\n");
		bool forward = holds(fixture, "New/Deep/C.md", "c\n");
		assert_true(holds(fixture, "B.md", "b\n") != forward);
		/* It is no part of the change, so that taking that back leaves it. */
		if (forward)
			assert_string_equal(GIT(fixture, "show", "HEAD:A.md"), "a written\n");
		assert_string_equal(GIT(fixture, "status", "--porcelain"), " M A.md\n");
		fixture_is_tidy(fixture);
	}
	assert_in_range(point, POINTS_AT_LEAST, POINTS_AT_MOST - 1);
}

static int found(struct fixture *fixture)
{
	struct changeset changes = changeset_of(&fixture->arena, "init", "");
	changeset_put(&changes, ".coach/config.yaml", SPAN_NONE, SPAN("version: 1\n"));
	changeset_put(&changes, "A.md", SPAN_NONE, SPAN("a\n"));
	return transaction_apply_new(&fixture->arena, fixture->vault.root, &changes, true, "", &fixture->applied,
		&fixture->findings, &fixture->error);
}

static void a_new_vault_killed_at_any_step_is_there_or_not(void **state)
{
	struct fixture *fixture = *state;
	int point = 1;
	for (int result = KILLED; result == KILLED && point < POINTS_AT_MOST; point++) {
		fixture->vault.root = path_join(
			&fixture->arena, fixture->vault.given, arena_printf(&fixture->arena, "new-%d", point));
		result = run_in_child(fixture, point, found);
		assert_int_not_equal(result, FAILED);
		assert_int_equal(run_in_child(fixture, 0, recover), COMPLETED);
		if (!holds(fixture, "A.md", "a\n"))
			assert_int_equal(run_in_child(fixture, 0, found), COMPLETED);
		fixture_holds(fixture, ".coach/config.yaml", "version: 1\n");
		assert_string_equal(GIT(fixture, "log", "--format=%s"), "coach(init)\n");
		assert_string_equal(GIT(fixture, "config", "coach.created"), "true\n");
		fixture_is_tidy(fixture);
	}
	assert_in_range(point, POINTS_AT_LEAST, POINTS_AT_MOST - 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(a_run_killed_at_any_step_leaves_old_or_new),
		FIXTURE_TEST(a_recovery_killed_too_leaves_old_or_new),
		FIXTURE_TEST(a_run_killed_while_taking_back_leaves_old_or_new),
		FIXTURE_TEST(an_edit_between_kill_and_recovery_stands),
		FIXTURE_TEST(a_new_vault_killed_at_any_step_is_there_or_not),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}

#else

static void kills_need_a_build_with_fault_points(void **state)
{
	(void)state;
	skip();
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(kills_need_a_build_with_fault_points) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}

#endif
