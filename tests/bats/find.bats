# coach find: full-text search over the vault.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-16
}

lay_bare_vault() {
	cd .. && rm -rf vault && mkdir -p vault/.coach && cd vault || return 1
	: >.coach/config.yaml
}

# lay_notes: a vault with a few notes, of which each test knows what is in it.
lay_notes() {
	lay_bare_vault
	write_note 'Board Memo.md' '# Board Memo' '' 'How to write one.'
	write_note 'Notes/one.md' 'The memo is for the board.' '' 'Another line. #work/board'
	write_note 'Notes/2026-11-10 two.md' '---' 'tags: [work]' '---' 'A draft of the memo, and a board that waits.'
}

hits() { json '.data.hits[].path' | paste -sd '|'; }

# --- words ---------------------------------------------------------------------------------------------------------

@test "find: all words must be there, and the best lines come first" {
	lay_notes
	run_coach 0 find board memo --json
	json_is '.data.hits[0].path' 'Board Memo.md'
	json_is '.data.hits[0].line' 1
	json_is '.data.hits[0].text' '# Board Memo'
	json_is .data.notes 3
	json '.data.hits[].score' >"$BATS_TEST_TMPDIR/scores"
	sort -nr "$BATS_TEST_TMPDIR/scores" | cmp - "$BATS_TEST_TMPDIR/scores"
	run_coach 0 find board waits --json
	[ "$(hits)" = 'Notes/2026-11-10 two.md' ]
}

@test "find: a phrase in quotes, and words that must not be there" {
	lay_notes
	run_coach 0 find '"board memo"' --json
	[ "$(hits)" = 'Board Memo.md' ]
	run_coach 0 find 'memo -draft -how' --json
	[ "$(hits)" = 'Notes/one.md' ]
	run_coach 0 find --json -- memo -draft -how
	[ "$(hits)" = 'Notes/one.md' ]
	run_coach 2 find memo -draft
	stderr_has 'a word that begins with - stands behind --'
}

@test "find: for people, lines by note with the words marked" {
	lay_notes
	run_coach 0 find memo
	stdout_has '## Board Memo.md'
	stdout_has '- 1: # Board **Memo**'
	stdout_has '- 1: The **memo** is for the board.'
	stdout_has '3 lines in 3 notes.'
}

@test "find: --limit shows the best lines, and says how many there are" {
	run_coach 0 find board --limit 2
	stdout_has 'The best 2 of '
	[ "$(grep -c '^- ' "$BATS_TEST_TMPDIR/stdout")" -eq 2 ]
	run_coach 0 find board --limit 2 --json
	json_is .data.hits.length 2
	local all
	all=$(json .data.lines)
	[ "$all" -gt 20 ]
	run_coach 0 find board --json
	json_is .data.hits.length 20
	run_coach 0 find board --limit "$all" --json
	json_is .data.hits.length "$all"
	run_coach 2 find board --limit 0
}

@test "find: a name that nobody wrote as it is typed is found" {
	run_coach 0 find juergen --json
	json '.data.hits[].path' | grep -q 'Jürgen'
	run_coach 0 find JURGEN --json
	json '.data.hits[].path' | grep -q 'Jürgen'
	run_coach 0 find 雷 --json
	json '.data.hits[].path' | grep -q '李雷'
}

@test "find: templates are not searched" {
	lay_notes
	write_note 'Templates/Memo.md' 'memo'
	write_note 'Notes/templates/Memo.md' 'memo'
	run_coach 0 find memo --json
	json_is .data.notes 3
}

# --- filters -------------------------------------------------------------------------------------------------------

@test "find: kind: in any language, several of them, and turned round" {
	local sessions
	run_coach 0 find kind:session --limit 1000 --json
	sessions=$(json .data.notes)
	[ "$(json '.data.hits[].path' | grep -vc Sessions)" -eq 0 ]
	run_coach 0 find kind:Sitzung --json
	json_is .data.notes "$sessions"
	run_coach 0 find kind:session kind:week --json
	[ "$(json .data.notes)" -gt "$sessions" ]
	run_coach 0 find --limit 1000 --json -- board -kind:session
	[ "$(json '.data.hits[].path' | grep -c Sessions)" -eq 0 ]
}

@test "find: client: is any part of a name, and covers what is in the client's folder" {
	run_coach 0 find client:jurgen --limit 1000 --json
	[ "$(json '.data.hits[].path' | grep -vc Jürgen)" -eq 0 ]
	write_note 'Clients/Ada Example/Plan.md' 'memorandum'
	write_note 'Loose.md' '---' 'client: "[[Ada Example]]"' '---' 'memorandum'
	write_note 'Other.md' 'memorandum of [[Ada Example]]'
	run_coach 0 find memorandum client:"Ada Example" --json
	[ "$(hits)" = 'Clients/Ada Example/Plan.md|Loose.md' ]
	run_coach 0 find 'memorandum -client:ada' --json
	[ "$(hits)" = 'Other.md' ]
	run_coach 3 find memo client:nobody
	stderr_has 'clients are'
}

@test "find: since: is a day in words, and says how many notes have none" {
	lay_notes
	write_note 'Weeks/W.md' '---' 'type: week' 'week: 2026-W46' '---' 'memo'
	write_note 'Days/2026-11-08.md' 'memo'
	write_note 'Dated.md' '---' 'date: 12.11.2026' '---' 'memo'
	run_coach 0 find memo since:2026-11-09 --json
	json '.data.hits[].path' | sort >"$BATS_TEST_TMPDIR/found"
	[ "$(paste -sd '|' "$BATS_TEST_TMPDIR/found")" = 'Dated.md|Notes/2026-11-10 two.md|Weeks/W.md' ]
	json_is .data.since 2026-11-09
	json_is .data.undated 2
	run_coach 0 find memo 'since:last monday' x-is-no-word
	run_coach 0 find memo 'since:"last monday"'
	stdout_has 'since 2026-11-09'
	stdout_has '2 notes have no date, and since:2026-11-09 leaves them out.'
}

@test "find: tag: is a tag in the text or the front matter, or one below it" {
	lay_notes
	run_coach 0 find tag:work --json
	[ "$(hits)" = 'Notes/2026-11-10 two.md|Notes/one.md' ]
	run_coach 0 find '#WORK/board' --json
	[ "$(hits)" = 'Notes/one.md' ]
	run_coach 0 find tag:wor --json
	json_is .data.notes 0
	run_coach 0 find 'memo -tag:work' --json
	[ "$(hits)" = 'Board Memo.md' ]
}

@test "find: a filter that says nothing is refused with what to write" {
	run_coach 2 find kind:sesion
	stderr_has 'did you mean kind:session?'
	run_coach 2 find kind:
	stderr_has 'the filter kind: has no value'
	run_coach 2 find memo since:whenever
	stderr_has 'for example since:2026-11-20'
	run_coach 2 find '"board memo'
	stderr_has 'never closed'
	run_coach 2 find -- -memo
	stderr_has 'nothing is searched for'
	run_coach 2 find ''
	run_coach 2 find
}

# --- nothing found -------------------------------------------------------------------------------------------------

@test "find: nothing found is no error, and what is in the way is said" {
	lay_notes
	run_coach 0 find zebra
	stdout_has 'No note has **zebra**.'
	run_coach 0 find '"memo board"'
	stdout_has 'without quotes they may stand apart'
	run_coach 0 find another waits
	stdout_has 'No note has all of it:'
	stdout_has '- another: 1 note'
	run_coach 0 find memo kind:week
	stdout_has '3 notes have the words, and the filters leave them out:'
	stdout_has '- kind: 3'
	run_coach 0 find knid:week
	stdout_has 'Did you mean **kind:week**?'
	run_coach 0 find zebra --json
	json_is .data.hits.length 0
}

@test "find: a vault without notes" {
	lay_bare_vault
	run_coach 0 find memo
	stdout_has 'The vault has no notes to search.'
}

# --- odd notes -----------------------------------------------------------------------------------------------------

@test "find: a note that is too large to be parsed is searched, one that may not be read is named" {
	lay_notes
	{ yes 'line after line' | head -n 100000; echo 'a walrus'; } >Large.md
	run_coach 0 find walrus --json
	[ "$(hits)" = Large.md ]
	json_is '.data.hits[0].line' 100001
	json_is .findings.length 0
	become_nobody
	chmod 0 Notes/one.md
	run_coach 0 find memo --json
	json_is '.findings[0].code' unreadable
	json_is '.findings[0].path' Notes/one.md
	chmod 644 Notes/one.md
}

@test "find: control characters in a note reach no terminal" {
	lay_notes
	printf 'a walrus \033[31mred\033]0;title\007 \342\200\256 end\n' >Hostile.md
	run_coach 0 find walrus
	if LC_ALL=C grep -q $'[\033\007]' "$BATS_TEST_TMPDIR/stdout"; then explain "control characters"; fi
	stdout_has '**walrus** \[31mred]0;title'
	run_coach 0 find walrus --json
	json_is '.data.hits[0].line' 1
}

@test "find: of a very long line what is around the word is shown" {
	lay_notes
	{ yes 'many words' | head -n 5000 | tr '\n' ' '; printf 'a walrus'; yes ' and more' | head -n 5000 | tr -d '\n'; echo; } >Long.md
	run_coach 0 find walrus
	[ "$(awk '{ print length }' "$BATS_TEST_TMPDIR/stdout" | sort -n | tail -1)" -lt 230 ]
	stdout_has '- 1: … '
	stdout_has 'a **walrus** and more'
	run_coach 0 find walrus --json
	[ "$(json '.data.hits[0].text' | wc -c)" -lt 1100 ]
}

@test "find: changes nothing, and a second run says the same" {
	run_coach 0 find board --json
	cp "$BATS_TEST_TMPDIR/stdout" "$BATS_TEST_TMPDIR/first"
	nothing_written run_coach 0 find board --json
	cmp "$BATS_TEST_TMPDIR/first" "$BATS_TEST_TMPDIR/stdout"
}
