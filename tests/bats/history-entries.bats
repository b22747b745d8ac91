#!/usr/bin/env bats
# Which commits are entries of this vault, for `history` and `undo`: coach's own, about its files, in its work tree.

load support

setup() { export COACH_NOW=2026-11-16; }

# Two vaults in one repository, each with hours logged: A first, then B.
lay_two_vaults() {
	lay_sample --no-git
	cd ..
	rm -rf vault/.coach
	cp -R vault A && mv vault B
	mkdir both && mv A B both/ && cd both || return
	git init -q -b main . && git add . && git commit -q -m 'My practices'
	[ "${1:-}" != ours ] || git config coach.created true
	for vault in A B; do
		run_coach 0 init "$vault"
		run_coach 0 log 1 admin "ink for $vault" --vault "$vault"
	done
}

commands_in() { run_coach 0 history --json "$@" && json '.data.entries[].command' | paste -sd ' '; }

# --- whose ---------------------------------------------------------------------------------------------------------

@test "history entries: of two vaults in one repository each has its own" {
	lay_two_vaults
	[ "$(git log --format=%s refs/coach/history | grep -c '^coach')" -eq 4 ]
	[ "$(commands_in --vault A)" = 'log init' ]
	[ "$(commands_in --vault B)" = 'log init' ]
	[ "$(commands_in Weeks --vault A)" = log ]
	run_coach 0 undo --vault A
	[ ! -e A/Weeks/2026-W47.md ]
	file_has B/Weeks/2026-W47.md 'ink for B'
	[ "$(commands_in --vault A)" = 'undo log init' ]
	[ "$(commands_in --vault B)" = 'log init' ]
}

@test "history entries: so on the branch of a repository that coach made" {
	lay_two_vaults ours
	[ -z "$(git for-each-ref refs/coach)" ]
	[ "$(commands_in --vault A)" = 'log init' ]
	run_coach 0 undo --vault A
	file_has B/Weeks/2026-W47.md 'ink for B'
}

@test "history entries: each work tree of one repository has its own" {
	lay_own_repository
	run_coach 0 log 1 admin ink
	git add . && git commit -q -m 'With coach'
	git worktree add -q -b side "$BATS_TEST_TMPDIR/side"
	run_coach 0 log 2 admin paper --vault "$BATS_TEST_TMPDIR/side"
	[ "$(commands_in)" = 'log init' ]
	[ "$(commands_in --vault "$BATS_TEST_TMPDIR/side")" = log ]
	[ "$(git log -1 --format=%s refs/coach/worktrees/side)" = 'coach(log): 2026-W47' ]
	run_coach 0 undo
	file_has "$BATS_TEST_TMPDIR/side/Weeks/2026-W47.md" paper
}

@test "history entries: a commit of a person's, whatever its title, is none" {
	lay_sample --git
	run_coach 0 log 1 admin ink
	printf 'mine\n' >Mine.md
	git add Mine.md
	git commit -q -m 'coach(notes): tidy'
	[ "$(commands_in)" = 'log init' ]
	run_coach 0 undo
	[ -e Mine.md ]
}

# --- where they are found ------------------------------------------------------------------------------------------

@test "history entries: what was merged from another machine is among them" {
	lay_sample --git
	git clone -q . "$BATS_TEST_TMPDIR/other"
	git -C "$BATS_TEST_TMPDIR/other" config coach.created true
	run_coach 0 log 1 admin ink --vault "$BATS_TEST_TMPDIR/other"
	printf 'mine\n' >Mine.md && git add Mine.md && git commit -q -m Mine
	git pull -q --no-rebase --no-edit "$BATS_TEST_TMPDIR/other"
	[ "$(git rev-list --merges --count HEAD)" -eq 1 ]
	[ "$(commands_in)" = 'log init' ]
}

@test "history entries: beside a branch, reading ends where coach began" {
	lay_own_repository
	run_coach 0 log 1 admin ink
	git clean -qfd .coach Weeks
	git merge -q --ff-only refs/coach/history
	git update-ref -d refs/coach/history
	printf 'mine\n' >Mine.md && git add Mine.md && git commit -q -m Mine
	run_coach 0 log 2 admin paper
	[ "$(git log --format=%s refs/coach/history | grep -c '^coach')" -eq 3 ]
	[ "$(commands_in)" = log ]
	COACH_HISTORY_REF=refs/heads/main run_coach 0 history --json
	json_is .data.entries.length 2
}

@test "history entries: a folder of a commit that does not read is a failure, not a note that was not there" {
	lay_sample --git
	run_coach 0 log 1 admin ink
	run_coach 0 log 1 admin paper
	local tree
	tree=$(git rev-parse HEAD~1:Weeks)
	rm ".git/objects/${tree:0:2}/${tree:2}"
	run_coach 6 history Weeks/2026-W47.md
	stderr_has "git's history does not read"
}

@test "history entries: with a detached HEAD they can be read, not changed" {
	lay_sample --git
	run_coach 0 log 1 admin ink
	git checkout -q --detach
	[ "$(commands_in)" = 'log init' ]
	run_coach 0 diff 1
	stdout_has '+'
	run_coach 11 undo
	stderr_has 'detached HEAD'
}

@test "history: what was done with a client says with whom, what was done with a task which" {
	lay_sample --git
	run_coach 0 consent tom ai --set yes
	run_coach 0 add 'Call **the bank**'
	run_coach 0 'done' 'Call the bank'
	run_coach 0 touch ada reminder
	run_coach 0 offboard_client mia
	run_coach 0 undo
	run_coach 0 history --json
	[ "$(json '.data.entries[].about' | head -n 6)" = "$(printf '%s\n' 'offboard_client Mia Placeholder' 'Mia Placeholder' \
		'2026-11-19 Ada Example reminder.eml' 'Call the bank' 'Call the bank' 'Tom Testcase')" ]
}
