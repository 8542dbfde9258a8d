# Everything runs from here. `make` alone lists the commands.

PYTHON ?= python3
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help: ## List the commands
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 16

site: .venv/installed ## Build everything into site/: pages, search, poster and guide
	@tools/system-packages build
	@$(BIN)/python -m roadmap check
	@rm -rf build/site
	$(BIN)/python -m mkdocs build --strict --config-file $$(tools/print-config) --site-dir build/site
	@rm -rf build/previous-site
	@if [ -e site ]; then mv site build/previous-site; fi
	@mv build/site site
	@echo "Ferdig: site/index.html"

serve: .venv/installed ## Show the site while you write; reloads on every change in content/ and templates/
	$(BIN)/python -m mkdocs serve --config-file mkdocs.web.yml

check: .venv/installed ## Check the content, then the code (lint, format, types)
	@$(BIN)/python -m roadmap check
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --no-error-summary
	@echo "Innhold og kode er i orden."

test: .venv/installed check ## Run every test, in a real browser too
	@tools/system-packages build test
	$(BIN)/python -m pytest

format: .venv/installed ## Format the code and mend what lint can mend
	$(BIN)/ruff check --fix --quiet .
	$(BIN)/ruff format --quiet .

pictures: site ## Take the README's pictures of the site and the poster anew
	@tools/system-packages test
	$(BIN)/python tools/pictures.py

lock: .venv/installed ## Write requirements.lock anew from pyproject.toml
	$(BIN)/pip install --quiet uv
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate \
	  --group test --custom-compile-command "make lock" --output-file requirements.lock pyproject.toml

clean: ## Remove everything that was made
	rm -rf .venv build site .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

.venv/installed: requirements.lock
	@tools/system-packages python
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@

.PHONY: help site serve check test format pictures lock clean
