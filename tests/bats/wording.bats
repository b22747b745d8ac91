#!/usr/bin/env bats
# What coach writes is in every language, or the program is not built.

load support

setup() {
	cd "$BATS_TEST_TMPDIR" || return 1
}

tool() {
	compile_wording "$@"
}

# In three languages.
lay_files() {
	local language
	for language in en de zh; do
		printf '%s\n' "language: $language" 'states:' '  held: word' '  missed: word' 'texts:' \
			'  ask: "Ask {client} {day}"' >"$language.yaml"
	done
}

@test "wording: texts of all languages make a sorted table, ones of several lines too" {
	lay_files
	printf '  letter: |\n    Dear {client},\n\n    yours\n' | tee -a en.yaml de.yaml >>zh.yaml
	tool zh.yaml en.yaml de.yaml >table.c
	grep -q 'wording_table_count = 4;' table.c
	grep -qF '"Dear {client},\012\012yours"' table.c
	[ "$(grep -o '"held"\|"missed"\|"ask"\|"letter"' table.c | tr '\n' ' ')" = '"held" "missed" "ask" "letter" ' ]
}

@test "wording: a text that a language lacks is an error at its place, and prints no table" {
	lay_files
	grep -v missed de.yaml >less && mv less de.yaml
	run -1 --separate-stderr tool en.yaml de.yaml zh.yaml
	[ -z "$output" ]
	[ "$stderr" = 'en.yaml:4:11: states "missed" has no text in de.yaml' ]
	run -1 --separate-stderr tool en.yaml zh.yaml
	[[ $stderr == *'has no text in de.yaml' ]]
}

@test "wording: a place that a language lacks is an error, in either direction" {
	lay_files
	sed -i.old 's/ {day}//' zh.yaml
	run -1 --separate-stderr tool en.yaml de.yaml zh.yaml
	[ "$stderr" = 'zh.yaml:6:8: the place {day} of "ask" is not in each of en.yaml and zh.yaml' ]
	lay_files
	sed -i.old 's/ {day}/ {week}/' de.yaml
	run -1 --separate-stderr tool en.yaml de.yaml zh.yaml
	[[ $stderr == 'de.yaml:6:8: the place {week} of "ask"'* ]]
}

@test "wording: an unknown kind, a language nobody knows, a key without text" {
	lay_files
	sed -i.old 's/^states:/stats:/' en.yaml
	run -1 --separate-stderr tool en.yaml de.yaml zh.yaml
	[[ $stderr == *'"stats" is no kind of words' ]]
	lay_files
	sed -i.old 's/^language: en/language: fr/' en.yaml
	run -1 --separate-stderr tool en.yaml de.yaml zh.yaml
	[[ $stderr == 'en.yaml:1:11: the file names no language'* ]]
	lay_files
	sed -i.old 's/held: word/held:/' en.yaml
	run -1 --separate-stderr tool en.yaml de.yaml zh.yaml
	[[ $stderr == *'"held" needs a text behind it' ]]
}

@test "wording: each text and each word is used by the code" {
	local key unused=''
	while IFS= read -r key; do
		grep -rqF "\"$key\"" "$root/lib" "$root/cmd" --include='*.c' || unused+="$key; "
	done < <(sed -n 's/^  "\{0,1\}\([^":]*\)"\{0,1\}: .*/\1/p' "$root/vault-template/wording/en.yaml")
	[ -z "$unused" ]
}
