"""A process goes out as BPMN and comes back the same; what we do not know is refused by name, nothing is guessed."""

from dataclasses import replace

import pytest
from hypothesis import given

from motcua.domain.dossiers.interlinked.of_plan import legs_of
from motcua.domain.dossiers.trials.interpreter import play
from motcua.domain.procedures.bpmn.reading import LARGEST, NotBpmn, read
from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan
from motcua.domain.procedures.terms import StepKind
from motcua.domain.procedures.trial_cases import Case, Expectation, Happening
from motcua.domain.working_days.limit import Limit, Unit
from tests.beside import ON_SPOT, SIDE_BY_SIDE
from tests.interlinked import ACROSS, SAME_LEVEL
from tests.moments import moment
from tests.people import CENTRE, JUSTICE, PLANNING
from tests.rules.test_trials_of_turns import BODIES, CALENDAR

from .plans import CODE, NAMES, PARALLEL, exported, plans

NAMED = NAMES | {code: body.name for code, body in BODIES.items()}
EVERY_KIND = (
    StepPlan(1, "receive", "Tiếp nhận", CENTRE, "receive", 2),
    StepPlan(2, "assign", "Phân công", PLANNING, "assign", 2),
    StepPlan(3, "appraise", "Thẩm định", PLANNING, "appraise", 8),
    StepPlan(3, "consult", "Lấy ý kiến", JUSTICE, "appraise", 8, branch=2, produces="Văn bản trả lời"),
    StepPlan(3, "field_check", "Kiểm tra", PLANNING, "appraise", 8, branch=3, officers=("tam", "thu")),
    StepPlan(4, "council", "Hội đồng", PLANNING, "appraise", 8),
    StepPlan(5, "approve", "Phê duyệt", PLANNING, "approve", 4),
    StepPlan(6, "sign", "Ký ban hành", PLANNING, "approve", 2),
    StepPlan(7, "seal", "Đóng dấu", PLANNING, "clerk", 1),
    StepPlan(8, "return", "Trả kết quả", CENTRE, "return", 1),
)

pytestmark = pytest.mark.clause("4.1.a-1")


@given(plans)
def test_a_process_comes_back_as_it_went_out(plan):
    found = read(exported(plan))
    assert found.faults == []
    assert tuple(found.steps) == plan.steps


@pytest.mark.clause("4.1.a-1", "5.1.đ-1")
@pytest.mark.parametrize("steps", [ACROSS, SAME_LEVEL, ON_SPOT, SIDE_BY_SIDE, EVERY_KIND])
@pytest.mark.parametrize("electronic", [True, False])
def test_what_comes_back_has_the_same_legs_and_lets_a_case_end_the_same(steps, electronic):
    plan = ProcessPlan(steps)
    back = ProcessPlan(tuple(read(exported(plan, names=NAMED)).steps))
    assert legs_of(back, BODIES, electronic=electronic) == legs_of(plan, BODIES, electronic=electronic)
    expects = (Expectation("open_steps"), Expectation("cause"))
    happens = (Happening("step_done", 1, step="1"), Happening("stopped", 1), Happening("resumed", 16))
    case = Case("Dừng rồi tiếp tục", moment("2024-05-27 09:00"), happens, expects)
    case = replace(case, channel="online" if electronic else "counter")
    limit = Limit(10, Unit.WORKING_DAYS)
    played = [play(case, each, limit, lambda _: CALENDAR, BODIES).checked for each in (plan, back)]
    assert played[0] == played[1]


def test_every_kind_of_step_is_among_them():
    assert {step.kind for step in EVERY_KIND} == set(StepKind)


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
