/* A practice as a command sees it: the notes of a vault, each kind through its view, loaded only as far as asked. */
#ifndef COACH_PRACTICE_PRACTICE_H
#define COACH_PRACTICE_PRACTICE_H

#include "model/records.h"
#include "vault/changeset.h"
#include "vault/notes.h"
#include "vault/vault.h"

enum practice_part {
	PRACTICE_PORTFOLIO = 1,
	PRACTICE_SESSIONS = 2,
	PRACTICE_WEEKS = 4,
	PRACTICE_PLANS = 8,
	PRACTICE_ENGAGEMENTS = 16,
	PRACTICE_INBOXES = 32,
	PRACTICE_DAYS = 64,
	PRACTICE_ACTIONS = 128,      /* of all notes; links in them name clients of the portfolio */
	PRACTICE_OPEN_ACTIONS = 256, /* the same, but only what is not done yet */
	PRACTICE_ALL = 255,
	PRACTICE_DRAFTS = 512, /* which there are: no views, and no notes where they are mail */
};

struct practice {
	struct note_list notes;
	const struct aliases *aliases;
	struct records records; /* resolved; of several portfolios, notes of one week or day, or engagements or inboxes
				 * of one client, the one at the usual path, else the first */
	unsigned unknown;       /* parts of which something is there, or must be, that could not be read */
	struct position unknown_at; /* the first such note or folder; the usual path of a portfolio that is gone */
};

/* Scans the vault and reads the views of the parts asked for. `today` is for actions alone (actions_unite). What a note
 * holds wrong is a finding; only a vault that
 * cannot be walked is an error.
 *
 * What could not be read is unknown, which is not the same as not there: a note that is too large or too complex (the
 * part of its kind), a note or folder that cannot be opened or is not on this machine (every part). A portfolio is
 * unknown, too, where there is none, or none of its tables is understood as the roster, and the vault has sessions,
 * engagements or inboxes. */
int practice_load(struct arena *arena, const struct vault *vault, struct date today, unsigned parts,
	struct practice *practice, struct finding_list *findings, struct error *error);

/* A practice of one note alone, from standard input: read as a portfolio whatever it says it is. */
void practice_of_portfolio(struct arena *arena, const struct aliases *aliases, struct span text, size_t most,
	struct practice *practice, struct finding_list *findings);

/* Takes the notes as the changes leave them, moved ones at their new place: for a command that makes one change after
 * the other. Views that were read before stay as they were, and so does the notes' order. */
void practice_follow(struct practice *practice, const struct changeset *changes);
/* The note with that path, in whatever order the notes are; or NULL. */
struct note *practice_note_now(const struct practice *practice, const char *path);

/* The note with that path, or NULL. */
struct note *practice_note(const struct practice *practice, const char *path);

#endif
