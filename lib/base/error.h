/* The one error type: what went wrong, where, and what to do about it.
 *
 * Functions that can fail take a `struct error *` last and return 0, or -1 with the error set; what an output
 * parameter holds then is not to be read. A specific error is never wrapped into a vaguer one. Only cmd/main.c prints
 * errors and maps their class to the exit status. The struct owns its texts, so an error outlives the arena and the
 * document. */
#ifndef COACH_BASE_ERROR_H
#define COACH_BASE_ERROR_H

#include <stdbool.h>

/* The value is the exit status (docs/architecture.md). */
enum error_class {
	ERROR_NONE = 0,
	ERROR_USAGE = 2,
	ERROR_NOT_FOUND = 3, /* no vault, or no such note, client, option value */
	ERROR_PARSE = 4,     /* a file could not be understood */
	ERROR_CONFLICT = 5,  /* another writer, the lock was not free, or a change behind the one to undo */
	ERROR_IO = 6,        /* reading, writing, history */
	ERROR_NETWORK = 7,
	ERROR_BUDGET = 8,
	ERROR_CONSENT = 9,
	ERROR_INPUT_NEEDED = 10, /* a question, but --no-input */
	ERROR_REFUSED = 11,      /* refused by a rule */
	ERROR_INTERRUPTED = 130,
};

/* A place in a file: 1-based line and column (bytes); 0 where unknown. The path is relative to the vault. */
struct position {
	const char *path;
	unsigned line;
	unsigned column;
};

enum { ERROR_TEXT_SIZE = 1024, ERROR_PATH_SIZE = 1024 };

struct error {
	enum error_class class;
	bool overtaken; /* what was read has changed since: who reads it again may succeed */
	bool passing;   /* the machine failed, not the file: error_is_passing */
	unsigned line;
	unsigned column;
	char path[ERROR_PATH_SIZE]; /* empty when the error is of no file; too long a path keeps its end */
	char message[ERROR_TEXT_SIZE];
	char hint[ERROR_TEXT_SIZE];
};

#define ERROR_INIT ((struct error){ .class = ERROR_NONE })

/* Each sets the error anew and returns -1, so that `return error_set(…)` reads as "fail with". */
int error_set(struct error *error, enum error_class class, const char *format, ...)
	__attribute__((format(printf, 3, 4)));
int error_at(struct error *error, enum error_class class, struct position position, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* "PATH: MESSAGE: what errno says", class ERROR_IO, with a hint for what a person can mend. */
int error_system(struct error *error, const char *path, const char *message);

/* Whether an errno speaks of the machine: a disk that fails or is full, no memory, no descriptor. At another time the
 * same may succeed, so nothing is known of the file. Otherwise it speaks of the file: it may not be opened, is gone, or
 * is no file. */
bool error_is_passing(int reason);

/* Adds what the reader can do about it; keeps the first hint given. Returns -1. */
int error_hint(struct error *error, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
