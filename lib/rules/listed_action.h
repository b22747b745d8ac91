/* Which of a client's actions somebody else may read (docs/words.md, "Messages" and "Briefs"). Pure. */
#ifndef COACH_RULES_LISTED_ACTION_H
#define COACH_RULES_LISTED_ACTION_H

#include "model/records.h"

/* True for an action that stands below the Action Items of a session's note: there both sides agreed on it. A task
 * elsewhere in that note may stand in its Notes, which are the coach's alone; so may one of any other note. */
bool was_listed(const struct records *records, const struct action *action);

#endif
