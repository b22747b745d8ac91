#include "spec_examples.h"

#include "md/diff.h"

#include <sys/wait.h>
#include <unistd.h>

static void assert_diff(const char *path, const char *before, const char *after, const char *expected)
{
	struct arena arena = ARENA_INIT;
	assert_span(diff_unified(&arena, path, span_of(before), span_of(after)), expected);
	arena_release(&arena);
}

static void equal_texts_have_no_diff(void **state)
{
	(void)state;
	assert_diff("a", "x\n", "x\n", "");
	assert_diff("a", NULL, "", "");
}

static void a_change_stands_in_its_context(void **state)
{
	(void)state;
	assert_diff("Note.md", "1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n",
		"--- a/Note.md\n+++ b/Note.md\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
}

static void near_changes_share_a_hunk_and_far_ones_do_not(void **state)
{
	(void)state;
	assert_diff("n", "a\n1\n2\n3\n4\n5\n6\nb\n", "A\n1\n2\n3\n4\n5\n6\nB\n",
		"--- a/n\n+++ b/n\n@@ -1,8 +1,8 @@\n-a\n+A\n 1\n 2\n 3\n 4\n 5\n 6\n-b\n+B\n");
	assert_diff("n", "a\n1\n2\n3\n4\n5\n6\n7\nb\n", "A\n1\n2\n3\n4\n5\n6\n7\nB\n",
		"--- a/n\n+++ b/n\n@@ -1,4 +1,4 @@\n-a\n+A\n 1\n 2\n 3\n@@ -6,4 +6,4 @@\n 5\n 6\n 7\n-b\n+B\n");
}

static void an_absent_side_is_dev_null(void **state)
{
	(void)state;
	assert_diff("My Note.md", NULL, "x\n", "--- /dev/null\n+++ b/My Note.md\t\n@@ -0,0 +1 @@\n+x\n");
	assert_diff("n", "x\n", NULL, "--- a/n\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n");
}

static void a_missing_final_line_end_is_said(void **state)
{
	(void)state;
	assert_diff("n", "x", "x\n", "--- a/n\n+++ b/n\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x\n");
	assert_diff("n", "a\r\nb", "A\r\nb",
		"--- a/n\n+++ b/n\n@@ -1,2 +1,2 @@\n-a\r\n+A\r\n b\n\\ No newline at end of file\n");
}

static void odd_paths_are_quoted(void **state)
{
	(void)state;
	assert_diff("a\"\n", "x\n", "y\n", "--- \"a/a\\\"\\012\"\n+++ \"b/a\\\"\\012\"\n@@ -1 +1 @@\n-x\n+y\n");
}

static void write_file(const char *path, struct span text)
{
	FILE *file = fopen(path, "wb");
	assert_non_null(file);
	assert_int_equal(fwrite(text.length ? text.at : "", 1, text.length, file), text.length);
	assert_int_equal(fclose(file), 0);
}

/* Runs `git apply` in the folder; the exit status. */
static int apply_with_git(const char *folder)
{
	fflush(NULL);
	pid_t child = fork();
	if (child == 0) {
		if (chdir(folder))
			_exit(126);
		execlp("git", "git", "apply", "--whitespace=nowarn", "patch", (char *)NULL);
		_exit(127);
	}
	int status = -1;
	waitpid(child, &status, 0);
	return status;
}

/* Lines taken out, doubled and changed at random. */
static struct span changed_text(struct arena *arena, struct span text, uint32_t *random)
{
	struct buffer out = BUFFER_INIT(SPEC_MOST_SIZE);
	struct span line;
	for (struct span rest = text; span_next(&rest, '\n', &line);) {
		uint32_t choice = next_random(random) % 8;
		if (choice == 0)
			continue;
		buffer_add(&out, line);
		buffer_add_text(&out, choice == 1 ? "!\n" : choice == 2 ? "\nnew\n" : rest.at ? "\n" : "");
	}
	struct span copy = arena_copy_span(arena, buffer_span(&out));
	buffer_release(&out);
	return copy;
}

static void the_output_applies_with_git(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	struct examples examples = read_examples(&arena);
	char folder[] = "/tmp/coach-diff-XXXXXX";
	assert_non_null(mkdtemp(folder));
	const char *note = arena_printf(&arena, "%s/My Note.md", folder);
	const char *patch = arena_printf(&arena, "%s/patch", folder);
	uint32_t random = 7;
	for (size_t i = 0; i + 8 < examples.count; i += 8) {
		struct span before =
			span_between(examples.items[i].at, examples.items[i].at + examples.items[i].length);
		before = variant_of(&arena, before, (int)(i / 8) % 5, &random);
		struct span after = changed_text(&arena, before, &random);
		struct span diff = diff_unified(&arena, "My Note.md", before, after);
		if (!diff.length || !after.length)
			continue;
		write_file(note, before);
		write_file(patch, diff);
		assert_int_equal(apply_with_git(folder), 0);
		struct span result;
		struct error error = ERROR_INIT;
		assert_int_equal(file_read(&arena, note, note, SPEC_MOST_SIZE, &result, NULL, &error), 0);
		assert_true(span_equal(result, after));
	}
	unlink(note);
	unlink(patch);
	assert_int_equal(rmdir(folder), 0);
	arena_release(&arena);
}

static void texts_with_nothing_in_common_are_replaced(void **state)
{
	(void)state;
	struct arena arena = ARENA_INIT;
	BUFFER_CLEANUP struct buffer before = BUFFER_INIT(SPEC_MOST_SIZE);
	BUFFER_CLEANUP struct buffer after = BUFFER_INIT(SPEC_MOST_SIZE);
	for (int i = 0; i < 20000; i++) {
		buffer_printf(&before, "b%d\n", i);
		buffer_printf(&after, "a%d\n", i);
	}
	struct span diff = diff_unified(&arena, "n", buffer_span(&before), buffer_span(&after));
	assert_true(span_contains(diff, "@@ -1,20000 +1,20000 @@\n-b0\n"));
	arena_release(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(equal_texts_have_no_diff),
		cmocka_unit_test(a_change_stands_in_its_context),
		cmocka_unit_test(near_changes_share_a_hunk_and_far_ones_do_not),
		cmocka_unit_test(an_absent_side_is_dev_null),
		cmocka_unit_test(a_missing_final_line_end_is_said),
		cmocka_unit_test(odd_paths_are_quoted),
		cmocka_unit_test(the_output_applies_with_git),
		cmocka_unit_test(texts_with_nothing_in_common_are_replaced),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
