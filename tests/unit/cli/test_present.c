#include "sample_commands.h"

#include "cli/envelope.h"
#include "cli/present.h"

struct stage {
	struct arena arena;
	struct globals globals;
	struct outcome outcome;
	struct finding_list findings;
	struct applied applied;
	struct error error;
	struct presentation presentation;
	struct buffer out;
	struct buffer notes;
	int status;
};

static struct stage *stage_make(void)
{
	struct stage *stage = calloc(1, sizeof(*stage));
	stage->findings.arena = &stage->arena;
	stage->outcome.report = report_of(&stage->arena);
	stage->outcome.changes = changeset_of(&stage->arena, "book", "x");
	stage->error = ERROR_INIT;
	stage->out = BUFFER_INIT(1 << 20);
	stage->notes = BUFFER_INIT(1 << 20);
	stage->presentation = (struct presentation){
		.arena = &stage->arena,
		.command = &command_book,
		.command_name = "reserve",
		.globals = &stage->globals,
		.as_of = date_of(2026, 11, 20),
		.vault = "My Practice",
		.outcome = &stage->outcome,
		.findings = &stage->findings,
		.error = &stage->error,
		.style = { 80, false, true },
		.error_style = { 80, false, true },
	};
	return stage;
}

static void play(struct stage *stage)
{
	buffer_clear(&stage->out);
	buffer_clear(&stage->notes);
	stage->status = present(&stage->presentation, &stage->out, &stage->notes);
}

static int setup(void **state)
{
	*state = stage_make();
	return 0;
}

static int teardown(void **state)
{
	struct stage *stage = *state;
	buffer_release(&stage->out);
	buffer_release(&stage->notes);
	arena_release(&stage->arena);
	free(stage);
	return 0;
}

static void add_change(struct stage *stage)
{
	changeset_put(&stage->outcome.changes, "Weeks/2026-W47.md", SPAN("a\n"), SPAN("b\n"));
}

static const char diff[] = "--- a/Weeks/2026-W47.md\n+++ b/Weeks/2026-W47.md\n@@ -1 +1 @@\n-a\n+b\n";

static void add_finding(struct stage *stage, enum finding_code code)
{
	finding_add(&stage->findings, code, (struct position){ "a.md", 1, 2 }, "seen");
}

static void the_result_is_markdown_in_a_pipe_and_laid_out_on_a_terminal(void **state)
{
	struct stage *stage = *state;
	report_text(&stage->outcome.report, NULL, TONE_PLAIN, "**x**");
	play(stage);
	assert_span(buffer_span(&stage->out), "**x**\n");
	stage->presentation.terminal = true;
	play(stage);
	assert_span(buffer_span(&stage->out), "x\n");
	stage->outcome.raw = SPAN("raw");
	play(stage);
	assert_span(buffer_span(&stage->out), "raw");
	assert_span(buffer_span(&stage->notes), "");
	assert_int_equal(stage->status, 0);
}

static void sections_of_a_result_in_a_pipe_are_of_the_second_level(void **state)
{
	struct stage *stage = *state;
	report_section(&stage->outcome.report, NULL, "Sessions");
	play(stage);
	assert_span(buffer_span(&stage->out), "## Sessions\n");
}

static void names_in_notes_are_made_safe(void **state)
{
	struct stage *stage = *state;
	stage->outcome.unchanged = "a\033]52;b\xc2\x9b"
				   "c\n\xe2\x80\xae"
				   "d.md is up to date";
	play(stage);
	assert_span(buffer_span(&stage->notes), "coach: a]52;bc d.md is up to date\n");
	stage->outcome.unchanged = NULL;
	changeset_put(&stage->outcome.changes, "a\033[1m.md", SPAN("a\n"), SPAN("b\n"));
	stage->presentation.applied = &stage->applied;
	stage->globals.vault = stage->presentation.vault = "v\033[1m";
	play(stage);
	assert_span(buffer_span(&stage->notes), "changed a[1m.md\n"
						"take it back: coach undo --vault 'v[1m'\n");
}

static void a_dry_run_prints_the_diff_alone(void **state)
{
	struct stage *stage = *state;
	report_text(&stage->outcome.report, NULL, TONE_PLAIN, "report");
	stage->globals.dry_run = true;
	play(stage);
	assert_span(buffer_span(&stage->out), "report\n");
	stage->outcome.unchanged = "already up to date";
	play(stage);
	assert_span(buffer_span(&stage->out), "");
	assert_span(buffer_span(&stage->notes), "coach: already up to date\n");
	add_change(stage);
	play(stage);
	assert_span(buffer_span(&stage->out), diff);
	assert_span(buffer_span(&stage->notes), "coach: nothing was written (--dry-run)\n");
	stage->presentation.terminal = true;
	stage->presentation.style.colour = true;
	play(stage);
	assert_true(span_contains(buffer_span(&stage->out), "\033[31m-a\033[0m\n\033[32m+b\033[0m\n"));
}

static void a_change_says_how_to_take_it_back(void **state)
{
	struct stage *stage = *state;
	add_change(stage);
	stage->presentation.applied = &stage->applied;
	play(stage);
	assert_span(buffer_span(&stage->notes), "changed Weeks/2026-W47.md\ntake it back: coach undo\n");
	stage->outcome.way_back = "redo";
	play(stage);
	assert_span(buffer_span(&stage->notes), "changed Weeks/2026-W47.md\ntake it back: coach redo\n");
	stage->outcome.way_back = "";
	play(stage);
	assert_span(buffer_span(&stage->notes), "changed Weeks/2026-W47.md\n");
	stage->outcome.way_back = NULL;
	stage->globals.vault = "My Practice";
	play(stage);
	assert_span(buffer_span(&stage->notes),
		"changed Weeks/2026-W47.md\ntake it back: coach undo --vault 'My Practice'\n");
	stage->globals.vault = NULL;
	stage->outcome.new_root = "/home/pat/New";
	stage->presentation.vault = "/home/pat/New";
	play(stage);
	assert_span(buffer_span(&stage->notes),
		"changed Weeks/2026-W47.md\ntake it back: coach undo --vault /home/pat/New\n");
	stage->globals.quiet = true;
	play(stage);
	assert_span(buffer_span(&stage->notes), "");
}

static void a_note_that_moves_is_said_to_move(void **state)
{
	struct stage *stage = *state;
	changeset_put_move(&stage->outcome.changes, "Old.md", SPAN("a\n"), "New\033[1m.md", SPAN("b\n"));
	changeset_put_base(&stage->outcome.changes, "New.md", SPAN_NONE, SPAN("b\n"));
	add_change(stage);
	stage->globals.dry_run = true;
	play(stage);
	assert_span(
		buffer_span(&stage->notes), "would move Old.md to New[1m.md\ncoach: nothing was written (--dry-run)\n");
	stage->globals.dry_run = false;
	stage->presentation.applied = &stage->applied;
	play(stage);
	assert_span(buffer_span(&stage->notes), "moved   Old.md to New[1m.md\n"
						"changed Weeks/2026-W47.md\n"
						"take it back: coach undo\n");
}

static void many_changes_are_counted(void **state)
{
	struct stage *stage = *state;
	for (int i = 0; i < 12; i++)
		changeset_put(&stage->outcome.changes, arena_printf(&stage->arena, "%02d.md", i), SPAN_NONE, SPAN("x"));
	stage->presentation.applied = &stage->applied;
	play(stage);
	assert_true(span_starts_with(buffer_span(&stage->notes), "made    00.md\nmade    01.md\n"));
	assert_true(span_contains(buffer_span(&stage->notes), "made    09.md\nand 2 more\n"));
}

static void findings_decide_the_status_where_asked(void **state)
{
	struct stage *stage = *state;
	add_finding(stage, FINDING_NO_PLAN);
	stage->globals.exit_code = true;
	play(stage);
	assert_int_equal(stage->status, 0);
	add_finding(stage, FINDING_OVER_MAXIMUM);
	play(stage);
	assert_int_equal(stage->status, 1);
	stage->globals.exit_code = false;
	stage->outcome.findings_fail = true;
	play(stage);
	assert_int_equal(stage->status, 0);
	add_finding(stage, FINDING_BAD_DATE);
	play(stage);
	assert_int_equal(stage->status, 1);
	stage->globals.quiet = true;
	play(stage);
	/* A command that is about findings reports them itself. */
	assert_span(buffer_span(&stage->notes), "");
	stage->outcome.findings_fail = false;
	play(stage);
	assert_span(buffer_span(&stage->notes), "a.md:1:2: error: seen\n");
}

static void an_error_is_named_with_its_place_and_hint(void **state)
{
	struct stage *stage = *state;
	report_text(&stage->outcome.report, NULL, TONE_PLAIN, "half");
	error_at(&stage->error, ERROR_PARSE, (struct position){ "a\033.md", 31, 5 }, "it adds up to %d", 110);
	error_hint(&stage->error, "not 100");
	play(stage);
	assert_int_equal(stage->status, 4);
	assert_span(buffer_span(&stage->out), "");
	assert_span(buffer_span(&stage->notes), "coach: a.md:31:5: it adds up to 110\n  hint: not 100\n");
	error_set(&stage->error, ERROR_USAGE, "unknown option -z");
	play(stage);
	assert_int_equal(stage->status, 2);
	assert_span(buffer_span(&stage->notes), "coach: unknown option -z\n  help: coach help book\n");
}

static void what_the_error_says_is_not_said_before_it(void **state)
{
	struct stage *stage = *state;
	add_finding(stage, FINDING_BAD_DATE);
	error_at(&stage->error, ERROR_REFUSED, (struct position){ "a.md", 1, 2 }, "refused");
	play(stage);
	assert_span(buffer_span(&stage->notes), "coach: a.md:1:2: refused\n");
	error_at(&stage->error, ERROR_REFUSED, (struct position){ "a.md", 1, 3 }, "refused");
	play(stage);
	assert_span(buffer_span(&stage->notes), "a.md:1:2: error: seen\ncoach: a.md:1:3: refused\n");
}

static void json_is_one_object_on_success(void **state)
{
	struct stage *stage = *state;
	add_change(stage);
	changeset_put_base(&stage->outcome.changes, "Weeks/2026-W47.md", SPAN_NONE, SPAN("b\n"));
	add_finding(stage, FINDING_NO_PLAN);
	stage->globals.json = true;
	play(stage);
	assert_span(buffer_span(&stage->notes), "");
	assert_span(buffer_span(&stage->out),
		"{\n"
		"  \"coach\": 1,\n"
		"  \"command\": \"book\",\n"
		"  \"as_of\": \"2026-11-20\",\n"
		"  \"vault\": \"My Practice\",\n"
		"  \"data\": null,\n"
		"  \"findings\": [\n"
		"    {\n"
		"      \"severity\": \"info\",\n"
		"      \"code\": \"no_plan\",\n"
		"      \"message\": \"seen\",\n"
		"      \"path\": \"a.md\",\n"
		"      \"line\": 1,\n"
		"      \"column\": 2,\n"
		"      \"hint\": null\n"
		"    }\n"
		"  ],\n"
		"  \"changes\": [\n"
		"    {\n"
		"      \"path\": \"Weeks/2026-W47.md\",\n"
		"      \"action\": \"modify\",\n"
		"      \"moved_from\": null,\n"
		"      \"applied\": false,\n"
		"      \"diff\": \"--- a/Weeks/2026-W47.md\\n+++ b/Weeks/2026-W47.md\\n@@ -1 +1 @@\\n-a\\n+b\\n\"\n"
		"    }\n"
		"  ],\n"
		"  \"commit\": null,\n"
		"  \"error\": null\n"
		"}\n");
}

static void json_is_one_object_on_failure(void **state)
{
	struct stage *stage = *state;
	add_change(stage);
	error_set(&stage->error, ERROR_USAGE, "there is no command \"bok\"");
	stage->globals.json = true;
	stage->presentation.command = NULL;
	stage->presentation.command_name = "bok";
	stage->presentation.vault = NULL;
	play(stage);
	assert_int_equal(stage->status, 2);
	assert_span(buffer_span(&stage->notes), "");
	assert_span(buffer_span(&stage->out), "{\n"
					      "  \"coach\": 1,\n"
					      "  \"command\": \"bok\",\n"
					      "  \"as_of\": \"2026-11-20\",\n"
					      "  \"vault\": null,\n"
					      "  \"data\": null,\n"
					      "  \"findings\": [],\n"
					      "  \"changes\": [],\n"
					      "  \"commit\": null,\n"
					      "  \"error\": {\n"
					      "    \"class\": \"usage\",\n"
					      "    \"exit\": 2,\n"
					      "    \"message\": \"there is no command \\\"bok\\\"\",\n"
					      "    \"hint\": null,\n"
					      "    \"path\": null,\n"
					      "    \"line\": null,\n"
					      "    \"column\": null\n"
					      "  }\n"
					      "}\n");
}

static void a_schema_names_its_command_without_an_address(void **state)
{
	(void)state;
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 16);
	envelope_schema(&command_book, &out);
	assert_true(span_starts_with(buffer_span(&out),
		"{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n  \"$id\": \"book.json\",\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_result_is_markdown_in_a_pipe_and_laid_out_on_a_terminal, setup, teardown),
		cmocka_unit_test_setup_teardown(
			sections_of_a_result_in_a_pipe_are_of_the_second_level, setup, teardown),
		cmocka_unit_test_setup_teardown(names_in_notes_are_made_safe, setup, teardown),
		cmocka_unit_test_setup_teardown(a_dry_run_prints_the_diff_alone, setup, teardown),
		cmocka_unit_test_setup_teardown(a_change_says_how_to_take_it_back, setup, teardown),
		cmocka_unit_test_setup_teardown(a_note_that_moves_is_said_to_move, setup, teardown),
		cmocka_unit_test_setup_teardown(many_changes_are_counted, setup, teardown),
		cmocka_unit_test_setup_teardown(findings_decide_the_status_where_asked, setup, teardown),
		cmocka_unit_test_setup_teardown(an_error_is_named_with_its_place_and_hint, setup, teardown),
		cmocka_unit_test_setup_teardown(what_the_error_says_is_not_said_before_it, setup, teardown),
		cmocka_unit_test_setup_teardown(json_is_one_object_on_success, setup, teardown),
		cmocka_unit_test_setup_teardown(json_is_one_object_on_failure, setup, teardown),
		cmocka_unit_test(a_schema_names_its_command_without_an_address),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
