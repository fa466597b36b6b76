# Wasit: set-up and checks. All that `make demo` and `make test` need is python3 (3.11 or newer,
# with venv and pip) and the network.
#
#   make demo       the brief of a real negotiation, in the terminal and as a page
#                   (make demo REPORT=FILE: the same from a press report of yours)
#   make test       the checks and every test that Python packages alone can run
#   make test-all   `make test`, then what needs PostgreSQL, Chromium or LibreOffice
#   make lint       the checks alone: ruff, mypy, import rules
#   make format     mend what ruff can mend
#   make browser    the browser files of others, from npm: pages then change in part
#   make bench      the measurements
#   make soak       the long runs
#   make clean      remove what set-up, builds and checks left behind

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# Warnings of pip are hidden, its errors are not. Settings that would send packages elsewhere than
# into .venv are put aside; all the others (index, proxy, certificates, cache) stay as they are.
unexport PIP_USER PIP_TARGET PIP_PREFIX PIP_ROOT
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input \
       --constraint constraints.txt
SELF := --no-build-isolation --editable

# Each set-up leaves a stamp; it is made again only when one of these is newer.
PROJECT := pyproject.toml constraints.txt hatch_build.py \
           $(wildcard src/wasit/locale/*/LC_MESSAGES/wasit.po)
BROWSER := src/wasit/web/static/vendor/htmx.min.js
READY := $(VENV)/.ready
READY_TEST := $(VENV)/.ready-test
READY_SYSTEM := $(VENV)/.ready-system

.PHONY: help demo browser test test-all test-system unit lint format bench soak clean
.DELETE_ON_ERROR:

help:
	@sed -n 's/^# \{0,1\}//; 1,/^$$/p' Makefile

demo: $(READY)
	@$(BIN)/wasit demo $${REPORT:+--report "$$REPORT"}

# `test-all` rests on `test`, and one make runs a target once: `make test test-all` runs every
# check and every test exactly once.
test: lint unit

test-all: test test-system

# One after the other, also under `make -j`: the tests count on both cores.
unit: lint
	@$(BIN)/python -m pytest -n 2 -m "not system and not soak"

test-system: $(READY_SYSTEM) | unit
	@scripts/system-tools.sh
	@$(MAKE) -s browser
	@$(BIN)/python -m pytest -m "system and not soak"

# Without these files every page reads and submits all the same.
browser: $(BROWSER)

$(BROWSER): package.json package-lock.json scripts/browser-files.sh $(READY)
	@scripts/browser-files.sh
	@touch $@

lint: $(READY_TEST)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check . || { echo 'Not formatted; `make format` mends it:' >&2; \
	    $(BIN)/ruff format --check . >&2; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/lint-imports --no-logo >$(VENV)/imports.txt || { cat $(VENV)/imports.txt >&2; exit 1; }

format: $(READY_TEST)
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format --quiet .

bench: $(READY)
	@$(BIN)/python -m bench.run

soak: $(READY_SYSTEM)
	@$(BIN)/python -m pytest -m soak

clean:
	rm -rf $(VENV) node_modules src/wasit/web/static/vendor dist build .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
	find src -name '*.mo' -delete

# The build tools come first, so that pip need not fetch them a second time into a place of its own.
$(READY): $(VENV)/.made $(PROJECT)
	@$(PIP) hatchling Babel
	@$(PIP) $(SELF) .
	@touch $@

$(READY_TEST): $(READY)
	@echo 'Setting up what the tests need.' >&2
	@$(PIP) $(SELF) '.[test]'
	@touch $@

$(READY_SYSTEM): $(READY_TEST)
	@$(PIP) $(SELF) '.[test,browser]'
	@touch $@

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else \
	    "Wasit needs Python 3.11 or newer. If you have one, name it: make PYTHON=python3.12 demo")'
	@echo 'Setting up Wasit in $(VENV), once: about half a minute.' >&2
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV)
	@touch $@
