#!/usr/bin/env bats
# Names of clients and files may hold what a terminal would obey: escape sequences (ESC ]52 fills the clipboard), C1
# controls, marks that turn the direction of text. None of them reaches standard output or standard error.

load support

# A vault with a configuration and no note at all.
lay_bare_vault() {
	lay_empty_vault
	find . -name '*.md' -delete
}

setup() {
	export COACH_NOW=2026-11-16
	evil=$'Eve\e]52;c;ZXZpbA\a\xc2\x9b31m\xe2\x80\xae\xe2\x81\xa6X'
	lay_bare_vault
	write_note "Portfolio $evil.md" '# Client Portfolio' '' '## Active Roster' '' \
		'| Client | Status | Cadence | Programme End |' '| --- | --- | --- | --- |' \
		"| $evil | Active | sometimes | 2026-31-10 |" "| Eve Two$evil | Active | weekly | 2027-03-31 |"
	write_note "Sessions/2026-11-16 $evil.md" '---' 'type: session' "client: \"[[Eve Two$evil]]\"" 'date: 2026-11-16' \
		'---' "# Session 1 — Eve Two$evil — 2026-11-16" '' '## Actions' "- [ ] Write to $evil 📅 2026-11-10"
	write_note "Weeks/2026-W47.md" '# Week 2026-W47' '' "- [ ] Ask [[$evil]] 📅 2026-11-12" '' '## Time Log' '' \
		'| Date | Hours | Category |' '| --- | --- | --- |' "| 2026-11-16 | lots $evil | admin |"
	write_note "Notes/Plan $evil.md" "# Quarterly Plan: Q4 2026" '' "[[Nowhere $evil]] and [fill in]"
}

# is_safe FILE: it holds no control character but line feed and tab, and none that turns text.
is_safe() {
	run -1 env LC_ALL=C grep -naP \
		'[\x00-\x08\x0b-\x1f\x7f]|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]|\xf3\xa0[\x80\x81]' "$1"
}

# says_safely ARGUMENT…: whatever the command ends with, it says something and that is safe.
says_safely() {
	status=0
	coach "$@" >"$BATS_TEST_TMPDIR/stdout" 2>"$BATS_TEST_TMPDIR/stderr" || status=$?
	[ -s "$BATS_TEST_TMPDIR/stdout" ] || [ -s "$BATS_TEST_TMPDIR/stderr" ] || explain "coach $*: nothing said"
	is_safe "$BATS_TEST_TMPDIR/stdout" || explain "coach $*: stdout is not safe"
	is_safe "$BATS_TEST_TMPDIR/stderr" || explain "coach $*: stderr is not safe"
}

@test "terminal safety: the check itself sees each kind" {
	local kind
	for kind in '\033]52;c;eA==\007' '\302\233' '\342\200\256' '\342\201\246' '\330\234' '\015' '\177'; do
		# shellcheck disable=SC2059 # the octal escapes are the format
		printf "a${kind}b\n" >"$BATS_TEST_TMPDIR/seen"
		run is_safe "$BATS_TEST_TMPDIR/seen"
		[ "$status" -ne 0 ]
	done
	printf 'ä\tb – 图 👩‍💻\n' >"$BATS_TEST_TMPDIR/seen"
	is_safe "$BATS_TEST_TMPDIR/seen"
}

@test "terminal safety: what commands read of names and notes is shown without controls" {
	says_safely status
	says_safely lint
	says_safely lint --format gcc
	says_safely lint "Portfolio $evil.md"
	says_safely capacity_check
	says_safely session list
	says_safely session list eve
	says_safely completions --clients
	says_safely capacity_check - <"Portfolio $evil.md"
	says_safely lint - <"Portfolio $evil.md"
}

@test "terminal safety: it is the names that are shown, not nothing" {
	run_coach 0 completions --clients
	stdout_has 'Eve]52;c;ZXZpbA31mX'
	run_coach 1 lint --format gcc
	stdout_has 'Portfolio Eve]52;c;ZXZpbA31mX.md:'
}

@test "terminal safety: errors that quote names or arguments do so without controls" {
	says_safely prep_session eve
	says_safely prep_session "$evil nobody"
	says_safely lint "No such $evil"
	says_safely --vault "/no/$evil" status
	says_safely "$evil"
	says_safely status "--$evil"
	says_safely log 1 "$evil"
	says_safely log "$evil" admin
	says_safely config "$evil"
	says_safely config weeks.folder "a$evil"
	says_safely session add "$evil" --date "$evil"
}

@test "terminal safety: commands that write say what they wrote without controls" {
	says_safely session add 'eve two' --date 2026-12-11
	says_safely session move 'eve two' 2026-12-12 --session 2026-12-11
	says_safely prep_session 'eve two'
	says_safely prep_session 'eve two'
	says_safely session cancel 'eve two'
	says_safely log 1 coaching "with $evil" --client 'eve two'
	says_safely init_week
	says_safely init_week
	says_safely init_week --week next
	says_safely init "$BATS_TEST_TMPDIR/new $evil" --no-git
	says_safely --vault "$BATS_TEST_TMPDIR/new $evil" status
}

@test "terminal safety: a diff on a terminal is shown without controls; in a pipe it is exact" {
	run_coach 0 log 1 admin "plain words" --dry-run
	grep -qF "$evil" "$BATS_TEST_TMPDIR/stdout"
	run_coach 0 log 1 admin "plain words" --dry-run --color always
	sed $'s/\e\\[[0-9;]*m//g' "$BATS_TEST_TMPDIR/stdout" >"$BATS_TEST_TMPDIR/plain"
	is_safe "$BATS_TEST_TMPDIR/plain"
}

@test "terminal safety: JSON holds the names exactly" {
	run_coach 0 session list --json
	[ "$(json '.data.sessions[0].path')" = "Sessions/2026-11-16 $evil.md" ]
}
