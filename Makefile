# Needs GNU make, git and Python 3.11 or newer; everything else comes into $(VENV) by itself, in the versions of .ci/constraints.txt.

VENV ?= .venv
ifeq ($(origin PYTHON),undefined)
PYTHON := python3
PYTHONS := python3 python3.13 python3.12 python3.11
else
PYTHONS := $(PYTHON)
endif

IN_VENV := $(VENV)/bin/python -m
INSTALL := $(IN_VENV) pip install --quiet --quiet --no-input --disable-pip-version-check --constraint .ci/constraints.txt
RECENT := import sys; sys.exit(sys.version_info < (3, 11))
# Tests marked "gate" run long: only .ci/run asks for them.
MARKS := $(if $(AGENT_TUI_GATE),-m "")

.DELETE_ON_ERROR:
.PHONY: help run test format messages bench smoke pins clean

help:  ## this list
	@echo 'make run ARGS="..." passes arguments to the program, make test ARGS="..." to pytest; PYTHON=... names another Python.'
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{ printf "%-16s%s\n", $$1, $$2 }'

run: $(VENV)/run.stamp  ## open the program
	@$(VENV)/bin/agent-tui $(ARGS)

test: $(VENV)/dev.stamp  ## format, lint, types, then the tests
	$(IN_VENV) ruff format --check .
	$(IN_VENV) ruff check .
	$(IN_VENV) mypy
	$(IN_VENV) pytest $(MARKS) $(ARGS)

format: $(VENV)/dev.stamp  ## lay the code out and mend what the linter can mend
	$(IN_VENV) ruff check --fix-only .
	$(IN_VENV) ruff format .

messages: $(VENV)/dev.stamp  ## gather the interface's words into the Arabic catalogue and compile it
	@$(VENV)/bin/python .ci/messages $(ARGS)

bench: $(VENV)/dev.stamp  ## measure, and print each figure beside something to compare it with
	@$(IN_VENV) tests.benchmarks.run $(ARGS)

smoke:  ## the quick tests on Python 3.12 and 3.13, where they are installed
	@.ci/smoke 3.12 3.13

pins:  ## resolve anew into .ci/constraints.txt
	@.ci/pins

clean:  ## take away what make made
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis snapshot_report.html

$(VENV)/run.stamp: pyproject.toml .ci/constraints.txt
	@found=; for try in $(PYTHONS); do "$$try" -c '$(RECENT)' 2>/dev/null && found=$$try && break; done; \
	if [ -z "$$found" ]; then \
		echo "agent-tui needs Python 3.11 or newer; $(PYTHON) here is: $$($(PYTHON) --version 2>/dev/null || echo missing)"; \
		echo 'Install a newer one, or name it: make PYTHON=python3.12 run'; \
		exit 1; \
	fi >&2; \
	echo "Preparing $(VENV) with $$($$found --version), once ..." >&2; \
	"$$found" -m venv --clear $(VENV)
	@$(INSTALL) hatchling
	@$(INSTALL) --no-build-isolation --editable .
	@touch $@

$(VENV)/dev.stamp: $(VENV)/run.stamp
	@$(INSTALL) --no-build-isolation --editable '.[dev]'
	@touch $@
