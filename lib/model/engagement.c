#include "model/engagement.h"

#include "codec/utf8.h"
#include "md/link.h"
#include "model/engagement_checkpoints.h"
#include "model/engagement_decisions.h"
#include "model/engagement_phases.h"
#include "model/meeting_length.h"
#include "model/missed_sessions.h"
#include "model/outline.h"
#include "model/particulars.h"
#include "model/property.h"
#include "model/section_tasks.h"
#include "model/text_reading.h"

static const char metadata[] = "document metadata";
static const char terms[] = "engagement terms";

/* --- particulars ------------------------------------------------------------------------------------------------- */

static void read_client(const struct outline *outline, struct engagement *engagement, struct finding_list *findings)
{
	const struct document *document = outline->document;
	engagement->client = particular_text(outline, metadata, "client name");
	if (engagement->client.length == 0)
		engagement->client = property_name(&outline->properties, "client", findings);
	if (engagement->client.length == 0)
		engagement->client = document_stem(document);
}

static bool is_left_open(const struct outline *outline, struct span value)
{
	struct span folded = utf8_fold_title(outline->arena, value);
	return folded.length == 0 || alias_is(outline->aliases, ALIAS_STATE, folded, "unknown");
}

static void report(const struct outline *outline, struct span value, const char *noun, const char *hint,
	struct finding_list *findings)
{
	struct finding *finding =
		finding_add(findings, FINDING_BAD_VALUE, document_position_of(outline->document, value),
			"\"%.*s\" is no %s", SPAN_PRINT(span_slice(value, 0, 60)), noun);
	finding_hint(findings, finding, "%s", hint);
}

static void read_terms(const struct outline *outline, struct engagement *engagement, struct finding_list *findings)
{
	struct span length = particular(outline, terms, "meeting length");
	struct span cadence = particular(outline, terms, "meeting cadence");
	if (!is_left_open(outline, length) && !meeting_length_read(outline->arena, text_plain(outline->arena, length),
						      BARE_MINUTES, &engagement->meeting_minutes))
		report(outline, length, "length of a meeting", "write it as 60 min", findings);
	engagement->cadence_text = cadence;
	engagement->cadence = cadence_read(outline->arena, outline->aliases, cadence, false);
	if (!engagement->cadence.known && !is_left_open(outline, cadence))
		report(outline, cadence, "rhythm of meetings", "write it as weekly, bi-weekly or 2/month", findings);
	engagement->package_sessions = text_first_number(particular(outline, terms, "sessions"));
	engagement->renewal = particular_date(outline, terms, "renewal", findings);
	engagement->cancellation = particular_text(outline, terms, "cancellation");
	engagement->missed_count = missed_sessions_count(outline->arena, outline->aliases, engagement->cancellation);
}

static void read_particulars(
	const struct outline *outline, struct engagement *engagement, struct finding_list *findings)
{
	engagement->type = particular_text(outline, metadata, "engagement type");
	engagement->phase = particular_text(outline, metadata, "current phase");
	engagement->coach = particular_text(outline, metadata, "coach/owner");
	engagement->start = particular_date(outline, metadata, "start date", findings);
	engagement->outcome = particular(outline, "engagement objective", "primary outcome");
	engagement->transformation = particular(outline, "engagement objective", "client transformation");
	engagement->goal = particular_text(outline, "goals & motivations", "primary goal");
}

static void read_profile(const struct outline *outline, struct engagement_profile *profile)
{
	static const char working[] = "working style";
	static const char context[] = "context & constraints";
	static const char goals[] = "goals & motivations";
	static const char notes[] = "notes & context";
	*profile = (struct engagement_profile){
		.duration = particular_text(outline, terms, "duration"),
		.async_support = particular_text(outline, terms, "async support"),
		.investment = particular_text(outline, terms, "investment"),
		.role = particular_text(outline, "background", "business/role"),
		.why_now = particular_text(outline, goals, "why now"),
		.vision = particular_text(outline, goals, "ultimate vision"),
		.communication = particular_text(outline, working, "communication preference"),
		.accountability = particular_text(outline, working, "accountability need"),
		.constraints = particular_text(outline, context, "constraints"),
		.blockers = particular_text(outline, context, "blockers"),
		.history = particular(outline, notes, "relationship history"),
		.considerations = particular(outline, notes, "unique considerations"),
		.growth = particular(outline, notes, "growth opportunities"),
	};
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

/* One row of a table that is being read into an array of the engagement. */
struct table_reader {
	const struct outline *outline;
	struct columns columns;
	const struct row *row;
	struct finding_list *findings;
};

/* Finds the section's table; `least` of the columns must be there. False when there is none. */
static bool open_table(struct table_reader *reader, const char *const *sections, const char *const *asked, size_t least)
{
	const struct section *section = NULL;
	for (; *sections && !section; sections++)
		section = outline_section(reader->outline, *sections);
	return section && columns_find(reader->outline, section, asked, least, reader->findings, &reader->columns);
}

static struct span value_at(const struct table_reader *reader, int column)
{
	return columns_value(reader->outline, &reader->columns, reader->row, column);
}

static struct date date_at(const struct table_reader *reader, int column)
{
	struct span text = columns_cell(&reader->columns, reader->row, column).text;
	return outline_date(reader->outline, text, reader->findings);
}

static struct span row_at(const struct table_reader *reader)
{
	return document_line(reader->outline->document, reader->row->line);
}

static void read_metrics(struct table_reader *reader, struct engagement *engagement)
{
	static const char *const sections[] = { "client success metrics", "success criteria", NULL };
	static const char *const asked[] = { "metric", "baseline", "target", "deadline", NULL };
	if (!open_table(reader, sections, asked, 2))
		return;
	const struct table *table = &reader->columns.table;
	engagement->metrics = arena_new_array(reader->outline->arena, table->count, struct engagement_metric);
	for (size_t i = 0; i < table->count; i++) {
		reader->row = &table->rows[i];
		if (value_at(reader, 0).length == 0)
			continue;
		engagement->metrics[engagement->metric_count++] = (struct engagement_metric){ value_at(reader, 0),
			value_at(reader, 1), value_at(reader, 2), date_at(reader, 3), row_at(reader) };
	}
}

static void read_consents(struct table_reader *reader, struct engagement *engagement)
{
	static const char *const sections[] = { "consent", NULL };
	static const char *const asked[] = { "scope", "status", "date", "agreement", NULL };
	const struct outline *outline = reader->outline;
	if (!open_table(reader, sections, asked, 2))
		return;
	const struct table *table = &reader->columns.table;
	engagement->consents = arena_new_array(outline->arena, table->count, struct consent);
	for (size_t i = 0; i < table->count; i++) {
		reader->row = &table->rows[i];
		struct span status = value_at(reader, 1);
		if (value_at(reader, 0).length == 0)
			continue;
		bool given = alias_is(outline->aliases, ALIAS_STATE, utf8_fold_title(outline->arena, status), "yes");
		engagement->consents[engagement->consent_count++] = (struct consent){ value_at(reader, 0), status,
			given, date_at(reader, 2), value_at(reader, 3), row_at(reader) };
	}
}

static void read_progress(struct table_reader *reader, struct engagement *engagement)
{
	static const char *const sections[] = { "progress log", NULL };
	static const char *const asked[] = { "metric", "date", "value", "note", NULL };
	if (!open_table(reader, sections, asked, 2))
		return;
	const struct table *table = &reader->columns.table;
	engagement->progress = arena_new_array(reader->outline->arena, table->count, struct progress_entry);
	for (size_t i = 0; i < table->count; i++) {
		reader->row = &table->rows[i];
		struct date date = date_at(reader, 1);
		if (value_at(reader, 0).length == 0 || !date_is_known(date))
			continue;
		engagement->progress[engagement->progress_count++] = (struct progress_entry){ date, value_at(reader, 0),
			value_at(reader, 2), value_at(reader, 3), row_at(reader) };
	}
}

/* Ticked, struck out, or the word itself. */
static bool says_done(const struct outline *outline, struct span text)
{
	static const char *const signs[] = { "✅", "☑", "✔", "[x]", "[X]", "~~" };
	for (size_t i = 0; i < sizeof(signs) / sizeof(*signs); i++)
		if (span_contains(text, signs[i]))
			return true;
	return alias_is(outline->aliases, ALIAS_STATE, utf8_fold_title(outline->arena, text), "done");
}

enum { MILESTONE_NAME, MILESTONE_DATE, MILESTONE_INDICATOR, MILESTONE_STATUS };

static bool is_done(const struct table_reader *reader)
{
	static const int telling[] = { MILESTONE_NAME, MILESTONE_INDICATOR, MILESTONE_STATUS };
	for (size_t i = 0; i < sizeof(telling) / sizeof(*telling); i++)
		if (says_done(reader->outline, columns_cell(&reader->columns, reader->row, telling[i]).text))
			return true;
	return false;
}

/* A row that is cut off has not every cell. */
static struct cell tick_of(const struct table_reader *reader)
{
	static const int places[] = { MILESTONE_STATUS, MILESTONE_INDICATOR };
	for (size_t i = 0; i < sizeof(places) / sizeof(*places); i++) {
		struct cell cell = columns_cell(&reader->columns, reader->row, places[i]);
		if (cell.field.at)
			return cell;
	}
	return columns_cell(&reader->columns, reader->row, MILESTONE_NAME);
}

static void read_milestones(struct table_reader *reader, struct engagement *engagement)
{
	static const char *const sections[] = { "engagement timeline", "timeline & milestones", NULL };
	static const char *const asked[] = { "milestone", "target date", "success indicator", "status", NULL };
	if (!open_table(reader, sections, asked, 2))
		return;
	const struct table *table = &reader->columns.table;
	engagement->milestones = arena_new_array(reader->outline->arena, table->count, struct engagement_milestone);
	for (size_t i = 0; i < table->count; i++) {
		reader->row = &table->rows[i];
		if (value_at(reader, MILESTONE_NAME).length == 0)
			continue;
		engagement->milestones[engagement->milestone_count++] =
			(struct engagement_milestone){ value_at(reader, MILESTONE_NAME),
				date_at(reader, MILESTONE_DATE), value_at(reader, MILESTONE_INDICATOR), is_done(reader),
				row_at(reader), tick_of(reader) };
	}
}

static void read_resources(struct table_reader *reader, struct engagement *engagement)
{
	static const char *const sections[] = { "coaching resources", NULL };
	static const char *const asked[] = { "source", "location", "when to use", NULL };
	if (!open_table(reader, sections, asked, 2))
		return;
	const struct table *table = &reader->columns.table;
	engagement->resources = arena_new_array(reader->outline->arena, table->count, struct engagement_resource);
	for (size_t i = 0; i < table->count; i++) {
		reader->row = &table->rows[i];
		if (value_at(reader, 0).length == 0)
			continue;
		engagement->resources[engagement->resource_count++] =
			(struct engagement_resource){ value_at(reader, 0), value_at(reader, 1), value_at(reader, 2) };
	}
}

static void read_satisfied(const struct outline *outline, struct engagement *engagement)
{
	struct finding_list unheard = { .arena = outline->arena };
	struct task_list indicators =
		section_tasks(outline, outline_section(outline, "relationship health indicators"), &unheard);
	for (size_t i = 0; i < indicators.count; i++) {
		const struct task *task = &indicators.items[i];
		struct span folded = alias_fold(outline->arena, ALIAS_LABEL, task->text);
		if (task->status == TASK_DONE && alias_is(outline->aliases, ALIAS_LABEL, folded, "client satisfied"))
			engagement->satisfied = task;
	}
}

static void read_completion(const struct outline *outline, struct engagement *engagement)
{
	struct finding_list unheard = { .arena = outline->arena };
	engagement->completion = section_tasks(outline, outline_section(outline, "engagement complete when"), &unheard);
}

static void read_triggers(const struct outline *outline, struct engagement *engagement)
{
	const struct document *document = outline->document;
	const struct section *section = outline_section(outline, "escalation triggers");
	int first = section ? section->first_block : 0;
	int end = section ? section->end_block : 0;
	engagement->triggers = arena_new_array(outline->arena, (size_t)(end - first), struct engagement_trigger);
	for (int block = first; block < end; block++) {
		const struct block *item = &document->blocks[block];
		if (item->kind != BLOCK_ITEM || document_is_hidden(document, item->offset))
			continue;
		struct span line = item_first_line(document, block);
		struct span text = text_value(outline->arena, line);
		if (!text_is_placeholder(text))
			engagement->triggers[engagement->trigger_count++] = (struct engagement_trigger){ text, line };
	}
}

void engagement_read(const struct outline *outline, struct engagement *engagement, struct finding_list *findings)
{
	struct table_reader reader = { .outline = outline, .findings = findings };
	*engagement = (struct engagement){ .document = outline->document };
	properties_report(&outline->properties, findings);
	read_client(outline, engagement, findings);
	read_particulars(outline, engagement, findings);
	read_terms(outline, engagement, findings);
	read_profile(outline, &engagement->profile);
	read_satisfied(outline, engagement);
	read_completion(outline, engagement);
	read_triggers(outline, engagement);
	engagement_decisions_read(outline, engagement, findings);
	read_metrics(&reader, engagement);
	read_consents(&reader, engagement);
	read_progress(&reader, engagement);
	read_milestones(&reader, engagement);
	engagement_checkpoints_read(outline, engagement, findings);
	read_resources(&reader, engagement);
	engagement_phases_read(outline, engagement, findings);
	communication_read(outline, &engagement->communication, findings);
}
