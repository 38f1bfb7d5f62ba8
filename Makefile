# `make run` and `make test` do everything on a fresh machine; `make help` lists the rest.
SHELL := /bin/sh
PREFIX ?= /usr/local
SWIFT ?= swift
STRICT := -Xswiftc -warnings-as-errors
RELEASE := -c release --static-swift-stdlib
BINARY = .build/release/whet
CODE := Sources Tests Benchmarks Package.swift

.PHONY: help deps run build release test check check-long lint format bench records readme install uninstall clean

help: ## list what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-18s %s\n", $$1, $$2 }'

deps: ## install the system packages that are missing
	@scripts/deps

run: deps release ## build whet and start it
	@$(BINARY) $(ARGS)

build: deps ## build for debugging
	$(SWIFT) build $(STRICT)

release: deps ## build the program as it is installed
	@$(SWIFT) build $(RELEASE) --product whet

test: deps ## run all tests
	$(SWIFT) test $(STRICT)

lint: ## format and house rules, nothing written
	$(SWIFT) format lint --strict --parallel --recursive $(CODE)
	@scripts/house-rules

format: ## bring the code into its form
	$(SWIFT) format --in-place --parallel --recursive $(CODE)

check: deps lint test ## what must hold before a change lands

check-long: deps ## the same properties over many more runs; takes a while
	WHET_LONG=1 $(SWIFT) test -c release -Xswiftc -enable-testing --filter 'Long|longRun|Identity|Crash|RandomCommand'

records: release ## what becomes of the decision records below FOLDER=...
	@scripts/records $(BINARY) "$(FOLDER)"

readme: release ## write the table of commands into the README
	scripts/readme $(BINARY)

bench: deps release ## speed, as ratios to SQLite itself
	@$(SWIFT) build $(RELEASE) --product bench
	@.build/release/bench $(BINARY)

install: release ## install below PREFIX
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/whet
	install -d $(DESTDIR)$(PREFIX)/share/man/man1 $(DESTDIR)$(PREFIX)/share/bash-completion/completions \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(BINARY) help --man >$(DESTDIR)$(PREFIX)/share/man/man1/whet.1
	$(BINARY) completions bash >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/whet
	$(BINARY) completions zsh >$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_whet
	$(BINARY) completions fish >$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/whet.fish

uninstall: ## take it away again
	rm -f $(DESTDIR)$(PREFIX)/bin/whet $(DESTDIR)$(PREFIX)/share/man/man1/whet.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/whet \
	  $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_whet \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/whet.fish

clean: ## remove what was built
	rm -rf .build
