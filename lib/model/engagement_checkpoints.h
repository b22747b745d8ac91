/* The regular checkpoints of an engagement (vault-template/practice/Templates/Engagement.md §10), for engagement.c. */
#ifndef COACH_MODEL_ENGAGEMENT_CHECKPOINTS_H
#define COACH_MODEL_ENGAGEMENT_CHECKPOINTS_H

#include "model/engagement.h"
#include "model/outline.h"

/* Fills the checkpoints in order of the note. How often one comes says its label (`**Monthly:** Figures`), else the
 * item or heading that it stands below, else its own words (`Figures, once a month`); of a table the cell that says it,
 * and the checkpoint is the row's first other cell. An item or a row that does not say it is a finding
 * (checkpoint_unread) and left out, as placeholders are. */
void engagement_checkpoints_read(
	const struct outline *outline, struct engagement *engagement, struct finding_list *findings);

#endif
