#!/usr/bin/env bats
# What people's disks and fingers come up with: each a clear error that names its place, the documented status, and
# nothing written.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-16
}

# The lock holds the number of the last process that had it, which is nothing that anybody wrote.
tree_digest() {
	(cd "$1" && find . \( -name .git -o -path ./.coach/lock \) -prune -o -type f -exec cksum {} + | LC_ALL=C sort -k 3)
}

# replace FILE SED-SCRIPT…
replace() {
	local file=$1
	shift
	sed "$@" "$file" >"$BATS_TEST_TMPDIR/replaced" && cp "$BATS_TEST_TMPDIR/replaced" "$file"
}

# has_finding CODE PATH LINE: in the JSON printed last ("null" for no line).
has_finding() {
	paste <(json '.findings[].code') <(json '.findings[].path') <(json '.findings[].line') |
		grep -qxF "$(printf '%s\t%s\t%s' "$@")" || explain "no finding $*"
}

# --- vaults --------------------------------------------------------------------------------------------------------

@test "bad input: no vault is status 3, with what makes one" {
	mkdir "$BATS_TEST_TMPDIR/elsewhere" && cd "$BATS_TEST_TMPDIR/elsewhere"
	local command
	for command in status init_week capacity_check lint config 'log 1 admin' 'prep_session ada' 'session list'; do
		# shellcheck disable=SC2086 # the words of a command
		nothing_written run_coach 3 $command
		stderr_has 'no vault here'
		stderr_has 'coach init'
	done
	nothing_written run_coach 3 status --json
	json_is .error.exit 3
	json_is .data null
}

@test "bad input: --vault on a folder that is not there, a file, and no vault" {
	mkdir ../none
	run_coach 3 status --vault ../missing
	stderr_has '../missing'
	run_coach 3 status --vault 'Client Portfolio.md'
	run_coach 3 status --vault ../none
	COACH_VAULT=../missing run_coach 3 status
}

@test "bad input: a configuration that is no YAML is named by line, and the defaults hold" {
	printf 'capacity:\n  prep_minutes: [1\n' >.coach/config.yaml
	run_coach 0 capacity_check
	stderr_has '.coach/config.yaml:2:17: error: this is not valid YAML'
	run_coach 1 capacity_check --exit-code
	nothing_written run_coach 4 config capacity.prep_minutes 20
	stderr_has '.coach/config.yaml:2:17'
}

@test "bad input: settings that are unknown or of the wrong kind are named by line" {
	printf 'capacity:\n  prep_minutes: many\n  prep_minute: 3\n' >.coach/config.yaml
	nothing_written run_coach 0 capacity_check --json
	has_finding config_value .coach/config.yaml 2
	has_finding config_unknown .coach/config.yaml 3
}

@test "bad input: a configuration of noise, or none at all, stops nothing" {
	printf 'a\0b' >.coach/config.yaml
	run_coach 0 status
	stderr_has '.coach/config.yaml:1:2: error: a NUL byte has no place in YAML'
	: >.coach/config.yaml
	run_coach 0 status
	stderr_is_empty
}

# --- files ---------------------------------------------------------------------------------------------------------

@test "bad input: a folder where a note should be" {
	mkdir -p Weeks/2026-W47.md
	nothing_written run_coach 6 init_week
	stderr_has 'Weeks/2026-W47.md: a folder, not a file'
}

@test "bad input: folders named like notes are only folders" {
	mkdir 'Old.md' && mv 'Client Portfolio.md' 'Old.md/Client Portfolio.md' && mkdir 'Client Portfolio.md'
	run_coach 0 capacity_check --json
	json_is .data.contract.coaching 50.0
}

@test "bad input: a note that may not be read is named, and the rest is answered" {
	become_nobody
	chmod 000 'Weeks/2026-W46.md'
	run_coach 0 capacity_check --json
	has_finding unreadable Weeks/2026-W46.md null
	json_is .data.contract.coaching 50.0
	chmod 644 'Weeks/2026-W46.md'
}

@test "bad input: a folder that may not be written is an error, and nothing is half done" {
	become_nobody
	chmod 555 Weeks
	nothing_written run_coach 6 init_week
	stderr_has 'Weeks'
	stderr_has 'Permission denied'
	chmod 755 Weeks
	run_coach 0 init_week
}

@test "bad input: a vault that may not be written at all can still be read" {
	become_nobody
	chmod -R a-w .
	run_coach 0 capacity_check
	run_coach 0 status
	nothing_written run_coach 6 log 1 admin
	stderr_has 'Permission denied'
	chmod -R u+w .
}

@test "bad input: a note of 10 MB is kept and reported, not read" {
	head -c 10000000 /dev/zero | tr '\0' 'a' >Big.md
	nothing_written run_coach 0 capacity_check --json
	has_finding opaque_note Big.md null
	run_coach 0 lint
	stdout_has 'Big.md` — kept, but not read: larger than 1048576 bytes'
	stdout_has 'notes.most_bytes'
}

@test "bad input: a binary file that calls itself a note is kept and reported" {
	printf '# Noise\n\377\376\200\n' >Noise.md
	nothing_written run_coach 0 lint
	stdout_has 'Noise.md:2:1` — a byte that is not UTF-8'
	head -c 200000 /dev/urandom >Noise.md
	nothing_written run_coach 0 init_week --dry-run
}

@test "bad input: a table of 5,000 columns is kept and reported, at once" {
	{
		printf '# CLIENT PORTFOLIO\n\n'
		printf 'a|%.0s' {1..5000}
		printf '\n'
		printf -- '-|%.0s' {1..5000}
		printf '\n'
	} >Wide.md
	run_coach 0 lint Wide.md
	stdout_has 'Wide.md` — kept, but not read: has a table of more than 200 columns'
	nothing_written run_coach 0 capacity_check --json
	json_is .data.contract.coaching 50.0
	run_coach 4 capacity_check - <Wide.md
	stderr_has 'has a table of more than 200 columns'
}

@test "bad input: symlinks that leave the vault are not followed, and not written" {
	printf 'outside\n' >"$BATS_TEST_TMPDIR/outside.md"
	ln -s "$BATS_TEST_TMPDIR/outside.md" Weeks/2026-W47.md
	run_coach 0 status
	nothing_written run_coach 11 init_week
	stderr_has 'Weeks/2026-W47.md: a symlink leads out of the vault'
	[ "$(cat "$BATS_TEST_TMPDIR/outside.md")" = outside ]
	[ -L Weeks/2026-W47.md ]
}

# --- what notes say ------------------------------------------------------------------------------------------------

@test "bad input: shares that add up to 110 are an error with place and hint" {
	replace 'Client Portfolio.md' 's/\*\*50%\*\* to Direct/**60%** to Direct/'
	run_coach 0 capacity_check
	stderr_has 'Client Portfolio.md:62:18: error:'
	stderr_has 'adds up to 110%, not 100%'
	stderr_has '60 + 30 + 20'
	run_coach 1 lint
	stdout_has 'Client Portfolio.md:62:18'
	nothing_written run_coach 1 capacity_check --exit-code --json
	json_is .data.contract null
	json_is .data.sessions.maximum 6
}

@test "bad input: a programme end that names no day" {
	replace 'Client Portfolio.md' 's/| Active | 2027-01-29 |/| Active | 2026-13-45 |/'
	nothing_written run_coach 0 capacity_check --json
	has_finding bad_date 'Client Portfolio.md' 38
	run_coach 1 lint
	stdout_has '2026-13-45'
}

@test "bad input: a session on a day that there is not" {
	replace 'Clients/Zoe Fictional/Sessions/2026-11-25 Zoe Fictional.md' 's/^date: .*/date: 2026-13-45/'
	run_coach 0 init_week --dry-run --json
	has_finding bad_date 'Clients/Zoe Fictional/Sessions/2026-11-25 Zoe Fictional.md' 5
}

@test "bad input: hours and days of the Time Log that are none" {
	replace Weeks/2026-W46.md 's/| 2026-11-10 | 2.5 | admin |/| 2026-13-45 | 2.5 | admin |/; s/| 2026-11-09 | 2.0 | admin/| 2026-11-09 | lots | admin/'
	run_coach 0 capacity_check --week 2026-W46 --json
	has_finding bad_hours Weeks/2026-W46.md "$(grep -n lots Weeks/2026-W46.md | cut -d: -f1)"
	has_finding bad_date Weeks/2026-W46.md "$(grep -n 2026-13-45 Weeks/2026-W46.md | cut -d: -f1)"
}

@test "bad input: broken front matter of one note stops nothing" {
	local note='Clients/Tom Testcase/Sessions/2026-11-05 Tom Testcase.md'
	replace "$note" 's/^type: session/type: [session/'
	nothing_written run_coach 0 capacity_check --json
	json_is .data.contract.coaching 50.0
	[[ $(json '.findings[].path') == *"$note"* ]]
	run_coach 1 lint
	stdout_has "$note"
}

@test "bad input: a row that lacks cells, and one that has more, are read as far as they go" {
	replace 'Client Portfolio.md' 's/^| \*\*\[\[Tom Testcase\]\]\*\* .*/| **[[Tom Testcase]]** | 1-on-1 | weekly/; s/^| \*\*\[\[Max Mockup\]\]\*\* .*/&| more | cells |/'
	run_coach 0 init_week --dry-run --json
	[[ $(json '.data.clients[].name') == *'Tom Testcase'*'Max Mockup'* ]]
}

# --- the lock ------------------------------------------------------------------------------------------------------

@test "bad input: a lock that somebody holds is status 5 after ten seconds, and names who" {
	command -v flock >/dev/null || skip 'no flock'
	local holder started
	flock .coach/lock sleep 60 3>&- &
	holder=$!
	printf '%s\n' "$holder" >.coach/lock
	until ! flock -n .coach/lock true; do sleep 0.05; done
	started=$SECONDS
	nothing_written run_coach 5 init_week
	[ $((SECONDS - started)) -ge 9 ]
	[ $((SECONDS - started)) -le 15 ]
	stderr_has "process $holder is at work here"
	stderr_has 'hint:'
	kill "$(pgrep -P "$holder")" "$holder" 2>/dev/null || true
}

# --- output --------------------------------------------------------------------------------------------------------

@test "bad input: standard output that is closed or full is a failure, not a silence" {
	status=0
	coach capacity_check >&- 2>"$BATS_TEST_TMPDIR/stderr" || status=$?
	[ "$status" -eq 6 ]
	[ -e /dev/full ] || skip 'no /dev/full'
	status=0
	coach capacity_check >/dev/full 2>"$BATS_TEST_TMPDIR/stderr" || status=$?
	[ "$status" -eq 6 ]
	grep -q 'standard output' "$BATS_TEST_TMPDIR/stderr"
}

@test "bad input: what was written before the output was lost is said to be written" {
	[ -e /dev/full ] || skip 'no /dev/full'
	status=0
	coach log 1 admin >/dev/full 2>"$BATS_TEST_TMPDIR/stderr" || status=$?
	[ "$status" -eq 6 ]
	grep -q 'the change was made' "$BATS_TEST_TMPDIR/stderr"
	status=0
	coach log 1 admin --dry-run >/dev/full 2>"$BATS_TEST_TMPDIR/stderr" || status=$?
	[ "$(grep -c 'the change was made' "$BATS_TEST_TMPDIR/stderr")" = 0 ]
}

@test "bad input: a reader that goes away early is no failure" {
	run bash -o pipefail -c 'coach lint 2>/dev/null | true'
	[ "$status" -le 1 ]
}

@test "bad input: closed standard input and error are survived" {
	run_coach 4 capacity_check - <&-
	coach status 2>&- >/dev/null
}
