#include "vault/fixture.h"

#include "history/history.h"

static void make_own_repository(struct fixture *fixture)
{
	const struct history *history = history_open(&fixture->error);
	assert_non_null(history);
	struct history_place place = { fixture->vault.root, "" };
	assert_int_equal(history->create(&place, &fixture->error), 0);
}

static void name_person(struct fixture *fixture)
{
	GIT(fixture, "config", "user.name", "Pat Example");
	GIT(fixture, "config", "user.email", "pat@example.org");
}

/* A repository that a person made, with one commit that holds A.md and B.md. */
static void make_persons_repository(struct fixture *fixture)
{
	GIT(fixture, "init", "-q", "-b", "main");
	name_person(fixture);
	fixture_write(fixture, "A.md", "a\n");
	fixture_write(fixture, "B.md", "b\n");
	GIT(fixture, "add", "A.md", "B.md");
	GIT(fixture, "commit", "-q", "-m", "first");
}

static void change(struct fixture *fixture, const char *path, const char *text)
{
	struct changeset changes = fixture_changes(fixture);
	fixture_put(fixture, &changes, path, text);
	fixture_applies(fixture, &changes);
}

static void refuses(struct fixture *fixture, enum error_class class, const char *words)
{
	struct changeset changes = fixture_changes(fixture);
	fixture_put(fixture, &changes, "A.md", "changed\n");
	const char *before = fixture_read(fixture, "A.md");
	fixture_refuses(fixture, &changes, class, words);
	fixture_holds(fixture, "A.md", before);
}

static void a_change_is_one_commit_on_the_branch_of_an_own_repository(void **state)
{
	struct fixture *fixture = *state;
	make_own_repository(fixture);
	struct changeset changes = fixture_changes(fixture);
	fixture_put(fixture, &changes, "Weeks/2026-W48.md", "week\n");
	fixture_put(fixture, &changes, "Clients/Ana Silva/Inbox.md", "inbox\n");
	fixture_applies(fixture, &changes);
	assert_string_equal(
		GIT(fixture, "rev-parse", "HEAD"), arena_printf(&fixture->arena, "%s\n", fixture->applied.commit));
	assert_string_equal(
		GIT(fixture, "log", "--format=%s|%an <%ae>"), "coach(init_week): 2026-W48|coach <coach@localhost>\n");
	const char *trailers = GIT(fixture, "log", "--format=%(trailers:only,unfold)");
	assert_non_null(strstr(trailers, "Coach-Command: init_week\nCoach-Files: 2\nCoach-Paths: "));
	assert_non_null(strstr(trailers, "Coach-Entry: "));
	assert_null(strstr(trailers, "Ana"));
	assert_string_equal(GIT(fixture, "-c", "core.quotePath=false", "ls-tree", "-r", "--name-only", "HEAD"),
		"Clients/Ana Silva/Inbox.md\nWeeks/2026-W48.md\n");
	assert_string_equal(GIT(fixture, "status", "--porcelain", "-uno"), "");
	assert_string_equal(GIT(fixture, "fsck", "--strict", "--no-dangling"), "");
}

static void the_author_is_the_person_whom_git_knows(void **state)
{
	struct fixture *fixture = *state;
	make_own_repository(fixture);
	name_person(fixture);
	change(fixture, "A.md", "a\n");
	assert_string_equal(
		GIT(fixture, "log", "--format=%an <%ae>, %cn"), "Pat Example <pat@example.org>, Pat Example\n");
}

static void edits_that_were_not_committed_go_first(void **state)
{
	struct fixture *fixture = *state;
	make_own_repository(fixture);
	change(fixture, "A.md", "one\n");
	fixture_write(fixture, "A.md", "one\nedited\n");
	change(fixture, "A.md", "one\nedited\nadded\n");
	assert_string_equal(GIT(fixture, "log", "--format=%s"),
		"coach(init_week): 2026-W48\nsave edits before init_week\ncoach(init_week): 2026-W48\n");
	assert_string_equal(GIT(fixture, "show", "HEAD~1:A.md"), "one\nedited\n");
	assert_string_equal(GIT(fixture, "status", "--porcelain", "-uno"), "");
}

static void a_removal_is_committed_with_its_empty_folder(void **state)
{
	struct fixture *fixture = *state;
	make_own_repository(fixture);
	change(fixture, "Keep.md", "k\n");
	change(fixture, "Old/Deep/A.md", "a\n");
	change(fixture, "Old/Deep/A.md", NULL);
	assert_string_equal(GIT(fixture, "ls-tree", "-r", "-t", "--name-only", "HEAD"), "Keep.md\n");
	assert_string_equal(GIT(fixture, "status", "--porcelain", "-uno"), "");
}

static void staged_work_on_other_files_stays_staged(void **state)
{
	struct fixture *fixture = *state;
	make_own_repository(fixture);
	change(fixture, "A.md", "a\n");
	fixture_write(fixture, "Other.md", "staged\n");
	GIT(fixture, "add", "Other.md");
	change(fixture, "A.md", "a2\n");
	assert_string_equal(GIT(fixture, "status", "--porcelain", "-uno"), "A  Other.md\n");
	assert_string_equal(GIT(fixture, "ls-tree", "-r", "--name-only", "HEAD"), "A.md\n");
}

static void a_staged_version_of_our_file_is_not_lost(void **state)
{
	struct fixture *fixture = *state;
	make_own_repository(fixture);
	change(fixture, "A.md", "one\n");
	fixture_write(fixture, "A.md", "staged\n");
	GIT(fixture, "add", "A.md");
	fixture_write(fixture, "A.md", "worked on\n");
	change(fixture, "A.md", "written\n");
	assert_string_equal(GIT(fixture, "show", "HEAD~2:A.md"), "staged\n");
	assert_string_equal(GIT(fixture, "show", "HEAD~1:A.md"), "worked on\n");
	assert_string_equal(GIT(fixture, "status", "--porcelain", "-uno"), "");
}

static void a_persons_repository_keeps_branch_and_index(void **state)
{
	struct fixture *fixture = *state;
	make_persons_repository(fixture);
	const char *head = GIT(fixture, "rev-parse", "HEAD");
	fixture_write(fixture, "B.md", "staged\n");
	GIT(fixture, "add", "B.md");
	fixture_write(fixture, "A.md", "edited\n");
	change(fixture, "A.md", "edited\nwritten\n");
	assert_string_equal(GIT(fixture, "rev-parse", "HEAD"), head);
	assert_string_equal(GIT(fixture, "status", "--porcelain", "-uno"), " M A.md\nM  B.md\n");
	assert_string_equal(GIT(fixture, "log", "--format=%s", "refs/coach/history"),
		"coach(init_week): 2026-W48\nsave edits before init_week\nfirst\n");
	assert_string_equal(GIT(fixture, "show", "refs/coach/history:B.md"), "b\n");
	change(fixture, "A.md", "again\n");
	assert_string_equal(
		GIT(fixture, "diff", "--name-only", "refs/coach/history~1", "refs/coach/history"), "A.md\n");
}

static void a_ref_of_ones_own_choice_is_taken(void **state)
{
	struct fixture *fixture = *state;
	make_persons_repository(fixture);
	fixture->vault.configuration.history_ref = "refs/heads/main";
	change(fixture, "A.md", "written\n");
	assert_string_equal(
		GIT(fixture, "log", "-1", "--format=%s|%an", "main"), "coach(init_week): 2026-W48|Pat Example\n");
	assert_string_equal(GIT(fixture, "status", "--porcelain", "-uno"), "");
	fixture->vault.configuration.history_ref = "main..x";
	refuses(fixture, ERROR_USAGE, "no name of a ref");
}

static void before_the_first_commit_there_is_no_parent(void **state)
{
	struct fixture *fixture = *state;
	GIT(fixture, "init", "-q", "-b", "trunk");
	fixture_write(fixture, "A.md", "mine\n");
	change(fixture, "A.md", "written\n");
	assert_string_equal(GIT(fixture, "log", "--format=%s", "refs/coach/history"),
		"coach(init_week): 2026-W48\nsave edits before init_week\n");
	GIT(fixture, "config", "coach.created", "true");
	change(fixture, "C.md", "c\n");
	assert_string_equal(GIT(fixture, "log", "--format=%s", "trunk"), "coach(init_week): 2026-W48\n");
}

static void ignored_files_are_written_and_left_out(void **state)
{
	struct fixture *fixture = *state;
	make_own_repository(fixture);
	fixture_write(fixture, ".gitignore", "Private/\n");
	change(fixture, "Private/A.md", "secret\n");
	fixture_holds(fixture, "Private/A.md", "secret\n");
	assert_string_equal(fixture->applied.commit, "");
	struct changeset changes = fixture_changes(fixture);
	fixture_put(fixture, &changes, "Private/A.md", "more\n");
	fixture_put(fixture, &changes, "B.md", "open\n");
	fixture_applies(fixture, &changes);
	assert_string_equal(GIT(fixture, "ls-tree", "-r", "--name-only", "HEAD"), "B.md\n");
}

static void a_tracked_file_is_committed_though_it_is_ignored(void **state)
{
	struct fixture *fixture = *state;
	make_persons_repository(fixture);
	fixture_write(fixture, ".gitignore", "A.md\n");
	change(fixture, "A.md", "written\n");
	assert_string_equal(GIT(fixture, "show", "refs/coach/history:A.md"), "written\n");
}

static void a_filter_attribute_is_refused(void **state)
{
	struct fixture *fixture = *state;
	make_persons_repository(fixture);
	fixture_write(fixture, ".gitattributes", "*.md filter=git-crypt diff=git-crypt\n");
	refuses(fixture, ERROR_REFUSED, "attribute filter");
	fixture_write(fixture, ".gitattributes", "*.md filter=x\nA.md -filter\n");
	change(fixture, "A.md", "written\n");
}

static void line_ends_are_stored_as_git_would(void **state)
{
	struct fixture *fixture = *state;
	make_own_repository(fixture);
	fixture_write(fixture, ".gitattributes", "*.md text\n");
	change(fixture, "A.md", "one\r\ntwo\r\n");
	fixture_holds(fixture, "A.md", "one\r\ntwo\r\n");
	assert_string_equal(GIT(fixture, "cat-file", "blob", "HEAD:A.md"), "one\ntwo\n");
	assert_string_equal(GIT(fixture, "status", "--porcelain", "-uno"), "");
}

static void unfinished_business_is_refused_by_its_name(void **state)
{
	struct fixture *fixture = *state;
	static const struct {
		const char *file;
		const char *words;
	} cases[] = {
		{ ".git/MERGE_HEAD", "in the middle of a merge" },
		{ ".git/CHERRY_PICK_HEAD", "in the middle of a cherry-pick" },
		{ ".git/REVERT_HEAD", "in the middle of a revert" },
		{ ".git/BISECT_LOG", "in the middle of a bisect" },
		{ ".git/rebase-merge/interactive", "in the middle of a rebase" },
		{ ".git/rebase-apply/applying", "applying patches" },
	};
	make_persons_repository(fixture);
	const char *head = GIT(fixture, "rev-parse", "HEAD");
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		fixture_write(fixture, cases[i].file, head);
		refuses(fixture, ERROR_REFUSED, cases[i].words);
		assert_true(fixture->error.hint[0]);
		assert_int_equal(unlink(fixture_path(fixture, cases[i].file)), 0);
		rmdir(path_folder(&fixture->arena, fixture_path(fixture, cases[i].file)));
	}
	change(fixture, "A.md", "written\n");
}

static void a_detached_head_is_refused(void **state)
{
	struct fixture *fixture = *state;
	make_persons_repository(fixture);
	GIT(fixture, "config", "coach.created", "true");
	GIT(fixture, "checkout", "-q", "--detach");
	refuses(fixture, ERROR_REFUSED, "detached HEAD");
}

static void a_conflicted_index_is_refused(void **state)
{
	struct fixture *fixture = *state;
	make_persons_repository(fixture);
	const char *blob = GIT(fixture, "rev-parse", "HEAD:A.md");
	const char *line = arena_printf(&fixture->arena, "100644 %.40s 2\tB.md\n", blob);
	fixture_write(fixture, "index-info", line);
	int input = open(fixture_path(fixture, "index-info"), O_RDONLY);
	int saved = dup(STDIN_FILENO);
	dup2(input, STDIN_FILENO);
	GIT(fixture, "update-index", "--index-info");
	dup2(saved, STDIN_FILENO);
	close(saved);
	close(input);
	refuses(fixture, ERROR_REFUSED, "conflicts that are not resolved");
}

static void a_repository_within_is_refused(void **state)
{
	struct fixture *fixture = *state;
	make_persons_repository(fixture);
	fixture_write(fixture, "Inner/A.md", "a\n");
	GIT(fixture, "init", "-q", "Inner");
	struct changeset changes = fixture_changes(fixture);
	fixture_put(fixture, &changes, "Inner/A.md", "changed\n");
	fixture_refuses(fixture, &changes, ERROR_REFUSED, "a git repository of its own");
	fixture_holds(fixture, "Inner/A.md", "a\n");
}

static void a_lock_of_git_rolls_the_files_back(void **state)
{
	struct fixture *fixture = *state;
	make_own_repository(fixture);
	change(fixture, "A.md", "one\n");
	const char *head = GIT(fixture, "rev-parse", "HEAD");
	fixture_write(fixture, ".git/index.lock", "");
	refuses(fixture, ERROR_CONFLICT, "git is at work");
	assert_int_equal(unlink(fixture_path(fixture, ".git/index.lock")), 0);
	assert_string_equal(GIT(fixture, "rev-parse", "HEAD"), head);
	assert_string_equal(GIT(fixture, "status", "--porcelain", "-uno"), "");
	fixture_write(fixture, ".git/refs/heads/main.lock", "");
	refuses(fixture, ERROR_CONFLICT, "git is at work");
}

static void a_folder_of_the_last_commit_that_does_not_read_rolls_the_files_back(void **state)
{
	struct fixture *fixture = *state;
	make_own_repository(fixture);
	change(fixture, "Weeks/A.md", "a\n");
	const char *id = GIT(fixture, "rev-parse", "HEAD:Weeks");
	const char *object = arena_printf(&fixture->arena, ".git/objects/%.2s/%.38s", id, id + 2);
	assert_int_equal(unlink(fixture_path(fixture, object)), 0);
	struct changeset changes = fixture_changes(fixture);
	fixture_put(fixture, &changes, "Weeks/A.md", NULL);
	fixture_refuses(fixture, &changes, ERROR_IO, "does not read");
	fixture_holds(fixture, "Weeks/A.md", "a\n");
}

static void a_vault_may_lie_in_a_folder_of_the_repository(void **state)
{
	struct fixture *fixture = *state;
	make_persons_repository(fixture);
	const char *outer = fixture->vault.root;
	fixture_write(fixture, "Practice/.coach/config.yaml", "version: 1\n");
	fixture->vault.root = fixture_path(fixture, "Practice");
	change(fixture, "Weeks/W.md", "week\n");
	fixture->vault.root = outer;
	assert_string_equal(GIT(fixture, "diff", "--name-only", "main", "refs/coach/history"), "Practice/Weeks/W.md\n");
}

static void a_linked_work_tree_has_its_own_branch(void **state)
{
	struct fixture *fixture = *state;
	make_persons_repository(fixture);
	GIT(fixture, "config", "coach.created", "true");
	GIT(fixture, "worktree", "add", "-q", "-b", "side", "Side");
	const char *outer = fixture->vault.root;
	fixture->vault.root = fixture_path(fixture, "Side");
	fixture_write(fixture, ".coach/config.yaml", "version: 1\n");
	change(fixture, "A.md", "on the side\n");
	assert_string_equal(GIT(fixture, "status", "--porcelain", "-uno"), "");
	fixture->vault.root = outer;
	assert_string_equal(GIT(fixture, "show", "side:A.md"), "on the side\n");
	assert_string_equal(GIT(fixture, "show", "main:A.md"), "a\n");
}

static void history_can_be_switched_off(void **state)
{
	struct fixture *fixture = *state;
	make_own_repository(fixture);
	fixture->vault.configuration.history_enabled = false;
	change(fixture, "A.md", "a\n");
	assert_string_equal(fixture->applied.commit, "");
	assert_string_equal(GIT(fixture, "rev-list", "--all"), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(a_change_is_one_commit_on_the_branch_of_an_own_repository),
		FIXTURE_TEST(the_author_is_the_person_whom_git_knows),
		FIXTURE_TEST(edits_that_were_not_committed_go_first),
		FIXTURE_TEST(a_removal_is_committed_with_its_empty_folder),
		FIXTURE_TEST(staged_work_on_other_files_stays_staged),
		FIXTURE_TEST(a_staged_version_of_our_file_is_not_lost),
		FIXTURE_TEST(a_persons_repository_keeps_branch_and_index),
		FIXTURE_TEST(a_ref_of_ones_own_choice_is_taken),
		FIXTURE_TEST(before_the_first_commit_there_is_no_parent),
		FIXTURE_TEST(ignored_files_are_written_and_left_out),
		FIXTURE_TEST(a_tracked_file_is_committed_though_it_is_ignored),
		FIXTURE_TEST(a_filter_attribute_is_refused),
		FIXTURE_TEST(line_ends_are_stored_as_git_would),
		FIXTURE_TEST(unfinished_business_is_refused_by_its_name),
		FIXTURE_TEST(a_detached_head_is_refused),
		FIXTURE_TEST(a_conflicted_index_is_refused),
		FIXTURE_TEST(a_repository_within_is_refused),
		FIXTURE_TEST(a_lock_of_git_rolls_the_files_back),
		FIXTURE_TEST(a_folder_of_the_last_commit_that_does_not_read_rolls_the_files_back),
		FIXTURE_TEST(a_vault_may_lie_in_a_folder_of_the_repository),
		FIXTURE_TEST(a_linked_work_tree_has_its_own_branch),
		FIXTURE_TEST(history_can_be_switched_off),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
