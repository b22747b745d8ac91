/* The report that the renderers' tests show. */
#ifndef COACH_TEST_SAMPLE_REPORT_H
#define COACH_TEST_SAMPLE_REPORT_H

#include "test.h"

#include "report/report.h"

static inline void add_sample_row(
	struct report *report, struct report_node *table, const char *name, const char *hours, enum report_tone tone)
{
	struct report_cell *cells = report_row(report, table);
	report_cell_set(report, &cells[0], TONE_PLAIN, "%s", name);
	report_cell_set(report, &cells[1], tone, "%s", hours);
}

static inline struct report sample_report(struct arena *arena)
{
	static const char *const columns[] = { "Client", "Hours" };
	struct report report = report_of(arena);
	report_text(&report, NULL, TONE_PLAIN, "Week **2026-W47**");
	struct report_node *section = report_section(&report, NULL, "Hours");
	struct report_node *table = report_table(&report, section, columns, 2, "lr");
	add_sample_row(&report, table, "[[Ana Silva|Ana]]", "1.5", TONE_GOOD);
	add_sample_row(&report, table, "李雷", "12.0", TONE_BAD);
	add_sample_row(&report, table, "a|b 🔥", "", TONE_PLAIN);
	struct report_node *list = report_list(&report, section);
	report_item(&report, list, TONE_QUIET, "first");
	report_item(&report, list, TONE_PLAIN, "second");
	struct report_node *terms = report_terms(&report, NULL);
	report_term(&report, terms, "Vault", "%s", "~/Practice");
	report_term(&report, terms, "As of", "%s", "2026-11-20");
	report_code(&report, NULL, span_of("``` x\n\ny\n"));
	return report;
}

#endif
