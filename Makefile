# FinTrak's commands. Each makes .venv and installs what it needs first. Works with GNU make 3.81 and any POSIX shell.

PYTHON_WANTED = python3.14 python3.13 python3.12 python3.11 python3 python
PYTHON = .venv/bin/python
INSTALL = $(PYTHON) -m pip install --quiet --disable-pip-version-check --only-binary :all:
SOURCES = main.py shared services tests docs
SAY_WHAT_TO_INSTALL = { echo "FinTrak needs Python 3.11 or newer with venv:"; \
	echo "  Debian, Ubuntu:  sudo apt-get install -y git make python3 python3-venv"; \
	echo "  macOS:           xcode-select --install; brew install python@3.13"; exit 1; } >&2

.PHONY: help install run demo eval scoreboard synthetic test test-unit test-faults test-faults-short fuzz lint format lock audit licences docs diagrams clean

help: ## what there is
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1@\2/p' Makefile | awk -F@ '{ printf "%-20s %s\n", $$1, $$2 }'

install: .venv/installed-local ## the virtual environment with everything `run` needs

run: .venv/installed-local ## everything on this machine; Ctrl-C stops it
	@$(PYTHON) main.py run

demo: .venv/installed-local ## a whole conversation, played and checked
	@$(PYTHON) main.py demo

eval: .venv/installed-local ## how well a folder with labels.jsonl is read: make eval DATA=folder
	@$(PYTHON) -m services.whatsapp_sandbox.evaluation $(DATA)

scoreboard: .venv/installed-local ## docs/scoreboard.md anew
	@$(PYTHON) -m services.whatsapp_sandbox.evaluation --scoreboard docs/scoreboard.md

synthetic: .venv/installed-local ## labelled receipts and invoices drawn into a folder: make synthetic DATA=folder
	@$(PYTHON) -m services.whatsapp_sandbox.synthetic $(DATA)

test: lint ## all tests with coverage, after format, lint and types; then faults for two or three minutes
	$(PYTHON) -m pytest --cov --cov-report=term
	$(PYTHON) -m pytest tests/faults -m short

test-unit: .venv/installed-dev ## only the tests that need no server
	$(PYTHON) -m pytest tests/unit

test-faults: .venv/installed-dev ## kill, cut off and restart everything under load, and count what got lost
	FINTRAK_FAULTS=long $(PYTHON) -m pytest tests/faults -m faults

test-faults-short: .venv/installed-dev ## the same for two or three minutes, as `make test` does at its end
	$(PYTHON) -m pytest tests/faults -m short

fuzz: .venv/installed-dev ## 2,000 damaged files through decoding, 30 on through OCR
	FINTRAK_FUZZ=long $(PYTHON) -m pytest tests/integration/test_fuzz.py

lint: .venv/installed-dev ## ruff and mypy
	$(PYTHON) -m ruff format --check $(SOURCES)
	$(PYTHON) -m ruff check $(SOURCES)
	$(PYTHON) -m mypy

format: .venv/installed-dev ## rewrite the sources in the one format
	$(PYTHON) -m ruff format $(SOURCES)
	$(PYTHON) -m ruff check --fix $(SOURCES)

lock: .venv/made ## pin and hash what the requirements bring along; UPGRADE=1: the newest of it
	@$(INSTALL) -r requirements/pip.txt
	@$(INSTALL) uv -c requirements/constraints.txt
	$(PYTHON) -m uv pip compile --quiet --universal --python-version 3.11 --no-annotate --no-header --generate-hashes \
		$(if $(UPGRADE),--upgrade) requirements/dev.txt --output-file requirements/constraints.txt
	@{ echo "# The installer, from constraints.txt: older ones do not check the hashes there."; \
		awk '/^pip==/ {on = 1} on {print} on && !/\\$$/ {exit}' requirements/constraints.txt; } > requirements/pip.txt

audit: .venv/installed-dev ## known holes in what is pinned; says what it could not look up
	@$(PYTHON) -m tests.supply_chain.audit

licences: .venv/installed-dev ## docs/licences.md anew
	@$(PYTHON) -m tests.supply_chain.licences

docs: .venv/installed-dev ## what the docs repeat of the code: API documents, table of the environment
	$(PYTHON) -m docs.generate

DIAGRAMS = Infrastructure_Architecture Database_Schema System_Integration_Flow Internal_Service_Flow_Lifecycle

diagrams: .venv/installed-local ## draws the four diagrams; needs graphviz
	$(PYTHON) -m docs.diagrams.database_schema > docs/diagrams/Database_Schema.dot
	for name in $(DIAGRAMS); do dot -Tpng docs/diagrams/$$name.dot -o docs/$$name.png || exit 1; done

clean: ## removes .venv and caches; the data in .fintrak stays
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .coverage htmlcov

# The newest suitable Python; a Debian without python3-venv has the module venv but not ensurepip.
# A .venv that works is kept, whoever made it.
.venv/made:
	@if .venv/bin/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
		touch .venv/made; exit 0; \
	fi; \
	rm -rf .venv; \
	for python in $(PYTHON_WANTED); do \
		if $$python -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
			echo "making .venv with $$($$python --version)"; \
			$$python -m venv .venv && touch .venv/made && exit 0; \
		fi; \
	done; $(SAY_WHAT_TO_INSTALL)

.venv/installed-local: .venv/made $(wildcard requirements/*.txt)
	@echo "installing (a few minutes the first time)"
	@$(INSTALL) -r requirements/pip.txt
	@$(INSTALL) -r requirements/local.txt -c requirements/constraints.txt
	@touch $@

.venv/installed-dev: .venv/made $(wildcard requirements/*.txt)
	@echo "installing (a few minutes the first time)"
	@$(INSTALL) -r requirements/pip.txt
	@$(INSTALL) -r requirements/dev.txt -c requirements/constraints.txt
	@touch $@ .venv/installed-local
