/* A scan of lines against the parsed note: the same wherever it has no doubt, and no doubt where people's notes are
 * plain. */
#include "spec_examples.h"

#include "md/task_scan.h"

static bool same_task(const struct scanned_task *a, const struct scanned_task *b)
{
	return a->task.line == b->task.line && a->task.column == b->task.column &&
	       a->task.mark_offset == b->task.mark_offset && a->task.whole.at == b->task.whole.at &&
	       span_equal(a->task.whole, b->task.whole) && a->heading == b->heading;
}

static bool same_heading(const struct scanned_heading *a, const struct scanned_heading *b)
{
	return a->level == b->level && a->line == b->line && span_equal(a->title, b->title);
}

static bool same_scan(const struct task_scan *a, const struct task_scan *b)
{
	if (a->task_count != b->task_count || a->heading_count != b->heading_count)
		return false;
	for (size_t i = 0; i < a->task_count; i++)
		if (!same_task(&a->tasks[i], &b->tasks[i]))
			return false;
	for (size_t i = 0; i < a->heading_count; i++)
		if (!same_heading(&a->headings[i], &b->headings[i]))
			return false;
	return true;
}

static void scan_parsed(struct arena *arena, struct span note, struct task_scan *scan)
{
	const struct document *document = document_parse(arena, "x.md", note, DOCUMENT_DEFAULT_MOST);
	struct section_list sections = document_sections(arena, document);
	struct task_list tasks = document_tasks(arena, document, 0, document->block_count);
	task_scan_parsed(arena, &sections, &tasks, scan);
}

/* What is no task may be among the lines, too. */
static bool every_task_is_a_line(struct span note, const struct task_scan *parsed)
{
	size_t offset = 0;
	struct task_line line;
	for (size_t i = 0; i < parsed->task_count; i++)
		do {
			if (!task_line_next(note, &offset, &line))
				return false;
		} while (line.text.at != note.at + parsed->tasks[i].task.mark_offset - 1);
	return true;
}

/* True when the scan had no doubt. */
static bool assert_scanned_as_parsed(struct arena *arena, struct span note)
{
	struct task_scan scanned;
	struct task_scan parsed;
	scan_parsed(arena, note, &parsed);
	bool sure = task_scan_lines(arena, note, &scanned);
	if (sure && !same_scan(&scanned, &parsed))
		fail_msg("%zu tasks and %zu headings scanned, %zu and %zu parsed:\n%.*s", scanned.task_count,
			scanned.heading_count, parsed.task_count, parsed.heading_count, SPAN_PRINT(note));
	if (!every_task_is_a_line(note, &parsed))
		fail_msg("a task is not among the lines:\n%.*s", SPAN_PRINT(note));
	return sure;
}

/* --- what people write is plain --- */

static void a_note_of_a_person_leaves_no_doubt(void **state)
{
	(void)state;
	static const struct {
		const char *note;
		size_t tasks;
	} cases[] = {
		{ "", 0 },
		{ "# Session\n\n## Action Items\n- [ ] Memo 📅 2026-11-27\n- [x] Call ✅ 2026-11-20\n", 2 },
		{ "---\ntype: session\n---\n- [ ] one\n", 1 },
		{ "\xEF\xBB\xBF- [ ] one\r\n- [x] two\r\n", 2 },
		{ "- [ ] one\n  - [ ] nested\n    - [-] deeper\n- [/] two\n", 4 },
		{ "1. [ ] one\n2. [ ] two\n   - [ ] three\n", 3 },
		{ "> **Layer:** DRIVERS\n\n* [ ] one\n+ [>] two\n", 2 },
		{ "Text\n- [ ] one\ngoes on\n- [ ] two\n", 2 },
		{ "```\n- [ ] no\n```\n- [ ] yes\n", 1 },
		{ "<!-- hint\n- [ ] no\n-->\n- [ ] yes\n", 1 },
		{ "<!-- hint -->\n- [ ] yes\n", 1 },
		{ "| a | b |\n| - | - |\n| [ ] | c |\n- [ ] yes\n", 1 },
		{ "- [ ] one\n\n---\n\n- [ ] two\n", 2 },
		{ "- \n- [ ] one\n-\n\n- [ ] two\n", 2 },
		{ "**Focus:** x\n- **Date:** y\n- [ ] one `code` and [[Ana|A]]\n", 1 },
	};
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct arena arena = ARENA_INIT;
		struct task_scan scan;
		if (!assert_scanned_as_parsed(&arena, span_of(cases[i].note)))
			fail_msg("a doubt about:\n%s", cases[i].note);
		assert_true(task_scan_lines(&arena, span_of(cases[i].note), &scan));
		assert_int_equal(scan.task_count, cases[i].tasks);
		arena_release(&arena);
	}
}

static void what_lines_alone_cannot_tell_is_a_doubt(void **state)
{
	(void)state;
	static const char *const notes[] = { "\t- [ ] tab\n", "- \t- [ ] tab\n", "    - [ ] code or not\n",
		"Title\n---\n- [ ] a\n", "Title\n--\n- [ ] a\n", "Title\n===\n- [ ] a\n", "\xFF\xFE\n# no text\n",
		"%% hidden\n- [ ] no\n%%\n", "<div>\n- [ ] no\n</div>\n", "> - [ ] quoted\n", "- - [ ] twice\n",
		"- ```\n  - [ ] no\n", "a\r- [ ] lone carriage return\n", "text\n2. [ ] no item\n",
		"-      - [ ] code\n" };
	for (size_t i = 0; i < sizeof(notes) / sizeof(*notes); i++) {
		struct arena arena = ARENA_INIT;
		struct task_scan scan;
		if (task_scan_lines(&arena, span_of(notes[i]), &scan))
			fail_msg("no doubt about:\n%s", notes[i]);
		assert_int_equal(scan.task_count, 0);
		arena_release(&arena);
	}
}

/* --- the same as parsed --- */

static void an_example_of_the_specification_is_scanned_as_it_is_parsed(void **state)
{
	(void)state;
	static const char *const behind[] = { "", "- [ ] task\n", "\n- [ ] task\n", "  - [ ] task\n",
		"\n    - [x] task\n", "2. [ ] task\n# Heading #\n" };
	struct arena arena = ARENA_INIT;
	struct examples examples = read_examples(&arena);
	uint32_t random = 20261127;
	for (size_t i = 0; i < examples.count * VARIANTS; i++) {
		struct arena one = ARENA_INIT;
		const char *end = behind[next_random(&random) % (sizeof(behind) / sizeof(*behind))];
		struct span text = span_of(arena_printf(&one, "%.*s%s", SPAN_PRINT(examples.items[i / VARIANTS]), end));
		assert_scanned_as_parsed(&one, variant_of(&one, text, (int)(i % VARIANTS), &random));
		arena_release(&one);
	}
	arena_release(&arena);
}

/* Lines of all that tasks may stand beside or in: nested lists, quotes, fences, HTML, tables, lazy continuation. */
static struct span mixed_note(struct arena *arena, uint32_t *random)
{
	static const char *const indents[] = { "", "", "", "", "", " ", "  ", "   ", "    ", "      ", "> ", ">", ">> ",
		"\t" };
	static const char *const lines[] = { "", "", "text", "- [ ] task", "- [x] task", "* [ ] task", "+ item", "-",
		"- ", "1. [ ] task", "2. [-] task", "10) [ ] task", "# Heading", "## Heading ##", "#tag", "```", "````",
		"~~~", "~~~ text", "``` a`b", "<!-- comment -->", "<!-- open", "close -->", "<div>", "</div>", "<a>",
		"---", "--", "***", "===", "- - -", "- - [ ] task", "- > quote", "- # Heading", "- ```",
		"-     - [ ] task", "| a | b |", "| - | - |", "a | b", "- | -", "[l]: u", "[l]:", "%%", "`code",
		"[ ] no", "- [ ]", "- [ ]no", "-[ ] no", "\\- [ ] no", "\xC2\xA0- [ ] no", "- [ ]\xC2\xA0task",
		"- [] no", "- [xx] no", "1234567890. [ ] no", "1.", "*", "\x0b- [ ] no", "1. \f[ ] task" };
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(SPEC_MOST_SIZE);
	for (unsigned more = 1 + next_random(random) % 12; more; more--) {
		buffer_add_text(&out, indents[next_random(random) % (sizeof(indents) / sizeof(*indents))]);
		buffer_add_text(&out, lines[next_random(random) % (sizeof(lines) / sizeof(*lines))]);
		buffer_add_text(&out, next_random(random) % 40 ? "\n" : "\r\n");
	}
	return arena_copy_span(arena, buffer_span(&out));
}

enum { MIXES = 60000 };

static void a_mix_of_lines_is_scanned_as_it_is_parsed(void **state)
{
	(void)state;
	uint32_t random = 20261128;
	size_t sure = 0;
	for (int i = 0; i < MIXES; i++) {
		struct arena arena = ARENA_INIT;
		sure += assert_scanned_as_parsed(&arena, mixed_note(&arena, &random));
		arena_release(&arena);
	}
	assert_true(sure > MIXES / 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_note_of_a_person_leaves_no_doubt),
		cmocka_unit_test(what_lines_alone_cannot_tell_is_a_doubt),
		cmocka_unit_test(an_example_of_the_specification_is_scanned_as_it_is_parsed),
		cmocka_unit_test(a_mix_of_lines_is_scanned_as_it_is_parsed),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
