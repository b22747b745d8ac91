# coach: `make help` lists the targets. Variables: CC, CFLAGS, prefix, DESTDIR, BUILD (the build folder), SANITIZE=1
# (ASan and UBSan), STATIC=1 (history and calendar linked in instead of loaded on first use), FAULT_POINTS=1 (tests of crashes),
# FUZZ=1 (clang's libFuzzer drives the fuzz targets; without it they read the files that they are given).

version := 0.1.0

CC       ?= cc
AR       ?= ar
PKG      ?= pkg-config
prefix   ?= /usr/local
bindir   ?= $(prefix)/bin
libexecdir ?= $(prefix)/libexec/coach
mandir   ?= $(prefix)/share/man
bashdir  ?= $(prefix)/share/bash-completion/completions
zshdir   ?= $(prefix)/share/zsh/site-functions
fishdir  ?= $(prefix)/share/fish/vendor_completions.d

variant  := $(if $(SANITIZE),sanitize,$(if $(FAULT_POINTS),faults,release))
BUILD    ?= build/$(variant)
STATIC   ?= $(or $(SANITIZE),$(FAULT_POINTS))

# Lowest layer first; a module includes only what stands before it (tests/lint/layers.sh knows the siblings).
modules  := base sys codec md history model search vault practice rules report cli

# Each third-party library belongs to one module.
packages_codec   := yaml-0.1 jansson libutf8proc libxxhash
packages_md      := libcmark-gfm
packages_history := libgit2
packages_calendar := libical
packages_main    := $(packages_codec) $(packages_md)
packages_cmocka  := cmocka

comma    := ,
warnings := -Wall -Wextra -Werror -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
	-Wpointer-arith -Wcast-qual -Wwrite-strings -Wundef -Wvla -Wformat=2 -Wswitch-enum -Wimplicit-fallthrough
optimise := $(if $(SANITIZE),-O1 -g -fno-omit-frame-pointer -fsanitize=address$(comma)undefined -fno-sanitize-recover=all,-O2 -g)
CFLAGS   ?=
common   := -std=c11 -pthread -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -D_DARWIN_C_SOURCE -fPIC -fvisibility=hidden -fstack-protector-strong \
	$(warnings) $(optimise) $(if $(SANITIZE),,-D_FORTIFY_SOURCE=2) $(if $(FAULT_POINTS),-DFAULT_POINTS) \
	$(if $(FUZZ),-fsanitize=fuzzer-no-link) $(if $(STATIC),-DSTATIC_MODULES) -DCOACH_VERSION='"$(version)"' -DCOACH_LIBEXECDIR='"$(libexecdir)"' \
	-iquote . -iquote lib -iquote $(BUILD)/generated -include lib/base/banned.h
system   := $(shell uname -s)
linking  := $(if $(SANITIZE),-fsanitize=address$(comma)undefined) $(if $(filter Linux,$(system)),-Wl$(comma)-O1 -Wl$(comma)-z$(comma)relro -Wl$(comma)--as-needed)

flags_for = $(foreach p,$(packages_$(1)),$(shell $(PKG) --cflags $(p)))
libs_for  = $(foreach p,$(packages_$(1)),$(shell $(PKG) --libs $(p)))

.PHONY: all
all: $(BUILD)/coach

# --- what everything depends on ------------------------------------------------------------------------------------

# Written anew only when they change: another compiler, flag or prefix, and another set of files, so that neither a stale
# object nor a file that is gone stays in what is built.
define keep_current
@mkdir -p $(@D); printf '%s\n' '$(subst ','\'',$(1))' >$@.now; cmp -s $@.now $@ && rm $@.now || mv $@.now $@
endef

.PHONY: always
$(BUILD)/flags: always
	$(call keep_current,$(CC) $(common) $(CFLAGS) $(linking))
$(BUILD)/files: always
	$(call keep_current,$(sort $(wildcard lib/*/*.c cmd/*.c)) $(template_files))

# --- modules -------------------------------------------------------------------------------------------------------

# lib/history: open.c is in the program; the rest is the shared module that links libgit2.
shared_history  := $(filter-out lib/history/open.c,$(wildcard lib/history/*.c))
sources_history := lib/history/open.c $(if $(STATIC),$(shared_history))
# lib/codec/icalendar*.c: a shared module of their own, which links libical (lib/practice/calendar.c opens it).
shared_calendar := $(wildcard lib/codec/icalendar*.c)
sources_codec   := $(filter-out $(shared_calendar),$(wildcard lib/codec/*.c)) $(if $(STATIC),$(shared_calendar))
objects_calendar := $(patsubst lib/%.c,$(BUILD)/lib/%.o,$(shared_calendar))
# Host tools that run during the build lie beside the code they write.
host_tools      := $(wildcard lib/model/compile_*.c)

define module
sources_$(1) ?= $$(filter-out $$(host_tools),$$(wildcard lib/$(1)/*.c))
objects_$(1) := $$(patsubst lib/%.c,$(BUILD)/lib/%.o,$$(sources_$(1))) $$(patsubst %.c,$(BUILD)/generated/%.o,$$(generated_$(1)))
$(BUILD)/lib/$(1).a: $$(objects_$(1)) $(BUILD)/files
	@rm -f $$@
	$$(quiet_ar)$$(AR) rcs $$@ $$(objects_$(1))
$(BUILD)/lib/$(1)/%.o: lib/$(1)/%.c $(BUILD)/flags
	@mkdir -p $$(@D)
	$$(quiet_cc)$$(CC) $$(common) $$(call flags_for,$(1)) $$(CFLAGS) -MMD -MP -c -o $$@ $$<
endef

generated_model := model/alias_table.c model/wording_table.c
generated_vault := vault/template_files.c
quiet_cc = @echo "  cc      $@";
quiet_ar = @echo "  ar      $@";
ifdef V
quiet_cc =
quiet_ar =
endif

$(foreach m,$(modules),$(eval $(call module,$(m))))

# The archives up to and including one module, highest first, as the linker wants them.
archives_up_to = $(call reverse,$(call up_to,$(1),$(modules)))
reverse = $(if $(1),$(call reverse,$(wordlist 2,$(words $(1)),$(1))) $(firstword $(1)))
up_to   = $(if $(2),$(firstword $(2)) $(if $(filter $(1),$(firstword $(2))),,$(call up_to,$(1),$(wordlist 2,$(words $(2)),$(2)))))
paths   = $(patsubst %,$(BUILD)/lib/%.a,$(1))
libraries_for = $(foreach m,$(1),$(if $(filter history,$(m)),$(if $(STATIC),$(call libs_for,history)),$(call libs_for,$(m)))) \
	$(if $(and $(STATIC),$(filter codec,$(1))),$(call libs_for,calendar))

archives := $(call paths,$(call archives_up_to,cli))

# --- generated sources ---------------------------------------------------------------------------------------------

$(BUILD)/generated/%.o: $(BUILD)/generated/%.c $(BUILD)/flags
	$(quiet_cc)$(CC) $(common) $(CFLAGS) -MMD -MP -c -o $@ $<

# The words that are read, and those that are written: a table of each, from a file for each language.
define words_table
$(BUILD)/generated/model/$(2).c: $(BUILD)/compile_$(1) $(sort $(wildcard vault-template/$(1)/*.yaml))
	@mkdir -p $$(@D)
	@echo "  write   $$@"; $$< $$(filter %.yaml,$$^) >$$@.part && mv $$@.part $$@

$(BUILD)/compile_$(1): lib/model/compile_$(1).c lib/model/compile_words.c lib/model/language.c $(call paths,$(call archives_up_to,codec))
	$$(quiet_cc)$$(CC) $$(common) $$(CFLAGS) $$(linking) -o $$@ $$^ $$(call libs_for,codec) $$(dl)
endef
$(eval $(call words_table,aliases,alias_table))
$(eval $(call words_table,wording,wording_table))

template_files := $(shell find vault-template/practice vault-template/executive vault-template/notes -type f 2>/dev/null | LC_ALL=C sort | sed 's/ /\\ /g')
$(BUILD)/generated/vault/template_files.c: lib/vault/embed_template.sh $(template_files) $(BUILD)/files
	@mkdir -p $(@D)
	@echo "  write   $@"; sh lib/vault/embed_template.sh vault-template >$@.part && mv $@.part $@

# How this build reads notes: what is kept of a look at them (lib/vault/cache.h) is another build's no more.
$(BUILD)/generated/vault/sources_digest.h: $(sort $(wildcard lib/*/*.[ch]) $(wildcard vault-template/aliases/*.yaml)) $(BUILD)/flags
	$(call keep_current,#define SOURCES_DIGEST "$(shell cat $(sort $(wildcard lib/*/*.[ch]) $(wildcard vault-template/aliases/*.yaml)) $(BUILD)/flags | cksum)")
$(BUILD)/lib/vault/cache.o: $(BUILD)/generated/vault/sources_digest.h

# --- the program ---------------------------------------------------------------------------------------------------

dl := $(if $(filter Linux,$(system)),-ldl)
objects_cmd := $(patsubst cmd/%.c,$(BUILD)/cmd/%.o,$(wildcard cmd/*.c))

$(BUILD)/cmd/%.o: cmd/%.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(quiet_cc)$(CC) $(common) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/coach: $(objects_cmd) $(archives) $(if $(STATIC),,$(BUILD)/coach-history.so $(BUILD)/coach-calendar.so)
	$(quiet_cc)$(CC) $(common) $(CFLAGS) $(linking) -o $@ $(objects_cmd) $(archives) $(call libraries_for,$(modules)) $(dl)

$(BUILD)/coach-history.so: $(patsubst lib/%.c,$(BUILD)/lib/%.o,$(shared_history)) $(call paths,$(call archives_up_to,codec))
	$(quiet_cc)$(CC) $(common) $(CFLAGS) $(linking) -shared -o $@ $^ $(call libs_for,history) $(call libs_for,codec)

$(BUILD)/coach-calendar.so: $(objects_calendar) $(call paths,$(call archives_up_to,codec))
	$(quiet_cc)$(CC) $(common) $(CFLAGS) $(linking) -shared -o $@ $^ $(call libs_for,calendar) $(call libs_for,codec)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

# --- tests ---------------------------------------------------------------------------------------------------------

unit_sources  := $(wildcard tests/unit/*/*.c)
unit_programs := $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(unit_sources))

define unit_test
$(BUILD)/tests/unit/$(1)/%: tests/unit/$(1)/%.c $(call paths,$(call archives_up_to,$(1)))
	@mkdir -p $$(@D)
	$$(quiet_cc)$$(CC) $$(common) $$(call flags_for,cmocka) $$(CFLAGS) $$(linking) -iquote tests/unit -MMD -MP -MF $$@.d -o $$@ $$< \
		$$(filter %.o,$$^) $(call paths,$(call archives_up_to,$(1))) $$(of_calendar) $$(call libraries_for,$(call up_to,$(1),$(modules))) $$(call libs_for,cmocka) $$(dl)
endef
$(foreach m,$(modules),$(eval $(call unit_test,$(m))))

# Tests of what lies in the calendar module have it linked in.
calendar_programs := $(filter $(BUILD)/tests/unit/codec/test_icalendar%,$(unit_programs)) $(BUILD)/tests/fuzz/icalendar
$(calendar_programs): of_calendar := $(call libs_for,calendar)
$(calendar_programs): $(if $(STATIC),,$(objects_calendar))

# Tests of the modules that open the history module find it beside the build's programs.
ifndef STATIC
$(filter $(BUILD)/tests/unit/history/% $(BUILD)/tests/unit/vault/%,$(unit_programs)): $(BUILD)/coach-history.so
endif

fuzz_programs := $(patsubst tests/fuzz/fuzz_%.c,$(BUILD)/tests/fuzz/%,$(wildcard tests/fuzz/fuzz_*.c))
fuzz_driver   := $(if $(FUZZ),-fsanitize=fuzzer,tests/fuzz/replay.c)

$(BUILD)/tests/fuzz/%: tests/fuzz/fuzz_%.c tests/fuzz/replay.c $(archives)
	@mkdir -p $(@D)
	$(quiet_cc)$(CC) $(common) $(CFLAGS) $(linking) -iquote tests -MMD -MP -MF $@.d -o $@ $< $(fuzz_driver) \
		$(filter %.o,$^) $(archives) $(of_calendar) $(call libraries_for,$(modules)) $(dl)
# The commands' own tables.
$(BUILD)/tests/fuzz/options: $(filter-out %/main.o,$(objects_cmd))

.PHONY: unit-tests fuzz-targets check check-all lint bench fuzz demo docs-generated
unit-tests: $(unit_programs)
fuzz-targets: $(fuzz_programs)

check: all unit-tests fuzz-targets ## Run the tests, in about a minute; the last line is "N passed, N failed"
	@BUILD=$(BUILD) tests/run

check-all: ## check, then lint, the sanitizer build's check, crashes at each fault point, the fault sweeps in full and the demo
	@tests/run-all

lint: ## Layers, includes, banned functions, headers alone, formatting, cppcheck, shellcheck
	@BUILD=$(BUILD) CC="$(CC)" tests/lint/run

bench: all ## Time the program beside the physical limits, as ratios of one run
	@BUILD=$(BUILD) tests/bench/run

SECONDS ?= 60
fuzz: ## Fuzz each target of tests/fuzz for a while (SECONDS=60)
	@tests/fuzz/run $(SECONDS)

demo: all ## Lay a sample practice in a temporary folder and run a Monday on it
	@BUILD=$(BUILD) tests/demo

.PHONY: generate install uninstall clean format help
generate: all ## Write the man pages, completions, schemas and the command list anew
	@BUILD=$(BUILD) tests/generate

format: ## Format all C files
	@find cmd lib tests -name '*.[ch]' | xargs clang-format -i

install: all ## Install below prefix (/usr/local), or below DESTDIR
	install -d $(DESTDIR)$(bindir) $(DESTDIR)$(libexecdir) $(DESTDIR)$(mandir)/man1 $(DESTDIR)$(bashdir) $(DESTDIR)$(zshdir) $(DESTDIR)$(fishdir)
	install -m 755 $(BUILD)/coach $(DESTDIR)$(bindir)/coach
	$(if $(STATIC),,install -m 755 $(BUILD)/coach-history.so $(BUILD)/coach-calendar.so $(DESTDIR)$(libexecdir))
	install -m 644 docs/man/*.1 $(DESTDIR)$(mandir)/man1
	install -m 644 completions/coach.bash $(DESTDIR)$(bashdir)/coach
	install -m 644 completions/_coach $(DESTDIR)$(zshdir)/_coach
	install -m 644 completions/coach.fish $(DESTDIR)$(fishdir)/coach.fish

uninstall: ## Remove what install put there
	rm -f $(DESTDIR)$(bindir)/coach $(DESTDIR)$(libexecdir)/coach-*.so $(DESTDIR)$(mandir)/man1/coach*.1 \
		$(DESTDIR)$(bashdir)/coach $(DESTDIR)$(zshdir)/_coach $(DESTDIR)$(fishdir)/coach.fish

clean: ## Remove everything built; what bootstrap fetched stays
	@[ ! -d build ] || find build -mindepth 1 -maxdepth 1 ! -name commonmark-spec -exec rm -rf {} +

help: ## Show this list
	@awk -F':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile
