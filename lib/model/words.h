/* The words that must mean one thing everywhere (docs/words.md): categories of work, states of clients and sessions. */
#ifndef COACH_MODEL_WORDS_H
#define COACH_MODEL_WORDS_H

#include "model/aliases.h"
#include "model/language.h"

#include <stdbool.h>

/* The three parts of the capacity contract (vault-template/practice/Client Portfolio.md §4). */
enum category { CATEGORY_COACHING, CATEGORY_BIZDEV, CATEGORY_ADMIN, CATEGORY_COUNT };

enum client_status {
	CLIENT_ACTIVE,
	CLIENT_COMPLETING,
	CLIENT_DISCOVERY,
	CLIENT_ON_HOLD,
	CLIENT_COMPLETED,
	CLIENT_DECLINED,
	CLIENT_WAITLIST,
	CLIENT_STATUS_EMPTY,   /* counts as active, with a finding */
	CLIENT_STATUS_UNKNOWN, /* a word nobody knows: likewise */
	CLIENT_STATUS_COUNT
};

enum session_status {
	SESSION_PLANNED,
	SESSION_HELD,
	SESSION_MISSED,
	SESSION_CANCELLED,
	SESSION_RESCHEDULED,
	SESSION_STATUS_COUNT
};

/* NULL-terminated, in the order of the enums; also the choices of JSON. */
extern const char *const category_names[];      /* coaching, bizdev, admin */
extern const char *const client_status_names[]; /* active … waitlist, "empty", "unknown" */
extern const char *const session_status_names[];
extern const char *const task_status_names[];

/* What people call a category in a report: "Coaching", "Business development", "Admin"; the English word that coach
 * writes into a note. */
const char *category_title(enum category category);

/* False when the text names none. A category is also found inside a longer text ("Direct Coaching (sessions + prep)"):
 * the first alias in it, the longest at that place; brackets are not looked into. */
bool category_read(struct arena *arena, const struct aliases *aliases, struct span text, enum category *category);

/* `**On Hold — back in May**` and `paused until May` are on hold: the state is the whole text, or what stands before
 * the first dash, bracket, comma or time. Empty and unknown are told apart. */
enum client_status client_status_read(struct arena *arena, const struct aliases *aliases, struct span text);
/* Active, Completing, Discovery, empty and unknown ones: they take capacity. */
bool client_status_is_active(enum client_status status);

/* `de`, `German`, `Deutsch`, `德语`. */
bool language_read(struct arena *arena, const struct aliases *aliases, struct span text, enum language *language);

bool session_status_read(
	struct arena *arena, const struct aliases *aliases, struct span text, enum session_status *status);
/* The word for it that coach writes into a note. */
struct span session_status_word(enum language language, enum session_status status);

#endif
