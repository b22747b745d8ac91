/* Entries of front matter that several views read, with findings where they cannot be understood, and what a note's
 * path tells. Placeholders count as empty. */
#ifndef COACH_MODEL_PROPERTY_H
#define COACH_MODEL_PROPERTY_H

#include "base/date.h"
#include "md/document.h"
#include "md/edit.h"
#include "model/aliases.h"
#include "model/finding.h"
#include "model/written_date.h"

/* The front matter by what its entries mean: `datum: 20.11.2026` is the date. Two entries of one meaning are none. */
struct properties {
	struct arena *arena;
	const struct aliases *aliases;
	const struct document *document;
	const char **terms; /* of each entry: what it means, or NULL */
	size_t count;
};

struct properties properties_of(struct arena *arena, const struct aliases *aliases, const struct document *document);
/* Findings where the front matter is broken, and for entries of one meaning (duplicate_property, error). */
void properties_report(const struct properties *properties, struct finding_list *findings);

/* The first entry of this meaning, or NULL; in front_matter.root. */
const struct yaml_node *property_entry(const struct properties *properties, const char *term);
/* Where the entry's value stands (of several the first); where the note begins when there is no such entry. */
struct position property_position(const struct properties *properties, const char *term);
/* The entry's text; empty for a placeholder. */
struct span property_text(const struct properties *properties, const char *term);
/* A person's or a note's name: `"[[Clients/Ana Silva/Ana Silva|Ana]]"` is Ana Silva, plain text is itself; also
 * `[[Ana Silva]]` without quotes. A list is a finding (bad_value) and no name. */
struct span property_name(const struct properties *properties, const char *term, struct finding_list *findings);

enum property_state { PROPERTY_ABSENT, PROPERTY_READ, PROPERTY_BAD };

/* A day, also with a time or words behind it; what is none, or more than one, is a finding (bad_date). Two entries of
 * this meaning are bad. */
enum property_state property_day(const struct properties *properties, const char *term, struct written_date *written,
	struct finding_list *findings);
/* The day alone; *date stays as it is where there is none. */
enum property_state property_date(
	const struct properties *properties, const char *term, struct date *date, struct finding_list *findings);

/* The finding for an entry's value: `"abc" is no NOUN`. */
struct finding *property_add_bad(
	const struct properties *properties, const char *term, const char *noun, struct finding_list *findings);

/* Sets the entry of this meaning by the key that the note has for it, else adds one that is called as the term.
 * ERROR_PARSE where two have the meaning, and as edit_set_property. */
int property_set(const struct properties *properties, struct edit_list *edits, const char *term, struct span value,
	struct error *error);

/* "2026-11-20 Ana Silva" of "Sessions/2026-11-20 Ana Silva.md". */
struct span document_stem(const struct document *document);
/* The name of the folder that holds the note; empty at the top of the vault. */
struct span document_folder(const struct document *document);

#endif
