#include "practice/action_sieve.h"

#include "base/ascii.h"
#include "codec/hash.h"
#include "md/task_scan.h"
#include "vault/read_ahead.h"

#include <stdlib.h>
#include <string.h>

/* Of an id. Two ids that share one make a note be read that need not be. */
typedef unsigned long long fingerprint;

struct fingerprints {
	fingerprint *items;
	size_t count;
	size_t capacity;
};

/* The id of a finished task, which may have an unfinished copy in another note. */
struct finished {
	size_t note;
	fingerprint id;
};

struct sieve {
	struct arena *arena;
	const struct vault *vault;
	struct finding_list *findings;
	struct note_list *notes;
	bool *kept;           /* of each note */
	bool knows_portfolio; /* it lies at its usual path: no other note need be asked whether it is one */
	struct fingerprints unfinished;
	struct finished *finished;
	size_t finished_count;
	size_t finished_capacity;
};

/* --- ids in a line ----------------------------------------------------------------------------------------------- */

/* What an id in a line may be: all that the fields of a task could say, and no more than a look at the bytes. */
enum line_id { ID_NONE, ID_READ, ID_UNSURE };

static const char id_sign[] = "\xF0\x9F\x86\x94";

static enum line_id read_sign(struct span *rest, fingerprint *id)
{
	size_t length = 0;
	while (rest->length && !ascii_is_alphanumeric(*rest->at) && *rest->at != '_' && *rest->at != '-')
		*rest = span_from(*rest, 1);
	while (length < rest->length &&
		(ascii_is_alphanumeric(rest->at[length]) || rest->at[length] == '_' || rest->at[length] == '-'))
		length++;
	*id = digest_of(span_slice(*rest, 0, length)).low;
	return ID_READ;
}

/* `[id:: a7k2]`, from its colons on. */
static enum line_id read_value(struct span *rest, fingerprint *id)
{
	size_t length = 0;
	while (length < rest->length && !strchr("[]()", rest->at[length]))
		length++;
	*id = digest_of(span_trim(span_slice(*rest, 0, length))).low;
	return length < rest->length && strchr("])", rest->at[length]) ? ID_READ : ID_UNSURE;
}

static bool ends_label_id(struct span before)
{
	before = span_trim_end(before);
	return before.length >= 2 && span_is_ignoring_case(span_from(before, before.length - 2), "id");
}

/* The next one; `rest` then begins with it. */
static enum line_id next_id(struct span *rest, fingerprint *id)
{
	static const char beginnings[] = "\xF0:";
	for (size_t at = span_find_any(*rest, beginnings); at < rest->length;
		at += 1 + span_find_any(span_from(*rest, at + 1), beginnings)) {
		struct span here = span_from(*rest, at);
		bool sign = span_starts_with(here, id_sign);
		bool label = span_starts_with(here, "::") && ends_label_id(span_slice(*rest, 0, at));
		if (!sign && !label)
			continue;
		*rest = span_from(here, sign ? strlen(id_sign) : 2);
		return sign ? read_sign(rest, id) : read_value(rest, id);
	}
	return ID_NONE;
}

/* --- the lines of a note ----------------------------------------------------------------------------------------- */

static void add_unfinished(struct sieve *sieve, struct span line)
{
	struct fingerprints *ids = &sieve->unfinished;
	fingerprint id;
	while (next_id(&line, &id)) {
		ids->items = arena_grow(sieve->arena, ids->items, ids->count, &ids->capacity, sizeof(*ids->items));
		ids->items[ids->count++] = id;
	}
}

static void add_finished(struct sieve *sieve, size_t note, fingerprint id)
{
	sieve->finished = arena_grow(sieve->arena, sieve->finished, sieve->finished_count, &sieve->finished_capacity,
		sizeof(*sieve->finished));
	sieve->finished[sieve->finished_count++] = (struct finished){ note, id };
}

/* Whether the line alone makes the note one to keep. One that is done and has no id is the copy of another by its text,
 * in a week or a day (action_key). */
static bool keeps_finished(struct sieve *sieve, size_t number, const struct note *note, struct span line)
{
	fingerprint id;
	enum line_id found = next_id(&line, &id);
	if (found == ID_NONE) {
		enum note_kind kind = note_kind_of(sieve->vault, note->path, note->bytes);
		return kind == NOTE_WEEK || kind == NOTE_DAY;
	}
	for (; found == ID_READ; found = next_id(&line, &id))
		add_finished(sieve, number, id);
	return found == ID_UNSURE;
}

static bool keeps(struct sieve *sieve, size_t number, const struct note *note)
{
	size_t offset = 0;
	struct task_line line;
	bool kept = !sieve->knows_portfolio && note_kind_of(sieve->vault, note->path, note->bytes) == NOTE_PORTFOLIO;
	while (task_line_next(note->bytes, &offset, &line)) {
		if (task_status_is_unfinished(task_status_of(line.mark))) {
			add_unfinished(sieve, line.text);
			kept = true;
		} else
			kept = keeps_finished(sieve, number, note, line.text) || kept;
	}
	return kept;
}

/* --- notes ------------------------------------------------------------------------------------------------------- */

/* Reads the note for good. */
static int keep(struct sieve *sieve, size_t number, struct error *error)
{
	bool gone;
	if (note_read(sieve->arena, sieve->vault, &sieve->notes->items[number], &gone, sieve->findings, error))
		return -1;
	sieve->kept[number] = !gone;
	return 0;
}

/* One that is read; what is kept of it is copied. */
static void look(struct sieve *sieve, size_t number, const struct note *read)
{
	struct note *note = &sieve->notes->items[number];
	if (sieve->kept[number]) {
		keeps(sieve, number, note);
		return;
	}
	sieve->kept[number] = !read->bytes.at || keeps(sieve, number, read);
	if (!sieve->kept[number])
		return;
	*note = *read;
	if (!read->bytes.at)
		return;
	note->bytes = arena_copy_span(sieve->arena, read->bytes);
	note->kind = note_kind_of(sieve->vault, note->path, note->bytes);
}

static int read_portfolio(struct sieve *sieve, struct error *error)
{
	const struct note_list *notes = sieve->notes;
	for (size_t i = 0; i < notes->count; i++) {
		if (strcmp(notes->items[i].path, sieve->vault->configuration.portfolio_path) != 0)
			continue;
		if (keep(sieve, i, error))
			return -1;
		sieve->knows_portfolio = sieve->kept[i] && notes->items[i].kind == NOTE_PORTFOLIO;
	}
	return 0;
}

static int look_at_all(struct sieve *sieve, struct error *error)
{
	const struct note_list *notes = sieve->notes;
	size_t most = (size_t)sieve->vault->configuration.note_most_bytes;
	struct read_ahead *ahead = read_ahead_begin(sieve->arena, sieve->vault, notes, most);
	int result = 0;
	for (size_t i = 0; i < notes->count && result == 0; i++) {
		struct note read = notes->items[i];
		bool gone;
		result = read_ahead_next(ahead, &read, &gone, sieve->findings, error);
		if (result == 0 && !gone)
			look(sieve, i, &read);
	}
	read_ahead_end(ahead);
	return result;
}

static int compare_fingerprints(const void *left, const void *right)
{
	fingerprint a = *(const fingerprint *)left;
	fingerprint b = *(const fingerprint *)right;
	return (a > b) - (a < b);
}

static int keep_copies(struct sieve *sieve, struct error *error)
{
	struct fingerprints *ids = &sieve->unfinished;
	if (ids->count == 0)
		return 0;
	qsort(ids->items, ids->count, sizeof(*ids->items), compare_fingerprints);
	for (size_t i = 0; i < sieve->finished_count; i++) {
		const struct finished *finished = &sieve->finished[i];
		bool copy = bsearch(&finished->id, ids->items, ids->count, sizeof(*ids->items), compare_fingerprints);
		if (copy && !sieve->kept[finished->note] && keep(sieve, finished->note, error))
			return -1;
	}
	return 0;
}

static void drop_the_rest(struct sieve *sieve)
{
	size_t count = 0;
	for (size_t i = 0; i < sieve->notes->count; i++)
		if (sieve->kept[i])
			sieve->notes->items[count++] = sieve->notes->items[i];
	sieve->notes->count = count;
}

int action_notes_sift(struct arena *arena, const struct vault *vault, struct note_list *notes,
	struct finding_list *findings, struct error *error)
{
	if (notes_find(arena, vault, WALK_NAMES, notes, findings, error))
		return -1;
	struct sieve sieve = { .arena = arena, .vault = vault, .findings = findings, .notes = notes };
	sieve.kept = arena_new_array(arena, notes->count, bool);
	int result = read_portfolio(&sieve, error) || look_at_all(&sieve, error) || keep_copies(&sieve, error);
	if (result)
		return -1;
	drop_the_rest(&sieve);
	return 0;
}
