#include "note_fixture.h"

#include "model/week_note.h"

static bool read(struct note_fixture *note, const char *path, const char *text, struct week_note *week)
{
	note->findings.count = 0;
	return week_note_read(note_outline(note, path, text), NULL, week, &note->findings);
}

/* Each entry as "date minutes category client", one a line. */
static const char *entries(struct note_fixture *note, const struct week_note *week)
{
	const char *text = "";
	for (size_t i = 0; i < week->entry_count; i++) {
		const struct time_entry *entry = &week->entries[i];
		text = arena_printf(&note->arena, "%s%s %d %s %.*s\n", text,
			date_is_known(entry->date) ? date_format(entry->date).text : "-", entry->minutes,
			entry->category_known ? category_names[entry->category] : "?", SPAN_PRINT(entry->client));
	}
	return text;
}

static const char english[] = "---\ntype: week\nweek: 2026-W47\n---\n"
			      "# Week 2026-W47 (2026-11-16 – 2026-11-22)\n\n"
			      "## Priorities\n1. **Prepare [[Ana Silva]]** — session on Friday\n"
			      "## Rituals\n- [x] Supervision\n"
			      "## Partner Check-ins\n- [ ] [[Rosa Quinn]]\n"
			      "## Carryover\n- [ ] Send the contract to Li Wei 📅 2026-11-18\n- [ ] [Task]\n"
			      "## Time Log\n"
			      "| Date | Hours | Category | Client | Note |\n"
			      "| --- | --- | --- | --- | --- |\n"
			      "| 2026-11-16 | 1.5 | admin | | invoices |\n"
			      "| 2026-11-17 | 1 | coaching | [[Clients/Ana Silva/Ana Silva\\|Ana]] | call |\n"
			      "| | | | | |\n"
			      "| [Date] | [Hours] | [Category] | | |\n"
			      "## Review\n";

static void check_english(struct note_fixture *note, const struct week_note *week)
{
	assert_string_equal(week_format(week->week).text, "2026-W47");
	assert_string_equal(entries(note, week), "2026-11-16 90 admin \n2026-11-17 60 coaching Ana Silva\n");
	assert_span(week->entries[0].note, "invoices");
	assert_int_equal(week->entries[0].line, 19);
	assert_int_equal(week->carryover.count, 1);
	assert_int_equal(week->rituals.count, 1);
	assert_int_equal(week->partner_check_ins.count, 1);
	assert_int_equal(week->priority_line_count, 1);
	assert_span(week->priority_lines[0].text, "**Prepare [[Ana Silva]]** — session on Friday");
	assert_false(week->priority_lines[0].has_box);
	assert_string_equal(note_findings(note), "");
}

static void tasks_under_an_unknown_heading_may_be_the_carryover(void **state)
{
	static const struct {
		const char *text, *title, *proper;
		size_t carried;
	} cases[] = {
		{ "# Week 2026-W47\n## Mine\n- [ ] Call\n", "Mine", "Carryover", 0 },
		{ "# Woche 2026-W47\n## Prioritäten\n## Rituale\n## Mitgenommen\n- [ ] Anrufen\n", "Mitgenommen",
			"Übertrag", 0 },
		{ "# Week 2026-W47\n## Mine\n- [ ] Call\n## Carryover\n- [ ] Write\n", "", NULL, 1 },
		{ "# Week 2026-W47\n## Mine\n- [x] Call\n- a thought\n", "", NULL, 0 },
		{ "# Week 2026-W47\n## Rituals\n- [ ] Review\n", "", NULL, 0 },
		{ "# Week 2026-W47\n- [ ] Call\n", "", NULL, 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct week_note week;
		read(*state, "a.md", cases[i].text, &week);
		assert_span(week.unknown_list.title, cases[i].title);
		assert_int_equal(week.carryover.count, cases[i].carried);
		if (cases[i].proper)
			assert_string_equal(week.unknown_list.proper, cases[i].proper);
	}
}

static void a_week_is_read(void **state)
{
	struct note_fixture *note = *state;
	struct week_note week;
	assert_true(read(note, "a.md", english, &week));
	check_english(note, &week);
}

static void line_ends_do_not_matter(void **state)
{
	struct note_fixture *note = *state;
	struct week_note week;
	assert_true(week_note_read(note_outline_crlf(note, "a.md", english), NULL, &week, &note->findings));
	check_english(note, &week);
}

static void other_languages_and_column_orders_are_read(void **state)
{
	struct note_fixture *note = *state;
	struct week_note week;
	assert_true(read(note, "2026-W46.md",
		"## Zeitprotokoll\nKategorie | Stunden | Datum | Klientin\n--- | --- | --- | ---\n"
		"Akquise | 2 | 2026-11-11 | \nCoaching | 1,5 | 2026-11-10 | [[Jonas Feld]]\n"
		"Verwaltung | 1,25 Std. | 2026-11-12\n",
		&week));
	assert_string_equal(entries(note, &week),
		"2026-11-11 120 bizdev \n2026-11-10 90 coaching Jonas Feld\n2026-11-12 75 admin \n");
	assert_true(read(note, "a.md",
		"# 周记 2026-W46\n## 时间记录\n| 日期 | 小时 | 类别 | 客户 |\n| --- | --- | --- | --- |\n"
		"| 2026-11-09 | ０．５ | 教练 | [[李雷]] |\n| 2026-11-13 | 45分钟 | 督导 | |\n",
		&week));
	assert_string_equal(entries(note, &week), "2026-11-09 30 coaching 李雷\n2026-11-13 45 admin \n");
	assert_string_equal(note_findings(note), "");
}

static void hours_are_read_as_written(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *hours;
		int minutes;
	} cases[] = {
		{ "1.5", 90 },
		{ "1,5", 90 },
		{ "90m", 90 },
		{ "90 min", 90 },
		{ "1:30", 90 },
		{ "1h30", 90 },
		{ "2 h", 120 },
		{ "**2**", 120 },
		{ "两小时", 120 },
		{ "两个小时", 120 },
		{ "1小时30分", 90 },
		{ "1 小时 30 分钟", 90 },
		{ "半小时", 30 },
		{ "半个小时", 30 },
		{ "一个半小时", 90 },
		{ "1個半小時", 90 },
		{ "两小时半", 150 },
		{ "四十五分钟", 45 },
		{ "½", 30 },
		{ "2½", 150 },
		{ "2 ½ h", 150 },
		{ "1¼ Std.", 75 },
		{ "9:00-10:30", 90 },
		{ "9:00 – 10:30", 90 },
		{ "10:30-9:00", 0 },
		{ "9-10", 0 },
		{ "~1h", 0 },
		{ "半", 0 },
		{ "2小时左右", 0 },
		{ "0", 0 },
		{ "0,0", 0 },
		{ "-1", 0 },
		{ "25", 0 },
		{ "long", 0 },
		{ "1.5.2", 0 },
		{ "", 0 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct week_note week;
		const char *text = arena_printf(&note->arena,
			"# Week 2026-W47\n## Time Log\n| Hours | Category |\n| --- | --- |\n| %s | admin |\n",
			cases[i].hours);
		assert_true(read(note, "a.md", text, &week));
		if (week.entry_count != (cases[i].minutes > 0))
			print_error("\"%s\"\n", cases[i].hours);
		assert_int_equal(week.entry_count, cases[i].minutes > 0);
		if (week.entry_count) {
			assert_int_equal(week.entries[0].minutes, cases[i].minutes);
			assert_false(date_is_known(week.entries[0].date));
			assert_string_equal(note_findings(note), "");
		} else {
			assert_string_equal(note_findings(note), "bad_hours 5:3");
		}
	}
}

static void what_cannot_be_read_is_named_where_it_stands(void **state)
{
	struct note_fixture *note = *state;
	struct week_note week;
	assert_true(read(note, "a.md",
		"# Week 2026-W47\n## Time Log\n| Date | Hours | Category |\n| --- | --- | --- |\n"
		"| 2026-13-45 | 1 | admin |\n| 2026-11-17 | 2 | gardening |\n| 2026-11-18 | 1 | |\n"
		"| 2026-11-19 | x | admin |\n",
		&week));
	assert_string_equal(entries(note, &week), "- 60 admin \n2026-11-17 120 ? \n2026-11-18 60 ? \n");
	assert_span(week.entries[1].category_text, "gardening");
	assert_string_equal(
		note_findings(note), "bad_date 5:3, unknown_category 6:20, unknown_category 7:19, bad_hours 8:16");
}

static void rows_that_could_not_be_read_are_counted_on_their_days(void **state)
{
	struct note_fixture *note = *state;
	struct week_note week;
	assert_true(read(note, "a.md",
		"# Week 2026-W47\n## Time Log\n| Date | Hours | Category |\n| --- | --- | --- |\n"
		"| 2026-11-10 | ~1h | admin |\n| Thu | | admin |\n| | | |\n| Fri | 1 | admin |\n\n"
		"- 2026-11-17 long admin\n- gestern 1 admin\n- a thought\n- 2026-11-18 9:00 - 10:30 admin\n"
		"- 2026-11-18 2 ½ h admin\n",
		&week));
	assert_string_equal(
		entries(note, &week), "2026-11-20 60 admin \n2026-11-18 90 admin \n2026-11-18 150 admin \n");
	assert_int_equal(week.unread_count, 4);
	assert_string_equal(date_format(week.unread[0]).text, "2026-11-10");
	assert_string_equal(date_format(week.unread[1]).text, "2026-11-19");
	assert_string_equal(date_format(week.unread[2]).text, "2026-11-17");
	assert_false(date_is_known(week.unread[3]));
}

/* In a cell of the column Date, and at the start of an item. */
static void a_weekday_is_the_day_of_the_notes_week(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *day;
		const char *date;
		const char *findings;
	} cases[] = {
		{ "Thu", "2026-11-19", "" },
		{ "thursday", "2026-11-19", "" },
		{ "Do", "2026-11-19", "" },
		{ "Mo.", "2026-11-16", "" },
		{ "Sonntag", "2026-11-22", "" },
		{ "周四", "2026-11-19", "" },
		{ "**Fri**", "2026-11-20", "" },
		{ "Do 19.11.2026", "2026-11-19", "" },
		{ "gestern", "-", "bad_date 5:3" },
		{ "Thursday morning", "-", "bad_date 5:3" },
		{ "", "-", "" },
		{ "[Date]", "-", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct week_note week;
		const char *text = arena_printf(&note->arena,
			"# Week 2026-W47\n## Time Log\n| Date | Hours | Category |\n| --- | --- | --- |\n| %s | 1 | admin "
			"|\n",
			cases[i].day);
		assert_true(read(note, "a.md", text, &week));
		const char *expected = arena_printf(&note->arena, "%s 60 admin \n", cases[i].date);
		assert_string_equal(entries(note, &week), expected);
		assert_string_equal(note_findings(note), cases[i].findings);
	}
	struct week_note week;
	assert_true(read(note, "a.md",
		"# Week 2026-W47\n## Time Log\n- Thu 1.5 admin\n- Do.: 1 admin\n- 周四 2小时 admin\n- Monday was good\n"
		"- gestern 1 admin\n",
		&week));
	assert_string_equal(
		entries(note, &week), "2026-11-19 90 admin \n2026-11-19 60 admin \n2026-11-19 120 admin \n");
	assert_string_equal(note_findings(note), "bad_date 7:3");
}

static void two_columns_of_one_meaning_are_not_read(void **state)
{
	struct note_fixture *note = *state;
	struct week_note week;
	assert_true(read(note, "a.md",
		"# Week 2026-W47\n## Time Log\n| Date | Hours | Time | Category |\n| --- | --- | --- | --- |\n"
		"| 2026-11-17 | 1 | 2 | admin |\n",
		&week));
	assert_int_equal(week.entry_count, 0);
	assert_string_equal(note_findings(note), "duplicate_column 3:18");
}

static void a_log_may_be_a_list(void **state)
{
	struct note_fixture *note = *state;
	struct week_note week;
	assert_true(read(note, "a.md",
		"# Week 2026-W47\n## Time Log\n- 2026-11-16 1.5 admin invoices\n"
		"* 2026-11-17 2 h coaching [[Ana Silva]]\n"
		"- 2026-11-18 90 min biz dev — newsletter\n- a thought\n- 2026-11-19 long admin\n"
		"- 2026-02-30 1 admin\n- 20.11.2026: 1 admin\n- 20.11. 1.5 admin\n",
		&week));
	assert_string_equal(entries(note, &week),
		"2026-11-16 90 admin \n2026-11-17 120 coaching Ana Silva\n2026-11-18 90 bizdev \n- 60 admin \n"
		"2026-11-20 60 admin \n");
	assert_span(week.entries[0].note, "invoices");
	assert_string_equal(note_findings(note), "bad_hours 7:14, bad_date 8:3, bad_date 10:3");
}

static void what_is_hidden_does_not_count(void **state)
{
	struct note_fixture *note = *state;
	struct week_note week;
	assert_true(read(note, "a.md",
		"# Week 2026-W46\n```\n## Time Log\n| Date | Hours | Category |\n| --- | --- | --- |\n"
		"| 2026-11-09 | 30 | admin |\n"
		"```\n## Time Log\nDate | Hours | Category\n--- | --- | ---\n2026-11-13 | 0.75 | admin\n<!--\n"
		"2026-11-13 | 9 | admin\n-->\n\n%%\n| Date | Hours | Category |\n| --- | --- | --- |\n"
		"| 2026-11-09 | 8 | admin |\n%%\n",
		&week));
	assert_string_equal(entries(note, &week), "2026-11-13 45 admin \n");
	assert_string_equal(note_findings(note), "");
}

static void a_log_under_an_unknown_heading_is_named_or_found(void **state)
{
	struct note_fixture *note = *state;
	struct week_note week;
	assert_true(read(note, "a.md",
		"# Week 2026-W47\n## What I did\n| Day | Hours | Category |\n| --- | --- | --- |\n"
		"| 2026-11-17 | 1 | admin |\n",
		&week));
	assert_string_equal(entries(note, &week), "2026-11-17 60 admin \n");
	assert_true(read(note, "a.md",
		"# Week 2026-W47\n## Gratitude\nfor tea\n## What I did\n| Thing | How long |\n| --- | --- |\n"
		"| admin | 1 |\n",
		&week));
	assert_int_equal(week.entry_count, 0);
	assert_string_equal(note_findings(note), "unrecognised_heading 4:1");
	assert_true(read(note, "a.md",
		"# Week 2026-W47\n## Review\n| Thing | How |\n| --- | --- |\n| tea | hot |\n"
		"## Log\n| Thing | How long |\n| --- | --- |\n| admin | 1 |\n",
		&week));
	assert_string_equal(note_findings(note), "unrecognised_heading 6:1");
}

static void the_week_is_looked_for_in_order(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *path;
		const char *text;
		const char *week;
		const char *findings;
	} cases[] = {
		{ "2026-W45.md", "---\nweek: 2026-W47\n---\n# Week 2026-W46\n", "2026-W47", "week_mismatch 2:7" },
		{ "2026-W45.md", "# Week 2026-W46\n", "2026-W46", "week_mismatch 1:1" },
		{ "2026-W46 KW.md", "# Week 2026-W46\n", "2026-W46", "" },
		{ "Weeks/2026-W45.md", "# My week\n", "2026-W45", "" },
		{ "2026-W45.md", "---\nweek: \"[YYYY-Www]\"\n---\n# This week\n", "2026-W45", "" },
		{ "a.md", "# Week of 2026-11-16\n", "2026-W47", "" },
		{ "2026-11-16.md", "", "2026-W47", "" },
		{ "2026-W45.md", "---\nweek: 2026-W54\n---\n", NULL, "bad_date 2:7" },
		{ "2026-W45.md", "---\nweek: 47\n---\n", NULL, "bad_date 2:7" },
		{ "a.md", "# This week\n", NULL, "bad_date 1:1" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct week_note week;
		bool known = read(note, cases[i].path, cases[i].text, &week);
		assert_int_equal(known, cases[i].week != NULL);
		if (known)
			assert_string_equal(week_format(week.week).text, cases[i].week);
		assert_string_equal(note_findings(note), cases[i].findings);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_week_is_read),
		NOTE_TEST(tasks_under_an_unknown_heading_may_be_the_carryover),
		NOTE_TEST(line_ends_do_not_matter),
		NOTE_TEST(other_languages_and_column_orders_are_read),
		NOTE_TEST(hours_are_read_as_written),
		NOTE_TEST(what_cannot_be_read_is_named_where_it_stands),
		NOTE_TEST(rows_that_could_not_be_read_are_counted_on_their_days),
		NOTE_TEST(a_weekday_is_the_day_of_the_notes_week),
		NOTE_TEST(two_columns_of_one_meaning_are_not_read),
		NOTE_TEST(a_log_may_be_a_list),
		NOTE_TEST(what_is_hidden_does_not_count),
		NOTE_TEST(a_log_under_an_unknown_heading_is_named_or_found),
		NOTE_TEST(the_week_is_looked_for_in_order),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
