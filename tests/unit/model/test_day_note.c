#include "note_fixture.h"

#include "model/day_note.h"

static bool read(struct note_fixture *note, const char *path, const char *text, struct day_note *day)
{
	note->findings.count = 0;
	return day_note_read(note_outline(note, path, text), DATE_NONE, day, &note->findings);
}

static void a_day_is_told_by_front_matter_then_title_then_name(void **state)
{
	static const struct {
		const char *path, *text, *date;
	} cases[] = {
		{ "Days/2026-11-20.md", "---\ndate: 2026-11-19\n---\n", "2026-11-19" },
		{ "a.md", "---\ndatum: 19.11.2026\n---\n", "2026-11-19" },
		{ "a.md", "# Day 2026-11-18 (Wednesday)\n", "2026-11-18" },
		{ "a.md", "# Tag: 18. November 2026\n", "2026-11-18" },
		{ "Days/2026-11-20.md", "No front matter.\n", "2026-11-20" },
		{ "a.md", "# My day\n", "" },
		{ "Days/2026-11-20.md", "---\ndate: 2026-02-30\n---\n", "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct day_note day;
		bool known = read(*state, cases[i].path, cases[i].text, &day);
		assert_int_equal(known, cases[i].date[0] != '\0');
		if (known)
			assert_string_equal(date_format(day.date).text, cases[i].date);
		else
			assert_true(span_starts_with(span_of(note_findings(*state)), "bad_date"));
	}
}

static void sections_are_found_in_three_languages(void **state)
{
	static const char *const texts[] = {
		"## Top Three\n- [ ] A\n## Touches\n- [ ] B\n## Carryover\n- [ ] C\n- [x] D\n## Shutdown\n- [ ] E\n",
		"## Die drei Wichtigsten\n- [ ] A\n## Kontakte heute\n- [ ] B\n## Übertrag\n- [ ] C\n- [x] D\n"
		"## Tagesabschluss\n- [ ] E\n",
		"## 三件要事\n- [ ] A\n## 今日联络\n- [ ] B\n## 结转\n- [ ] C\n- [x] D\n## 今日收尾\n- [ ] E\n",
	};
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct day_note day;
		assert_true(read(*state, "2026-11-20.md", texts[i], &day));
		assert_int_equal(day.top_three.count, 1);
		assert_int_equal(day.touches.count, 1);
		assert_int_equal(day.carryover.count, 2);
		assert_int_equal(day.tasks.count, 4);
		assert_span(day.top_three.items[0].text, "A");
	}
}

static void what_is_blocked_says_so(void **state)
{
	struct note_fixture *note = *state;
	static const struct {
		const char *line;
		bool blocked;
		const char *reason;
	} cases[] = {
		{ "- [ ] Call the bank #blocked", true, "" },
		{ "- [/] Call the bank [blocked:: waits for Carla] 📅 2026-11-20", true, "waits for Carla" },
		{ "- [ ] Call the bank (blocked:: no number)", true, "no number" },
		{ "- [ ] Call the bank 🆔 a7k2 #blocked", true, "" },
		{ "- [ ] Bank anrufen [blockiert:: Carla fehlt]", true, "Carla fehlt" },
		{ "- [ ] Bank anrufen #blockiert", true, "" },
		{ "- [ ] 给银行打电话 #受阻", true, "" },
		{ "- [ ] 给银行打电话 [受阻:: 等张三]", true, "等张三" },
		{ "- [ ] Unblock the drain #blockers-list", false, "" },
		{ "- [ ] The road is blocked", false, "" },
		{ "- [ ] Call [due:: 2026-11-20]", false, "" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct task task;
		struct span reason;
		assert_true(task_read_line(span_of(cases[i].line), &task));
		assert_int_equal(day_task_is_blocked(&note->arena, &note->aliases, &task, &reason), cases[i].blocked);
		assert_span(reason, cases[i].reason);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		NOTE_TEST(a_day_is_told_by_front_matter_then_title_then_name),
		NOTE_TEST(sections_are_found_in_three_languages),
		NOTE_TEST(what_is_blocked_says_so),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
