/* New notes are templates with slots: {week}, {priorities}.
 *
 * The templates ship in vault-template/notes/; a file of the same name in the vault's templates folder that holds at
 * least one of the slots is used instead. */
#ifndef COACH_VAULT_SLOTS_H
#define COACH_VAULT_SLOTS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/slot.h"
#include "base/span.h"
#include "model/language.h"
#include "vault/vault.h"

/* slots_fill for a note: in its front matter a value with slots is filled and then written so that it reads back as
 * that text, in the quotes that the template has. */
struct span slots_fill_note(struct arena *arena, struct span template, const struct slot *slots, size_t count);

/* The template of that name ("Message Reminder.de.md"). */
int slots_template(struct arena *arena, const struct vault *vault, const char *name, const struct slot *slots,
	size_t count, struct span *template, struct error *error);

/* The same of a note ("Day.md") in the language: the vault's own "Day.de.md", else its own "Day.md", in whatever
 * language that is, else the one of the language that ships, else the English one. */
int slots_template_in(struct arena *arena, const struct vault *vault, const char *name, enum language language,
	const struct slot *slots, size_t count, struct span *template, struct error *error);

#endif
