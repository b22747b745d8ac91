/* What `done` does with a milestone of an engagement: a tick in its row (docs/formats.md, "Engagement"). */
#ifndef COACH_CMD_MILESTONE_DONE_H
#define COACH_CMD_MILESTONE_DONE_H

#include "base/error.h"
#include "cli/command.h"
#include "practice/milestone_choice.h"
#include "practice/practice.h"

struct milestone_fields {
	struct span path;
	struct optional_integer line;
	struct span name;
	struct span client;
	struct date date;
};

extern const struct result_field milestone_fields[];

/* The milestones that the words fit. */
struct milestone_search {
	struct practice practice;
	struct milestone_choice open;    /* its milestone is NULL for none, and the first of several */
	struct milestone_choice reached; /* the same of those that are ticked already */
	bool is_open, is_reached;        /* there is one, and no other */
	struct error several;            /* why it is none or several that are open */
};

/* `client`: a part of the client's name, or NULL for all. Nothing is found for a client that nobody knows. */
int milestone_search(const struct context *context, const char *client, struct span words,
	struct milestone_search *search, struct error *error);

struct milestone_fields milestone_fields_of(struct arena *arena, const struct milestone_choice *choice);

/* Puts the engagement into the changeset, with a tick behind what its cell says. */
void milestone_tick(struct arena *arena, const struct practice *practice, const struct milestone_choice *choice,
	struct changeset *changes);

#endif
