"""Nhập thủ tục hành chính hoặc quy trình nội bộ từ tệp; hãy nhập thử (--dry-run) trước."""

import argparse
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from motcua.cli.application import application, bring_up_to_date
from motcua.domain.vietnamese.dates import parse_date
from motcua.domain.vietnamese.text import NotValid

if TYPE_CHECKING:
    from motcua.domain.procedures.importing.report import Report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is imported, and how."""
    kinds = parser.add_subparsers(metavar="GÌ", required=True)
    procedures = kinds.add_parser("procedures", help="danh mục thủ tục: bảng tính theo mẫu, hoặc các dòng JSON")
    _common(procedures)
    procedures.add_argument("--owner", metavar="MÃ", help="mã cơ quan chủ quản của mọi thủ tục trong tệp")
    procedures.add_argument(
        "--publish", type=_day, metavar="NGÀY", help="công khai từ ngày này những thủ tục mới không còn gì phải xem"
    )
    procedures.set_defaults(take_in=_procedures)
    process = kinds.add_parser(
        "process", help="bảng quy trình: Bước, Nội dung, Trách nhiệm, Thời gian, Biểu mẫu, kết quả"
    )
    _common(process)
    process.set_defaults(take_in=_process)
    template = kinds.add_parser("template", help="ghi bảng tính mẫu để điền danh mục thủ tục")
    template.add_argument("file", metavar="TỆP", type=Path)
    template.set_defaults(take_in=None)


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="TỆP", type=Path)
    parser.add_argument("--dry-run", action="store_true", help="chỉ báo cáo từng dòng, chưa nhập gì")
    parser.add_argument("--by", metavar="MÃ", help="mã cán bộ thực hiện; không ghi thì là hệ thống")


def carry_out(options: argparse.Namespace) -> int:
    """Say row by row what was or would be done; 1 when a row was wrong and nothing was taken in."""
    if options.take_in is None:
        from motcua.domain.procedures.importing.template import template

        options.file.write_bytes(template())
        return 0
    content = options.file.read_bytes()
    with application():
        from motcua.domain.procedures.importing.importing import NotImported

        bring_up_to_date()
        try:
            report = options.take_in(content, options)
        except NotImported as refused:
            report = refused.report
    _show(report)
    return 1 if report.failed else 0


def _procedures(content: bytes, options: argparse.Namespace) -> "Report":
    from django.utils import timezone

    from motcua.domain.organisations import queries
    from motcua.domain.procedures.importing.importing import Choices, import_procedures

    owner = _known(queries.office, options.owner, "cơ quan") if options.owner else None
    choices = Choices(owner, dry_run=options.dry_run, publish_from=options.publish, progress=_progress())
    return import_procedures(content, name=options.file.name, choices=choices, by=_by(options), at=timezone.now())


def _process(content: bytes, options: argparse.Namespace) -> "Report":
    from django.utils import timezone

    from motcua.domain.procedures.importing.processes import import_process

    given = {"name": options.file.name, "dry_run": options.dry_run}
    return import_process(content, **given, by=_by(options), at=timezone.now())


def _by(options: argparse.Namespace) -> Any:
    from motcua.domain.organisations import queries
    from motcua.domain.organisations.policies import Founder

    return _known(queries.officer, options.by, "cán bộ") if options.by else Founder()


def _known(find: Callable[[str], Any], code: str, what: str) -> Any:
    from django.core.exceptions import ObjectDoesNotExist

    from motcua.domain.regulation.answers import Refused

    try:
        return find(code)
    except ObjectDoesNotExist:
        raise Refused(f"Không có {what} mang mã {code}.") from None


def _day(text: str) -> date:
    try:
        return parse_date(text)
    except NotValid as wrong:
        raise argparse.ArgumentTypeError(wrong.sentence) from None


def _progress() -> Callable[[int, int], None] | None:
    """A line that counts up, where somebody watches."""
    if not sys.stderr.isatty():
        return None
    return lambda done, all_: print(f"\r{done}/{all_}", end="\n" if done == all_ else "", file=sys.stderr, flush=True)


def _show(report: "Report") -> None:
    for row in report.rows:
        if row.messages or row.outcome != "unchanged":
            first, *reasons = row.sentences()
            print(first, *(f"    {reason}" for reason in reasons), sep="\n")
    print(report.summary())
