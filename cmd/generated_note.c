#include "cmd/generated_note.h"

#include "cmd/regenerate.h"
#include "model/outline.h"

int generated_note_begin(const struct context *context, const struct note_template *form, const struct note_file *file,
	struct generated_note *note, struct error *error)
{
	*note = (struct generated_note){ .form = form, .file = file };
	if (note_template_load(context->arena, context->vault, form, &note->template, error))
		return -1;
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
	const struct configuration *configuration = &context->vault->configuration;
	struct finding_list unasked = { .arena = context->arena };
	if (!last.at)
		return false;
	const struct document *document =
		document_parse(context->arena, path, last, (size_t)configuration->note_most_bytes);
	week_note_read(outline_of(context->arena, &configuration->aliases, document), NULL, note, &unasked);
	return true;
}
