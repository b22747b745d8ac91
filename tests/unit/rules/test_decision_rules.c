/* A decision rule is shown where a note holds a signal of its situation. Today is Friday 2026-11-20. */
#include "practice_fixture.h"

#include "rules/decision_rules.h"

#define ENGAGEMENT                                                                                                     \
	"---\ntype: engagement\nclient: \"[[Ana]]\"\n---\n"                                                            \
	"**Primary Goal:** Delegate the budget\n\n"                                                                    \
	"### Client Success Metrics\n| Metric | Baseline | Target |\n|---|---|---|\n| Confidence | 4 | 8 |\n\n"        \
	"### Session Decisions\n| Situation | Decision |\n|---|---|\n| Client brings new topic | Ask |\n"              \
	"| Client stuck | Look |\n| Client overwhelmed | Less |\n| Client resistant | Wonder |\n| Late | Wait |\n\n"   \
	"### Async Support Decisions\n| Situation | Decision |\n|---|---|\n| Scope creep request | Name it |\n\n"

static int set_up(void **state)
{
	practice_set_up(state);
	practice_contract(*state, "50/30/20", "| Ana | weekly | Active | |\n| Ben | weekly | Active | |");
	return 0;
}

#define DECISION_TEST(function) cmocka_unit_test_setup_teardown(function, set_up, practice_tear_down)

static struct practice_fixture *again(void **state)
{
	practice_tear_down(state);
	set_up(state);
	return *state;
}

static struct result_list rules_of(struct practice_fixture *practice)
{
	const struct health_settings settings = { .silent_days = 14, .stalled_days = 30 };
	struct arena *arena = &practice->note.arena;
	struct date today = practice_date("2026-11-20");
	const struct roster_client *ana = &practice->portfolio.clients[0];
	const struct session *last = NULL;
	actions_unite(&practice->records.actions, DATE_NONE, &practice->note.findings);
	for (size_t i = 0; i < practice->records.session_count; i++)
		if (practice->sessions[i].client_id == ana->id && practice->sessions[i].status == SESSION_HELD &&
			date_compare(practice->sessions[i].date, today) <= 0)
			last = &practice->sessions[i];
	struct client_health health = health_decide(arena, &practice->records, &settings, ana, today);
	return decision_rules_applied(arena, &practice->note.aliases, &practice->records, ana, &health, last, today);
}

/* "Client stuck (21): message (path:line); message (path:line) | …" */
static const char *told(struct practice_fixture *practice)
{
	struct arena *arena = &practice->note.arena;
	struct result_list rules = rules_of(practice);
	const char *text = "";
	for (size_t i = 0; i < rules.count; i++) {
		const struct decision_rule *rule = (const struct decision_rule *)rules.items + i;
		text = arena_printf(arena, "%s%s%.*s:", text, i ? " | " : "", SPAN_PRINT(rule->situation));
		for (size_t k = 0; k < rule->signals.count; k++) {
			const struct decision_signal *signal = (const struct decision_signal *)rule->signals.items + k;
			text = arena_printf(arena, "%s%s %.*s (%.*s:%lld)", text, k ? ";" : "",
				SPAN_PRINT(signal->message), SPAN_PRINT(signal->path), signal->line.value);
		}
	}
	return text;
}

/* --- messages ---------------------------------------------------------------------------------------------------- */

static void a_message_names_the_situation(void **state)
{
	static const struct {
		const char *line;
		const char *told;
	} cases[] = {
		{ "- 2026-11-18 09:00 ← [slack] The CFO moved it to Monday.", "" },
		{ "- 2026-11-18 09:00 ← [slack] I am stuck.",
			"Client stuck: named in the message of 2026-11-18 (Clients/Inbox.md:5)" },
		{ "- 2026-11-18 09:00 ← [slack] Ich bin überfordert.",
			"Client overwhelmed: named in the message of 2026-11-18 (Clients/Inbox.md:5)" },
		{ "- 2026-11-18 09:00 ← [slack] Coach my deputy too? #scope-creep",
			"Scope creep request: named in the message of 2026-11-18 (Clients/Inbox.md:5)" },
		{ "- 2026-11-18 09:00 ← [slack] Why would I. #resistant",
			"Client resistant: named in the message of 2026-11-18 (Clients/Inbox.md:5)" },
		{ "- 2026-11-18 09:00 ← [slack] 有一个新话题",
			"Client brings new topic: named in the message of 2026-11-18 (Clients/Inbox.md:5)" },
		/* a topic of the goal or a metric is none that is new */
		{ "- 2026-11-18 09:00 ← [slack] New topic: the budget", "" },
		{ "- 2026-11-18 09:00 ← [slack] New topic: my confidence", "" },
		{ "- 2026-11-18 09:00 ← [slack] New topic: my daughter",
			"Client brings new topic: named in the message of 2026-11-18 (Clients/Inbox.md:5)" },
		/* of the coach, of before the last session, of a day to come */
		{ "- 2026-11-18 09:00 → [slack] Are you stuck?", "" },
		{ "- 2026-11-10 09:00 ← [slack] I am stuck.", "" },
		{ "- 2026-11-21 09:00 ← [slack] I am stuck.", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = again(state);
		practice_engagement(practice, ENGAGEMENT);
		practice_session(practice, "Ana", "2026-11-10", "held", "");
		practice_inbox(practice, "Ana", cases[i].line);
		assert_string_equal(told(practice), cases[i].told);
	}
}

/* --- what was carried over --------------------------------------------------------------------------------------- */

static void a_commitment_carried_over_twice_is_stuck(void **state)
{
	static const struct {
		const char *first, *second, *third; /* Action Items of 10-01, 10-15 and 10-29 */
		const char *told;
	} cases[] = {
		{ "- [ ] Call the bank", "", "",
			"Client stuck: agreed on 2026-10-01, open after 2 more sessions: Call the bank "
			"(Sessions/2026-10-01 Ana 0.md:9)" },
		{ "", "- [ ] Call the bank", "", "" },
		{ "- [/] Call the bank 📅 2026-10-10", "", "",
			"Client stuck: agreed on 2026-10-01, open after 2 more sessions: Call the bank "
			"(Sessions/2026-10-01 Ana 0.md:9)" },
		/* taken on from session to session, by its text or its id: told once, where it stands now */
		{ "- [>] Call the bank", "- [>] Call the bank", "- [ ] **Call** the bank",
			"Client stuck: agreed on 2026-10-01, open after 2 more sessions: **Call** the bank "
			"(Sessions/2026-10-29 Ana 2.md:9)" },
		{ "- [ ] Call the bank", "- [ ] Call the bank", "- [ ] Call the bank",
			"Client stuck: agreed on 2026-10-01, open after 2 more sessions: Call the bank "
			"(Sessions/2026-10-29 Ana 2.md:9)" },
		{ "- [>] Call the bank 🆔 a1b2", "", "- [ ] Call them at last 🆔 a1b2",
			"Client stuck: agreed on 2026-10-01, open after 2 more sessions: Call them at last "
			"(Sessions/2026-10-29 Ana 2.md:9)" },
		{ "- [ ] Call the bank 🆔 a1b2", "", "- [ ] Call the bank 🆔 a1b2",
			"Client stuck: agreed on 2026-10-01, open after 2 more sessions: Call the bank "
			"(Sessions/2026-10-29 Ana 2.md:9)" },
		/* done, given up, agreed anew, for later, again and again, the coach's */
		{ "- [x] Call the bank", "", "- [ ] Call the bank", "" },
		{ "- [-] Call the bank", "", "", "" },
		{ "- [ ] Call the bank 📅 2026-11-20", "", "", "" },
		{ "- [ ] Call the bank 🔁 every week", "", "", "" },
		{ "- [ ] Call the bank [owner:: coach]", "", "", "" },
		/* blocked, from its first day on */
		{ "", "", "- [ ] Call the bank [blocked:: waits for Carla]",
			"Client stuck: blocked, waits for Carla: Call the bank (Sessions/2026-10-29 Ana 2.md:9)" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = again(state);
		struct arena *arena = &practice->note.arena;
		static const char *const days[] = { "2026-10-01", "2026-10-15", "2026-10-29" };
		const char *const actions[] = { cases[i].first, cases[i].second, cases[i].third };
		practice_engagement(practice, ENGAGEMENT);
		for (size_t k = 0; k < 3; k++)
			practice_session_note(practice, "Ana", days[k], "held", "",
				arena_printf(arena, "\n## Action Items\n%s\n", actions[k]));
		practice_session(practice, "Ana", "2026-11-05", "missed", "");
		practice_session(practice, "Ben", "2026-11-06", "held", "");
		practice_session(practice, "Ana", "2026-11-21", "held", "");
		assert_string_equal(told(practice), cases[i].told);
	}
}

/* --- what does not move ------------------------------------------------------------------------------------------ */

static void a_metric_without_movement_is_stuck(void **state)
{
	static const char still[] =
		"Client stuck: no movement since the session of 2026-10-01: Confidence is still at ";
	static const struct {
		const char *rows;
		const char *value; /* and place; NULL: nothing is told */
	} cases[] = {
		{ "| 2026-10-01 | Confidence | 5 |\n| 2026-10-29 | Confidence | 5 |\n",
			"5 (Clients/engagement.md:30)" },
		{ "| 2026-10-29 | confidence | 5 |\n| 2026-10-01 | Confidence | 5 |\n",
			"5 (Clients/engagement.md:29)" },
		{ "| 2026-10-01 | Confidence | 5 |\n| 2026-10-29 | Confidence | 6 |\n", NULL },
		{ "| 2026-10-01 | Confidence | 5 |\n", NULL },
		{ "| 2026-10-29 | Confidence | 5 |\n| 2026-10-29 | Confidence | 5 |\n", NULL },
		{ "| 2026-10-01 | Confidence | 8 |\n| 2026-10-29 | Confidence | 8 |\n", NULL },
		{ "| 2026-10-01 | Confidence | 9 |\n| 2026-10-29 | Confidence | 9 |\n", NULL },
		/* before these sessions, and after today */
		{ "| 2026-09-01 | Confidence | 5 |\n| 2026-10-29 | Confidence | 5 |\n", NULL },
		{ "| 2026-10-29 | Confidence | 5 |\n| 2026-11-21 | Confidence | 5 |\n", NULL },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = again(state);
		struct arena *arena = &practice->note.arena;
		practice_engagement(practice,
			arena_printf(arena, ENGAGEMENT "### Progress Log\n| Date | Metric | Value |\n|---|---|---|\n%s",
				cases[i].rows));
		practice_session(practice, "Ana", "2026-09-01", "held", "");
		practice_session(practice, "Ana", "2026-10-01", "held", "");
		practice_session(practice, "Ana", "2026-10-15", "held", "");
		practice_session(practice, "Ana", "2026-10-29", "held", "");
		assert_string_equal(
			told(practice), cases[i].value ? arena_printf(arena, "%s%s", still, cases[i].value) : "");
	}
}

static void two_sessions_are_too_few_to_stand_still(void **state)
{
	struct practice_fixture *practice = *state;
	practice_engagement(practice, ENGAGEMENT "### Progress Log\n| Date | Metric | Value |\n|---|---|---|\n"
						 "| 2026-10-15 | Confidence | 5 |\n| 2026-10-29 | Confidence | 5 |\n");
	practice_session(practice, "Ana", "2026-10-15", "held", "");
	practice_session(practice, "Ana", "2026-10-29", "held", "");
	assert_string_equal(told(practice), "");
}

/* --- what is too much -------------------------------------------------------------------------------------------- */

static void much_open_and_little_done_is_too_much(void **state)
{
	static const struct {
		const char *actions;
		const char *told;
	} cases[] = {
		{ "- [ ] A 📅 2026-11-12\n- [ ] B 📅 2026-11-13\n- [ ] C\n- [ ] D\n- [x] E 📅 2026-11-12 ✅ 2026-11-12\n",
			"Client overwhelmed: 1 of 3 due actions done on time, and 4 of the client's are open "
			"(Sessions/2026-11-10 Ana 0.md:9)" },
		/* half is not most; three are what one session may give; the coach's own do not count */
		{ "- [ ] A 📅 2026-11-12\n- [ ] B\n- [ ] C\n- [ ] D\n- [x] E 📅 2026-11-12 ✅ 2026-11-12\n", "" },
		{ "- [ ] A 📅 2026-11-12\n- [ ] B 📅 2026-11-13\n- [ ] C\n", "" },
		{ "- [ ] A 📅 2026-11-12\n- [ ] B 📅 2026-11-13\n- [ ] C\n- [ ] D [owner:: coach]\n", "" },
		/* what is due today can still be done */
		{ "- [ ] A 📅 2026-11-20\n- [ ] B\n- [ ] C\n- [ ] D\n", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = again(state);
		practice_engagement(practice, ENGAGEMENT);
		practice_session_note(practice, "Ana", "2026-11-10", "held", "",
			arena_printf(&practice->note.arena, "\n## Action Items\n%s", cases[i].actions));
		assert_string_equal(told(practice), cases[i].told);
	}
}

/* --- the rules themselves ---------------------------------------------------------------------------------------- */

static void rules_stand_as_the_engagement_has_them(void **state)
{
	struct practice_fixture *practice = *state;
	practice_engagement(practice, ENGAGEMENT);
	practice_inbox(practice, "Ana", "- 2026-11-18 ← [slack] Coach my deputy too? #scope-creep I am stuck.\n");
	struct result_list rules = rules_of(practice);
	const struct decision_rule *rule = rules.items;
	assert_int_equal(rules.count, 2);
	assert_span(rule[0].situation, "Client stuck");
	assert_span(rule[0].decision, "Look");
	assert_span(rule[0].path, "Clients/engagement.md");
	assert_int_equal(rule[0].line.value, 16);
	assert_span(rule[1].situation, "Scope creep request");
	assert_int_equal(rule[1].line.value, 24);
}

static void without_rules_nothing_is_told(void **state)
{
	struct practice_fixture *practice = *state;
	practice_inbox(practice, "Ana", "- 2026-11-18 ← [slack] I am stuck.\n");
	assert_string_equal(told(practice), "");
	practice_engagement(practice, "---\ntype: engagement\nclient: \"[[Ana]]\"\n---\n### Session Decisions\n");
	assert_string_equal(told(practice), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		DECISION_TEST(a_message_names_the_situation),
		DECISION_TEST(a_commitment_carried_over_twice_is_stuck),
		DECISION_TEST(a_metric_without_movement_is_stuck),
		DECISION_TEST(two_sessions_are_too_few_to_stand_still),
		DECISION_TEST(much_open_and_little_done_is_too_much),
		DECISION_TEST(rules_stand_as_the_engagement_has_them),
		DECISION_TEST(without_rules_nothing_is_told),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
