# coach offboard_client: the end of an engagement.

load support

setup() {
	lay_sample --git
	export COACH_NOW=2026-12-11
	coach session cancel zoe 2026-11-25 --quiet
	coach close_session zoe --date 2026-12-09 --as held --no-input --quiet >/dev/null
}

@test "offboard_client: report, roster and engagement change in one step, and come back in one" {
	before=$(tree_digest . | grep -v ' \./\.coach/')
	run_coach 0 offboard_client zoe
	stdout_has 'Completed: **Zoe Fictional**, on 2026-12-11'
	grep -qE '^\| \*\*\[\[Zoe Fictional\]\]\*\* \| 1-on-1 \| 2/month \| Completed +\| 2026-12-11 \|$' 'Client Portfolio.md'
	file_has 'Clients/Zoe Fictional/Zoe Fictional.md' '| Current Phase | Offboarding |'
	file_has 'Clients/Zoe Fictional/Zoe Fictional.md' '- [ ] Ask [[Zoe Fictional]] how it has held 📅 2027-03-11'
	file_has 'Clients/Zoe Fictional/Final Report 2026-12-11.md' '# Final Report — Zoe Fictional'
	run_coach 0 undo
	[ "$(tree_digest . | grep -v ' \./\.coach/')" = "$before" ]
}

@test "offboard_client: boxes in the words of another language are read" {
	note='Clients/Mia Placeholder/Mia Placeholder.md'
	sed -i -e 's/^- \[.\] Final progress report.*/- [x] Abschlussbericht übergeben/' \
		-e 's/^- \[.\] Testimonial.*/- [x] 已请求反馈/' "$note"
	run_coach 0 offboard_client mia --json
	json_is '.data.points[1].detail' 'ticked in the engagement'
	json_is '.data.points[2].detail' 'ticked in the engagement'
	file_lacks "$note" 'for feedback, and for a testimonial'
}

@test "offboard_client: a programme that ends early ends now" {
	run_coach 0 offboard_client mia
	grep -qE '^\| \*\*\[\[Mia Placeholder\]\].* Completed +\| 2026-12-11 \|$' 'Client Portfolio.md'
}

@test "offboard_client: what is to be done afterwards is among the actions, and on the day's list" {
	run_coach 0 offboard_client zoe
	# Nor do they keep the offboarding from being complete.
	find . -name '*.md' -exec sed -i '/Ask .*\(feedback\|has held\)/!s/^\(\s*\)- \[ \] \(.*Zoe\)/\1- [x] \2/' {} +
	sed -i 's/^- \[ \]/- [x]/' Clients/Zoe*/Sessions/*.md
	run_coach 0 offboard_client zoe --json
	json_is '.data.points[3].state' 'done'
	run_coach 0 actions --client zoe
	stdout_has 'for feedback, and for a testimonial'
	stdout_has 'how it has held'
	COACH_NOW=2026-12-18 run_coach 0 init_day
	file_has 'Days/2026-12-18.md' 'for feedback'
	[ "$(grep -nE '^## (After the Engagement|12\.)|^### Engagement Complete' 'Clients/Zoe Fictional/Zoe Fictional.md' | cut -d: -f2 | paste -sd ,)" = \
		'### Engagement Complete When,## After the Engagement,## 12. NOTES & CONTEXT' ]
}

@test "offboard_client: a file in the place of the report stays, and is not called one" {
	write_note 'Clients/Zoe Fictional/Final Report 2026-12-11.md' 'My own words.'
	run_coach 0 offboard_client zoe --json
	json_is .data.report null
	file_has 'Clients/Zoe Fictional/Final Report 2026-12-11.md' 'My own words.'
	run_coach 0 undo
	run_coach 0 offboard_client zoe
	stdout_has 'No final report was written, since there is a file of its name'
}

@test "offboard_client: a roster that is a list says so too" {
	write_note 'Client Portfolio.md' '# Client Portfolio' '## Active Roster' '- [[Zoe Fictional]]: 2/month, Active' \
		'- [[Mia Placeholder]]: weekly (likes tea)' '- [[Ada Example]]: 2/month, Completed'
	run_coach 0 offboard_client zoe
	file_has 'Client Portfolio.md' '- [[Zoe Fictional]]: 2/month, Completed, until 2026-12-11'
	run_coach 0 offboard_client mia
	file_has 'Client Portfolio.md' '- [[Mia Placeholder]]: weekly (likes tea), Completed, until 2026-12-11'
	file_has 'Client Portfolio.md' '- [[Ada Example]]: 2/month, Completed'
}

@test "offboard_client: what is missing is named, and what the coach ticked counts" {
	run_coach 0 offboard_client zoe --dry-run --json
	[ "$(json '.data.points[].state' | paste -sd ' ')" = 'missing missing missing missing missing' ]
	sed -i 's/^- \[ \] Primary outcome achieved/- [x] Primary outcome achieved/' 'Clients/Zoe Fictional/Zoe Fictional.md'
	run_coach 0 offboard_client zoe --dry-run --json
	[ "$(json '.data.points[].state' | paste -sd ' ')" = 'done missing missing missing missing' ]
}

@test "offboard_client: the final report holds nothing of the notes" {
	run_coach 0 offboard_client zoe
	grep -A3 '^## Notes' 'Clients/Zoe Fictional/Sessions/2026-10-28 Zoe Fictional.md' | grep '^- ' | head -n 1 >"$BATS_TEST_TMPDIR/note"
	file_lacks 'Clients/Zoe Fictional/Final Report 2026-12-11.md' "$(cut -c3- "$BATS_TEST_TMPDIR/note")"
}

@test "offboard_client: a session that nobody closed stands in the way" {
	nothing_written run_coach 11 offboard_client ada
	stderr_has 'the session of 2026-11-19 is still planned'
	stderr_has 'close_session'
}

@test "offboard_client: a dry run writes nothing, and a second run changes nothing" {
	nothing_written run_coach 0 offboard_client zoe --dry-run
	run_coach 0 offboard_client zoe
	nothing_written run_coach 0 offboard_client zoe
	stderr_has 'closed already'
}

@test "offboard_client: the report is no session, week or day" {
	run_coach 0 offboard_client zoe
	run_coach 0 lint 'Clients/Zoe Fictional/Final Report 2026-12-11.md' --json
	json_is .data.errors 0
	run_coach 0 find kind:session zoe --json
	[ "$(json '.data.hits[].path' | grep -c 'Final Report')" -eq 0 ]
}

# --- the archive -----------------------------------------------------------------------------------------------------

lay_links() {
	run_coach 0 config paths.archive Old/Archive
	# shellcheck disable=SC2016 # a link in code stays
	write_note Loose.md '[[Zoe Fictional]] [[Clients/Zoe Fictional/Zoe Fictional|Zoe]] `[[Clients/Zoe Fictional/Inbox]]`' \
		'[in](Clients/Zoe%20Fictional/Inbox.md#x) [[Zoe Fictional/Inbox]] [ada](Clients/Ada%20Example/Inbox.md)'
	write_note 'Clients/Zoe Fictional/More.md' '[ada](../Ada%20Example/Ada%20Example.md) [in](Inbox.md) [top](../../Loose.md)' \
		'![pic](Files/pic.png) [res](/Resources/Delegation%20Ladder.md) [self](../Zoe%20Fictional/Inbox.md)'
	mkdir 'Clients/Zoe Fictional/Files'
	printf '\211PNG\0\1' >'Clients/Zoe Fictional/Files/pic.png'
}

@test "offboard_client: where there is an archive, the client's notes go there, and links still lead to them" {
	lay_links
	run_coach 0 offboard_client zoe
	stdout_has 'Archived: 10 notes, to Old/Archive/Zoe Fictional; 1 other file stays behind'
	stdout_has 'Final report, to be read and sent by you: Old/Archive/Zoe Fictional/Final Report 2026-12-11.md'
	[ -z "$(find Clients/Zoe* -name '*.md')" ]
	[ -e 'Clients/Zoe Fictional/Files/pic.png' ]
	# shellcheck disable=SC2016
	diff - Loose.md <<-'LOOSE'
		[[Zoe Fictional]] [[Old/Archive/Zoe Fictional/Zoe Fictional|Zoe]] `[[Clients/Zoe Fictional/Inbox]]`
		[in](Old/Archive/Zoe%20Fictional/Inbox.md#x) [[Zoe Fictional/Inbox]] [ada](Clients/Ada%20Example/Inbox.md)
	LOOSE
	diff - 'Old/Archive/Zoe Fictional/More.md' <<-'MORE'
		[ada](../../../Clients/Ada%20Example/Ada%20Example.md) [in](Inbox.md) [top](../../../Loose.md)
		![pic](../../../Clients/Zoe%20Fictional/Files/pic.png) [res](/Resources/Delegation%20Ladder.md) [self](../Zoe%20Fictional/Inbox.md)
	MORE
	run_coach 0 lint --json
	[ "$(json '.findings[].code' | grep -c broken_link)" -eq 0 ]
	# Every command finds them there.
	run_coach 0 client zoe --json
	json_is .data.name 'Zoe Fictional'
	run_coach 0 actions --client zoe
	stdout_has 'how it has held'
	nothing_written run_coach 0 offboard_client zoe
	stderr_has 'closed already'
}

@test "offboard_client: what went to the archive comes back in one step" {
	lay_links
	before=$(tree_digest . | grep -v ' \./\.coach/')
	nothing_written run_coach 0 offboard_client zoe --dry-run
	stderr_has 'would move Clients/Zoe Fictional/Inbox.md to Old/Archive/Zoe Fictional/Inbox.md'
	run_coach 0 offboard_client zoe
	stderr_has 'moved   Clients/Zoe Fictional/Inbox.md to Old/Archive/Zoe Fictional/Inbox.md'
	run_coach 0 undo --allow-mass-change
	[ "$(tree_digest . | grep -v ' \./\.coach/')" = "$before" ]
	run_coach 0 offboard_client zoe # the empty folders there are in nobody's way
	[ -e 'Old/Archive/Zoe Fictional/Inbox.md' ]
}

@test "offboard_client: what was written in the archive comes back with the notes, and goes there again" {
	lay_links
	run_coach 0 offboard_client zoe
	echo 'She wrote again.' >>'Old/Archive/Zoe Fictional/Inbox.md'
	session=$(find 'Old/Archive/Zoe Fictional/Sessions' -name '*.md' | sort | head -1)
	echo 'My own line.' >>"$session"
	run_coach 0 undo --allow-mass-change
	file_has 'Clients/Zoe Fictional/Inbox.md' 'She wrote again.'
	file_has "Clients/Zoe Fictional/Sessions/$(basename "$session")" 'My own line.'
	[ "$(find Old -type f | wc -l)" -eq 0 ]
	run_coach 0 redo --allow-mass-change
	file_has 'Old/Archive/Zoe Fictional/Inbox.md' 'She wrote again.'
	[ "$(find 'Clients/Zoe Fictional' -name '*.md' | wc -l)" -eq 0 ]
}

@test "offboard_client: one who was closed before there was an archive goes there too, without another report" {
	run_coach 0 offboard_client zoe
	run_coach 0 config paths.archive Archive
	COACH_NOW=2026-12-14 run_coach 0 offboard_client zoe --json
	json_is .data.report null
	json_is .data.archive 'Archive/Zoe Fictional'
	[ -e 'Archive/Zoe Fictional/Final Report 2026-12-11.md' ]
	[ ! -e 'Archive/Zoe Fictional/Final Report 2026-12-14.md' ]
}

@test "offboard_client: a folder that is not the client's own stays, and nothing is written over in the archive" {
	run_coach 0 config paths.archive Archive
	write_note 'Clients/Zoe Fictional/Another.md' '---' 'type: session' 'client: "[[Ada Example]]"' 'date: 2026-12-01' 'status: held' '---'
	run_coach 0 offboard_client zoe --dry-run --json
	json_is .data.archive null
	rm 'Clients/Zoe Fictional/Another.md'
	write_note 'Archive/Zoe Fictional/Old.md' 'Another Zoe'
	nothing_written run_coach 11 offboard_client zoe
	stderr_has 'there is something in the archive already'
	rm -r Archive
	mv 'Clients/Zoe Fictional/Inbox.md' elsewhere.txt
	ln -s ../../elsewhere.txt 'Clients/Zoe Fictional/Inbox.md'
	nothing_written run_coach 11 offboard_client zoe
}
