# Notes of a mebibyte that nest: the depth that the program descends to has a bound, whatever is in a note.

load support

setup() {
	lay_empty_vault
	python3 "$root/tests/bench/large_notes.py" . deep
}

@test "large notes: deep ones are read with a stack of 256 KiB" {
	ulimit -s 256
	run_coach 1 lint
	stdout_has 'front matter of brackets.md'
	stdout_has 'lists without end.md'
	run_coach 0 status
}
