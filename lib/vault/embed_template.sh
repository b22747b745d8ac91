#!/bin/sh
# Prints C source that holds every file below practice/, executive/ and notes/ of the folder given (vault/template.h).
set -eu
LC_ALL=C
export LC_ALL
cd "$1"

# "1 executive/Career/Career Index.md", sorted by bytes.
numbered_files() {
	for template in practice executive notes; do
		[ -d "$template" ] && find "$template" -type f
	done | sort | awk '{ print NR, $0 }'
}

# A byte is a number, so that any byte and any length is fine.
bytes_of() {
	od -An -v -tu1 "$1" | sed 's/  */,/g; s/^,//; s/$/,/'
}

# Paths become C strings: neither quotes nor backslashes may stand in them.
if numbered_files | grep -q '["\\]'; then
	echo "embed_template.sh: a path holds a quote or a backslash" >&2
	exit 1
fi

echo '#include "vault/template.h"'
numbered_files | while read -r number file; do
	# One byte more than the file has, so that an empty file is an array too.
	printf '\nstatic const unsigned char file_%d[] = {\n' "$number"
	bytes_of "$file"
	printf '0\n};\n'
done

printf '\nconst struct template_file template_files[] = {\n'
numbered_files | while read -r number file; do
	printf '\t{ "%s", "%s", file_%d, sizeof(file_%d) - 1 },\n' "${file%%/*}" "${file#*/}" "$number" "$number"
done
# An array needs an element, also where there is no file.
printf '\t{ 0, 0, 0, 0 },\n};\n'
printf '\nconst size_t template_file_count = sizeof(template_files) / sizeof(template_files[0]) - 1;\n'
