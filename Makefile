# make demo      see a class graded, start to finish
# make test      lint and tests
# make lint      style and types only
# make adequacy  is any verdict changed by threads, oneDNN, or the versions of Keras and TensorFlow? (hours)
# make clean     take away what was made here

# The first Python here that deepclinic runs on and that can make environments.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys, ensurepip, venv; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null \
	&& echo $$python && break; done)
BIN := .venv/bin
READY := .venv/.installed

.PHONY: demo test lint adequacy venv clean

demo: venv
	@$(BIN)/deepclinic demo

test: venv
	@$(BIN)/ruff check --quiet .
	@$(BIN)/python -m pytest

lint: venv
	@$(BIN)/ruff check .
	@$(BIN)/pyright --pythonpath $(BIN)/python

adequacy: venv
	@$(BIN)/python benchmarks/same_verdicts.py --versions $(EXERCISES)

venv: $(READY)

# Made anew only when what is to be installed changes; the sources themselves are used where they lie.
$(READY): setup.cfg pyproject.toml
	@test -n "$(PYTHON)" || { echo "deepclinic needs Python 3.11, 3.12 or 3.13 with its venv module (on Debian and" \
		"Ubuntu: apt install python3-venv). Or say where one is: make $(MAKECMDGOALS) PYTHON=/path/to/python3" >&2; exit 1; }
	@echo "Installing deepclinic with Keras and TensorFlow into .venv (about 2 GB; takes a few minutes the first time) ..."
	@test -x $(BIN)/pip || $(PYTHON) -m venv --clear .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

clean:
	rm -rf .venv build dist .pytest_cache .ruff_cache .hypothesis autograder/*.egg-info
	find autograder tests course solutions -name __pycache__ -type d -prune -exec rm -rf {} +
