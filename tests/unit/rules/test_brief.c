/* One record, four readers: what each may read, and what none may. */
#include "practice_fixture.h"

#include "rules/brief.h"

#include <string.h>

static const char engagement[] =
	"---\ntype: engagement\nclient: \"[[Ana Silva]]\"\n---\n"
	"**Primary Outcome:** The board asks her first\n\n"
	"## Success Criteria\n### Client Success Metrics\n"
	"| Metric | Baseline | Target | Deadline |\n|---|---|---|---|\n"
	"| Questions | 4 | 8 | 2026-12-31 |\n| Confidence | | 9 | |\n| Pulse | | 5 | |\n\n"
	"### Goals & Motivations\n| Category | Details |\n|---|---|\n"
	"| Primary Goal | Be heard |\n| Why Now | A new chair |\n\n"
	"## Deliverables & Tracking\n### Progress Log\n| Date | Metric | Value | Note |\n|---|---|---|---|\n"
	"| 2026-11-10 | Questions | 6 | secret remark |\n"
	"| 2026-11-11 | Confidence | 7 | |\n\n"
	"## Timeline & Milestones\n### Engagement Timeline\n| Milestone | Target Date | Success Indicator |\n|---|---|---|\n"
	"| Review | 2026-12-14 | |\n| First win | 2026-12-08 | |\n\n"
	"## Decision Rules\n### Escalation Triggers\n- Two missed sessions\n";

static void lay(struct practice_fixture *practice)
{
	practice_contract(practice, "60% / 25% / 15%", "| [[Ana Silva]] | weekly | Active | 2027-01-29 |");
	practice_engagement(practice, engagement);
	practice_session_note(practice, "Ana Silva", "2026-11-10", "held", "",
		"## Notes\nHer marriage is over.\n- [ ] Find her a lawyer 📅 2026-11-13\n"
		"- [x] Called her sister ✅ 2026-11-12\n\n## Summary\nAna opens with the question. Silva stops there. %%she lies%%\n### Notes\nWatch her drinking.\n\n"
		"## Action Items\n- [ ] Write to the chair 📅 2026-11-12\n"
		"- [ ] Send the sheet [owner:: coach] 📅 2026-11-12\n");
	practice_session(practice, "Ana Silva", "2026-11-17", "missed", "");
	practice_actions(practice, NOTE_OTHER, "Thoughts.md", "- [ ] [[Ana Silva]] doubts herself [owner:: client]\n");
	practice_inbox(practice, "Ana Silva", "- 2026-11-18 09:12 ← [slack] I am afraid.\n");
}

/* Everything that the brief says, a line each. */
static const char *told(struct practice_fixture *practice, enum brief_audience audience)
{
	struct arena *arena = &practice->note.arena;
	const struct client_state_settings settings = { .health = { .silent_days = 14, .stalled_days = 30 },
		.pace_points = 10 };
	struct client_state state = client_state_decide(
		arena, &practice->records, &settings, &practice->portfolio.clients[0], practice_date("2026-11-20"));
	struct brief brief = brief_decide(arena, LANGUAGE_ENGLISH, &practice->note.aliases, &practice->records, &state,
		audience, practice_date("2026-11-01"), practice_date("2026-11-20"));
	const char *text = arena_printf(arena, "%.*s\n", SPAN_PRINT(brief.title));
	for (size_t i = 0; i < brief.sections.count; i++) {
		const struct brief_section *section = (const struct brief_section *)brief.sections.items + i;
		text = arena_printf(arena, "%s# %.*s\n", text, SPAN_PRINT(section->title));
		for (size_t k = 0; k < section->lines.count; k++)
			text = arena_printf(
				arena, "%s%.*s\n", text, SPAN_PRINT(((const struct span *)section->lines.items)[k]));
	}
	return text;
}

static void each_reads_what_is_theirs(void **state)
{
	enum { CLIENT = 1, SPONSOR = 2, SUPERVISOR = 4, COACH = 8, ALL = 15, NONE = 0 };
	static const struct {
		const char *text;
		unsigned readers;
	} cases[] = {
		{ "The board asks her first", ALL },
		{ "Goal: Be heard", CLIENT | SUPERVISOR | COACH },
		{ "Held: 1 (2026-11-10)", ALL },
		{ "Missed: 1 (2026-11-17)", ALL },
		{ "Questions: 4 → 6, target 8 by 2026-12-31 (50 % of the way)", ALL },
		{ "Confidence: 7, target 9", ALL },
		{ "Pulse: target 5\n", ALL },
		{ "2026-12-08: First win\n2026-12-14: Review", CLIENT | SPONSOR | COACH },
		{ "opens with the question", CLIENT | SUPERVISOR | COACH },
		{ "Write to the chair", CLIENT | COACH },
		{ "Send the sheet", COACH },
		{ "missed on 2026-11-17", SUPERVISOR | COACH },
		{ "Two missed sessions", SUPERVISOR | COACH },
		{ "A new chair", COACH },
		{ "The programme goes until 2027-01-29", CLIENT | SPONSOR | COACH },
		{ "Ana", CLIENT | SPONSOR | COACH },
		{ "Silva", CLIENT | SPONSOR | COACH },
		{ "marriage", NONE },
		{ "lawyer", NONE },
		{ "sister", NONE },
		{ "doubts herself", COACH },
		{ "she lies", NONE },
		{ "drinking", NONE },
		{ "afraid", NONE },
		{ "secret remark", NONE },
	};
	for (int audience = BRIEF_CLIENT; audience <= BRIEF_HUMAN_COACH; audience++) {
		struct practice_fixture *practice = practice_again(state);
		lay(practice);
		struct span text = span_of(told(practice, (enum brief_audience)audience));
		for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
			bool reads = span_contains(text, cases[i].text);
			if (reads != ((cases[i].readers >> audience & 1u) != 0))
				fail_msg("%s %s: %s in\n%.*s", brief_audience_names[audience],
					reads ? "reads" : "lacks", cases[i].text, SPAN_PRINT(text));
		}
	}
}

static void who_has_no_engagement_has_a_brief_all_the_same(void **state)
{
	struct practice_fixture *practice = *state;
	practice_contract(practice, "60% / 25% / 15%", "| [[Ana Silva]] | weekly | Active | |");
	assert_string_equal(told(practice, BRIEF_CLIENT), "Progress report — Ana Silva — 2026-11-01 to 2026-11-20\n");
}

static void a_session_of_the_last_day_is_the_next(void **state)
{
	struct practice_fixture *practice = *state;
	lay(practice);
	practice_session(practice, "Ana Silva", "2026-11-20", "planned", "");
	practice_session(practice, "Ana Silva", "2026-11-27", "planned", "");
	assert_non_null(strstr(told(practice, BRIEF_CLIENT), "Next session: 2026-11-20\n"));
}

static void what_is_past_is_told_as_past(void **state)
{
	static const struct {
		const char *row, *end;
	} cases[] = {
		{ "weekly | Active | 2026-11-20", "The programme goes until 2026-11-20" },
		{ "weekly | Completing | 2026-11-19", "The programme ended on 2026-11-19" },
		{ "weekly | Completed | 2027-01-29", "The programme is over" },
		{ "weekly | Completed | |", "The programme is over" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct practice_fixture *practice = practice_again(state);
		practice_contract(practice, "60% / 25% / 15%",
			arena_printf(&practice->note.arena, "| [[Ana Silva]] | %s |", cases[i].row));
		practice_engagement(practice,
			"---\nclient: Ana Silva\n---\n## Timeline & Milestones\n### Engagement Timeline\n"
			"| Milestone | Target Date | Success Indicator |\n|---|---|---|\n"
			"| First win | 2026-10-08 | done |\n| Review | 2026-11-19 | |\n| Party | 2026-11-20 | |\n");
		const char *text = told(practice, BRIEF_SPONSOR);
		assert_non_null(strstr(text, cases[i].end));
		assert_non_null(strstr(text, "2026-10-08, reached: First win\n"
					     "2026-11-19, not reached yet: Review\n2026-11-20: Party\n"));
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		PRACTICE_TEST(each_reads_what_is_theirs),
		PRACTICE_TEST(a_session_of_the_last_day_is_the_next),
		PRACTICE_TEST(who_has_no_engagement_has_a_brief_all_the_same),
		PRACTICE_TEST(what_is_past_is_told_as_past),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
