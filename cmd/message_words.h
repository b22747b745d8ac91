/* Days and times in the words of a message's language, and the few words beside them. */
#ifndef COACH_CMD_MESSAGE_WORDS_H
#define COACH_CMD_MESSAGE_WORDS_H

#include "base/appointment.h"
#include "base/arena.h"
#include "model/words.h"

/* `Friday, 20 November 2026, 10:00`, `Freitag, 20. November 2026, 10:00 Uhr`, `2026年11月20日（星期五）10:00`; without
 * the time where none is known. Empty for DATE_NONE. */
struct span message_when(struct arena *arena, enum language language, struct appointment when);
/* What stands behind an action: ` (by Friday, 27 November)`; empty for DATE_NONE. The year is said where it is not
 * `now`'s. */
struct span message_by(struct arena *arena, enum language language, struct date due, struct date now);
/* How the coach is called where no name is known: "me". */
const char *message_me(enum language language);
/* How several people are greeted: "everybody". */
const char *message_everybody(enum language language);

#endif
