/* A new client's engagement file: the template, with what is known filled in (docs/formats.md, "Engagement"). */
#ifndef COACH_PRACTICE_ENGAGEMENT_FILE_H
#define COACH_PRACTICE_ENGAGEMENT_FILE_H

#include "base/error.h"
#include "model/engagement.h"
#include "practice/practice.h"

/* A value that the template has a labelled place for. */
struct engagement_place {
	const char *key;     /* what an answers file calls it: "why_now" */
	const char *section; /* as the alias files call its section and label */
	const char *term;
	const char *label; /* "Why now", for people */
};
/* In the template's order, ended by a NULL key. */
extern const struct engagement_place engagement_places[];
/* Its index; -1 where no place is called that. */
int engagement_place_of(const char *key);

struct new_metric {
	struct span name, baseline, target, deadline;
};

struct new_step {
	const char *name; /* of its text, which is written in the template's language (model/wording.h) */
	struct span text; /* as a report shows it */
	struct date due;
};

struct new_milestone {
	const char *term; /* of the alias files: "first quick win" */
	struct date date;
};

struct new_engagement {
	struct span client;        /* the name of the note, which it links itself by */
	const struct span *values; /* by place; empty ones stay placeholders, but for the phase: the first */
	const struct new_metric *metrics;
	size_t metric_count;
	const struct new_milestone *milestones; /* those with a date go into the timeline */
	size_t milestone_count;
	const struct new_step *steps; /* of the first thirty days, as tasks */
	size_t step_count;
	const struct consent *consents; /* on record from the first day */
	size_t consent_count;
};

/* Where it goes: paths.engagement. */
const char *engagement_file_path(struct arena *arena, const struct vault *vault, struct span client);

/* The text, from the vault's own Engagement.md in its templates folder, or a folder called Templates, else from the one
 * that ships. `missing` becomes the labels of values for which that has no place, by comma; NULL where all have one.
 * ERROR_PARSE where the template cannot take what it is given. */
int engagement_file_text(struct arena *arena, const struct vault *vault, const struct practice *practice,
	const struct new_engagement *new, struct span *text, const char **missing, struct error *error);

#endif
