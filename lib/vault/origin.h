/* Where a file was made: its inode and time of birth.
 *
 * A file keeps both as long as it lives, through renames, crashes and the machine's restart. No copy has them, whether
 * it came by cp, git, an archive or a cloud service, and nobody can know them beforehand. So a file in which its own
 * origin stands was written in its place, by who could write there, and was not brought along. */
#ifndef COACH_VAULT_ORIGIN_H
#define COACH_VAULT_ORIGIN_H

#include <stdbool.h>
#include <stdint.h>

struct origin {
	uint64_t inode;
	int64_t born_ns; /* since 1970; 0 where the file system does not tell */
};

/* All zeros where the system does not tell anything. */
struct origin origin_of(int descriptor);
/* False too where nothing is known. */
bool origin_equal(struct origin a, struct origin b);

#endif
