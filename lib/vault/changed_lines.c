#include "vault/changed_lines.h"

#include "codec/hash.h"

/* A sum knows no order: a line that both sides have cancels itself out. */
static uint64_t sum_of(struct digest path, struct span text)
{
	uint64_t sum = text.at ? path.high : 0;
	struct span line;
	while (span_next_line(&text, &line))
		sum += digest_of(line).low ^ path.low;
	return sum;
}

void changed_lines_add(struct changed_lines *changed, const char *path, struct span before, struct span after)
{
	struct digest digest = digest_of(span_of(path));
	changed->sum += sum_of(digest, after) - sum_of(digest, before);
}

const char *changed_lines_format(struct arena *arena, struct changed_lines changed)
{
	return arena_printf(arena, "%016llx", (unsigned long long)changed.sum);
}
