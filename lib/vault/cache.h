/* What was found out about each note, kept under .coach/cache/ until the note changes.
 *
 * A cache can be lost at any time without harm: it holds nothing that is not computed from the notes again. An entry is
 * believed only while its note has the same inode, size, times of modification and of change, and is older than the
 * cache itself by more than the coarsest file system's clock can hide; the whole is believed only where another build
 * of the program, another configuration or a torn write did not touch it. */
#ifndef COACH_VAULT_CACHE_H
#define COACH_VAULT_CACHE_H

#include "codec/hash.h"
#include "sys/file.h"
#include "vault/vault.h"

struct cache_entry {
	struct span path; /* of the note */
	struct digest stamp;
	struct span value; /* any bytes */
};

struct cache {
	struct cache_entry *entries; /* in the order of walk_compare */
	size_t count;
	size_t next; /* where the last search ended */
	int64_t written_ns;
	struct digest valid; /* of what the values depend on beside the notes */
};

/* Reads the cache of that name; an empty one where there is none that can be believed. */
struct cache cache_open(struct arena *arena, const struct vault *vault, const char *name);

/* The entry kept for a note as it is now, or NULL. Notes are asked for in the order of walk_compare. */
const struct cache_entry *cache_find(struct cache *cache, const char *path, const struct file_stamp *stamp);

struct cache_entry cache_entry_of(const char *path, const struct file_stamp *stamp, struct span value);

/* Keeps these instead, in the order of walk_compare. That a cache cannot be written (a vault that is only read) is no
 * error. */
void cache_replace(const struct vault *vault, const char *name, const struct cache *old,
	const struct cache_entry *entries, size_t count);

#endif
