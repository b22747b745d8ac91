/* What was kept of a note is believed while the note is the same and older than the cache; else it is as if there were
 * nothing. */
#include "fixture.h"

#include "vault/cache.h"

static const char name[] = "looks";
static const char path[] = ".coach/cache/looks";

/* Keeps "of a.md" and "of b/c.md". */
static void keep(struct fixture *fixture)
{
	struct file_stamp a = { .inode = 1, .size = 10, .modified_ns = 1000, .changed_ns = 1000 };
	struct file_stamp b = { .inode = 2, .size = 20, .modified_ns = 2000, .changed_ns = 2000 };
	struct cache_entry entries[] = { cache_entry_of("a.md", &a, SPAN("of a.md")),
		cache_entry_of("b/c.md", &b, SPAN("of\0b/c.md")) };
	struct cache none = cache_open(&fixture->arena, &fixture->vault, name);
	cache_replace(&fixture->vault, name, &none, entries, 2);
}

static struct span find_a(struct fixture *fixture, struct file_stamp stamp)
{
	struct cache cache = cache_open(&fixture->arena, &fixture->vault, name);
	const struct cache_entry *entry = cache_find(&cache, "a.md", &stamp);
	return entry ? entry->value : SPAN_NONE;
}

#define STAMP_A                                                                                                        \
	(struct file_stamp)                                                                                            \
	{                                                                                                              \
		.inode = 1, .size = 10, .modified_ns = 1000, .changed_ns = 1000                                        \
	}

static void what_was_kept_is_found_in_the_order_of_the_walk(void **state)
{
	struct fixture *fixture = *state;
	keep(fixture);
	struct file_stamp b = { .inode = 2, .size = 20, .modified_ns = 2000, .changed_ns = 2000 };
	struct cache cache = cache_open(&fixture->arena, &fixture->vault, name);
	assert_int_equal(cache.count, 2);
	assert_null(cache_find(&cache, "a first.md", &b));
	const struct cache_entry *found = cache_find(&cache, "b/c.md", &b);
	assert_non_null(found);
	assert_true(span_equal(found->value, SPAN("of\0b/c.md")));
	assert_null(cache_find(&cache, "z.md", &b));
	assert_span(find_a(fixture, STAMP_A), "of a.md");
}

static void any_difference_of_the_note_makes_it_unknown(void **state)
{
	struct fixture *fixture = *state;
	keep(fixture);
	struct file_stamp stamps[] = { STAMP_A, STAMP_A, STAMP_A, STAMP_A, STAMP_A };
	stamps[0].device++;
	stamps[1].inode++;
	stamps[2].size++;
	stamps[3].modified_ns++;
	stamps[4].changed_ns++;
	for (size_t i = 0; i < sizeof(stamps) / sizeof(*stamps); i++)
		assert_null(find_a(fixture, stamps[i]).at);
}

/* The clock of a file system may not tell two writings apart: what is as young as the cache is read again. */
static void a_note_as_young_as_the_cache_is_unknown(void **state)
{
	struct fixture *fixture = *state;
	struct file_stamp stamp;
	fixture_write(fixture, "note.md", "text");
	assert_int_equal(file_look(fixture_path(fixture, "note.md"), &stamp), FILE_REGULAR);
	struct cache_entry entry = cache_entry_of("note.md", &stamp, SPAN("kept"));
	struct cache cache = cache_open(&fixture->arena, &fixture->vault, name);
	cache_replace(&fixture->vault, name, &cache, &entry, 1);
	cache = cache_open(&fixture->arena, &fixture->vault, name);
	assert_int_equal(cache.count, 1);
	assert_null(cache_find(&cache, "note.md", &stamp));
	struct timespec later[2] = { { .tv_sec = stamp.changed_ns / 1000000000 + 10 },
		{ .tv_sec = stamp.changed_ns / 1000000000 + 10 } };
	assert_int_equal(utimensat(AT_FDCWD, fixture_path(fixture, path), later, 0), 0);
	cache = cache_open(&fixture->arena, &fixture->vault, name);
	const struct cache_entry *found = cache_find(&cache, "note.md", &stamp);
	assert_non_null(found);
	assert_span(found->value, "kept");
}

static void one_wrong_byte_makes_all_unknown(void **state)
{
	struct fixture *fixture = *state;
	keep(fixture);
	struct span kept;
	assert_int_equal(vault_read(&fixture->arena, &fixture->vault, path, 1 << 20, &kept, &fixture->error), 0);
	for (size_t i = 0; i < kept.length; i++) {
		char *spoiled = arena_copy_text(&fixture->arena, kept);
		spoiled[i] ^= 0x20;
		FILE *file = fopen(fixture_path(fixture, path), "wb");
		assert_int_equal(fwrite(spoiled, 1, kept.length, file), kept.length);
		assert_int_equal(fclose(file), 0);
		assert_int_equal(cache_open(&fixture->arena, &fixture->vault, name).count, 0);
	}
}

static void a_cache_cut_anywhere_is_unknown(void **state)
{
	struct fixture *fixture = *state;
	keep(fixture);
	struct file_stamp stamp;
	file_look(fixture_path(fixture, path), &stamp);
	for (off_t length = stamp.size - 1; length >= 0; length--) {
		assert_int_equal(truncate(fixture_path(fixture, path), length), 0);
		assert_int_equal(cache_open(&fixture->arena, &fixture->vault, name).count, 0);
	}
}

static void other_settings_or_words_make_all_unknown(void **state)
{
	struct fixture *fixture = *state;
	keep(fixture);
	fixture->vault.configuration.templates_folder = "Vorlagen";
	assert_null(find_a(fixture, STAMP_A).at);
	fixture->vault.configuration.templates_folder = "";
	assert_span(find_a(fixture, STAMP_A), "of a.md");
	aliases_add(&fixture->arena, &fixture->vault.configuration.aliases, ALIAS_HEADING, "active roster",
		SPAN("my people"));
	assert_null(find_a(fixture, STAMP_A).at);
}

static void nothing_is_written_through_a_link_out_of_the_vault(void **state)
{
	struct fixture *fixture = *state;
	fixture_write(fixture, "elsewhere/file", "");
	assert_int_equal(symlink("../elsewhere", fixture_path(fixture, ".coach/cache")), 0);
	keep(fixture);
	fixture_lacks(fixture, "elsewhere/looks");
}

static void what_is_no_file_is_no_cache(void **state)
{
	struct fixture *fixture = *state;
	assert_int_equal(file_make_folder(fixture_path(fixture, ".coach/cache"), &fixture->error), 0);
	assert_int_equal(mkfifo(fixture_path(fixture, path), 0600), 0);
	assert_int_equal(cache_open(&fixture->arena, &fixture->vault, name).count, 0);
	keep(fixture);
	assert_span(find_a(fixture, STAMP_A), "of a.md");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		FIXTURE_TEST(what_was_kept_is_found_in_the_order_of_the_walk),
		FIXTURE_TEST(any_difference_of_the_note_makes_it_unknown),
		FIXTURE_TEST(a_note_as_young_as_the_cache_is_unknown),
		FIXTURE_TEST(one_wrong_byte_makes_all_unknown),
		FIXTURE_TEST(a_cache_cut_anywhere_is_unknown),
		FIXTURE_TEST(other_settings_or_words_make_all_unknown),
		FIXTURE_TEST(nothing_is_written_through_a_link_out_of_the_vault),
		FIXTURE_TEST(what_is_no_file_is_no_cache),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
