/* Entries of front matter that several views read, with findings where they cannot be understood, and what a note's
 * path tells. Placeholders count as empty. */
#ifndef COACH_MODEL_PROPERTY_H
#define COACH_MODEL_PROPERTY_H

#include "base/date.h"
#include "md/document.h"
#include "model/aliases.h"
#include "model/finding.h"

/* A finding where the front matter is broken. */
void property_report_broken(const struct document *document, struct finding_list *findings);

/* Where the entry's value stands; where the note begins when there is no such entry. */
struct position property_position(const struct document *document, const char *key);
/* The entry's text; empty for a placeholder. */
struct span property_text(const struct document *document, const char *key);
/* A person's or a note's name: `"[[Clients/Ana Silva/Ana Silva|Ana]]"` is Ana Silva, plain text is itself; also
 * `[[Ana Silva]]` without quotes. A list is a finding (bad_value) and no name. */
struct span property_name(
	struct arena *arena, const struct document *document, const char *key, struct finding_list *findings);

enum property_state { PROPERTY_ABSENT, PROPERTY_READ, PROPERTY_BAD };

/* A day, also with a time behind it; anything else is a finding (bad_date), with *date untouched. */
enum property_state property_date(struct arena *arena, const struct aliases *aliases, const struct document *document,
	const char *key, struct date *date, struct finding_list *findings);

/* The finding for an entry's value: `"abc" is no NOUN`. */
struct finding *property_add_bad(
	const struct document *document, const char *key, const char *noun, struct finding_list *findings);

/* "2026-11-20 Ana Silva" of "Sessions/2026-11-20 Ana Silva.md". */
struct span document_stem(const struct document *document);
/* The name of the folder that holds the note; empty at the top of the vault. */
struct span document_folder(const struct document *document);
/* The text of the first heading of level 1, or empty. */
struct span document_title(struct arena *arena, const struct document *document);

#endif
