#!/bin/sh
# Each <header> in lib/ and cmd/ is of C11 or POSIX, or is a library's that the including module owns. Run in the root.
set -eu

# A pattern of header names and the modules that may include them.
owners='
cmark-gfm*               md
yaml.h                   codec
jansson.h                codec
utf8proc.h               codec
xxhash.h                 codec
libical/*                codec
pcre2.h                  codec
git2.h                   history
git2/*                   history
curl/*                   net
dlfcn.h                  sys
sys/file.h               sys
mach-o/*                 sys
copyfile.h               vault
sys/xattr.h              vault
sys/syscall.h            vault
linux/stat.h             vault
'
standard=' assert.h complex.h ctype.h errno.h fenv.h float.h inttypes.h iso646.h limits.h locale.h math.h setjmp.h
signal.h stdalign.h stdarg.h stdatomic.h stdbool.h stddef.h stdint.h stdio.h stdlib.h stdnoreturn.h string.h tgmath.h
threads.h time.h uchar.h wchar.h wctype.h dirent.h fcntl.h fnmatch.h glob.h grp.h langinfo.h libgen.h poll.h pthread.h
pwd.h regex.h sched.h spawn.h strings.h sys/ioctl.h sys/mman.h sys/resource.h sys/select.h sys/stat.h sys/time.h
sys/types.h sys/uio.h sys/wait.h syslog.h termios.h unistd.h utime.h '
standard=$(printf '%s' "$standard" | tr '\n' ' ')

owner_of() {
	printf '%s' "$owners" | while read -r pattern modules; do
		# shellcheck disable=SC2254 # the header is matched against a pattern
		case $1 in
		$pattern) echo "$modules" && break ;;
		esac
	done
}

bad=$(find lib cmd -name '*.[ch]' 2>/dev/null | LC_ALL=C sort | while IFS= read -r file; do
	module=${file#lib/}
	module=${module%%/*}
	sed -n 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*<\([^>]*\)>.*/\1/p' "$file" | while IFS= read -r header; do
		case $standard in *" $header "*) continue ;; esac
		owner=$(owner_of "$header")
		case " $owner " in
		*" $module "*) ;;
		'  ') echo "$file: <$header> belongs to no module (tests/lint/headers-of-others.sh)" ;;
		*) echo "$file: <$header> belongs to $owner" ;;
		esac
	done
done)
[ -z "$bad" ] || { printf '%s\n' "$bad" && exit 1; }
