#!/usr/bin/env bats
# What the program writes about itself is in the tree, and current.

load support

@test "generated: man pages, completions, schemas and references are what the program writes today" {
	"$root/tests/generate" "$BATS_TEST_TMPDIR/now"
	cd "$root"
	for folder in docs/man docs/schema completions; do
		diff -r "$folder" "$BATS_TEST_TMPDIR/now/$folder"
	done
	diff docs/commands.md "$BATS_TEST_TMPDIR/now/docs/commands.md"
	diff docs/configuration.md "$BATS_TEST_TMPDIR/now/docs/configuration.md"
}
