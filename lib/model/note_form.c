#include "model/note_form.h"

#include "md/conflict_mark.h"

static struct position line_of(const struct document *document, unsigned line)
{
	return (struct position){ .path = document->path, .line = line, .column = line > 0 };
}

static void report_opaque(const struct document *document, struct finding_list *findings)
{
	bool binary = span_find_byte(document->bytes, '\0') < document->bytes.length;
	finding_add(findings, binary ? FINDING_NOT_TEXT : FINDING_OPAQUE_NOTE, line_of(document, 0),
		"kept, but not read: %s", document->opaque);
}

static void report_conflict_mark(const struct document *document, unsigned line, struct finding_list *findings)
{
	struct finding *finding = finding_add(findings, FINDING_CONFLICT_MARK, line_of(document, line),
		"a merge's conflict mark (<<<<<<<); coach does not write to the note as long as it stands there");
	finding_hint(findings, finding, "keep what is right of the two versions, and remove the marks around them");
}

void note_form_check(const struct document *document, struct finding_list *findings)
{
	unsigned mark = conflict_mark_line(document->bytes);
	if (document->opaque)
		report_opaque(document, findings);
	if (document->front_matter.problem)
		finding_add_error(findings, FINDING_FRONT_MATTER, document->front_matter.problem);
	if (mark > 0)
		report_conflict_mark(document, mark, findings);
}
