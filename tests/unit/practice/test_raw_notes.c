/* Notes in any form are parted into what a session note has a section for, and nothing of them goes. */
#include "model/note_fixture.h"

#include "practice/raw_notes.h"

static struct raw_notes read_notes(struct note_fixture *note, const char *text)
{
	return raw_notes_read(&note->arena, &note->aliases, "-", span_of(text), DOCUMENT_DEFAULT_MOST,
		date_of(2026, 11, 20), &note->findings);
}

static void headings_of_any_level_part_the_notes(void **state)
{
	static const struct {
		const char *text, *notes, *summary, *actions, *resources;
	} cases[] = {
		{ "", "", "", "", "" },
		{ "She was early.\n\n- a line\n", "She was early.\n\n- a line", "", "", "" },
		{ "# Summary\nShort.\n", "", "Short.", "", "" },
		{ "###### Summary\nShort.\n\n###### Other\nx\n", "###### Other\nx", "Short.", "", "" },
		{ "Summary\n=======\nShort.\n\nAction Items\n------------\n- [ ] Call\n", "", "Short.", "- [ ] Call",
			"" },
		{ "## Summary\nShort.\n\n```\n## Metrics\n```\n\n## Resources\n- x\n", "",
			"Short.\n\n```\n## Metrics\n```", "", "- x" },
		{ "## Summary\nShort.\n### Why\nLong.\n## Talk\nx\n", "### Talk\nx", "Short.\n### Why\nLong.", "", "" },
		{ "# Call\nEarly.\n## Notes\nTalk.\n### Board\nx\n## Aufgaben\n- [ ] A\n## 资源\n- [[B]]\n",
			"### Call\nEarly.\nTalk.\n### Board\nx", "", "- [ ] A", "- [[B]]" },
		{ "## Summary\nOne.\n\n## Summary\nTwo.\n", "### Summary\nTwo.", "One.", "", "" },
		{ "---\ntype: session\n---\nText\n\n## Summary\r\nOne.\r\nTwo.\r\n", "Text", "One.\nTwo.", "", "" },
		{ "# Call\r\nEarly.\r\n", "### Call\nEarly.", "", "", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct raw_notes raw = read_notes(*state, cases[i].text);
		assert_span(raw.notes, cases[i].notes);
		assert_span(raw.summary, cases[i].summary);
		assert_span(raw.actions, cases[i].actions);
		assert_span(raw.resources, cases[i].resources);
	}
}

static void unknown_headings_above_what_would_count_are_named(void **state)
{
	static const struct {
		const char *text, *findings;
	} cases[] = {
		{ "## Summary\nShort.\n## Abgemacht war\n- Mit dem Meister sprechen 📅 2026-11-13\n",
			"unrecognised_heading 3:1" },
		{ "## Wer was tut\n- [ ] Anrufen\n### Später\n- [ ] Schreiben\n",
			"unrecognised_heading 1:1, unrecognised_heading 3:1" },
		{ "## Stand\n| Kennzahl | Wert |\n|---|---|\n| Tage | 3 |\n", "unrecognised_heading 1:1" },
		{ "## Vereinbarungen\n- [ ] Anrufen\n## Kennzahlen\n| Kennzahl | Wert |\n|---|---|\n| Tage | 3 |\n",
			"" },
		{ "## Action Items\n### This week\n- [ ] Call\n", "" },
		{ "## Talk\n- a thought\n\n| a | b |\n|---|---|\n| 1 | 2 |\n", "" },
		{ "- [ ] Call\n## Notes\n- [ ] Write\n", "" },
	};
	struct note_fixture *note = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		note->findings.count = 0;
		read_notes(note, cases[i].text);
		assert_string_equal(note_findings(note), cases[i].findings);
	}
}

static void figures_and_what_comes_next_are_read(void **state)
{
	struct raw_notes raw =
		read_notes(*state, "## Werte\n| Wert | Kennzahl | Notiz |\n|---|---|---|\n| 7 | Ruhe | selbst |\n"
				   "| | leer | |\n\n## Nächste Sitzung\n**Thema:** Der Vorstand\n"
				   "**Wann:** 2026-12-04 10:00\n");
	assert_int_equal(raw.metric_count, 1);
	assert_span(raw.metrics[0].name, "Ruhe");
	assert_span(raw.metrics[0].value, "7");
	assert_span(raw.metrics[0].note, "selbst");
	assert_span(raw.next_focus, "Der Vorstand");
	assert_string_equal(date_format(raw.next.date).text, "2026-12-04");
	assert_int_equal(raw.next.start, 600);
	assert_int_equal(raw.notes.length, 0);
}

static void a_figure_may_stand_on_a_line_of_its_own(void **state)
{
	static const struct {
		const char *text, *figures, *findings;
	} cases[] = {
		{ "- Calm: 7\n- Hours: 22\n", "Calm=7 Hours=22 ", "" },
		{ "Calm: 7\nHours: 22 h\n", "Calm=7 Hours=22 h ", "" },
		{ "**Calm:** 7\n\n**Hours**: 26 → 22\n", "Calm=7 Hours=26 → 22 ", "" },
		{ "* Ruhe： 7\n", "Ruhe=7 ", "" },
		{ "- Hours: 22 (from her calendar)\n", "Hours=22/from her calendar ", "" },
		{ "- Hours: 22, from her calendar\n", "Hours=22/from her calendar ", "" },
		{ "- Hours: 1,200\n", "Hours=1,200 ", "" },
		{ "| Metric | Value |\n|---|---|\n| Calm | 7 |\n\n- Hours: 22\n", "Calm=7 Hours=22 ", "" },
		{ "- Calm: much better\n", "", "figure_unread 2:1" },
		{ "- Calm: 7, or 8 on some days\n", "", "figure_unread 2:1" },
		{ "- Calm: 7\n- calmer than before\n", "Calm=7 ", "figure_unread 3:1" },
		{ "She talked.\nAnd talked.\n\nCalm: 7\n", "Calm=7 ", "figure_unread 2:1" },
		{ "<!-- Calm: 7 -->\n", "", "" },
		{ "", "", "" },
	};
	struct note_fixture *note = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		note->findings.count = 0;
		struct raw_notes raw = read_notes(note, arena_printf(&note->arena, "## Metrics\n%s", cases[i].text));
		const char *got = "";
		for (size_t k = 0; k < raw.metric_count; k++)
			got = arena_printf(&note->arena, "%s%.*s=%.*s%s%.*s ", got, SPAN_PRINT(raw.metrics[k].name),
				SPAN_PRINT(raw.metrics[k].value), raw.metrics[k].note.length ? "/" : "",
				SPAN_PRINT(raw.metrics[k].note));
		if (strcmp(got, cases[i].figures) != 0 || strcmp(note_findings(note), cases[i].findings) != 0)
			fail_msg("%s: %s, %s", cases[i].text, got, note_findings(note));
	}
}

static void the_next_session_counts_from_the_one_that_the_notes_are_of(void **state)
{
	static const struct {
		const char *date, *read;
		int start;
		const char *notes, *findings;
	} cases[] = {
		{ "fri 10:00", "2026-11-27", 600, "", "" },
		{ "+14d", "2026-12-04", -1, "", "" },
		{ "2026-12-04 10:00", "2026-12-04", 600, "", "" },
		{ "", "", -1, "", "" },
		{ "[YYYY-MM-DD]", "", -1, "", "" },
		{ "in the new year", "", -1, "### Next Session\n\n**Date:** in the new year", "bad_date 2:11" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct note_fixture *note = *state;
		note->findings.count = 0;
		struct raw_notes raw =
			read_notes(note, arena_printf(&note->arena, "## Next Session\n**Date:** %s\n", cases[i].date));
		assert_string_equal(date_format(raw.next.date).text, cases[i].read);
		assert_int_equal(raw.next.start, cases[i].start);
		assert_span(raw.notes, cases[i].notes);
		assert_string_equal(note_findings(note), cases[i].findings);
	}
}

static void what_no_view_reads_is_notes(void **state)
{
	static const struct {
		const char *text, *notes;
	} cases[] = {
		{ "## Metrics\n- Board confidence: 7\n- calmer\n", "### Metrics\n\n- calmer" },
		{ "## Metrics\nCalm: seven\nHours: 22\nas ever\n", "### Metrics\n\nCalm: seven\n\nas ever" },
		{ "Early.\n\n## Next Session\nShe will call me.\n\n**Focus:** The board\n",
			"Early.\n\n### Next Session\n\nShe will call me." },
		{ "## Metrics\n| Metric | Value |\n|---|---|\n| Calm | 7 |\n\nShe doubts it.\n",
			"### Metrics\n\nShe doubts it." },
		{ "## Metrics\n| Day | Mood |\n|---|---|\n| Mon | good |\n",
			"### Metrics\n\n| Day | Mood |\n|---|---|\n| Mon | good |" },
		{ "## Next Session\n**Focus:** [Focus]\n**Date:**\n", "" },
		{ "## Next Session\n**Date:** in the new year\n", "### Next Session\n\n**Date:** in the new year" },
		{ "## Next Session\n**Date:** 2026-12-04 10:00\n", "" },
		{ "## Next Session\n**Date:** 2026-12-04 at her office\n",
			"### Next Session\n\n**Date:** 2026-12-04 at her office" },
		{ "## Next Session\n[focus:: The board] [date:: 2026-12-04]\n", "" },
		{ "## Werte\r\nRuhig.\r\n\r\n## 下次会谈\r\n她会打电话。\r\n",
			"### Werte\n\nRuhig.\n\n### 下次会谈\n\n她会打电话。" },
		{ "## Metrics\n<!-- later -->\n", "### Metrics\n\n<!-- later -->" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_span(read_notes(*state, cases[i].text).notes, cases[i].notes);
}

static void what_they_do_not_name_is_nothing(void **state)
{
	struct raw_notes raw = read_notes(*state, "Just talk.\n");
	assert_int_equal(raw.metric_count, 0);
	assert_int_equal(raw.next_focus.length, 0);
	assert_false(date_is_known(raw.next.date));
	assert_int_equal(raw.next.start, -1);
}

static void what_is_no_markdown_is_notes_as_a_whole(void **state)
{
	struct note_fixture *note = *state;
	struct raw_notes raw = raw_notes_read(&note->arena, &note->aliases, "-", SPAN("## Summary\r\nx\r\n"), 4,
		date_of(2026, 11, 20), &note->findings);
	assert_span(raw.notes, "## Summary\nx");
	assert_int_equal(raw.summary.length, 0);
	assert_false(date_is_known(raw.next.date));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(headings_of_any_level_part_the_notes),
		NOTE_TEST(unknown_headings_above_what_would_count_are_named),
		NOTE_TEST(figures_and_what_comes_next_are_read),
		NOTE_TEST(a_figure_may_stand_on_a_line_of_its_own),
		NOTE_TEST(the_next_session_counts_from_the_one_that_the_notes_are_of),
		NOTE_TEST(what_no_view_reads_is_notes),
		NOTE_TEST(what_they_do_not_name_is_nothing),
		NOTE_TEST(what_is_no_markdown_is_notes_as_a_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
