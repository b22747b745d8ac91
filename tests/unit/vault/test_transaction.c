#include "vault/fixture.h"

#include "vault/write.h"

#include <sys/resource.h>

#if defined(__linux__)
#include <sys/xattr.h>
#endif

static void creates_modifies_and_removes_in_one_go(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "Weeks/2026-W47.md", "old week\n");
	fixture_write(fixture, "Gone.md", "bye\n");
	struct changeset changes = fixture_changes(fixture);
	fixture_put(fixture, &changes, "Weeks/2026-W47.md", "new week\n");
	fixture_put(fixture, &changes, "Gone.md", NULL);
	fixture_put(fixture, &changes, "Clients/Ana Silva/Inbox.md", "hello\n");
	fixture_applies(fixture, &changes);
	fixture_holds(fixture, "Weeks/2026-W47.md", "new week\n");
	fixture_holds(fixture, "Clients/Ana Silva/Inbox.md", "hello\n");
	fixture_lacks(fixture, "Gone.md");
	assert_string_equal(fixture->applied.commit, "");
}

static void an_empty_changeset_does_nothing(void **state)
{
	struct fixture *fixture = *state;
	struct changeset changes = fixture_changes(fixture);
	fixture_applies(fixture, &changes);
	fixture_lacks(fixture, ".coach/lock");
}

static void a_base_text_is_written_beside_the_note(void **state)
{
	struct fixture *fixture = *state;
	struct changeset changes = fixture_changes(fixture);
	fixture_put(fixture, &changes, "Weeks/2026-W48.md", "merged\n");
	changeset_put_base(&changes, "Weeks/2026-W48.md", SPAN_NONE, SPAN("generated\n"));
	fixture_applies(fixture, &changes);
	fixture_holds(fixture, ".coach/base/Weeks/2026-W48.md", "generated\n");
}

static void an_edit_on_disk_is_a_conflict_and_nothing_is_written(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "A.md", "one\n");
	fixture_write(fixture, "B.md", "two\n");
	struct changeset changes = fixture_changes(fixture);
	fixture_put(fixture, &changes, "A.md", "one changed\n");
	fixture_put(fixture, &changes, "B.md", "two changed\n");
	fixture_write(fixture, "B.md", "somebody else's\n");
	fixture_refuses(fixture, &changes, ERROR_CONFLICT, "changed on disk");
	fixture_holds(fixture, "A.md", "one\n");
	fixture_holds(fixture, "B.md", "somebody else's\n");
}

static void a_file_made_or_removed_meanwhile_is_a_conflict(void **state)
{
	struct fixture *fixture = *state;
	struct changeset creation = fixture_changes(fixture);
	fixture_put(fixture, &creation, "New.md", "mine\n");
	fixture_write(fixture, "New.md", "theirs\n");
	fixture_refuses(fixture, &creation, ERROR_CONFLICT, "made this file meanwhile");
	struct changeset edit = fixture_changes(fixture);
	fixture_put(fixture, &edit, "New.md", "mine\n");
	assert_int_equal(unlink(fixture_path(fixture, "New.md")), 0);
	fixture_refuses(fixture, &edit, ERROR_CONFLICT, "changed on disk");
	fixture_lacks(fixture, "New.md");
}

static void a_path_or_symlink_out_of_the_vault_is_refused(void **state)
{
	struct fixture *fixture = *state;
	static const char *const paths[] = { "../out.md", "/tmp/out.md", "Weeks/../../out.md", "./x.md", "a//b.md" };
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		struct changeset changes = fixture_changes(fixture);
		changeset_put(&changes, paths[i], SPAN_NONE, SPAN("text\n"));
		fixture_refuses(fixture, &changes, ERROR_REFUSED, "no path below the vault");
	}
	assert_int_equal(symlink("/tmp", fixture_path(fixture, "Out")), 0);
	struct changeset changes = fixture_changes(fixture);
	changeset_put(&changes, "Out/x.md", SPAN_NONE, SPAN("text\n"));
	fixture_refuses(fixture, &changes, ERROR_REFUSED, "leads out of the vault");
	assert_int_equal(symlink("nowhere.md", fixture_path(fixture, "Broken.md")), 0);
	struct changeset broken = fixture_changes(fixture);
	changeset_put(&broken, "Broken.md", SPAN_NONE, SPAN("text\n"));
	fixture_refuses(fixture, &broken, ERROR_REFUSED, "leads nowhere");
}

/* Also as other file systems have git's folder, and where a symlink leads to it. */
static void what_is_gits_is_refused(void **state)
{
	struct fixture *fixture = *state;
	static const char *const paths[] = { ".git/HEAD", ".git", "Weeks/.GIT/config", ".git./HEAD", ".git /HEAD",
		".git . ./HEAD", "git~1/HEAD", "GIT~1", ".git::$INDEX_ALLOCATION/HEAD", ".g\u200cit/HEAD",
		"\ufeff.gi\u206ft/HEAD", "Link/HEAD" };
	static const char *const others[] = { ".gitignore", ".github/a.md", "git/a.md", "git~10.md", "My.git/a.md" };
	assert_int_equal(mkdir(fixture_path(fixture, ".git"), 0777), 0);
	assert_int_equal(symlink(".git", fixture_path(fixture, "Link")), 0);
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		struct changeset changes = fixture_changes(fixture);
		changeset_put(&changes, paths[i], SPAN_NONE, SPAN("text\n"));
		fixture_refuses(fixture, &changes, ERROR_REFUSED, "git's own folder");
	}
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		assert_true(place_is_plain(others[i]));
}

/* Fewer descriptors than files: those of one folder share one. */
static void a_change_of_many_files_is_written(void **state)
{
	struct fixture *fixture = *state;
	enum { FILES = 300, DESCRIPTORS = 64 };
	struct changeset changes = fixture_changes(fixture);
	for (int i = 0; i < FILES; i++)
		changeset_put(&changes, arena_printf(&fixture->arena, "%s/%d.md", i % 2 ? "Odd" : "Even", i), SPAN_NONE,
			SPAN("text\n"));
	changes.mass_change = true;
	struct rlimit usual;
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &usual), 0);
	struct rlimit few = { .rlim_cur = DESCRIPTORS, .rlim_max = usual.rlim_max };
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
	fixture_applies(fixture, &changes);
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &usual), 0);
	fixture_holds(fixture, "Odd/299.md", "text\n");
	fixture_holds(fixture, "Even/0.md", "text\n");
}

/* Names of 4,000 bytes, more of them than one change may hold. */
static void a_change_of_too_many_files_is_refused(void **state)
{
	struct fixture *fixture = *state;
	enum { FILES = 4500, LETTERS = 4000 };
	struct changeset changes = fixture_changes(fixture);
	for (int i = 0; i < FILES; i++)
		changeset_put(
			&changes, arena_printf(&fixture->arena, "%-*d.md", LETTERS, i), SPAN_NONE, SPAN("text\n"));
	changes.mass_change = true;
	fixture_refuses(fixture, &changes, ERROR_REFUSED, "too many files");
}

static void a_symlink_within_the_vault_stays_one(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "Real/Note.md", "old\n");
	assert_int_equal(symlink("Real/Note.md", fixture_path(fixture, "Alias.md")), 0);
	struct changeset changes = fixture_changes(fixture);
	fixture_put(fixture, &changes, "Alias.md", "new\n");
	fixture_applies(fixture, &changes);
	fixture_holds(fixture, "Real/Note.md", "new\n");
	assert_int_equal(file_look(fixture_path(fixture, "Alias.md"), NULL), FILE_SYMLINK);
	struct changeset twice = fixture_changes(fixture);
	fixture_put(fixture, &twice, "Alias.md", "a\n");
	fixture_put(fixture, &twice, "Real/Note.md", "b\n");
	fixture_refuses(fixture, &twice, ERROR_REFUSED, "leads to the same file");
}

static void hard_links_folders_and_placeholders_are_refused(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "A.md", "text\n");
	assert_int_equal(link(fixture_path(fixture, "A.md"), fixture_path(fixture, "B.md")), 0);
	struct changeset linked = fixture_changes(fixture);
	fixture_put(fixture, &linked, "A.md", "new\n");
	fixture_refuses(fixture, &linked, ERROR_REFUSED, "2 names (hard links)");
	assert_int_equal(mkdir(fixture_path(fixture, "Folder.md"), 0777), 0);
	struct changeset folder = fixture_changes(fixture);
	changeset_put(&folder, "Folder.md", SPAN("x"), SPAN("y"));
	fixture_refuses(fixture, &folder, ERROR_REFUSED, "not a regular file");
	fixture_write(fixture, ".Cloud.md.icloud", "");
	struct changeset cloud = fixture_changes(fixture);
	fixture_put(fixture, &cloud, "Cloud.md", "new\n");
	fixture_refuses(fixture, &cloud, ERROR_REFUSED, "placeholder");
}

static void conflict_marks_are_refused_outside_code(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "A.md", "text\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n");
	struct changeset marked = fixture_changes(fixture);
	fixture_put(fixture, &marked, "A.md", "text\n");
	fixture_refuses(fixture, &marked, ERROR_REFUSED, "conflict mark");
	assert_int_equal(fixture->error.line, 2);
	fixture_write(fixture, "B.md", "> ~~~ diff\n> ```\n<<<<<<< HEAD\n~~~~\n");
	struct changeset code = fixture_changes(fixture);
	fixture_put(fixture, &code, "B.md", "````\n```\n<<<<<<< HEAD\n````\n");
	fixture_applies(fixture, &code);
	struct changeset opened = fixture_changes(fixture);
	fixture_put(fixture, &opened, "B.md", "```\n```\n<<<<<<< HEAD\n");
	fixture_refuses(fixture, &opened, ERROR_REFUSED, "conflict mark");
	assert_int_equal(fixture->error.line, 3);
}

static void put_many(struct fixture *fixture, struct changeset *changes, int count)
{
	for (int i = 0; i < count; i++)
		fixture_put(fixture, changes, arena_printf(&fixture->arena, "N%d.md", i), "changed\n");
}

static void a_mass_change_needs_its_own_word(void **state)
{
	struct fixture *fixture = *state;
	for (int i = 0; i < 96; i++)
		fixture_write(fixture, arena_printf(&fixture->arena, "N%d.md", i), "note\n");
	struct changeset nineteen = fixture_changes(fixture);
	put_many(fixture, &nineteen, 19);
	fixture_applies(fixture, &nineteen);
	struct changeset twenty = fixture_changes(fixture);
	for (int i = 20; i < 40; i++)
		fixture_put(fixture, &twenty, arena_printf(&fixture->arena, "N%d.md", i), "changed\n");
	fixture_refuses(fixture, &twenty, ERROR_REFUSED, "20 files, in a vault of 96 notes");
	for (int i = 96; i < 100; i++)
		fixture_write(fixture, arena_printf(&fixture->arena, "N%d.md", i), "note\n");
	fixture_applies(fixture, &twenty);
	struct changeset all = fixture_changes(fixture);
	for (int i = 40; i < 80; i++)
		fixture_put(fixture, &all, arena_printf(&fixture->arena, "N%d.md", i), "changed\n");
	fixture_refuses(fixture, &all, ERROR_REFUSED, "40 files");
	assert_int_equal(transaction_apply(&fixture->arena, &fixture->vault, &all, true, &fixture->applied,
				 &fixture->findings, &fixture->error),
		0);
}

/* False where the file system has no such attributes. */
static bool set_attribute(const char *path)
{
#if defined(__linux__)
	return setxattr(path, "user.coach", "blue", 4, 0) == 0;
#else
	(void)path;
	return false;
#endif
}

static bool has_attribute(const char *path)
{
#if defined(__linux__)
	char value[8];
	return getxattr(path, "user.coach", value, sizeof(value)) == 4 && memcmp(value, "blue", 4) == 0;
#else
	(void)path;
	return false;
#endif
}

static void mode_and_extended_attributes_stay(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "A.md", "old\n");
	const char *path = fixture_path(fixture, "A.md");
	assert_int_equal(chmod(path, 0640), 0);
	bool attribute = set_attribute(path);
	struct changeset changes = fixture_changes(fixture);
	fixture_put(fixture, &changes, "A.md", "new\n");
	fixture_applies(fixture, &changes);
	struct stat status;
	assert_int_equal(stat(path, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0640);
	assert_int_equal(has_attribute(path), attribute);
}

/* Root may write anywhere, so the change is made by somebody else. */
static int apply_as_nobody(struct fixture *fixture, const struct changeset *changes)
{
	pid_t child = fork();
	if (child == 0) {
		if (geteuid() == 0 && (setgid(65534) || setuid(65534)))
			_exit(99);
		_exit(fixture_apply(fixture, changes) ? (int)fixture->error.class : 0);
	}
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void a_read_only_folder_or_file_fails_and_leaves_nothing(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "Open.md", "old\n");
	fixture_write(fixture, "Closed/Note.md", "old\n");
	fixture_write(fixture, "Locked.md", "old\n");
	struct changeset folder = fixture_changes(fixture);
	fixture_put(fixture, &folder, "Open.md", "new\n");
	fixture_put(fixture, &folder, "Closed/Note.md", "new\n");
	struct changeset file = fixture_changes(fixture);
	fixture_put(fixture, &file, "Locked.md", "new\n");
	if (geteuid() == 0) {
		static const char *const own[] = { ".", ".coach", "Open.md", "Closed", "Closed/Note.md", "Locked.md" };
		for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
			assert_int_equal(chown(fixture_path(fixture, own[i]), 65534, 65534), 0);
	}
	assert_int_equal(chmod(fixture_path(fixture, "Closed"), 0555), 0);
	assert_int_equal(chmod(fixture_path(fixture, "Locked.md"), 0444), 0);
	int folder_result = apply_as_nobody(fixture, &folder);
	int file_result = apply_as_nobody(fixture, &file);
	assert_int_equal(chmod(fixture_path(fixture, "Closed"), 0755), 0);
	assert_int_equal(folder_result, ERROR_IO);
	assert_int_equal(file_result, ERROR_IO);
	fixture_holds(fixture, "Open.md", "old\n");
	fixture_holds(fixture, "Closed/Note.md", "old\n");
	fixture_holds(fixture, "Locked.md", "old\n");
	fixture_is_tidy(fixture);
}

static void a_new_vault_is_made_whole(void **state)
{
	struct fixture *fixture = *state;
	const char *root = fixture_path(fixture, "Practice/New");
	struct changeset changes = changeset_of(&fixture->arena, "init", "");
	changeset_put(&changes, ".coach/config.yaml", SPAN_NONE, SPAN("version: 1\n"));
	changeset_put(&changes, "Client Portfolio.md", SPAN_NONE, SPAN("# CLIENT PORTFOLIO\n"));
	assert_int_equal(transaction_apply_new(&fixture->arena, root, &changes, true, "", &fixture->applied,
				 &fixture->findings, &fixture->error),
		0);
	fixture_holds(fixture, "Practice/New/Client Portfolio.md", "# CLIENT PORTFOLIO\n");
	assert_int_equal(strlen(fixture->applied.commit), 40);
	fixture->vault.root = root;
	assert_string_equal(GIT(fixture, "log", "--format=%s|%an|%ae"), "coach(init)|coach|coach@localhost\n");
	assert_string_equal(GIT(fixture, "config", "coach.created"), "true\n");
	assert_int_equal(transaction_apply_new(&fixture->arena, root, &changes, true, "", &fixture->applied,
				 &fixture->findings, &fixture->error),
		-1);
	assert_int_equal(fixture->error.class, ERROR_CONFLICT);
	fixture->vault.root = fixture->vault.given;
}

static mode_t mode_of(struct fixture *fixture, const char *path)
{
	struct stat status;
	assert_int_equal(stat(fixture_path(fixture, path), &status), 0);
	return status.st_mode & 07777;
}

static void a_moved_file_keeps_mode_and_extended_attributes(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "B.md", "old\n");
	assert_int_equal(chmod(fixture_path(fixture, "B.md"), 0600), 0);
	bool attribute = set_attribute(fixture_path(fixture, "B.md"));
	struct changeset changes = fixture_changes(fixture);
	changeset_put_move(&changes, "B.md", SPAN("old\n"), "New/A.md", SPAN("new\n"));
	fixture_put(fixture, &changes, "Beside.md", "new too\n");
	fixture_applies(fixture, &changes);
	fixture_lacks(fixture, "B.md");
	fixture_holds(fixture, "New/A.md", "new\n");
	assert_int_equal(mode_of(fixture, "New/A.md"), 0600);
	assert_int_equal(has_attribute(fixture_path(fixture, "New/A.md")), attribute);
	assert_int_equal(mode_of(fixture, "Beside.md"), 0644);
}

static void hidden_files_are_private_unless_a_group_shares_the_vault(void **state)
{
	struct fixture *fixture = *state;
	static const struct {
		mode_t of_coach, folders, files;
	} cases[] = { { 0755, 0700, 0600 }, { 0700, 0700, 0600 }, { 0750, 0700, 0600 }, { 0770, 0770, 0660 },
		{ 0777, 0777, 0666 } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *note = arena_printf(&fixture->arena, "%zu.md", i);
		const char *base = changeset_base_path(&fixture->arena, note);
		scratch_remove_below(&fixture->arena, fixture_path(fixture, ".coach/base"));
		scratch_remove_below(&fixture->arena, fixture_path(fixture, ".coach/journal"));
		assert_int_equal(chmod(fixture_path(fixture, ".coach"), cases[i].of_coach), 0);
		struct changeset changes = fixture_changes(fixture);
		fixture_put(fixture, &changes, note, "merged\n");
		changeset_put_base(&changes, note, SPAN_NONE, SPAN("generated\n"));
		fixture_applies(fixture, &changes);
		assert_int_equal(mode_of(fixture, ".coach/base"), cases[i].folders);
		assert_int_equal(mode_of(fixture, base), cases[i].files);
		assert_int_equal(mode_of(fixture, ".coach/journal/kept"), cases[i].folders);
		assert_int_equal(chmod(fixture_path(fixture, base), 0644), 0);
		struct changeset again = fixture_changes(fixture);
		changeset_put_base(&again, note, SPAN("generated\n"), SPAN("again\n"));
		fixture_applies(fixture, &again);
		assert_int_equal(mode_of(fixture, base), cases[i].files);
	}
}

static void a_new_vault_is_private_unless_a_group_shares_its_folder(void **state)
{
	struct fixture *fixture = *state;
	static const struct {
		mode_t of_root, of_coach;
	} cases[] = { { 0755, 0700 }, { 0775, 0700 }, { 02755, 0700 }, { 02775, 02770 } };
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		const char *name = arena_printf(&fixture->arena, "new-%zu", i);
		const char *root = fixture_path(fixture, name);
		struct changeset changes = fixture_changes(fixture);
		changeset_put(&changes, ".coach/config.yaml", SPAN_NONE, SPAN("version: 1\n"));
		assert_int_equal(mkdir(root, 0700), 0);
		assert_int_equal(chmod(root, cases[i].of_root), 0);
		assert_int_equal(transaction_apply_new(&fixture->arena, root, &changes, false, "", &fixture->applied,
					 &fixture->findings, &fixture->error),
			0);
		assert_int_equal(mode_of(fixture, arena_printf(&fixture->arena, "%s/.coach", name)) & 02777,
			cases[i].of_coach | (cases[i].of_root & 02000));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(creates_modifies_and_removes_in_one_go),
		FIXTURE_TEST(an_empty_changeset_does_nothing),
		FIXTURE_TEST(a_base_text_is_written_beside_the_note),
		FIXTURE_TEST(an_edit_on_disk_is_a_conflict_and_nothing_is_written),
		FIXTURE_TEST(a_file_made_or_removed_meanwhile_is_a_conflict),
		FIXTURE_TEST(a_path_or_symlink_out_of_the_vault_is_refused),
		FIXTURE_TEST(what_is_gits_is_refused),
		FIXTURE_TEST(a_change_of_many_files_is_written),
		FIXTURE_TEST(a_change_of_too_many_files_is_refused),
		FIXTURE_TEST(a_symlink_within_the_vault_stays_one),
		FIXTURE_TEST(hard_links_folders_and_placeholders_are_refused),
		FIXTURE_TEST(conflict_marks_are_refused_outside_code),
		FIXTURE_TEST(a_mass_change_needs_its_own_word),
		FIXTURE_TEST(mode_and_extended_attributes_stay),
		FIXTURE_TEST(a_moved_file_keeps_mode_and_extended_attributes),
		FIXTURE_TEST(hidden_files_are_private_unless_a_group_shares_the_vault),
		FIXTURE_TEST(a_new_vault_is_private_unless_a_group_shares_its_folder),
		FIXTURE_TEST(a_read_only_folder_or_file_fails_and_leaves_nothing),
		FIXTURE_TEST(a_new_vault_is_made_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
