/* A figure stands in the Progress Log once for its day, in the form that the log has. */
#include "model/note_fixture.h"

#include "practice/progress_log.h"

#define WORDS(text)                                                                                                    \
	{                                                                                                              \
		(text), sizeof(text) - 1                                                                               \
	}
#define HEADER "| Date | Metric | Value | Note |\n| --- | --- | --- | --- |\n"

static const struct session_metric said[] = { { WORDS("Board confidence"), WORDS("7"), WORDS("her own") },
	{ WORDS("Hours"), WORDS("20"), WORDS("") } };

static int add(struct note_fixture *note, const char *before, size_t count, struct span *text, struct error *error)
{
	return progress_log_add(note_outline(note, "e.md", before), date_of(2026, 11, 20), said, count, text, error);
}

static void check(struct note_fixture *note, const char *before, size_t count, const char *after)
{
	struct error error = ERROR_INIT;
	struct span text = SPAN_NONE;
	if (add(note, before, count, &text, &error))
		fail_msg("%s", error.message);
	assert_span(text, after);
	assert_int_equal(add(note, arena_copy_text(&note->arena, text), count, &text, &error), 0);
	assert_span(text, after);
}

static void rows_are_added_at_the_end(void **state)
{
	check(*state, "### Progress Log\n" HEADER "| 2026-11-06 | Hours | 22 | |\n\n## Next\n", 2,
		"### Progress Log\n" HEADER "| 2026-11-06 | Hours | 22 | |\n"
		"| 2026-11-20 | Board confidence | 7 | her own |\n| 2026-11-20 | Hours | 20 | |\n\n## Next\n");
}

static void a_log_under_a_heading_that_nobody_knows_goes_on(void **state)
{
	check(*state,
		"## 6. Deliverables & Tracking\n### Logbook\n" HEADER "| 2026-11-06 | Hours | 22 | |\n\n## Next\n", 2,
		"## 6. Deliverables & Tracking\n### Logbook\n" HEADER "| 2026-11-06 | Hours | 22 | |\n"
		"| 2026-11-20 | Board confidence | 7 | her own |\n| 2026-11-20 | Hours | 20 | |\n\n## Next\n");
	check(*state, "### Logbuch\n| Datum | Kennzahl | Wert |\n|---|---|---|\n| 2026-11-20 | Hours | 22 |\n", 2,
		"### Logbuch\n| Datum | Kennzahl | Wert |\n|---|---|---|\n| 2026-11-20 | Hours | 20 |\n"
		"| 2026-11-20 | Board confidence | 7 |\n");
	/* What another section holds is its own. */
	check(*state, "### Client Success Metrics\n" HEADER "| 2026-11-06 | Hours | 22 | |\n\n### Progress Log\n", 1,
		"### Client Success Metrics\n" HEADER "| 2026-11-06 | Hours | 22 | |\n\n### Progress Log\n" HEADER
		"| 2026-11-20 | Board confidence | 7 | her own |\n");
}

static void a_row_of_the_day_gets_the_value(void **state)
{
	check(*state, "### Progress Log\n" HEADER "| 20 Nov 2026 | **Board Confidence** | 6 | mine |\n", 1,
		"### Progress Log\n" HEADER "| 20 Nov 2026 | **Board Confidence** | 7 | her own |\n");
	check(*state,
		"### Progress Log\n" HEADER
		"| 2026-11-20 | hours | 21 | mine |\n| 2026-11-20 | Board confidence | 7 | |\n",
		2,
		"### Progress Log\n" HEADER
		"| 2026-11-20 | hours | 20 | mine |\n| 2026-11-20 | Board confidence | 7 | her own |\n");
}

static void of_figures_of_one_metric_the_last_one_holds(void **state)
{
	static const struct session_metric twice[] = { { WORDS("Hours"), WORDS("7"), WORDS("") },
		{ WORDS("Board confidence"), WORDS("6"), WORDS("") }, { WORDS("hours"), WORDS("9"), WORDS("") } };
	static const struct {
		const char *rows, *after;
	} cases[] = {
		{ "", "| 2026-11-20 | hours | 9 | |\n| 2026-11-20 | Board confidence | 6 | |\n" },
		{ "| 2026-11-20 | Hours | 5 | |\n",
			"| 2026-11-20 | Hours | 9 | |\n| 2026-11-20 | Board confidence | 6 | |\n" },
		{ "| 2026-11-20 | Hours | 5 | |\n| 2026-11-20 | Hours | 6 | |\n",
			"| 2026-11-20 | Hours | 5 | |\n| 2026-11-20 | Hours | 9 | |\n"
			"| 2026-11-20 | Board confidence | 6 | |\n" },
	};
	struct note_fixture *note = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *text = arena_printf(&note->arena, "### Progress Log\n" HEADER "%s", cases[i].rows);
		const char *expected = arena_printf(&note->arena, "### Progress Log\n" HEADER "%s", cases[i].after);
		for (int run = 0; run < 2; run++) {
			struct error error = ERROR_INIT;
			struct span after = SPAN_NONE;
			const struct outline *outline = note_outline(note, "e.md", text);
			assert_int_equal(progress_log_add(outline, date_of(2026, 11, 20), twice, 3, &after, &error), 0);
			assert_span(after, expected);
			text = arena_copy_text(&note->arena, after);
		}
	}
}

static void metrics_that_a_bracket_or_a_number_tells_apart_have_a_row_each(void **state)
{
	static const struct session_metric alike[] = { { WORDS("NPS (clients)"), WORDS("5"), WORDS("") },
		{ WORDS("NPS (staff)"), WORDS("9"), WORDS("") }, { WORDS("1. Quarter"), WORDS("3"), WORDS("") },
		{ WORDS("2. Quarter"), WORDS("4"), WORDS("") } };
	struct note_fixture *note = *state;
	struct error error = ERROR_INIT;
	struct span text = SPAN_NONE;
	const struct outline *outline =
		note_outline(note, "e.md", "### Progress Log\n" HEADER "| 2026-11-20 | NPS (staff) | 8 | |\n");
	assert_int_equal(progress_log_add(outline, date_of(2026, 11, 20), alike, 4, &text, &error), 0);
	assert_span(text, "### Progress Log\n" HEADER "| 2026-11-20 | NPS (staff) | 9 | |\n"
			  "| 2026-11-20 | NPS (clients) | 5 | |\n| 2026-11-20 | 1. Quarter | 3 | |\n"
			  "| 2026-11-20 | 2. Quarter | 4 | |\n");
}

static void columns_in_any_order_and_language(void **state)
{
	check(*state, "### Messwerte\n| Wert | Kennzahl | Wetter | Datum |\n|---|---|---|---|\n", 1,
		"### Messwerte\n| Wert | Kennzahl | Wetter | Datum |\n|---|---|---|---|\n"
		"| 7 | Board confidence | | 2026-11-20 |\n");
	check(*state, "### 进展记录\n| 日期 | 指标 | 值 |\n|---|---|---|\n", 1,
		"### 进展记录\n| 日期 | 指标 | 值 |\n|---|---|---|\n| 2026-11-20 | Board confidence | 7 |\n");
}

static void a_note_without_the_log_gets_one(void **state)
{
	check(*state, "## 6. DELIVERABLES & TRACKING\n\nx\n\n## 7. DECISION RULES\n", 1,
		"## 6. DELIVERABLES & TRACKING\n\nx\n\n### Progress Log\n\n" HEADER
		"| 2026-11-20 | Board confidence | 7 | her own |\n\n## 7. DECISION RULES\n");
	check(*state, "# Ana\n", 1,
		"# Ana\n\n## Progress Log\n\n" HEADER "| 2026-11-20 | Board confidence | 7 | her own |\n");
	check(*state, "### Progress Log\n\nNothing yet.\n", 1,
		"### Progress Log\n\nNothing yet.\n\n" HEADER "| 2026-11-20 | Board confidence | 7 | her own |\n");
}

static void no_figure_changes_nothing(void **state)
{
	check(*state, "# Ana\n", 0, "# Ana\n");
	check(*state, "### Progress Log\n" HEADER, 0, "### Progress Log\n" HEADER);
	check(*state, "### Progress Log\n| Metric | Date | Datum | Value |\n|---|---|---|---|\n", 0,
		"### Progress Log\n| Metric | Date | Datum | Value |\n|---|---|---|---|\n");
}

static void a_log_that_cannot_hold_a_figure_is_refused(void **state)
{
	struct note_fixture *note = *state;
	struct error error = ERROR_INIT;
	struct span text = SPAN_NONE;
	assert_int_equal(
		add(note, "### Progress Log\n| Metric | Date | Datum | Value |\n|---|---|---|---|\n", 1, &text, &error),
		-1);
	assert_int_equal(error.line, 2);
	assert_string_equal(error.message, "two columns of the Progress Log mean date");
	assert_int_equal(add(note, "\n### Progress Log\n| Metric | Date |\n|---|---|\n", 1, &text, &error), -1);
	assert_int_equal(error.class, ERROR_PARSE);
	assert_int_equal(error.line, 3);
	assert_string_equal(error.message, "the Progress Log has no column for value");
	assert_null(text.at);
}

static void line_ends_stay(void **state)
{
	struct note_fixture *note = *state;
	struct error error = ERROR_INIT;
	struct span text = SPAN_NONE;
	const struct outline *outline = note_outline_crlf(note, "e.md", "### Progress Log\n" HEADER);
	assert_int_equal(progress_log_add(outline, date_of(2026, 11, 20), &said[1], 1, &text, &error), 0);
	assert_true(span_ends_with(text, "| --- |\r\n| 2026-11-20 | Hours | 20 | |\r\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(rows_are_added_at_the_end),
		NOTE_TEST(a_log_under_a_heading_that_nobody_knows_goes_on),
		NOTE_TEST(a_row_of_the_day_gets_the_value),
		NOTE_TEST(of_figures_of_one_metric_the_last_one_holds),
		NOTE_TEST(metrics_that_a_bracket_or_a_number_tells_apart_have_a_row_each),
		NOTE_TEST(columns_in_any_order_and_language),
		NOTE_TEST(a_note_without_the_log_gets_one),
		NOTE_TEST(no_figure_changes_nothing),
		NOTE_TEST(a_log_that_cannot_hold_a_figure_is_refused),
		NOTE_TEST(line_ends_stay),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
