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
	write_note .coach/journal/current 'coach-journal 3' 'time 1795000000 0' 'repository none ' 'history % ' 'ref % ' 'message m ' \
		'edits e ' "$@" "end $digest"
}

# moves_nothing [WHY]: reading goes on and says so, writing does not; neither touches a file in the vault or beside it.
moves_nothing() {
	local before why=${1:-not a journal that coach has written}
	before=$(all_but_the_lock)
	run_coach 0 status --json
	json_is .data.interrupted true
	json_is '.findings[0].code' interrupted_change
	json_is '.findings[0].path' .coach/journal/current
	run_coach 0 capacity_check
	stderr_has '.coach/journal/current'
	run_coach 11 log 1 admin
	stderr_has ".coach/journal/current: $why"
	stderr_has 'hint: '
	stderr_has 'remove it'
	[ "$(all_but_the_lock)" = "$before" ]
	[ "$(cat "$outside/victim.txt")" = mine ]
	[ -d "$outside/empty" ]
}

@test "journal: a temporary file outside of the vault is not removed" {
	write_journal 5af83efb9aee50a68653059da3d6495e "file create shown $digits $digits ../victim.txt Note.md "
	moves_nothing
	rm .coach/journal/current
	run_coach 0 log 1 admin
}

@test "journal: a folder outside of the vault is not removed" {
	write_journal 116c6de08b060a7f30b0135c77efd30a 'folder ../empty '
	moves_nothing
}

@test "journal: a step that coach does not know is not passed over" {
	write_journal 3b76a2a218f2705b390284e3c68452c2
	printf 'dance %% 2efbc206152eaf43ec6941e3807747a5\n' >>.coach/journal/current
	moves_nothing
}

ready='ready % 75e4d44f9feb09943928a660df8ca0c0'

@test "journal: one that asks for git's own files does not get them, though all of it is well formed" {
	git init -q -b main .
	write_journal ddfab89e5be3574409ac1a66610348cb "file remove shown 7b32a47360586b5368092c0414582c70 $digits .coach-x .git/HEAD "
	echo "$ready" >>.coach/journal/current
	moves_nothing
	[ "$(cat .git/HEAD)" = 'ref: refs/heads/main' ]
}

@test "journal: one that came with a clone is not carried out, and no note of the clone goes" {
	printf 'mine\n' >Mine.md
	write_journal acf09e9d903c44d685e328a539d387a9 "file remove shown 1326a159925f96efe4979d0a7797a3b1 $digits .coach-x Mine.md "
	echo "$ready" >>.coach/journal/current
	rm .coach/.gitignore
	git init -q -b main .
	git add . && git commit -q -m all
	git clone -q . "$BATS_TEST_TMPDIR/clone"
	cd "$BATS_TEST_TMPDIR/clone" || return 1
	moves_nothing 'tells of an interrupted change, but was not written here'
	[ "$(cat Mine.md)" = mine ]
}

# Kills the run where it would put the first text into place: its journal is ready then.
log_and_die() {
	local status=0
	strace -o /dev/null true || skip 'processes cannot be traced here'
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 strace -f -qq -o /dev/null -e trace=renameat2 \
		-e inject=renameat2:signal=KILL:when=1 coach log 1 admin || status=$?
	[[ $status -eq 137 && -e .coach/journal/current ]]
}

@test "journal: a change that was cut off is finished where it began; a copy of the vault says so, and loses nothing" {
	run_coach 0 log 2 admin
	log_and_die
	cp -a . "$BATS_TEST_TMPDIR/copy"
	mkdir "$BATS_TEST_TMPDIR/archive"
	tar -cf - . | tar -xpf - -C "$BATS_TEST_TMPDIR/archive"
	for copy in copy archive; do
		cd "$BATS_TEST_TMPDIR/$copy" || return 1
		moves_nothing 'tells of an interrupted change, but was not written here'
	done
	mv "$BATS_TEST_TMPDIR/vault" "$BATS_TEST_TMPDIR/moved"
	cd "$BATS_TEST_TMPDIR/moved" || return 1
	run_coach 0 status
	[ ! -e .coach/journal/current ]
	grep -F '| 1 |' Weeks/2026-W47.md
	rm "$BATS_TEST_TMPDIR/copy/.coach/journal/current"
	cd "$BATS_TEST_TMPDIR/copy" || return 1
	run_coach 0 log 3 admin
}

@test "journal: one that was cut off while it was written is cleared away" {
	write_journal $digits 'folder ../empty '
	run_coach 0 status
	[ ! -e .coach/journal/current ]
	[ -d "$outside/empty" ]
	run_coach 0 log 1 admin
}
