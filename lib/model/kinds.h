/* What kind of note a file is, told by its content, so that any folder layout works.
 *
 * In this order: front matter `type:`, the first heading (`# CLIENT PORTFOLIO`, `# Quarterly Plan: Q4 2026`), the
 * header quote (`> **Layer:** DRIVERS`), a tag (`#ai-execution-spec`), then the file's name. Looks at the bytes alone,
 * without parsing the note. */
#ifndef COACH_MODEL_KINDS_H
#define COACH_MODEL_KINDS_H

#include "base/span.h"
#include "model/aliases.h"

enum note_kind {
	NOTE_OTHER,
	NOTE_PORTFOLIO,
	NOTE_ENGAGEMENT,
	NOTE_SESSION,
	NOTE_INBOX,
	NOTE_WEEK,
	NOTE_DAY,
	NOTE_PLAN,
	NOTE_STRATEGY,
	NOTE_DECISION,
	NOTE_CAREER_INDEX,
	NOTE_GOALS,
	NOTE_CAREER_SESSION,
	NOTE_TRANSCRIPT,
	NOTE_COACHES,
	NOTE_METHODOLOGY,
	NOTE_DRAFT,    /* of a message */
	NOTE_TEMPLATE, /* a template's placeholders are no note of that kind: notes under the templates folder */
	NOTE_KIND_COUNT
};

/* "portfolio", "career index"; what front matter `type:` says. */
const char *note_kind_name(enum note_kind kind);
/* All of them, NULL-terminated. */
extern const char *const note_kind_names[];

/* The kind that a text names, as front matter `type:` does, in any language of the aliases; false for none. */
bool note_kind_parse(struct arena *arena, const struct aliases *aliases, struct span text, enum note_kind *kind);
/* True for a path through a folder called Templates. */
bool note_path_is_template(struct span path);
/* False for templates, and for drafts: what they list is agreed elsewhere. */
bool note_kind_holds_actions(enum note_kind kind);

enum note_kind note_recognise(const struct aliases *aliases, const char *path, struct span bytes);

#endif
