#include "vault/configuration.h"

#define AT(field) offsetof(struct configuration, field)
/* A field of the wrong type does not compile. */
#define TYPED(field, type) (AT(field) + 0 * sizeof((type *)0 == &((struct configuration *)0)->field))

#define TEXT(name, field, fallback, help)                                                                              \
	{                                                                                                              \
		name, SETTING_TEXT, TYPED(field, const char *), fallback, help, 0, 0                                   \
	}
#define ZONE(name, field, fallback, help)                                                                              \
	{                                                                                                              \
		name, SETTING_ZONE, TYPED(field, const char *), fallback, help, 0, 0                                   \
	}
#define CATEGORY(name, field, fallback, help)                                                                          \
	{                                                                                                              \
		name, SETTING_CATEGORY, TYPED(field, const char *), fallback, help, 0, 0                               \
	}
#define LANGUAGE(name, field, fallback, help)                                                                          \
	{                                                                                                              \
		name, SETTING_LANGUAGE, TYPED(field, const char *), fallback, help, 0, 0                               \
	}
#define NOTE(name, field, fallback, help)                                                                              \
	{                                                                                                              \
		name, SETTING_NOTE, TYPED(field, const char *), fallback, help, 0, 0                                   \
	}
#define FOLDER(name, field, fallback, help)                                                                            \
	{                                                                                                              \
		name, SETTING_FOLDER, TYPED(field, const char *), fallback, help, 0, 0                                 \
	}
#define OUTSIDE(name, field, fallback, help)                                                                           \
	{                                                                                                              \
		name, SETTING_OUTSIDE, TYPED(field, const char *), fallback, help, 0, 0                                \
	}
#define REF(name, field, fallback, help)                                                                               \
	{                                                                                                              \
		name, SETTING_REF, TYPED(field, const char *), fallback, help, 0, 0                                    \
	}
#define INTEGER(name, field, fallback, least, most, help)                                                              \
	{                                                                                                              \
		name, SETTING_INTEGER, TYPED(field, int), fallback, help, least, most                                  \
	}
#define HOURS(name, field, fallback, least, most, help)                                                                \
	{                                                                                                              \
		name, SETTING_HOURS, TYPED(field, int), fallback, help, least, most                                    \
	}
#define SIZE(name, field, fallback, least, most, help)                                                                 \
	{                                                                                                              \
		name, SETTING_SIZE, TYPED(field, long long), fallback, help, least, most                               \
	}
#define BOOLEAN(name, field, fallback, help)                                                                           \
	{                                                                                                              \
		name, SETTING_BOOLEAN, TYPED(field, bool), fallback, help, 0, 0                                        \
	}

/* Settings of one group stand together: configuration_file writes them under one heading. */
const struct setting settings[] = {
	INTEGER("version", version, "1", 1, 1, "Version of this file's form"),
	ZONE("timezone", timezone, "", "Time zone by its IANA name, such as Europe/Berlin; empty for the system's own"),

	NOTE("paths.portfolio", portfolio_path, "Client Portfolio.md", "The client portfolio"),
	NOTE("paths.engagement", engagement_path, "Clients/{client}/{client}.md", "A client's engagement file"),
	NOTE("paths.session", session_path, "Clients/{client}/Sessions/{date} {client}.md", "A session note"),
	NOTE("paths.inbox", inbox_path, "Clients/{client}/Inbox.md", "A client's messages"),
	NOTE("paths.week", week_path, "Weeks/{week}.md", "A week note"),
	NOTE("paths.day", day_path, "Days/{date}.md", "A day note"),
	NOTE("paths.plan", plan_path, "Plans/{quarter}.md", "A quarterly plan (for commands to come)"),
	NOTE("paths.report", report_path, "Clients/{client}/Final Report {date}.md",
		"The report at the end of an engagement"),
	NOTE("paths.decision", decision_path, "Decisions/{date} {title}.md", "A decision record"),
	NOTE("paths.draft", draft_path, "Drafts/{date} {client} {kind}.md",
		"A draft of a message; .eml in place of .md where it is mail"),
	NOTE("paths.career", career_path, "Career/Career Index.md", "The career index (for commands to come)"),
	NOTE("paths.goals", goals_path, "Career/{year} Goals.md", "The goals of a year (for commands to come)"),
	FOLDER("paths.templates", templates_folder, "",
		"Folder of templates, whose notes are not read; empty for none"),

	TEXT("formats.week", week_format, "",
		"How {week} is written, in Obsidian's tokens: gggg-[W]ww; empty for 2026-W48"),
	BOOLEAN("formats.sunday_weeks", sunday_weeks, "true",
		"gggg and ww count weeks from Sunday, as Obsidian does in English; false: from Monday, as in most languages"),
	TEXT("formats.day", day_format, "", "How {date} of a day note is written: DD-MM-YYYY; empty for 2026-11-20"),

	CATEGORY("log.default_category", default_category, "admin", "Category of hours logged without one"),

	INTEGER("capacity.prep_minutes", capacity_prep_minutes, "15", 0, 240,
		"Preparation counted for each held session"),
	INTEGER("capacity.elevated_points", capacity_elevated_points, "5", 0, 100,
		"A share more than this many points over its contract is elevated"),
	INTEGER("capacity.breached_points", capacity_breached_points, "15", 0, 100,
		"A share more than this many points over its contract is breached"),
	INTEGER("capacity.breaker_weeks", capacity_breaker_weeks, "2", 1, 12,
		"Weeks running over contract that trip the circuit breaker"),
	INTEGER("capacity.breaker_lookback", capacity_breaker_lookback, "4", 1, 52,
		"Completed weeks that the circuit breaker looks back at most"),
	INTEGER("capacity.trend_weeks", capacity_trend_weeks, "8", 1, 52, "Completed weeks in the trend"),
	HOURS("capacity.min_hours", capacity_min_minutes, "", 0, 168,
		"Logged hours below which a week is not judged; empty for half the median of the last 8 weeks"),

	INTEGER("session.minutes", session_minutes, "60", 5, 480,
		"Length of a session where neither note nor engagement says"),

	INTEGER("health.stalled_days", health_stalled_days, "30", 1, 365, "Days without a metric moving: stalled"),
	INTEGER("health.silent_days", health_silent_days, "14", 1, 365,
		"Days without a message from the client: silent"),
	INTEGER("health.late_actions", health_late_actions, "2", 1, 20,
		"Actions of the client's that must be late, or not done, to raise a red flag"),
	INTEGER("health.pace_points", health_pace_points, "10", 0, 100,
		"Points that a metric's progress may lie behind or before the time that has passed and be on pace"),

	TEXT("messages.name", message_name, "", "Who signs messages; empty for the engagement's Coach/Owner"),
	TEXT("messages.email", message_email, "",
		"The address that messages come from; empty where the program that sends them knows it"),
	LANGUAGE("messages.language", message_language, "en",
		"Language of messages where the engagement names none, and of what is written into a note that shows none"),

	BOOLEAN("history.enabled", history_enabled, "true",
		"Commit each change to the vault's git repository; hooks and commit.gpgsign are not used"),
	OUTSIDE("history.dir", history_dir, "",
		"Folder of the vault's git repository where it lies elsewhere, absolute or from ~/; empty: in the vault"),
	REF("history.ref", history_ref, "",
		"Where commits go; empty: the branch where coach made the repository, else refs/coach/history, and "
		"refs/coach/worktrees/NAME in a linked work tree"),
	INTEGER("history.kept", history_kept, "100", 1, 10000,
		"Changes kept for `coach undo` of what git does not record; the oldest go"),

	SIZE("notes.most_bytes", note_most_bytes, "1 MiB", 16 << 10, 64 << 20,
		"A note larger than this is kept, not read"),
};

const size_t setting_count = sizeof(settings) / sizeof(settings[0]);
