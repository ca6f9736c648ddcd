"""Builders in the words of the trade: the parts of a procedure, the steps of its process."""

import io
from dataclasses import replace
from datetime import datetime

import xlsxwriter

from motcua.domain.organisations.models import Office
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import catalogue
from motcua.domain.procedures.importing.template import EXAMPLE, SHEETS
from motcua.domain.procedures.models import Version
from motcua.domain.procedures.parts import ComponentPart, FeePart, Parts, ResultPart, TimePart
from motcua.domain.procedures.process_rules import StepPlan
from motcua.domain.procedures.terms import Channel, FeeKind, StepKind
from motcua.domain.working_days.limit import Unit

CODE = "1.000703"


def parts(*, days: int = 5, **changes: object) -> Parts:
    """A complete procedure of so many working days: the licence for road transport business."""
    return replace(
        Parts(
            name="Cấp Giấy phép kinh doanh vận tải bằng xe ô tô",
            field="Đường bộ",
            decision="1580/QĐ-UBND",
            sequence="Bước 1: nộp hồ sơ.\nBước 2: nhận kết quả.",
            filing="Nộp trực tiếp, trực tuyến hoặc qua dịch vụ bưu chính công ích.",
            applicants="Tổ chức, cá nhân kinh doanh vận tải",
            agency="Sở Giao thông vận tải",
            legal_basis=("86/2014/NĐ-CP",),
            components=(
                ComponentPart("Giấy đề nghị cấp Giấy phép kinh doanh", originals=1, form_name="Mẫu số 01"),
                ComponentPart("Bản sao Giấy chứng nhận đăng ký doanh nghiệp", copies=1),
            ),
            time_limits=(TimePart(Channel.COUNTER, days, Unit.WORKING_DAYS),),
            fees=(FeePart(FeeKind.CHARGE, "Lệ phí cấp Giấy phép", amount=200_000, per="lần cấp"),),
            results=(ResultPart("Giấy phép kinh doanh vận tải bằng xe ô tô"),),
        ),
        **changes,
    )


def a_draft(owner: Office, *, by: object, at: datetime, code: str = CODE, **changes: object) -> Version:
    """A complete draft with these parts otherwise."""
    return catalogue.draft_procedure(code, owner=owner, parts=parts(**changes), by=by, at=at)


def steps(*, appraisal: int = 16, approval: int = 4) -> tuple[StepPlan, ...]:
    """Receive, appraise, approve, return: at the Centre and in the department."""
    return (
        StepPlan(1, StepKind.RECEIVE, "Tiếp nhận hồ sơ", "trung-tam", Role.RECEIVE, 2),
        StepPlan(2, StepKind.APPRAISE, "Thẩm định hồ sơ", "so-gtvt", Role.APPRAISE, appraisal, officers=("gt-thu",)),
        StepPlan(3, StepKind.APPROVE, "Phê duyệt kết quả", "so-gtvt", Role.APPROVE, approval),
        StepPlan(4, StepKind.RETURN, "Trả kết quả", "trung-tam", Role.RETURN, 2),
    )


def filled_in(cells: dict[tuple[str, str], str] | None = None, *, without: str = "") -> bytes:
    """The template with its own example as a real row, some cells otherwise or a column left out."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for name, columns in SHEETS.items():
            sheet = book.add_worksheet(name)
            for place, column in enumerate(each for each in columns if each.heading != without):
                example = CODE if column.example == EXAMPLE else column.example
                sheet.write(0, place, column.heading)
                sheet.write(1, place, (cells or {}).get((name, column.heading), example))
    return content.getvalue()
