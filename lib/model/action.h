/* Action items of a practice: tasks anywhere but in the checklists of a kind (docs/words.md, "Actions").
 *
 * Checklists are the relationship health indicators, the red flags, the regular checkpoints, the completion standards,
 * success criteria and a cohort's attendance. The reminders of a day note are no actions either. The same 🆔 in several
 * notes is one action, whose home is the session note, of several the latest up to today. */
#ifndef COACH_MODEL_ACTION_H
#define COACH_MODEL_ACTION_H

#include "base/span_index.h"
#include "md/task_scan.h"
#include "model/aliases.h"
#include "model/finding.h"
#include "model/kinds.h"
#include "model/portfolio.h"

enum action_owner { OWNER_CLIENT, OWNER_COACH };

extern const char *const action_owner_names[];

struct action {
	const struct document *document; /* of a note that was not parsed the path alone is known */
	enum note_kind kind;             /* of the note it stands in */
	struct task task;
	struct span key;         /* task_key */
	enum action_owner owner; /* [owner:: client], [owner:: coach], or the client's name; by default the client in a
				  * session note without its Resources, the coach elsewhere */
	struct span client; /* the session's, engagement's or inbox's; else of the first wikilink that names a client;
			     * else empty */
	int client_id;      /* records_resolve */
	struct date agreed; /* the session's date; DATE_NONE elsewhere */
};

struct action_list {
	struct arena *arena;
	const struct portfolio *portfolio; /* whose clients wikilinks name; NULL: then no link names one */
	struct action *items;              /* in order of path and line */
	size_t count;
	size_t capacity;
	struct action *copies; /* what actions_unite took out, in that order too */
	size_t copy_count;
};

/* What is known of the note that actions stand in. */
struct action_source {
	enum note_kind kind;
	struct span client; /* whose note it is; empty for nobody's */
	struct date agreed; /* a session's date, else DATE_NONE */
};

/* The tasks of a note that are actions: all but those below a checklist's heading, a day's reminders
 * (model/day_note.h), and those of placeholders alone. One below a session's Resources that names no owner is the
 * coach's, and says so. */
struct task_list action_tasks(
	struct arena *arena, const struct aliases *aliases, enum note_kind kind, const struct task_scan *scan);

/* Adds the actions of one note. */
void actions_collect(struct action_list *actions, const struct outline *outline, const struct action_source *source);
/* Adds one task that is known to be an action. Of its document only the path is needed; one note has one. */
void actions_add(struct action_list *actions, const struct aliases *aliases, const struct document *document,
	const struct action_source *source, const struct task *task);

/* Makes those with one 🆔 one, and copies of one text in several weeks and days: the session note's stays, else the
 * first that is not a week's or a day's, else the latest week's. Of several sessions the latest that is not after today
 * is the one where it was agreed anew; DATE_NONE: the latest of all. Two that share an id but not their text stay two,
 * with a finding (duplicate_id). To be called once, after all notes. */
void actions_unite(struct action_list *actions, struct date today, struct finding_list *findings);

/* Leaves those that are not done yet. */
void actions_keep_unfinished(struct action_list *actions);

/* What makes a task the same as another, wherever they stand: its id, else its text as a person reads it. A key is made
 * once for each task, and keys are compared (base/span_index.h where lists meet). */
struct span task_key(struct arena *arena, const struct task *task);
/* What makes an action the same as another of the practice: the key of its task where it has an id, or stands in a week
 * or a day, which carry on by copying; empty for one that stands alone. */
struct span action_key(struct arena *arena, enum note_kind kind, const struct task *task);

/* The actions that may have copies, by action_key: the first of a key is its home. Places are those of the list. */
struct span_index actions_by_key(struct arena *arena, const struct action_list *actions);

bool action_is_open(const struct action *action);
/* Open, and due before the day: what is in progress is not. */
bool task_is_overdue(const struct task *task, struct date today);
bool action_is_overdue(const struct action *action, struct date today);

#endif
