# Adds up lines of "passed failed skipped", prints the totals, and fails where anything failed or nothing ran.
{ passed += $1; failed += $2; skipped += $3 }
END {
	printf "%d passed, %d failed%s\n", passed, failed, skipped ? ", " skipped " skipped" : ""
	exit failed > 0 || passed == 0
}
