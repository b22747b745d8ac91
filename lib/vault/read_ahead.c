#include "vault/read_ahead.h"

#include <pthread.h>
#include <signal.h>

/* A thread costs as much as reading some dozen notes. Two batches: one is filled while the other is looked at. */
enum { THREAD_FROM = 256, BATCH_NOTES = 64, BATCH_BYTES = 512 << 10, BATCHES = 2 };

struct batch {
	struct arena arena;
	struct note_reading readings[BATCH_NOTES];
	size_t count;
	size_t next; /* of those that nobody asked for yet */
	bool full;   /* it is who asks that holds it; else who reads */
};

struct read_ahead {
	const struct vault *vault;
	const struct note_list *notes;
	size_t most;
	size_t read; /* notes of the list that are in a batch, or were */
	struct batch batches[BATCHES];
	unsigned current; /* the batch that is looked at, once one is held */
	bool holds;
	bool threaded;
	bool stopped; /* nobody asks any more */
	pthread_t thread;
	pthread_mutex_t mutex; /* for `full` and `stopped` */
	pthread_cond_t changed;
};

/* --- who reads --------------------------------------------------------------------------------------------------- */

static void fill(struct read_ahead *ahead, struct batch *batch, size_t most_notes)
{
	size_t bytes = 0;
	arena_clear(&batch->arena);
	batch->count = batch->next = 0;
	while (batch->count < most_notes && bytes < BATCH_BYTES && ahead->read < ahead->notes->count) {
		struct note_reading *reading = &batch->readings[batch->count++];
		const char *path = ahead->notes->items[ahead->read++].path;
		note_read_file(&batch->arena, ahead->vault, path, ahead->most, reading);
		bytes += reading->bytes.length;
	}
}

/* False when nobody asks any more. */
static bool wait_until_empty(struct read_ahead *ahead, const struct batch *batch)
{
	pthread_mutex_lock(&ahead->mutex);
	while (batch->full && !ahead->stopped)
		pthread_cond_wait(&ahead->changed, &ahead->mutex);
	bool goes_on = !ahead->stopped;
	pthread_mutex_unlock(&ahead->mutex);
	return goes_on;
}

static void set_full(struct read_ahead *ahead, struct batch *batch, bool full)
{
	pthread_mutex_lock(&ahead->mutex);
	batch->full = full;
	pthread_cond_signal(&ahead->changed);
	pthread_mutex_unlock(&ahead->mutex);
}

static void *read_all(void *given)
{
	struct read_ahead *ahead = given;
	for (unsigned i = 0; ahead->read < ahead->notes->count; i = (i + 1) % BATCHES) {
		struct batch *batch = &ahead->batches[i];
		if (!wait_until_empty(ahead, batch))
			break;
		fill(ahead, batch, BATCH_NOTES);
		set_full(ahead, batch, true);
	}
	return NULL;
}

/* Signals are for the thread that knows what is under way. */
static bool start_thread(struct read_ahead *ahead)
{
	sigset_t all;
	sigset_t before;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	bool started = pthread_create(&ahead->thread, NULL, read_all, ahead) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return started;
}

/* --- who asks ---------------------------------------------------------------------------------------------------- */

struct read_ahead *read_ahead_begin(
	struct arena *arena, const struct vault *vault, const struct note_list *notes, size_t most)
{
	struct read_ahead *ahead = arena_new(arena, struct read_ahead);
	ahead->vault = vault;
	ahead->notes = notes;
	ahead->most = most;
	pthread_mutex_init(&ahead->mutex, NULL);
	pthread_cond_init(&ahead->changed, NULL);
	ahead->threaded = notes->count >= THREAD_FROM && start_thread(ahead);
	return ahead;
}

static void wait_until_full(struct read_ahead *ahead, const struct batch *batch)
{
	pthread_mutex_lock(&ahead->mutex);
	while (!batch->full)
		pthread_cond_wait(&ahead->changed, &ahead->mutex);
	pthread_mutex_unlock(&ahead->mutex);
}

/* The batch that holds the next note. */
static struct batch *batch_at_hand(struct read_ahead *ahead)
{
	struct batch *batch = &ahead->batches[ahead->current];
	if (!ahead->threaded)
		fill(ahead, batch, 1);
	if (!ahead->threaded || (ahead->holds && batch->next < batch->count))
		return batch;
	if (ahead->holds) {
		set_full(ahead, batch, false);
		ahead->current = (ahead->current + 1) % BATCHES;
		batch = &ahead->batches[ahead->current];
	}
	wait_until_full(ahead, batch);
	ahead->holds = true;
	return batch;
}

int read_ahead_next(
	struct read_ahead *ahead, struct note *note, bool *gone, struct finding_list *findings, struct error *error)
{
	struct batch *batch = batch_at_hand(ahead);
	const struct note_reading *reading = &batch->readings[batch->next++];
	return note_take_reading(&batch->arena, ahead->vault, note, reading, gone, findings, error);
}

void read_ahead_end(struct read_ahead *ahead)
{
	if (ahead->threaded) {
		pthread_mutex_lock(&ahead->mutex);
		ahead->stopped = true;
		pthread_cond_signal(&ahead->changed);
		pthread_mutex_unlock(&ahead->mutex);
		pthread_join(ahead->thread, NULL);
	}
	for (unsigned i = 0; i < BATCHES; i++)
		arena_release(&ahead->batches[i].arena);
	pthread_cond_destroy(&ahead->changed);
	pthread_mutex_destroy(&ahead->mutex);
}
