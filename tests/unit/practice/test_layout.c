/* What Obsidian's settings and the notes suggest becomes a setting only where the setting takes it. */
#include "test.h"

#include "practice/layout.h"

#include <stdlib.h>
#include <string.h>

struct state {
	struct arena arena;
	struct finding_list findings;
	struct practice practice;
	struct obsidian obsidian;
};

static int set_up(void **state)
{
	struct state *made = calloc(1, sizeof(*made));
	made->findings.arena = &made->arena;
	made->obsidian = (struct obsidian){ true, "", "", "", "", "", "", "", TASKS_FORMAT_UNKNOWN };
	*state = made;
	return 0;
}

static int tear_down(void **state)
{
	struct state *made = *state;
	arena_release(&made->arena);
	free(made);
	return 0;
}

static const char *const *settings_of(struct state *test)
{
	return layout_settings(&test->arena, &test->practice, &test->obsidian, &test->findings);
}

static const char *value_in(const char *const *pairs, const char *name)
{
	for (; pairs[0]; pairs += 2)
		if (strcmp(pairs[0], name) == 0)
			return pairs[1];
	return NULL;
}

static void folders_below_the_vault_are_taken(void **state)
{
	struct state *test = *state;
	test->obsidian.new_folder = "Notes";
	test->obsidian.templates = "Vorlagen";
	test->obsidian.weekly_folder = "Journal";
	const char *const *pairs = settings_of(test);
	assert_string_equal(value_in(pairs, "paths.templates"), "Vorlagen");
	assert_string_equal(value_in(pairs, "paths.week"), "Journal/{week}.md");
	assert_string_equal(value_in(pairs, "paths.inbox"), "Notes/Clients/{client}/Inbox.md");
	assert_int_equal(test->findings.count, 0);
}

static void folders_out_of_the_vault_are_findings(void **state)
{
	struct state *test = *state;
	test->obsidian.new_folder = "../evil";
	test->obsidian.templates = "a/../../b";
	test->obsidian.weekly_folder = "/etc";
	assert_null(settings_of(test)[0]);
	assert_int_equal(test->findings.count, 3);
	for (size_t i = 0; i < test->findings.count; i++)
		assert_int_equal(test->findings.items[i].code, FINDING_CONFIG_VALUE);
	assert_string_equal(test->findings.items[0].message, "\"a/../../b\" is no value for paths.templates");
	assert_string_equal(test->findings.items[1].message, "\"/etc/{week}.md\" is no value for paths.week");
	assert_string_equal(test->findings.items[2].message, "\"../evil\" is no folder below the vault");
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(folders_below_the_vault_are_taken),
		TEST(folders_out_of_the_vault_are_findings),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
