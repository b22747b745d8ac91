#!/usr/bin/env bats
# coach capacity_check: the contract against the hours. The figures of many portfolios are in tests/golden.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-16
}

# portfolio LINE…: a portfolio on standard input, its contract from the lines.
portfolio() {
	printf '%s\n' '# CLIENT PORTFOLIO' '' '## 4. The Capacity Contract' '' "$@"
}

ratio='* **The Ratio:** approximately **50%** to Direct Coaching, **30%** to Business Development, and **20%** to Admin & CPD.'

@test "capacity_check: the running week is shown and not judged" {
	run_coach 0 log 2 bizdev
	run_coach 0 capacity_check --json
	json_is .data.week 2026-W47
	[ "$(json '.data.actual.categories[].status' | sort -u)" = in_progress ]
}

@test "capacity_check: a completed week is judged, with its variance in points" {
	# W46 by the Time Log: 8 h admin, 7 h bizdev, coaching 1.5 + 1 + 2.5 + 5.5; the Zoe and Max sessions add theirs.
	run_coach 0 capacity_check --week last --json
	json_is .data.week 2026-W46
	[ "$(json '.data.actual.categories[].contracted' | tr '\n' ' ')" = '50.0 30.0 20.0 ' ]
	[ "$(json '.data.actual.categories[2].status')" = elevated ]
	[ "$(json '.data.actual.categories[].share' | awk '{ s += $1 } END { print (s > 99.8 && s < 100.2) }')" = 1 ]
}

@test "capacity_check: the tripped breaker names its weeks and what to pause" {
	run_coach 0 capacity_check --json
	json_is .data.circuit_breaker.tripped true
	json_is .data.circuit_breaker.category admin
	[ "$(json '.data.circuit_breaker.weeks[].week' | tr '\n' ' ')" = '2026-W45 2026-W46 ' ]
	json_is .data.circuit_breaker.pause 'Newsletter every second week'
}

@test "capacity_check: --weeks says how far ahead it looks" {
	run_coach 0 capacity_check --json
	json_is .data.sessions.upcoming.length 4
	run_coach 0 capacity_check --weeks 8 --json
	json_is .data.sessions.upcoming.length 8
	json_is '.data.sessions.upcoming[0].week' 2026-W48
	run_coach 2 capacity_check --weeks 0
	run_coach 2 capacity_check --weeks many
}

@test "capacity_check: writes nothing, whatever it finds" {
	nothing_written run_coach 0 capacity_check
	nothing_written run_coach 1 capacity_check --exit-code --json
}

@test "capacity_check: --exit-code is for cron: findings are status 1, their absence 0" {
	run_coach 1 capacity_check --exit-code
	stdout_has 'Capacity of 2026-W47'
	portfolio "$ratio" '* **Maximum Weekly Sessions:** 6' '' '## 2. Active Roster' '' '| Client | Sessions/Month | Status |' \
		'| --- | --- | --- |' '| Ada | weekly | Active |' >"$BATS_TEST_TMPDIR/portfolio.md"
	run_coach 0 capacity_check - --exit-code <"$BATS_TEST_TMPDIR/portfolio.md"
}

@test "capacity_check: reads a portfolio from standard input, in no vault at all" {
	cd "$BATS_TEST_TMPDIR"
	run_coach 0 capacity_check - --json <"$root/vault-template/sample/Client Portfolio.md"
	json_is .vault null
	json_is .data.contract.coaching 50.0
	json_is .data.sessions.maximum 6
	json_is .data.actual.hours_total null
	[ "$(json '.data.demand.unknown[]')" = 'Max Mockup' ]
}

@test "capacity_check: standard input is read by the words and settings of the vault around" {
	portfolio '* **The Ratio:** 50% Direct Coaching, 30% Akquise, 20% Zeug' '* **Maximum Weekly Sessions:** 6' >"$BATS_TEST_TMPDIR/portfolio.md"
	printf 'aliases:\n  categories:\n    admin: [zeug]\n' >>.coach/config.yaml
	run_coach 0 capacity_check - --json <"$BATS_TEST_TMPDIR/portfolio.md"
	json_is .data.contract.admin 20.0
	json_is .vault null
	run_coach 0 capacity_check - --json --vault . <"$BATS_TEST_TMPDIR/portfolio.md"
	json_is .data.contract.admin 20.0
	cd "$BATS_TEST_TMPDIR"
	run_coach 0 capacity_check - --json <"$BATS_TEST_TMPDIR/portfolio.md"
	json_is .data.contract null
}

@test "capacity_check: shares that add up to 110 are an error with its line, and the rest is computed" {
	portfolio '* **The Ratio:** 60/30/20' '* **Maximum Weekly Sessions:** 6' >"$BATS_TEST_TMPDIR/portfolio.md"
	run_coach 0 capacity_check - <"$BATS_TEST_TMPDIR/portfolio.md"
	stderr_has '-:5:'
	stderr_has '110'
	stderr_has 'hint:'
	run_coach 1 capacity_check - --exit-code --json <"$BATS_TEST_TMPDIR/portfolio.md"
	json_is .data.contract null
	json_is .data.sessions.maximum 6
	json_is '.findings[1].code' contract_sum
	json_is '.findings[1].line' 5
}

@test "capacity_check: standard input that is no portfolio is named as what it is" {
	run_coach 4 capacity_check - </dev/null
	stderr_has 'holds nothing of a client portfolio'
	head -c 3000 /dev/urandom >"$BATS_TEST_TMPDIR/noise"
	run_coach 4 capacity_check - <"$BATS_TEST_TMPDIR/noise"
	run_coach 4 capacity_check - --json </dev/null
	json_is .data null
	json_is .error.exit 4
}

@test "capacity_check: only - is understood as a file" {
	run_coach 2 capacity_check 'Client Portfolio.md'
	stderr_has 'one argument too many: "Client Portfolio.md"'
}

@test "capacity_check: an empty vault says what is missing instead of figures" {
	rm -rf ../vault && lay_empty_vault
	rm -r Templates ./*.md
	run_coach 0 capacity_check --json
	json_is .data.contract null
	json_is .data.demand null
	json_is .data.actual.hours_total null
	[ "$(json '.findings[].code')" = no_portfolio ]
}

@test "capacity_check: the bare template is not filled in, and never a number" {
	rm -rf ../vault && lay_template practice
	run_coach 0 capacity_check --json
	json_is .data.contract null
	json_is .data.sessions.maximum null
	[ "$(json '.findings[].code' | sort -u)" = placeholder ]
}

@test "capacity_check: rows that were not read are told beside the figures of their week" {
	rm -rf ../vault && lay_sample
	write_note Weeks/2026-W46.md '# Week 2026-W46' '## Time Log' '| Date | Hours | Category |' '| --- | --- | --- |' \
		'| Mon | 6 | admin |' '| Tue | 6 | bizdev |' '| Wed | ~1h | admin |' '| Thu | a while | coaching |'
	run_coach 0 capacity_check --week 2026-W46 --as-of 2026-11-16
	stdout_has '2 rows not read in the Time Log: their hours are missing here.'
	stdout_has '| 2026-W46 (2 rows not read) |'
	run_coach 0 init_week --as-of 2026-11-16
	file_has Weeks/2026-W47.md '% admin; 2 rows not read'
	run_coach 0 capacity_check --week 2026-W46 --as-of 2026-11-16 --json
	[ "$(json '.findings[].code' | grep -c bad_hours)" -eq 2 ]
}
