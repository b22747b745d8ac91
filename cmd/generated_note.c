#include "cmd/generated_note.h"

#include "cmd/regenerate.h"
#include "model/note_language.h"
#include "practice/practice_language.h"

static const struct outline *read(const struct context *context, const char *path, struct span text)
{
	const struct configuration *configuration = &context->vault->configuration;
	const struct document *document =
		document_parse(context->arena, path, text, (size_t)configuration->note_most_bytes);
	return outline_of(context->arena, &configuration->aliases, document);
}

int generated_note_begin(const struct context *context, const struct practice *practice,
	const struct note_template *form, const struct note_file *file, struct generated_note *note,
	struct error *error)
{
	enum language language = practice_language(practice);
	bool shown = file->document &&
		     note_language_shown(outline_of(context->arena, practice->aliases, file->document), &language);
	*note = (struct generated_note){ .form = form, .file = file };
	if (note_template_load(context->arena, context->vault, form, language, &note->template, error))
		return -1;
	if (!shown)
		note_language_shown(read(context, form->file, note->template), &language);
	note->language = language;
	return generated_last(context, file->path, &note->last, error);
}

static void report_unknown(const struct context *context, const struct practice *practice, const char *command,
	const char *path, const char *titles, bool kept)
{
	struct finding *finding = finding_add(context->findings, FINDING_SOURCE_UNKNOWN, practice->unknown_at,
		"what stands here could not be read, so these sections of %s %s: %s", path,
		kept ? "stay as they are" : "lack it", titles);
	finding_hint(context->findings, finding, "when it is there again, run %s once more", command);
}

int generated_note_write(const struct context *context, struct outcome *outcome, const struct practice *practice,
	const struct generated_note *note, struct span text, struct error *error)
{
	const struct note_file *file = note->file;
	bool kept = file->document || note->last.at;
	const char *titles;
	struct span known = note_template_keep(
		context->arena, note->form, note->template, practice->unknown, text, note->last, &titles);
	if (titles)
		report_unknown(context, practice, outcome->changes.command, file->path, titles, kept);
	return regenerate(context, outcome, file->path, file->before, kept ? known : text, note->form->gathers, error);
}

bool generated_week(const struct context *context, const char *path, struct span last, struct week_note *note)
{
	struct finding_list unasked = { .arena = context->arena };
	if (!last.at)
		return false;
	week_note_read(read(context, path, last), NULL, note, &unasked);
	return true;
}
