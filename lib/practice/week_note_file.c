#include "practice/week_note_file.h"

#include "practice/note_path.h"
#include "practice/week_template.h"

const char *week_note_path(struct arena *arena, const struct vault *vault, struct week week)
{
	const struct configuration *configuration = &vault->configuration;
	return note_path(arena, configuration, configuration->week_path, SPAN_NONE, week_monday(week));
}

int week_note_file(struct arena *arena, const struct vault *vault, const struct practice *practice, struct week week,
	struct note_file *file, struct error *error)
{
	const struct week_note *known = records_week(&practice->records, week);
	if (known)
		return note_file_known(known->document, "the week's note", file, error);
	struct date_text name = week_format(week);
	const struct note_naming naming = { "week", "week", name.text };
	return note_file_new(arena, vault, week_note_path(arena, vault, week), &naming, file, error);
}

int week_note_begin(
	struct arena *arena, const struct vault *vault, struct week week, struct note_file *file, struct error *error)
{
	struct span template;
	if (file->document)
		return 0;
	if (note_template_load(arena, vault, &week_template, LANGUAGE_ENGLISH, &template, error))
		return -1;
	struct span text = week_template_fill(arena, template, week, NULL);
	file->document = document_parse(arena, file->path, text, (size_t)vault->configuration.note_most_bytes);
	return 0;
}
