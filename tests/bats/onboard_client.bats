#!/usr/bin/env bats
# onboard_client: room first, then everything a new client needs, at once or not at all.

load support

# A practice with room, two clients, and answers beside it.
lay_practice() {
	lay_empty_vault
	write_note 'Client Portfolio.md' '# CLIENT PORTFOLIO' '' '## Active Roster' \
		'| Client | Engagement Type | Sessions/Month | Status | Programme End |' '|---|---|---|---|---|' \
		'| [[Ben Made-Up]] | 1:1 | weekly | Active | 2026-12-11 |' '' \
		'## The Capacity Contract' '**The Ratio:** 50% coaching, 30% business development, 20% admin' \
		'**Maximum Weekly Sessions:** 2'
	printf '%s\n' 'cadence: weekly' 'start: 2026-12-01' 'goal: Hand over the shop' >"$BATS_TEST_TMPDIR/ida.yaml"
}

onboard() {
	local expected=$1
	shift
	run_coach "$expected" onboard_client Ida Invented --as-of 2026-11-19 "$@"
}

@test "onboard_client: a client is taken on, and every command knows her" {
	lay_practice
	onboard 0 --answers "$BATS_TEST_TMPDIR/ida.yaml"
	file_has 'Client Portfolio.md' '| [[Ida Invented]] | | weekly | Active | TBD |'
	file_has 'Clients/Ida Invented/Ida Invented.md' '| Primary Goal | Hand over the shop |'
	file_has 'Clients/Ida Invented/Inbox.md' 'client: "[[Ida Invented]]"'
	run_coach 0 client ida --as-of 2026-11-19
	stdout_has 'Desired outcome: Hand over the shop'
	run_coach 0 actions --as-of 2026-11-19
	stdout_has 'Alignment: agree in writing'
	run_coach 0 lint --json --as-of 2026-11-19
	json '.findings[].code' >"$BATS_TEST_TMPDIR/codes"
	file_lacks "$BATS_TEST_TMPDIR/codes" client_without_engagement
	run_coach 0 session add ida 2026-12-01 10:00 --as-of 2026-11-19
	run_coach 0 prep_session ida --as-of 2026-11-30
	file_has 'Clients/Ida Invented/Sessions/2026-12-01 Ida Invented.md' 'Getting the whole picture'
}

@test "onboard_client: a dry run shows all of it and writes nothing" {
	lay_practice
	nothing_written onboard 0 --answers "$BATS_TEST_TMPDIR/ida.yaml" --dry-run
	stdout_has '+++ b/Clients/Ida Invented/Ida Invented.md'
	stdout_has '+| [[Ida Invented]] | | weekly | Active | TBD |'
}

@test "onboard_client: without how often, and nobody to ask, it says which answer is needed" {
	lay_practice
	nothing_written onboard 10 --no-input
	stderr_has 'How often do you meet?'
	stderr_has 'cadence'
	printf 'goal: Hand over\n' >"$BATS_TEST_TMPDIR/ida.yaml"
	nothing_written onboard 10 --answers "$BATS_TEST_TMPDIR/ida.yaml"
}

@test "onboard_client: a second run is refused and touches nothing" {
	lay_practice
	onboard 0 --answers "$BATS_TEST_TMPDIR/ida.yaml"
	nothing_written onboard 11 --answers "$BATS_TEST_TMPDIR/ida.yaml"
	stderr_has 'has an engagement file already'
}

@test "onboard_client: an engagement anywhere, or a note where hers would lie, is not written over" {
	lay_practice
	write_note 'Elsewhere/Her file.md' '---' 'type: engagement' 'client: "[[Ida Invented]]"' '---' '# Hers'
	nothing_written onboard 11 --answers "$BATS_TEST_TMPDIR/ida.yaml"
	stderr_has 'Elsewhere/Her file.md'
	rm -r Elsewhere
	write_note 'Clients/Ida Invented/Ida Invented.md' 'Some words of mine.'
	nothing_written onboard 11 --answers "$BATS_TEST_TMPDIR/ida.yaml"
	rm -r Clients
	write_note 'Clients/Idas note/Idas note.md' 'Some words of mine.'
	sed -i 's/^| \[\[Ben.*/&\n| [[Idas note\\|Ida Invented]] | | weekly | Discovery | |/' 'Client Portfolio.md'
	nothing_written onboard 11 --answers "$BATS_TEST_TMPDIR/ida.yaml"
	stderr_has 'Clients/Idas note/Idas note.md'
}

@test "onboard_client: an inbox that is there stays, wherever it lies" {
	lay_practice
	write_note 'Messages/Ida.md' '---' 'type: inbox' 'client: "[[Ida Invented]]"' '---' '- 2026-11-18 09:00 ← [mail] Hello.'
	onboard 0 --answers "$BATS_TEST_TMPDIR/ida.yaml" --json
	json_is '.data.inbox' 'Messages/Ida.md'
	[ ! -e 'Clients/Ida Invented/Inbox.md' ]
}

@test "onboard_client: undo gives the tree back" {
	lay_practice
	local before after
	before=$(tree_digest . | grep -v '/\.coach/')
	onboard 0 --answers "$BATS_TEST_TMPDIR/ida.yaml"
	run_coach 0 undo
	after=$(tree_digest . | grep -v '/\.coach/')
	[[ $before == "$after" ]]
	onboard 0 --answers "$BATS_TEST_TMPDIR/ida.yaml"
}

@test "onboard_client: without room it is refused until a programme has ended, or with a reason" {
	lay_practice
	sed -i 's/Maximum Weekly Sessions:\*\* 2/Maximum Weekly Sessions:** 1/' 'Client Portfolio.md'
	nothing_written onboard 11 --answers "$BATS_TEST_TMPDIR/ida.yaml"
	stderr_has 'ends on 2026-12-11'
	sed 's/2026-12-01/2026-12-11/' "$BATS_TEST_TMPDIR/ida.yaml" >"$BATS_TEST_TMPDIR/later.yaml"
	nothing_written onboard 11 --answers "$BATS_TEST_TMPDIR/later.yaml"
	sed 's/2026-12-01/2026-12-12/' "$BATS_TEST_TMPDIR/ida.yaml" >"$BATS_TEST_TMPDIR/later.yaml"
	nothing_written onboard 0 --answers "$BATS_TEST_TMPDIR/later.yaml" --dry-run
	onboard 0 --answers "$BATS_TEST_TMPDIR/ida.yaml" --override 'She can only start now'
	file_has 'Decisions/2026-11-19 Override Ida Invented.md' 'She can only start now'
}

@test "onboard_client: who could not be counted at the gate is named" {
	lay_practice
	sed -i 's/| weekly | Active/| TBD | Active/' 'Client Portfolio.md'
	onboard 0 --answers "$BATS_TEST_TMPDIR/ida.yaml"
	stderr_has 'how often Ben Made-Up meets is not known, so the gate did not count it'
}

@test "onboard_client: an override that was not needed is not put on record" {
	lay_practice
	onboard 0 --answers "$BATS_TEST_TMPDIR/ida.yaml" --override 'just in case'
	stdout_has 'No override was needed'
	[ ! -e Decisions ]
}

@test "onboard_client: who is in the roster already is one client, however the name is written" {
	local name
	lay_practice
	sed -i 's/^| \[\[Ben.*/&\n| Jürgen Beispiel | 1:1 | weekly | Active | 2027-03-31 |/' 'Client Portfolio.md'
	for name in 'Jürgen Beispiel' 'jürgen  beispiel' 'Jurgen Beispiel' 'Juergen Beispiel'; do
		run_coach 0 onboard_client "$name" --answers "$BATS_TEST_TMPDIR/ida.yaml" --as-of 2026-11-19 --dry-run --json
		json_is .data.client 'Jürgen Beispiel'
		json_is .data.demand_before 1.0
		json_is .data.demand_after 2.0
	done
	for name in Jurgen Beispiel 'Jürgen Beispiel (by Carla)'; do
		nothing_written run_coach 11 onboard_client "$name" --answers "$BATS_TEST_TMPDIR/ida.yaml" --as-of 2026-11-19
		stderr_has "\"$name\" may be Jürgen Beispiel, who is in the roster"
		stderr_has 'write the name as the roster has it'
	done
	run_coach 0 onboard_client 'Jurgen Beispiel' --answers "$BATS_TEST_TMPDIR/ida.yaml" --as-of 2026-11-19
	nothing_written run_coach 11 onboard_client 'Juergen Beispiel' --answers "$BATS_TEST_TMPDIR/ida.yaml"
	stderr_has 'has an engagement file already'
	# Somebody who is taken on is no longer in the way of others.
	nothing_written run_coach 11 onboard_client Jürgen --answers "$BATS_TEST_TMPDIR/ida.yaml" --as-of 2026-11-19
	stderr_has 'there is no room for Jürgen'
}

@test "onboard_client: of a client who is met for long, only what lies ahead is set, and that is said" {
	lay_practice
	onboard 0 --answers - --json --dry-run <<<'{cadence: weekly, start: 2026-11-03}'
	[ "$(json '.data.first_30_days[].due' | paste -sd ' ')" = '2026-11-24 2026-12-03' ]
	onboard 0 --answers - <<<'{cadence: weekly, start: 2026-11-03}'
	stdout_has 'First thirty days: 2 dated actions of yours, the first by 2026-11-24; 3 whose day is past are left out'
	run_coach 0 undo
	onboard 0 --answers - <<<'{cadence: weekly, start: 2026-01-15}'
	stdout_has 'First thirty days: over already'
	run_coach 0 actions --client ida --as-of 2026-11-19 --json
	json_is .data.actions.length 0
	file_has 'Clients/Ida Invented/Ida Invented.md' '| Start Date | 2026-01-15 |'
	file_lacks 'Clients/Ida Invented/Ida Invented.md' '| Onboarding complete | 2026-'
}

@test "onboard_client: a welcome is drafted with what was agreed, and never sent" {
	local draft='Drafts/2026-12-01 Ida Invented welcome.eml'
	lay_practice
	printf '%s\n' 'length: 45 min' 'outcome: A signed plan' 'email: ida@example.org' 'coach: Cy Contrived' \
		'why_now: A secret' >>"$BATS_TEST_TMPDIR/ida.yaml"
	onboard 0 --answers "$BATS_TEST_TMPDIR/ida.yaml" --json
	stderr_is_empty
	json_is .data.welcome "$draft"
	for line in 'X-Unsent: 1' 'To: Ida Invented <ida@example.org>' 'Subject: Welcome, Ida' 'Hello Ida,' \
		'We begin on Tuesday, 1 December 2026.' 'What we agreed to call success: A signed plan' \
		'How often we meet: weekly' 'How long: 45 minutes' 'Cy Contrived'; do
		file_has "$draft" "$line"
	done
	file_lacks "$draft" 'Hand over the shop'
	file_lacks "$draft" secret
	run_coach 0 touch --as-of 2026-11-19
	stdout_lacks welcome
	# It is touch's, which writes it anew with what is known since, and leaves one that was changed.
	run_coach 0 session add ida 2026-12-02 10:00 --as-of 2026-11-19
	run_coach 0 touch ida welcome --as-of 2026-11-19
	file_has "$draft" 'We meet on Wednesday, 2 December 2026, 10:00.'
	sed -i 's/^Hello Ida,/Dear Ida,/' "$draft"
	nothing_written run_coach 0 touch ida welcome --as-of 2026-11-19
}

@test "onboard_client: the welcome is in the client's language; one of long ago gets none" {
	lay_practice
	onboard 0 --answers - --dry-run <<<'{cadence: weekly, language: German}'
	stdout_has '+Subject: Willkommen, Ida'
	stderr_has 'the mail address of Ida Invented is not known'
	onboard 0 --answers - --json <<<'{cadence: weekly, start: 2026-01-15}'
	json_is .data.welcome null
	[ ! -e Drafts ]
}

@test "onboard_client: without a portfolio it says how to get one" {
	lay_empty_vault
	rm 'Client Portfolio.md'
	nothing_written onboard 3 --no-input
	stderr_has 'there is no client portfolio'
}

@test "onboard_client: a name that cannot be a note's is refused" {
	lay_practice
	local name
	for name in 'Ida [Invented]' 'Ida|x' 'Ida#1' '^' '...' '   '; do
		nothing_written run_coach 2 onboard_client "$name" --answers "$BATS_TEST_TMPDIR/ida.yaml"
		stderr_has 'cannot be the name of a note'
	done
}

@test "onboard_client: consents are answered in the coach's own language" {
	lay_practice
	printf 'cadence: weekly\nconsent: {ai: Ja, recording: nein, case_study: 是, icf_log: widerrufen}\n' >"$BATS_TEST_TMPDIR/ida.yaml"
	onboard 0 --answers "$BATS_TEST_TMPDIR/ida.yaml"
	run_coach 0 consent ida --json
	[ "$(json '.data.consents[].status' | paste -sd ' ')" = 'yes no yes withdrawn' ]
}

@test "onboard_client: a mistake in the answers is named where it stands, and nothing is written" {
	lay_practice
	local line
	while IFS='|' read -r line where; do
		printf 'cadence: weekly\n%b\n' "$line" >"$BATS_TEST_TMPDIR/bad.yaml"
		nothing_written onboard 4 --answers "$BATS_TEST_TMPDIR/bad.yaml"
		stderr_has "bad.yaml:$where:"
	done <<-'MISTAKES'
		gaol: Hand over|2:7
		start: someday|2:8
		end: 2026-02-30|2:6
		goal: [a, b]|2:7
		metrics:\n  - No figure|3:5
		metrics:\n  - {metric: Pulse, taget: 8}|3:28
		metrics:\n  - {metric: Pulse, deadline: soon}|3:31
		email: not an address|2:8
		email: ida@example.org, nobody|2:8
		consent:\n  ai: maybe|3:7
		consent:\n  ai: yes\n  AI: no|4:7
		consent:\n  ai: {status: yes, agrement: mail}|3:31
		consent: [ai]|2:10
	MISTAKES
	printf 'cadence: sometimes\n' >"$BATS_TEST_TMPDIR/bad.yaml"
	nothing_written onboard 4 --answers "$BATS_TEST_TMPDIR/bad.yaml"
	stderr_has 'bad.yaml:1:10: "sometimes" is no rhythm'
}

@test "onboard_client: what is typed is judged as what is given" {
	lay_practice
	printf '%s\n' 'now and then' weekly 2026-12-01 '' '' '' '' nobody 'ida@example.org, Ben <ben@example.org>' '' '' '' \
		'' '' '' maybe withdrawn | python3 "$root/tests/bats/typed.py" coach onboard_client Ida Invented \
		--as-of 2026-11-19 >"$BATS_TEST_TMPDIR/typed"
	file_has "$BATS_TEST_TMPDIR/typed" 'That is no rhythm'
	file_has "$BATS_TEST_TMPDIR/typed" 'That is no mail address'
	[ "$(grep -c 'That is no mail address' "$BATS_TEST_TMPDIR/typed")" -eq 1 ]
	file_has "$BATS_TEST_TMPDIR/typed" 'That is no answer to a consent'
	[ "$(grep -c 'That is no answer' "$BATS_TEST_TMPDIR/typed")" -eq 1 ]
	file_has 'Clients/Ida Invented/Ida Invented.md' '| Email | ida@example.org, Ben <ben@example.org> |'
}

@test "onboard_client: answers come from standard input too" {
	lay_practice
	onboard 0 --answers - <<<'{cadence: 2/month, sessions: 8}'
	file_has 'Clients/Ida Invented/Ida Invented.md' '| Sessions | 8 |'
}

@test "onboard_client: the bare template's placeholders make way, one for each client" {
	lay_template practice
	onboard 0 --answers - <<<'cadence: weekly'
	stderr_has 'whether there is room could not be told'
	run_coach 0 onboard_client Cy Contrived --answers - <<<'cadence: weekly'
	[ "$(grep -c '^| \*\*\[\[' 'Client Portfolio.md')" -eq 2 ]
	run_coach 0 clients --json
	json_is '.data.clients.length' 2
}

@test "onboard_client: at a terminal it asks in order, keeps what was answered, and goes on there" {
	lay_practice
	cat >"$BATS_TEST_TMPDIR/talk.py" <<-'PYTHON'
		import os, pty, select, sys, time

		def talk(answers):
		    """What the command says, while each line is typed as soon as a question waits for it."""
		    child, terminal = pty.fork()
		    if child == 0:
		        os.execvp("coach", ["coach", "onboard_client", "Ida", "Invented", "--as-of", "2026-11-19"])
		    said, last = b"", 0.0
		    while True:
		        ready, _, _ = select.select([terminal], [], [], 0.5)
		        if ready:
		            try:
		                piece = os.read(terminal, 65536)
		            except OSError:
		                break
		            if not piece:
		                break
		            said += piece
		        elif answers:
		            os.write(terminal, answers.pop(0).encode() + b"\n")
		        elif time.monotonic() > limit:
		            os.kill(child, 9)
		    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
		    return status, said.decode()

		def in_order(text, questions):
		    places = [text.find(question) for question in questions]
		    assert -1 not in places and places == sorted(places), (places, text)

		limit = time.monotonic() + 60
		status, said = talk(["weekly", "2026-12-01", "1:1", "quit"])
		in_order(said, ["How often do you meet?", "When does it begin?", "Which kind", "Until when does it go?"])
		assert not os.path.exists("Clients"), said
		kept = [open(os.path.join(".coach/answers", name)).read() for name in os.listdir(".coach/answers")]
		assert len(kept) == 1 and "weekly" in kept[0] and "2026-12-01" in kept[0], kept
		status, said = talk(["", "", "", "", "Hand over the shop", "", "", "Evenings off: 1 -> 4", "", "", "", "yes", "y"])
		assert "How often do you meet?" not in said, said
		in_order(said, ["Until when does it go?", "How long is a session?", "primary goal", "What will show it?", "May AI see"])
		assert status == 0, (status, said)
		assert not os.listdir(".coach/answers"), said
	PYTHON
	python3 "$BATS_TEST_TMPDIR/talk.py"
	file_has 'Clients/Ida Invented/Ida Invented.md' '| Start Date | 2026-12-01 |'
	file_has 'Clients/Ida Invented/Ida Invented.md' '| Evenings off '
	file_has 'Clients/Ida Invented/Ida Invented.md' '| ai | yes | 2026-11-19 |'
}

@test "onboard_client: a metric's day is behind the last by" {
	lay_practice
	printf 'metrics:\n  - "Revenue: grow by 10 by 2027-05-18"\n' >>"$BATS_TEST_TMPDIR/ida.yaml"
	onboard 0 --answers "$BATS_TEST_TMPDIR/ida.yaml"
	file_has 'Clients/Ida Invented/Ida Invented.md' '| grow by 10 | 2027-05-18 |'
}

@test "onboard_client: a metric is read with quotes and without" {
	lay_practice
	printf 'metrics:\n  - "Calm: 3 -> 8 by 2027-05-18"\n  - Hours in meetings: 30 -> 20 by 2027-05-18\n' >>"$BATS_TEST_TMPDIR/ida.yaml"
	onboard 0 --answers "$BATS_TEST_TMPDIR/ida.yaml"
	grep -q '^| Calm *| 3 *| 8 *| 2027-05-18' 'Clients/Ida Invented/Ida Invented.md'
	grep -q '^| Hours in meetings *| 30 *| 20 *| 2027-05-18' 'Clients/Ida Invented/Ida Invented.md'
}
