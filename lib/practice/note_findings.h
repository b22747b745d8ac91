/* Of what loading a practice found, the part that a command on a few notes has to say: what is wrong elsewhere is for
 * `lint` and `status`. */
#ifndef COACH_PRACTICE_NOTE_FINDINGS_H
#define COACH_PRACTICE_NOTE_FINDINGS_H

#include "practice/practice.h"

/* Adds those about notes of that kind to `kept`, and those about files that could not be read: their kind is unknown.
 */
void note_findings_of_kind(const struct practice *practice, enum note_kind kind, const struct finding_list *all,
	struct finding_list *kept);
/* Those about notes of clients: sessions, engagements, inboxes; and that there is no portfolio, or no roster in it. */
void note_findings_of_clients(
	const struct practice *practice, const struct finding_list *all, struct finding_list *kept);
/* For a command about one client: those about that client's notes and their line in the roster, and nothing out of the
 * notes of others. A file that cannot be read may be theirs, unless it, or a folder above it, is called as another
 * client. */
void note_findings_of_client(const struct practice *practice, const struct roster_client *client,
	const struct finding_list *all, struct finding_list *kept);
/* Those about files that cannot be read, and may hold actions, and about actions of which two share an id; not those of
 * other clients' notes, where a client is given. */
void note_findings_of_actions(const struct practice *practice, const struct roster_client *client,
	const struct finding_list *all, struct finding_list *kept);
/* Those about one note, and about files that could not be read. */
void note_findings_of_path(const char *path, const struct finding_list *all, struct finding_list *kept);

#endif
