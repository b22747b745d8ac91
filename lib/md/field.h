/* Labelled values in running text: `**Label:** value`, `**Label**: value`, `**Label** — value`, `Label: value` at the
 * start of a line, in a paragraph, a list item or a quote, and Dataview's `Label:: value` and `[label:: value]`. */
#ifndef COACH_MD_FIELD_H
#define COACH_MD_FIELD_H

#include "md/document.h"

struct field {
	struct span label; /* without emphasis, colon and dash; as written otherwise. Full-width colons count. */
	struct span value; /* trimmed; to the end of the paragraph or item, over its continuation lines, but not into
			    * the next labelled line nor a nested list. Points into the document; may be empty. */
	int block;         /* the paragraph it stands in */
	bool bold;         /* the label was emphasised: a plain `Label: value` may be mere prose */
};

struct field_list {
	struct field *items;
	size_t count;
};

/* The fields in blocks [first, end), in order; those in comments and code are left out. */
struct field_list document_fields(struct arena *arena, const struct document *document, int first, int end);

enum field_label { FIELD_LABEL_NONE, FIELD_LABEL_PLAIN, FIELD_LABEL_BOLD, FIELD_LABEL_DATAVIEW };

/* Reads the label at the start of a line (without indentation and markers); `value` is the trimmed rest of the line,
 * empty just behind the label where there is none. */
enum field_label field_read_label(struct span line, struct span *label, struct span *value);

/* The next `[label:: value]` or `(label:: value)` in `text` from *offset on; true with its parts, and *offset moved
 * behind it. */
bool field_next_bracketed(struct span text, size_t *offset, struct span *whole, struct span *label, struct span *value);

#endif
