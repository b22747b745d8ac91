#include "vault/cache.h"

#include "codec/sealed.h"
#include "sys/walk.h"
#include "vault/private_folder.h"
#include "vault/sources_digest.h"

#include <fcntl.h>
#include <unistd.h>

enum { CACHE_MOST_BYTES = 256 << 20 };

/* Times on a file system are as coarse as two seconds: a note as young as that may change without a sign. */
static const int64_t youth_ns = 2000000000;

static const char folder[] = ".coach/cache";
static const char head[] = "coach cache 1";

/* All that a value may depend on beside its note: how this build reads notes, and the settings. */
static struct digest what_holds(struct arena *arena, const struct vault *vault)
{
	BUFFER_CLEANUP struct buffer text = BUFFER_INIT(4 * CONFIGURATION_MOST_BYTES);
	buffer_add_text(&text, SOURCES_DIGEST "\n");
	for (size_t i = 0; i < setting_count; i++)
		buffer_printf(&text, "%s\n", setting_value(arena, &vault->configuration, &settings[i]));
	for (size_t i = 0; i < vault->configuration.aliases.own_count; i++) {
		const struct alias *own = &vault->configuration.aliases.own[i];
		buffer_printf(&text, "%d %s\n%s\n", (int)own->domain, own->text, own->term);
	}
	return digest_of(buffer_span(&text));
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

static void read_entries(struct arena *arena, struct span bytes, struct cache *cache)
{
	struct packed packed;
	if (!sealed_open(bytes, head, &packed) || !digest_equal(digest_unpack(&packed), cache->valid))
		return;
	size_t count = packed_read(&packed);
	if (count > packed.rest.length)
		return;
	cache->entries = arena_new_array(arena, count, struct cache_entry);
	for (size_t i = 0; i < count; i++) {
		struct cache_entry *entry = &cache->entries[i];
		entry->path = packed_read_text(&packed);
		entry->stamp = digest_unpack(&packed);
		entry->value = packed_read_text(&packed);
	}
	cache->count = packed.good ? count : 0;
}

struct cache cache_open(struct arena *arena, const struct vault *vault, const char *name)
{
	struct cache cache = { .valid = what_holds(arena, vault) };
	struct span bytes;
	struct file_stamp stamp;
	struct error ignored = ERROR_INIT;
	if (private_file_read(arena, vault->root, folder, name, CACHE_MOST_BYTES, &bytes, &stamp, &ignored))
		return cache;
	cache.written_ns = stamp.modified_ns;
	read_entries(arena, bytes, &cache);
	return cache;
}

/* --- finding ----------------------------------------------------------------------------------------------------- */

static struct digest digest_of_stamp(const struct file_stamp *stamp)
{
	return digest_of((struct span){ (const char *)stamp, sizeof(*stamp) });
}

static bool is_young(const struct cache *cache, const struct file_stamp *stamp)
{
	int64_t latest = stamp->modified_ns > stamp->changed_ns ? stamp->modified_ns : stamp->changed_ns;
	return latest >= cache->written_ns - youth_ns;
}

const struct cache_entry *cache_find(struct cache *cache, const char *path, const struct file_stamp *stamp)
{
	int order = -1;
	while (cache->next < cache->count &&
		(order = walk_compare(cache->entries[cache->next].path, span_of(path))) < 0)
		cache->next++;
	if (cache->next == cache->count || order != 0 || is_young(cache, stamp))
		return NULL;
	const struct cache_entry *entry = &cache->entries[cache->next++];
	return digest_equal(entry->stamp, digest_of_stamp(stamp)) ? entry : NULL;
}

struct cache_entry cache_entry_of(const char *path, const struct file_stamp *stamp, struct span value)
{
	return (struct cache_entry){ span_of(path), digest_of_stamp(stamp), value };
}

/* --- keeping ----------------------------------------------------------------------------------------------------- */

static void add_entries(const struct cache *old, const struct cache_entry *entries, size_t count, struct buffer *bytes)
{
	sealed_begin(bytes, head);
	digest_pack(bytes, old->valid);
	packed_add(bytes, (uint32_t)count);
	for (size_t i = 0; i < count; i++) {
		packed_add_text(bytes, entries[i].path);
		digest_pack(bytes, entries[i].stamp);
		packed_add_text(bytes, entries[i].value);
	}
	sealed_end(bytes);
}

void cache_replace(const struct vault *vault, const char *name, const struct cache *old,
	const struct cache_entry *entries, size_t count)
{
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(CACHE_MOST_BYTES);
	add_entries(old, entries, count, &bytes);
	int opened = bytes.over ? -1 : private_folder_open(vault->root, folder, true);
	if (opened < 0)
		return;
	/* A torn one is not believed. */
	private_file_replace(opened, name, buffer_span(&bytes), false);
	close(opened);
}
