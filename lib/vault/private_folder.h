/* The folders below .coach that hold what is nobody else's to read: whole texts of clients, from before and after a
 * change, as generated, or on their way into a note.
 *
 * They are the owner's alone (0700, their files 0600), unless .coach may be written by its group, or by all: then these
 * may do the same below it, since that is how people share a vault. A vault may come from anybody, so none of these
 * folders is entered through a symlink. */
#ifndef COACH_VAULT_PRIVATE_FOLDER_H
#define COACH_VAULT_PRIVATE_FOLDER_H

#include "sys/file.h"

/* The descriptor of a folder below the root (".coach/cache"), opened part by part, and made where it is missing and
 * `make` is true. -1 with errno: ENOENT, or ELOOP or ENOTDIR where something else has its name. */
int private_folder_open(const char *root, const char *path, bool make);
/* The same for one name in a folder that is open. */
int private_folder_enter(int folder, const char *name, bool make);
/* Reads a regular file in such a folder below the root. Where that cannot be done, the error says whether it is the
 * machine that failed (`passing`), or there is nothing to read. `stamp` may be NULL. */
int private_file_read(struct arena *arena, const char *root, const char *folder, const char *name, size_t most,
	struct span *bytes, struct file_stamp *stamp, struct error *error);
/* Makes a new file in such a folder and opens it for writing. -1 with errno: EEXIST where the name is taken. */
int private_file_make(int folder, const char *name);
/* Writes a file beside its name, then in the place of what has that name, so that a reader sees one of the two whole.
 * Where it is not to be durable, a power loss may leave a torn one. -1 with errno. */
int private_file_replace(int folder, const char *name, struct span bytes, bool durable);

/* Makes .coach itself in an existing root: 0700, or 0770 in a folder that a group shares (setgid, and written by the
 * group). One that is there stays as it is. */
int private_folder_found(const char *root, struct error *error);
/* Fails (ERROR_REFUSED) where .coach is a symlink: what coach notes there would lie elsewhere. */
int private_folder_check(const char *root, struct error *error);

#endif
