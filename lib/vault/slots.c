#include "vault/slots.h"

#include "base/buffer.h"
#include "sys/file.h"
#include "vault/template.h"

#include <string.h>

enum { NOTE_MOST = 64 << 20, TEMPLATE_MOST = 1 << 20 };

/* The slot that `text` begins with, braces included, or NULL. */
static const struct slot *slot_at(struct span text, const struct slot *slots, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t length = strlen(slots[i].name);
		bool here = text.length >= length + 2 && text.at[0] == '{' && text.at[length + 1] == '}' &&
			    memcmp(text.at + 1, slots[i].name, length) == 0;
		if (here)
			return &slots[i];
	}
	return NULL;
}

static bool stands_alone(struct span template, size_t offset, size_t length)
{
	bool begins = offset == 0 || template.at[offset - 1] == '\n';
	return begins && (offset + length == template.length || template.at[offset + length] == '\n');
}

struct span slots_fill(struct arena *arena, struct span template, const struct slot *slots, size_t count)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(NOTE_MOST);
	for (size_t i = 0; i < template.length;) {
		const struct slot *slot = slot_at(span_from(template, i), slots, count);
		if (!slot) {
			buffer_add_byte(&out, template.at[i++]);
			continue;
		}
		size_t length = strlen(slot->name) + 2;
		bool drops_line = !slot->text.length && stands_alone(template, i, length);
		buffer_add(&out, slot->text);
		i += length + (drops_line && i + length < template.length);
	}
	return buffer_finish(arena, &out);
}

static bool holds_a_slot(struct span template, const struct slot *slots, size_t count)
{
	for (size_t i = 0; i < template.length; i++)
		if (slot_at(span_from(template, i), slots, count))
			return true;
	return false;
}

static struct span shipped(const char *name)
{
	for (size_t i = 0; i < template_file_count; i++) {
		const struct template_file *file = &template_files[i];
		if (strcmp(file->template, "notes") == 0 && strcmp(file->path, name) == 0)
			return (struct span){ (const char *)file->bytes, file->length };
	}
	return SPAN_NONE;
}

int slots_template(struct arena *arena, const struct vault *vault, const char *name, const struct slot *slots,
	size_t count, struct span *template, struct error *error)
{
	const char *folder = vault->configuration.templates_folder;
	struct span own = SPAN_NONE;
	if (folder[0] && vault_read(arena, vault, path_join(arena, folder, name), TEMPLATE_MOST, &own, error) < 0)
		return -1;
	*template = own.at && holds_a_slot(own, slots, count) ? own : shipped(name);
	return 0;
}
