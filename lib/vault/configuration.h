/* The settings of a vault: .coach/config.yaml over $XDG_CONFIG_HOME/coach/config.yaml over the defaults, and above all
 * COACH_* of the environment (capacity.prep_minutes is COACH_CAPACITY_PREP_MINUTES).
 *
 * One table describes each setting: reading, `coach config`, the commented file that `init` writes and the
 * documentation are loops over it. An unknown key or a bad value is a finding with its line or its variable; what held
 * before then holds. */
#ifndef COACH_VAULT_CONFIGURATION_H
#define COACH_VAULT_CONFIGURATION_H

#include "base/arena.h"
#include "base/span.h"
#include "model/aliases.h"
#include "model/finding.h"

#include <stdbool.h>
#include <stddef.h>

/* The vault's file, relative to the vault. */
extern const char configuration_name[];
/* A larger file of settings is not read. */
enum { CONFIGURATION_MOST_BYTES = 256 << 10 };

struct configuration {
	int version;
	const char *timezone;         /* IANA name; "" is the system's */
	const char *default_category; /* of `log` */

	/* Where new notes go; {client}, {date}, {week}, {quarter}, {year} are filled in. */
	const char *portfolio_path;
	const char *engagement_path;
	const char *session_path;
	const char *inbox_path;
	const char *week_path;
	const char *week_format; /* tokens of Obsidian's format: gggg-[W]ww; "" for ISO weeks */
	bool sunday_weeks;       /* what gggg and ww mean (vault/date_format.h) */
	const char *day_path;
	const char *day_format;
	const char *plan_path;
	const char *report_path;
	const char *decision_path;
	const char *draft_path;
	const char *career_path;
	const char *goals_path;
	const char *templates_folder; /* "" when the vault has none */

	int capacity_prep_minutes;     /* per held session, 15 */
	int capacity_elevated_points;  /* more than 5 points over is elevated */
	int capacity_breached_points;  /* more than 15 is breached */
	int capacity_breaker_weeks;    /* 2 */
	int capacity_breaker_lookback; /* 4 completed weeks */
	int capacity_trend_weeks;      /* 8 */
	int capacity_min_minutes;      /* -1: half the median of the last weeks with data */
	int session_minutes;           /* where neither note nor engagement says: 60 */

	int health_stalled_days; /* 30 */
	int health_silent_days;  /* 14 */
	int health_late_actions; /* 2 */
	int health_pace_points;  /* 10 */

	const char *message_name;     /* "": the engagement's Coach/Owner */
	const char *message_email;    /* "": the program that sends them knows it */
	const char *message_language; /* en, de, zh, or a word for one of them */

	bool history_enabled;
	const char *history_ref; /* "" decides by who made the repository */
	const char *history_dir; /* "" in the vault or above it */
	int history_kept;        /* changes, of what git does not record: 100 */

	long long note_most_bytes; /* larger notes are opaque: 1 MiB */
	struct aliases aliases;    /* headings:, labels: … under aliases: */
};

enum setting_kind {
	SETTING_TEXT,
	SETTING_ZONE,     /* an IANA name, or empty */
	SETTING_CATEGORY, /* any word for a category, a person's own too */
	SETTING_LANGUAGE, /* en, de, zh, or a word for one of them */
	SETTING_NOTE,     /* a path below the vault that ends in .md, with slots in braces */
	SETTING_FOLDER,   /* a path below the vault, or empty */
	SETTING_OUTSIDE,  /* an absolute path, or one from ~/, or empty */
	SETTING_REF,      /* a name of a git ref, whole, or empty */
	SETTING_INTEGER,
	SETTING_SIZE, /* bytes: 65536, 64 KiB, 1 MiB */
	SETTING_BOOLEAN,
	SETTING_HOURS, /* kept in minutes; empty is -1 */
};

struct setting {
	const char *name; /* "capacity.prep_minutes" */
	enum setting_kind kind;
	size_t offset; /* in struct configuration */
	const char *fallback;
	const char *help; /* one line, for the file and the documentation */
	int least, most;  /* of numbers, in hours for SETTING_HOURS */
};

extern const struct setting settings[];
extern const size_t setting_count;

/* The defaults. */
void configuration_init(struct configuration *configuration);
/* Reads one file's text over what is there. `name` is for findings. */
void configuration_read(struct arena *arena, struct configuration *configuration, struct span yaml, const char *name,
	struct finding_list *findings);
/* Reads COACH_* through `lookup` (getenv in the program, a table in tests). */
void configuration_read_environment(struct arena *arena, struct configuration *configuration,
	const char *(*lookup)(const char *name), struct finding_list *findings);

/* capacity.prep_minutes is COACH_CAPACITY_PREP_MINUTES. */
const char *setting_variable(struct arena *arena, const struct setting *setting);

const struct setting *setting_find(struct span name);
/* The value as `coach config` prints it. */
const char *setting_value(
	struct arena *arena, const struct configuration *configuration, const struct setting *setting);
/* Checks a value that a person gives; ERROR_USAGE with what is accepted. */
int setting_check(const struct setting *setting, struct span value, struct error *error);
/* The same, and a word must mean something by the configuration's aliases. */
int setting_check_meaning(const struct configuration *configuration, const struct setting *setting, struct span value,
	struct error *error);
/* What a setting accepts, as the end of a sentence: "a whole number from 0 to 240". */
const char *setting_accepts(struct arena *arena, const struct setting *setting);
/* The commented file with every setting at its default, commented out, but for `version` and those in `set`
 * (NULL-terminated pairs of name and value, both valid). */
struct span configuration_file(struct arena *arena, const char *const *set);

#endif
