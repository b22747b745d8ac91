# coach log: hours in the week's Time Log.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-19
}

@test "log: adds one row and changes nothing else" {
	cp Weeks/2026-W46.md before.txt
	run_coach 0 log 1.5 marketing newsletter, second half --date 2026-11-13
	stdout_has 'Logged **1.5 h** of bizdev on Friday 2026-11-13.'
	stderr_has 'changed Weeks/2026-W46.md'
	[ "$(changed_lines before.txt Weeks/2026-W46.md | tr -s ' ')" = '> | 2026-11-13 | 1.5 | marketing | | newsletter, second half |' ]
}

@test "log: makes the week's note where there is none, with empty sections" {
	run_coach 0 log 90m coaching 'first | second' --client ada
	file_has Weeks/2026-W47.md '# Week 2026-W47 (2026-11-16 – 2026-11-22)'
	file_has Weeks/2026-W47.md '| 2026-11-19 | 1.5 | coaching | [[Ada Example]] | first \| second |'
	file_lacks Weeks/2026-W47.md '{'
	run_coach 0 log 50m admin --json
	json_is .data.path Weeks/2026-W47.md
	json_is .data.minutes 50
	file_has Weeks/2026-W47.md '| 50m '
}

@test "log: finds the week's note wherever it lies" {
	mkdir Journal
	mv Weeks/2026-W46.md 'Journal/the second week of November.md'
	run_coach 0 log 1 admin --date 2026-11-15 --json
	json_is .data.path 'Journal/the second week of November.md'
	json_is .data.week 2026-W46
	[ ! -e Weeks/2026-W46.md ]
}

@test "log: what is logged counts at once" {
	run_coach 0 log 2:30 invoicing
	run_coach 0 log 30m 督导
	run_coach 0 capacity_check --json
	[ "$(json '.data.actual.categories[2].hours')" = 3.0 ]
}

@test "log: without a category, the configuration's" {
	run_coach 0 log 1 --json
	json_is .data.category admin
	COACH_LOG_DEFAULT_CATEGORY=newsletter run_coach 0 log 1 --json
	json_is .data.category bizdev
}

@test "log: a category that nobody knows is a mistake, with the word that was meant" {
	nothing_written run_coach 2 log 1 markting newsletter
	stderr_has '"markting" is no known category of work'
	stderr_has 'did you mean marketing?'
	nothing_written run_coach 2 log 1 "a word with ada's sponsor"
}

@test "log: a client that nobody is, or several are, lists who there is" {
	nothing_written run_coach 3 log 1 coaching --client nobody
	stderr_has 'Ada Example, Tom Testcase, 李雷'
	nothing_written run_coach 3 log 1 coaching --client m
	stderr_has '"m" fits 2 clients'
	stderr_has 'Mia Placeholder, Max Mockup'
	run_coach 0 log 1 coaching --client 李 --json
	json_is .data.client 李雷
}

@test "log: hours that are none" {
	nothing_written run_coach 2 log 25 admin
	nothing_written run_coach 2 log soon admin
	nothing_written run_coach 2 log 0 admin
	stderr_has 'for example 1.5 (hours), 90m, 1:30'
	nothing_written run_coach 2 log
}

@test "log: a day that is still to come is pointed out, tomorrow is not" {
	run_coach 0 log 1 admin --date +2d --json
	json_is '.findings[].code' date_ahead
	json_is .data.date 2026-11-21
	run_coach 0 log 1 admin --date tomorrow --json
	json_is .findings.length 0
}

@test "log: a dry run shows the row and writes nothing" {
	nothing_written run_coach 0 log 1 admin --date 2026-11-13 --dry-run
	[[ $(tr -s ' ' <<<"$stdout") == *'+| 2026-11-13 | 1 | admin | | |'* ]]
	stderr_has 'nothing was written'
}

@test "log: says nothing of what is wrong in other notes" {
	printf '\n| Date | Hours | Category |\n| --- | --- | --- |\n| 2026-09-15 | soon | admin |\n' >>Weeks/2026-W38.md
	printf -- '---\ntype: [\n---\n# Week 2026-W30\n' >Weeks/2026-W30.md
	run_coach 0 log 1 admin --date 2026-11-13 --json
	json_is .findings.length 0
}

@test "log: a note of several lines becomes one" {
	run_coach 0 log 1 admin "$(printf 'one\ntwo\t three\033[31m')" --date 2026-11-13 --json
	json_is .data.note 'one two three[31m'
}

@test "log: what was written in between stays" {
	run_coach 0 log 1 admin first --date 2026-11-13
	printf '\nA last word.\n' >>Weeks/2026-W46.md
	run_coach 0 log 1 admin second --date 2026-11-13
	file_has Weeks/2026-W46.md '| first '
	file_has Weeks/2026-W46.md '| second '
	file_has Weeks/2026-W46.md 'A last word.'
}

@test "log: a note that is too large to read is an error, not a second note" {
	head -c 1100000 /dev/zero | tr '\0' x >>Weeks/2026-W46.md
	nothing_written run_coach 6 log 1 admin --date 2026-11-13
	stderr_has 'Weeks/2026-W46.md: larger than'
}

@test "log: the commit names the week and no client" {
	rm -rf "$BATS_TEST_TMPDIR/vault"
	lay_sample --git
	run_coach 0 log 1 coaching --client ada
	[ "$(git log -1 --format=%s)" = 'coach(log): 2026-W47' ]
}
