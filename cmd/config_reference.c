#include "cmd/config_reference.h"

#include "base/buffer.h"
#include "vault/configuration.h"

static const char introduction[] =
	"# Settings\n"
	"\n"
	"A vault's settings stand in `.coach/config.yaml`; your own for all vaults in `$XDG_CONFIG_HOME/coach/config.yaml`\n"
	"(else `~/.config/coach/config.yaml`), and a variable of the environment comes before both: `capacity.prep_minutes`\n"
	"is `COACH_CAPACITY_PREP_MINUTES`. `coach config` lists what holds and why, `coach config NAME VALUE` sets a value in\n"
	"the vault without touching the rest of the file, and `coach config --unset NAME` takes it back. An unknown setting or\n"
	"a value that is not understood is named with its line, and the default holds.\n"
	"\n"
	"In paths, `{client}`, `{date}`, `{week}`, `{quarter}`, `{year}` and `{title}` are filled in.\n"
	"\n"
	"| Setting | Default | Takes | What it is for |\n"
	"| --- | --- | --- | --- |\n";

static const char own_words[] =
	"\n"
	"## Your own words\n"
	"\n"
	"English, German and Chinese words for headings, labels, columns, front matter keys, categories and states are known\n"
	"already. Yours go under `aliases:`, by domain, with the term that coach uses on the left and your word, or a list of\n"
	"them, on the right:\n"
	"\n"
	"```yaml\n"
	"aliases:\n"
	"  headings:\n"
	"    active roster: [my people]\n"
	"  columns:\n"
	"    sessions/month: rhythm of work\n"
	"  categories:\n"
	"    admin: [bookkeeping, tax]\n"
	"  states:\n"
	"    on hold: sabbatical\n"
	"  properties:\n"
	"    date: when\n"
	"```\n"
	"\n"
	"Words are compared without number, case, emphasis, emoji and trailing brackets. The terms are those of\n"
	"`vault-template/aliases/en.yaml`, and `coach config` shows yours behind the settings.\n"
	"\n"
	"Yours come first: `admin: [Marketing]` makes admin of it. A term that coach does not know (`config_unknown`) and a word\n"
	"of nothing but punctuation (`config_value`) are named and left out. A heading, label, column or state that means\n"
	"something else in the same place already is named too (`config_word`): there both meanings would hold.\n";

struct span config_reference(struct arena *arena)
{
	struct buffer BUFFER_CLEANUP out = BUFFER_INIT(1u << 20);
	buffer_add_text(&out, introduction);
	for (size_t i = 0; i < setting_count; i++) {
		const struct setting *setting = &settings[i];
		const char *mark = setting->fallback[0] ? "`" : "";
		buffer_printf(&out, "| `%s` | %s%s%s | %s | %s |\n", setting->name, mark,
			setting->fallback[0] ? setting->fallback : "–", mark, setting_accepts(arena, setting),
			setting->help);
	}
	buffer_add_text(&out, own_words);
	return buffer_finish(arena, &out);
}
