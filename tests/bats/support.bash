# What every bats file loads: vaults to work on, the program with its outcome recorded, and ways to look at both.
#
#	load support
#	setup() { lay_sample; }
#
#	@test "status: names the portfolio" {
#		run_coach 0 status --json
#		json_is '.command' status
#		stdout_has 'Client Portfolio.md'
#	}
#
# Each vault is laid in the test's own folder, and the test goes on inside it. tests/run gives a clean environment; a
# single file also runs by itself: BUILD=build/release bats tests/bats/status.bats

bats_require_minimum_version 1.5.0

# shellcheck disable=SC2034 # the tests read stdout, stderr and status
root=$(cd "$BATS_TEST_DIRNAME/../.." && pwd)
PATH=$(cd "$root" && cd "${BUILD:-build/release}" && pwd):$PATH
HOME=$BATS_RUN_TMPDIR/home
mkdir -p "$HOME"
export HOME TZ=UTC LC_ALL=C.UTF-8 TERM=dumb GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=Tester GIT_AUTHOR_EMAIL=tester@example.org
export GIT_COMMITTER_NAME=Tester GIT_COMMITTER_EMAIL=tester@example.org
for name in $(compgen -e | grep -E '^(COACH|XDG)_' || true); do unset "$name"; done

# --- vaults --------------------------------------------------------------------------------------------------------

# The sample practice, adopted; with --git it has a history. Laid once for each file, then copied.
lay_sample() {
	local kept="$BATS_FILE_TMPDIR/sample${1:-}"
	[ -d "$kept" ] || "$root/tests/lay_sample" "$kept" "${1:---no-git}" >/dev/null
	cp -R "$kept" "$BATS_TEST_TMPDIR/vault"
	cd "$BATS_TEST_TMPDIR/vault" || return 1
}

# The sample practice as a repository of the person's own, everything committed.
lay_own_repository() {
	lay_sample --no-git
	rm -r .coach
	git init -q -b main .
	git add .
	git commit -q -m 'My practice'
	run_coach 0 init
}

# A new vault from a template (practice, executive or both), its placeholders not filled in.
lay_template() {
	coach init "$BATS_TEST_TMPDIR/vault" --template "$1" --no-git --no-input >/dev/null
	cd "$BATS_TEST_TMPDIR/vault" || return 1
}

# A vault with a configuration and nothing else.
lay_empty_vault() {
	mkdir -p "$BATS_TEST_TMPDIR/vault"
	cd "$BATS_TEST_TMPDIR/vault" || return 1
	coach init . --no-git --no-input >/dev/null
}

# A file with the given lines: write_note "Plans/2026-Q4.md" "# Quarterly Plan: Q4 2026" "" "## Risks"
write_note() {
	local path=$1
	shift
	mkdir -p "$(dirname "$path")"
	printf '%s\n' "$@" >"$path"
}

# --- somebody else ------------------------------------------------------------------------------------------------

# Gives the vault to somebody without privileges, as whom coach then runs; root could read and write everything.
become_nobody() {
	[ "$(id -u)" -eq 0 ] || return 0
	command -v setpriv >/dev/null || skip 'root, and no setpriv to become somebody else with'
	chmod o+x "$BATS_RUN_TMPDIR" "$BATS_RUN_TMPDIR/test" "$BATS_TEST_TMPDIR" 2>/dev/null || true
	chown -R 65534:65534 .
	coach() { setpriv --reuid=65534 --regid=65534 --clear-groups -- coach "$@"; }
	coach version >/dev/null 2>&1 || skip 'nobody may not run coach from here'
}

# --- the program ---------------------------------------------------------------------------------------------------

# run_coach STATUS ARGUMENT…: fails unless coach ends with that status. Leaves $stdout, $stderr, $status, and the exact
# bytes in "$BATS_TEST_TMPDIR/stdout" and "…/stderr".
run_coach() {
	local expected=$1
	shift
	status=0
	coach "$@" >"$BATS_TEST_TMPDIR/stdout" 2>"$BATS_TEST_TMPDIR/stderr" || status=$?
	stdout=$(tr -d '\0' <"$BATS_TEST_TMPDIR/stdout")
	stderr=$(tr -d '\0' <"$BATS_TEST_TMPDIR/stderr")
	[ "$status" -eq "$expected" ] || explain "coach $*: exit status $status, expected $expected"
}

# explain REASON: the reason and what coach printed, for the report of a failing test.
explain() {
	printf '%s\n--- stdout\n%s\n--- stderr\n%s\n' "$1" "$stdout" "$stderr" >&2
	return 1
}

stdout_has() { [[ $stdout == *"$1"* ]] || explain "stdout lacks: $1"; }
stdout_lacks() { [[ $stdout != *"$1"* ]] || explain "stdout has: $1"; }
stderr_has() { [[ $stderr == *"$1"* ]] || explain "stderr lacks: $1"; }
stderr_is_empty() { [[ -z $stderr ]] || explain "stderr is not empty"; }

# json PATH: a part of the JSON that coach printed last. '.data.week', '.findings[0].line', '.findings[].code' (one a
# line), '.changes.length'. Texts come bare, everything else as JSON.
json() {
	python3 "$root/tests/bats/json_part.py" "$1" <"$BATS_TEST_TMPDIR/stdout"
}

json_is() {
	local found
	found=$(json "$1") || explain "no $1 in the JSON"
	[[ $found == "$2" ]] || explain "$1 is $found, expected $2"
}

# --- files ---------------------------------------------------------------------------------------------------------

# A line for each file below the folder (.git left out): checksum, size and path. Two equal digests are equal trees.
tree_digest() {
	(cd "$1" && find . -name .git -prune -o -path '*/.coach/cache' -prune -o -type f -exec cksum {} + | LC_ALL=C sort -k 3)
}

# The same of the current folder, without the lock, which names the process that held it last.
all_but_the_lock() { tree_digest . | grep -v ' \./\.coach/lock$'; }

# nothing_written COMMAND…: runs it, and fails if a file below the current folder came, went or changed, but for what is
# only kept of the notes (.coach/cache).
nothing_written() {
	local before after
	before=$(tree_digest .)
	"$@" || return 1
	after=$(tree_digest .)
	[[ $before == "$after" ]] || {
		diff <(echo "$before") <(echo "$after") >&2
		explain "written by: $*"
	}
}

# changed_lines BEFORE AFTER: the lines that differ, as diff marks them (< and >).
changed_lines() {
	diff "$1" "$2" | grep '^[<>]' || true
}

file_has() { grep -qF -- "$2" "$1" || { echo "$1 lacks: $2" >&2 && cat "$1" >&2 && return 1; }; }
file_lacks() { ! grep -qF -- "$2" "$1" || { echo "$1 has: $2" >&2 && return 1; }; }
