#include "model/contract.h"

#include <string.h>

enum { WHOLE = 1000, ROUNDING = 10 };

static const char *const share_columns[] = { "category", "share", NULL };
enum { COLUMN_CATEGORY, COLUMN_SHARE };

/* What was found in one form of writing. */
struct ratio {
	int tenths[CATEGORY_COUNT];
	int parts;        /* shares found, before those of one category were added */
	struct span text; /* where the first stands */
};

static struct position place(const struct outline *outline, struct span text)
{
	return document_position_of(outline->document, text);
}

static const char *tenths_text(struct arena *arena, int tenths)
{
	return decimal_text_short(arena, (struct decimal){ true, tenths });
}

static const char *parts_text(struct arena *arena, const int tenths[CATEGORY_COUNT])
{
	const char *texts[CATEGORY_COUNT];
	for (int i = 0; i < CATEGORY_COUNT; i++)
		texts[i] = tenths_text(arena, tenths[i]);
	return arena_printf(arena, "%s + %s + %s", texts[0], texts[1], texts[2]);
}

static void accept(const struct outline *outline, const struct ratio *ratio, struct capacity_contract *contract,
	struct finding_list *findings)
{
	int sum = 0;
	for (int i = 0; i < CATEGORY_COUNT; i++)
		sum += ratio->tenths[i];
	contract->text = ratio->text;
	if (sum >= WHOLE - ROUNDING && sum <= WHOLE + ROUNDING) {
		memcpy(contract->tenths, ratio->tenths, sizeof(contract->tenths));
		contract->known = true;
		return;
	}
	struct finding *finding = finding_add(findings, FINDING_CONTRACT_SUM, place(outline, ratio->text),
		"the capacity contract adds up to %s%%, not 100%%", tenths_text(outline->arena, sum));
	finding_hint(findings, finding, "the three shares in \"The Ratio\" must sum to 100 (%s found)",
		parts_text(outline->arena, ratio->tenths));
}

static void add_share(struct ratio *ratio, const int tenths[CATEGORY_COUNT], struct span text)
{
	for (int i = 0; i < CATEGORY_COUNT; i++)
		ratio->tenths[i] += tenths[i];
	if (ratio->parts++ == 0)
		ratio->text = text;
}

/* A list or paragraphs, each naming its share and its category. */
static struct ratio read_list(const struct outline *outline, const struct section *section)
{
	struct ratio ratio = { .parts = 0 };
	const struct document *document = outline->document;
	int end = section ? section->end_block : document->block_count;
	for (int block = section ? section->first_block : 0; block < end; block++) {
		struct span text = document_block(document, block);
		bool has_figures =
			span_contains(text, "%") || span_contains(text, "％") || (section && span_contains(text, "/"));
		int tenths[CATEGORY_COUNT];
		if (document->blocks[block].kind == BLOCK_PARAGRAPH && has_figures &&
			!document_is_hidden(document, document_offset(document, text)) &&
			contract_read_text(outline->arena, outline->aliases, text, tenths))
			add_share(&ratio, tenths, text);
	}
	return ratio;
}

static int categories_named(const struct ratio *ratio)
{
	int count = 0;
	for (int i = 0; i < CATEGORY_COUNT; i++)
		count += ratio->tenths[i] > 0;
	return count;
}

static struct ratio read_table(
	const struct outline *outline, const struct section *section, struct finding_list *findings)
{
	struct ratio ratio = { .parts = 0 };
	struct columns columns;
	if (!columns_find(outline, section, share_columns, 2, findings, &columns))
		return ratio;
	for (size_t i = 0; i < columns.table.count; i++) {
		const struct row *row = &columns.table.rows[i];
		struct span name = columns_value(outline, &columns, row, COLUMN_CATEGORY);
		struct span share = columns_value(outline, &columns, row, COLUMN_SHARE);
		const char *sign = span_contains(share, "%") || span_contains(share, "％") ? "" : "%";
		const char *text =
			arena_printf(outline->arena, "%.*s%s %.*s", SPAN_PRINT(share), sign, SPAN_PRINT(name));
		int tenths[CATEGORY_COUNT];
		if (contract_read_text(outline->arena, outline->aliases, span_of(text), tenths))
			add_share(&ratio, tenths, columns_cell(&columns, row, COLUMN_SHARE).text);
	}
	return ratio;
}

static bool holds_placeholder(struct span text)
{
	size_t offset = 0;
	struct span placeholder;
	while (text_next_placeholder(text, &offset, &placeholder)) {
		struct span inside = span_slice(placeholder, 1, placeholder.length > 2 ? placeholder.length - 2 : 0);
		int number;
		if (!span_read_digits(&inside, &number))
			return true;
	}
	return false;
}

/* Another line of the same label that says other shares: then neither is the contract. */
static bool contradicts(const struct outline *outline, const struct section *section, const struct ratio *ratio,
	struct finding_list *findings)
{
	struct field field;
	size_t next = 0;
	int tenths[CATEGORY_COUNT];
	while (outline_next_field(outline, section, "the ratio", &next, &field)) {
		if (!contract_read_text(outline->arena, outline->aliases, field.value, tenths) ||
			memcmp(tenths, ratio->tenths, sizeof(tenths)) == 0)
			continue;
		finding_hint(findings,
			finding_add(findings, FINDING_CONTRACT_CONTRADICTS, place(outline, field.value),
				"The Ratio says %s here and %s before: neither was read",
				parts_text(outline->arena, tenths), parts_text(outline->arena, ratio->tenths)),
			"keep one of the two");
		return true;
	}
	return false;
}

/* The labelled sentence; true when the search ends here. */
static bool read_label(const struct outline *outline, const struct section *section, const struct field *field,
	struct capacity_contract *contract, struct finding_list *findings)
{
	struct ratio ratio = { .text = field->value };
	if (contract_read_text(outline->arena, outline->aliases, field->value, ratio.tenths)) {
		if (!contradicts(outline, section, &ratio, findings))
			accept(outline, &ratio, contract, findings);
		return true;
	}
	if (holds_placeholder(field->value)) {
		finding_add(
			findings, FINDING_PLACEHOLDER, place(outline, field->value), "the ratio is not filled in yet");
		return true;
	}
	return false;
}

static void report_missing(const struct outline *outline, const struct section *section, const struct field *field,
	struct finding_list *findings)
{
	struct position position = field     ? place(outline, field->label)
				   : section ? document_position(outline->document, section->offset)
					     : (struct position){ outline->document->path, 0, 0 };
	struct finding *finding = finding_add(findings, FINDING_CONTRACT_MISSING, position,
		field ? "the ratio could not be read as shares of coaching, business development and admin"
		      : "no ratio of the capacity contract was found");
	finding_hint(findings, finding,
		"write it as \"**The Ratio:** 50%% to Direct Coaching, 30%% to Business Development, "
		"20%% to Admin & CPD\"");
}

void contract_read(const struct outline *outline, struct capacity_contract *contract, struct finding_list *findings)
{
	const struct section *section = outline_section(outline, "the capacity contract");
	struct field field;
	bool labelled = outline_field_in(outline, section, "the ratio", &field) ||
			outline_field_in(outline, NULL, "the ratio", &field);
	*contract = (struct capacity_contract){ .known = false };
	if (labelled && read_label(outline, section, &field, contract, findings))
		return;
	struct ratio ratio = read_list(outline, section);
	if (categories_named(&ratio) < 2)
		ratio = read_table(outline, section, findings);
	if (categories_named(&ratio) >= 2)
		accept(outline, &ratio, contract, findings);
	else
		report_missing(outline, section, labelled ? &field : NULL, findings);
}
