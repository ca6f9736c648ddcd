"""A BPMN file is tried and taken in like a table: as a draft, all of it or nothing, with the reasons line by line."""

import pytest

from motcua.domain.procedures import process
from motcua.domain.procedures.importing.importing import NotAFile, NotImported
from motcua.domain.procedures.importing.processes import import_process
from motcua.domain.procedures.importing.report import Outcome
from motcua.domain.procedures.rows import plan_of
from motcua.domain.procedures.ways import as_bpmn
from tests.world import moment

pytestmark = pytest.mark.clause("4.1.a-1", "5.1.a-2")
AT = moment("2024-05-27")
NAME = "quy-trinh.bpmn"


@pytest.fixture
def given(world):
    return {"name": NAME, "by": world["tam"], "at": AT}


@pytest.fixture
def file(world):
    return as_bpmn(world.version.procedure.processes.get())


def test_what_was_exported_changes_nothing_when_it_comes_back(given, file):
    (row,) = import_process(file, dry_run=True, **given).rows
    assert (row.outcome, row.code) == (Outcome.UNCHANGED, "2.001610")


def test_a_changed_file_becomes_the_next_draft_with_all_its_steps(world, given, file):
    changed = file.replace(b'hours="10"', b'hours="6"')
    (row,) = import_process(changed, dry_run=True, **given).rows
    assert row.outcome == Outcome.CHANGED
    import_process(changed, **given)
    drafted = world.version.procedure.processes.get(number=2)
    assert (drafted.state, [step.hours for step in plan_of(drafted).steps]) == ("draft", [2, 6, 4, 2, 1])
    assert as_bpmn(drafted) == changed.replace(b'version="1"', b'version="2"').replace(b"10 gi", b"6 gi")


def test_a_file_over_an_open_draft_replaces_its_steps(world, given, file):
    drafted = process.draft_process(world.version.procedure, steps=(), by=world["tam"], at=AT)
    import_process(file, **given)
    assert len(plan_of(drafted).steps) == 5


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        (b'office="so-khdt"', b'office="so-la"', "Không có cơ quan nào đang hoạt động mang mã “so-la”."),
        (b'code="2.001610"', b'code="9.999999"', "Chưa có thủ tục mang mã 9.999999."),
        (b'code="2.001610"', b'code=""', "Tệp chưa ghi mã thủ tục, hoặc ghi hai mã."),
        (b"bpmn:userTask", b"bpmn:scriptTask", "Không nhập được bước chạy mã lệnh (scriptTask) “Tiếp nhận hồ sơ”."),
    ],
)
def test_what_is_not_understood_is_told_and_nothing_is_taken_in(world, given, file, old, new, why):
    report = import_process(file.replace(old, new), dry_run=True, **given)
    assert why in [message for row in report.rows for message in row.messages]
    with pytest.raises(NotImported):
        import_process(file.replace(old, new), **given)
    assert world.version.procedure.processes.count() == 1


def test_a_file_that_is_no_bpmn_is_refused_whole(given):
    with pytest.raises(NotAFile, match="không phải BPMN"):
        import_process(b"<svg xmlns='http://www.w3.org/2000/svg'/>", **given)
