#include "practice/glances.h"

#include "vault/cache.h"

enum { GLANCE_MOST_BYTES = 16 << 20 };

static const char cache_name[] = "glances";

struct loading {
	struct arena *arena;
	const struct vault *vault;
	struct glances *glances;
	struct finding_list *findings;
	struct cache cache;
	struct cache_entry *entries; /* the new ones */
	size_t entry_count;
	bool changed; /* from what was kept */
};

static struct span describe(struct loading *loading, struct arena *scratch, struct note *note)
{
	struct week week;
	struct finding_list found = { .arena = scratch };
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(GLANCE_MOST_BYTES);
	const struct configuration *configuration = &loading->vault->configuration;
	const struct outline *outline = note_outline(scratch, loading->vault, note, &found);
	const struct week *named = note_named_week(configuration, note->path, &week) ? &week : NULL;
	struct glance glance = glance_take(outline, note->kind, named, &found);
	glance_pack(&glance, &bytes);
	return buffer_finish(loading->arena, &bytes);
}

/* What a look at the note gives, as bytes; at == NULL when it may not be read. Its kind becomes known. */
static int look(struct loading *loading, struct note *note, bool *gone, struct span *bytes, struct error *error)
{
	struct arena scratch = ARENA_INIT;
	struct note read = *note;
	int result = note_read(&scratch, loading->vault, &read, gone, loading->findings, error);
	if (result == 0) {
		*bytes = !*gone && read.bytes.at ? describe(loading, &scratch, &read) : SPAN_NONE;
		note->stamp = read.stamp;
		note->kind = read.kind;
	}
	arena_release(&scratch);
	return result;
}

static bool recall(struct loading *loading, struct note *note, struct cache_entry *entry, struct glance *glance)
{
	const struct cache_entry *kept = cache_find(&loading->cache, note->path, &note->stamp);
	if (!kept || !glance_unpack(loading->arena, kept->value, glance))
		return false;
	*entry = *kept;
	note->kind = glance->kind;
	return true;
}

static int add(struct loading *loading, struct note *note, struct error *error)
{
	struct glances *glances = loading->glances;
	struct glance glance = { .kind = NOTE_OTHER, .session = DATE_NONE, .updated = DATE_NONE };
	struct cache_entry entry;
	bool gone = false;
	if (!recall(loading, note, &entry, &glance)) {
		struct span bytes;
		if (look(loading, note, &gone, &bytes, error))
			return -1;
		entry = cache_entry_of(note->path, &note->stamp, bytes);
		glance_unpack(loading->arena, bytes, &glance); /* of an unreadable note nothing */
		loading->changed = true;
	}
	if (gone)
		return 0;
	if (entry.value.at)
		loading->entries[loading->entry_count++] = entry;
	glances->of[glances->notes.count] = glance;
	glances->notes.items[glances->notes.count++] = *note;
	return 0;
}

int glances_load(struct arena *arena, const struct vault *vault, struct glances *glances, struct finding_list *findings,
	struct error *error)
{
	struct loading loading = { .arena = arena, .vault = vault, .glances = glances, .findings = findings };
	if (notes_find(arena, vault, WALK_STAMPS, &glances->notes, findings, error))
		return -1;
	size_t found = glances->notes.count;
	glances->notes.count = 0;
	glances->of = arena_new_array(arena, found, struct glance);
	loading.cache = cache_open(arena, vault, cache_name);
	loading.entries = arena_new_array(arena, found, struct cache_entry);
	for (size_t i = 0; i < found; i++)
		if (add(&loading, &glances->notes.items[i], error))
			return -1;
	if (loading.changed || loading.entry_count != loading.cache.count)
		cache_replace(vault, cache_name, &loading.cache, loading.entries, loading.entry_count);
	return 0;
}
