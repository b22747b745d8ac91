#!/usr/bin/env bats
# coach shutdown_day: what became of the day, written into its note.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-19
	day=Days/2026-11-19.md
}

edit() {
	sed "$@" "$day" >"$BATS_TEST_TMPDIR/note" && cp "$BATS_TEST_TMPDIR/note" "$day"
}

# shutdown: the lines of the note's Shutdown section.
shutdown() {
	sed -n '/^## Shutdown/,$p' "$day" | sed 1d | grep -v '^$'
}

@test "shutdown_day: done, blocked and carried over are told from the boxes" {
	run_coach 0 init_day
	run_coach 0 'done' 6f79
	edit 's/^## Due Today/- [ ] Call the bank [blocked:: no number]\n- [ ] Tidy the desk\n\n&/'
	run_coach 0 shutdown_day --json
	json_is '.data.done[].text' 'Ask him by phone whether the coaching still fits'
	json_is '.data.blocked[].text' 'Call the bank'
	json_is '.data.blocked[].reason' 'no number'
	json_is '.data.carried[].text' 'Tidy the desk'
	json_is .data.carryover.length 2
	shutdown | grep -qxF -- '  - Call the bank — no number'
}

@test "shutdown_day: a reminder that was ticked names its action, which is open where it stands" {
	printf '\n## Action Items\n- [ ] Call the chair 📅 2026-11-19 [owner:: coach]\n' >>'Clients/Ada Example/Sessions/2026-10-27 Ada Example.md'
	run_coach 0 init_day
	file_has "$day" '- [ ] **Due:** Call the chair'
	edit 's/- \[ \] \*\*Due:/- [x] **Due:/'
	run_coach 0 shutdown_day
	stderr_has 'is ticked here and still open in Clients/Ada Example/Sessions/2026-10-27 Ada Example.md:'
	stderr_has '`coach done "Clients/Ada Example/Sessions/2026-10-27 Ada Example.md:'
	run_coach 0 'done' "$(grep -o 'Clients/Ada Example/Sessions/2026-10-27 Ada Example.md:[0-9]*' "$BATS_TEST_TMPDIR/stderr" | head -1)"
	run_coach 0 shutdown_day
	[[ $stderr != *'still open'* ]]
}

@test "shutdown_day: tomorrow takes over what today's shutdown says" {
	run_coach 0 init_day
	run_coach 0 'done' 6f79
	edit 's/^## Due Today/- [ ] Call the bank [blocked:: no number]\n- [ ] Tidy the desk\n\n&/'
	run_coach 0 shutdown_day --json
	json '.data.carryover[].text' >"$BATS_TEST_TMPDIR/said"
	run_coach 0 init_day tomorrow --json
	json '.data.carryover[].text' >"$BATS_TEST_TMPDIR/taken"
	cmp "$BATS_TEST_TMPDIR/said" "$BATS_TEST_TMPDIR/taken"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/taken")" -eq 2 ]
}

@test "shutdown_day: what was done by coach itself counts as done, whether the day was planned again or not" {
	run_coach 0 init_day
	run_coach 0 prep_session ada
	run_coach 0 touch autumn reminder
	run_coach 0 shutdown_day --json
	[ "$(json '.data.done[].text')" = '**Prepare [[Ada Example]]**
**Remind [[Autumn Leads Cohort]]**' ]
	[[ $(json '.data.left[].text') != *'Prepare [[Ada'* ]] || explain 'it is prepared'
	run_coach 0 init_day
	run_coach 0 shutdown_day --json
	json_is .data.done.length 2
}

@test "shutdown_day: the preparation of a session that took place is not left" {
	run_coach 0 init_day
	run_coach 0 shutdown_day
	shutdown | grep -qxF -- '  - **Prepare [[Ada Example]]**'
	run_coach 0 close_session ada --as held --no-input
	run_coach 0 shutdown_day
	shutdown | grep -qF 'Prepare [[Ada Example]]' && return 1
	file_has "$day" '- [ ] **Prepare [[Ada Example]]**'
}

@test "shutdown_day: sessions of the day are named with what their notes lack" {
	run_coach 0 shutdown_day --json
	json_is .data.sessions.length 2
	json_is '.data.sessions[0].path' 'Clients/Ada Example/Sessions/2026-11-19 Ada Example.md'
	[ "$(json '.data.sessions[0].missing[]' | tr '\n' ' ')" = 'status summary actions progress ' ]
}

@test "shutdown_day: hours of the day, and none are said as none" {
	run_coach 0 shutdown_day --json
	json_is .data.hours.total null
	shutdown | grep -qxF -- '- **Hours logged:** none logged'
	run_coach 0 log 1.5 coaching --client ada
	run_coach 0 log 30m admin
	run_coach 0 shutdown_day --json
	json_is .data.hours.total 2.0
	json_is .data.hours.coaching 1.5
	shutdown | grep -qxF -- '- **Hours logged:** 2.0 (coaching 1.5, business development 0.0, admin 0.5)'
}

@test "shutdown_day: makes the note where there is none, and init_day then fills it" {
	[ ! -e "$day" ]
	run_coach 0 shutdown_day --json
	json_is .data.created true
	run_coach 0 init_day
	grep -q 'Prepare \[\[Ada Example' "$day"
	shutdown | grep -q 'Sessions to close'
}

@test "shutdown_day: run twice, it changes nothing; nor does init_day after it" {
	run_coach 0 init_day
	run_coach 0 shutdown_day
	nothing_written run_coach 0 shutdown_day
	stderr_has "$day is already up to date"
	nothing_written run_coach 0 init_day
}

@test "shutdown_day: what the person wrote into the section stays" {
	run_coach 0 init_day
	edit 's/^## Shutdown/&\n\n- A good day./'
	run_coach 0 shutdown_day
	shutdown | grep -qxF -- '- A good day.'
	edit 's/^- \*\*Left:.*/- Left for the weekend/'
	run_coach 0 log 30m admin
	run_coach 0 shutdown_day
	shutdown | grep -qxF -- '- A good day.'
	shutdown | grep -qxF -- '- Left for the weekend'
	shutdown | grep -qF -- '**Hours logged:** 0.5'
	[ "$(shutdown | grep -c 'Hours logged')" -eq 1 ]
	nothing_written run_coach 0 shutdown_day
}

@test "shutdown_day: a section that coach wrote on another machine is not doubled" {
	run_coach 0 init_day
	run_coach 0 shutdown_day
	rm -r .coach/base
	run_coach 0 log 30m admin
	run_coach 0 shutdown_day
	[ "$(shutdown | grep -c 'Hours logged')" -eq 1 ]
	stderr_has '"Shutdown" was left as you wrote it'
}

@test "shutdown_day: a daily note without the section gets it at its end, and nothing else" {
	write_note "$day" '# Thursday' '' '- [x] Water the plants' '' 'Rain.'
	run_coach 0 shutdown_day
	[ "$(head -n 5 "$day")" = "$(printf '# Thursday\n\n- [x] Water the plants\n\nRain.')" ]
	[ "$(grep -c '^## ' "$day")" -eq 1 ]
	shutdown | grep -qxF -- '  - Water the plants'
}

@test "shutdown_day: --dry-run writes nothing, undo takes it back" {
	run_coach 0 init_day
	cp "$day" "$BATS_TEST_TMPDIR/before"
	nothing_written run_coach 0 shutdown_day --dry-run
	stdout_has '+- **Hours logged:** none logged'
	run_coach 0 shutdown_day
	run_coach 0 undo
	cmp "$day" "$BATS_TEST_TMPDIR/before"
}

@test "shutdown_day: what is ticked by hand and open at its home is named" {
	run_coach 0 init_day
	edit 's/^- \[ \] Ask him/- [x] Ask him/'
	run_coach 0 shutdown_day
	stderr_has 'is ticked here and still open in Clients/Tom Testcase/Sessions/2026-10-22 Tom Testcase.md:34'
	stderr_has 'coach done 6f79'
}

@test "shutdown_day: what could not be read leaves the section as it was" {
	run_coach 0 shutdown_day
	printf 'x%.0s' {1..20000} >>'Weeks/2026-W46.md'
	COACH_NOTES_MOST_BYTES='16 KiB' nothing_written run_coach 0 shutdown_day
	stderr_has 'so "Shutdown" of Days/2026-11-19.md stays as it is'
}

@test "shutdown_day: a day to come, and one that is none, are refused" {
	nothing_written run_coach 2 shutdown_day tomorrow
	stderr_has '2026-11-20 is still to come'
	nothing_written run_coach 2 shutdown_day soonish
}

@test "shutdown_day: in an empty vault the note says that there was nothing" {
	cd "$BATS_TEST_TMPDIR" && rm -r vault && lay_empty_vault
	run_coach 0 shutdown_day
	[ "$(shutdown)" = '- **Hours logged:** none logged' ]
	nothing_written run_coach 0 shutdown_day
}
