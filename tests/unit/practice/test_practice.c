/* Notes are found by path in the order that the walk of a vault gives them. */
#include "test.h"

#include "practice/practice.h"

static void a_note_is_found_by_its_path(void **state)
{
	(void)state;
	struct note notes[] = { { .path = "A/B/x.md" }, { .path = "A/B x.md" }, { .path = "A/x.md" },
		{ .path = "A b.md" }, { .path = "A!/x.md" }, { .path = "A.md" }, { .path = "B.md" },
		{ .path = "\xC3\x84.md" } };
	struct practice practice = { .notes = { notes, sizeof(notes) / sizeof(*notes) } };
	for (size_t i = 0; i < practice.notes.count; i++)
		assert_ptr_equal(practice_note(&practice, notes[i].path), &notes[i]);
	assert_null(practice_note(&practice, "A"));
	assert_null(practice_note(&practice, "A/B/x.m"));
	assert_null(practice_note(&practice, "C.md"));
	practice.notes = (struct note_list){ .count = 0 };
	assert_null(practice_note(&practice, "A.md"));
}

int main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(a_note_is_found_by_its_path) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
