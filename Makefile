# Milepost's commands. `make demo` shows what it does; `make test` proves what it does.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/pip --quiet --disable-pip-version-check
TODAY  := 2027-01-20
N      := 20000
SEED   := 20261125

.PHONY: help setup demo test test-all bench bombs fuzz-docs redos lock clean

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 12

$(VENV)/prod.ok: requirements/build.txt requirements/prod.txt pyproject.toml
	@sh requirements/venv.sh "$(PYTHON)" $(VENV) prod
$(VENV)/dev.ok: requirements/build.txt requirements/dev.txt pyproject.toml
	@sh requirements/venv.sh "$(PYTHON)" $(VENV) dev

setup: $(VENV)/prod.ok ## make .venv with what a user needs

demo: $(VENV)/prod.ok ## build the books of the examples, in English and Chinese
	@echo "Building the English example …"
	@$(BIN)/milepost build examples/en/bulletin.txt examples/en/plan.txt --units examples/en/units.csv --today $(TODAY) --out out/demo-en
	@echo "Building the Chinese example …"
	@$(BIN)/milepost build examples/zh/bulletin.txt examples/zh/plan.txt --units examples/zh/units.csv --today $(TODAY) --out out/demo-zh
	@echo
	@echo "The books lie in out/demo-en and out/demo-zh: open their index.html in a browser."
	@echo "Your own document: $(BIN)/milepost build FILE --out out/mine"
	@echo "Correct out/mine/ledger.xlsx, then: $(BIN)/milepost plan out/mine/ledger.xlsx"

test: $(VENV)/dev.ok ## lint, types and the tests that need Python alone
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest -n auto --dist loadfile -m "not office and not browser" --cov=milepost --cov-report=term:skip-covered

test-all: $(VENV)/dev.ok ## the tests that need LibreOffice, Java, Chromium or PostgreSQL
	@for p in soffice:LibreOffice chromium:Chromium java:Java psql:PostgreSQL; do \
	  command -v $${p%%:*} >/dev/null || echo "missing: $${p##*:} ($${p%%:*}); the tests that need it are skipped"; done
	$(BIN)/pytest -m "office or browser" -rs

bench: $(VENV)/dev.ok ## speed and accuracy, measured on this machine
	@for b in benchmarks/*.py; do echo "== $$b"; $(BIN)/python $$b || exit 1; done

bombs: $(VENV)/dev.ok ## hostile files at full size: refused or read, in time and memory
	@$(BIN)/python -m tests.hostile.bombs

fuzz-docs: $(VENV)/dev.ok ## N changed files of each format (SEED): read or refused in words
	@$(BIN)/python -m tests.hostile.fuzz $(N) $(SEED)

redos: $(VENV)/dev.ok ## N worst-case texts a language (SEED): time grows in step with the text
	@$(BIN)/python benchmarks/redos.py $(if $(filter command line,$(origin N)),$(N),50) $(SEED)

lock: $(VENV)/dev.ok ## write the lock files anew: pins with hashes, no addresses
	@for n in build prod dev cluster; do $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	  --no-header --only-binary :all: requirements/$$n.in -o requirements/$$n.txt; done

clean: ## remove what make made
	rm -rf $(VENV) out
