"""Processes for the tests of BPMN: one after the other, side by side, of every length."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import strategies as st

from motcua.domain.organisations.roles import Role
from motcua.domain.procedures.bpmn.writing import written
from motcua.domain.procedures.process_rules import ProcessPlan, StepPlan
from motcua.domain.procedures.terms import StepKind
from motcua.domain.vietnamese.text import clean
from tests.world import CENTRE, JUSTICE, PLANNING, STEPS

CODE = "2.001610"
NAMES = {CENTRE: "Trung tâm Phục vụ Hành chính công tỉnh", PLANNING: "Sở Kế hoạch và Đầu tư", JUSTICE: "Sở Tư pháp"}
PARALLEL = ProcessPlan(
    (
        STEPS[0],
        replace(STEPS[1], officers=("tam", "thu"), produces="Báo cáo thẩm định <mẫu 5> & phụ lục"),
        StepPlan(2, "consult", "Lấy ý kiến về “trụ sở”", JUSTICE, "appraise", 6, branch=2),
        StepPlan(2, "field_check", "Kiểm tra thực địa", PLANNING, "appraise", 8, branch=3),
        *STEPS[2:],
    )
)


def exported(plan: ProcessPlan = PARALLEL, code: str = CODE, names: Mapping[str, str] = NAMES) -> bytes:
    return written(plan, code=code, version=2, title="Đăng ký thành lập doanh nghiệp tư nhân", names=names)


def _numbered(stages: list[list[StepPlan]]) -> ProcessPlan:
    places = [(stage, branch, step) for stage, steps in enumerate(stages, 1) for branch, step in enumerate(steps, 1)]
    return ProcessPlan(tuple(replace(step, stage=stage, branch=branch) for stage, branch, step in places))


_text = st.text(max_size=40).map(clean)
_steps = st.builds(
    StepPlan,
    stage=st.just(1),
    kind=st.sampled_from([kind.value for kind in StepKind]),
    name=_text,
    office=st.sampled_from(list(NAMES)),
    role=st.sampled_from(["", *(role.value for role in Role)]),
    hours=st.integers(0, 32000),
    officers=st.lists(st.sampled_from(["lan", "tam", "thu"]), unique=True).map(lambda codes: tuple(sorted(codes))),
    produces=_text,
)
plans = st.lists(st.lists(_steps, min_size=1, max_size=4), min_size=1, max_size=6).map(_numbered)
