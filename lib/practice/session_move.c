#include "practice/session_file.h"

#include "md/edit.h"
#include "md/link.h"
#include "md/section.h"
#include "model/property.h"
#include "model/written_date.h"
#include "practice/note_path.h"
#include "sys/file.h"

#include <string.h>

enum { BASE_MOST = 4 << 20 };

struct move {
	struct arena *arena;
	const struct vault *vault;
	const struct practice *practice;
	const struct session *session;
	const char *old_path;
	const char *new_path;
	struct changeset *changes;
};

/* Where the text says the day of the session; at == NULL where it does not. */
static struct span find_day(const struct move *move, struct span text)
{
	struct written_date found;
	bool says_it = written_date_find(move->arena, &move->vault->configuration.aliases, text, &found) &&
		       found.reading == DATE_READ && date_compare(found.date, move->session->date) == 0;
	return says_it ? found.text : SPAN_NONE;
}

/* The title's date, where it is the session's. */
static void set_title(const struct move *move, struct edit_list *edits, struct date to)
{
	struct section_list sections = document_sections(edits->arena, edits->document);
	for (size_t i = 0; i < sections.count; i++) {
		if (sections.items[i].level != 1)
			continue;
		struct span day = find_day(move, sections.items[i].title);
		if (day.at)
			edit_replace(edits, day, span_of(date_format(to).text));
		return;
	}
}

/* A time that stands behind the date gets an entry of its own, as soon as one of the two changes. */
static void part_time_from_date(const struct move *move, struct appointment *to, bool *dated, bool *timed)
{
	to->date = date_is_known(to->date) ? to->date : move->session->date;
	to->start = to->start >= 0 ? to->start : move->session->start;
	*dated = *timed = *dated || *timed;
}

static int edit_note(const struct move *move, struct appointment to, struct span *text, struct error *error)
{
	const struct document *document = move->session->document;
	struct properties properties = properties_of(move->arena, &move->vault->configuration.aliases, document);
	struct edit_list edits = edits_of(move->arena, document);
	bool dated = date_is_known(to.date) && date_compare(to.date, move->session->date) != 0;
	bool timed = to.start >= 0 && to.start != move->session->start;
	bool titled = dated;
	if (move->session->start >= 0 && !property_entry(&properties, "start"))
		part_time_from_date(move, &to, &dated, &timed);
	struct date_text date = date_format(to.date);
	struct date_text start = clock_time_format(timed ? to.start : 0);
	if (dated && property_set(&properties, &edits, "date", span_of(date.text), error))
		return -1;
	if (timed && property_set(&properties, &edits, "start", span_of(start.text), error))
		return -1;
	if (titled)
		set_title(move, &edits, to.date);
	*text = edits_apply(&edits);
	return 0;
}

/* The path with the new date in place of the old one, where the file's name carries that. */
static const char *path_on(const struct move *move, struct date date)
{
	struct span name = span_of(path_name(move->old_path));
	size_t folder = (size_t)(name.at - move->old_path);
	struct span found = find_day(move, name);
	if (!found.at || !date_is_known(date) || date_compare(date, move->session->date) == 0)
		return move->old_path;
	size_t before = folder + (size_t)(found.at - name.at);
	const char *path = arena_printf(move->arena, "%.*s%s%s", (int)before, move->old_path, date_format(date).text,
		move->old_path + before + found.length);
	return note_path_free(move->arena, move->vault, path);
}

/* --- links ------------------------------------------------------------------------------------------------------- */

static struct span without_extension(struct span path)
{
	return span_ends_with(path, ".md") ? span_slice(path, 0, path.length - strlen(".md")) : path;
}

static struct span stem_of(const char *path)
{
	return without_extension(span_of(path_name(path)));
}

/* A bare name leads to the note only while no other has it. */
static bool has_own_name(const struct move *move)
{
	struct span name = span_of(path_name(move->old_path));
	size_t count = 0;
	for (size_t i = 0; i < move->practice->notes.count; i++)
		count += span_is(name, path_name(move->practice->notes.items[i].path));
	return count == 1;
}

/* What the link's target becomes; at == NULL where it leads elsewhere. */
static struct span new_target(const struct move *move, struct span target, bool own_name)
{
	bool extended = span_ends_with(target, ".md");
	struct span plain = without_extension(target);
	struct span to = SPAN_NONE;
	if (own_name && span_equal(plain, stem_of(move->old_path)))
		to = stem_of(move->new_path);
	else if (span_equal(plain, without_extension(span_of(move->old_path))))
		to = without_extension(span_of(move->new_path));
	if (!to.at || !extended)
		return to;
	return span_of(arena_printf(move->arena, "%.*s.md", SPAN_PRINT(to)));
}

static void edit_links(const struct move *move, const struct document *document, bool own_name)
{
	struct edit_list edits = edits_of(move->arena, document);
	size_t offset = 0;
	struct link link;
	while (!document->opaque && link_next(document->bytes, &offset, &link)) {
		struct span to = new_target(move, link.target, own_name);
		if (to.at && !document_is_hidden(document, document_offset(document, link.whole)))
			edit_replace(&edits, link.target, to);
	}
	if (edits.count)
		changeset_put(move->changes, document->path, document->bytes, edits_apply(&edits));
}

static void move_links(const struct move *move)
{
	const char *old_stem = arena_copy_text(move->arena, stem_of(move->old_path));
	bool own_name = has_own_name(move);
	struct finding_list ignored = { .arena = move->arena };
	for (size_t i = 0; i < move->practice->notes.count; i++) {
		struct note *note = &move->practice->notes.items[i];
		if (strcmp(note->path, move->old_path) == 0 || !note->bytes.at || !span_contains(note->bytes, old_stem))
			continue;
		edit_links(move, note_parse(move->arena, move->vault, note, &ignored), own_name);
	}
}

/* --- the file ---------------------------------------------------------------------------------------------------- */

/* The text as it was last generated goes with the note, so that preparing it again still knows what a person changed.
 */
static int move_base(const struct move *move, struct error *error)
{
	struct span base;
	const char *path = changeset_base_path(move->arena, move->old_path);
	if (vault_read(move->arena, move->vault, path, BASE_MOST, &base, error))
		return -1;
	if (!base.at)
		return 0;
	changeset_put_base(move->changes, move->old_path, base, SPAN_NONE);
	changeset_put_base(move->changes, move->new_path, SPAN_NONE, base);
	return 0;
}

int session_file_move(struct arena *arena, const struct vault *vault, const struct practice *practice,
	const struct session *session, struct appointment to, struct changeset *changes, const char **path,
	struct error *error)
{
	const char *old_path = session->document->path;
	struct move move = { arena, vault, practice, session, old_path, old_path, changes };
	struct span before = session->document->bytes;
	struct span after;
	move.new_path = path_on(&move, to.date);
	bool renamed = strcmp(move.new_path, old_path) != 0;
	if (edit_note(&move, to, &after, error) || (renamed && move_base(&move, error)))
		return -1;
	changeset_put(changes, old_path, before, renamed ? SPAN_NONE : after);
	if (renamed) {
		changeset_put(changes, move.new_path, SPAN_NONE, after);
		move_links(&move);
	}
	*path = move.new_path;
	return 0;
}
