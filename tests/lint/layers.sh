#!/bin/sh
# Reads each #include "module/…" in lib/, cmd/ and tests/unit/: a module includes itself and lower layers, never a sibling.
# A unit test may include what the module it tests may. Run in the project's root.
set -eu

# Lowest first; modules on one line are siblings.
layers='
base
sys codec
md history net
model
search
vault
practice
rules
coaching
report
cli
cmd
'
# Modules that may use less than what lies below them: decisions are pure, so they see no vault and no system; a search
# reads bytes.
narrow='
search base codec model
rules base codec md model
'

find lib cmd tests/unit -name '*.[ch]' 2>/dev/null | LC_ALL=C sort | while IFS= read -r file; do
	case $file in
	tests/unit/*/*) module=${file#tests/unit/} ;;
	tests/unit/*) continue ;;
	cmd/*) module=cmd ;;
	*) module=${file#lib/} ;;
	esac
	sed -n 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*"\([^"]*\)".*/\1/p' "$file" |
		sed "s|^|$file ${module%%/*} |"
done | awk -v layers="$layers" -v narrow="$narrow" '
	BEGIN {
		count = split(layers, line, "\n")
		for (i = 1; i <= count; i++) {
			names = split(line[i], name, " ")
			for (j = 1; j <= names; j++) rank[name[j]] = i
		}
		count = split(narrow, line, "\n")
		for (i = 1; i <= count; i++) {
			names = split(line[i], name, " ")
			for (j = 2; j <= names; j++) allowed[name[1], name[j]] = 1
			if (names) narrowed[name[1]] = 1
		}
	}
	# $1 the file, $2 its module, $3 the header
	{ slash = index($3, "/"); other = slash ? substr($3, 1, slash - 1) : "" }
	!($2 in rank) { print $1 ": the module " $2 " has no layer (tests/lint/layers.sh)"; bad = 1; next }
	other == "" && $1 !~ /^lib\// { next }
	!(other in rank) { print $1 ": \"" $3 "\" names no module"; bad = 1; next }
	other == $2 || (rank[other] < rank[$2] && (!($2 in narrowed) || ($2, other) in allowed)) { next }
	{ print $1 ": " $2 " may not include \"" $3 "\""; bad = 1 }
	END { exit bad }
'
