#include "note_fixture.h"

#include "model/plan.h"

static bool read(struct note_fixture *note, const char *path, const char *text, struct plan *plan)
{
	note->findings.count = 0;
	return plan_read(note_outline(note, path, text), plan, &note->findings);
}

static const char *const status_names[] = { "planned", "active", "paused", "done", "dropped", "unknown" };

/* Each initiative as "name, category, priority, status, due", one a line. */
static const char *initiatives(struct note_fixture *note, const struct plan *plan)
{
	const char *text = "";
	for (size_t i = 0; i < plan->initiative_count; i++) {
		const struct initiative *initiative = &plan->initiatives[i];
		text = arena_printf(&note->arena, "%s%.*s, %s, %d, %s, %s\n", text, SPAN_PRINT(initiative->name),
			initiative->category_known ? category_names[initiative->category] : "?", initiative->priority,
			status_names[initiative->status], date_format(initiative->due).text);
	}
	return text;
}

/* Each milestone as "text, due" with "done" behind it, one a line. */
static const char *milestones(struct note_fixture *note, const struct plan *plan)
{
	const char *text = "";
	for (size_t i = 0; i < plan->milestone_count; i++) {
		const struct plan_milestone *milestone = &plan->milestones[i];
		text = arena_printf(&note->arena, "%s%.*s, %s%s\n", text, SPAN_PRINT(milestone->text),
			date_format(milestone->due).text, milestone->done ? ", done" : "");
	}
	return text;
}

static const char english[] = "# Quarterly Plan: Q4 2026\n> **Last Updated:** 2026-10-01\n\n"
			      "**Theme:** Fill the January cohort\n"
			      "## Initiatives\n"
			      "| Initiative | Category | Priority | Status | Effort | Due |\n"
			      "| --- | --- | --- | --- | --- | --- |\n"
			      "| Newsletter every second week | bizdev | low | active | 2h/week | 2026-12-18 |\n"
			      "| January cohort landing page | marketing | 1 | 🟢 Active | 10h | 2026-11-30 |\n"
			      "| [Initiative 1] | [bizdev] | [high] | [active] | | [YYYY-MM-DD] |\n"
			      "## Milestones\n"
			      "- [ ] Cohort page live 📅 2026-11-30\n"
			      "- [x] Name found 📅 2026-10-30\n"
			      "- [-] Dropped idea 📅 2026-10-31\n"
			      "- [ ] [What can be seen] 📅 [YYYY-MM-DD]\n";

static void check_english(struct note_fixture *note, const struct plan *plan)
{
	assert_string_equal(quarter_format(plan->quarter).text, "2026-Q4");
	assert_span(plan->theme, "Fill the January cohort");
	assert_string_equal(initiatives(note, plan), "Newsletter every second week, bizdev, 5, active, 2026-12-18\n"
						     "January cohort landing page, bizdev, 1, active, 2026-11-30\n");
	assert_span(plan->initiatives[0].effort, "2h/week");
	assert_string_equal(milestones(note, plan), "Cohort page live, 2026-11-30\nName found, 2026-10-30, done\n");
	assert_string_equal(note_findings(note), "");
}

static void a_plan_is_read(void **state)
{
	struct note_fixture *note = *state;
	struct plan plan;
	assert_true(read(note, "a.md", english, &plan));
	check_english(note, &plan);
}

static void line_ends_do_not_matter(void **state)
{
	struct note_fixture *note = *state;
	struct plan plan;
	assert_true(plan_read(note_outline_crlf(note, "a.md", english), &plan, &note->findings));
	check_english(note, &plan);
}

static void german_and_chinese_plans_are_read(void **state)
{
	struct note_fixture *note = *state;
	struct plan plan;
	assert_true(read(note, "a.md",
		"# Quartalsplan Q4 2026\n## Vorhaben\n| Fällig | Vorhaben | Bereich | Priorität | Status |\n"
		"| --- | --- | --- | --- | --- |\n| 2026-12-01 | Rundbrief | Akquise | niedrig | läuft |\n"
		"## Meilensteine\n- [ ] Seite steht 📅 2026-11-30\n",
		&plan));
	assert_string_equal(quarter_format(plan.quarter).text, "2026-Q4");
	assert_string_equal(initiatives(note, &plan), "Rundbrief, bizdev, 5, active, 2026-12-01\n");
	assert_string_equal(milestones(note, &plan), "Seite steht, 2026-11-30\n");
	assert_true(read(note, "a.md",
		"# 季度计划：2026年Q4\n## 举措\n| 举措 | 类别 | 优先级 | 状态 | 截止 |\n"
		"| --- | --- | --- | --- | --- |\n"
		"| 公众号 | 营销 | 低 | 暂停 | 2026-12-01 |\n",
		&plan));
	assert_string_equal(quarter_format(plan.quarter).text, "2026-Q4");
	assert_string_equal(initiatives(note, &plan), "公众号, bizdev, 5, paused, 2026-12-01\n");
	assert_string_equal(note_findings(note), "");
}

static void the_quarter_is_looked_for_in_order(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *path;
		const char *text;
		const char *quarter;
		const char *findings;
	} cases[] = {
		{ "2026-Q1.md", "---\nquarter: 2026-Q3\n---\n# Quarterly Plan: Q2 2026\n", "2026-Q3", "" },
		{ "2026-Q1.md", "# Quarterly Plan: Q2 2026\n", "2026-Q2", "" },
		{ "2026-Q1.md", "# Quarterly Plan: [Q1 YYYY]\n", "2026-Q1", "" },
		{ "Plans/Plan 2026-Q1 (draft).md", "# The plan\n", "2026-Q1", "" },
		{ "a.md", "# Plan for 2026 Q2\n", "2026-Q2", "" },
		{ "2026-Q1.md", "---\nquarter: Q7\n---\n", NULL, "bad_date 2:10" },
		{ "a.md", "# Quarterly Plan\n", NULL, "bad_date 1:1" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct plan plan;
		bool known = read(note, cases[i].path, cases[i].text, &plan);
		assert_int_equal(known, cases[i].quarter != NULL);
		if (known)
			assert_string_equal(quarter_format(plan.quarter).text, cases[i].quarter);
		assert_string_equal(note_findings(note), cases[i].findings);
	}
}

static void priorities_and_states_have_many_words(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *priority;
		const char *status;
		int read;
		enum initiative_status meaning;
		const char *findings;
	} cases[] = {
		{ "high", "planned", 1, INITIATIVE_PLANNED, "" },
		{ "Medium", "in progress", 3, INITIATIVE_ACTIVE, "" },
		{ "**low**", "on hold", 5, INITIATIVE_PAUSED, "" },
		{ "P2", "done", 2, INITIATIVE_DONE, "" },
		{ "4/5", "abandoned", 4, INITIATIVE_DROPPED, "" },
		{ "mittel", "abgeschlossen", 3, INITIATIVE_DONE, "" },
		{ "高", "进行中", 1, INITIATIVE_ACTIVE, "" },
		{ "", "", 0, INITIATIVE_STATUS_UNKNOWN, "" },
		{ "6", "dreamt", 0, INITIATIVE_STATUS_UNKNOWN, "bad_value 5:7, bad_value 5:11" },
		{ "purple", "done", 0, INITIATIVE_DONE, "bad_value 5:7" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct plan plan;
		const char *text = arena_printf(&note->arena,
			"# Quarterly Plan: Q4 2026\n## Initiatives\n| Initiative | Priority | Status |\n"
			"| - | - | - |\n| A | %s | %s |\n",
			cases[i].priority, cases[i].status);
		assert_true(read(note, "a.md", text, &plan));
		assert_int_equal(plan.initiatives[0].priority, cases[i].read);
		assert_int_equal(plan.initiatives[0].status, cases[i].meaning);
		assert_string_equal(note_findings(note), cases[i].findings);
	}
}

static void weeks_of_months_are_milestones(void **state)
{
	struct note_fixture *note = *state;
	struct plan plan;
	assert_true(read(note, "2026-Q1.md",
		"## Goal 1: Clients\n* [March Week 2] Onboard Client 1 🟢\n* [ ] [March Week 1] Send letters\n"
		"- [x] [February Week 1] Rent a room\n- [Soon] Think\n- plain\n"
		"## Ziel 2\n- [März Woche 3] Vortrag ✅\n- [April Week 1] After the quarter\n"
		"- [December Week 1] Before it\n"
		"- [3月第4周] 讲座\n```\n- [March Week 1] Hidden\n```\n",
		&plan));
	assert_string_equal(milestones(note, &plan), "Onboard Client 1 🟢, 2026-03-15\nSend letters, 2026-03-08\n"
						     "Rent a room, 2026-02-08, done\nVortrag ✅, 2026-03-22, done\n"
						     "After the quarter, 2026-04-05\nBefore it, 2025-12-07\n"
						     "讲座, 2026-03-29\n");
	assert_string_equal(note_findings(note), "");
}

static void milestones_need_no_box(void **state)
{
	struct note_fixture *note = *state;
	struct plan plan;
	assert_true(read(note, "2026-Q4.md",
		"## Milestones\n- Page live (2026-11-30)\n- ~~Name found~~\n- Someday\n"
		"- Page dead 2026-11-31\n- [Milestone]\n",
		&plan));
	assert_string_equal(milestones(note, &plan),
		"Page live (2026-11-30), 2026-11-30\n~~Name found~~, , done\nSomeday, \nPage dead 2026-11-31, \n");
	assert_string_equal(note_findings(note), "bad_date 5:13");
}

static void broken_values_are_named(void **state)
{
	struct note_fixture *note = *state;
	struct plan plan;
	assert_true(read(note, "2026-Q4.md",
		"## Initiatives\n| Initiative | Category | Due |\n| --- | --- | --- |\n"
		"| A | gardening | 2026-13-45 |\n"
		"| B | | Q4 2026 |\n",
		&plan));
	assert_string_equal(initiatives(note, &plan), "A, ?, 0, unknown, \nB, ?, 0, unknown, 2026-12-31\n");
	assert_string_equal(note_findings(note), "bad_value 4:7, bad_date 4:19");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_plan_is_read),
		NOTE_TEST(line_ends_do_not_matter),
		NOTE_TEST(german_and_chinese_plans_are_read),
		NOTE_TEST(the_quarter_is_looked_for_in_order),
		NOTE_TEST(priorities_and_states_have_many_words),
		NOTE_TEST(weeks_of_months_are_milestones),
		NOTE_TEST(milestones_need_no_box),
		NOTE_TEST(broken_values_are_named),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
