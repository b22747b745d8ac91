# coach brief: one client's record, four readers.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-19
}

@test "brief: the client's report is that of the last thirty days, and is written nowhere" {
	nothing_written run_coach 0 brief tom
	stdout_has '**Progress report — Tom Testcase — 2026-10-20 to 2026-11-19**'
	stdout_has 'Held: 1 (2026-10-22)'
	stdout_lacks 'no message since'
}

@test "brief: the sponsor reads no session content" {
	run_coach 0 brief ada --for sponsor --since 2026-09-15
	stdout_has 'Decisions taken without her per week: 2 → 8, target 10'
	# Words of her summaries, actions and messages.
	for word in 'opens with the question' 'hardest question' 'rota' 'status page'; do
		stdout_lacks "$word"
	done
	run_coach 0 brief ada --for sponsor --since 2026-09-15 --json
	[ "$(json '.data.sections[].title' | grep -c 'worked on\|Actions\|concern')" -eq 0 ]
}

@test "brief: the supervisor's names nobody, nor does its JSON" {
	for client in ada 李 jürgen; do
		run_coach 0 brief "$client" --for supervisor --since 2026-09-01 --json
		json_is .data.client null
	done
	run_coach 0 brief ada --for supervisor --since 2026-09-01
	stdout_lacks 'Ada'
	stdout_lacks 'Example'
}

@test "brief: the supervisor's leaves words that begin like the name, and names nobody in small letters" {
	sed -i 's/^## Summary$/&\n\nAdam is adaptive, says ada; Canada next.\n/' 'Clients/Ada Example/Sessions/2026-11-10 Ada Example.md'
	run_coach 0 brief ada --for supervisor
	stdout_has 'Adam is adaptive, says the client; Canada next.'
}

@test "brief: which consent is missing is said, and how to put it on record; the client's own needs none" {
	local reader scope
	run_coach 0 brief ada
	stderr_is_empty
	while read -r reader scope; do
		nothing_written run_coach 0 brief ada --for "$reader"
		stderr_has "no consent of the client's to $scope is on record"
		stderr_has "coach consent NAME $scope --set yes"
		coach consent ada "$scope" --set yes --agreement 'mail of today' --quiet
		run_coach 0 brief ada --for "$reader"
		stderr_is_empty
		coach consent ada "$scope" --set withdrawn --quiet
		run_coach 0 brief ada --for "$reader" --json
		json_is '.findings[0].code' no_consent
	done <<-'READERS'
		sponsor sponsor
		supervisor case_study
		human_coach hand_over
	READERS
	run_coach 1 brief ada --for sponsor --exit-code
	run_coach 2 consent ada hand_ovr --set yes
	stderr_has 'did you mean'
	# Nothing that stands beside a supervisor's brief names the client.
	run_coach 0 brief ada --for supervisor --json
	stdout_lacks Ada
	stderr_is_empty
	# Nor does a client without an engagement have one on record.
	rm -r 'Clients/Max Mockup'
	run_coach 0 brief max --for sponsor
	stderr_has 'is on record'
}

@test "brief: a hand-over begins with the engagement" {
	run_coach 0 brief tom --for human_coach --json
	json_is .data.from 2026-09-24
	run_coach 0 brief tom --for human_coach
	stdout_has 'Role: Head of sales'
	stdout_has 'Ask him by phone whether the coaching still fits'
}

@test "brief: a time that has nothing says so, and one to come is refused" {
	rm -r Clients
	run_coach 0 brief max
	stdout_has 'The notes say nothing about this time yet.'
	run_coach 2 brief ada --since 2026-12-01
	stderr_has 'lies in the future'
	run_coach 2 brief ada --for press
	run_coach 3 brief nobody
}
