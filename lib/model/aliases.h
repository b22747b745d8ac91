/* One meaning, many words: how people name headings, labels, columns, front matter entries, categories and states.
 *
 * The words live in vault-template/aliases/ (one YAML file per language, all active at once) and are compiled into a
 * sorted table by compile_aliases.c, so that start-up reads no file. A vault's configuration adds words of its own.
 * Terms are the seeds' own words in lower case ("active roster"); texts are compared by utf8_fold_title. */
#ifndef COACH_MODEL_ALIASES_H
#define COACH_MODEL_ALIASES_H

#include "base/arena.h"
#include "base/span.h"
#include "model/alias_domain.h"
#include "model/language.h"

#include <stdbool.h>
#include <stddef.h>

/* A word of the person's own. */
struct alias {
	enum alias_domain domain;
	const char *text; /* folded */
	const char *term;
};

struct aliases {
	struct alias *own; /* tried first; order of the configuration */
	size_t own_count;
	size_t own_capacity;
	enum language usual; /* what a note is written in that does not show its own language (note_language.h) */
};

#define ALIASES_INIT ((struct aliases){ NULL, 0, 0, LANGUAGE_ENGLISH })

/* Adds a word of the person's own. */
void aliases_add(
	struct arena *arena, struct aliases *aliases, enum alias_domain domain, const char *term, struct span text);

enum { ALIAS_LONGEST = 43 };

/* A word that is compiled in. Its texts lie in the table itself and end in NULs: so many pointers would have to be
 * relocated each time the program starts. */
struct alias_word {
	enum alias_domain domain;
	char text[ALIAS_LONGEST + 1]; /* folded */
	char term[ALIAS_LONGEST + 1];
	unsigned char languages; /* whose word it is: 1 << LANGUAGE_GERMAN; a term is an English word */
};

/* The compiled table, sorted by domain and text (then term): alias_table.c is written during the build. */
extern const struct alias_word alias_table[];
extern const size_t alias_table_count;

/* The words of one domain, sorted by text; the person's own are not among them. */
struct alias_range {
	const struct alias_word *items;
	size_t count;
};
struct alias_range alias_range(enum alias_domain domain);

/* True when the folded text says this term: the term itself or one of its aliases. */
bool alias_is(const struct aliases *aliases, enum alias_domain domain, struct span folded, const char *term);
/* The compiled words that are the folded text, one for each term it says; and alias_is for a text whose words were
 * looked up once, to be asked for many terms. */
struct alias_range alias_matches(enum alias_domain domain, struct span folded);
bool alias_is_among(const struct aliases *aliases, enum alias_domain domain, struct span folded,
	struct alias_range matches, const char *term);
/* The first term (in order of the alphabet) that the folded text can say, or NULL. */
const char *alias_term(const struct aliases *aliases, enum alias_domain domain, struct span folded);
/* The term whose alias has the smallest edit distance to the text (at most a third of its length), for suggestions; or
 * NULL. */
const char *alias_nearest(const struct aliases *aliases, enum alias_domain domain, struct span folded);

/* The first place in a longer text at which a word of the domain stands, the longest one there; whole words only in
 * scripts that have spaces. `folded` is folded by utf8_fold. Returns the term and sets where it stands, or NULL. */
const char *alias_find_in(
	const struct aliases *aliases, enum alias_domain domain, struct span folded, struct span *found);

#endif
