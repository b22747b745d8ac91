#include "sample_commands.h"
#include "shell.h"

#include "cli/manual.h"

static void write_script(enum shell shell, struct buffer *out)
{
	completion_script(shell, sample_commands, out);
	assert_false(out->over);
}

/* Sources bash's script, completes the words, and compares the candidates. */
static const char bash_test[] = "exec bash --norc -c '\n"
				"source ./script\n"
				"mkdir -p sub && : >sub-file\n"
				"coach() { printf \"%s\\n\" \"Ana Silva\" \"Ben\"; }\n"
				"check() {\n"
				"	local expected=$1; shift\n"
				"	COMP_WORDS=(coach \"$@\"); COMP_CWORD=$#; COMPREPLY=()\n"
				"	_coach 2>/dev/null\n"
				"	[[ \"${COMPREPLY[*]}\" == \"$expected\" ]] && return\n"
				"	echo \"$*: ${COMPREPLY[*]}, not $expected\" >&2; exit 1\n"
				"}\n"
				"check book bo\n"
				"check \"book capacity_check\" \"\"\n"
				"check \"add move\" book \"\"\n"
				"check \"add move\" --vault x -q book \"\"\n"
				"check \"Ana\\\\ Silva\" book add A\n"
				"check \"sub sub-file\" book --category coaching add Ana sub\n"
				"check sub book -p su\n"
				"check admin book --category ad\n"
				"check admin book --category = ad\n"
				"check \"--category --color\" book --c\n"
				"check \"\" capacity_check \"\"\n"
				"check \"always\" --color al\n"
				"'";

static void the_bash_script_completes(void **state)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 20);
	write_script(SHELL_BASH, &out);
	assert_int_equal(run_with_file(state, "script", buffer_span(&out), "bash -n script"), 0);
	assert_int_equal(run_with_file(state, "test", span_of(bash_test), ". ./test"), 0);
}

static void the_zsh_script_names_everything(void **state)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 20);
	write_script(SHELL_ZSH, &out);
	struct span script = buffer_span(&out);
	assert_true(span_starts_with(script, "#compdef coach\n"));
	assert_true(span_contains(script, "\t\t'book:Book a session'\n"));
	assert_true(span_contains(script, "\t\t'--place=[Where \\[it\\] goes\\: \"there\"]:FOLDER:_files -/'\n"));
	assert_true(span_contains(script, "\t\t'-p+["));
	assert_true(span_contains(script, "\t\t'*:NOTE:_files'\n"));
	assert_true(span_contains(script, "\t\t':NAME:_coach_clients'\n"));
	assert_int_equal(
		run_with_file(state, "script", script, "! command -v zsh >/dev/null || exec zsh -f -n script"), 0);
}

static const char fish_test[] = "command -v fish >/dev/null || exit 0\n"
				"HOME=$PWD exec fish --no-config -c '\n"
				"source ./script\n"
				"function check\n"
				"	set -l found (complete -C $argv[1] | string replace -r \"\\t.*\" \"\")\n"
				"	test \"$found\" = \"$argv[2]\"; and return\n"
				"	echo \"$argv[1]: $found, not $argv[2]\" >&2; exit 1\n"
				"end\n"
				"check \"coach bo\" book\n"
				"check \"coach book \" \"add move\"\n"
				"check \"coach --vault x book m\" move\n"
				"check \"coach book --category \" \"admin coaching\"\n"
				"check \"coach book --pl\" --place\n"
				"'";

static void the_fish_script_completes(void **state)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1 << 20);
	write_script(SHELL_FISH, &out);
	struct span script = buffer_span(&out);
	assert_true(span_contains(script, "complete -c coach -n '__coach_is book' -s a -l all -d 'Every one'\n"));
	assert_int_equal(
		run_with_file(state, "script", script, "! command -v fish >/dev/null || exec fish -n script"), 0);
	assert_int_equal(run_with_file(state, "test", span_of(fish_test), ". ./test"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_bash_script_completes, scratch_make, scratch_remove),
		cmocka_unit_test_setup_teardown(the_zsh_script_names_everything, scratch_make, scratch_remove),
		cmocka_unit_test_setup_teardown(the_fish_script_completes, scratch_make, scratch_remove),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
