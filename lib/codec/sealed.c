#include "codec/sealed.h"

enum { DIGEST_BYTES = 16 };

void digest_pack(struct buffer *bytes, struct digest digest)
{
	packed_add_long(bytes, digest.high);
	packed_add_long(bytes, digest.low);
}

struct digest digest_unpack(struct packed *packed)
{
	struct digest digest = { .high = packed_read_long(packed) };
	digest.low = packed_read_long(packed);
	return digest;
}

void sealed_begin(struct buffer *bytes, const char *head)
{
	buffer_add_text(bytes, head);
	buffer_add_byte(bytes, '\n');
}

void sealed_end(struct buffer *bytes)
{
	digest_pack(bytes, digest_of(buffer_span(bytes)));
}

bool sealed_open(struct span bytes, const char *head, struct packed *packed)
{
	if (bytes.length < DIGEST_BYTES)
		return false;
	struct span content = span_slice(bytes, 0, bytes.length - DIGEST_BYTES);
	struct packed end = { span_from(bytes, content.length), true };
	if (!digest_equal(digest_unpack(&end), digest_of(content)) || !span_skip(&content, head) ||
		!span_skip(&content, "\n"))
		return false;
	*packed = (struct packed){ content, true };
	return true;
}
