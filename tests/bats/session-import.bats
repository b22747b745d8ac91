# coach session import: sessions from a calendar file.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-19
}

ada='Clients/Ada Example/Sessions'
zoe='Clients/Zoe Fictional/Sessions'

# calendar LINE…: a calendar of these lines, as calendars end them, on standard output
calendar() {
	printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 "$@" END:VCALENDAR
}

# event UID SUMMARY LINE…: one event's lines
event() {
	printf '%s\n' BEGIN:VEVENT "UID:$1" "SUMMARY:$2" "${@:3}" END:VEVENT
}

# import STATUS ARGUMENT… <FILE: reads standard input
import() {
	run_coach "$1" session import - "${@:2}"
}

# one UID SUMMARY LINE…: a calendar with one event, in the file one.ics beside the vault
one() {
	mapfile -t lines < <(event "$@")
	calendar "${lines[@]}" >"$BATS_TEST_TMPDIR/one.ics"
}

@test "session import: books, links what was booked by hand, lists what is no session" {
	run_coach 0 session import calendar.ics
	stdout_has 'Sessions: booked 3, linked 2.'
	stdout_has '| Tue 2026-12-22 | 10:00 | Ada Example   |      60 | booked |'
	stdout_has '1 event names no client:'
	stdout_has 'Tue 2026-11-24 08:30 Dentist'
	file_has "$ada/2026-12-22 Ada Example.md" 'uid: 91be4d@calendar.example'
	file_has "$zoe/2026-11-25 Zoe Fictional.md" 'uid: 7f0c2a@calendar.example/2026-11-25T10:00'
	run_coach 0 session list --client ada --from 2026-12-22 --json
	json_is '.data.sessions[0].start' 10:00
	json_is '.data.sessions[0].action' null
}

@test "session import: the same file again changes nothing" {
	run_coach 0 session import calendar.ics
	nothing_written run_coach 0 session import calendar.ics --json
	json_is '.changes.length' 0
	[ "$(json '.data.sessions[].action' | sort -u)" = unchanged ]
	json_is '.data.sessions.length' 5
	nothing_written run_coach 0 session import calendar.ics
	stderr_has 'the calendar has nothing that is not booked already'
}

@test "session import: a dry run shows the notes and writes none" {
	nothing_written run_coach 0 session import calendar.ics --dry-run
	stdout_has '+uid: 91be4d@calendar.example'
}

@test "session import: what moved in the calendar moves, its links with it, and undo takes all of it back" {
	one u@x 'Ada Example' DTSTART:20261222T100000 DTEND:20261222T110000
	run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics"
	write_note Ideas.md "See [[2026-12-22 Ada Example]]."
	cp -R . "$BATS_TEST_TMPDIR/before"
	one u@x 'Ada Example' DTSTART:20261223T143000 DTEND:20261223T153000
	run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics" --json
	json_is '.data.sessions[].action' moved
	json_is '.data.sessions[].path' "$ada/2026-12-23 Ada Example.md"
	file_has Ideas.md '[[2026-12-23 Ada Example]]'
	file_has "$ada/2026-12-23 Ada Example.md" 'start: "14:30"'
	run_coach 0 undo
	diff -r -x .coach . "$BATS_TEST_TMPDIR/before"
}

@test "session import: two sessions that link each other move at once" {
	mapfile -t both < <(event a 'Ada Example' DTSTART:20261222T100000 && event b 'Zoe Fictional' DTSTART:20261222T140000)
	calendar "${both[@]}" | import 0
	calendar "${both[@]}" >"$BATS_TEST_TMPDIR/both.ics"
	import 0 <"$BATS_TEST_TMPDIR/both.ics"
	printf 'With [[2026-12-22 Zoe Fictional]].\n' >>"$ada/2026-12-22 Ada Example.md"
	printf 'With [[2026-12-22 Ada Example]].\n' >>"$zoe/2026-12-22 Zoe Fictional.md"
	write_note Ideas.md '[[2026-12-22 Ada Example]] and [[2026-12-22 Zoe Fictional]]'
	sed -i 's/20261222/20261223/' "$BATS_TEST_TMPDIR/both.ics"
	import 0 <"$BATS_TEST_TMPDIR/both.ics"
	file_has "$ada/2026-12-23 Ada Example.md" 'With [[2026-12-23 Zoe Fictional]].'
	file_has "$zoe/2026-12-23 Zoe Fictional.md" 'With [[2026-12-23 Ada Example]].'
	file_has Ideas.md '[[2026-12-23 Ada Example]] and [[2026-12-23 Zoe Fictional]]'
	[ ! -e "$ada/2026-12-22 Ada Example.md" ]
	[ ! -e "$zoe/2026-12-22 Zoe Fictional.md" ]
}

@test "session import: what was cancelled in the calendar is cancelled; by status, by method, by a date taken out" {
	one u@x 'Ada Example' DTSTART:20261222T100000
	run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics"
	one u@x 'Ada Example' DTSTART:20261222T100000 STATUS:CANCELLED
	run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics" --json
	json_is '.data.sessions[].action' cancelled
	json_is '.data.sessions[].status' cancelled
	file_has "$ada/2026-12-22 Ada Example.md" 'status: cancelled'
	nothing_written run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics"

	run_coach 0 session import calendar.ics
	sed -i 's/^RRULE.*/&\nEXDATE:20261209T100000\r/' calendar.ics
	run_coach 0 session import calendar.ics --json
	[ "$(json '.data.sessions[].action' | grep -vc unchanged)" = 1 ]
	file_has "$zoe/2026-12-09 Zoe Fictional.md" 'status: cancelled'

	sed -i 's/^VERSION.*/&\nMETHOD:CANCEL\r/' calendar.ics
	run_coach 0 session import calendar.ics
	file_has "$zoe/2026-11-25 Zoe Fictional.md" 'status: cancelled'
}

@test "session import: a session that was held is never touched" {
	one u@x 'Ada Example' DTSTART:20261222T100000
	run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics"
	sed -i 's/status: planned/status: held/' "$ada/2026-12-22 Ada Example.md"
	one u@x 'Ada Example' DTSTART:20261223T100000
	nothing_written run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics" --json
	json_is '.findings[].code' calendar_differs
	json_is '.data.sessions[].action' unchanged
	one u@x 'Ada Example' DTSTART:20261222T100000 STATUS:CANCELLED
	nothing_written run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics" --json
	json_is '.findings[].code' calendar_differs
}

@test "session import: times are those of the vault's zone, whatever the environment's is" {
	run_coach 0 config timezone Europe/Berlin
	one u@x 'Ada Example' DTSTART:20261222T090000Z DURATION:PT45M
	TZ=Pacific/Auckland run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics" --json
	json_is '.data.sessions[].start' 10:00
	json_is '.data.sessions[].minutes' 45
	one v@x 'Ada Example' 'DTSTART;TZID=America/New_York:20261223T190000' DURATION:PT45M
	run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics" --json
	json_is '.data.sessions[].date' 2026-12-24
	json_is '.data.sessions[].start' 01:00
}

@test "session import: a series keeps its hour over a change of the clocks" {
	run_coach 0 config timezone Europe/Berlin
	one s@x 'Ada Example' 'DTSTART;TZID=Europe/Berlin:20270322T100000' 'RRULE:FREQ=DAILY;COUNT=9'
	run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics" --from 2027-03-22 --to 2027-04-04 --json
	json_is '.data.sessions.length' 9
	[ "$(json '.data.sessions[].start' | sort -u)" = 10:00 ]
	json_is '.data.sessions[8].date' 2027-03-30
}

@test "session import: points out what session add points out, and books all the same" {
	mapfile -t lines < <(event a 'Mia Placeholder' DTSTART:20261120T094500 &&
		event b 'Zoe Fictional' DTSTART:20261121T094500)
	calendar "${lines[@]}" >"$BATS_TEST_TMPDIR/two.ics"
	run_coach 0 session import "$BATS_TEST_TMPDIR/two.ics" --json
	[ "$(json '.findings[].code' | sort)" = "$(printf 'client_not_active\nover_maximum\nsession_clash')" ]
	json_is '.changes.length' 2
}

@test "session import: the past only where it is asked for" {
	one old 'Ada Example' DTSTART:20261022T150000
	nothing_written run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics" --json
	json_is '.data.outside' 1
	run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics" --from 2026-10-01 --json
	json_is '.data.sessions[].date' 2026-10-22
	json_is '.findings[].code' session_overdue
}

@test "session import: two a day get notes of their own" {
	mapfile -t lines < <(event a 'Ada Example' DTSTART:20261222T100000 && event b 'Ada Example' DTSTART:20261222T150000)
	calendar "${lines[@]}" >"$BATS_TEST_TMPDIR/two.ics"
	run_coach 0 session import "$BATS_TEST_TMPDIR/two.ics" --json
	[ "$(json '.data.sessions[].path')" = "$(printf '%s\n' "$ada/2026-12-22 Ada Example.md" "$ada/2026-12-22 Ada Example 2.md")" ]
	[ "$(json '.data.sessions[].number')" = "$(printf '9\n10')" ]
}

@test "session import: what a calendar says is made safe in notes and on the terminal" {
	one 'a: "b" # c' 'Ada Example' DTSTART:20261222T100000
	run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics"
	nothing_written run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics"
	one e "$(printf 'Lunch \033[31m**x** [[y]]')" DTSTART:20261223T100000
	run_coach 0 session import "$BATS_TEST_TMPDIR/one.ics"
	stdout_lacks "$(printf '\033')"
	stdout_has '\*\*x\*\*'
}

@test "session import: what is broken is left out and named by its line" {
	mapfile -t lines < <(event a 'Ada Example' DTSTART:20261222T1000XX && event b 'Ada Example' DTSTART:20261222T100000 \
		'RRULE:FREQ=SECONDLY' && event c 'Zoe Fictional' DTSTART:20261223T100000)
	calendar "${lines[@]}" >"$BATS_TEST_TMPDIR/broken.ics"
	run_coach 0 session import "$BATS_TEST_TMPDIR/broken.ics" --json
	[ "$(json '.findings[].line')" = "$(printf '3\n8')" ]
	[ "$(json '.findings[].code' | sort -u)" = calendar_unread ]
	json_is '.data.sessions[].client' 'Zoe Fictional'
}

@test "session import: no calendar, none there, too large, two of them" {
	nothing_written run_coach 4 session import 'Client Portfolio.md'
	stderr_has 'Client Portfolio.md:1:1: it is no calendar'
	stderr_has 'BEGIN:VCALENDAR'
	nothing_written run_coach 3 session import nothing.ics
	nothing_written run_coach 2 session import
	nothing_written run_coach 2 session import a.ics b.ics
	nothing_written run_coach 2 session import calendar.ics --minutes 30
	nothing_written run_coach 2 session import calendar.ics --from 2026-12-01 --to 2026-11-30
	head -c 1200000 /dev/zero | tr '\0' 'x' >"$BATS_TEST_TMPDIR/large.ics"
	nothing_written run_coach 4 session import "$BATS_TEST_TMPDIR/large.ics"
	stderr_has 'notes.most_bytes'
	nothing_written import 4 </dev/null
	printf 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n' >"$BATS_TEST_TMPDIR/cut.ics"
	nothing_written import 4 <"$BATS_TEST_TMPDIR/cut.ics"
	stderr_has 'cut off'
}

@test "session import: a file made to take for ever ends soon" {
	{
		printf 'BEGIN:VCALENDAR\n'
		for _ in $(seq 5000); do
			printf 'BEGIN:VEVENT\nUID:n\nSUMMARY:Ada Example\nDTSTART:19000101T000000\n'
			printf 'RRULE:FREQ=DAILY;COUNT=2000000000;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n'
		done
		printf 'END:VCALENDAR\n'
	} >"$BATS_TEST_TMPDIR/hostile.ics"
	nothing_written run_coach 0 session import "$BATS_TEST_TMPDIR/hostile.ics" --json
	[ "$(json '.findings[].code' | sort -u)" = calendar_unread ]
}

@test "session import: an empty vault has nobody to name" {
	cp calendar.ics "$BATS_TEST_TMPDIR"
	rm -r "$BATS_TEST_TMPDIR/vault"
	lay_empty_vault
	nothing_written run_coach 0 session import "$BATS_TEST_TMPDIR/calendar.ics" --json
	[ "$(json '.data.skipped[].reason' | sort -u)" = no_client ]
}

@test "session import: while a session note cannot be read nothing is booked" {
	head -c 1200000 /dev/zero | tr '\0' 'x' | sed '1s/^/---\ntype: session\n---\n/' >"$ada/2026-12-22 Ada Example.md"
	nothing_written run_coach 11 session import calendar.ics
	stderr_has 'may hold a session that the calendar would book once more'
}

@test "session import: without its module it says how to get it; other commands do without" {
	mkdir "$BATS_TEST_TMPDIR/bin"
	cp "$(command -v coach)" "$BATS_TEST_TMPDIR/bin/coach"
	[ -e "$(dirname "$(command -v coach)")/coach-calendar.so" ] || skip 'it is linked in'
	PATH=$BATS_TEST_TMPDIR/bin:$PATH run_coach 6 session import calendar.ics
	stderr_has 'make install'
	PATH=$BATS_TEST_TMPDIR/bin:$PATH run_coach 0 session list
}

@test "session import: no other command opens the calendar's module" {
	command -v strace >/dev/null || skip 'strace is not here'
	strace -f -e trace=openat -o "$BATS_TEST_TMPDIR/trace" coach session list >/dev/null || skip 'strace may not trace'
	file_lacks "$BATS_TEST_TMPDIR/trace" libical
	file_lacks "$BATS_TEST_TMPDIR/trace" coach-calendar.so
}
