#include "test.h"

#include "codec/yaml.h"
#include "vault/configuration.h"

#include <string.h>

struct state {
	struct arena arena;
	struct configuration configuration;
	struct finding_list findings;
};

static int set_up(void **state)
{
	struct state *made = calloc(1, sizeof(*made));
	made->findings.arena = &made->arena;
	configuration_init(&made->configuration);
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

static void read_text(struct state *state, const char *yaml)
{
	configuration_read(&state->arena, &state->configuration, span_of(yaml), ".coach/config.yaml", &state->findings);
}

static const char *value_of(struct state *state, const char *name)
{
	const struct setting *setting = setting_find(span_of(name));
	assert_non_null(setting);
	return setting_value(&state->arena, &state->configuration, setting);
}

static void the_defaults_are_those_of_the_table(void **state)
{
	struct state *test = *state;
	for (size_t i = 0; i < setting_count; i++)
		assert_string_equal(value_of(test, settings[i].name), settings[i].fallback);
	assert_int_equal(test->configuration.capacity_min_minutes, -1);
	assert_int_equal(test->configuration.note_most_bytes, 1 << 20);
	assert_true(test->configuration.history_enabled);
}

static void a_file_sets_what_it_names(void **state)
{
	struct state *test = *state;
	read_text(test, "version: 1\n"
			"timezone: Europe/Berlin\n"
			"paths:\n"
			"  week: 'Wochen/{week}.md'\n"
			"  templates: Vorlagen\n"
			"capacity: { prep_minutes: 30, min_hours: 2.5 }\n"
			"history: { enabled: no }\n"
			"notes: { most_bytes: 64 KiB }\n");
	assert_int_equal(test->findings.count, 0);
	assert_string_equal(test->configuration.timezone, "Europe/Berlin");
	assert_string_equal(test->configuration.week_path, "Wochen/{week}.md");
	assert_string_equal(test->configuration.templates_folder, "Vorlagen");
	assert_int_equal(test->configuration.capacity_prep_minutes, 30);
	assert_int_equal(test->configuration.capacity_min_minutes, 150);
	assert_false(test->configuration.history_enabled);
	assert_int_equal(test->configuration.note_most_bytes, 65536);
	assert_int_equal(test->configuration.capacity_breaker_weeks, 2);
}

static void a_bad_value_is_a_finding_and_the_default_holds(void **state)
{
	struct state *test = *state;
	static const char *const files[] = {
		"capacity:\n  prep_minutes: often\n",
		"capacity:\n  prep_minutes: 241\n",
		"capacity:\n  prep_minutes: -1\n",
		"capacity:\n  prep_minutes: [15]\n",
		"capacity:\n  min_hours: 200\n",
		"history:\n  enabled: perhaps\n",
		"notes:\n  most_bytes: 1 GiB\n",
		"paths:\n  week: ../Week.md\n",
		"paths:\n  week: /Week.md\n",
		"paths:\n  week: Weeks/week\n",
		"log:\n  default_category: ''\n",
	};
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		read_text(test, files[i]);
		assert_int_equal(test->findings.count, i + 1);
		assert_int_equal(test->findings.items[i].code, FINDING_CONFIG_VALUE);
		assert_int_equal(test->findings.items[i].position.line, 2);
		assert_non_null(test->findings.items[i].hint);
	}
	for (size_t i = 0; i < setting_count; i++)
		assert_string_equal(value_of(test, settings[i].name), settings[i].fallback);
}

static void a_bad_value_leaves_what_an_earlier_file_said(void **state)
{
	struct state *test = *state;
	read_text(test, "capacity: { prep_minutes: 30 }\n");
	read_text(test, "capacity: { prep_minutes: often, min_hours: many }\n");
	assert_int_equal(test->configuration.capacity_prep_minutes, 30);
	assert_int_equal(test->findings.count, 2);
	assert_string_equal(
		test->findings.items[0].message, "\"often\" is no value for capacity.prep_minutes, which stays 30");
	assert_string_equal(
		test->findings.items[1].message, "\"many\" is no value for capacity.min_hours, which stays empty");
}

static void an_unknown_setting_is_named_with_its_line(void **state)
{
	struct state *test = *state;
	read_text(test, "version: 1\ncapacty:\n  prep_minutes: 30\ncapacity:\n  prep_minuts: 30\npaths:\n");
	assert_int_equal(test->findings.count, 2);
	assert_int_equal(test->findings.items[0].code, FINDING_CONFIG_UNKNOWN);
	assert_string_equal(test->findings.items[0].message, "unknown setting capacty");
	assert_string_equal(test->findings.items[1].message, "unknown setting capacity.prep_minuts");
	assert_int_equal(test->findings.items[1].position.line, 5);
	assert_string_equal(test->findings.items[1].hint, "did you mean capacity.prep_minutes?");
	assert_int_equal(test->configuration.capacity_prep_minutes, 15);
}

static void broken_yaml_is_one_finding(void **state)
{
	struct state *test = *state;
	read_text(test, "version: [1\n");
	read_text(test, "- a\n- b\n");
	assert_int_equal(test->findings.count, 2);
	assert_int_equal(test->configuration.version, 1);
}

static void own_words_are_aliases(void **state)
{
	struct state *test = *state;
	read_text(test, "aliases:\n  headings:\n    active roster: [my people, the crew]\n    inbox: letters\n"
			"  colours:\n    red: [rot]\n");
	assert_true(alias_is(&test->configuration.aliases, ALIAS_HEADING, SPAN("the crew"), "active roster"));
	assert_true(alias_is(&test->configuration.aliases, ALIAS_HEADING, SPAN("letters"), "inbox"));
	assert_int_equal(test->findings.count, 1);
	assert_string_equal(test->findings.items[0].message, "unknown setting aliases.colours");
}

/* Each row: what stands under `aliases:`, and the finding with its place and hint. */
static void own_words_without_effect_are_named(void **state)
{
	struct state *test = *state;
	static const struct {
		const char *text;
		enum finding_code code;
		unsigned line, column;
		const char *message;
		const char *hint; /* a part of it */
	} cases[] = {
		{ "  headings:\n    actve rostr: [my people]\n", FINDING_CONFIG_UNKNOWN, 3, 5,
			"aliases.headings: \"actve rostr\" is no term that coach knows",
			"did you mean \"active roster\"?" },
		{ "  headings:\n    Aktive Klienten:\n      - meine Leute\n", FINDING_CONFIG_UNKNOWN, 3, 5,
			"aliases.headings: \"Aktive Klienten\" is no term that coach knows",
			"did you mean \"active roster\"?" },
		{ "  states:\n    xylophone: [x]\n", FINDING_CONFIG_UNKNOWN, 3, 5,
			"aliases.states: \"xylophone\" is no term that coach knows", "en.yaml" },
		{ "  headings:\n    inbox: \"\"\n", FINDING_CONFIG_VALUE, 3, 12,
			"aliases.headings.inbox: \"\" is no word", "take it out" },
		{ "  headings:\n    inbox: [Briefe, \"—、\"]\n", FINDING_CONFIG_VALUE, 3, 21,
			"aliases.headings.inbox: \"—、\" is no word", "take it out" },
		{ "  headings:\n    inbox: { a: b }\n", FINDING_CONFIG_VALUE, 3, 12,
			"aliases.headings.inbox takes a word or a list of words", NULL },
		{ "  headings:\n    agenda: [Zusammenfassung]\n", FINDING_CONFIG_WORD, 3, 14,
			"aliases.headings.agenda: \"Zusammenfassung\" means \"summary\" already", "another word" },
		{ "  states:\n    cancelled: [stattgefunden]\n", FINDING_CONFIG_WORD, 3, 17,
			"aliases.states.cancelled: \"stattgefunden\" means \"held\" already", "another word" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		test->findings.count = 0;
		read_text(test, arena_printf(&test->arena, "aliases:\n%s", cases[i].text));
		assert_int_equal(test->findings.count, 1);
		const struct finding *finding = &test->findings.items[0];
		assert_int_equal(finding->code, cases[i].code);
		assert_string_equal(finding->message, cases[i].message);
		assert_int_equal(finding->position.line, cases[i].line);
		assert_int_equal(finding->position.column, cases[i].column);
		assert_true(cases[i].hint ? strstr(finding->hint, cases[i].hint) != NULL : !finding->hint);
	}
}

static void own_words_that_count_are_not_named(void **state)
{
	struct state *test = *state;
	read_text(test, "aliases:\n"
			"  headings: { Practice Rituals: [Rituale], active roster: 🌱 }\n"
			"  categories: { admin: [Marketing] }\n"
			"  states: { unknown: [\"?\"], held: [stattgefunden] }\n"
			"  properties: { date: when }\n");
	assert_int_equal(test->findings.count, 0);
	const struct aliases *aliases = &test->configuration.aliases;
	assert_true(alias_is(aliases, ALIAS_HEADING, SPAN("rituale"), "practice rituals"));
	assert_true(alias_is(aliases, ALIAS_HEADING, SPAN("🌱"), "active roster"));
	assert_string_equal(alias_term(aliases, ALIAS_CATEGORY, SPAN("marketing")), "admin");
	assert_string_equal(alias_term(aliases, ALIAS_PROPERTY, SPAN("when")), "date");
}

static const char *environment(const char *name)
{
	if (strcmp(name, "COACH_CAPACITY_PREP_MINUTES") == 0)
		return "45";
	if (strcmp(name, "COACH_HISTORY_ENABLED") == 0)
		return "maybe";
	return strcmp(name, "COACH_VERSION") == 0 ? "12.3" : NULL;
}

static void the_environment_stands_above_the_file(void **state)
{
	struct state *test = *state;
	read_text(test, "capacity: { prep_minutes: 30 }\n");
	configuration_read_environment(&test->arena, &test->configuration, environment, &test->findings);
	assert_int_equal(test->configuration.capacity_prep_minutes, 45);
	assert_int_equal(test->findings.count, 1);
	assert_string_equal(test->findings.items[0].message,
		"COACH_HISTORY_ENABLED: \"maybe\" is no value for history.enabled, which stays true");
}

static void a_value_is_checked_before_it_is_set(void **state)
{
	(void)state;
	struct error error = ERROR_INIT;
	const struct setting *setting = setting_find(SPAN("capacity.breaker_weeks"));
	assert_int_equal(setting_check(setting, SPAN("3"), &error), 0);
	assert_int_equal(setting_check(setting, SPAN("0"), &error), -1);
	assert_int_equal(error.class, ERROR_USAGE);
	assert_string_equal(error.hint, "it takes a whole number from 1 to 12");
	assert_null(setting_find(SPAN("capacity.nothing")));
}

/* The file with every "# name: value" line uncommented, as a person would do it. */
static struct span uncommented(struct arena *arena, struct span file)
{
	char *text = arena_allocate(arena, file.length + 1);
	size_t length = 0;
	for (struct span line; span_next_line(&file, &line);) {
		size_t mark = span_find(line, "# ");
		struct span rest = span_from(line, mark + 2);
		size_t colon = span_find_byte(rest, ':');
		bool setting = mark < line.length && colon < rest.length && span_find_byte(rest, ' ') == colon + 1;
		size_t kept = setting ? mark : line.length;
		memcpy(text + length, line.at, kept);
		length += kept;
		if (setting) {
			memcpy(text + length, rest.at, rest.length);
			length += rest.length;
		}
		text[length++] = '\n';
	}
	return (struct span){ text, length };
}

static void the_commented_file_reads_as_the_defaults(void **state)
{
	struct state *test = *state;
	struct span file = configuration_file(&test->arena, NULL);
	struct yaml_node *root;
	struct error error = ERROR_INIT;
	read_text(test, arena_copy_text(&test->arena, file));
	assert_int_equal(test->findings.count, 0);
	struct span open = uncommented(&test->arena, file);
	assert_int_equal(yaml_parse(&test->arena, open, 1 << 20, "config.yaml", 1, &root, &error), 0);
	for (size_t i = 0; i < setting_count; i++)
		assert_non_null(yaml_path(root, settings[i].name));
	read_text(test, arena_copy_text(&test->arena, open));
	assert_int_equal(test->findings.count, 0);
	for (size_t i = 0; i < setting_count; i++)
		assert_string_equal(value_of(test, settings[i].name), settings[i].fallback);
}

static void settings_can_be_written_into_the_new_file(void **state)
{
	struct state *test = *state;
	const char *set[] = { "paths.week", "A: b #c/{week}.md", "capacity.prep_minutes", "20", "formats.week",
		"gggg-[W]ww", NULL };
	read_text(test, arena_copy_text(&test->arena, configuration_file(&test->arena, set)));
	assert_int_equal(test->findings.count, 0);
	assert_string_equal(test->configuration.week_path, "A: b #c/{week}.md");
	assert_string_equal(test->configuration.week_format, "gggg-[W]ww");
	assert_int_equal(test->configuration.capacity_prep_minutes, 20);
	assert_int_equal(test->configuration.capacity_breaker_weeks, 2);
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_defaults_are_those_of_the_table),
		TEST(a_file_sets_what_it_names),
		TEST(a_bad_value_is_a_finding_and_the_default_holds),
		TEST(a_bad_value_leaves_what_an_earlier_file_said),
		TEST(an_unknown_setting_is_named_with_its_line),
		TEST(broken_yaml_is_one_finding),
		TEST(own_words_are_aliases),
		TEST(own_words_without_effect_are_named),
		TEST(own_words_that_count_are_not_named),
		TEST(the_environment_stands_above_the_file),
		TEST(a_value_is_checked_before_it_is_set),
		TEST(the_commented_file_reads_as_the_defaults),
		TEST(settings_can_be_written_into_the_new_file),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
