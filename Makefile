# Everything on a fresh machine: `make skill` builds the upload, `make test` proves the project.
PYTHON ?= python3
BIN = .venv/bin

.PHONY: help skill test examples sync format measure sweep timelines constraints clean

help:
	@echo "make skill        prove the examples, validate, write dist/python-async-patterns.zip"
	@echo "make test         pass all tests"
	@echo "make examples     run every example (more: $(BIN)/python scripts/run_examples.py --help)"
	@echo "make sync         write code, outcomes and tables from the examples into the pages"
	@echo "make format       format scripts, tests and examples"
	@echo "make measure      measure the performance figures again and write them (a minute)"
	@echo "make sweep        count what the search patterns hit in released packages, and what they reach"
	@echo "make timelines    draw the two timelines of the README again"
	@echo "make constraints  pin the newest releases of all dependencies in constraints.txt"
	@echo "make clean        remove .venv, dist and caches"

skill: .venv
	$(BIN)/python scripts/run_examples.py --strict
	$(BIN)/python scripts/sync_pages.py --check
	$(BIN)/python scripts/build_skill.py

test: .venv
	$(BIN)/python -m pytest

examples: .venv
	$(BIN)/python scripts/run_examples.py

sync: .venv
	$(BIN)/python scripts/sync_pages.py

format: .venv
	$(BIN)/ruff check --fix scripts tests
	$(BIN)/ruff format scripts tests examples

measure: .venv
	$(BIN)/python scripts/measure_claims.py

sweep: .venv
	$(BIN)/python scripts/measure_sweep.py
	$(BIN)/python scripts/measure_reach.py

timelines: .venv
	$(BIN)/python scripts/draw_timeline.py blocking-sleep one-semaphore-at-two-levels --out docs/timelines

.venv: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, not " + sys.version.split()[0] + "; run: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)")'
	@echo "making .venv, once: about a minute"
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --group test --constraint constraints.txt
	@touch .venv

constraints:
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --upgrade "pip>=25.1"
	$(BIN)/python -m pip install --quiet --upgrade --group test
	$(BIN)/python -m pip freeze --exclude secantusdb >constraints.txt.new
	mv constraints.txt.new constraints.txt
	@touch .venv

clean:
	rm -rf .venv dist .mypy_cache .pytest_cache .ruff_cache
