/* The Agenda section of a session note, from a preparation. */
#ifndef COACH_CMD_AGENDA_TEXT_H
#define COACH_CMD_AGENDA_TEXT_H

#include "rules/preparation.h"

/* LF line ends, no last line end; in the arena. */
struct span agenda_text(struct arena *arena, const struct preparation *preparation);

#endif
