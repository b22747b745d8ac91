#!/bin/sh
# cppcheck's warnings, performance and portability checks over lib/ and cmd/. What it learned of unchanged files is kept in
# the build folder. Run in the project's root.
#   internalAstError  cppcheck 2.10 does not understand a compound literal inside a conditional expression
#   readdirCalled     each thread reads folders of its own, which POSIX makes safe; readdir_r is obsolete
set -eu
kept=${BUILD:-build/release}/cppcheck
mkdir -p "$kept"
find lib cmd -name '*.c' 2>/dev/null | LC_ALL=C sort >"$kept/files.txt"
cppcheck -j2 --std=c11 --language=c --enable=warning,performance,portability --inline-suppr --quiet --error-exitcode=1 \
	--max-configs=4 --suppress=missingInclude --suppress=missingIncludeSystem --suppress=internalAstError \
	--suppress=readdirCalled --library=posix -D__GNUC__=12 -Ilib -I. --cppcheck-build-dir="$kept" \
	--template='{file}:{line}: {severity}: {message} [{id}]' --file-list="$kept/files.txt"
