/* A message as a mail program opens it: RFC 5322, its headers' other scripts as encoded words (RFC 2047), its body as
 * quoted-printable, or as base64 where that is clearly shorter (RFC 2045). ASCII alone, lines of at most 78 characters,
 * each ended by CRLF. Nothing that a name, a subject or a text holds can end a header or begin another. */
#ifndef COACH_CODEC_MAIL_H
#define COACH_CODEC_MAIL_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>

struct mail_address {
	struct span name;    /* of any script; may be empty */
	struct span address; /* mail_address_is_valid */
};

struct mail {
	struct mail_address from; /* without an address there is no From: the program that sends it adds its own */
	const struct mail_address *to;
	size_t to_count;
	struct span subject; /* one line is made of it */
	struct span body;    /* UTF-8 (what is none is repaired), lines ended in any way; control characters go */
	bool draft;          /* X-Unsent: mail programs open it to be sent */
};

/* `ada.l@mail.example.org`: a local part of plain words between points, and a domain of letters, digits and hyphens. Of
 * what RFC 5322 allows beside it (quoted parts, comments, other scripts) nothing. */
bool mail_address_is_valid(struct span address);
/* Cuts the first of several addresses (between them , or ;) off `list`, and of `Ada Example <ada@example.org>` what is
 * between the brackets; it may be empty or not valid. False where nothing is left. */
bool mail_address_next(struct span *list, struct span *address);

/* The message. Without Date and Message-ID, which belong to the moment of sending. Addresses that are not valid are
 * left out. */
struct span mail_text(struct arena *arena, const struct mail *mail);

#endif
