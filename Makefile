# make demo   builds exports/ from the sample articles in tests/data
# make test   runs the tests
# make check  runs the linters, the type checker and the architecture tests
# make bench  measures speed and memory, and renews the figures of the README and the plot with what it finds
# make lock   renews the lock files (needs uv: pip install uv)
#
# Each sets up .venv first, once. Another Python: make PYTHON=python3.12 test

PYTHON ?= python3
UV ?= uv
BIN := .venv/bin
READY := .venv/ready
COMPILE := $(UV) pip compile --quiet --upgrade --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links

.PHONY: demo test check bench lock clean
.DELETE_ON_ERROR:

demo: $(READY)
	$(BIN)/kgraph build tests/data --date 2022-09-16 -o exports

test: $(READY)
	$(BIN)/python -m pytest -rs

check: $(READY)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/unit/test_architecture.py

bench: $(READY)
	$(BIN)/python -m tests.benchmarks

lock:
	@command -v $(UV) >/dev/null || { echo "make lock needs uv; install it: pip install uv" >&2; exit 1; }
	$(COMPILE) pyproject.toml --output-file requirements.lock
	$(COMPILE) pyproject.toml --extra dev --constraint requirements.lock --output-file requirements-dev.lock
	$(COMPILE) tests/benchmarks/peers.in --constraint requirements.lock --output-file tests/benchmarks/peers.lock

clean:
	rm -rf .venv

$(READY): requirements-dev.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "kgraph needs Python 3.11 or newer, as $(PYTHON); name another: make PYTHON=python3.12" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements-dev.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@
