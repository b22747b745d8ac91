/* A roster that is no table but a list of names. Part of the roster (model/roster.h). */
#ifndef COACH_MODEL_ROSTER_LIST_H
#define COACH_MODEL_ROSTER_LIST_H

#include "model/outline.h"
#include "model/portfolio.h"

/* Fills clients and client_count from the section's list items that begin with a wikilink or a strong name:
 * `- [[Mara Quill]]: weekly`, `- **Theo Banks** – every other week, on hold`. Clients whose item says nothing about
 * their state are active. */
void roster_list_read(const struct outline *outline, const struct section *section, struct portfolio *portfolio);

#endif
