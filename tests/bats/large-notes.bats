# Notes of almost a mebibyte: the depth that the program descends to has a bound, whatever is in a note, and no list is
# compared with itself item by item: that takes a minute, where a second is enough.

load support

setup() {
	lay_empty_vault
}

# boxes COUNT: as many tasks that differ.
boxes() {
	awk -v count="$1" 'BEGIN { for (i = 0; i < count; i++) printf "- [ ] Task %d of many 📅 2026-11-%02d\n", i, i % 28 + 1 }'
}

# An engagement with a rule that looks at what was carried over, and two sessions that were held.
lay_client() {
	write_note 'Client Portfolio.md' '# CLIENT PORTFOLIO' '' '## Active Roster' '' '| Client | Sessions/Month | Status |' \
		'| --- | --- | --- |' '| [[Ada Example]] | 2/month | Active |'
	write_note 'Clients/Ada Example/Ada Example.md' '---' 'type: engagement' 'client: "[[Ada Example]]"' '---' \
		'## Decision-Making Framework' '| Situation | Decision |' '| --- | --- |' '| Client stuck | Ask |' '| New topic | Ask |'
	local day
	for day in 2026-11-05 2026-11-12; do
		write_note "Clients/Ada Example/Sessions/$day Ada Example.md" '---' 'type: session' 'client: "[[Ada Example]]"' \
			"date: $day" 'status: held' '---' '## Action Items'
	done
}

@test "large notes: a day of 20,000 boxes is closed, and the next one planned from it" {
	write_note Days/2026-11-19.md '---' 'type: day' 'date: 2026-11-19' '---' '## Carryover' "$(boxes 20000)"
	ulimit -t 10
	run_coach 0 shutdown_day --as-of 2026-11-19
	stdout_has 'Task 19999 of many'
	rm -r Days .coach/base
	write_note Days/2026-11-19.md '---' 'type: day' 'date: 2026-11-19' '---' '## Carryover' "$(boxes 20000)"
	run_coach 0 init_day --as-of 2026-11-20
	file_has Days/2026-11-20.md 'Task 19999 of many'
}

@test "large notes: a session with 20,000 open actions is prepared for" {
	lay_client
	boxes 20000 >>'Clients/Ada Example/Sessions/2026-11-05 Ada Example.md'
	ulimit -t 10
	run_coach 0 prep_session ada --date 2026-11-26 --as-of 2026-11-20 --dry-run
	stdout_has 'Task 19999 of many'
}

@test "large notes: 20,000 items are taken over from notes, and once" {
	lay_client
	{ echo '## Action Items' && boxes 20000 | sed 's/\[ \] //'; } >notes.md
	ulimit -t 10
	run_coach 0 close_session ada --notes notes.md --as-of 2026-11-20
	run_coach 0 close_session ada --notes notes.md --as-of 2026-11-20
	[ "$(grep -c '^- \[ \] Task' 'Clients/Ada Example/Sessions/2026-11-12 Ada Example.md')" -eq 20000 ]
}

@test "large notes: a calendar of 6,000 events is imported" {
	lay_client
	{
		printf 'BEGIN:VCALENDAR\r\n'
		awk 'BEGIN { for (i = 0; i < 6000; i++)
			printf "BEGIN:VEVENT\r\nUID:e%d@x\r\nSUMMARY:Ada Example\r\nDTSTART:2027%02d%02dT%02d%02d00Z\r\nEND:VEVENT\r\n", \
				i, i / 500 + 1, i % 28 + 1, i / 28 % 9 + 8, i % 60 }'
		printf 'END:VCALENDAR\r\n'
	} >calendar.ics
	ulimit -t 10
	run_coach 0 session import calendar.ics --as-of 2026-11-20 --dry-run
}

@test "large notes: deep ones are read with a stack of 256 KiB" {
	python3 "$root/tests/bench/large_notes.py" . deep
	ulimit -s 256
	run_coach 1 lint
	stdout_has 'front matter of brackets.md'
	stdout_has 'lists without end.md'
	run_coach 0 status
}
