/* What coach writes into a note, in the note's language (note_language.h).
 *
 * The texts live in vault-template/wording/, one YAML file for each language, with the same keys and places in all of
 * them, and are compiled into a sorted table by compile_wording.c. A word for a term of the alias files ("progress
 * log") is one that the aliases read back as that term. What the terminal shows is English, and none of this. */
#ifndef COACH_MODEL_WORDING_H
#define COACH_MODEL_WORDING_H

#include "base/slot.h"
#include "model/alias_domain.h"
#include "model/language.h"

/* Kinds of texts: the alias files' kinds, and texts that are no terms. */
enum { WORDING_TEXT = ALIAS_DOMAIN_COUNT, WORDING_KIND_COUNT };

enum { WORDING_LONGEST = 4000 };

struct wording {
	int kind;                          /* of enum alias_domain, or WORDING_TEXT */
	const char *key;                   /* the term, or the text's name */
	const char *texts[LANGUAGE_COUNT]; /* in each language; with places as {client} */
};

/* The compiled table, sorted by kind and key: wording_table.c is written during the build. */
extern const struct wording wording_table[];
extern const size_t wording_table_count;

/* The word for a term: of ALIAS_HEADING "progress log" it is "Progress Log" or "Verlauf". There must be one. */
struct span wording_word(enum language language, enum alias_domain domain, const char *term);

/* Whether the text is the word for the term in any language. */
bool wording_is_word(enum alias_domain domain, const char *term, struct span text);

/* The text of that name, which there must be, with its places filled. */
struct span wording_text(
	struct arena *arena, enum language language, const char *name, const struct slot *slots, size_t count);

#endif
