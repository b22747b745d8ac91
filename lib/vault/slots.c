#include "vault/slots.h"

#include "base/buffer.h"
#include "codec/yaml.h"
#include "md/document.h"
#include "sys/file.h"
#include "vault/template.h"

#include <string.h>

enum { NOTE_MOST = 64 << 20, TEMPLATE_MOST = 1 << 20 };

static bool holds_a_slot(struct span template, const struct slot *slots, size_t count)
{
	for (size_t i = 0; i < template.length; i++)
		if (slot_at(span_from(template, i), slots, count))
			return true;
	return false;
}

/* --- front matter ------------------------------------------------------------------------------------------------ */

/* A line up to its value: `client: `, `  - `. */
static size_t value_offset(struct span line)
{
	size_t colon = span_find(line, ": ");
	if (colon < line.length)
		return colon + 2 +
		       (span_from(line, colon + 2).length - span_trim_start(span_from(line, colon + 2)).length);
	struct span item = span_trim_start(line);
	return line.length - (span_skip(&item, "- ") ? span_trim_start(item).length : line.length);
}

/* How long the value is without the comment behind it. */
static size_t value_length(struct span value, char quote)
{
	size_t end = span_find(value, " #");
	if (quote)
		for (size_t i = 1; i < value.length; i++)
			end = value.at[i] == quote ? i + 1 : end;
	return span_trim_end(span_slice(value, 0, end)).length;
}

/* `[a, b]` and `{a: b}` hold values of their own; `[[{client}]]` is a link, and `{client}` a slot. */
static bool holds_values(struct span value, const struct slot *slots, size_t count)
{
	bool list = span_starts_with(value, "[") && !span_starts_with(value, "[[");
	return list || (span_starts_with(value, "{") && !slot_at(value, slots, count));
}

static struct slot *quoted(struct arena *arena, const struct slot *slots, size_t count)
{
	struct slot *copy = arena_new_array(arena, count, struct slot);
	for (size_t i = 0; i < count; i++)
		copy[i] = (struct slot){ slots[i].name, yaml_quote(arena, slots[i].text, '\0') };
	return copy;
}

static struct span fill_value(struct arena *arena, struct span value, const struct slot *slots, size_t count)
{
	char quote = value.length && (*value.at == '"' || *value.at == '\'') ? *value.at : '\0';
	if (!quote && holds_values(value, slots, count))
		return slots_fill(arena, value, quoted(arena, slots, count), count);
	size_t length = value_length(value, quote);
	struct span inner = quote ? span_slice(value, 1, length - 2) : span_slice(value, 0, length);
	struct span filled = slots_fill(arena, inner, slots, count);
	if (quote || filled.length)
		filled = yaml_quote(arena, filled, quote);
	return span_of(arena_printf(arena, "%.*s%.*s", SPAN_PRINT(filled), SPAN_PRINT(span_from(value, length))));
}

static void fill_line(struct arena *arena, struct buffer *out, struct span line, const struct slot *slots, size_t count)
{
	size_t offset = value_offset(line);
	buffer_add(out, span_slice(line, 0, offset));
	if (holds_a_slot(line, slots, count))
		buffer_add(out, fill_value(arena, span_from(line, offset), slots, count));
	else
		buffer_add(out, span_from(line, offset));
}

struct span slots_fill_note(struct arena *arena, struct span template, const struct slot *slots, size_t count)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_MOST);
	const struct document *document = document_parse(arena, "", template, TEMPLATE_MOST);
	const struct front_matter *front = &document->front_matter;
	size_t end = front->offset + front->length;
	struct span rest = span_slice(document->bytes, front->offset, front->length);
	struct span line;
	buffer_add(&out, span_slice(document->bytes, 0, front->offset));
	while (span_next_line(&rest, &line)) {
		const char *next = rest.at ? rest.at : document->bytes.at + end;
		fill_line(arena, &out, line, slots, count);
		buffer_add(&out, span_between(line.at + line.length, next));
	}
	buffer_add(&out, slots_fill(arena, span_from(document->bytes, end), slots, count));
	return buffer_finish(arena, &out);
}

/* --- templates --------------------------------------------------------------------------------------------------- */

static struct span shipped(const char *name)
{
	for (size_t i = 0; i < template_file_count; i++) {
		const struct template_file *file = &template_files[i];
		if (strcmp(file->template, "notes") == 0 && strcmp(file->path, name) == 0)
			return (struct span){ (const char *)file->bytes, file->length };
	}
	return SPAN_NONE;
}

/* The vault's own; at == NULL where it has none of that name that holds a slot. */
static int read_own(struct arena *arena, const struct vault *vault, const char *name, const struct slot *slots,
	size_t count, struct span *template, struct error *error)
{
	const char *folder = vault->configuration.templates_folder;
	struct span own = SPAN_NONE;
	if (folder[0] && vault_read(arena, vault, path_join(arena, folder, name), TEMPLATE_MOST, &own, error) < 0)
		return -1;
	*template = own.at && holds_a_slot(own, slots, count) ? own : SPAN_NONE;
	return 0;
}

int slots_template(struct arena *arena, const struct vault *vault, const char *name, const struct slot *slots,
	size_t count, struct span *template, struct error *error)
{
	if (read_own(arena, vault, name, slots, count, template, error))
		return -1;
	if (!template->at)
		*template = shipped(name);
	return 0;
}

/* "Day.de.md" of "Day.md". */
static const char *name_in(struct arena *arena, const char *name, enum language language)
{
	struct span stem = span_slice(span_of(name), 0, strlen(name) - strlen(".md"));
	return arena_printf(arena, "%.*s.%s.md", SPAN_PRINT(stem), language_names[language]);
}

int slots_template_in(struct arena *arena, const struct vault *vault, const char *name, enum language language,
	const struct slot *slots, size_t count, struct span *template, struct error *error)
{
	const char *of_language = name_in(arena, name, language);
	if (read_own(arena, vault, of_language, slots, count, template, error) ||
		(!template->at && read_own(arena, vault, name, slots, count, template, error)))
		return -1;
	if (!template->at)
		*template = shipped(of_language);
	if (!template->at)
		*template = shipped(name);
	return 0;
}
