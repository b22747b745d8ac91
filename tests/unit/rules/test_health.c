/* The red flags of vault-template/practice/Templates/Engagement.md §2 and what they rest on. Today is Friday
 * 2026-11-20. */
#include "practice_fixture.h"

#include "rules/health.h"

static const struct health_settings settings = { .silent_days = 14, .stalled_days = 30, .late_actions = 2 };

static int set_up(void **state)
{
	practice_set_up(state);
	practice_contract(*state, "50/30/20",
		"| [[Clients/Ana Silva/Ana Silva\\|Ana]] | weekly | Active | |\n| Ben Oka | weekly | Active | |\n"
		"| Cy Holt | weekly | On Hold | |");
	practice_forget_findings(*state);
	return 0;
}

#define HEALTH_TEST(function) cmocka_unit_test_setup_teardown(function, set_up, practice_tear_down)

/* Each case begins anew. */
static struct practice_fixture *again(void **state)
{
	practice_tear_down(state);
	set_up(state);
	return *state;
}

static struct client_health health_of(struct practice_fixture *practice, size_t client)
{
	actions_unite(&practice->records.actions, DATE_NONE, &practice->note.findings);
	return health_decide(&practice->note.arena, &practice->records, &settings, &practice->portfolio.clients[client],
		practice_date("2026-11-20"));
}

/* The flags as "missed_session, silent". */
static const char *flags(struct practice_fixture *practice, const struct client_health *health)
{
	const char *text = "";
	for (size_t i = 0; i < health->flag_count; i++)
		text = arena_printf(
			&practice->note.arena, "%s%s%s", text, i ? ", " : "", health_flag_names[health->flags[i].code]);
	return text;
}

static const char *flags_of_ana(struct practice_fixture *practice)
{
	struct client_health health = health_of(practice, 0);
	return flags(practice, &health);
}

static void nothing_known_raises_nothing(void **state)
{
	struct practice_fixture *practice = *state;
	struct client_health health = health_of(practice, 0);
	assert_int_equal(health.flag_count, 0);
	assert_false(health.completion.rate.known);
	assert_int_equal(health.completion.due, 0);
	assert_false(health.inbox_known);
	assert_false(health.progress_known);
	assert_false(date_is_known(health.last_session));
	assert_false(date_is_known(health.next_session));
	assert_false(date_is_known(health.last_message));
	assert_false(date_is_known(health.last_progress));
}

/* --- missed sessions --------------------------------------------------------------------------------------------- */

struct booking {
	const char *client, *date, *status;
};

static void a_missed_session_wants_a_later_one(void **state)
{
	static const struct {
		struct booking bookings[4];
		bool flag;
	} cases[] = {
		{ { { "Ana Silva", "2026-11-13", "missed" } }, true },
		{ { { "Ana Silva", "2026-11-13", "missed" }, { "Ana Silva", "2026-11-27", "planned" } }, false },
		{ { { "Ana Silva", "2026-11-13", "missed" }, { "Ana Silva", "2026-11-16", "held" } }, false },
		{ { { "Ana Silva", "2026-11-13", "missed" }, { "Ana Silva", "2026-11-16", "rescheduled" } }, true },
		{ { { "Ana Silva", "2026-11-13", "missed" }, { "Ana Silva", "2026-11-16", "planned" } }, true },
		{ { { "Ana Silva", "2026-11-13", "missed" }, { "Ana Silva", "2026-11-27", "cancelled" } }, true },
		{ { { "Ana Silva", "2026-11-06", "held" }, { "Ana Silva", "2026-11-13", "missed" } }, true },
		{ { { "Ana Silva", "2026-11-13", "missed" }, { "Ben Oka", "2026-11-27", "planned" } }, true },
		{ { { "Ana Silva", "2026-11-06", "missed" }, { "Ana Silva", "2026-11-13", "held" },
			  { "Ana Silva", "2026-11-19", "missed" } },
			true },
		{ { { "Ana Silva", "2026-11-06", "cancelled" } }, false },
		{ { { "Ben Oka", "2026-11-13", "missed" } }, false },
		/* The roster's name is a link's alias; the session may use either. */
		{ { { "Ana", "2026-11-13", "missed" } }, true },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = again(state);
		for (const struct booking *b = cases[i].bookings; b < cases[i].bookings + 4 && b->client; b++)
			practice_session(practice, b->client, b->date, b->status, "");
		bool flag = span_is(span_of(flags_of_ana(practice)), "missed_session");
		if (flag != cases[i].flag)
			fail_msg("case %zu", i);
	}
}

static void a_missed_session_is_shown_at_its_status(void **state)
{
	struct practice_fixture *practice = *state;
	practice_session(practice, "Ana Silva", "2026-11-13", "missed", "");
	struct client_health health = health_of(practice, 0);
	assert_span(health.flags[0].message, "missed on 2026-11-13, and no later session is booked");
	assert_int_equal(health.flags[0].evidence.count, 1);
	assert_string_equal(health.flags[0].evidence.items[0].path, practice->sessions[0].document->path);
	assert_int_equal(health.flags[0].evidence.items[0].line, 5);
}

static void the_last_and_the_next_session_are_known(void **state)
{
	struct practice_fixture *practice = *state;
	static const struct booking bookings[] = { { "Ana Silva", "2026-11-06", "held" },
		{ "Ana Silva", "2026-11-13", "held" }, { "Ana Silva", "2026-11-16", "planned" },
		{ "Ben Oka", "2026-11-20", "planned" }, { "Ana Silva", "2026-11-27", "planned" },
		{ "Ana Silva", "2026-12-04", "planned" } };
	for (size_t i = 0; i < 6; i++)
		practice_session(practice, bookings[i].client, bookings[i].date, bookings[i].status, "");
	struct client_health ana = health_of(practice, 0);
	assert_string_equal(date_format(ana.last_session).text, "2026-11-13");
	assert_string_equal(date_format(ana.next_session).text, "2026-11-27");
	struct client_health ben = health_of(practice, 1);
	assert_string_equal(date_format(ben.next_session).text, "2026-11-20");
	assert_false(date_is_known(ben.last_session));
}

/* --- assignments ------------------------------------------------------------------------------------------------- */

static void session_with(struct practice_fixture *practice, const char *date, const char *status, const char *tasks)
{
	practice_session_note(practice, "Ana Silva", date, status, "",
		arena_printf(&practice->note.arena, "## Action Items\n%s", tasks));
}

static void completion_counts_due_actions_by_what_became_of_them(void **state)
{
	struct practice_fixture *practice = *state;
	session_with(practice, "2026-11-06", "held",
		"- [x] on time 📅 2026-11-13 ✅ 2026-11-13\n- [x] late 📅 2026-11-13 ✅ 2026-11-14\n"
		"- [x] unknown time 📅 2026-11-13\n- [ ] open, due today 📅 2026-11-20\n"
		"- [/] begun 📅 2026-11-19\n- [-] cancelled 📅 2026-11-13\n- [ ] not due yet 📅 2026-11-21\n"
		"- [ ] without a date\n- [ ] mine [owner:: coach] 📅 2026-11-13\n");
	struct client_health health = health_of(practice, 0);
	assert_int_equal(health.completion.due, 4);
	assert_int_equal(health.completion.on_time, 1);
	assert_int_equal(health.completion.done_unknown, 1);
	assert_int_equal(health.completion.carried_over, 2);
	assert_int_equal(health.completion.pending, 1);
	assert_string_equal(practice_decimal(practice, health.completion.rate), "25.0");
	assert_int_equal(health.open_actions, 3);
	assert_int_equal(health.overdue_actions, 0);
	assert_int_equal(health.coach_actions, 1);
	assert_string_equal(flags(practice, &health), "assignments");
	assert_span(health.flags[0].message, "1 of 3 due actions done on time");
	assert_int_equal(health.flags[0].evidence.count, 2);
	assert_int_equal(health.flags[0].evidence.items[0].line, 9);
}

static void completion_looks_at_the_last_three_held_sessions(void **state)
{
	struct practice_fixture *practice = *state;
	session_with(practice, "2026-10-02", "held", "- [x] too long ago 📅 2026-10-09\n");
	session_with(practice, "2026-10-09", "held", "- [x] a 📅 2026-10-16 ✅ 2026-10-16\n");
	session_with(practice, "2026-10-16", "missed", "- [ ] of a missed one 📅 2026-11-19\n");
	session_with(practice, "2026-10-23", "held", "- [x] b 📅 2026-10-30 ✅ 2026-10-30\n");
	session_with(practice, "2026-11-06", "held", "- [x] c 📅 2026-11-13 ✅ 2026-11-13\n");
	session_with(practice, "2026-11-20", "planned", "- [ ] of a planned one 📅 2026-11-20\n");
	struct client_health health = health_of(practice, 0);
	assert_int_equal(health.completion.due, 3);
	assert_string_equal(practice_decimal(practice, health.completion.rate), "100.0");
	assert_int_equal(health.completion.done_unknown, 0);
	assert_string_equal(flags(practice, &health), "");
}

static void more_than_half_unkept_raises_the_flag(void **state)
{
	static const struct {
		const char *tasks;
		bool flag;
	} cases[] = {
		{ "- [x] a 📅 2026-11-13 ✅ 2026-11-13\n- [ ] b 📅 2026-11-19\n", false },
		{ "- [x] a 📅 2026-11-13 ✅ 2026-11-13\n- [ ] b 📅 2026-11-19\n- [ ] c 📅 2026-11-19\n", true },
		/* One is no pattern. */
		{ "- [x] a 📅 2026-11-13 ✅ 2026-11-15\n", false },
		{ "- [x] a 📅 2026-11-13 ✅ 2026-11-15\n- [ ] b 📅 2026-11-19\n", true },
		{ "- [x] a 📅 2026-11-13\n- [x] b 📅 2026-11-13\n", false },
		{ "- [ ] a 📅 2026-11-21\n", false },
		/* Today is not over yet. */
		{ "- [ ] a 📅 2026-11-20\n", false },
		{ "- [/] a 📅 2026-11-20\n- [ ] b 📅 2026-11-20\n", false },
		{ "- [ ] a 📅 2026-11-20\n- [ ] b 📅 2026-11-19\n", false },
		{ "- [ ] a 📅 2026-11-20\n- [ ] b 📅 2026-11-19\n- [ ] c 📅 2026-11-19\n", true },
		{ "- [ ] a 📅 2026-11-20\n- [ ] b 📅 2026-11-19\n- [x] c 📅 2026-11-20 ✅ 2026-11-20\n", false },
		{ "- [>] a 📅 2026-11-20\n- [>] b 📅 2026-11-20\n", true },
		{ "", false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = again(state);
		session_with(practice, "2026-11-06", "held", cases[i].tasks);
		bool flag = span_is(span_of(flags_of_ana(practice)), "assignments");
		if (flag != cases[i].flag)
			fail_msg("\"%s\"", cases[i].tasks);
	}
}

static void a_week_overdue_raises_the_flag_wherever_it_was_agreed(void **state)
{
	static const struct {
		const char *task;
		const char *message; /* NULL: no flag */
	} cases[] = {
		{ "- [ ] a 📅 2026-11-12\n", NULL },
		{ "- [ ] a 📅 2026-11-12\n- [ ] b 📅 2026-11-13\n", NULL },
		{ "- [ ] a 📅 2026-11-12\n- [ ] b 📅 2026-11-12\n", "2 actions overdue by more than 7 days" },
		{ "- [ ] a 📅 2026-11-01\n- [ ] b 📅 2026-11-02\n", "2 actions overdue by more than 7 days" },
		{ "- [ ] a 📅 2026-11-01\n- [ ] b 📅 2026-11-01 [owner:: coach]\n", NULL },
		{ "- [x] a 📅 2026-11-01\n", NULL },
		{ "- [-] a 📅 2026-11-01\n", NULL },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = again(state);
		session_with(practice, "2026-10-30", "cancelled", cases[i].task);
		struct client_health health = health_of(practice, 0);
		assert_string_equal(flags(practice, &health), cases[i].message ? "assignments" : "");
		if (cases[i].message)
			assert_span(health.flags[0].message, cases[i].message);
	}
}

static void both_reasons_are_one_flag(void **state)
{
	struct practice_fixture *practice = *state;
	session_with(practice, "2026-10-30", "held", "- [ ] a 📅 2026-11-06\n- [ ] b 📅 2026-11-07\n");
	struct client_health health = health_of(practice, 0);
	assert_string_equal(flags(practice, &health), "assignments");
	assert_span(health.flags[0].message, "0 of 2 due actions done on time; 2 actions overdue by more than 7 days");
	assert_int_equal(health.flags[0].evidence.count, 2);
}

static void evidence_is_shown_up_to_eight_places(void **state)
{
	struct practice_fixture *practice = *state;
	const char *tasks = "";
	for (int i = 0; i < 20; i++)
		tasks = arena_printf(&practice->note.arena, "%s- [ ] task %d 📅 2026-11-01\n", tasks, i);
	session_with(practice, "2026-10-30", "held", tasks);
	assert_int_equal(health_of(practice, 0).flags[0].evidence.count, 8);
}

/* --- messages ---------------------------------------------------------------------------------------------------- */

static void silence_is_counted_from_the_clients_last_message(void **state)
{
	static const struct {
		const char *lines;
		const char *message; /* NULL: no flag */
		bool known;
	} cases[] = {
		{ "- 2026-11-06 09:12 ← [slack] Hello\n", NULL, true }, /* 14 days */
		{ "- 2026-11-05 09:12 ← [slack] Hello\n", "no message since 2026-11-05 (15 days)", true },
		{ "- 2026-10-01 ← Hi\n- 2026-11-19 → How are you?\n", "no message since 2026-10-01 (50 days)", true },
		{ "- 2026-11-18 ← Hi\n- 2026-10-01 ← older, below\n", NULL, true },
		/* What comes later than today has not been said yet. */
		{ "- 2026-10-01 ← Hi\n- 2026-11-21 ← later\n", "no message since 2026-10-01 (50 days)", true },
		/* Asked and never answered. */
		{ "- 2026-11-01 → Hello?\n- 2026-11-18 → Hello??\n", "no message since 2026-11-01 (19 days)", false },
		{ "- 2026-11-18 → Welcome!\n", NULL, false },
		{ "", NULL, false },
		{ "- a note without a date\n", NULL, false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = again(state);
		practice_inbox(practice, "Ana Silva", cases[i].lines);
		struct client_health health = health_of(practice, 0);
		if (health.inbox_known != cases[i].known)
			fail_msg("\"%s\" known: %d", cases[i].lines, health.inbox_known);
		assert_string_equal(flags(practice, &health), cases[i].message ? "silent" : "");
		if (cases[i].message)
			assert_span(health.flags[0].message, cases[i].message);
	}
}

/* The last message is of 2026-10-01. */
static void who_was_met_since_is_silent_and_said_to_be_met(void **state)
{
	static const struct {
		const char *date, *status, *message;
	} cases[] = {
		{ "2026-11-18", "held", "no message since 2026-10-01 (50 days), last met on 2026-11-18" },
		{ "2026-10-01", "held", "no message since 2026-10-01 (50 days)" },
		{ "2026-11-27", "planned", "no message since 2026-10-01 (50 days)" },
		{ "2026-11-18", "cancelled", "no message since 2026-10-01 (50 days)" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = again(state);
		practice_inbox(practice, "Ana Silva", "- 2026-10-01 ← Hi\n");
		practice_session(practice, "Ana Silva", cases[i].date, cases[i].status, "");
		struct client_health health = health_of(practice, 0);
		assert_string_equal(flags(practice, &health), "silent");
		assert_span(health.flags[0].message, cases[i].message);
	}
}

static void silence_is_shown_at_the_last_message(void **state)
{
	struct practice_fixture *practice = *state;
	practice_inbox(practice, "Ana Silva", "- 2026-10-01 ← Hi\n- 2026-10-02 ← Bye\n- 2026-10-03 → Wait\n");
	struct client_health health = health_of(practice, 0);
	assert_string_equal(date_format(health.last_message).text, "2026-10-02");
	assert_string_equal(health.flags[0].evidence.items[0].path, "Clients/Inbox.md");
	assert_int_equal(health.flags[0].evidence.items[0].line, 6);
}

/* --- progress ---------------------------------------------------------------------------------------------------- */

static void engagement_with(struct practice_fixture *practice, const char *rows)
{
	practice_engagement(practice,
		arena_printf(&practice->note.arena,
			"| Field | Value |\n| --- | --- |\n| Client Name | Ana Silva |\n\n## 2. Success Criteria\n\n"
			"### Client Success Metrics\n\n| Metric | Baseline | Target | Deadline |\n| --- | --- | --- | --- |\n"
			"| Revenue | 100 | 200 | |\n\n## 6. Deliverables\n\n### Progress Log\n\n"
			"| Date | Metric | Value | Note |\n| --- | --- | --- | --- |\n%s",
			rows));
}

static void movement_is_a_value_that_changed(void **state)
{
	static const struct {
		const char *rows;
		const char *message; /* NULL: no flag */
		const char *moved;
	} cases[] = {
		{ "", NULL, "" },
		/* 30 days, and one more. */
		{ "| 2026-10-21 | Revenue | 110 | |\n", NULL, "2026-10-21" },
		{ "| 2026-10-20 | Revenue | 110 | |\n", "no metric moved since 2026-10-20 (31 days)", "2026-10-20" },
		/* The same value again moves nothing. */
		{ "| 2026-10-01 | Revenue | 110 | |\n| 2026-11-18 | Revenue | 110 | |\n",
			"no metric moved since 2026-10-01 (50 days)", "2026-10-01" },
		{ "| 2026-10-01 | Revenue | 110 | |\n| 2026-11-18 | revenue | **110** | |\n",
			"no metric moved since 2026-10-01 (50 days)", "2026-10-01" },
		{ "| 2026-10-01 | Revenue | $110 | |\n| 2026-11-18 | Revenue | $ 110.0 | |\n",
			"no metric moved since 2026-10-01 (50 days)", "2026-10-01" },
		{ "| 2026-10-01 | Revenue | 110 | |\n| 2026-11-18 | Revenue | 120 | |\n", NULL, "2026-11-18" },
		{ "| 2026-10-01 | Revenue | 110 | |\n| 2026-11-18 | Team | 4 | |\n", NULL, "2026-11-18" },
		/* The baseline itself is no movement. */
		{ "| 2026-10-01 | Revenue | 100 | |\n| 2026-11-18 | Revenue | 100 | |\n",
			"no metric moved since 2026-10-01 (50 days)", "" },
		{ "| 2026-10-25 | Revenue | 100 | |\n", NULL, "" },
		/* Newest first. */
		{ "| 2026-11-18 | Revenue | 120 | |\n| 2026-10-01 | Revenue | 110 | |\n", NULL, "2026-11-18" },
		/* Rows of tomorrow. */
		{ "| 2026-10-01 | Revenue | 110 | |\n| 2026-11-21 | Revenue | 120 | |\n",
			"no metric moved since 2026-10-01 (50 days)", "2026-10-01" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = again(state);
		engagement_with(practice, cases[i].rows);
		struct client_health health = health_of(practice, 0);
		const char *expected = cases[i].message ? "stalled" : "";
		if (!span_is(span_of(flags(practice, &health)), expected))
			fail_msg("\"%s\": \"%s\"", cases[i].rows, flags(practice, &health));
		if (cases[i].message)
			assert_span(health.flags[0].message, cases[i].message);
		assert_string_equal(date_format(health.last_progress).text, cases[i].moved);
		assert_int_equal(health.progress_known, *cases[i].rows != '\0');
	}
}

static void a_stall_is_shown_at_the_last_row_that_moved(void **state)
{
	struct practice_fixture *practice = *state;
	engagement_with(practice, "| 2026-10-01 | Revenue | 110 | |\n| 2026-11-18 | Revenue | 110 | |\n");
	struct client_health health = health_of(practice, 0);
	assert_string_equal(health.flags[0].evidence.items[0].path, "Clients/engagement.md");
	assert_int_equal(health.flags[0].evidence.items[0].line, 19);
}

/* --- all together ------------------------------------------------------------------------------------------------ */

static void all_four_stand_in_their_order(void **state)
{
	struct practice_fixture *practice = *state;
	practice_session_note(practice, "Ana", "2026-10-02", "held", "",
		"## Action Items\n- [ ] a 📅 2026-10-09\n- [ ] b 📅 2026-10-09\n");
	practice_session(practice, "Ana", "2026-10-09", "missed", "");
	practice_inbox(practice, "ana silva", "- 2026-10-01 ← Hi\n");
	engagement_with(practice, "| 2026-10-01 | Revenue | 110 | |\n");
	assert_string_equal(flags_of_ana(practice), "missed_session, assignments, silent, stalled");
	struct client_health ben = health_of(practice, 1);
	assert_int_equal(ben.flag_count, 0);
}

static void a_client_on_hold_raises_none(void **state)
{
	struct practice_fixture *practice = *state;
	practice_session_note(practice, "Cy Holt", "2026-10-02", "held", "", "## Action Items\n- [ ] a 📅 2026-10-09\n");
	practice_session(practice, "Cy Holt", "2026-10-09", "missed", "");
	practice_inbox(practice, "Cy Holt", "- 2026-10-01 ← Hi\n");
	struct client_health health = health_of(practice, 2);
	assert_int_equal(health.flag_count, 0);
	assert_int_equal(health.completion.due, 1);
	assert_int_equal(health.overdue_actions, 1);
	assert_true(health.inbox_known);
}

/* Carried over into a week note, ticked in neither: one action, due once. */
/* It is due and was not done there; open is its copy. */
static void a_forwarded_action_is_not_carried_over_beside_its_copy(void **state)
{
	struct practice_fixture *practice = *state;
	session_with(practice, "2026-11-06", "held", "- [>] Draft 📅 2026-11-13\n");
	session_with(practice, "2026-11-13", "held", "- [ ] Draft 📅 2026-11-19\n");
	struct client_health health = health_of(practice, 0);
	assert_int_equal(health.completion.due, 2);
	assert_int_equal(health.completion.carried_over, 1);
}

static void an_action_carried_over_is_counted_once(void **state)
{
	struct practice_fixture *practice = *state;
	struct note_fixture *note = &practice->note;
	session_with(practice, "2026-11-06", "held", "- [ ] Draft 📅 2026-11-18 🆔 a7k2\n");
	const struct outline *outline =
		note_outline(note, "Weeks/2026-W47.md", "## Carryover\n- [ ] Draft 📅 2026-11-18 🆔 a7k2\n");
	struct action_source week = { NOTE_WEEK, SPAN_NONE, DATE_NONE };
	actions_collect(&practice->records.actions, outline, &week);
	practice_resolve(practice);
	struct client_health health = health_of(practice, 0);
	assert_int_equal(health.completion.due, 1);
	assert_int_equal(health.open_actions, 1);
}

/* --- indicators -------------------------------------------------------------------------------------------------- */

/* "engaged ok, implementing no_data, …" */
static const char *indicators(struct practice_fixture *practice, size_t client)
{
	const char *text = "";
	struct client_health health = health_of(practice, client);
	for (int i = 0; i < INDICATOR_COUNT; i++)
		text = arena_printf(&practice->note.arena, "%s%s%s %s", text, i ? ", " : "", health_indicator_names[i],
			indicator_state_names[health.indicators[i].state]);
	return text;
}

static void an_indicator_rests_on_the_files_or_has_no_data(void **state)
{
	struct practice_fixture *practice = *state;
	assert_string_equal(indicators(practice, 0),
		"engaged no_data, implementing no_data, progressing no_data, satisfied no_data");
	practice = again(state);
	practice_session_note(
		practice, "Ana", "2026-11-06", "held", "", "## Action Items\n- [x] a 📅 2026-11-13 ✅ 2026-11-12\n");
	engagement_with(practice, "| 2026-11-06 | Revenue | 110 | |\n");
	assert_string_equal(indicators(practice, 0), "engaged ok, implementing ok, progressing ok, satisfied no_data");
	struct client_health health = health_of(practice, 0);
	assert_span(health.indicators[INDICATOR_ENGAGED].message, "last met on 2026-11-06");
	assert_int_equal(health.indicators[INDICATOR_IMPLEMENTING].evidence.count, 1);
	assert_int_equal(health.indicators[INDICATOR_IMPLEMENTING].evidence.items[0].line, 8);
	assert_string_equal(health.indicators[INDICATOR_PROGRESSING].evidence.items[0].path, "Clients/engagement.md");
}

static void progressing_needs_a_last_move_that_came_closer(void **state)
{
	static const struct {
		const char *rows, *state;
	} cases[] = {
		{ "", "no_data" },
		{ "| 2026-11-06 | Revenue | 110 | |\n", "ok" },
		{ "| 2026-11-06 | Revenue | 90 | |\n", "no_data" },
		{ "| 2026-11-06 | Revenue | 160 | |\n| 2026-11-13 | Revenue | 145 | |\n", "no_data" },
		{ "| 2026-11-06 | Revenue | 160 | |\n| 2026-11-13 | Revenue | 145 | |\n| 2026-11-18 | Revenue | 150 | |\n",
			"ok" },
		/* the same again is no move: the one before counts */
		{ "| 2026-11-06 | Revenue | 160 | |\n| 2026-11-13 | Revenue | 160.0 | |\n", "ok" },
		{ "| 2026-11-06 | Revenue | 90 | |\n| 2026-11-13 | Revenue | 90.0 | |\n", "no_data" },
		/* still reached */
		{ "| 2026-11-06 | Revenue | 220 | |\n| 2026-11-13 | Revenue | 210 | |\n", "ok" },
		/* nobody knows which way */
		{ "| 2026-11-06 | Revenue | better | |\n", "ok" },
		{ "| 2026-11-06 | Team | 4 | |\n", "ok" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = again(state);
		engagement_with(practice, cases[i].rows);
		struct client_health health = health_of(practice, 0);
		int judged = health.indicators[INDICATOR_PROGRESSING].state;
		if (strcmp(indicator_state_names[judged], cases[i].state) != 0)
			fail_msg("\"%s\": %s", cases[i].rows, indicator_state_names[judged]);
	}
}

static void a_flag_calls_for_attention_to_its_indicator(void **state)
{
	struct practice_fixture *practice = *state;
	practice_session(practice, "Ana", "2026-10-09", "held", "");
	practice_session(practice, "Ana", "2026-10-23", "missed", "");
	practice_inbox(practice, "ana silva", "- 2026-10-01 ← Hi\n");
	assert_string_equal(indicators(practice, 0),
		"engaged attention, implementing no_data, progressing no_data, satisfied no_data");
	struct client_health health = health_of(practice, 0);
	assert_int_equal(health.indicators[INDICATOR_ENGAGED].evidence.count, 2);
	assert_span(
		health.indicators[INDICATOR_ENGAGED].message, "missed on 2026-10-23, and no later session is booked");
}

static void only_the_ticked_line_tells_that_a_client_is_satisfied(void **state)
{
	static const struct {
		const char *line, *state;
	} cases[] = {
		{ "- [x] Client satisfied (direct feedback positive)", "ok" },
		{ "- [ ] Client satisfied (direct feedback positive)", "no_data" },
		{ "- [x] Klientin zufrieden", "ok" },
		{ "- [x] 客户满意", "ok" },
		{ "- [x] Client engaged", "no_data" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = again(state);
		practice_engagement(practice,
			arena_printf(&practice->note.arena,
				"| Field | Value |\n| --- | --- |\n| Client Name | Ana Silva |\n\n### Relationship Health Indicators\n%s\n",
				cases[i].line));
		practice_resolve(practice);
		struct client_health health = health_of(practice, 0);
		if (strcmp(indicator_state_names[health.indicators[INDICATOR_SATISFIED].state], cases[i].state) != 0)
			fail_msg("%s", cases[i].line);
	}
}

static void of_a_client_on_hold_nothing_is_told(void **state)
{
	struct practice_fixture *practice = *state;
	practice_session(practice, "Cy Holt", "2026-11-06", "held", "");
	assert_string_equal(indicators(practice, 2),
		"engaged no_data, implementing no_data, progressing no_data, satisfied no_data");
}

/* As an action of a note that was not parsed. */
static void a_place_needs_no_more_of_a_note_than_its_path(void **state)
{
	struct practice_fixture *practice = *state;
	static const struct document unparsed = { .path = "Days/2026-11-02.md" };
	struct action_source source = { NOTE_DAY, SPAN("Ana Silva"), DATE_NONE };
	struct task task;
	assert_true(task_read_line(SPAN("- [ ] Draft [owner:: client] 📅 2026-11-02"), &task));
	task.line = 7;
	actions_add(&practice->records.actions, &practice->note.aliases, &unparsed, &source, &task);
	task.text = SPAN("Send");
	actions_add(&practice->records.actions, &practice->note.aliases, &unparsed, &source, &task);
	practice_resolve(practice);
	struct client_health health = health_of(practice, 0);
	assert_string_equal(flags(practice, &health), "assignments");
	assert_string_equal(health.flags[0].evidence.items[0].path, "Days/2026-11-02.md");
	assert_int_equal(health.flags[0].evidence.items[0].line, 7);
	assert_int_equal(health.flags[0].evidence.items[0].column, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		HEALTH_TEST(nothing_known_raises_nothing),
		HEALTH_TEST(a_missed_session_wants_a_later_one),
		HEALTH_TEST(a_missed_session_is_shown_at_its_status),
		HEALTH_TEST(the_last_and_the_next_session_are_known),
		HEALTH_TEST(completion_counts_due_actions_by_what_became_of_them),
		HEALTH_TEST(completion_looks_at_the_last_three_held_sessions),
		HEALTH_TEST(more_than_half_unkept_raises_the_flag),
		HEALTH_TEST(a_week_overdue_raises_the_flag_wherever_it_was_agreed),
		HEALTH_TEST(both_reasons_are_one_flag),
		HEALTH_TEST(evidence_is_shown_up_to_eight_places),
		HEALTH_TEST(silence_is_counted_from_the_clients_last_message),
		HEALTH_TEST(who_was_met_since_is_silent_and_said_to_be_met),
		HEALTH_TEST(silence_is_shown_at_the_last_message),
		HEALTH_TEST(movement_is_a_value_that_changed),
		HEALTH_TEST(a_stall_is_shown_at_the_last_row_that_moved),
		HEALTH_TEST(all_four_stand_in_their_order),
		HEALTH_TEST(a_client_on_hold_raises_none),
		HEALTH_TEST(a_forwarded_action_is_not_carried_over_beside_its_copy),
		HEALTH_TEST(an_action_carried_over_is_counted_once),
		HEALTH_TEST(an_indicator_rests_on_the_files_or_has_no_data),
		HEALTH_TEST(progressing_needs_a_last_move_that_came_closer),
		HEALTH_TEST(a_flag_calls_for_attention_to_its_indicator),
		HEALTH_TEST(only_the_ticked_line_tells_that_a_client_is_satisfied),
		HEALTH_TEST(of_a_client_on_hold_nothing_is_told),
		HEALTH_TEST(a_place_needs_no_more_of_a_note_than_its_path),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
