/* Of several engagements, or inboxes, of one client one counts: an old copy in an archive must neither be read in place
 * of the one that is kept nor be written to. */
#ifndef COACH_PRACTICE_CLIENT_DOCUMENTS_H
#define COACH_PRACTICE_CLIENT_DOCUMENTS_H

#include "model/records.h"
#include "vault/vault.h"

/* Keeps the one where the configuration puts it, else the first by path, and names the others (duplicate_document). The
 * records are resolved. */
void client_documents_keep_one(
	struct arena *arena, const struct vault *vault, struct records *records, struct finding_list *findings);

#endif
