/* A text by its units, for searching: a unit is a character with the marks on it. Units are compared folded
 * (utf8_fold_name), so that it does not matter how a letter is composed, written or typed, and a hit never cuts a
 * character in two. */
#ifndef COACH_CODEC_UNIT_FOLDS_H
#define COACH_CODEC_UNIT_FOLDS_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>
#include <stdint.h>

enum unit_class {
	UNIT_SYMBOL,   /* punctuation, emoji, and what is not seen */
	UNIT_SPACE,    /* folded to one blank */
	UNIT_WORD,     /* letters and figures of scripts with spaces between words */
	UNIT_UNSPACED, /* letters of the other scripts: a word begins and ends at any of them */
};

enum unit_form {
	UNIT_UNMARKED,    /* `ü` is `u` */
	UNIT_SPELLED_OUT, /* `ü` is `ue` */
	UNIT_FORM_COUNT
};

struct unit {
	struct span folded[UNIT_FORM_COUNT]; /* empty for what is not seen; valid until the next unit is read */
	enum unit_class class;
	bool is_mark;  /* it has no character to stand on, or more marks than one may have */
	size_t length; /* in bytes */
};

enum { UNIT_SLOTS = 1024, UNIT_SLOT_KEY = 8, UNIT_SLOT_TEXT = 20 };

/* What a unit was folded to. */
struct unit_slot {
	uint64_t key; /* its bytes; 0: none yet */
	unsigned char lengths[UNIT_FORM_COUNT];
	unsigned char class;
	char folded[UNIT_FORM_COUNT][UNIT_SLOT_TEXT];
};

/* What the units met so far were folded to: a text is searched without folding the same letter twice. */
struct unit_folds {
	struct arena scratch;
	struct unit_slot *slots; /* in the arena given to unit_folds_of */
};

struct unit_folds unit_folds_of(struct arena *arena);
void unit_folds_release(struct unit_folds *folds);

/* The unit at the start of the text, which is not empty. A bad byte is a symbol that equals no character. Dashes and
 * typographic quotes are folded as the ASCII ones that are typed for them. */
void unit_read(struct unit_folds *folds, struct span text, struct unit *unit);
/* The class of the unit before `offset`; UNIT_SPACE at the start. */
enum unit_class unit_class_before(struct span text, size_t offset);

#endif
