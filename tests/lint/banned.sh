#!/bin/sh
# lib/base/banned.h makes some functions compile errors; here: nothing undoes that, libraries neither print nor end the
# process, and only those who may read the environment do. Run in the project's root.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
find lib cmd -name '*.[ch]' 2>/dev/null | LC_ALL=C sort | tr '\n' '\0' |
	xargs -0 awk -f "$here/strip.awk" >"$scratch/code"

# forbid REASON WORDS EXCEPT: extended regular expressions, of words in the code and of files where they may stand.
forbid() {
	grep -E "^[^:]*:[0-9]+:(.*[^[:alnum:]_])?($2)" "$scratch/code" | grep -vE "^($3):" |
		sed "s|^\([^:]*:[0-9]*\):.*|\1: $1|" >>"$scratch/found" || true
}

program='lib/model/compile_[a-z]*\.c'
forbid 'undoes lib/base/banned.h' '#[[:space:]]*undef[[:space:]]+(sprintf|vsprintf)|#[[:space:]]*pragma[[:space:]]+(GCC|clang)[[:space:]]+(poison|system_header)|__builtin_[a-z_]*(strn?cpy|strn?cat|sprintf)[a-z_]*[[:space:]]*\(|__asm__|asm[[:space:]]*\(' 'lib/base/banned\.h'
forbid 'a library may not end the process' '(exit|quick_exit|abort)[[:space:]]*\(' "cmd/.*|lib/base/(arena|fault)\.c|$program"
forbid 'only a child process may call _exit' '(_exit|_Exit)[[:space:]]*\(' 'cmd/.*|lib/base/(arena|fault)\.c|lib/sys/process\.c'
forbid 'a library may not print' '(stdout|stderr)([^[:alnum:]_]|$)|(printf|vprintf|puts|putchar|perror)[[:space:]]*\(' "cmd/.*|lib/base/(arena|fault)\.c|$program"
forbid "only sys, the vault's configuration and cmd read the environment" '(secure_)?getenv([^[:alnum:]_]|$)' 'cmd/.*|lib/sys/.*|lib/vault/(vault|configuration[a-z_]*)\.c|lib/base/fault\.c'

if [ -s "$scratch/found" ]; then
	cat "$scratch/found"
	exit 1
fi
