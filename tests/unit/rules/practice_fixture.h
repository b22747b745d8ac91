/* A practice in C strings, for tests of rules: each note read through its view, as practice_load does for a vault. */
#ifndef COACH_TEST_PRACTICE_FIXTURE_H
#define COACH_TEST_PRACTICE_FIXTURE_H

#include "model/note_fixture.h"

#include "model/records.h"
#include "rules/capacity.h"

enum { PRACTICE_MOST = 64 };

struct practice_fixture {
	struct note_fixture note;
	struct portfolio portfolio;
	struct session sessions[PRACTICE_MOST];
	struct week_note weeks[PRACTICE_MOST];
	struct day_note days[PRACTICE_MOST];
	struct plan plans[4];
	struct engagement engagements[4];
	struct inbox inboxes[4];
	struct records records;
	struct capacity_settings settings; /* the defaults of docs/configuration.md */
};

static inline int practice_set_up(void **state)
{
	static struct practice_fixture practice;
	practice = (struct practice_fixture){
		.note = { .arena = ARENA_INIT, .aliases = ALIASES_INIT },
		.settings = { .hours = { .prep_minutes = 15, .session_minutes = 60 },
			.elevated_points = 5,
			.breached_points = 15,
			.breaker_weeks = 2,
			.breaker_lookback = 4,
			.trend_weeks = 8,
			.min_minutes = -1,
			.upcoming_weeks = 4 },
	};
	practice.note.findings.arena = &practice.note.arena;
	practice.records = (struct records){
		.sessions = practice.sessions,
		.weeks = practice.weeks,
		.days = practice.days,
		.plans = practice.plans,
		.engagements = practice.engagements,
		.inboxes = practice.inboxes,
		.actions.arena = &practice.note.arena,
	};
	*state = &practice;
	return 0;
}

static inline int practice_tear_down(void **state)
{
	struct practice_fixture *practice = *state;
	arena_release(&practice->note.arena);
	return 0;
}

/* An empty practice in place of this one, for the next case of a table. */
static inline struct practice_fixture *practice_again(void **state)
{
	practice_tear_down(state);
	practice_set_up(state);
	return *state;
}

/* Tests add notes in any order, so ids are given again after each. */
static inline void practice_resolve(struct practice_fixture *practice)
{
	records_resolve(&practice->note.arena, &practice->records);
}

static inline void practice_portfolio(struct practice_fixture *practice, const char *text)
{
	struct note_fixture *note = &practice->note;
	portfolio_read(note_outline(note, "portfolio.md", text), &practice->portfolio, &note->findings);
	practice->records.portfolio = &practice->portfolio;
	practice->records.actions.portfolio = &practice->portfolio;
	practice_resolve(practice);
}

/* A portfolio of one ratio (coaching/bizdev/admin), with clients as rows `| Ana | 2/month | Active | |`. */
static inline void practice_contract(struct practice_fixture *practice, const char *ratio, const char *rows)
{
	practice_portfolio(
		practice, arena_printf(&practice->note.arena,
				  "## Active Roster\n\n| Client | Sessions/Month | Status | Programme End |\n"
				  "| --- | --- | --- | --- |\n%s\n\n## The Capacity Contract\n\n**The Ratio:** %s\n\n"
				  "**Maximum Weekly Sessions:** 6\n",
				  rows, ratio));
}

/* A week note with the rows `| 2026-11-16 | 1.5 | admin | |` (date, hours, category, client). */
static inline void practice_week(struct practice_fixture *practice, const char *week, const char *rows)
{
	struct note_fixture *note = &practice->note;
	const char *text = arena_printf(&note->arena,
		"---\ntype: week\nweek: %s\n---\n## Time Log\n\n| Date | Hours | Category | Client |\n| --- | --- | --- | "
		"--- |\n%s\n",
		week, rows);
	const char *path = arena_printf(&note->arena, "Weeks/%s.md", week);
	assert_true(practice->records.week_count < PRACTICE_MOST);
	assert_true(week_note_read(note_outline(note, path, text), NULL,
		&practice->weeks[practice->records.week_count++], &note->findings));
	practice_resolve(practice);
}

/* A day note with the body; its tasks become actions. Day notes are to be added by date. */
static inline void practice_day(struct practice_fixture *practice, const char *date, const char *body)
{
	struct note_fixture *note = &practice->note;
	const char *text = arena_printf(&note->arena, "---\ntype: day\ndate: %s\n---\n%s", date, body);
	const struct outline *outline = note_outline(note, arena_printf(&note->arena, "Days/%s.md", date), text);
	assert_true(practice->records.day_count < PRACTICE_MOST);
	assert_true(day_note_read(outline, DATE_NONE, &practice->days[practice->records.day_count++], &note->findings));
	actions_collect(&practice->records.actions, outline, &(struct action_source){ NOTE_DAY, SPAN_NONE, DATE_NONE });
	practice_resolve(practice);
}

/* A week note with any body. */
static inline void practice_week_note(struct practice_fixture *practice, const char *week, const char *body)
{
	struct note_fixture *note = &practice->note;
	const char *text = arena_printf(&note->arena, "---\ntype: week\nweek: %s\n---\n%s", week, body);
	const char *path = arena_printf(&note->arena, "Weeks/%s.md", week);
	assert_true(practice->records.week_count < PRACTICE_MOST);
	assert_true(week_note_read(note_outline(note, path, text), NULL,
		&practice->weeks[practice->records.week_count++], &note->findings));
	practice_resolve(practice);
}

/* A week of undated rows, in minutes by category; rows of 0 minutes are left out. */
static inline void practice_week_of(
	struct practice_fixture *practice, const char *week, int coaching, int bizdev, int admin)
{
	const int minutes[] = { coaching, bizdev, admin };
	const char *rows = "";
	for (int i = 0; i < CATEGORY_COUNT; i++)
		for (int left = minutes[i]; left > 0; left -= 1200)
			rows = arena_printf(&practice->note.arena, "%s|  | %dm | %s | |\n", rows,
				left > 1200 ? 1200 : left, category_names[i]);
	practice_week(practice, week, rows);
}

/* A session note; `front` holds more lines of front matter ("start: \"10:00\"\nminutes: 60\n"), `body` what follows.
 * Sessions are to be added in the order of session_compare, as records have them. */
static inline void practice_session_note(struct practice_fixture *practice, const char *client, const char *date,
	const char *status, const char *front, const char *body)
{
	struct note_fixture *note = &practice->note;
	size_t index = practice->records.session_count;
	const char *text =
		arena_printf(&note->arena, "---\ntype: session\nclient: \"[[%s]]\"\ndate: %s\nstatus: %s\n%s---\n%s",
			client, date, status, front, body);
	const char *path = arena_printf(&note->arena, "Sessions/%s %s %zu.md", date, client, index);
	const struct outline *outline = note_outline(note, path, text);
	struct session *session = &practice->sessions[index];
	assert_true(index < PRACTICE_MOST);
	assert_true(session_read(outline, session, &note->findings));
	assert_true(index == 0 || session_compare(session - 1, session) < 0);
	practice->records.session_count++;
	struct action_source source = { NOTE_SESSION, session->client, session->date };
	actions_collect(&practice->records.actions, outline, &source);
	practice_resolve(practice);
}

static inline void practice_session(
	struct practice_fixture *practice, const char *client, const char *date, const char *status, const char *front)
{
	practice_session_note(practice, client, date, status, front, "");
}

static inline void practice_engagement(struct practice_fixture *practice, const char *text)
{
	struct note_fixture *note = &practice->note;
	engagement_read(note_outline(note, "Clients/engagement.md", text),
		&practice->engagements[practice->records.engagement_count++], &note->findings);
	practice_resolve(practice);
}

static inline void practice_plan(struct practice_fixture *practice, const char *text)
{
	struct note_fixture *note = &practice->note;
	assert_true(plan_read(note_outline(note, "Plans/2026-Q4.md", text),
		&practice->plans[practice->records.plan_count++], &note->findings));
}

/* The actions of a note of any other kind; their owner is the coach unless they say otherwise. */
static inline void practice_actions(
	struct practice_fixture *practice, enum note_kind kind, const char *path, const char *lines)
{
	struct note_fixture *note = &practice->note;
	struct action_source source = { kind, SPAN_NONE, DATE_NONE };
	actions_collect(&practice->records.actions, note_outline(note, path, lines), &source);
	practice_resolve(practice);
}

static inline void practice_inbox(struct practice_fixture *practice, const char *client, const char *lines)
{
	struct note_fixture *note = &practice->note;
	const char *text = arena_printf(&note->arena, "---\ntype: inbox\nclient: \"[[%s]]\"\n---\n%s", client, lines);
	inbox_read(note_outline(note, "Clients/Inbox.md", text), &practice->inboxes[practice->records.inbox_count++],
		&note->findings);
	practice_resolve(practice);
}

static inline struct week practice_week_named(const char *text)
{
	struct week week = { 0, 0 };
	assert_true(week_parse_iso(span_of(text), &week));
	return week;
}

static inline struct date practice_date(const char *text)
{
	struct date date = DATE_NONE;
	assert_true(date_parse_iso(span_of(text), &date));
	return date;
}

/* What was found so far is forgotten, so that a test sees the findings of the rule alone. */
static inline void practice_forget_findings(struct practice_fixture *practice)
{
	practice->note.findings.count = 0;
}

/* The codes of the findings, in the order of finding_sort: "breaker_tripped, week_skipped". */
static inline const char *practice_findings(struct practice_fixture *practice)
{
	struct finding_list *findings = &practice->note.findings;
	const char *text = "";
	finding_sort(findings);
	for (size_t i = 0; i < findings->count; i++)
		text = arena_printf(&practice->note.arena, "%s%s%s", text, i ? ", " : "",
			finding_code_text(findings->items[i].code));
	return text;
}

/* "50.0", "-3.6", or "-" for an unknown one. */
static inline const char *practice_decimal(struct practice_fixture *practice, struct decimal decimal)
{
	long long tenths = decimal.tenths < 0 ? -decimal.tenths : decimal.tenths;
	if (!decimal.known)
		return "-";
	return arena_printf(
		&practice->note.arena, "%s%lld.%lld", decimal.tenths < 0 ? "-" : "", tenths / 10, tenths % 10);
}

#define PRACTICE_TEST(function) cmocka_unit_test_setup_teardown(function, practice_set_up, practice_tear_down)

#endif
