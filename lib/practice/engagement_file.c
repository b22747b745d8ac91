#include "practice/engagement_file.h"

#include "base/buffer.h"
#include "codec/utf8.h"
#include "md/edit.h"
#include "model/note_language.h"
#include "model/particulars.h"
#include "model/wording.h"
#include "practice/consent_table.h"
#include "practice/note_path.h"
#include "practice/table_row.h"
#include "sys/file.h"
#include "vault/template.h"

#include <string.h>

const struct engagement_place engagement_places[] = {
	{ "type", "document metadata", "engagement type", "Engagement Type" },
	{ "start", "document metadata", "start date", "Start Date" },
	{ "phase", "document metadata", "current phase", "Current Phase" },
	{ "coach", "document metadata", "coach/owner", "Coach/Owner" },
	{ "email", "document metadata", "email", "Email" },
	{ "language", "document metadata", "language", "Language" },
	{ "transformation", "engagement objective", "client transformation", "Client Transformation" },
	{ "outcome", "engagement objective", "primary outcome", "Primary Outcome" },
	{ "duration", "engagement terms", "duration", "Duration" },
	{ "cadence", "engagement terms", "meeting cadence", "Meeting Cadence" },
	{ "length", "engagement terms", "meeting length", "Meeting Length" },
	{ "async", "engagement terms", "async support", "Async Support" },
	{ "investment", "engagement terms", "investment", "Investment" },
	{ "sessions", "engagement terms", "sessions", "Sessions" },
	{ "renewal", "engagement terms", "renewal", "Renewal" },
	{ "cancellation", "engagement terms", "cancellation", "Cancellation" },
	{ "role", "background", "business/role", "Business/Role" },
	{ "experience", "background", "experience level", "Experience Level" },
	{ "team", "background", "team size", "Team Size" },
	{ "scale", "background", "revenue/scale", "Revenue/Scale" },
	{ "goal", "goals & motivations", "primary goal", "Primary Goal" },
	{ "secondary_goals", "goals & motivations", "secondary goals", "Secondary Goals" },
	{ "why_now", "goals & motivations", "why now", "Why Now" },
	{ "vision", "goals & motivations", "ultimate vision", "Ultimate Vision" },
	{ "communication", "working style", "communication preference", "Communication Preference" },
	{ "decisions", "working style", "decision style", "Decision Style" },
	{ "accountability", "working style", "accountability need", "Accountability Need" },
	{ "learning", "working style", "learning style", "Learning Style" },
	{ "time", "context & constraints", "time available", "Time Available" },
	{ "resources", "context & constraints", "resources", "Resources" },
	{ "constraints", "context & constraints", "constraints", "Constraints" },
	{ "blockers", "context & constraints", "blockers", "Blockers" },
	{ "history", "notes & context", "relationship history", "Relationship History" },
	{ "considerations", "notes & context", "unique considerations", "Unique Considerations" },
	{ "growth", "notes & context", "growth opportunities", "Growth Opportunities" },
	{ NULL, NULL, NULL, NULL },
};

enum { TEXT_MOST = 64 << 10, PLAN_LEVEL = 3, TOP_LEVEL = 2 };

int engagement_place_of(const char *key)
{
	for (int i = 0; engagement_places[i].key; i++)
		if (strcmp(engagement_places[i].key, key) == 0)
			return i;
	return -1;
}

const char *engagement_file_path(struct arena *arena, const struct vault *vault, struct span client)
{
	const struct configuration *configuration = &vault->configuration;
	return note_path(arena, configuration, configuration->engagement_path, client, DATE_NONE);
}

/* --- the template ------------------------------------------------------------------------------------------------ */

static struct span shipped(void)
{
	for (size_t i = 0; i < template_file_count; i++) {
		const struct template_file *file = &template_files[i];
		if (strcmp(file->template, "practice") == 0 && strcmp(file->path, "Templates/Engagement.md") == 0)
			return (struct span){ (const char *)file->bytes, file->length };
	}
	return SPAN_NONE;
}

/* The person's own: a template that is called so, or says that it is one. */
static const struct note *own(const struct practice *practice)
{
	for (size_t i = 0; i < practice->notes.count; i++) {
		const struct note *note = &practice->notes.items[i];
		if (note->kind == NOTE_TEMPLATE && note->bytes.at &&
			strcmp(path_name(note->path), "Engagement.md") == 0)
			return note;
	}
	return NULL;
}

/* --- values ------------------------------------------------------------------------------------------------------ */

struct filling {
	const struct outline *outline;
	struct edit_list edits;
	struct buffer missing;
};

static bool is_in_table(const struct document *document, struct span place)
{
	size_t offset = document_offset(document, place);
	for (int block = 0; block < document->block_count; block++) {
		const struct block *at = &document->blocks[block];
		if (at->kind == BLOCK_ROW && offset >= at->offset && offset <= at->offset + at->length)
			return true;
	}
	return false;
}

static bool begins_a_block(struct span sentence)
{
	static const char *const marks[] = { "- ", "* ", "+ ", "#", ">", "|", "```", "~~~", "---", "***", "===", "<",
		"%%" };
	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (span_starts_with(sentence, marks[i]))
			return true;
	return false;
}

/* On a line of its own a value is not to become a task, a heading or a comment. */
static struct span as_prose(struct arena *arena, struct span sentence)
{
	return begins_a_block(sentence) ? span_of(arena_printf(arena, "\\%.*s", SPAN_PRINT(sentence))) : sentence;
}

static void fill_place(struct filling *filling, const struct engagement_place *place, struct span value)
{
	const struct outline *outline = filling->outline;
	struct span there = particular_place(outline, place->section, place->term);
	struct span sentence = utf8_sentence(outline->arena, value);
	if (!sentence.length)
		return;
	if (!there.at)
		buffer_printf(&filling->missing, "%s%s", filling->missing.length ? ", " : "", place->label);
	else if (is_in_table(outline->document, there))
		edit_replace(&filling->edits, there, edit_cell_text(outline->arena, sentence));
	else
		edit_set_value(&filling->edits, there, as_prose(outline->arena, sentence));
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

static const char *const metric_columns[] = { "metric", "baseline", "target", "deadline", NULL };
enum { METRIC_COLUMNS = 4 };
static const struct table_form metric_form = {
	.name = "the success metrics",
	.terms = metric_columns,
	.needed = 1,
};

static void set_cells(
	struct filling *filling, const struct columns *columns, const struct row *row, const struct span *values)
{
	for (int column = 0; column < METRIC_COLUMNS; column++) {
		struct cell cell = columns_cell(columns, row, column);
		if (cell.field.at)
			edit_set_cell(&filling->edits, cell, values[column]);
	}
}

/* Rows of placeholders first, then new ones. */
static int fill_metrics(struct filling *filling, const struct new_engagement *new, struct error *error)
{
	const struct outline *outline = filling->outline;
	const struct section *section = outline_section(outline, "client success metrics");
	struct columns columns;
	if (new->metric_count == 0)
		return 0;
	if (!section || !columns_find(outline, section, metric_columns, 2, NULL, &columns)) {
		buffer_printf(&filling->missing, "%sClient Success Metrics", filling->missing.length ? ", " : "");
		return 0;
	}
	if (table_row_check(outline, &metric_form, &columns, error))
		return -1;
	size_t row = 0;
	for (size_t i = 0; i < new->metric_count; i++) {
		const struct new_metric *metric = &new->metrics[i];
		const struct span values[METRIC_COLUMNS] = { metric->name, metric->baseline, metric->target,
			metric->deadline };
		while (row < columns.table.count &&
			columns_value(outline, &columns, &columns.table.rows[row], 0).length)
			row++;
		if (row < columns.table.count)
			set_cells(filling, &columns, &columns.table.rows[row++], values);
		else
			table_row_append(&filling->edits, &metric_form, &columns, values);
	}
	return 0;
}

static void fill_milestones(struct filling *filling, const struct new_engagement *new)
{
	static const char *const asked[] = { "milestone", "target date", NULL };
	const struct outline *outline = filling->outline;
	struct columns columns;
	if (!columns_find(outline, outline_section(outline, "engagement timeline"), asked, 2, NULL, &columns))
		return;
	for (size_t i = 0; i < columns.table.count; i++) {
		const struct row *row = &columns.table.rows[i];
		struct span name = utf8_fold_title(outline->arena, columns_value(outline, &columns, row, 0));
		struct cell cell = columns_cell(&columns, row, 1);
		for (size_t k = 0; k < new->milestone_count; k++)
			if (date_is_known(new->milestones[k].date) && cell.field.at &&
				alias_is(outline->aliases, ALIAS_LABEL, name, new->milestones[k].term))
				edit_set_cell(&filling->edits, cell,
					span_of(arena_printf(
						outline->arena, "%s", date_format(new->milestones[k].date).text)));
	}
}

/* --- the first thirty days --------------------------------------------------------------------------------------- */

static void add_plan(struct filling *filling, const struct new_engagement *new)
{
	const struct section *above = outline_section(filling->outline, "engagement timeline");
	BUFFER_CLEANUP struct buffer lines = BUFFER_INIT(TEXT_MOST);
	enum language language = note_language(filling->outline);
	for (size_t i = 0; i < new->step_count; i++) {
		struct span step = wording_text(filling->outline->arena, language, new->steps[i].name, NULL, 0);
		buffer_printf(&lines, "- [ ] %.*s [[%.*s]] 📅 %s\n", SPAN_PRINT(step), SPAN_PRINT(new->client),
			date_format(new->steps[i].due).text);
	}
	if (new->step_count)
		edit_insert_section(&filling->edits, above, above ? PLAN_LEVEL : TOP_LEVEL,
			wording_word(language, ALIAS_HEADING, "first 30 days"),
			buffer_finish(filling->outline->arena, &lines));
}

/* --- the file ---------------------------------------------------------------------------------------------------- */

static const struct outline *read_text(
	struct arena *arena, const struct practice *practice, const char *path, struct span text)
{
	return outline_of(arena, practice->aliases, document_parse(arena, path, text, DOCUMENT_DEFAULT_MOST));
}

/* The template's own first phase, by which the coach goes on naming it. */
static struct span first_phase(const struct outline *outline)
{
	struct finding_list unheard = { .arena = outline->arena };
	struct engagement template;
	engagement_read(outline, &template, &unheard);
	if (template.phase_count && template.phases[0].name.length)
		return template.phases[0].name;
	return wording_text(outline->arena, note_language(outline), "first phase", NULL, 0);
}

static int fill(struct filling *filling, const struct new_engagement *new, struct error *error)
{
	struct arena *arena = filling->outline->arena;
	const struct engagement_place name = { "client", "document metadata", "client name", "Client Name" };
	const int phase = engagement_place_of("phase");
	bool has_name = particular_place(filling->outline, name.section, name.term).at != NULL;
	struct span link = span_of(arena_printf(arena, "[[%.*s]]", SPAN_PRINT(new->client)));
	if (property_set(&filling->outline->properties, &filling->edits, "client", link, error))
		return -1;
	if (has_name)
		fill_place(filling, &name, new->client);
	for (size_t i = 0; engagement_places[i].key; i++)
		fill_place(filling, &engagement_places[i], new->values[i]);
	if (!new->values[phase].length &&
		particular_place(filling->outline, engagement_places[phase].section, engagement_places[phase].term).at)
		fill_place(filling, &engagement_places[phase], first_phase(filling->outline));
	fill_milestones(filling, new);
	add_plan(filling, new);
	return fill_metrics(filling, new, error);
}

/* A template that does not say what it is, or that it is one, becomes a note that does. */
static int read_template(struct arena *arena, const struct practice *practice, const char *path,
	const struct outline **outline, struct error *error)
{
	const struct note *template = own(practice);
	*outline = template ? read_text(arena, practice, template->path, template->bytes)
			    : read_text(arena, practice, path, shipped());
	if (note_recognise(practice->aliases, path, (*outline)->document->bytes) == NOTE_ENGAGEMENT)
		return 0;
	struct edit_list edits = edits_of(arena, (*outline)->document);
	if (property_set(&(*outline)->properties, &edits, "type", SPAN("engagement"), error))
		return -1;
	*outline = read_text(arena, practice, (*outline)->document->path, edits_apply(&edits));
	return 0;
}

int engagement_file_text(struct arena *arena, const struct vault *vault, const struct practice *practice,
	const struct new_engagement *new, struct span *text, const char **missing, struct error *error)
{
	const char *path = engagement_file_path(arena, vault, new->client);
	struct filling filling = { .missing = BUFFER_INIT(TEXT_MOST) };
	*missing = NULL;
	if (read_template(arena, practice, path, &filling.outline, error))
		return -1;
	filling.edits = edits_of(arena, filling.outline->document);
	int result = fill(&filling, new, error);
	*missing = filling.missing.length ? arena_copy_text(arena, buffer_span(&filling.missing)) : NULL;
	buffer_release(&filling.missing);
	*text = result ? SPAN_NONE : edits_apply(&filling.edits);
	for (size_t i = 0; result == 0 && i < new->consent_count; i++)
		result = consent_table_set(read_text(arena, practice, path, *text), &new->consents[i], text, error);
	return result;
}
