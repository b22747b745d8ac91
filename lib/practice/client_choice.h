/* The client that a person means by a part of a name. */
#ifndef COACH_PRACTICE_CLIENT_CHOICE_H
#define COACH_PRACTICE_CLIENT_CHOICE_H

#include "base/error.h"
#include "model/records.h"

struct client_choice {
	struct span name;                   /* as a person reads it */
	struct span note;                   /* what a wikilink names: the linked note, else the name */
	bool linked;                        /* the roster links that note, or it is the client's engagement note */
	const struct roster_client *client; /* for someone who has an engagement file alone: a row of the name, and no
					     * more (row at NULL) */
};

/* Any unambiguous part of a name, in any script (portfolio_match), as it is written; where no name fits, without its
 * marks (Jurgen), then with its umlauts spelled out (Juergen). Who stands in no roster is looked for among the
 * engagement files. None or several: ERROR_NOT_FOUND, with names in the hint: those that fit; where none does, the
 * nearest by slips (base/nearest.h), as names or as parts of them; where none is near, all. */
int client_choose(struct arena *arena, const struct records *records, struct span part, struct client_choice *choice,
	struct error *error);

struct client_choices {
	struct client_choice *items;
	size_t count;
};

/* All clients: those of the roster in its order, then those of engagement files alone. */
struct client_choices client_choices_all(struct arena *arena, const struct records *records);

#endif
