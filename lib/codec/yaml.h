/* YAML within strict limits (libyaml's events): front matter and configuration.
 *
 * At most 16 KiB (configuration and alias files: as the caller says) and 16 levels; anchors, aliases, tags, duplicate
 * keys and several documents are errors. Every node knows where it stands in the source, so that an edit can replace a
 * value and keep comments, quotes and order. */
#ifndef COACH_CODEC_YAML_H
#define COACH_CODEC_YAML_H

#include "base/arena.h"
#include "base/error.h"
#include "base/span.h"

#include <stdbool.h>
#include <stddef.h>

enum yaml_kind { YAML_SCALAR, YAML_LIST, YAML_MAPPING };

struct yaml_node {
	enum yaml_kind kind;
	struct span key;   /* of an entry in a mapping, decoded; else empty */
	struct span value; /* of a scalar, decoded */
	bool plain;        /* a scalar without quotes: `null`, `~`, `yes` and numbers may mean more than text */
	size_t key_offset; /* in the source given to yaml_parse */
	size_t offset;     /* where the value stands, quotes and brackets included */
	size_t length;
	unsigned line; /* of the value, 1-based, within the source */
	unsigned column;
	struct yaml_node *children; /* entries or items, in order */
	size_t count;
};

/* Parses one document; an empty source (or only comments) gives a mapping without entries. Errors are ERROR_PARSE at
 * `name`, their line counted from `first_line` (1 for a file of its own, 2 for front matter). */
int yaml_parse(struct arena *arena, struct span source, size_t most, const char *name, unsigned first_line,
	struct yaml_node **root, struct error *error);

/* The entry of a mapping with that key, or NULL (also when `mapping` is NULL or no mapping). */
const struct yaml_node *yaml_get(const struct yaml_node *mapping, const char *key);
/* By a dotted path: "capacity.prep_minutes". */
const struct yaml_node *yaml_path(const struct yaml_node *mapping, const char *path);
/* A scalar's text, empty for NULL, other kinds, and a plain `null` or `~`. */
struct span yaml_text(const struct yaml_node *node);

/* How a text must be written as a scalar so that it reads back as the same text: plain where that is safe, else in
 * double quotes. `quote` is the quote the old value had ('\'', '"' or 0), which is kept where possible. */
struct span yaml_quote(struct arena *arena, struct span text, char quote);

#endif
