#!/usr/bin/env bats
# The command line itself: help, mistakes in the words, output for people, pipes and programs, and the same answer
# wherever and whenever it is asked.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-16
}

command_names() {
	coach help --json >"$BATS_TEST_TMPDIR/stdout"
	json '.data.commands[].name'
}

# examples_of COMMAND: the command lines of its help, one a line.
examples_of() {
	coach help "$1" | sed -n "/^## Examples/,/^## /s/^- \`\(coach [^\`]*\)\`.*/\1/p"
}

# has_colour FILE, lacks_colour FILE: whether it holds an escape sequence.
has_colour() { grep -q $'\033\[' "$1"; }
lacks_colour() { if has_colour "$1"; then explain "colours in $1"; fi; }

# --- help ----------------------------------------------------------------------------------------------------------

@test "command line: every command of the list explains itself" {
	local name
	[ "$(command_names | wc -l)" -ge 12 ]
	for name in $(command_names); do
		run_coach 0 help "$name"
		stdout_has "**coach $name**"
		stdout_has "Usage: \`coach $name"
		stderr_is_empty
		cp "$BATS_TEST_TMPDIR/stdout" "$BATS_TEST_TMPDIR/help"
		run_coach 0 "$name" --help
		cmp "$BATS_TEST_TMPDIR/help" "$BATS_TEST_TMPDIR/stdout"
		run_coach 0 "$name" -h
	done
}

@test "command line: every example of every command's help is understood" {
	local name example seen=0
	for name in $(command_names); do
		while read -r example; do
			rm -rf "$BATS_TEST_TMPDIR/scratch" && cp -R . "$BATS_TEST_TMPDIR/scratch"
			status=0
			(cd "$BATS_TEST_TMPDIR/scratch" && HOME=$BATS_TEST_TMPDIR/scratch sh -c "$example" </dev/null) \
				>"$BATS_TEST_TMPDIR/stdout" 2>"$BATS_TEST_TMPDIR/stderr" || status=$?
			seen=$((seen + 1))
			[ "$status" -ne 2 ] && [ "$status" -lt 126 ] && continue
			cat "$BATS_TEST_TMPDIR/stderr" >&2
			echo "status $status: $example" >&2
			return 1
		done < <(examples_of "$name")
	done
	[ "$seen" -ge 20 ]
}

@test "command line: coach alone and help say the same" {
	run_coach 0
	cp "$BATS_TEST_TMPDIR/stdout" "$BATS_TEST_TMPDIR/help"
	# shellcheck disable=SC2016 # code as Markdown
	run_coach 0 help
	cmp "$BATS_TEST_TMPDIR/help" "$BATS_TEST_TMPDIR/stdout"
}

@test "command line: help needs no vault, and knows what it has not" {
	cd "$BATS_TEST_TMPDIR"
	run_coach 0 help init_week
	run_coach 0 version
	run_coach 0 --version
	run_coach 2 help init_weak
	stderr_has 'did you mean init_week?'
}

@test "command line: a name with hyphens is the name with underscores" {
	run_coach 0 capacity-check --json
	json_is .command capacity_check
	run_coach 0 init-week --dry-run
}

@test "command line: completions are scripts that their shells can read" {
	coach completions bash >"$BATS_TEST_TMPDIR/bash"
	bash -n "$BATS_TEST_TMPDIR/bash"
	coach completions zsh >"$BATS_TEST_TMPDIR/zsh"
	! command -v zsh >/dev/null || zsh -n "$BATS_TEST_TMPDIR/zsh"
	coach completions fish >"$BATS_TEST_TMPDIR/fish"
	! command -v fish >/dev/null || fish -n "$BATS_TEST_TMPDIR/fish"
	run_coach 2 completions tcsh
}

@test "command line: bash completes commands, options and clients" {
	coach completions bash >"$BATS_TEST_TMPDIR/bash"
	cat >"$BATS_TEST_TMPDIR/ask" <<-'END'
		source "$1"
		COMP_WORDS=("${@:2}") COMP_CWORD=$(($# - 2))
		_coach 2>/dev/null
		printf '%s\n' "${COMPREPLY[@]}"
	END
	[[ $(bash "$BATS_TEST_TMPDIR/ask" "$BATS_TEST_TMPDIR/bash" coach capa) == *capacity_check* ]]
	[[ $(bash "$BATS_TEST_TMPDIR/ask" "$BATS_TEST_TMPDIR/bash" coach init --tem) == *--template* ]]
}

# --- mistakes ------------------------------------------------------------------------------------------------------

@test "command line: a mistyped command is status 2, with the one that was meant" {
	nothing_written run_coach 2 inti_week
	stderr_has 'there is no command "inti_week"'
	stderr_has 'did you mean init_week?'
	run_coach 2 zzzzzzzz
	[[ $stderr != *'did you mean'* ]]
}

@test "command line: an unknown option is status 2, with the one that was meant" {
	nothing_written run_coach 2 init_week --dry-rum
	stderr_has '--dry-rum'
	stderr_has 'did you mean --dry-run?'
	run_coach 2 init_week -Z
	run_coach 2 --zebra status
}

@test "command line: an option without its value, and a value without need" {
	run_coach 2 init_week --as-of
	stderr_has '--as-of'
	run_coach 2 status --quiet=yes
	run_coach 2 capacity_check --week
	run_coach 2 init_week 2026-W47 2026-W48
	stderr_has 'one argument too many: "2026-W48"'
}

@test "command line: a usage error with --json is an envelope on stdout" {
	run_coach 2 inti_week --json
	json_is .error.exit 2
	json_is .error.class usage
	json_is .data null
	json_is .error.hint 'did you mean init_week?'
	run_coach 2 --json capacity_check --weeks many
	json_is .command capacity_check
	json_is .error.exit 2
	run_coach 2 init_week --as-of never --json
	json_is .error.exit 2
}

@test "command line: -- ends the options" {
	run_coach 3 prep_session -- --ada
	stderr_has 'no client is called "--ada"'
}

@test "command line: arguments with bytes that are no text are refused or quoted, never a crash" {
	run_coach 3 prep_session $'\377\376'
	run_coach 2 $'\033[31mred'
	lacks_colour "$BATS_TEST_TMPDIR/stderr"
	run_coach 2 "$(head -c 100000 /dev/zero | tr '\0' x)"
}

@test "command line: --as-of takes days and their words, and refuses what is none" {
	run_coach 0 capacity_check --as-of 2026-11-09 --json
	json_is .as_of 2026-11-09
	json_is .data.week 2026-W46
	run_coach 0 capacity_check --as-of 2026-11-09T23:59 --json
	json_is .as_of 2026-11-09
	nothing_written run_coach 2 init_week --as-of 2026-13-45
	COACH_NOW=never run_coach 2 status
}

# --- output --------------------------------------------------------------------------------------------------------

@test "command line: --quiet says the result and errors, and nothing else" {
	run_coach 0 init_week --quiet
	stderr_is_empty
	stdout_has 'Planned'
	run_coach 2 status --quiet --zebra
	stderr_has '--zebra'
}

@test "command line: colours are for terminals, or where they are asked for" {
	run_coach 0 capacity_check
	lacks_colour "$BATS_TEST_TMPDIR/stdout"
	lacks_colour "$BATS_TEST_TMPDIR/stderr"
	run_coach 0 capacity_check --color always
	has_colour "$BATS_TEST_TMPDIR/stdout"
	NO_COLOR=1 run_coach 0 capacity_check --color auto
	lacks_colour "$BATS_TEST_TMPDIR/stdout"
	run_coach 0 capacity_check --color never
	lacks_colour "$BATS_TEST_TMPDIR/stdout"
	run_coach 2 capacity_check --color sometimes
	stderr_has 'auto, always, never'
}

@test "command line: JSON is one object with every part of the envelope, for every command" {
	local words
	for words in status lint 'log 1 admin' config init_week 'session list' 'prep_session ada' capacity_check help version \
		'completions bash' 'init .'; do
		status=0
		# shellcheck disable=SC2086 # the words of a command
		coach $words --json --dry-run >"$BATS_TEST_TMPDIR/stdout" 2>"$BATS_TEST_TMPDIR/stderr" || status=$?
		[ "$(python3 -c 'import json, sys; print(" ".join(json.load(sys.stdin)))' <"$BATS_TEST_TMPDIR/stdout")" = \
			'coach command as_of vault data findings changes commit error' ] || explain "coach $words: the envelope"
		json_is .coach 1
		json_is .command "${words%% *}"
		json_is .error null
	done
}

@test "command line: what stands in notes cannot send escape sequences to a terminal" {
	printf -- '- [ ] Red \033[31malert 📅 2026-11-10\n' >Red.md
	run_coach 0 status
	lacks_colour "$BATS_TEST_TMPDIR/stdout"
	run_coach 0 init_week --color always
	run -1 grep -q $'\033\[31malert' "$BATS_TEST_TMPDIR/stdout"
}

# --- determinism ---------------------------------------------------------------------------------------------------

# tell NAME: a whole morning in a copy of the vault; what was said goes to NAME.said, the vault to NAME.
tell() {
	local vault=$BATS_TEST_TMPDIR/$1
	cp -R "$BATS_TEST_TMPDIR/vault" "$vault"
	{
		coach --vault "$vault" init_week
		coach --vault "$vault" prep_session ada
		coach --vault "$vault" capacity_check
		coach --vault "$vault" status | tail -n +2
		coach --vault "$vault" lint
	} >"$vault.said"
}

@test "command line: the same notes on the same day give the same bytes, whoever asks where" {
	tell one
	mkdir "$BATS_TEST_TMPDIR/home"
	cd /
	export TZ=Pacific/Kiritimati LC_ALL=C LANG=de_DE.UTF-8 HOME=$BATS_TEST_TMPDIR/home COLUMNS=40
	tell two
	export TZ=America/Los_Angeles LC_ALL=tr_TR.UTF-8 USER=somebody
	tell three
	for other in two three; do
		cmp "$BATS_TEST_TMPDIR/one.said" "$BATS_TEST_TMPDIR/$other.said"
		diff -r -x lock -x cache -x journal "$BATS_TEST_TMPDIR/one" "$BATS_TEST_TMPDIR/$other"
	done
}

@test "command line: from a folder inside the vault it is the same vault" {
	run_coach 0 capacity_check
	cp "$BATS_TEST_TMPDIR/stdout" "$BATS_TEST_TMPDIR/root"
	cd 'Clients/Ada Example/Sessions'
	run_coach 0 capacity_check
	cmp "$BATS_TEST_TMPDIR/root" "$BATS_TEST_TMPDIR/stdout"
	run_coach 0 init_week
	[ -f ../../../Weeks/2026-W47.md ]
}

# --- help ----------------------------------------------------------------------------------------------------------

@test "help: lists its topics, and says what the exit statuses mean, as the manual does" {
	# shellcheck disable=SC2016 # code as Markdown
	run_coach 0 help
	# shellcheck disable=SC2016 # code as Markdown
	stdout_has '- `exit-codes`: What the exit statuses mean'
	run_coach 0 help exit_codes
	stdout_has '- 11: Refused by a rule.'
	[ "$(grep -c '^- [0-9]' "$BATS_TEST_TMPDIR/stdout")" -eq "$(grep -c '^\.It [0-9]' "$root/docs/man/coach.1")" ]
	run_coach 0 help exit-codes --json
	json_is '.data.topics[0].name' exit-codes
	json_is '.data.commands.length' 0
	run_coach 2 help exit-code
	stderr_has 'did you mean exit-codes?'
	[[ $stderr != *'help help'* ]]
	run_coach 2 help exit-codes --man
}
