/* The first thirty days of an engagement, and the milestones of all of it: alignment, information, working model, first
 * value (docs/words.md, "The first thirty days"; vault-template/practice/Templates/Engagement.md §10). Pure. */
#ifndef COACH_RULES_ONBOARDING_H
#define COACH_RULES_ONBOARDING_H

#include "base/arena.h"
#include "base/date.h"

enum onboarding_milestone {
	MILESTONE_ONBOARDED,
	MILESTONE_QUICK_WIN,
	MILESTONE_90_DAYS,
	MILESTONE_MIDWAY,
	MILESTONE_CLOSE,
	MILESTONE_COUNT
};

enum onboarding_step {
	STEP_ALIGNMENT,
	STEP_INFORMATION,
	STEP_WORKING_MODEL,
	STEP_FIRST_VALUE,
	STEP_REVIEW,
	STEP_COUNT
};

struct onboarding {
	struct date milestones[MILESTONE_COUNT]; /* DATE_NONE where the end is not known, the day lies behind it, or is
						    past */
	struct date steps[STEP_COUNT];           /* DATE_NONE for one whose day is past */
};

/* `end` may be DATE_NONE. Days that fall on a weekend are the Friday before. Of an engagement that runs already only
 * what lies ahead, today included, has a day; the end keeps its own. */
struct onboarding onboarding_decide(struct date start, struct date end, struct date today);

/* The name of the text that says what the coach does by that day (model/wording.h): "step alignment". */
const char *onboarding_step_name(enum onboarding_step step);
/* The milestone's term in the alias files: "first quick win". */
const char *onboarding_milestone_term(enum onboarding_milestone milestone);

#endif
