#!/usr/bin/env bats
# coach init_day: the note of a day, written, brought up to date, and never taken out of a person's hands.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-19
	day=Days/2026-11-19.md
}

edit() {
	sed "$@" "$day" >"$BATS_TEST_TMPDIR/note" && cp "$BATS_TEST_TMPDIR/note" "$day"
}

# once TEXT: stands in one line of the day's note, no more and no fewer.
once() {
	[ "$(grep -cF -- "$1" "$day")" -eq 1 ] || { echo "not once: $1" >&2 && cat "$day" >&2 && return 1; }
}

# section TITLE: its lines, without the heading and blank lines.
section() {
	awk -v title="## $1" '/^## / { inside = ($0 == title); next } inside && NF' "$day"
}

@test "init_day: writes the note where the configuration says" {
	run_coach 0 init_day
	stdout_has 'Planned **Days/2026-11-19.md** for Thursday 2026-11-19'
	[ "$(grep '^## ' "$day" | tr '\n' ';')" = \
		'## Sessions;## Top Three;## Due Today;## Touches;## Carryover;## Log;## Shutdown;' ]
	[ "$(section Sessions)" = '- 10:00 [[2026-11-19 Ada Example|Ada Example]], 60 minutes — no agenda yet: coach prep_session "Ada Example"
- 16:00 [[2026-11-19 Autumn Leads Cohort|Autumn Leads Cohort]], 90 minutes — prepared
- 2026-11-20 09:30 [[2026-11-20 Max Mockup|Max Mockup]], 30 minutes — no agenda yet: coach prep_session "Max Mockup" --date 2026-11-20
- 2026-11-17 09:00 [[2026-11-17 李雷|李雷]], 60 minutes — over and still planned: coach close_session "李雷" --date 2026-11-17
- 2026-11-18 16:00 [[2026-11-18 Jürgen Beispiel|Jürgen Beispiel]], 45 minutes — over and still planned: coach close_session "Jürgen Beispiel" --date 2026-11-18' ]
	[ "$(section 'Top Three' | grep -c '^- \[ \] ')" -eq 3 ]
	[ "$(section 'Top Three' | grep -c '^  - ')" -eq 3 ]
}

@test "init_day: what is over and still planned is named until the command that it names has settled it" {
	run_coach 0 init_day
	stdout_has '- 2026-11-18 16:00 [[2026-11-18 Jürgen Beispiel|Jürgen Beispiel]] — over and still planned: coach close_session "Jürgen Beispiel" --date 2026-11-18'
	run_coach 0 close_session "Jürgen Beispiel" --date 2026-11-18 --as missed --no-input
	run_coach 0 prep_session "Max Mockup" --date 2026-11-20
	run_coach 0 init_day --json
	json_is '.data.unsettled[].client' 李雷
	json_is .data.coming.length 0
	file_lacks "$day" '2026-11-18 Jürgen Beispiel'
	file_lacks "$day" '2026-11-20 Max Mockup'
}

@test "init_day: a day can be named, and one that is none is refused" {
	run_coach 0 init_day tomorrow --dry-run --json
	json_is .data.date 2026-11-20
	json_is .data.path Days/2026-11-20.md
	nothing_written run_coach 2 init_day 2026-02-30
}

@test "init_day: --dry-run prints the note as a diff and writes nothing" {
	nothing_written run_coach 0 init_day --dry-run
	stdout_has '+# Day 2026-11-19 (Thursday)'
	[ ! -e .coach/base ]
}

@test "init_day: run twice, it changes nothing and says so" {
	run_coach 0 init_day
	nothing_written run_coach 0 init_day
	stderr_has "$day is already up to date"
	run_coach 0 init_day --json
	json_is .data.changed false
	json_is .changes.length 0
}

@test "init_day: what stands in Carryover before the day is planned stands beside what is carried over" {
	write_note Days/2026-11-18.md '# Day 2026-11-18' '' '## Carryover' '- [ ] Water the plants'
	write_note "$day" '# Day 2026-11-19' '' '## Carryover' '- [ ] Ring the caterer'
	run_coach 0 init_day
	[ "$(section Carryover)" = '- [ ] Ring the caterer
- [ ] Water the plants' ]
	nothing_written run_coach 0 init_day
}

@test "init_day: what was added for today is among the top three, and what is late" {
	rm -r ../vault && lay_empty_vault
	run_coach 0 add Pay the rent --due today
	run_coach 0 add Ring the bank --due -3d
	run_coach 0 add Some day
	run_coach 0 init_day
	[ "$(section 'Top Three' | sed 's/ 📅.*//')" = '- [ ] Pay the rent
  - due on Thu 2026-11-19, noted in [[2026-W47]]
- [ ] Ring the bank
  - overdue since 2026-11-16, noted in [[2026-W47]]' ]
	run_coach 0 'done' rent
	grep -q '^- \[x\] Pay the rent' "$day"
}

@test "init_day: undo takes the note away, and its base with it" {
	run_coach 0 init_day
	run_coach 0 undo
	[ ! -e "$day" ]
	[ ! -e ".coach/base/$day" ]
}

@test "init_day: a check-in that was never written is late the week after" {
	run_coach 0 init_day 2026-11-23 --json
	json '.data.touches[].text' | grep -qxF '**Check in with [[Tom Testcase]]**' || explain 'no check-in'
}

@test "init_day: a check-in that was ticked last week is asked for again this week, a reminder that was ticked is not" {
	write_note Days/2026-11-18.md '## Touches' '- [x] **Check in with [[Tom Testcase]]**' '- [x] **Remind [[Ada Example]]**'
	run_coach 0 init_day 2026-11-19
	file_lacks Days/2026-11-19.md '**Remind [[Ada Example]]**'
	run_coach 0 init_day 2026-11-20
	file_lacks Days/2026-11-20.md 'Check in with [[Tom'
	run_coach 0 init_day 2026-11-25
	file_has Days/2026-11-25.md '- [ ] **Check in with [[Tom Testcase]]**'
}

@test "init_day: a reminder is no action, a copy is the same action as the one it copies" {
	coach actions --json >"$BATS_TEST_TMPDIR/before"
	run_coach 0 init_day
	coach actions --json >"$BATS_TEST_TMPDIR/after"
	cmp "$BATS_TEST_TMPDIR/before" "$BATS_TEST_TMPDIR/after"
}

@test "init_day: what done ticks, the day's note has ticked too, and its place stays taken" {
	run_coach 0 init_day
	once '- [ ] Ask him by phone whether the coaching still fits 📅 2026-11-10 [owner:: coach] 🆔 6f79'
	run_coach 0 'done' 6f79
	once '- [x] Ask him by phone whether the coaching still fits 📅 2026-11-10 [owner:: coach] 🆔 6f79 ✅ 2026-11-19'
	run_coach 0 init_day --json
	json_is .data.top_three.length 2
	[ "$(section 'Top Three' | grep -c '^- \[')" -eq 3 ]
	[ "$(json '.findings[].code' | grep -c kept_edit)" -eq 0 ]
}

@test "init_day: a session that was prepared is ticked in the top three, and keeps its place" {
	run_coach 0 init_day
	once '- [ ] **Prepare [[Ada Example]]**'
	run_coach 0 prep_session ada
	run_coach 0 init_day
	once '- [x] **Prepare [[Ada Example]]**'
	once '[[2026-11-19 Ada Example|Ada Example]], 60 minutes — prepared'
	[ "$(section 'Top Three' | grep -c '^- \[ \] ')" -eq 2 ]
	nothing_written run_coach 0 init_day
}

@test "init_day: a session that was called off leaves the top three, and the next one moves up" {
	run_coach 0 init_day
	run_coach 0 session cancel ada 2026-11-19
	run_coach 0 init_day
	file_lacks "$day" '**Prepare [[Ada Example]]**'
	[ "$(section 'Top Three' | grep -c '^- \[ \] ')" -eq 3 ]
}

@test "init_day: a message that was drafted is ticked among the touches" {
	run_coach 0 init_day
	once '- [ ] **Remind [[Autumn Leads Cohort]]**'
	run_coach 0 touch autumn reminder
	run_coach 0 init_day
	once '- [x] **Remind [[Autumn Leads Cohort]]**'
	once '- [ ] **Remind [[Ada Example]]**'
	nothing_written run_coach 0 init_day
}

@test "init_day: what a person ticked, reworded, deleted and added stays" {
	run_coach 0 init_day
	edit -e 's/^- \[ \] \*\*Remind/- [x] **Remind/' -e '/Reply to \[\[Zoe/,+1d' \
		-e 's/^## Due Today/- [ ] Call my sister\n\n&/' -e 's/^## Log/&\n\nA walk at noon./'
	cp "$day" "$BATS_TEST_TMPDIR/edited"
	run_coach 0 init_day
	cmp "$day" "$BATS_TEST_TMPDIR/edited"
	run_coach 0 prep_session ada
	run_coach 0 init_day
	once '- [ ] Call my sister'
	once '- [x] **Remind [[Max Mockup]]**'
	once 'A walk at noon.'
	file_lacks "$day" 'Reply to [[Zoe'
	nothing_written run_coach 0 init_day
}

@test "init_day: what was left open is carried on, over days without a note, for a week" {
	run_coach 0 init_day
	edit 's/^## Due Today/- [ ] Call my sister\n\n&/'
	run_coach 0 init_day --as-of 2026-11-26 --json
	json_is .data.carried_from 2026-11-19
	file_has Days/2026-11-26.md '- [ ] Call my sister'
	rm Days/2026-11-26.md
	run_coach 0 init_day --as-of 2026-11-27 --json
	json_is .data.carried_from null
	[[ $(json '.findings[].code') == *missed_day* ]]
	file_lacks Days/2026-11-27.md 'Call my sister'
}

@test "init_day: a touch that was ticked is not due again in its week" {
	run_coach 0 init_day
	edit 's/^- \[ \] \*\*Check in with \[\[Tom/- [x] **Check in with [[Tom/'
	run_coach 0 init_day tomorrow
	file_lacks Days/2026-11-20.md 'Check in with [[Tom'
	file_has Days/2026-11-20.md 'Check in with [[Zoe'
}

@test "init_day: a day note that Obsidian began is filled where nothing stands" {
	write_note "$day" '# Thursday' '' '## Top Three' '' '- [ ] My own' '' '## Touches' ''
	run_coach 0 init_day
	[ "$(section 'Top Three')" = '- [ ] My own' ]
	local due
	due=$(section Touches | grep -c '^- \[ \] ')
	once '## Carryover'
	stderr_has '"Top Three" was left as you wrote it'
	nothing_written run_coach 0 init_day
	run_coach 0 touch --json
	json_is .data.touches.length "$due"
}

@test "init_day: two notes of one day, the one at the usual path is the day's" {
	write_note Journal/Thursday.md '---' 'type: day' 'date: 2026-11-19' '---' '## Top Three' '- [ ] Mine'
	write_note "$day" '---' 'type: day' 'date: 2026-11-19' '---'
	run_coach 0 init_day --json
	json_is .data.path "$day"
	[[ $(json '.findings[].code') == *duplicate_document* ]]
}

@test "init_day: a file in the note's place that is of another day is not overwritten" {
	write_note "$day" '---' 'type: day' 'date: 2026-11-18' '---' 'Yesterday, by mistake.'
	nothing_written run_coach 4 init_day
	stderr_has "$day: this file lies where the note of 2026-11-19 goes, and is not a note of that day"
	stderr_has 'add type: day and date: 2026-11-19'
}

@test "init_day: the day's own note, too large to be read, is left alone" {
	write_note "$day" '---' 'type: day' 'date: 2026-11-19' '---' "$(head -c 1100000 /dev/zero | tr '\0' x)"
	nothing_written run_coach 6 init_day
	stderr_has "$day: larger than the 1048576 bytes that are read"
}

@test "init_day: the day on which clocks change is a day like any other" {
	sed -i.bak 's/^version: 1/version: 1\ntimezone: Europe\/Berlin/' .coach/config.yaml && rm .coach/config.yaml.bak
	run_coach 0 init_day 2026-10-25 --json
	json_is .data.date 2026-10-25
	run_coach 0 init_day 2026-10-26 --json
	json_is .data.carried_from 2026-10-25
}

@test "init_day: in an empty vault the note is calm and has every section" {
	cd "$BATS_TEST_TMPDIR" && rm -r vault && lay_empty_vault
	run_coach 0 init_day
	stdout_has 'Nothing presses today.'
	[ "$(grep -c '^## ' "$day")" -eq 7 ]
	nothing_written run_coach 0 init_day
}

@test "init_day: in a bare template nothing is taken for a client" {
	cd "$BATS_TEST_TMPDIR" && rm -r vault && lay_template practice
	run_coach 0 init_day --json
	json_is .data.touches.length 0
	json_is .data.sessions.length 0
}
