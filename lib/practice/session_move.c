#include "practice/session_file.h"

#include "base/note_name.h"
#include "md/edit.h"
#include "md/link.h"
#include "md/link_targets.h"
#include "md/markdown_link.h"
#include "md/section.h"
#include "model/property.h"
#include "model/written_date.h"
#include "practice/mended_links.h"
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
	struct link_targets targets; /* with the old path */
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
	return note_path_free(move->arena, move->vault, move->changes, path);
}

/* --- links ------------------------------------------------------------------------------------------------------- */

static struct link_targets targets_of(struct arena *arena, const struct note_list *notes)
{
	struct link_target *targets = arena_new_array(arena, notes->count, struct link_target);
	for (size_t i = 0; i < notes->count; i++)
		targets[i].path = notes->items[i].path;
	return link_targets_of(arena, targets, notes->count);
}

/* A link that could lead to another note too stays. */
static bool leads_here(const struct move *move, struct link_match match)
{
	return match.count == 1 && strcmp(match.first->path, move->old_path) == 0;
}

/* The folders that a link names stay as they are written; where the new name alone is another note's, the link gets the
 * whole path. */
static void mend_wikilink(const struct move *move, struct mended_links *mended, const struct link *link)
{
	struct span path = span_of(move->new_path);
	struct span old = note_name(link->target);
	if (!leads_here(move, link_targets_wiki(move->arena, &move->targets, link->target)))
		return;
	if (link_targets_wiki(move->arena, &move->targets, note_name(path)).count == 0)
		mended_links_add(mended, (struct mended_link){ link->whole, old, note_name(path) });
	else
		mended_links_add(
			mended, (struct mended_link){ link->whole, span_between(link->target.at, old.at + old.length),
					span_slice(path, 0, path.length - strlen(".md")) });
}

static void mend_markdown_link(
	const struct move *move, struct mended_links *mended, const char *from, const struct markdown_link *link)
{
	struct span path = markdown_link_path(move->arena, link);
	struct span name = note_name(span_of(move->new_path));
	if (path.length && leads_here(move, link_targets_markdown(move->arena, &move->targets, from, path)))
		mended_links_add(mended, (struct mended_link){ link->whole, note_name(link->destination),
						 markdown_link_encode(move->arena, link, name) });
}

/* What leads to the session, in code and comments too. */
static struct mended_links links_here(const struct move *move, const char *from, struct span text)
{
	struct mended_links mended = { .arena = move->arena };
	struct link link;
	for (size_t offset = 0; link_next(text, &offset, &link);)
		mend_wikilink(move, &mended, &link);
	struct markdown_link other;
	for (size_t offset = 0; markdown_link_next(text, &offset, &other);)
		mend_markdown_link(move, &mended, from, &other);
	return mended;
}

/* The moved note's own links to itself. */
static struct span with_own_links(const struct move *move, struct span text)
{
	struct mended_links mended = links_here(move, move->old_path, text);
	if (mended.count == 0)
		return text;
	const struct document *document = document_parse(move->arena, move->old_path, text, DOCUMENT_DEFAULT_MOST);
	return mended_links_text(&mended, document);
}

/* Parsing a note costs more than looking for links, so it is done where one was found. */
static void move_links(const struct move *move)
{
	struct finding_list ignored = { .arena = move->arena };
	for (size_t i = 0; i < move->practice->notes.count; i++) {
		struct note *note = &move->practice->notes.items[i];
		if (strcmp(note->path, move->old_path) == 0)
			continue;
		struct mended_links mended = links_here(move, note->path, note->bytes);
		if (mended.count == 0)
			continue;
		const struct document *document = note_parse(move->arena, move->vault, note, &ignored);
		changeset_put(move->changes, document->path, document->bytes, mended_links_text(&mended, document));
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
	struct move move = { arena, vault, practice, session, old_path, old_path, targets_of(arena, &practice->notes),
		changes };
	struct span before = session->document->bytes;
	struct span after;
	move.new_path = path_on(&move, to.date);
	bool renamed = strcmp(move.new_path, old_path) != 0;
	if (edit_note(&move, to, &after, error) || (renamed && move_base(&move, error)))
		return -1;
	if (renamed) {
		changeset_put_move(changes, old_path, before, move.new_path, with_own_links(&move, after));
		move_links(&move);
	} else
		changeset_put(changes, old_path, before, after);
	*path = move.new_path;
	return 0;
}
