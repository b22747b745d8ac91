#!/bin/sh
# Lists files of more than 500 lines and functions of more than 70, a smell; more than 800 and 120 are a failure.
# Run in the project's root.
set -eu
# shellcheck disable=SC2016 # awk's own fields
find lib cmd tests -name '*.[ch]' 2>/dev/null | LC_ALL=C sort | tr '\n' '\0' | xargs -0 awk '
	function end_of_file() { if (lines > 500) print name ": " lines " lines"; if (lines > 800) failed = 1 }
	FNR == 1 { end_of_file(); name = FILENAME; head = "" }
	{ lines = FNR }
	/^[A-Za-z_].*\(/ { head = $0; sub(/\(.*/, "", head); sub(/.*[ *]/, "", head) }
	/^{/ { start = FNR }
	/^}/ && start {
		if (FNR - start > 70) print name ":" start ": " head " has " FNR - start - 1 " lines"
		if (FNR - start > 120) failed = 1
		start = 0
	}
	END { end_of_file(); exit failed }
'
