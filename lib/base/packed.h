/* Numbers and texts as plain bytes, for what this program alone reads again: four bytes a number, the lowest first; a
 * text behind its length. Reading checks each length; what does not fit makes `good` false and gives zeros from then
 * on, so one check at the end is enough. */
#ifndef COACH_BASE_PACKED_H
#define COACH_BASE_PACKED_H

#include "base/buffer.h"

#include <stdint.h>

struct packed {
	struct span rest; /* not read yet */
	bool good;
};

void packed_add(struct buffer *bytes, uint32_t number);
void packed_add_long(struct buffer *bytes, uint64_t number);
void packed_add_text(struct buffer *bytes, struct span text);

uint32_t packed_read(struct packed *packed);
/* A number below the limit: a larger one is no good. */
uint32_t packed_read_below(struct packed *packed, uint32_t limit);
uint64_t packed_read_long(struct packed *packed);
/* Points into the bytes; at == NULL for an empty text. */
struct span packed_read_text(struct packed *packed);

#endif
