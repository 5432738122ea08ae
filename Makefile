# Two commands on a machine with Python 3.11 or newer: make demo, make test. Set-up is part of both.

PYTHON ?= python3
UV := .venv/bin/uv
RUN := .venv/bin
READY := .venv/.ready

.PHONY: demo test test-long check bench bench-pages docs screenshots format clean

$(READY): pyproject.toml uv.lock
	@test -x $(UV) || { $(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; name one with: make PYTHON=/path/to/python3" if sys.version_info < (3, 11) else 0)' && $(PYTHON) -m venv .venv && .venv/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.8"; }
	@VIRTUAL_ENV= $(UV) sync --quiet --frozen --inexact --python .venv/bin/python
	@touch $@

demo: $(READY) ## everything at once: embedded Neo4j, sample plans, assessment, explorer
	@$(RUN)/accountability demo

# Two halves at once, each with a database of its own; with PYTEST="tests/test_load.py -x" just that, in one.
# A shell keeps Ctrl-C from what it runs in the background, and tests of Ctrl-C are in HALF: it runs in front.
HALF := tests/browser tests/test_a[gnt]*.py tests/test_[de]*.py
REST := tests --ignore=tests/browser --ignore-glob='tests/test_a[gnt]*.py' --ignore-glob='tests/test_[de]*.py'

test: $(READY) ## every test but the longest seeded runs
ifdef PYTEST
	@$(RUN)/pytest -q -m "not long" $(PYTEST)
else
	@mkdir -p .pytest_cache; \
	$(RUN)/pytest -q -m "not long" $(REST) >.pytest_cache/rest.log 2>&1 & rest=$$!; trap "kill $$rest" INT TERM; \
	$(RUN)/pytest -q -m "not long" $(HALF); half=$$?; \
	wait $$rest; code=$$?; cat .pytest_cache/rest.log; test $$code -eq 0 && test $$half -eq 0
endif

test-long: $(READY) ## every test, seeded runs at full length
	@$(RUN)/pytest -q --timeout 3600 $(PYTEST)

check: $(READY) ## style, types, imports, catalog, generated docs
	@$(RUN)/ruff check .
	@$(RUN)/ruff format --check .
	@$(RUN)/pyright
	@$(RUN)/lint-imports --no-logo
	@$(RUN)/pytest -q tests/test_repository.py tests/test_catalog.py tests/test_docs.py

bench: $(READY) ## ratios in one run: load, assess, who-delayed
	@$(RUN)/python -m benchmarks.run

bench-pages: $(READY) ## what a reader waits for: first content and a click of every page (needs chromium)
	@$(RUN)/python -m benchmarks.pages

docs: $(READY) ## write the generated pages anew
	@$(RUN)/python docs/make_graph.py
	@$(RUN)/python docs/make_plan_format.py
	@$(RUN)/python docs/make_answers.py
	@$(RUN)/python docs/make_examples.py

screenshots: $(READY) ## pictures of every page, light and dark, wide and narrow
	@$(RUN)/python docs/make_screenshots.py

format: $(READY)
	@$(RUN)/ruff check --fix --quiet . ; $(RUN)/ruff format .

clean: ## the environment and everything that tools left
	rm -rf .venv .pytest_cache .ruff_cache .import_linter_cache .hypothesis dist build screenshots
