/* One setting changed in a file that a person keeps, and every other byte as it was. */
#include "test.h"

#include "vault/configuration_edit.h"

#include <string.h>

static int tear_down(void **state)
{
	arena_release(*state);
	free(*state);
	return 0;
}

static int set_up(void **state)
{
	*state = calloc(1, sizeof(struct arena));
	return *state ? 0 : -1;
}

static struct span set(struct arena *arena, struct span source, const char *name, const char *value)
{
	struct span result = SPAN_NONE;
	struct error error = ERROR_INIT;
	if (configuration_set(
		    arena, source, "config.yaml", setting_find(span_of(name)), span_of(value), &result, &error))
		return span_of(arena_printf(arena, "%d:%u: %s", (int)error.class, error.line, error.message));
	return result;
}

static struct span unset(struct arena *arena, struct span source, const char *name)
{
	struct span result = SPAN_NONE;
	struct error error = ERROR_INIT;
	if (configuration_unset(arena, source, "config.yaml", setting_find(span_of(name)), &result, &error))
		return span_of(arena_printf(arena, "%d:%u: %s", (int)error.class, error.line, error.message));
	return result;
}

static void a_setting_lands_where_it_belongs(void **state)
{
	static const struct {
		const char *before, *name, *value, *after;
	} cases[] = {
		/* the commented line of its own group, not of another with the same key */
		{ "session:\n  # minutes: 60\nother:\n  # minutes: 1\n", "session.minutes", "50",
			"session:\n  minutes: 50\nother:\n  # minutes: 1\n" },
		{ "x:\n  # minutes: 1\nsession:\n  # minutes: 60\n", "session.minutes", "50",
			"x:\n  # minutes: 1\nsession:\n  minutes: 50\n" },
		/* a sentence in a comment is no setting */
		{ "# timezone of the vault\n# timezone: \"\"\n", "timezone", "UTC",
			"# timezone of the vault\ntimezone: UTC\n" },
		/* comments behind a value, quotes and order stay */
		{ "session:\n  minutes: 60 # mine\n", "session.minutes", "50", "session:\n  minutes: 50 # mine\n" },
		{ "session:\n  # minutes: 60   # mine\n", "session.minutes", "50",
			"session:\n  minutes: 50   # mine\n" },
		{ "paths:\n  week: 'W/{week}.md'\n", "paths.week", "V/{week}.md", "paths:\n  week: 'V/{week}.md'\n" },
		/* beside the others of its group, as deep as they are */
		{ "health:\n    silent_days: 7\n    # stalled_days: 30\n", "health.stalled_days", "40",
			"health:\n    silent_days: 7\n    stalled_days: 40\n" },
		{ "health:\n    silent_days: 7\n", "health.stalled_days", "40",
			"health:\n    silent_days: 7\n    stalled_days: 40\n" },
		/* nothing there yet */
		{ "", "session.minutes", "50", "session:\n  minutes: 50\n" },
		{ "version: 1", "timezone", "UTC", "version: 1\ntimezone: UTC\n" },
		{ "session:\r\n  # minutes: 60\r\n", "session.minutes", "50", "session:\r\n  minutes: 50\r\n" },
		/* what cannot be edited */
		{ "session: [\n", "session.minutes", "50", NULL },
		{ "health: { silent_days: 7 }\n", "health.stalled_days", "40", NULL },
	};
	struct arena *arena = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct span after = set(arena, span_of(cases[i].before), cases[i].name, cases[i].value);
		if (cases[i].after)
			assert_span(after, cases[i].after);
		else
			assert_true(span_starts_with(after, "4:"));
	}
}

static void taking_back_comments_the_line_out_with_its_default(void **state)
{
	struct arena *arena = *state;
	assert_span(unset(arena, SPAN("session:\n  minutes: 50 # mine\n"), "session.minutes"),
		"session:\n  # minutes: 60 # mine\n");
	assert_span(unset(arena, SPAN("timezone: UTC\nversion: 1\n"), "timezone"), "# timezone: \"\"\nversion: 1\n");
	assert_span(
		unset(arena, SPAN("session:\n  # minutes: 50\n"), "session.minutes"), "session:\n  # minutes: 50\n");
	assert_true(span_starts_with(unset(arena, SPAN("session: { minutes: 50 }\n"), "session.minutes"), "4:1: "));
}

/* For every setting of the file that init writes. */
static void setting_and_taking_back_gives_every_line_back(void **state)
{
	struct arena *arena = *state;
	struct span file = configuration_file(arena, NULL);
	for (size_t i = 0; i < setting_count; i++) {
		const struct setting *setting = &settings[i];
		const char *value = setting->kind == SETTING_BOOLEAN    ? "false"
				    : setting->kind == SETTING_NOTE     ? "Some where/x: {client} #1.md"
				    : setting->kind == SETTING_SIZE     ? "2 MiB"
				    : setting->kind == SETTING_ZONE     ? "Europe/Berlin"
				    : setting->kind == SETTING_CATEGORY ? "cpd"
				    : setting->kind == SETTING_LANGUAGE ? "Deutsch"
				    : setting->kind == SETTING_REF      ? "refs/coach/#1"
				    : setting->kind == SETTING_OUTSIDE  ? "~/no: #1.git"
				    : setting->kind == SETTING_TEXT || setting->kind == SETTING_FOLDER ? "no: #1"
												       : "12";
		if (strcmp(setting->name, "version") == 0)
			continue;
		struct span changed = set(arena, file, setting->name, value);
		struct configuration read;
		struct finding_list findings = { .arena = arena };
		configuration_init(&read);
		configuration_read(arena, &read, changed, "config.yaml", &findings);
		assert_int_equal(findings.count, 0);
		assert_string_equal(setting_value(arena, &read, setting), value);
		assert_true(span_equal(unset(arena, changed, setting->name), file));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_setting_lands_where_it_belongs, set_up, tear_down),
		cmocka_unit_test_setup_teardown(taking_back_comments_the_line_out_with_its_default, set_up, tear_down),
		cmocka_unit_test_setup_teardown(setting_and_taking_back_gives_every_line_back, set_up, tear_down),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
