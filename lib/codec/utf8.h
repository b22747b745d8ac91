/* Text as people see it (utf8proc): how wide it is, and when two texts mean the same heading, label or name.
 *
 * Input may be any bytes; an invalid byte counts as one replacement character. */
#ifndef COACH_CODEC_UTF8_H
#define COACH_CODEC_UTF8_H

#include "base/arena.h"
#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decodes one character at the start; returns its length in bytes (1 for an invalid byte, with *character = 0xFFFD),
 * 0 at the end of the text. */
size_t utf8_decode(struct span text, uint32_t *character);
/* Writes the character, which must be one of Unicode, and returns the number of bytes: 1 to 4. */
size_t utf8_encode(uint32_t character, char bytes[4]);
/* Letters, marks on letters and figures of any script; emoji, arrows, punctuation and space are none. */
bool utf8_is_word_character(uint32_t character);
/* Dashes, brackets, quotes, full stops … of any script; "+" and emoji are symbols. */
bool utf8_is_punctuation(uint32_t character);
/* Space of any script, line ends too. */
bool utf8_is_white(uint32_t character);
/* What stands on the character before it; also the half-width forms of the two Japanese sound marks. */
bool utf8_is_mark(uint32_t character);
/* Chinese, Japanese, Korean, Thai, Lao, Burmese, Khmer: a word may stand inside a run of letters. */
bool utf8_is_written_without_spaces(uint32_t character);
bool utf8_is_valid(struct span text);
bool utf8_is_ascii(struct span text);
/* A copy that is valid UTF-8: U+FFFD for each invalid byte. */
struct span utf8_repair(struct arena *arena, struct span text);

/* Columns in a terminal: 2 for East Asian wide characters and emoji, 0 for combining marks, joiners and variation
 * selectors; a cluster joined by ZWJ, or ending in VS16, counts 2. */
size_t utf8_width(struct span text);
/* Length in bytes of the longest start that is at most `columns` wide and does not cut a cluster. */
size_t utf8_fit(struct span text, size_t columns);
/* Length in bytes of the first grapheme cluster; 0 at the end. */
size_t utf8_cluster(struct span text);

/* The form in which texts are compared: NFKC with case folded (so full-width forms are their ASCII twins), white space
 * runs collapsed to one space and trimmed, control and format characters dropped. Of more than 30 marks in a row, which
 * no language writes, the order counts. */
struct span utf8_fold(struct arena *arena, struct span text);
/* How a name may be typed, the closest to its writing first. Marks are those on Latin, Greek and Cyrillic letters; in
 * other scripts they make letters of their own and stay. */
enum name_form {
	NAME_AS_WRITTEN,  /* utf8_fold: `jürgen`, `zoë`, `søren` */
	NAME_UNMARKED,    /* `jurgen`, `zoe`, `soren` */
	NAME_SPELLED_OUT, /* `juergen`, `zoe`, `soeren`: ä, ö, ü, ø, å by two letters, then without marks */
	NAME_FORM_COUNT
};
struct span utf8_fold_name(struct arena *arena, struct span text, enum name_form form);
/* utf8_fold of what is left of a heading, label, column or cell without: Markdown emphasis and code marks, link
 * brackets (the alias or the note's name stays), emoji and symbols, a leading section number ("2.", "§4", "3.1 ",
 * "IV."), trailing brackets in any script with their content, and a trailing colon.
 * `## 2. **Active Roster** (Capacity Board) 🔥` becomes `active roster`. A text of brackets alone keeps its content, one
 * of symbols alone is folded as it is, and so is one of more than 1,024 bytes, which is no title. */
struct span utf8_fold_title(struct arena *arena, struct span text);
/* The words of a folded text are compared as prefixes: true when every word of `part` begins a word of `whole` or, if
 * it is of a script without spaces, that word occurs in `whole`. Words of `whole` begin at spaces and punctuation
 * (`lena` matches `anna-lena`). Both already folded; an empty `part` matches nothing. */
bool utf8_matches_part(struct span whole, struct span part);

/* NFC, for file names. */
struct span utf8_compose(struct arena *arena, struct span text);
/* A copy safe to show on a terminal: C0 (but \n and \t), DEL, C1, bidirectional controls and tag characters dropped. */
struct span utf8_without_controls(struct arena *arena, struct span text);
/* The same on one line: a blank for each line feed and tab. For names and messages from elsewhere. */
struct span utf8_safe_line(struct arena *arena, struct span text);
/* The same for what a person typed: what was several lines, or laid out with blanks, reads as one sentence. */
struct span utf8_sentence(struct arena *arena, struct span text);

#endif
