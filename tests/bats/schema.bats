#!/usr/bin/env bats
# What every command says in JSON is what its schema promises, in vaults of every state.

load support

# A vault with a configuration and no note at all.
lay_bare_vault() {
	lay_empty_vault
	find . -name '*.md' -delete
}

setup() {
	export COACH_NOW=2026-11-16
}

# json_is_as_promised NAME STATUS: fails where the JSON printed last is not of the schema of that command.
json_is_as_promised() {
	[ "$status" -le 4 ] || explain "coach $1: status $status"
	python3 "$root/tests/bats/schema_check.py" "$root/docs/schema/$1.json" <"$BATS_TEST_TMPDIR/stdout" ||
		explain "coach $1: not as docs/schema/$1.json says"
}

# Every command, those that write with --dry-run; a command that finds nothing to work on fails, which is JSON too.
all_commands_keep_their_schema() {
	local words said=0
	for words in 'status' 'lint' 'lint --format json' 'log 1 admin' 'log 1:20 coaching --client a' 'config' \
		'config weeks.folder' 'init_week' 'init_week --week next' 'session list' 'session list a' \
		'session add a --date 2026-12-11' 'session move a 2026-12-11' 'session cancel a' 'prep_session a' \
		'capacity_check' 'help' 'help status' 'version' 'completions bash' 'completions --clients' 'init .' \
		'init --template both'; do
		status=0
		# shellcheck disable=SC2086 # the words of a command
		coach $words --json --dry-run >"$BATS_TEST_TMPDIR/stdout" 2>"$BATS_TEST_TMPDIR/stderr" || status=$?
		json_is_as_promised "${words%% *}"
		said=$((said + 1))
	done
	[ "$said" -eq 23 ]
}

@test "schema: every command keeps it in the sample practice" {
	lay_sample
	all_commands_keep_their_schema
	run_coach 0 status --json
	json_is_as_promised status
}

@test "schema: every command keeps it in a vault without a note" {
	lay_bare_vault
	all_commands_keep_their_schema
}

@test "schema: every command keeps it in templates that are not filled in" {
	lay_template both
	all_commands_keep_their_schema
}

@test "schema: every command keeps it where notes name nobody and link to nothing" {
	lay_bare_vault
	write_note "Tasks.md" '- [ ] Nobody is meant 📅 2026-11-10' '- [ ] Me too 📅 2026-11-16'
	write_note "Weeks/2026-W46.md" '# Week 2026-W46' '' '## Carryover' '- [ ] Something 📅 2026-11-12' '' '## Time Log' \
		'| Date | Hours | Category |' '| --- | --- | --- |' '| 2026-11-12 | 1 | admin |'
	write_note "Sessions/One.md" '---' 'type: session' 'date: 2026-11-16' '---' '## Actions' \
		'- [ ] Without an owner 📅 2026-11-11'
	write_note "Plans/2026-Q4.md" '# Quarterly Plan: Q4 2026' '' '## Risks' '- [ ] One 📅 2026-11-01'
	all_commands_keep_their_schema
	run_coach 0 status --json
	json_is '.data.due.actions[0].client' null
}

@test "schema: every command keeps it where there is no vault" {
	mkdir "$BATS_TEST_TMPDIR/nothing"
	cd "$BATS_TEST_TMPDIR/nothing"
	all_commands_keep_their_schema
}
