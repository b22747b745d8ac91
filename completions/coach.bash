# Completion for coach in bash; written by `make generate`.

_coach_words() {
	local word
	while IFS= read -r word; do
		COMPREPLY+=("$word")
	done < <(compgen -W "$1" -- "$cur")
}

_coach_paths() {
	local path
	while IFS= read -r path; do
		COMPREPLY+=("$path")
	done < <(compgen "$1" -- "$cur")
	compopt -o filenames 2>/dev/null
}

_coach_clients() {
	local name
	while IFS= read -r name; do
		[[ $name == "$cur"* ]] && COMPREPLY+=("$(printf '%q' "$name")")
	done < <(coach completions --clients 2>/dev/null)
}

_coach() {
	local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' i count=0
	COMPREPLY=()
	# Bash cuts --name=value at the equals sign.
	if [[ $cur == = ]]; then
		cur=''
	elif [[ $prev == = ]] && ((COMP_CWORD > 2)); then
		prev=${COMP_WORDS[COMP_CWORD - 2]}
	fi
	for ((i = 1; i < COMP_CWORD; i++)); do
		case $command:${COMP_WORDS[i]} in
		*:--vault | *:-C | *:--as-of | *:--color | init:--template | init:-t | lint:--format | lint:-f | log:--client | log:-c | log:--date | log:-d | actions:--client | actions:-c | actions:--due | actions:-d | actions:--owner | actions:-w | add:--client | add:-c | add:--due | add:-d | add:--owner | add:-w | done:--client | done:-c | done:--date | done:-d | find:--limit | find:-l | history:--client | history:-c | session:--minutes | session:-m | session:--from | session:--to | session:--client | session:-c | onboard_client:--answers | onboard_client:-a | onboard_client:--override | prep_session:--date | prep_session:-d | close_session:--date | close_session:-d | close_session:--notes | close_session:--answers | close_session:-a | close_session:--as | close_session:-s | close_session:--minutes | close_session:-m | brief:--for | brief:-f | brief:--since | brief:-s | touch:--date | touch:-d | touch:--lang | touch:-l | touch:--format | touch:-f | consent:--set | consent:-s | consent:--agreement | consent:-a | consent:--date | consent:-d | capacity_check:--week | capacity_check:--weeks)
			[[ ${COMP_WORDS[i + 1]} == = ]] && ((i++))
			((i++))
			;;
		*:-?*) ;;
		:*) command=${COMP_WORDS[i]//-/_} ;;
		*) ((count++)) ;;
		esac
	done
	case $command:$prev in
	init:--template | init:-t)
		_coach_words 'auto practice executive both'
		return
		;;
	lint:--format | lint:-f)
		_coach_words 'text gcc json'
		return
		;;
	log:--client | log:-c)
		_coach_clients
		return
		;;
	log:--date | log:-d)
		:
		return
		;;
	actions:--client | actions:-c)
		_coach_clients
		return
		;;
	actions:--due | actions:-d)
		:
		return
		;;
	actions:--owner | actions:-w)
		_coach_words 'any client coach'
		return
		;;
	add:--client | add:-c)
		_coach_clients
		return
		;;
	add:--due | add:-d)
		:
		return
		;;
	add:--owner | add:-w)
		_coach_words 'coach client'
		return
		;;
	done:--client | done:-c)
		_coach_clients
		return
		;;
	done:--date | done:-d)
		:
		return
		;;
	find:--limit | find:-l)
		:
		return
		;;
	history:--client | history:-c)
		_coach_clients
		return
		;;
	session:--minutes | session:-m)
		:
		return
		;;
	session:--from)
		:
		return
		;;
	session:--to)
		:
		return
		;;
	session:--client | session:-c)
		_coach_clients
		return
		;;
	onboard_client:--answers | onboard_client:-a)
		_coach_paths -f
		return
		;;
	onboard_client:--override)
		:
		return
		;;
	prep_session:--date | prep_session:-d)
		:
		return
		;;
	close_session:--date | close_session:-d)
		:
		return
		;;
	close_session:--notes)
		_coach_paths -f
		return
		;;
	close_session:--answers | close_session:-a)
		_coach_paths -f
		return
		;;
	close_session:--as | close_session:-s)
		_coach_words 'auto held missed cancelled'
		return
		;;
	close_session:--minutes | close_session:-m)
		:
		return
		;;
	brief:--for | brief:-f)
		_coach_words 'client sponsor supervisor human_coach'
		return
		;;
	brief:--since | brief:-s)
		:
		return
		;;
	touch:--date | touch:-d)
		:
		return
		;;
	touch:--lang | touch:-l)
		_coach_words 'auto en de zh'
		return
		;;
	touch:--format | touch:-f)
		_coach_words 'eml md'
		return
		;;
	consent:--set | consent:-s)
		_coach_words 'show yes no withdrawn'
		return
		;;
	consent:--agreement | consent:-a)
		:
		return
		;;
	consent:--date | consent:-d)
		:
		return
		;;
	capacity_check:--week)
		:
		return
		;;
	capacity_check:--weeks)
		:
		return
		;;
	*:--vault | *:-C)
		_coach_paths -d
		return
		;;
	*:--as-of)
		:
		return
		;;
	*:--color)
		_coach_words 'auto always never'
		return
		;;
	esac
	if [[ $cur == -* ]]; then
		local options=''
		case $command in
		init) options=' --template --git --no-git' ;;
		lint) options=' --format' ;;
		log) options=' --client --date' ;;
		actions) options=' --client --due --overdue --owner --all' ;;
		add) options=' --client --due --owner' ;;
		done) options=' --client --date --once' ;;
		find) options=' --limit' ;;
		history) options=' --client' ;;
		config) options=' --unset --reference' ;;
		session) options=' --minutes --from --to --client --all' ;;
		onboard_client) options=' --answers --override' ;;
		prep_session) options=' --date' ;;
		close_session) options=' --date --notes --answers --as --minutes --next-phase' ;;
		brief) options=' --for --since' ;;
		touch) options=' --date --lang --format --print' ;;
		consent) options=' --set --agreement --date' ;;
		capacity_check) options=' --week --weeks' ;;
		help) options=' --man --schema --reference --names' ;;
		completions) options=' --clients' ;;
		esac
		_coach_words "$options --vault --json --dry-run --as-of --yes --no-input --quiet --color --exit-code --allow-mass-change --help --version"
		return
	fi
	case $command:$((count + 1)) in
	:*)
		_coach_words 'init status lint log actions add done find history diff undo redo config init_week init_day shutdown_day shutdown_week session onboard_client prep_session close_session clients client health offboard_client brief touch consent capacity_check help completions version'
		;;
	init:1)
		_coach_paths -d
		;;
	lint:*)
		_coach_paths -f
		;;
	log:1)
		:
		;;
	log:2)
		:
		;;
	log:*)
		:
		;;
	add:*)
		:
		;;
	done:*)
		:
		;;
	find:*)
		:
		;;
	history:1)
		_coach_paths -f
		;;
	diff:1)
		:
		;;
	undo:1)
		:
		;;
	redo:1)
		:
		;;
	config:1)
		_coach_words 'version timezone paths.portfolio paths.engagement paths.session paths.inbox paths.week paths.day paths.plan paths.report paths.decision paths.draft paths.career paths.goals paths.templates formats.week formats.sunday_weeks formats.day log.default_category capacity.prep_minutes capacity.elevated_points capacity.breached_points capacity.breaker_weeks capacity.breaker_lookback capacity.trend_weeks capacity.min_hours session.minutes health.stalled_days health.silent_days health.late_actions health.pace_points messages.name messages.email messages.language history.enabled history.dir history.ref history.kept notes.most_bytes'
		;;
	config:2)
		:
		;;
	init_week:1)
		:
		;;
	init_day:1)
		:
		;;
	shutdown_day:1)
		:
		;;
	shutdown_week:1)
		:
		;;
	session:1)
		_coach_words 'add move cancel list import'
		;;
	session:2)
		_coach_clients
		;;
	session:*)
		:
		;;
	onboard_client:*)
		:
		;;
	prep_session:1)
		_coach_clients
		;;
	close_session:1)
		_coach_clients
		;;
	client:1)
		_coach_clients
		;;
	health:1)
		_coach_clients
		;;
	offboard_client:1)
		_coach_clients
		;;
	brief:1)
		_coach_clients
		;;
	touch:1)
		_coach_clients
		;;
	touch:2)
		_coach_words 'due reminder summary check_in resource welcome'
		;;
	consent:1)
		_coach_clients
		;;
	consent:2)
		:
		;;
	capacity_check:1)
		:
		;;
	help:1)
		_coach_words 'init status lint log actions add done find history diff undo redo config init_week init_day shutdown_day shutdown_week session onboard_client prep_session close_session clients client health offboard_client brief touch consent capacity_check help completions version'
		;;
	completions:1)
		_coach_words 'bash zsh fish'
		;;
	esac
}

complete -F _coach coach
