/* A row goes to the log in the form the log has, and reads back as what was logged. */
#include "model/note_fixture.h"

#include "model/meeting_length.h"
#include "model/week_note.h"
#include "practice/time_log_row.h"

#define WEEK   "---\ntype: week\nweek: 2026-W47\n---\n# Week 2026-W47\n"
#define HEADER "| Date | Hours | Category | Client | Note |\n| --- | --- | --- | --- | --- |\n"

static struct time_log_row row_of(int minutes, const char *category, const char *client, const char *note)
{
	return (struct time_log_row){ date_of(2026, 11, 19), minutes, span_of(category), span_of(client),
		span_of(note) };
}

static struct span add(struct note_fixture *note, const struct document *document, const struct time_log_row *row)
{
	struct error error = ERROR_INIT;
	struct span text = SPAN_NONE;
	if (time_log_add(&note->arena, &note->aliases, document, row, &text, &error))
		fail_msg("%s", error.message);
	return text;
}

/* The new text, after the one that was there. */
static void check_added(struct note_fixture *note, const char *before, struct time_log_row row, const char *added)
{
	const struct document *document = note_parse(note, "Weeks/2026-W47.md", before);
	const char *expected = arena_printf(&note->arena, "%s%s", before, added);
	assert_span(add(note, document, &row), expected);
}

static void test_hours_keep_their_minutes(void **state)
{
	struct note_fixture *note = *state;
	assert_string_equal(hours_text(&note->arena, 60), "1");
	assert_string_equal(hours_text(&note->arena, 90), "1.5");
	assert_string_equal(hours_text(&note->arena, 45), "0.75");
	assert_string_equal(hours_text(&note->arena, 3), "0.05");
	assert_string_equal(hours_text(&note->arena, 50), "50m");
	assert_string_equal(hours_text(&note->arena, 1), "1m");
	for (int minutes = 1; minutes <= 24 * 60; minutes++) {
		int read = 0;
		const char *text = hours_text(&note->arena, minutes);
		assert_true(meeting_length_read(&note->arena, span_of(text), BARE_HOURS, &read));
		assert_int_equal(read, minutes);
	}
}

static void test_a_row_is_padded_as_the_last_one(void **state)
{
	check_added(*state,
		WEEK "## Time Log\n" HEADER "| 2026-11-16 | 1.5   | admin    |                 | invoices |\n",
		row_of(50, "cpd", "Ada Example", "a | b"),
		"| 2026-11-19 | 50m   | cpd      | [[Ada Example]] | a \\| b   |\n");
}

static void test_columns_in_any_order_and_language(void **state)
{
	check_added(*state,
		WEEK "## Zeitprotokoll\n| Notiz | Kategorie | Wetter | Stunden |\n|---|---|---|---|\n"
		     "| Post | Verwaltung | nass | 1 |\n",
		row_of(90, "Akquise", "Jonas Feld", "Messe"), "| Messe | Akquise | | 1.5 |\n");
}

static void test_plain_names_stay_plain(void **state)
{
	check_added(*state, WEEK "## Time Log\n" HEADER "| 2026-11-16 | 1 | coaching | Ada Example | |\n",
		row_of(60, "coaching", "Zoe Fictional", ""), "| 2026-11-19 | 1 | coaching | Zoe Fictional | |\n");
}

static void test_the_last_of_several_tables_that_is_a_log(void **state)
{
	struct note_fixture *note = *state;
	const struct document *document = note_parse(note, "w.md",
		WEEK "## Time Log\n### Mon\n" HEADER "| 2026-11-16 | 1 | admin | | |\n\n### Tue\n" HEADER
		     "| 2026-11-17 | 2 | admin | | |\n\n### Sums\n| Category | Sum |\n| --- | --- |\n| admin | 3 |\n");
	struct time_log_row row = row_of(60, "admin", "", "");
	struct span text = add(note, document, &row);
	assert_true(span_contains(text, "| 2026-11-17 | 2 | admin | | |\n| 2026-11-19 | 1 | admin | | |\n\n### Sums"));
}

static void test_a_list_stays_a_list(void **state)
{
	check_added(*state, WEEK "## Time Log\n\n* 2026-11-16 1.5 admin invoices\n",
		row_of(50, "coaching", "Ada Example", "session"),
		"* 2026-11-19 50m coaching [[Ada Example]] session\n");
	check_added(*state, WEEK "## Time Log\n\n- 2026-11-16 1.5 admin invoices\n",
		row_of(60, "business development", "", "newsletter"),
		"- 2026-11-19 1 business development — newsletter\n");
}

static void test_a_list_with_boxes_gets_a_ticked_one(void **state)
{
	check_added(*state, WEEK "## Time Log\n\n- [x] 2026-11-16 1.5 admin\n- [ ] 2026-11-17 1 admin\n",
		row_of(60, "admin", "", ""), "- [x] 2026-11-19 1 admin\n");
}

static void test_a_category_alone_has_no_dash(void **state)
{
	check_added(*state, WEEK "## Time Log\n\n- Mon 1.5 admin invoices\n",
		row_of(60, "business development", "", ""), "- 2026-11-19 1 business development\n");
	check_added(*state, WEEK "## Time Log\n\n- Mon 1.5 admin invoices\n",
		row_of(60, "business development", "Ada Example", ""),
		"- 2026-11-19 1 business development — [[Ada Example]]\n");
}

/* The text after, with a row of Thursday the 19th. */
static void check_text(struct note_fixture *note, const char *before, const char *after)
{
	const struct document *document =
		note_parse(note, "w.md", arena_printf(&note->arena, "%s## Time Log\n%s", WEEK, before));
	struct time_log_row row = row_of(60, "admin", "", "");
	assert_span(add(note, document, &row), arena_printf(&note->arena, "%s## Time Log\n%s", WEEK, after));
}

static void test_a_list_below_subsections_stays_one(void **state)
{
	check_text(*state, "### Monday\n- 2026-11-16 1 admin\n\n### Tuesday\n- 2026-11-17 2 admin\n",
		"### Monday\n- 2026-11-16 1 admin\n\n### Tuesday\n- 2026-11-17 2 admin\n- 2026-11-19 1 admin\n");
	check_text(*state, "### Thursday\n- Thu 1 admin\n\n### Tuesday\n- Tue 2 admin\n",
		"### Thursday\n- Thu 1 admin\n- 2026-11-19 1 admin\n\n### Tuesday\n- Tue 2 admin\n");
}

static void test_of_table_and_list_the_later_one_gets_it(void **state)
{
	check_text(*state, HEADER "\n- 2026-11-16 1 admin\n", HEADER "\n- 2026-11-16 1 admin\n- 2026-11-19 1 admin\n");
	check_text(*state, "- 2026-11-16 1 admin\n\n" HEADER,
		"- 2026-11-16 1 admin\n\n" HEADER "| 2026-11-19 | 1 | admin | | |\n");
	check_text(*state, "- 2026-11-16 1 admin\n\n### Sums\n| Category | Sum |\n| --- | --- |\n| admin | 3 |\n",
		"- 2026-11-16 1 admin\n- 2026-11-19 1 admin\n\n### Sums\n| Category | Sum |\n| --- | --- |\n| admin | 3 |\n");
}

static void test_an_empty_section_gets_a_table(void **state)
{
	check_added(*state, WEEK "\n## Time Log\n", row_of(60, "admin", "", ""),
		"\n" HEADER "| 2026-11-19 | 1 | admin | | |\n");
}

static void test_a_note_without_the_section_gets_one(void **state)
{
	check_added(*state, WEEK "\n## Priorities\n\n1. Rest\n", row_of(60, "admin", "", "x"),
		"\n## Time Log\n\n" HEADER "| 2026-11-19 | 1 | admin | | x |\n");
}

static void test_line_ends_stay(void **state)
{
	struct note_fixture *note = *state;
	const struct document *document =
		note_parse_crlf(note, "w.md", WEEK "## Time Log\n" HEADER "| 2026-11-16 | 1 | admin | | |\n");
	struct time_log_row row = row_of(60, "admin", "", "");
	struct span text = add(note, document, &row);
	assert_true(span_ends_with(text, "| | |\r\n| 2026-11-19 | 1 | admin | | |\r\n"));
}

static void test_what_was_logged_reads_back(void **state)
{
	struct note_fixture *note = *state;
	const char *const bodies[] = { WEEK "## Time Log\n" HEADER, WEEK "## Time Log\n", WEEK,
		WEEK "## Time Log\n- 2026-11-16 1 admin\n",
		WEEK "## 时间记录\n| 类别 | 小时 | 客户 | 日期 |\n|-|-|-|-|\n" };
	for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
		struct time_log_row row = row_of(50, "督导", "李雷", "x");
		struct span text = add(note, note_parse(note, "w.md", bodies[i]), &row);
		struct week_note week;
		const struct document *document = document_parse(&note->arena, "w.md", text, DOCUMENT_DEFAULT_MOST);
		assert_true(week_note_read(
			outline_of(&note->arena, &note->aliases, document), NULL, &week, &note->findings));
		const struct time_entry *entry = &week.entries[week.entry_count - 1];
		assert_int_equal(entry->minutes, 50);
		assert_true(entry->category_known);
		assert_int_equal(entry->category, CATEGORY_ADMIN);
		assert_span(entry->client, "李雷");
		assert_string_equal(date_format(entry->date).text, "2026-11-19");
	}
	assert_string_equal(note_findings(note), "");
}

static void check_refused(struct note_fixture *note, const char *table, unsigned line, const char *message)
{
	const char *text = arena_printf(&note->arena, "%s## Time Log\n%s", WEEK, table);
	struct time_log_row row = row_of(60, "admin", "", "");
	struct error error = ERROR_INIT;
	struct span after = SPAN_NONE;
	assert_int_equal(
		time_log_add(&note->arena, &note->aliases, note_parse(note, "w.md", text), &row, &after, &error), -1);
	assert_int_equal(error.class, ERROR_PARSE);
	assert_int_equal(error.line, line);
	assert_string_equal(error.message, message);
	assert_null(after.at);
}

static void test_a_table_that_cannot_hold_hours_is_an_error(void **state)
{
	check_refused(*state, "| Date | Category | Note |\n|---|---|---|\n", 7, "the Time Log has no column for hours");
	check_refused(*state, "| Date | Hours |\n|---|---|\n", 7, "the Time Log has no column for category");
	check_refused(*state, "\n| Date | Hours | Category | Stunden |\n|---|---|---|---|\n", 8,
		"two columns of the Time Log mean hours");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(test_hours_keep_their_minutes),
		NOTE_TEST(test_a_row_is_padded_as_the_last_one),
		NOTE_TEST(test_columns_in_any_order_and_language),
		NOTE_TEST(test_plain_names_stay_plain),
		NOTE_TEST(test_the_last_of_several_tables_that_is_a_log),
		NOTE_TEST(test_a_list_stays_a_list),
		NOTE_TEST(test_a_list_with_boxes_gets_a_ticked_one),
		NOTE_TEST(test_a_category_alone_has_no_dash),
		NOTE_TEST(test_a_list_below_subsections_stays_one),
		NOTE_TEST(test_of_table_and_list_the_later_one_gets_it),
		NOTE_TEST(test_an_empty_section_gets_a_table),
		NOTE_TEST(test_a_note_without_the_section_gets_one),
		NOTE_TEST(test_line_ends_stay),
		NOTE_TEST(test_what_was_logged_reads_back),
		NOTE_TEST(test_a_table_that_cannot_hold_hours_is_an_error),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
