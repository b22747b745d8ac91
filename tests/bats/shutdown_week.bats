#!/usr/bin/env bats
# coach shutdown_week: what became of the week, written into its note.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-20
	week=Weeks/2026-W47.md
}

edit() {
	sed "$@" "$week" >"$BATS_TEST_TMPDIR/note" && cp "$BATS_TEST_TMPDIR/note" "$week"
}

# shutdown [FILE]: the lines of the note's Shutdown section.
shutdown() {
	sed -n '/^## Shutdown/,$p' "${1:-$week}" | sed 1d | grep -v '^$'
}

@test "shutdown_week: a week that is over is judged against the contract" {
	run_coach 0 shutdown_week 2026-W46 --json
	json_is .data.over true
	json_is '.data.capacity.actual.categories[2].share' 29.1
	json_is '.data.capacity.actual.categories[2].status' elevated
	json_is .data.capacity.circuit_breaker.tripped true
	json_is .data.sessions.held 5
	shutdown Weeks/2026-W46.md | grep -qxF -- '  - Admin: 29.1% of 20% contracted, elevated'
	shutdown Weeks/2026-W46.md | grep -qxF -- '  - [[Ada Example]]: Board confidence: 5 → 7, target 8'
	shutdown Weeks/2026-W46.md | grep -qxF -- '- Done: First call with Max'
}

@test "shutdown_week: a running week is shown and never judged" {
	run_coach 0 log 20 admin
	run_coach 0 shutdown_week --json
	json_is .data.over false
	json_is '.data.capacity.actual.categories[2].status' in_progress
	run_coach 0 shutdown_week --as-of 2026-11-23 2026-W47 --json
	json_is '.data.capacity.actual.categories[2].status' breached
}

@test "shutdown_week: a week without hours says no data" {
	run_coach 0 shutdown_week
	shutdown | grep -qxF -- '- **Capacity:** no data'
}

@test "shutdown_week: priorities are done when the plan asks for them no more" {
	run_coach 0 init_week --as-of 2026-11-16
	run_coach 0 'done' 6f79 --as-of 2026-11-18
	run_coach 0 prep_session ada --as-of 2026-11-18
	run_coach 0 shutdown_week --json
	[ "$(json '.data.priorities[].state' | sort | uniq -c | awk '{ printf "%s %s;", $1, $2 }')" = '2 done;10 open;' ]
}

@test "shutdown_week: what was done counts however often the week was planned, what was called off does not" {
	run_coach 0 init_week --as-of 2026-11-16
	run_coach 0 'done' 6f79 --as-of 2026-11-18
	run_coach 0 prep_session ada --as-of 2026-11-18
	run_coach 0 session cancel max 2026-11-20 --as-of 2026-11-18
	run_coach 0 shutdown_week --json --as-of 2026-11-18 --dry-run
	[ "$(json '.data.priorities[].state' | sort | uniq -c | awk '{ printf "%s %s;", $1, $2 }')" = \
		'1 cancelled;2 done;9 open;' ]
	run_coach 0 init_week --as-of 2026-11-18
	grep -qxF '13. ~~**Prepare [[Ada Example]]** — session on Thu 10:00, no agenda yet~~' "$week"
	nothing_written run_coach 0 init_week --as-of 2026-11-18
	run_coach 0 init_week
	run_coach 0 shutdown_week --json
	[ "$(json '.data.priorities[].state' | grep -c '^done$')" -eq 2 ]
	[[ $(json '.data.priorities[].text') != *'~~'* ]] || explain 'strokes are form'
	nothing_written run_coach 0 init_week
}

@test "shutdown_week: what is asked for again is open again" {
	run_coach 0 init_week
	run_coach 0 'done' 6f79
	run_coach 0 init_week
	grep -q '~~Ask him by phone' "$week"
	run_coach 0 undo
	run_coach 0 undo
	run_coach 0 init_week
	[[ $(<"$week") != *'~~'* ]] || explain 'it is to be done'
}

@test "shutdown_week: the week after takes over what the shutdown says" {
	run_coach 0 init_week --as-of 2026-11-16
	edit 's/^- \[ \] Ask Carla/- [x] Ask Carla/'
	run_coach 0 shutdown_week --json
	json '.data.carryover[].text' >"$BATS_TEST_TMPDIR/said"
	run_coach 0 init_week --as-of 2026-11-23 --json
	json '.data.carryover[].text' >"$BATS_TEST_TMPDIR/taken"
	cmp "$BATS_TEST_TMPDIR/said" "$BATS_TEST_TMPDIR/taken"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/taken")" -eq 2 ]
}

@test "shutdown_week: a heading that is nearly understood is named, as what is ticked there counts nowhere" {
	run_coach 0 init_week
	edit 's/^## Rituals/## Rituale in dieser Woche/; s/^- \[ \] Weekly Client/- [x] Weekly Client/'
	run_coach 0 shutdown_week --dry-run
	stderr_has '"Rituale in dieser Woche" is an unknown heading, and no "rituals" was found'
	stderr_has 'call it "rituale dieser woche"'
	run_coach 0 lint Weeks
	stdout_has '"Rituale in dieser Woche" is an unknown heading'
}

@test "shutdown_week: what it writes adds no action" {
	run_coach 0 init_week --as-of 2026-11-16
	coach actions --json >"$BATS_TEST_TMPDIR/before"
	run_coach 0 shutdown_week
	coach actions --json >"$BATS_TEST_TMPDIR/after"
	cmp "$BATS_TEST_TMPDIR/before" "$BATS_TEST_TMPDIR/after"
}

@test "shutdown_week: run twice, it changes nothing; nor does init_week after it" {
	run_coach 0 init_week
	run_coach 0 shutdown_week
	nothing_written run_coach 0 shutdown_week
	stderr_has "$week is already up to date"
	nothing_written run_coach 0 init_week
}

@test "shutdown_week: what the person wrote into the section stays" {
	run_coach 0 init_week
	edit 's/^## Shutdown/&\n\n- A full week./'
	run_coach 0 shutdown_week
	run_coach 0 log 2 admin
	run_coach 0 shutdown_week
	shutdown | grep -qxF -- '- A full week.'
	[ "$(shutdown | grep -c 'Capacity:')" -eq 1 ]
	shutdown | grep -qF -- '- **Capacity:** 2.0 hours'
}

@test "shutdown_week: --dry-run writes nothing, undo takes it back" {
	run_coach 0 init_week
	cp "$week" "$BATS_TEST_TMPDIR/before"
	nothing_written run_coach 0 shutdown_week --dry-run
	stdout_has '+- **Capacity:** no data'
	run_coach 0 shutdown_week
	run_coach 0 undo
	cmp "$week" "$BATS_TEST_TMPDIR/before"
}

@test "shutdown_week: a week to come is refused" {
	nothing_written run_coach 2 shutdown_week next
	stderr_has '2026-W48 is still to come'
}

@test "shutdown_week: what could not be read leaves the section as it was" {
	run_coach 0 shutdown_week
	printf 'x%.0s' {1..20000} >>'Plans/2026-Q4.md'
	COACH_NOTES_MOST_BYTES='16 KiB' nothing_written run_coach 0 shutdown_week
	stderr_has "so \"Shutdown\" of $week stays as it is"
}

@test "shutdown_week: a week in which clocks change has seven days" {
	cd "$BATS_TEST_TMPDIR" && rm -r vault && lay_empty_vault
	sed -i.bak 's/^version: 1/version: 1\ntimezone: Europe\/Berlin/' .coach/config.yaml && rm .coach/config.yaml.bak
	write_note Weeks/2026-W43.md '---' 'type: week' 'week: 2026-W43' '---' '## Time Log' \
		'| Date | Hours | Category |' '| --- | --- | --- |' '| 2026-10-19 | 5 | admin |' '| 2026-10-25 | 5 | coaching |' \
		'| 2026-10-26 | 7 | admin |'
	run_coach 0 shutdown_week 2026-W43 --json
	json_is .data.capacity.actual.hours_total 10.0
}

@test "shutdown_week: in an empty vault the note says that there was nothing" {
	cd "$BATS_TEST_TMPDIR" && rm -r vault && lay_empty_vault
	run_coach 0 shutdown_week
	[ "$(shutdown)" = '- **Capacity:** no data
- **Circuit breaker:** not tripped
- **Sessions:** 0 held, 0 missed, 0 cancelled, 0 rescheduled, 0 still planned' ]
	nothing_written run_coach 0 shutdown_week
}

@test "shutdown_week: a heading that hides the carryover is named once" {
	run_coach 0 init_week --as-of 2026-11-16
	sed -i 's/^## Carryover/## Carry-overs of it/' Weeks/2026-W47.md
	run_coach 0 shutdown_week
	[ "$(grep -c 'Carry-overs of it' "$BATS_TEST_TMPDIR/stderr")" -eq 1 ]
}
