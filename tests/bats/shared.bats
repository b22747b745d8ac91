#!/usr/bin/env bats
# A vault that two people of one group share, and what is private in one's own.

load support

setup() {
	export COACH_NOW=2026-11-16
}

week=Weeks/2026-W47.md

# as NUMBER COMMAND…: as one of two people without privileges, both of one group.
as() {
	local person=$1
	shift
	setpriv --reuid="6400$person" --regid=64000 --clear-groups -- "$@"
}

# Whom coach runs as from here on.
become() {
	person=$1
	coach() { as "$person" env PATH="$PATH" coach "$@"; }
}

# A practice whose folders and files the group may write, made a vault by the first of the two.
lay_shared() {
	[ "$(id -u)" -eq 0 ] || skip 'two users are made by root alone'
	command -v setpriv >/dev/null || skip 'no setpriv to become somebody else with'
	lay_sample
	rm -r .coach
	chmod o+x "$BATS_RUN_TMPDIR" "$BATS_RUN_TMPDIR/test" "$BATS_TEST_TMPDIR" 2>/dev/null || true
	chown -R 64001:64000 .
	chmod -R g+w .
	find . -type d -exec chmod 2770 {} +
	umask 0002
	become 1
	coach version >/dev/null 2>&1 || skip 'others may not run coach from here'
	run_coach 0 init . --no-git
}

mode() { stat -c %a "$1"; }
owner() { stat -c %u "$1"; }

@test "shared: two people of a group take turns at one vault, and each takes back what the other did" {
	lay_shared
	[ "$(mode .coach)" = 2770 ]
	run_coach 0 log 1 admin --date 2026-11-09
	become 2
	run_coach 0 log 2 admin --date 2026-11-16
	run_coach 0 status
	run_coach 0 history --json
	json_is .data.entries.length 3
	become 1
	run_coach 0 undo
	[ ! -e "$week" ]
	become 2
	run_coach 0 redo
	[ "$(owner "$week")" -eq 64002 ]
	[ -z "$(find .coach -mindepth 1 -perm /007 ! -name config.yaml ! -name .gitignore)" ]
	[ -z "$(find .coach/journal .coach/lock ! -perm -060)" ]
}

@test "shared: a reader waits for the other's lock" {
	lay_shared
	run_coach 0 log 1 admin
	become 2
	as 1 flock -x .coach/lock sleep 30 &
	local holder=$!
	until ! as 1 flock -n .coach/lock true; do sleep 0.02; done
	run_coach 5 status
	stderr_has 'is at work here'
	kill "$holder" 2>/dev/null || true
}

@test "shared: the owner's next run opens a lock that was made for the owner alone" {
	lay_shared
	chmod 0600 .coach/lock
	become 2
	run_coach 6 log 1 admin
	stderr_has 'the lock cannot be opened'
	stderr_has 'hint: '
	become 1
	run_coach 0 log 1 admin
	chown 64002 "$week"
	become 2
	run_coach 0 log 1 admin
}

@test "shared: a note of the other's is refused before anything is written, with whose it is and what can be done" {
	lay_shared
	run_coach 0 log 1 admin
	become 2
	local before command
	before=$(all_but_the_lock)
	for command in 'log 2 admin' 'session move ada +1d'; do
		# shellcheck disable=SC2086 # words of a command
		run_coach 11 $command
		stderr_has 'belongs to user 64001'
		stderr_has 'hint: let user 64001 run the command'
		stderr_has 'sudo chown 64002'
		[ "$(all_but_the_lock)" = "$before" ]
	done
	chown 64002 "$week"
	run_coach 0 log 2 admin
}

@test "shared: what one run left when it was cut off is finished by the other's" {
	strace -o /dev/null true || skip 'processes cannot be traced here'
	lay_shared
	local status=0
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 as 1 strace -f -qq -o /dev/null -e trace=renameat2 \
		-e inject=renameat2:signal=KILL:when=1 env PATH="$PATH" coach log 1 admin || status=$?
	[[ $status -eq 137 && -e .coach/journal/current ]]
	become 2
	run_coach 0 status
	[ ! -e .coach/journal/current ]
	file_has "$week" '| 1 |'
}

@test "private: in one's own vault nobody else reads what coach keeps, and a note keeps its mode when it moves" {
	umask 0022
	lay_sample
	rm -r .coach
	run_coach 0 init . --no-git
	local session='Clients/Ada Example/Sessions/2026-11-19 Ada Example.md' moved
	moved=${session/2026-11-19/2026-11-20}
	chmod 0600 "$session"
	run_coach 0 init_week
	run_coach 0 prep_session ada
	run_coach 0 session move ada 2026-11-20
	[ "$(mode "$moved")" = 600 ]
	printf '\nWritten since.\n' >>"$moved"
	run_coach 0 undo
	[ "$(mode "$session")" = 600 ]
	run_coach 0 redo
	[ "$(mode "$moved")" = 600 ]
	[ "$(mode .coach)" = 700 ]
	[ -n "$(find .coach/base -type f)" ]
	[ -z "$(find .coach/base .coach/journal .coach/lock .coach/cache -perm /077)" ]
	[ "$(mode "$week")" = 644 ]
}
