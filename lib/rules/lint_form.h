/* Headings and columns that nobody knows; part of lint_note. */
#ifndef COACH_RULES_LINT_FORM_H
#define COACH_RULES_LINT_FORM_H

#include "model/kinds.h"
#include "model/outline.h"

/* Where a section is missing that notes of this kind have, each heading that means nothing known may be it: a finding
 * that names the heading, and as hint the missing section whose words are nearest. */
void lint_headings(const struct outline *outline, enum note_kind kind, struct finding_list *findings);

/* Of these, only headings that nearly say a section that is missing and whose boxes later commands read (a week's
 * Rituals, a day's Top Three): "Rituale in dieser Woche". What is ticked below them counts nowhere. One that the
 * findings name already is left. Part of lint_headings. */
void lint_near_headings(const struct outline *outline, enum note_kind kind, struct finding_list *findings);

/* In tables of known sections most of whose columns are known: those that are not, with the nearest known one. */
void lint_columns(const struct outline *outline, struct finding_list *findings);

#endif
