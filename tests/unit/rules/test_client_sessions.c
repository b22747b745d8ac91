/* Which of a client's sessions is the next, the last, the one on a day. */
#include "practice_fixture.h"

#include "rules/client_sessions.h"

static const struct roster_client *ana(struct practice_fixture *practice)
{
	practice_contract(practice, "60% / 25% / 15%",
		"| [[Ana Silva\\|Ana]] | 2/month | Active | |\n| Li Wei | 2/month | Active | |");
	return &practice->portfolio.clients[0];
}

static void the_next_session_is_the_first_that_is_planned(void **state)
{
	struct practice_fixture *practice = *state;
	const struct roster_client *client = ana(practice);
	practice_session(practice, "Ana Silva", "2026-11-02", "planned", "");
	practice_session(practice, "Li Wei", "2026-11-04", "planned", "");
	practice_session(practice, "Ana Silva", "2026-11-05", "cancelled", "");
	practice_session(practice, "ana", "2026-11-09", "planned", "");
	const struct records *records = &practice->records;
	assert_ptr_equal(next_session(records, client, practice_date("2026-11-02"), false), &records->sessions[0]);
	assert_ptr_equal(next_session(records, client, practice_date("2026-11-03"), false), &records->sessions[3]);
	assert_null(next_session(records, client, practice_date("2026-11-03"), true));
	assert_ptr_equal(next_session(records, client, practice_date("2026-11-09"), true), &records->sessions[3]);
	assert_null(next_session(records, client, practice_date("2026-11-10"), false));
}

static void the_last_session_is_the_last_that_was_held(void **state)
{
	struct practice_fixture *practice = *state;
	const struct roster_client *client = ana(practice);
	practice_session(practice, "Ana", "2026-11-02", "held", "");
	practice_session(practice, "Ana Silva", "2026-11-05", "missed", "");
	practice_session(practice, "Li Wei", "2026-11-06", "held", "");
	practice_session(practice, "Ana Silva", "2026-11-09", "held", "");
	const struct records *records = &practice->records;
	assert_null(last_session(records, client, practice_date("2026-11-02")));
	assert_ptr_equal(last_session(records, client, practice_date("2026-11-09")), &records->sessions[0]);
	assert_ptr_equal(last_session(records, client, practice_date("2026-11-10")), &records->sessions[3]);
}

static void who_belongs_to_a_cohort_is_told_by_the_latest_list(void **state)
{
	struct practice_fixture *practice = *state;
	const struct roster_client *client = ana(practice);
	assert_int_equal(cohort_members(&practice->records, client).count, 0);
	practice_session_note(practice, "Ana", "2026-11-02", "held", "", "## Attendance\n- [x] Kim\n- [ ] Lou\n");
	practice_session_note(practice, "Ana Silva", "2026-11-05", "cancelled", "", "## Attendance\n- [ ] Lou\n");
	practice_session_note(practice, "Ana Silva", "2026-11-06", "held", "", "## Action Items\n- [ ] Not one\n");
	practice_session_note(practice, "Li Wei", "2026-11-09", "held", "", "## Attendance\n- [x] Sam\n");
	struct task_list members = cohort_members(&practice->records, client);
	assert_int_equal(members.count, 1);
	assert_span(members.items[0].text, "Lou");
}

/* Asked on 2026-11-16; Ana was last held on the 9th, and the note says when she meets next. */
static void what_was_agreed_on_counts_until_a_note_stands_there_or_later(void **state)
{
	static const struct {
		const char *next;   /* Next Session: Date */
		const char *date;   /* of another note of the client; "" for none */
		const char *status; /* its status */
		const char *agreed; /* "" for nothing */
		int start;
	} cases[] = {
		{ "2026-11-20 10:00", "", "", "2026-11-20", 600 },
		{ "Fri, 20.11.2026 at 10:00", "", "", "2026-11-20", 600 },
		{ "[[2026-11-20]] 14:00", "", "", "2026-11-20", 840 },
		{ "**2026-11-20**, 2pm", "", "", "2026-11-20", 840 },
		{ "2026-11-20 or 2026-11-21", "", "", "", -1 },
		{ "2026-11-20", "", "", "2026-11-20", -1 },
		{ "2026-11-12 09:30", "", "", "2026-11-12", 570 },
		{ "", "", "", "", -1 },
		{ "[date]", "", "", "", -1 },
		{ "2026-11-20 10:00", "2026-11-19", "planned", "2026-11-20", 600 },
		{ "2026-11-20 10:00", "2026-11-20", "planned", "", -1 },
		{ "2026-11-20 10:00", "2026-11-20", "cancelled", "", -1 },
		{ "2026-11-20 10:00", "2026-11-24", "planned", "", -1 },
		{ "2026-11-20 10:00", "2026-11-24", "rescheduled", "", -1 },
		{ "2026-11-12 10:00", "2026-11-13", "missed", "", -1 },
		{ "2026-11-09 10:00", "", "", "", -1 },
		{ "2026-11-20 10:00", "2026-11-16", "held", "", -1 },
		{ "2026-11-20 10:00", "2026-11-17", "held", "2026-11-20", 600 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct arena *arena = &practice->note.arena;
		const struct roster_client *client = ana(practice);
		practice_session_note(practice, "Ana Silva", "2026-11-09", "held", "",
			arena_printf(arena, "## Next Session\n**Date:** %s\n", cases[i].next));
		if (cases[i].date[0])
			practice_session(practice, "Ana Silva", cases[i].date, cases[i].status, "");
		practice_session(practice, "Li Wei", "2026-11-28", "planned", "");
		struct appointment agreed = agreed_appointment(&practice->records, client, practice_date("2026-11-16"));
		if (!span_is(span_of(date_format(agreed.date).text), cases[i].agreed) || agreed.start != cases[i].start)
			fail_msg("case %zu: \"%s\" at %d", i, date_format(agreed.date).text, agreed.start);
	}
}

static void the_next_number_follows_the_highest_or_the_count(void **state)
{
	struct practice_fixture *practice = *state;
	const struct roster_client *client = ana(practice);
	assert_int_equal(next_session_number(&practice->records, client), 1);
	practice_session(practice, "Ana", "2026-11-02", "held", "");
	practice_session(practice, "Li Wei", "2026-11-03", "held", "number: 9\n");
	practice_session(practice, "Ana Silva", "2026-11-05", "held", "");
	assert_int_equal(next_session_number(&practice->records, client), 3);
	practice_session(practice, "Ana Silva", "2026-11-06", "held", "number: 7\n");
	practice_session(practice, "Ana Silva", "2026-11-07", "held", "number: 4\n");
	assert_int_equal(next_session_number(&practice->records, client), 8);
}

/* As practice/client_choice.h makes one up from an engagement file. */
static void a_client_whom_the_roster_does_not_have_has_sessions_too(void **state)
{
	struct practice_fixture *practice = *state;
	practice_session(practice, "Cleo Park", "2026-11-02", "held", "");
	practice_engagement(practice, "---\nclient: Dan\n---\n");
	const struct roster_client cleo = { .id = practice->sessions[0].client_id };
	const struct roster_client dan = { .id = practice->engagements[0].client_id };
	struct date after = practice_date("2026-11-03");
	assert_ptr_equal(last_session(&practice->records, &cleo, after), &practice->sessions[0]);
	assert_int_equal(next_session_number(&practice->records, &cleo), 2);
	assert_null(last_session(&practice->records, &dan, after));
	assert_int_equal(next_session_number(&practice->records, &dan), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(who_belongs_to_a_cohort_is_told_by_the_latest_list),
		PRACTICE_TEST(the_next_session_is_the_first_that_is_planned),
		PRACTICE_TEST(the_last_session_is_the_last_that_was_held),
		PRACTICE_TEST(what_was_agreed_on_counts_until_a_note_stands_there_or_later),
		PRACTICE_TEST(the_next_number_follows_the_highest_or_the_count),
		PRACTICE_TEST(a_client_whom_the_roster_does_not_have_has_sessions_too),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
