#include "vault/read_ahead.h"

#include <pthread.h>
#include <signal.h>

/* A thread costs as much as reading some dozen notes. */
enum { THREAD_FROM = 256, BATCH_NOTES = 64, BATCH_BYTES = 256 << 10, BATCHES = 4 };

enum batch_state { BATCH_FREE, BATCH_CLAIMED, BATCH_FULL };

/* Some notes of the list, one behind the other. Who claims a batch reads it, alone; full, it is whose who asks. */
struct batch {
	enum batch_state state;
	struct arena arena;
	size_t first;
	size_t count;
	size_t read; /* of these notes: those that would be too much together are read when they are asked for */
	struct note_reading readings[BATCH_NOTES];
};

struct read_ahead {
	const struct vault *vault;
	const struct note_list *notes;
	size_t most;
	size_t asked;   /* notes that were given out */
	size_t claimed; /* batches, in order, that somebody reads or has read; each has its place among `batches` */
	struct batch batches[BATCHES];
	bool threaded;
	bool stopped; /* nobody asks any more */
	pthread_t thread;
	pthread_mutex_t mutex; /* for `claimed`, `stopped` and the batches' states */
	pthread_cond_t changed;
};

/* --- reading, by whoever has time -------------------------------------------------------------------------------- */

static void read_note(struct read_ahead *ahead, struct batch *batch, size_t place)
{
	const char *path = ahead->notes->items[batch->first + place].path;
	note_read_file(&batch->arena, ahead->vault, path, ahead->most, &batch->readings[place]);
}

static void fill(struct read_ahead *ahead, struct batch *batch)
{
	size_t bytes = 0;
	arena_clear(&batch->arena);
	for (batch->read = 0; batch->read < batch->count && bytes < BATCH_BYTES; batch->read++) {
		read_note(ahead, batch, batch->read);
		bytes += batch->readings[batch->read].bytes.length;
	}
}

/* The next batch that nobody has claimed; NULL where there is none, or its place is taken. Under the mutex. */
static struct batch *claim(struct read_ahead *ahead)
{
	size_t first = ahead->claimed * BATCH_NOTES;
	struct batch *batch = &ahead->batches[ahead->claimed % BATCHES];
	if (first >= ahead->notes->count || batch->state != BATCH_FREE)
		return NULL;
	size_t left = ahead->notes->count - first;
	ahead->claimed++;
	batch->state = BATCH_CLAIMED;
	batch->first = first;
	batch->count = left < BATCH_NOTES ? left : BATCH_NOTES;
	return batch;
}

/* Reads a batch, if there is one to read, else waits until something changes. Under the mutex, but while it reads. */
static void read_or_wait(struct read_ahead *ahead)
{
	struct batch *batch = claim(ahead);
	if (!batch) {
		pthread_cond_wait(&ahead->changed, &ahead->mutex);
		return;
	}
	pthread_mutex_unlock(&ahead->mutex);
	fill(ahead, batch);
	pthread_mutex_lock(&ahead->mutex);
	batch->state = BATCH_FULL;
	pthread_cond_signal(&ahead->changed);
}

static void *read_all(void *given)
{
	struct read_ahead *ahead = given;
	pthread_mutex_lock(&ahead->mutex);
	while (!ahead->stopped && ahead->claimed * BATCH_NOTES < ahead->notes->count)
		read_or_wait(ahead);
	pthread_mutex_unlock(&ahead->mutex);
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

/* The batch that the next note begins: read meanwhile, or now, and while the other reads it, one behind it. */
static void turn_to(struct read_ahead *ahead, const struct batch *batch)
{
	pthread_mutex_lock(&ahead->mutex);
	if (ahead->asked) {
		ahead->batches[(ahead->asked / BATCH_NOTES - 1) % BATCHES].state = BATCH_FREE;
		pthread_cond_signal(&ahead->changed);
	}
	while (batch->state != BATCH_FULL)
		read_or_wait(ahead);
	pthread_mutex_unlock(&ahead->mutex);
}

int read_ahead_next(
	struct read_ahead *ahead, struct note *note, bool *gone, struct finding_list *findings, struct error *error)
{
	struct batch *batch = &ahead->batches[ahead->asked / BATCH_NOTES % BATCHES];
	size_t place = ahead->asked % BATCH_NOTES;
	if (place == 0)
		turn_to(ahead, batch);
	ahead->asked++;
	if (place >= batch->read) {
		arena_clear(&batch->arena);
		read_note(ahead, batch, place);
	}
	return note_take_reading(&batch->arena, ahead->vault, note, &batch->readings[place], gone, findings, error);
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
