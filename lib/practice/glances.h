/* A look at every note of a vault: at those that changed since the last look; of the others it was kept. */
#ifndef COACH_PRACTICE_GLANCES_H
#define COACH_PRACTICE_GLANCES_H

#include "model/glance.h"
#include "vault/notes.h"

struct glances {
	struct note_list notes; /* kinds are known, bytes are not kept */
	struct glance *of;      /* of each note */
};

/* What is known of the vault as a whole and of notes that cannot be read becomes findings; what the notes themselves
 * hold wrong is counted in their glances. The same vault gives the same glances, whatever was kept of it. */
int glances_load(struct arena *arena, const struct vault *vault, struct glances *glances, struct finding_list *findings,
	struct error *error);

#endif
