/* What a week asks for: links that lead somewhere, and what is missing to plan by. */
#include "practice_fixture.h"

#include "rules/week_plan.h"

static const struct week_plan *plan_on(struct practice_fixture *practice, const char *today)
{
	struct week_plan_settings settings = { practice->settings, { .silent_days = 21, .stalled_days = 28 },
		&practice->note.aliases };
	practice_forget_findings(practice);
	return week_plan_decide(&practice->note.arena, &practice->records, &settings, practice_week_named("2026-W47"),
		practice_date(today), &practice->note.findings);
}

static const struct week_plan *plan_of(struct practice_fixture *practice)
{
	return plan_on(practice, "2026-11-16");
}

static struct span first_link(const struct week_plan *plan)
{
	assert_true(plan->clients.count > 0);
	return ((const struct week_client *)plan->clients.items)[0].link;
}

static void a_client_is_linked_by_a_note_that_is_there(void **state)
{
	static const char engagement[] = "---\ntype: engagement\nclient: \"[[%s]]\"\n---\n";
	static const struct {
		const char *row;
		const char *engaged; /* whose note "Clients/engagement.md" is */
		const char *link;
	} cases[] = {
		{ "Ana Silva", "", "Ana Silva" },
		{ "Ana Silva", "Li Wei", "Ana Silva" },
		{ "Ana Silva", "Ana Silva", "[[engagement|Ana Silva]]" },
		{ "[[Ana Silva]]", "", "[[Ana Silva]]" },
		{ "[[Ana Silva\\|Ana]]", "Ana Silva", "[[Ana Silva|Ana]]" },
		{ "Engagement", "Engagement", "[[engagement|Engagement]]" },
		{ "engagement", "Engagement", "[[engagement]]" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct arena *arena = &practice->note.arena;
		practice_contract(
			practice, "60% / 25% / 15%", arena_printf(arena, "| %s | weekly | Active | |", cases[i].row));
		if (cases[i].engaged[0])
			practice_engagement(practice, arena_printf(arena, engagement, cases[i].engaged));
		assert_span(first_link(plan_of(practice)), cases[i].link);
	}
}

static void engagement_notes_of_one_name_are_linked_by_their_path(void **state)
{
	struct practice_fixture *practice = *state;
	struct note_fixture *note = &practice->note;
	static const char *const clients[] = { "Ana Silva", "Li Wei" };
	practice_contract(
		practice, "60% / 25% / 15%", "| Ana Silva | weekly | Active | |\n| Li Wei | weekly | Active | |");
	for (size_t i = 0; i < 2; i++) {
		const char *path = arena_printf(&note->arena, "Clients/%s/Engagement.md", clients[i]);
		practice->engagements[i] = (struct engagement){ .document = note_parse(note, path, "# Engagement\n"),
			.client = span_of(clients[i]) };
	}
	practice->records.engagement_count = 2;
	practice_resolve(practice);
	assert_span(first_link(plan_of(practice)), "[[Clients/Ana Silva/Engagement|Ana Silva]]");
}

/* Both are shown as Ana, and each line leads to its own note. */
static void clients_shown_under_one_name_end_each_for_itself(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "60% / 25% / 15%",
		"| [[Ana Silva (Lisbon)\\|Ana]] | weekly | Active | 2026-11-30 |\n"
		"| [[Ana Sousa (Porto)\\|Ana]] | weekly | Active | 2026-12-01 |");
	const struct week_plan *plan = plan_of(practice);
	const struct week_item *items = plan->watchlist.items;
	assert_int_equal(plan->watchlist.count, 2);
	assert_span(items[0].text, "[[Ana Silva (Lisbon)|Ana]]");
	assert_span(items[1].text, "[[Ana Sousa (Porto)|Ana]]");
}

/* The watchlist as "[[Ana]] — no message since …; …". */
static const char *watchlist_of(struct practice_fixture *practice, const struct week_plan *plan)
{
	const struct week_item *items = plan->watchlist.items;
	const char *text = "";
	for (size_t i = 0; i < plan->watchlist.count; i++)
		text = arena_printf(&practice->note.arena, "%s%s%.*s — %.*s", text, i ? "; " : "",
			SPAN_PRINT(items[i].text), SPAN_PRINT(items[i].detail));
	return text;
}

static void escalation_triggers_are_watched_where_a_flag_is_raised(void **state)
{
	static const char engagement[] = "---\ntype: engagement\nclient: \"[[Ana]]\"\n---\n"
					 "### Escalation Triggers\n- Two missed sessions\n- [Trigger]\n- No trust\n";
	static const struct {
		const char *message; /* silent is, after 21 days, who wrote on 2026-10-25 */
		const char *status;
		const char *watchlist;
	} cases[] = {
		{ "2026-10-25", "Active",
			"[[Ana]] — no message since 2026-10-25 (22 days); "
			"[[Ana]] — escalation trigger to look at: Two missed sessions (Clients/engagement.md:6); "
			"[[Ana]] — escalation trigger to look at: No trust (Clients/engagement.md:8)" },
		{ "2026-10-26", "Active", "" },
		{ "2026-10-25", "Paused", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct arena *arena = &practice->note.arena;
		practice_contract(practice, "50/30/20",
			arena_printf(arena, "| [[Ana]] | weekly | %s | |\n| [[Ben]] | weekly | Active | |",
				cases[i].status));
		practice_engagement(practice, engagement);
		practice_inbox(practice, "Ana", arena_printf(arena, "- %s ← [slack] Hello\n", cases[i].message));
		assert_string_equal(watchlist_of(practice, plan_of(practice)), cases[i].watchlist);
	}
}

static const char *priorities_of(struct practice_fixture *practice, const struct week_plan *plan,
	enum priority_kind first, enum priority_kind last);

static void an_action_names_its_note_so_that_the_link_leads_there(void **state)
{
	struct practice_fixture *practice = *state;
	practice_actions(practice, NOTE_OTHER, "Ideas.md", "- [ ] Call the bank \xF0\x9F\x93\x85 2026-11-17\n");
	practice_actions(practice, NOTE_OTHER, "Old/Plans.md", "- [ ] Ask Ben \xF0\x9F\x93\x85 2026-11-18\n");
	practice_actions(practice, NOTE_OTHER, "New/plans.md", "- [ ] Ask Ada \xF0\x9F\x93\x85 2026-11-19\n");
	assert_string_equal(priorities_of(practice, plan_of(practice), PRIORITY_DUE, PRIORITY_DUE),
		"due: Call the bank — due on Tue 2026-11-17, noted in [[Ideas]]; "
		"due: Ask Ben — due on Wed 2026-11-18, noted in [[Old/Plans]]; "
		"due: Ask Ada — due on Thu 2026-11-19, noted in [[New/plans]]");
}

static bool misses_plan(struct practice_fixture *practice)
{
	plan_of(practice);
	const struct finding_list *findings = &practice->note.findings;
	for (size_t i = 0; i < findings->count; i++) {
		if (findings->items[i].code != FINDING_NO_PLAN)
			continue;
		assert_string_equal(findings->items[i].message, "no quarterly plan covers 2026-W47");
		assert_string_equal(findings->items[i].hint, "a note titled \"# Quarterly Plan: Q4 2026\" is one");
		return true;
	}
	return false;
}

static void a_practice_without_a_plan_of_the_quarter_is_told(void **state)
{
	struct practice_fixture *practice = *state;
	assert_false(misses_plan(practice));
	practice_session(practice, "Ana Silva", "2026-11-02", "held", "");
	assert_true(misses_plan(practice));
	practice = practice_again(state);
	practice_contract(practice, "60% / 25% / 15%", "| Ana Silva | weekly | Active | |");
	practice_plan(practice, "# Quarterly Plan: Q3 2026\n");
	assert_true(misses_plan(practice));
	practice_plan(practice, "# Quarterly Plan: Q4 2026\n");
	assert_false(misses_plan(practice));
}

/* "due: Call the bank — due on …; …", the priorities of the kinds from `first` to `last`. */
static const char *priorities_of(struct practice_fixture *practice, const struct week_plan *plan,
	enum priority_kind first, enum priority_kind last)
{
	const char *text = "";
	for (size_t i = 0; i < plan->priorities.count; i++) {
		const struct week_priority *priority = (const struct week_priority *)plan->priorities.items + i;
		if (priority->kind >= (int)first && priority->kind <= (int)last)
			text = arena_printf(&practice->note.arena, "%s%s%s: %.*s — %.*s", text, *text ? "; " : "",
				priority_kind_names[priority->kind], SPAN_PRINT(priority->text),
				SPAN_PRINT(priority->reason));
	}
	return text;
}

/* On Monday 2026-11-16. Each text: Next Session's date, the client's row, the priorities to book and prepare. */
static void a_session_that_was_agreed_on_and_not_booked_is_shown(void **state)
{
	static const struct {
		const char *next;
		const char *booked; /* a planned session of the week, or "" */
		const char *session;
		const char *touch;
		const char *priorities;
	} cases[] = {
		{ "2026-11-20 10:00", "", "Fri 10:00, not booked", "Prepare, session, summary, resource",
			"book: **Book [[Ana Silva]]** — agreed for Fri 2026-11-20 10:00, no note yet" },
		{ "2026-11-22", "", "Sun, not booked", "Prepare, session, summary, resource",
			"book: **Book [[Ana Silva]]** — agreed for Sun 2026-11-22, no note yet" },
		{ "2026-11-13 10:00", "", "Fri 2026-11-13 10:00, not booked", "Check-in message",
			"book: **Book [[Ana Silva]]** — agreed for Fri 2026-11-13 10:00, no note yet" },
		{ "2026-11-23 10:00", "", "", "Check-in message", "" },
		{ "", "", "", "Check-in message", "" },
		{ "2026-11-20 10:00", "2026-11-17", "Tue; Fri 10:00, not booked", "Prepare, session, summary, resource",
			"book: **Book [[Ana Silva]]** — agreed for Fri 2026-11-20 10:00, no note yet; "
			"prepare: **Prepare [[Ana Silva]]** — session on Tue, no agenda yet" },
		{ "2026-11-17 10:00", "2026-11-18", "Wed", "Prepare, session, summary, resource",
			"prepare: **Prepare [[Ana Silva]]** — session on Wed, no agenda yet" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60% / 25% / 15%", "| [[Ana Silva]] | weekly | Active | |");
		practice_session_note(practice, "Ana Silva", "2026-11-06", "held", "",
			arena_printf(&practice->note.arena, "## Next Session\n**Date:** %s\n", cases[i].next));
		if (cases[i].booked[0])
			practice_session(practice, "Ana Silva", cases[i].booked, "planned", "");
		const struct week_plan *plan = plan_of(practice);
		const struct week_client *client = plan->clients.items;
		assert_span(client->session, cases[i].session);
		assert_span(client->touch, cases[i].touch);
		assert_string_equal(
			priorities_of(practice, plan, PRIORITY_BOOK, PRIORITY_PREPARE), cases[i].priorities);
	}
}

/* On Monday 2026-11-16; the week ends on the 22nd. */
static void the_coachs_own_actions_of_the_week_are_priorities(void **state)
{
	static const struct {
		enum note_kind kind;
		const char *lines;
		const char *priorities;
	} cases[] = {
		{ NOTE_INBOX, "- [ ] Call the bank 📅 2026-11-15",
			"overdue: Call the bank — overdue since 2026-11-15, noted in [[a]]" },
		{ NOTE_INBOX, "- [ ] Call the bank 📅 2026-11-16",
			"due: Call the bank — due on Mon 2026-11-16, noted in [[a]]" },
		{ NOTE_INBOX, "- [ ] Call the bank 📅 2026-11-22",
			"due: Call the bank — due on Sun 2026-11-22, noted in [[a]]" },
		{ NOTE_INBOX, "- [ ] Call the bank 📅 2026-11-23", "" },
		{ NOTE_INBOX, "- [ ] Call the bank", "" },
		{ NOTE_INBOX, "- [x] Call the bank 📅 2026-11-20", "" },
		{ NOTE_INBOX, "- [/] Call the bank 📅 2026-11-20", "" },
		{ NOTE_INBOX, "- [ ] Call the bank [owner:: client] 📅 2026-11-20", "" },
		{ NOTE_SESSION, "- [ ] Call the bank 📅 2026-11-20", "" },
		{ NOTE_SESSION, "- [ ] Call [owner:: coach] 📅 2026-11-20",
			"due: Call — due on Fri 2026-11-20, noted in [[a]]" },
		{ NOTE_WEEK, "- [ ] Call the bank 📅 2026-11-20", "" },
		{ NOTE_INBOX, "- [ ] B 📅 2026-11-20\n- [ ] A 📅 2026-11-18\n- [ ] C 📅 2026-11-13",
			"overdue: C — overdue since 2026-11-13, noted in [[a]]; due: A — due on Wed 2026-11-18, noted in [[a]]; "
			"due: B — due on Fri 2026-11-20, noted in [[a]]" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_actions(practice, cases[i].kind, "a.md", cases[i].lines);
		assert_string_equal(priorities_of(practice, plan_of(practice), PRIORITY_OVERDUE, PRIORITY_DUE),
			cases[i].priorities);
	}
}

static void an_action_copied_to_the_last_week_note_comes_as_carryover_alone(void **state)
{
	static const struct {
		const char *copy;
		bool carried;
	} cases[] = {
		{ "- [ ] Call the bank 📅 2026-11-20 🆔 a1b2", true },
		{ "- [/] Call Bea back 📅 2026-11-19 🆔 a1b2", true },
		{ "- [x] Call the bank 📅 2026-11-20 🆔 a1b2", false },
		{ "- [ ] Call the bank 📅 2026-11-20 🆔 z9z9", false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_week(practice, "2026-W46",
			arena_printf(&practice->note.arena, "\n## Carryover\n\n%s\n", cases[i].copy));
		practice_actions(practice, NOTE_INBOX, "a.md", "- [ ] Call the bank 📅 2026-11-20 🆔 a1b2");
		const char *due = priorities_of(practice, plan_of(practice), PRIORITY_DUE, PRIORITY_DUE);
		assert_string_equal(
			due, cases[i].carried ? "" : "due: Call the bank — due on Fri 2026-11-20, noted in [[a]]");
	}
}

/* With sessions of so many clients to prepare. */
static void what_has_no_section_of_its_own_stands_behind_the_twelve(void **state)
{
	static const struct {
		int clients;
		const char *lines;
		size_t shown;
		int more;
		const char *last;
	} cases[] = {
		{ 12, "", 12, 0, "**Prepare [[C12]]**" },
		{ 13, "", 12, 1, "**Prepare [[C12]]**" },
		{ 13, "- [ ] Invoice 📅 2026-11-10\n", 13, 1, "Invoice" },
		{ 12, "- [ ] Invoice 📅 2026-11-22\n- [ ] Memo 📅 2026-11-20\n", 14, 0, "Invoice" },
		{ 11, "- [ ] Memo 📅 2026-11-20\n- [ ] Tax 📅 2026-11-23\n", 12, 0, "Memo" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct arena *arena = &practice->note.arena;
		const char *roster = "";
		for (int k = 1; k <= cases[i].clients; k++)
			roster = arena_printf(arena, "%s| [[C%02d]] | weekly | Active | |\n", roster, k);
		practice_contract(practice, "50/30/20", roster);
		for (int k = 1; k <= cases[i].clients; k++)
			practice_session(practice, arena_printf(arena, "C%02d", k), "2026-11-17", "planned", "");
		practice_actions(practice, NOTE_INBOX, "a.md", cases[i].lines);
		const struct week_plan *plan = plan_of(practice);
		const struct week_priority *priorities = plan->priorities.items;
		assert_int_equal(plan->priorities.count, cases[i].shown);
		assert_int_equal(plan->more_priorities, cases[i].more);
		assert_span(priorities[plan->priorities.count - 1].text, cases[i].last);
	}
}

/* Each with the note of W46 and of W47, which is planned. */
static void what_was_added_in_the_running_week_is_due_in_it(void **state)
{
	static const struct {
		const char *before, *own, *priorities;
	} cases[] = {
		{ "", "- [ ] Rent 📅 2026-11-18", "due: Rent — due on Wed 2026-11-18, noted in [[2026-W47]]" },
		{ "", "- [ ] Rent 📅 2026-11-13 🆔 a1b2",
			"overdue: Rent — overdue since 2026-11-13, noted in [[2026-W47]]" },
		{ "", "- [ ] Rent", "" },
		{ "", "- [x] Rent 📅 2026-11-18", "" },
		{ "- [ ] Rent 📅 2026-11-13", "", "carryover: Rent — carried over from 2026-W46" },
		{ "- [ ] Rent 📅 2026-11-18", "- [ ] Rent 📅 2026-11-18",
			"carryover: Rent — carried over from 2026-W46" },
		{ "- [ ] Rent 📅 2026-11-13 🆔 a1b2", "- [ ] Rent 📅 2026-11-13 🆔 a1b2\n- [ ] Tax 📅 2026-11-20",
			"due: Tax — due on Fri 2026-11-20, noted in [[2026-W47]]; "
			"carryover: Rent — carried over from 2026-W46" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		struct arena *arena = &practice->note.arena;
		const char *before = arena_printf(arena, "## Carryover\n\n%s\n", cases[i].before);
		const char *own = arena_printf(arena, "## Carryover\n\n%s\n", cases[i].own);
		practice_week_note(practice, "2026-W46", before);
		practice_week_note(practice, "2026-W47", own);
		practice_actions(practice, NOTE_WEEK, "Weeks/2026-W46.md", before);
		practice_actions(practice, NOTE_WEEK, "Weeks/2026-W47.md", own);
		actions_unite(&practice->records.actions, DATE_NONE, &practice->note.findings);
		assert_string_equal(priorities_of(practice, plan_of(practice), PRIORITY_OVERDUE, PRIORITY_RITUAL),
			cases[i].priorities);
	}
}

static void a_ritual_without_a_rhythm_is_named_with_its_place(void **state)
{
	struct practice_fixture *practice = *state;
	practice_portfolio(practice, "## Practice Rituals\n\n- **Accounts:** monthly\n- **Reading** — when I like\n");
	plan_of(practice);
	assert_string_equal(practice_findings(practice), "ritual_undated");
	const struct finding *finding = &practice->note.findings.items[0];
	assert_string_equal(finding->message, "how often or on which day \"Reading\" comes could not be read");
	assert_string_equal(finding->position.path, "portfolio.md");
	assert_int_equal(finding->position.line, 4);
	assert_int_equal(finding->position.column, 5);
}

static void sessions_that_are_over_are_to_be_marked_a_line_each_client(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "60% / 25% / 15%", "| [[Ana Silva]] | weekly | Active | |");
	practice_session(practice, "Ana Silva", "2026-11-06", "planned", "");
	practice_session(practice, "Li Wei", "2026-11-10", "planned", "");
	practice_session(practice, "Ana Silva", "2026-11-12", "held", "");
	practice_session(practice, "Ana Silva", "2026-11-13", "planned", "");
	practice_session(practice, "Ana Silva", "2026-11-16", "planned", "");
	assert_string_equal(priorities_of(practice, plan_of(practice), PRIORITY_MARK, PRIORITY_BOOK),
		"mark: **Mark [[2026-11-06 Ana Silva 0]], [[2026-11-13 Ana Silva 3]] held or missed** — "
		"planned for 2026-11-06, over and not counted; "
		"mark: **Mark [[2026-11-10 Li Wei 1]] held or missed** — planned for 2026-11-10, over and not counted");
}

static void a_session_that_is_over_is_to_be_marked_and_not_to_be_prepared(void **state)
{
	static const struct {
		const char *today, *priorities;
	} cases[] = {
		{ "2026-11-17", "prepare: **Prepare [[Ana Silva]]** — session on Tue, no agenda yet" },
		{ "2026-11-18", "mark: **Mark [[2026-11-17 Ana Silva 0]] held or missed** — "
				"planned for 2026-11-17, over and not counted" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60% / 25% / 15%", "| [[Ana Silva]] | weekly | Active | |");
		practice_session(practice, "Ana Silva", "2026-11-17", "planned", "");
		assert_string_equal(
			priorities_of(practice, plan_on(practice, cases[i].today), PRIORITY_MARK, PRIORITY_PREPARE),
			cases[i].priorities);
	}
}

static void what_is_to_be_prepared_stands_by_the_day_of_the_session(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "60% / 25% / 15%",
		"| [[Ana Silva]] | weekly | Active | |\n| [[Li Wei]] | weekly | Active | |");
	practice_session(practice, "Li Wei", "2026-11-17", "planned", "");
	practice_session(practice, "Guest", "2026-11-18", "planned", "");
	practice_session_note(practice, "Li Wei", "2026-11-19", "planned", "start: \"09:00\"\n", "");
	practice_session_note(practice, "Ana Silva", "2026-11-19", "planned", "start: \"10:00\"\n", "");
	assert_string_equal(priorities_of(practice, plan_of(practice), PRIORITY_PREPARE, PRIORITY_PREPARE),
		"prepare: **Prepare [[Li Wei]]** — session on Tue, no agenda yet; "
		"prepare: **Prepare [[Li Wei]]** — session on Thu 09:00, no agenda yet; "
		"prepare: **Prepare [[Ana Silva]]** — session on Thu 10:00, no agenda yet");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(a_client_is_linked_by_a_note_that_is_there),
		PRACTICE_TEST(clients_shown_under_one_name_end_each_for_itself),
		PRACTICE_TEST(escalation_triggers_are_watched_where_a_flag_is_raised),
		PRACTICE_TEST(an_action_names_its_note_so_that_the_link_leads_there),
		PRACTICE_TEST(engagement_notes_of_one_name_are_linked_by_their_path),
		PRACTICE_TEST(a_practice_without_a_plan_of_the_quarter_is_told),
		PRACTICE_TEST(a_session_that_was_agreed_on_and_not_booked_is_shown),
		PRACTICE_TEST(the_coachs_own_actions_of_the_week_are_priorities),
		PRACTICE_TEST(an_action_copied_to_the_last_week_note_comes_as_carryover_alone),
		PRACTICE_TEST(what_has_no_section_of_its_own_stands_behind_the_twelve),
		PRACTICE_TEST(what_was_added_in_the_running_week_is_due_in_it),
		PRACTICE_TEST(a_ritual_without_a_rhythm_is_named_with_its_place),
		PRACTICE_TEST(sessions_that_are_over_are_to_be_marked_a_line_each_client),
		PRACTICE_TEST(a_session_that_is_over_is_to_be_marked_and_not_to_be_prepared),
		PRACTICE_TEST(what_is_to_be_prepared_stands_by_the_day_of_the_session),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
