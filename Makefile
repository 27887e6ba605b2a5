# `make run` serves Sightline, and `make test` tests it. Both first set up what is missing.
.DEFAULT_GOAL := help
.PHONY: help run demo test check scan map format build package bench faults soak mutants migrations texts lock
export PYTHONUNBUFFERED := 1

# Tests in the folders of slices that carry out attacks, too, and add them to the table of `make faults`; and tests that
# compare all mails of the rounds, of which `make test` takes a part.
ATTACKS = tests/events_evaluation/test_same_as_judge.py tests/events_evaluation/test_history_window.py \
	tests/verdicts/test_blurring.py \
	tests/accounts/test_forgery.py tests/google/test_forged_callbacks.py tests/google/test_id_token.py \
	tests/migrations/test_killed.py tests/browser/test_in_between.py tests/browser/test_two_mailboxes.py \
	tests/ingest/test_dns.py tests/ingest/test_rates.py tests/lib/test_policy.py tests/marks/test_targets.py

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## set up what is missing and serve on http://127.0.0.1:8000 (PORT, SIGHTLINE_DATA)
	@deploy/setup && exec .venv/bin/sightline serve

demo: ## serve Sightline as above and open a browser that has the extension loaded
	@deploy/setup --demo && exec .venv/bin/python deploy/demo.py

test: ## run every check and every test (PART=alerts: only that part and what imports it; WITHOUT=mariadb: not with MariaDB)
	@deploy/setup --test && exec .venv/bin/python .ci/test.py

check: ## check the format, types, imports and sizes, and run the linters
	@deploy/setup --dev && exec .venv/bin/python .ci/check.py

scan: ## install semgrep and its rules, too (400 MB), and run the security scanners
	@deploy/setup --scan && for tool in bandit semgrep pip-audit npm-audit; do .venv/bin/python .ci/scan.py $$tool || [ $$? = 77 ] || failed=1; done; exit $${failed:-0}

map: ## write the list of modules in docs/map.md
	@deploy/setup --dev && exec .venv/bin/python .ci/modules.py

format: ## format the Python and TypeScript code
	@deploy/setup --dev && .venv/bin/ruff check --fix-only -q . && .venv/bin/ruff format -q . && PATH="$(CURDIR)/.venv/bin:$$PATH" npm run --silent format

build: ## build the extension and the front-end parts
	@deploy/setup

package: ## make the extension's packages for the stores, with their hashes
	@deploy/setup && npm run --silent package

bench: ## measure the busy paths for a quarter of an hour, on a quiet machine (BENCH=small: a rehearsal)
	@deploy/setup --test && exec .venv/bin/python -m tests.bench

faults: ## kill, starve, disconnect and attack the server, and count what was lost
	@deploy/setup --test && exec env FAULTS=full .venv/bin/python -m pytest tests/faults tests/machines tests/nodes tests/attacks tests/weeks $(ATTACKS)

soak: ## serve ordinary traffic for more than an hour and check that memory use does not grow (SOAK_MINUTES)
	@deploy/setup --test && exec env SOAK_MINUTES=$(or $(SOAK_MINUTES),80) .venv/bin/python -m pytest -s tests/faults/test_soak.py

mutants: ## change the code in random places and count what the tests notice (MUTANTS: 60 in each part, or all; SEED; PART)
	@deploy/setup --test && exec .venv/bin/python -m tests.mutants

migrations: ## write the migration for changed models: make migrations NAME=add_mutes
	@deploy/setup --dev && .venv/bin/python -m migrations.make $(NAME) && .venv/bin/ruff format -q migrations

texts: ## gather the texts of server/ and templates/ into the catalogs, and list what is not translated
	@deploy/setup --dev && .venv/bin/python .ci/texts.py

lock: ## lock the Python packages that pyproject.toml asks for (ARGS=--upgrade: the newest versions)
	@deploy/setup --dev && deploy/lock $(ARGS)
