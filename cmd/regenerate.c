#include "cmd/regenerate.h"

#include "cmd/own_words.h"
#include "codec/utf8.h"
#include "md/merge.h"
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

static struct span merged(const struct context *context, const char *path, struct span base, const struct document *own,
	struct span generated)
{
	const struct document *last = base.at ? in_own_words(context, path, base, own) : NULL;
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
	struct span generated, struct error *error)
{
	struct span base;
	if (generated_last(context, path, &base, error) < 0)
		return -1;
	struct span text = span_is_blank(current)
				   ? generated
				   : merged(context, path, base, parsed(context, path, current), generated);
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
