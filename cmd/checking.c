#include "cmd/checking.h"

#include "model/note_form.h"
#include "model/outline.h"
#include "rules/lint_links.h"
#include "rules/lint_note.h"
#include "rules/lint_practice.h"
#include "rules/metric_doubt.h"
#include "rules/overdue_sessions.h"
#include "sys/walk.h"

#include <string.h>

static bool is_of_practice(const struct practice *practice)
{
	return practice->records.session_count > 0 || practice->records.engagement_count > 0 ||
	       practice->records.inbox_count > 0;
}

/* An executive's vault has no clients, so no portfolio is missing there. */
static void drop_missing_portfolio(const struct practice *practice, struct finding_list *findings)
{
	size_t kept = 0;
	for (size_t i = 0; i < findings->count; i++)
		if (findings->items[i].code != FINDING_NO_PORTFOLIO || is_of_practice(practice))
			findings->items[kept++] = findings->items[i];
	findings->count = kept;
}

/* --- links ------------------------------------------------------------------------------------------------------- */

/* Every file of the vault; the walk lists notes in the order of `notes`. */
static int read_targets(struct arena *arena, const struct vault *vault, const struct note_list *notes,
	struct link_targets *targets, struct error *error)
{
	struct walk_list list;
	if (walk_folder(arena, vault->root, configuration_name, WALK_NAMES, &list, error))
		return -1;
	struct link_target *found = arena_new_array(arena, list.count, struct link_target);
	size_t next = 0;
	for (size_t i = 0; i < list.count; i++) {
		found[i].path = list.entries[i].path;
		bool is_next = next < notes->count && strcmp(notes->items[next].path, found[i].path) == 0;
		found[i].document = is_next ? notes->items[next++].document : NULL;
	}
	*targets = link_targets_of(arena, found, list.count);
	return 0;
}

/* --- the vault --------------------------------------------------------------------------------------------------- */

static int check_notes(struct arena *arena, const struct vault *vault, struct note_list *notes,
	struct finding_list *findings, struct error *error)
{
	struct link_targets targets;
	for (size_t i = 0; i < notes->count; i++)
		if (notes->items[i].bytes.at)
			note_parse(arena, vault, &notes->items[i], findings);
	if (read_targets(arena, vault, notes, &targets, error))
		return -1;
	for (size_t i = 0; i < notes->count; i++) {
		struct note *note = &notes->items[i];
		if (!note->document || note->kind == NOTE_TEMPLATE)
			continue;
		lint_note(note_outline(arena, vault, note, findings), note->kind, findings);
		lint_links(arena, &targets, note->document, findings);
	}
	return 0;
}

int check_vault(struct arena *arena, const struct vault *vault, struct date today, struct finding_list *findings,
	size_t *notes, struct error *error)
{
	struct practice practice;
	if (practice_load(arena, vault, today, PRACTICE_ALL, &practice, findings, error) ||
		check_notes(arena, vault, &practice.notes, findings, error))
		return -1;
	drop_missing_portfolio(&practice, findings);
	lint_practice(arena, &practice.records, today, findings);
	*notes = practice.notes.count;
	return 0;
}

/* --- one text ---------------------------------------------------------------------------------------------------- */

static void check_view(
	const struct outline *outline, enum note_kind kind, struct date today, struct finding_list *findings)
{
	union {
		struct portfolio portfolio;
		struct engagement engagement;
		struct session session;
		struct week_note week;
		struct day_note day;
		struct plan plan;
		struct inbox inbox;
	} *view = arena_allocate(outline->arena, sizeof(*view));
	if (kind == NOTE_PORTFOLIO)
		portfolio_read(outline, &view->portfolio, findings);
	else if (kind == NOTE_ENGAGEMENT) {
		engagement_read(outline, &view->engagement, findings);
		lint_figures(outline->arena, &view->engagement, today, findings);
	} else if (kind == NOTE_SESSION && session_read(outline, &view->session, findings))
		overdue_session_report(&view->session, today, findings);
	else if (kind == NOTE_WEEK)
		week_note_read(outline, NULL, &view->week, findings);
	else if (kind == NOTE_DAY)
		day_note_read(outline, DATE_NONE, &view->day, findings);
	else if (kind == NOTE_PLAN)
		plan_read(outline, &view->plan, findings);
	else if (kind == NOTE_INBOX)
		inbox_read(outline, &view->inbox, findings);
}

/* The notes of the vault, parsed, so that headings and blocks of link targets are known. */
static int read_vault_targets(
	struct arena *arena, const struct vault *vault, struct link_targets *targets, struct error *error)
{
	struct finding_list unheard = { .arena = arena };
	struct note_list notes;
	if (notes_scan(arena, vault, &notes, &unheard, error))
		return -1;
	for (size_t i = 0; i < notes.count; i++)
		if (notes.items[i].bytes.at)
			note_parse(arena, vault, &notes.items[i], &unheard);
	return read_targets(arena, vault, &notes, targets, error);
}

int check_text(struct arena *arena, const struct configuration *configuration, const struct vault *vault,
	struct span text, struct date today, struct finding_list *findings, struct error *error)
{
	struct link_targets targets;
	if (vault && read_vault_targets(arena, vault, &targets, error))
		return -1;
	const struct aliases *aliases = &configuration->aliases;
	enum note_kind kind = note_recognise(aliases, "-", text);
	const struct document *document = document_parse(arena, "-", text, (size_t)configuration->note_most_bytes);
	note_form_check(document, findings);
	if (document->opaque)
		return 0;
	const struct outline *outline = outline_of(arena, aliases, document);
	check_view(outline, kind, today, findings);
	lint_note(outline, kind, findings);
	lint_links(arena, vault ? &targets : NULL, document, findings);
	struct action_list actions = { .arena = arena };
	struct action_source source = { kind, SPAN_NONE, DATE_NONE };
	actions_collect(&actions, outline, &source);
	actions_unite(&actions, today, findings);
	return 0;
}

/* --- the findings ------------------------------------------------------------------------------------------------ */

static bool says_the_same(const struct finding *a, const struct finding *b)
{
	if (a->code != b->code || !a->position.path || !b->position.path || a->position.line != b->position.line ||
		strcmp(a->position.path, b->position.path) != 0)
		return false;
	return a->position.line > 0 && (a->code == FINDING_PLACEHOLDER || a->position.column == b->position.column);
}

static bool is_of_one_note(const struct finding *a, const struct finding *b)
{
	return a->position.path && b->position.path && strcmp(a->position.path, b->position.path) == 0;
}

/* Whether the note of this finding, the first of it in sorted order, has front matter that cannot be read. */
static bool is_unreadable_from(const struct finding_list *findings, size_t first)
{
	for (size_t i = first; i < findings->count && is_of_one_note(&findings->items[first], &findings->items[i]); i++)
		if (findings->items[i].code == FINDING_FRONT_MATTER)
			return true;
	return false;
}

/* Where front matter is broken, what is missing because of that is no news. */
static bool follows_from_broken_front_matter(const struct finding *finding)
{
	return finding->code == FINDING_SESSION_WITHOUT_CLIENT || finding->code == FINDING_SESSION_WITHOUT_DATE;
}

void check_tidy(struct finding_list *findings)
{
	finding_sort(findings);
	struct finding *kept = arena_new_array(findings->arena, findings->count, struct finding);
	size_t count = 0;
	bool unreadable = false;
	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];
		bool again = count > 0 && says_the_same(&kept[count - 1], finding);
		if (i == 0 || !is_of_one_note(finding - 1, finding))
			unreadable = is_unreadable_from(findings, i);
		if (!again && !(unreadable && follows_from_broken_front_matter(finding)))
			kept[count++] = *finding;
	}
	findings->items = kept;
	findings->count = findings->capacity = count;
}
