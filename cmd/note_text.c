#include "cmd/note_text.h"

struct span note_text_finish(struct arena *arena, const struct buffer *out)
{
	struct span text = buffer_finish(arena, out);
	return span_slice(text, 0, text.length ? text.length - 1 : 0);
}
