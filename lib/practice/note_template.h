/* The template of a note that is generated (Week.md, Day.md): its slots, and what each part of the note rests on. */
#ifndef COACH_PRACTICE_NOTE_TEMPLATE_H
#define COACH_PRACTICE_NOTE_TEMPLATE_H

#include "base/error.h"
#include "model/language.h"
#include "vault/vault.h"

/* A part of the note, generated where the template has its slot. */
struct note_part {
	const char *slot;
	unsigned sources; /* of enum practice_part */
};

struct note_template {
	const char *file;         /* "Week.md" */
	const char *const *names; /* the slots of the note's name and days */
	size_t name_count;
	const struct note_part *parts;
	size_t part_count;
	const char *gathers; /* the section whose items come beside what a person wrote there first: "carryover" */
};

/* The vault's own template, else the one that ships, in the language where there is one in it (slots_template_in). */
int note_template_load(struct arena *arena, const struct vault *vault, const struct note_template *form,
	enum language language, struct span *template, struct error *error);

/* The note: `names` and `parts` have a text for each slot of the form; `parts` NULL for a note without any. */
struct span note_template_fill(struct arena *arena, const struct note_template *form, struct span template,
	const struct span *names, const struct span *parts);

/* The generated text with each section that holds a part resting on something `unknown` (of enum practice_part) as
 * `last` has it, or without it where that has none: what is not known is never taken for nothing. `titles` becomes the
 * titles of those sections, by comma; NULL where there is none. */
struct span note_template_keep(struct arena *arena, const struct note_template *form, struct span template,
	unsigned unknown, struct span generated, struct span last, const char **titles);

#endif
