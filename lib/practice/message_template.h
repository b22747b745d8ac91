/* The templates of messages (docs/formats.md, "Templates of messages"): `Message Reminder.md`, `Message
 * Reminder.de.md`, of the vault's own templates folder or as they ship. */
#ifndef COACH_PRACTICE_MESSAGE_TEMPLATE_H
#define COACH_PRACTICE_MESSAGE_TEMPLATE_H

#include "model/draft.h"
#include "model/words.h"
#include "vault/slots.h"

struct message_text {
	struct span subject; /* of the front matter */
	struct span body;    /* ended by a line feed */
};

/* Fills the template of that kind, which must not be TOUCH_REPLY. A line with a slot that has no text goes, and with it
 * the line above, where that ends in a colon and leads to nothing else; empty lines that then meet become one.
 * ERROR_PARSE where the template names no subject. */
int message_template_fill(struct arena *arena, const struct vault *vault, enum touch_kind kind, enum language language,
	const struct slot *slots, size_t count, struct message_text *text, struct error *error);

#endif
