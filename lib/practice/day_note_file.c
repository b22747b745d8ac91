#include "practice/day_note_file.h"

#include "practice/day_template.h"
#include "practice/note_path.h"

const char *day_note_path(struct arena *arena, const struct vault *vault, struct date date)
{
	return note_path_of_day(arena, &vault->configuration, date);
}

int day_note_file(struct arena *arena, const struct vault *vault, const struct practice *practice, struct date date,
	struct note_file *file, struct error *error)
{
	const struct day_note *known = records_day(&practice->records, date);
	if (known)
		return note_file_known(known->document, "the day's note", file, error);
	struct date_text name = date_format(date);
	const struct note_naming naming = { "day", "date", name.text };
	return note_file_new(arena, vault, day_note_path(arena, vault, date), &naming, file, error);
}

int day_note_begin(struct arena *arena, const struct vault *vault, enum language language, struct date date,
	struct note_file *file, struct error *error)
{
	struct span template;
	if (file->document)
		return 0;
	if (note_template_load(arena, vault, &day_template, language, &template, error))
		return -1;
	struct span text = day_template_fill(arena, template, language, date, NULL);
	file->document = document_parse(arena, file->path, text, (size_t)vault->configuration.note_most_bytes);
	return 0;
}
