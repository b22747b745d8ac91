/* A quarterly plan (docs/formats.md): initiatives and milestones. */
#ifndef COACH_MODEL_PLAN_H
#define COACH_MODEL_PLAN_H

#include "base/date.h"
#include "md/document.h"
#include "md/task.h"
#include "model/finding.h"
#include "model/words.h"

struct outline; /* model/outline.h */

enum initiative_status {
	INITIATIVE_PLANNED,
	INITIATIVE_ACTIVE,
	INITIATIVE_PAUSED,
	INITIATIVE_DONE,
	INITIATIVE_DROPPED,
	INITIATIVE_STATUS_UNKNOWN,
};

struct initiative {
	struct span name;
	bool category_known;
	enum category category;
	int priority; /* 1 highest to 5 lowest (high 1, medium 3, low 5); 0 when not given */
	enum initiative_status status;
	struct span effort;
	struct date due;
	struct span row;
};

struct plan_milestone {
	struct span text;
	struct date due; /* of the task; of "[March Week 2]" the Sunday of that week; or DATE_NONE */
	bool done;
	unsigned line;
};

struct plan {
	const struct document *document;
	struct quarter quarter;
	struct span theme;
	struct initiative *initiatives;
	size_t initiative_count;
	struct plan_milestone *milestones;
	size_t milestone_count;
};

/* False, with a finding, when the note's quarter cannot be told from front matter, title or file name. Lists under
 * goals (`* [March Week 2] Onboard Client 1 🟢`) are read for their milestones too. */
bool plan_read(const struct outline *outline, struct plan *plan, struct finding_list *findings);

#endif
