# A month of one practice, from the first client to its last Friday. What coach says at the end is counted again here,
# from the script's own ledger (tests/bats/month.bash) and nothing else.

load support
load month

setup_file() {
	mkdir "$BATS_FILE_TMPDIR/vault"
	cd "$BATS_FILE_TMPDIR/vault" || return 1
	export ledger="$BATS_FILE_TMPDIR/ledger" diary="$BATS_FILE_TMPDIR/diary"
	lay_practice
	coach init . --git --no-input >/dev/null 2>&1
	git add -A
	git commit -q -m 'My practice'
	tree_digest . | grep -v ' \./\.coach/' >"$BATS_FILE_TMPDIR/start"
	live_the_month
}

setup() {
	cd "$BATS_FILE_TMPDIR/vault" || return 1
	ledger=$BATS_FILE_TMPDIR/ledger diary=$BATS_FILE_TMPDIR/diary
	export COACH_NOW=2026-11-27
}

# The clients of the roster, by their place in it, as the ledger calls them; the first is on hold.
clients=(otto ida bo lantern mei nils)

# --- counting in the ledger ----------------------------------------------------------------------------------------

# lines PATTERN: how many there are.
lines() { grep -cE "$1" "$ledger" || true; }

# last KIND CLIENT: the day of the client's last such line.
last() { awk -v kind="$1" -v client="$2" '$1 == kind && $3 == client && $4 != "missed" { day = $2 } END { print day }' "$ledger"; }

# share PART WHOLE: in percent, with one decimal, halves rounded up.
share() { awk -v part="$1" -v whole="$2" 'BEGIN { printf "%.1f", int(1000 * part / whole + 0.5) / 10 }'; }

# worked_minutes MONDAY CATEGORY: of the week: coaching is what was held, and a quarter of an hour of preparation each.
worked_minutes() {
	awk -v from="$1" -v to="$(date -u -d "$1 + 6 days" +%F)" -v wanted="$2" '
		$2 < from || $2 > to { next }
		$1 == "session" && $4 == "held" && wanted == "coaching" { sum += $5 + 15 }
		$1 == "hours" && $3 == wanted { sum += $4 }
		END { print sum + 0 }' "$ledger"
}

# --- clients -------------------------------------------------------------------------------------------------------

@test "month: sessions held and the package used are those that took place" {
	run_coach 0 clients --json
	json_is .data.clients.length 6
	for i in 1 2 3 4 5; do
		json_is ".data.clients[$i].package_used" "$(lines "^session [^ ]+ ${clients[i]} held")"
		json_is ".data.clients[$i].last_session" "$(last session "${clients[i]}")"
	done
	json_is '.data.clients[0].status' on_hold
	json_is '.data.clients[1].next_session' 2026-12-08
	json_is '.data.clients[2].next_session' null
	json_is '.data.clients[4].next_session' 2026-11-27
	json_is '.data.clients[5].status' completed
}

@test "month: the calendar booked what names a client, and moved it where it was moved" {
	run_coach 0 session list --all --json --from 2026-10-26
	[ "$(json '.data.sessions[].date' | grep -c 2026-10-29)" -eq 1 ]
	file_has 'Clients/Lantern Cohort/Sessions/2026-10-29 Lantern Cohort.md' '16:00'
	[ "$(grep -rl Dentist Clients | wc -l)" -eq 0 ]
}

@test "month: what was agreed to and taken back stands with its day" {
	run_coach 0 consent ida --json
	i=$(json '.data.consents[].scope' | grep -n case_study | cut -d: -f1)
	read -r day answer < <(awk '$1 == "consent" { day = $2; answer = $5 } END { print day, answer }' "$ledger")
	json_is ".data.consents[$((i - 1))].status" "$answer"
	json_is ".data.consents[$((i - 1))].date" "$day"
	json_is ".data.consents[$((i - 1))].given" false
}

@test "month: find shows each line that has the word, of one client too" {
	run_coach 0 find deputy --limit 1000 --json
	[ "$(json '.data.hits[].path' | sort)" = "$(grep -rio --include='*.md' --exclude-dir=.coach '^.*deputy' . | cut -d: -f1 | cut -c3- | sort)" ]
	run_coach 0 find talk client:nils --limit 1000 --json
	[ "$(json '.data.hits[].path' | grep -c '^Clients/Nils Nowhere/')" -ge 1 ]
	[ "$(json '.data.hits[].path' | sort -u | grep -vc '^Clients/Nils Nowhere/')" -eq 0 ]
}

@test "month: who has left has a report, a place in the roster, and asks for nothing more" {
	report=$(grep -rl --include='*.md' 'Nils Nowhere' . | grep -i report)
	file_has "$report" 'The talk is had'
	run_coach 0 actions --client nils --json
	[ "$(json '.data.actions[].due' | sort | head -1)" \> 2026-11-27 ]
	run_coach 0 health --json
	[ "$(json '.data.clients[].name' | grep -c Nils)" -eq 0 ]
}

@test "month: action completion is done on time of those due, over the last three sessions" {
	run_coach 0 health --json
	for i in 1 2 4; do
		due=0 on_time=0
		while read -r _ _ day ticked; do
			[[ $day > 2026-11-27 ]] && continue
			due=$((due + 1))
			[ "$ticked" = - ] || [[ $ticked > $day ]] || on_time=$((on_time + 1))
		done < <(grep "^action ${clients[i]} " "$ledger")
		json_is ".data.clients[$((i - 1))].due" "$due"
		json_is ".data.clients[$((i - 1))].on_time" "$on_time"
		json_is ".data.clients[$((i - 1))].action_completion" "$(share "$on_time" "$due")"
	done
}

@test "month: progress is the way that a metric has come, and pace that beside the time" {
	run_coach 0 health ida --json
	json_is '.data.clients[0].metrics[0].value' "$(awk '$1 == "metric" && $3 == "ida" { value = $4 } END { print value }' "$ledger")"
	json_is '.data.clients[0].metrics[0].progress' "$(share 3 5)"
	json_is '.data.clients[0].metrics[0].expected' "$(share 32 56)" # days from 2026-10-26 to 11-27, and to 12-21
	json_is '.data.clients[0].metrics[0].pace' on_pace
	run_coach 0 health bo --json
	json_is '.data.clients[0].metrics[0].progress' 0.0
	json_is '.data.clients[0].metrics[0].pace' behind
	run_coach 0 health 韩 --json
	json_is '.data.clients[0].metrics[0].progress' "$(share 2 3)"
	json_is '.data.clients[0].metrics[0].pace' ahead
}

@test "month: who missed a session, does nothing and writes nothing is in trouble, and nobody else is" {
	run_coach 0 health --json
	[ "$(json '.data.clients[1].flags[].code' | paste -sd ' ')" = 'missed_session assignments silent' ]
	json_is '.data.clients[0].flags.length' 0
	json_is '.data.clients[3].flags.length' 0
	run_coach 0 health bo
	stdout_has "no message since 2026-10-29 ($((($(date -u -d 2026-11-27 +%s) - $(date -u -d 2026-10-29 +%s)) / 86400)) days)"
}

@test "month: the sponsor reads nothing of what was said" {
	run_coach 0 brief ida --for sponsor --since 2026-10-26
	stdout_has "Held: $(lines '^session [^ ]+ ida held') (2026-10-27, 2026-11-10, 2026-11-24)"
	stdout_lacks 'deputy'
	stdout_lacks 'Friday'
	run_coach 0 brief ida --since 2026-10-26
	stdout_has 'The deputy decided twice'
}

# --- the practice --------------------------------------------------------------------------------------------------

@test "month: hours and shares of each week are those of sessions, preparation and log" {
	for monday in 2026-10-26 2026-11-02 2026-11-09 2026-11-16; do
		run_coach 0 capacity_check --week "$monday" --as-of 2026-11-30 --json
		total=0
		for category in coaching bizdev admin; do
			total=$((total + $(worked_minutes "$monday" "$category")))
		done
		i=0
		for category in coaching bizdev admin; do
			json_is ".data.actual.categories[$i].share" "$(share "$(worked_minutes "$monday" "$category")" "$total")"
			json_is ".data.actual.categories[$i].hours" "$(share "$(worked_minutes "$monday" "$category")" 6000)"
			i=$((i + 1))
		done
	done
	json_is .data.circuit_breaker.tripped false
}

@test "month: the roster asks for two a month three times, and for one a week; there is no room for more" {
	run_coach 0 capacity_check --json
	json_is .data.demand.per_week_high "$(awk 'BEGIN { printf "%.1f", 1 + 3 * 2 * 12 / 52 }')"
	run_coach 11 onboard_client Full House --answers - <<<'cadence: weekly'
	stderr_has 'there is no room for Full House'
	stderr_has 'a programme that ends on 2026-12-17 makes room'
}

@test "month: the task that comes again stands once, on its next Friday" {
	run_coach 0 actions --json
	[ "$(json '.data.actions[].text' | grep -c '^Back up the vault')" -eq 1 ]
	json '.data.actions[].text' | grep -n '^Back up' | cut -d: -f1 | {
		read -r line
		[ "$(json ".data.actions[$((line - 1))].due")" = 2026-11-27 ]
	}
}

@test "month: the vault is well kept: no errors, a note for each week, each session closed that is over" {
	run_coach 0 lint --json
	json_is .data.errors 0
	[ "$(find Weeks -name '*.md' | wc -l)" -eq 5 ]
	[ "$(grep -l '^status: planned' Clients/*/Sessions/*.md | wc -l)" -eq 3 ] # today's, and two that are booked
	[ "$(find Clients -path '*/Sessions/*' | wc -l)" -eq $(($(lines '^session') + 3)) ]
}

@test "month: init_week brings the running week up to date once" {
	run_coach 0 init_week
	run_coach 0 init_week
	stderr_has 'already up to date'
	run_coach 0 undo
}

# --- and back ------------------------------------------------------------------------------------------------------

@test "month: taken back change by change, the practice is what it was on its first day" {
	# What the person wrote themselves is theirs to take back.
	find Clients -name Inbox.md -exec sed -i '/^- 2026-/d' {} +
	for _ in $(seq "$(grep -c '^take it back: coach undo' "$diary")"); do
		run_coach 0 undo
	done
	tree_digest . | grep -v ' \./\.coach/' | diff "$BATS_FILE_TMPDIR/start" -
}
