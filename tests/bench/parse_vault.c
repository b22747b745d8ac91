/* Reads every note of a list and finds its blocks, sections and tasks, as the program does: parse_vault THREADS LIST
 *
 * LIST holds one path a line. Each worker has an arena of its own that lives to the end, as the arena of a command
 * does, and takes the next note when it is done with one. Prints what it found, so that runs can be compared. */
#include "base/arena.h"
#include "base/error.h"
#include "md/document.h"
#include "md/section.h"
#include "md/task.h"
#include "sys/file.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_WORKERS = 64 };

struct notes {
	struct span *paths;
	size_t count;
	atomic_size_t next;
};

struct worker {
	pthread_t thread;
	struct arena arena;
	struct notes *notes;
	size_t blocks, sections, tasks;
};

static void fail(const struct error *error)
{
	fprintf(stderr, "parse_vault: %s: %s\n", error->path, error->message);
	exit(EXIT_FAILURE);
}

static void read_note(struct worker *worker, const char *path)
{
	struct error error = ERROR_INIT;
	struct span bytes;
	if (file_read(&worker->arena, path, path, DOCUMENT_DEFAULT_MOST, &bytes, NULL, &error) != 0)
		fail(&error);
	struct document *document = document_parse(&worker->arena, path, bytes, DOCUMENT_DEFAULT_MOST);
	worker->blocks += (size_t)document->block_count;
	worker->sections += document_sections(&worker->arena, document).count;
	worker->tasks += document_tasks(&worker->arena, document, 0, document->block_count).count;
}

static void *work(void *argument)
{
	struct worker *worker = argument;
	struct notes *notes = worker->notes;
	for (size_t i; (i = atomic_fetch_add(&notes->next, 1)) < notes->count;)
		read_note(worker, arena_copy_text(&worker->arena, notes->paths[i]));
	return NULL;
}

static void list_notes(struct arena *arena, const char *path, struct notes *notes)
{
	struct error error = ERROR_INIT;
	struct span rest, line;
	if (file_read(arena, path, path, 64u << 20, &rest, NULL, &error) != 0)
		fail(&error);
	size_t capacity = 0;
	while (span_next_line(&rest, &line)) {
		notes->paths = arena_grow(arena, notes->paths, notes->count, &capacity, sizeof(*notes->paths));
		notes->paths[notes->count++] = line;
	}
}

int main(int count, char **arguments)
{
	int workers = count == 3 ? (int)strtol(arguments[1], NULL, 10) : 0;
	if (workers < 1 || workers > MOST_WORKERS) {
		fprintf(stderr, "usage: parse_vault THREADS LIST\n");
		return 2;
	}
	struct arena arena = ARENA_INIT;
	struct notes notes = { .count = 0 };
	list_notes(&arena, arguments[2], &notes);

	struct worker pool[MOST_WORKERS] = { 0 };
	for (int i = 0; i < workers; i++)
		pool[i].notes = &notes;
	for (int i = 1; i < workers; i++)
		if (pthread_create(&pool[i].thread, NULL, work, &pool[i]) != 0)
			return EXIT_FAILURE;
	work(&pool[0]);
	for (int i = 1; i < workers; i++) {
		pthread_join(pool[i].thread, NULL);
		pool[0].blocks += pool[i].blocks;
		pool[0].sections += pool[i].sections;
		pool[0].tasks += pool[i].tasks;
		arena_release(&pool[i].arena);
	}
	printf("%zu notes, %zu blocks, %zu sections, %zu tasks\n", notes.count, pool[0].blocks, pool[0].sections,
		pool[0].tasks);
	arena_release(&pool[0].arena);
	arena_release(&arena);
	return 0;
}
