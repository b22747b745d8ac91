/* The steps of merge_blocks; for lib/md alone.
 *
 * A section's body (and the front matter) is cut into pieces, whole lines that are merged as one. Between pieces stand
 * only line ends and blank lines, so that lead, texts and gaps together are the body, byte for byte. */
#ifndef COACH_MD_MERGE_PARTS_H
#define COACH_MD_MERGE_PARTS_H

#include "md/merge.h"
#include "md/section.h"

enum { NONE = -1, ELSEWHERE = -2 };

enum piece_kind {
	PIECE_ITEM,  /* a list item with all that is nested in it */
	PIECE_FRAME, /* a table's header and delimiter row */
	PIECE_ROW,   /* stands behind a frame or another row, always */
	PIECE_PARAGRAPH,
	PIECE_OTHER, /* quote, code, HTML, comment, rule, link definition */
	PIECE_ENTRY, /* of the front matter: an entry, or a comment line */
};

struct piece {
	enum piece_kind kind;
	char group;       /* neighbours of one group form one list or table; a list's marker sign, else its kind's */
	struct span text; /* whole lines, the last one without its end */
	struct span gap;  /* from there to the next piece, or to the end of the body */
	struct span
		compared; /* equal where no one changed anything: no trailing space, list numbers and cell padding */
	struct span key;
	struct span words; /* letters of the first line, without figures */
	struct span task;  /* a task's text, without box and fields; empty for what is none */
	bool is_unique;    /* the key is a task's id or an entry's name: there is no second one */
};

struct piece_list {
	struct span lead; /* blank lines before the first piece; the whole body where there is none */
	struct piece *items;
	size_t count;
};

struct piece_list pieces_of_section(
	struct arena *arena, const struct document *document, const struct section *section);
struct piece_list pieces_of_front_matter(struct arena *arena, const struct document *document);
/* Fills the rest of a piece that has kind and text; the key of an entry is its first line. */
void piece_describe(struct arena *arena, struct piece *piece);
bool pieces_equal(const struct piece *a, const struct piece *b);
/* True when nothing is in it but placeholders, an empty box, or an entry's name. */
bool piece_is_placeholder(const struct piece *piece);

/* A list marker at the start of a line. */
struct marker {
	size_t number_offset;
	size_t number_length; /* 0 for a bullet */
	int number;
	char sign;     /* - * + . ) */
	size_t length; /* indentation and sign included */
};

bool marker_read(struct span line, struct marker *marker);

/* Who is whose partner: left[i] is the index on the right of the left side's i, and the other way round. NONE: no
 * partner; ELSEWHERE: not to be matched here. */
struct matching {
	int *left;
	int *right;
	size_t left_count;
	size_t right_count;
};

/* Three versions of one list, of pieces or of sections: what came from what. */
struct matches {
	struct matching base_ours;
	struct matching base_theirs;
	struct matching theirs_ours; /* what base has not */
};

struct matching matching_new(struct arena *arena, size_t left_count, size_t right_count);
void matching_join(struct matching *matching, size_t left, size_t right);
/* Joins what has no partner yet and stands between the same neighbours on both sides, in order, where `may_pair` says
 * so. */
void matching_join_by_place(
	struct matching *matching, bool (*may_pair)(const void *lists, size_t left, size_t right), const void *lists);
/* A matching of theirs with ours that leaves out what has a partner in base. */
struct matching matching_of_new(struct arena *arena, const struct matches *matches);
/* Leaves out what came to have one since. */
void matches_settle(struct matches *matches);
int matches_theirs_of(const struct matches *matches, size_t ours);
int matches_ours_of(const struct matches *matches, size_t theirs);
struct matches match_pieces(struct arena *arena, enum merge_purpose purpose, const struct piece_list *base,
	const struct piece_list *ours, const struct piece_list *theirs);
/* True when one may be the other reworded: what they share at both ends is at least half of the shorter one. */
bool words_reworded(struct span a, struct span b);

/* One merge, and what it has to tell. `section` is the title that notes carry. */
struct merge {
	struct arena *arena;
	enum merge_purpose purpose;
	const struct document *base; /* NULL: there is none */
	const struct document *ours;
	const struct document *theirs;
	struct span section;
	struct merge_note *notes;
	size_t note_count;
	size_t note_capacity;
};

void merge_add_note(struct merge *merge, enum merge_note_kind kind, struct span kept, struct span offered);
/* The text with the line ends of ours. */
struct span merge_with_line_ends(const struct merge *merge, struct span text);
/* More than any result has. */
size_t merge_most_bytes(const struct merge *merge);
/* Equal but for line ends. */
bool texts_equal(struct span a, struct span b);
struct span text_joined(struct arena *arena, struct span first, struct span second);
/* True when its last line has no end. */
bool text_is_open(struct span text);
/* Without blank lines and the last line's end behind it. */
struct span text_without_end(struct span text);

/* For taking back: a piece that the person changed in other lines than those that the change is about, with both; NULL
 * where they touch, or where the change made more lines or fewer. */
const struct piece *merge_piece_lines(
	const struct merge *merge, const struct piece *base, const struct piece *ours, const struct piece *theirs);

/* A piece's place in the result. */
struct placed {
	const struct piece *written;
	int base;
	int ours; /* NONE: inserted */
	int theirs;
	bool untouched; /* the person left it as base has it */
	bool removed;
};

struct sequence {
	struct placed *items;
	size_t count;
	size_t capacity;
};

/* What becomes of each piece, and in which order. */
struct sequence merge_order(struct merge *merge, const struct piece_list *base, const struct piece_list *ours,
	const struct piece_list *theirs);
/* The body that the sequence makes. */
struct span merge_write(const struct merge *merge, const struct sequence *sequence, const struct piece_list *ours,
	const struct piece_list *theirs);

/* The new text from the file's start to the first section: BOM and front matter. */
struct span merge_front_matter(struct merge *merge);
/* The new text of the file's sections, in order. */
struct span merge_sections(struct merge *merge);

/* The new body of a section that ours and theirs both have (theirs NULL: no longer). */
struct span merge_section_body(
	struct merge *merge, const struct section *base, const struct section *ours, const struct section *theirs);
/* The same where base has it not: filled where ours has nothing but placeholders. */
struct span fill_section_body(struct merge *merge, const struct section *ours, const struct section *theirs);
/* The bytes between a section's heading and the next one. */
struct span section_body(const struct document *document, const struct section *section);

#endif
