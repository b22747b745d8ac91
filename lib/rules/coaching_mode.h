/* The coaching mode that fits a session: one of the four personas (docs/preparation.md has the rule). */
#ifndef COACH_RULES_COACHING_MODE_H
#define COACH_RULES_COACHING_MODE_H

#include "model/engagement.h"
#include "rules/health.h"
#include "rules/phase.h"

enum coaching_mode { MODE_DIRECTIVE, MODE_FACILITATIVE, MODE_SUPPORTIVE, MODE_ANALYTICAL };

extern const char *const coaching_mode_names[]; /* directive … NULL-terminated */
/* "The Strategist" … */
const char *coaching_mode_persona(enum coaching_mode mode);

struct mode_suggestion {
	enum coaching_mode mode;
	const char *reason; /* one clause */
};

/* The first that applies: silence or a missed session (supportive), assignments not done (directive), no movement
 * (analytical), then the phase of the engagement that the session lies in (rules/phase.h): onboarding facilitative,
 * implementation directive, optimization analytical; else facilitative. `engagement` may be NULL; `session_number` 0 is
 * not known. */
struct mode_suggestion coaching_mode_suggest(struct arena *arena, const struct aliases *aliases,
	const struct client_health *health, const struct engagement *engagement, int session_number);

#endif
