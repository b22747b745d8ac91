#!/usr/bin/env bats
# A vault may come from anybody: what lies in it makes coach neither leave it, nor hang, nor run anything.

load support

setup() {
	export COACH_NOW=2026-11-16
	lay_sample
	outside=$BATS_TEST_TMPDIR/outside
	mkdir "$outside"
}

# Names a client of the roster so.
name_client() {
	printf '# CLIENT PORTFOLIO\n\n## Active Roster\n| Client | Status |\n| --- | --- |\n| %s | Active |\n' "$1" \
		>'Client Portfolio.md'
}

# Every file below the test's folder that is not in the vault.
all_outside() { (cd "$BATS_TEST_TMPDIR" && find . -path ./vault -prune -o -type f -print | LC_ALL=C sort); }

# --- names ---------------------------------------------------------------------------------------------------------

@test "hostile: a client's name never becomes a path out of the vault" {
	local before name
	before=$(all_outside | sed '/std/d')
	for name in '../../../outside/x' '/etc/cron.d/x' '..' '.hidden' '-rf' '~'/x 'C:\x' 'CON' 'aux.md' 'a/../../b' \
		$'tab\there' $'\033[31mred' $'\u202Egnp.exe' "$(printf 'x%.0s' {1..300})" $'e\u0301\u0301\u0301'; do
		rm -rf Clients/*
		name_client "$name"
		run coach session add --json -- "$name" 2026-11-20 # exit 0, or a refusal that says why
		[[ $status -eq 0 || $status -eq 3 || $status -eq 2 ]] || { echo "$name: $status $output" >&2 && return 1; }
		[[ -z $(find Clients -name '.*' -o -name '-*' -o -name '*[[:cntrl:]]*' | head -1) ]]
		[[ -z $(find Clients -type f | awk -F/ 'length($NF) > 255') ]]
	done
	[ "$(all_outside | sed '/std/d')" = "$before" ]
	[ -z "$(ls "$outside")" ]
}

@test "hostile: notes whose names hold control characters are read, and shown without them" {
	printf -- '- [ ] Pay 📅 2026-11-10\n' >$'new\nline.md'
	printf -- '- [ ] Pay ink 📅 2026-11-10\n' >$'red\033[31m.md'
	run_coach 0 status --json
	stdout_has 'Pay ink'
	run_coach 0 status
	[[ $stdout != *$'\033'* ]]
	run_coach 0 lint
	[[ $stdout$stderr != *$'\033'* ]]
}

# --- links, pipes, devices -----------------------------------------------------------------------------------------

@test "hostile: folders that lead out of the vault are not written through" {
	rm -rf Weeks
	ln -s "$outside" Weeks
	run_coach 11 log 1 admin
	stderr_has 'leads out of the vault'
	rm Weeks
	mkdir Weeks
	ln -s "$outside/new.md" Weeks/2026-W47.md
	run_coach 11 log 1 admin
	[ -z "$(ls "$outside")" ]
}

@test "hostile: a note with a second name is not written, for the other name may lie outside" {
	run_coach 0 log 1 admin
	ln Weeks/2026-W47.md "$outside/second.md"
	cp "$outside/second.md" "$outside/copy.md"
	run_coach 11 log 2 admin
	cmp "$outside/second.md" "$outside/copy.md"
}

@test "hostile: pipes, sockets and devices among the notes keep nobody waiting" {
	mkfifo Pipe.md Weeks/2026-W48.md
	if [ "$(id -u)" -eq 0 ]; then mknod Zero.md c 1 5 || true; fi
	for command in status lint capacity_check; do timeout 20 coach "$command" >"$BATS_TEST_TMPDIR/said" 2>&1 || [ $? -lt 124 ]; done
	timeout 20 coach init_week
	run timeout 20 coach log 1 admin --date 2026-11-24
	[[ $status -ne 0 && $status -lt 124 ]]
	[ -p Weeks/2026-W48.md ]
}

# Files outside that are named as coach names what it keeps, and as a camera names its own.
lay_files_outside() {
	local number
	for number in {1001..1120}; do
		echo mine >"$outside/2024$number-photo.jpg"
		echo mine >"$outside/2024$number-0123456789abcdef"
	done
}

# instead FOLDER: a symlink in its place leads out of the vault.
instead() {
	rm -rf "$1"
	mkdir -p "$(dirname "$1")"
	ln -s "$outside" "$1"
}

@test "hostile: folders of coach's own that lead out of the vault: no file outside is read, made or removed" {
	local folder before command
	cd .. && rm -rf vault && lay_sample --git # where git records it, nothing is written to kept
	lay_files_outside
	before=$(tree_digest "$outside")
	for folder in .coach/journal/kept .coach/journal .coach/base .coach/cache; do
		run_coach 0 log 1 admin
		mv "$folder" "$BATS_TEST_TMPDIR/kept-aside" 2>/dev/null || true
		instead "$folder"
		for command in 'log 1 admin' init_week 'session move ada +1d' undo status history; do
			# shellcheck disable=SC2086 # words of a command
			run coach $command
			[[ $status -eq 0 || $status -eq 11 ]] || { echo "$folder, $command: $status $output" >&2 && return 1; }
			[ "$(tree_digest "$outside")" = "$before" ] || { echo "$folder, $command" >&2 && return 1; }
		done
		rm "$folder"
		[ ! -e "$BATS_TEST_TMPDIR/kept-aside" ] || mv "$BATS_TEST_TMPDIR/kept-aside" "$folder"
	done
}

@test "hostile: a .coach that is a symlink is read and not written through" {
	mv .coach "$BATS_TEST_TMPDIR/other"
	ln -s "$BATS_TEST_TMPDIR/other" .coach
	local before
	before=$(tree_digest "$BATS_TEST_TMPDIR/other")
	run_coach 11 log 1 admin
	stderr_has ".coach: a symlink, not a folder of the vault's own"
	stderr_has 'hint: put a folder in its place'
	run_coach 0 status
	[ "$(tree_digest "$BATS_TEST_TMPDIR/other")" = "$before" ]
}

@test "hostile: what coach keeps for itself may not lead elsewhere" {
	run_coach 0 log 1 admin
	rm -rf .coach/journal
	ln -s "$outside" .coach/journal
	run coach log 2 admin
	[[ $status -ne 0 && -z $(ls "$outside") ]]
	rm .coach/journal .coach/lock
	ln -s "$outside/lock" .coach/lock
	run coach log 2 admin
	[[ $status -ne 0 && -z $(ls "$outside") ]]
	rm .coach/lock
	rm -rf .coach/cache
	ln -s "$outside" .coach/cache
	run_coach 0 status
	[ -z "$(ls "$outside")" ]
	rm .coach/config.yaml
	mkfifo .coach/config.yaml
	timeout 20 coach status || [ $? -eq 3 ]
}

# --- a repository that wants to run something ----------------------------------------------------------------------

# A script that leaves a trace when anything runs it.
lay_trap() {
	printf '#!/bin/sh\ntouch "%s/ran"\nexit 1\n' "$outside" >"$BATS_TEST_TMPDIR/trap"
	chmod +x "$BATS_TEST_TMPDIR/trap"
}

@test "hostile: no hook, filter, pager, signer or monitor of a repository is run" {
	rm -rf .coach
	lay_trap
	local trap=$BATS_TEST_TMPDIR/trap hook key
	git init -q -b main .
	git add . && git commit -q -m all
	for hook in pre-commit post-commit commit-msg prepare-commit-msg reference-transaction post-index-change pre-auto-gc; do
		cp "$trap" ".git/hooks/$hook"
	done
	for key in core.fsmonitor core.pager core.editor core.sshCommand core.hooksPath gpg.program diff.external \
		filter.x.clean filter.x.smudge filter.x.process merge.x.driver credential.helper alias.log; do
		git config "$key" "$trap"
	done
	git config commit.gpgsign true
	git config core.hooksPath "$BATS_TEST_TMPDIR"
	run_coach 0 init
	run_coach 0 log 1 admin ink
	run_coach 0 init_week
	run_coach 0 undo
	run_coach 0 history
	run_coach 0 diff 2
	[ ! -e "$outside/ran" ]
	printf '*.md filter=x\n' >.gitattributes
	run_coach 11 log 1 admin
	stderr_has filter
	[ ! -e "$outside/ran" ]
}

@test "hostile: a journal or a kept change that coach would not write moves nothing" {
	run_coach 0 log 1 admin
	mkdir -p .coach/journal/kept
	printf 'coach kept 1\nnonsense' >.coach/journal/kept/00000099-0123456789abcdef
	run_coach 0 history
	stdout_lacks nonsense
	run_coach 0 undo
	[ -z "$(ls "$outside")" ]
}
