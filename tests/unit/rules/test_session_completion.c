/* A session is complete by five points, each with the fact behind it or what is missing. */
#include "practice_fixture.h"

#include "rules/session_completion.h"

#define DAY "2026-11-20"

static const struct completion_point *decide(struct practice_fixture *practice, const char *body,
	const char *engagement, const char *row, const char *next, bool package_used)
{
	struct note_fixture *note = &practice->note;
	static struct session_outcome outcome;
	struct session_facts facts = { .next = { DATE_NONE, -1 }, .package_used = package_used };
	if (row)
		practice_contract(practice, "50/25/25", row);
	practice_session_note(practice, "Ana", DAY, "held", "", body);
	session_outcome_read(note_outline(note, "s.md", body), &outcome, &note->findings);
	if (engagement) {
		practice_engagement(practice, engagement);
		facts.engagement = &practice->engagements[0];
	}
	static struct roster_client nobody;
	nobody = (struct roster_client){ .status = CLIENT_ACTIVE, .end = DATE_NONE };
	facts.session = &practice->sessions[0];
	facts.outcome = &outcome;
	facts.client = row ? &practice->portfolio.clients[0] : &nobody;
	if (next)
		facts.next = (struct appointment){ practice_date(next), 600 };
	return session_completion_decide(&note->arena, &facts).items;
}

static void check(
	const struct completion_point *points, enum session_point point, enum point_state state, const char *detail)
{
	assert_int_equal(points[point].point, point);
	assert_span(points[point].detail, detail);
	assert_string_equal(point_state_names[points[point].state], point_state_names[state]);
}

static void the_summary_is_written_or_not(void **state)
{
	check(decide(*state, "## Summary\n\nShe stops.\n", NULL, NULL, NULL, false), POINT_SUMMARY, POINT_DONE,
		"written");
	check(decide(practice_again(state), "## Summary\n\n", NULL, NULL, NULL, false), POINT_SUMMARY, POINT_MISSING,
		"the Summary section is empty");
	check(decide(practice_again(state), "", NULL, NULL, NULL, false), POINT_SUMMARY, POINT_MISSING,
		"the Summary section is empty");
}

static void actions_have_due_dates(void **state)
{
	static const struct {
		const char *body;
		enum point_state state;
		const char *detail;
	} cases[] = {
		{ "", POINT_MISSING, "none is logged" },
		{ "- [ ] Call 📅 2026-11-27\n", POINT_DONE, "1 logged, each with a due date" },
		{ "- [ ] Call\n- [ ] Write 📅 2026-11-27\n", POINT_MISSING, "1 of 2 without a due date: Call" },
		{ "- [ ] **Call** [[Bo]]\n- [ ] Write\n", POINT_MISSING, "2 of 2 without a due date: Call Bo" },
		{ "- [x] Call\n- [-] Not that\n- [ ] Write 📅 2026-11-27\n", POINT_DONE,
			"3 logged, each with a due date" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		const char *body = arena_printf(&practice->note.arena, "## Action Items\n\n%s", cases[i].body);
		check(decide(practice, body, NULL, NULL, NULL, false), POINT_ACTIONS, cases[i].state, cases[i].detail);
	}
}

static void resources_are_sent_where_any_were_promised(void **state)
{
	static const struct {
		const char *body;
		enum point_state state;
		const char *detail;
	} cases[] = {
		{ "", POINT_NOT_APPLICABLE, "none was promised" },
		{ "- [What]\n", POINT_NOT_APPLICABLE, "none was promised" },
		{ "- [-] Send [[Ladder]]\n", POINT_NOT_APPLICABLE, "none was promised" },
		{ "- [[Ladder]]\n", POINT_DONE, "1 given" },
		{ "- [x] Send [[Ladder]]\n- [[Map]]\n", POINT_DONE, "2 given" },
		{ "- [ ] Send [[Ladder]] [owner:: coach]\n- [[Map]]\n", POINT_MISSING, "1 still to send: Send Ladder" },
		{ "- [/] Send [[Ladder]]\n- [ ] Send [[Map]]\n", POINT_MISSING, "2 still to send: Send Ladder" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		const char *body = arena_printf(&practice->note.arena, "## Resources\n\n%s", cases[i].body);
		check(decide(practice, body, NULL, NULL, NULL, false), POINT_RESOURCES, cases[i].state,
			cases[i].detail);
	}
}

static void the_next_session_is_booked_unless_it_is_the_last(void **state)
{
	static const struct {
		const char *row, *date, *next;
		bool package_used;
		enum point_state state;
		const char *detail;
	} cases[] = {
		{ NULL, "", "2026-12-04", false, POINT_DONE, "2026-12-04 10:00 is booked" },
		{ NULL, "2026-12-04 09:30", NULL, false, POINT_MISSING,
			"2026-12-04 09:30 is agreed on and not booked" },
		{ NULL, "2026-12-04", NULL, true, POINT_MISSING, "2026-12-04 is agreed on and not booked" },
		{ NULL, "", NULL, false, POINT_MISSING, "no day is agreed on" },
		{ NULL, "", NULL, true, POINT_NOT_APPLICABLE, "the package is used up" },
		{ "| Ana | 2/month | Active | 2026-12-18 |", "", NULL, false, POINT_MISSING, "no day is agreed on" },
		{ "| Ana | 2/month | Active | 2026-11-20 |", "", NULL, false, POINT_NOT_APPLICABLE,
			"the programme ended on 2026-11-20" },
		{ "| Ana | 2/month | Completed | |", "", NULL, false, POINT_NOT_APPLICABLE, "the engagement is over" },
		{ "| Ana | 2/month | Completed | |", "", "2026-12-04", false, POINT_DONE,
			"2026-12-04 10:00 is booked" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		const char *body =
			arena_printf(&practice->note.arena, "## Next Session\n**Date:** %s\n", cases[i].date);
		check(decide(practice, body, NULL, cases[i].row, cases[i].next, cases[i].package_used),
			POINT_NEXT_SESSION, cases[i].state, cases[i].detail);
	}
}

static void progress_is_logged_on_the_day_or_later(void **state)
{
	static const struct {
		const char *rows;
		enum point_state state;
		const char *detail;
	} cases[] = {
		{ "", POINT_MISSING, "no row of the Progress Log since the session" },
		{ "| 2026-11-19 | Hours | 20 |\n", POINT_MISSING, "no row of the Progress Log since the session" },
		{ "| 2026-11-20 | hours | 20 |\n", POINT_DONE, "1 of 2 metrics logged" },
		{ "| 2026-11-21 | Hours | 20 |\n| 2026-11-20 | Board confidence | 7 |\n", POINT_DONE,
			"2 of 2 metrics logged" },
		{ "| 2026-11-20 | Something else | 7 |\n", POINT_MISSING,
			"no row of the Progress Log since the session" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		const char *engagement = arena_printf(&practice->note.arena,
			"## Success Criteria\n### Client Success Metrics\n| Metric | Baseline | Target |\n|---|---|---|\n"
			"| Hours | 31 | 20 |\n| Board confidence | 4 | 8 |\n\n### Progress Log\n| Date | Metric | Value |\n"
			"|---|---|---|\n%s",
			cases[i].rows);
		check(decide(practice, "", engagement, NULL, NULL, false), POINT_PROGRESS, cases[i].state,
			cases[i].detail);
	}
	check(decide(practice_again(state), "", NULL, NULL, NULL, false), POINT_PROGRESS, POINT_NOT_APPLICABLE,
		"no metric is agreed on");
	check(decide(practice_again(state), "", "# Ana\n", NULL, NULL, false), POINT_PROGRESS, POINT_NOT_APPLICABLE,
		"no metric is agreed on");
}

static void what_is_missing_is_counted(void **state)
{
	struct result_list points = { decide(*state, "", NULL, NULL, NULL, false), POINT_COUNT };
	assert_int_equal(completion_missing(&points), 3);
	for (int point = 0; point < POINT_COUNT; point++)
		assert_non_null(((const struct completion_point *)points.items)[point].title);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(the_summary_is_written_or_not),
		PRACTICE_TEST(actions_have_due_dates),
		PRACTICE_TEST(resources_are_sent_where_any_were_promised),
		PRACTICE_TEST(the_next_session_is_booked_unless_it_is_the_last),
		PRACTICE_TEST(progress_is_logged_on_the_day_or_later),
		PRACTICE_TEST(what_is_missing_is_counted),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
