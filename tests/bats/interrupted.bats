#!/usr/bin/env bats
# What a person, a sync service or the machine does between a kill and the next run: no text goes, and git holds what the
# notes hold.

load support

sessions='Clients/Ada Example/Sessions'
inbox='Clients/Ada Example/Inbox.md'

# lay [--git]: the sample with a link and some prose in it, also a second time in one test.
lay() {
	cd "$BATS_TEST_TMPDIR" && rm -rf vault
	lay_sample "$@"
	printf '\nAbout [[2026-11-19 Ada Example]].\n' >>"$inbox"
	printf '\nProse of today, nowhere else.\n' >>"$sessions/2026-11-19 Ada Example.md"
}

setup() {
	strace -o /dev/null true || skip 'processes cannot be traced here'
	export COACH_NOW=2026-11-18
	lay
}

# traced OPTION… -- COMMAND…: coach below strace, with what the options inject; its exit status is in $status.
traced() {
	local options=()
	while [ "$1" != -- ]; do
		options+=(-e "$1")
		shift
	done
	shift
	status=0
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 strace -f -qq -o /dev/null "${options[@]}" \
		coach "$@" --no-input >/dev/null 2>&1 || status=$?
}

no_exchange='inject=renameat2:error=EINVAL'

is_tidy() {
	[ -z "$(find . -name '.coach-*' -o -name '*conflicted*')" ]
	[ ! -e .coach/journal/current ]
}

prose_is_in() { file_has "$sessions/$1 Ada Example.md" 'Prose of today, nowhere else.'; }

@test "interrupted: a note on its way to another name stays, though its old text was tidied away and another was edited" {
	traced trace=renameat2 inject=renameat2:signal=KILL:when=4 -- session move ada 2026-11-24
	[ "$status" -eq 137 ]
	find . -name '.coach-*' -delete
	echo 'My line.' >>"$inbox"
	run_coach 0 status
	cat "$sessions"/2026-11-*"Ada Example.md" | grep -q 'Prose of today, nowhere else.'
	file_has "$inbox" 'My line.'
	is_tidy
}

@test "interrupted: once all is in place, nothing that a person does before the next run takes it back" {
	lay --git
	git add .
	git commit -q -m all
	traced trace=rename inject=rename:signal=KILL:when=2 -- session move ada 2026-11-24
	[ "$status" -eq 137 ]
	find . -name '.coach-*' -delete
	echo 'My line.' >>"$inbox"
	run_coach 0 status
	prose_is_in 2026-11-24
	[ ! -e "$sessions/2026-11-19 Ada Example.md" ]
	file_has "$inbox" 'My line.'
	file_has "$inbox" '[[2026-11-24 Ada Example]]'
	is_tidy
	[ "$(git status --short)" = " M \"$inbox\"" ]
}

@test "interrupted: a folder that was renamed since is found, and no text of coach's stays behind in it" {
	for call in 1 2 3 4; do
		lay
		traced trace=renameat2 "inject=renameat2:signal=KILL:when=$call" -- session move ada 2026-11-24
		[ "$status" -eq 137 ] || continue
		mv 'Clients/Ada Example' 'Clients/Ada E.'
		run_coach 0 status
		cat 'Clients/Ada E./Sessions'/2026-11-*"Ada Example.md" | grep -q 'Prose of today, nowhere else.'
		is_tidy
	done
}

@test "interrupted: a folder that was made does not stay behind empty when the machine no longer opens a file" {
	rm -r Weeks
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 strace -f -qq -o "$BATS_TEST_TMPDIR/trace" -e trace=openat \
		coach log 1 admin a >/dev/null
	local calls
	calls=$(grep -c openat "$BATS_TEST_TMPDIR/trace")
	for call in $(seq $((calls - 24)) "$calls"); do
		lay
		rm -r Weeks
		traced trace=openat "inject=openat:error=EIO:when=$call+" -- log 1 admin a
		run_coach 0 status
		[ ! -e Weeks ] || file_has Weeks/2026-W47.md '| a |'
		is_tidy
	done
}

@test "interrupted: a change of where the history lies is finished where it began" {
	mkdir "$BATS_TEST_TMPDIR/elsewhere"
	run_coach 0 config history.dir "$BATS_TEST_TMPDIR/elsewhere/a.git" --dry-run
	traced trace=renameat2 inject=renameat2:signal=KILL:when=1 -- \
		config history.dir "$BATS_TEST_TMPDIR/elsewhere/a.git"
	[ "$status" -eq 137 ]
	run_coach 0 status
	[ ! -e .git ]
	is_tidy
	run_coach 0 history
	stdout_has config
}

@test "interrupted: the same text that a sync service brought meanwhile is not removed with ours" {
	export COACH_NOW=2026-11-16
	traced trace=renameat2 inject=renameat2:delay_enter=2000000:when=1 -- init_week &
	local came=
	for _ in $(seq 200); do
		cp Weeks/.coach-* Weeks/2026-W47.md 2>/dev/null && cmp -s Weeks/.coach-* Weeks/2026-W47.md && came=yes && break
		sleep 0.05
	done
	[ "$came" = yes ]
	flock .coach/lock sleep 12 # so that the command, which reads again, cannot write it anew
	wait
	[ -s Weeks/2026-W47.md ]
	is_tidy
}

@test "interrupted, without an exchange of files: killed between the two names of one file, going on or back" {
	traced trace=renameat2,linkat,unlinkat "$no_exchange" inject=unlinkat:signal=KILL:when=1 -- session move ada 2026-11-24
	[ "$status" -eq 137 ]
	run_coach 0 status
	is_tidy
	[ "$(grep -l 'Prose of today' "$sessions"/* | wc -l)" -eq 1 ]

	lay
	traced trace=renameat2,linkat,unlinkat "$no_exchange" inject=linkat:error=EIO:when=3 \
		inject=unlinkat:signal=KILL:when=4 -- session move ada 2026-11-24
	run_coach 0 status
	is_tidy
	run_coach 0 session move ada 2026-11-24
}

@test "interrupted, without an exchange of files: a step that fails takes all back, and leaves nothing" {
	run_coach 0 log 1 admin a
	before=$(tree_digest Weeks)
	traced trace=renameat2,renameat "$no_exchange" inject=renameat:error=EIO:when=2 -- log 0.5 admin b
	[ "$status" -eq 6 ]
	[ "$(tree_digest Weeks)" = "$before" ]
	run_coach 0 status
	is_tidy
}

@test "interrupted, without an exchange of files: killed while it takes back" {
	traced trace=renameat2,renameat,linkat "$no_exchange" inject=linkat:error=EIO:when=4 \
		inject=renameat:signal=KILL:when=4 -- session move ada 2026-11-24
	run_coach 0 status
	is_tidy
	prose_is_in 2026-11-19
	file_lacks "$inbox" 2026-11-24
}
