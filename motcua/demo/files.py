"""The files of the demo, read once."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

DATA = files("motcua.demo") / "data"


@cache
def table(name: str) -> dict[str, Any]:
    """One file of the demo's data."""
    return tomllib.loads((DATA / name).read_text(encoding="utf-8"))


def procedure_files() -> list[str]:
    """The names of the files of procedures: one for each body that decides."""
    return sorted(f"procedures/{each.name}" for each in (DATA / "procedures").iterdir() if each.name.endswith(".toml"))
