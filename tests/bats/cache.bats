#!/usr/bin/env bats
# What is kept of a look at the notes (.coach/cache): nobody notices, but for the time it takes.

load support

setup() { lay_sample; }

# What was kept counts as older than two seconds ago, without waiting for it.
let_the_cache_age() { touch -d '+1 hour' .coach/cache/glances; }

@test "cache: status says the same from notes as from what was kept of them, on any day" {
	for day in 2026-09-16 2026-11-10 2026-11-16 2026-11-20 2026-12-31 2027-11-20; do
		rm -rf .coach/cache
		run_coach 0 status --as-of "$day" --json
		cold=$stdout
		let_the_cache_age
		run_coach 0 status --as-of "$day" --json
		[[ $stdout == "$cold" ]]
	done
}

@test "cache: notes that did not change are not read again" {
	strace true || skip "processes cannot be traced here"
	run_coach 0 status --as-of 2026-11-20
	let_the_cache_age
	# LeakSanitizer does not work in a process that is traced.
	ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0 strace -f -e trace=openat -o "$BATS_TEST_TMPDIR/trace" coach status --as-of 2026-11-20
	grep -q '"glances"' "$BATS_TEST_TMPDIR/trace"
	run grep -c '\.md"' "$BATS_TEST_TMPDIR/trace"
	[[ $output -le 1 ]] # the portfolio, for the names that a link may mean
}

@test "cache: a note that changed is read, also where its size and its date are as before" {
	write_note Mine.md '- [ ] Buy ink 📅 2026-11-20'
	touch -d 2026-11-01 Mine.md
	run_coach 0 status --as-of 2026-11-20 --json
	stdout_has 'Buy ink'
	let_the_cache_age
	write_note Mine.md '- [x] Buy ink 📅 2026-11-20'
	touch -d 2026-11-01 Mine.md
	run_coach 0 status --as-of 2026-11-20 --json
	stdout_lacks 'Buy ink'
}

@test "cache: a note that is gone is gone, and one that came is there" {
	write_note Mine.md '- [ ] Buy ink 📅 2026-11-20'
	run_coach 0 status --as-of 2026-11-20
	let_the_cache_age
	mv Mine.md Yours.md
	run_coach 0 status --as-of 2026-11-20 --json
	[[ $(json '.data.due.actions[].path') == *Yours.md* ]]
	[[ $(json '.data.due.actions[].path') != *Mine.md* ]]
}

@test "cache: a setting that changes how notes are read is heeded at once" {
	run_coach 0 status --as-of 2026-11-20 --json
	others=$(json '.data.other_notes')
	let_the_cache_age
	run_coach 0 config paths.templates Resources
	run_coach 0 status --as-of 2026-11-20 --json
	[[ $(json '.data.other_notes') -lt $others ]]
}

@test "cache: one that is spoiled is no harm" {
	run_coach 0 status --as-of 2026-11-20
	before=$stdout
	for spoiled in '' 'coach cache 1' "$(head -c 3000 .coach/cache/glances | tr '\0' '?')"; do
		printf '%s' "$spoiled" >.coach/cache/glances
		run_coach 0 status --as-of 2026-11-20
		[[ $stdout == "$before" ]]
	done
}

@test "cache: a vault that cannot be written is read all the same" {
	[[ $(id -u) -ne 0 ]] || skip "root writes everywhere"
	chmod -R a-w .
	run_coach 0 status --as-of 2026-11-20
	chmod -R u+w .
	[[ ! -e .coach/cache ]]
}

@test "cache: it is for nobody else to read, and git does not see it" {
	run_coach 0 status
	[[ $(stat -c %a .coach/cache/glances) == 600 ]]
	grep -qx 'cache/' .coach/.gitignore
}
