#!/usr/bin/env bats
# coach status: the day and the vault on one screen.

# shellcheck disable=SC2016 # the backquotes are Markdown's

load support

setup() { lay_sample; }

@test "status: today's session says whether it is prepared" {
	run_coach 0 status --as-of 2026-11-20 --json
	json_is '.data.due.sessions.length' 1
	json_is '.data.due.sessions[0].client' 'Max Mockup'
	json_is '.data.due.sessions[0].time' 09:30
	json_is '.data.due.sessions[0].prepared' false
	run_coach 0 status --as-of 2026-11-20
	stdout_has 'not prepared yet'
}

@test "status: a day without a session says so" {
	run_coach 0 status --as-of 2026-11-22
	stdout_has 'No session.'
}

@test "status: what is due comes with its owner, and what lies ahead does not" {
	write_note Mine.md '- [ ] Buy ink 📅 2026-11-20' '- [ ] Sell ink 📅 2026-11-21' '- [x] Mix ink 📅 2026-11-19' \
		'```' '- [ ] In code 📅 2026-11-19' '```'
	run_coach 0 status --as-of 2026-11-20 --json
	[[ $(json '.data.due.actions[].text') == *'Buy ink'* ]]
	[[ $(json '.data.due.actions[].text') != *'Sell ink'* ]]
	[[ $(json '.data.due.actions[].text') != *'Mix ink'* ]]
	[[ $(json '.data.due.actions[].text') != *'In code'* ]]
	[[ $(json '.data.due.actions[].owner' | sort -u | tr '\n' ' ') == 'client coach ' ]]
}

@test "status: an action that is done at home is not due from its copy" {
	write_note Session.md '---' 'type: session' 'client: "[[Ada Example]]"' 'date: 2026-11-10' 'status: held' '---' \
		'## Action Items' '- [x] Tell the team 📅 2026-11-12 🆔 qq77 ✅ 2026-11-12'
	write_note Copy.md '- [ ] Tell the team 📅 2026-11-12 🆔 qq77'
	run_coach 0 status --as-of 2026-11-20 --json
	[[ $(json '.data.due.actions[].path') != *Copy.md* ]]
}

@test "status: the week's note, or how to make it" {
	run_coach 0 status --as-of 2026-11-20 --json
	json_is '.data.week_note' null
	run_coach 0 status --as-of 2026-11-12 --json
	json_is '.data.week_note' Weeks/2026-W46.md
	mv Weeks/2026-W46.md elsewhere.md
	run_coach 0 status --as-of 2026-11-12 --json
	json_is '.data.week_note' elsewhere.md
}

@test "status: a portfolio older than a quarter is stale, with its rhythm" {
	run_coach 0 status --as-of 2027-02-13 --json
	json_is '.data.stale.length' 1
	json_is '.data.stale[0].path' 'Practice Strategy.md'
	run_coach 0 status --as-of 2027-02-14
	stdout_has 'Client Portfolio.md: last updated on 2026-11-13, and to be looked at quarterly'
}

@test "status: an unfinished template counts the lines to fill in, as lint does" {
	rm -rf "$BATS_TEST_TMPDIR/vault"
	lay_template practice
	run_coach 0 status --json
	counted=$(json '.data.placeholders[0].lines')
	json_is '.data.placeholders[0].path' 'Client Portfolio.md'
	run_coach 0 lint 'Client Portfolio.md' --json
	json_is '.data.warnings' "$counted"
}

@test "status: every kind with its number and place" {
	run_coach 0 status --as-of 2026-11-20 --json
	json_is '.data.counts[0].kind' portfolio
	json_is '.data.counts[0].place' 'Client Portfolio.md'
	json_is '.data.counts[1].place' Clients/
	json_is '.data.documents.length' 73
	json_is '.data.other_notes' 11
}

@test "status: conflict copies are counted" {
	cp Weeks/2026-W46.md 'Weeks/2026-W46 (conflicted copy).md'
	run_coach 0 status --as-of 2026-11-20 --json
	json_is '.data.conflict_copies[0]' 'Weeks/2026-W46 (conflicted copy).md'
	run_coach 0 status --as-of 2026-11-20
	stdout_has '1 conflict copy'
}

@test "status: what is wrong on the way points to lint" {
	sed 's/\*\*50%\*\*/**60%**/' 'Client Portfolio.md' >P && mv P 'Client Portfolio.md'
	run_coach 0 status --as-of 2026-11-20
	stdout_has '1 error and 0 warnings; `coach lint` names them all'
	stderr_is_empty
}

@test "status: an empty vault says how to begin" {
	rm -rf "$BATS_TEST_TMPDIR/vault"
	write_note "$BATS_TEST_TMPDIR/vault/.coach/config.yaml" 'version: 1'
	cd "$BATS_TEST_TMPDIR/vault"
	run_coach 0 status
	stdout_has 'coach init --template practice'
}

@test "status: an executive's vault needs no portfolio" {
	rm -rf "$BATS_TEST_TMPDIR/vault"
	lay_template executive
	run_coach 0 status
	stdout_has 'career index'
	stderr_is_empty
}

@test "status: nothing is written, and no vault is an error" {
	nothing_written run_coach 0 status
	cd "$BATS_TEST_TMPDIR"
	run_coach 3 status
	stderr_has 'coach init'
}

@test "status: today's session is found however its note writes the day" {
	rm -rf "$BATS_TEST_TMPDIR/vault"
	lay_empty_vault
	write_note 'A.md' '---' 'typ: Sitzung' 'klient: Ada Example' 'datum: 27.11.2026' 'beginn: "09:00"' '---'
	write_note 'B.md' '---' 'type: session' 'client: Max Mockup' '---' '# Session, 27 November 2026'
	write_note 'C.md' '---' '类型: 会谈' '客户: 李样' '日期: 2026年11月27日' '---'
	write_note 'D.md' '---' 'type: session' 'client: Eva Dummy' 'date: 28.11.2026' '---'
	run_coach 0 status --as-of 2026-11-27 --json
	json_is '.data.due.sessions.length' 3
	stdout_has 'Ada Example'
	stdout_has 'Max Mockup'
	stdout_has '李样'
}

@test "status: planned sessions that are over are to be marked, the earliest first" {
	run_coach 0 status --as-of 2026-11-19 --json
	json_is '.data.due.overdue_sessions[].date' "$(printf '2026-11-17\n2026-11-18')"
	run_coach 0 status --as-of 2026-11-19
	stdout_has 'Mark 2 sessions held or missed'
	stdout_has "$(basename "$(echo Clients/*/Sessions/2026-11-17*)")"
	run_coach 0 status --as-of 2026-11-17
	stdout_lacks 'held or missed'
}

@test "status: the command that prepares a session is written as it can be typed" {
	run_coach 0 session add max 2026-12-14 10:00
	run_coach 0 status --as-of 2026-12-14
	local advice
	advice=$(sed -n 's/.*Max Mockup.*not prepared yet: `coach \(.*\)` does it.*/\1/p' <<<"$stdout")
	[ -n "$advice" ]
	eval "run_coach 0 $advice --as-of 2026-12-14"
}
