#!/usr/bin/env bats
# Other programs at work on a note: what they write is never lost, and a person hears of it.

load support

setup() {
	lay_sample
	week=Weeks/2026-W47.md
	export COACH_NOW=2026-11-16
	run_coach 0 init_week
	[ "$(uname)" = Linux ] || skip 'only Linux tells who has a file open'
}

# holds_open SECONDS LINE: a program that has the note open for that long, and only then writes.
holds_open() { (
	exec 3>&- 9>>"$week"
	: >"$BATS_TEST_TMPDIR/open"
	sleep "$1" 9>&-
	echo "$2" >&9
) & }

# opens_without_pause SECONDS: a program that opens the note and closes it, over and over.
opens_without_pause() {
	exec python3 -c 'import os, sys, time
end = time.monotonic() + float(sys.argv[3])
open(sys.argv[2], "w").close()
while time.monotonic() < end: os.close(os.open(sys.argv[1], os.O_WRONLY | os.O_APPEND))' \
		"$week" "$BATS_TEST_TMPDIR/open" "$1" 3>&-
}

until_open() { until [ -e "$BATS_TEST_TMPDIR/open" ]; do sleep 0.02; done; }

# traced CALL:FAULT… OPTION…: coach logs an hour below strace, which injects the fault into that system call.
traced() {
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 strace -f -qq -o "$BATS_TEST_TMPDIR/trace" \
		-e "trace=${1%%:*}" -e "inject=$1" coach log 1 admin Filing "${@:2}" 3>&-
}

# until_traced TEXT COUNT: waits until coach has made that call so often.
until_traced() {
	for _ in $(seq 1500); do
		[ "$(grep -cF "$1" "$BATS_TEST_TMPDIR/trace" 2>/dev/null)" -ge "$2" ] 2>/dev/null && return
		sleep 0.02
	done
	echo "# coach has not called $1 $2 times" && return 1
}

@test "other writers: a note that is open elsewhere is waited for, and the line comes in too" {
	holds_open 0.6 'written late'
	until_open
	run_coach 0 log 1 admin Filing
	wait
	file_has "$week" 'written late'
	file_has "$week" '| Filing |'
	[ -z "$(compgen -G 'Weeks/*conflicted*')" ]
}

@test "other writers: a note that stays open elsewhere is not written" {
	holds_open 30 'never' && holder=$!
	until_open
	cp "$week" before.txt
	run_coach 5 log 1 admin Filing
	cmp before.txt "$week"
	[ ! -e .coach/journal/current ] && [ -z "$(compgen -G 'Weeks/.coach-*')" ]
	stderr_has 'another program has the file open for writing'
	stderr_has 'save and close it there'
	kill "$holder"
	wait
	run_coach 0 log 1 admin Filing
}

@test "other writers: a note that an editor has emptied to write it anew is not taken for an empty one" {
	cp "$week" before.txt
	(
		exec 3>&- 9>"$week"
		: >"$BATS_TEST_TMPDIR/open"
		sleep 0.6
		cat before.txt >&9
		echo 'My new line.' >&9
	) &
	until_open
	run_coach 0 log 1 admin Filing
	wait
	file_has "$week" 'My new line.'
	file_has "$week" '| Filing |'
	[ "$(grep -c '^## Time Log' "$week")" -eq 1 ]
	[ -z "$(compgen -G 'Weeks/*conflicted*')" ]
}

@test "other writers: a note that is opened just while coach looks who has it open is waited for" {
	strace -o /dev/null true || skip 'processes cannot be traced here'
	opens_without_pause 60 &
	opener=$!
	until_open
	traced fcntl:delay_enter=5000 &
	coach=$!
	until_traced F_RDLCK 3
	kill "$opener"
	wait "$coach"
	file_has "$week" '| Filing |'
	[ -z "$(compgen -G 'Weeks/*conflicted*')" ]
}

@test "other writers: no run dies of a program that opens and closes the note without a pause" {
	opens_without_pause 20 &
	opener=$!
	until_open
	for i in $(seq 25); do
		run coach log 0.25 admin "Round $i"
		[ "$status" -eq 0 ] || [ "$status" -eq 5 ]
		[ "$status" -eq 5 ] || file_has "$week" "| Round $i |"
	done
	kill "$opener" 2>/dev/null || true # it ends by itself, too
	wait
}

@test "other writers: a note opened at the last moment stays as a copy, and that is said" {
	strace -o /dev/null true || skip 'processes cannot be traced here'
	traced renameat2:delay_enter=3000000:when=1 --json >out.json &
	coach=$!
	until_traced 'renameat2(' 1 # coach has looked, and is about to exchange
	holds_open 5 'written late'
	wait "$coach"
	cp out.json "$BATS_TEST_TMPDIR/stdout"
	json_is '.findings[].code' conflict_copy
	file_has "$week" '| Filing |'
	wait
	file_has "$(compgen -G 'Weeks/*conflicted*')" 'written late'
}

@test "other writers: what is written between a kill and the recovery is no part of the change, and undo leaves it" {
	strace -o /dev/null true || skip 'processes cannot be traced here'
	cd "$BATS_TEST_TMPDIR" && rm -r vault
	lay_sample --git
	run_coach 0 init_week
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 strace -f -qq -o /dev/null -e trace=rename,link \
		-e inject=rename,link:signal=KILL:when=1 coach log 1 admin Filing || true
	file_has "$week" '| Filing |'
	echo 'My own line.' >>"$week"
	run_coach 0 undo
	file_has "$week" 'My own line.'
	file_lacks "$week" '| Filing |'
}
