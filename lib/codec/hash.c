#include "codec/hash.h"

#include <stdio.h>

/* Taken in from its header: one library fewer to load at each start. */
#define XXH_INLINE_ALL
#include <xxhash.h>

enum { DIGITS_EACH = 16 };

struct digest digest_of(struct span bytes)
{
	XXH128_hash_t hash = XXH3_128bits(bytes.length ? bytes.at : "", bytes.length);
	return (struct digest){ hash.high64, hash.low64 };
}

bool digest_equal(struct digest a, struct digest b)
{
	return a.high == b.high && a.low == b.low;
}

struct digest_text digest_format(struct digest digest)
{
	struct digest_text formatted;
	snprintf(formatted.text, sizeof(formatted.text), "%016llx%016llx", digest.high, digest.low);
	return formatted;
}

static bool parse_half(struct span digits, unsigned long long *value)
{
	unsigned long long read = 0;
	for (size_t i = 0; i < digits.length; i++) {
		char digit = digits.at[i];
		if (digit >= '0' && digit <= '9')
			read = read << 4 | (unsigned long long)(digit - '0');
		else if (digit >= 'a' && digit <= 'f')
			read = read << 4 | (unsigned long long)(digit - 'a' + 10);
		else
			return false;
	}
	*value = read;
	return true;
}

bool digest_parse(struct span text, struct digest *digest)
{
	struct digest read;
	if (text.length != 2 * DIGITS_EACH)
		return false;
	if (!parse_half(span_slice(text, 0, DIGITS_EACH), &read.high) ||
		!parse_half(span_from(text, DIGITS_EACH), &read.low))
		return false;
	*digest = read;
	return true;
}
