# Everything runs from here. `make` alone lists the commands.

PYTHON ?= python3
BASE ?= main
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1
export WITHOUT_PDF

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help: ## List the commands
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

site: .venv/installed ## Build everything, and publish it in site/; WITHOUT_PDF=1 leaves the PDFs out
	@$(BIN)/python -m tools.publish build

rollback: ## Go back to the site before; again: one further back
	@$(PYTHON) -m tools.publish rollback

purge: ## Remove every older build from this folder, after something was withdrawn
	@$(PYTHON) -m tools.publish purge

serve: .venv/installed ## Show the site while you write; reloads on every change in content/ and templates/
	$(BIN)/python -m mkdocs serve --config-file mkdocs.web.yml

changes: site ## Show what your changes do to the site, beside BASE=main; in build/changes/
	@$(PYTHON) -m tools.system_packages browser
	@$(BIN)/python -m tools.what_changes --base "$(BASE)" --output build/changes

check: .venv/installed ## Check the content, then the code (lint, format, types)
	@$(PYTHON) -m tools.system_packages check
	@$(BIN)/python -m roadmap check
	@$(BIN)/python -m ruff check --quiet .
	@$(BIN)/python -m ruff format --check --quiet .
	@$(BIN)/python -m mypy --no-error-summary
	@echo "Innhold og kode er i orden."

test: .venv/installed check ## Run every test, in a real browser too
	@$(PYTHON) -m tools.system_packages build browser test
	@$(BIN)/python -m tools.node_packages
	$(BIN)/python -m pytest

fuzz: .venv/installed ## Try new cases in the tests that make up their own; what one finds becomes a case of its own
	@$(PYTHON) -m tools.system_packages build browser test
	@$(BIN)/python -m tools.node_packages
	$(BIN)/python -m pytest --hypothesis-profile=fuzz -m hypothesis

lighthouse: site ## Measure the site as a phone on a slow network gets it: speed, accessibility, weight
	@$(PYTHON) -m tools.system_packages browser
	@$(BIN)/python -m tools.node_packages
	$(BIN)/python benchmarks/lighthouse.py

format: .venv/installed ## Format the code and fix what lint can fix
	$(BIN)/python -m ruff check --fix --quiet .
	$(BIN)/python -m ruff format --quiet .

pictures: site ## Take the pictures in README.md and on the page «Bidra» anew
	@$(PYTHON) -m tools.system_packages browser
	$(BIN)/python -m tools.pictures

lock: .venv/installed ## Write requirements.lock anew from pyproject.toml
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/python -m uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --group test --custom-compile-command "make lock" --output-file requirements.lock pyproject.toml

vendor: .venv/installed ## Write templates/scripts/vendor/ anew from the packages of tools/node/
	@$(BIN)/python -m tools.node_packages
	@$(BIN)/python -m tools.vendor_scripts

clean: ## Remove everything that was made
	rm -rf .venv build site .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

.venv/installed: requirements.lock
	@$(PYTHON) -m tools.environment

.PHONY: help site rollback purge serve changes check test fuzz lighthouse format pictures lock vendor clean
