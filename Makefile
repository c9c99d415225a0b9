# Two commands need nothing done before them: make run, make test.

PY := .venv/bin/python
# Exactness is law where a mistake changes an exam.
EXACT := app/core app/crypto app/journal app/exchange

.DEFAULT_GOAL := help
.PHONY: help setup run test lint format build bench proof fuzz lock clean

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 16

setup:  ## .venv, pinned dependencies, system packages
	@sh tools/setup.sh

run: setup  ## a practice exam day in a window; without a screen it runs through and says where the records lie
	@$(PY) -m app practice

# Tracing costs half of a test's time, so only the tests of the exact parts run under it.
test: setup  ## all tests, and full coverage where exactness is law
	$(PY) -m pytest -n logical --maxprocesses 4 $(EXACT:%=--cov=%) --cov-report= tests/unit
	$(PY) -m coverage report --skip-covered --show-missing --fail-under=100
	$(PY) -m pytest -n logical --maxprocesses 4 --dist loadscope --no-loadscope-reorder --ignore=tests/unit

lint: setup  ## format, rules, types, layers
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	$(PY) .venv/bin/lint-imports --no-logo

format: setup  ## write the format, and what ruff can mend
	$(PY) -m ruff check --fix-only --quiet .
	$(PY) -m ruff format --quiet .

build: setup  ## dist/examsite: the program in one folder, for this system
	$(PY) -m PyInstaller --noconfirm --log-level WARN build.spec

bench: setup  ## measure against the limits; a table, and bench.json
	$(PY) -m tests.benchmarks

proof: setup  ## the long forms of the slow proofs
	EXAMSITE_PROOF=long $(PY) -m pytest -m proof -o faulthandler_timeout=900 -n logical --maxprocesses 4

fuzz: setup  ## coverage-guided fuzzing of every reader of outside bytes; SECONDS=n for each of them
	$(PY) -m pip install --quiet --disable-pip-version-check --upgrade --target build/fuzz --require-hashes \
		--only-binary :all: -r requirements-fuzz.lock
	PYTHONPATH=build/fuzz $(PY) -m tests.fuzz $(SECONDS)

lock: setup  ## write both locks anew from requirements.in and requirements-fuzz.in
	@sh tools/lock.sh

clean:  ## remove what make made
	rm -rf .venv build dist bench.json .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache \
		.import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
