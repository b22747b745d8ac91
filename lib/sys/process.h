/* What belongs to this process and its neighbours: where the program lies, shared modules, other programs. */
#ifndef COACH_SYS_PROCESS_H
#define COACH_SYS_PROCESS_H

#include "base/arena.h"
#include "base/error.h"

/* The folder that holds the running program, without symlinks; NULL when the system does not tell. */
char *process_program_folder(struct arena *arena);

/* Opens a shared module by absolute path and returns the address of one of its symbols. The module stays loaded until
 * the process ends. A missing module or symbol is ERROR_IO and says where it was looked for. */
int process_load_module(const char *path, const char *symbol, void **address, struct error *error);

/* The same for a module of coach's own, by its name ("coach-history.so"): the folder that holds the running program is
 * looked into first, then the installed place. */
int process_open_module(const char *name, const char *symbol, void **address, struct error *error);

/* Signals that a write must not be cut by (INT, TERM, HUP, QUIT, PIPE) are held back until process_allow_signals, which
 * puts the earlier state back. Pairs may nest. */
void process_hold_signals(void);
void process_allow_signals(void);

#endif
