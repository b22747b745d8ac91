/* A message in words: the template of its kind and language, filled with what was gathered for it. */
#ifndef COACH_CMD_MESSAGE_TEXT_H
#define COACH_CMD_MESSAGE_TEXT_H

#include "practice/message_template.h"
#include "rules/message.h"

struct message_people {
	struct span client; /* the name, or that of a cohort */
	bool cohort;
	struct span coach; /* may be empty */
};

int message_text(struct arena *arena, const struct vault *vault, enum language language,
	const struct message_facts *facts, const struct message_people *people, struct date today,
	struct message_text *text, struct error *error);

#endif
