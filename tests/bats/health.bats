# coach health: how clients are doing, and what tells so.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-20
}

@test "health: the client in trouble raises all four flags, each with its place" {
	run_coach 0 health tom --json
	[ "$(json '.data.clients[0].flags[].code' | paste -sd ' ')" = "missed_session assignments silent stalled" ]
	json_is '.data.clients[0].flags[2].evidence[0].path' 'Clients/Tom Testcase/Inbox.md'
	sed -n "$(json '.data.clients[0].flags[2].evidence[0].line')p" 'Clients/Tom Testcase/Inbox.md' | grep -q '2026-10-26'
	[ "$(json '.data.clients[0].indicators[].state' | paste -sd ' ')" = "attention attention attention no_data" ]
}

@test "health: lists who is active, in the roster's order" {
	run_coach 0 health --json
	json_is .data.clients.length 7
	[[ $(json '.data.clients[].name' | paste -sd ,) != *Mia* ]]
}

@test "health: an old copy of an engagement or an inbox is named, and neither read nor written" {
	run_coach 0 health ada --json
	figures=$(json '.data.clients[0].metrics[].progress' | paste -sd ' ')
	mkdir Archive
	sed 's/^| \(20[0-9-]*\) | Board confidence | .* |$/| \1 | Board confidence | 1 | |/' 'Clients/Ada Example/Ada Example.md' >Archive/old.md
	cp 'Clients/Ada Example/Inbox.md' Archive/Inbox2025.md
	before=$(tree_digest Archive)
	run_coach 0 health ada --json
	[ "$(json '.data.clients[0].metrics[].progress' | paste -sd ' ')" = "$figures" ]
	[ "$(json '.findings[].code' | grep -c duplicate_document)" -eq 2 ]
	echo 'metrics: {Board confidence: 8}' >"$BATS_TEST_TMPDIR/answers.yaml"
	run_coach 0 close_session ada --date 2026-11-19 --answers "$BATS_TEST_TMPDIR/answers.yaml"
	file_has 'Clients/Ada Example/Ada Example.md' '| 2026-11-19 | Board confidence | 8 |'
	run_coach 0 consent ada recording --set yes
	[ "$(tree_digest Archive)" = "$before" ]
	run_coach 0 lint
	stdout_has 'another note of the engagement with Ada Example; Clients/Ada Example/Ada Example.md is the one that was read'
	stdout_has 'another note of the inbox of Ada Example'
}

@test "health: a client on hold raises nothing, and is shown when named" {
	run_coach 0 health mia --json
	json_is '.data.clients[0].status' on_hold
	json_is '.data.clients[0].flags.length' 0
	[ "$(json '.data.clients[0].indicators[].state' | sort -u)" = no_data ]
}

@test "health: the thresholds are the configuration's" {
	COACH_HEALTH_SILENT_DAYS=60 COACH_HEALTH_STALLED_DAYS=90 run_coach 0 health tom --json
	[ "$(json '.data.clients[0].flags[].code' | paste -sd ' ')" = "missed_session assignments" ]
	COACH_HEALTH_PACE_POINTS=40 run_coach 0 health ada --json
	[ "$(json '.data.clients[0].metrics[].pace' | sort -u)" = on_pace ]
}

@test "health: what is done is no longer held against the client" {
	for id in rd3h 4z2b 3cmu; do
		run_coach 0 "done" "$id"
	done
	run_coach 0 health tom --json
	json_is '.data.clients[0].overdue_actions' 0
	json_is '.data.clients[0].coach_actions' 1
	json_is '.data.clients[0].carried_over' 0
}

@test "health: an empty vault and a bare template have no clients" {
	rm -rf ../vault && lay_template practice
	run_coach 0 health
	stdout_has 'The roster has no active client.'
	rm -r Templates ./*.md
	run_coach 0 health
	stdout_has 'The roster has no active client.'
	run_coach 0 health --json
	json_is '.findings[0].code' no_portfolio
}

@test "health: a name that nobody has lists who there is" {
	run_coach 3 health nobody
	stderr_has 'clients are'
}

@test "health: reads only" {
	nothing_written run_coach 0 health
}
