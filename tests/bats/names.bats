#!/usr/bin/env bats
# Clients by names as they are typed: with their marks, without, and with umlauts spelled out.
load support

setup() {
	lay_empty_vault
	write_note 'Client Portfolio.md' '# Client Portfolio' '## Active Roster' \
		'| Client | Sessions/Month | Status |' '| --- | --- | --- |' \
		'| Jürgen Muster | 2/month | Active |' '| Zoë Mockup | 2/month | Active |' \
		'| Zoé Dummy | 2/month | Active |' '| François Exemple | 2/month | Active |' \
		'| Jurgita Sample | 2/month | Active |' '| Müller Probe | 2/month | Active |' \
		'| Muller Other | 2/month | Active |'
	for note in 'Jürgen Muster' 'Zoë Mockup' 'Zoé Dummy' 'François Exemple' 'Jurgita Sample' 'Müller Probe' \
		'Muller Other'; do
		write_note "$note.md" '---' 'type: session' "client: $note" 'date: 2026-11-20' '---' "# Session"
	done
}

# The client that the name finds.
finds() {
	run_coach 0 session list --client "$1" --as-of 2026-11-18 --json
	json_is '.data.sessions[0].client' "$2"
	json_is '.data.sessions.length' 1
}

@test "names: a client is found without the marks of the name" {
	finds Jurgen 'Jürgen Muster'
	finds francois 'François Exemple'
	finds 'zoe mockup' 'Zoë Mockup'
}

@test "names: umlauts may be spelled out" {
	finds Juergen 'Jürgen Muster'
	finds Mueller 'Müller Probe'
}

@test "names: a name as it is written wins over one without its marks" {
	finds Muller 'Muller Other'
	finds Müller 'Müller Probe'
	finds Jurg 'Jurgita Sample'
}

@test "names: several clients that fit without their marks are listed" {
	run_coach 3 session list --client Zoe
	stderr_has '"Zoe" fits 2 clients'
	stderr_has 'Zoë Mockup, Zoé Dummy'
}
