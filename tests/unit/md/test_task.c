#include "test.h"

#include "md/task.h"

static struct task read(const char *line)
{
	struct task task;
	assert_true(task_read_line(span_of(line), &task));
	return task;
}

static const char *day(struct date date)
{
	static struct date_text text;
	text = date_is_known(date) ? date_format(date) : (struct date_text){ "" };
	return text.text;
}

static void a_task_has_a_text_and_fields_behind_it(void **state)
{
	(void)state;
	struct task task = read("- [ ] Send the memo [owner:: client] ⏫ 📅 2026-11-27 🆔 k3f9");
	assert_span(task.text, "Send the memo");
	assert_span(task.owner, "client");
	assert_span(task.id, "k3f9");
	assert_string_equal(day(task.due), "2026-11-27");
	assert_int_equal(task.priority, TASK_PRIORITY_HIGH);
	assert_int_equal(task.status, TASK_OPEN);
	assert_int_equal(task.mark_offset, 3);
	assert_span(task.trailing, "");
}

static void marks_give_the_status(void **state)
{
	(void)state;
	static const struct {
		const char *line;
		enum task_status status;
	} cases[] = {
		{ "- [ ] a", TASK_OPEN },
		{ "* [x] a", TASK_DONE },
		{ "+ [X] a", TASK_DONE },
		{ "1. [/] a", TASK_IN_PROGRESS },
		{ "2) [-] a", TASK_CANCELLED },
		{ "- [>] a", TASK_FORWARDED },
		{ "- [<] a", TASK_FORWARDED },
		{ "- [!] a", TASK_OPEN },
		{ "\t- [ ]", TASK_OPEN },
		{ "> - [x] a", TASK_DONE },
		{ "- - [x] a", TASK_DONE },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(read(cases[i].line).status, cases[i].status);
}

static void other_items_are_no_tasks(void **state)
{
	(void)state;
	static const char *const lines[] = { "- a", "[ ] a", "- [ ]a", "- [xx] a", "- [] a", "-[ ] a", "1 [ ] a", "" };
	struct task task;
	for (size_t i = 0; i < sizeof(lines) / sizeof(*lines); i++)
		assert_false(task_read_line(span_of(lines[i]), &task));
}

static void every_date_is_read_in_both_syntaxes(void **state)
{
	(void)state;
	static const char *const lines[] = {
		"- [x] a ➕ 2026-11-01 🛫 2026-11-02 ⏳ 2026-11-03 📅 2026-11-04 ✅ 2026-11-05 ❌ 2026-11-06",
		"- [x] a [created:: 2026-11-01] (start:: 2026-11-02) [scheduled:: 2026-11-03] [due::2026-11-04] "
		"[completion:: 2026-11-05] [cancelled:: 2026-11-06]",
	};
	for (size_t i = 0; i < 2; i++) {
		struct task task = read(lines[i]);
		assert_span(task.text, "a");
		assert_string_equal(day(task.created), "2026-11-01");
		assert_string_equal(day(task.start), "2026-11-02");
		assert_string_equal(day(task.scheduled), "2026-11-03");
		assert_string_equal(day(task.due), "2026-11-04");
		assert_string_equal(day(task.done), "2026-11-05");
		assert_string_equal(day(task.cancelled), "2026-11-06");
	}
}

static void priorities_are_read_in_both_syntaxes(void **state)
{
	(void)state;
	assert_int_equal(read("- [ ] a 🔺").priority, TASK_PRIORITY_HIGHEST);
	assert_int_equal(read("- [ ] a 🔼").priority, TASK_PRIORITY_MEDIUM);
	assert_int_equal(read("- [ ] a 🔽").priority, TASK_PRIORITY_LOW);
	assert_int_equal(read("- [ ] a ⏬").priority, TASK_PRIORITY_LOWEST);
	assert_int_equal(read("- [ ] a [priority:: high]").priority, TASK_PRIORITY_HIGH);
	assert_int_equal(read("- [ ] a").priority, TASK_PRIORITY_NONE);
}

static void variation_selectors_and_no_break_spaces_are_read_over(void **state)
{
	(void)state;
	struct task task = read("- [ ] a \xE2\x8F\xAB\xEF\xB8\x8F\xC2\xA0🗓\xEF\xB8\x8F\xC2\xA0"
				"2026-11-27\xC2\xA0");
	assert_span(task.text, "a");
	assert_string_equal(day(task.due), "2026-11-27");
	assert_int_equal(task.priority, TASK_PRIORITY_HIGH);
}

static void text_behind_a_field_makes_it_text(void **state)
{
	(void)state;
	struct task task = read("- [ ] Send 📅 2026-11-27 to Ana ⏫");
	assert_span(task.text, "Send 📅 2026-11-27 to Ana");
	assert_span(task.trailing, "to Ana");
	assert_false(date_is_known(task.due));
	assert_int_equal(task.priority, TASK_PRIORITY_HIGH);
}

static void tags_may_stand_among_fields_and_a_block_id_behind_them(void **state)
{
	(void)state;
	struct task task = read("- [ ] Call #work 📅 2026-11-27 #later 🆔 a1 ^block-1");
	assert_span(task.text, "Call #work");
	assert_span(task.id, "a1");
	assert_string_equal(day(task.due), "2026-11-27");
	assert_span(read("- [ ] Call #work").text, "Call #work");
	assert_span(read("- [ ] Call ^id").text, "Call");
}

static void a_date_that_names_no_day_is_kept_for_a_finding(void **state)
{
	(void)state;
	struct task task = read("- [ ] a 📅 2026-13-45 ➕ 2026-02-30");
	assert_span(task.text, "a");
	assert_span(task.bad_date, "2026-13-45");
	assert_false(date_is_known(task.due));
	assert_span(read("- [ ] a [due:: soon]").bad_date, "soon");
}

static void recurrence_goal_and_unknown_fields_are_no_text(void **state)
{
	(void)state;
	struct task task = read("- [ ] a [goal:: G1] 🔁 every 2 weeks, when done 📅 2026-11-27 ⛔ x1,x2 [note:: b c]");
	assert_span(task.text, "a");
	assert_span(task.recurrence, "every 2 weeks, when done");
	assert_span(task.goal, "G1");
	assert_string_equal(day(task.due), "2026-11-27");
}

static void a_recurrence_in_any_script_is_no_text(void **state)
{
	(void)state;
	static const struct {
		const char *line, *text, *recurrence;
	} cases[] = {
		{ "- [ ] x 🔁 每周 📅 2026-11-10", "x", "每周" },
		{ "- [ ] x 🔁 wöchentlich", "x", "wöchentlich" },
		{ "- [ ] x 🔁️ jede Woche 🆔 a1", "x", "jede Woche" },
		{ "- [ ] x 🔁", "x 🔁", "" },
		{ "- [ ] x 🔁 每周 [owner:: coach] ⏫", "x", "每周" },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct task task = read(cases[i].line);
		assert_span(task.text, cases[i].text);
		assert_span(task.recurrence, cases[i].recurrence);
	}
}

static void tasks_are_found_in_lists_and_quotes_and_not_in_code(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	static const char text[] =
		"- [ ] a\n  - [x] b\n    text\n> 1. [/] c\n\n```\n- [ ] code\n```\n<!--\n- [ ] hidden\n-->\n"
		"%%\n- [ ] hidden too\n%%\n- - [ ] d\n- plain\n";
	const struct document *document = document_parse(&arena, "x.md", span_of(text), DOCUMENT_DEFAULT_MOST);
	struct task_list tasks = document_tasks(&arena, document, 0, document->block_count);
	static const char *const texts[] = { "a", "b", "c", "d" };
	static const unsigned lines[] = { 1, 2, 4, 15 };
	assert_int_equal(tasks.count, 4);
	for (size_t i = 0; i < tasks.count; i++) {
		assert_span(tasks.items[i].text, texts[i]);
		assert_int_equal(tasks.items[i].line, lines[i]);
		assert_int_equal(document->bytes.at[tasks.items[i].mark_offset], tasks.items[i].mark);
		assert_int_equal(document->blocks[tasks.items[i].block].kind, BLOCK_ITEM);
	}
	assert_span(tasks.items[1].whole, "- [x] b");
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_task_has_a_text_and_fields_behind_it),
		cmocka_unit_test(marks_give_the_status),
		cmocka_unit_test(other_items_are_no_tasks),
		cmocka_unit_test(every_date_is_read_in_both_syntaxes),
		cmocka_unit_test(priorities_are_read_in_both_syntaxes),
		cmocka_unit_test(variation_selectors_and_no_break_spaces_are_read_over),
		cmocka_unit_test(text_behind_a_field_makes_it_text),
		cmocka_unit_test(tags_may_stand_among_fields_and_a_block_id_behind_them),
		cmocka_unit_test(a_date_that_names_no_day_is_kept_for_a_finding),
		cmocka_unit_test(a_recurrence_in_any_script_is_no_text),
		cmocka_unit_test(recurrence_goal_and_unknown_fields_are_no_text),
		cmocka_unit_test(tasks_are_found_in_lists_and_quotes_and_not_in_code),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
