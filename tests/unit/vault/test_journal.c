/* A journal that somebody else wrote into the vault: it moves, makes and removes nothing. */
#include "vault/fixture.h"

#include "vault/journal.h"

#define JOURNAL "coach-journal 3\n"
#define TIME    "time 1795000000 60\n"
#define TEXTS   "repository none\nhistory h\nref r\nmessage m\nedits e\n"
#define DIGEST  "00000000000000000000000000000000"

static struct origin origin_in(struct fixture *fixture, const char *path)
{
	int descriptor = file_open_in(AT_FDCWD, fixture_path(fixture, path), 0);
	struct origin origin = origin_of(descriptor);
	close(descriptor);
	return origin;
}

static void seal(struct fixture *fixture, const char *path, const char *body, const char *steps)
{
	struct digest digest = digest_of(span_of(body));
	fixture_write(
		fixture, path, arena_printf(&fixture->arena, "%send %s\n%s", body, digest_format(digest).text, steps));
}

/* With all that coach would write but what the lines themselves ask for: where it was made, too. */
static void lay(struct fixture *fixture, const char *body, const char *steps)
{
	fixture_write(fixture, ".coach/journal/current", "");
	struct origin origin = origin_in(fixture, ".coach/journal/current");
	seal(fixture, ".coach/journal/current",
		arena_printf(&fixture->arena, "%smade %lld %lld\n", body, (long long)origin.inode,
			(long long)origin.born_ns),
		steps);
}

static const char *step_line(struct fixture *fixture, const char *step)
{
	return arena_printf(&fixture->arena, "%s%s\n", step, digest_format(digest_of(span_of(step))).text);
}

static enum journal_step read_back(struct fixture *fixture, struct transaction *transaction)
{
	enum journal_step step = JOURNAL_NONE;
	*transaction =
		(struct transaction){ .arena = &fixture->arena, .root = fixture->vault.root, .journal = NO_JOURNAL };
	if (journal_read(transaction, &step, &fixture->error))
		fail_msg("%s", fixture->error.message);
	journal_close(transaction);
	return step;
}

/* Reading and writing are refused alike, and name the file; nothing in the vault or beside it goes. */
static void is_refused_for(struct fixture *fixture, const char *why)
{
	int recovered = 1;
	struct changeset changes = fixture_changes(fixture);
	changeset_put(&changes, "New.md", SPAN_NONE, SPAN("text\n"));
	fixture->error = ERROR_INIT;
	assert_int_equal(
		transaction_recover(&fixture->arena, &fixture->vault, &recovered, &fixture->findings, &fixture->error),
		-1);
	assert_int_equal(fixture->error.class, ERROR_REFUSED);
	assert_int_equal(recovered, 0);
	assert_int_equal(fixture_apply(fixture, &changes), -1);
	assert_int_equal(fixture->error.class, ERROR_REFUSED);
	assert_string_equal(fixture->error.path, ".coach/journal/current");
	assert_non_null(strstr(fixture->error.message, why));
	assert_non_null(strstr(fixture->error.hint, "remove it"));
	assert_non_null(fixture_read(fixture, ".coach/journal/current"));
	fixture_lacks(fixture, "New.md");
}

static void is_refused(struct fixture *fixture)
{
	is_refused_for(fixture, "not a journal that coach has written");
}

static void a_temporary_name_elsewhere_removes_nothing(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "Victim.md", "kept\n");
	const char *const names[] = { fixture_path(fixture, "Victim.md"), "../Victim.md", "Victim.md", "%",
		".coach-1/../Victim.md" };
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *body = arena_printf(&fixture->arena,
			JOURNAL TIME TEXTS "file create shown " DIGEST " " DIGEST " %s Weeks/A.md \n", names[i]);
		fixture_write(fixture, "Weeks/B.md", "b\n");
		lay(fixture, body, "");
		is_refused(fixture);
		fixture_holds(fixture, "Victim.md", "kept\n");
	}
}

static void paths_out_of_the_vault_are_refused(void **state)
{
	struct fixture *fixture = *state;
	static const char *const paths[] = { "/tmp/A.md", "../A.md", "Weeks/../../A.md", "./A.md", "a//b.md", "a/", "%",
		".git/HEAD", "Weeks/.GIT/config", ".git%20/HEAD", "git~1/HEAD" };
	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		lay(fixture,
			arena_printf(&fixture->arena,
				JOURNAL TIME TEXTS "file create shown " DIGEST " " DIGEST " .coach-1 %s \n", paths[i]),
			"");
		is_refused(fixture);
		lay(fixture, arena_printf(&fixture->arena, JOURNAL TIME TEXTS "folder %s \n", paths[i]), "");
		is_refused(fixture);
	}
}

static void lines_that_coach_does_not_write_are_refused(void **state)
{
	struct fixture *fixture = *state;
	static const char *const bodies[] = {
		JOURNAL TIME "repository none\nhistory h\nref %\nmessage m\n",
		JOURNAL TIME "repository none\nhistory h\nref %\nedits e\n",
		JOURNAL TIME "repository none\nhistory h\nmessage m\nedits e\n",
		JOURNAL "time 99999999999999 60\n" TEXTS,
		JOURNAL "time -1 60\n" TEXTS,
		JOURNAL "time soon 60\n" TEXTS,
		JOURNAL "time 1795000000 99999\n" TEXTS,
		JOURNAL "time 1795000000\n" TEXTS,
		JOURNAL TIME TEXTS "repository theirs\n",
		JOURNAL TIME TEXTS "shell true\n",
		JOURNAL TIME TEXTS "text early \n",
		JOURNAL TIME TEXTS "file create shown " DIGEST " " DIGEST
				   " .coach-1 A.md \ntext of%20another%20digest \n",
		"coach-journal 1\n" TIME TEXTS,
		JOURNAL TIME TEXTS "file burn shown " DIGEST " " DIGEST " .coach-1 A.md \n",
		JOURNAL TIME TEXTS "file create maybe " DIGEST " " DIGEST " .coach-1 A.md \n",
		JOURNAL TIME TEXTS "file create shown 12 " DIGEST " .coach-1 A.md \n",
		JOURNAL TIME TEXTS "file create shown " DIGEST " " DIGEST " .coach-1\n",
	};
	for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
		lay(fixture, bodies[i], "");
		is_refused(fixture);
	}
}

static void steps_that_coach_does_not_write_are_refused(void **state)
{
	struct fixture *fixture = *state;
	static const char *const steps[] = { "dance % ", "noted % ", "noted main ",
		"noted ../../../../../../../../../../../../etc/x " };
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		lay(fixture, JOURNAL TIME TEXTS, step_line(fixture, steps[i]));
		is_refused(fixture);
	}
}

/* Each would be carried out, if it had been written where it lies. */
static void a_journal_that_was_brought_along_moves_nothing(void **state)
{
	struct fixture *fixture = *state;
	static const char *const steps[] = { "", "ready % ", "noted 0123456789abcdef0123456789abcdef01234567 ",
		"done % ", "undone % " };
	const char *digest = digest_format(digest_of(SPAN("mine\n"))).text;
	const char *body = arena_printf(&fixture->arena,
		JOURNAL TIME TEXTS "folder Empty \nfile remove shown %s " DIGEST " .coach-1 A.md \n", digest);
	fixture_write(fixture, "A.md", "mine\n");
	assert_int_equal(mkdir(fixture_path(fixture, "Empty"), 0777), 0);
	fixture_write(fixture, "Other.md", "");
	struct origin other = origin_in(fixture, "Other.md");
	const char *const origins[] = { "", "made 0 0\n",
		arena_printf(&fixture->arena, "made %lld %lld\n", (long long)other.inode, (long long)other.born_ns) };
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		for (size_t k = 0; k < sizeof(origins) / sizeof(origins[0]); k++) {
			seal(fixture, ".coach/journal/current", arena_printf(&fixture->arena, "%s%s", body, origins[k]),
				steps[i][0] ? step_line(fixture, steps[i]) : "");
			is_refused_for(fixture, "was not written here");
			fixture_holds(fixture, "A.md", "mine\n");
			assert_int_equal(file_look(fixture_path(fixture, "Empty"), NULL), FILE_DIRECTORY);
		}
	lay(fixture, body, step_line(fixture, "ready % "));
	int recovered;
	assert_int_equal(
		transaction_recover(&fixture->arena, &fixture->vault, &recovered, &fixture->findings, &fixture->error),
		0);
	fixture_lacks(fixture, "A.md");
}

static void a_journal_keeps_its_origin_through_renames_and_copies_have_another(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "A.md", "text\n");
	struct origin first = origin_in(fixture, "A.md");
	assert_int_equal(rename(fixture_path(fixture, "A.md"), fixture_path(fixture, "B.md")), 0);
	fixture_write(fixture, "B.md", "written in since\n");
	assert_true(origin_equal(first, origin_in(fixture, "B.md")));
	fixture_write(fixture, "A.md", "text\n");
	assert_false(origin_equal(first, origin_in(fixture, "A.md")));
	assert_false(origin_equal((struct origin){ 0, 0 }, (struct origin){ 0, 0 }));
}

static void a_journal_that_is_no_file_is_refused(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, ".coach/journal/kept", "");
	assert_int_equal(mkfifo(fixture_path(fixture, ".coach/journal/current"), 0600), 0);
	int recovered;
	assert_int_equal(
		transaction_recover(&fixture->arena, &fixture->vault, &recovered, &fixture->findings, &fixture->error),
		-1);
	assert_int_equal(fixture->error.class, ERROR_REFUSED);
	assert_int_equal(file_look(fixture_path(fixture, ".coach/journal/current"), NULL), FILE_OTHER);
}

static void a_journal_behind_a_symlink_is_not_read(void **state)
{
	struct fixture *fixture = *state;
	lay(fixture, JOURNAL TIME TEXTS, step_line(fixture, "done % "));
	assert_int_equal(rename(fixture_path(fixture, ".coach/journal"), fixture_path(fixture, "Elsewhere")), 0);
	assert_int_equal(symlink("../Elsewhere", fixture_path(fixture, ".coach/journal")), 0);
	is_refused(fixture);
	assert_non_null(fixture_read(fixture, "Elsewhere/current"));
}

static void no_journal_is_written_behind_a_symlink(void **state)
{
	struct fixture *fixture = *state;
	assert_int_equal(file_make_folder(fixture_path(fixture, "Elsewhere"), &fixture->error), 0);
	assert_int_equal(file_make_folder(fixture_path(fixture, ".coach"), &fixture->error), 0);
	assert_int_equal(symlink("../Elsewhere", fixture_path(fixture, ".coach/journal")), 0);
	struct changeset changes = fixture_changes(fixture);
	changeset_put(&changes, "A.md", SPAN_NONE, SPAN("text\n"));
	fixture_refuses(fixture, &changes, ERROR_REFUSED, "a symlink on the way leads to Elsewhere/kept");
	assert_null(fixture_read(fixture, "A.md"));
	struct changeset nothing_kept = fixture_changes(fixture);
	changeset_put_base(&nothing_kept, "A.md", SPAN_NONE, SPAN("text\n"));
	fixture_refuses(fixture, &nothing_kept, ERROR_REFUSED, "no change can be noted there");
	assert_null(fixture_read(fixture, ".coach/base/A.md"));
}

static void a_folder_behind_a_symlink_is_not_removed(void **state)
{
	struct fixture *fixture = *state;
	int recovered = 0;
	assert_int_equal(file_make_folder(fixture_path(fixture, "Real/Empty"), &fixture->error), 0);
	assert_int_equal(symlink("Real", fixture_path(fixture, "Alias")), 0);
	lay(fixture, JOURNAL TIME TEXTS "folder Alias/Empty \n", "");
	assert_int_equal(
		transaction_recover(&fixture->arena, &fixture->vault, &recovered, &fixture->findings, &fixture->error),
		0);
	assert_int_equal(recovered, 1);
	assert_int_equal(file_look(fixture_path(fixture, "Real/Empty"), NULL), FILE_DIRECTORY);
}

static void a_body_that_was_cut_off_is_cleared_away(void **state)
{
	struct fixture *fixture = *state;
	static const char *const texts[] = { "", "coach-jour", JOURNAL TIME TEXTS,
		JOURNAL TIME TEXTS "end " DIGEST "\n" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		int recovered = 0;
		fixture_write(fixture, ".coach/journal/current", texts[i]);
		assert_int_equal(transaction_recover(&fixture->arena, &fixture->vault, &recovered, &fixture->findings,
					 &fixture->error),
			0);
		assert_int_equal(recovered, 1);
		fixture_is_tidy(fixture);
	}
}

static void a_step_that_was_cut_off_is_not_noted(void **state)
{
	struct fixture *fixture = *state;
	struct transaction transaction;
	const char *ready = step_line(fixture, "ready % ");
	lay(fixture, JOURNAL TIME TEXTS, arena_printf(&fixture->arena, "%sdone %% 12", ready));
	assert_int_equal(read_back(fixture, &transaction), JOURNAL_READY);
}

static void what_is_begun_reads_back(void **state)
{
	struct fixture *fixture = *state;
	struct write write = { .path = "Weeks/Week 48 %.md",
		.action = CHANGE_MODIFY,
		.before = digest_of(SPAN("old")),
		.after = digest_of(SPAN("50 %\tnew\n\nend of it\n")),
		.temporary = ".coach-1",
		.new_text = SPAN("50 %\tnew\n\nend of it\n") };
	const char *folders[] = { "Weeks" };
	struct transaction begun = { .arena = &fixture->arena,
		.root = fixture->vault.root,
		.writes = &write,
		.count = 1,
		.folders = folders,
		.folder_count = 1,
		.repository = REPOSITORY_MADE,
		.ref = "",
		.message = "coach(x)\n\nbody\n",
		.edits_message = "save\n",
		.seconds = 1795000000,
		.offset_minutes = -210,
		.journal = NO_JOURNAL };
	struct transaction read;
	assert_int_equal(journal_begin(&begun, &fixture->error), 0);
	assert_int_equal(journal_mark(&begun, JOURNAL_READY, &fixture->error), 0);
	memcpy(begun.noted, "0123456789abcdef0123456789abcdef01234567", COMMIT_ID_SIZE);
	assert_int_equal(journal_mark(&begun, JOURNAL_NOTED, &fixture->error), 0);
	journal_close(&begun);
	assert_int_equal(read_back(fixture, &read), JOURNAL_NOTED);
	assert_int_equal(read.count, 1);
	assert_string_equal(read.writes[0].path, write.path);
	assert_int_equal(read.writes[0].action, CHANGE_MODIFY);
	assert_false(read.writes[0].hidden);
	assert_span(read.writes[0].new_text, "50 %\tnew\n\nend of it\n");
	assert_true(digest_equal(read.writes[0].after, write.after));
	assert_int_equal(read.folder_count, 1);
	assert_string_equal(read.folders[0], "Weeks");
	assert_int_equal(read.repository, REPOSITORY_MADE);
	assert_string_equal(read.ref, "");
	assert_string_equal(read.message, begun.message);
	assert_int_equal(read.seconds, begun.seconds);
	assert_int_equal(read.offset_minutes, -210);
	assert_string_equal(read.noted, begun.noted);
}

/* The vault's own lock can be removed; the journal's is the run's for as long as it lives. */
static void a_journal_of_a_living_run_is_not_recovered(void **state)
{
	struct fixture *fixture = *state;
	struct transaction begun = { .arena = &fixture->arena,
		.root = fixture->vault.root,
		.ref = "",
		.message = "m",
		.edits_message = "e",
		.journal = NO_JOURNAL };
	int recovered = 0;
	assert_int_equal(journal_begin(&begun, &fixture->error), 0);
	pid_t child = fork();
	if (child == 0)
		_exit(transaction_recover(&fixture->arena, &fixture->vault, &recovered, &fixture->findings,
			      &fixture->error) == -1 &&
					fixture->error.class == ERROR_CONFLICT
				? 0
				: 1);
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	assert_non_null(fixture_read(fixture, ".coach/journal/current"));
	assert_int_equal(journal_remove(&begun, &fixture->error), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(a_temporary_name_elsewhere_removes_nothing),
		FIXTURE_TEST(paths_out_of_the_vault_are_refused),
		FIXTURE_TEST(lines_that_coach_does_not_write_are_refused),
		FIXTURE_TEST(steps_that_coach_does_not_write_are_refused),
		FIXTURE_TEST(a_journal_that_was_brought_along_moves_nothing),
		FIXTURE_TEST(a_journal_keeps_its_origin_through_renames_and_copies_have_another),
		FIXTURE_TEST(a_journal_that_is_no_file_is_refused),
		FIXTURE_TEST(a_journal_behind_a_symlink_is_not_read),
		FIXTURE_TEST(no_journal_is_written_behind_a_symlink),
		FIXTURE_TEST(a_folder_behind_a_symlink_is_not_removed),
		FIXTURE_TEST(a_body_that_was_cut_off_is_cleared_away),
		FIXTURE_TEST(a_step_that_was_cut_off_is_not_noted),
		FIXTURE_TEST(what_is_begun_reads_back),
		FIXTURE_TEST(a_journal_of_a_living_run_is_not_recovered),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
