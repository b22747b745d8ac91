#!/usr/bin/env bats
# coach init: a new vault, or a folder of notes that becomes one without a change to any of them.

load support

setup() { mkdir "$BATS_TEST_TMPDIR/here" && cd "$BATS_TEST_TMPDIR/here" || return 1; }

# adopt FOLDER OPTION…: init without history, as JSON.
adopt() {
	run_coach 0 init "$@" --no-git --json
}

# lay_repository: a person's own repository here, with one commit and another file staged.
lay_repository() {
	git init -q -b main .
	write_note kept.md 'committed'
	git add kept.md
	git commit -q -m 'By hand'
	write_note staged.md 'staged'
	git add staged.md
}

# --- new vaults ----------------------------------------------------------------------------------------------------

@test "init: an empty folder gets the practice template and a history" {
	mkdir Practice
	run_coach 0 init Practice
	stdout_has 'New vault in Practice'
	[ -f 'Practice/Client Portfolio.md' ]
	[ -f Practice/Templates/Engagement.md ]
	[ ! -e Practice/Career ]
	[ "$(git -C Practice log --format=%s)" = 'coach(init): new vault' ]
	[ -z "$(git -C Practice status --porcelain)" ]
}

@test "init: a folder that is missing is made, with those above it" {
	run_coach 0 init one/two/Practice --no-git
	[ -f one/two/Practice/.coach/config.yaml ]
	[ ! -e one/two/Practice/.git ]
}

@test "init: without a folder it is the current one, or the one of --vault" {
	mkdir here there && cd here
	run_coach 0 init --no-git
	[ -f .coach/config.yaml ]
	run_coach 0 --vault ../there init --no-git
	[ -f ../there/.coach/config.yaml ]
}

@test "init: the executive template is a career, both is both" {
	adopt executive --template executive
	[ "$(json '.data.laid[]')" = 'Career/Career Index.md
Templates/Annual Goals.md
.coach/config.yaml
.coach/.gitignore' ]
	[ ! -e 'executive/Client Portfolio.md' ]
	adopt both --template both
	[ -f 'both/Client Portfolio.md' ]
	[ -f 'both/Career/Career Index.md' ]
}

@test "init: what it lays is the template, byte for byte" {
	run_coach 0 init new --template both --no-git
	for template in practice executive; do
		(cd "$root/vault-template/$template" && find . -type f) | while read -r path; do
			cmp "$root/vault-template/$template/$path" "new/$path"
		done
	done
}

@test "init: a new vault answers every question at once" {
	run_coach 0 init new --no-git
	cd new
	run_coach 0 status
	run_coach 0 capacity_check
	run_coach 0 init_week
	run_coach 0 lint
	stdout_has 'not filled in yet'
}

# --- folders of notes ----------------------------------------------------------------------------------------------

@test "init: an existing folder keeps every note as it was, and gets no template" {
	cp -R "$root/vault-template/sample" notes
	tree_digest notes >before
	adopt notes
	json_is .data.adopted true
	[ "$(json '.data.laid[]')" = '.coach/config.yaml
.coach/.gitignore' ]
	rm -r notes/.coach
	[ "$(tree_digest notes)" = "$(cat before)" ]
}

@test "init: says what it recognised, by kind" {
	cp -R "$root/vault-template/sample" notes
	adopt notes
	[ "$(json '.data.recognised[].kind' | tr '\n' ' ')" = 'portfolio engagement session inbox week plan strategy ' ]
	[ "$(json '.data.recognised[].count' | tr '\n' ' ')" = '1 8 45 8 9 1 1 ' ]
	json_is '.data.recognised[0].path' 'Client Portfolio.md'
}

@test "init: nothing of a known kind is no failure" {
	mkdir notes && printf 'eggs\n' >notes/Shopping.md
	run_coach 0 init notes --no-git
	stdout_has 'None of the notes is of a kind that coach knows yet'
}

@test "init: a folder of other files alone is a new vault, and the files stay" {
	mkdir files && printf '\211PNG\r\n\0' >files/logo.png
	cp files/logo.png .
	adopt files
	json_is .data.adopted false
	[ -f 'files/Client Portfolio.md' ]
	cmp logo.png files/logo.png
}

@test "init: learns from the notes where notes go" {
	cp -R "$root/vault-template/sample" notes
	mkdir -p notes/Journal notes/Business
	for week in notes/Weeks/*.md; do mv "$week" "notes/Journal/KW $(basename "$week")"; done
	mv 'notes/Client Portfolio.md' 'notes/Business/My people.md'
	for client in notes/Clients/*/; do
		for session in "$client"Sessions/*.md; do mv "$session" "$client$(basename "$session" | cut -c 1-10).md"; done
	done
	adopt notes
	[ "$(json '.data.settings[]')" = 'paths.portfolio: Business/My people.md
paths.session: Clients/{client}/{date}.md
paths.week: Journal/KW {week}.md' ]
	cd notes
	run_coach 0 init_week 2026-W48 --as-of 2026-11-23
	[ -f 'Journal/KW 2026-W48.md' ]
	run_coach 0 prep_session tom --date 2026-11-26 --as-of 2026-11-23
	[ -f 'Clients/Tom Testcase/2026-11-26.md' ]
}

# session_of FILE CLIENT DAY: a session note in notes/, as people name them.
session_of() {
	write_note "notes/$1" "---
type: session
client: $2
date: $3
status: held
---
# Session"
}

@test "init: a way of naming notes after one client is not taken for all" {
	mkdir -p notes/Klienten
	session_of 'Klienten/Berta 2026-11-02.md' 'Berta Beispiel' 2026-11-02
	session_of 'Klienten/Berta 2026-11-09.md' 'Berta Beispiel' 2026-11-09
	session_of 'Klienten/Carl 2026-11-10.md' 'Carl Kunstname' 2026-11-10
	adopt notes
	[ -z "$(json '.data.settings[]' | grep session)" ]

	rm -r notes && mkdir -p notes/Klienten
	session_of 'Klienten/BB 2026-11-02.md' 'Berta Beispiel' 2026-11-02
	session_of 'Klienten/BB 2026-11-09.md' 'Berta Beispiel' 2026-11-09
	adopt notes
	[ -z "$(json '.data.settings[]' | grep session)" ]

	rm -r notes && mkdir -p notes/Klienten
	session_of 'Klienten/Berta Beispiel 2026-11-02.md' 'Berta Beispiel' 2026-11-02
	adopt notes
	[ "$(json '.data.settings[]' | grep session)" = 'paths.session: Klienten/{client} {date}.md' ]
}

@test "init: takes folders and names from Obsidian's settings where the notes show none" {
	mkdir -p notes/.obsidian/plugins/periodic-notes
	write_note notes/.obsidian/app.json '{"newFileLocation":"folder","newFileFolderPath":"/Inbox/"}'
	write_note notes/.obsidian/templates.json '{"folder":"Forms"}'
	write_note notes/.obsidian/daily-notes.json '{"folder":"Diary","format":"DD.MM.YYYY"}'
	write_note notes/.obsidian/plugins/periodic-notes/data.json \
		'{"weekly":{"enabled":true,"folder":"Journal","format":"GGGG-[KW]WW"}}'
	write_note notes/Note.md 'mine'
	adopt notes
	[ "$(json '.data.settings[]' | grep -v Inbox/ | sort)" = 'formats.day: DD.MM.YYYY
formats.week: GGGG-[KW]WW
paths.day: Diary/{date}.md
paths.templates: Forms
paths.week: Journal/{week}.md' ]
	[[ $(json '.data.settings[]') == *'paths.portfolio: Inbox/Client Portfolio.md'* ]]
	cd notes
	run_coach 0 init_week --as-of 2026-11-16
	[ -f Journal/2026-KW47.md ]
	run_coach 0 init_week --as-of 2026-11-16
	stderr_has 'Journal/2026-KW47.md is already up to date'
}

@test "init: Obsidian's settings that are broken are named, and the rest is done" {
	mkdir -p notes/.obsidian
	write_note notes/.obsidian/app.json '{"newFileLocation":'
	write_note notes/Note.md 'mine'
	run_coach 0 init notes --no-git
	stderr_has '.obsidian/app.json:'
	[ -f notes/.coach/config.yaml ]
}

# --- never overwrites ----------------------------------------------------------------------------------------------

@test "init: a second run changes nothing and says so" {
	run_coach 0 init notes
	cp -R notes/.git git.before
	cd notes
	nothing_written run_coach 0 init
	stderr_has 'is a vault already; nothing changed'
	nothing_written run_coach 0 init --template practice
	stderr_has 'nothing of the template is missing'
	diff -r .git ../git.before
}

@test "init: a template is added to a vault, beside what is there and undone as one" {
	mkdir -p notes
	run_coach 0 init notes --template executive
	cp notes/.coach/config.yaml config.before
	write_note 'notes/My Portfolio.md' '# Client Portfolio' '' '## Active Roster'
	cd notes
	nothing_written run_coach 0 init --template practice --dry-run
	run_coach 0 init --template practice
	stdout_has 'Added a template to .'
	cmp .coach/config.yaml ../config.before
	[ ! -e 'Client Portfolio.md' ]
	file_has 'My Portfolio.md' '# Client Portfolio'
	[ -e Templates/Engagement.md ]
	run_coach 0 undo
	[ ! -e Templates/Engagement.md ]
	file_has 'My Portfolio.md' '# Client Portfolio'
}

@test "init: with a template, a file or a kind that is there already is kept" {
	mkdir -p notes/Business
	write_note notes/Business/Roster.md '# CLIENT PORTFOLIO' '' 'mine'
	write_note 'notes/Practice Strategy.md' 'not a strategy at all'
	cp -R notes before
	adopt notes --template practice
	[ "$(json '.data.kept[]')" = 'Client Portfolio.md
Practice Strategy.md' ]
	[ ! -e 'notes/Client Portfolio.md' ]
	cmp before/Business/Roster.md notes/Business/Roster.md
	cmp 'before/Practice Strategy.md' 'notes/Practice Strategy.md'
	[ -f notes/Templates/Session.md ]
}

@test "init: --dry-run shows the whole of it and writes nothing, not even the folder" {
	run_coach 0 init new --dry-run
	[ ! -e new ]
	stdout_has '+++ b/.coach/config.yaml'
	stdout_has '+# CLIENT PORTFOLIO'
	cp -R "$root/vault-template/sample" notes && cd notes
	nothing_written run_coach 0 init --dry-run
	[ ! -e .coach ]
	[ ! -e .git ]
}

# --- history -------------------------------------------------------------------------------------------------------

@test "init: --no-git makes no repository" {
	run_coach 0 init new --no-git --json
	json_is .data.repository false
	json_is .commit null
	[ ! -e new/.git ]
}

@test "init: --git on a folder of notes commits coach's files alone" {
	cp -R "$root/vault-template/sample" notes
	run_coach 0 init notes --git --json
	json_is .data.repository true
	[ "$(git -C notes ls-files)" = '.coach/.gitignore
.coach/config.yaml' ]
	[ "$(git -C notes rev-parse HEAD)" = "$(json .commit)" ]
}

@test "init: inside a person's repository, branch, index and staged work stay as they are" {
	lay_repository
	cp .git/index index.before
	git log --format=%H main >log.before
	mkdir sub && write_note sub/note.md 'mine'
	run_coach 0 init sub
	cmp .git/index index.before
	[ "$(git log --format=%H main)" = "$(cat log.before)" ]
	[ "$(git status --porcelain | grep staged.md)" = 'A  staged.md' ]
	[ ! -e sub/.git ]
	[ "$(git for-each-ref --format='%(refname)')" = 'refs/coach/history
refs/heads/main' ]
	[ "$(git diff --name-only main refs/coach/history)" = 'sub/.coach/.gitignore
sub/.coach/config.yaml' ]
	[ "$(git symbolic-ref HEAD)" = refs/heads/main ]
}

@test "init: in the root of a person's repository, too, and later commands go the same way" {
	lay_repository
	run_coach 0 init
	run_coach 0 init_week --as-of 2026-11-16
	[ "$(git log --format=%s main)" = 'By hand' ]
	[ "$(git log --format=%s main..refs/coach/history)" = 'coach(init_week): 2026-W47
coach(init): new vault' ]
	[ "$(git diff --cached --name-only)" = staged.md ]
}

@test "init: no commit is made in the middle of a merge" {
	git init -q -b main notes && cd notes
	write_note a.md one && git add . && git commit -q -m one
	git checkout -q -b other && write_note a.md two && git commit -q -a -m two
	git checkout -q main && write_note a.md three && git commit -q -a -m three
	git merge -q other >/dev/null 2>&1 || true
	git rev-parse HEAD MERGE_HEAD >../heads
	run_coach 11 init
	stderr_has 'merge'
	[ ! -e .coach/config.yaml ]
	[ "$(git rev-parse HEAD MERGE_HEAD)" = "$(cat ../heads)" ]
	[ -z "$(git for-each-ref refs/coach)" ]
}

@test "init: the folders that it makes are there after a loss of power, so those above them are synced" {
	strace -o /dev/null true || skip 'processes cannot be traced here'
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 strace -f -qq -y -o trace -e trace=fsync \
		coach init new/inner/vault --no-git --no-input
	for folder in . new new/inner new/inner/vault; do
		grep -qF "<$(realpath "$folder")>" trace || explain "not synced: $folder"
	done
}

# --- what cannot be ------------------------------------------------------------------------------------------------

@test "init: a file where the folder should be stays, and is named" {
	printf 'x\n' >Practice
	nothing_written run_coach 6 init Practice
	stderr_has 'Practice: there is a file of that name, not a folder'
	nothing_written run_coach 6 init Practice/inside
	stderr_has 'Practice'
}

@test "init: where the folder that one is in was removed, that is said" {
	mkdir gone
	cd gone
	rmdir ../gone
	for folder in . new new/inner ../new; do
		run_coach 3 init "$folder" --no-git
		stderr_has "$folder: the folder that you are in was removed"
		stderr_has 'go to one that is there'
	done
	run_coach 0 init "$BATS_TEST_TMPDIR/here/whole" --no-git
}

@test "init: a symlink that leads nowhere is named, and stays" {
	ln -s nowhere Practice
	nothing_written run_coach 11 init Practice
	stderr_has 'Practice: a symlink on the way leads nowhere'
	nothing_written run_coach 11 init Practice/inside
}

@test "init: --git and --no-git contradict each other" {
	nothing_written run_coach 2 init new --git --no-git
	stderr_has 'contradict each other'
}

@test "init: an unknown template and a second folder are usage errors" {
	nothing_written run_coach 2 init new --template coach
	stderr_has 'one of auto, practice, executive, both'
	nothing_written run_coach 2 init new newer
	stderr_has 'one argument too many: "newer"'
}

@test "init: inside a vault it is refused, and says which vault has the notes" {
	lay_empty_vault
	mkdir -p 'Clients/Ole Ohne'
	cd 'Clients/Ole Ohne' || return 1
	run_coach 11 init
	stderr_has "lies in the vault $(cd ../.. && pwd -P) already"
	stderr_has 'hint: '
	[ -z "$(ls -A)" ]
}

@test "init: a vault that lies in another one is its own, and the outer one leaves it out" {
	lay_empty_vault
	mkdir sub
	run_coach 0 init "$BATS_TEST_TMPDIR/other" --no-git --no-input
	run_coach 0 --vault "$BATS_TEST_TMPDIR/other" log 2 admin inner
	mv "$BATS_TEST_TMPDIR/other" sub/other
	run_coach 0 log 1 admin outer
	file_has Weeks/*.md outer
	file_lacks sub/other/Weeks/*.md outer
	run_coach 0 status
	stdout_lacks sub/other
}

@test "init --git: of a vault without git says how to turn it on, which works" {
	cp -R "$root/vault-template/sample" "$BATS_TEST_TMPDIR/plain" && cd "$BATS_TEST_TMPDIR/plain" || return
	run_coach 0 init --no-git
	nothing_written run_coach 11 init --git
	stderr_has 'is a vault already, and --git is for a new one'
	# shellcheck disable=SC2016 # code as Markdown
	stderr_has '`git init .` makes a repository'
	git init -q .
	run_coach 0 init --git
	run_coach 0 log 1 admin
	git rev-parse -q --verify refs/coach/history
	run_coach 0 config history.enabled false
	run_coach 11 init --git
	stderr_has 'coach config history.enabled true --vault .'
}
