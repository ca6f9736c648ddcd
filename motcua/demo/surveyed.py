"""A survey of the demo about commune and district desks: asked by the Centre, half answered, one part handed over."""

from datetime import timedelta

from motcua.domain.satisfaction.giving import Guest
from motcua.domain.satisfaction.surveys import answering, designing, queries
from motcua.domain.satisfaction.surveys.designing import Design
from motcua.domain.satisfaction.surveys.models import Sampled, Survey
from motcua.domain.satisfaction.surveys.questions import Kind, Question
from motcua.domain.vietnamese.dates import local_day

from .bodies import CENTRE
from .timeline import Timeline
from .world import World

QUOTA, HALF = 8, 2
QUESTIONS = (
    Question(Kind.LEVEL, "Bạn hài lòng đến mức nào với nơi tiếp nhận, trả kết quả?"),
    Question(Kind.CHOICE, "Bạn phải đi lại mấy lần?", ("một lần", "hai lần", "ba lần trở lên")),
    Question(Kind.WORDS, "Điều gì cần làm tốt hơn?"),
)
SAID = (
    (5, 0, "Thêm ghế chờ cho người già."), (4, 0, None), (5, 0, None), (4, 1, "Ghi rõ giấy tờ phải mang."),
    (3, 1, None), (5, 0, None), (2, 2, "Ra quầy mới biết thiếu giấy."),
)  # fmt: skip


def survey_desks(world: World, times: Timeline) -> None:
    """Asked five working days ago about what was given out before; one body has handed its part over."""
    survey = _asked(world, times)
    if survey is None:
        return
    said = times.working_days_ago(CENTRE, 4)
    for place, sampled in enumerate(Sampled.objects.filter(part__survey=survey).order_by("part", "id")):
        if place % HALF == 0:
            answers = SAID[place // HALF % len(SAID)]
            answering.answer_survey(sampled, answers=answers, by=Guest(), at=said + timedelta(minutes=place))
    part = survey.parts.select_related("office").order_by("id")[0]
    heads = world.holders(part.office.code, "head", "watch")
    if heads:
        note = "Đã kê thêm ghế chờ, in danh mục giấy tờ đặt tại cửa."
        designing.hand_over_part(part, note=note, by=heads[0], at=times.working_days_ago(CENTRE, 1))


def _asked(world: World, times: Timeline) -> Survey | None:
    inspector = world.holders(CENTRE, "watch")[0]
    drafted, opened = times.working_days_ago(CENTRE, 6), times.working_days_ago(CENTRE, 5)
    first, last = local_day(times.processes_from), local_day(drafted) - timedelta(days=1)
    bodies = [each.code for each in queries.askable(drafted) if designing.served(each, first, last).exists()]
    if not bodies:
        return None
    ends = local_day(times.now) + timedelta(days=14)
    design = Design("Người dân nói gì về bộ phận một cửa cấp xã, cấp huyện", first, last, ends, QUESTIONS,
                    dict.fromkeys(bodies, QUOTA))  # fmt: skip
    survey = designing.draft_survey(design, by=inspector, at=drafted)
    return designing.open_survey(survey, by=inspector, at=opened)
