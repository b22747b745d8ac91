#include "model/engagement_checkpoints.h"

#include "md/link.h"
#include "model/text_reading.h"

struct reading {
	const struct outline *outline;
	const struct section *section;
	struct engagement *engagement;
	struct finding_list *findings;
	size_t capacity;
};

static const struct rhythm no_rhythm = { RHYTHM_NONE, 0 };

/* --- how often --------------------------------------------------------------------------------------------------- */

static struct rhythm rhythm_of_label(const struct outline *outline, struct span text)
{
	static const struct {
		const char *term;
		struct rhythm rhythm;
	} labels[] = {
		{ "weekly", { RHYTHM_WEEK, 1 } },
		{ "monthly", { RHYTHM_MONTH, 1 } },
		{ "quarterly", { RHYTHM_QUARTER, 1 } },
	};
	struct span folded = alias_fold(outline->arena, ALIAS_LABEL, text);
	for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
		if (alias_is(outline->aliases, ALIAS_LABEL, folded, labels[i].term))
			return labels[i].rhythm;
	return no_rhythm;
}

static struct rhythm rhythm_of(const struct outline *outline, struct span text)
{
	struct rhythm rhythm = rhythm_of_label(outline, text);
	return rhythm.unit ? rhythm : rhythm_find(outline->arena, outline->aliases, text_plain(outline->arena, text));
}

/* It says how often, and nothing else. */
static bool is_rhythm_alone(const struct outline *outline, struct span text)
{
	struct span folded = alias_fold(outline->arena, ALIAS_FREQUENCY, text_plain(outline->arena, text));
	return rhythm_of_label(outline, text).unit || alias_term(outline->aliases, ALIAS_FREQUENCY, folded);
}

/* --- collecting -------------------------------------------------------------------------------------------------- */

static void report_unread(struct reading *reading, struct span text)
{
	struct finding *finding = finding_add(reading->findings, FINDING_CHECKPOINT_UNREAD,
		document_position_of(reading->outline->document, text),
		"how often the checkpoint \"%.*s\" comes could not be read", SPAN_PRINT(span_slice(text, 0, 60)));
	finding_hint(reading->findings, finding, "begin it with Weekly:, Monthly: or Quarterly:");
}

/* `text` lies in the document. */
static void add(struct reading *reading, struct rhythm rhythm, struct span text)
{
	struct arena *arena = reading->outline->arena;
	struct engagement *engagement = reading->engagement;
	if (text_is_placeholder(text))
		return;
	if (!rhythm.unit) {
		report_unread(reading, text);
		return;
	}
	engagement->checkpoints = arena_grow(arena, engagement->checkpoints, engagement->checkpoint_count,
		&reading->capacity, sizeof(*engagement->checkpoints));
	engagement->checkpoints[engagement->checkpoint_count++] =
		(struct engagement_checkpoint){ rhythm, text_value(arena, text), text };
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

static void read_row(struct reading *reading, const struct row *row)
{
	struct rhythm rhythm = no_rhythm;
	struct span text = SPAN_NONE;
	size_t says = row->count;
	for (size_t i = 0; i < row->count && says == row->count; i++)
		if (is_rhythm_alone(reading->outline, row->cells[i].text))
			says = i;
	for (size_t i = 0; i < row->count && says == row->count; i++)
		if (rhythm_of(reading->outline, row->cells[i].text).unit)
			says = i;
	if (says < row->count)
		rhythm = rhythm_of(reading->outline, row->cells[says].text);
	for (size_t i = 0; i < row->count && !text.length; i++)
		if (i != says && !text_is_placeholder(row->cells[i].text))
			text = row->cells[i].text;
	add(reading, rhythm, text);
}

static void read_table(struct reading *reading, int block)
{
	struct table table = table_read(reading->outline->arena, reading->outline->document, block);
	for (size_t i = 0; i < table.count; i++)
		read_row(reading, &table.rows[i]);
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

/* The item that the block stands in; NO_BLOCK where it stands in none. */
static int item_around(const struct document *document, int block)
{
	int around = document->blocks[block].parent;
	while (around != NO_BLOCK && document->blocks[around].kind != BLOCK_ITEM)
		around = document->blocks[around].parent;
	return around;
}

static struct span item_text(const struct document *document, int block)
{
	struct task task;
	struct span line = document_line_content(document, block, document->blocks[block].line);
	return task_read_line(line, &task) ? task.text : item_first_line(document, block);
}

/* The value of a label that stands in the item, over its continuation lines. */
static struct span whole_value(const struct outline *outline, int block, struct span label, struct span value)
{
	int end = outline->document->blocks[block].end;
	for (size_t i = outline_first_field(outline, block);
		i < outline->fields.count && outline->fields.items[i].block < end; i++)
		if (outline->fields.items[i].label.at == label.at)
			return outline->fields.items[i].value;
	return value;
}

/* `above`: what its heading says, or the item around it. */
static void read_item(struct reading *reading, int block, struct rhythm above)
{
	const struct outline *outline = reading->outline;
	const struct document *document = outline->document;
	struct span text = item_text(document, block);
	struct span label, value;
	struct rhythm own = no_rhythm;
	if (is_rhythm_alone(outline, text)) {
		own = rhythm_of(outline, text);
		text = SPAN_NONE;
	} else if (field_read_label(text, &label, &value) != FIELD_LABEL_NONE) {
		own = rhythm_of(outline, label);
		text = own.unit ? whole_value(outline, block, label, value) : text;
	}
	struct rhythm rhythm = own.unit ? own : above.unit ? above : rhythm_of(outline, text);
	add(reading, rhythm, text);
	for (int inner = block + 1; inner < document->blocks[block].end; inner++)
		if (document->blocks[inner].kind == BLOCK_ITEM && item_around(document, inner) == block)
			read_item(reading, inner, rhythm);
}

/* "**Weekly:** Actions" in a line of its own. Prose with a colon is none. */
static void read_paragraph(struct reading *reading, int block)
{
	const struct outline *outline = reading->outline;
	for (size_t i = outline_first_field(outline, block);
		i < outline->fields.count && outline->fields.items[i].block == block; i++) {
		const struct field *field = &outline->fields.items[i];
		if (is_rhythm_alone(outline, field->label))
			add(reading, rhythm_of(outline, field->label), field->value);
	}
}

/* --- all of them ------------------------------------------------------------------------------------------------- */

static struct rhythm rhythm_of_heading(const struct reading *reading, int block)
{
	const struct section *section = outline_section_of(reading->outline, block);
	return section && section != reading->section ? rhythm_of(reading->outline, section->title) : no_rhythm;
}

void engagement_checkpoints_read(
	const struct outline *outline, struct engagement *engagement, struct finding_list *findings)
{
	const struct document *document = outline->document;
	const struct section *section = outline_section(outline, "regular checkpoints");
	struct reading reading = { outline, section, engagement, findings, 0 };
	for (int block = section ? section->first_block : 0; section && block < section->end_block; block++) {
		enum block_kind kind = document->blocks[block].kind;
		if (document_is_hidden(document, document->blocks[block].offset) ||
			item_around(document, block) != NO_BLOCK)
			continue;
		if (kind == BLOCK_TABLE)
			read_table(&reading, block);
		else if (kind == BLOCK_ITEM)
			read_item(&reading, block, rhythm_of_heading(&reading, block));
		else if (kind == BLOCK_PARAGRAPH)
			read_paragraph(&reading, block);
	}
}
