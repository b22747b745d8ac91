/* A practice as it is read from a vault, and notes by path in the order that the walk of a vault gives them. */
#include "vault/fixture.h"

#include "practice/practice.h"

#define PORTFOLIO                                                                                                      \
	"# CLIENT PORTFOLIO\n\n## Active Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n"        \
	"| [[Ana Silva]] | 2/month | Active |\n"

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

static void write_session(struct fixture *fixture, const char *date, const char *actions)
{
	fixture_write(fixture, arena_printf(&fixture->arena, "Sessions/%s Ana Silva.md", date),
		arena_printf(&fixture->arena,
			"---\ntype: session\nclient: \"[[Ana Silva]]\"\ndate: %s\nstatus: held\n---\n"
			"## Action Items\n\n%s\n",
			date, actions));
}

static void a_copy_of_an_action_is_its_client_s_too(void **state)
{
	struct fixture *fixture = *state;
	struct practice practice;
	fixture_write(fixture, "Portfolio.md", PORTFOLIO);
	write_session(fixture, "2026-11-12", "- [ ] Draft the memo 📅 2026-11-18 🆔 a7k2");
	write_session(fixture, "2026-11-19", "- [ ] Draft the memo 📅 2026-11-25 🆔 a7k2");
	assert_int_equal(practice_load(&fixture->arena, &fixture->vault, date_of(2026, 11, 20),
				 PRACTICE_PORTFOLIO | PRACTICE_ACTIONS, &practice, &fixture->findings, &fixture->error),
		0);
	const struct action_list *actions = &practice.records.actions;
	assert_int_equal(actions->count, 1);
	assert_int_equal(actions->copy_count, 1);
	assert_string_equal(actions->items[0].document->path, "Sessions/2026-11-19 Ana Silva.md");
	assert_int_equal(actions->items[0].client_id, practice.records.portfolio->clients[0].id);
	assert_int_equal(actions->copies[0].client_id, practice.records.portfolio->clients[0].id);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_note_is_found_by_its_path),
		FIXTURE_TEST(a_copy_of_an_action_is_its_client_s_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
