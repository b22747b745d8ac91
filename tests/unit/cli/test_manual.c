#include "sample_commands.h"
#include "shell.h"

#include "cli/manual.h"

static void assert_usage(const struct command *command, const char *expected)
{
	struct arena arena = ARENA_INIT;
	struct report report = report_of(&arena);
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 16);
	manual_usage(command, &report);
	report_write_terminal(&report, &(struct report_style){ 80, false, true }, &out);
	assert_span(buffer_span(&out), expected);
	arena_release(&arena);
}

static void usage_shows_what_the_table_says(void **state)
{
	(void)state;
	assert_usage(&command_book, "coach book — Book a session\n"
				    "\n"
				    "Usage: coach book add|move NAME [NOTE…] [--place FOLDER] [--category WORD]\n"
				    "[--all]\n"
				    "\n"
				    "Writes the .md note. Nothing else changes.\n"
				    "\n"
				    "coach reserve is the same.\n"
				    "\n"
				    "Arguments\n"
				    "  add|move  What to do\n"
				    "  NAME      The client\n"
				    "  NOTE…     A client's note\n"
				    "\n"
				    "Options\n"
				    "  -p, --place FOLDER  Where [it] goes: \"there\"\n"
				    "  --category WORD     Which kind: coaching, admin\n"
				    "  -a, --all           Every one\n"
				    "\n"
				    "Examples\n"
				    "  coach book add \"Ana\" --all  Books everything\n"
				    "\n"
				    "coach help lists the options that every command takes.\n");
	assert_usage(&command_plain, "coach capacity_check — Take nothing\n"
				     "\n"
				     "Usage: coach capacity_check\n"
				     "\n"
				     "Takes nothing.\n"
				     "\n"
				     "coach help lists the options that every command takes.\n");
}

static void the_overview_lists_every_command_by_group(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct report report = report_of(&arena);
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 16);
	manual_overview(sample_commands, &report);
	report_write_markdown(&report, 1, &out);
	assert_true(span_contains(buffer_span(&out), "# Clients\n\n- `book`: Book a session\n"));
	assert_true(span_contains(buffer_span(&out), "# Help\n\n- `capacity_check`: Take nothing\n"));
	assert_true(span_contains(buffer_span(&out), "- `-n, --dry-run`: "));
	assert_true(span_contains(buffer_span(&out), "# Topics\n\n- `exit-codes`: What the exit statuses mean\n"));
	assert_false(span_contains(buffer_span(&out), "# Foundation"));
	arena_release(&arena);
}

static void the_reference_holds_whole_descriptions(void **state)
{
	(void)state;
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 16);
	manual_reference(sample_commands, &out);
	assert_true(span_starts_with(buffer_span(&out), "# Commands\n"));
	assert_true(span_contains(buffer_span(&out), "\n### book\n\nBook a session.\n"));
	assert_true(span_contains(buffer_span(&out), "\n.starts with a dot"));
}

/* Pages carry no date, so that they are the same whenever they are written. */
static const char lint[] = "mandoc -T lint -W warning page.1 | grep -v 'missing date' >problems; cat problems >&2; "
			   "test ! -s problems";

static void a_manual_page_passes_lint(void **state)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 16);
	manual_page(&command_book, &out);
	assert_true(span_contains(buffer_span(&out), ".Nd Book a session\n"));
	assert_true(span_contains(buffer_span(&out), "\n.Ar add | move\n.Ar NAME\n.Op Ar NOTE ...\n"));
	assert_true(span_contains(buffer_span(&out), "\n.It Fl p , Fl -place Ar FOLDER\n"));
	assert_true(span_contains(buffer_span(&out), "\n\\&.starts with a dot \\e and"));
	assert_int_equal(run_with_file(state, "page.1", buffer_span(&out), lint), 0);
}

static void the_overview_page_passes_lint(void **state)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 16);
	manual_overview_page(sample_commands, &out);
	assert_true(span_contains(buffer_span(&out), "\n.It Xr coach-book 1\n"));
	assert_true(span_contains(buffer_span(&out), "\n.It 6\nReading, writing or recording history failed.\n"));
	assert_int_equal(run_with_file(state, "page.1", buffer_span(&out), lint), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(usage_shows_what_the_table_says),
		cmocka_unit_test(the_overview_lists_every_command_by_group),
		cmocka_unit_test(the_reference_holds_whole_descriptions),
		cmocka_unit_test_setup_teardown(a_manual_page_passes_lint, scratch_make, scratch_remove),
		cmocka_unit_test_setup_teardown(the_overview_page_passes_lint, scratch_make, scratch_remove),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
