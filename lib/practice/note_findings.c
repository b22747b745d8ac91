#include "practice/note_findings.h"

#include <string.h>

static void keep(const struct finding *finding, struct finding_list *kept)
{
	struct finding *copy = finding_add(kept, finding->code, finding->position, "%s", finding->message);
	copy->hint = finding->hint;
}

void note_findings_of_kind(
	const struct practice *practice, enum note_kind kind, const struct finding_list *all, struct finding_list *kept)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct finding *finding = &all->items[i];
		const char *path = finding->position.path;
		const struct note *note = path ? practice_note(practice, path) : NULL;
		if (finding->code == FINDING_UNREADABLE || (note && note->kind == kind))
			keep(finding, kept);
	}
}

void note_findings_of_actions(const struct finding_list *all, struct finding_list *kept)
{
	for (size_t i = 0; i < all->count; i++) {
		enum finding_code code = all->items[i].code;
		if (code == FINDING_UNREADABLE || code == FINDING_OPAQUE_NOTE || code == FINDING_DUPLICATE_ID)
			keep(&all->items[i], kept);
	}
}

void note_findings_of_clients(
	const struct practice *practice, const struct finding_list *all, struct finding_list *kept)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct finding *finding = &all->items[i];
		const char *path = finding->position.path;
		const struct note *note = path ? practice_note(practice, path) : NULL;
		bool of_client = note && (note->kind == NOTE_SESSION || note->kind == NOTE_ENGAGEMENT ||
						 note->kind == NOTE_INBOX);
		if (of_client || finding->code == FINDING_UNREADABLE || finding->code == FINDING_NO_PORTFOLIO)
			keep(finding, kept);
	}
}

void note_findings_of_path(const char *path, const struct finding_list *all, struct finding_list *kept)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct finding *finding = &all->items[i];
		bool about = finding->position.path && strcmp(finding->position.path, path) == 0;
		if (finding->code == FINDING_UNREADABLE || about)
			keep(finding, kept);
	}
}
