# A journal that came with the vault and that coach did not write: it gets nothing done, and does not pass unseen.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-19
	outside=$BATS_TEST_TMPDIR
	printf 'mine\n' >"$outside/victim.txt"
	mkdir "$outside/empty"
}

digits=00000000000000000000000000000000

# write_journal DIGEST LINE…: the lines that each journal has, those given, and the body's end with its digest.
write_journal() {
	local digest=$1
	shift
	write_note .coach/journal/current 'coach-journal 1' 'time 1795000000 0' 'repository none ' 'ref % ' 'message m ' \
		'edits e ' "$@" "end $digest"
}

# The lock names the process that held it last; everything else is the person's.
all_but_the_lock() { tree_digest . | grep -v ' \./\.coach/lock$'; }

# Reading goes on and says so, writing does not; neither touches a file in the vault or beside it.
moves_nothing() {
	local before
	before=$(all_but_the_lock)
	run_coach 0 status --json
	json_is .data.interrupted true
	json_is '.findings[0].code' interrupted_change
	json_is '.findings[0].path' .coach/journal/current
	run_coach 0 capacity_check
	stderr_has '.coach/journal/current'
	run_coach 11 log 1 admin
	stderr_has '.coach/journal/current: not a journal that coach has written'
	stderr_has 'hint: look into the file'
	[ "$(all_but_the_lock)" = "$before" ]
	[ "$(cat "$outside/victim.txt")" = mine ]
	[ -d "$outside/empty" ]
}

@test "journal: a temporary file outside of the vault is not removed" {
	write_journal f9ee396fef6765c50b44af843681e407 "file create shown $digits $digits ../victim.txt Note.md "
	moves_nothing
	rm .coach/journal/current
	run_coach 0 log 1 admin
}

@test "journal: a folder outside of the vault is not removed" {
	write_journal 29d2a644be8b934e3d9a424b575e526c 'folder ../empty '
	moves_nothing
}

@test "journal: a step that coach does not know is not passed over" {
	write_journal e3e9d33761536331604623dcf548a0a6
	printf 'dance %% 2efbc206152eaf43ec6941e3807747a5\n' >>.coach/journal/current
	moves_nothing
}

@test "journal: one that was cut off while it was written is cleared away" {
	write_journal $digits 'folder ../empty '
	run_coach 0 status
	[ ! -e .coach/journal/current ]
	[ -d "$outside/empty" ]
	run_coach 0 log 1 admin
}
