#include "vault/template.h"

const char template_gitignore_path[] = ".coach/.gitignore";
const char template_gitignore[] =
	"# Of this machine alone, or too private for history; config.yaml and proposals/ are kept.\n"
	"lock\n"
	"journal/\n"
	"base/\n"
	"cache/\n"
	"usage.jsonl\n"
	"ai-log.jsonl\n"
	"pseudonyms\n"
	"answers/\n";
