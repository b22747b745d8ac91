#include "base/packed.h"

enum { NUMBER_BYTES = 4 };

void packed_add(struct buffer *bytes, uint32_t number)
{
	char packed[NUMBER_BYTES];
	for (int i = 0; i < NUMBER_BYTES; i++)
		packed[i] = (char)(number >> (8 * i) & 0xFF);
	buffer_add(bytes, (struct span){ packed, sizeof(packed) });
}

void packed_add_long(struct buffer *bytes, uint64_t number)
{
	packed_add(bytes, (uint32_t)(number & 0xFFFFFFFF));
	packed_add(bytes, (uint32_t)(number >> 32));
}

void packed_add_text(struct buffer *bytes, struct span text)
{
	packed_add(bytes, (uint32_t)text.length);
	buffer_add(bytes, text);
}

uint32_t packed_read(struct packed *packed)
{
	packed->good = packed->good && packed->rest.length >= NUMBER_BYTES;
	if (!packed->good)
		return 0;
	const unsigned char *at = (const unsigned char *)packed->rest.at;
	uint32_t number = (uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 | (uint32_t)at[3] << 24;
	packed->rest = span_from(packed->rest, NUMBER_BYTES);
	return number;
}

uint32_t packed_read_below(struct packed *packed, uint32_t limit)
{
	uint32_t number = packed_read(packed);
	packed->good = packed->good && number < limit;
	return packed->good ? number : 0;
}

uint64_t packed_read_long(struct packed *packed)
{
	uint64_t low = packed_read(packed);
	return low | (uint64_t)packed_read(packed) << 32;
}

struct span packed_read_text(struct packed *packed)
{
	size_t length = packed_read(packed);
	packed->good = packed->good && length <= packed->rest.length;
	if (!packed->good || length == 0)
		return SPAN_NONE;
	struct span text = span_slice(packed->rest, 0, length);
	packed->rest = span_from(packed->rest, length);
	return text;
}
