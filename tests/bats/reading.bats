#!/usr/bin/env bats
# Reading beside others: a command sees a vault before a change or after it, never one half of it.

load support

setup() {
	command -v flock >/dev/null || skip 'no flock'
	lay_sample
	run_coach 0 log 1 admin --date 2026-11-16 # makes the lock
}

until_taken() { until ! flock -n "$1" .coach/lock true; do sleep 0.02; done; }

@test "reading: waits until a writer is done, and then sees all of it" {
	flock .coach/lock sh -c 'sleep 0.7; echo "- [ ] Buy ink 📅 2026-11-20" >Mine.md' 3>&- &
	until_taken -s
	run_coach 0 status --as-of 2026-11-20 --json
	wait
	stdout_has 'Buy ink'
}

@test "reading: readers do not wait for each other" {
	flock -s .coach/lock sleep 30 3>&- &
	local holder=$!
	until_taken -x
	run_coach 0 status --as-of 2026-11-20
	kill "$holder"
}

@test "reading: a writer waits for a reader, and then writes" {
	flock -s .coach/lock sleep 0.7 3>&- &
	until_taken -x
	run_coach 0 log 2 admin after --date 2026-11-16
	wait
	file_has Weeks/2026-W47.md '| after |'
}

@test "reading: where the lock cannot be opened, reading goes on without it" {
	ln -sf nowhere .coach/lock
	run_coach 0 status --as-of 2026-11-20
}

@test "reading: a note that the disk fails to give ends the command, and nothing is decided without it" {
	strace -o /dev/null true || skip 'processes cannot be traced here'
	local note="$PWD/Clients/Ada Example/Sessions/2026-11-19 Ada Example.md"
	cannot_read_it() {
		local status=0
		ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 strace -f -qq -o /dev/null -P "$note" \
			-e trace=openat -e inject=openat:error=EIO \
			coach "$@" --as-of 2026-11-17 >"$BATS_TEST_TMPDIR/said" 2>&1 || status=$?
		[ "$status" -eq 6 ]
		grep -F '2026-11-19 Ada Example.md: cannot be opened: Input/output error' "$BATS_TEST_TMPDIR/said"
	}
	nothing_written cannot_read_it session move ada +1d
	nothing_written cannot_read_it prep_session ada
	nothing_written cannot_read_it init_week
	nothing_written cannot_read_it capacity_check
	nothing_written cannot_read_it status
	run_coach 0 session move ada +1d --as-of 2026-11-17
}

@test "reading: a portfolio that may not be read is not said to be missing" {
	mv Clients "$BATS_TEST_TMPDIR/elsewhere"
	chmod 000 'Client Portfolio.md'
	become_nobody
	run_coach 0 capacity_check
	stderr_has 'Client Portfolio.md: warning: cannot be opened'
	[[ $stderr != *'no client portfolio was found'* ]]
}

@test "reading: a configuration that the disk fails to give ends the command, since the defaults would send notes elsewhere" {
	strace -o /dev/null true || skip 'processes cannot be traced here'
	local status=0
	before=$(tree_digest .)
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 strace -f -qq -o /dev/null -P "$PWD/.coach/config.yaml" \
		-e trace=openat -e inject=openat:error=EIO \
		coach log 2 admin later --date 2026-11-17 >"$BATS_TEST_TMPDIR/said" 2>&1 || status=$?
	[ "$status" -eq 6 ]
	grep -q 'config.yaml' "$BATS_TEST_TMPDIR/said"
	[ "$(tree_digest .)" = "$before" ]
}
