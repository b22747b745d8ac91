#include "practice/note_file.h"

int note_file_known(const struct document *document, const char *what, struct note_file *file, struct error *error)
{
	struct position place = { .path = document->path };
	if (document->opaque)
		return error_at(error, ERROR_PARSE, place, "%s cannot be read: %s", what, document->opaque);
	bool empty = span_is_blank(document->bytes);
	*file = (struct note_file){ document->path, document->bytes, empty ? NULL : document };
	return 0;
}

int note_file_new(struct arena *arena, const struct vault *vault, const char *path, const struct note_naming *naming,
	struct note_file *file, struct error *error)
{
	size_t most = (size_t)vault->configuration.note_most_bytes;
	*file = (struct note_file){ .path = path };
	if (vault_read(arena, vault, path, most, &file->before, error))
		return -1;
	if (span_is_blank(file->before))
		return 0;
	error_at(error, ERROR_PARSE, (struct position){ .path = path },
		"this file lies where the note of %s goes, and is not a note of that %s", naming->name, naming->kind);
	return error_hint(error, "add type: %s and %s: %s to its front matter, or move it away", naming->kind,
		naming->property, naming->name);
}
