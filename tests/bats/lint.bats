#!/usr/bin/env bats
# coach lint: every problem with its place, for people, editors and programs.

# shellcheck disable=SC2016 # the backquotes are Markdown's

load support

setup() { lay_sample; }

# lint_of LINE…: what lint says about a note of these lines, one finding a line: "3:5 broken_link".
lint_of() {
	write_note Note.md "$@"
	status=0
	coach lint --format gcc --as-of 2026-11-16 Note.md 2>/dev/null | sed -E 's/^Note\.md:([0-9]+:[0-9]+): .* \[(.*)\]$/\1 \2/'
}

@test "lint, status and init_week: a roster without a Status column, or without rows, is named" {
	export COACH_NOW=2026-11-19
	cp 'Client Portfolio.md' "$BATS_TEST_TMPDIR/portfolio"
	sed '/^| Client | Engagement Type/s/| Status |/| Mood |/' "$BATS_TEST_TMPDIR/portfolio" >'Client Portfolio.md'
	run_coach 0 lint
	stdout_has 'the roster has no column Status; all of its rows count as active'
	run_coach 0 init_week --dry-run
	stderr_has 'the roster has no column Status'
	run_coach 0 status
	stdout_has '`coach lint` names them all'
	sed '/^| \*\*\[\[.* | .* | .* | .* |$/d' "$BATS_TEST_TMPDIR/portfolio" >'Client Portfolio.md'
	run_coach 0 lint
	stdout_has 'the roster has no row, so no client is known'
	run_coach 0 init_week --dry-run
	stderr_has 'the roster has no row'
	run_coach 0 status
	stdout_has '`coach lint` names them all'
}

@test "lint: the sample practice has nothing to mend" {
	run_coach 0 lint --as-of 2026-11-16
	stdout_has 'Nothing to mend'
}

@test "lint: a note that is named is all that is reported" {
	write_note A.md '[[Nowhere]]'
	write_note B.md '[[Neither]]'
	run_coach 0 lint A.md --json
	json_is '.findings.length' 1
	json_is '.findings[0].path' A.md
	json_is '.data.warnings' 1
}

@test "lint: a file of the working folder is found from below the vault" {
	cd Plans
	write_note A.md '[[Nowhere]]'
	run_coach 0 lint A.md --format gcc
	stdout_has 'Plans/A.md:1:1: warning: there is no note "Nowhere" [broken_link]'
}

@test "lint: a folder stands for what lies below it" {
	write_note Plans/A.md '[[Nowhere]]'
	write_note A.md '[[Nowhere]]'
	run_coach 0 lint Plans --json
	json_is '.findings[].path' Plans/A.md
}

@test "lint: a file that is not there, or not in the vault, is said" {
	run_coach 3 lint nothing.md
	stderr_has 'there is no such file'
	run_coach 3 lint "$root/LICENSE"
	stderr_has 'is not in the vault'
}

@test "lint: an error ends with status 1, a warning with 0" {
	write_note A.md '- [ ] call 📅 2026-02-30'
	run_coach 1 lint
	stdout_has 'A.md:1:'
	rm A.md
	write_note A.md '[[Nowhere]]'
	run_coach 0 lint
}

@test "lint: --format json is the envelope, as --json" {
	write_note A.md '[[Nowhere]]'
	run_coach 0 lint --format json
	json_is '.findings[0].code' broken_link
	cp "$BATS_TEST_TMPDIR/stdout" "$BATS_TEST_TMPDIR/format"
	run_coach 0 lint --json
	cmp "$BATS_TEST_TMPDIR/format" "$BATS_TEST_TMPDIR/stdout"
}

@test "lint: shares that add up to 110 are named at their line" {
	sed 's/\*\*50%\*\*/**60%**/' 'Client Portfolio.md' >P && mv P 'Client Portfolio.md'
	run_coach 1 lint --json
	json_is '.findings[0].code' contract_sum
	json_is '.findings[0].line' 62
}

@test "lint: one note from standard input, checked as what it is" {
	cp 'Client Portfolio.md' "$BATS_TEST_TMPDIR/portfolio.md"
	cd "$BATS_TEST_TMPDIR"
	sed -i.old 's/| Status | Programme End |/| Statuss | Programme End |/' portfolio.md
	run_coach 0 lint --format gcc - <portfolio.md
	[ "$stdout" = '-:35:1: warning: the roster has no column Status; all of its rows count as active [roster_no_status]
-:35:47: warning: "Statuss" is no known column; it is kept, but not read [unknown_column]' ]
}

@test "lint: links of standard input are followed only in a vault that is named" {
	printf '[[Nowhere]] [[#Nor here]]\n' >"$BATS_TEST_TMPDIR/note.md"
	run_coach 0 lint --format gcc - <"$BATS_TEST_TMPDIR/note.md"
	[ "$(grep -c broken_link <<<"$stdout")" -eq 1 ]
	run_coach 0 lint --format gcc --vault . - <"$BATS_TEST_TMPDIR/note.md"
	[ "$(grep -c broken_link <<<"$stdout")" -eq 2 ]
}

@test "lint: standard input is read by the words and settings of the vault around, or without any" {
	local note="$BATS_TEST_TMPDIR/note.md"
	printf '%s\n' '# Client Portfolio' '' '## My people' '' '| Who | Status |' '| --- | --- |' '| Ada Example | Active |' >"$note"
	printf 'aliases:\n  headings:\n    active roster: [my people]\n  columns:\n    client: [who]\n' >>.coach/config.yaml
	unknown() { run_coach 0 lint --format gcc "$@" - <"$note" && grep -c 'unrecognised_heading.*' <<<"$stdout"; }
	[ "$(unknown)" -eq 0 ]
	cd Clients
	[ "$(unknown)" -eq 0 ]
	cd "$BATS_TEST_TMPDIR"
	[ "$(unknown)" -eq 1 ]
	[ "$(unknown --vault "$OLDPWD/..")" -eq 0 ]
	[ "$(COACH_VAULT="$OLDPWD/.." unknown)" -eq 0 ]
	COACH_VAULT=/nowhere run_coach 0 lint --format gcc - <"$note"
}

@test "lint: --vault that names no vault is an error, with standard input too" {
	run_coach 3 lint --vault "$BATS_TEST_TMPDIR" - </dev/null
	stderr_has 'not a vault'
	run_coach 3 capacity_check --vault "$BATS_TEST_TMPDIR" - </dev/null
}

@test "lint: - stands alone" {
	run_coach 2 lint - Other.md </dev/null
}

@test "lint: links are found by name, path, case, attachment, heading and block" {
	touch chart.png
	[ -z "$(lint_of '# Here' '[[ada example]] [[Clients/Ada Example/Ada Example]] [[Client Portfolio.md|p]] ![[chart.png]]' \
		'[[Client Portfolio#2. Active Roster (Capacity Board)]] [[#Here]] [[#^mark]] `[[code]]` %% [[hidden]] %%' 'text ^mark')" ]
	[ "$(lint_of '[[Nowhere]]' '[[Other/Ada Example]]' '[[#Gone]]' '[[Client Portfolio#Gone]]' '[[#^gone]]')" = "1:1 broken_link
2:1 broken_link
3:1 broken_link
4:1 broken_link
5:1 broken_link" ]
}

@test "lint: dates that name no day, in tables, fields, tasks and front matter" {
	[ "$(lint_of '---' 'date: 2026-13-01' '---' '**Due:** 2026-02-30' '' '| Date |' '| --- |' '| 2026-00-10 |' '' \
		'- [ ] call 📅 2026-06-31')" = "2:7 bad_date
4:10 bad_date
8:3 bad_date
10:17 bad_date" ]
}

@test "lint: two actions of one id, and text behind the fields" {
	[ "$(lint_of '- [ ] write 🆔 zz1' '- [ ] phone 🆔 zz1' '- [ ] call 📅 2026-11-20 soon')" = "2:18 duplicate_id
3:28 task_trailing_text" ]
}

@test "lint: placeholders are named line by line, and in the report note by note" {
	write_note 'Plans/2027-Q1.md' '# Quarterly Plan: Q1 2027' '**Theme:** [Theme]' '## Initiatives' '| Initiative | Priority |' \
		'| --- | --- |' '| [Name] | [high] |' '## Milestones'
	run_coach 0 lint --format gcc Plans/2027-Q1.md
	[ "$(grep -c '\[placeholder\]' <<<"$stdout")" -eq 2 ]
	run_coach 0 lint Plans/2027-Q1.md
	stdout_has '`Plans/2027-Q1.md` — not filled in yet: lines 2, 6'
}

@test "lint: an unknown heading names the missing section that is near" {
	[ "$(lint_of '---' 'type: session' 'client: "[[Ada Example]]"' 'date: 2026-11-20' '---' '# Session' '## Agnda' '- x' \
		'## Summary' '## Action Items' '## Next Session')" = '7:1 unrecognised_heading' ]
	run_coach 0 lint Note.md
	stdout_has 'call it "agenda"'
}

@test "lint: a client without engagement file, and a session of nobody in the roster" {
	rm 'Clients/Ada Example/Ada Example.md'
	write_note Stranger.md '---' 'type: session' 'client: Sam Stranger' 'date: 2026-11-20' '---' '## Agenda' '## Summary' \
		'## Action Items' '## Next Session'
	run_coach 0 lint --json
	[[ $(json '.findings[].code') == *no_engagement* ]]
	[[ $(json '.findings[].code') == *session_unknown_client* ]]
}

@test "lint: broken front matter is one error, not three" {
	[ "$(lint_of '---' 'type: session' 'client: [[Ada' 'date: 2026-11-20' '---' '## Agenda' '## Summary' '## Action Items' \
		'## Next Session' | sed 's/.* //')" = front_matter ]
}

# A note of the lines before an unsettled merge, and behind it.
write_conflict() { write_note "$1" '# Note' 'text' '<<<<<<< HEAD' 'ours' '=======' 'theirs' '>>>>>>> other' "${@:2}"; }

@test "lint: the mark of a merge that nobody settled is an error at its line, but for code" {
	write_conflict A.md
	run_coach 1 lint A.md --json
	json_is '.findings[].code' conflict_mark
	json_is '.findings[0].line' 3
	json_is '.findings[0].severity' error
	[[ $(json '.findings[0].hint') == *'keep what is right of the two versions'* ]]
	run_coach 1 lint - <A.md
	stdout_has '`-:3:1`'
	[ -z "$(lint_of '```' '<<<<<<< HEAD' '```')" ]
}

@test "lint: what log refuses for a merge's mark, lint and status name before" {
	local week=Weeks/2026-W46.md
	printf '\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\n' >>"$week"
	run_coach 11 log 1 admin --date 2026-11-12 --as-of 2026-11-16
	local place
	place=$(sed -nE 's/^coach: ([^ ]+): a merge.s conflict mark.*/\1/p' <<<"$stderr")
	[ -n "$place" ]
	run_coach 1 lint --format gcc --as-of 2026-11-16
	stdout_has "$place: error: a merge's conflict mark"
	run_coach 0 status --as-of 2026-11-16 --json
	json_is .data.findings.errors 1
	run_coach 0 status --as-of 2026-11-16 --json
	json_is .data.findings.errors 1
}

@test "lint: bytes that are no text, conflict copies, and notes too large to be read" {
	printf 'a \xff b\n' >Bytes.md
	cp Weeks/2026-W46.md 'Weeks/2026-W46 (conflicted copy).md'
	head -c 3000000 /dev/zero | tr '\0' 'x' >Large.md
	run_coach 0 lint --as-of 2026-11-16 --json
	[ "$(json '.findings[].code' | sort | tr '\n' ' ')" = 'conflict_copy not_text opaque_note ' ]
}

@test "lint: a bare template says what to fill in, and has no error" {
	rm -rf "$BATS_TEST_TMPDIR/vault"
	lay_template practice
	run_coach 0 lint --json
	[ "$(json '.findings[].code' | sort -u)" = placeholder ]
}

@test "lint: nothing is ever written" {
	write_note A.md '[[Nowhere]]'
	nothing_written run_coach 0 lint
}

@test "lint: docs/findings.md lists each code with its severity and meaning" {
	sed -nE 's/^FINDING\([A-Z_]+, "([a-z_]+)", ([A-Z]+), "(.*)"\)$/\1\t\2\t\3/p' "$root/lib/model/finding_codes.h" |
		while IFS=$(printf '\t') read -r code severity meaning; do
			printf '| `%s` | %s | %s |\n' "$code" "$(tr '[:upper:]' '[:lower:]' <<<"$severity")" "$meaning"
		done >"$BATS_TEST_TMPDIR/expected"
	grep '^| `' "$root/docs/findings.md" >"$BATS_TEST_TMPDIR/documented"
	diff "$BATS_TEST_TMPDIR/expected" "$BATS_TEST_TMPDIR/documented"
	[ "$(grep -c '^FINDING(' "$root/lib/model/finding_codes.h")" -eq "$(grep -c . "$BATS_TEST_TMPDIR/expected")" ]
}

@test "lint: a planned session that is over is named, in its note" {
	run_coach 0 lint --as-of 2026-11-18 --json
	json_is '.findings[].code' session_overdue
	json_is '.findings[0].severity' info
	local note
	note=$(json '.findings[0].path')
	run_coach 0 lint --as-of 2026-11-18 --json - <"$note"
	json_is '.findings[].code' session_overdue
	run_coach 0 lint --as-of 2026-11-17 --json - <"$note"
	json_is '.findings.length' 0
}

@test "lint: front matter that lost its closing line is named, and its note keeps its kind" {
	local note="Clients/Ada Example/Sessions/2026-11-19 Ada Example.md"
	sed -i '2,$s/^---$//' "$note"
	run_coach 1 lint
	stdout_has "$note:1:1"
	stdout_has 'the front matter begins and is never closed'
	stdout_has 'put a line --- behind its last entry'
}

@test "lint: of a file that is not there says what may be named" {
	run_coach 3 lint nosuch.md
	stderr_has 'name notes or folders of the vault, or none to check all'
}

@test "lint: front matter that is not closed is named where it begins, with what to do" {
	write_note Open.md '---' 'type: session' 'client: "[[Ada Example]]' 'date: 2026-12-04' 'status: planned' '---' '# Session'
	run_coach 1 lint Open.md --format text
	stdout_has 'Open.md:3:9'
	stdout_has 'close the quotes that begin here'
}

@test "lint: figures of a metric that was renamed are named once, since they tell of no progress" {
	sed -i '/^| Metric/,/^$/s/^| Board confidence/| Confidence of the board/' 'Clients/Ada Example/Ada Example.md'
	run_coach 0 lint --as-of 2026-11-16 --json
	[ "$(json '.findings[].code' | grep -c metric_unknown)" -eq 1 ]
	run_coach 0 lint --as-of 2026-11-16
	[[ $stdout$stderr == *'Board confidence is no metric of the engagement'* ]]
}
