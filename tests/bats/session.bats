# coach session: booking, moving, cancelling and listing.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-19
}

ada='Clients/Ada Example/Sessions'

@test "session add: writes the note, numbered and as long as agreed" {
	run_coach 0 session add ada 2026-12-22 10:00
	stdout_has 'Booked session 9 with **Ada Example**: Tuesday 2026-12-22, 10:00, 60 minutes.'
	stdout_has '2026-W52 now has 1 session of at most 6.'
	file_has "$ada/2026-12-22 Ada Example.md" '# Session 9 — Ada Example — 2026-12-22'
	file_has "$ada/2026-12-22 Ada Example.md" 'status: planned'
	run_coach 0 session list --client ada --from 2026-12-22 --json
	json_is '.data.sessions[].number' 9
	json_is '.data.sessions[0].start' 10:00
	json_is '.data.sessions[0].prepared' false
}

@test "session add: days as people say them, with and without quotes" {
	run_coach 0 session add Zoe Fictional next tue 14:30 --json
	json_is '.data.sessions[0].date' 2026-11-24
	run_coach 0 session add 'Zoe Fictional' '2026-12-20T09:15' --minutes 30 --json
	json_is '.data.sessions[0].start' 09:15
	json_is '.data.sessions[0].minutes' 30
	run_coach 0 session add zoe +5w --json
	json_is '.data.sessions[0].date' 2026-12-24
	json_is '.data.sessions[0].start' null
}

@test "session add: the same session twice is refused, a second one that day is not" {
	run_coach 0 session add ada 2026-12-22 10:00
	nothing_written run_coach 11 session add ada 2026-12-22 10:00
	nothing_written run_coach 11 session add ada 2026-12-22 10:45
	stderr_has 'Ada Example has a session on 2026-12-22 already, at 10:00'
	run_coach 0 session add ada 2026-12-22 16:00 --json
	json_is '.data.sessions[0].path' "$ada/2026-12-22 Ada Example 2.md"
}

@test "session add: points out a full week, a clash and a client on hold, and books all the same" {
	run_coach 0 session add mia 2026-11-20 09:45 --json
	[ "$(json '.findings[].code')" = "$(printf 'client_not_active\nsession_clash')" ]
	run_coach 0 session add zoe 2026-11-21 09:45 --json
	json_is '.findings[].code' over_maximum
}

@test "session add: what is missing or not understood" {
	nothing_written run_coach 2 session
	nothing_written run_coach 2 session book ada fri
	nothing_written run_coach 2 session add
	nothing_written run_coach 2 session add ada
	stderr_has 'needs a day'
	nothing_written run_coach 2 session add ada 10:00
	nothing_written run_coach 2 session add ada someday
	nothing_written run_coach 2 session add ada 2026-13-45 10:00
	stderr_has '"2026-13-45" is no day'
	nothing_written run_coach 2 session add ada 2026-02-30 8:00
	stderr_has '"2026-02-30" is no day'
	nothing_written run_coach 2 session add ada fri 25:00
	stderr_has '"25:00" is no time'
	nothing_written run_coach 2 session cancel ada 31.2.2026
	stderr_has '"31.2.2026" is no day'
	nothing_written run_coach 3 session add nobody fri 10:00
	nothing_written run_coach 2 session move ada fri --minutes 30
	stderr_has '--minutes is for'
}

@test "session add: a client of engagement files alone, and of two of them, is one client" {
	write_note 'Clients/Rosa.md' '# Engagement Specification' '' '| Field | Value |' '| --- | --- |' '| Client Name | Rosa Entwurf |' \
		'' '**Engagement Terms:**' '' '| Term | Details |' '| --- | --- |' '| Meeting Length | 45 min |'
	write_note 'Clients/Zweite.md' '# Engagement Specification' '' '| Field | Value |' '| --- | --- |' '| Client Name | rosa entwurf |'
	run_coach 0 session add rosa 2026-11-26 10:00 --json
	json_is '.data.sessions[0].minutes' 45
	run_coach 11 session add rosa 2026-11-26 10:30
	run_coach 0 session list --client rosa --json
	json_is '.data.sessions.length' 1
}

@test "session add: front matter of an own template reads back, whatever the name" {
	local names=('Ana: the first' 'Bob "Bo" Beispiel' "Cy's #1") name
	for name in "${names[@]}"; do
		rm -rf .coach ./*
		lay_empty_vault
		run_coach 0 config paths.templates Templates
		write_note 'Client Portfolio.md' '# Client Portfolio' '' '## Active Roster' '' '| Client | Sessions/Month | Status |' '| --- | --- | --- |' "| $name | weekly | Active |"
		write_note Templates/Session.md '---' 'type: session' 'client: {client} # who' "who: '{client}'" 'tags: [x, {client}]' 'date: {date}' '---' '# {client}'
		run_coach 0 session add "${name%% *}" 2026-11-26 10:00
		run_coach 0 session list --json
		json_is '.data.sessions[0].client' "$name"
		run_coach 0 lint
		stdout_lacks front_matter
	done
}

@test "session add: a template that makes no readable note is refused" {
	run_coach 0 config paths.templates Templates
	write_note Templates/Session.md '---' 'type: session' 'client: [{client}' '---' '# {client}'
	nothing_written run_coach 4 session add ada 2026-11-26 10:00
	stderr_has 'the template makes a note that cannot be read'
}

@test "session add: the client is named as the roster names it" {
	rm -rf .coach ./*
	lay_empty_vault
	write_note 'Client Portfolio.md' '# Client Portfolio' '' '## Active Roster' '' '| Client | Sessions/Month | Status |' '| --- | --- | --- |' \
		'| Una Uhr | weekly | Active |' '| [[Ben Beispiel]] | weekly | Active |'
	run_coach 0 session add una 2026-11-26 10:00
	file_has 'Clients/Una Uhr/Sessions/2026-11-26 Una Uhr.md' 'client: Una Uhr'
	run_coach 0 session add ben 2026-11-27 10:00
	file_has 'Clients/Ben Beispiel/Sessions/2026-11-27 Ben Beispiel.md' 'client: "[[Ben Beispiel]]"'
}

@test "session move: the next one, its date, title, file name and nothing else" {
	cp "$ada/2026-11-19 Ada Example.md" before.txt
	run_coach 0 session move ada fri 14:30
	stdout_has 'from Thursday 2026-11-19, 10:00 to Friday 2026-11-20, 14:30'
	[ ! -e "$ada/2026-11-19 Ada Example.md" ]
	[ "$(changed_lines before.txt "$ada/2026-11-20 Ada Example.md" | grep '^>')" = "$(printf '> %s\n' 'date: 2026-11-20' \
		'start: "14:30"' '# Session 6 — Ada Example — 2026-11-20')" ]
}

@test "session move: is said as a move, also when it is taken back and with --dry-run" {
	local from='Clients/Ada Example/Sessions/2026-11-19 Ada Example.md'
	local to='Clients/Ada Example/Sessions/2026-11-20 Ada Example.md'
	nothing_written run_coach 0 session move ada fri --dry-run
	stderr_has "would move $from to $to"
	stdout_has "--- a/$from"
	run_coach 0 session move ada fri --json
	json_is '.changes[].action' "$(printf 'remove\ncreate')"
	json_is '.changes[].moved_from' "$(printf 'null\n%s' "$from")"
	run_coach 0 undo
	stderr_has "moved   $to to $from"
	run_coach 0 redo
	stderr_has "moved   $from to $to"
}

@test "session add, move: days as notes have them, and a step back" {
	run_coach 0 session add ada 24.11.2026 9:00 --dry-run --json
	json_is '.data.sessions[0].date' 2026-11-24
	run_coach 0 session add ada 2026/11/24 9:00 --dry-run --json
	json_is '.data.sessions[0].date' 2026-11-24
	run_coach 0 session move ada -1d --dry-run --json
	json_is '.data.sessions[0].date' 2026-11-18
}

@test "session move: a time alone keeps the day, a day alone keeps the time" {
	run_coach 0 session move ada 15:00 --json
	json_is '.data.sessions[0].path' "$ada/2026-11-19 Ada Example.md"
	json_is '.data.sessions[0].start' 15:00
	json_is '.data.from.start' 10:00
	run_coach 0 session move ada 2026-12-10 --from 2026-11-27 --json
	json_is '.data.sessions[0].start' 10:00
	json_is '.data.from.date' 2026-11-27
}

@test "session move: links elsewhere follow" {
	write_note Idea.md '# Idea' '' 'See [[2026-11-19 Ada Example]] and [[2026-11-19 Ada Example#Agenda|that]].'
	run_coach 0 session move ada fri
	file_has Idea.md 'See [[2026-11-20 Ada Example]] and [[2026-11-20 Ada Example#Agenda|that]].'
}

@test "session move: links follow that lint finds, however they are written" {
	write_note Idea.md '# Idea' '' '[[2026-11-19 ada example]], [[sessions/2026-11-19 Ada Example|that]],' \
		"[a](${ada// /%20}/2026-11-19%20Ada%20Example.md), [b](<$ada/2026-11-19 Ada Example.md#Agenda>)," \
		'<!-- [c](2026-11-19%20Ada%20Example.md) -->, [d](https://example.org/2026-11-19%20Ada%20Example.md).'
	write_note Clients/Notes.md "[e](../${ada// /%20}/2026-11-19%20Ada%20Example.md 'title')"
	printf '\n[[2026-11-19 Ada Example#Agenda]]\n' >>"$ada/2026-11-19 Ada Example.md"
	run_coach 0 lint
	run_coach 0 session move ada fri
	file_has Idea.md '[[2026-11-20 Ada Example]], [[sessions/2026-11-20 Ada Example|that]],'
	file_has Idea.md "[a](${ada// /%20}/2026-11-20%20Ada%20Example.md), [b](<$ada/2026-11-20 Ada Example.md#Agenda>),"
	file_has Idea.md '<!-- [c](2026-11-19%20Ada%20Example.md) -->, [d](https://example.org/2026-11-19%20Ada%20Example.md).'
	file_has Clients/Notes.md "[e](../${ada// /%20}/2026-11-20%20Ada%20Example.md 'title')"
	file_has "$ada/2026-11-20 Ada Example.md" '[[2026-11-20 Ada Example#Agenda]]'
	run_coach 0 lint
	stdout_lacks 'there is no note'
}

@test "session move: where the new name is another note's too, a link gets the path" {
	write_note 'Old/2026-11-20 Ada Example.md' 'Something else.'
	write_note Idea.md 'See [[2026-11-19 Ada Example|her]].'
	run_coach 0 session move ada fri
	file_has Idea.md "See [[$ada/2026-11-20 Ada Example|her]]."
}

@test "session move: a bare link that could lead to another note stays" {
	write_note 'Old/2026-11-19 Ada Example.md' 'Something else.'
	write_note Idea.md 'See [[2026-11-19 Ada Example]], [['"$ada"'/2026-11-19 Ada Example]].'
	run_coach 0 session move ada fri
	file_has Idea.md 'See [[2026-11-19 Ada Example]], [['"$ada"'/2026-11-20 Ada Example]].'
}

@test "session move: to where it is changes nothing" {
	nothing_written run_coach 0 session move ada 2026-11-19 10:00
	stderr_has 'already'
}

@test "session move: a held session, a day without one, a taken time" {
	nothing_written run_coach 11 session move ada fri --from 2026-11-10
	stderr_has 'held'
	nothing_written run_coach 3 session move ada fri --from 2026-11-11
	stderr_has 'the next one is on 2026-11-19'
	nothing_written run_coach 11 session move ada 2026-11-27 10:30
	nothing_written run_coach 3 session move tom fri
}

@test "session move: never onto another file" {
	write_note "$ada/2026-11-20 Ada Example.md" 'A page of my own.'
	run_coach 0 session move ada fri --json
	json_is '.data.sessions[0].path' "$ada/2026-11-20 Ada Example 2.md"
	file_has "$ada/2026-11-20 Ada Example.md" 'A page of my own.'
}

@test "session move: a prepared session can be prepared again where it then lies" {
	run_coach 0 prep_session ada
	run_coach 0 session move ada fri
	[ -e ".coach/base/$ada/2026-11-20 Ada Example.md" ]
	[ ! -e ".coach/base/$ada/2026-11-19 Ada Example.md" ]
}

@test "session cancel: one word, once" {
	cp "$ada/2026-11-27 Ada Example.md" before.txt
	run_coach 0 session cancel ada 2026-11-27
	[ "$(changed_lines before.txt "$ada/2026-11-27 Ada Example.md")" = "$(printf '< status: planned\n> status: cancelled')" ]
	nothing_written run_coach 0 session cancel ada 2026-11-27
	stderr_has 'cancelled already'
	nothing_written run_coach 11 session cancel ada 2026-11-10
	run_coach 0 session cancel ada --json
	json_is '.data.sessions[0].date' 2026-11-19
}

@test "session list: the next four weeks, by date" {
	nothing_written run_coach 0 session list --json
	json_is '.data.sessions[0].date' 2026-11-19
	json_is '.data.sessions[-1].date' 2026-12-15
	[ "$(json '.data.sessions[].status' | sort -u)" = planned ]
	run_coach 0 session list
	stdout_has '| Thu 2026-11-19 | 16:00 | Autumn Leads Cohort |       6 |      90 | planned | yes      |'
}

@test "session list: one client, other days, all of them" {
	run_coach 0 session list 李 --json
	[ "$(json '.data.sessions[].client' | sort -u)" = 李雷 ]
	run_coach 0 session list --from 2026-12-01 --to 2026-12-03 --json
	json_is .data.sessions.length 3
	run_coach 0 session list --all --client tom --json
	[ "$(json '.data.sessions[].status' | sort | uniq -c | tr -s ' \n' ' ')" = ' 3 held 1 missed ' ]
	run_coach 0 session list --from 2027-06-01
	stdout_has 'No sessions from 2027-06-01 to 2027-06-28.'
}

@test "session list: a planned session of the past is pointed out" {
	run_coach 0 session list --client ada --as-of 2026-11-24 --json
	json_is '.findings[].code' session_overdue
	json_is '.findings[].path' "$ada/2026-11-19 Ada Example.md"
}

@test "session: the commit names days and no client" {
	rm -rf "$BATS_TEST_TMPDIR/vault"
	lay_sample --git
	run_coach 0 session add ada 2026-12-22 10:00
	[ "$(git log -1 --format=%s)" = 'coach(session): 2026-12-22' ]
	run_coach 0 session move ada fri
	[ "$(git log -1 --format=%s)" = 'coach(session): 2026-11-19 to 2026-11-20' ]
}

@test "session move: a time behind the date gets an entry of its own, and is not lost" {
	local note="$ada/2026-11-19 Ada Example.md"
	sed -i -e 's/^date: .*/date: 2026-11-19 10:00/' -e '/^start:/d' "$note"
	run_coach 0 session move ada 15:00
	file_has "$note" 'date: 2026-11-19'
	file_has "$note" 'start: 15:00'
	sed -i -e 's/^date: .*/date: 19.11.2026, 10 Uhr/' -e '/^start:/d' "$note"
	run_coach 0 session move ada fri
	file_has "$ada/2026-11-20 Ada Example.md" 'date: 2026-11-20'
	file_has "$ada/2026-11-20 Ada Example.md" 'start: 10:00'
}

@test "session cancel: of a day that is over, the advice names it and works" {
	grep -lZ 'status: planned' "$ada"/*.md | xargs -0 rm
	run_coach 0 session add ada 2026-11-13 10:00
	nothing_written run_coach 3 session cancel ada
	stderr_has 'Ada Example has no session planned from today on'
	stderr_has "\`coach session cancel 'Ada Example' --from 2026-11-13\` cancels it"
	run_coach 0 session cancel 'Ada Example' --from 2026-11-13
	file_has "$ada/2026-11-13 Ada Example.md" 'status: cancelled'
	run_coach 0 undo
	nothing_written run_coach 3 session move ada fri
	stderr_has "\`coach session move 'Ada Example' WHEN --from 2026-11-13\` moves it"
	nothing_written run_coach 2 session cancel ada 2026-11-13 --from 2026-11-12
	stderr_has 'takes one day'
	run_coach 0 session cancel ada 2026-11-13
}

@test "session cancel and move: a session that does not count is said to be there, and why" {
	grep -lZ 'status: planned' "$ada"/*.md | xargs -0 rm
	write_note "$ada/Twice.md" '---' 'type: session' 'client: "[[Ada Example]]"' 'date: 2026-12-04' 'datum: 2026-12-05' \
		'---' '# Session'
	for words in 'cancel ada' 'cancel ada 2026-12-04' 'move ada +7d'; do
		# shellcheck disable=SC2086 # the words of a command
		nothing_written run_coach 4 session $words
		stderr_has "$ada/Twice.md:5:1: date and datum both mean \"date\""
		stderr_has 'keep one of the two'
	done
}

@test "session move and cancel: which one is next is not guessed while a note that may be it is unknown" {
	touch "$ada/.2026-11-20 Ada Example.md.icloud"
	nothing_written run_coach 11 session move ada 14:30
	stderr_has '2026-11-20 Ada Example.md: it cannot be read, and may hold the next session with Ada Example'
	stderr_has 'say which session is meant: --from 2026-12-04'
	nothing_written run_coach 11 session cancel ada
	stderr_has 'say the day of the session: Ada Example 2026-12-04'
	run_coach 0 session move ada --from 2026-11-27 14:30
	run_coach 0 session cancel ada 2026-11-27
	run_coach 0 session add ada 2026-12-22 10:00
	stderr_has 'the note is in iCloud and not on this machine'
}

@test "session: a day with a time that is none says which is not understood" {
	for words in 'thu 10' 'tomorrow 10am' 'fri at 14:00'; do
		for action in add move cancel; do
			# shellcheck disable=SC2086 # the words of a command
			nothing_written run_coach 2 session $action ada $words
			stderr_has "\"${words#* }\" behind \"${words%% *}\" is no time"
			stderr_has 'write it like 9:00 or 14:30'
		done
	done
}

@test "session list: days that end before they begin are a mistake" {
	run_coach 2 session list --from +7d --to +1d
	stderr_has 'the last day, 2026-11-20, comes before the first, 2026-11-26'
	run_coach 2 session list --to 2026-11-18
	run_coach 0 session list --from +1d --to +1d
}

# --- a cohort --------------------------------------------------------------------------------------------------------

cohort_list() { sed -n '/^## \(Attendance\|Anwesenheit\)/,/^## N/p' "Clients/Autumn Leads Cohort/Sessions/$1 Autumn Leads Cohort.md" | grep '^- '; }

@test "session add: a cohort's note lists its members, with a box for each" {
	run_coach 0 session add cohort 2026-12-10 16:00
	[ "$(cohort_list 2026-12-10 | paste -sd ,)" = \
		'- [ ] [[Kim Demo]],- [ ] [[Lou Muster]],- [ ] [[Sam Probe]],- [ ] [[Eva Entwurf]],- [ ] [[Ravi Sample]],- [ ] [[Noa Template]]' ]
	# Who left, and what was said of one evening, is not carried on; the next list follows the last.
	sed -i 's/^- \[ \] \[\[Kim Demo\]\]/- [-] [[Kim Demo]]/; s/^- \[ \] \[\[Lou Muster\]\]/- [x] [[Lou Muster]], ten minutes late/; /Sam Probe/d' \
		'Clients/Autumn Leads Cohort/Sessions/2026-12-10 Autumn Leads Cohort.md'
	run_coach 0 prep_session cohort --date 2026-12-17
	[ "$(cohort_list 2026-12-17 | paste -sd ,)" = \
		'- [ ] [[Lou Muster]],- [ ] [[Eva Entwurf]],- [ ] [[Ravi Sample]],- [ ] [[Noa Template]]' ]
	run_coach 0 session add ada 2026-12-17 10:00
	file_lacks 'Clients/Ada Example/Sessions/2026-12-17 Ada Example.md' Attendance
}

@test "prep_session: a cohort's list that is there stays as it is, whoever was ticked in it" {
	run_coach 0 prep_session cohort --date 2026-12-17
	sed -i 's/^- \[ \] \[\[Kim/- [x] [[Kim/; /Sam Probe/d' 'Clients/Autumn Leads Cohort/Sessions/2026-12-17 Autumn Leads Cohort.md'
	run_coach 0 prep_session cohort --date 2026-12-17
	stderr_has 'already up to date'
	nothing_written run_coach 0 prep_session cohort --date 2026-12-17
	run_coach 0 prep_session cohort
	[[ $stderr != *Attendance* ]]
	# A note that was booked without the list gets it.
	sed -i '/^## Attendance/,/^## Notes/{/^## Notes/!d}' 'Clients/Autumn Leads Cohort/Sessions/2026-12-17 Autumn Leads Cohort.md'
	rm -r .coach/base
	run_coach 0 prep_session cohort --date 2026-12-17
	[ "$(cohort_list 2026-12-17 | wc -l)" -eq 6 ]
}
