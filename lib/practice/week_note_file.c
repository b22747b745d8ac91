#include "practice/week_note_file.h"

#include "practice/note_path.h"
#include "practice/week_template.h"

const char *week_note_path(struct arena *arena, const struct vault *vault, struct week week)
{
	const struct configuration *configuration = &vault->configuration;
	return note_path(arena, configuration, configuration->week_path, SPAN_NONE, week_monday(week));
}

static int take(const struct document *document, struct week_note_file *file, struct error *error)
{
	struct position place = { .path = document->path };
	if (document->opaque)
		return error_at(error, ERROR_PARSE, place, "the week's note cannot be read: %s", document->opaque);
	bool empty = span_is_blank(document->bytes);
	*file = (struct week_note_file){ document->path, document->bytes, empty ? NULL : document };
	return 0;
}

int week_note_file(struct arena *arena, const struct vault *vault, const struct practice *practice, struct week week,
	struct week_note_file *file, struct error *error)
{
	const struct week_note *known = records_week(&practice->records, week);
	if (known)
		return take(known->document, file, error);
	*file = (struct week_note_file){ .path = week_note_path(arena, vault, week) };
	size_t most = (size_t)vault->configuration.note_most_bytes;
	if (vault_read(arena, vault, file->path, most, &file->before, error))
		return -1;
	if (span_is_blank(file->before))
		return 0;
	error_at(error, ERROR_PARSE, (struct position){ .path = file->path },
		"this file lies where the note of %s goes, and is not a note of that week", week_format(week).text);
	return error_hint(
		error, "add type: week and week: %s to its front matter, or move it away", week_format(week).text);
}

int week_note_begin(struct arena *arena, const struct vault *vault, struct week week, struct week_note_file *file,
	struct error *error)
{
	struct span template;
	if (file->document)
		return 0;
	if (week_template(arena, vault, &template, error))
		return -1;
	struct span text = week_template_fill(arena, template, week, NULL);
	file->document = document_parse(arena, file->path, text, (size_t)vault->configuration.note_most_bytes);
	return 0;
}
