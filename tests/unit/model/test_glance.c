/* What a glance at a note shows, and that it is the same when it was kept. */
#include "note_fixture.h"

#include "model/glance.h"

static struct glance look(struct note_fixture *note, const char *path, enum note_kind kind, const char *text)
{
	struct finding_list found = { .arena = &note->arena };
	struct glance glance = glance_take(note_outline(note, path, text), kind, NULL, &found);
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(1 << 16);
	struct glance kept;
	glance_pack(&glance, &bytes);
	assert_true(glance_unpack(&note->arena, arena_copy_span(&note->arena, buffer_span(&bytes)), &kept));
	return kept;
}

static const char session[] = "---\ntype: session\nclient: \"[[Ada Example]]\"\ndate: 2026-11-20\nstart: \"10:00\"\n"
			      "status: held\n---\n# Session\n## Agenda\nThe board\n## Action Items\n"
			      "- [ ] Draft 📅 2026-11-27\n> - [x] Call 🆔 a7k2 ✅ 2026-11-12\n- [ ] Undated\n- [x] Over\n";

static void a_session_says_when_whose_and_how_it_stands(void **state)
{
	struct glance glance = look(*state, "s.md", NOTE_SESSION, session);
	assert_int_equal(glance.kind, NOTE_SESSION);
	assert_span(glance.client, "Ada Example");
	assert_string_equal(date_format(glance.session).text, "2026-11-20");
	assert_int_equal(glance.start, 600);
	assert_int_equal(glance.status, SESSION_HELD);
	assert_true(glance.prepared);
	assert_false(date_is_known(glance.updated));
	assert_int_equal(glance.week.year, 0);
}

static void tasks_that_may_be_due_or_tell_of_another_are_kept_with_their_place(void **state)
{
	struct glance glance = look(*state, "s.md", NOTE_SESSION, session);
	assert_int_equal(glance.task_count, 2);
	assert_span(glance.tasks[0].whole, "- [ ] Draft 📅 2026-11-27");
	assert_int_equal(glance.tasks[0].line, 12);
	assert_int_equal(glance.tasks[0].column, 1);
	assert_int_equal(glance.tasks[0].key, 0);
	assert_span(glance.tasks[1].whole, "- [x] Call 🆔 a7k2 ✅ 2026-11-12");
	assert_int_equal(glance.tasks[1].column, 3);
	assert_int_equal(glance.tasks[1].mark, 'x');
	assert_true(glance.tasks[1].key != 0);
}

/* In a week an item is carried on by copying it, so its text is what tells that two are one. */
static void of_a_week_every_task_is_kept_and_equal_texts_have_one_key(void **state)
{
	struct glance before = look(*state, "2026-W46.md", NOTE_WEEK, "## Carryover\n- [ ] Send the **contract**\n");
	struct glance after = look(*state, "2026-W47.md", NOTE_WEEK, "## Carryover\n- [x] send the contract\n");
	assert_int_equal(before.week.number, 46);
	assert_int_equal(before.task_count, 1);
	assert_true(before.tasks[0].key != 0);
	assert_true(before.tasks[0].key == after.tasks[0].key);
}

static void a_portfolio_says_when_it_was_updated_and_what_is_open(void **state)
{
	struct glance glance = look(*state, "Client Portfolio.md", NOTE_PORTFOLIO,
		"# CLIENT PORTFOLIO\n> **Last Updated:** 2026-11-13\n\n**Owner:** [Your Name]\n");
	assert_string_equal(date_format(glance.updated).text, "2026-11-13");
	assert_int_equal(glance.unfilled, 1);
	assert_true(glance.findings[SEVERITY_WARNING] > 0);
	assert_int_equal(glance.findings[SEVERITY_ERROR], 0);
}

static void what_reading_found_before_counts_too(void **state)
{
	struct note_fixture *note = *state;
	finding_add(&note->findings, FINDING_FRONT_MATTER, (struct position){ .path = "n.md" }, "broken");
	struct glance glance = glance_take(note_outline(note, "n.md", "text\n"), NOTE_OTHER, NULL, &note->findings);
	assert_int_equal(glance.findings[SEVERITY_ERROR], 1);
}

static void templates_have_no_tasks_of_their_own(void **state)
{
	assert_int_equal(look(*state, "t.md", NOTE_TEMPLATE, "- [ ] Draft 📅 2026-11-27\n").task_count, 0);
}

static void bytes_that_are_cut_or_longer_are_no_glance(void **state)
{
	struct note_fixture *note = *state;
	struct finding_list found = { .arena = &note->arena };
	struct glance glance = glance_take(note_outline(note, "s.md", session), NOTE_SESSION, NULL, &found);
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(1 << 16);
	glance_pack(&glance, &bytes);
	for (size_t length = 0; length < bytes.length; length++)
		assert_false(
			glance_unpack(&note->arena, span_slice(buffer_span(&bytes), 0, length), &(struct glance){ 0 }));
	buffer_add_byte(&bytes, '\0');
	assert_false(glance_unpack(&note->arena, buffer_span(&bytes), &(struct glance){ 0 }));
}

static void a_kind_that_is_none_is_no_glance(void **state)
{
	struct note_fixture *note = *state;
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(1 << 16);
	glance_pack(&(struct glance){ .kind = NOTE_KIND_COUNT }, &bytes);
	assert_false(glance_unpack(&note->arena, buffer_span(&bytes), &(struct glance){ 0 }));
	buffer_clear(&bytes);
	glance_pack(&(struct glance){ .status = SESSION_STATUS_COUNT }, &bytes);
	assert_false(glance_unpack(&note->arena, buffer_span(&bytes), &(struct glance){ 0 }));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_session_says_when_whose_and_how_it_stands),
		NOTE_TEST(tasks_that_may_be_due_or_tell_of_another_are_kept_with_their_place),
		NOTE_TEST(of_a_week_every_task_is_kept_and_equal_texts_have_one_key),
		NOTE_TEST(a_portfolio_says_when_it_was_updated_and_what_is_open),
		NOTE_TEST(what_reading_found_before_counts_too),
		NOTE_TEST(templates_have_no_tasks_of_their_own),
		NOTE_TEST(bytes_that_are_cut_or_longer_are_no_glance),
		NOTE_TEST(a_kind_that_is_none_is_no_glance),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
