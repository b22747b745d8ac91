# coach close_session: from notes and answers, and asked at a terminal one question at a time.

load support

setup() {
	lay_sample --git
	export COACH_NOW=2026-11-20
}

ada='Clients/Ada Example/Sessions/2026-11-19 Ada Example.md'
engagement='Clients/Ada Example/Ada Example.md'
kept='.coach/answers/close_session 2026-11-19 Ada Example.yaml'

answer() { printf '%s\n' "$@" >"$BATS_TEST_TMPDIR/answers.yaml"; }

# at_terminal STATUS LINE…: closes ada's session at a terminal, where these lines are typed, each at a prompt.
# shellcheck disable=SC2154,SC2034 # of support.bash
at_terminal() {
	local expected=$1
	shift
	status=0
	printf '%s\n' "$@" | python3 "$root/tests/bats/typed.py" coach close_session ada \
		>"$BATS_TEST_TMPDIR/stdout" 2>"$BATS_TEST_TMPDIR/stderr" || status=$?
	stdout=$(tr -d '\r' <"$BATS_TEST_TMPDIR/stdout")
	stderr=$(cat "$BATS_TEST_TMPDIR/stderr")
	[ "$status" -eq "$expected" ] || explain "at a terminal: exit status $status, expected $expected"
}

full=('' 'She chooses.' '' 'Draft the memo by fri' '' 9 '' 7 'Delegation Ladder' '' 'The board')

# --- given ---------------------------------------------------------------------------------------------------------

@test "close_session: a dry run writes nothing" {
	answer 'summary: She chooses.' 'metrics: {Board confidence: 8}'
	nothing_written run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml" --dry-run
	stdout_has 'She chooses.'
	stdout_has '| 2026-11-19 | Board confidence | 8 | |'
}

@test "close_session: a second run changes nothing" {
	answer 'summary: She chooses.' 'actions: [Draft the memo by fri]' 'metrics: {Board confidence: 8}' \
		'resources: [Delegation Ladder]' 'next: 2026-12-22 10:00' 'focus: The board'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has "$ada" '- [ ] Draft the memo 📅 2026-11-20'
	file_has 'Clients/Ada Example/Sessions/2026-12-22 Ada Example.md' 'status: planned'
	nothing_written run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	stderr_has 'the session of 2026-11-19 is closed already'
}

@test "close_session: undo gives the tree back" {
	local before
	cp -R . "$BATS_TEST_TMPDIR/before"
	before=$(cd "$BATS_TEST_TMPDIR/before" && find . -name '*.md' -exec cksum {} + | sort)
	answer 'summary: She chooses.' 'metrics: {Board confidence: 8}' 'next: 2026-12-22 10:00'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	[ "$(find . -name '*.md' -exec cksum {} + | sort)" != "$before" ]
	run_coach 0 undo
	[ "$(find . -name '*.md' -exec cksum {} + | sort)" = "$before" ]
}

@test "close_session: notes and answers come from standard input by -" {
	printf '# Summary\nShe chooses.\n\n# Action Items\n- [ ] Draft the memo 📅 2026-11-27\n\n# Talk\nLong.\n' \
		>"$BATS_TEST_TMPDIR/notes"
	run_coach 0 close_session ada --notes - <"$BATS_TEST_TMPDIR/notes"
	file_has "$ada" 'She chooses.'
	file_has "$ada" '### Talk'
	answer 'focus: The board'
	run_coach 0 close_session ada --answers - <"$BATS_TEST_TMPDIR/answers.yaml"
	file_has "$ada" '**Focus:** The board'
	nothing_written run_coach 2 close_session ada --notes - --answers - </dev/null
	stderr_has '--notes and --answers cannot both be standard input'
}

@test "close_session: the last session up to today is meant, whatever became of it" {
	answer 'status: missed'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has "$ada" 'status: missed'
	nothing_written run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	nothing_written run_coach 0 close_session ada --as missed
	stderr_has 'the session of 2026-11-19 is closed already'
}

@test "close_session: a session still to come is refused" {
	nothing_written run_coach 11 close_session ada --date 2026-11-27
	stderr_has 'the session of 2026-11-27 is still to come'
	nothing_written run_coach 3 close_session ada --date 2026-11-28
}

@test "close_session: without a session, or without the client, there is nothing to close" {
	rm -r 'Clients/Max Mockup/Sessions'
	nothing_written run_coach 3 close_session max
	stderr_has 'has had no session'
	stderr_has 'name the day of one that was never booked with --date'
	nothing_written run_coach 3 close_session nobody
}

@test "close_session: a session that was never booked gets its note" {
	run_coach 0 close_session ada --date 2026-11-16 --minutes 50 --json
	json_is '.data.created' true
	json_is '.data.session.minutes' 50
	file_has 'Clients/Ada Example/Sessions/2026-11-16 Ada Example.md' 'status: held'
	nothing_written run_coach 0 close_session ada --date 2026-11-16 --minutes 50
}

@test "close_session: an unknown metric names the known ones" {
	answer 'metrics:' '  Board trust: 7'
	nothing_written run_coach 4 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	stderr_has 'answers.yaml:2:16: no metric is called "Board trust"'
	stderr_has 'there are Decisions taken without her per week, Hours in meetings per week, Board confidence'
}

@test "close_session: of a figure that is said twice the last one holds" {
	answer 'metrics: {board: 6, Board confidence: 7}'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml" --json
	json_is '.data.metrics.length' 1
	json_is '.data.metrics[0].value' 7
	nothing_written run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
}

@test "close_session: what a person wrote in the note stays" {
	sed -i 's/^## Summary$/## Summary\n\nMy own words.\n\n<!-- and a thought -->/' "$ada"
	answer 'summary: She chooses.'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has "$ada" 'My own words.'
	file_has "$ada" '<!-- and a thought -->'
	file_has "$ada" 'She chooses.'
	sed -i 's/^She chooses.$/She chooses, mostly./; s/^My own words.$/Mine./' "$ada"
	nothing_written run_coach 0 close_session ada --no-input
	file_has "$ada" 'She chooses, mostly.'
}

@test "close_session: labels of a booked session stay where nothing is said for them" {
	run_coach 0 session add zoe 2026-11-19 10:00
	run_coach 0 close_session zoe --as held --no-input
	file_has 'Clients/Zoe Fictional/Sessions/2026-11-19 Zoe Fictional.md' '**Focus:**'
	answer 'next: 2026-12-22 10:00' 'focus: The board'
	run_coach 0 close_session zoe --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has 'Clients/Zoe Fictional/Sessions/2026-11-19 Zoe Fictional.md' '**Focus:** The board'
}

@test "close_session: notes that leave code or a comment open are refused" {
	# shellcheck disable=SC2016 # a fence, no command
	printf '# Summary\nx\n\n```\ncode\n' >"$BATS_TEST_TMPDIR/notes.md"
	nothing_written run_coach 4 close_session ada --notes "$BATS_TEST_TMPDIR/notes.md"
	stderr_has 'notes.md'
	stderr_has 'the text of summary opens code, a comment or HTML and does not close it'
	answer 'summary: |' '  <!-- x'
	nothing_written run_coach 4 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	stderr_has 'answers.yaml'
}

@test "close_session: a check-in that would be over already is not proposed" {
	run_coach 0 close_session tom --date 2026-10-22 --no-input --json
	json_is '.data.check_in' null
	json_is '.data.next_session' null
	run_coach 0 close_session 李雷 --as held --no-input --json
	json_is '.data.check_in' 2026-11-25
}

@test "close_session: the next phase is written when asked for" {
	run_coach 0 close_session autumn --as held --no-input
	stdout_has 'The sessions of Implementation are done: Optimization would come next'
	file_has 'Clients/Autumn Leads Cohort/Autumn Leads Cohort.md' '| Current Phase | Active |'
	run_coach 0 close_session autumn --as held --no-input --next-phase
	file_has 'Clients/Autumn Leads Cohort/Autumn Leads Cohort.md' '| Current Phase | Optimization |'
	nothing_written run_coach 0 close_session autumn --as held --no-input --next-phase
}

@test "close_session: --no-input asks nothing, and a pipe is asked nothing" {
	run_coach 0 close_session ada --as held --no-input </dev/null
	stdout_has 'Summary documented: the Summary section is empty'
	run_coach 0 undo
	run_coach 0 close_session ada --as held <<<'She chooses.'
	file_lacks "$ada" 'She chooses.'
}

@test "close_session: that a session took place is not taken from nothing" {
	nothing_written run_coach 10 close_session ada --no-input
	stderr_has 'nothing says that the session of 2026-11-19 took place'
	stderr_has '--as held says so'
	nothing_written run_coach 10 close_session ada --answers - </dev/null
	nothing_written run_coach 10 close_session ada --notes - </dev/null
	sed -i 's/^## Notes$/&\nShe came late./' "$ada"
	run_coach 0 close_session ada --no-input
	file_has "$ada" 'status: held'
}

@test "close_session: an empty vault and a bare template have no client" {
	cd "$BATS_TEST_TMPDIR" && rm -rf vault && lay_empty_vault
	nothing_written run_coach 3 close_session ada
	cd "$BATS_TEST_TMPDIR" && rm -rf vault && lay_template practice
	nothing_written run_coach 3 close_session ada
}

# --- asked ---------------------------------------------------------------------------------------------------------

@test "close_session: asks one question at a time, and writes what was answered" {
	at_terminal 0 "${full[@]}"
	stdout_has 'Ada Example, 2026-11-19 10:00 (? says why it is asked; quit stops, and keeps your answers)'
	stdout_has 'Was it held, missed or cancelled? (empty: held)'
	stdout_has 'Decisions taken without her per week: what does it stand at (8, baseline 2, target 10)?'
	stdout_lacks 'When do you meet next?'
	stdout_has 'Next session: 2026-11-27 10:00'
	file_has "$ada" 'She chooses.'
	file_has "$ada" '- [ ] Draft the memo 📅 2026-11-20'
	file_has "$ada" '- [ ] Send [[Delegation Ladder]] [owner:: coach]'
	file_has "$ada" '**Focus:** The board'
	file_has "$engagement" '| 2026-11-19 | Decisions taken without her per week | 9 | |'
	file_has "$engagement" '| 2026-11-19 | Board confidence | 7 | |'
	file_lacks "$engagement" '| 2026-11-19 | Hours in meetings per week'
}

@test "close_session: nothing is asked again that was answered, and nothing of it is left" {
	at_terminal 0 "${full[@]}"
	[ ! -e "$kept" ]
	at_terminal 0 ''
	stdout_has 'Hours in meetings per week'
	stdout_lacks 'Board confidence: what'
	stdout_lacks 'What came out of it'
}

@test "close_session: a text of several paragraphs can be pasted, and no word in it is a command" {
	at_terminal 10 '' 'She opens.¶¶quit¶?¶She stays.' '' quit
	stdout_has 'Which actions were agreed on?'
	[ "$(sed -n '/summary:/,$p' "$kept")" = 'summary: "She opens.\n\nquit\n?\nShe stays."' ]
}

@test "close_session: quit within a list says that this one is not kept" {
	at_terminal 10 '' 'She opens.' '' 'Call Bo by fri' quit
	stdout_has 'your answers are kept, but for this one, which was not ended'
	file_lacks "$kept" 'Call Bo'
}

@test "close_session: ? says why, and the same question is still open" {
	at_terminal 10 '?' '' '?' 'She chooses.' quit
	stdout_has 'a session that was held counts in hours, package and health'
	stdout_has 'goes to the client in the summary'
	stderr_is_empty
}

@test "close_session: quit keeps the answers for their owner alone, and the next run goes on" {
	at_terminal 10 '' 'She chooses.' '' quit
	stdout_has 'stopped; nothing was changed, and your answers are kept'
	[ "$(stat -c %a "$kept")" = 600 ]
	[ "$(stat -c %a .coach/answers)" = 700 ]
	file_has "$kept" 'summary: "She chooses."'
	git check-ignore -q "$kept"
	at_terminal 0 "${full[@]:3}"
	stdout_lacks 'What came out of it'
	stdout_has 'Which actions were agreed on?'
	file_has "$ada" 'She chooses.'
	[ ! -e "$kept" ]
}

@test "close_session: undo brings the kept answers back with the tree" {
	at_terminal 0 "${full[@]}"
	run_coach 0 undo
	file_lacks "$ada" 'She chooses.'
	file_has "$kept" 'summary: "She chooses."'
}

@test "close_session: the end of the input stops, and so does an interrupt" {
	at_terminal 10 '' '^D'
	file_has "$kept" 'status: ""'
	file_has "$ada" 'status: planned'
	at_terminal 130 'She chooses.' '^C'
	file_has "$ada" 'status: planned'
	file_lacks "$kept" 'She chooses.'
}

@test "close_session: another writer is not kept waiting by an open question" {
	at_terminal 10 '!coach log 1.5 admin invoices --no-input' '' quit
	stderr_has 'Weeks/2026-W47.md'
	file_has 'Weeks/2026-W47.md' 'invoices'
}

@test "close_session: what another writer did to the note meanwhile stays" {
	at_terminal 0 '' 'She chooses.' '' "!sed -i 's/^## Notes/## Notes\n\nA thought on the way./' '$ada'" \
		"${full[@]:3}"
	file_has "$ada" 'A thought on the way.'
	file_has "$ada" 'She chooses.'
}

@test "close_session: an answer that cannot be taken is asked again" {
	at_terminal 0 'perhaps' 'HELD' 'She chooses.' '' 'Call 📅 2026-13-45' 'Draft the memo by fri' '' 9 '' 7 '' ''
	stdout_has 'That is no end of a session; write held, missed or cancelled.'
	stdout_has '"2026-13-45" names no day'
	file_has "$ada" '- [ ] Draft the memo 📅 2026-11-20'
	file_lacks "$ada" 'Call'
}

@test "close_session: a next session that is not to come is asked again, and so is one that is no day" {
	rm 'Clients/Ada Example/Sessions/2026-11-27 Ada Example.md' 'Clients/Ada Example/Sessions/2026-12-08 Ada Example.md'
	at_terminal 0 '' '' '' '' '' '' '' someday 2025-12-04 'tue 10:00' ''
	stdout_has 'That is no day; write it like 2026-12-04 10:00'
	stdout_has 'That is not after the session itself; name a later day.'
	stdout_has 'Next session: 2026-11-24 10:00, booked now'
}

@test "close_session: a next session at an hour that is past is asked again, and refused where nobody is asked" {
	rm 'Clients/Ada Example/Sessions/2026-11-27 Ada Example.md' 'Clients/Ada Example/Sessions/2026-12-08 Ada Example.md'
	export COACH_NOW=2026-11-20T15:00
	for next in 'fri 10:00' 'tomorrow 9:30' '2026-11-20 14:59'; do
		answer 'summary: She chooses.' "next: $next"
		nothing_written run_coach 4 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
		stderr_has 'an hour of today that is past'
	done
	at_terminal 0 '' '' '' '' '' '' '' 'fri 10:00' 'fri 16:00' ''
	stdout_has 'That is an hour of today that is past; name a later hour, or another day (+7d 10:00).'
	stdout_has 'Next session: 2026-11-20 16:00, booked now'
}

@test "close_session: a next session that was booked before its hour had come stays, and the run changes nothing" {
	rm 'Clients/Ada Example/Sessions/2026-11-27 Ada Example.md' 'Clients/Ada Example/Sessions/2026-12-08 Ada Example.md'
	answer 'summary: She chooses.' 'next: 2026-11-20 10:00'
	COACH_NOW=2026-11-20T09:00 run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	[ -e 'Clients/Ada Example/Sessions/2026-11-20 Ada Example.md' ]
	COACH_NOW=2026-11-20T15:00 nothing_written \
		run_coach 0 close_session ada --date 2026-11-19 --answers "$BATS_TEST_TMPDIR/answers.yaml"
}

@test "close_session: empty answers close the session and say what is missing" {
	at_terminal 0 '' '' '' '' '' '' '' ''
	file_has "$ada" 'status: held'
	stdout_has 'Summary documented: the Summary section is empty'
	[ ! -e "$kept" ]
}

@test "close_session: of a missed session only what comes next is asked" {
	at_terminal 0 missed 'Why she was away'
	stdout_lacks 'What came out of it'
	stdout_lacks 'what does it stand at'
	file_has "$ada" 'status: missed'
	file_has "$ada" '**Focus:** Why she was away'
}

@test "close_session: answers that were kept and then broken are named, and nothing is lost" {
	mkdir -p .coach/answers
	printf 'summary: "open\n' >"$kept"
	at_terminal 4
	stdout_has "$kept:1:"
	file_has "$kept" 'summary: "open'
}

@test "close_session: hostile bytes in a metric's name reach the terminal safely" {
	printf 's/^| Board confidence | 4 /| Bo\033]52;c;eA==\007ard \302\233\342\200\256 | 4 /\n' >"$BATS_TEST_TMPDIR/script"
	sed -i -f "$BATS_TEST_TMPDIR/script" "$engagement"
	at_terminal 10 '' '' '' '' '' quit
	stdout_has 'ard'
	! grep -qE $'\033]52|\007|\302\233|\342\200\256' "$BATS_TEST_TMPDIR/stdout" || explain 'control characters'
}

@test "close_session: of a group is asked who was there" {
	status=0
	printf '%s\n' '' kim 'Lou Muster' '' quit | python3 "$root/tests/bats/typed.py" coach close_session autumn \
		>"$BATS_TEST_TMPDIR/stdout" || status=$?
	[ "$status" -eq 10 ]
	grep -q 'Who of the group was there?' "$BATS_TEST_TMPDIR/stdout"
	run_coach 0 close_session autumn --answers '.coach/answers/close_session 2026-11-19 Autumn Leads Cohort.yaml'
	file_has 'Clients/Autumn Leads Cohort/Sessions/2026-11-19 Autumn Leads Cohort.md' '- [x] [[Kim Demo]]'
	file_has 'Clients/Autumn Leads Cohort/Sessions/2026-11-19 Autumn Leads Cohort.md' '- [x] [[Lou Muster]]'
	file_has 'Clients/Autumn Leads Cohort/Sessions/2026-11-19 Autumn Leads Cohort.md' '- [ ] [[Sam Probe]]'
}

@test "close_session: a note of theirs whose day cannot be read might be the last one, so none is guessed" {
	write_note "Clients/Ada Example/Sessions/Latest.md" '---' 'type: session' 'client: "[[Ada Example]]"' 'date: 2026-11-37' \
		'---' '# Session'
	nothing_written run_coach 4 close_session ada --no-input
	stderr_has 'Clients/Ada Example/Sessions/Latest.md:4:'
	stderr_has 'so this session with Ada Example does not count'
	run_coach 0 close_session ada --no-input --date 2026-11-10
	run_coach 0 close_session zoe --no-input
}

@test "close_session: who is named twice was there once" {
	local note='Clients/Autumn Leads Cohort/Sessions/2026-11-19 Autumn Leads Cohort.md'
	answer 'attended: [Noa, Ben Muster, Noa Template, ben muster, "", Kim (deputy)]'
	run_coach 0 close_session autumn --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has "$note" '- [x] [[Noa Template]]'
	[ "$(grep -ci 'ben muster' "$note")" -eq 1 ]
	file_has "$note" '- [x] Kim (deputy)'
	file_has "$note" '- [ ] [[Kim Demo]]'
	nothing_written run_coach 0 close_session autumn --answers "$BATS_TEST_TMPDIR/answers.yaml"
}

@test "close_session: a figure never goes to another metric whose name differs in brackets" {
	sed -i 's/^| Board confidence | 4 /| NPS (clients) | 4 /; s/^| Hours in meetings per week |/| NPS (staff) |/' \
		"$engagement"
	answer 'metrics: {NPS (clients): 5, "nps (staff)": 9}'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has "$engagement" '| 2026-11-19 | NPS (clients) | 5 | |'
	file_has "$engagement" '| 2026-11-19 | NPS (staff) | 9 | |'
	file_has "$ada" '| NPS (staff) | 9 | |'
	answer 'metrics: {NPS: 5}'
	nothing_written run_coach 4 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
}

@test "close_session: a figure that no progress can be told by is named" {
	sed -i 's/^| --- | --- | --- |$/&\n| confidence | 6 | |\n| Board confidence | blue | |\n| Hours in meetings per week | 22 | |/' "$ada"
	run_coach 0 close_session ada --no-input --json
	[ "$(json '.findings[].code' | tr '\n' ' ')" = 'metric_unknown bad_value ' ]
	json_is '.findings[0].path' "$ada"
	json_is '.findings[0].message' '"confidence" is no metric of the engagement: its figure tells of no progress'
	json_is '.findings[1].message' '"blue" is no figure: it tells of no progress towards 8'
	file_has "$ada" '| Board confidence | blue | |'
	file_lacks "$engagement" blue
	file_has "$engagement" '| 2026-11-19 | Hours in meetings per week | 22 | |'
	[ "$(json '.findings[0].line')" = "$(grep -n '^| confidence' "$ada" | cut -d: -f1)" ]
}

@test "close_session: what is no figure is asked again at its question" {
	at_terminal 0 '' 'She chooses.' '' 'Draft the memo by fri' '' 'five or so' 'board | 5' '2 km' 9 '26 h' 7 \
		'Delegation Ladder' '' 'The board'
	stdout_has 'no figure: it tells of no progress towards 10'
	stdout_has 'more than a figure'
	stdout_has 'not in the unit of'
	file_has "$engagement" '| 2026-11-19 | Hours in meetings per week | 26 h | |'
	file_lacks "$engagement" 'five or so'
	file_lacks "$engagement" '2 km'
	file_lacks "$ada" 'five or so'
}

@test "close_session: a figure in the notes may stand on a line of its own, and what is none is named" {
	printf '%s\n' '## Metrics' '- Board confidence: 7 (her word)' 'Hours: 26 h' '- calmer than ever' \
		>"$BATS_TEST_TMPDIR/notes.md"
	run_coach 0 close_session ada --notes "$BATS_TEST_TMPDIR/notes.md" --no-input
	file_has "$engagement" '| 2026-11-19 | Board confidence | 7 | her word |'
	file_has "$engagement" '| 2026-11-19 | Hours in meetings per week | 26 h | |'
	file_has "$ada" '- calmer than ever'
	stderr_has 'notes.md:4:1: warning: "- calmer than ever" below Metrics is no figure of a metric'
}

@test "close_session: of a metric with two rows in the note the last one is logged, once" {
	sed -i 's/^| --- | --- | --- |$/&\n| Board confidence | 6 | |\n| Board confidence | 9 | |/' "$ada"
	run_coach 0 close_session ada --as held --no-input
	[ "$(grep -c '| 2026-11-19 | Board confidence |' "$engagement")" -eq 1 ]
	file_has "$engagement" '| 2026-11-19 | Board confidence | 9 | |'
	nothing_written run_coach 0 close_session ada --no-input
}

@test "close_session: a log that cannot take a figure is in the way of figures alone" {
	sed -i 's/^| Date | Metric | Value | Note |$/| Date | Metric | Value | Value |/' "$engagement"
	answer 'summary: She chooses.'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has "$ada" 'She chooses.'
	answer 'metrics: {Board confidence: 7}'
	nothing_written run_coach 4 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	stderr_has 'two columns of the Progress Log mean value'
}

@test "close_session: German notes are understood, and what is not is named" {
	printf '%s\n' '## Vereinbarungen' '- Mit dem Meister sprechen 📅 2026-11-25' '## Kennzahlen' \
		'| Kennzahl | Wert |' '| --- | --- |' '| Board confidence | 8 |' '## Wer was tut' '- [ ] Anrufen' \
		>"$BATS_TEST_TMPDIR/k.md"
	run_coach 0 close_session ada --notes "$BATS_TEST_TMPDIR/k.md"
	file_has "$ada" '- [ ] Mit dem Meister sprechen 📅 2026-11-25'
	file_has "$engagement" '| 2026-11-19 | Board confidence | 8 |'
	stderr_has 'k.md:7:1'
	stderr_has '"Wer was tut" is an unknown heading'
}

@test "close_session: the Progress Log goes on under a heading of the coach's own" {
	sed -i 's/^### Progress Log$/### Logbook/' "$engagement"
	local before
	before=$(grep -c '^#' "$engagement")
	answer 'summary: She chooses.' 'metrics: {Board confidence: 8}'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	[ "$(grep -c '^#' "$engagement")" -eq "$before" ]
	grep -A 20 '^### Logbook$' "$engagement" | grep -q '^| 2026-11-19 | Board confidence | 8 |'
	run_coach 0 health ada
	stdout_has 'Board confidence'
	stdout_lacks 'the progress log says nothing yet'
}

@test "close_session: an action's day may stand before its fields" {
	answer 'actions: ["Send notes by 2026-11-25 [owner:: coach]", "Stand by the team by fri", "Stand by"]'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has "$ada" '- [ ] Send notes [owner:: coach] 📅 2026-11-25'
	file_has "$ada" '- [ ] Stand by the team 📅 2026-11-20'
	file_has "$ada" '- [ ] Stand by'
}

@test "close_session: a day that was agreed on counts from the session, also where it is closed later" {
	answer 'actions: [Draft the memo by fri, {text: Call Ben, due: tue}]'
	run_coach 0 close_session zoe --date 2026-11-11 --as-of 2026-11-20 --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has 'Clients/Zoe Fictional/Sessions/2026-11-11 Zoe Fictional.md' '- [ ] Draft the memo 📅 2026-11-13'
	file_has 'Clients/Zoe Fictional/Sessions/2026-11-11 Zoe Fictional.md' '- [ ] Call Ben 📅 2026-11-17'
}

@test "close_session: a list below Action Items in the notes is actions, as answers are" {
	printf '%s\n' '## Action Items' '- Draft the memo by fri' '  - one page' '* [ ] Call Ben by 2026-11-27 [owner:: coach]' \
		'1. Read it aloud' '- [x] Sleep by thu' '- [What]' '' 'She chose them herself.' >"$BATS_TEST_TMPDIR/notes.md"
	run_coach 0 close_session ada --notes "$BATS_TEST_TMPDIR/notes.md"
	file_has "$ada" '- [ ] Draft the memo 📅 2026-11-20'
	file_has "$ada" '  - one page'
	file_has "$ada" '* [ ] Call Ben [owner:: coach] 📅 2026-11-27'
	file_has "$ada" '1. [ ] Read it aloud'
	file_has "$ada" '- [x] Sleep by thu'
	file_has "$ada" 'She chose them herself.'
	nothing_written run_coach 0 close_session ada --notes "$BATS_TEST_TMPDIR/notes.md"
}

@test "close_session: an item that cannot be an action stays as it was taken down" {
	printf '## Action Items\n- Draft\0 the memo by fri\n- Call 📅 2026-13-45\n' >"$BATS_TEST_TMPDIR/notes.md"
	answer 'actions: [Sleep]'
	run_coach 0 close_session ada --notes "$BATS_TEST_TMPDIR/notes.md" --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has "$ada" '- [ ] Sleep'
	grep -aqP '^- Draft\x00 the memo by fri$' "$ada" || explain 'cut at the NUL'
	file_has "$ada" '- Call 📅 2026-13-45'
}

@test "close_session: what no section takes of the notes is kept below Notes" {
	printf '%s\n' '## Metrics' '- Board confidence: better' '' '## Next Session' 'She will call me.' >"$BATS_TEST_TMPDIR/notes.md"
	run_coach 0 close_session ada --notes "$BATS_TEST_TMPDIR/notes.md"
	file_has "$ada" '- Board confidence: better'
	file_has "$ada" 'She will call me.'
	nothing_written run_coach 0 close_session ada --notes "$BATS_TEST_TMPDIR/notes.md"
}

@test "close_session: a next session that is booked for another time is told, with what changes it" {
	answer 'next: 2026-11-27 15:00'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml" --json
	json_is '.findings[0].code' session_differs
	json_is '.data.next_session.start' 10:00
	json_is '.findings[0].message' '15:00 was agreed on, and the session is booked for 10:00'
	# shellcheck disable=SC2016 # a command that is quoted
	json_is '.findings[0].hint' '`coach session move "Ada Example" 15:00 --from 2026-11-27` changes what is booked'
	run_coach 0 session move 'Ada Example' 15:00 --from 2026-11-27
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml" --json
	json_is '.findings.length' 0
	json_is '.data.next_session.start' 15:00
}

@test "close_session: all days that are said count from the session's day, whenever they are said" {
	answer 'summary: She chooses.' 'actions: [Draft the memo by fri, {text: Ask the chair, due: +7d}]' \
		'next: +40d 10:00' 'check_in: thu'
	export COACH_NOW=2026-11-23
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has "$ada" '- [ ] Draft the memo 📅 2026-11-20'
	file_has "$ada" '- [ ] Ask the chair 📅 2026-11-26'
	file_has "$ada" '**Date:** 2026-12-29 10:00'
	grep -q 'Check in with Ada Example .*📅 2026-11-26' "$ada"
	export COACH_NOW=2026-11-24
	nothing_written run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	[ ! -e 'Clients/Ada Example/Sessions/2026-12-30 Ada Example.md' ]
}

@test "close_session: an action that is due before the session is named" {
	answer 'summary: She chooses.' \
		'actions: [Speak once by 2026-11-18, Call by 2026-11-19, Write by 2026-11-20]'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml" --json
	json_is '.findings.length' 1
	json_is '.findings[0].code' due_before
	json_is '.findings[0].message' '"Speak once" is due on 2026-11-18, before the session itself'
	json_is '.findings[0].path' "$ada"
}

@test "close_session: each check-in has an id of its own, by which it is ticked" {
	answer 'summary: She chooses.' 'check_in: 2026-11-25'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	run_coach 0 close_session ada --date 2026-11-10 --answers "$BATS_TEST_TMPDIR/answers.yaml"
	nothing_written run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	mapfile -t ids < <(grep -rh 'Check in with Ada Example' Clients | grep -o '🆔 ....' | sort -u)
	[ "${#ids[@]}" -eq 2 ]
	run_coach 3 "done" check in with ada
	stderr_has 'fits 2 actions with the same text'
	run_coach 0 "done" "${ids[0]#* }"
	run_coach 0 "done" check in with ada
	[ "$(grep -rh 'Check in with Ada Example.*✅' Clients | wc -l)" -eq 2 ]
}

@test "close_session: of a next session that is booked, another day is told, and nothing else is booked" {
	answer 'next: 2026-12-22 10:00'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	answer 'next: 2026-12-23 11:00'
	nothing_written run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	stderr_has '2026-12-23 11:00 was agreed on, and the session is booked for 2026-12-22'
	stderr_has 'coach session move "Ada Example" 2026-12-23 11:00 --from 2026-12-22'
	run_coach 0 session move ada 2026-12-23 11:00 --from 2026-12-22
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has "$ada" '**Date:** 2026-12-23 11:00'
	[ ! -e 'Clients/Ada Example/Sessions/2026-12-23 Ada Example 2.md' ]
}

@test "close_session: the next session of raw notes counts from the session, or is named" {
	printf '%s\n' '## Next Session' '**Date:** thu 11:00' >"$BATS_TEST_TMPDIR/notes.md"
	rm 'Clients/Ada Example/Sessions/2026-11-27 Ada Example.md' 'Clients/Ada Example/Sessions/2026-12-08 Ada Example.md'
	run_coach 0 close_session ada --notes "$BATS_TEST_TMPDIR/notes.md"
	file_has 'Clients/Ada Example/Sessions/2026-11-26 Ada Example.md' 'status: planned'
	nothing_written run_coach 0 close_session ada --notes "$BATS_TEST_TMPDIR/notes.md"
	printf '%s\n' '## Next Session' '**Date:** when she is back' >"$BATS_TEST_TMPDIR/notes.md"
	run_coach 0 close_session ada --notes "$BATS_TEST_TMPDIR/notes.md"
	stderr_has '"when she is back" names no day'
}

@test "close_session: a session that was called off does not keep its day from being booked anew" {
	run_coach 0 session cancel ada --from 2026-11-27
	run_coach 0 session cancel ada --from 2026-12-08
	answer 'next: 2026-11-27 15:00'
	run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has 'Clients/Ada Example/Sessions/2026-11-27 Ada Example 2.md' 'status: planned'
	stdout_has 'Next session: 2026-11-27 15:00, booked now'
	nothing_written run_coach 0 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	run_coach 0 session cancel ada --from 2026-11-27
	run_coach 0 close_session ada --as held --no-input
	file_has 'Clients/Ada Example/Sessions/2026-11-27 Ada Example 2.md' 'status: cancelled'
	[ ! -e 'Clients/Ada Example/Sessions/2026-11-27 Ada Example 3.md' ]
}

@test "close_session: the next phase is said to be written where it is, also into an empty place" {
	local cohort='Clients/Autumn Leads Cohort/Autumn Leads Cohort.md'
	cp "$cohort" "$BATS_TEST_TMPDIR/cohort.md"
	for place in '| Current Phase | |' '| Current Phase |  [Phase] |' '|Current Phase||'; do
		sed "s/^| Current Phase | Active |$/$place/" "$BATS_TEST_TMPDIR/cohort.md" >"$cohort"
		run_coach 0 close_session autumn --as held --no-input --next-phase --json
		json_is '.data.phase.written' true
		grep -q '^| *Current Phase *| *Optimization *|$' "$cohort" || explain "$place: $(grep 'Current Phase' "$cohort")"
	done
	sed '/^| Current Phase /d' "$BATS_TEST_TMPDIR/cohort.md" >"$cohort"
	run_coach 0 close_session autumn --as held --no-input --next-phase --json
	json_is '.data.phase.written' false
	json_is '.findings[0].message' 'no Current Phase to write the next phase into'
	file_lacks "$cohort" 'Current Phase'
	sed 's/^| Current Phase | Active |$//; s/^## /**Current Phase:**\n\n## /;t' "$BATS_TEST_TMPDIR/cohort.md" >"$cohort"
	run_coach 0 close_session autumn --as held --no-input --next-phase --json
	json_is '.data.phase.written' true
	file_has "$cohort" '**Current Phase:** Optimization'
}

@test "close_session: the check-in is on the day that the engagement names, and a day's note asks for it once" {
	run_coach 0 session cancel ada --from 2026-11-27
	sed -i 's/^- \*\*Check-in:\*\*.*/- **Check-in:** on Fridays/' "$engagement"
	run_coach 0 close_session ada --as held --no-input --json
	json_is '.data.check_in' 2026-11-27
	file_has "$ada" '- [ ] Check in with Ada Example [owner:: coach] 📅 2026-11-27'
	COACH_NOW=2026-11-27 run_coach 0 touch
	stdout_has 'no session from 2026-11-23 to 2026-11-29; "on Fridays"'
	COACH_NOW=2026-11-27 run_coach 0 init_day --json
	[ "$(json '.data.touches[].text' | grep -c 'Check in with \[\[Ada Example')" -eq 0 ] || explain "$stdout"
	[ "$(json '.data.due[].text' | grep -c 'Check in with Ada Example')" -eq 1 ] || explain "$stdout"
	sed -i 's/^- \[ \] Check in with Ada/- [x] Check in with Ada/' "$ada"
	COACH_NOW=2026-11-27 run_coach 0 touch
	stdout_lacks 'on Fridays'
}

@test "close_session: what is typed is judged as what is given" {
	at_terminal 0 durchgeführt 'She chooses.' '' '' '' '' '' '' ''
	file_has "$ada" 'status: held'
	run_coach 0 undo
	rm -f "$kept"
	answer 'status: durchgeführt' 'next: 2026-11-19 10:00'
	nothing_written run_coach 4 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	stderr_has 'not after the session itself'
	answer 'status: perhaps'
	nothing_written run_coach 4 close_session ada --answers "$BATS_TEST_TMPDIR/answers.yaml"
	stderr_has 'no end of a session'
}
