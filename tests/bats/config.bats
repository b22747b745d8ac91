#!/usr/bin/env bats
# coach config: what holds, where it comes from, and changes that touch one line.

load support

setup() { lay_sample; }

@test "config: lists every setting with its value and where it comes from" {
	run_coach 0 config
	stdout_has '| capacity.prep_minutes'
	run_coach 0 config --json
	json_is '.data.settings[0].name' version
	json_is '.data.settings[0].origin' vault
	json_is '.data.settings[1].origin' default
}

@test "config: one setting alone is its bare value in a pipe" {
	run_coach 0 config capacity.prep_minutes
	[ "$stdout" = 15 ]
}

@test "config: a value takes the commented line into use and leaves all others" {
	cp .coach/config.yaml "$BATS_TEST_TMPDIR/before"
	run_coach 0 config capacity.prep_minutes 20
	[ "$(changed_lines "$BATS_TEST_TMPDIR/before" .coach/config.yaml)" = "<   # prep_minutes: 15
>   prep_minutes: 20" ]
	run_coach 0 config capacity.prep_minutes --json
	json_is '.data.settings[0].value' 20
	json_is '.data.settings[0].origin' vault
}

@test "config: setting and unsetting gives the file back byte by byte" {
	cp .coach/config.yaml "$BATS_TEST_TMPDIR/before"
	run_coach 0 config paths.week 'Journal/{week}.md'
	run_coach 0 config --unset paths.week
	cmp "$BATS_TEST_TMPDIR/before" .coach/config.yaml
}

@test "config: the value it has already changes nothing and says so" {
	run_coach 0 config capacity.prep_minutes 20
	nothing_written run_coach 0 config capacity.prep_minutes 20
	stderr_has 'it has this value already'
}

@test "config: --dry-run shows the change and writes nothing" {
	nothing_written run_coach 0 config health.silent_days 7 --dry-run
	stdout_has '+  silent_days: 7'
}

@test "config: an unknown setting names the nearest" {
	nothing_written run_coach 2 config capacity.prep_minuts 20
	stderr_has 'did you mean capacity.prep_minutes?'
}

@test "config: a bad value says what is accepted" {
	nothing_written run_coach 2 config capacity.prep_minutes 999
	stderr_has 'a whole number from 0 to 240'
}

@test "config: a time zone that is none and a category that nobody knows are refused, and named where they stand" {
	nothing_written run_coach 2 config timezone Mars/Phobos
	stderr_has 'an IANA name'
	nothing_written run_coach 2 config log.default_category Quatsch
	stderr_has 'coaching, bizdev, admin'
	run_coach 0 config timezone Europe/Berlin
	run_coach 0 config log.default_category marketing
	sed -i 's|Europe/Berlin|Mars/Phobos|; s|default_category: marketing|default_category: Quatsch|' .coach/config.yaml
	run_coach 1 lint
	stdout_has '"Mars/Phobos" is no value for timezone'
	stdout_has '"Quatsch" is no value for log.default_category, which stays admin'
	printf 'aliases: { categories: { admin: [Quatsch] } }\n' >>.coach/config.yaml
	run_coach 1 lint
	stdout_lacks Quatsch
}

@test "config: the environment comes first, and setting says that it still holds" {
	export COACH_SESSION_MINUTES=45
	run_coach 0 config session.minutes --json
	json_is '.data.settings[0].value' 45
	json_is '.data.settings[0].origin' environment
	run_coach 0 config session.minutes 50
	stdout_has 'COACH_SESSION_MINUTES'
	unset COACH_SESSION_MINUTES
	run_coach 0 config session.minutes
	[ "$stdout" = 50 ]
}

@test "config: a person's own file is named as the origin" {
	export XDG_CONFIG_HOME=$BATS_TEST_TMPDIR/own
	write_note "$XDG_CONFIG_HOME/coach/config.yaml" 'timezone: Europe/Berlin'
	run_coach 0 config timezone --json
	json_is '.data.settings[0].value' Europe/Berlin
	json_is '.data.settings[0].origin' person
}

@test "config: shows a person's own words" {
	printf 'aliases:\n  headings:\n    active roster: [my people]\n' >>.coach/config.yaml
	run_coach 0 config
	stdout_has 'my people'
	run_coach 0 config --json
	json_is '.data.aliases[0].term' 'active roster'
}

@test "config: a file that is no YAML is named with its line and left alone" {
	printf 'bad: [\n' >>.coach/config.yaml
	nothing_written run_coach 4 config session.minutes 50
	stderr_has '.coach/config.yaml:'
}

@test "config: what stands in braces is not torn apart" {
	printf 'capacity: { prep_minutes: 5 }\n' >.coach/config.yaml
	nothing_written run_coach 4 config --unset capacity.prep_minutes
	stderr_has 'does not stand on a line of its own'
	run_coach 0 config capacity.prep_minutes 10
	file_has .coach/config.yaml 'capacity: { prep_minutes: 10 }'
}

@test "config: words that do not go together are refused" {
	run_coach 2 config --unset
	run_coach 2 config --unset session.minutes 50
	run_coach 2 config --reference session.minutes
}

@test "config: docs/configuration.md is what --reference prints" {
	run_coach 0 config --reference
	diff "$root/docs/configuration.md" "$BATS_TEST_TMPDIR/stdout"
}

@test "config: history.ref takes what git would, and no git is asked" {
	for ref in 'bad ref' main refs/ refs/a..b refs/heads/x.lock 'refs/a@{b' refs//a refs/a/ refs/.a refs/a. 'refs/a:b'; do
		run_coach 2 config history.ref "$ref"
		stderr_has "\"$ref\" is no value for history.ref"
		! git check-ref-format "$ref" || [ "$ref" = main ]
	done
	for ref in refs/heads/main refs/coach/notes refs/a.b/c-d refs/a./b 'refs/@'; do
		run_coach 0 config history.ref "$ref" --dry-run
		git check-ref-format "$ref"
	done
}

@test "config: a bad history.ref is named, the default holds, and it can be taken back" {
	sed -i 's/^  # ref: .*/  ref: bad ref/' .coach/config.yaml
	file_has .coach/config.yaml '  ref: bad ref'
	run_coach 0 log 1 admin
	stderr_has '"bad ref" is no value for history.ref, which stays empty'
	run_coach 0 history
	run_coach 0 undo
	run_coach 0 config --unset history.ref
	file_lacks .coach/config.yaml 'bad ref'
}

@test "config: nothing is a value where the default is nothing" {
	run_coach 0 config paths.templates ''
	run_coach 2 config paths.week ''
	stderr_has 'paths.week'
}

@test "config: switching history off is an entry that can be taken back" {
	rm -rf ../vault && lay_sample --git
	run_coach 0 config history.enabled false
	run_coach 0 undo
	file_lacks .coach/config.yaml '  enabled: false'
	run_coach 0 log 1 admin
	[[ $(git log -1 --format=%s) == 'coach(log): '* ]]
}
