/* What the end of an engagement changes: a final report, the engagement's phase and follow-up, the roster's row. */
#include "base/text_list.h"
#include "cmd/offboarding.h"
#include "codec/utf8.h"
#include "md/edit.h"
#include "model/note_language.h"
#include "model/particulars.h"
#include "model/wording.h"
#include "practice/note_path.h"
#include "practice/roster_row.h"
#include "sys/file.h"
#include "sys/walk.h"

#include <string.h>

enum { FEEDBACK_DAYS = 7, FOLLOW_UP_DAYS = 90, FOLLOW_UP_LEVEL = 2, REPORT_MOST = 1 << 20 };

/* --- the final report -------------------------------------------------------------------------------------------- */

static struct span report_text_of(const struct offboarding_run *run)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(REPORT_MOST);
	const struct brief_section *sections = run->brief.sections.items;
	buffer_printf(&out, "---\nclient: \"[[%.*s]]\"\ndate: %s\n---\n# %.*s — %.*s\n", SPAN_PRINT(run->choice.note),
		date_format(run->context->today).text,
		SPAN_PRINT(wording_text(run->arena, run->language, "final report", NULL, 0)),
		SPAN_PRINT(run->choice.name));
	for (size_t i = 0; i < run->brief.sections.count; i++) {
		const struct span *lines = sections[i].lines.items;
		buffer_printf(&out, "\n## %.*s\n\n", SPAN_PRINT(sections[i].title));
		for (size_t k = 0; k < sections[i].lines.count; k++)
			buffer_printf(&out, "- %.*s\n", SPAN_PRINT(lines[k]));
	}
	return buffer_finish(run->arena, &out);
}

static int write_report(struct offboarding_run *run, struct changeset *changes, struct error *error)
{
	const struct configuration *configuration = &run->context->vault->configuration;
	size_t most = (size_t)configuration->note_most_bytes;
	struct span there;
	const char *path =
		note_path(run->arena, configuration, configuration->report_path, run->choice.note, run->context->today);
	if (vault_read(run->arena, run->context->vault, path, most, &there, error))
		return -1;
	if (there.at) {
		run->report_kept = path;
		return 0;
	}
	run->report_path = path;
	changeset_put(changes, path, SPAN_NONE, report_text_of(run));
	return 0;
}

/* --- the engagement ---------------------------------------------------------------------------------------------- */

static void add_action(
	const struct offboarding_run *run, struct text_list *lines, enum language language, const char *name, int days)
{
	const struct slot client = { "client",
		span_of(arena_printf(run->arena, "[[%.*s]]", SPAN_PRINT(run->choice.note))) };
	text_list_printf(lines, "- [ ] %.*s 📅 %s", SPAN_PRINT(wording_text(run->arena, language, name, &client, 1)),
		date_format(date_add(run->context->today, days)).text);
}

static struct span follow_up(const struct offboarding_run *run, enum language language)
{
	struct text_list lines = { .arena = run->arena };
	const struct task *asked = engagement_point_box(run->state.engagement, ENGAGEMENT_FEEDBACK);
	if (!asked || asked->status != TASK_DONE)
		add_action(run, &lines, language, "ask for feedback", FEEDBACK_DAYS);
	add_action(run, &lines, language, "ask how it has held", FOLLOW_UP_DAYS);
	return text_list_join(&lines, "\n");
}

static const struct section *section_before(const struct outline *outline, const struct section *section)
{
	for (size_t i = 0; i < outline->sections.count; i++)
		if (outline->sections.items[i].end == section->offset)
			return &outline->sections.items[i];
	return NULL;
}

/* A section of its own, before the notes: what stands below a checklist is no action. */
static void add_follow_up(const struct offboarding_run *run, const struct outline *outline, struct edit_list *edits)
{
	const struct section *notes = outline_section(outline, "notes & context");
	const struct section *after = notes ? section_before(outline, notes) : NULL;
	int level = after ? notes->level : FOLLOW_UP_LEVEL;
	if (!after)
		after = outline_section(outline, "completion standard");
	if (!after)
		after = outline_section(outline, "engagement complete when");
	if (after && after->level && after->level < level)
		level = after->level;
	enum language language = note_language(outline);
	edit_insert_section(edits, after, level, wording_word(language, ALIAS_HEADING, "after the engagement"),
		follow_up(run, language));
}

static void tick_transition(struct offboarding_run *run, struct edit_list *edits)
{
	const struct task *box = engagement_point_box(run->state.engagement, ENGAGEMENT_TRANSITION);
	const struct completion_point *points = run->points.items;
	if (box && box->status != TASK_DONE && points[ENGAGEMENT_TRANSITION].state == POINT_DONE)
		edit_set_task(edits, box, 'x', DATE_NONE);
}

static void write_engagement(struct offboarding_run *run, struct changeset *changes)
{
	const struct engagement *engagement = run->state.engagement;
	if (!engagement)
		return;
	const struct document *document = engagement->document;
	const struct outline *outline = practice_note(&run->practice, document->path)->outline;
	enum language language = note_language(outline);
	struct edit_list edits = edits_of(run->arena, document);
	struct span phase = particular_place(outline, "document metadata", "current phase");
	if (phase.at && !wording_is_word(ALIAS_STATE, "completing", phase))
		edit_replace(&edits, phase, wording_word(language, ALIAS_STATE, "completing"));
	tick_transition(run, &edits);
	if (!outline_section(outline, "after the engagement"))
		add_follow_up(run, outline, &edits);
	changeset_put(changes, document->path, document->bytes, edits_apply(&edits));
}

/* --- the roster -------------------------------------------------------------------------------------------------- */

/* A programme that ends early ends now. */
static int write_roster(struct offboarding_run *run, struct changeset *changes, struct error *error)
{
	const struct portfolio *portfolio = run->practice.records.portfolio;
	const struct roster_client *client = run->choice.client;
	struct date today = run->context->today;
	bool early = !date_is_known(client->end) || date_compare(client->end, today) > 0;
	run->end = early ? today : client->end;
	if (!portfolio || !client->row.at)
		return 0;
	struct date_text end = date_format(run->end);
	struct roster_row row = { .name = run->choice.name,
		.note = run->choice.note,
		.status = client->status == CLIENT_COMPLETED ? NULL : "completed",
		.end = early && client->status != CLIENT_COMPLETED ? span_of(end.text) : SPAN_NONE };
	const struct document *document = portfolio->document;
	struct span text;
	if (roster_row_set(practice_note(&run->practice, document->path)->outline, &row, &text, error))
		return -1;
	changeset_put(changes, document->path, document->bytes, text);
	return 0;
}

/* --- the archive ------------------------------------------------------------------------------------------------- */

/* Nobody else's notes lie in it. */
static bool is_the_clients_own(const struct offboarding_run *run, const char *folder)
{
	const struct records *records = &run->practice.records;
	int id = run->choice.client->id;
	for (size_t i = 0; i < records->session_count; i++)
		if (records->sessions[i].client_id != id && path_below(folder, records->sessions[i].document->path))
			return false;
	for (size_t i = 0; i < records->engagement_count; i++)
		if (records->engagements[i].client_id != id &&
			path_below(folder, records->engagements[i].document->path))
			return false;
	for (size_t i = 0; i < records->inbox_count; i++)
		if (records->inboxes[i].client_id != id && path_below(folder, records->inboxes[i].document->path))
			return false;
	return true;
}

/* The folder of the engagement, where it is called as the client is; not that of all clients, with one in it so far. */
static const char *folder_of_client(const struct offboarding_run *run)
{
	if (!run->state.engagement || !strchr(run->state.engagement->document->path, '/'))
		return NULL;
	const char *folder = path_folder(run->arena, run->state.engagement->document->path);
	struct span named = utf8_fold(run->arena, span_of(path_name(folder)));
	struct span called = utf8_fold(run->arena, span_of(vault_file_name(run->arena, run->choice.note)));
	return span_equal(named, called) && is_the_clients_own(run, folder) ? folder : NULL;
}

static int refuse_occupied(const char *path, struct error *error)
{
	error_at(error, ERROR_REFUSED, (struct position){ .path = path }, "there is something in the archive already");
	return error_hint(error, "take that out of the way, or `coach config --unset paths.archive`");
}

/* Folders with nothing in them are in nobody's way, as undo leaves them there. */
static bool is_taken(const struct offboarding_run *run, const char *path)
{
	struct error unreadable = ERROR_INIT;
	struct walk_list list;
	const char *whole = vault_path(run->arena, run->context->vault, path);
	enum file_kind kind = file_look(whole, NULL);
	if (kind != FILE_DIRECTORY)
		return kind != FILE_MISSING;
	if (walk_folder(run->arena, whole, NULL, WALK_NAMES, &list, &unreadable))
		return true;
	return list.count + list.unreadable_count + list.absent_count > 0;
}

static int archive(struct offboarding_run *run, struct changeset *changes, struct error *error)
{
	const struct vault *vault = run->context->vault;
	const char *place = vault->configuration.archive_folder;
	const char *folder = *place ? folder_of_client(run) : NULL;
	if (!folder || path_below(place, folder))
		return 0;
	run->archive.from = folder;
	run->archive.to = path_join(run->arena, place, path_name(folder));
	if (is_taken(run, run->archive.to))
		return refuse_occupied(run->archive.to, error);
	if (folder_move_put(run->arena, vault, &run->practice, &run->archive, changes, error))
		return -1;
	if (run->report_path)
		run->report_path = folder_move_path(run->arena, &run->archive, run->report_path);
	return 0;
}

int offboarding_write(struct offboarding_run *run, struct outcome *outcome, struct error *error)
{
	struct changeset *changes = &outcome->changes;
	*changes = changeset_of(
		run->arena, "offboard_client", arena_printf(run->arena, "%s", date_format(run->context->today).text));
	write_engagement(run, changes);
	if (write_roster(run, changes, error))
		return -1;
	bool closed = changeset_visible(changes) == 0;
	if ((!closed && write_report(run, changes, error)) || archive(run, changes, error))
		return -1;
	if (changeset_visible(changes) == 0)
		outcome->unchanged = "the engagement is closed already";
	return 0;
}
