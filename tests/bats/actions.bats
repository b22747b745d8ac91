# coach actions, done and add: the actions of all notes, ticked and added where they stand.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-20
}

# The ids that `coach actions` lists with these options, in its order.
ids() {
	run_coach 0 actions --json "$@"
	json '.data.actions[].id' | paste -sd ' '
}

@test "actions: an empty vault has none, and says so" {
	rm -rf ../vault && lay_empty_vault
	rm -r Templates ./*.md
	run_coach 0 actions
	stdout_has 'Nothing of that is left to do.'
	stderr_is_empty
	run_coach 0 actions --json
	json_is .data.actions.length 0
}

@test "actions: the bare template has none" {
	rm -rf ../vault && lay_template practice
	run_coach 0 actions
	stdout_has 'Nothing of that is left to do.'
}

@test "actions: what --all knows to be not done yet is what the plain list has" {
	echo '- [/] Half done' >Half.md
	run_coach 0 actions --all --json
	all=$(json '.data.actions[]' | grep -E '"status": "(open|in_progress)"')
	run_coach 0 actions --json
	[ "$(json '.data.actions[]')" = "$all" ]
	[ "$(json .data.actions.length)" -gt 20 ]
}

@test "actions: filters narrow the list, and each other" {
	[ "$(ids --client ada)" = "8zwa zrcm" ]
	[ "$(ids --client ada --overdue)" = 8zwa ]
	sed -i '/8zwa/s/- \[ \]/- [\/]/' 'Clients/Ada Example/Sessions/2026-11-10 Ada Example.md'
	[ "$(ids --client ada --overdue)" = "" ]
	[ "$(ids --client ada)" = "8zwa zrcm" ]
	run_coach 0 prep_session ada --json --dry-run
	[ "$(json '.data.actions[]' | grep -c '"overdue": true')" -eq 0 ]
	run_coach 0 client ada --json
	json_is .data.health.overdue_actions 0
	[ "$(ids --owner coach --due 2026-11-13)" = "6f79 krgb 4wra wsdg" ]
	[ "$(ids --owner client --client max --due 2026-11-18)" = "" ]
}

@test "actions: a box below a session's Resources is the coach's to send, and on the coach's lists" {
	write_note 'Clients/Ada Example/Sessions/2026-11-17 Ada Example.md' '---' 'type: session' 'client: "[[Ada Example]]"' \
		'date: 2026-11-17' 'status: held' '---' '## Action Items' '- [ ] Read it 📅 2026-11-20 🆔 aa11' \
		'## Resources' '- [ ] Send [[Delegation Ladder]] 📅 2026-11-20 🆔 bb22'
	[[ " $(ids --owner coach) " == *' bb22 '* ]]
	[[ " $(ids --owner client) " == *' aa11 '* ]]
	[[ " $(ids --owner client) " != *' bb22 '* ]]
	run_coach 0 status
	run_coach 0 status --json
	[[ $(json '.data.due.actions[]' | grep 'Delegation Ladder') == *'"owner": "coach"'* ]]
	run_coach 0 init_day --as-of 2026-11-20
	file_has Days/2026-11-20.md 'Delegation Ladder'
}

@test "actions: a client that nobody is lists who there is" {
	run_coach 3 actions --client nobody
	stderr_has 'clients are'
}

@test "actions: reads only, also a vault that it may not write to" {
	nothing_written run_coach 0 actions
}

@test "actions: a note that cannot be read is named, for it may hold more" {
	[ "$(id -u)" -eq 0 ] && become_nobody
	chmod 000 'Plans/2026-Q4.md'
	run_coach 0 actions
	chmod 644 'Plans/2026-Q4.md'
	stderr_has 'Plans/2026-Q4.md'
	stdout_lacks 'Page for January'
}

@test "actions: a portfolio away from its usual path still tells whom a link means" {
	mkdir Office
	mv 'Client Portfolio.md' 'Office/My people.md'
	echo '- [ ] Send the slides to [[Max Mockup]] 🆔 zz01' >'Slides.md'
	run_coach 0 actions --client max --json
	[[ $(json '.data.actions[].id') == *zz01* ]]
	run_coach 0 actions --json
	[[ $(json '.data.actions[]' | grep zz01) == *'"client": "Max Mockup"'* ]]
}

@test "done: ticks one line, and undo brings the bytes back" {
	before=$(tree_digest Clients)
	cp 'Clients/Ada Example/Sessions/2026-11-10 Ada Example.md' before.txt
	run_coach 0 "done" 8zwa
	stdout_has 'Done: **List the hardest question of each board member** (Ada Example).'
	stderr_has 'changed Clients/Ada Example/Sessions/2026-11-10 Ada Example.md'
	[ "$(changed_lines before.txt 'Clients/Ada Example/Sessions/2026-11-10 Ada Example.md')" = \
		"< - [ ] List the hardest question of each board member 📅 2026-11-18 🆔 8zwa
> - [x] List the hardest question of each board member 📅 2026-11-18 🆔 8zwa ✅ 2026-11-20" ]
	run_coach 0 undo
	[ "$(tree_digest Clients)" = "$before" ]
}

@test "done: a second time there is nothing to do, and it says since when" {
	run_coach 0 "done" 8zwa --date yesterday
	nothing_written run_coach 0 "done" 8zwa
	stderr_has 'it was done on 2026-11-19'
	nothing_written run_coach 0 "done" hardest question board
	stderr_has 'it was done on 2026-11-19'
}

@test "done: what it ticks is on time for the client's health" {
	run_coach 0 actions --client ada --due 2026-11-20 --json
	json_is .data.actions.length 2
	run_coach 0 "done" zrcm
	run_coach 0 actions --client ada --due 2026-11-20 --json
	json_is .data.actions.length 1
}

@test "done: --dry-run shows the lines and writes nothing" {
	nothing_written run_coach 0 "done" zrcm --dry-run
	stdout_has '+- [x] Ask her deputy to chair the Monday round on the 23rd'
}

@test "done: words that fit none, or several, change nothing" {
	nothing_written run_coach 3 "done" no such thing
	stderr_has "lists them, with their ids"
	nothing_written run_coach 3 "done" the
	stderr_has 'write more of its text, or its id'
	nothing_written run_coach 3 "done" the question --client zoe
}

@test "done: the whole text wins over a longer one that holds it" {
	printf -- '- [ ] Call Max\n- [ ] Call Max about the room\n' >Calls.md
	run_coach 0 "done" call max
	[ "$(head -1 Calls.md)" = '- [x] Call Max ✅ 2026-11-20' ]
	[ "$(tail -1 Calls.md)" = '- [ ] Call Max about the room' ]
}

@test "done: where it stands picks exactly that one, and equal texts are told by it" {
	printf '%s\n' '- [ ] Water the plants' '- [ ] Water the plants' >'House plants.md'
	nothing_written run_coach 3 "done" water plants
	stderr_has '"water plants" fits 2 actions with the same text'
	stderr_has 'say which by where it stands: House plants.md:1; House plants.md:2'
	nothing_written run_coach 3 "done" Water the plants
	stderr_has 'House plants.md:1; House plants.md:2'
	run_coach 0 "done" House plants.md:2
	[ "$(cat 'House plants.md')" = '- [ ] Water the plants
- [x] Water the plants ✅ 2026-11-20' ]
	nothing_written run_coach 0 "done" 'House plants.md:2'
	stderr_has 'it was done on 2026-11-20'
	nothing_written run_coach 3 "done" 'House plants.md:3'
	stderr_has 'no action that is not done yet fits'
}

@test "done: where a copy stands picks the action that it carries on" {
	week=$(grep -n 'wsdg' Weeks/2026-W46.md | cut -d: -f1)
	sed "${week}!d" Weeks/2026-W46.md >'Copy of it.md'
	run_coach 0 "done" "Weeks/2026-W46.md:$week"
	file_has Weeks/2026-W46.md '🆔 wsdg ✅ 2026-11-20'
	file_has 'Copy of it.md' '🆔 wsdg ✅ 2026-11-20'
}

@test "done: a day to come is a mistake" {
	nothing_written run_coach 2 "done" 8zwa --date tomorrow
	stderr_has '2026-11-21 is still to come'
}

@test "done: an action comes again from its date, or from the day it was done" {
	printf -- '- [ ] Review 🔁 every 2 weeks 📅 2026-11-12\n- [ ] Water 🔁 every 2 weeks when done 📅 2026-11-12\n' >Again.md
	run_coach 0 "done" review
	stdout_has 'It comes again on Thursday 2026-11-26.'
	run_coach 0 "done" water
	stdout_has 'It comes again on Friday 2026-12-04.'
	[ "$(cat Again.md)" = "- [ ] Review 🔁 every 2 weeks 📅 2026-11-26
- [x] Review 🔁 every 2 weeks 📅 2026-11-12 ✅ 2026-11-20
- [ ] Water 🔁 every 2 weeks when done 📅 2026-12-04
- [x] Water 🔁 every 2 weeks when done 📅 2026-11-12 ✅ 2026-11-20" ]
}

@test "done: a repetition that nobody understands is refused, unless it is to end" {
	echo '- [ ] Look up 🔁 every blue moon 📅 2026-11-12' >Moon.md
	nothing_written run_coach 4 "done" look up
	stderr_has 'Moon.md:1:20: "every blue moon" does not say when the action comes again'
	run_coach 0 "done" look up --once
	[ "$(cat Moon.md)" = '- [x] Look up 🔁 every blue moon 📅 2026-11-12 ✅ 2026-11-20' ]
}

@test "done: neither is one in another language ticked and lost" {
	echo '- [ ] Blumen 🔁 wöchentlich 📅 2026-11-12' >Moon.md
	nothing_written run_coach 4 "done" Blumen
	stderr_has '"wöchentlich" does not say when the action comes again'
	nothing_written run_coach 2 add '浇花 🔁 每周' --due fri
	stderr_has '"每周" does not say when the action comes again'
	stderr_has 'every 2 weeks'
}

# --- done: milestones ------------------------------------------------------------------------------------------------

# engagement NAME: the path of a client's engagement.
engagement() {
	printf 'Clients/%s/%s.md' "$1" "$1"
}

@test "done: a milestone gets a tick in its row and nothing else, and undo brings the bytes back" {
	ada=$(engagement 'Ada Example')
	before=$(tree_digest Clients)
	cp "$ada" before.txt
	run_coach 0 "done" 90-day review --client ada --json
	json_is .data.action null
	json_is .data.milestone.path "$ada"
	json_is .data.milestone.name '90-day review'
	json_is .data.milestone.client 'Ada Example'
	json_is .data.milestone.date 2026-12-14
	line=$(grep -F '| 90-day review |' before.txt)
	[ "$(changed_lines before.txt "$ada")" = "< $line
> ${line% |} ✅ |" ]
	run_coach 0 undo
	[ "$(tree_digest Clients)" = "$before" ]
}

@test "done: a milestone that is ticked is near no session any more" {
	run_coach 0 prep_session ada --date 2026-12-08 --dry-run --json
	json_is '.data.milestones[0].name' '90-day review'
	run_coach 0 "done" 90-day review --client ada
	run_coach 0 prep_session ada --date 2026-12-08 --dry-run --json
	json_is '.data.milestones[0].name' 'Mid-engagement review'
}

@test "done: a second time a milestone is left as it is" {
	run_coach 0 "done" 90-day review --client ada
	nothing_written run_coach 0 "done" 90-day review --client ada
	stderr_has 'that milestone is ticked already'
	nothing_written run_coach 0 "done" 90-day --client ada --json
	json_is .data.milestone.name '90-day review'
}

@test "done: a milestone of several clients is asked for by whose it is" {
	nothing_written run_coach 3 "done" 90-day review
	stderr_has 'fits 8 milestones'
	stderr_has '90-day review of Ada Example (Clients/Ada Example/Ada Example.md:'
	stderr_has '--client'
}

@test "done: a milestone's whole name comes before words of an action, an action's words before a milestone's" {
	printf -- '- [ ] Prepare the 90-day review with [[Ada Example]]\n' >Calls.md
	run_coach 0 "done" 90-day review --client ada --dry-run --json
	json_is .data.milestone.name '90-day review'
	run_coach 0 "done" 90-day --client ada
	stdout_has 'Done: **Prepare the 90-day review'
	# That action is done: the words do not go on to what they also fit.
	nothing_written run_coach 0 "done" 90-day --client ada
	stderr_has 'it was done on 2026-11-20'
}

@test "done: a milestone takes the Status where its table has one, and keeps columns lined up" {
	ada=$(engagement 'Ada Example')
	cat >table.md <<-'END'
		### Engagement Timeline
		| Milestone     | Target Date | Success Indicator | Status      |
		|:--------------|-------------|-------------------|-------------|
		| First pilot   | 2026-12-01  | one \| two        | under way   |
		| Second pilot  | 2026-12-15  | x                 |             |
		| Third pilot   | 2026-12-15  | x
		Last pilot | 2026-12-20 | y | open
	END
	sed -i -e '/^### Engagement Timeline/,/^### Regular/ { /^### Regular/!d }' "$ada"
	sed -i -e '/^### Regular Checkpoints/ { r table.md
		N }' "$ada"
	sed -i 's/$/\r/' "$ada"
	cp "$ada" before.txt
	for pilot in first second third last; do
		run_coach 0 "done" "$pilot" pilot --client ada
	done
	[ "$(changed_lines before.txt "$ada" | tr -d '\r' | grep '^>')" = \
		"> | First pilot   | 2026-12-01  | one \\| two        | under way ✅ |
> | Second pilot  | 2026-12-15  | x                 | ✅          |
> | Third pilot   | 2026-12-15  | x ✅
> Last pilot | 2026-12-20 | y | open ✅" ]
	[ "$(grep -c $'\r$' "$ada")" -eq "$(wc -l <"$ada")" ]
}

@test "done: a milestone keeps no day" {
	nothing_written run_coach 2 "done" 90-day review --client ada --date yesterday
	stderr_has 'a milestone keeps no day'
	nothing_written run_coach 2 "done" 90-day review --client ada --once
	nothing_written run_coach 3 "done" no such milestone --client ada
}

@test "add: the action stands in the running week, and done finds it by its id" {
	run_coach 0 add Order the workbooks --due fri --json
	json_is .data.action.path Weeks/2026-W47.md
	json_is .data.action.due 2026-11-20
	id=$(json .data.action.id)
	[ "$(sed -n "$(json .data.action.line)p" Weeks/2026-W47.md)" = "- [ ] Order the workbooks 📅 2026-11-20 🆔 $id" ]
	[[ $(ids --due 2026-11-20) == *"$id"* ]]
	run_coach 0 "done" "$id"
	stdout_has 'Done: **Order the workbooks**.'
}

@test "add: the same text twice is two actions with two ids" {
	run_coach 0 add Call the bank --json
	first=$(json .data.action.id)
	run_coach 0 add Call the bank --json
	[ "$(json .data.action.id)" != "$first" ]
	run_coach 0 actions --owner coach --json
	[ "$(json '.data.actions[].text' | grep -cx 'Call the bank')" = 2 ]
}

@test "add: what a client does is carried on, and takes no place among the coach's priorities" {
	run_coach 0 add 'Send the offer' --client tom --owner client --due 2026-11-18
	COACH_NOW=2026-11-23 run_coach 0 init_week
	sed -n '/^## Carryover/,$p' Weeks/2026-W48.md | grep -q 'Send the offer'
	[ "$(sed -n '/^## Priorities/,/^## Client/p' Weeks/2026-W48.md | grep -c 'Send the offer')" -eq 0 ]
	COACH_NOW=2026-11-23 run_coach 0 init_day
	[ "$(sed -n '/^## Top Three/,/^## Due/p' Days/2026-11-23.md | grep -c 'Send the offer')" -eq 0 ]
}

@test "add: init_week keeps what was added, and carries it on" {
	run_coach 0 add Call the bank
	run_coach 0 init_week
	file_has Weeks/2026-W47.md '- [ ] Call the bank'
	COACH_NOW=2026-11-23 run_coach 0 init_week
	file_has Weeks/2026-W48.md 'Call the bank'
	COACH_NOW=2026-11-23 run_coach 0 "done" call the bank
	stdout_has 'Ticked in 1 more place'
	file_lacks Weeks/2026-W47.md '- [ ] Call the bank'
}

@test "add: a text that says nothing, or whose fields cannot be read, is a mistake" {
	nothing_written run_coach 2 add '[What]'
	nothing_written run_coach 2 add 'Pay 📅 2026-11-01 by card'
	stderr_has 'stands behind the action'
	nothing_written run_coach 2 add 'Pay 📅 2026-11-31'
	stderr_has '"2026-11-31" names no day'
	nothing_written run_coach 2 add 'Pay 📅 2026-11-30' --due fri
	stderr_has 'has a due date already'
	nothing_written run_coach 2 add
}

@test "add: what a shell brings in becomes one line" {
	run_coach 0 add $'Call\nthe   bank\e[31m'
	file_has Weeks/2026-W47.md '- [ ] Call the bank[31m 🆔'
}
