#!/bin/sh
# Every header of lib/ and cmd/ compiles with nothing before it, and its guard is COACH_<MODULE>_<NAME>_H, so that no two
# are alike. model/finding_codes.h is a list that is included several times and has no guard. Run in the project's root.
set -eu
flags=$("${PKG_CONFIG:-pkg-config}" --cflags yaml-0.1 jansson libutf8proc libxxhash libcmark-gfm libgit2 2>/dev/null || true)

bad=$(find lib cmd -name '*.h' 2>/dev/null | LC_ALL=C sort | while IFS= read -r header; do
	[ "$header" = lib/model/finding_codes.h ] && continue
	# shellcheck disable=SC2086 # lists of words
	${CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L -D_DARWIN_C_SOURCE -Wall -Wextra -Werror $flags -Ilib -I. \
		-include "$header" -fsyntax-only -x c /dev/null 2>&1 || echo "$header: does not compile alone"
	guard=$(printf 'coach_%s' "${header#lib/}" | tr 'a-z/.-' 'A-Z___')
	first=$(sed -n 's/^#ifndef //p' "$header" | head -n 1)
	[ "$first" = "$guard" ] || echo "$header: the guard is ${first:-missing}, not $guard"
done)
[ -z "$bad" ] || { printf '%s\n' "$bad" && exit 1; }
