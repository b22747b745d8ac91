# coach touch: drafts of messages, and which are due.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-17
}

# What Python's own reader of mail finds in a file, or on standard input: one line of the headers, or the body.
mail() {
	python3 -c '
import email, email.policy, sys
data = open(sys.argv[2], "rb").read() if len(sys.argv) > 2 else sys.stdin.buffer.read()
message = email.message_from_bytes(data, policy=email.policy.default)
assert not message.defects, message.defects
print(message.get_content().replace("\r\n", "\n") if sys.argv[1] == "body" else message.get(sys.argv[1], ""), end="")
' "$@"
}

ada='Drafts/2026-11-19 Ada Example reminder.eml'

@test "touch: what is drafted reads back as it was told, header by header" {
	for client in ada jürgen 李雷; do
		rm -rf Drafts
		run_coach 0 touch "$client" summary --json
		path=$(json .data.path)
		[ "$(mail Subject "$path")" = "$(json .data.subject)" ]
		[ "$(mail body "$path")" = "$(json .data.body)" ]
		[[ $(mail To "$path") == *"<$(json '.data.to[0]')>" ]]
		[[ $(mail To "$path") == "$(json .data.client) <"* ]]
		[ "$(mail X-Unsent "$path")" = 1 ]
		[ -z "$(mail Date "$path")$(mail From "$path")" ]
	done
}

@test "touch: a draft is ASCII in short lines, each ended by CRLF" {
	for client in ada jürgen 李雷; do
		run_coach 0 touch "$client" summary
	done
	python3 - Drafts/*.eml <<-'PYTHON'
		import sys
		for path in sys.argv[1:]:
		    lines = open(path, "rb").read().split(b"\r\n")
		    assert lines.pop() == b"", path
		    for line in lines:
		        assert len(line) <= 78 and line.isascii() and b"\n" not in line and b"\r" not in line, (path, line)
	PYTHON
}

@test "touch: the language is the option's, else the engagement's, else the setting's" {
	run_coach 0 touch jürgen check_in --json --dry-run
	json_is .data.language de
	run_coach 0 touch 李雷 check_in --json --dry-run
	json_is .data.language zh
	run_coach 0 touch ada check_in --json --dry-run
	json_is .data.language en
	COACH_MESSAGES_LANGUAGE=Deutsch run_coach 0 touch ada check_in --json --dry-run
	json_is .data.language de
	COACH_MESSAGES_LANGUAGE=Deutsch run_coach 0 touch jürgen check_in --lang zh --json --dry-run
	json_is .data.language zh
	run_coach 2 config messages.language Klingon
	stderr_has 'en, de, zh'
}

@test "touch: no draft in any language leaves a slot or a bracket, or an empty line too many" {
	for language in en de zh; do
		for kind in reminder summary check_in resource welcome; do
			run_coach 0 touch ada "$kind" --lang "$language" --print --format md
			! grep '[{}]' "$BATS_TEST_TMPDIR/stdout" || false
			sed '1,/^subject/d' "$BATS_TEST_TMPDIR/stdout" >body
			! grep '[][]' body || false
			[ -z "$(uniq -d body)" ]
		done
	done
}

@test "touch: nothing of a session's notes is in any message" {
	note='Clients/Ada Example/Sessions/2026-11-10 Ada Example.md'
	sed -i 's/^## Notes$/## Notes\n\n- [ ] Xyzzy one 📅 2026-11-18\n- [x] Xyzzy two ✅ 2026-11-15\n\nXyzzy three./' "$note"
	sed -i 's/^She opens/%%Xyzzy four%% She opens/; s/^## Action Items/### Notes\nXyzzy five.\n\n## Action Items/' "$note"
	for kind in reminder summary check_in resource welcome; do
		run_coach 0 touch ada "$kind" --format md
	done
	[ "$(find Drafts -name '*Ada*' | wc -l)" -eq 5 ]
	! grep -r Xyzzy Drafts || false
}

@test "touch: a dry run writes nothing, and shows the draft" {
	nothing_written run_coach 0 touch ada reminder --dry-run
	stdout_has '+++ b/Drafts/2026-11-19 Ada Example reminder.eml'
	nothing_written run_coach 0 touch ada reminder --print
	nothing_written run_coach 0 touch
}

@test "touch: a second run changes nothing" {
	run_coach 0 touch ada reminder
	nothing_written run_coach 0 touch ada reminder
	stderr_has 'is already there'
	run_coach 0 touch ada reminder --format md
	nothing_written run_coach 0 touch ada reminder --format md
}

@test "touch: a draft that nobody changed is written anew, one that was changed is kept" {
	run_coach 0 touch ada reminder
	run_coach 0 "done" 8zwa
	run_coach 0 touch ada reminder
	[[ $(mail body "$ada") != *'hardest question'* ]]
	printf 'P.S. Bring the page.\r\n' >>"$ada"
	cp "$ada" mine
	nothing_written run_coach 0 touch ada reminder --lang de
	stderr_has 'your text was kept'
	cmp "$ada" mine
	rm "$ada"
	run_coach 0 touch ada reminder --lang de
	[[ $(mail body "$ada") == 'Hallo Ada,'* ]]
}

@test "touch: a file of the person's own in its place is kept" {
	write_note "$ada" 'Mine.'
	nothing_written run_coach 0 touch ada reminder
	stderr_has 'your text was kept'
}

@test "touch: undo takes a draft back, and redo brings it" {
	rm -rf ../vault && lay_sample --git
	run_coach 0 touch ada reminder
	cp "$ada" kept
	run_coach 0 undo
	[ ! -e "$ada" ]
	run_coach 0 redo
	cmp "$ada" kept
	! git log --format=%s | grep -i ada || false
}

@test "touch: --print is for a pipe: no draft header, and nothing else on standard output" {
	run_coach 0 touch jürgen check_in --print
	[ "$(mail Subject <"$BATS_TEST_TMPDIR/stdout")" = 'Wie läuft es?' ]
	stdout_lacks X-Unsent
	head -c 3 "$BATS_TEST_TMPDIR/stdout" | grep -qx 'To:'
}

@test "touch: a check-in after a session that was missed says so, in each language" {
	run_coach 0 touch tom check_in --json --dry-run
	json .data.body | grep -qF 'We did not meet on Thursday, 5 November 2026; I hope all is well with you.'
	run_coach 0 touch tom check_in --lang de --json --dry-run
	json .data.body | grep -qF 'Am Donnerstag, 5. November 2026 haben wir uns verpasst'
	run_coach 0 touch tom check_in --lang zh --json --dry-run
	json .data.body | grep -qF '2026年11月5日（星期四）我们没能见面'
	run_coach 0 touch ada check_in --json --dry-run
	json .data.body | grep -qF 'did not meet' && return 1
	json .data.body | grep -qF 'between our sessions'
}

@test "touch: the sender is the setting's" {
	COACH_MESSAGES_EMAIL=robin@example.org COACH_MESSAGES_NAME='Robin Müster' run_coach 0 touch ada reminder
	[ "$(mail From "$ada")" = 'Robin Müster <robin@example.org>' ]
	[[ $(mail body "$ada") == *'Robin Müster'* ]]
}

@test "touch: without an address the draft has no recipient, and where it belongs is said" {
	run_coach 0 touch tom check_in --json
	json_is .data.to.length 0
	json_is '.findings[0].code' no_address
	[ -z "$(mail To "$(json .data.path)")" ]
	run_coach 0 touch tom check_in
	stderr_has '| Email | name@example.org |'
}

@test "touch: a cohort is greeted as such, at all its addresses" {
	sed -i 's/^| Coach\/Owner .*/&\n| Email | kim@example.org, lou@example.org |/' \
		'Clients/Autumn Leads Cohort/Autumn Leads Cohort.md'
	run_coach 0 touch autumn reminder --json
	[ "$(mail To "$(json .data.path)")" = 'kim@example.org, lou@example.org' ]
	[[ $(json .data.body) == 'Hello everybody,'* ]]
}

@test "touch: which session: the next planned one, the last one held, or the day's" {
	run_coach 0 touch ada reminder --json --dry-run
	json_is .data.session 2026-11-19
	run_coach 0 touch ada reminder --date 2026-11-27 --json --dry-run
	json_is .data.session 2026-11-27
	run_coach 0 touch ada summary --json --dry-run
	json_is .data.session 2026-11-10
	json_is .data.due 2026-11-11
	json_is .data.due_time 11:00
	run_coach 0 touch ada summary --date 2026-10-27 --json --dry-run
	json_is .data.session 2026-10-27
}

@test "touch: without a session, or anything to say, status 3 and what to do" {
	run_coach 3 touch tom reminder
	stderr_has 'coach session add'
	run_coach 3 touch ada reminder --date 2026-11-18
	stderr_has 'no session planned on 2026-11-18'
	run_coach 3 touch ada summary --date 2026-11-19
	stderr_has 'no session that was held on 2026-11-19'
	sed -i 's/^status: planned/status: held/' 'Clients/Ada Example/Sessions/2026-11-19 Ada Example.md'
	COACH_NOW=2026-11-20 run_coach 3 touch ada summary
	stderr_has 'neither a summary nor action items'
	sed -i '/^| \[\[Board Memo/d; /^| \[\[Delegation/d' 'Clients/Ada Example/Ada Example.md'
	run_coach 3 touch ada resource
	stderr_has 'When to Use'
	run_coach 3 touch nobody reminder
	[ ! -e Drafts ]
}

@test "touch: what is due goes once it is drafted" {
	run_coach 0 touch ada --json
	json_is '.data.touches[0].kind' reminder
	json_is '.data.touches[0].due' 2026-11-17
	run_coach 0 touch ada reminder
	run_coach 0 touch ada --json
	json_is .data.touches.length 0
	COACH_NOW=2026-11-16 run_coach 0 touch ada
	stdout_has 'No message is due.'
}

@test "touch: each place that is named is in the vault, and says what it should" {
	COACH_NOW=2026-11-19 run_coach 0 touch --json
	count=$(json .data.touches.length)
	[ "$count" -gt 5 ]
	for ((i = 0; i < count; i++)); do
		line=$(sed -n "$(json ".data.touches[$i].evidence.line")p" "$(json ".data.touches[$i].evidence.path")")
		case $(json ".data.touches[$i].kind") in
		reply) [[ $line == *'←'* ]] ;;
		check_in) [[ $line == *'Check-in:'* ]] ;;
		*) [ "$line" = --- ] ;;
		esac
	done
}

@test "touch: who is on hold is not listed, and listed when named" {
	COACH_NOW=2026-11-19 run_coach 0 touch --json
	[[ $(json '.data.touches[].client' | paste -sd ,) != *Mia* ]]
}

@test "touch: the lines of a draft are nobody's actions" {
	before=$(coach actions --json | python3 "$root/tests/bats/json_part.py" .data.actions.length)
	run_coach 0 touch ada summary --format md
	write_note 'Drafts/2026-11-12 Ada Example check_in.md' --- 'type: draft' --- '- [ ] Draft the memo 📅 2026-11-12'
	run_coach 0 actions --json
	json_is .data.actions.length "$before"
	run_coach 0 status --json
	stdout_has '"draft"'
}

@test "touch: a template of one's own is used, and one without a subject refused" {
	mkdir -p Templates
	printf -- '---\nsubject: "Bis {when}"\n---\nServus {first_name}!\nFokus: {focus}\nOrt:\n{location}\n' \
		>'Templates/Message Reminder.de.md'
	run_coach 0 config paths.templates Templates
	run_coach 0 touch ada reminder --lang de --json --dry-run
	json_is .data.subject 'Bis Donnerstag, 19. November 2026, 10:00 Uhr'
	[ "$(json .data.body)" = 'Servus Ada!
Fokus: Rehearse the board questions aloud' ]
	printf 'Servus {first_name}!\n' >'Templates/Message Reminder.de.md'
	run_coach 4 touch ada reminder --lang de
	stderr_has 'names no subject'
}

@test "touch: options that belong to a message want one" {
	for option in --print --lang=de --format=md --date=2026-11-19; do
		run_coach 2 touch ada "$option"
		stderr_has 'no KIND is named'
	done
	run_coach 2 touch ada letter
	stderr_has check_in
}

@test "touch: an empty vault and a bare template have nothing due" {
	rm -rf ../vault && lay_template practice
	run_coach 0 touch
	stdout_has 'No message is due.'
	rm -r Templates ./*.md
	run_coach 0 touch
	stdout_has 'No message is due.'
	run_coach 3 touch ada reminder
}

@test "touch: drafts go where the configuration says, and are found there" {
	run_coach 0 config paths.draft 'Clients/{client}/Mail/{kind} {date}.md'
	run_coach 0 touch ada reminder
	[ -f 'Clients/Ada Example/Mail/reminder 2026-11-19.eml' ]
	run_coach 0 touch ada --json
	json_is .data.touches.length 0
}
