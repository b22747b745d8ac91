/* What git does not record is kept, read again whole or not at all, and the latest hundred of it. */
#include "fixture.h"

#include "vault/kept.h"

#include <sys/resource.h>

static struct kept sample(struct entry_file files[3])
{
	files[0] = (struct entry_file){ "Weeks/2026-W48.md", false, SPAN("old\n"), SPAN("new\n") };
	files[1] = (struct entry_file){ "Made.md", false, SPAN_NONE, SPAN("") };
	files[2] = (struct entry_file){ ".coach/base/Gone.md", true, SPAN("base\0\xFF"), SPAN_NONE };
	return (struct kept){ "0123456789abcdef", "coach(log): 2026-W48\n", 1795000000, -90, true, files, 3 };
}

static const char *next_path(struct fixture *fixture, const char *id)
{
	const char *path;
	assert_int_equal(kept_next_path(&fixture->arena, fixture->vault.root, id, &path, &fixture->error), 0);
	return path;
}

static struct kept_names listed(struct fixture *fixture)
{
	struct kept_names names;
	assert_int_equal(kept_list(&fixture->arena, fixture->vault.root, &names, &fixture->error), 0);
	return names;
}

static bool reads(struct fixture *fixture, const char *name, struct kept *kept)
{
	bool whole;
	assert_int_equal(kept_read(&fixture->arena, fixture->vault.root, name, kept, &whole, &fixture->error), 0);
	return whole;
}

/* Lays it where the next one is kept; returns its name. */
static const char *keep(struct fixture *fixture, const struct kept *kept)
{
	BUFFER_CLEANUP struct buffer bytes = BUFFER_INIT(1 << 20);
	const char *path = next_path(fixture, kept->id);
	const char *whole = fixture_path(fixture, path);
	assert_true(kept_pack(kept, &bytes));
	assert_int_equal(file_make_folder(path_folder(&fixture->arena, whole), &fixture->error), 0);
	write_new(whole, buffer_span(&bytes));
	return path_name(path);
}

static void what_is_kept_is_read_again(void **state)
{
	struct fixture *fixture = *state;
	struct entry_file files[3];
	struct kept kept = sample(files);
	struct kept read;
	const char *name = keep(fixture, &kept);
	assert_string_equal(name, "00000001-0123456789abcdef");
	assert_true(reads(fixture, name, &read));
	assert_string_equal(read.id, kept.id);
	assert_string_equal(read.message, kept.message);
	assert_int_equal(read.seconds, kept.seconds);
	assert_int_equal(read.offset_minutes, -90);
	assert_true(read.committed);
	assert_int_equal(read.count, 3);
	for (size_t i = 0; i < 3; i++) {
		assert_string_equal(read.files[i].path, files[i].path);
		assert_int_equal(read.files[i].hidden, files[i].hidden);
		assert_true(span_equal(read.files[i].before, files[i].before));
		assert_true(span_equal(read.files[i].after, files[i].after));
		assert_int_equal(read.files[i].before.at == NULL, files[i].before.at == NULL);
		assert_int_equal(read.files[i].after.at == NULL, files[i].after.at == NULL);
	}
}

static void what_is_torn_is_not_read(void **state)
{
	struct fixture *fixture = *state;
	struct entry_file files[3];
	struct kept kept = sample(files);
	struct kept read;
	struct file_stamp stamp;
	const char *name = keep(fixture, &kept);
	const char *path = fixture_path(fixture, arena_printf(&fixture->arena, ".coach/journal/kept/%s", name));
	file_look(path, &stamp);
	for (off_t length = stamp.size - 1; length >= 0; length--) {
		assert_int_equal(truncate(path, length), 0);
		assert_false(reads(fixture, name, &read));
	}
	assert_false(reads(fixture, "00000009-0123456789abcdef", &read));
}

static void the_latest_come_first_and_the_oldest_go(void **state)
{
	struct fixture *fixture = *state;
	struct entry_file files[3];
	struct kept kept = sample(files);
	fixture_write(fixture, ".coach/journal/kept/notes of mine", "text\n");
	for (int i = 0; i < 12; i++)
		keep(fixture, &kept);
	kept_prune(&fixture->arena, fixture->vault.root, 10);
	struct kept_names names = listed(fixture);
	assert_int_equal(names.count, 10);
	assert_string_equal(names.items[0], "00000012-0123456789abcdef");
	assert_string_equal(names.items[9], "00000003-0123456789abcdef");
	fixture_holds(fixture, ".coach/journal/kept/notes of mine", "text\n");
	assert_string_equal(keep(fixture, &kept), "00000013-0123456789abcdef");
}

static void numbers_are_read_however_long(void **state)
{
	struct fixture *fixture = *state;
	struct entry_file files[3];
	struct kept kept = sample(files);
	keep(fixture, &kept);
	fixture_write(fixture, ".coach/journal/kept/99999999-0123456789abcdef", "");
	assert_string_equal(keep(fixture, &kept), "100000000-0123456789abcdef");
	assert_string_equal(keep(fixture, &kept), "100000001-0123456789abcdef");
	struct kept_names names = listed(fixture);
	assert_int_equal(names.count, 4);
	assert_string_equal(names.items[0], "100000001-0123456789abcdef");
	assert_string_equal(names.items[2], "99999999-0123456789abcdef");
	assert_string_equal(names.items[3], "00000001-0123456789abcdef");
	fixture_write(fixture, ".coach/journal/kept/999999999999999999-0123456789abcdef", "");
	assert_null(next_path(fixture, kept.id));
}

static void what_would_not_be_read_again_is_not_kept(void **state)
{
	struct fixture *fixture = *state;
	struct entry_file files[3];
	struct kept kept = sample(files);
	BUFFER_CLEANUP struct buffer whole = BUFFER_INIT(FILE_MOST_BYTES);
	assert_true(kept_pack(&kept, &whole));
	BUFFER_CLEANUP struct buffer small = BUFFER_INIT(whole.length - 1);
	assert_false(kept_pack(&kept, &small));
	kept.files = arena_new_array(&fixture->arena, KEPT_MOST_FILES + 1, struct entry_file);
	for (kept.count = 0; kept.count <= KEPT_MOST_FILES; kept.count++)
		kept.files[kept.count] = files[0];
	buffer_clear(&whole);
	assert_false(kept_pack(&kept, &whole));
	kept.count--;
	buffer_clear(&whole);
	assert_true(kept_pack(&kept, &whole));
}

/* Neither what merely looks like one of ours, nor what a symlink shows. */
static void only_names_of_our_own_are_kept_ones(void **state)
{
	struct fixture *fixture = *state;
	static const char *const others[] = { "20240001-photo.jpg", "00000001-0123456789abcde",
		"00000001-0123456789abcdef0", "00000001-0123456789ABCDEF", "0000001-0123456789abcdef",
		"000000001-0123456789abcdef", "00000001_0123456789abcdef" };
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		fixture_write(fixture, arena_printf(&fixture->arena, ".coach/journal/kept/%s", others[i]), "mine\n");
	kept_prune(&fixture->arena, fixture->vault.root, 0);
	assert_int_equal(listed(fixture).count, 0);
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		fixture_holds(fixture, arena_printf(&fixture->arena, ".coach/journal/kept/%s", others[i]), "mine\n");
}

/* The folder `path` becomes a symlink to where it went. */
static void move_behind_a_symlink(struct fixture *fixture, const char *path)
{
	const char *here = fixture_path(fixture, path);
	const char *there = fixture_path(fixture, "Elsewhere");
	assert_int_equal(rename(here, there), 0);
	assert_int_equal(symlink(there, here), 0);
}

static void nothing_behind_a_symlink_is_kept_read_or_removed(void **state)
{
	static const char *const folders[] = { ".coach/journal/kept", ".coach/journal", ".coach" };
	struct fixture *fixture = *state;
	struct entry_file files[3];
	struct kept kept = sample(files);
	struct kept read;
	const char *name = keep(fixture, &kept);
	for (size_t i = 0; i < sizeof(folders) / sizeof(folders[0]); i++) {
		move_behind_a_symlink(fixture, folders[i]);
		assert_int_equal(listed(fixture).count, 0);
		assert_false(reads(fixture, name, &read));
		kept_prune(&fixture->arena, fixture->vault.root, 0);
		assert_int_equal(unlink(fixture_path(fixture, folders[i])), 0);
		assert_int_equal(rename(fixture_path(fixture, "Elsewhere"), fixture_path(fixture, folders[i])), 0);
		assert_true(reads(fixture, name, &read));
	}
	assert_int_equal(symlink(name, fixture_path(fixture, ".coach/journal/kept/00000002-0123456789abcdef")), 0);
	assert_false(reads(fixture, "00000002-0123456789abcdef", &read));
}

/* No descriptor is to be had: what is kept is not known, which is not the same as nothing. */
static void what_the_machine_cannot_read_is_no_end_of_the_list(void **state)
{
	struct fixture *fixture = *state;
	struct entry_file files[3];
	struct kept kept = sample(files);
	struct kept read;
	struct kept_names names;
	struct rlimit usual;
	bool whole;
	const char *path;
	const char *name = keep(fixture, &kept);
	assert_int_equal(getrlimit(RLIMIT_NOFILE, &usual), 0);
	for (rlim_t free = 0; free < 3; free++) {
		int next = dup(STDERR_FILENO);
		close(next);
		struct rlimit few = { (rlim_t)next + free, usual.rlim_max };
		assert_int_equal(setrlimit(RLIMIT_NOFILE, &few), 0);
		int list = kept_list(&fixture->arena, fixture->vault.root, &names, &fixture->error);
		int read_one = kept_read(&fixture->arena, fixture->vault.root, name, &read, &whole, &fixture->error);
		int place = kept_next_path(&fixture->arena, fixture->vault.root, kept.id, &path, &fixture->error);
		assert_int_equal(setrlimit(RLIMIT_NOFILE, &usual), 0);
		assert_int_equal(list, free < 2 ? -1 : 0);
		assert_int_equal(read_one, free < 2 ? -1 : 0);
		assert_int_equal(place, free < 2 ? -1 : 0);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(what_is_kept_is_read_again),
		FIXTURE_TEST(what_is_torn_is_not_read),
		FIXTURE_TEST(the_latest_come_first_and_the_oldest_go),
		FIXTURE_TEST(numbers_are_read_however_long),
		FIXTURE_TEST(what_would_not_be_read_again_is_not_kept),
		FIXTURE_TEST(only_names_of_our_own_are_kept_ones),
		FIXTURE_TEST(nothing_behind_a_symlink_is_kept_read_or_removed),
		FIXTURE_TEST(what_the_machine_cannot_read_is_no_end_of_the_list),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
