# Completion for coach in fish; written by `make generate`.

function __coach_is
	set -l words (__coach_words)
	test (string replace -a -- - _ "$words[1]") = $argv[1]
	and begin
		not set -q argv[2]
		or test (count $words) $argv[2..3]
	end
end

function __coach_needs_command
	test (count (__coach_words)) -eq 0
end

function __coach_clients
	coach completions --clients 2>/dev/null
end

function __coach_words
	set -l skip no
	for word in (commandline -opc)[2..-1]
		if test $skip = yes
			set skip no
		else if contains -- $word --vault -C --as-of --color --template -t --format -f --client -c --date -d --client -c --due -d --owner -w --client -c --due -d --owner -w --client -c --date -d --limit -l --client -c --minutes -m --from --to --client -c --answers -a --override --date -d --date -d --notes --answers -a --as -s --minutes -m --for -f --since -s --date -d --lang -l --format -f --set -s --agreement -a --date -d --week --weeks
			set skip yes
		else if not string match -q -- '-?*' $word
			echo $word
		end
	end
end

complete -c coach -f
complete -c coach -s C -l vault -r -f -a '(__fish_complete_directories)' -d 'Work on this vault instead of the one around here'
complete -c coach -l json -d 'Write one JSON object'
complete -c coach -s n -l dry-run -d 'Write nothing; print what would change as a unified diff'
complete -c coach -l as-of -r -f -d 'Take this for now: 2026-11-20, 2026-11-20T09:30, yesterday'
complete -c coach -s y -l yes -d 'For commands that ask: answer every question with yes'
complete -c coach -l no-input -d 'Ask nothing; fail where an answer is needed'
complete -c coach -s q -l quiet -d 'Say nothing but the result and errors'
complete -c coach -l color -r -f -a 'auto always never' -d 'Colours'
complete -c coach -l exit-code -d 'Exit with status 1 where there are errors or warnings'
complete -c coach -l allow-mass-change -d 'Let a change touch more than a fifth of the vault'
complete -c coach -s h -l help -d 'Show what a command does and takes'
complete -c coach -l version -d 'Show the version'
complete -c coach -n __coach_needs_command -a init -d 'Make a folder a vault'
complete -c coach -n __coach_needs_command -a status -d 'Show the day and the vault at a glance'
complete -c coach -n __coach_needs_command -a lint -d 'Name every problem in the notes, with its place'
complete -c coach -n __coach_needs_command -a log -d 'Log hours in the week\'s Time Log'
complete -c coach -n __coach_needs_command -a actions -d 'List the actions of all notes'
complete -c coach -n __coach_needs_command -a add -d 'Add an action to the week'
complete -c coach -n __coach_needs_command -a done -d 'Tick an action, or a milestone'
complete -c coach -n __coach_needs_command -a find -d 'Search all notes'
complete -c coach -n __coach_needs_command -a history -d 'List what coach changed'
complete -c coach -n __coach_needs_command -a diff -d 'Show what an entry of the history changed'
complete -c coach -n __coach_needs_command -a undo -d 'Take back what a command changed'
complete -c coach -n __coach_needs_command -a redo -d 'Bring back what undo took back'
complete -c coach -n __coach_needs_command -a config -d 'Show and change the vault\'s settings'
complete -c coach -n __coach_needs_command -a init_week -d 'Plan a week: priorities, clients, rituals, capacity'
complete -c coach -n __coach_needs_command -a init_day -d 'Plan a day: sessions, top three, what is due'
complete -c coach -n __coach_needs_command -a shutdown_day -d 'Close a day: what was done, carried over, blocked'
complete -c coach -n __coach_needs_command -a shutdown_week -d 'Close a week: contract and actual, planned and done'
complete -c coach -n __coach_needs_command -a session -d 'Book, move, cancel, list and import sessions'
complete -c coach -n __coach_needs_command -a onboard_client -d 'Take on a client: room first, then engagement, roster, plan'
complete -c coach -n __coach_needs_command -a prep_session -d 'Prepare a client\'s next session'
complete -c coach -n __coach_needs_command -a close_session -d 'Close a session: summary, actions, figures, what comes next'
complete -c coach -n __coach_needs_command -a clients -d 'Show the roster, and how each client stands'
complete -c coach -n __coach_needs_command -a client -d 'Show all that the files tell of one client'
complete -c coach -n __coach_needs_command -a health -d 'Show how clients are doing, and what tells so'
complete -c coach -n __coach_needs_command -a offboard_client -d 'End an engagement: final report, roster, what comes after'
complete -c coach -n __coach_needs_command -a brief -d 'One client\'s record for a reader: client, sponsor, supervisor, coach'
complete -c coach -n __coach_needs_command -a touch -d 'Draft a message to a client, or list those that are due'
complete -c coach -n __coach_needs_command -a consent -d 'Show or record what a client agreed to'
complete -c coach -n __coach_needs_command -a capacity_check -d 'Compare contracted and actual capacity'
complete -c coach -n __coach_needs_command -a help -d 'Explain coach, one of its commands, or a topic'
complete -c coach -n __coach_needs_command -a completions -d 'Print a shell\'s completion script'
complete -c coach -n __coach_needs_command -a version -d 'Show the version'
complete -c coach -n '__coach_is init -eq 1' -f -a '(__fish_complete_directories)' -d 'The folder to make a vault of (default: this one)'
complete -c coach -n '__coach_is init' -s t -l template -r -f -a 'auto practice executive both' -d 'What to lay; auto lays the practice in an empty folder and nothing beside existing notes'
complete -c coach -n '__coach_is init' -l git -d 'Make a git repository unless the folder lies inside one (the default)'
complete -c coach -n '__coach_is init' -l no-git -d 'Make no git repository'
complete -c coach -n '__coach_is lint' -s f -l format -r -f -a 'text gcc json' -d 'For people (the default), for editors, for programs'
complete -c coach -n '__coach_is lint -ge 1' -F -d 'Notes or folders to check alone; `-` reads one note from standard input'
complete -c coach -n '__coach_is log' -s c -l client -r -f -a '(__coach_clients)' -d 'The client, by any part of the name'
complete -c coach -n '__coach_is log' -s d -l date -r -f -d 'The day of the work (default: today)'
complete -c coach -n '__coach_is actions' -s c -l client -r -f -a '(__coach_clients)' -d 'Those of one client, by any part of the name'
complete -c coach -n '__coach_is actions' -s d -l due -r -f -d 'Those due on that day or before'
complete -c coach -n '__coach_is actions' -s o -l overdue -d 'Those open and due before today'
complete -c coach -n '__coach_is actions' -s w -l owner -r -f -a 'any client coach' -d 'Whose they are to do'
complete -c coach -n '__coach_is actions' -s a -l all -d 'Also those done, cancelled and forwarded'
complete -c coach -n '__coach_is add' -s c -l client -r -f -a '(__coach_clients)' -d 'The client it is for, by any part of the name'
complete -c coach -n '__coach_is add' -s d -l due -r -f -d 'By when'
complete -c coach -n '__coach_is add' -s w -l owner -r -f -a 'coach client' -d 'Whose it is to do (default: coach)'
complete -c coach -n '__coach_is done' -s c -l client -r -f -a '(__coach_clients)' -d 'Among those of one client'
complete -c coach -n '__coach_is done' -s d -l date -r -f -d 'The day it was done (default: today)'
complete -c coach -n '__coach_is done' -l once -d 'Where it says when it comes again: not this time'
complete -c coach -n '__coach_is find' -s l -l limit -r -f -d 'At most so many lines (default: 20)'
complete -c coach -n '__coach_is history' -s c -l client -r -f -a '(__coach_clients)' -d 'Only what changed notes of this client'
complete -c coach -n '__coach_is history -eq 1' -F -d 'Only what changed this note or folder, also one that is gone'
complete -c coach -n '__coach_is config' -s u -l unset -d 'Take the setting back to its default'
complete -c coach -n '__coach_is config' -l reference -d 'Print the manual of all settings as Markdown'
complete -c coach -n '__coach_is config -eq 1' -f -a 'version timezone paths.portfolio paths.engagement paths.session paths.inbox paths.week paths.day paths.plan paths.report paths.decision paths.draft paths.career paths.goals paths.templates paths.archive formats.week formats.sunday_weeks formats.day log.default_category capacity.prep_minutes capacity.elevated_points capacity.breached_points capacity.breaker_weeks capacity.breaker_lookback capacity.trend_weeks capacity.min_hours session.minutes health.stalled_days health.silent_days health.late_actions health.pace_points messages.name messages.email messages.language history.enabled history.dir history.ref history.kept notes.most_bytes' -d 'The setting'
complete -c coach -n '__coach_is session -eq 1' -f -a 'add move cancel list import' -d 'Book, move, cancel or list sessions, or import them from a calendar'
complete -c coach -n '__coach_is session -eq 2' -f -a '(__coach_clients)' -d 'The client, by any part of the name; import: the file (.ics), or `-` for standard input'
complete -c coach -n '__coach_is session' -s m -l minutes -r -f -d 'add: how long it takes (default: the engagement\'s Meeting Length)'
complete -c coach -n '__coach_is session' -l from -r -f -d 'move, cancel: the day of the session (default: the next one); list, import: the first day (default: today)'
complete -c coach -n '__coach_is session' -l to -r -f -d 'list, import: the last day (default: four weeks of days; import: twelve)'
complete -c coach -n '__coach_is session' -s c -l client -r -f -a '(__coach_clients)' -d 'list: this client\'s alone'
complete -c coach -n '__coach_is session' -s a -l all -d 'list: all that were ever booked, whatever became of them'
complete -c coach -n '__coach_is onboard_client' -s a -l answers -r -F -d 'Answers to all questions as YAML, `-` for standard input'
complete -c coach -n '__coach_is onboard_client' -l override -r -f -d 'Take the client although there is no room; the reason goes on record as a decision'
complete -c coach -n '__coach_is prep_session -eq 1' -f -a '(__coach_clients)' -d 'The client: any part of the name that is clear enough'
complete -c coach -n '__coach_is prep_session' -s d -l date -r -f -d 'The session\'s day; where none is booked, it is (default: the next planned one)'
complete -c coach -n '__coach_is close_session -eq 1' -f -a '(__coach_clients)' -d 'The client: any part of the name that is clear enough'
complete -c coach -n '__coach_is close_session' -s d -l date -r -f -d 'The session\'s day (default: that of the last one up to today)'
complete -c coach -n '__coach_is close_session' -l notes -r -F -d 'Your notes of the session, `-` for standard input; headings such as Summary part them'
complete -c coach -n '__coach_is close_session' -s a -l answers -r -F -d 'Answers to all questions as YAML, `-` for standard input'
complete -c coach -n '__coach_is close_session' -s s -l as -r -f -a 'auto held missed cancelled' -d 'What became of it (default: what the answers or the note say; held where they tell of it)'
complete -c coach -n '__coach_is close_session' -s m -l minutes -r -f -d 'How long it took, in minutes'
complete -c coach -n '__coach_is close_session' -l next-phase -d 'Write the phase that is proposed into Current Phase'
complete -c coach -n '__coach_is client -eq 1' -f -a '(__coach_clients)' -d 'The client: any part of the name that is clear enough'
complete -c coach -n '__coach_is health -eq 1' -f -a '(__coach_clients)' -d 'One client, by any part of the name (default: all who are active)'
complete -c coach -n '__coach_is offboard_client -eq 1' -f -a '(__coach_clients)' -d 'The client: any part of the name that is clear enough'
complete -c coach -n '__coach_is brief -eq 1' -f -a '(__coach_clients)' -d 'The client: any part of the name that is clear enough'
complete -c coach -n '__coach_is brief' -s f -l for -r -f -a 'client sponsor supervisor human_coach' -d 'Who reads it (default: client)'
complete -c coach -n '__coach_is brief' -s s -l since -r -f -d 'The first day that is reported on (default: the last 30 days; for another coach all of it)'
complete -c coach -n '__coach_is touch -eq 1' -f -a '(__coach_clients)' -d 'The client, by any part of the name (default: all who are active)'
complete -c coach -n '__coach_is touch -eq 2' -f -a 'due reminder summary check_in resource welcome' -d 'The message to draft (default: what is due is listed)'
complete -c coach -n '__coach_is touch' -s d -l date -r -f -d 'The session\'s day (default: the next planned one for a reminder, else the last one held)'
complete -c coach -n '__coach_is touch' -s l -l lang -r -f -a 'auto en de zh' -d 'The message\'s language (default: the engagement\'s Language, else messages.language)'
complete -c coach -n '__coach_is touch' -s f -l format -r -f -a 'eml md' -d 'A mail that mail programs open, or a note'
complete -c coach -n '__coach_is touch' -s p -l print -d 'Print the message, and write no draft'
complete -c coach -n '__coach_is consent -eq 1' -f -a '(__coach_clients)' -d 'The client, by any part of the name'
complete -c coach -n '__coach_is consent' -s s -l set -r -f -a 'show yes no withdrawn' -d 'What the client said'
complete -c coach -n '__coach_is consent' -s a -l agreement -r -f -d 'Where it is on record: a mail, a contract'
complete -c coach -n '__coach_is consent' -s d -l date -r -f -d 'When it was said (default: today)'
complete -c coach -n '__coach_is capacity_check' -l week -r -f -d 'The week to check (default: the running week)'
complete -c coach -n '__coach_is capacity_check' -l weeks -r -f -d 'How many weeks ahead to show (default: 4)'
complete -c coach -n '__coach_is help -eq 1' -f -a 'init status lint log actions add done find history diff undo redo config init_week init_day shutdown_day shutdown_week session onboard_client prep_session close_session clients client health offboard_client brief touch consent capacity_check help completions version' -d 'The command, or the topic, to explain'
complete -c coach -n '__coach_is help' -l man -d 'Print the source of the manual page'
complete -c coach -n '__coach_is help' -l schema -d 'Print the JSON Schema of the command\'s --json output'
complete -c coach -n '__coach_is help' -l reference -d 'Print the reference of all commands as Markdown'
complete -c coach -n '__coach_is help' -l names -d 'Print the commands\' names alone'
complete -c coach -n '__coach_is completions -eq 1' -f -a 'bash zsh fish' -d 'The shell it is for (default: bash)'
complete -c coach -n '__coach_is completions' -l clients -d 'Print the roster\'s names, one a line, as the scripts ask for them'
