#include "model/unfilled.h"

#include "codec/utf8.h"

#include <string.h>

static bool has_placeholders(enum note_kind kind)
{
	static const bool has_none[NOTE_KIND_COUNT] = {
		[NOTE_OTHER] = true,
		[NOTE_INBOX] = true,
		[NOTE_TRANSCRIPT] = true,
		[NOTE_METHODOLOGY] = true,
		[NOTE_TEMPLATE] = true,
	};
	return !has_none[kind];
}

/* In raw notes and logs people put their own brackets. `*section` is that of an earlier line. */
static bool is_free_text(const struct outline *outline, unsigned line, size_t *section)
{
	const struct section_list *sections = &outline->sections;
	while (*section + 1 < sections->count && sections->items[*section + 1].line <= line)
		++*section;
	const struct section *found = &sections->items[*section];
	return outline_section_is(outline, found, "notes") || outline_section_is(outline, found, "log");
}

/* `* [March Week 2] Onboard Client 1`: when, not what is missing. */
static bool is_period(const struct outline *outline, struct span placeholder)
{
	struct span found;
	struct span inner = span_slice(placeholder, 1, placeholder.length - 2);
	struct span folded = utf8_fold(outline->arena, inner);
	return inner.length < 40 && alias_find_in(outline->aliases, ALIAS_PERIOD, folded, &found) != NULL;
}

/* `[55]%`: filled in, and the brackets left standing. */
static bool is_number(struct span placeholder)
{
	struct span inner = span_slice(placeholder, 1, placeholder.length - 2);
	for (size_t i = 0; i < inner.length; i++)
		if (!strchr("0123456789.,% ", inner.at[i]))
			return false;
	return true;
}

static bool counts(const struct outline *outline, enum note_kind kind, struct span placeholder)
{
	const struct document *document = outline->document;
	if (document_is_hidden(document, document_offset(document, placeholder)))
		return false;
	return !is_number(placeholder) && !(kind == NOTE_PLAN && is_period(outline, placeholder));
}

static size_t count_in_line(const struct outline *outline, enum note_kind kind, struct span line, struct span *first)
{
	struct span placeholder;
	size_t offset = 0;
	size_t count = 0;
	while (text_next_placeholder(line, &offset, &placeholder))
		if (counts(outline, kind, placeholder) && count++ == 0)
			*first = placeholder;
	return count;
}

static void report(const struct outline *outline, struct span placeholder, size_t more, struct finding_list *findings)
{
	enum { MOST_SHOWN = 60 };
	bool cut = placeholder.length > MOST_SHOWN;
	struct span shown = span_slice(placeholder, 0,
		cut ? utf8_fit(span_slice(placeholder, 0, MOST_SHOWN), MOST_SHOWN) : placeholder.length);
	const char *rest = more ? arena_printf(outline->arena, ", nor %zu more on this line", more) : "";
	finding_add(findings, FINDING_PLACEHOLDER, document_position_of(outline->document, placeholder),
		"%.*s%s is not filled in yet%s", SPAN_PRINT(shown), cut ? "…" : "", rest);
}

/* Front matter has brackets of its own: there, a whole value is a placeholder or it is none. */
static size_t count_in_front_matter(const struct outline *outline, struct finding_list *findings)
{
	const struct front_matter *front = &outline->document->front_matter;
	size_t count = 0;
	for (size_t i = 0; front->root && i < front->root->count; i++) {
		const struct yaml_node *node = &front->root->children[i];
		if (node->kind != YAML_SCALAR || node->value.length == 0 || !text_is_placeholder(node->value))
			continue;
		count++;
		if (findings)
			finding_add(findings, FINDING_PLACEHOLDER,
				document_position(outline->document, front->offset + node->offset),
				"%.*s: %.*s is not filled in yet", SPAN_PRINT(node->key), SPAN_PRINT(node->value));
	}
	return count;
}

size_t unfilled_lines(const struct outline *outline, enum note_kind kind, struct finding_list *findings)
{
	const struct document *document = outline->document;
	if (!has_placeholders(kind) || document->opaque)
		return 0;
	size_t lines = count_in_front_matter(outline, findings);
	size_t section = 0;
	size_t body =
		document->front_matter.present ? document->front_matter.offset + document->front_matter.length : 0;
	for (unsigned line = 1; line <= document->line_count; line++) {
		struct span text = document_line(document, line);
		struct span first;
		if (text.length == 0 || document_offset(document, text) < body)
			continue;
		size_t count = count_in_line(outline, kind, text, &first);
		if (count == 0 || is_free_text(outline, line, &section))
			continue;
		lines++;
		if (findings)
			report(outline, first, count - 1, findings);
	}
	return lines;
}
