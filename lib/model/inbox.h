/* A client's asynchronous messages, one line each (docs/formats.md):
 * `- 2026-11-18 09:12 ← [slack] The CFO moved the meeting to Monday.` */
#ifndef COACH_MODEL_INBOX_H
#define COACH_MODEL_INBOX_H

#include "base/date.h"
#include "md/document.h"
#include "model/finding.h"

struct outline; /* model/outline.h */

struct message {
	struct date date;
	int time;            /* minutes after midnight, -1 when not given */
	bool from_client;    /* ← ; → is to the client */
	struct span channel; /* without brackets */
	struct span text;
	unsigned line;
};

struct inbox {
	const struct document *document;
	struct span client;       /* front matter `client:`, else the folder's name */
	int client_id;            /* records_resolve */
	struct message *messages; /* by day and time, whichever way the note has them */
	size_t message_count;
};

void inbox_read(const struct outline *outline, struct inbox *inbox, struct finding_list *findings);

#endif
