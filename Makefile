# Thin over packaging/setup, which sets up what a target needs and runs it. Options: make test ARGS="-k mask -x"
SETUP := packaging/setup/bootstrap.sh
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help setup run demo screenshots test check bench eval generator generator-small lock packages verify-packages compare-builds windows-installers windows-wheels clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## .venv with the command signoff, and the default language model
	@$(SETUP) setup $(ARGS)

run: ## the window; make run ARGS="project.signoff" opens a project
	@$(SETUP) run $(ARGS)

demo: ## the whole flow on the sample project, then dbt build on what it exported
	@$(SETUP) demo $(ARGS)

screenshots: ## every pane in light and dark, at 100 % and 200 %, into docs/screenshots
	@$(SETUP) screenshots $(ARGS)

test: ## every test but benchmarks and evaluation
	@$(SETUP) test $(ARGS)

check: ## lint, format, types, import contracts, then every test
	@$(SETUP) check $(ARGS)

bench: ## benchmarks
	@$(SETUP) bench $(ARGS)

eval: ## share of columns right against hand-written references; goes on after a kill
	@$(SETUP) eval $(ARGS)

generator: ## the default language model (1.1 GB), checked by its digest
	@$(SETUP) generator $(ARGS)

generator-small: ## the language model for little memory (0.5 GB)
	@$(SETUP) generator-small $(ARGS)

lock: ## resolve the pinned requirements anew
	@$(SETUP) lock $(ARGS)

packages: ## the program for machines without Python: archive and Debian package, into dist/
	@$(SETUP) packages $(ARGS)

verify-packages: ## installs what lies in dist/ on a clean Debian without network, and works with it (root)
	@$(SETUP) verify-packages $(ARGS)

compare-builds: ## two builds, file by file: make compare-builds ARGS="dist other/dist"
	@$(SETUP) compare-builds $(ARGS)

windows-installers: ## installers of a program frozen on Windows: make windows-installers ARGS="FOLDER OUT"
	@$(SETUP) windows-installers $(ARGS)

windows-wheels: ## whether each package has a wheel for Windows (network)
	@$(SETUP) windows-wheels $(ARGS)

clean: ## remove .venv and what was built in the tree; caches outside stay
	@rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
