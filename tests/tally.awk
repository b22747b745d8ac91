# Reads the TAP files of one suite, whose names are the input's lines. Prints the failures with their detail and one line
# for the suite, and appends "passed failed skipped" to the file `totals`. The last line of a TAP file is
# "# status N"; a program that died, or ran fewer tests than it planned, counts as one failure more.

{ read_results($0) }

END {
	skips = skipped ? sprintf(", %d skipped", skipped) : ""
	printf "%-8s %5d passed, %d failed%s (%d s)\n", suite, passed, failed, skips, seconds
	print passed + 0, failed + 0, skipped + 0 >>totals
}

function read_results(file,   name, line, planned, ran, failures, detail, status, count, lines) {
	name = substr(file, length(prefix) + 1)
	while ((getline line <file) > 0) {
		lines[++count] = line
		if (line ~ /^[ \t]*1\.\.[0-9]+/) {
			sub(/^[ \t]*1\.\./, "", line)
			planned += line
		} else if (line ~ /^[ \t]*(not )?ok .*# *[Ss][Kk][Ii][Pp]/) {
			# cmocka writes "not ok" before a skipped test
			detail = 0
			ran++
			skipped++
		} else if (line ~ /^[ \t]*ok /) {
			detail = 0
			ran++
			passed++
		} else if (line ~ /^[ \t]*not ok /) {
			detail = 1
			ran++
			failures++
			printf "%s: %s\n", name, line
		} else if (line ~ /^# status [0-9]+$/) {
			status = substr(line, 10) + 0
		} else if (detail && line != "") {
			print "    " line
		}
	}
	close(file)
	if (status && !failures) failures += report(name, ended(status), lines, count)
	else if (ran != planned) failures += report(name, sprintf("%d of %d planned tests ran", ran, planned), lines, count)
	failed += failures
}

function ended(status) {
	if (status == 124) return "took too long"
	if (status > 128) return "died of signal " (status - 128)
	return "ended with status " status
}

function report(name, what, lines, count,   i) {
	printf "%s: not ok - %s\n", name, what
	for (i = count > 22 ? count - 21 : 1; i < count; i++)
		if (lines[i] != "") print "    " lines[i]
	return 1
}
