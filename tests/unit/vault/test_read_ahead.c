#include "vault/fixture.h"

#include "vault/read_ahead.h"

#include <unistd.h>

enum { FEW = 3, MANY = 700, MOST_BYTES = 1 << 20, LARGE = 700 << 10 };

static const char *path_of(struct fixture *fixture, int number)
{
	return arena_printf(&fixture->arena, "N%03d.md", number);
}

/* Every tenth note is large, so that batches end in other places. */
static struct note_list lay(struct fixture *fixture, int count)
{
	struct note_list notes;
	struct finding_list findings = { .arena = &fixture->arena };
	char *large = arena_allocate(&fixture->arena, LARGE + 1);
	memset(large, 'x', LARGE);
	for (int i = 0; i < count; i++) {
		const char *path = path_of(fixture, i);
		const char *end = i % 100 == 50 ? large : "\n";
		fixture_write(fixture, path, arena_printf(&fixture->arena, "# %d%s", i, end));
	}
	assert_int_equal(
		notes_find(&fixture->arena, &fixture->vault, WALK_NAMES, &notes, &findings, &fixture->error), 0);
	assert_int_equal(notes.count, count);
	return notes;
}

static void assert_is_note(struct fixture *fixture, const struct note *note, int number)
{
	const char *text = arena_printf(&fixture->arena, "# %d", number);
	assert_string_equal(note->path, path_of(fixture, number));
	assert_true(span_starts_with(note->bytes, text));
	assert_int_equal(note->stamp.size, note->bytes.length);
}

static void each_note_comes_in_its_turn(struct fixture *fixture, int count)
{
	struct finding_list findings = { .arena = &fixture->arena };
	struct note_list notes = lay(fixture, count);
	struct read_ahead *ahead = read_ahead_begin(&fixture->arena, &fixture->vault, &notes, MOST_BYTES);
	for (int i = 0; i < count; i++) {
		bool gone;
		struct note *note = &notes.items[i];
		assert_int_equal(read_ahead_next(ahead, note, &gone, &findings, &fixture->error), 0);
		assert_false(gone);
		assert_is_note(fixture, note, i);
	}
	read_ahead_end(ahead);
	assert_int_equal(findings.count, 0);
}

static void few_notes_come_in_order(void **state)
{
	each_note_comes_in_its_turn(*state, FEW);
}

static void many_notes_come_in_order(void **state)
{
	each_note_comes_in_its_turn(*state, MANY);
}

static void a_note_that_is_gone_or_too_large_is_told_in_its_turn(void **state)
{
	struct fixture *fixture = *state;
	struct finding_list findings = { .arena = &fixture->arena };
	struct note_list notes = lay(fixture, MANY);
	unlink(fixture_path(fixture, "N444.md"));
	struct read_ahead *ahead = read_ahead_begin(&fixture->arena, &fixture->vault, &notes, LARGE);
	for (int i = 0; i < MANY; i++) {
		bool gone;
		struct note *note = &notes.items[i];
		assert_int_equal(read_ahead_next(ahead, note, &gone, &findings, &fixture->error), 0);
		assert_int_equal(gone, i == 444);
		if (i % 100 == 50)
			assert_null(note->bytes.at);
		else if (!gone)
			assert_is_note(fixture, note, i);
	}
	read_ahead_end(ahead);
	assert_int_equal(findings.count, MANY / 100);
	assert_string_equal(findings.items[1].position.path, "N150.md");
}

static void who_stops_early_need_not_ask_for_the_rest(void **state)
{
	struct fixture *fixture = *state;
	struct finding_list findings = { .arena = &fixture->arena };
	struct note_list notes = lay(fixture, MANY);
	for (int asked = 0; asked < 2; asked++) {
		bool gone;
		struct read_ahead *ahead = read_ahead_begin(&fixture->arena, &fixture->vault, &notes, MOST_BYTES);
		for (int i = 0; i < asked; i++)
			read_ahead_next(ahead, &notes.items[i], &gone, &findings, &fixture->error);
		read_ahead_end(ahead);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(few_notes_come_in_order),
		FIXTURE_TEST(many_notes_come_in_order),
		FIXTURE_TEST(a_note_that_is_gone_or_too_large_is_told_in_its_turn),
		FIXTURE_TEST(who_stops_early_need_not_ask_for_the_rest),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
