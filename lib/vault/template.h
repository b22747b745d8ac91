/* The files of vault-template/, compiled into the program (embed_template.sh), and the texts of .coach/ that come with
 * every new vault. */
#ifndef COACH_VAULT_TEMPLATE_H
#define COACH_VAULT_TEMPLATE_H

#include <stddef.h>

struct template_file {
	const char *template; /* "practice" or "executive"; "notes": of the notes that commands write */
	const char *path;     /* relative to the vault; "Week.md" of notes */
	const unsigned char *bytes;
	size_t length;
};

/* By template, then by bytes of the path. */
extern const struct template_file template_files[];
extern const size_t template_file_count;

/* .coach/.gitignore: what is of this machine alone, or too private to be kept for ever. */
extern const char template_gitignore_path[];
extern const char template_gitignore[];

#endif
