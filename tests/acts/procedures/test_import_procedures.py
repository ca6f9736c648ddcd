"""Whole catalogues are taken in: reported row by row, written all or nothing, and twice the same is nothing."""

import gzip
import io
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from motcua.domain.journal.models import Entry
from motcua.domain.procedures import catalogue, queries
from motcua.domain.procedures.importing.importing import Choices, NotAFile, NotImported, import_procedures
from motcua.domain.procedures.importing.report import Outcome
from motcua.domain.procedures.importing.template import SHEETS, template
from motcua.domain.procedures.models import Procedure, Version
from motcua.domain.procedures.queries import Search
from motcua.domain.procedures.rows import parts_of
from motcua.domain.regulation.answers import NotAllowed

from .building import filled_in
from .national_lines import channel, component, lines, many, procedure

REAL = Path(__file__).parents[4] / "shared/data/national-procedures.jsonl.gz"
TRY = Choices(dry_run=True)


def imported(content: bytes, cast, at, choices: Choices | None = None, by=None):
    return import_procedures(content, name="thu-tuc.jsonl", choices=choices, by=by or cast.controller, at=at)


def outcomes(report) -> list[str]:
    return [row.outcome.value for row in report.rows]


def draft(code: str) -> Version:
    return Version.objects.select_related("field", "procedure__owner").get(procedure__code=code, state="draft")


def doubts(report) -> tuple[str, ...]:
    (row,) = report.rows
    return row.messages


def test_a_clear_procedure_comes_in_as_a_draft_of_its_department(cast, at):
    report = imported(lines(procedure()), cast, at)
    assert outcomes(report) == ["new"]
    version = draft("1.000001")
    assert version.procedure.owner.code == "so-gtvt"
    assert version.needs_review == []
    assert [(limit.channel, limit.amount, limit.unit) for limit in version.time_limits.all()] == [
        ("counter", 3, "working_days")
    ]
    assert [(paper.name, paper.originals, paper.required) for paper in version.components.all()] == [
        ("Đơn đề nghị", 1, True)
    ]
    entry = Entry.objects.get(stream=version.procedure.stream)
    assert (entry.act, entry.facts["owner"]) == ("draft_procedure", "so-gtvt")


def test_a_dry_run_reports_the_same_and_writes_nothing(cast, at):
    file = lines(procedure(), procedure("1.000002", channels=[channel(don_vi=None)]))
    tried = imported(file, cast, at, TRY)
    assert not Procedure.objects.filter(code="1.000001").exists()
    assert not Entry.objects.filter(stream="catalogue").exists()
    done = imported(file, cast, at)
    assert tried.rows == done.rows
    assert "chưa nhập gì" in tried.summary()
    assert "Đã nhập" in done.summary()


def test_the_same_file_twice_changes_nothing_the_second_time(cast, at):
    file = lines(procedure(), procedure("1.000002", level="Cấp tỉnh, Cấp xã"))
    imported(file, cast, at)
    again = imported(file, cast, at)
    assert outcomes(again) == ["unchanged", "unchanged"]
    assert "Không có gì phải nhập" in again.summary()


@pytest.mark.parametrize(
    ("said", "doubt"),
    [
        (
            {"channels": [channel(thoi_gian="1", don_vi=None)]},
            "Thời hạn (Trực tiếp): nguồn ghi “1” mà không có đơn vị.",
        ),
        ({"channels": [channel(thoi_gian=None)]}, "Thời hạn (Trực tiếp): nguồn không ghi thời gian."),
        (
            {"channels": [channel(), channel(thoi_gian="5")]},
            "Thời hạn (Trực tiếp): nguồn ghi nhiều thời hạn: 3 Ngày làm việc; 5 Ngày làm việc.",
        ),
        ({"channels": [channel(ghi_chu="Phức tạp: 10 ngày")]}, "Thời hạn (Trực tiếp): ghi chú còn nêu 10 ngày."),
        ({"channels": [channel(phi="Không có thông tin")]}, "Phí, lệ phí (Trực tiếp): nguồn không có thông tin"),
        ({"channels": [channel(phi="100 VNĐ")]}, "Phí, lệ phí (Trực tiếp): nguồn ghi “100 VNĐ”, có thể thiếu"),
        ({"channels": [channel(phi="10 USD")]}, "nguồn ghi “10 USD”, không phải là một số tiền đồng."),
        ({"channels": [channel(phi="10,000 VNĐ")]}, "nguồn ghi 10.000 đồng mà không rõ là phí hay lệ phí."),
        ({"channels": [channel(ghi_chu="Lệ phí do Hội đồng nhân dân tỉnh quy định")]}, "ghi chú nói đến phí"),
        ({"legal_basis": ["2443/2024/QH15"]}, "Căn cứ pháp lý: số “2443/2024/QH15” có thể dính chữ"),
        ({"components": [component(ban_chinh=20261)]}, "nguồn ghi 20261 bản chính"),
        ({"components": [component("* Lưu ý: nộp sớm")]}, "có thể là lưu ý, không phải giấy tờ."),
        ({"components": [component(), component("")]}, "Thành phần hồ sơ 2: nguồn không ghi tên giấy tờ."),
        ({"components": [component(mau="ghị cấpMẫu 01.docx")]}, "tên mẫu “ghị cấpMẫu 01.docx” có thể dính chữ"),
        ({"level": "Cấp tỉnh, Cấp xã"}, "Cấp thực hiện: nguồn ghi “Cấp tỉnh, Cấp xã”, nhiều cấp cùng giải quyết."),
        ({"agency": "UBND tỉnh", "field": "Hoạt động khác"}, "Cơ quan chủ quản: chưa rõ sở, ngành nào"),
    ],
)
def test_what_is_unclear_needs_review_and_is_never_guessed(cast, at, said, doubt):
    report = imported(lines(procedure(**said)), cast, at)
    assert outcomes(report) == ["needs_review"]
    assert any(doubt in point for point in draft("1.000001").needs_review)
    (listed,) = queries.needs_review(cast.controller, at=at).rows
    assert listed.code == "1.000001"


def test_an_unclear_time_or_fee_has_no_value(cast, at):
    imported(lines(procedure(channels=[channel(don_vi=None, phi="100 VNĐ")])), cast, at)
    parts = parts_of(draft("1.000001"))
    assert [limit.amount for limit in parts.time_limits] == [None]
    assert parts.fees == ()


def test_a_clear_fee_keeps_its_kind_and_holds_for_all_channels_that_say_the_same(cast, at):
    said = {"phi": "70,000 VNĐ", "ghi_chu": "(Phí cấp phù hiệu: 70.000 đồng/giấy)"}
    imported(lines(procedure(channels=[channel(**said), channel("Trực tuyến", **said)])), cast, at)
    (fee,) = parts_of(draft("1.000001")).fees
    assert (fee.kind, fee.name, fee.channel, fee.amount) == ("fee", "Phí cấp phù hiệu", "", 70_000)


def test_papers_of_a_case_are_asked_in_that_case_only(cast, at):
    imported(lines(procedure(components=[component(), component("Giấy ủy quyền", nhom="Nộp thay:")])), cast, at)
    papers = draft("1.000001").components.all()
    assert [(paper.case, paper.required) for paper in papers] == [("", True), ("Nộp thay:", False)]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("{không phải json", "không phải là JSON"),
        ("[]", "không phải là một thủ tục"),
        (procedure(""), "không có mã"),
        (procedure("1" * 41), "dài quá 40 ký tự"),
        (procedure(name=None), "Thủ tục phải có tên"),
        (procedure(level="Cấp bộ"), "không có cấp nào của địa phương"),
        (procedure(channels=[channel("Bồ câu")]), "Không có cách nộp “Bồ câu”"),
        (procedure(channels="sai"), "không phải là danh sách"),
        (procedure(components=[component(ban_chinh="hai")]), "số bản không phải là số"),
        (procedure(name=5), "không phải là chữ"),
    ],
)
def test_one_wrong_row_stops_the_whole_file_and_is_named(cast, at, row, reason):
    with pytest.raises(NotImported) as refused:
        imported(lines(procedure("1.000009"), row), cast, at)
    report = refused.value.report
    assert outcomes(report) == ["new", "error"]
    assert any(reason in message for message in report.rows[1].messages)
    assert report.rows[1].line == 2
    assert not Procedure.objects.filter(code="1.000009").exists()


def test_a_code_twice_in_one_file_is_an_error(cast, at):
    report = imported(lines(procedure(), procedure()), cast, at, TRY)
    assert report.rows[1].messages == ("Mã thủ tục đã có ở dòng 1.",)


def test_a_changed_source_changes_the_draft_and_names_what_changed(cast, at):
    imported(lines(procedure()), cast, at)
    report = imported(lines(procedure(channels=[channel(thoi_gian="5")])), cast, at)
    assert outcomes(report) == ["changed"]
    assert doubts(report) == ("Thay đổi: thời hạn giải quyết.",)
    assert parts_of(draft("1.000001")).time_limits[0].amount == 5


def test_a_changed_source_of_a_published_procedure_begins_its_next_version(cast, at):
    imported(lines(procedure()), cast, at)
    published = catalogue.publish_procedure(draft("1.000001"), valid_from=at.date(), by=cast.controller, at=at)
    imported(lines(procedure(conditions="Có xe")), cast, at)
    assert draft("1.000001").number == 2
    assert queries.published("1.000001", at.date()) == published


def test_what_somebody_has_worked_on_is_not_written_over(cast, at):
    imported(lines(procedure(channels=[channel(don_vi=None)])), cast, at)
    version = draft("1.000001")
    mended = replace(parts_of(version), conditions="Đã xem", needs_review=())
    catalogue.amend_draft(version, parts=mended, by=cast.controller, at=at)
    assert outcomes(imported(lines(procedure(channels=[channel(don_vi=None)])), cast, at)) == ["unchanged"]
    report = imported(lines(procedure(conditions="Khác")), cast, at)
    assert (outcomes(report), doubts(report)[0][:18]) == (["needs_review"], "Nguồn có thay đổi;")
    assert draft("1.000001").conditions == "Đã xem"


def test_the_owner_may_be_given_for_the_whole_file(offices, cast, at):
    imported(lines(procedure()), cast, at, Choices(owner=offices.justice))
    assert draft("1.000001").procedure.owner == offices.justice


def test_the_owner_is_found_by_the_field_when_no_department_is_named(cast, at):
    imported(lines(procedure(agency="Ủy ban nhân dân cấp tỉnh", field="Hộ tịch")), cast, at)
    assert draft("1.000001").procedure.owner.code == "so-tp"


@pytest.mark.clause("4.1.b")
def test_what_is_whole_may_be_published_at_once_and_nothing_else(cast, at):
    file = lines(procedure(), procedure("1.000002", channels=[channel(don_vi=None)]))
    imported(file, cast, at, Choices(publish_from=date(2019, 5, 6)))
    shown = queries.catalogue(Search(body="so-gtvt"), on=date(2019, 5, 6)).rows
    assert [row.code for row in shown] == ["1.000001"]


@pytest.mark.clause("4.1.b")
def test_only_the_centre_and_who_runs_the_system_import_and_only_the_centre_publishes(cast, at):
    for other in (cast.binh, cast.writer, cast.head):
        with pytest.raises(NotAllowed):
            imported(lines(procedure()), cast, at, by=other)
    imported(lines(procedure()), cast, at, by=cast.founder)
    with pytest.raises(NotAllowed):
        imported(lines(procedure("1.2")), cast, at, Choices(publish_from=at.date()), by=cast.founder)


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe\x00", b"\x1f\x8bnot gzip", b"PK\x03\x04broken"])
def test_what_is_no_such_file_is_refused_with_a_sentence(cast, at, content):
    with pytest.raises(NotAFile):
        imported(content, cast, at)


def test_lines_may_come_packed(cast, at):
    assert outcomes(imported(gzip.compress(lines(procedure())), cast, at)) == ["new"]


def test_hundreds_of_procedures_cost_one_statement_each_and_a_few(cast, at):
    content = REAL.read_bytes() if REAL.exists() else many(800)
    began = time.process_time()
    with CaptureQueriesContext(connection) as statements:
        report = imported(content, cast, at)
    assert time.process_time() - began < 30
    assert not report.failed
    assert len(statements) < len(report.rows) + 120
    assert report.count(Outcome.NEW) > 0
    assert report.count(Outcome.NEEDS_REVIEW) > report.count(Outcome.NEW)
    for version in Version.objects.exclude(imported="").select_related("field", "procedure__owner"):
        assert parts_of(version).digest() == version.imported
    assert set(outcomes(imported(content, cast, at))) == {"unchanged"}


def test_the_template_has_its_sheets_and_its_example_is_passed_over(cast, at):
    book = CalamineWorkbook.from_filelike(io.BytesIO(template()))
    assert book.sheet_names == ["Hướng dẫn", *SHEETS]
    with pytest.raises(NotAFile, match="không có dòng nào"):
        imported(template(), cast, at)


def test_a_filled_in_template_comes_in_with_all_its_parts(cast, at):
    assert outcomes(imported(filled_in(), cast, at)) == ["new"]
    parts = parts_of(draft("1.000703"))
    assert (parts.level, parts.online_level, parts.by_post, parts.copies) == ("province", 4, True, 1)
    assert parts.legal_basis == ("86/2014/NĐ-CP", "63/2014/TT-BGTVT")
    assert [limit.amount for limit in parts.time_limits] == [5]
    assert [(fee.kind, fee.amount, fee.per) for fee in parts.fees] == [("charge", 200_000, "lần cấp")]
    assert [(paper.name, paper.originals) for paper in parts.components] == [
        ("Giấy đề nghị cấp Giấy phép kinh doanh", 1)
    ]


@pytest.mark.parametrize(
    ("cells", "outcome", "message"),
    [
        ({("Thời hạn", "Đơn vị"): ""}, "needs_review", "Thời hạn (Trực tiếp): nguồn ghi “5” mà không có đơn vị."),
        ({("Phí, lệ phí", "Mức thu (đồng)"): ""}, "needs_review", "chưa ghi mức thu."),
        ({("Phí, lệ phí", "Loại"): "Tiền"}, "error", "Trang “Phí, lệ phí”, dòng 2: loại phải là Phí hoặc Lệ phí."),
        ({("Thủ tục", "Cấp thực hiện"): "Cấp bộ"}, "error", "Cấp thực hiện phải là một trong"),
        ({("Thành phần hồ sơ", "Bản chính"): "một"}, "error", "“Bản chính” phải là một số"),
        ({("Thành phần hồ sơ", "Bắt buộc"): "tuỳ"}, "error", "“Bắt buộc” phải là Có hoặc Không."),
        ({("Thời hạn", "Cách nộp"): "fax"}, "error", "cách nộp phải là một trong"),
        ({("Thời hạn", "Mã thủ tục"): "9.9"}, "error", "không có thủ tục mang mã này"),
    ],
)
def test_a_cell_that_is_unclear_or_wrong_is_named_by_sheet_and_row(cast, at, cells, outcome, message):
    report = imported(filled_in(cells), cast, at, TRY)
    assert outcome in outcomes(report)
    assert any(message in each for row in report.rows for each in row.messages)


def test_a_template_without_a_column_is_refused(cast, at):
    with pytest.raises(NotAFile, match="Trang “Thủ tục” thiếu cột “Lĩnh vực”"):
        imported(filled_in(without="Lĩnh vực"), cast, at)
