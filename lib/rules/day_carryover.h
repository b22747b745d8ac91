/* What a day note leaves open for the next one (docs/day.md, "Carryover"). Pure. */
#ifndef COACH_RULES_DAY_CARRYOVER_H
#define COACH_RULES_DAY_CARRYOVER_H

#include "base/value.h"
#include "model/records.h"

/* How far back init_day looks for the last day note. */
enum { DAY_CARRYOVER_DAYS = 7 };

struct day_carried {
	const struct task *task;
	struct span key;  /* task_key */
	struct span text; /* the line from its box on: "[ ] Send the contract 📅 2026-11-18 🆔 a7k2" */
};

/* The unfinished tasks of the note's Top Three and Carryover (struct day_carried), each once: without reminders, which
 * come again by themselves, and without what is done or cancelled where it has its home. `homes` is actions_by_key of
 * the records. */
struct result_list day_carryover(struct arena *arena, const struct records *records, const struct span_index *homes,
	const struct day_note *note);

/* The action that a task of a day note is a copy of, or is itself, by the task's key; NULL where the records know none.
 */
const struct action *day_task_home(const struct records *records, const struct span_index *homes, struct span key);

#endif
