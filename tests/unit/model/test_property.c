/* Front matter by what its entries mean, read and set. */
#include "note_fixture.h"

#include "model/property.h"

static struct properties properties(struct note_fixture *note, const char *entries)
{
	const char *text = arena_printf(&note->arena, "---\n%s\n---\n# Note\n", entries);
	note->findings.count = 0;
	return properties_of(&note->arena, &note->aliases, note_parse(note, "a.md", text));
}

static void entries_are_read_in_any_words(void **state)
{
	static const struct {
		const char *entry;
		const char *term;
		const char *text;
	} cases[] = {
		{ "date: 2026-11-20", "date", "2026-11-20" },
		{ "datum: 20.11.2026", "date", "20.11.2026" },
		{ "Datum: 20.11.2026", "date", "20.11.2026" },
		{ "\"日期\": 2026年11月20日", "date", "2026年11月20日" },
		{ "beginn: \"10:00\"", "start", "10:00" },
		{ "开始时间: \"10:00\"", "start", "10:00" },
		{ "dauer: 60 Minuten", "minutes", "60 Minuten" },
		{ "时长: 60", "minutes", "60" },
		{ "zustand: geplant", "status", "geplant" },
		{ "bezahlt: ja", "paid", "ja" },
		{ "woche: 2026-W47", "week", "2026-W47" },
		{ "季度: 2026-Q4", "quarter", "2026-Q4" },
		{ "last updated: 2026-11-20", "updated", "2026-11-20" },
		{ "tag: coaching", "date", "" },
		{ "kind: request", "type", "" },
		{ "datum: \"[YYYY-MM-DD]\"", "date", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct properties read = properties(*state, cases[i].entry);
		assert_span(property_text(&read, cases[i].term), cases[i].text);
	}
}

static void names_are_read_in_any_words(void **state)
{
	struct note_fixture *note = *state;
	static const char *const entries[] = { "client: \"[[Clients/Ada|Ada Example]]\"", "kundin: Ada",
		"客户: [[Ada]]", "Klient/in: Ada", "name: Ada" };
	static const char *const names[] = { "Ada", "Ada", "Ada", "Ada", "" };
	for (size_t i = 0; i < sizeof(entries) / sizeof(*entries); i++) {
		struct properties read = properties(note, entries[i]);
		assert_span(property_name(&read, "client", &note->findings), names[i]);
	}
}

static void findings_name_the_key_as_it_is_written(void **state)
{
	struct note_fixture *note = *state;
	struct properties read = properties(note, "datum: 03/04/2026\nkundin: [Ada, Ben]");
	struct date date = DATE_NONE;
	assert_int_equal(property_date(&read, "date", &date, &note->findings), PROPERTY_BAD);
	property_name(&read, "client", &note->findings);
	assert_string_equal(note->findings.items[0].message, "datum: \"03/04/2026\" may be either of two days");
	assert_string_equal(note->findings.items[1].hint, "write kundin: \"[[Name]]\"");
}

static void two_entries_of_one_meaning_are_an_error_and_not_read(void **state)
{
	struct note_fixture *note = *state;
	struct properties read = properties(note, "date: 2026-11-20\ntitle: x\ndatum: 2026-11-21\n日期: 2026-11-22");
	struct date date = DATE_NONE;
	properties_report(&read, &note->findings);
	assert_string_equal(note_findings(note), "duplicate_property 4:1");
	assert_string_equal(note->findings.items[0].message, "date and datum both mean \"date\": neither was read");
	assert_span(property_text(&read, "date"), "");
	assert_non_null(property_entry(&read, "date"));
	assert_int_equal(property_date(&read, "date", &date, &note->findings), PROPERTY_BAD);
	assert_false(date_is_known(date));
}

static void broken_front_matter_is_named(void **state)
{
	struct note_fixture *note = *state;
	struct properties read = properties(note, "date: [");
	properties_report(&read, &note->findings);
	assert_int_equal(note->findings.items[0].code, FINDING_FRONT_MATTER);
	assert_null(property_entry(&read, "date"));
	assert_int_equal(property_position(&read, "date").line, 1);
}

static void setting_uses_the_key_that_is_there(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *entries;
		const char *after; /* NULL where it is refused */
	} cases[] = {
		{ "datum: 20.11.2026 # Freitag", "datum: 2026-11-27 # Freitag" },
		{ "\"日期\": '2026-11-20'", "\"日期\": '2026-11-27'" },
		{ "date: 2026-11-20", "date: 2026-11-27" },
		{ "kundin: Ada", "kundin: Ada\ndate: 2026-11-27" },
		{ "date: 2026-11-20\ndatum: 2026-11-20", NULL },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct properties read = properties(note, cases[i].entries);
		struct edit_list edits = edits_of(&note->arena, read.document);
		struct error error = ERROR_INIT;
		int result = property_set(&read, &edits, "date", SPAN("2026-11-27"), &error);
		assert_int_equal(result, cases[i].after ? 0 : -1);
		if (cases[i].after)
			assert_span(edits_apply(&edits),
				arena_printf(&note->arena, "---\n%s\n---\n# Note\n", cases[i].after));
		else
			assert_int_equal(error.line, 3);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(entries_are_read_in_any_words),
		NOTE_TEST(names_are_read_in_any_words),
		NOTE_TEST(findings_name_the_key_as_it_is_written),
		NOTE_TEST(two_entries_of_one_meaning_are_an_error_and_not_read),
		NOTE_TEST(broken_front_matter_is_named),
		NOTE_TEST(setting_uses_the_key_that_is_there),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
