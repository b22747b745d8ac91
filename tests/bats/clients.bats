# coach clients: the roster, and how each client stands.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-20
}

@test "clients: the roster as it is, in its order, those on hold too" {
	run_coach 0 clients --json
	json_is .data.clients.length 8
	[ "$(json '.data.clients[].name' | head -3 | paste -sd ,)" = "Ada Example,Tom Testcase,李雷" ]
	[ "$(json '.data.clients[].status' | sort | uniq -c | tr -s ' ' | paste -sd ,)" = " 5 active, 1 completing, 1 discovery, 1 on_hold" ]
}

@test "clients: sessions, package and flags are those of the notes" {
	run_coach 0 clients --json
	json_is '.data.clients[0].package_used' 5
	json_is '.data.clients[0].package_total' 12
	json_is '.data.clients[0].last_session' 2026-11-10
	json_is '.data.clients[0].next_session' 2026-11-27
	[ "$(json '.data.clients[1].flags[]' | paste -sd ' ')" = "missed_session assignments silent stalled" ]
}

@test "clients: a session held and not paid is counted" {
	sed -i 's/^paid: true/paid: false/' 'Clients/Ada Example/Sessions/2026-11-10 Ada Example.md'
	run_coach 0 clients --json
	json_is '.data.clients[0].unpaid' 1
}

@test "clients: a bare template has none, and says so" {
	rm -rf ../vault && lay_template practice
	run_coach 0 clients
	stdout_has 'The roster has no client.'
}

@test "clients: reads only" {
	nothing_written run_coach 0 clients
}

@test "client: the next step is the most pressing one" {
	run_coach 0 client tom --json
	json_is .data.recommended_next_step 'Book the next session.'
	run_coach 0 client ada --json
	json_is .data.recommended_next_step 'Say what became of the session of 2026-11-19.'
}

@test "client: package, renewal, consents and what is not paid are on record" {
	run_coach 0 client ada --json
	json_is .data.package_left 7
	json_is .data.renewal 2027-02-05
	[ "$(json '.data.consents[].scope' | paste -sd ' ')" = "ai icf_log" ]
	json_is '.data.consents[0].given' true
	run_coach 0 client tom --json
	[ "$(json '.data.unpaid[].date')" = 2026-10-22 ]
	json_is .data.consents.length 0
}

@test "client: a row of the roster without an engagement says what is missing" {
	rm -r 'Clients/Max Mockup'
	run_coach 0 client max
	stdout_has 'Write the engagement down: there is no note of it.'
	stdout_has 'Consent: none is on record'
}

@test "client: a name that several have, or nobody, lists them" {
	nothing_written run_coach 3 client nobody
	stderr_has 'clients are'
	nothing_written run_coach 2 client
}

@test "client: a name that is nearly somebody's is asked about" {
	local typed meant
	sed -i 's/^| \*\*\[\[Max Mockup.*/&\n| [[Files of Ben\\|Adi Ben Made-Up]] | 1-on-1 | weekly | Active | TBD |/' 'Client Portfolio.md'
	while IFS='|' read -r typed meant; do
		nothing_written run_coach 3 client "$typed"
		stderr_has "no client is called \"$typed\""
		stderr_has "hint: did you mean $meant?"
	done <<-'TYPED'
		adda|Ada Example
		ADDA|Ada Example
		ada exmaple|Ada Example
		adaexample|Ada Example
		placehodler|Mia Placeholder
		leads cohrot|Autumn Leads Cohort
		jurgn|Jürgen Beispiel
		Jürgne|Jürgen Beispiel
		flies|Adi Ben Made-Up
		ado|Ada Example, Adi Ben Made-Up
	TYPED
	run_coach 3 prep_session placehodler
	stderr_has 'did you mean Mia Placeholder?'
	for typed in 李花 xyz x ' '; do
		run_coach 3 client "$typed"
		stderr_has 'hint: clients are Ada Example, Tom Testcase'
	done
}

# --- consent ---------------------------------------------------------------------------------------------------------

@test "consent: what is put on record is shown, and undone" {
	before=$(tree_digest Clients)
	run_coach 0 consent tom ai --set yes --agreement 'mail of the 20th'
	stdout_has '| ai    | yes    | 2026-11-20 | mail of the 20th |'
	run_coach 0 client tom --json
	json_is '.data.consents[0].given' true
	run_coach 0 undo
	[ "$(tree_digest Clients)" = "$before" ]
}

@test "consent: said twice it changes nothing" {
	run_coach 0 consent tom recording --set no
	nothing_written run_coach 0 consent tom recording --set no
	stderr_has 'that is on record already'
	run_coach 0 consent tom recording --set withdrawn
	run_coach 0 consent tom --json
	json_is .data.consents.length 1
	json_is '.data.consents[0].status' withdrawn
	json_is '.data.consents[0].given' false
}

@test "consent: without a record, an engagement or a scope it says so" {
	run_coach 0 consent tom
	stdout_has 'No consent of **Tom Testcase** is on record'
	nothing_written run_coach 2 consent tom --set yes
	rm -r 'Clients/Max Mockup'
	nothing_written run_coach 3 consent max ai --set yes
	stderr_has 'has no engagement note'
}

@test "consent: a slip in the scope, or a day to come, puts nothing on record" {
	nothing_written run_coach 2 consent tom recordng --set withdrawn
	stderr_has 'did you mean recording?'
	nothing_written run_coach 2 consent tom ai --set yes --date 2027-01-01
	stderr_has '2027-01-01 is still to come'
	run_coach 0 consent tom 'Case study' --set yes
	run_coach 0 consent tom 'podcast' --set no
	nothing_written run_coach 2 consent tom podcats --set yes
	stderr_has 'did you mean podcast?'
	run_coach 0 consent tom 录像 --set no
	run_coach 0 consent tom 录音 --set yes
	run_coach 0 consent tom --json
	json_is .data.consents.length 4
}

@test "consent: --dry-run shows the row and writes nothing" {
	nothing_written run_coach 0 consent tom ai --set yes --dry-run
	stdout_has '+| ai | yes | 2026-11-20 |'
}

@test "clients: what a command on one client has to say of notes is said of theirs alone" {
	export COACH_NOW=2026-11-18
	write_note 'Clients/Tom Testcase/Sessions/2026-11-03 Tom Testcase.md' \
		'---' 'type: session' 'client: "[[Tom Testcase]]"' 'date: 2026-11-03' 'status: his secret' '---' \
		'## Action Items' '- [ ] Tell nobody 📅 of his'
	write_note 'Clients/Ada Example/Sessions/someday.md' \
		'---' 'type: session' 'client: "[[Ada Example]]"' 'status: held' '---'
	ln -s nowhere 'Clients/Tom Testcase/gone.md'
	ln -s nowhere 'elsewhere.md'
	for command in 'brief ada --for sponsor' 'brief ada' 'client ada' 'health ada' 'touch ada' 'consent ada' \
		'session list ada' 'actions --client ada' 'prep_session ada'; do
		# shellcheck disable=SC2086 # words
		run_coach 0 $command --dry-run --json
		case $stdout$stderr in *secret* | *Tom* | *'of his'*) echo "$command tells of another client" && false ;; esac
	done
	for command in 'client ada' 'brief ada' 'session list ada' 'prep_session ada --dry-run'; do
		# shellcheck disable=SC2086 # words
		run_coach 0 $command
		stderr_has 'someday.md'
		stderr_has 'elsewhere.md'
	done
	run_coach 0 offboard_client mia --dry-run
	case $stderr in *secret* | *Tom*) echo 'offboard_client tells of another client' && false ;; esac
	run_coach 0 client tom
	stderr_has 'his secret'
	stderr_has 'gone.md'
}
