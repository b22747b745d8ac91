#!/usr/bin/env bats
# history, diff, undo, redo: what coach changed, and the way back, with what was written since kept.

load support

setup() {
	export COACH_NOW=2026-11-16
	week=Weeks/2026-W47.md
	session='Clients/Ada Example/Sessions/2026-11-19 Ada Example.md'
}

# Runs the commands behind it in a vault with a history of coach's, in a person's repository, and in one without git.
in_each_vault() {
	local laid=(lay_sample 'lay_sample --git' lay_own_repository)
	for lay in "${laid[@]}"; do
		rm -rf "$BATS_TEST_TMPDIR/vault"
		cd "$BATS_TEST_TMPDIR" || return
		$lay
		echo "# $lay" >&2
		"$@"
	done
}

# --- taking back, and keeping what was written since -------------------------------------------------------------------

undo_keeps_a_line_in_the_week() {
	run_coach 0 init_week
	sed -i 's/^## Time Log$/- [ ] Ask Tom about Friday\n\n## Time Log/' "$week"
	run_coach 0 undo
	stdout_has 'Took back **init_week 2026-W47**'
	file_has "$week" '- [ ] Ask Tom about Friday'
	file_lacks "$week" '## Capacity Pre-check'
	stderr_has 'what you wrote in it since was kept'
}

@test "undo: init_week goes, and what was written into its note since stays" {
	in_each_vault undo_keeps_a_line_in_the_week
}

undo_keeps_a_row_of_the_log() {
	run_coach 0 init_week
	run_coach 0 log 1.5 admin invoices
	sed -i 's/^| 2026-11-16 | 1.5 | admin .*/&\n| 2026-11-16 | 2 | bizdev | | a talk |/' "$week"
	printf '\nA thought for Friday.\n' >>"$week"
	run_coach 0 undo
	file_lacks "$week" 'invoices'
	file_has "$week" '| 2026-11-16 | 2 | bizdev | | a talk |'
	file_has "$week" 'A thought for Friday.'
}

@test "undo: log takes its row back, and leaves the row and the thought that came behind it" {
	in_each_vault undo_keeps_a_row_of_the_log
}

undo_keeps_notes_of_the_session() {
	cp "$session" "$BATS_TEST_TMPDIR/before"
	run_coach 0 prep_session ada
	sed -i 's/^## Notes$/## Notes\nShe came late, and laughing./' "$session"
	run_coach 0 undo
	sed -i '/^She came late, and laughing.$/d' "$session"
	cmp "$session" "$BATS_TEST_TMPDIR/before"
}

@test "undo: prep_session takes its agenda back, and leaves the notes taken since" {
	in_each_vault undo_keeps_notes_of_the_session
}

undo_is_exact() {
	run_coach 0 init_week
	cp -R . "$BATS_TEST_TMPDIR/before"
	run_coach 0 log 1 admin
	run_coach 0 session cancel max 2026-11-20
	run_coach 0 undo 2
	run_coach 0 undo 2
	diff -r -x .git -x .coach . "$BATS_TEST_TMPDIR/before"
	rm -rf "$BATS_TEST_TMPDIR/before"
}

@test "undo: without edits since, every byte is as before, in whatever order" {
	in_each_vault undo_is_exact
}

undo_takes_the_base_along() {
	run_coach 0 init_week
	cp .coach/base/"$week" "$BATS_TEST_TMPDIR/base"
	run_coach 0 prep_session ada
	run_coach 0 init_week
	! cmp -s .coach/base/"$week" "$BATS_TEST_TMPDIR/base"
	run_coach 0 undo
	cmp .coach/base/"$week" "$BATS_TEST_TMPDIR/base"
	run_coach 0 init_week
	file_has "$week" '~~**Prepare [[Ada Example]]**'
}

@test "undo: what the next run merges with is taken back too" {
	in_each_vault undo_takes_the_base_along
}

undo_takes_a_move_back() {
	run_coach 0 session move ada 2026-11-20
	printf '\nShe moved it herself.\n' >>"${session/19 Ada/20 Ada}"
	run_coach 0 undo
	file_has "$session" 'She moved it herself.'
	file_has "$session" 'date: 2026-11-19'
	[ ! -e "${session/19 Ada/20 Ada}" ]
}

@test "undo: a moved session goes back with what was written in it since" {
	in_each_vault undo_takes_a_move_back
}

@test "undo: days later, an entry far back, by number or commit" {
	lay_sample --git
	run_coach 0 log 1 admin ink
	local commit
	commit=$(git rev-parse HEAD)
	run_coach 0 init_week
	run_coach 0 log 2 bizdev paper
	export COACH_NOW=2026-11-20
	run_coach 0 undo "${commit:0:10}"
	file_lacks "$week" '| ink |'
	file_has "$week" '| paper |'
	run_coach 0 undo 3 --dry-run
	stdout_has '## Priorities'
}

# --- conflicts -----------------------------------------------------------------------------------------------------

both_sides_are_shown() {
	run_coach 0 prep_session ada
	run_coach 0 session cancel max 2026-11-20
	sed -i 's/^status: cancelled$/status: missed/' 'Clients/Max Mockup/Sessions/2026-11-20 Max Mockup.md'
	nothing_written run_coach 5 undo
	stderr_has 'now: status: missed'
	stderr_has 'before the entry: status: planned'
	stderr_has 'Max Mockup.md:'
	nothing_written run_coach 5 undo --json
	json_is '.findings[0].code' undo_conflict
	json_is .error.class conflict
	run_coach 0 undo 2
}

@test "undo: what was changed again is shown from both sides, and nothing is written" {
	in_each_vault both_sides_are_shown
}

a_link_moved_and_written_under() {
	printf '\nSee [[2026-11-19 Ada Example]]\n' >>'Practice Strategy.md'
	run_coach 0 session move ada 2026-11-20 09:00
	echo 'a line below' >>'Practice Strategy.md'
	run_coach 0 undo
	[ "$(tail -n 2 'Practice Strategy.md')" = 'See [[2026-11-19 Ada Example]]
a line below' ]
	[ "$(grep -c 'See ' 'Practice Strategy.md')" -eq 1 ]
}

@test "undo: a paragraph that was changed and then written under goes back in its line, and is not doubled" {
	in_each_vault a_link_moved_and_written_under
}

an_item_of_the_week_changed_again() {
	run_coach 0 init_week
	run_coach 0 session add max 2026-11-17 10:00
	run_coach 0 session add max 2026-11-18 10:00
	run_coach 0 init_week
	sed -i '/^- \*\*Sessions:\*\*/s/$/ (tight!)/' "$week"
	sed -i 's/^| \[\[Max Mockup\]\] | Tue/& early/' "$week"
	nothing_written run_coach 5 undo
	stderr_has 'before the entry: - **Sessions:** 5 of 6 booked'
	stderr_has 'now: | [[Max Mockup]] | Tue early'
}

@test "undo: an item of the week that says something else and was written in is not doubled" {
	in_each_vault an_item_of_the_week_changed_again
}

@test "undo: a note that is gone stays gone, one that is back stands in the way" {
	lay_sample
	run_coach 0 log 1 admin
	rm "$week"
	nothing_written run_coach 5 undo
	stderr_has 'stands as it was written'
	stderr_has "$week: error: there is no such note any more (renamed or removed)"
	run_coach 0 session move ada 2026-11-20
	write_note "$session" 'Another one'
	nothing_written run_coach 5 undo
}

# A log row that was changed since, in a week that was there before; behind it an entry that can be taken back.
only_what_was_changed_is_left() {
	week=Weeks/2026-W45.md
	run_coach 0 log 1h admin ink --as-of 2026-11-03
	run_coach 0 log 2h bizdev Coffee --as-of 2026-11-03
	sed -i '/Coffee/s/| 2 |/| 2.5 |/' "$week"
	nothing_written run_coach 5 undo
	stderr_has 'nothing of log 2026-11-03 2 h bizdev, Coffee stands as it was written'
	stderr_has "error: changed since, and so kept: | 2026-11-03 | 2.5 | bizdev"
	stderr_has 'coach undo 2` takes back the one before'
	[[ $stdout == '' ]]
	nothing_written run_coach 5 undo --json
	json_is .error.class conflict
	json_is .data null
	json_is '.findings[0].code' undo_conflict
	run_coach 0 undo 2
	file_lacks "$week" '| ink |'
	file_has "$week" '| 2.5 | bizdev'
}

@test "undo: where nothing stands as it was written, it says why and what comes next" {
	in_each_vault only_what_was_changed_is_left
}

@test "undo: what was set back by hand is as it was before already; redo finds it there already" {
	lay_sample
	cp Weeks/2026-W45.md "$BATS_TEST_TMPDIR/before"
	run_coach 0 log 1h admin ink --as-of 2026-11-03
	cp Weeks/2026-W45.md "$BATS_TEST_TMPDIR/after"
	cp "$BATS_TEST_TMPDIR/before" Weeks/2026-W45.md
	nothing_written run_coach 5 undo
	stderr_has 'it is as it was before already'
	cp "$BATS_TEST_TMPDIR/after" Weeks/2026-W45.md
	run_coach 0 undo
	cp "$BATS_TEST_TMPDIR/after" Weeks/2026-W45.md
	nothing_written run_coach 5 redo
	stderr_has 'log 2026-11-03 1 h admin, ink is there already'
}

@test "undo: a note emptied by hand stays empty" {
	lay_sample
	run_coach 0 log 1h admin ink --as-of 2026-11-03
	: >Weeks/2026-W45.md
	nothing_written run_coach 5 undo
	stderr_has 'emptied since, and stays so'
	[ ! -s Weeks/2026-W45.md ]
}

@test "undo: a note whose text is only in the cloud is refused, as by other commands" {
	lay_sample
	run_coach 0 log 1h admin ink --as-of 2026-11-03
	rm Weeks/2026-W45.md
	touch Weeks/.2026-W45.md.icloud
	nothing_written run_coach 11 undo
	stderr_has 'placeholder'
}

a_moved_session_is_gone() {
	printf '\nSee [[2026-11-19 Ada Example]]\n' >>'Practice Strategy.md'
	run_coach 0 session move ada 2026-11-20
	rm "${session/19 Ada/20 Ada}"
	run_coach 0 undo
	stderr_has 'there is no such note any more (renamed or removed)'
	file_has 'Practice Strategy.md' 'See [[2026-11-19 Ada Example]]'
	[ ! -e "$session" ]
}

@test "undo: of a moved session that is gone, the links go back" {
	in_each_vault a_moved_session_is_gone
}

part_of_it_was_changed() {
	run_coach 0 prep_session ada
	sed -i 's/^- Energy, wins.*\|^- The key takeaway.*/&, and slowly/' "$session"
	run_coach 0 undo
	file_has "$session" "in the client's words, and slowly"
	file_lacks "$session" 'The next session'
	[ "$(grep -c 'info: changed since, and so kept: .*, and slowly' "$BATS_TEST_TMPDIR/stderr")" = 1 ]
}

@test "undo: says what of the entry it kept, because it was changed" {
	in_each_vault part_of_it_was_changed
}

# --- commits that were changed ------------------------------------------------------------------------------------------

# The sample practice with a history of coach's, the person's notes committed, and one entry on top.
lay_one_entry() {
	lay_sample --git
	git add .
	git commit -q -m 'My practice'
	run_coach 0 log 1 admin ink --as-of 2026-11-03
}

refuses_the_altered() {
	nothing_written run_coach 5 undo
	stderr_has 'log 2026-W45 cannot be taken back: its commit was changed since it was made'
	stderr_has '`git revert '
	run_coach 0 diff 1
}

@test "undo: a commit amended with words of one's own in the same note is refused" {
	lay_one_entry
	printf '\nmine\n' >>Weeks/2026-W45.md
	git commit -q -a --amend --no-edit
	refuses_the_altered
}

@test "undo: a commit amended with another note is refused" {
	lay_one_entry
	write_note Mine.md 'my own'
	git add Mine.md
	git commit -q --amend --no-edit
	refuses_the_altered
}

@test "undo: a commit squashed with one's own is refused" {
	lay_one_entry
	printf '\nmine\n' >>'Client Portfolio.md'
	git commit -q -a -m 'My words'
	local message
	message=$(git log -1 --format=%B HEAD~)
	git reset -q --soft HEAD~2
	git commit -q -m "$message"
	refuses_the_altered
}

@test "undo: an entry of an older version is checked by the files that it names" {
	lay_one_entry
	git commit -q --amend -m "$(git log -1 --format=%B | grep -v '^Coach-Lines')"
	run_coach 0 undo --dry-run
	write_note Mine.md 'my own'
	git add Mine.md
	git commit -q --amend --no-edit
	refuses_the_altered
}

@test "undo: a commit that was moved onto another text is what it was" {
	lay_one_entry
	git checkout -q -b other HEAD~
	printf '\nA thought for Friday.\n' >>Weeks/2026-W45.md
	git commit -q -a -m 'My words'
	git cherry-pick -X theirs main >/dev/null
	git checkout -q -B main
	file_has Weeks/2026-W45.md '| ink |'
	run_coach 0 undo
	file_lacks Weeks/2026-W45.md '| ink |'
	file_has Weeks/2026-W45.md 'A thought for Friday.'
}

@test "undo: line ends that git made others are no change of the commit" {
	lay_one_entry
	git config core.autocrlf true
	run_coach 0 undo --dry-run
	sed -i 's/$/\r/' Weeks/2026-W45.md
	run_coach 0 log 2 admin paper --as-of 2026-11-03
	run_coach 0 undo
	file_lacks Weeks/2026-W45.md '| paper |'
}

# --- more than one place ------------------------------------------------------------------------------------------------

@test "history: commits and what is kept beside them stand in one order, whatever their times say" {
	lay_sample --git
	printf 'Weeks/\n' >.gitignore
	local minutes
	for minutes in 20 25 30; do
		run_coach 0 config capacity.prep_minutes "$minutes"
		run_coach 0 log 1 admin "row $minutes"
	done
	run_coach 0 history --json
	[ "$(json '.data.entries[].command' | head -6 | tr '\n' ' ')" = 'log config log config log config ' ]
	# A rebase makes the commits others, and later ones.
	git checkout -q -b moved HEAD~3
	git commit -q --allow-empty -m mine
	GIT_COMMITTER_DATE='2030-01-01T00:00:00' git cherry-pick main~3..main >/dev/null
	git checkout -q -B main
	run_coach 0 history --json
	[ "$(json '.data.entries[].command' | head -6 | tr '\n' ' ')" = 'log config log config log config ' ]
	run_coach 0 undo
	file_lacks "$week" 'row 30'
	run_coach 0 undo
	file_has .coach/config.yaml 'prep_minutes: 25'
}

@test "history: what is kept without git stands behind what git recorded, and is older than a repository made later" {
	lay_sample
	run_coach 0 log 1 admin ink
	git init -q -b main .
	run_coach 0 log 1 admin paper
	run_coach 0 config history.enabled false
	run_coach 0 log 1 admin glue
	run_coach 0 history --json
	[ "$(json '.data.entries[].command' | tr '\n' ' ')" = 'log config log log init ' ]
	json_is '.data.entries[0].commit' null
	[ "$(json '.data.entries[2].commit')" != null ]
}

history_is_switched_off() {
	run_coach 0 log 1 admin ink
	run_coach 0 config history.enabled false
	stderr_has 'take it back: coach undo'
	run_coach 0 history --json
	json_is '.data.entries[1].command' log
	run_coach 0 undo
	run_coach 0 config history.enabled
	stdout_has true
	run_coach 0 undo
	[ ! -e "$week" ]
}

@test "undo: takes back also that history was switched off, and what came before" {
	in_each_vault history_is_switched_off
}

@test "undo: without the module, what is kept is taken back where history is switched off" {
	mkdir -p "$BATS_TEST_TMPDIR/bin"
	cp "$(command -v coach)" "$BATS_TEST_TMPDIR/bin/coach"
	lay_sample --git
	run_coach 0 log 1 admin ink
	coach() { "$BATS_TEST_TMPDIR/bin/coach" "$@"; }
	coach log 1 admin >/dev/null 2>&1 && skip 'the module is linked in, or installed'
	nothing_written run_coach 6 history
	run_coach 0 config history.enabled false
	run_coach 0 history --json
	json_is '.data.entries[0].command' config
	json_is .data.entries.length 1
	run_coach 0 undo
	[[ $(cat .coach/config.yaml) != *'enabled: false'* ]]
}

@test "undo: of many files in a small vault needs the same word as any mass change" {
	lay_empty_vault
	for number in $(seq 1 24); do
		write_note "Clients/Ada Example/Sessions/note $number.md" 'See [[2026-11-19 Ada Example]]'
	done
	write_note "$session" '---' 'type: session' 'client: "[[Ada Example]]"' 'date: 2026-11-19' 'status: planned' '---' '# Session'
	write_note 'Client Portfolio.md' '# Client Portfolio' '' '## Active Roster' '' '| Client | Status |' '| --- | --- |' '| [[Ada Example]] | active |'
	run_coach 0 session move ada 2026-11-20 --allow-mass-change
	run_coach 11 undo
	stderr_has 'a change of 26 files'
	stderr_has '--allow-mass-change'
	[ ! -e "$session" ]
	run_coach 0 undo --allow-mass-change
	stdout_has 'files.'
	[ -e "$session" ]
}

@test "undo: four digits are a number where there is one, else the start of an id" {
	lay_sample
	run_coach 0 log 1 admin
	run_coach 0 history --json
	local id
	id=$(json '.data.entries[0].id')
	run_coach 0 undo "0001" --dry-run
	run_coach 0 undo "${id:0:4}" --dry-run
	run_coach 3 undo 9999
	stderr_has 'there is no entry 9999'
}

# --- there and back ------------------------------------------------------------------------------------------------

undo_redo_and_again() {
	run_coach 0 log 1 admin ink
	cp "$week" "$BATS_TEST_TMPDIR/one"
	run_coach 0 log 2 bizdev paper
	cp "$week" "$BATS_TEST_TMPDIR/two"
	run_coach 0 undo
	cmp "$week" "$BATS_TEST_TMPDIR/one"
	run_coach 0 undo
	[ ! -e "$week" ]
	run_coach 0 redo
	cmp "$week" "$BATS_TEST_TMPDIR/one"
	run_coach 0 redo
	cmp "$week" "$BATS_TEST_TMPDIR/two"
	nothing_written run_coach 0 redo
	stderr_has 'nothing was taken back'
	run_coach 0 undo
	stderr_has 'take it back: coach redo'
	cmp "$week" "$BATS_TEST_TMPDIR/one"
}

@test "redo: brings back what undo took, one after the other" {
	in_each_vault undo_redo_and_again
}

brought_back_once() {
	run_coach 0 session add max 2026-11-25 10:00
	run_coach 0 undo
	run_coach 0 redo
	run_coach 0 session move max 2026-11-26 10:00 --from 2026-11-25
	nothing_written run_coach 0 undo 3
	stderr_has 'it is brought back already'
	nothing_written run_coach 0 redo 4
	stderr_has 'it is brought back already'
	run_coach 0 history --json
	[ "$(json '.data.entries[].state' | head -4 | tr '\n' ' ')" = 'stands turns superseded stands ' ]
	[ "$(json '.data.entries[].command' | head -4 | tr '\n' ' ')" = 'session redo undo session ' ]
	run_coach 0 history
	stdout_has '| superseded |'
}

@test "undo: an undo that a redo took back is not taken back again" {
	in_each_vault brought_back_once
}

undo_of_an_undo_is_a_redo() {
	run_coach 0 log 1 admin ink
	run_coach 0 undo
	run_coach 0 undo 1
	stdout_has 'Brought back **log 2026-11-16 1 h admin, ink**'
	stderr_has 'take it back: coach undo'
	run_coach 0 history --json
	json_is '.data.entries[0].command' redo
	json_is '.data.entries[0].subject' 'log 2026-W47'
}

@test "undo: of an undo is a redo, and history says so" {
	in_each_vault undo_of_an_undo_is_a_redo
}

redo_one_that_is_named() {
	run_coach 0 log 1 admin ink
	run_coach 0 log 2 bizdev paper
	run_coach 0 undo
	run_coach 0 undo
	run_coach 0 redo 3
	file_has "$week" '| paper |'
	file_lacks "$week" '| ink |'
	nothing_written run_coach 0 redo 3
	stderr_has 'it is brought back already'
	run_coach 0 redo 2
	file_has "$week" '| ink |'
	nothing_written run_coach 0 redo 7
	stderr_has 'it was not taken back'
	nothing_written run_coach 3 redo 99
}

@test "redo: brings back the one that is named, by itself or by its undo, into a week made anew" {
	lay_sample
	run_coach 0 log 0.5 admin first
	redo_one_that_is_named
}

@test "redo: is not stuck at what is there already" {
	lay_sample
	run_coach 0 log 1 admin ink
	run_coach 0 undo
	run_coach 0 undo 3
	run_coach 0 init --no-git
	nothing_written run_coach 5 redo
	stderr_has 'init new vault is there already'
	stderr_has 'coach redo 3` brings back'
	run_coach 0 redo 3
	file_has "$week" '| ink |'
}

@test "redo: a conflict says what cannot be brought back, and where the texts differ" {
	lay_sample
	run_coach 0 init_week
	run_coach 0 undo
	run_coach 0 session add max 2026-11-18 10:00
	run_coach 0 init_week
	nothing_written run_coach 5 redo
	stderr_has 'init_week 2026-W47 cannot be brought back'
	stderr_has 'now: - **Sessions:** 6 of 6 booked'
	stderr_has 'the entry had: - **Sessions:** 5 of 6 booked'
	[[ $stderr != *': ---'* ]]
}

@test "undo and redo: the entry is said to be in the state that it now has" {
	lay_sample
	run_coach 0 log 1 admin ink
	run_coach 0 undo --json
	json_is .data.entry.state undone
	run_coach 0 redo --json
	json_is .data.entry.state stands
}

# Runs the way back that the last command printed.
take_it_back() {
	local advice
	advice=$(sed -n 's/^take it back: coach //p' <<<"$stderr")
	[ -n "$advice" ] || explain 'no way back'
	read -ra advice <<<"$advice"
	run_coach 0 "${advice[@]}"
}

the_way_back_takes_back_what_was_done() {
	run_coach 0 session add max 2026-11-25 10:00
	run_coach 0 undo
	run_coach 0 log 1 admin ink
	cp -R . "$BATS_TEST_TMPDIR/before"
	run_coach 0 redo
	take_it_back
	stdout_has 'Took back **session'
	diff -r -x .git -x .coach . "$BATS_TEST_TMPDIR/before"
	# By the number of the undo, or of the entry: the same.
	run_coach 0 undo 1
	take_it_back
	diff -r -x .git -x .coach . "$BATS_TEST_TMPDIR/before"
	run_coach 0 redo 6
	take_it_back
	take_it_back
	take_it_back
	diff -r -x .git -x .coach . "$BATS_TEST_TMPDIR/before"
	rm -rf "$BATS_TEST_TMPDIR/before"
}

@test "redo: the way back names what was brought back, where something else came later" {
	in_each_vault the_way_back_takes_back_what_was_done
}

@test "redo: the way back is undo alone where that takes it" {
	lay_sample
	run_coach 0 log 1 admin ink
	run_coach 0 undo
	run_coach 0 redo
	[[ $stderr == *$'\ntake it back: coach undo' ]]
}

@test "redo: the way back of init names it, since undo alone never takes it" {
	lay_sample
	run_coach 0 undo 1
	touch .coach/config.yaml
	run_coach 0 redo
	[ -s .coach/config.yaml ]
	take_it_back
	stdout_has 'Took back **init new vault**'
	[ ! -e .coach/config.yaml ]
}

@test "redo: the way back of an entry that is kept no more is the redo itself" {
	lay_sample
	run_coach 0 config history.kept 2
	run_coach 0 log 1 admin ink
	run_coach 0 undo
	run_coach 0 log 2 admin paper
	run_coach 0 redo
	file_has "$week" '| ink |'
	stderr_has 'take it back: coach undo 1'
	take_it_back
	file_lacks "$week" '| ink |'
	file_has "$week" '| paper |'
}

@test "undo: what is taken back already is not taken back twice" {
	lay_sample
	run_coach 0 log 1 admin
	run_coach 0 undo
	nothing_written run_coach 0 undo 2
	stderr_has 'taken back already'
	run_coach 0 undo 1
	[ -e "$week" ]
}

# A vault in which coach has changed nothing yet.
lay_untouched() {
	write_note "$BATS_TEST_TMPDIR/vault/.coach/config.yaml" 'version: 1'
	cd "$BATS_TEST_TMPDIR/vault" || return
}

@test "undo: of nothing, and of what is not there" {
	lay_untouched
	nothing_written run_coach 0 undo
	stderr_has 'there is nothing to take back'
	nothing_written run_coach 3 undo 7
	stderr_has 'there is no entry 7'
	nothing_written run_coach 3 undo abcdef
}

@test "undo: init can be taken back, and leaves the notes" {
	cp -R "$root/vault-template/sample" "$BATS_TEST_TMPDIR/own"
	cd "$BATS_TEST_TMPDIR/own" || return
	run_coach 0 init --no-git
	stderr_has 'take it back: coach undo 1'
	nothing_written run_coach 0 undo
	stderr_has 'coach undo 1` takes the vault'"'s own files away"
	run_coach 0 undo 1
	stdout_has 'The folder is no vault any more'
	[[ $stderr != *'take it back'* ]]
	[ ! -e .coach/config.yaml ]
	[ -e 'Client Portfolio.md' ]
}

@test "undo: a template that was added to a vault is a change like any other" {
	lay_sample
	run_coach 0 init --template both
	run_coach 0 undo
	[ -e .coach/config.yaml ]
}

# --- history and diff ----------------------------------------------------------------------------------------------

entries_are_listed() {
	run_coach 0 init_week
	run_coach 0 log 1 admin
	run_coach 0 undo
	run_coach 0 history --json
	[ "$(json '.data.entries[].command' | head -3 | tr '\n' ' ')" = 'undo log init_week ' ]
	json_is '.data.entries[0].subject' 'log 2026-W47'
	[ "$(json '.data.entries[].state' | head -3 | tr '\n' ' ')" = 'turns undone stands ' ]
	json_is '.data.entries[1].subject' 2026-W47
	json_is '.data.entries[1].files' 1
	[[ $(json '.data.entries[0].time') == 20*:* ]]
}

@test "history: lists each change, the latest first, and what was taken back" {
	in_each_vault entries_are_listed
}

entries_of_a_client_or_a_folder() {
	run_coach 0 init_week
	run_coach 0 session move ada 2026-11-20
	run_coach 0 session cancel max 2026-11-20
	run_coach 0 history --client ada --json
	[ "$(json '.data.entries[].command')" = session ]
	json_is '.data.entries[0].number' 2
	run_coach 0 history Weeks --json
	json_is '.data.entries[0].number' 3
	run_coach 0 history 'Clients/Ada Example/' --json
	json_is '.data.entries[0].number' 2
	json_is .data.entries.length 1
}

@test "history: of one client, and of one folder, with the numbers that undo takes" {
	in_each_vault entries_of_a_client_or_a_folder
}

numbers() { json '.data.entries[].number' | tr '\n' ' '; }

a_client_in_a_folder() {
	run_coach 0 init_week
	run_coach 0 prep_session ada
	run_coach 0 session cancel max 2026-11-20
	run_coach 0 session move ada 2026-11-20
	run_coach 0 history --client ada --json
	[ "$(numbers)" = '1 3 ' ]
	for path in . Clients 'Clients/Ada Example/Sessions'; do
		run_coach 0 history "$path" --client ada --json
		[ "$(numbers)" = '1 3 ' ]
	done
	run_coach 0 history 'Clients/Ada Example/Sessions/2026-11-20 Ada Example.md' --client ada --json
	[ "$(numbers)" = '1 ' ]
	run_coach 0 history "$session" --client ada --json
	[ "$(numbers)" = '1 3 ' ]
	for path in Weeks 'Clients/Max Mockup' Plans; do
		run_coach 0 history "$path" --client ada --json
		json_is .data.entries.length 0
	done
}

@test "history: of one client and one folder, what both are true of" {
	in_each_vault a_client_in_a_folder
}

@test "history: of a client without a note nothing, rather than all" {
	lay_sample
	run_coach 0 log 1 admin
	sed -i 's/^| \*\*\[\[Ada Example.*$/&\n| Nora Newcomer | Executive | 2 | Active | 2027-06-30 |/' 'Client Portfolio.md'
	run_coach 0 history --client nora --json
	json_is .data.entries.length 0
}

a_path_is_taken_from_where_one_stands() {
	run_coach 0 log 1 admin
	run_coach 0 session move ada 2026-11-20
	cd Weeks || return
	for path in 2026-W47.md ./2026-W47.md Weeks Weeks/2026-W47.md . ../Weeks/ "$PWD/2026-W47.md"; do
		run_coach 0 history "$path" --json
		json_is '.data.entries[].command' log
	done
	cd "../${session%/*}" || return
	run_coach 0 history "${session##*/}" --json
	json_is '.data.entries[].command' session
	rm ../../../Weeks/2026-W47.md
	run_coach 0 history ../../../Weeks/2026-W47.md --json
	json_is '.data.entries[].command' log
	run_coach 0 history Weeks/2026-W47.md --json
	json_is '.data.entries[].command' log
	cd "$BATS_TEST_TMPDIR" || return
	run_coach 0 history --vault vault Weeks/2026-W47.md --json
	json_is '.data.entries[].command' log
}

@test "history: a path is taken from the working folder or from the vault, also of a note that moved or went" {
	in_each_vault a_path_is_taken_from_where_one_stands
}

@test "history: a path that is nowhere, or not in the vault, is an error" {
	lay_sample
	run_coach 0 log 1 admin
	run_coach 3 history Weeks/2026-W99.md
	stderr_has 'Weeks/2026-W99.md: there is no such file or folder'
	stderr_has 'one that is gone by the path that it had'
	run_coach 3 history "$root/LICENSE"
	stderr_has 'is not in the vault'
	run_coach 3 history ..
	stderr_has 'is not in the vault'
	run_coach 0 history .
	stdout_has log
}

entries_are_told_apart() {
	run_coach 0 session add max 2026-11-25 10:00
	run_coach 0 session move max 11:00 --from 2026-11-25
	run_coach 0 session move max 2026-11-26 --from 2026-11-25
	run_coach 0 session move max 2026-11-27 9:00 --from 2026-11-26
	run_coach 0 session cancel max 2026-11-27
	run_coach 0 log 1.5 coaching --client ada
	run_coach 0 log 50m admin ink
	run_coach 0 prep_session ada
	run_coach 0 undo 2
	stdout_has 'Took back **log 2026-11-16 50m admin, ink** of '
	run_coach 0 history --json
	cat >"$BATS_TEST_TMPDIR/expected" <<-'END'
		log 2026-11-16 50m admin, ink
		2026-11-19 Ada Example
		2026-11-16 50m admin, ink
		2026-11-16 1.5 h coaching, Ada Example
		cancelled 2026-11-27 Max Mockup
		moved 2026-11-26 Max Mockup to 2026-11-27 09:00
		moved 2026-11-25 Max Mockup to 2026-11-26
		moved 2026-11-25 Max Mockup from 10:00 to 11:00
		added 2026-11-25 Max Mockup
	END
	json '.data.entries[].about' | head -9 | diff "$BATS_TEST_TMPDIR/expected" -
	json_is '.data.entries[3].subject' 2026-W47
	run_coach 0 history
	stdout_has '| moved 2026-11-25 Max Mockup from 10:00 to 11:00 '
	[[ $(git log --all --format=%B 2>&1) != *Max* ]]
}

@test "history: says of each entry what tells it from the others, which no message of a commit does" {
	in_each_vault entries_are_told_apart
}

@test "history: of a commit that was changed since it says no more than the message" {
	lay_one_entry
	sed -i 's/ink/paper/' Weeks/2026-W45.md
	git commit -q -a --amend --no-edit
	run_coach 0 history --json
	json_is '.data.entries[0].about' 2026-W45
}

ids_stay_as_numbers_grow() {
	run_coach 0 log 1 admin ink
	run_coach 0 log 2 bizdev paper
	run_coach 0 history
	local id
	id=$(sed -nE 's/^\| +2 +\| +([0-9a-f]+) +\|.*/\1/p' <<<"$stdout")
	[ "${#id}" -eq 7 ]
	[ "$(grep -c "| $id " <<<"$stdout")" -eq 1 ]
	run_coach 0 session cancel max 2026-11-20
	run_coach 0 diff "$id"
	stdout_has '| ink |'
	run_coach 0 undo "$id"
	file_lacks "$week" '| ink |'
	file_has "$week" '| paper |'
}

@test "history: each entry has an id that undo and diff take, whatever its number is by then" {
	in_each_vault ids_stay_as_numbers_grow
}

diff_is_what_dry_run_showed() {
	run_coach 0 session cancel max 2026-11-20 --dry-run
	local shown=$stdout
	run_coach 0 session cancel max 2026-11-20
	run_coach 0 diff
	[ "$stdout" = "$shown" ]
	run_coach 0 diff 1 --json
	json_is '.data.files[0].action' modify
	json_is .data.entry.command session
}

@test "diff: shows what --dry-run had shown" {
	in_each_vault diff_is_what_dry_run_showed
}

@test "history: an empty one says what is on record, and no more" {
	lay_untouched
	run_coach 0 history
	stdout_has "No change of coach's is on record here yet."
	rm -rf "$BATS_TEST_TMPDIR/vault"
	lay_sample --git
	run_coach 0 history Plans
	stdout_has 'No change of that is on record here.'
	run_coach 0 history --client zoe
	stdout_has 'No change of that is on record here.'
	rm -rf .git .coach/journal/kept
	run_coach 0 history
	stdout_has "No change of coach's is on record here yet."
}

@test "history: the message of a commit names the command and no client" {
	lay_sample --git
	run_coach 0 prep_session ada
	[[ $(git log -1 --format=%B) == *'Coach-Paths: '*'Coach-Entry: '* ]]
	[[ $(git log -1 --format=%B) != *Ada* ]]
	run_coach 0 undo
	[[ $(git log -1 --format=%B) == *'Coach-Undoes: '* ]]
}

@test "history: as many changes are kept as history.kept says" {
	lay_sample
	run_coach 0 config history.kept 3
	for day in 1 2 3 4; do coach log 0.5 admin "row $day" -q; done
	[ "$(find .coach/journal/kept -type f | wc -l)" -eq 3 ]
	run_coach 0 history --json
	json_is .data.entries.length 3
	COACH_HISTORY_KEPT=1 run_coach 0 log 0.5 admin 'row 5'
	[ "$(find .coach/journal/kept -type f | wc -l)" -eq 1 ]
	run_coach 0 undo
	file_lacks "$week" 'row 5'
	file_has "$week" 'row 4'
}

@test "undo: finds the latest change also behind a number that coach never came to" {
	lay_sample
	run_coach 0 log 1 admin
	for number in 99999999 999999999999999999; do
		touch ".coach/journal/kept/$number-0123456789abcdef"
		cp -r . "$BATS_TEST_TMPDIR/$number"
	done
	cd "$BATS_TEST_TMPDIR/99999999" || return
	run_coach 0 log 2 admin Filing
	run_coach 0 undo
	stdout_has 'Took back'
	file_lacks Weeks/2026-W47.md '| Filing |'
	cd "$BATS_TEST_TMPDIR/999999999999999999" || return
	run_coach 11 log 2 admin Filing
	stderr_has 'no number is left'
	stderr_has 'remove the file with the highest number there'
}

@test "history: the last hundred changes are kept where there is no git" {
	lay_sample
	for day in $(seq 1 102); do coach log 0.5 admin "row $day" -q >/dev/null; done
	[ "$(find .coach/journal/kept -type f | wc -l)" -eq 100 ]
	run_coach 0 undo
	file_lacks "$week" 'row 102'
	file_has "$week" 'row 101'
}

@test "redo: rests on the undo alone, also where what it took back is kept no more" {
	lay_sample
	for day in $(seq 1 99); do coach log 0.5 admin "row $day" -q >/dev/null; done
	run_coach 0 undo 99
	file_lacks "$week" '| row 1 |'
	[ "$(find .coach/journal/kept -type f | wc -l)" -eq 100 ]
	coach log 0.5 admin 'one more' -q >/dev/null
	run_coach 0 redo
	stdout_has 'Brought back **log 2026-W47**.'
	file_has "$week" '| row 1 |'
}

@test "undo: a line of the person's beside the one that the change is about stays, in one paragraph too" {
	lay_sample
	run_coach 0 session add ada 2026-11-20 15:00
	printf 'See [[2026-11-20 Ada Example]].\n' >Mine.md
	run_coach 0 session move ada 2026-11-27 --from 2026-11-20
	echo 'A line of mine.' >>Mine.md
	run_coach 0 undo
	[ "$(cat Mine.md)" = 'See [[2026-11-20 Ada Example]].
A line of mine.' ]
}

@test "undo: a booking is not taken back in part: what was done with the session since goes first" {
	lay_sample
	run_coach 0 session add ada 2026-11-25 10:00
	run_coach 0 prep_session ada --date 2026-11-25
	nothing_written run_coach 5 undo 2
	stderr_has 'coach undo 1'
	run_coach 0 undo 1
	run_coach 0 undo 3
	[ ! -e 'Clients/Ada Example/Sessions/2026-11-25 Ada Example.md' ]
}

@test "undo: a move in the way of a booking that is to be taken back is named" {
	lay_sample
	run_coach 0 session add ada 2026-11-25 10:00
	run_coach 0 log 1 admin
	run_coach 0 session move ada 2026-11-28 --from 2026-11-25
	nothing_written run_coach 5 undo 3
	stderr_has 'coach undo 1'
}

@test "undo: where lines of a person's keep the note of a session, it says that it is still booked" {
	lay_sample
	run_coach 0 session add ada 2026-11-25 10:00
	sed -i 's/^## Notes$/## Notes\n\nMy own line./' 'Clients/Ada Example/Sessions/2026-11-25 Ada Example.md'
	run_coach 0 undo
	stdout_has 'still booked'
	file_has 'Clients/Ada Example/Sessions/2026-11-25 Ada Example.md' 'My own line.'
}
