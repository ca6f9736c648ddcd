"""A process goes out as BPMN and comes back the same; what we do not know is refused by name, nothing is guessed."""

import pytest
from hypothesis import given

from motcua.domain.procedures.bpmn.reading import LARGEST, NotBpmn, read

from .plans import CODE, PARALLEL, exported, plans

pytestmark = pytest.mark.clause("4.1.a-1")


@given(plans)
def test_a_process_comes_back_as_it_went_out(plan):
    found = read(exported(plan))
    assert found.faults == []
    assert tuple(found.steps) == plan.steps


def test_the_procedure_is_named_in_the_file():
    assert read(exported()).code == CODE


@pytest.mark.parametrize(
    ("element", "why"),
    [
        ('<bpmn:exclusiveGateway id="G" name="Đủ điều kiện?"/>',
         "Không nhập được cổng rẽ nhánh có điều kiện (exclusiveGateway) “Đủ điều kiện?”."),
        ('<bpmn:subProcess id="S" name="Khảo sát"/>', "Không nhập được quy trình con (subProcess) “Khảo sát”."),
        ('<bpmn:serviceTask id="T" name="Gửi thư"/>', "Không nhập được bước do máy làm (serviceTask) “Gửi thư”."),
        ('<bpmn:textAnnotation id="A"/>', "Không nhập được chú thích (textAnnotation)."),
        ('<bpmn:ioSpecification id="X"/>', "Không nhập được phần tử ngoài phạm vi (ioSpecification)."),
        ('<bpmn:userTask id="U" name="Bơ vơ"/>',
         "Bước “Bơ vơ” không nằm trên đường đi từ điểm bắt đầu đến điểm kết thúc."),
        ('<bpmn:endEvent id="E"/>', "Phải có một điểm bắt đầu và một điểm kết thúc; có 1 và 2."),
        ('<bpmn:sequenceFlow id="F" sourceRef="StartEvent_1" targetRef="khong-co"/>',
         "Đường nối không bắt đầu hoặc không kết thúc ở một bước."),
        ('<bpmn:sequenceFlow id="F" sourceRef="StartEvent_1" targetRef="EndEvent_1"/>',
         "Điểm bắt đầu “Người dân nộp hồ sơ” nối tới nhiều chỗ mà không qua cổng song song."),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused_by_its_name_and_line(element, why):
    text = exported().decode().replace("</bpmn:process>", f"{element}</bpmn:process>")
    found = read(text.encode())
    assert [fault.why for fault in found.faults] == [why]
    assert found.steps == [] or why.startswith(("Bước", "Điểm"))
    assert found.faults[0].line > 1


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ('hours="10"', 'hours="mười"', "Bước “Thẩm định hồ sơ” ghi số giờ không đọc được: “mười”."),
        ('kind="approve"', 'kind="vote"', "Bước “Phê duyệt” ghi loại việc không có: “vote”."),
        ('role="clerk"', 'role="king"', "Bước “Đóng dấu, vào sổ” ghi vai trò không có: “king”."),
        ('office="so-tp" role', 'office="so-khdt" role',
         "Bước “Lấy ý kiến về “trụ sở”” nằm trong làn của cơ quan “so-tp” nhưng ghi cơ quan “so-khdt”."),
        ('<bpmn:startEvent id="StartEvent_1" name="Người dân nộp hồ sơ">',
         '<bpmn:startEvent id="StartEvent_1" name="Người dân nộp hồ sơ"><bpmn:timerEventDefinition/>',
         "Không nhập được hẹn giờ (timerEventDefinition)."),
        ('targetRef="EndEvent_1"', 'targetRef="Step_3_1"', "Bước “Phê duyệt” quay lại một chỗ đã qua."),
    ],
)  # fmt: skip
def test_words_that_make_no_sense_are_refused(old, new, why):
    text = exported().decode()
    assert old in text
    assert why in [fault.why for fault in read(text.replace(old, new).encode()).faults]


def test_steps_of_others_without_our_words_are_not_guessed():
    text = exported().decode().replace("motcua:step", "motcua:other")
    why = {fault.why for fault in read(text.encode()).faults}
    assert "Bước “Phê duyệt” chưa ghi cơ quan, vai trò, số giờ (phần tử motcua:step)." in why


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"<a", "không phải XML"),
        (b"<html/>", "không phải BPMN 2.0"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>', "DOCTYPE"),
        (b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><l>&b;&b;&b;</l>', "DOCTYPE"),
        (b"<" + b" " * LARGEST, "lớn quá 2 MB"),
        (b"<a>" * 5000, "không phải XML"),
        (exported().replace(b"bpmn:process", b"bpmn:other"), "tệp này có 0"),
    ],
    ids=["broken", "html", "entity", "laughs", "large", "deep", "none"],
)
def test_a_file_that_nobody_should_open_is_refused_whole(content, why):
    with pytest.raises(NotBpmn, match=why):
        read(content)


def test_the_diagram_overlaps_nowhere():
    from motcua.domain.procedures.bpmn.layout import drawn

    nodes = drawn(PARALLEL).nodes
    for one in nodes:
        for other in nodes:
            apart = one.x + one.width <= other.x or other.x + other.width <= one.x
            above = one.y + one.height <= other.y or other.y + other.height <= one.y
            assert one is other or apart or above, (one.id, other.id)
