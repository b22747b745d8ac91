/* Practice rituals and referral partners (vault-template/practice/Client Portfolio.md §5 and §7). */
#include "note_fixture.h"

#include "model/rituals.h"

static struct portfolio read(struct note_fixture *note, const char *text)
{
	const struct outline *outline = note_outline(note, "p.md", text);
	struct portfolio portfolio = { .document = outline->document };
	note->findings.count = 0;
	rituals_read(outline, &portfolio);
	partners_read(outline, &portfolio, &note->findings);
	return portfolio;
}

static void a_ritual_has_a_rhythm_and_a_day(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *line;
		const char *name;
		const char *rhythm;
		int weekday, ordinal;
	} cases[] = {
		{ "* **Weekly Client Review (Sync):** Sunday evening — review all upcoming sessions",
			"Weekly Client Review", "weekly", SUNDAY, 0 },
		{ "* **Monthly Portfolio Review:** First Monday of each month — review progress",
			"Monthly Portfolio Review", "monthly", MONDAY, 1 },
		{ "* **Accounts:** last Friday of the month, monthly", "Accounts", "monthly", FRIDAY, -1 },
		{ "* **Quarterly Business Review:** Tied to `quarterly_reset`", "Quarterly Business Review",
			"quarterly", -1, 0 },
		{ "* **Peer Supervision:** Bi-weekly with Rosa Quinn — 45 min", "Peer Supervision", "every 2 weeks", -1,
			0 },
		{ "* **Half:** every 0.5 weeks", "Half", "weekly", -1, 0 },
		{ "* **Reading:** when I like", "Reading", "", -1, 0 },
		{ "* **Intervision:** alle 2 Wochen, donnerstags", "Intervision", "every 2 weeks", THURSDAY, 0 },
		{ "* **Rückblick:** jeden Monat, am ersten Montag", "Rückblick", "monthly", MONDAY, 1 },
		{ "* **回顾：** 每周，周五下午", "回顾", "weekly", FRIDAY, 0 },
		{ "* **督导：** 每月第二个周三", "督导", "monthly", WEDNESDAY, 2 },
		{ "- **Tidy the notes** — every Friday", "Tidy the notes", "weekly", FRIDAY, 0 },
		{ "- **Tidy the notes** - every Friday", "Tidy the notes", "weekly", FRIDAY, 0 },
		{ "- **Tidy the notes (Async)**: every Friday — half an hour", "Tidy the notes", "weekly", FRIDAY, 0 },
		{ "- **整理笔记**——每周五", "整理笔记", "weekly", FRIDAY, 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct portfolio portfolio =
			read(note, arena_printf(&note->arena, "## 5. Practice Rituals\n\n%s\n", cases[i].line));
		if (portfolio.ritual_count != 1)
			fail_msg("\"%s\": %zu rituals", cases[i].line, portfolio.ritual_count);
		const struct ritual *ritual = &portfolio.rituals[0];
		assert_span(ritual->name, cases[i].name);
		if (!span_is(span_of(rhythm_text(&note->arena, ritual->rhythm)), cases[i].rhythm) ||
			ritual->weekday != cases[i].weekday || ritual->ordinal != cases[i].ordinal)
			fail_msg("\"%s\": \"%s\", weekday %d, ordinal %d", cases[i].line,
				rhythm_text(&note->arena, ritual->rhythm), ritual->weekday, ritual->ordinal);
	}
}

/* An empty rhythm: nobody knows when it comes, so it is named and never due. */
static void a_day_of_the_calendar_is_honoured_or_the_ritual_is_undated(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		const char *rhythm;
		int month, day;
	} cases[] = {
		{ "yearly, 15 June", "yearly", 6, 15 },
		{ "yearly, 15 June, 10:00", "yearly", 6, 15 },
		{ "every year on June 15th", "yearly", 6, 15 },
		{ "jährlich am 10. Januar", "yearly", 1, 10 },
		{ "每年6月15日", "yearly", 6, 15 },
		{ "yearly in June", "yearly", 6, 0 },
		{ "yearly, first Monday of May", "yearly", 5, 0 },
		{ "yearly; it may move", "yearly", 0, 0 },
		{ "yearly, 29 February", "yearly", 2, 29 },
		{ "yearly, 31 February", "", 2, 31 },
		{ "yearly on the 15th", "", 0, 15 },
		{ "quarterly, 20 March", "quarterly", 3, 20 },
		{ "quarterly on the 5th", "", 0, 5 },
		{ "monthly on the 15th", "monthly", 0, 15 },
		{ "monthly on the 15th — invoices of June", "monthly", 0, 15 },
		{ "am 15. jedes Monats", "monthly", 0, 15 },
		{ "每月15日", "monthly", 0, 15 },
		{ "每月15号", "monthly", 0, 15 },
		{ "monthly, last day", "monthly", 0, 31 },
		{ "am letzten Tag des Monats", "monthly", 0, 31 },
		{ "monthly on the 32nd", "", 0, 32 },
		{ "monthly, 15 June", "", 6, 15 },
		{ "third week of the month", "", 0, 0 },
		{ "monthly on the 1st Monday", "monthly", 0, 0 },
		{ "am 2. Dienstag des Monats", "monthly", 0, 0 },
		{ "every second Tuesday of the month", "monthly", 0, 0 },
		{ "every second Tuesday", "every 2 weeks", 0, 0 },
		{ "every second month", "every 2 months", 0, 0 },
		{ "monthly — look at 20 clients", "monthly", 0, 0 },
		{ "weekly on the 15th floor", "weekly", 0, 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct portfolio portfolio = read(
			note, arena_printf(&note->arena, "## Practice Rituals\n\n* **Audit:** %s\n", cases[i].text));
		const struct ritual *ritual = &portfolio.rituals[0];
		if (!span_is(span_of(rhythm_text(&note->arena, ritual->rhythm)), cases[i].rhythm) ||
			ritual->on.month != cases[i].month || ritual->on.day != cases[i].day)
			fail_msg("\"%s\": \"%s\", month %d, day %d", cases[i].text,
				rhythm_text(&note->arena, ritual->rhythm), ritual->on.month, ritual->on.day);
	}
}

static void rituals_that_are_not_filled_in_are_none(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio = read(note,
		"**Habit:** weekly\n\n## 5. Practice Rituals\n\n<!-- * **Old:** weekly -->\n"
		"* **Weekly Client Review ([Sync/Async]):** [e.g., \"Sunday evening\"]\n* **Supervision:** monthly\n\n"
		"## Other\n\n* **Later:** weekly\n");
	assert_int_equal(portfolio.ritual_count, 1);
	assert_span(portfolio.rituals[0].name, "Supervision");
	assert_span(portfolio.rituals[0].text, "monthly");
	assert_int_equal(read(note, "# P\n").ritual_count, 0);
}

static void partners_are_read_with_the_rhythm_of_their_channel(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio = read(note,
		"## 7. Referral Network & Partners\n\n"
		"| Partner / Contact | Role | Relationship | Comm Channel | Referral Direction | Carries Over |\n"
		"| :--- | :--- | :--- | :--- | :--- | :--- |\n"
		"| **[[Rosa Quinn]]** | Therapist | Mutual | Monthly check-in, email | I refer clients | Yes |\n"
		"| **[Name]** | [e.g., Peer coach] | [e.g., Peer] | [e.g., Bi-weekly call] | [e.g.] | Yes |\n"
		"| Otto Lang | Recruiter | Old friend | phone | | No |\n");
	assert_int_equal(portfolio.partner_count, 2);
	const struct partner *rosa = &portfolio.partners[0];
	assert_span(rosa->name, "Rosa Quinn");
	assert_span(rosa->role, "Therapist");
	assert_span(rosa->relationship, "Mutual");
	assert_span(rosa->channel, "Monthly check-in, email");
	assert_span(rosa->direction, "I refer clients");
	assert_span(rosa->carries_over, "Yes");
	assert_string_equal(rhythm_text(&note->arena, rosa->rhythm), "monthly");
	assert_int_equal(document_position_of(portfolio.document, rosa->row).line, 5);
	assert_span(portfolio.partners[1].name, "Otto Lang");
	assert_int_equal(portfolio.partners[1].rhythm.unit, RHYTHM_NONE);
	assert_string_equal(note_findings(note), "");
}

static void partners_are_read_in_other_languages(void **state)
{
	struct note_fixture *note = *state;
	struct portfolio portfolio = read(note,
		"## Netzwerk und Partner\n\n| Name | Rolle | Austausch |\n| --- | --- | --- |\n| Uli Kern | Anwalt | vierteljährlich |\n");
	assert_int_equal(portfolio.partner_count, 1);
	assert_span(portfolio.partners[0].role, "Anwalt");
	portfolio = read(note,
		"## 转介网络与合作伙伴\n\n| 姓名 | 角色 | 沟通方式 |\n| --- | --- | --- |\n| 王芳 | 心理咨询师 | 每季度邮件 |\n");
	assert_int_equal(portfolio.partner_count, 1);
	assert_span(portfolio.partners[0].name, "王芳");
	assert_string_equal(rhythm_text(&note->arena, portfolio.partners[0].rhythm), "quarterly");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_ritual_has_a_rhythm_and_a_day),
		NOTE_TEST(a_day_of_the_calendar_is_honoured_or_the_ritual_is_undated),
		NOTE_TEST(rituals_that_are_not_filled_in_are_none),
		NOTE_TEST(partners_are_read_with_the_rhythm_of_their_channel),
		NOTE_TEST(partners_are_read_in_other_languages),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
