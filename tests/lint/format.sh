#!/bin/sh
# clang-format agrees with every C file; lists the places in those that differ. Its versions differ in details: wanted is
# Debian 12's, 14. Run in the project's root.
set -eu
wanted=14
for program in "clang-format-$wanted" clang-format; do
	command -v "$program" >/dev/null 2>&1 || continue
	"$program" --version | grep -q "version $wanted\." && found=$program && break
done
if [ -z "${found:-}" ]; then
	echo "clang-format $wanted is wanted, here is: $(clang-format --version 2>/dev/null || echo none)"
	exit 77
fi
find lib cmd tests -name '*.[ch]' 2>/dev/null | LC_ALL=C sort | tr '\n' '\0' |
	xargs -0 "$found" --style=file --dry-run -Werror 2>&1 |
	awk '/: error: / { sub(/ error:.*/, " differs (make format)"); print; bad = 1 } END { exit bad }'
