# The everyday verbs. `run` and `test` are the scripts of the same names.

BIN := .venv/bin
SOURCES := omnisight_desktop camera_bridge alembic benchmarks scripts tests
NAME ?= $(notdir $(patsubst %/__main__.py,%,$(wildcard benchmarks/*/__main__.py)))

.PHONY: run test check format bench fuzz shot package lock peers clean setup

run:
	./run

test:
	./test

setup:
	@sh scripts/setup.sh

check: setup
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports

format: setup
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

# All of them, or one with `make bench NAME=storage`.
bench: setup
	for name in $(NAME); do $(BIN)/python -m omnisight_desktop bench $$name || exit 1; done

# Five minutes of questions that nobody foresaw; `make fuzz SECONDS=60` for less.
SECONDS ?= 300
fuzz: setup
	$(BIN)/python -m benchmarks.server.fuzz --seconds $(SECONDS)

# Screenshots of every panel, into shots/.
shot: setup
	$(BIN)/python scripts/shot.py

# The program as one folder, dist/OmniSight, and the proof that it works there.
package: setup
	$(BIN)/python scripts/package.py

lock: setup
	$(BIN)/python scripts/lock.py

# What the benchmarks compare with has wishes of its own and lives in an environment of its own.
peers: setup
	$(BIN)/python -m venv .venv-peers
	.venv-peers/bin/python -m pip install --disable-pip-version-check -r benchmarks/peers.txt
	$(BIN)/python -m venv .venv-norfair
	.venv-norfair/bin/python -m pip install --disable-pip-version-check -r benchmarks/peers-norfair.txt

clean:
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find omnisight_desktop camera_bridge alembic benchmarks scripts tests -name __pycache__ -type d -prune -exec rm -rf {} +
