#!/usr/bin/env bats
# coach init_week: the note of a week, written, brought up to date, and never taken out of a person's hands.

load support

setup() {
	lay_sample
	export COACH_NOW=2026-11-16
	week=Weeks/2026-W47.md
}

# edit SED-SCRIPT…: the week's note, edited as a person would.
edit() {
	sed "$@" "$week" >"$BATS_TEST_TMPDIR/note" && cp "$BATS_TEST_TMPDIR/note" "$week"
}

# once TEXT: stands in one line of the week's note, no more and no fewer.
once() {
	[ "$(grep -cF -- "$1" "$week")" -eq 1 ] || { echo "not once: $1" >&2 && cat "$week" >&2 && return 1; }
}

# section TITLE: its lines, without the heading and blank lines.
section() {
	awk -v title="## $1" '/^## / { inside = ($0 == title); next } inside && NF' "$week"
}

# --- what it writes ------------------------------------------------------------------------------------------------

@test "init_week: writes the note where the configuration says" {
	run_coach 0 init_week
	stdout_has 'Planned **Weeks/2026-W47.md**'
	stderr_has 'made    Weeks/2026-W47.md'
	file_has "$week" '# Week 2026-W47 (2026-11-16 – 2026-11-22)'
	[ "$(grep '^## ' "$week" | tr '\n' ';')" = '## Priorities;## Client Focus;## Risk Watchlist;## Rituals;## Partner Check-ins;## Capacity Pre-check;## Carryover;## Time Log;## Review;## Shutdown;' ]
}

@test "init_week: priorities stand by rank, each with its reason" {
	run_coach 0 init_week --json
	[ "$(json '.data.priorities[].kind' | uniq -c | awk '{ printf "%s %s;", $1, $2 }')" = \
		'1 circuit_breaker;1 red_flag;2 prepare;3 overdue;1 due;2 milestone;2 carryover;' ]
	json_is .data.more_priorities 4
	json_is '.data.priorities[2].text' '**Prepare [[Ada Example]]**'
	json_is '.data.priorities[2].reason' 'session on Thu 10:00, no agenda yet'
	json_is '.data.priorities[7].reason' 'due on Wed 2026-11-18, noted in [[2026-11-13 Max Mockup]]'
	[[ $(json '.data.priorities[].reason') != *$'\n\n'* ]]
	once '1. **Pause Newsletter every second week** — circuit breaker: Admin over contract in the last 2 weeks with data'
	once '2. **Reach out to [[Tom Testcase]]** — missed on 2026-11-05, and no later session is booked'
}

@test "init_week: what is due stands in the note however much else presses" {
	local i
	for ((i = 1; i <= 15; i++)); do printf -- '- [ ] Errand %d 📅 2026-11-18\n' "$i"; done >Errands.md
	run_coach 0 init_week
	for ((i = 1; i <= 15; i++)); do once ". Errand $i — due on Wed 2026-11-18"; done
	once 'Text of the page agreed with Fiona Vorlage'
	stdout_has 'and 6 more, in the sections of the note'
}

@test "init_week: each active client has a row, those on hold have none" {
	run_coach 0 init_week --json
	[ "$(json '.data.clients[].name' | tr '\n' ',')" = \
		'Ada Example,Tom Testcase,李雷,Jürgen Beispiel,Autumn Leads Cohort,Zoe Fictional,Max Mockup,' ]
	json_is '.data.clients[0].session' 'Thu 10:00'
	json_is '.data.clients[0].focus' 'Rehearse the board questions aloud'
	json_is '.data.clients[0].goal' 'Stop being the bottleneck'
	json_is '.data.clients[0].touch' 'Prep > Session > Summary'
	json_is '.data.clients[1].session' null
	json_is '.data.clients[1].touch' 'Check-in message'
	file_lacks "$week" 'Mia Placeholder'
}

@test "init_week: a session that was agreed on is shown until a note books it" {
	rm 'Clients/Ada Example/Sessions/2026-11-19 Ada Example.md' 'Clients/Ada Example/Sessions/2026-11-27 Ada Example.md' \
		'Clients/Ada Example/Sessions/2026-12-08 Ada Example.md'
	run_coach 0 init_week
	once '**Book [[Ada Example]]** — agreed for Thu 2026-11-19 10:00, no note yet'
	once '| [[Ada Example]] | Thu 10:00, not booked |'
	run_coach 0 prep_session ada
	run_coach 0 init_week
	once '. ~~**Book [[Ada Example]]**'
	once '| [[Ada Example]] | Thu 10:00 |'
}

@test "init_week: the capacity pre-check has contract, sessions, demand and breaker" {
	run_coach 0 init_week
	[ "$(section 'Capacity Pre-check')" = '- **Contract:** 50% coaching, 30% business development, 20% admin
- **Sessions:** 5 of 6 booked, 1 free
- **Demand:** 3.1–3.3 sessions a week, 1 client unknown
- **2026-W46:** 45.5% coaching, 25.5% business development, 29.1% admin
- **Circuit breaker:** tripped by Admin; pause Newsletter every second week' ]
}

@test "init_week: carryover is the last note's open items, with their ids" {
	run_coach 0 init_week
	[ "$(section Carryover)" = '- [ ] Import the receipts of the year into the new tool 📅 2026-11-13 🆔 wsdg
- [ ] Ask Carla for a day in November 📅 2026-11-17 🆔 j76f
- [ ] Send the invoice to Jürgen Beispiel 📅 2026-11-16 🆔 urfs' ]
}

@test "init_week: rituals and partners of the week stand to be ticked" {
	run_coach 0 init_week
	[ "$(section Rituals | sed 's/ — .*//')" = '- [ ] Weekly Client Review
- [ ] Peer Supervision / Case Consultation' ]
	[ "$(section 'Partner Check-ins')" = '- [ ] Ben Sampleton — Bi-weekly call' ]
}

@test "init_week: a week can be named, in any of its forms" {
	run_coach 0 init_week next --dry-run --json
	json_is .data.week 2026-W48
	run_coach 0 init_week 2026-W50 --dry-run --json
	json_is .data.path Weeks/2026-W50.md
	nothing_written run_coach 2 init_week 2026-W54
	nothing_written run_coach 2 init_week soon
	stderr_has '"soon"'
}

# --- run again -----------------------------------------------------------------------------------------------------

@test "init_week: run twice, it changes nothing and says so" {
	run_coach 0 init_week
	nothing_written run_coach 0 init_week
	stderr_has 'Weeks/2026-W47.md is already up to date'
	run_coach 0 init_week --json
	json_is .data.changed false
	json_is .changes.length 0
	json_is .commit null
}

@test "init_week: run twice, it commits once" {
	rm -rf ../vault && lay_sample --git
	run_coach 0 init_week
	[ "$(git log --format=%s -1)" = 'coach(init_week): 2026-W47' ]
	[ "$(git show --format= --name-only)" = "$week" ]
	local head
	head=$(git rev-parse HEAD)
	run_coach 0 init_week
	[ "$(git rev-parse HEAD)" = "$head" ]
}

@test "init_week: --dry-run prints the note as a diff and writes nothing" {
	nothing_written run_coach 0 init_week --dry-run
	stdout_has '+++ b/Weeks/2026-W47.md'
	stdout_has '+# Week 2026-W47 (2026-11-16 – 2026-11-22)'
	stderr_has 'nothing was written'
	[ ! -e .coach/base ]
}

@test "init_week: the next day brings it up to date" {
	run_coach 0 init_week
	cp "$week" "$BATS_TEST_TMPDIR/monday"
	run_coach 0 prep_session ada
	run_coach 0 init_week --as-of 2026-11-17
	stdout_has 'Brought up to date: **Weeks/2026-W47.md**'
	once '. ~~**Prepare [[Ada Example]]**'
	once '**Prepare [[Max Mockup]]**'
	once '] | – | Does the coaching still serve him, and what would (phase Implementation) | A team that sells without him | 4 open, 4 overdue |'
	[ "$(grep -c '^[0-9]*\. ' "$week")" -eq 13 ]
	nothing_written run_coach 0 init_week --as-of 2026-11-17
}

@test "init_week: a week that was missed is caught up, and named" {
	run_coach 0 init_week --as-of 2026-11-30 --json
	json_is .data.week 2026-W49
	[[ $(json '.findings[].code') == *missed_week* ]]
	week=Weeks/2026-W49.md
	[ "$(section Carryover | wc -l)" -eq 3 ]
	[ ! -e Weeks/2026-W47.md ]
}

@test "init_week: what was ticked in the last week is not carried over again" {
	run_coach 0 init_week
	edit 's/^- \[ \] \(Ask Carla.*\)/- [x] \1 ✅ 2026-11-17/; s/^- \[ \] \(Weekly Client Review\)/- [x] \1/'
	run_coach 0 init_week --as-of 2026-11-23
	week=Weeks/2026-W48.md
	[ "$(section Carryover | cut -c 1-20)" = '- [ ] Import the rec
- [ ] Send the invoi' ]
	once '- [ ] Weekly Client Review'
}

@test "init_week: escalation triggers stand with their lines behind a client's flags, and follow the engagement" {
	local engagement='Clients/Tom Testcase/Tom Testcase.md' line
	line=$(grep -n 'Multiple missed sessions' "$engagement" | cut -d: -f1)
	run_coach 0 init_week
	once "- [[Tom Testcase]] — escalation trigger to look at: Multiple missed sessions ($engagement:$line)"
	[ "$(grep -c 'escalation trigger' "$week")" -eq 3 ]
	nothing_written run_coach 0 init_week
	edit -e '/trigger to look at: Significant goal miss/d'
	sed 's/^## 7\. DECISION RULES/A line more.\n\n&/' "$engagement" >"$BATS_TEST_TMPDIR/note"
	cp "$BATS_TEST_TMPDIR/note" "$engagement"
	run_coach 0 init_week
	once "- [[Tom Testcase]] — escalation trigger to look at: Multiple missed sessions ($engagement:$((line + 2)))"
	[ "$(grep -c 'escalation trigger' "$week")" -eq 2 ]
	nothing_written run_coach 0 init_week
}

# --- the clients' engagements --------------------------------------------------------------------------------------

@test "init_week: a client's focus says which phase it belongs to, as far as the engagement tells" {
	run_coach 0 init_week --json
	[ "$(json '.data.clients[].phase' | tr '\n' ',')" = \
		'Implementation,Implementation,Implementation,Implementation,Implementation,Offboarding,Onboarding,' ]
	once '| Rehearse the board questions aloud (phase Implementation) |'
	# Where Current Phase names none, the number of the week's session does: Ada's next is the sixth.
	sed -i 's/^| Current Phase | Active |/| Current Phase | [Phase] |/' 'Clients/Ada Example/Ada Example.md'
	run_coach 0 init_week --json
	json_is '.data.clients[0].phase' Implementation
}

@test "init_week: checkpoints of the week stand below the clients, with a day where they have one" {
	run_coach 0 init_week --json
	[ "$(section 'Client Focus' | sed -n '/^### /,$p')" = "### Regular Checkpoints
- [ ] [[Ada Example]]: Actions — weekly
- [ ] [[Tom Testcase]]: Actions — weekly
- [ ] [[李雷]]: Actions — weekly
- [ ] [[李雷]]: Figures — monthly, Sun 2026-11-22
- [ ] [[Jürgen Beispiel]]: Actions — weekly
- [ ] [[Autumn Leads Cohort]]: Actions — weekly
- [ ] [[Zoe Fictional]]: Actions — weekly
- [ ] [[Zoe Fictional]]: Figures — monthly, Mon 2026-11-16
- [ ] [[Max Mockup]]: Actions — weekly" ]
	json_is .data.checkpoints.length 9
	json_is '.data.checkpoints[3].text' '[[李雷]]: Figures'
	json_is '.data.checkpoints[3].since' 2026-11-22
	json_is '.data.checkpoints[0].since' null
}

@test "init_week: the quarterly checkpoint comes three months after the start, a paused client has none" {
	run_coach 0 init_week 2026-W51 --dry-run
	stdout_has '[[Ada Example]]: How we work together — quarterly, Tue 2026-12-15'
	stdout_has '[[Ada Example]]: Figures — monthly, Tue 2026-12-15'
	stdout_lacks '[[Mia Placeholder]]: '
}

@test "init_week: a ticked checkpoint stays, none comes twice, and what is reworded or deleted stays so" {
	run_coach 0 init_week
	edit -e 's/^- \[ \] \(\[\[李雷\]\]: Figures\)/- [x] \1/' -e '/Tom Testcase\]\]: Actions/d' \
		-e 's/^- \[ \] \[\[Max Mockup\]\]: Actions.*/&, by phone\n- [ ] Ask Max about the room/'
	cp "$week" "$BATS_TEST_TMPDIR/edited"
	nothing_written run_coach 0 init_week
	sed -i 's/^- \*\*Weekly:\*\* Actions/&\n- **Every week:** Sleep/' 'Clients/李雷/李雷.md' 'Clients/Ada Example/Ada Example.md'
	run_coach 0 init_week
	once '- [x] [[李雷]]: Figures — monthly, Sun 2026-11-22'
	once '[[李雷]]: Figures'
	once '- [ ] [[李雷]]: Sleep — weekly'
	once '- [ ] [[Ada Example]]: Sleep — weekly'
	file_lacks "$week" '[[Tom Testcase]]: Actions'
	once '- [ ] [[Max Mockup]]: Actions — weekly, by phone'
	once '- [ ] Ask Max about the room'
	nothing_written run_coach 0 init_week
}

@test "init_week: checkpoints are no actions of anybody's, and the shutdown counts them" {
	run_coach 0 init_week
	run_coach 0 actions --json
	[[ $(json '.data.actions[].text') != *Figures* ]]
	edit 's/^- \[ \] \(\[\[Zoe Fictional\]\]: Figures\)/- [x] \1/'
	run_coach 0 shutdown_week --as-of 2026-11-22
	stdout_has 'Checkpoints: 1 of 9 done'
}

@test "init_week: an engagement without a start has weekly checkpoints alone, and says so" {
	mkdir Clients/Ida && printf -- '---\ntype: engagement\n---\n### Regular Checkpoints\n- Weekly: Actions\n- Monthly: Figures\n- Someday: Rest\n' >Clients/Ida/Ida.md
	sed -i 's/^| \*\*\[\[Tom Testcase\]\]\*\*.*/&\n| [[Ida]] | 1:1 | TBD | Active | |/' 'Client Portfolio.md'
	run_coach 0 init_week
	once '[[Ida]]: Actions — weekly'
	file_lacks "$week" '[[Ida]]: Figures'
	stderr_has 'Clients/Ida/Ida.md:6:12: info: the checkpoint "Figures" has no day'
	stderr_has 'Clients/Ida/Ida.md:7:3: info: how often the checkpoint "Someday: Rest" comes could not be read'
}

# --- a person's own text -------------------------------------------------------------------------------------------

@test "init_week: what a person ticked, reworded, deleted and added stays" {
	run_coach 0 init_week
	edit -e 's/^- \[ \] Weekly Client Review/- [x] Weekly Client Review/' \
		-e 's/^3\. .*/3. Ada: rehearse in the big room/' \
		-e '/^- \[\[Tom Testcase\]\] — no metric moved/d' \
		-e 's/^- \[ \] Ben Sampleton.*/&\n- [ ] Call my sister/' \
		-e 's/^## Review/## My own\n\nA walk at noon.\n\n&/'
	cp "$week" "$BATS_TEST_TMPDIR/edited"
	run_coach 0 init_week
	cmp "$week" "$BATS_TEST_TMPDIR/edited"
	run_coach 0 init_week --as-of 2026-11-18
	once '- [x] Weekly Client Review'
	file_lacks "$week" '- [ ] Weekly Client Review'
	once 'Ada: rehearse in the big room'
	file_lacks "$week" '**Prepare [[Ada Example]]**'
	file_lacks "$week" 'no metric moved'
	once '- [ ] Call my sister'
	once '## My own'
	once 'A walk at noon.'
	nothing_written run_coach 0 init_week --as-of 2026-11-18
}

@test "init_week: the Time Log, Review and Shutdown belong to the person" {
	run_coach 0 init_week
	edit -e 's/^## Review/| 2026-11-16 | 1.5 | admin |  | invoices |\n\n&\nIt was good./' -e 's/^## Shutdown/&\n- Done: all/'
	run_coach 0 init_week --as-of 2026-11-19
	once '| 2026-11-16 | 1.5 | admin |  | invoices |'
	once 'It was good.'
	once '- Done: all'
	run_coach 0 log 1 bizdev --date 2026-11-18
	run_coach 0 init_week --as-of 2026-11-20
	[ "$(section 'Time Log' | wc -l)" -eq 4 ]
}

@test "init_week: a note with Windows line ends keeps them" {
	run_coach 0 init_week
	edit 's/$/\r/'
	nothing_written run_coach 0 init_week
	run_coach 0 prep_session ada
	run_coach 0 init_week --as-of 2026-11-18
	stdout_has 'Brought up to date'
	[ "$(grep -c $'\r$' "$week")" = "$(wc -l <"$week")" ]
}

@test "init_week: a deleted section stays deleted" {
	run_coach 0 init_week
	awk '/^## Risk Watchlist/ { skip = 1; next } /^## / { skip = 0 } !skip' "$week" >"$BATS_TEST_TMPDIR/note"
	cp "$BATS_TEST_TMPDIR/note" "$week"
	nothing_written run_coach 0 init_week
	run_coach 0 init_week --as-of 2026-11-19
	file_lacks "$week" 'Risk Watchlist'
}

@test "init_week: a note made by hand keeps its sections and gets those that lack" {
	write_note "$week" '---' 'type: week' 'week: 2026-W47' '---' '# My week' '' '## Priorities' '1. Sleep' '' '## Rituals' ''
	run_coach 0 init_week
	[ "$(section Priorities)" = '1. Sleep' ]
	once '# My week'
	once '- [ ] Weekly Client Review'
	once '## Capacity Pre-check'
	stderr_has '"Priorities" was left as you wrote it'
	nothing_written run_coach 0 init_week
}

@test "init_week: what was added before the week was planned stands beside what is carried over" {
	run_coach 0 add Order the workbooks
	run_coach 0 init_week
	stdout_has '3 carried over'
	[ "$(section Carryover | cut -c 1-22)" = '- [ ] Order the workbo
- [ ] Import the recei
- [ ] Ask Carla for a 
- [ ] Send the invoice' ]
	[[ $stderr != *'"Carryover" was left'* ]] || explain 'coach wrote it'
	nothing_written run_coach 0 init_week
	run_coach 0 init_week --as-of 2026-11-23
	week=Weeks/2026-W48.md
	[ "$(section Carryover | wc -l)" -eq 4 ]
}

@test "init_week: a task that stands in Carryover by hand, ticked or not, is not carried over beside itself" {
	write_note "$week" '---' 'type: week' 'week: 2026-W47' '---' '# My week' '' '## Übertrag' '- [x] Ask Carla for a day in November' \
		'- [ ] Water the plants' '- [x] Send the invoice 🆔 urfs'
	run_coach 0 init_week
	[ "$(section Übertrag)" = '- [ ] Import the receipts of the year into the new tool 📅 2026-11-13 🆔 wsdg
- [x] Ask Carla for a day in November
- [ ] Water the plants
- [x] Send the invoice 🆔 urfs' ]
	nothing_written run_coach 0 init_week
}

@test "init_week: a note in another folder is found by what it holds" {
	run_coach 0 init_week
	mkdir -p 'Some where/else' && mv "$week" 'Some where/else/KW 47.md'
	nothing_written run_coach 0 init_week --json --dry-run
	json_is .data.path 'Some where/else/KW 47.md'
	json_is .data.created false
	run_coach 0 init_week --as-of 2026-11-18
	[ ! -e "$week" ]
}

@test "init_week: another file in the note's place is not overwritten" {
	write_note "$week" '---' 'type: decision' '---' '# Sell the bicycle'
	nothing_written run_coach 4 init_week
	stderr_has "$week: this file lies where the note of 2026-W47 goes, and is not a note of that week"
	stderr_has 'hint:'
}

@test "init_week: a note too large to be read is left" {
	write_note "$week" '---' 'type: week' 'week: 2026-W47' '---'
	head -c 2000000 /dev/zero | tr '\0' 'x' >>"$week"
	nothing_written run_coach 6 init_week
	stderr_has "$week: larger than the 1048576 bytes that are read"
}

# --- vaults with less in them --------------------------------------------------------------------------------------

@test "init_week: an empty vault gets a week in which nothing presses" {
	rm -rf ../vault && lay_empty_vault
	rm -r Templates ./*.md
	run_coach 0 init_week
	stdout_has 'Nothing presses this week.'
	file_has "$week" '- **Contract:** not known yet'
	nothing_written run_coach 0 init_week
}

@test "init_week: placeholders of the bare template are nobody and no figure" {
	rm -rf ../vault && lay_template practice
	run_coach 0 init_week --json
	json_is .data.clients.length 0
	json_is .data.partners.length 0
	json_is .data.sessions_maximum null
	file_lacks "$week" '['
}

@test "init_week: a career vault without a practice has a week, too" {
	rm -rf ../vault && lay_template executive
	run_coach 0 init_week
	file_has "$week" '## Time Log'
}

@test "init_week: a vault without git is written all the same" {
	[ ! -e .git ]
	run_coach 0 init_week --json
	json_is .commit null
	json_is '.changes[0].applied' true
}

@test "init_week: a milestone that is late is named once, not as an action too" {
	awk '{ print } /^## Milestones/ { print "- [ ] Twice upon a time 📅 2026-11-10" }' Plans/2026-Q4.md \
		>"$BATS_TEST_TMPDIR/plan" && cp "$BATS_TEST_TMPDIR/plan" Plans/2026-Q4.md
	run_coach 0 init_week
	once 'Twice upon a time — milestone of the quarter, due on 2026-11-10'
	once 'Twice upon a time'
}

@test "init_week: a note with headings in one's own words is filled in under them" {
	write_note "$week" '---' 'type: week' 'week: 2026-W47' '---' '# Woche 47' '' '## Prioritäten' '' '1. Schlafen' '' '## Rituale' '' \
		'## Zeiterfassung' '' '| Datum | Stunden | Kategorie |' '| --- | --- | --- |' '| 2026-11-16 | 1 | Büro |'
	run_coach 0 init_week
	[ "$(section Prioritäten)" = '1. Schlafen' ]
	[ "$(section Rituale | wc -l)" -eq 2 ]
	file_lacks "$week" '## Priorities'
	file_lacks "$week" '## Time Log'
	nothing_written run_coach 0 init_week
}

@test "init_week: a heading that was renamed keeps what coach brings up to date below it" {
	run_coach 0 init_week
	edit 's/^## Client Focus/## Klientenfokus/; s/^## Priorities/## Prioritäten/'
	nothing_written run_coach 0 init_week
	run_coach 0 prep_session ada
	run_coach 0 init_week --as-of 2026-11-17
	file_lacks "$week" '## Client Focus'
	once '. ~~**Prepare [[Ada Example]]**'
	once '| [[Ada Example]] |'
}

@test "init_week: a roster of 22,000 clients has a row for each, up to the last" {
	find . -name '*.md' -delete
	{
		printf '# Client Portfolio\n\n## Active Roster\n\n'
		printf '| Client | Status | Cadence | Programme End |\n| --- | --- | --- | --- |\n'
		seq -f '| C%05g | Active | weekly | 2027-03-31 |' 22000
	} >'Client Portfolio.md'
	run_coach 0 init_week --as-of 2026-11-16 --quiet
	[ "$(grep -c '^| \[*C[0-9]' Weeks/2026-W47.md)" -eq 22000 ]
}

# --- what could not be read ----------------------------------------------------------------------------------------

# plan_and_edit: a week as a person has it on Monday noon: a ritual ticked, a line deleted.
plan_and_edit() {
	run_coach 0 init_week
	edit -e 's/^- \[ \] Weekly Client Review/- [x] Weekly Client Review/' -e '/^- \[\[Tom Testcase\]\] — no metric moved/d'
	cp "$week" "$BATS_TEST_TMPDIR/edited"
}

# left_alone PATH: a run that names what it could not read, under --quiet too, and leaves the note as it is.
left_alone() {
	run_coach 0 init_week --quiet --as-of 2026-11-18
	cmp "$week" "$BATS_TEST_TMPDIR/edited"
	stderr_has "$1: error: what stands here could not be read"
	stderr_has 'Rituals'
}

# comes_back: when all can be read again, no line stands twice, what was ticked is ticked, what was deleted is gone.
comes_back() {
	run_coach 0 init_week
	cmp "$week" "$BATS_TEST_TMPDIR/edited"
	run_coach 0 init_week --as-of 2026-11-18
	once '- [x] Weekly Client Review'
	once 'Weekly Client Review'
	file_lacks "$week" 'no metric moved'
	[ "$(grep '^- ' "$week" | sort | uniq -d)" = '' ]
}

@test "init_week: a portfolio that is away empties nothing" {
	plan_and_edit
	mv 'Client Portfolio.md' ../away.md
	left_alone 'Client Portfolio.md'
	mv ../away.md 'Client Portfolio.md'
	comes_back
}

@test "init_week: a portfolio that is away with all of the practice empties nothing" {
	plan_and_edit
	mkdir ../away && mv 'Client Portfolio.md' Clients Plans ../away
	find . -name '*.md' -not -path './Weeks/*' -not -path './.coach/*' -delete
	left_alone 'Client Portfolio.md'
}

@test "init_week: a portfolio too large to be read empties nothing" {
	plan_and_edit
	cp 'Client Portfolio.md' ../kept.md
	yes 'And so on, and so forth.' | head -c 1100000 >>'Client Portfolio.md'
	left_alone 'Client Portfolio.md'
	cp ../kept.md 'Client Portfolio.md'
	comes_back
}

@test "init_week: a portfolio that iCloud has taken off the machine empties nothing" {
	plan_and_edit
	mv 'Client Portfolio.md' '.Client Portfolio.md.icloud'
	left_alone 'Client Portfolio.md'
	mv '.Client Portfolio.md.icloud' 'Client Portfolio.md'
	comes_back
}

@test "init_week: a folder of sessions that cannot be opened empties nothing" {
	become_nobody
	plan_and_edit
	chmod 000 'Clients/Ada Example/Sessions'
	left_alone 'Clients/Ada Example/Sessions'
	chmod 755 'Clients/Ada Example/Sessions'
	comes_back
}

@test "init_week: a large note of another kind is in nobody's way" {
	run_coach 0 init_week
	yes 'An export of everything.' | head -c 1100000 >Export.md
	run_coach 0 prep_session ada
	run_coach 0 init_week --as-of 2026-11-17
	stdout_has 'Brought up to date'
	once '. ~~**Prepare [[Ada Example]]**'
}

@test "init_week: a new note says what it lacks, and gets it later" {
	mv 'Client Portfolio.md' ../away.md
	run_coach 0 init_week
	stderr_has 'these sections of Weeks/2026-W47.md lack it: Priorities, Client Focus'
	[ "$(section Rituals)" = '' ]
	mv ../away.md 'Client Portfolio.md'
	run_coach 0 init_week
	once '- [ ] Weekly Client Review'
	once '- **Contract:**'
}

@test "init_week: a note from elsewhere without its portfolio keeps what was ticked" {
	plan_and_edit
	rm -r .coach/base
	mv 'Client Portfolio.md' ../away.md
	left_alone 'Client Portfolio.md'
	mv ../away.md 'Client Portfolio.md'
	run_coach 0 init_week
	once 'Weekly Client Review'
}

# --- the note of the week --------------------------------------------------------------------------------------------

# copy_of_the_week: the week's note again, in a folder that comes first, with an hour in its log and a ritual ticked.
copy_of_the_week() {
	run_coach 0 init_week
	run_coach 0 log 1 admin
	mkdir -p Archive && sed 's/^- \[ \] Weekly Client Review/- [x] Weekly Client Review/' "$week" >"Archive/2026-W47.md"
}

@test "the week's note: of two the one at the usual path is written and read" {
	copy_of_the_week
	run_coach 0 capacity_check --json
	local alone
	alone=$(json .data.actual.hours_total)
	mv Archive ../Archive && run_coach 0 capacity_check --json
	json_is .data.actual.hours_total "$alone"
	mv ../Archive .
	run_coach 0 init_week --json --as-of 2026-11-17
	json_is .data.path "$week"
	[[ $(json '.findings[].code') == *duplicate_document* ]]
	once '- [ ] Weekly Client Review'
	run_coach 0 status --json
	json_is .data.week_note "$week"
}

@test "the week's note: a second one is named, and that its hours do not count" {
	copy_of_the_week
	run_coach 0 lint
	stdout_has 'Archive/2026-W47.md'
	stdout_has '— another note of 2026-W47; Weeks/2026-W47.md is the one that was read, and the hours here do not count'
}

@test "the week's note: one whose name and week: disagree counts for its week:, and is named" {
	copy_of_the_week
	rm Archive/2026-W47.md
	edit 's/^week: .*/week: 2026-W30/'
	run_coach 0 lint
	stdout_has 'Weeks/2026-W47.md:3:7'
	stdout_has '— the note is called 2026-W47 and says that it is of 2026-W30'
	nothing_written run_coach 4 init_week
	stderr_has "$week: this file lies where the note of 2026-W47 goes, and is not a note of that week"
	nothing_written run_coach 4 log 1 admin
}

# --- what was taken out ------------------------------------------------------------------------------------------------

@test "init_week: lines that were taken out are counted, so that up to date says what it means" {
	run_coach 0 init_week
	stderr_has "made    $week"
	[[ $stderr != *'taken out'* ]] || explain 'nothing was taken out'
	edit -e '/^- \[ \] Weekly Client Review/d' -e '/^- \[\[Tom Testcase\]\] — no metric moved/d'
	nothing_written run_coach 0 init_week
	stderr_has "$week: info: 2 generated lines are not in the note, because they were taken out"
	awk '/^## Carryover/ { skip = 1; next } /^## / { skip = 0 } !skip' "$week" >"$BATS_TEST_TMPDIR/note"
	cp "$BATS_TEST_TMPDIR/note" "$week"
	nothing_written run_coach 0 init_week
	stderr_has '5 generated lines are not in the note'
	edit 's/^- \[ \] Ben Sampleton/- [x] Ben Sampleton/'
	nothing_written run_coach 0 init_week
	stderr_has '5 generated lines are not in the note'
}

@test "init_week: a note that was emptied is planned anew" {
	run_coach 0 init_week
	cp "$week" "$BATS_TEST_TMPDIR/planned"
	: >"$week"
	run_coach 0 init_week
	stdout_has 'Planned **Weeks/2026-W47.md**'
	cmp "$week" "$BATS_TEST_TMPDIR/planned"
	printf '\n\n' >"$week"
	run_coach 0 init_week --json
	json_is .data.created true
	cmp "$week" "$BATS_TEST_TMPDIR/planned"
}

@test "init_week: a new practice is told in one line which weeks the breaker skips, and of no priorities without any" {
	cd .. && rm -r vault && lay_empty_vault
	write_note 'Client Portfolio.md' '# CLIENT PORTFOLIO' '' '## Capacity Contract' '' \
		'**The Ratio:** 50% to Direct Coaching, 30% to Business Development, 20% to Admin & CPD'
	run_coach 0 init_week --as-of 2026-11-16
	[ "$(grep -c 'circuit breaker skips' "$BATS_TEST_TMPDIR/stderr")" -eq 1 ]
	stderr_has '2026-W43, 2026-W44, 2026-W45, 2026-W46 have no Time Log row'
	stdout_lacks '## Priorities'
	stdout_has 'Nothing presses this week.'
}
