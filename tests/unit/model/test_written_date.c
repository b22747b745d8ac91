/* Days as people write them: each row is a text and what it says. */
#include "note_fixture.h"

#include "model/written_date.h"

static const char *reading_name(enum date_reading reading)
{
	static const char *const names[] = {
		[DATE_ABSENT] = "absent",
		[DATE_READ] = "read",
		[DATE_EITHER_ORDER] = "either order",
		[DATE_IMPOSSIBLE] = "impossible",
		[DATE_SHORT_YEAR] = "short year",
		[DATE_WITHOUT_YEAR] = "without year",
		[DATE_WITHOUT_DAY] = "without day",
		[DATE_SEVERAL] = "several",
	};
	return names[reading];
}

static void expect(struct note_fixture *note, const char *text, enum date_reading reading, const char *day)
{
	struct written_date written = written_date_of(&note->arena, &note->aliases, span_of(text));
	if (written.reading != reading)
		fail_msg("\"%s\" is %s, not %s", text, reading_name(written.reading), reading_name(reading));
	if (reading == DATE_READ && strcmp(date_format(written.date).text, day) != 0)
		fail_msg("\"%s\" is %s, not %s", text, date_format(written.date).text, day);
}

static void a_day_is_read_however_it_is_written(void **state)
{
	static const char *const texts[] = {
		"2026-12-31",
		"2026/12/31",
		"2026.12.31",
		"31.12.2026",
		"31. 12. 2026",
		"12/31/2026",
		"31/12/2026",
		"31-12-2026",
		"31. Dezember 2026",
		"31. Dez. 2026",
		"31.Dez.2026",
		"31 December 2026",
		"31st of December, 2026",
		"31-Dec-2026",
		"Dec 31, 2026",
		"Dec. 31 2026",
		"DECEMBER 31ST, 2026",
		"2026 Dec 31",
		"2026年12月31日",
		"2026 年 12 月 31 日",
		"2026年十二月31号",
		"Donnerstag, 31. Dezember 2026",
		"Do., 31.12.2026",
		"Thu 2026-12-31",
		"31.12.2026 (Verlängerung offen)",
		"2026-12-31T10:00",
		"2026年12月31日到期",
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		expect(*state, texts[i], DATE_READ, "2026-12-31");
	expect(*state, "3. März 2027", DATE_READ, "2027-03-03");
	expect(*state, "3. Mär. 2027", DATE_READ, "2027-03-03");
	expect(*state, "1. Jänner 2027", DATE_READ, "2027-01-01");
	expect(*state, "13/04/2026", DATE_READ, "2026-04-13");
	expect(*state, "04/13/2026", DATE_READ, "2026-04-13");
	expect(*state, "05/05/2026", DATE_READ, "2026-05-05");
	expect(*state, "2026-1-5", DATE_READ, "2026-01-05");
	expect(*state, "03.04.2026", DATE_READ, "2026-04-03");
	expect(*state, "May 4, 2026", DATE_READ, "2026-05-04");
}

static void what_looks_like_a_day_and_is_none_is_told_apart(void **state)
{
	static const struct {
		const char *text;
		enum date_reading reading;
	} cases[] = {
		{ "03/04/2026", DATE_EITHER_ORDER },
		{ "3-4-2026", DATE_EITHER_ORDER },
		{ "2026-13-45", DATE_IMPOSSIBLE },
		{ "31.02.2026", DATE_IMPOSSIBLE },
		{ "12.31.2026", DATE_IMPOSSIBLE },
		{ "13/13/2026", DATE_IMPOSSIBLE },
		{ "2026/31/12", DATE_IMPOSSIBLE },
		{ "2026年13月1日", DATE_IMPOSSIBLE },
		{ "31. Februar 2026", DATE_IMPOSSIBLE },
		{ "31.12.0206", DATE_IMPOSSIBLE },
		{ "31.12.26", DATE_SHORT_YEAR },
		{ "12/31/26", DATE_SHORT_YEAR },
		{ "31 Dec 26", DATE_SHORT_YEAR },
		{ "Dec 31, 26", DATE_SHORT_YEAR },
		{ "31.12.", DATE_WITHOUT_YEAR },
		{ "12/31", DATE_WITHOUT_YEAR },
		{ "31. Dezember", DATE_WITHOUT_YEAR },
		{ "12月31日", DATE_WITHOUT_YEAR },
		{ "Dezember 2026", DATE_WITHOUT_DAY },
		{ "Dec. 2026", DATE_WITHOUT_DAY },
		{ "12/2026", DATE_WITHOUT_DAY },
		{ "2026-12", DATE_WITHOUT_DAY },
		{ "2026年12月", DATE_WITHOUT_DAY },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect(*state, cases[i].text, cases[i].reading, NULL);
}

static void a_text_without_the_shape_of_a_date_is_none(void **state)
{
	static const char *const texts[] = { "", "TBD", "open end", "offen", "待定", "May", "in May we talk", "Q1 2027",
		"2027", "12", "12 sessions", "3/4 done", "45-60", "2026-11-201", "12026-11-20", "Friday", "10:00",
		"first Monday", "1 2 2026", "2/3-2026", "March Week 2", "Version 1.2.3" };
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		expect(*state, texts[i], DATE_ABSENT, NULL);
}

static void a_day_is_found_within_a_text(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		const char *found; /* NULL for none */
		const char *day;
	} cases[] = {
		{ "Session 7 — Ada Example — 2026-11-20", "2026-11-20", "2026-11-20" },
		{ "Sitzung 7 — Ada Example — 20.11.2026", "20.11.2026", "2026-11-20" },
		{ "Sitzung am 20. November 2026 (online)", "20. November 2026", "2026-11-20" },
		{ "会谈2026年11月20日上午", "2026年11月20日", "2026-11-20" },
		{ "due by November 20th, 2026!", "November 20th, 2026", "2026-11-20" },
		{ "by 03/04/2026", "03/04/2026", "2026-04-03" },
		{ "Version 1.2.10 of 12 May", NULL, NULL },
		{ "no day in it", NULL, NULL },
		{ "", NULL, NULL },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct written_date written;
		bool found = written_date_find(&note->arena, &note->aliases, span_of(cases[i].text), &written);
		if (found != (cases[i].found != NULL))
			fail_msg("\"%s\"", cases[i].text);
		if (!found)
			continue;
		assert_span(written.text, cases[i].found);
		assert_string_equal(date_format(written.date).text, cases[i].day);
	}
}

static void a_day_is_read_with_the_time_behind_it(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *text;
		int start;
		const char *words;
	} cases[] = {
		{ "2026-11-25 14:00", 840, "" },
		{ "2026-11-25T14:00", 840, "" },
		{ "2026-11-25T14:00:00", 840, "" },
		{ "2026-11-25T14:00:00.000Z", 840, "" },
		{ "25.11.2026 09:00", 540, "" },
		{ "25.11.2026, 09:00", 540, "" },
		{ "Wed 2026-11-25 14:00", 840, "" },
		{ "2026-11-25, 09:00", 540, "" },
		{ "2026-11-25 at 14:00", 840, "" },
		{ "2026-11-25 um 9:00", 540, "" },
		{ "2026-11-25 um 9 Uhr", 540, "" },
		{ "2026-11-25 14:00 Uhr", 840, "" },
		{ "2026-11-25 2pm", 840, "" },
		{ "2026-11-25 2:30 PM", 870, "" },
		{ "2026-11-25 12am", 0, "" },
		{ "2026-11-25 12 p.m.", 720, "" },
		{ "2026-11-25 14.00", 840, "" },
		{ "2026-11-25 14h", 840, "" },
		{ "2026-11-25 14h30", 870, "" },
		{ "2026-11-25 – 14:00", 840, "" },
		{ "Nov 25, 2026 14:00", 840, "" },
		{ "2026年11月25日 14:00", 840, "" },
		{ "2026年11月25日下午2点", 840, "" },
		{ "2026年11月25日 14点30分", 870, "" },
		{ "2026年11月25日上午9点半", 570, "" },
		{ "2026-11-25 14:00-15:00", 840, "" },
		{ "2026-11-25 14:00 via Zoom", 840, "via Zoom" },
		{ "2026-11-25 10:00 or 14:00", -1, "10:00 or 14:00" },
		{ "2026-11-25 14", -1, "14" },
		{ "2026-11-25 25:00", -1, "25:00" },
		{ "2026-11-25 14:75", -1, "14:75" },
		{ "2026-11-25 13am", -1, "13am" },
		{ "2026-11-25 (afternoon)", -1, "(afternoon)" },
		{ "2026-11-25", -1, "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct written_date written = written_date_of(&note->arena, &note->aliases, span_of(cases[i].text));
		expect(note, cases[i].text, DATE_READ, "2026-11-25");
		if (written.start != cases[i].start)
			fail_msg("\"%s\" is at %d", cases[i].text, written.start);
		assert_span(written.words, cases[i].words);
	}
}

static void behind_a_day_words_may_stand_and_no_other_day(void **state)
{
	static const struct {
		const char *text;
		enum date_reading reading;
	} cases[] = {
		{ "2026-12-31 (extended)", DATE_READ },
		{ "2026-12-31, 8 sessions", DATE_READ },
		{ "2026-12-31 – 8 sessions", DATE_READ },
		{ "2026-12-31.", DATE_READ },
		{ "2026-12-31?", DATE_READ },
		{ "2026-12-31 and then we may go on", DATE_READ },
		{ "2026-12-31 or 2027-01-07", DATE_SEVERAL },
		{ "2026-12-31 to 2027-01-14", DATE_SEVERAL },
		{ "2026-05-01 – 2026-12-31", DATE_SEVERAL },
		{ "31.12.2026/07.01.2027", DATE_SEVERAL },
		{ "31.12.2026 oder 7.1.27", DATE_SEVERAL },
		{ "2026-12-31 or 7 January", DATE_SEVERAL },
		{ "2026-05-01 bis Dezember 2026", DATE_SEVERAL },
		{ "2026-12-24 or 31", DATE_SEVERAL },
		{ "24.12.2026 oder 31.", DATE_SEVERAL },
		{ "2026年12月24日或31日", DATE_SEVERAL },
		{ "2026-12-24 10:00 or 2026-12-31", DATE_SEVERAL },
		{ "2026-12-31 (was 2026-11-30)", DATE_SEVERAL },
		{ "2026-12-31abc", DATE_IMPOSSIBLE },
		{ "2026-12-31/x", DATE_IMPOSSIBLE },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		expect(*state, cases[i].text, cases[i].reading, "2026-12-31");
}

static void a_persons_own_word_for_a_month_counts(void **state)
{
	struct note_fixture *note = *state;
	expect(note, "24. Julmond 2026", DATE_ABSENT, NULL);
	aliases_add(&note->arena, &note->aliases, ALIAS_PERIOD, "december", SPAN("Julmond"));
	expect(note, "24. Julmond 2026", DATE_READ, "2026-12-24");
}

static void a_finding_says_what_to_write(void **state)
{
	struct note_fixture *note = *state;
	struct written_date written = written_date_of(&note->arena, &note->aliases, SPAN("03/04/2026"));
	written_date_report(&written, (struct position){ "a.md", 1, 1 }, "", written.text, &note->findings);
	assert_string_equal(note->findings.items[0].message, "\"03/04/2026\" may be either of two days");
	assert_string_equal(note->findings.items[0].hint, "write 2026-04-03 or 2026-03-04");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_day_is_read_however_it_is_written),
		NOTE_TEST(what_looks_like_a_day_and_is_none_is_told_apart),
		NOTE_TEST(a_text_without_the_shape_of_a_date_is_none),
		NOTE_TEST(a_day_is_found_within_a_text),
		NOTE_TEST(a_day_is_read_with_the_time_behind_it),
		NOTE_TEST(behind_a_day_words_may_stand_and_no_other_day),
		NOTE_TEST(a_persons_own_word_for_a_month_counts),
		NOTE_TEST(a_finding_says_what_to_write),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
