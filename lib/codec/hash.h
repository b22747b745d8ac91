/* A fingerprint of bytes (XXH3, 128 bits), to see that a file is still the one that was read. Not for secrets. */
#ifndef COACH_CODEC_HASH_H
#define COACH_CODEC_HASH_H

#include "base/span.h"

#include <stdbool.h>

struct digest {
	unsigned long long high;
	unsigned long long low;
};

struct digest_text {
	char text[33]; /* 32 hexadecimal digits and a NUL */
};

struct digest digest_of(struct span bytes);
bool digest_equal(struct digest a, struct digest b);
struct digest_text digest_format(struct digest digest);
bool digest_parse(struct span text, struct digest *digest);

#endif
