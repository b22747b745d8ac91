#include "practice/roster_row.h"

#include "base/text_list.h"
#include "codec/utf8.h"
#include "md/link.h"
#include "model/note_language.h"
#include "model/portfolio.h"
#include "model/roster.h"
#include "model/wording.h"
#include "practice/table_row.h"

enum { SECTION_LEVEL = 2 };

static const char *const columns_begun[] = { "client", "engagement type", "sessions/month", "status", "programme end",
	NULL };
static const struct table_form form = {
	.name = "the roster",
	.terms = roster_columns,
	.needed = 1u << ROSTER_CLIENT,
	.columns = columns_begun,
};

/* The roster that a row is set in. */
struct setting {
	const struct outline *outline;
	struct portfolio portfolio;
	const struct roster_client *client; /* who is in it already; NULL */
	struct edit_list edits;
	struct span values[ROSTER_COLUMNS];
};

/* The word of a row that says nothing but this status, else that of the note's language. */
static struct span own_word(const struct setting *setting, const char *term)
{
	const struct outline *outline = setting->outline;
	if (!term)
		return SPAN_NONE;
	enum client_status wanted = client_status_read(outline->arena, outline->aliases, span_of(term));
	for (size_t i = 0; i < setting->portfolio.client_count; i++) {
		const struct roster_client *client = &setting->portfolio.clients[i];
		struct span said = text_plain(outline->arena, client->status_text);
		if (client->status == wanted &&
			alias_is(outline->aliases, ALIAS_STATE, utf8_fold_title(outline->arena, said), term))
			return said;
	}
	return wording_word(note_language(outline), ALIAS_STATE, term);
}

/* Where names stand in bold, so does this one. */
static struct span name_like(struct arena *arena, struct span like, struct span name)
{
	return span_starts_with(like, "**") ? span_of(arena_printf(arena, "**%.*s**", SPAN_PRINT(name))) : name;
}

/* --- tables ------------------------------------------------------------------------------------------------------ */

/* A table of the roster, and the row in it that is to be set: the client's, else a placeholder's, else NULL. */
struct place {
	struct columns columns;
	const struct row *row;
	bool is_client;
};

static bool is_row_of(const struct columns *columns, const struct row *row, const struct roster_client *client)
{
	return client && columns_cell(columns, row, ROSTER_CLIENT).text.at == client->row.at;
}

static bool is_placeholder(const struct outline *outline, const struct columns *columns, const struct row *row)
{
	return columns_cell(columns, row, ROSTER_CLIENT).text.at &&
	       columns_value(outline, columns, row, ROSTER_CLIENT).length == 0;
}

static struct place place_in(const struct setting *setting, struct columns columns)
{
	struct place place = { columns, NULL, false };
	for (size_t i = 0; i < columns.table.count && !place.is_client; i++) {
		const struct row *row = &columns.table.rows[i];
		place.is_client = is_row_of(&columns, row, setting->client);
		if (place.is_client || (!place.row && is_placeholder(setting->outline, &columns, row)))
			place.row = row;
	}
	return place;
}

/* The client's own row, else a placeholder in any table, else the first table. */
static bool find_place(const struct setting *setting, struct place *place)
{
	struct columns columns;
	bool found = false;
	for (int block = 0; roster_next_table(setting->outline, &block, &columns);) {
		struct place other = place_in(setting, columns);
		if (!found || other.is_client || (!place->row && other.row))
			*place = other;
		found = true;
		if (place->is_client)
			break;
	}
	return found;
}

static void set_cells(struct setting *setting, const struct place *place)
{
	struct edit_list *edits = &setting->edits;
	for (int column = place->is_client ? ROSTER_TYPE : ROSTER_CLIENT; column < ROSTER_COLUMNS; column++) {
		struct cell cell = columns_cell(&place->columns, place->row, column);
		struct span value = setting->values[column];
		if (cell.field.at && value.length && !span_equal(cell_value(edits->arena, cell), value))
			edit_set_cell(edits, cell, value);
	}
}

static int set_in_table(struct setting *setting, const struct place *place, struct error *error)
{
	const struct table *table = &place->columns.table;
	const struct row *like = place->row ? place->row : table->count ? &table->rows[table->count - 1] : NULL;
	struct span *name = &setting->values[ROSTER_CLIENT];
	if (table_row_check(setting->outline, &form, &place->columns, error))
		return -1;
	if (like)
		*name = name_like(
			setting->outline->arena, columns_cell(&place->columns, like, ROSTER_CLIENT).text, *name);
	if (place->row)
		set_cells(setting, place);
	else
		table_row_append(&setting->edits, &form, &place->columns, setting->values);
	return 0;
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

/* One that is not open: `TBD` fills a cell, and says nothing in an item. */
static struct span wanted_end(const struct setting *setting)
{
	struct date day;
	struct span end = setting->values[ROSTER_END];
	return date_parse_iso(end, &day) ? end : SPAN_NONE;
}

/* "weekly, Active, until 2027-05-28": what is not given as the item says it. */
static struct span item_text(const struct setting *setting)
{
	const struct roster_client *client = setting->client;
	struct text_list parts = { .arena = setting->outline->arena };
	struct span status = setting->values[ROSTER_STATUS];
	struct span end = wanted_end(setting);
	if (client && !status.length)
		status = client->status_text;
	if (client && !end.length)
		end = client->end_text;
	if (setting->values[ROSTER_CADENCE].length)
		text_list_add(&parts, setting->values[ROSTER_CADENCE]);
	if (status.length)
		text_list_add(&parts, status);
	if (end.length)
		text_list_printf(&parts, "until %.*s", SPAN_PRINT(end));
	return text_list_join(&parts, ", ");
}

static bool says_cadence(const struct setting *setting)
{
	struct span wanted = setting->values[ROSTER_CADENCE];
	const struct outline *outline = setting->outline;
	struct cadence cadence = cadence_read(outline->arena, outline->aliases, wanted, true);
	const struct cadence *said = &setting->client->cadence;
	return !wanted.length || (said->known && cadence.known && fraction_compare(said->low, cadence.low) == 0 &&
					 fraction_compare(said->high, cadence.high) == 0);
}

static bool says_status(const struct setting *setting)
{
	const struct outline *outline = setting->outline;
	struct span wanted = setting->values[ROSTER_STATUS];
	return !wanted.length ||
	       client_status_read(outline->arena, outline->aliases, wanted) == setting->client->status;
}

static bool says_end(const struct setting *setting)
{
	struct date wanted;
	return !date_parse_iso(setting->values[ROSTER_END], &wanted) || date_compare(wanted, setting->client->end) == 0;
}

/* In the place of what the item says of it, else behind all that it says. */
static void set_remark(struct setting *setting, struct span said, const char *label, struct span value)
{
	struct span rest = setting->client->cadence_text;
	if (said.length)
		edit_replace(&setting->edits, said, value);
	else
		edit_replace(&setting->edits, span_from(rest, rest.length),
			span_of(arena_printf(setting->outline->arena, ", %s%.*s", label, SPAN_PRINT(value))));
}

/* What a person wrote behind the name stays, but for how often, whether, and until when. */
static void set_item(struct setting *setting)
{
	const struct roster_client *client = setting->client;
	struct arena *arena = setting->outline->arena;
	struct span rest = client->cadence_text;
	struct span text = item_text(setting);
	if (!rest.length) {
		if (text.length)
			edit_replace(&setting->edits, client->row,
				span_of(arena_printf(arena, "%.*s: %.*s", SPAN_PRINT(client->row), SPAN_PRINT(text))));
		return;
	}
	if (client->cadence.known && !says_cadence(setting)) {
		edit_replace(&setting->edits, rest, text);
		return;
	}
	if (!says_cadence(setting))
		edit_replace(&setting->edits, span_slice(rest, 0, 0),
			span_of(arena_printf(arena, "%.*s, ", SPAN_PRINT(setting->values[ROSTER_CADENCE]))));
	if (!says_status(setting))
		set_remark(setting, client->status_text, "", setting->values[ROSTER_STATUS]);
	if (!says_end(setting))
		set_remark(setting, client->end_text, "until ", wanted_end(setting));
}

/* Behind the last one, in the same manner: mark, indentation, bold. */
static void add_item(struct setting *setting)
{
	const struct document *document = setting->outline->document;
	const struct roster_client *last = &setting->portfolio.clients[setting->portfolio.client_count - 1];
	struct arena *arena = setting->outline->arena;
	size_t name = document_offset(document, last->row);
	size_t line = name, end = name;
	while (line > 0 && document->bytes.at[line - 1] != '\n')
		line--;
	for (int i = 0; i < document->block_count; i++) {
		const struct block *block = &document->blocks[i];
		if (block->kind == BLOCK_ITEM && block->offset <= name && block->offset + block->length > name)
			end = block->offset + block->length;
	}
	while (end > name && (document->bytes.at[end - 1] == '\n' || document->bytes.at[end - 1] == '\r'))
		end--;
	struct span mark = span_slice(document->bytes, line, name - line);
	edit_splice(&setting->edits, end, 0,
		span_of(arena_printf(arena, "%s%.*s%.*s: %.*s", document->line_end, SPAN_PRINT(mark),
			SPAN_PRINT(name_like(arena, last->row, setting->values[ROSTER_CLIENT])),
			SPAN_PRINT(item_text(setting)))));
}

/* --- the roster -------------------------------------------------------------------------------------------------- */

static void begin_roster(struct setting *setting)
{
	const struct section *section = outline_section(setting->outline, "active roster");
	struct span table = table_row_begin(setting->outline, &form, setting->values, 1);
	if (section)
		edit_append_to_section(&setting->edits, section, table);
	else
		edit_insert_section(&setting->edits, NULL, SECTION_LEVEL,
			wording_word(note_language(setting->outline), ALIAS_HEADING, "active roster"), table);
}

static struct setting setting_of(const struct outline *outline, const struct roster_row *row)
{
	struct arena *arena = outline->arena;
	struct finding_list unheard = { .arena = arena };
	struct setting setting = { .outline = outline, .edits = edits_of(arena, outline->document) };
	portfolio_read(outline, &setting.portfolio, &unheard);
	setting.client = portfolio_client(arena, &setting.portfolio, row->note);
	if (!setting.client && row->name.length)
		setting.client = portfolio_client(arena, &setting.portfolio, row->name);
	setting.values[ROSTER_CLIENT] = span_of(arena_printf(arena, "[[%.*s]]", SPAN_PRINT(row->note)));
	setting.values[ROSTER_TYPE] = row->type;
	setting.values[ROSTER_CADENCE] = row->cadence;
	setting.values[ROSTER_STATUS] = own_word(&setting, row->status);
	setting.values[ROSTER_END] = row->end;
	return setting;
}

int roster_row_set(const struct outline *outline, const struct roster_row *row, struct span *text, struct error *error)
{
	struct setting setting = setting_of(outline, row);
	struct place place;
	if (find_place(&setting, &place)) {
		if (set_in_table(&setting, &place, error))
			return -1;
	} else if (setting.client)
		set_item(&setting);
	else if (setting.portfolio.client_count)
		add_item(&setting);
	else
		begin_roster(&setting);
	*text = edits_apply(&setting.edits);
	return 0;
}
