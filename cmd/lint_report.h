/* How `lint` shows findings: to people by severity, to editors line by line. */
#ifndef COACH_CMD_LINT_REPORT_H
#define COACH_CMD_LINT_REPORT_H

#include "base/value.h"
#include "report/report.h"

struct lint_result {
	struct optional_integer notes;
	struct optional_integer errors;
	struct optional_integer warnings;
	struct optional_integer infos;
};

/* Errors first. All placeholders of a note are one item that names their lines; links to one missing note are one item
 * at the first of them. `findings` are tidied (cmd/checking.h). */
void lint_report(struct report *report, const struct finding_list *findings, const struct lint_result *data);

/* "path:line:column: severity: message [code]", a line each, as compilers print and safe to show; a finding of no
 * place stands at 1:1. */
void lint_write_lines(const struct finding_list *findings, struct buffer *out);

#endif
