#include "base/slot.h"

#include "base/buffer.h"

#include <string.h>

enum { TEXT_MOST = 64 << 20 };

const struct slot *slot_at(struct span text, const struct slot *slots, size_t count)
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
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(TEXT_MOST);
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
