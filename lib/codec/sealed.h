/* Bytes that only this program reads again, closed by their own digest: what was torn, cut or touched does not open.
 * Between head and digest stand numbers and texts as base/packed.h has them. */
#ifndef COACH_CODEC_SEALED_H
#define COACH_CODEC_SEALED_H

#include "base/packed.h"
#include "codec/hash.h"

/* Adds the head: what the bytes are, and the version of their form. */
void sealed_begin(struct buffer *bytes, const char *head);
/* Adds the digest of all that was added since the buffer was empty. */
void sealed_end(struct buffer *bytes);
/* What stands between head and digest; false where either is not as it should be. */
bool sealed_open(struct span bytes, const char *head, struct packed *packed);

void digest_pack(struct buffer *bytes, struct digest digest);
struct digest digest_unpack(struct packed *packed);

#endif
