# make run: set up and run the main job · make test: set up and test · make check: formatting, lint, types, layers, generated files
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
EXAMPLE := examples/plans/SoKHDT.yaml
# What tells whether a version of Python or of a library will do, in minutes
CORE := tests/source tests/model tests/rules/test_examples.py tests/rules/test_data_rules.py tests/hostile tests/reporters tests/editor tests/fixing tests/cli/test_work.py tests/cli/test_same_bytes.py tests/cli/test_reports.py tests/cli/test_report.py

.PHONY: run test check fmt golden fuzz mutants bench pythons lowest newest audit help clean
.DEFAULT_GOAL := help

help:  ## these targets
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/:/'

.venv/installed: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

.venv/dev: .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@

run: .venv/installed  ## validate an example plan and print the coverage of Sở Kế hoạch và Đầu tư
	$(BIN)/hpd validate $(EXAMPLE)
	$(BIN)/hpd coverage --unit SoKHDT

.venv/mutants: .venv/dev
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[mutants]'
	@touch $@

test: .venv/dev  ## run the tests
	$(BIN)/python -m pytest

check: .venv/dev  ## formatting, lint, types, import contracts, generated files
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q -n 0 tests/house/test_generated.py

SECONDS ?= 60
fuzz: .venv/dev  ## throw changed bytes at each reader; what breaks one becomes a case of the tests (TARGET=…, SECONDS=60 for each)
	$(BIN)/python -m tests.fuzz $(TARGET) --seconds $(SECONDS)

mutants: .venv/mutants  ## change rules and model one step at a time: which changes does no test notice? (FILES=…; all takes hours)
	$(BIN)/python -m tests.mutants $(FILES)
	$(BIN)/python -m tests.mutants --patience 30 $(FILES)
	$(BIN)/python -m tests.mutants --report

pythons: .venv/dev  ## the same bytes under every Python that is found here, and the core of the tests under each
	$(BIN)/python -m tests.pythons --tests "$(CORE)"

.venv/upkeep: .venv/dev
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[upkeep]'
	@touch $@

lowest: .venv/upkeep  ## the core of the tests with the lowest versions that pyproject.toml allows
newest: .venv/upkeep  ## the core of the tests with the newest versions that it allows
lowest: RESOLUTION := lowest-direct
newest: RESOLUTION := highest
lowest newest:
	$(BIN)/uv venv --quiet --clear --python $(BIN)/python .venv/with-$@
	$(BIN)/uv pip install --quiet --python .venv/with-$@ --resolution $(RESOLUTION) --editable '.[dev]'
	.venv/with-$@/bin/python -m pytest -q $(CORE)

audit: .venv/upkeep  ## does any version that the tests run with have a published fault? (needs pypi.org, or api.osv.dev with SERVICE=osv)
	@$(BIN)/pip-audit --strict --no-deps --disable-pip -s $(or $(SERVICE),pypi) --requirement constraints.txt \
	|| { echo "make audit: either a version has a published fault, named above, or the lists of faults could not be asked: no audit took place" >&2; exit 1; }

.venv/bench: .venv/installed
	$(BIN)/pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[bench]'
	-command -v npm >/dev/null && npm install --silent --no-audit --no-fund --prefix benchmarks/.node ajv-cli@5 @stoplight/spectral-cli@6
	@touch $@

bench: .venv/bench  ## measure beside yamale, check-jsonschema, yamllint, ajv and spectral; rewrites benchmarks/RESULTS.md (minutes)
	$(BIN)/python benchmarks/run.py --long --write

fmt: .venv/dev  ## format and mend what ruff can
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

golden: .venv/dev  ## rewrite the handbook, the README's screens and the golden files; read the diff before keeping it
	$(BIN)/python -m pytest -q -n 0 --golden || true
	$(BIN)/python -m pytest -q -n 0

clean:  ## forget the environment and caches
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .mutants .fuzz
