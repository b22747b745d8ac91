# A month of one practice, 2026-10-26 to 2026-11-27: what its coach does on each day, and a ledger of what was done, kept
# by the script alone, from which tests/bats/month.bats counts what coach says.
#
# In the ledger, fields are parted by blanks:
#	session DATE CLIENT held|missed MINUTES
#	hours DATE CATEGORY MINUTES
#	action CLIENT DUE DONE (a day, or -)
#	metric DATE CLIENT VALUE
# Clients are ida, bo, lantern (a group) and mei.

# $ledger and $diary name the two files.
# shellcheck disable=SC2154 # the bats file sets both
note() { echo "$*" >>"$ledger"; }

# shellcheck disable=SC2154
# on DATE ARGUMENT…: coach on that day; what it says goes to the diary.
on() {
	local day=$1
	shift
	echo "== $day: coach $*" >>"$diary"
	coach --as-of "$day" "$@" >>"$diary" 2>&1 || {
		echo "$day: coach $* ended with $?" >&2
		tail -n 20 "$diary" >&2
		exit 1
	}
}

# heard NAME LINE: a message that came, as the person or their mail program writes it.
heard() { printf -- '- %s\n' "$2" >>"Clients/$1/Inbox.md"; }

# worked DATE CATEGORY HOURS MINUTES WHAT
worked() {
	on "$1" log "$3" "$2" "$5" --date "$1"
	note hours "$1" "$2" "$4"
}

# --- the practice on its first day ---------------------------------------------------------------------------------

lay_practice() {
	write_note 'Client Portfolio.md' '# CLIENT PORTFOLIO' '> **Last Updated:** 2026-10-25' '' \
		'## 2. Active Roster (Capacity Board)' \
		'| Client | Engagement Type | Sessions/Month | Status | Programme End |' \
		'| :--- | :--- | :--- | :--- | :--- |' \
		'| [[Otto Onhold]] | 1-on-1 | 2/month | On Hold — until spring | 2027-06-30 |' '' \
		'## 4. The Capacity Contract' \
		'* **The Ratio:** about **60%** to Direct Coaching, **20%** to Business Development, **20%** to Admin & CPD.' \
		'* **Maximum Weekly Sessions:** 3' \
		'* **The Circuit Breaker:** over contract for two consecutive weeks, and I pause something.' '' \
		'## 5. Practice Rituals' \
		'* **Weekly Client Review (Async):** Sunday evening — the week ahead' '' \
		'## 7. Referral Network & Partners' \
		'| Partner / Contact | Role | Relationship | Comm Channel | Referral Direction | Carries Over |' \
		'| :--- | :--- | :--- | :--- | :--- | :--- |' \
		'| Paula Partner | Therapist | Colleague | Monthly call | Out | Yes |'
	write_note 'Plans/2026-Q4.md' '# Quarterly Plan: Q4 2026' '> **Last Updated:** 2026-10-01' '' \
		'**Theme:** Room for the people who are here' '## Initiatives' \
		'| Initiative | Category | Priority | Status | Effort | Due |' '| --- | --- | --- | --- | --- | --- |' \
		'| Newsletter | bizdev | low | active | 1h/week | 2026-12-18 |'
}

# onboard NAME, answers on standard input
onboard() { on 2026-10-26 onboard_client "$1" --answers -; }

take_on_clients() {
	onboard 'Ida Invented' <<-'YAML'
		type: "1:1"
		cadence: 2/month
		start: 2026-10-26
		end: 2026-12-21
		sessions: 4
		goal: Leave the shop alone for a week
		outcome: The shop runs a week without her
		async: Email, within 24 hours
		metrics: ["Days away: 0 -> 5 by 2026-12-21"]
		consent: {ai: "yes", recording: "no"}
	YAML
	onboard 'Bo Beispiel' <<-'YAML'
		type: "1:1"
		cadence: 2/month
		start: 2026-10-26
		end: 2027-01-29
		sessions: 6
		goal: A team that sells without him
		metrics: ["Deals closed by others: 10% -> 50% by 2027-01-29"]
	YAML
	onboard 'Lantern Cohort' <<-'YAML'
		type: Group
		cadence: 8 sessions total, weekly
		start: 2026-10-26
		end: 2026-12-17
		sessions: 8
		length: 90 minutes
		goal: Each hands over one task for good
		metrics: ["Tasks handed over: 0 -> 3 by 2026-12-17"]
	YAML
	onboard '韩梅梅' <<-'YAML'
		type: "1:1"
		cadence: 每月 2 次
		start: 2026-10-26
		end: 2027-02-26
		sessions: 8
		goal: 在会议上被听见
		metrics: ["每周发言次数: 1 -> 4 by 2027-02-26"]
	YAML
}

# --- sessions ------------------------------------------------------------------------------------------------------

# held DATE CLIENT MINUTES, answers on standard input
held() {
	on "$1" prep_session "$2" --date "$1"
	on "$1" close_session "$2" --date "$1" --answers -
	note session "$1" "${2/韩/mei}" held "$3"
}

ida_first() {
	held 2026-10-27 ida 60 <<-'YAML'
		summary: She named what only she can do. It is less than she thought.
		actions: ["Name a deputy by 2026-11-03", "Write the list of keys by 2026-11-09"]
		metrics: {Days away: "1"}
		next: 2026-11-10 10:00
		focus: What the deputy may decide
	YAML
	note action ida 2026-11-03 2026-11-03
	note action ida 2026-11-09 2026-11-09
	note metric 2026-10-27 ida 1
}

ida_second() {
	held 2026-11-10 ida 60 <<-'YAML'
		summary: The deputy decided twice, once against her taste.
		actions: ["Take a Friday off by 2026-11-20"]
		metrics: {Days away: "2"}
		next: 2026-11-24 10:00
		focus: A whole week
	YAML
	note action ida 2026-11-20 2026-11-22
	note metric 2026-11-10 ida 2
}

ida_third() {
	held 2026-11-24 ida 60 <<-'YAML'
		summary: The Friday cost nothing. The week is in the calendar.
		actions: ["Tell the staff by 2026-12-01"]
		metrics: {Days away: "3"}
		next: 2026-12-08 10:00
	YAML
	note action ida 2026-12-01 -
	note metric 2026-11-24 ida 3
}

bo_first() {
	held 2026-10-28 bo 60 <<-'YAML'
		summary: He wants it, and closes the next deal himself on Friday.
		actions: ["Give one account away by 2026-11-04", "Ask two customers by 2026-11-05"]
		metrics: {Deals: "10%"}
		next: 2026-11-11 14:00
	YAML
	note action bo 2026-11-04 -
	note action bo 2026-11-05 -
	note metric 2026-10-28 bo 10%
}

bo_missed() {
	on 2026-11-11 close_session bo --date 2026-11-11 --as missed --no-input
	note session 2026-11-11 bo missed 60
}

mei_first() {
	held 2026-10-30 韩 60 <<-'YAML'
		summary: 三句话，然后停下来。
		actions: ["写下三句话 by 2026-11-06"]
		metrics: {每周发言次数: "2"}
		next: 2026-11-13 09:00
	YAML
	note action mei 2026-11-06 2026-11-06
	note metric 2026-10-30 mei 2
}

mei_second() {
	held 2026-11-13 韩 60 <<-'YAML'
		summary: 她在会议上说了两次，有人记了下来。
		actions: ["在周会上先发言 by 2026-11-20"]
		metrics: {每周发言次数: "3"}
		next: 2026-11-27 09:00
	YAML
	note action mei 2026-11-20 2026-11-19
	note metric 2026-11-13 mei 3
}

# evening DATE NEXT VALUE ABSENT: the group's; NEXT - for none, ABSENT the one who is not there, or nobody.
evening() {
	local who there=
	for who in 'Eva Entwurf' 'Sam Probe' 'Noa Template'; do
		[ "$who" = "$4" ] || there="$there${there:+, }\"$who\""
	done
	held "$1" lantern 90 <<-YAML
		summary: One task each, one rung higher.
		actions: ["Move one task up a rung by $(date -u -d "$1 + 6 days" +%F)"]
		metrics: {Tasks: "$3"}
		attended: [$there]
		next: "$2"
	YAML
	note metric "$1" lantern "$3"
}

# --- the days ------------------------------------------------------------------------------------------------------

# tick CLIENT DATE TEXT
tick() { on "$2" 'done' "$3"; }

day_2026_10_26() {
	take_on_clients
	on 2026-10-26 session add ida 2026-10-27 10:00
	on 2026-10-26 session add bo 2026-10-28 14:00
	on 2026-10-26 session add lantern 2026-10-29 16:00
	on 2026-10-26 session add 韩 2026-10-30 09:00
	on 2026-10-26 add 'Back up the vault 🔁 every week' --due 2026-10-30
}
day_2026_10_27() { ida_first; }
day_2026_10_28() { bo_first; }
day_2026_10_29() {
	evening 2026-10-29 '2026-11-05 16:00' 0 nobody
	heard 'Bo Beispiel' '2026-10-29 18:20 ← [email] Closed it myself. Sorry.'
	heard 'Ida Invented' '2026-10-29 20:01 ← [email] The deputy said yes.'
}
day_2026_10_30() {
	mei_first
	on 2026-10-30 'done' 'Back up the vault'
	worked 2026-10-30 bizdev 1.5 90 newsletter
	worked 2026-10-30 admin 1:30 90 invoices
}
day_2026_11_03() { on 2026-11-03 'done' 'Name a deputy'; }
day_2026_11_04() {
	checked_in 'Ida Invented' 2026-11-04
	checked_in 'Bo Beispiel' 2026-11-04
	checked_in '韩梅梅' 2026-11-04
	on 2026-11-04 touch ida check_in
}
day_2026_11_05() {
	evening 2026-11-05 '2026-11-12 16:00' 1 nobody
	heard '韩梅梅' '2026-11-05 09:10 ← [wechat] 今天我说了三句话。'
}
day_2026_11_06() {
	on 2026-11-06 'done' '写下三句话'
	on 2026-11-06 'done' 'Back up the vault'
	worked 2026-11-06 bizdev 0.5 30 calls
	worked 2026-11-06 admin 30m 30 filing
}
day_2026_11_09() { on 2026-11-09 'done' 'list of keys'; }
day_2026_11_10() { ida_second; }
day_2026_11_11() { bo_missed; }
day_2026_11_12() { evening 2026-11-12 '2026-11-19 16:00' 1 'Eva Entwurf'; }
day_2026_11_13() {
	mei_second
	on 2026-11-13 'done' 'Back up the vault'
	worked 2026-11-13 bizdev 1 60 newsletter
	worked 2026-11-13 admin 1.25 75 supervision
}
day_2026_11_18() {
	checked_in 'Ida Invented' 2026-11-18
	checked_in '韩梅梅' 2026-11-18
}
day_2026_11_19() {
	evening 2026-11-19 '2026-11-26 16:00' 2 nobody
	on 2026-11-19 'done' '在周会上先发言'
	heard '韩梅梅' '2026-11-19 11:40 ← [wechat] 我先发言了！'
	heard 'Lantern Cohort' '2026-11-19 21:00 ← [email] Sam: the ladder works.'
}
day_2026_11_20() {
	on 2026-11-20 'done' 'Back up the vault'
	worked 2026-11-20 bizdev 0:30 30 calls
	worked 2026-11-20 admin 30m 30 filing
}
day_2026_11_22() {
	on 2026-11-22 'done' 'Friday off'
	heard 'Ida Invented' '2026-11-22 19:00 ← [email] It was a good Friday.'
}
day_2026_11_24() { ida_third; }
day_2026_11_26() { evening 2026-11-26 '2026-12-03 16:00' 3 nobody; }
day_2026_11_27() {
	on 2026-11-27 prep_session 韩 --date 2026-11-27
	worked 2026-11-27 bizdev 0.5 30 newsletter
	worked 2026-11-27 admin 1 60 invoices
}

# What was planned for the first thirty days is done when it is due, on the Thursday before at the latest.
first_thirty_days() {
	local step=$1 day=$2 who
	for who in 'Ida Invented' 'Bo Beispiel' 'Lantern Cohort' '韩梅梅'; do
		on "$day" 'done' "$step $who"
	done
}

# The check-ins that close_session put down for the coach.
checked_in() { on "$2" 'done' "Check in with $1"; }

# The whole month. Mondays begin with the week's plan.
live_the_month() {
	local day=2026-10-26
	while [[ ! $day > 2026-11-27 ]]; do
		[ "$(date -u -d "$day" +%u)" -ne 1 ] || [ "$day" = 2026-10-26 ] || on "$day" init_week
		case $day in
		2026-10-28) first_thirty_days Alignment "$day" ;;
		2026-11-02) first_thirty_days Information "$day" ;;
		2026-11-06) first_thirty_days 'Working model' "$day" ;;
		2026-11-16) first_thirty_days 'First value' "$day" ;;
		2026-11-25) first_thirty_days 'Review the first' "$day" ;;
		esac
		[ "$(date -u -d "$day" +%u)" -gt 5 ] || on "$day" init_day
		if declare -F "day_${day//-/_}" >/dev/null; then
			"day_${day//-/_}"
		fi
		[ "$day" != 2026-10-26 ] || on "$day" init_week
		[ "$(date -u -d "$day" +%u)" -gt 5 ] || on "$day" shutdown_day
		[ "$(date -u -d "$day" +%u)" -ne 5 ] || on "$day" shutdown_week
		day=$(date -u -d "$day + 1 day" +%F)
	done
}
