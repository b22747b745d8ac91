/* Another writer between two steps: every text that was ever there is still there somewhere. */
#include "vault/fixture.h"

#include "vault/rename.h"
#include "vault/write.h"

#include <time.h>

static const char temporary[] = ".coach-test";

/* A transaction of one file, up to the step before its exchange. */
static struct transaction begin(
	struct fixture *fixture, struct write *write, enum change_action action, const char *old, const char *new)
{
	struct transaction transaction = { .arena = &fixture->arena,
		.root = fixture->vault.root,
		.writes = write,
		.count = 1,
		.ref = "",
		.journal = NO_JOURNAL,
		.findings = &fixture->findings };
	if (old)
		fixture_write(fixture, "Note.md", old);
	*write = (struct write){
		.path = "Note.md",
		.action = action,
		.before = digest_of(span_of(old)),
		.after = digest_of(span_of(new)),
		.temporary = temporary,
		.folder = NO_FOLDER,
		.old_text = span_of(old),
		.new_text = span_of(new),
	};
	assert_int_equal(place_open(&transaction, write, false, &fixture->error), 0);
	assert_int_equal(temporary_make(write, &fixture->error), 0);
	return transaction;
}

/* The text of the one conflict copy; NULL when there is none. */
static const char *conflict_copy(struct fixture *fixture)
{
	DIR *stream = opendir(fixture->vault.root);
	const char *text = NULL;
	for (const struct dirent *entry = NULL; (entry = readdir(stream));)
		if (strstr(entry->d_name, "(conflicted copy of ")) {
			assert_null(text);
			assert_true(span_ends_with(span_of(entry->d_name), ").md"));
			text = fixture_read(fixture, entry->d_name);
		}
	closedir(stream);
	return text;
}

static void an_edit_before_the_exchange_goes_back_to_its_place(void **state)
{
	struct fixture *fixture = *state;
	struct write write;
	struct transaction transaction = begin(fixture, &write, CHANGE_MODIFY, "old\n", "new\n");
	fixture_write(fixture, "Note.md", "theirs\n");
	assert_int_equal(write_place(&transaction, &write, &fixture->error), -1);
	assert_int_equal(fixture->error.class, ERROR_CONFLICT);
	fixture_holds(fixture, "Note.md", "theirs\n");
	fixture_holds(fixture, temporary, "new\n");
	assert_null(conflict_copy(fixture));
	place_close(&transaction);
}

static void a_file_made_before_the_creation_stands(void **state)
{
	struct fixture *fixture = *state;
	struct write write;
	struct transaction transaction = begin(fixture, &write, CHANGE_CREATE, NULL, "new\n");
	fixture_write(fixture, "Note.md", "theirs\n");
	assert_int_equal(write_place(&transaction, &write, &fixture->error), -1);
	assert_int_equal(fixture->error.class, ERROR_CONFLICT);
	fixture_holds(fixture, "Note.md", "theirs\n");
	place_close(&transaction);
}

static void an_edit_before_the_removal_goes_back_to_its_place(void **state)
{
	struct fixture *fixture = *state;
	struct write write;
	struct transaction transaction = begin(fixture, &write, CHANGE_REMOVE, "old\n", NULL);
	fixture_write(fixture, "Note.md", "theirs\n");
	assert_int_equal(write_place(&transaction, &write, &fixture->error), -1);
	fixture_holds(fixture, "Note.md", "theirs\n");
	fixture_lacks(fixture, temporary);
	place_close(&transaction);
}

static void taking_back_keeps_what_was_written_since(void **state)
{
	struct fixture *fixture = *state;
	struct write write;
	struct transaction transaction = begin(fixture, &write, CHANGE_MODIFY, "old\n", "new\n");
	assert_int_equal(write_place(&transaction, &write, &fixture->error), 0);
	fixture_write(fixture, "Note.md", "new and theirs\n");
	assert_int_equal(write_take_back(&transaction, &write, &fixture->error), 0);
	fixture_holds(fixture, "Note.md", "new and theirs\n");
	assert_string_equal(conflict_copy(fixture), "old\n");
	fixture_lacks(fixture, temporary);
	place_close(&transaction);
}

static void taking_back_a_removal_keeps_a_new_file_of_that_name(void **state)
{
	struct fixture *fixture = *state;
	struct write write;
	struct transaction transaction = begin(fixture, &write, CHANGE_REMOVE, "old\n", NULL);
	assert_int_equal(write_place(&transaction, &write, &fixture->error), 0);
	fixture_lacks(fixture, "Note.md");
	fixture_write(fixture, "Note.md", "theirs\n");
	assert_int_equal(write_take_back(&transaction, &write, &fixture->error), 0);
	fixture_holds(fixture, "Note.md", "theirs\n");
	assert_string_equal(conflict_copy(fixture), "old\n");
	place_close(&transaction);
}

static void taking_back_a_creation_leaves_an_edited_one(void **state)
{
	struct fixture *fixture = *state;
	struct write write;
	struct transaction transaction = begin(fixture, &write, CHANGE_CREATE, NULL, "new\n");
	assert_int_equal(write_place(&transaction, &write, &fixture->error), 0);
	fixture_write(fixture, "Note.md", "new and theirs\n");
	assert_int_equal(write_take_back(&transaction, &write, &fixture->error), 0);
	fixture_holds(fixture, "Note.md", "new and theirs\n");
	fixture_lacks(fixture, temporary);
	place_close(&transaction);
}

#if defined(__linux__)

/* What it has not written yet would go into a text that is replaced. */
static void a_file_that_another_program_has_open_is_not_replaced(void **state)
{
	struct fixture *fixture = *state;
	struct write write;
	struct transaction transaction = begin(fixture, &write, CHANGE_MODIFY, "old\n", "new\n");
	int descriptor = open(fixture_path(fixture, "Note.md"), O_WRONLY | O_APPEND);
	assert_int_equal(write_place(&transaction, &write, &fixture->error), -1);
	assert_int_equal(fixture->error.class, ERROR_CONFLICT);
	assert_true(fixture->error.overtaken);
	close(descriptor);
	fixture_holds(fixture, "Note.md", "old\n");
	assert_int_equal(write_place(&transaction, &write, &fixture->error), 0);
	place_close(&transaction);
}

/* A writer that opened the old file at the last moment keeps it, and what it writes then. */
static void a_late_write_into_the_old_file_is_kept(void **state)
{
	struct fixture *fixture = *state;
	struct write write;
	struct transaction transaction = begin(fixture, &write, CHANGE_MODIFY, "old\n", "new\n");
	assert_int_equal(write_place(&transaction, &write, &fixture->error), 0);
	int descriptor = open(fixture_path(fixture, temporary), O_WRONLY | O_APPEND);
	assert_int_equal(write_discard(&transaction, &write, false, &fixture->error), 0);
	assert_int_equal(file_write_all(descriptor, SPAN("late\n")), 0);
	close(descriptor);
	fixture_holds(fixture, "Note.md", "new\n");
	assert_string_equal(conflict_copy(fixture), "old\nlate\n");
	assert_int_equal(fixture->findings.count, 1);
	assert_int_equal(fixture->findings.items[0].code, FINDING_CONFLICT_COPY);
	place_close(&transaction);
}

#endif

/* Of what was taken back the old text is never thrown away, wherever it is. */
static void an_old_text_that_did_not_go_back_is_kept(void **state)
{
	struct fixture *fixture = *state;
	struct write write;
	struct transaction transaction = begin(fixture, &write, CHANGE_MODIFY, "old\n", "new\n");
	assert_int_equal(write_place(&transaction, &write, &fixture->error), 0);
	assert_int_equal(write_discard(&transaction, &write, true, &fixture->error), 0);
	assert_string_equal(conflict_copy(fixture), "old\n");
	place_close(&transaction);
}

static void a_copy_of_a_long_name_has_a_shorter_one(void **state)
{
	struct fixture *fixture = *state;
	struct write write;
	struct transaction transaction = begin(fixture, &write, CHANGE_MODIFY, "old\n", "new\n");
	char name[256];
	memset(name, 'a', 252);
	memcpy(name + 252, ".md", 4);
	write.name = name;
	fixture_write(fixture, temporary, "theirs\n");
	assert_int_equal(write_discard(&transaction, &write, false, &fixture->error), 0);
	assert_string_equal(conflict_copy(fixture), "theirs\n");
	place_close(&transaction);
}

static enum write_state state_of(
	struct fixture *fixture, const struct transaction *transaction, const struct write *write)
{
	enum write_state state;
	assert_int_equal(write_settle(transaction, write, &fixture->error), 0);
	assert_int_equal(write_look(write, &state, &fixture->error), 0);
	return state;
}

static void what_the_two_names_hold_tells_how_far_a_write_has_come(void **state)
{
	struct fixture *fixture = *state;
	static const struct {
		enum change_action action;
		const char *note, *beside;
		enum write_state state;
	} cases[] = {
		{ CHANGE_CREATE, NULL, "new\n", WRITE_WAITING },
		{ CHANGE_CREATE, "new\n", NULL, WRITE_PLACED },
		{ CHANGE_CREATE, "theirs\n", NULL, WRITE_PLACED },
		{ CHANGE_CREATE, "new\n", "new\n", WRITE_PLACED },
		{ CHANGE_CREATE, "theirs\n", "new\n", WRITE_OVERTAKEN },
		{ CHANGE_MODIFY, "old\n", "new\n", WRITE_WAITING },
		{ CHANGE_MODIFY, "new\n", "old\n", WRITE_PLACED },
		{ CHANGE_MODIFY, "theirs\n", "old\n", WRITE_PLACED },
		{ CHANGE_MODIFY, "new\n", NULL, WRITE_FINAL },
		{ CHANGE_MODIFY, "theirs\n", NULL, WRITE_DOUBTFUL },
		{ CHANGE_MODIFY, "old\n", NULL, WRITE_OVERTAKEN },
		{ CHANGE_MODIFY, "theirs\n", "new\n", WRITE_OVERTAKEN },
		{ CHANGE_MODIFY, NULL, "new\n", WRITE_OVERTAKEN },
		{ CHANGE_REMOVE, "old\n", NULL, WRITE_WAITING },
		{ CHANGE_REMOVE, NULL, "old\n", WRITE_PLACED },
		{ CHANGE_REMOVE, NULL, NULL, WRITE_FINAL },
		{ CHANGE_REMOVE, "theirs\n", NULL, WRITE_OVERTAKEN },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		bool creates = cases[i].action == CHANGE_CREATE;
		bool removes = cases[i].action == CHANGE_REMOVE;
		struct write write;
		struct transaction transaction =
			begin(fixture, &write, cases[i].action, creates ? NULL : "old\n", removes ? NULL : "new\n");
		unlinkat(write.folder, "Note.md", 0);
		unlinkat(write.folder, temporary, 0);
		if (cases[i].note)
			fixture_write(fixture, "Note.md", cases[i].note);
		if (cases[i].beside)
			fixture_write(fixture, temporary, cases[i].beside);
		if (state_of(fixture, &transaction, &write) != cases[i].state)
			fail_msg("case %zu", i);
		place_close(&transaction);
		unlink(fixture_path(fixture, "Note.md"));
		unlink(fixture_path(fixture, temporary));
	}
}

static void the_same_text_of_another_writer_is_not_removed(void **state)
{
	struct fixture *fixture = *state;
	struct write write;
	struct transaction transaction = begin(fixture, &write, CHANGE_CREATE, NULL, "new\n");
	fixture_write(fixture, "Note.md", "new\n");
	assert_int_equal(write_place(&transaction, &write, &fixture->error), -1);
	assert_int_equal(write_take_back(&transaction, &write, &fixture->error), 0);
	assert_int_equal(write_discard(&transaction, &write, true, &fixture->error), 0);
	fixture_holds(fixture, "Note.md", "new\n");
	fixture_lacks(fixture, temporary);
	place_close(&transaction);
}

/* As a link and an unlink leave it that stand for a rename, when they are cut between. */
static void two_names_of_one_file_become_one(void **state)
{
	struct fixture *fixture = *state;
	struct write write;
	struct transaction transaction = begin(fixture, &write, CHANGE_REMOVE, "old\n", NULL);
	assert_int_equal(linkat(write.folder, "Note.md", write.folder, temporary, 0), 0);
	assert_int_equal(state_of(fixture, &transaction, &write), WRITE_WAITING);
	assert_int_equal(linkat(write.folder, "Note.md", write.folder, temporary, 0), 0);
	assert_int_equal(write_take_back(&transaction, &write, &fixture->error), 0);
	fixture_holds(fixture, "Note.md", "old\n");
	fixture_lacks(fixture, temporary);
	assert_null(conflict_copy(fixture));
	place_close(&transaction);
}

static void a_kill_before_verification_gives_the_other_text_back(void **state)
{
	struct fixture *fixture = *state;
	struct write write;
	struct transaction transaction = begin(fixture, &write, CHANGE_MODIFY, "old\n", "new\n");
	fixture_write(fixture, "Note.md", "theirs\n");
	assert_int_equal(rename_exchange(&fixture->arena, write.folder, temporary, "Note.md"), 0);
	assert_int_equal(state_of(fixture, &transaction, &write), WRITE_OVERTAKEN);
	fixture_holds(fixture, "Note.md", "theirs\n");
	fixture_holds(fixture, temporary, "new\n");
	place_close(&transaction);
}

static void an_exchange_by_steps_does_the_same(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, temporary, "new\n");
	fixture_write(fixture, "Note.md", "old\n");
	int folder = open(fixture->vault.root, O_RDONLY | O_DIRECTORY);
	assert_int_equal(rename_exchange_by_steps(&fixture->arena, folder, temporary, "Note.md"), 0);
	fixture_holds(fixture, "Note.md", "new\n");
	fixture_holds(fixture, temporary, "old\n");
	fixture_lacks(fixture, ".coach-test-old");
	close(folder);
}

/* What the steps leave when they are cut after the first, the second, and, without hard links, the first. */
static void an_exchange_by_steps_that_was_cut_is_settled(void **state)
{
	struct fixture *fixture = *state;
	static const struct {
		const char *note, *beside, *spare, *note_then, *beside_then;
	} cases[] = {
		{ "old\n", "new\n", "old\n", "old\n", "new\n" },
		{ "new\n", NULL, "old\n", "new\n", "old\n" },
		{ NULL, "new\n", "old\n", "old\n", "new\n" },
		{ "new\n", "old\n", NULL, "new\n", "old\n" },
	};
	int folder = open(fixture->vault.root, O_RDONLY | O_DIRECTORY);
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		unlinkat(folder, "Note.md", 0);
		unlinkat(folder, temporary, 0);
		if (cases[i].note)
			fixture_write(fixture, "Note.md", cases[i].note);
		if (cases[i].beside)
			fixture_write(fixture, temporary, cases[i].beside);
		if (cases[i].note && cases[i].beside && cases[i].spare)
			assert_int_equal(linkat(folder, "Note.md", folder, ".coach-test-old", 0), 0);
		else if (cases[i].spare)
			fixture_write(fixture, ".coach-test-old", cases[i].spare);
		assert_int_equal(rename_settle(&fixture->arena, folder, temporary, "Note.md"), 0);
		fixture_holds(fixture, "Note.md", cases[i].note_then);
		fixture_holds(fixture, temporary, cases[i].beside_then);
		fixture_lacks(fixture, ".coach-test-old");
	}
	close(folder);
}

static void a_name_that_is_taken_is_not_replaced(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "A.md", "a\n");
	fixture_write(fixture, "B.md", "b\n");
	int folder = open(fixture->vault.root, O_RDONLY | O_DIRECTORY);
	assert_int_equal(rename_to_free(folder, "A.md", "B.md"), -1);
	assert_int_equal(errno, EEXIST);
	assert_int_equal(rename_to_free(folder, "A.md", "C.md"), 0);
	fixture_holds(fixture, "C.md", "a\n");
	fixture_lacks(fixture, "A.md");
	close(folder);
}

enum { OTHER_RUNS = 300, LOOKS = 500, PAUSE_NS = 1500000 };

static void pause_a_moment(void)
{
	nanosleep(&(struct timespec){ 0, PAUSE_NS }, NULL);
}

/* A note or a conflict copy begins with the text. */
static bool is_kept(struct fixture *fixture, const char *text)
{
	bool kept = false;
	DIR *stream = opendir(fixture->vault.root);
	for (const struct dirent *entry = NULL; !kept && (entry = readdir(stream));) {
		struct span name = span_of(entry->d_name);
		const char *held = span_ends_with(name, ".md") ? fixture_read(fixture, entry->d_name) : NULL;
		kept = held && strncmp(held, text, strlen(text)) == 0;
	}
	closedir(stream);
	return kept;
}

/* Replaces the note again and again, as an editor does, and looks each time whether its text stays; the exit status
 * says whether one was lost. Coach puts its own text there for a moment before it sees that it must not. */
static void write_in_a_loop(struct fixture *fixture)
{
	for (int number = 0; number < OTHER_RUNS; number++) {
		const char *text = arena_printf(&fixture->arena, "other %d\n", number);
		fixture_write(fixture, "Other", text);
		rename(fixture_path(fixture, "Other"), fixture_path(fixture, "Note.md"));
		/* Now and then long enough for a whole run of coach. */
		for (int pauses = number % 10 == 0 ? 20 : 1; pauses > 0; pauses--)
			pause_a_moment();
		int looks = 0;
		while (!is_kept(fixture, text) && looks++ < LOOKS)
			pause_a_moment();
		if (looks > LOOKS)
			_exit(1);
	}
	_exit(0);
}

/* Adds a line to what it read; true when that was written. */
static bool write_once(struct fixture *fixture, int number)
{
	struct changeset changes = fixture_changes(fixture);
	const char *note = fixture_read(fixture, "Note.md");
	fixture_put(fixture, &changes, "Side.md", arena_printf(&fixture->arena, "%d\n", number));
	changeset_put(&changes, "Note.md", span_of(note), span_of(arena_printf(&fixture->arena, "%scoach\n", note)));
	if (fixture_apply(fixture, &changes) == 0)
		return true;
	assert_int_equal(fixture->error.class, ERROR_CONFLICT);
	return false;
}

static void nothing_is_lost_while_another_program_writes(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "Note.md", "start\n");
	fixture_write(fixture, "Side.md", "0\n");
	pid_t child = fork();
	if (child == 0)
		write_in_a_loop(fixture);
	int status;
	int written = 0;
	while (waitpid(child, &status, WNOHANG) == 0) {
		written += write_once(fixture, written + 1);
		fixture_holds(fixture, "Side.md", arena_printf(&fixture->arena, "%d\n", written));
	}
	assert_int_equal(status, 0);
	assert_true(written > 0);
	fixture_is_tidy(fixture);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(an_edit_before_the_exchange_goes_back_to_its_place),
		FIXTURE_TEST(a_file_made_before_the_creation_stands),
		FIXTURE_TEST(an_edit_before_the_removal_goes_back_to_its_place),
		FIXTURE_TEST(taking_back_keeps_what_was_written_since),
		FIXTURE_TEST(taking_back_a_removal_keeps_a_new_file_of_that_name),
		FIXTURE_TEST(taking_back_a_creation_leaves_an_edited_one),
#if defined(__linux__)
		FIXTURE_TEST(a_file_that_another_program_has_open_is_not_replaced),
		FIXTURE_TEST(a_late_write_into_the_old_file_is_kept),
#endif
		FIXTURE_TEST(an_old_text_that_did_not_go_back_is_kept),
		FIXTURE_TEST(a_copy_of_a_long_name_has_a_shorter_one),
		FIXTURE_TEST(what_the_two_names_hold_tells_how_far_a_write_has_come),
		FIXTURE_TEST(the_same_text_of_another_writer_is_not_removed),
		FIXTURE_TEST(two_names_of_one_file_become_one),
		FIXTURE_TEST(a_kill_before_verification_gives_the_other_text_back),
		FIXTURE_TEST(an_exchange_by_steps_does_the_same),
		FIXTURE_TEST(an_exchange_by_steps_that_was_cut_is_settled),
		FIXTURE_TEST(a_name_that_is_taken_is_not_replaced),
		FIXTURE_TEST(nothing_is_lost_while_another_program_writes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
