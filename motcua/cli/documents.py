"""`motcua documents`: write the documents that the program itself knows best, or say which are out of date."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path

import motcua
from motcua.domain.regulation import coverage, document

ROOT = Path(motcua.__file__).resolve().parent.parent


def _regulation() -> str:
    return document.regulation_document(coverage.index_of(motcua))


DOCUMENTS: Mapping[str, Callable[[], str]] = {
    "docs/generated/regulation.md": _regulation,
}


def add_arguments(parser: ArgumentParser) -> None:
    """`--check` writes nothing."""
    parser.add_argument("--check", action="store_true", help="chỉ kiểm tra, không ghi; mã thoát 1 nếu có tài liệu cũ")


def run(options: Namespace) -> int:
    """Write every document that changed; with `--check`, name it instead and answer 1."""
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
