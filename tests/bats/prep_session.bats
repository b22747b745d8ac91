#!/usr/bin/env bats
# coach prep_session: the note of a client's next session, with what a coach should have in mind.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-16
	ada='Clients/Ada Example/Sessions/2026-11-19 Ada Example.md'
}

# set_minutes FILE N: how long the session of a note is.
set_minutes() {
	sed "s/^minutes: .*/minutes: $2/" "$1" >"$BATS_TEST_TMPDIR/note" && cp "$BATS_TEST_TMPDIR/note" "$1"
}

# agenda_minutes: the minutes of the five parts, then their sum.
agenda_minutes() {
	json '.data.agenda[].minutes' | awk '{ printf "%d ", $1; sum += $1 } END { print "= " sum }'
}

# prepares PART CLIENT: that part of a name means that client.
prepares() {
	run_coach 0 prep_session "$1" --json --dry-run
	json_is .data.client "$2"
}

# --- whose session -------------------------------------------------------------------------------------------------

@test "prep_session: any part of a name that is clear enough, in any script" {
	prepares ada 'Ada Example'
	prepares 'Ada Example' 'Ada Example'
	prepares 'ZOE F' 'Zoe Fictional'
	prepares jürgen 'Jürgen Beispiel'
	prepares BEISPIEL 'Jürgen Beispiel'
	prepares 李 李雷
	prepares 雷 李雷
	prepares cohort 'Autumn Leads Cohort'
}

@test "prep_session: a figure that stands in the last session's note alone is told, and named by lint" {
	write_note 'Clients/Ada Example/Sessions/2026-11-15 Ada Example.md' '---' 'type: session' 'client: "[[Ada Example]]"' \
		'date: 2026-11-15' 'status: held' '---' '# Session 8' '' '## Metrics' '' '| Metric | Value |' '| --- | --- |' \
		'| Board confidence | 7.5 |'
	run_coach 0 prep_session ada --json
	file_has "$ada" '- Board confidence: 7.5 on 2026-11-15 (not in the Progress Log yet)'
	run_coach 0 lint --json
	json_is '.findings[0].code' figure_unlogged
	run_coach 0 close_session ada --date 2026-11-15 --no-input
	run_coach 0 prep_session ada
	file_has "$ada" '- Board confidence: 7.5 on 2026-11-15; from 4 to 8'
}

@test "prep_session: a part that several share lists them and writes nothing" {
	nothing_written run_coach 3 prep_session m
	stderr_has 'Mia Placeholder'
	stderr_has 'Max Mockup'
}

@test "prep_session: a name that nobody has lists who there is" {
	nothing_written run_coach 3 prep_session bob
	stderr_has 'no client is called "bob"'
	stderr_has 'Ada Example, Tom Testcase, 李雷'
}

@test "prep_session: names too long for a hint are cut, and the others still named" {
	write_note 'Client Portfolio.md' '# Client Portfolio' '' '## Active Roster' '' '| Client | Status |' '| --- | --- |' \
		"| $(printf 'A%.0s' {1..700}) | Active |" "| $(printf '李%.0s' {1..200}) | Active |" '| Cee | Active |'
	nothing_written run_coach 3 prep_session nobody
	stderr_has "clients are $(printf 'A%.0s' {1..60})…, $(printf '李%.0s' {1..30})…, Cee"
}

@test "prep_session: without a name it is a usage error" {
	nothing_written run_coach 2 prep_session
	stderr_has 'NAME is missing'
	nothing_written run_coach 2 prep_session ''
	stderr_has 'NAME is empty'
}

@test "prep_session: who has an engagement file and stands in no roster is found, too" {
	write_note 'Clients/New Person/New Person.md' '# AI Execution Specification' '' '## Document Metadata' \
		'| Field | Value |' '| --- | --- |' '| Client Name | New Person |'
	prepare_new() { run_coach 0 prep_session 'new person' --date 2026-11-18 "$@"; }
	prepare_new --json --dry-run
	json_is .data.client 'New Person'
	prepare_new
	file_has 'Clients/New Person/Sessions/2026-11-18 New Person.md' 'client: "[[New Person]]"'
}

@test "prep_session: a name with quotes makes a note that can be read" {
	sed 's/\*\*\[\[Tom Testcase\]\]\*\*/Tom "Tommy" Testcase/' 'Client Portfolio.md' >"$BATS_TEST_TMPDIR/portfolio"
	cp "$BATS_TEST_TMPDIR/portfolio" 'Client Portfolio.md'
	run_coach 0 prep_session tommy --date 2026-11-26
	run_coach 0 prep_session tommy --date 2026-11-26
	stderr_has 'is already up to date'
}

# --- which session -------------------------------------------------------------------------------------------------

@test "prep_session: the next planned session gets its agenda, and nothing else changes" {
	cp "$ada" "$BATS_TEST_TMPDIR/before"
	run_coach 0 prep_session ada
	file_has "$ada" '**Focus:** Rehearse the board questions aloud (from the last session)'
	file_has "$ada" '**Package:** session 6 of 12, ends 2027-02-26'
	file_has "$ada" '- Message of 2026-11-13: Board moved my item to the start. Can we rehearse twice on Thursday?'
	file_has "$ada" '- open: List the hardest question of each board member (due 2026-11-18)'
	file_has "$ada" '- done: Record the opening once and listen to it (due 2026-11-17)'
	file_has "$ada" '- Board confidence: 7 on 2026-11-10; from 4 to 8 by 2026-11-30'
	file_has "$ada" '- Resource: [[Board Memo on One Page]]'
	[ "$(changed_lines "$BATS_TEST_TMPDIR/before" "$ada" | cut -c 1 | sort -u)" = '>' ]
}

@test "prep_session: run twice, it changes nothing and says so" {
	run_coach 0 prep_session ada
	nothing_written run_coach 0 prep_session ada
	stderr_has 'is already up to date'
}

@test "prep_session: an action's status is the one it has now" {
	run_coach 0 prep_session ada --as-of 2026-11-19 --json --dry-run
	[ "$(json '.data.actions[].status' | tr '\n' ' ')" = 'open done open ' ]
	[ "$(json '.data.actions[].overdue' | tr '\n' ' ')" = 'true false false ' ]
}

@test "prep_session: without a planned one it is the day that the last note names" {
	rm "$ada" 'Clients/Ada Example/Sessions/2026-11-27 Ada Example.md' \
		'Clients/Ada Example/Sessions/2026-12-08 Ada Example.md'
	run_coach 0 prep_session ada --json
	json_is .data.date 2026-11-19
	json_is .data.number 6
	json_is .data.path "$ada"
	file_has "$ada" 'number: 6'
	file_has "$ada" 'status: planned'
	nothing_written run_coach 0 prep_session ada
}

@test "prep_session: a day agreed on is over when its session was cancelled" {
	sed 's/^status: planned/status: cancelled/' "$ada" >"$BATS_TEST_TMPDIR/note" && cp "$BATS_TEST_TMPDIR/note" "$ada"
	rm 'Clients/Ada Example/Sessions/2026-11-27 Ada Example.md' 'Clients/Ada Example/Sessions/2026-12-08 Ada Example.md'
	nothing_written run_coach 3 prep_session ada
	stderr_has 'Ada Example has no session planned'
}

@test "prep_session: a day agreed on is over when a later session was booked and cancelled" {
	rm "$ada" 'Clients/Ada Example/Sessions/2026-12-08 Ada Example.md'
	local later='Clients/Ada Example/Sessions/2026-11-27 Ada Example.md'
	sed 's/^status: planned/status: cancelled/' "$later" >"$BATS_TEST_TMPDIR/note" && cp "$BATS_TEST_TMPDIR/note" "$later"
	nothing_written run_coach 3 prep_session ada
	stderr_has 'Ada Example has no session planned'
}

@test "prep_session: what was agreed on in a session held today counts" {
	rm Clients/*/Sessions/*' Tom Testcase.md'
	write_note 'Clients/Tom Testcase/Sessions/2026-11-16 Tom Testcase.md' '---' 'type: session' \
		'client: "[[Tom Testcase]]"' 'date: 2026-11-16' 'status: held' '---' '## Next Session' '**Date:** 2026-11-30 09:00'
	run_coach 0 prep_session tom --json --dry-run
	json_is .data.date 2026-11-30
	json_is .data.start 09:00
}

@test "prep_session: neither planned nor agreed on says how to book one" {
	nothing_written run_coach 3 prep_session tom
	stderr_has 'Tom Testcase has no session planned'
	stderr_has 'coach session add'
}

@test "prep_session: --date books a day of its own" {
	run_coach 0 prep_session tom --date fri --json
	json_is .data.date 2026-11-20
	json_is .changes.length 1
	json_is '.changes[0].path' 'Clients/Tom Testcase/Sessions/2026-11-20 Tom Testcase.md'
	json_is '.changes[0].action' create
	run_coach 0 session list tom --json
	[[ $(cat "$BATS_TEST_TMPDIR/stdout") == *2026-11-20* ]]
}

@test "prep_session: --date on a day whose session was held is refused" {
	nothing_written run_coach 11 prep_session ada --date 2026-11-10
	stderr_has 'Clients/Ada Example/Sessions/2026-11-10 Ada Example.md'
	stderr_has 'was held already'
}

@test "prep_session: --date on a day whose session was cancelled makes a second note" {
	sed 's/^status: planned/status: cancelled/' "$ada" >"$BATS_TEST_TMPDIR/note" && cp "$BATS_TEST_TMPDIR/note" "$ada"
	run_coach 0 prep_session ada --date 2026-11-19
	cmp "$BATS_TEST_TMPDIR/note" "$ada"
	file_has 'Clients/Ada Example/Sessions/2026-11-19 Ada Example 2.md' 'status: planned'
}

@test "prep_session: --date that names no day is a usage error" {
	nothing_written run_coach 2 prep_session ada --date 2026-13-45
	stderr_has '"2026-13-45" is not a date'
	nothing_written run_coach 2 prep_session ada --date 2026-02-30
}

@test "prep_session: a client on hold may be prepared, and a group as well" {
	prepares mia 'Mia Placeholder'
	json_is .data.date 2027-01-14
	run_coach 0 prep_session mia --date 2026-11-20 --json --dry-run
	json_is '.findings[0].code' client_not_active
	prepares autumn 'Autumn Leads Cohort'
	json_is .data.minutes 90
	json_is .data.package_number 6
	json_is .data.package_total 8
}

@test "prep_session: missed sessions use up the package where the terms say so, and only there" {
	local engagement='Clients/Ada Example/Ada Example.md'
	file_has "$engagement" 'missed sessions count'
	write_note 'Clients/Ada Example/Sessions/2026-11-12 Ada Example.md' '---' 'type: session' \
		'client: "[[Ada Example]]"' 'date: 2026-11-12' 'status: missed' '---'
	run_coach 0 prep_session ada --json --dry-run
	json_is .data.package_number 7
	run_coach 0 prep_session ada
	file_has "$ada" '**Package:** session 7 of 12, ends 2027-02-26'
	sed 's/; missed sessions count/; missed sessions are moved/' "$engagement" >"$BATS_TEST_TMPDIR/note"
	cp "$BATS_TEST_TMPDIR/note" "$engagement"
	run_coach 0 prep_session ada
	file_has "$ada" '**Package:** session 6 of 12, ends 2027-02-26'
}

@test "prep_session: sessions held before there were notes count in the package, by the first number" {
	rm Clients/Ada*/Sessions/*
	write_note 'Clients/Ada Example/Sessions/2026-11-05 Ada Example.md' '---' 'type: session' \
		'client: "[[Ada Example]]"' 'number: 4' 'date: 2026-11-05' 'status: held' '---'
	run_coach 0 prep_session ada --date 2026-11-20
	file_has 'Clients/Ada Example/Sessions/2026-11-20 Ada Example.md' '# Session 5 — '
	file_has 'Clients/Ada Example/Sessions/2026-11-20 Ada Example.md' '**Package:** session 5 of 12'
	write_note 'Clients/Ada Example/Sessions/2026-11-06 Ada Example.md' '---' 'type: session' \
		'client: "[[Ada Example]]"' 'number: 5' 'date: 2026-11-06' 'status: cancelled' '---'
	run_coach 0 prep_session ada --json --dry-run
	json_is .data.package_number 5
}

# --- the agenda ----------------------------------------------------------------------------------------------------

@test "prep_session: the minutes of the agenda add up to the meeting's length" {
	local length
	for length in 25 30 45 50 60 75 90 7 5; do
		set_minutes "$ada" $length
		run_coach 0 prep_session ada --dry-run --json
		[[ $(agenda_minutes) == *"= $length" ]]
	done
}

@test "prep_session: what rounding leaves over goes to the parts that lost most" {
	# Sixtieths of a minute left: 25 gives 2 1/12, 4 1/6, 12 1/2, 4 1/6, 2 1/12; 45 gives 3 3/4, 7 1/2, 22 1/2, 7 1/2, 3 3/4.
	set_minutes "$ada" 25
	run_coach 0 prep_session ada --dry-run --json
	[ "$(agenda_minutes)" = '2 4 13 4 2 = 25' ]
	set_minutes "$ada" 45
	run_coach 0 prep_session ada --dry-run --json
	[ "$(agenda_minutes)" = '4 7 23 7 4 = 45' ]
}

@test "prep_session: the length is the note's, else the engagement's, else the setting's" {
	local engagement='Clients/Ada Example/Ada Example.md'
	run_coach 0 config session.minutes 40
	sed 's/| Meeting Length | 60 minutes |/| Meeting Length | 50 min |/' "$engagement" >"$BATS_TEST_TMPDIR/note"
	cp "$BATS_TEST_TMPDIR/note" "$engagement"
	run_coach 0 prep_session ada --dry-run --json
	json_is .data.minutes 60
	grep -v '^minutes:' "$ada" >"$BATS_TEST_TMPDIR/note" && cp "$BATS_TEST_TMPDIR/note" "$ada"
	run_coach 0 prep_session ada --dry-run --json
	json_is .data.minutes 50
	grep -v 'Meeting Length' "$engagement" >"$BATS_TEST_TMPDIR/note" && cp "$BATS_TEST_TMPDIR/note" "$engagement"
	run_coach 0 prep_session ada --dry-run --json
	json_is .data.minutes 40
}

@test "prep_session: what a person changed, added and deleted stays when it runs again" {
	run_coach 0 prep_session ada
	sed -e 's/^- Energy, wins.*/- Energy first, in my own words/' \
		-e "s/^- The next session's date\$/&\n- and a walk/" \
		-e '/^- Hours in meetings/d' "$ada" >"$BATS_TEST_TMPDIR/note"
	cp "$BATS_TEST_TMPDIR/note" "$ada"
	set_minutes "$ada" 45
	run_coach 0 prep_session ada
	file_has "$ada" '### Check-in (4 min)'
	file_has "$ada" '- Energy first, in my own words'
	file_has "$ada" '- and a walk'
	file_lacks "$ada" 'Hours in meetings'
	file_lacks "$ada" '- Energy, wins and challenges'
	nothing_written run_coach 0 prep_session ada
}

@test "prep_session: notes written during the session stay" {
	run_coach 0 prep_session ada
	awk '{ print } /^## Notes/ { print "- She laughs." }' "$ada" >"$BATS_TEST_TMPDIR/note"
	cp "$BATS_TEST_TMPDIR/note" "$ada"
	run_coach 0 prep_session ada --as-of 2026-11-19
	file_has "$ada" '- She laughs.'
	file_has "$ada" '- overdue: List the hardest question'
}

@test "prep_session: a note with Windows line ends keeps them" {
	sed 's/$/\r/' "$ada" >"$BATS_TEST_TMPDIR/note" && cp "$BATS_TEST_TMPDIR/note" "$ada"
	run_coach 0 prep_session ada
	file_has "$ada" '### Core Work (30 min)'
	[ "$(grep -c $'\r$' "$ada")" = "$(wc -l <"$ada")" ]
}

@test "prep_session: --dry-run prints the diff and writes nothing" {
	nothing_written run_coach 0 prep_session ada --dry-run
	stdout_has '+### Core Work (30 min)'
	stderr_has 'nothing was written'
}

@test "prep_session: a planned note that cannot be read is named, and stays" {
	head -c 2000000 /dev/zero | tr '\0' 'x' >>"$ada"
	nothing_written run_coach 0 prep_session ada --json --dry-run
	[[ $(json '.findings[].code') == *opaque_note* ]]
	json_is '.data.date' 2026-11-27
}

@test "prep_session: an agenda of one's own is left as a whole, and named" {
	local note='Clients/李雷/Sessions/2026-11-17 李雷.md'
	cp "$note" "$BATS_TEST_TMPDIR/before"
	run_coach 0 prep_session 李
	stderr_has '"Agenda" was left as you wrote it'
	diff <(sed '/^## Notes/q' "$BATS_TEST_TMPDIR/before") <(sed '/^## Notes/q' "$note")
	file_lacks "$note" '### '
	nothing_written run_coach 0 prep_session 李
	run_coach 0 prep_session 李 --as-of 2026-11-17
	file_lacks "$note" '### '
}

@test "prep_session: a note of theirs whose day cannot be read might be the next one, so none is booked beside it" {
	grep -lZ 'status: planned' "Clients/Ada Example/Sessions"/*.md | xargs -0 rm
	write_note "Clients/Ada Example/Sessions/Next.md" '---' 'type: session' 'client: "[[Ada Example]]"' 'date: 2026-11-37' \
		'---' '# Session'
	nothing_written run_coach 4 prep_session ada
	stderr_has 'Clients/Ada Example/Sessions/Next.md:4:'
	run_coach 0 prep_session ada --date 2026-12-04
}

# --- decision rules ------------------------------------------------------------------------------------------------

# write_message TEXT: from Ada, behind her last one.
write_message() {
	printf -- '- 2026-11-15 09:00 ← [slack] %s\n' "$1" >>'Clients/Ada Example/Inbox.md'
}

@test "prep_session: a decision rule is shown with its line where a message names its situation, and goes with it" {
	local inbox='Clients/Ada Example/Inbox.md' rule
	rule=$(grep -n '^| Client stuck' 'Clients/Ada Example/Ada Example.md' | cut -d: -f1)
	cp "$inbox" "$BATS_TEST_TMPDIR/inbox"
	write_message 'I am stuck with the CFO.'
	run_coach 0 prep_session ada
	stdout_has "Decision rule: Client stuck — Ask what happens if she does nothing. (Clients/Ada Example/Ada Example.md:$rule)"
	file_has "$ada" "- Decision rule: Client stuck — Ask what happens if she does nothing. (Clients/Ada Example/Ada Example.md:$rule)"
	file_has "$ada" "  - named in the message of 2026-11-15 ($inbox:$(wc -l <"$inbox"))"
	nothing_written run_coach 0 prep_session ada
	cp "$BATS_TEST_TMPDIR/inbox" "$inbox"
	run_coach 0 prep_session ada
	file_lacks "$ada" 'Decision rule'
}

@test "prep_session: a rule that does not apply is not shown, and an engagement without rules says so" {
	run_coach 0 prep_session ada --json --dry-run
	json_is '.data.decision_rules.length' 0
	json_is '.data.decision_rules_written' 7
	run_coach 0 prep_session ada
	stdout_lacks 'ecision rule'
	sed '/^### Session Decisions/,/^### Escalation/{/^|/d}' 'Clients/Ada Example/Ada Example.md' >"$BATS_TEST_TMPDIR/note"
	cp "$BATS_TEST_TMPDIR/note" 'Clients/Ada Example/Ada Example.md'
	run_coach 0 prep_session ada
	stdout_has 'The engagement has no decision rules'
}

@test "prep_session: the agenda goes into its section, whatever the template" {
	mkdir Templates
	run_coach 0 config paths.templates Templates
	printf '%s\n' '---' 'client: {client_link}' 'number: {number}' 'date: {date}' '---' '# Session' '' '## Agenda' '' \
		'## Notes' >Templates/Session.md
	run_coach 0 session add tom 2026-12-03 12:00
	run_coach 0 prep_session tom --date 2026-12-03
	stdout_has 'Prepared: **'
	file_has 'Clients/Tom Testcase/Sessions/2026-12-03 Tom Testcase.md' '### Check-in'
	file_lacks 'Clients/Tom Testcase/Sessions/2026-12-03 Tom Testcase.md' '{agenda}'
	nothing_written run_coach 0 prep_session tom --date 2026-12-03
	sed -i '/^## Agenda/d' Templates/Session.md
	run_coach 0 session add tom 2026-12-10 12:00
	run_coach 0 prep_session tom --date 2026-12-10
	stdout_has 'Prepared: **'
	file_has 'Clients/Tom Testcase/Sessions/2026-12-10 Tom Testcase.md' '### Check-in'
}

@test "prep_session: the phase that Active leads to gives the mode, and says so" {
	run_coach 0 prep_session ada --json --dry-run
	json_is .data.mode directive
	json_is .data.mode_reason 'phase Implementation (Current Phase is Active): execute against the plan'
}
