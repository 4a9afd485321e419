# Everything on a fresh machine: `make skill` builds the upload, `make test` proves the project.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: help skill test examples audit sync format measure sweep timelines site site-test mutants constraints clean

help:
	@echo "make skill        prove the examples, validate, write dist/python-async-patterns.zip"
	@echo "make test         pass all tests"
	@echo "make examples     run every example (more: $(BIN)/python scripts/run_examples.py --help)"
	@echo "make audit        prove under strace what the examples reach: loopback and their own folder (Linux)"
	@echo "make sync         write code, outcomes and tables from the examples into the pages"
	@echo "make format       format scripts, tests and examples"
	@echo "make measure      measure the performance figures again and write them (a minute)"
	@echo "make sweep        count what the search patterns hit in released packages, and what they reach"
	@echo "make timelines    draw the two timelines of the README again"
	@echo "make site         draw all timelines and build the site in build/site"
	@echo "make site-test    test the built site in Chromium"
	@echo "make mutants      change five guards in two thousand ways; the tests must notice (a quarter of an hour)"
	@echo "make constraints  pin the newest releases of all dependencies in constraints.txt"
	@echo "make clean        remove .venv, dist and caches"

skill: .venv/installed
	$(BIN)/python scripts/run_examples.py --strict
	$(BIN)/python scripts/sync_pages.py --check
	$(BIN)/python scripts/build_skill.py

test: .venv/installed
	$(BIN)/python -m pytest

examples: .venv/installed
	$(BIN)/python scripts/run_examples.py

audit: .venv/installed
	$(BIN)/python scripts/audit_examples.py

sync: .venv/installed
	$(BIN)/python scripts/sync_pages.py

format: .venv/installed
	$(BIN)/ruff check --fix scripts tests
	$(BIN)/ruff format scripts tests examples

measure: .venv/installed
	$(BIN)/python scripts/measure_claims.py

sweep: .venv/installed
	$(BIN)/python scripts/measure_sweep.py
	$(BIN)/python scripts/measure_reach.py
	$(BIN)/python scripts/measure_reach.py --fixes evals/held-out/fixes.yaml --at-least 0.6 --at-most 0.06

timelines: .venv/installed
	$(BIN)/python scripts/draw_timeline.py blocking-sleep one-semaphore-at-two-levels --out docs/timelines

site: .venv/site
	$(BIN)/python scripts/draw_timeline.py --all --out .cache/timelines
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build

site-test: .venv/site
	$(BIN)/python -m pytest tests/browser

mutants: .venv/installed
	$(BIN)/python -m pip install --quiet --group mutation --constraint constraints.txt
	$(BIN)/python scripts/measure_mutants.py

# The stamps are written last: an installation that broke off is made anew.
.venv/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, not " + sys.version.split()[0] + "; run: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)")'
	@echo "making .venv, once: about a minute"
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --group test --constraint constraints.txt
	@touch $@

.venv/site: .venv/installed
	$(BIN)/python -m pip install --quiet --group site --constraint constraints.txt
	@touch $@

constraints:
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --upgrade --group test --group site --group mutation
	$(BIN)/python -m pip freeze --exclude secantusdb >constraints.txt.new
	mv constraints.txt.new constraints.txt
	@touch .venv/installed .venv/site

clean:
	rm -rf .venv build dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
