"""The tables in which departments draft their processes come in as drafts; what is unclear is named by its row."""

import io

import pytest
import xlsxwriter

from motcua.domain.procedures import process, queries
from motcua.domain.procedures.importing.importing import NotAFile, NotImported
from motcua.domain.procedures.importing.processes import import_process
from motcua.domain.procedures.importing.template import process_template
from motcua.domain.regulation.answers import NotAllowed

from .building import CODE, a_draft

HEAD = ("Bước", "Nội dung", "Trách nhiệm", "Thời gian", "Biểu mẫu, kết quả")
ROWS = (
    (1, "Tiếp nhận hồ sơ, quét và lưu", "Trung tâm", "2 giờ", "Giấy tiếp nhận"),
    (2, "Thẩm định hồ sơ", "Công chức Sở GTVT tại Trung tâm – thẩm định", "2 ngày làm việc", "Phiếu thẩm định"),
    (3, "Ký phê duyệt", "Giám đốc Sở Giao thông vận tải", "0,5 ngày", "Giấy phép"),
    (4, "Đóng dấu, vào sổ", "Văn thư Sở GTVT", "1 giờ", ""),
    (5, "Trả kết quả", "Trung tâm", "Không tính", ""),
)


def table(*rows, code: str = CODE, head=HEAD) -> bytes:
    """A spreadsheet with one such table under the code of its procedure."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        sheet = book.add_worksheet("Quy trình")
        sheet.write_row(0, 0, ("QUY TRÌNH NỘI BỘ", f"Mã thủ tục: {code}"))
        for number, cells in enumerate((head, *rows), start=2):
            sheet.write_row(number, 0, cells)
    return content.getvalue()


def changed(row: int, **cells: object) -> bytes:
    """The same table with other cells in one row: place, name, who, time."""
    names = ("place", "name", "who", "time", "produces")
    rows = [list(each) for each in ROWS]
    for name, value in cells.items():
        rows[row - 1][names.index(name)] = value
    return table(*rows)


def imported(content: bytes, cast, at, *, dry_run: bool = False, by=None):
    return import_process(content, name="quy-trinh.xlsx", dry_run=dry_run, by=by or cast.writer, at=at)


@pytest.mark.clause("5.1.a-2")
def test_a_clear_table_comes_in_as_a_draft_that_can_be_agreed_to(published, cast, at):
    report = imported(table(*ROWS), cast, at)
    assert [(row.outcome.value, row.messages) for row in report.rows] == [("new", ())]
    (drafted,) = queries.processes_for(cast.writer, published.procedure, at)
    steps = queries.plan_to_show(drafted).steps
    assert [(step.kind, step.office_code, step.role, step.hours) for step in steps] == [
        ("receive", "trung-tam", "receive", 2),
        ("appraise", "so-gtvt", "appraise", 16),
        ("approve", "so-gtvt", "head", 4),
        ("seal", "so-gtvt", "clerk", 1),
        ("return", "trung-tam", "return", 0),
    ]
    assert steps[1].produces == "Phiếu thẩm định"
    assert process.agree_as_department(drafted, by=cast.writer, at=at).state == "department"


def test_work_side_by_side_is_numbered_with_letters(published, cast, at):
    beside = ("2b", "Lấy ý kiến", "Sở Tư pháp", "1 ngày", "")
    rows = (ROWS[0], ("2a", *ROWS[1][1:]), beside, *ROWS[2:])
    imported(table(*rows), cast, at)
    (drafted,) = queries.processes_for(cast.writer, published.procedure, at)
    assert [(step.stage, step.branch, step.kind) for step in queries.plan_to_show(drafted).steps_of(2)] == [
        (2, 1, "appraise"),
        (2, 2, "consult"),
    ]


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (changed(2, time="khoảng 2 ngày"), 5, "Thời gian “khoảng 2 ngày” không rõ"),
        (changed(2, time="2"), 5, "Thời gian “2” không rõ"),
        (changed(2, time=""), 5, "Chưa ghi thời gian"),
        (changed(2, time="30 phút"), 5, "không rõ"),
        (changed(2, time="0,3 ngày"), 5, "không tròn giờ"),
        (changed(2, who="Phòng chuyên môn"), 5, "Trách nhiệm “Phòng chuyên môn” không nêu rõ một cơ quan"),
        (changed(2, who="Sở Giao thông vận tải, Sở Tư pháp"), 5, "không nêu rõ một cơ quan"),
        (changed(2, who="Trung tâm Y tế huyện"), 5, "không nêu rõ một cơ quan"),
        (changed(2, name="Xem xét", who="Sở GTVT"), 5, "Nội dung “Xem xét” không nêu rõ một loại việc"),
        (changed(2, name="Trình phê duyệt và đóng dấu", who="Sở GTVT"), 5, "không nêu rõ một loại việc"),
        (changed(2, place="hai"), 5, "Số bước “hai” không rõ"),
        (changed(3, place=2), 6, "Bước “2” đã có ở dòng trên"),
    ],
)
def test_what_is_unclear_is_reported_by_row_and_nothing_is_taken_in(published, cast, at, content, line, reason):
    with pytest.raises(NotImported) as refused:
        imported(content, cast, at)
    (row,) = refused.value.report.rows
    assert row.line == line
    assert any(reason in message for message in row.messages)
    assert queries.processes_for(cast.writer, published.procedure, at) == []


def test_the_work_may_stand_behind_the_person_who_does_it(published, cast, at):
    imported(changed(2, name="Xem xét hồ sơ"), cast, at)
    (drafted,) = queries.processes_for(cast.writer, published.procedure, at)
    assert queries.plan_to_show(drafted).steps_of(2)[0].kind == "appraise"


def test_the_line_that_adds_up_is_passed_over(published, cast, at):
    total = ("", "Tổng thời gian", "", "3 ngày", "")
    assert [row.outcome.value for row in imported(table(*ROWS, total), cast, at).rows] == ["new"]


@pytest.mark.clause("5.1.a-2")
def test_a_process_that_is_too_long_comes_in_and_says_so(published, cast, at):
    report = imported(changed(2, time="6 ngày"), cast, at)
    assert report.rows[0].outcome == "needs_review"
    assert "vượt thời hạn của thủ tục" in report.rows[0].messages[0]


def test_the_same_table_twice_changes_nothing_and_another_one_amends_the_draft(published, cast, at):
    imported(table(*ROWS), cast, at)
    assert imported(table(*ROWS), cast, at).rows[0].outcome == "unchanged"
    assert imported(changed(2, time="1 ngày"), cast, at).rows[0].outcome == "changed"
    (drafted,) = queries.processes_for(cast.writer, published.procedure, at)
    assert queries.plan_to_show(drafted).steps_of(2)[0].hours == 8


def test_a_dry_run_writes_nothing(published, cast, at):
    report = imported(table(*ROWS), cast, at, dry_run=True)
    assert "chưa nhập gì" in report.summary()
    assert queries.processes_for(cast.writer, published.procedure, at) == []


def test_the_code_must_be_that_of_a_procedure_here(published, cast, at):
    for code, reason in [("1.999999", "Chưa có thủ tục"), ("", "chưa ghi mã thủ tục")]:
        report = imported(table(*ROWS, code=code), cast, at, dry_run=True)
        assert reason in report.rows[0].messages[0]


@pytest.mark.clause("5.1.a-2")
def test_a_table_is_taken_in_by_the_department_or_the_centre(published, cast, at):
    with pytest.raises(NotAllowed):
        imported(table(*ROWS), cast, at, by=cast.justice_writer)
    for writer in (cast.head, cast.controller, cast.founder):
        imported(table(*ROWS), cast, at, by=writer)


@pytest.mark.parametrize("content", [b"", b"chu", table(*ROWS, head=("A", "B", "C", "D", "E"))])
def test_a_file_without_such_a_table_is_refused(published, cast, at, content):
    with pytest.raises(NotAFile):
        imported(content, cast, at)


def test_the_table_the_application_gives_out_can_be_taken_in(published, cast, at):
    assert not imported(process_template(CODE), cast, at, dry_run=True).failed


def test_a_second_table_in_the_file_is_for_a_second_procedure(published, offices, cast, at):
    a_draft(offices.transport, by=cast.writer, at=at, code="1.000704")
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as book:
        for code in (CODE, "1.000704"):
            sheet = book.add_worksheet(code)
            for number, cells in enumerate((HEAD, *ROWS)):
                sheet.write_row(number, 0, cells)
    report = imported(content.getvalue(), cast, at)
    assert [(row.sheet, row.code, row.outcome.value) for row in report.rows] == [
        (CODE, CODE, "new"),
        ("1.000704", "1.000704", "new"),
    ]
