/* What a coach says of a session stands in its note once, and nothing of the person's goes. */
#include "model/note_fixture.h"

#include "practice/session_closing.h"

#define WORDS(text)                                                                                                    \
	{                                                                                                              \
		(text), sizeof(text) - 1                                                                               \
	}
#define FRONT   "---\ntype: session\nstatus: held\n---\n"
#define METRICS "| Metric | Value | Note |\n| --- | --- | --- |\n"

static struct session_closing nothing(void)
{
	return (struct session_closing){ .status = SESSION_HELD, .minutes = -1, .next = { DATE_NONE, -1 } };
}

static struct span write_into(
	struct note_fixture *note, const struct outline *outline, const struct session_closing *closing)
{
	struct error error = ERROR_INIT;
	struct span text = SPAN_NONE;
	if (session_closing_write(outline, closing, &text, &error))
		fail_msg("%s", error.message);
	return arena_copy_span(&note->arena, text);
}

static struct span write_again(struct note_fixture *note, struct span text, const struct session_closing *closing)
{
	const struct document *document = document_parse(&note->arena, "s.md", text, DOCUMENT_DEFAULT_MOST);
	return write_into(note, outline_of(&note->arena, &note->aliases, document), closing);
}

/* Written once it is `after`, and a second time nothing changes. */
static void check(
	struct note_fixture *note, const char *before, const struct session_closing *closing, const char *after)
{
	struct span text = write_into(note, note_outline(note, "s.md", before), closing);
	assert_span(text, after);
	assert_span(write_again(note, text, closing), after);
}

/* The same for the body, below front matter that says held already. */
static void check_body(
	struct note_fixture *note, const char *before, const struct session_closing *closing, const char *after)
{
	check(note, arena_printf(&note->arena, FRONT "%s", before), closing,
		arena_printf(&note->arena, FRONT "%s", after));
}

/* --- front matter ------------------------------------------------------------------------------------------------ */

static void status_and_minutes_go_into_the_front_matter(void **state)
{
	struct session_closing closing = nothing();
	check(*state, "---\nstatus: planned # soon\n---\n", &closing, "---\nstatus: held # soon\n---\n");
	check(*state, "---\nStatus: durchgeführt\n---\n", &closing, "---\nStatus: durchgeführt\n---\n");
	check(*state, "# Session 7\n", &closing, "---\nstatus: held\n---\n# Session 7\n");
	closing.minutes = 50;
	check(*state, "---\nstatus: held\nminutes: 60\n---\n", &closing, "---\nstatus: held\nminutes: 50\n---\n");
	check(*state, "# Session 7\n", &closing, "---\nstatus: held\nminutes: 50\n---\n# Session 7\n");
	closing.status = SESSION_MISSED;
	check(*state, "---\nstatus: 已举行\ndauer: 60\n---\n", &closing, "---\nstatus: 缺席\ndauer: 50\n---\n");
}

static void broken_front_matter_is_refused(void **state)
{
	struct note_fixture *note = *state;
	struct session_closing closing = nothing();
	struct error error = ERROR_INIT;
	struct span text = SPAN_NONE;
	const struct outline *outline = note_outline(note, "s.md", "---\nstatus: [planned\n---\n");
	assert_int_equal(session_closing_write(outline, &closing, &text, &error), -1);
	assert_int_equal(error.class, ERROR_PARSE);
	assert_null(text.at);
}

/* --- prose ------------------------------------------------------------------------------------------------------- */

static void prose_goes_into_its_section(void **state)
{
	static const struct {
		const char *before, *after;
	} cases[] = {
		{ "## Summary\n", "## Summary\n\nShe stops.\n" },
		{ "## Summary\n\n[Two sentences]\n\n## Metrics\n", "## Summary\n\nShe stops.\n\n## Metrics\n" },
		{ "## Summary\n\nMy own.\n\n## Metrics\n", "## Summary\n\nMy own.\n\nShe stops.\n\n## Metrics\n" },
		{ "## Summary\n\nBefore.\nShe stops.\n", "## Summary\n\nBefore.\nShe stops.\n" },
		{ "## Summary\n\nNow She stops.\n", "## Summary\n\nNow She stops.\n\nShe stops.\n" },
		{ "## Summary\n### Parts\nMore.\n", "## Summary\nShe stops.\n### Parts\nMore.\n" },
		{ "## Summary\n\n<!-- mine -->\n", "## Summary\n\n<!-- mine -->\n\nShe stops.\n" },
		{ "## Summary\n\n```\nmine\n```\n", "## Summary\n\n```\nmine\n```\n\nShe stops.\n" },
		{ "## Zusammenfassung\n", "## Zusammenfassung\n\nShe stops.\n" },
		{ "## 会谈总结\n", "## 会谈总结\n\nShe stops.\n" },
		{ "# Session 7\n", "# Session 7\n\n## Summary\n\nShe stops.\n" },
		{ "## Notes\n\nx\n\n## Metrics\n", "## Notes\n\nx\n\n## Summary\n\nShe stops.\n\n## Metrics\n" },
		{ "## Metrics\n\n## Notes\n\nx\n", "## Metrics\n\n## Notes\n\nx\n\n## Summary\n\nShe stops.\n" },
	};
	struct session_closing closing = nothing();
	closing.summary = span_of("She stops.\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		check_body(*state, cases[i].before, &closing, cases[i].after);
}

static void headings_in_a_text_stay_below_its_section(void **state)
{
	struct session_closing closing = nothing();
	closing.summary = span_of("# Big\nText\n\nSecond\n------\nMore\n\n### Third\n\n```\n# no heading\n```");
	check_body(*state, "## Summary\n\n## Resources\n\n- x\n", &closing,
		"## Summary\n\n### Big\nText\n\n### Second\nMore\n\n### Third\n\n```\n# no heading\n```\n\n## Resources\n\n- x\n");
}

static void a_rule_at_the_start_of_a_text_begins_no_front_matter(void **state)
{
	struct session_closing closing = nothing();
	closing.summary = span_of("---\n\nText\n\n## Big\nMore\n\n---\nend");
	check_body(*state, "## Summary\n\n## Metrics\n", &closing,
		"## Summary\n\n---\n\nText\n\n### Big\nMore\n\n---\nend\n\n## Metrics\n");
}

static void parts_that_meet_at_one_place_stay_apart(void **state)
{
	struct session_closing closing = nothing();
	closing.summary = span_of("She stops.");
	closing.actions = span_of("- [ ] Call\n");
	check_body(*state, "# Session 7\n\n## Action Items\n\n- [ ] Mine\n", &closing,
		"# Session 7\n\n## Action Items\n\n- [ ] Mine\n- [ ] Call\n\n## Summary\n\nShe stops.\n");
}

static void a_heading_that_says_another_section_is_a_line_of_the_text(void **state)
{
	struct session_closing closing = nothing();
	closing.notes = span_of("She spoke.\n\n#### Werte\n| a |\n\n## *Summary*\nx");
	check_body(*state, "## Notes\n\n## Metrics\n" METRICS, &closing,
		"## Notes\n\nShe spoke.\n\n**Werte**\n\n| a |\n\n*Summary*\n\nx\n\n## Metrics\n" METRICS);
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

static void actions_are_added_where_they_are_not_there_yet(void **state)
{
	static const struct {
		const char *before, *actions, *after;
	} cases[] = {
		{ "## Action Items\n", "- [ ] Draft 📅 2026-11-27\n", "## Action Items\n\n- [ ] Draft 📅 2026-11-27\n" },
		{ "## Action Items\n\n- [x] Draft 📅 2026-12-01 🆔 a7k2 ✅ 2026-11-26\n",
			"- [ ] Draft 📅 2026-11-27\n- [ ] Call\n",
			"## Action Items\n\n- [x] Draft 📅 2026-12-01 🆔 a7k2 ✅ 2026-11-26\n- [ ] Call\n" },
		{ "## Action Items\n\n- [ ] **Draft** memo\n", "- [ ] draft memo\n- [ ] Draft memos\n",
			"## Action Items\n\n- [ ] **Draft** memo\n- [ ] Draft memos\n" },
		{ "## Action Items\n\n- [ ] Draft 🆔 a7k2\n- [ ] Call\n",
			"- [ ] Draft it 🆔 a7k2\n- [ ] Draft 🆔 b1c3\n- [ ] Call 🆔 d4e5\n",
			"## Action Items\n\n- [ ] Draft 🆔 a7k2\n- [ ] Call\n- [ ] Draft 🆔 b1c3\n" },
		{ "## Action Items\n\nShe said:\nso.\n", "She said:\n\n- [ ] Call\n\nShe said:\nso.\n",
			"## Action Items\n\nShe said:\nso.\n\n- [ ] Call\n" },
		{ "## Action Items\n\n- [ ] [What] 📅 [YYYY-MM-DD]\n", "- [ ] Call\n",
			"## Action Items\n\n- [ ] Call\n" },
		{ "## Aufgaben\n\n* [ ] Meins\n", "- [ ] Call\n- [ ] Call\n",
			"## Aufgaben\n\n* [ ] Meins\n- [ ] Call\n" },
		{ "## 行动项\n", "- [ ] 写备忘录\n", "## 行动项\n\n- [ ] 写备忘录\n" },
		{ "## Action Items\n", "- [ ] Call\n  - the deputy\n  - the chair\n- [ ] Write\n",
			"## Action Items\n\n- [ ] Call\n  - the deputy\n  - the chair\n- [ ] Write\n" },
		{ "## Action Items\n", "She promised:\n\n- [ ] Call\n\n```\na\n```\n\n```\nb\n```\n",
			"## Action Items\n\nShe promised:\n\n- [ ] Call\n\n```\na\n```\n\n```\nb\n```\n" },
		{ "# Session 7\n\n## Summary\n\nx\n", "- [ ] Call\n",
			"# Session 7\n\n## Summary\n\nx\n\n## Action Items\n\n- [ ] Call\n" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct session_closing closing = nothing();
		closing.actions = span_of(cases[i].actions);
		check_body(*state, cases[i].before, &closing, cases[i].after);
	}
}

static void resources_are_lines_of_a_list(void **state)
{
	struct session_closing closing = nothing();
	closing.resources = span_of("- [ ] Send [[Delegation Ladder]] [owner:: coach]\n- [[Board Memo]]\n");
	check_body(*state, "## Resources\n\n- [[Board Memo]]\n- [x] Send [[Delegation Ladder]] [owner:: coach]\n",
		&closing, "## Resources\n\n- [[Board Memo]]\n- [x] Send [[Delegation Ladder]] [owner:: coach]\n");
	check_body(*state, "## Mitgegeben\n", &closing,
		"## Mitgegeben\n\n- [ ] Send [[Delegation Ladder]] [owner:: coach]\n- [[Board Memo]]\n");
}

/* --- figures ----------------------------------------------------------------------------------------------------- */

static const struct session_metric said[] = { { WORDS("Board confidence"), WORDS("7"), WORDS("") },
	{ WORDS("Hours"), WORDS("20"), WORDS("a | b") } };

static void figures_take_the_place_of_what_was_there(void **state)
{
	static const struct {
		const char *before, *after;
	} cases[] = {
		{ "## Metrics\n" METRICS,
			"## Metrics\n" METRICS "| Board confidence | 7 | |\n| Hours | 20 | a \\| b |\n" },
		{ "## Metrics\n" METRICS "| **Board Confidence** | 6 | her own |\n",
			"## Metrics\n" METRICS "| **Board Confidence** | 7 | her own |\n| Hours | 20 | a \\| b |\n" },
		{ "## Werte\n| Wert | Wetter | Kennzahl |\n|---|---|---|\n| 21 | nass | hours |\n",
			"## Werte\n| Wert | Wetter | Kennzahl |\n|---|---|---|\n| 20 | nass | hours |\n"
			"| 7 | | Board confidence |\n" },
		{ "## 指标\n| 指标 | 值 |\n|---|---|\n",
			"## 指标\n| 指标 | 值 |\n|---|---|\n| Board confidence | 7 |\n| Hours | 20 |\n" },
		{ "## Metrics\n" METRICS "| Board confidence |\n| Hours | 19 |\n",
			"## Metrics\n" METRICS "| Board confidence |\n| Hours | 20 |\n| Board confidence | 7 | |\n" },
		{ "## Metrics\n\nNo table.\n", "## Metrics\n\nNo table.\n\n" METRICS
					       "| Board confidence | 7 | |\n| Hours | 20 | a \\| b |\n" },
		{ "## Metrics\n| Day | Mood |\n|---|---|\n| Mon | good |\n",
			"## Metrics\n| Day | Mood |\n|---|---|\n| Mon | good |\n\n" METRICS
			"| Board confidence | 7 | |\n| Hours | 20 | a \\| b |\n" },
		{ "## Summary\n\nx\n", "## Summary\n\nx\n\n## Metrics\n\n" METRICS
				       "| Board confidence | 7 | |\n| Hours | 20 | a \\| b |\n" },
	};
	struct session_closing closing = nothing();
	closing.metrics = said;
	closing.metric_count = 2;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		check_body(*state, cases[i].before, &closing, cases[i].after);
}

static void of_a_figure_said_twice_the_last_one_holds(void **state)
{
	static const struct session_metric twice[] = { { WORDS("Hours"), WORDS("21"), WORDS("") },
		{ WORDS("hours"), WORDS("20"), WORDS("") } };
	struct session_closing closing = nothing();
	closing.metrics = twice;
	closing.metric_count = 2;
	check_body(*state, "## Metrics\n" METRICS, &closing, "## Metrics\n" METRICS "| hours | 20 | |\n");
	check_body(*state, "## Metrics\n" METRICS "| Hours | 19 | |\n", &closing,
		"## Metrics\n" METRICS "| Hours | 20 | |\n");
	check_body(*state, "## Metrics\n" METRICS "| Hours | 18 | |\n| Hours | 19 | |\n", &closing,
		"## Metrics\n" METRICS "| Hours | 18 | |\n| Hours | 20 | |\n");
}

static void figures_that_a_bracket_tells_apart_are_two(void **state)
{
	static const struct session_metric alike[] = { { WORDS("NPS (clients)"), WORDS("5"), WORDS("") },
		{ WORDS("NPS (staff)"), WORDS("9"), WORDS("") } };
	struct session_closing closing = nothing();
	closing.metrics = alike;
	closing.metric_count = 2;
	check_body(*state, "## Metrics\n" METRICS "| NPS (staff) | 8 | |\n", &closing,
		"## Metrics\n" METRICS "| NPS (staff) | 9 | |\n| NPS (clients) | 5 | |\n");
}

static void two_columns_of_one_meaning_are_refused(void **state)
{
	struct note_fixture *note = *state;
	struct session_closing closing = nothing();
	struct error error = ERROR_INIT;
	struct span text = SPAN_NONE;
	closing.metrics = said;
	closing.metric_count = 1;
	const struct outline *outline =
		note_outline(note, "s.md", FRONT "## Metrics\n| Metric | Value | Wert |\n|---|---|---|\n");
	assert_int_equal(session_closing_write(outline, &closing, &text, &error), -1);
	assert_int_equal(error.class, ERROR_PARSE);
	assert_int_equal(error.line, 6);
	assert_string_equal(error.message, "two columns of the Metrics mean value");
}

/* --- who was there ----------------------------------------------------------------------------------------------- */

static void who_was_there_is_ticked(void **state)
{
	static const struct span there[] = { WORDS("Kim Demo"), WORDS("lou muster"), WORDS("[[Noa Template]]") };
	struct session_closing closing = nothing();
	closing.attended = there;
	closing.attended_count = 3;
	check_body(*state,
		"## Attendance\n\n- [ ] [[Kim Demo]]\n- [x] [[Lou Muster]]\n- [ ] [[Sam Probe]]\n\n## Notes\n",
		&closing,
		"## Attendance\n\n- [x] [[Kim Demo]]\n- [x] [[Lou Muster]]\n- [ ] [[Sam Probe]]\n- [x] [[Noa Template]]\n"
		"\n## Notes\n");
	check_body(*state, "## Agenda\n\nx\n\n## Notes\n", &closing,
		"## Agenda\n\nx\n\n## Attendance\n\n- [x] Kim Demo\n- [x] lou muster\n- [x] [[Noa Template]]\n"
		"\n## Notes\n");
}

static void who_is_said_twice_was_there_once(void **state)
{
	static const struct span twice[] = { WORDS("Noa Template"), WORDS("Ben Muster"), WORDS("[[Noa Template]]"),
		WORDS("ben muster"), WORDS("Kim Demo (deputy)") };
	struct session_closing closing = nothing();
	closing.attended = twice;
	closing.attended_count = 5;
	check_body(*state, "## Attendance\n\n- [ ] [[Noa Template]]\n- [ ] [[Kim Demo]]\n", &closing,
		"## Attendance\n\n- [x] [[Noa Template]]\n- [ ] [[Kim Demo]]\n- [x] Ben Muster\n"
		"- [x] Kim Demo (deputy)\n");
}

/* --- the next session -------------------------------------------------------------------------------------------- */

static void the_next_session_has_its_focus_day_and_check_in(void **state)
{
	static const struct {
		const char *before, *after;
	} cases[] = {
		{ "## Next Session\n**Focus:**\n**Date:**\n",
			"## Next Session\n**Focus:** The board\n**Date:** 2026-12-04 10:00\n\n- [ ] Check in\n" },
		{ "## Next Session\n\n**Focus:** Old\n**Date:** 2026-12-01\n\n- [x] Check in 📅 2026-11-24\n",
			"## Next Session\n\n**Focus:** The board\n**Date:** 2026-12-04 10:00\n\n"
			"- [x] Check in 📅 2026-11-24\n" },
		{ "## Nächste Sitzung\n\n- **Thema:** Alt\n- **Wann:** 1.12.2026\n",
			"## Nächste Sitzung\n\n- **Thema:** The board\n- **Wann:** 2026-12-04 10:00\n- [ ] Check in\n" },
		{ "## Next Session\n",
			"## Next Session\n\n**Focus:** The board\n**Date:** 2026-12-04 10:00\n\n- [ ] Check in\n" },
		{ "## Resources\n\n- x\n", "## Resources\n\n- x\n\n## Next Session\n\n**Focus:** The board\n"
					   "**Date:** 2026-12-04 10:00\n\n- [ ] Check in\n" },
	};
	struct session_closing closing = nothing();
	closing.next_focus = span_of("The board");
	closing.next = (struct appointment){ date_of(2026, 12, 4), 600 };
	closing.check_in = span_of("- [ ] Check in\n");
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		check_body(*state, cases[i].before, &closing, cases[i].after);
}

static void a_day_without_a_time_is_the_day_alone(void **state)
{
	struct note_fixture *note = *state;
	struct appointment day = { date_of(2026, 12, 4), -1 };
	struct appointment none = { DATE_NONE, -1 };
	assert_span(session_closing_when(&note->arena, day), "2026-12-04");
	assert_int_equal(session_closing_when(&note->arena, none).length, 0);
}

/* --- the whole --------------------------------------------------------------------------------------------------- */

static void line_ends_stay(void **state)
{
	struct note_fixture *note = *state;
	struct session_closing closing = nothing();
	closing.summary = span_of("One.\nTwo.");
	closing.actions = span_of("- [ ] Call\n");
	closing.metrics = said;
	closing.metric_count = 1;
	const struct outline *outline =
		note_outline_crlf(note, "s.md", FRONT "## Summary\n\n## Action Items\n\n## Metrics\n" METRICS);
	struct span text = write_into(note, outline, &closing);
	assert_span(text, "---\r\ntype: session\r\nstatus: held\r\n---\r\n## Summary\r\n\r\nOne.\r\nTwo.\r\n\r\n"
			  "## Action Items\r\n\r\n- [ ] Call\r\n\r\n## Metrics\r\n| Metric | Value | Note |\r\n"
			  "| --- | --- | --- |\r\n| Board confidence | 7 | |\r\n");
	assert_true(span_equal(write_again(note, text, &closing), text));
}

static void nothing_said_changes_nothing(void **state)
{
	struct session_closing closing = nothing();
	check_body(*state, "## Summary\n\n[Two sentences]\n\n## Next Session\n**Focus:**\n", &closing,
		"## Summary\n\n[Two sentences]\n\n## Next Session\n**Focus:**\n");
}

static void a_text_that_leaves_something_open_is_known(void **state)
{
	static const struct {
		const char *text;
		bool closed;
	} cases[] = {
		{ "", true },
		{ "Plain.", true },
		{ "```\ncode\n```", true },
		{ "```\ncode", false },
		{ "- item\n\n  ~~~\n  code", true },
		{ "a <!-- comment --> b", true },
		{ "a <!-- no comment", true },
		{ "<!-- comment", false },
		{ "%%\nhidden", false },
		{ "%%\nhidden\n%%", true },
		{ "<script>\n\nx", false },
		{ "# end", true },
		{ "```\n# end", false },
	};
	struct note_fixture *note = *state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		if (session_closing_is_closed(&note->arena, span_of(cases[i].text)) != cases[i].closed)
			fail_msg("%s", cases[i].text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(status_and_minutes_go_into_the_front_matter),
		NOTE_TEST(broken_front_matter_is_refused),
		NOTE_TEST(prose_goes_into_its_section),
		NOTE_TEST(headings_in_a_text_stay_below_its_section),
		NOTE_TEST(a_rule_at_the_start_of_a_text_begins_no_front_matter),
		NOTE_TEST(parts_that_meet_at_one_place_stay_apart),
		NOTE_TEST(a_heading_that_says_another_section_is_a_line_of_the_text),
		NOTE_TEST(actions_are_added_where_they_are_not_there_yet),
		NOTE_TEST(resources_are_lines_of_a_list),
		NOTE_TEST(figures_take_the_place_of_what_was_there),
		NOTE_TEST(of_a_figure_said_twice_the_last_one_holds),
		NOTE_TEST(figures_that_a_bracket_tells_apart_are_two),
		NOTE_TEST(two_columns_of_one_meaning_are_refused),
		NOTE_TEST(who_was_there_is_ticked),
		NOTE_TEST(who_is_said_twice_was_there_once),
		NOTE_TEST(the_next_session_has_its_focus_day_and_check_in),
		NOTE_TEST(a_day_without_a_time_is_the_day_alone),
		NOTE_TEST(line_ends_stay),
		NOTE_TEST(nothing_said_changes_nothing),
		NOTE_TEST(a_text_that_leaves_something_open_is_known),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
