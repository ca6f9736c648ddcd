"""The import contracts of pyproject.toml hold, and each of them is seen to fail when somebody breaks it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LINT_IMPORTS = Path(sys.executable).with_name("lint-imports")

BREACHES = [
    ("layers", "domain/journal/acts.py", "motcua.domain.dossiers"),
    ("layers", "domain/vietnamese/__init__.py", "motcua.domain.regulation"),
    ("layers", "domain/dossiers/queries.py", "motcua.web"),
    ("layers", "jobs/__init__.py", "motcua.web"),
    ("entrances", "web/__init__.py", "motcua.domain.organisations.models"),
    ("entrances", "jobs/__init__.py", "motcua.domain.dossiers.models"),
    ("entrances", "cli/verify.py", "motcua.domain.journal.models"),
    ("pure", "domain/regulation/limits.py", "django"),
    ("pure", "domain/dossiers/clock.py", "django.utils.timezone"),
    ("pure", "domain/working_days/calendar.py", "motcua.domain.journal.models"),
]


def lint(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [LINT_IMPORTS, "--no-cache", "--no-logo", "--config", ROOT / "pyproject.toml", *options],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of the program, to be broken."""
    folder = tmp_path_factory.mktemp("house")
    for module in (ROOT / "motcua").rglob("*.py"):
        place = folder / module.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(module, place)
    return folder


def test_every_contract_is_kept():
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(("contract", "module", "imported"), BREACHES)
def test_a_wrong_import_is_caught(copy, contract, module, imported):
    broken = copy / "motcua" / module
    kept = broken.read_text()
    broken.write_text(f"{kept}\nimport {imported}\n")
    result = lint(copy, "--contract", contract)
    broken.write_text(kept)
    assert result.returncode == 1, result.stdout
    assert "BROKEN" in result.stdout
    assert "1 broken" in result.stdout
