#!/bin/sh
# Runs shellcheck over every shell script and bats file, found by name or by first line. Run in the project's root.
set -eu
scripts() {
	find . \( -name .git -o -name build -o -path './tests/golden/*/*' -o -path './tests/fuzz/corpus' \) -prune -o -type f -print |
		LC_ALL=C sort | while IFS= read -r file; do
		case $file in
		*.bats) ;;
		*.sh | *.bash) echo "$file" ;;
		*) LC_ALL=C head -c 64 "$file" | LC_ALL=C head -n 1 | LC_ALL=C grep -qaE '^#!.*[/ ](ba)?sh( |$)' && echo "$file" ;;
		esac
	done
}
status=0
scripts | tr '\n' '\0' | xargs -0 shellcheck --format=gcc || status=1
# A bats test runs in a subshell of its own, and support.bash sets what shellcheck cannot see.
find tests/bats -name '*.bats' | LC_ALL=C sort | tr '\n' '\0' |
	xargs -0 shellcheck --format=gcc --shell=bats --exclude=SC2030,SC2031,SC2154 || status=1
exit $status
