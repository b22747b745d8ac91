/* What links in a generated note say, so that each leads where it should. Pure. */
#ifndef COACH_RULES_NOTE_LINKS_H
#define COACH_RULES_NOTE_LINKS_H

#include "md/link_targets.h"
#include "model/records.h"

/* The notes of the records. */
struct link_targets note_links_of(struct arena *arena, const struct records *records);

/* A note's name, or its path where the name leads to another note. */
struct span note_link_name(struct arena *arena, const struct link_targets *notes, const struct document *document);

/* To the note that the roster links, else to the client's engagement; the plain name where there is neither. */
struct span client_link(struct arena *arena, const struct records *records, const struct link_targets *notes,
	const struct roster_client *client);

#endif
