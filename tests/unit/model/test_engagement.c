#include "note_fixture.h"

#include "model/engagement.h"
#include "model/situation.h"

static struct engagement read(struct note_fixture *note, const char *path, const char *text)
{
	struct engagement engagement;
	note->findings.count = 0;
	engagement_read(note_outline(note, path, text), &engagement, &note->findings);
	return engagement;
}

static const char english[] =
	"---\ntype: engagement\nclient: \"[[Ana Silva]]\"\n---\n"
	"# AI Execution Specification\n"
	"## Document Metadata\n"
	"| Field | Value |\n|-------|-------|\n"
	"| Client Name | [[Clients/Ana Silva/Ana Silva\\|Ana]] |\n"
	"| Engagement Type | 1:1 |\n| Start Date | 2026-06-01 |\n| Current Phase | Active |\n"
	"| Coach/Owner | [NAME] |\n\n"
	"## 1. ENGAGEMENT OBJECTIVE\n\n**Client Transformation:**\nFrom doing to leading.\n\n"
	"**Primary Outcome:**\nThe board signs the plan.\n\n**Engagement Terms:**\n"
	"| Term | Details |\n|------|---------|\n| Duration | 6 months |\n| Meeting Cadence | Bi-weekly |\n"
	"| Meeting Length | 45–60 minutes |\n| Sessions | 12 (3 used) |\n| Renewal | 2026-12-01 |\n"
	"| Cancellation | 24 hours |\n\n"
	"## 2. SUCCESS CRITERIA\n### Client Success Metrics\n"
	"| Metric | Baseline | Target | Deadline |\n|--------|----------|--------|----------|\n"
	"| Turnover | 20% | 10% | 2026-12-31 |\n| [Secondary KPI] | [Current] | [Goal] | [Date] |\n\n"
	"## 3. CLIENT PROFILE\n### Goals & Motivations\n| Category | Details |\n|---|---|\n"
	"| Primary Goal | Delegate |\n\n"
	"## 4. ENGAGEMENT STRUCTURE\n"
	"### Phase 1: Onboarding (Sessions 1-3)\n**Objective:** Know each other\n\n"
	"| Session | Focus | Deliverable |\n|---|---|---|\n| 1 | Discovery | Profile |\n| 2 | Goals | Roadmap |\n"
	"| [X] | [Focus] | [Deliverable] |\n"
	"### Phase 2: Implementation (Sessions 4–8)\n| Month | Focus Area | Key Outcomes |\n|---|---|---|\n"
	"| Month 1 | Team | x |\n"
	"### Phase 3: Optimization (Sessions [Y]-[Z])\n**Objective:** [Refine]\n"
	"## 6. DELIVERABLES & TRACKING\n### Progress Log\n"
	"| Date | Metric | Value | Note |\n|---|---|---|---|\n| 2026-09-01 | Turnover | 18% | first |\n"
	"| | Turnover | 17% | |\n\n"
	"## 8. COMMUNICATION PROTOCOLS\n### Touch Patterns\n| Week Pattern | Touch Points |\n|---|---|\n"
	"| Session week | Prep > Session |\n| Non-session week | Check-in message |\n\n"
	"## 9. SOURCE MATERIALS\n### Coaching Resources\n| Source | Location | When to Use |\n|---|---|---|\n"
	"| Delegation map | [[Map]] | delegate |\n| Templates | [Path] | [Words] |\n\n"
	"## 10. TIMELINE & MILESTONES\n### Engagement Timeline\n"
	"| Milestone | Target Date | Success Indicator |\n|---|---|---|\n"
	"| Onboarding complete | 2026-07-01 | ✅ Profile |\n"
	"| 90-day review | 2026-09-01 | done |\n| ~~First quick win~~ | [Date] | x |\n"
	"| Close | [Date] | [Outcomes] |\n";

static void check_english(struct note_fixture *note, const struct engagement *engagement)
{
	assert_span(engagement->client, "Ana Silva");
	assert_span(engagement->type, "1:1");
	assert_span(engagement->phase, "Active");
	assert_string_equal(date_format(engagement->start).text, "2026-06-01");
	assert_span(engagement->outcome, "The board signs the plan.");
	assert_span(engagement->transformation, "From doing to leading.");
	assert_span(engagement->goal, "Delegate");
	assert_int_equal(engagement->meeting_minutes, 60);
	assert_true(engagement->cadence.known);
	assert_int_equal(fraction_compare(engagement->cadence.low, fraction_of(1, 2)), 0);
	assert_int_equal(engagement->package_sessions, 12);
	assert_string_equal(date_format(engagement->renewal).text, "2026-12-01");
	assert_span(engagement->cancellation, "24 hours");
	assert_span(engagement->communication.session_week, "Prep > Session");
	assert_span(engagement->communication.non_session_week, "Check-in message");
	assert_string_equal(note_findings(note), "");
}

static void a_specification_is_read(void **state)
{
	struct note_fixture *note = *state;
	struct engagement engagement = read(note, "a.md", english);
	check_english(note, &engagement);
}

static void line_ends_do_not_matter(void **state)
{
	struct note_fixture *note = *state;
	struct engagement engagement;
	engagement_read(note_outline_crlf(note, "a.md", english), &engagement, &note->findings);
	check_english(note, &engagement);
}

static void tables_leave_placeholders_out(void **state)
{
	struct note_fixture *note = *state;
	struct engagement engagement = read(note, "a.md", english);
	assert_int_equal(engagement.metric_count, 1);
	assert_span(engagement.metrics[0].name, "Turnover");
	assert_span(engagement.metrics[0].baseline, "20%");
	assert_span(engagement.metrics[0].target, "10%");
	assert_string_equal(date_format(engagement.metrics[0].deadline).text, "2026-12-31");
	assert_int_equal(engagement.progress_count, 1);
	assert_span(engagement.progress[0].value, "18%");
	assert_span(engagement.progress[0].note, "first");
	assert_int_equal(engagement.resource_count, 2);
	assert_span(engagement.resources[0].location, "[[Map]]");
	assert_span(engagement.resources[0].when, "delegate");
	assert_span(engagement.resources[1].location, "");
}

static void milestones_know_when_they_are_done(void **state)
{
	struct note_fixture *note = *state;
	struct engagement engagement = read(note, "a.md", english);
	static const bool done[] = { true, true, true, false };
	assert_int_equal(engagement.milestone_count, 4);
	for (int i = 0; i < 4; i++)
		assert_int_equal(engagement.milestones[i].done, done[i]);
	assert_span(engagement.milestones[1].name, "90-day review");
	assert_string_equal(date_format(engagement.milestones[1].date).text, "2026-09-01");
	assert_false(date_is_known(engagement.milestones[3].date));
}

/* The status tells where the table has one; where a tick goes is the cell that a person looks at first. */
static void milestones_know_where_a_tick_goes(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *table;
		const char *tick; /* the cell as it stands */
		bool done;
	} cases[] = {
		{ "| Milestone | Target Date | Success Indicator | Status |\n|---|---|---|---|\n| A | | x | open |",
			"open", false },
		{ "| Status | Milestone | Target Date |\n|---|---|---|\n|  | A | |", "", false },
		{ "| Milestone | Target Date | Status |\n|---|---|---|\n| A | | \xE2\x9C\x85 |", "\xE2\x9C\x85", true },
		{ "| Milestone | Target Date | Status |\n|---|---|---|\n| A | | reached |", "reached", true },
		{ "| Milestone | Target Date | Success Indicator |\n|---|---|---|\n| A | | x \\| y |", "x \\| y",
			false },
		{ "| Milestone | Target Date | Success Indicator | Status |\n|---|---|---|---|\n| A | | x", "x",
			false },
		{ "| Milestone | Target Date | Success Indicator |\n|---|---|---|\n| A", "A", false },
		{ "| Meilenstein | Zieltermin | Erfolgsmerkmal | Stand |\n|---|---|---|---|\n| A | | x | erreicht |",
			"erreicht", true },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct engagement engagement =
			read(note, "a.md", arena_printf(&note->arena, "## Engagement Timeline\n%s\n", cases[i].table));
		assert_int_equal(engagement.milestone_count, 1);
		assert_span(engagement.milestones[0].tick.text, cases[i].tick);
		assert_int_equal(engagement.milestones[0].done, cases[i].done);
	}
}

/* "weekly Actions; monthly Figures" */
static const char *checkpoints_of(struct note_fixture *note, const struct engagement *engagement)
{
	const char *all = "";
	for (size_t i = 0; i < engagement->checkpoint_count; i++) {
		const struct engagement_checkpoint *checkpoint = &engagement->checkpoints[i];
		all = arena_printf(&note->arena, "%s%s%s %.*s", all, i ? "; " : "",
			rhythm_text(&note->arena, checkpoint->rhythm), SPAN_PRINT(checkpoint->text));
		assert_true(span_contains(engagement->document->bytes,
			arena_printf(&note->arena, "%.*s", SPAN_PRINT(checkpoint->place))));
	}
	return all;
}

static void checkpoints_have_many_forms(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *body;
		const char *checkpoints;
		const char *findings;
	} cases[] = {
		{ "- **Weekly:** Action item follow-up\n- **Monthly:** Progress review against goals\n"
		  "- **Quarterly:** Engagement health assessment",
			"weekly Action item follow-up; monthly Progress review against goals; "
			"quarterly Engagement health assessment",
			"" },
		{ "- **Quarterly:** Health\n- **Weekly:** [What]\n- **Monthly:**", "quarterly Health", "" },
		{ "- **Monthly**\n  - Progress review\n  - Board\n- Weekly\n  1. Actions",
			"monthly Progress review; monthly Board; weekly Actions", "" },
		{ "- **Monthly:** Progress review\n  against goals\n  - Board\n    - Quarterly: Chair",
			"monthly Progress review\n  against goals; monthly Board; quarterly Chair", "" },
		{ "- [ ] Weekly: Actions\n- [x] **Monthly** \xE2\x80\x94 Figures", "weekly Actions; monthly Figures",
			"" },
		{ "- Every 2 weeks: Call\n- Monthly review: Figures\n- Once a year, the contract",
			"every 2 weeks Call; monthly Figures; yearly Once a year, the contract", "" },
		{ "We look at:\n\n**Weekly:** Actions\n\n**Monthly:** Figures", "weekly Actions; monthly Figures", "" },
		{ "| Rhythm | What |\n|---|---|\n| Weekly | Actions |\n| Monthly | [What] |\n| Quarterly | Health |",
			"weekly Actions; quarterly Health", "" },
		{ "| Checkpoint | How often |\n|---|---|\n| Monthly report | Quarterly |\n| Figures | |",
			"quarterly Monthly report", "checkpoint_unread 5:3" },
		{ "#### Monthly\n- Figures\n- **Weekly:** Actions\n#### Quarterly\n- Health",
			"monthly Figures; weekly Actions; quarterly Health", "" },
		{ "- Now and then: the weather\n- Weekly: Actions", "weekly Actions", "checkpoint_unread 2:3" },
		{ "```\n- **Weekly:** Code\n```\n<!--\n- **Weekly:** Comment\n-->\n> - **Weekly:** Quoted",
			"weekly Quoted", "" },
		{ "", "", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct engagement engagement =
			read(note, "a.md", arena_printf(&note->arena, "### Regular Checkpoints\n%s\n", cases[i].body));
		assert_string_equal(checkpoints_of(note, &engagement), cases[i].checkpoints);
		assert_string_equal(note_findings(note), cases[i].findings);
	}
}

static void checkpoints_are_read_in_each_language(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		const char *checkpoints;
	} cases[] = {
		{ "### Kontrollpunkte\n- **Wöchentlich:** Aufgaben\n- **Monatlich:** Zahlen\n- **Quartalsweise:** Gesundheit\n"
		  "- Alle zwei Wochen: Anruf\n",
			"weekly Aufgaben; monthly Zahlen; quarterly Gesundheit; every 2 weeks Anruf" },
		{ "### 定期检查\n- **每周：** 行动项\n- **每月：** 进展回顾\n- **每季度：** 合作健康评估\n",
			"weekly 行动项; monthly 进展回顾; quarterly 合作健康评估" },
		{ "### 定期检查点\n| 频率 | 内容 |\n|---|---|\n| 每月 | 进展回顾 |\n", "monthly 进展回顾" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct engagement engagement = read(note, "a.md", cases[i].text);
		assert_string_equal(checkpoints_of(note, &engagement), cases[i].checkpoints);
		assert_string_equal(note_findings(note), "");
	}
}

static void phases_know_their_sessions(void **state)
{
	struct note_fixture *note = *state;
	struct engagement engagement = read(note, "a.md", english);
	assert_int_equal(engagement.phase_count, 3);
	const struct engagement_phase *phases = engagement.phases;
	assert_span(phases[0].name, "Onboarding");
	assert_int_equal(phases[0].first_session, 1);
	assert_int_equal(phases[0].last_session, 3);
	assert_span(phases[0].objective, "Know each other");
	assert_int_equal(phases[0].focus_count, 2);
	assert_span(phases[0].focuses[1], "Goals");
	assert_int_equal(phases[0].focus_sessions[1], 2);
	assert_int_equal(phases[1].first_session, 4);
	assert_int_equal(phases[1].last_session, 8);
	assert_span(phases[1].focuses[0], "Team");
	assert_int_equal(phases[1].focus_sessions[0], 0);
	assert_int_equal(phases[0].focus_months[1], 0);
	assert_int_equal(phases[1].focus_months[0], 1);
	assert_false(phases[0].focus_always || phases[1].focus_always);
	assert_int_equal(phases[2].first_session, 0);
	assert_span(phases[2].objective, "");
}

static void phase_headings_have_many_forms(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *heading;
		const char *name;
		int first;
		int last;
	} cases[] = {
		{ "Phase 1: Onboarding (Sessions 1-[X])", "Onboarding", 1, 0 },
		{ "Phase 2 — Deep work (sessions 4 to 9)", "Deep work", 4, 9 },
		{ "Phase 1: Einstieg (Sitzungen 1–3)", "Einstieg", 1, 3 },
		{ "第一阶段：启动（会谈 1-3）", "启动", 1, 3 },
		{ "第一阶段：启动（第1-3次）", "启动", 1, 3 },
		{ "Phase 3: Close (Session 12)", "Close", 12, 12 },
		{ "Phase 2: Work (Months 2-5)", "Work", 0, 0 },
		{ "Getting going", "Getting going", 0, 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const char *text = arena_printf(&note->arena,
			"# A\n## Engagement Structure\n### %s\n"
			"text\n",
			cases[i].heading);
		struct engagement engagement = read(note, "a.md", text);
		assert_int_equal(engagement.phase_count, 1);
		assert_span(engagement.phases[0].name, cases[i].name);
		assert_int_equal(engagement.phases[0].first_session, cases[i].first);
		assert_int_equal(engagement.phases[0].last_session, cases[i].last);
	}
}

static void own_words_are_read(void **state)
{
	struct note_fixture *note = *state;
	struct engagement engagement = read(note, "Kunden/Jonas.md",
		"# Coaching-Vereinbarung\n**Klient:** [[Jonas Feld]]\n**Beginn:** 1. Juni 2026\n\n## Konditionen\n"
		"- **Sitzungsdauer:** 90 Minuten\n- **Rhythmus:** alle 2 Wochen\n- **Paket:** 10\n\n"
		"## Ziel\n**Hauptziel:** Delegieren\n## Phase 1: Einstieg (Sitzungen 1–3)\n");
	assert_span(engagement.client, "Jonas Feld");
	assert_string_equal(date_format(engagement.start).text, "2026-06-01");
	assert_int_equal(engagement.meeting_minutes, 90);
	assert_true(engagement.cadence.known);
	assert_int_equal(engagement.package_sessions, 10);
	assert_span(engagement.goal, "Delegieren");
	assert_int_equal(engagement.phase_count, 1);
	assert_int_equal(engagement.phases[0].last_session, 3);
	assert_string_equal(note_findings(note), "");
}

static void chinese_tables_are_read(void **state)
{
	struct note_fixture *note = *state;
	struct engagement engagement = read(note, "a.md",
		"# 教练协议\n## 基本信息\n| 字段 | 值 |\n| --- | --- |\n| 客户姓名 | 李雷 |\n"
		"| 开始日期 | 2026年6月1日 |\n\n"
		"## 合作条款\n| 条款 | 详情 |\n| --- | --- |\n| 会谈时长 | ９０分钟 |\n| 会谈频率 | 每周 |\n"
		"| 会谈次数 | 共12次 |\n\n"
		"## 成功指标\n| 指标 | 基线 | 目标值 | 期限 |\n| --- | --- | --- | --- |\n"
		"| 离职率 | 20% | 10% | 2026/12/31 |\n");
	assert_span(engagement.client, "李雷");
	assert_string_equal(date_format(engagement.start).text, "2026-06-01");
	assert_int_equal(engagement.meeting_minutes, 90);
	assert_true(engagement.cadence.known);
	assert_int_equal(engagement.package_sessions, 12);
	assert_int_equal(engagement.metric_count, 1);
	assert_span(engagement.metrics[0].target, "10%");
	assert_string_equal(date_format(engagement.metrics[0].deadline).text, "2026-12-31");
	assert_string_equal(note_findings(note), "");
}

static void the_bare_template_says_nothing(void **state)
{
	struct note_fixture *note = *state;
	struct engagement engagement = read(note, "Clients/Ana Silva/Ana Silva.md",
		"# AI Execution Specification\n## Document Metadata\n| Field | Value |\n|---|---|\n"
		"| Client Name | [CLIENT NAME] |\n"
		"| Start Date | [DATE] |\n\n**Primary Outcome:**\n[The ONE result]\n\n**Engagement Terms:**\n"
		"| Term | Details |\n|---|---|\n"
		"| Meeting Cadence | [Weekly/Bi-weekly/Monthly] |\n| Meeting Length | [Minutes] |\n"
		"| Renewal | TBD |\n");
	assert_span(engagement.client, "Ana Silva");
	assert_false(date_is_known(engagement.start));
	assert_span(engagement.outcome, "");
	assert_int_equal(engagement.meeting_minutes, 0);
	assert_false(engagement.cadence.known);
	assert_string_equal(note_findings(note), "");
}

static void what_cannot_be_read_is_named_where_it_stands(void **state)
{
	struct note_fixture *note = *state;
	struct engagement engagement = read(note, "a.md",
		"## Document Metadata\n| Field | Value |\n|---|---|\n| Start Date | 2026-13-45 |\n"
		"| Meeting Length | a while |\n"
		"| Meeting Cadence | when the moon is full |\n| Renewal | in spring |\n\n"
		"## Success Metrics\n| Metric | Deadline |\n|---|---|\n| Turnover | 2026-02-30 |\n");
	assert_false(date_is_known(engagement.start));
	assert_int_equal(engagement.meeting_minutes, 0);
	assert_int_equal(engagement.metric_count, 1);
	assert_string_equal(
		note_findings(note), "bad_date 4:16, bad_value 5:20, bad_value 6:21, bad_date 7:13, bad_date 12:14");
}

static void what_is_hidden_does_not_count(void **state)
{
	struct note_fixture *note = *state;
	struct engagement engagement = read(note, "Ana.md",
		"# A\n```\n| Field | Value |\n|---|---|\n| Client Name | Code |\n```\n<!--\n"
		"**Client Name:** Comment\n-->\n"
		"%%\n| Field | Value |\n|---|---|\n| Client Name | Ghost |\n%%\n");
	assert_span(engagement.client, "Ana");
}

static void check_decision(
	const struct engagement_decision *decision, unsigned situations, const char *situation, const char *text)
{
	assert_int_equal(decision->situations, situations);
	assert_span(decision->situation, situation);
	assert_span(decision->decision, text);
}

static void decision_rules_are_read_from_both_tables(void **state)
{
	struct note_fixture *note = *state;
	struct engagement engagement = read(note, "a.md",
		"## 7. DECISION RULES\n### Session Decisions\n| Situation | Decision |\n|---|---|\n"
		"| Client stuck | **Look** for what is lacking |\n| Client overwhelmed | [Decision] |\n"
		"| Late for the train | Walk with them |\n"
		"### Async Support Decisions\n| Decision | Situation |\n|---|---|\n| New agreement | Scope creep |\n");
	assert_int_equal(engagement.decision_count, 3);
	check_decision(&engagement.decisions[0], 1U << SITUATION_STUCK, "Client stuck", "**Look** for what is lacking");
	check_decision(&engagement.decisions[1], 0, "Late for the train", "Walk with them");
	check_decision(&engagement.decisions[2], 1U << SITUATION_SCOPE_CREEP, "Scope creep", "New agreement");
	assert_int_equal(document_position_of(engagement.document, engagement.decisions[2].place).line, 11);
	assert_string_equal(note_findings(note), "");
}

static void decision_rules_may_be_a_list_or_one_table(void **state)
{
	struct note_fixture *note = *state;
	struct engagement engagement = read(note, "a.md",
		"## Entscheidungsregeln\n- **Klientin steckt fest:** Erst atmen\n- **Klientin überfordert:** [Was]\n"
		"- Eine Zeile: ohne Fettdruck\n");
	assert_int_equal(engagement.decision_count, 1);
	check_decision(&engagement.decisions[0], 1U << SITUATION_STUCK, "Klientin steckt fest", "Erst atmen");
	assert_int_equal(document_position_of(engagement.document, engagement.decisions[0].place).line, 2);
	engagement = read(note, "b.md", "## 决策规则\n| 情况 | 决定 |\n|---|---|\n| 客户不堪重负 | 减少任务 |\n");
	assert_int_equal(engagement.decision_count, 1);
	check_decision(&engagement.decisions[0], 1U << SITUATION_OVERWHELMED, "客户不堪重负", "减少任务");
	assert_int_equal(read(note, "c.md", "## 7. DECISION RULES\n").decision_count, 0);
	engagement = read(note, "d.md",
		"### Session Decisions\n| Situation | Decision | Rule |\n|---|---|---|\n| Client stuck | Look | Ask |\n");
	assert_int_equal(engagement.decision_count, 0);
	assert_string_equal(note_findings(note), "duplicate_column 2:26");
}

static void escalation_triggers_know_their_lines(void **state)
{
	struct note_fixture *note = *state;
	struct engagement engagement =
		read(note, "a.md", "## Escalation Triggers\n- [Trigger]\n- **Two** missed sessions\n\n> - Quoted\n");
	assert_int_equal(engagement.trigger_count, 2);
	assert_span(engagement.triggers[0].text, "**Two** missed sessions");
	assert_int_equal(document_position_of(engagement.document, engagement.triggers[0].place).line, 3);
	assert_int_equal(document_position_of(engagement.document, engagement.triggers[1].place).line, 5);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_specification_is_read),
		NOTE_TEST(line_ends_do_not_matter),
		NOTE_TEST(tables_leave_placeholders_out),
		NOTE_TEST(milestones_know_when_they_are_done),
		NOTE_TEST(milestones_know_where_a_tick_goes),
		NOTE_TEST(checkpoints_have_many_forms),
		NOTE_TEST(checkpoints_are_read_in_each_language),
		NOTE_TEST(phases_know_their_sessions),
		NOTE_TEST(phase_headings_have_many_forms),
		NOTE_TEST(decision_rules_are_read_from_both_tables),
		NOTE_TEST(decision_rules_may_be_a_list_or_one_table),
		NOTE_TEST(escalation_triggers_know_their_lines),
		NOTE_TEST(own_words_are_read),
		NOTE_TEST(chinese_tables_are_read),
		NOTE_TEST(the_bare_template_says_nothing),
		NOTE_TEST(what_cannot_be_read_is_named_where_it_stands),
		NOTE_TEST(what_is_hidden_does_not_count),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
