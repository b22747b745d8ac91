#!/usr/bin/env bats
# A vault in a folder that a service copies from machine to machine: its history lies outside of it.

load support

setup() {
	export COACH_NOW=2026-11-16 HOME=$BATS_TEST_TMPDIR/home
	mkdir -p "$HOME/Dropbox"
	cp -R "$root/vault-template/sample" "$HOME/Dropbox/Practice"
	cd "$HOME/Dropbox/Practice" || return
}

# git on the history of the vault at hand.
git_there() { git --git-dir "$(echo "$HOME"/.local/state/coach/*.git)" "$@"; }

@test "history elsewhere: init puts it into the person's state, and says so" {
	run_coach 0 init
	stdout_has 'The folder lies in Dropbox'
	stdout_has '.local/state/coach/Practice-'
	[ ! -e .git ]
	file_has .coach/config.yaml 'dir: ~/.local/state/coach/Practice-'
	[ "$(git_there log --format=%s)" = 'coach(init): new vault' ]
	[ "$(git_there rev-parse --show-toplevel)" = "$PWD" ]
}

@test "history elsewhere: commands commit there, and undo reads from there" {
	run_coach 0 init
	run_coach 0 log 1 admin ink
	printf '\nMine\n' >>Weeks/2026-W47.md
	run_coach 0 log 2 admin paper
	[ "$(git_there log --format=%s -3)" = 'coach(log): 2026-W47
save edits before log
coach(log): 2026-W47' ]
	[ -z "$(git_there status --porcelain -uno)" ]
	run_coach 0 undo
	file_has Weeks/2026-W47.md '| ink |'
	file_lacks Weeks/2026-W47.md '| paper |'
	[ ! -e .git ]
	git_there fsck --strict --no-dangling
}

@test "history elsewhere: on another machine, where it is not yet there, a new one begins" {
	run_coach 0 init
	run_coach 0 log 1 admin ink
	export HOME=$BATS_TEST_TMPDIR/other
	mkdir "$HOME"
	run_coach 0 log 2 admin paper
	[ "$(git_there log --format=%s)" = 'coach(log): 2026-W47
save edits before log' ]
	run_coach 0 undo
	file_has Weeks/2026-W47.md '| ink |'
	file_lacks Weeks/2026-W47.md '| paper |'
}

@test "history elsewhere: another one's repository is never committed to" {
	run_coach 0 init
	git init -q "$HOME/work"
	sed -i "s#^  dir: .*#  dir: $HOME/work#" .coach/config.yaml
	run_coach 11 log 1 admin
	[ ! -e Weeks/2026-W47.md ]
	stderr_has 'is not a repository that coach made'
	[ -z "$(git -C "$HOME/work" for-each-ref)" ]
}

@test "history elsewhere: a path that is not absolute is named, and not used" {
	run_coach 0 init --no-git
	sed -i 's/^  # dir: .*/  dir: work/' .coach/config.yaml
	run_coach 0 log 1 admin
	stderr_has '"work" is no value for history.dir, which stays empty'
}

@test "history elsewhere: a repository that is there already is used, with a word of warning" {
	git init -q -b main .
	run_coach 0 init
	stdout_has 'may break it'
	file_lacks .coach/config.yaml 'state/coach'
	[ ! -e "$HOME/.local/state/coach" ]
}

@test "history elsewhere: so for a folder of the service anywhere, also for a vault that is yet to be made" {
	mkdir -p "$BATS_TEST_TMPDIR/x/Dropbox"
	cd "$BATS_TEST_TMPDIR/x/Dropbox"
	for folder in One ./Two deep/Three "$PWD/Four/" ../Dropbox/Five; do
		run_coach 0 init "$folder"
		stdout_has 'The folder lies in Dropbox'
		[ ! -e "$folder/.git" ]
		run_coach 0 log 1 admin ink --vault "$folder"
	done
	[ "$(find "$HOME/.local/state/coach" -maxdepth 1 -name '*.git' | wc -l)" -eq 5 ]
}

@test "history elsewhere: a home with the Dropbox program's own folder is none of the service's" {
	mkdir -p "$HOME/.dropbox" "$HOME/DropboxNotes"
	run_coach 0 init "$HOME/DropboxNotes/New"
	stdout_lacks 'lies in Dropbox'
	[ -d "$HOME/DropboxNotes/New/.git" ]
}

@test "history elsewhere: --no-git makes none" {
	run_coach 0 init --no-git
	stdout_lacks Dropbox
	[ ! -e "$HOME/.local" ]
}

# --- its settings --------------------------------------------------------------------------------------------------

@test "history elsewhere: a folder that cannot hold it is refused when it is set" {
	run_coach 0 init
	git init -q "$HOME/work"
	printf 'a file\n' >"$HOME/file"
	mkdir "$HOME/empty"
	cp .coach/config.yaml "$BATS_TEST_TMPDIR/before"
	for folder in "$HOME/work" "$HOME/work/.git" "$HOME/file" "$HOME/empty"; do
		run_coach 11 config history.dir "$folder"
		stderr_has "history.dir: $folder is not a repository that coach made"
		run_coach 11 config history.dir "$folder" --dry-run
	done
	run_coach 2 config history.dir work
	stderr_has 'an absolute folder outside the vault'
	run_coach 2 config history.dir "$PWD/history.git"
	stderr_has 'lies in the vault'
	cmp .coach/config.yaml "$BATS_TEST_TMPDIR/before"
}

@test "history elsewhere: a setting that went bad can be taken back, or set anew" {
	run_coach 0 init
	printf 'a file\n' >"$HOME/file"
	sed -i "s#^  dir: .*#  dir: $HOME/file#" .coach/config.yaml
	run_coach 11 log 1 admin
	stderr_has "history.dir: $HOME/file is not a repository that coach made"
	cp .coach/config.yaml "$BATS_TEST_TMPDIR/bad"
	run_coach 0 config --unset history.dir
	run_coach 0 log 1 admin
	cp "$BATS_TEST_TMPDIR/bad" .coach/config.yaml
	run_coach 0 config history.dir ''
	file_has .coach/config.yaml 'dir: ""'
	cp "$BATS_TEST_TMPDIR/bad" .coach/config.yaml
	run_coach 0 config history.dir "$HOME/new.git"
	[ "$(git --git-dir "$HOME/new.git" log -1 --format=%s)" = 'coach(config): history.dir' ]
	run_coach 0 history
	stdout_has '| config '
}

@test "history elsewhere: a copy takes a history of its own when it is given another place" {
	run_coach 0 init
	cp -R . ../Copy
	cd ../Copy
	run_coach 11 log 1 admin
	run_coach 0 config history.dir "$HOME/copy.git"
	run_coach 0 log 1 admin
	[ "$(git --git-dir "$HOME/copy.git" log -1 --format=%s)" = 'coach(log): 2026-W47' ]
	[ "$(git_there log --format=%s)" = 'coach(init): new vault' ]
}

@test "history elsewhere: a place in the vault is named, and not used" {
	run_coach 0 init --no-git
	sed -i "s#^  \# dir: .*#  dir: $PWD/history.git#" .coach/config.yaml
	run_coach 0 log 1 admin
	stderr_has 'lies in the vault'
	[ ! -e history.git ]
}

# --- a vault that goes elsewhere -------------------------------------------------------------------------------------

@test "history elsewhere: a vault that was moved takes its history along" {
	run_coach 0 init
	run_coach 0 log 1 admin ink
	cd .. && mv Practice Moved && cd Moved
	run_coach 0 history
	stdout_has '| log '
	run_coach 0 log 2 admin paper
	[ "$(git_there log --format=%s)" = 'coach(log): 2026-W47
coach(log): 2026-W47
coach(init): new vault' ]
	run_coach 0 undo 2
	file_lacks Weeks/2026-W47.md '| ink |'
	[ "$(git_there rev-parse --show-toplevel)" = "$PWD" ]
	git_there fsck --strict --no-dangling
}

@test "history elsewhere: a copy of a vault does not mix its history with the other's" {
	run_coach 0 init
	run_coach 0 log 1 admin ink
	cp -R . ../Copy
	cd ../Copy
	run_coach 11 history
	stderr_has "is the history of another vault, $HOME/Dropbox/Practice"
	run_coach 11 log 2 admin paper
	file_lacks Weeks/2026-W47.md '| paper |'
	[ "$(git_there log --format=%s | wc -l)" -eq 2 ]
	rm -r ../Practice
	run_coach 0 log 2 admin paper
	[ "$(git_there log --format=%s | wc -l)" -eq 3 ]
}

@test "history elsewhere: a place that a symlink leads to is the same place" {
	run_coach 0 init
	cd .. && mv Practice Moved && ln -s Moved Practice && cd Moved
	run_coach 0 log 1 admin ink
	run_coach 0 history --vault ../Practice
	stdout_has '| log '
}

@test "history elsewhere: a new vault where a moved one was begins its own" {
	run_coach 0 init
	cd .. && mv Practice Moved
	cp -R "$root/vault-template/sample" Practice
	run_coach 0 init Practice
	[ "$(find "$HOME/.local/state/coach" -maxdepth 1 -name '*.git' | wc -l)" -eq 2 ]
	run_coach 0 history --vault Practice --json
	json_is .data.entries.length 1
	# The moved one has written nothing since: whose the first history is, the person says.
	run_coach 11 history --vault Moved
	sh -c "$(sed -n "s/.*with [\`]\(.*\)[\`]$/\1/p" <<<"$stderr")"
	run_coach 0 history --vault Moved
}
