#include "cmd/regenerate.h"

#include "cmd/own_words.h"
#include "codec/utf8.h"
#include "md/edit.h"
#include "md/merge.h"
#include "model/outline.h"
#include "model/wording.h"
#include "sys/file.h"

enum { SHOWN_COLUMNS = 120 };

/* The first line of a block, as far as a finding has room for it. */
static struct span shown(struct arena *arena, struct span block)
{
	struct span line;
	if (!span_next_line(&block, &line))
		return SPAN_NONE;
	size_t fits = utf8_fit(line, SHOWN_COLUMNS);
	if (fits == line.length && !block.length)
		return line;
	return span_of(arena_printf(arena, "%.*s …", SPAN_PRINT(span_slice(line, 0, fits))));
}

static void report_note(const struct context *context, const char *path, const struct merge_note *note)
{
	struct finding_list *findings = context->findings;
	struct position place = { path, 0, 0 };
	int section = (int)note->section.length;
	const char *title = note->section.length ? note->section.at : "";
	struct span kept = shown(context->arena, note->kept);
	struct span offered = shown(context->arena, note->offered);
	struct finding *finding;
	switch (note->kind) {
	case MERGE_KEPT_EDIT:
		finding = finding_add(findings, FINDING_KEPT_EDIT, place, "in \"%.*s\" your text was kept: %.*s",
			section, title, SPAN_PRINT(kept));
		finding_hint(findings, finding, "the new text would be: %.*s", SPAN_PRINT(offered));
		return;
	case MERGE_KEPT_DELETION:
		if (span_starts_with(note->offered, "#")) {
			finding_add(findings, FINDING_KEPT_EDIT, place, "\"%.*s\" is gone from your note and stays so",
				section, title);
			return;
		}
		finding_add(findings, FINDING_KEPT_EDIT, place, "in \"%.*s\" what you deleted stays deleted: %.*s",
			section, title, SPAN_PRINT(offered));
		return;
	case MERGE_LEFT_SECTION:
		finding_add(findings, FINDING_KEPT_EDIT, place, "\"%.*s\" was left as you wrote it", section, title);
		return;
	case MERGE_KEPT_CHANGED:
		return;
	}
}

static struct document *parsed(const struct context *context, const char *path, struct span text)
{
	return document_parse(context->arena, path, text, (size_t)context->vault->configuration.note_most_bytes);
}

/* The text with its headings and front matter keys as the person's note has them. */
static struct document *in_own_words(
	const struct context *context, const char *path, struct span text, const struct document *own)
{
	const struct aliases *aliases = &context->vault->configuration.aliases;
	struct document *document = parsed(context, path, text);
	return parsed(context, path, own_words(context->arena, aliases, document, own));
}

/* "Up to date" alone would hide them. */
static void report_deletions(const struct context *context, const char *path, size_t count)
{
	if (count)
		finding_add(context->findings, FINDING_KEPT_EDIT, (struct position){ path, 0, 0 },
			"%zu generated line%s %s not in the note, because %s taken out", count, count == 1 ? "" : "s",
			count == 1 ? "is" : "are", count == 1 ? "it was" : "they were");
}

/* As if coach had written nothing yet but the heading of the section `gathers`, so that its items come beside what
 * stands there; NULL where the note has no such section. */
static const struct document *begun(const struct context *context, const struct document *own, const char *gathers)
{
	const struct aliases *aliases = &context->vault->configuration.aliases;
	const struct section *section =
		gathers ? outline_section(outline_of(context->arena, aliases, own), gathers) : NULL;
	if (!section)
		return NULL;
	const char *heading =
		arena_printf(context->arena, "%.*s %.*s\n", section->level, "######", SPAN_PRINT(section->title));
	return parsed(context, own->path, span_of(heading));
}

static struct span merged(const struct context *context, const char *path, struct span base, const struct document *own,
	struct span generated, const char *gathers)
{
	const struct document *last = base.at ? in_own_words(context, path, base, own) : begun(context, own, gathers);
	const struct document *new = in_own_words(context, path, generated, own);
	struct merge_result result = merge_blocks(context->arena, MERGE_REGENERATE, last, own, new);
	for (size_t i = 0; i < result.note_count; i++)
		report_note(context, path, &result.notes[i]);
	if (last)
		report_deletions(context, path, merge_count_deletions(context->arena, last, own, new));
	return result.text;
}

int generated_last(const struct context *context, const char *path, struct span *text, struct error *error)
{
	size_t most = (size_t)context->vault->configuration.note_most_bytes;
	return vault_read(context->arena, context->vault, changeset_base_path(context->arena, path), most, text, error);
}

int regenerate(const struct context *context, struct outcome *outcome, const char *path, struct span current,
	struct span generated, const char *gathers, struct error *error)
{
	struct span base;
	if (generated_last(context, path, &base, error) < 0)
		return -1;
	struct span text = span_is_blank(current)
				   ? generated
				   : merged(context, path, base, parsed(context, path, current), generated, gathers);
	changeset_put(&outcome->changes, path, current, text);
	changeset_put_base(&outcome->changes, path, base, generated);
	return 0;
}

static void report_kept(const struct context *context, const char *path)
{
	struct finding *finding = finding_add(
		context->findings, FINDING_KEPT_EDIT, (struct position){ path, 0, 0 }, "your text was kept");
	finding_hint(context->findings, finding, "remove the file, and the next run writes it anew");
}

int regenerate_whole(const struct context *context, struct outcome *outcome, const char *path, struct span generated,
	struct error *error)
{
	size_t most = (size_t)context->vault->configuration.note_most_bytes;
	struct span base;
	struct span current;
	if (generated_last(context, path, &base, error) ||
		vault_read(context->arena, context->vault, path, most, &current, error))
		return -1;
	if (current.at && !span_equal(current, generated) && !(base.at && span_equal(current, base))) {
		report_kept(context, path);
		return 0;
	}
	changeset_put(&outcome->changes, path, current, generated);
	changeset_put_base(&outcome->changes, path, base, generated);
	return 0;
}

/* --- one section ------------------------------------------------------------------------------------------------- */

/* The body below the heading that the note has for it. */
static const struct document *section_document(
	const struct context *context, const struct document *note, const struct section *section, struct span body)
{
	const char *text = arena_printf(context->arena, "%.*s %.*s\n\n%.*s", section->level, "######",
		SPAN_PRINT(section->title), SPAN_PRINT(body));
	return parsed(context, note->path, span_of(text));
}

/* The section holds the label that such a text begins with, in any language. */
static bool seems_generated(
	struct arena *arena, const struct document *note, const struct section *section, const char *name)
{
	struct span own = span_slice(note->bytes, section->body, section->end - section->body);
	for (int i = 0; i < LANGUAGE_COUNT; i++) {
		enum language language = (enum language)i;
		const struct slot slots[] = { { "label", wording_text(arena, language, name, NULL, 0) },
			{ "value", SPAN_NONE } };
		struct span label = span_trim_end(wording_text(arena, language, "field", slots, 2));
		if (span_contains(own, arena_copy_text(arena, label)))
			return true;
	}
	return false;
}

static struct span merged_section(const struct context *context, const struct document *note,
	const struct section *section, struct span base, const struct generated_section *generated)
{
	const struct document *new = section_document(context, note, section, generated->body);
	const struct document *last = NULL;
	if (base.at || !seems_generated(context->arena, note, section, generated->label))
		last = section_document(context, note, section, base);
	struct merge_result result = merge_blocks(context->arena, MERGE_REGENERATE, last, note, new);
	for (size_t i = 0; i < result.note_count; i++)
		report_note(context, note->path, &result.notes[i]);
	if (last)
		report_deletions(context, note->path, merge_count_deletions(context->arena, last, note, new));
	return result.text;
}

static struct span added_section(
	const struct context *context, const struct document *note, const struct generated_section *generated)
{
	struct edit_list edits = edits_of(context->arena, note);
	edit_insert_section(
		&edits, NULL, 2, wording_word(generated->language, ALIAS_HEADING, generated->term), generated->body);
	return edits_apply(&edits);
}

static void report_unknown(
	const struct context *context, const char *path, const struct generated_section *generated, bool kept)
{
	struct span title = wording_word(generated->language, ALIAS_HEADING, generated->term);
	struct finding *finding = finding_add(context->findings, FINDING_SOURCE_UNKNOWN, *generated->unknown,
		"what stands here could not be read, so \"%.*s\" of %s %s", SPAN_PRINT(title), path,
		kept ? "stays as it is" : "lacks it");
	finding_hint(context->findings, finding, "when it is there again, run the command once more");
}

int regenerate_section(const struct context *context, struct outcome *outcome, const struct document *current,
	struct span before, const struct generated_section *generated, struct error *error)
{
	const struct aliases *aliases = &context->vault->configuration.aliases;
	const struct outline *outline = outline_of(context->arena, aliases, current);
	const struct section *section = outline_section(outline, generated->term);
	const char *kept = arena_printf(context->arena, "%s.%s", current->path, generated->term);
	struct span base;
	if (generated_last(context, kept, &base, error))
		return -1;
	if (generated->unknown)
		report_unknown(context, current->path, generated, base.at != NULL);
	if (generated->unknown && base.at)
		return 0;
	struct span text = section ? merged_section(context, current, section, base, generated)
				   : added_section(context, current, generated);
	changeset_put(&outcome->changes, current->path, before, text);
	changeset_put_base(&outcome->changes, kept, base, generated->body);
	return 0;
}
