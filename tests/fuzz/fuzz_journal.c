/* A journal, whole and with its digests: the input is its lines, `end` begins the steps. What is read asks for nothing
 * outside the vault; written again it is read as the same; and cut off anywhere it is never taken for a foreign one. */
#include "fuzz/fuzz.h"
#include "vault/journal_text.h"

/* Adds the digest of all from `start` on. */
static void seal(struct buffer *text, size_t start, const char *before)
{
	struct digest digest = digest_of(span_from(buffer_span(text), start));
	buffer_printf(text, "%s%s\n", before, digest_format(digest).text);
}

/* Lines as they are up to `end`; each one behind it is a step, closed by its own digest. */
static void write_sealed(struct span input, struct buffer *text)
{
	struct span line;
	bool steps = false;
	while (span_next(&input, '\n', &line)) {
		size_t start = text->length;
		if (!steps && span_is(line, "end")) {
			seal(text, 0, "end ");
			steps = true;
			continue;
		}
		buffer_add(text, line);
		buffer_add_text(text, steps ? " " : "\n");
		if (steps)
			seal(text, start, "");
	}
}

static bool is_well_formed(enum journal_step step)
{
	return step != JOURNAL_TORN && step != JOURNAL_FOREIGN;
}

static void check_plain(const struct transaction *transaction)
{
	CHECK(transaction->ref && transaction->message && transaction->edits_message);
	CHECK(transaction->seconds >= 0 && transaction->seconds <= INT64_MAX / 1000000000);
	for (size_t i = 0; i < transaction->folder_count; i++)
		CHECK(place_is_plain(transaction->folders[i]));
	for (size_t i = 0; i < transaction->count; i++) {
		CHECK(place_is_plain(transaction->writes[i].path));
		CHECK(!strchr(transaction->writes[i].temporary, '/'));
		CHECK(strncmp(transaction->writes[i].temporary, TEMPORARY_PREFIX, strlen(TEMPORARY_PREFIX)) == 0);
	}
}

static void write_whole(const struct transaction *transaction, enum journal_step step, struct buffer *text)
{
	journal_text_body(transaction, text);
	if (transaction->noted[0])
		journal_text_step(JOURNAL_NOTED, transaction->noted, text);
	if (step != JOURNAL_PREPARED && step != JOURNAL_NOTED)
		journal_text_step(step, transaction->noted, text);
}

/* As coach writes them: the second writing gives the bytes of the first. */
static void check_written_again(struct arena *arena, const struct transaction *transaction, enum journal_step step)
{
	BUFFER_CLEANUP struct buffer first = BUFFER_INIT(JOURNAL_MOST_BYTES);
	BUFFER_CLEANUP struct buffer second = BUFFER_INIT(JOURNAL_MOST_BYTES);
	struct transaction again = { .arena = arena, .root = "/vault" };
	write_whole(transaction, step, &first);
	CHECK(journal_text_read(&again, buffer_span(&first)) == step);
	check_plain(&again);
	CHECK(again.count == transaction->count && again.folder_count == transaction->folder_count);
	write_whole(&again, step, &second);
	CHECK(span_equal(buffer_span(&first), buffer_span(&second)));
}

static enum journal_step read_text(struct arena *arena, struct transaction *transaction, struct span text)
{
	*transaction = (struct transaction){ .arena = arena, .root = "/vault" };
	enum journal_step step = journal_text_read(transaction, text);
	CHECK(step != JOURNAL_NONE);
	if (is_well_formed(step))
		check_plain(transaction);
	else
		CHECK(transaction->count == 0 && transaction->folder_count == 0 && !transaction->ref);
	return step;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = ARENA_INIT;
	BUFFER_CLEANUP struct buffer text = BUFFER_INIT(JOURNAL_MOST_BYTES);
	struct transaction transaction;
	struct span input = input_copy(&arena, data, size);
	read_text(&arena, &transaction, input);
	write_sealed(input, &text);
	enum journal_step step = read_text(&arena, &transaction, buffer_span(&text));
	if (is_well_formed(step)) {
		check_written_again(&arena, &transaction, step);
		size_t length = input_choice(input) % (text.length + 1);
		struct span cut = arena_copy_span(&arena, span_slice(buffer_span(&text), 0, length));
		CHECK(read_text(&arena, &transaction, cut) != JOURNAL_FOREIGN);
	}
	arena_release(&arena);
	return 0;
}
