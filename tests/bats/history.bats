#!/usr/bin/env bats
# What coach leaves in git: one commit for each change, with its files alone, and the person's work as it was.

load support

setup() {
	export COACH_NOW=2026-11-16
	note='Clients/Ada Example/Sessions/2026-11-19 Ada Example.md'
}

# --- a repository that coach made ----------------------------------------------------------------------------------

@test "history: each command that writes is one commit with the files it wrote" {
	lay_sample --git
	run_coach 0 init_week
	run_coach 0 prep_session ada
	run_coach 0 log 1.5 admin invoices
	[ "$(git log --format=%s | grep '^coach')" = 'coach(log): 2026-W47
coach(prep_session): 2026-11-19
coach(init_week): 2026-W47
coach(init): new vault' ]
	[ "$(git show --format= --name-only HEAD)" = Weeks/2026-W47.md ]
	[[ $(git log -1 --format=%b) == *'Coach-Command: log'* ]]
}

@test "history: edits of one's own that were not committed go first, in a commit of their own" {
	lay_sample --git
	run_coach 0 init_week
	printf '\n- My own line\n' >>Weeks/2026-W47.md
	run_coach 0 log 1 admin
	[ "$(git log --format=%s -2)" = 'coach(log): 2026-W47
save edits before log' ]
	[[ $(git show HEAD~1) == *'+- My own line'* ]]
	[[ $(git show --format= HEAD) != *'+- My own line'* ]]
}

@test "history: the advice to take a change back works" {
	lay_sample --git
	run_coach 0 init_week
	run_coach 0 log 2 bizdev newsletter
	cp Weeks/2026-W47.md "$BATS_TEST_TMPDIR/before"
	run_coach 0 log 1 admin invoices
	local advice
	advice=$(sed -n 's/^take it back: //p' <<<"$stderr")
	[ -n "$advice" ]
	sh -c "$advice" >/dev/null
	cmp Weeks/2026-W47.md "$BATS_TEST_TMPDIR/before"
}

@test "history: the commit is in the JSON, and so is each change" {
	lay_sample --git
	run_coach 0 init_week --json
	json_is .commit "$(git rev-parse HEAD)"
	json_is .changes.length 1
	json_is '.changes[0].action' create
	json_is '.changes[0].applied' true
	[[ $(json '.changes[0].diff') == *'+# Week 2026-W47'* ]]
}

@test "history: --dry-run commits nothing" {
	lay_sample --git
	local head
	head=$(git rev-parse HEAD)
	nothing_written run_coach 0 init_week --dry-run --json
	json_is .commit null
	json_is '.changes[0].applied' false
	[ "$(git rev-parse HEAD)" = "$head" ]
}

@test "history: what coach keeps for itself is never committed" {
	lay_sample --git
	run_coach 0 init_week
	run_coach 0 prep_session ada
	[ "$(git ls-files .coach)" = '.coach/.gitignore
.coach/config.yaml' ]
	[ -z "$(git status --porcelain .coach)" ]
}

@test "history: --no-git at the start, and history.enabled false, make no commit" {
	lay_sample
	run_coach 0 init_week --json
	json_is .commit null
	rm -rf ../vault && lay_sample --git
	run_coach 0 config history.enabled false
	local head
	head=$(git rev-parse HEAD)
	run_coach 0 init_week --json
	json_is .commit null
	[ "$(git rev-parse HEAD)" = "$head" ]
}

@test "history: where there is no repository and none is wanted, git's library is not loaded" {
	strace -o /dev/null true || skip 'processes cannot be traced here'
	lay_sample
	run_coach 0 config history.enabled false
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 strace -f -e trace=openat \
		-o "$BATS_TEST_TMPDIR/trace" coach log 1 admin
	file_has "$BATS_TEST_TMPDIR/trace" .coach/journal
	file_lacks "$BATS_TEST_TMPDIR/trace" coach-history.so
	run_coach 0 undo
}

# --- a repository of the person's own ------------------------------------------------------------------------------

@test "history: in a person's own repository commits go beside the branch" {
	lay_own_repository
	cp .git/index "$BATS_TEST_TMPDIR/index"
	run_coach 0 init_week
	[ "$(git log --format=%s main)" = 'My practice' ]
	[ "$(git log -1 --format=%s refs/coach/history)" = 'coach(init_week): 2026-W47' ]
	cmp .git/index "$BATS_TEST_TMPDIR/index"
	[ "$(git status --porcelain Weeks)" = '?? Weeks/2026-W47.md' ]
}

@test "history: staged work stays staged, and is in no commit of coach's" {
	lay_own_repository
	printf 'half a thought\n' >Draft.md
	git add Draft.md
	printf '\nstaged\n' >>"$note"
	git add "$note"
	printf '\nnot staged\n' >>"$note"
	git diff --cached >"$BATS_TEST_TMPDIR/staged"
	run_coach 0 prep_session ada
	git diff --cached >"$BATS_TEST_TMPDIR/staged.after"
	cmp "$BATS_TEST_TMPDIR/staged" "$BATS_TEST_TMPDIR/staged.after"
	[[ $(git ls-tree -r --name-only refs/coach/history) != *Draft.md* ]]
	file_has "$note" 'not staged'
}

@test "history: in the middle of a merge nothing is written, and the reason is said" {
	lay_own_repository
	git checkout -q -b other && printf 'one\n' >a.md && git add a.md && git commit -q -m one
	git checkout -q main && printf 'two\n' >a.md && git add a.md && git commit -q -m two
	git merge -q other >/dev/null 2>&1 || true
	rm -f .coach/lock
	tree_digest Weeks >"$BATS_TEST_TMPDIR/weeks"
	run_coach 11 init_week
	stderr_has 'merge'
	stderr_has 'hint:'
	tree_digest Weeks | cmp - "$BATS_TEST_TMPDIR/weeks"
}

@test "history: with a detached HEAD the reason is said, too" {
	lay_sample --git
	git checkout -q --detach
	run_coach 11 init_week
	stderr_has 'detached HEAD'
	[ ! -e Weeks/2026-W47.md ]
}

@test "history: beside a person's branch, a detached HEAD loses nothing" {
	lay_own_repository
	git checkout -q --detach
	local head
	head=$(git rev-parse HEAD)
	run_coach 0 log 1 admin ink
	[ "$(git rev-parse HEAD)" = "$head" ]
	[ "$(git log -1 --format=%s refs/coach/history)" = 'coach(log): 2026-W47' ]
	git switch -q main
	run_coach 0 undo
	[ ! -e Weeks/2026-W47.md ]
}

@test "history: hooks of the person's do not run" {
	lay_sample --git
	printf '#!/bin/sh\ntouch "%s/hook-ran"\nexit 1\n' "$BATS_TEST_TMPDIR" >.git/hooks/pre-commit
	cp .git/hooks/pre-commit .git/hooks/commit-msg
	chmod +x .git/hooks/pre-commit .git/hooks/commit-msg
	run_coach 0 init_week
	[ ! -e "$BATS_TEST_TMPDIR/hook-ran" ]
}

@test "history: a repository whose git folder is broken is an error, and nothing is written" {
	lay_sample --git
	printf 'noise' >.git/HEAD
	run_coach 6 init_week
	[ ! -e Weeks/2026-W47.md ]
}

@test "history: a lock that is in the way is named, with how to see whose it is" {
	lay_sample --git
	for lock in "$PWD/.git/index.lock" "$PWD/.git/refs/heads/main.lock"; do
		touch "$lock"
		run_coach 5 log 1 admin
		stderr_has "git is at work in this repository: there is $lock"
		stderr_has "\`fuser '$lock'\` names nobody"
		rm "$lock"
	done
	run_coach 0 log 1 admin
}

@test "history: a repository of SHA-256 is refused with the ways out, which work" {
	mkdir "$BATS_TEST_TMPDIR/vault" && cd "$BATS_TEST_TMPDIR/vault"
	git init -q --object-format=sha256 . || skip 'git without SHA-256'
	# libgit2 leaks its match data where it opens no repository.
	export ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
	run_coach 11 init
	stderr_has 'coach init --no-git'
	run_coach 0 init --no-git
	run_coach 11 log 1 admin
	stderr_has 'coach config history.enabled false'
	run_coach 0 config history.dir "$BATS_TEST_TMPDIR/history.git"
	run_coach 0 log 1 admin
	[ "$(git --git-dir "$BATS_TEST_TMPDIR/history.git" log -1 --format=%s)" = 'coach(log): 2026-W47' ]
	run_coach 0 config history.enabled false
	run_coach 0 log 1 admin
}

@test "history: what a person told git about a file stays told" {
	lay_sample --git
	run_coach 0 log 1 admin
	git update-index --assume-unchanged Weeks/2026-W47.md
	run_coach 0 log 1 admin
	[ "$(git ls-files -v Weeks/2026-W47.md)" = 'h Weeks/2026-W47.md' ]
	git update-index --no-assume-unchanged Weeks/2026-W47.md
	git update-index --skip-worktree Weeks/2026-W47.md
	run_coach 0 log 1 admin
	[ "$(git ls-files -v Weeks/2026-W47.md)" = 'S Weeks/2026-W47.md' ]
	git show HEAD:Weeks/2026-W47.md | cmp - Weeks/2026-W47.md
}

@test "history: whether git ignores a note is not guessed from a commit that does not read" {
	lay_own_repository
	run_coach 0 init_week
	echo 'Weeks/' >>.gitignore
	local tree
	tree=$(git rev-parse refs/coach/history:Weeks)
	rm ".git/objects/${tree:0:2}/${tree:2}"
	run_coach 6 log 1 admin ink
	file_lacks Weeks/2026-W47.md '| ink |'
	stderr_has 'git does not say what it ignores'
}

@test "history: a clone knows what was done where it comes from, before and after it is written to" {
	lay_sample --git
	run_coach 0 log 1 admin first
	git clone -q . "$BATS_TEST_TMPDIR/clone"
	cd "$BATS_TEST_TMPDIR/clone" || return 1
	run_coach 0 history --json
	json_is '.data.entries[0].command' log
	before=$(json '.data.entries[].id')
	run_coach 0 log 2 admin second
	run_coach 0 history --json
	[ "$(json '.data.entries[].id' | tail -n +2)" = "$before" ]
	run_coach 0 undo
	file_lacks Weeks/2026-W47.md second
}

@test "history: a shallow clone tells what it has, and takes back what was done in it" {
	lay_sample --git
	run_coach 0 log 1 admin first
	git clone -q --depth 1 "file://$PWD" "$BATS_TEST_TMPDIR/clone"
	cd "$BATS_TEST_TMPDIR/clone" || return 1
	run_coach 0 history
	run_coach 0 log 2 admin second
	run_coach 0 diff
	run_coach 0 undo
	file_lacks Weeks/2026-W47.md second
}

@test "history: a repository of another user is named in the command that trusts it" {
	[ "$(id -u)" -eq 0 ] || skip 'needs root, to give a repository away'
	mkdir "$BATS_TEST_TMPDIR/repository" && cd "$BATS_TEST_TMPDIR/repository" || return
	git init -q .
	run_coach 0 init Inner --no-input
	chown -R 65534:65534 .
	run_coach 11 history --vault Inner
	local advice
	# shellcheck disable=SC2016 # code as Markdown
	advice=$(sed -n 's/.*hint: `\(git config .*\)` says that you trust it.*/\1/p' <<<"$stderr")
	[ -n "$advice" ]
	sh -c "$advice"
	run_coach 0 history --vault Inner
	git config --global --unset-all safe.directory
}

@test "history: where git's folder may not be written, or an object is broken, there is a hint" {
	lay_sample --git
	run_coach 0 log 1 admin ink
	local object
	object=$(git rev-parse HEAD)
	object=.git/objects/${object:0:2}/${object:2}
	chmod u+w "$object" && cp "$object" "$BATS_TEST_TMPDIR/object" && echo broken >"$object"
	run_coach 6 history
	stderr_has 'git fsck'
	cp "$BATS_TEST_TMPDIR/object" "$object"
	become_nobody
	chmod -R a-w .git
	run_coach 6 log 1 admin
	stderr_has 'shows who may write there'
	chmod -R u+w .git
}

# --- git at work at the same time ----------------------------------------------------------------------------------

can_trace() { strace -o /dev/null true || skip 'processes cannot be traced here'; }

# with_fault CALL PATH FAULT COMMAND …: the fault comes when the command makes this call for this path.
with_fault() {
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 strace -f -qq -o /dev/null -e trace="$1" -P "$2" \
		-e inject="$1":"$3" "${@:4}"
}

# log_slowly: has read the index, has written its objects, and needs long to make them durable, and so the moved branch.
log_slowly() {
	local objects
	objects=$(find .git/objects -type f | wc -l)
	with_fault fsync "$PWD/.git/objects" delay_enter=600000 -P "$PWD/.git/refs" coach log 1 admin 3>&- &
	until [ "$(find .git/objects -type f | wc -l)" -ge $((objects + 4)) ]; do sleep 0.02; done
}

until_committed() { until [ "$(git log -1 --format=%s)" = 'coach(log): 2026-W47' ]; do sleep 0.02; done; }

# As git itself: the lock first, then the new index, which is renamed into place.
slow_git_add() { (
	exec 3>&-
	set -C && : >.git/index.lock && set +C
	: >"$BATS_TEST_TMPDIR/locked"
	cp .git/index "$BATS_TEST_TMPDIR/index"
	GIT_INDEX_FILE=$BATS_TEST_TMPDIR/index git add "$1"
	sleep 0.5
	cat "$BATS_TEST_TMPDIR/index" >.git/index.lock
	mv .git/index.lock .git/index
) & }

lay_new_note() {
	lay_sample --git
	run_coach 0 init_week
	printf 'half a thought\n' >New.md
}

@test "history: what a slow git add stages while coach waits for its lock stays staged" {
	lay_new_note
	slow_git_add New.md
	until [ -e "$BATS_TEST_TMPDIR/locked" ]; do sleep 0.02; done
	run_coach 0 log 1 admin
	wait
	[ "$(git status --porcelain New.md Weeks/2026-W47.md)" = 'A  New.md' ]
}

@test "history: what is staged while coach writes its commit stays staged" {
	can_trace
	lay_new_note
	log_slowly
	git add New.md
	wait $!
	[ "$(git status --porcelain New.md Weeks/2026-W47.md)" = 'A  New.md' ]
	[ "$(git log -1 --format=%s)" = 'coach(log): 2026-W47' ]
}

@test "history: another text of the same note that is staged meanwhile stays staged, too" {
	can_trace
	lay_new_note
	log_slowly
	git update-index --cacheinfo "100644,$(git hash-object -w New.md),Weeks/2026-W47.md"
	wait $!
	[ "$(git show :Weeks/2026-W47.md)" = 'half a thought' ]
	file_has Weeks/2026-W47.md admin
	git show HEAD:Weeks/2026-W47.md | cmp - Weeks/2026-W47.md
}

@test "history: what is staged meanwhile and committed right after coach's commit is taken out of nothing" {
	can_trace
	lay_new_note
	log_slowly
	git add New.md
	until_committed
	until git commit -q -m 'New note' 2>/dev/null; do sleep 0.05; done
	wait $!
	[ "$(git log -2 --format=%s)" = 'New note
coach(log): 2026-W47' ]
	[ -z "$(git status --porcelain New.md)" ]
	git show HEAD:Weeks/2026-W47.md | cmp - Weeks/2026-W47.md
	git show :Weeks/2026-W47.md | cmp - Weeks/2026-W47.md
}

@test "history: what is staged between a kill and the recovery stays staged" {
	can_trace
	lay_new_note
	with_fault rename "$PWD/.git/index.lock" signal=KILL:when=1 coach log 1 admin && return 1
	rm .git/index.lock # as a person does
	git add New.md
	git update-index --cacheinfo "100644,$(git hash-object -w New.md),Weeks/2026-W47.md"
	run_coach 0 status
	[ ! -e .coach/journal/current ]
	[ "$(git show :New.md)" = 'half a thought' ]
	[ "$(git show :Weeks/2026-W47.md)" = 'half a thought' ]
	git show HEAD:Weeks/2026-W47.md | cmp - Weeks/2026-W47.md
}

@test "history: an edit that only the time of the index tells shows in git's status as before" {
	lay_new_note
	git config core.trustctime false
	git config core.checkStat minimal
	touch -d 2026-11-01T00:00:00 New.md
	git add New.md
	printf 'half a promise\n' >New.md
	touch -d 2026-11-01T00:00:00 New.md .git/index
	run_coach 0 log 1 admin
	[ "$(git status --porcelain New.md)" = 'AM New.md' ]
}

@test "history: of an index that was being made nothing is left after a kill" {
	can_trace
	lay_new_note
	for call in 'openat index.coach' 'rename index.coach.lock' 'rename index.coach' 'rename index.lock'; do
		with_fault "${call% *}" "$PWD/.git/${call#* }" signal=KILL:when=1 coach log 1 admin && return 1
		[ -e .git/index.lock ]
		run_coach 0 status
		[ -z "$(compgen -G '.git/index.*')" ]
		[ "$(git status --porcelain New.md Weeks/2026-W47.md)" = '?? New.md' ]
	done
}
