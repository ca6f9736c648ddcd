"""What is installed is pinned and hashed, and no file says from where: whoever installs decides that."""

import json
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON_LOCKS = ["requirements.txt", "requirements-dev.txt"]
NPM_LOCKS = ["package-lock.json", "tests/chromium/package-lock.json", "tests/lighthouse/package-lock.json"]


@pytest.mark.parametrize("lock", PYTHON_LOCKS)
def test_every_python_package_is_pinned_and_hashed_without_an_address(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    for package in re.split(r"\n(?=\S)", text.strip()):
        assert re.match(r"[\w.-]+(\[[\w,-]+\])?==", package), package
        assert "--hash=sha256:" in package, package


@pytest.mark.parametrize("lock", NPM_LOCKS)
def test_every_npm_package_is_pinned_and_hashed_without_an_address(lock):
    packages = json.loads((ROOT / lock).read_text(encoding="utf-8"))["packages"]
    for name, package in packages.items():
        assert "resolved" not in package, name
        assert not name or package["integrity"], name


def test_no_lock_that_records_addresses_is_kept():
    kept = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split()  # noqa: S607
    assert not [path for path in kept if Path(path).name in {"uv.lock", "pylock.toml"}]


@pytest.mark.parametrize("settings", [".npmrc", "tests/chromium/.npmrc", "pyproject.toml"])
def test_no_setting_names_a_registry(settings):
    text = (ROOT / settings).read_text(encoding="utf-8")
    assert not re.search(r"://|^registry|index-url|\[\[tool\.uv\.index", text, re.MULTILINE)
