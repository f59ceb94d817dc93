# `make` alone lists the targets. Nothing here needs more than Python 3.11 and make.

VENV   ?= .venv
PYTHON ?= python3
PY     := $(VENV)/bin/python
BIN    := $(VENV)/bin
GROUND := $(PY) -m ground
PYTEST := $(PY) -m pytest
N      ?= 2
# Code is compiled once: a machine that forbids keeping it would compile every library again in each of our processes.
export PYTHONDONTWRITEBYTECODE =

.DEFAULT_GOAL := help
.PHONY: help setup run seed test fast check lint fmt types layers migrations locks-current templates-compile e2e bench backup \
        restore worker shell manage messages locks

help: ## list the targets
	@awk -F':.*## ' '/^[a-z0-9-]+:.*## / {printf "  %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- Setting up ------------------------------------------------------------------------------------------------------

setup: $(VENV)/.done ## make the virtual environment from the locks
	@$(GROUND) catalogues --quiet

$(VENV)/.done: requirements-dev.lock
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@$(PY) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Folkmoot needs Python 3.11 or newer.")'
	@$(PY) -m pip install --quiet --disable-pip-version-check uv 2>/dev/null || true
	@if test -x $(BIN)/uv; \
	then $(BIN)/uv pip install --quiet --python $(PY) --require-hashes -r requirements-dev.lock; \
	else $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock; fi
	@touch $@

# --- Running ---------------------------------------------------------------------------------------------------------

run: setup ## everything: database, Redis, demo council, web, worker (PORT=8000)
	@exec $(GROUND) run

seed: setup ## build the demo council in an empty database (ARGS="--as-of 2026-05-01")
	@$(GROUND) with sh -c '$(PY) manage.py migrate --no-input --verbosity 0 && $(PY) manage.py seed $(ARGS)'

worker: setup ## a Celery worker and beat on the running servers
	@$(GROUND) with $(PY) -m celery -A config worker --beat --schedule .folkmoot/beat-worker -l info

shell: setup ## a Python shell with the models
	@$(GROUND) manage shell

manage: setup ## any Django command: make manage ARGS="migrate --plan"
	@$(GROUND) manage $(ARGS)

backup: setup ## write the database and the files into one folder (TO=backups/today)
	@$(GROUND) backup $(if $(TO),--to $(TO))

restore: setup ## bring a backup back (FROM=backups/…)
	@$(GROUND) restore $(FROM) $(ARGS)

# --- Testing ---------------------------------------------------------------------------------------------------------

test: setup ## the whole suite on its own servers
	@$(PYTEST) -n $(N) --dist loadgroup -q $(ARGS)

fast: setup ## the suite without browsers and slow tests
	@$(PYTEST) -n $(N) --dist loadgroup -q -m "not browser and not slow" $(ARGS)

e2e: setup ## only the tests in a browser
	@$(PYTEST) -q -m browser $(ARGS)

bench: setup ## what the pages cost
	@$(PY) -m tests.bench $(ARGS)

# --- Checking --------------------------------------------------------------------------------------------------------

check: setup lint layers locks-current migrations templates-compile types ## everything a tool can check
	@if test -d tests/house; then $(PYTEST) -q tests/house -m "not slow"; fi
	@echo "check: all is well"

lint: setup ## ruff: faults and form
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { $(BIN)/ruff format --check . ; exit 1; }

fmt: setup ## put the code in its usual form
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format --quiet .

types: setup ## mypy
	@FOLKMOOT_MODE=test $(BIN)/mypy --no-error-summary .

layers: setup ## import floors
	@FOLKMOOT_MODE=test $(BIN)/lint-imports --no-logo 2>/dev/null || FOLKMOOT_MODE=test $(BIN)/lint-imports

migrations: setup ## models and migrations agree
	@FOLKMOOT_MODE=test $(PY) -W ignore manage.py makemigrations --check --dry-run

locks-current: setup ## the lock files are current and hold no address
	@$(GROUND) locks --check

templates-compile: setup ## every template compiles
	@FOLKMOOT_MODE=test $(PY) -m config.templates

messages: setup ## collect the sentences to translate into locale/
	@$(GROUND) messages

locks: setup ## write both lock files anew from the .in files
	@$(GROUND) locks
