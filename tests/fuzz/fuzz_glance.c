/* The input as what was kept of a note: bytes that are read, packed again, are the same bytes. And as a note: the
 * glance at it is kept and read as the same, and a task that was kept is still one, with its date. */
#include "fuzz/fuzz.h"
#include "model/glance.h"
#include "model/outline.h"

enum { MOST_PACKED = 16 << 20 };

static struct span pack(struct arena *arena, const struct glance *glance)
{
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(MOST_PACKED);
	glance_pack(glance, &bytes);
	return buffer_finish(arena, &bytes);
}

static void check_kept(struct arena *arena, struct span bytes)
{
	struct glance glance = { .kind = NOTE_KIND_COUNT };
	if (glance_unpack(arena, bytes, &glance))
		CHECK(span_equal(pack(arena, &glance), bytes));
	else
		CHECK(glance.kind == NOTE_KIND_COUNT);
}

static void check_task(const struct glance_task *task)
{
	struct task read;
	CHECK(task_read_line(task->whole, &read));
	CHECK(read.mark == task->mark && date_compare(read.due, task->due) == 0);
}

static void check_note(struct arena *arena, struct span bytes, enum note_kind kind)
{
	const struct aliases aliases = ALIASES_INIT;
	struct finding_list findings = { .arena = arena };
	const struct document *document = document_parse(arena, "x.md", bytes, DOCUMENT_DEFAULT_MOST);
	struct glance glance = glance_take(outline_of(arena, &aliases, document), kind, NULL, &findings);
	struct glance again;
	struct span packed = pack(arena, &glance);
	CHECK(glance_unpack(arena, packed, &again));
	CHECK(again.task_count == glance.task_count && span_equal(again.client, glance.client));
	CHECK(span_equal(pack(arena, &again), packed));
	for (size_t i = 0; i < again.task_count; i++)
		check_task(&again.tasks[i]);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	struct span bytes = input_copy(&arena, data, size);
	check_kept(&arena, bytes);
	check_note(&arena, bytes, (enum note_kind)(input_choice(bytes) % NOTE_KIND_COUNT));
	arena_release(&arena);
	return 0;
}
