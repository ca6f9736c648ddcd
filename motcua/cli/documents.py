"""Viết lại các tài liệu do chương trình tự sinh ra trong docs/generated, hoặc kiểm tra xem còn đúng không."""

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

import django

import motcua
from motcua.domain.dossiers import stages
from motcua.domain.regulation import coverage, document

ROOT = Path(motcua.__file__).resolve().parent.parent


def _regulation() -> str:
    return document.regulation_document(coverage.index_of(motcua))


def _stages() -> str:
    return f"""\
# The life of a dossier

Written by `python -m motcua documents` from the table in `motcua/domain/dossiers/stages.py`; do not edit.
An arrow is an act. The steps of a procedure's own process lie inside "Đang giải quyết".

```mermaid
{stages.diagram()}```
"""


DOCUMENTS: Mapping[str, Callable[[], str]] = {
    "docs/generated/regulation.md": _regulation,
    "docs/generated/stages.md": _stages,
}


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="chỉ kiểm tra, không ghi; mã thoát 1 nếu có tài liệu cũ")


def carry_out(options: Namespace) -> int:
    """Write every document that changed; with `--check`, name it instead and answer 1. Needs no database."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "motcua.config.settings")
    django.setup()
    stale = {path: text for path, make in DOCUMENTS.items() if (text := make()) != _kept(path)}
    for path, text in stale.items():
        if options.check:
            print(f"{path} đã cũ: chạy `python -m motcua documents`.")
        else:
            _write(path, text)
            print(f"đã ghi {path}")
    return 1 if stale and options.check else 0


def _write(path: str, text: str) -> None:
    target = ROOT / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def _kept(path: str) -> str | None:
    target = ROOT / path
    return target.read_text(encoding="utf-8") if target.exists() else None
