#include "note_fixture.h"

#include "model/session.h"

#include <string.h>

static const char full_session[] = "---\n"
				   "type: session\n"
				   "client: \"[[Clients/Ana Silva/Ana Silva|Ana]]\"\n"
				   "number: 7\n"
				   "date: 2026-11-20\n"
				   "start: \"10:00\"\n"
				   "minutes: 60\n"
				   "status: held # planned | held\n"
				   "paid: true\n"
				   "---\n"
				   "# Session 7 — Ana Silva — 2026-11-20\n"
				   "\n"
				   "## Agenda\n"
				   "- The memo\n"
				   "## Notes\n"
				   "## Summary\n"
				   "The memo is drafted.\n"
				   "\n"
				   "## Action Items\n"
				   "- [ ] Draft the board memo 📅 2026-11-27 [owner:: client] 🆔 a7k2\n"
				   "- [x] Call the CFO ✅ 2026-11-21\n"
				   "- [ ] [What, by whom] 📅 [YYYY-MM-DD] [owner:: client]\n"
				   "## Next Session\n"
				   "**Focus:** Rehearse the memo aloud\n"
				   "**Date:** 2026-12-04 10:00\n";

static bool read(struct note_fixture *note, const char *path, const char *text, struct session *session)
{
	return session_read(note_outline(note, path, text), session, &note->findings);
}

static void check_full_session(const struct session *session)
{
	assert_span(session->client, "Ana Silva");
	assert_int_equal(session->number, 7);
	assert_string_equal(date_format(session->date).text, "2026-11-20");
	assert_int_equal(session->start, 600);
	assert_int_equal(session->minutes, 60);
	assert_int_equal(session->status, SESSION_HELD);
	assert_true(session->paid_known && session->paid);
	assert_true(session->prepared);
	assert_span(session->summary, "The memo is drafted.");
	assert_int_equal(session->actions.count, 2);
	assert_span(session->actions.items[0].id, "a7k2");
	assert_int_equal(session->actions.items[1].status, TASK_DONE);
	assert_span(session->next_focus, "Rehearse the memo aloud");
	assert_int_equal(session->next_start, 600);
	assert_string_equal(date_format(session->next_date).text, "2026-12-04");
	assert_int_equal(session->attendance.count, 0);
}

static void a_full_session_is_read(void **state)
{
	struct note_fixture *note = *state;
	struct session session;
	assert_true(read(note, "a.md", full_session, &session));
	check_full_session(&session);
	assert_string_equal(note_findings(note), "");
}

static void line_ends_do_not_matter(void **state)
{
	struct note_fixture *note = *state;
	struct session session;
	assert_true(session_read(note_outline_crlf(note, "a.md", full_session), &session, &note->findings));
	check_full_session(&session);
	assert_string_equal(note_findings(note), "");
}

static void german_words_are_read(void **state)
{
	struct note_fixture *note = *state;
	struct session session;
	assert_true(read(note, "a.md",
		"---\ntype: session\nclient: \"[[Jörg Groß]]\"\ndate: 2026-11-20\nminutes: 1 Stunde\n"
		"status: abgesagt\npaid: nein\n"
		"---\n# Sitzung 3\n## Tagesordnung\n- Memo\n## Zusammenfassung\nGut.\n## Maßnahmen\n"
		"- [ ] Schreiben 📅 2026-11-27\n"
		"## Nächste Sitzung\n**Fokus:** Proben\n**Datum:** 2026-12-04\n",
		&session));
	assert_span(session.client, "Jörg Groß");
	assert_int_equal(session.number, 3);
	assert_int_equal(session.minutes, 60);
	assert_int_equal(session.status, SESSION_CANCELLED);
	assert_true(session.paid_known && !session.paid);
	assert_true(session.prepared);
	assert_span(session.summary, "Gut.");
	assert_int_equal(session.actions.count, 1);
	assert_span(session.next_focus, "Proben");
	assert_string_equal(date_format(session.next_date).text, "2026-12-04");
	assert_string_equal(note_findings(note), "");
}

static void chinese_words_are_read(void **state)
{
	struct note_fixture *note = *state;
	struct session session;
	assert_true(read(note, "a.md",
		"---\ntype: session\nclient: \"[[李雷]]\"\ndate: 2026-11-20\nminutes: 90分钟\nstatus: 缺席\n---\n"
		"# 李雷 第七次会谈\n## 议程\n- 备忘录\n## 总结\n很好。\n## 行动项\n- [ ] 写备忘录 📅 2026-11-27\n"
		"## 下次会谈\n**焦点：** 排练\n**日期：** 2026-12-04\n",
		&session));
	assert_span(session.client, "李雷");
	assert_int_equal(session.minutes, 90);
	assert_int_equal(session.status, SESSION_MISSED);
	assert_true(session.prepared);
	assert_span(session.summary, "很好。");
	assert_int_equal(session.actions.count, 1);
	assert_span(session.next_focus, "排练");
	assert_string_equal(date_format(session.next_date).text, "2026-12-04");
	assert_string_equal(note_findings(note), "");
}

static void the_client_is_written_in_many_ways(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *line;
		const char *client;
		const char *findings;
	} cases[] = {
		{ "client: Ana Silva", "Ana Silva", "" },
		{ "client: \"[[Ana Silva]]\"", "Ana Silva", "" },
		{ "client: '[[Clients/Ana Silva/Ana Silva.md|Ana]]'", "Ana Silva", "" },
		{ "client: [[Ana Silva]]", "Ana Silva", "" },
		{ "client: [Ana, Li]", "", "bad_value 2:9, session_without_client 2:9" },
		{ "client: \"[Client Name]\"", "", "session_without_client 2:9" },
		{ "client:", "", "session_without_client 2:8" },
		{ "paid: true", "", "session_without_client 1:1" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct session session;
		const char *text = arena_printf(&note->arena, "---\n%s\ndate: 2026-11-20\n---\n", cases[i].line);
		note->findings.count = 0;
		assert_int_equal(read(note, "a.md", text, &session), cases[i].client[0] != '\0');
		assert_span(session.client, cases[i].client);
		assert_string_equal(note_findings(note), cases[i].findings);
	}
}

static void the_title_of_the_template_names_client_and_date(void **state)
{
	struct note_fixture *note = *state;
	struct session session;
	assert_true(read(note, "a.md", "# Session 7 — Ana Silva — 2026-11-20\n", &session));
	assert_span(session.client, "Ana Silva");
	assert_int_equal(session.number, 7);
	assert_string_equal(date_format(session.date).text, "2026-11-20");
	assert_false(read(note, "a.md", "# Meeting of Ana Silva on 2026-11-20\n", &session));
	assert_false(read(note, "a.md", "# Session [N] — [Client Name] — [YYYY-MM-DD]\n", &session));
	assert_string_equal(note_findings(note), "session_without_client 1:1, session_without_date 1:1");
}

static void the_date_is_looked_for_in_order(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *path;
		const char *property;
		const char *title;
		const char *date;
		const char *findings;
	} cases[] = {
		{ "2026-11-19 Ana.md", "date: 2026-11-20", "# 2026-11-18", "2026-11-20", "" },
		{ "2026-11-19 Ana.md", "date: 2026-11-20 10:00", "# x", "2026-11-20", "" },
		{ "2026-11-19 Ana.md", "date: \"[YYYY-MM-DD]\"", "# 2026-11-18", "2026-11-19", "" },
		{ "Ana 2026-11-19.md", "paid: true", "# 2026-11-18", "2026-11-19", "" },
		{ "a.md", "paid: true", "# Ana, 2026-11-18", "2026-11-18", "" },
		{ "2026-11-19 Ana.md", "date: 2026-13-45", "# x", "", "bad_date 3:7" },
		{ "2026-11-19 Ana.md", "date: 20.11.2026", "# x", "2026-11-20", "" },
		{ "2026-11-19 Ana.md", "date: 20. November 2026 10:00", "# x", "2026-11-20", "" },
		{ "2026-11-19 Ana.md", "date: 2026年11月20日", "# x", "2026-11-20", "" },
		{ "2026-11-19 Ana.md", "date: 03/04/2026", "# x", "", "bad_date 3:7" },
		{ "2026-11-19 Ana.md", "date: soon", "# x", "", "bad_date 3:7" },
		{ "19.11.2026 Ana.md", "paid: true", "# x", "2026-11-19", "" },
		{ "a.md", "paid: true", "# Sitzung 7 — Ana — 18. November 2026", "2026-11-18", "" },
		{ "a.md", "paid: true", "# Ana 03/04/2026", "", "bad_date 5:7" },
		{ "a.md", "paid: true", "# Ana 2026-02-30", "", "bad_date 5:7" },
		{ "2026-02-30 Ana.md", "paid: true", "# Ana", "", "bad_date 0:0" },
		{ "2026-02-30 Ana.md", "paid: true", "# Ana 2026-03-01", "", "bad_date 0:0" },
		{ "03-04-2026 Ana.md", "paid: true", "# Ana 2026-03-01", "", "bad_date 0:0" },
		{ "2026-02-30 Ana.md", "date: 2026-03-02", "# Ana 2026-03-01", "2026-03-02", "" },
		{ "a.md", "paid: true", "# Ana", "", "session_without_date 1:1" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct session session;
		const char *text = arena_printf(
			&note->arena, "---\nclient: Ana\n%s\n---\n%s\n", cases[i].property, cases[i].title);
		note->findings.count = 0;
		assert_int_equal(read(note, cases[i].path, text, &session), cases[i].date[0] != '\0');
		assert_string_equal(date_format(session.date).text, cases[i].date);
		assert_string_equal(note_findings(note), cases[i].findings);
	}
}

static void lengths_are_read_as_written(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *value;
		int minutes;
	} cases[] = {
		{ "60", 60 },
		{ "60 min", 60 },
		{ "1h", 60 },
		{ "1h30", 90 },
		{ "\"1:30\"", 90 },
		{ "45–60 minutes", 60 },
		{ "1.5 hours", 90 },
		{ "1,5 Std.", 90 },
		{ "60 min, video", 60 },
		{ "６０", 60 },
		{ "90 Minuten", 90 },
		{ "1小时", 60 },
		{ "an hour", 0 },
		{ "-60", 0 },
		{ "0", 0 },
		{ "2 x 45", 0 },
		{ "6 months", 0 },
		{ "9999", 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct session session;
		const char *text = arena_printf(
			&note->arena, "---\nclient: Ana\ndate: 2026-11-20\nminutes: %s\n---\n", cases[i].value);
		note->findings.count = 0;
		assert_true(read(note, "a.md", text, &session));
		if (session.minutes != cases[i].minutes)
			print_error("%s\n", cases[i].value);
		assert_int_equal(session.minutes, cases[i].minutes);
		assert_string_equal(note_findings(note), cases[i].minutes ? "" : "bad_value 4:10");
	}
}

static void values_that_cannot_be_read_are_named(void **state)
{
	struct note_fixture *note = *state;
	struct session session;
	assert_true(read(note, "a.md",
		"---\nclient: Ana\ndate: 2026-11-20\nnumber: seven\nstart: noon\nstatus: dreamt\n"
		"paid: perhaps\n---\n",
		&session));
	assert_int_equal(session.number, 0);
	assert_int_equal(session.start, -1);
	assert_int_equal(session.status, SESSION_PLANNED);
	assert_false(session.paid_known);
	assert_string_equal(
		note_findings(note), "bad_value 4:9, bad_value 5:8, session_status_unknown 6:9, bad_value 7:7");
}

static void broken_front_matter_is_a_finding(void **state)
{
	struct note_fixture *note = *state;
	struct session session;
	assert_true(read(note, "a.md",
		"---\nclient: \"Ana\ndate: [2026\n---\n"
		"# Session 1 — Ana — 2026-11-20\n",
		&session));
	assert_span(session.client, "Ana");
	assert_int_equal(note->findings.count, 1);
	assert_int_equal(note->findings.items[0].code, FINDING_FRONT_MATTER);
}

static void a_template_agenda_prepares_nothing(void **state)
{
	struct note_fixture *note = *state;
	static const char *const agendas[] = {
		"",
		"- [ ] \n",
		"[Primary focus]\n",
		"<!-- talk about the memo -->\n",
		"%% memo %%\n",
		"```\nmemo\n```\n",
	};
	for (size_t i = 0; i < sizeof(agendas) / sizeof(*agendas); i++) {
		struct session session;
		const char *text = arena_printf(&note->arena,
			"---\nclient: Ana\ndate: 2026-11-20\n---\n## Agenda\n%s\n## Notes\nfull\n", agendas[i]);
		assert_true(read(note, "a.md", text, &session));
		if (session.prepared)
			print_error("%s\n", agendas[i]);
		assert_false(session.prepared);
	}
}

static void attendance_is_no_action(void **state)
{
	struct note_fixture *note = *state;
	struct session session;
	assert_true(read(note, "a.md",
		"---\nclient: \"[[Winter Circle]]\"\ndate: 2026-11-20\n---\n"
		"- [ ] Before\n## Attendance\n- [x] [[Li Wei]]\n- [ ] [[Ana Silva]]\n## Notes\n"
		"- [ ] After 📅 2026-11-27\n"
		"<!--\n- [ ] Hidden\n-->\n",
		&session));
	assert_int_equal(session.attendance.count, 2);
	assert_int_equal(session.attendance.items[0].status, TASK_DONE);
	assert_int_equal(session.actions.count, 2);
	assert_span(session.actions.items[0].text, "Before");
	assert_span(session.actions.items[1].text, "After");
}

static void broken_actions_are_named_where_they_stand(void **state)
{
	struct note_fixture *note = *state;
	struct session session;
	assert_true(read(note, "a.md",
		"---\nclient: Ana\ndate: 2026-11-20\n---\n## Action Items\n- [ ] Memo 📅 2026-02-30\n"
		"- [ ] Call 📅 2026-11-27 today\n## Next Session\n**Date:** 2026-13-01\n",
		&session));
	assert_int_equal(session.actions.count, 2);
	assert_false(date_is_known(session.next_date));
	assert_int_equal(note->findings.count, 3);
	assert_int_equal(note->findings.items[0].code, FINDING_BAD_DATE);
	assert_int_equal(note->findings.items[0].position.line, 6);
	assert_int_equal(note->findings.items[1].code, FINDING_TASK_TRAILING_TEXT);
	assert_int_equal(note->findings.items[1].position.line, 7);
	assert_int_equal(note->findings.items[2].code, FINDING_BAD_DATE);
	assert_int_equal(note->findings.items[2].position.line, 9);
	assert_int_equal(note->findings.items[2].position.column, 11);
}

static void sessions_go_by_date_then_start_then_path(void **state)
{
	(void)state;
	struct document first = { .path = "a.md" };
	struct document second = { .path = "b.md" };
	struct session early = { .document = &second, .date = date_of(2026, 11, 19), .start = 900 };
	struct session late = { .document = &first, .date = date_of(2026, 11, 20), .start = 540 };
	struct session later = { .document = &first, .date = date_of(2026, 11, 20), .start = 600 };
	struct session twin = { .document = &second, .date = date_of(2026, 11, 20), .start = 600 };
	assert_true(session_compare(&early, &late) < 0);
	assert_true(session_compare(&later, &late) > 0);
	assert_true(session_compare(&later, &twin) < 0);
	assert_int_equal(session_compare(&twin, &twin), 0);
}

static void the_client_is_the_front_matters_else_the_titles(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text, *client;
	} cases[] = {
		{ "---\nclient: \"[[Clients/Ana Silva|Ana]]\"\ndate: 2026-11-20\n---\n# Session 7 — Li Wei — 2026-11-20\n",
			"Ana Silva" },
		{ "# Session 7 — Li Wei — 2026-11-20\n", "Li Wei" },
		{ "---\nclient:\ndate: 2026-11-20\n---\n# Session 7 — Li Wei — 2026-11-20\n", "" },
		{ "# A talk with Li Wei\n", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct session session;
		read(note, "s.md", cases[i].text, &session);
		assert_span(session.client, cases[i].client);
	}
}

static void a_time_is_read_where_the_note_has_it(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *front;
		const char *next;
		int start;
		int next_start;
		const char *findings;
	} cases[] = {
		{ "date: 2026-11-20", "2026-12-04", -1, -1, "" },
		{ "date: 20.11.2026 10:00", "04.12.2026, 14 Uhr", 600, 840, "" },
		{ "date: 2026-11-20\nstart: 2pm", "2026-12-04 09:00 via Zoom", 840, 540, "" },
		{ "date: 2026-11-20 10:00\nstart: \"10:00\"", "2026-12-04", 600, -1, "" },
		{ "date: 2026-11-20 10:00\nstart: \"11:00\"", "2026-12-04", 660, -1, "bad_value 4:8" },
		{ "date: 2026-11-20 (moved)\nstart: \"11:00\"", "2026-12-04", 660, -1, "" },
		{ "date: 2026-11-20 early", "2026-12-04", -1, -1, "time_unread 3:7" },
		{ "date: 2026-11-20", "2026-12-04 in the morning", -1, -1, "time_unread 6:11" },
		{ "date: 2026-11-20", "2026-12-04 9:00 or 10:00", -1, -1, "time_unread 6:11" },
		{ "date: 2026-11-20", "2026-12-04 or 2026-12-11", -1, -1, "bad_date 6:11" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct session session;
		note->findings.count = 0;
		assert_true(read(note, "a.md",
			arena_printf(&note->arena, "---\nclient: Ana\n%s\n---\n## Next Session\n**Date:** %s\n",
				cases[i].front, cases[i].next),
			&session));
		assert_string_equal(date_format(session.date).text, "2026-11-20");
		assert_int_equal(session.start, cases[i].start);
		assert_int_equal(session.next_start, cases[i].next_start);
		assert_string_equal(note_findings(note), cases[i].findings);
	}
}

static void a_date_of_two_days_is_none(void **state)
{
	struct note_fixture *note = *state;
	static const char *const dates[] = { "2026-11-20 or 2026-11-27", "2026-11-20 to 2026-12-04" };
	for (size_t i = 0; i < 2; i++) {
		struct session session;
		note->findings.count = 0;
		assert_false(read(note, "a.md",
			arena_printf(&note->arena, "---\nclient: Ana\ndate: %s\n---\n", dates[i]), &session));
		assert_string_equal(note_findings(note), "bad_date 3:7");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(the_client_is_the_front_matters_else_the_titles),
		NOTE_TEST(a_full_session_is_read),
		NOTE_TEST(line_ends_do_not_matter),
		NOTE_TEST(german_words_are_read),
		NOTE_TEST(chinese_words_are_read),
		NOTE_TEST(the_client_is_written_in_many_ways),
		NOTE_TEST(the_title_of_the_template_names_client_and_date),
		NOTE_TEST(the_date_is_looked_for_in_order),
		NOTE_TEST(lengths_are_read_as_written),
		NOTE_TEST(values_that_cannot_be_read_are_named),
		NOTE_TEST(broken_front_matter_is_a_finding),
		NOTE_TEST(a_template_agenda_prepares_nothing),
		NOTE_TEST(attendance_is_no_action),
		NOTE_TEST(broken_actions_are_named_where_they_stand),
		cmocka_unit_test(sessions_go_by_date_then_start_then_path),
		NOTE_TEST(a_time_is_read_where_the_note_has_it),
		NOTE_TEST(a_date_of_two_days_is_none),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
