#include "practice/session_status.h"

#include "model/note_language.h"
#include "model/property.h"

int session_status_set(
	const struct outline *outline, struct edit_list *edits, enum session_status status, struct error *error)
{
	struct span written = property_text(&outline->properties, "status");
	enum session_status there;
	if (written.length && session_status_read(outline->arena, outline->aliases, written, &there) && there == status)
		return 0;
	struct span word = session_status_word(note_language(outline), status);
	return property_set(&outline->properties, edits, "status", word, error);
}
