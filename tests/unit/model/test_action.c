/* What counts as an action, whose it is, and how it stands (docs/words.md, "Actions"). */
#include "note_fixture.h"

#include "model/action.h"

static void collect(struct note_fixture *note, struct action_list *actions, const char *path, enum note_kind kind,
	const char *client, struct date agreed, const char *text)
{
	actions->arena = &note->arena;
	struct action_source source = { kind, span_of(client), agreed };
	actions_collect(actions, note_outline(note, path, text), &source);
}

/* Each action as "text|owner|client", one a line. */
static const char *lines(struct note_fixture *note, const struct action_list *actions)
{
	const char *text = "";
	for (size_t i = 0; i < actions->count; i++) {
		const struct action *action = &actions->items[i];
		text = arena_printf(&note->arena, "%s%.*s|%s|%.*s\n", text, SPAN_PRINT(action->task.text),
			action->owner == OWNER_CLIENT ? "client" : "coach", SPAN_PRINT(action->client));
	}
	return text;
}

static void tasks_anywhere_are_actions_but_not_checklists(void **state)
{
	struct note_fixture *note = *state;
	struct action_list engagement = { .count = 0 };
	collect(note, &engagement, "e.md", NOTE_ENGAGEMENT, "Ana Silva", DATE_NONE,
		"# Spec\n\n- [ ] Ask for the org chart\n\n## 2. SUCCESS CRITERIA\n\n- [ ] Criterion\n\n"
		"### Relationship Health Indicators\n- [x] Client engaged\n\n### Red Flags to Monitor\n- [ ] Missed sessions\n\n"
		"## 4. Engagement Structure\n- [ ] Agree the phases\n\n"
		"## 11. COMPLETION STANDARD\n\n### Session Complete When:\n- [ ] Summary documented\n\n"
		"### Engagement Complete When:\n- [ ] Outcome achieved\n\n## 12. Notes\n- [ ] Send the book\n");
	assert_string_equal(lines(note, &engagement),
		"Ask for the org chart|coach|Ana Silva\nAgree the phases|coach|Ana Silva\nSend the book|coach|Ana Silva\n");
	struct action_list session = { .count = 0 };
	collect(note, &session, "s.md", NOTE_SESSION, "Winter Cohort", date_of(2026, 11, 20),
		"## Attendance\n- [x] [[Li Wei]]\n\n## Action Items\n- [ ] Read chapter two\n- [ ] [What]\n- [ ]\n");
	assert_string_equal(lines(note, &session), "Read chapter two|client|Winter Cohort\n");
}

static void checklists_are_known_in_other_languages(void **state)
{
	struct note_fixture *note = *state;
	struct action_list actions = { .count = 0 };
	collect(note, &actions, "e.md", NOTE_ENGAGEMENT, "Jonas Feld", DATE_NONE,
		"## Erfolgskriterien\n- [ ] Kriterium\n## Warnsignale\n- [ ] Still\n## Notizen\n- [ ] Buch schicken\n"
		"## 危险信号\n- [ ] 缺席\n");
	struct action_list attendance = { .count = 0 };
	collect(note, &attendance, "s.md", NOTE_SESSION, "G", date_of(2026, 1, 1),
		"## Anwesenheit\n- [ ] [[A]]\n## Aufgaben\n- [ ] Lesen\n");
	assert_string_equal(lines(note, &attendance), "Lesen|client|G\n");
	assert_span(actions.items[0].task.text, "Buch schicken");
	assert_int_equal(actions.count, 1);
}

static void an_action_has_an_owner(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		enum note_kind kind;
		const char *task;
		enum action_owner owner;
	} cases[] = {
		{ NOTE_SESSION, "- [ ] Draft the memo", OWNER_CLIENT },
		{ NOTE_WEEK, "- [ ] Send the contract", OWNER_COACH },
		{ NOTE_ENGAGEMENT, "- [ ] Send the contract", OWNER_COACH },
		{ NOTE_SESSION, "- [ ] Send slides [owner:: coach]", OWNER_COACH },
		{ NOTE_SESSION, "- [ ] Folien schicken [owner:: ich]", OWNER_COACH },
		{ NOTE_SESSION, "- [ ] 发资料 [owner:: 教练]", OWNER_COACH },
		{ NOTE_WEEK, "- [ ] Draft [owner:: client]", OWNER_CLIENT },
		{ NOTE_WEEK, "- [ ] Draft [owner:: Client]", OWNER_CLIENT },
		{ NOTE_WEEK, "- [ ] 草稿 [owner:: 客户]", OWNER_CLIENT },
		{ NOTE_WEEK, "- [ ] Draft [owner:: Ana]", OWNER_CLIENT },
		{ NOTE_WEEK, "- [ ] Draft [owner:: Ana Silva]", OWNER_CLIENT },
		{ NOTE_WEEK, "- [ ] Draft [owner:: Rosa]", OWNER_COACH },
		{ NOTE_SESSION, "- [ ] Draft [owner:: Rosa]", OWNER_CLIENT },
		{ NOTE_SESSION, "## Resources\n- [ ] Send [[Delegation Ladder]]", OWNER_COACH },
		{ NOTE_SESSION, "## Mitgegeben\n### Mehr\n- [ ] [[Delegation Ladder]]", OWNER_COACH },
		{ NOTE_SESSION, "## 资源\n- [ ] 发资料", OWNER_COACH },
		{ NOTE_SESSION, "## Resources\n- [ ] Read it [owner:: client]", OWNER_CLIENT },
		{ NOTE_SESSION, "## Resources\n- x\n## Action Items\n- [ ] Read it", OWNER_CLIENT },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct action_list actions = { .count = 0 };
		collect(note, &actions, "x.md", cases[i].kind, "Ana Silva", DATE_NONE, cases[i].task);
		assert_int_equal(actions.count, 1);
		if (actions.items[0].owner != cases[i].owner)
			fail_msg("\"%s\" in kind %d", cases[i].task, (int)cases[i].kind);
	}
}

static void a_link_to_a_client_says_whose_action_it_is(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio;
	portfolio_read(note_outline(note, "p.md",
			       "## Roster\n\n| Client | Sessions/Month | Status |\n| --- | --- | --- |\n"
			       "| [[Clients/Ana Silva\\|Ana]] | 1 | Active |\n| Li Wei | 1 | Active |\n"),
		&portfolio, &note->findings);
	static const char week[] = "- [ ] Send [[Contract Template]] to [[Clients/Li Wei/Li Wei|Wei]]\n"
				   "- [ ] Call [[Ana]]\n- [ ] Order paper for [[Office]]\n- [ ] Rest\n";
	struct action_list actions = { .portfolio = &portfolio };
	collect(note, &actions, "w.md", NOTE_WEEK, "", DATE_NONE, week);
	assert_int_equal(actions.count, 4);
	assert_span(actions.items[0].client, "Li Wei");
	assert_span(actions.items[1].client, "Ana Silva");
	assert_span(actions.items[2].client, "");
	assert_span(actions.items[3].client, "");
	struct action_list without = { .count = 0 };
	collect(note, &without, "w.md", NOTE_WEEK, "", DATE_NONE, week);
	assert_span(without.items[0].client, "");
}

static void one_id_is_one_action_whose_home_is_the_session(void **state)
{
	struct note_fixture *note = *state;
	struct action_list actions = { .count = 0 };
	collect(note, &actions, "Days/d.md", NOTE_DAY, "", DATE_NONE,
		"- [x] Draft the memo 🆔 a7k2\n- [ ] Only here\n- [ ] Twice 🆔 b1\n");
	collect(note, &actions, "Sessions/s.md", NOTE_SESSION, "Ana", date_of(2026, 11, 20),
		"- [ ] Draft the **memo** 📅 2026-11-27 🆔 a7k2\n");
	collect(note, &actions, "Weeks/w.md", NOTE_WEEK, "", DATE_NONE,
		"- [ ] draft the memo 📅 2026-11-27 🆔 a7k2\n- [ ] Twice 🆔 b1\n- [ ] Only here\n");
	actions_unite(&actions, date_of(2026, 11, 20), &note->findings);
	assert_int_equal(actions.count, 3);
	assert_string_equal(actions.items[0].document->path, "Sessions/s.md");
	assert_span(actions.items[0].client, "Ana");
	assert_true(action_is_open(&actions.items[0]));
	assert_string_equal(actions.items[1].document->path, "Weeks/w.md");
	assert_span(actions.items[1].task.id, "b1");
	assert_span(actions.items[2].task.text, "Only here");
	assert_string_equal(note_findings(note), "");
}

static void a_task_is_the_same_as_another_by_its_id_else_its_text(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *a, *b;
		bool same;
	} cases[] = {
		{ "- [ ] Draft the memo", "- [x] draft the **memo** 📅 2026-11-27 ✅ 2026-11-20", true },
		{ "- [ ] Draft [[Memo]]", "- [ ] Draft Memo", true },
		{ "- [ ] Draft 🆔 a7k2", "- [ ] Something else 🆔 a7k2", true },
		{ "- [ ] Draft 🆔 a7k2", "- [ ] Draft 🆔 b1c3", false },
		{ "- [ ] Draft 🆔 a7k2", "- [ ] Draft", false },
		{ "- [ ] id a7k2", "- [ ] Draft 🆔 a7k2", false },
		{ "- [ ] 写备忘录", "* [ ] 写备忘录", true },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct task a;
		struct task b;
		assert_true(task_read_line(span_of(cases[i].a), &a));
		assert_true(task_read_line(span_of(cases[i].b), &b));
		if (span_equal(task_key(&note->arena, &a), task_key(&note->arena, &b)) != cases[i].same)
			fail_msg("%s / %s", cases[i].a, cases[i].b);
	}
}

static void of_several_sessions_the_latest_up_to_today_is_home(void **state)
{
	static const struct {
		int days; /* from the first session to today */
		const char *home;
	} cases[] = {
		{ 0, "a.md" },
		{ 1, "b.md" },
		{ 9, "b.md" },
		{ 10, "c.md" },
		{ -20, "a.md" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct note_fixture *note = *state;
		struct action_list actions = { .count = 0 };
		struct date first = date_of(2026, 11, 12);
		collect(note, &actions, "Clients/e.md", NOTE_ENGAGEMENT, "Ana", DATE_NONE,
			"- [ ] Draft the memo 🆔 a7k2\n");
		collect(note, &actions, "a.md", NOTE_SESSION, "Ana", first,
			"- [ ] Draft the memo 📅 2026-11-18 🆔 a7k2\n");
		collect(note, &actions, "b.md", NOTE_SESSION, "Ana", date_add(first, 1),
			"- [ ] Draft the memo 📅 2026-11-25 🆔 a7k2\n");
		collect(note, &actions, "c.md", NOTE_SESSION, "Ana", date_add(first, 10),
			"- [ ] Draft the memo 📅 2026-11-30 🆔 a7k2\n");
		collect(note, &actions, "z.md", NOTE_SESSION, "Ana", DATE_NONE, "- [ ] Draft the memo 🆔 a7k2\n");
		actions_unite(&actions, date_add(first, cases[i].days), &note->findings);
		assert_int_equal(actions.count, 1);
		assert_int_equal(actions.copy_count, 4);
		assert_string_equal(actions.items[0].document->path, cases[i].home);
	}
}

static void what_was_carried_over_counts_as_the_latest_week_has_it(void **state)
{
	struct note_fixture *note = *state;
	struct action_list actions = { .count = 0 };
	collect(note, &actions, "Weeks/2026-W46.md", NOTE_WEEK, "", DATE_NONE,
		"- [ ] Call the printer 🆔 p1\n- [ ] Send the invoice\n- [ ] Send the invoice\n");
	collect(note, &actions, "Weeks/2026-W47.md", NOTE_WEEK, "", DATE_NONE,
		"- [x] Call the printer 🆔 p1\n- [x] Send the invoice ✅ 2026-11-17\n");
	actions_unite(&actions, date_of(2026, 11, 20), &note->findings);
	assert_int_equal(actions.count, 2);
	assert_string_equal(actions.items[0].document->path, "Weeks/2026-W47.md");
	assert_false(action_is_open(&actions.items[0]));
	assert_false(action_is_open(&actions.items[1]));
	assert_string_equal(note_findings(note), "");
}

static void one_id_for_two_texts_is_a_finding(void **state)
{
	struct note_fixture *note = *state;
	struct action_list actions = { .count = 0 };
	collect(note, &actions, "a.md", NOTE_SESSION, "Ana", date_of(2026, 11, 20), "- [ ] Draft the memo 🆔 a7k2\n");
	collect(note, &actions, "b.md", NOTE_SESSION, "Ben", date_of(2026, 11, 21), "\n- [ ] Call the CFO 🆔 a7k2\n");
	actions_unite(&actions, date_of(2026, 11, 20), &note->findings);
	assert_int_equal(actions.count, 2);
	assert_string_equal(note_findings(note), "duplicate_id 2:25");
	assert_string_equal(note->findings.items[0].position.path, "b.md");
}

static void an_action_is_open_and_overdue_by_its_mark_and_date(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *task;
		bool open, overdue; /* on 2026-11-20 */
	} cases[] = {
		{ "- [ ] a 📅 2026-11-19", true, true },
		{ "- [ ] a 📅 2026-11-20", true, false },
		{ "- [ ] a [due:: 2026-11-19]", true, true },
		{ "- [ ] a", true, false },
		{ "- [ ] a 📅 2026-13-45", true, false },
		{ "- [x] a 📅 2026-11-19", false, false },
		{ "- [X] a 📅 2026-11-19", false, false },
		{ "- [-] a 📅 2026-11-19", false, false },
		{ "- [/] a 📅 2026-11-19", false, false },
		{ "- [>] a 📅 2026-11-19", false, false },
		{ "- [?] a 📅 2026-11-19", false, false },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct action_list actions = { .count = 0 };
		collect(note, &actions, "x.md", NOTE_OTHER, "", DATE_NONE, cases[i].task);
		assert_int_equal(actions.count, 1);
		if (action_is_open(&actions.items[0]) != cases[i].open ||
			action_is_overdue(&actions.items[0], date_of(2026, 11, 20)) != cases[i].overdue)
			fail_msg("\"%s\"", cases[i].task);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(tasks_anywhere_are_actions_but_not_checklists),
		NOTE_TEST(checklists_are_known_in_other_languages),
		NOTE_TEST(an_action_has_an_owner),
		NOTE_TEST(a_link_to_a_client_says_whose_action_it_is),
		NOTE_TEST(one_id_is_one_action_whose_home_is_the_session),
		NOTE_TEST(a_task_is_the_same_as_another_by_its_id_else_its_text),
		NOTE_TEST(of_several_sessions_the_latest_up_to_today_is_home),
		NOTE_TEST(what_was_carried_over_counts_as_the_latest_week_has_it),
		NOTE_TEST(one_id_for_two_texts_is_a_finding),
		NOTE_TEST(an_action_is_open_and_overdue_by_its_mark_and_date),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
