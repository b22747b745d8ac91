/* Week notes as coach would write them, made up from a seed, and what it would write some days later. */
#ifndef COACH_TEST_MADE_UP_NOTES_H
#define COACH_TEST_MADE_UP_NOTES_H

#include "base/arena.h"
#include "base/buffer.h"

#include <stdint.h>

enum { MOST_PARTS = 6, MOST_ENTRIES = 6, CLIENTS = 5, MOST_TEXT = 1 << 16 };

/* --- chance --- */

static uint64_t chance_state;

static inline unsigned chance(unsigned sides)
{
	chance_state = chance_state * 6364136223846793005u + 1442695040888963407u;
	return (unsigned)(chance_state >> 33) % sides;
}

/* --- generated notes --- */

enum style { STYLE_TASKS, STYLE_NUMBERED, STYLE_TABLE, STYLE_PROSE };

struct entry {
	unsigned identity; /* of its own in all versions */
	unsigned figure;   /* what another version may say anew */
};

struct part {
	unsigned title;
	size_t count;
	struct entry entries[2 * MOST_ENTRIES];
};

struct plan {
	size_t count;
	struct part parts[MOST_PARTS];
	unsigned hours;
	bool airy;
};

static unsigned next_identity;

static inline struct entry new_entry(void)
{
	return (struct entry){ next_identity++, chance(9) };
}

static inline struct part new_part(unsigned title)
{
	struct part part = { .title = title, .count = chance(MOST_ENTRIES) };
	for (size_t i = 0; i < part.count; i++)
		part.entries[i] = new_entry();
	return part;
}

static inline struct plan new_plan(void)
{
	struct plan plan = { .hours = chance(40), .airy = chance(2) };
	for (unsigned title = 0; title < MOST_PARTS; title++)
		if (chance(4))
			plan.parts[plan.count++] = new_part(title);
	return plan;
}

static inline void shuffle(struct part *part)
{
	for (size_t i = part->count; i > 1; i--) {
		size_t other = chance((unsigned)i);
		struct entry entry = part->entries[i - 1];
		part->entries[i - 1] = part->entries[other];
		part->entries[other] = entry;
	}
}

static inline struct part next_part(const struct part *before)
{
	struct part part = { .title = before->title };
	for (size_t i = 0; i < before->count; i++) {
		if (chance(5) == 0)
			continue;
		part.entries[part.count] = before->entries[i];
		part.entries[part.count++].figure += chance(3) == 0;
	}
	for (unsigned more = chance(3); more && part.count < MOST_ENTRIES; more--)
		part.entries[part.count++] = new_entry();
	if (chance(2))
		shuffle(&part);
	return part;
}

static inline const struct part *find_part(const struct plan *plan, unsigned title)
{
	for (size_t i = 0; i < plan->count; i++)
		if (plan->parts[i].title == title)
			return &plan->parts[i];
	return NULL;
}

/* What the command would write some days later. */
static inline struct plan next_plan(const struct plan *before)
{
	struct plan plan = { .hours = before->hours + chance(2), .airy = before->airy };
	for (unsigned title = 0; title < MOST_PARTS; title++) {
		const struct part *part = find_part(before, title);
		if (part && chance(8))
			plan.parts[plan.count++] = next_part(part);
		else if (!part && chance(3) == 0)
			plan.parts[plan.count++] = new_part(title);
	}
	return plan;
}

static inline enum style style_of(unsigned title)
{
	return (enum style)(title % 4);
}

static inline bool has_detail(struct entry entry)
{
	return entry.identity % 7 == 0;
}

/* Words that no other entry has: figures do not count as words. */
static inline const char *words_of(struct arena *arena, unsigned identity)
{
	static const char *const syllables[] = { "ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "ru" };
	return arena_printf(arena, "%s%s%s%s", syllables[identity / 1000 % 10], syllables[identity / 100 % 10],
		syllables[identity / 10 % 10], syllables[identity % 10]);
}

static inline unsigned client_of(struct entry entry)
{
	return entry.identity % CLIENTS;
}

static inline struct span entry_line(struct arena *arena, unsigned title, struct entry entry, size_t number)
{
	const char *words = words_of(arena, entry.identity);
	switch (style_of(title)) {
	case STYLE_TASKS:
		return span_of(arena_printf(
			arena, "- [ ] Send %s 📅 2026-11-%02u 🆔 k%u", words, 10 + entry.figure, entry.identity));
	case STYLE_NUMBERED:
		return span_of(arena_printf(arena, "%zu. **Prepare [[Client %c]]** — %s, %u days", number,
			(char)('A' + client_of(entry)), words, entry.figure));
	case STYLE_TABLE:
		return span_of(arena_printf(
			arena, "| [[Client %c]] | %s | %u |", (char)('A' + client_of(entry)), words, entry.figure));
	case STYLE_PROSE:
		break;
	}
	return span_of(arena_printf(arena, "Of %s there are %u hours.", words, entry.figure));
}

static inline struct span heading_line(struct arena *arena, unsigned title)
{
	return span_of(arena_printf(arena, "## %s", words_of(arena, 9000 + title)));
}

static inline void add_line(struct buffer *out, struct span line)
{
	buffer_add(out, line);
	buffer_add_byte(out, '\n');
}

static inline void write_part(struct arena *arena, struct buffer *out, const struct plan *plan, const struct part *part)
{
	enum style style = style_of(part->title);
	if (plan->airy)
		add_line(out, SPAN_NONE);
	add_line(out, heading_line(arena, part->title));
	if (plan->airy && part->count)
		add_line(out, SPAN_NONE);
	if (style == STYLE_TABLE)
		buffer_add_text(out, "| Client | Focus | Days |\n| --- | --- | --- |\n");
	for (size_t i = 0; i < part->count; i++) {
		if (style == STYLE_PROSE && i)
			add_line(out, SPAN_NONE);
		add_line(out, entry_line(arena, part->title, part->entries[i], i + 1));
		if (has_detail(part->entries[i]) && (style == STYLE_TASKS || style == STYLE_NUMBERED))
			buffer_printf(out, "   - detail %s\n", words_of(arena, part->entries[i].identity));
	}
}

static inline struct span write_plan(struct arena *arena, const struct plan *plan)
{
	BUFFER_CLEANUP struct buffer out = BUFFER_INIT(MOST_TEXT);
	buffer_printf(&out, "---\ntype: week\nhours: %u\n---\n# Week 2026-W47, %u hours\n", plan->hours, plan->hours);
	for (size_t i = 0; i < plan->count; i++)
		write_part(arena, &out, plan, &plan->parts[i]);
	return arena_copy_span(arena, buffer_span(&out));
}

#endif
