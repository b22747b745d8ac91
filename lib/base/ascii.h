/* Classes of ASCII characters, the same in every locale; bytes of other characters belong to none. */
#ifndef COACH_BASE_ASCII_H
#define COACH_BASE_ASCII_H

#include "base/span.h"

static inline bool ascii_is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static inline bool ascii_is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static inline bool ascii_is_alphanumeric(char byte)
{
	return ascii_is_letter(byte) || ascii_is_digit(byte);
}

static inline char ascii_lower(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : byte;
}

static inline bool ascii_begins_with_digit(struct span text)
{
	return text.length && ascii_is_digit(*text.at);
}

/* How many digits the text begins with. */
static inline size_t ascii_digits(struct span text)
{
	size_t count = 0;
	while (count < text.length && ascii_is_digit(text.at[count]))
		count++;
	return count;
}

#endif
