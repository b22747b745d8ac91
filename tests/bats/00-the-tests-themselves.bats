#!/usr/bin/env bats
# The runners must not be fooled: each is given a small project whose outcome is known, with a shell script as `coach`.

load support

setup() {
	project=$BATS_TEST_TMPDIR/project
	build=$project/build/release
	mkdir -p "$build/tests/unit/base" "$project/tests/unit/base" "$project/tests/golden" "$project/tests/docs" \
		"$project/vault-template/sample" "$project/docs/schema"
	cp "$root/tests/run" "$root/tests/run-all" "$root/tests/lay_sample" "$root"/tests/*.awk "$project/tests"
	cp "$root/tests/golden/run" "$project/tests/golden"
	cp "$root/tests/docs/run" "$project/tests/docs"
	unset BUILD
	fake_coach 'echo "done"'
	cd "$project" || return 1
}

# fake_coach LINE…: a program for the project under test.
fake_coach() {
	printf '%s\n' '#!/bin/sh' "$@" >"$build/coach"
	chmod +x "$build/coach"
}

# unit_program NAME LINE…: a shell script in a unit test's place.
unit_program() {
	local name=$1
	shift
	touch "$project/tests/unit/base/$name.c"
	printf '%s\n' '#!/bin/sh' "$@" >"$build/tests/unit/base/$name"
	chmod +x "$build/tests/unit/base/$name"
}

# golden_case NAME COMMAND: a case with one note, which the test fills further.
golden_case() {
	mkdir -p "$project/tests/golden/$1/vault"
	printf '%s\n' "$2" >"$project/tests/golden/$1/command"
	printf 'a note\n' >"$project/tests/golden/$1/vault/note.md"
	cd "$project/tests/golden/$1" || return 1
}

# last_line_is TEXT: of what `run` printed.
last_line_is() {
	[ "${lines[-1]}" = "$1" ] || { echo "$output" >&2 && return 1; }
}

# --- tests/run -----------------------------------------------------------------------------------------------------

@test "tests/run: counts what passed" {
	unit_program test_good 'echo 1..2' 'echo ok 1 - one' 'echo ok 2 - two'
	run -0 tests/run
	last_line_is "2 passed, 0 failed"
}

@test "tests/run: fails, with its detail, when one test fails" {
	unit_program test_bad 'echo 1..2' 'echo ok 1 - one' 'echo not ok 2 - two' 'echo "# 1 != 2"' 'exit 1'
	run -1 tests/run
	last_line_is "1 passed, 1 failed"
	[[ $output == *"unit/base/test_bad: not ok 2 - two"*"# 1 != 2"* ]]
	[[ $output != *"ok 1 - one"* ]]
}

@test "tests/run: a program that dies is a failure and is named" {
	unit_program test_crash 'echo 1..3' 'echo ok 1 - one' 'kill -SEGV $$'
	run -1 tests/run
	last_line_is "1 passed, 1 failed"
	[[ $output == *"unit/base/test_crash: not ok - died of signal 11"* ]]
}

@test "tests/run: fewer tests than planned are a failure" {
	unit_program test_short 'echo 1..3' 'echo ok 1 - one'
	run -1 tests/run
	last_line_is "1 passed, 1 failed"
	[[ $output == *"test_short: not ok - 1 of 3 planned tests ran"* ]]
}

@test "tests/run: a program that was not built is a failure" {
	touch tests/unit/base/test_missing.c
	run -1 tests/run
	last_line_is "0 passed, 1 failed"
}

@test "tests/run: nothing to run is no success" {
	run -1 tests/run
	last_line_is "0 passed, 0 failed"
}

@test "tests/run: skipped tests are counted apart, also as cmocka writes them" {
	unit_program test_skip 'echo 1..3' 'echo ok 1 - one' 'echo not ok 2 "# SKIP" two' 'echo ok 3 three "# skip no tool"'
	run -0 tests/run
	last_line_is "1 passed, 0 failed, 2 skipped"
}

@test "tests/run: nothing of the user's environment reaches a test" {
	unit_program test_clean 'echo 1..1' \
		'env | grep -E "^(COACH_|LEAK|XDG_RUNTIME)" || echo ok 1 - clean'
	COACH_NOW=2020-01-01 LEAK=yes XDG_RUNTIME_DIR=/tmp run -0 tests/run
	last_line_is "1 passed, 0 failed"
}

@test "tests/run-all: adds up the stages, and a stage without totals is one test" {
	printf '%s\n' 'check:' '	@echo "3 passed, 0 failed"' 'demo:' '	@echo shown' >Makefile
	run -0 tests/run-all check demo
	last_line_is "4 passed, 0 failed"
}

@test "tests/run-all: a stage that fails fails it, whatever it printed" {
	printf '%s\n' 'check:' '	@echo "3 passed, 2 failed"; exit 1' 'lint:' '	@echo "5 passed, 0 failed"; exit 1' 'demo:' '	@exit 7' >Makefile
	run -1 tests/run-all check lint demo
	last_line_is "8 passed, 4 failed"
}

# --- tests/golden/run ----------------------------------------------------------------------------------------------

@test "golden: a case whose output is as written passes" {
	golden_case good 'coach'
	echo 'done' >stdout
	run -0 "$project/tests/golden/run"
	[[ $output == *"ok 1 - good"* ]]
}

@test "golden: other output, status or a stray file name fails" {
	golden_case output 'coach' && echo other >stdout
	golden_case status 'coach; exit 3'
	golden_case wanted 'coach' && echo 3 >'exit'
	golden_case stray 'coach' && echo 'done' >stdot
	run -1 "$project/tests/golden/run"
	[ "$(grep -c '^not ok' <<<"$output")" -eq 4 ]
}

@test "golden: a vault that must stay as it is fails when it is written" {
	golden_case changed 'coach >>note.md'
	golden_case added 'coach >new.md'
	golden_case removed 'rm note.md'
	golden_case caches 'mkdir -p .coach/cache .coach/base .git; touch .coach/cache/a .coach/base/b .coach/lock .git/c'
	run -1 "$project/tests/golden/run"
	[[ $output == *"not ok 1 - added"* ]]
	[[ $output == *"ok 2 - caches"* && $output != *"not ok 2"* ]]
	[[ $output == *"not ok 3 - changed"* ]]
	[[ $output == *"not ok 4 - removed"* ]]
}

@test "golden: vault.after is the whole vault, byte by byte" {
	golden_case exact 'printf "b\r\n" >note.md' && mkdir vault.after && printf 'b\r\n' >vault.after/note.md
	golden_case ending 'printf "b\r\n" >note.md' && mkdir vault.after && printf 'b\n' >vault.after/note.md
	golden_case lacking 'printf "b\n" >new.md' && mkdir vault.after && printf 'b\n' >vault.after/new.md
	run -1 "$project/tests/golden/run"
	[[ $output == *"not ok 1 - ending"* ]]
	[[ $output == *"ok 2 - exact"* && $output != *"not ok 2"* ]]
	[[ $output == *"not ok 3 - lacking"* ]]
}

@test "golden: figures are a subset of the JSON, lists whole, numbers by value" {
	fake_coach "echo '{\"coach\":1,\"command\":\"x\",\"data\":{\"n\":5,\"b\":true,\"list\":[{\"a\":1,\"b\":2},{\"a\":3}]}}'"
	golden_case good coach && echo '{"data":{"n":5.0,"list":[{"a":1},{"a":3}]}}' >figures.json
	golden_case value coach && echo '{"data":{"n":6}}' >figures.json
	golden_case missing coach && echo '{"data":{"m":5}}' >figures.json
	golden_case null coach && echo '{"data":{"m":null}}' >figures.json
	golden_case shorter coach && echo '{"data":{"list":[{"a":1}]}}' >figures.json
	golden_case boolean coach && echo '{"data":{"b":1}}' >figures.json
	golden_case prose 'echo no JSON' && echo '{"data":{}}' >figures.json
	run -1 "$project/tests/golden/run"
	[ "$(grep -c '^not ok' <<<"$output")" -eq 6 ]
	[[ $output == *"ok 2 - good"* && $output != *"not ok 2"* ]]
}

@test "golden: JSON is validated against its command's schema" {
	echo '{"type":"object","required":["as_of"]}' >docs/schema/x.json
	golden_case lacking "echo '{\"coach\":1,\"command\":\"x\"}'"
	golden_case whole "echo '{\"coach\":1,\"command\":\"x\",\"as_of\":\"2026-11-20\"}'"
	run -1 "$project/tests/golden/run"
	[[ $output == *"not ok 1 - lacking"*"docs/schema/x.json"*"ok 2 - whole"* ]]
	[[ $output != *"not ok 2"* ]]
}

@test "golden: --update writes what a case gave, but never its figures" {
	golden_case new 'coach; echo new >new.md; exit 3'
	run -1 "$project/tests/golden/run"
	run -0 "$project/tests/golden/run" --update "$PWD"
	[ "$(cat stdout exit vault.after/new.md)" = "$(printf 'done\n3\nnew')" ]
	echo '{"data":{"n":1}}' >figures.json
	run -1 "$project/tests/golden/run" --update "$PWD"
	[ "$(cat figures.json)" = '{"data":{"n":1}}' ]
	run -2 "$project/tests/golden/run" --update
}

# --- tests/docs/run ------------------------------------------------------------------------------------------------

@test "docs: an example prints what it shows, … stands for any lines" {
	printf '%s\n' '```console' '$ coach' 'done' '$ seq 9' '1' '…' '9' '```' >README.md
	run -0 tests/docs/run
	[[ $output == *"ok 1 - README.md:1"* ]]
}

@test "docs: an example that shows something else fails" {
	printf '%s\n' 'text' '```console' '$ coach' 'other' '```' '```sh' 'not run' '```' >docs/page.md
	run -1 tests/docs/run
	[[ $output == *"not ok 1 - docs/page.md:2"*"+done"* ]]
}

# --- support.bash --------------------------------------------------------------------------------------------------

@test "support: run_coach keeps stdout, stderr and status apart, and fails on another status" {
	PATH=$build:$PATH
	fake_coach 'echo out; echo err >&2; exit 3'
	run_coach 3 anything
	[ "$stdout" = out ]
	[ "$stderr" = err ]
	[ "$status" -eq 3 ]
	stdout_has out
	stderr_has err
	run ! stdout_lacks out
	run ! stderr_is_empty
	run ! run_coach 0 anything
}

@test "support: json_is reads parts of the last JSON" {
	PATH=$build:$PATH
	fake_coach "echo '{\"data\":{\"week\":\"2026-W47\",\"list\":[{\"n\":1.5},{\"n\":null}]}}'"
	run_coach 0
	json_is .data.week 2026-W47
	json_is '.data.list[0].n' 1.5
	json_is .data.list.length 2
	[ "$(json '.data.list[].n')" = "$(printf '1.5\nnull')" ]
	run ! json_is .data.week 2026-W48
	run ! json_is .data.other null
}

@test "support: nothing_written sees a changed, a new and a missing file" {
	mkdir "$BATS_TEST_TMPDIR/here" && cd "$BATS_TEST_TMPDIR/here"
	write_note note.md one
	nothing_written true
	run ! nothing_written write_note note.md two
	run ! nothing_written write_note other.md one
	run ! nothing_written rm note.md
}
