"""A survey in the tests: seven results were given out at the centre of Vân Đồn, one in the commune of Hạ Long."""

from datetime import date
from typing import Any

from motcua.domain.dossiers.models import Dossier
from motcua.domain.satisfaction.giving import Guest
from motcua.domain.satisfaction.surveys import answering, designing
from motcua.domain.satisfaction.surveys.designing import Design
from motcua.domain.satisfaction.surveys.models import Sampled, Survey, SurveyAnswer
from motcua.domain.satisfaction.surveys.questions import Kind, Question
from tests.interlinked import COMMUNE, DESK, joined
from tests.moments import moment
from tests.satisfaction import delivered
from tests.world import World

DRAFTED, OPENED, SAID = moment("2024-06-03 09:00"), moment("2024-06-04 09:00"), moment("2024-06-05 20:00")
QUESTIONS = (
    Question(Kind.LEVEL, "Bạn hài lòng đến mức nào?"),
    Question(Kind.CHOICE, "Phải đi lại mấy lần?", ("một lần", "hai lần", "ba lần trở lên")),
    Question(Kind.WORDS, "Điều gì cần làm tốt hơn?"),
)


def province(world: World) -> World:
    """The province with its districts, and what was given out there in May."""
    joined(world)
    for place in (*[DESK] * 7, COMMUNE):
        # No process of these tests ends in a district: the dossiers are those of the Centre, moved there.
        Dossier.objects.filter(pk=delivered(world).pk).update(one_stop=world.offices[place])
    return world


def design(**other: Any) -> Design:
    """Of May, five answers of the district and one of the commune."""
    given: dict[str, Any] = {
        "title": "Khảo sát tháng 5", "first": date(2024, 5, 1), "last": date(2024, 5, 31), "ends_on": date(2024, 6, 30),
        "questions": QUESTIONS, "quotas": {DESK: 5, COMMUNE: 1},
    }  # fmt: skip
    return Design(**{**given, **other})


def drafted(world: World, **other: Any) -> Survey:
    """Mai has written it."""
    return designing.draft_survey(design(**other), by=world["mai"], at=DRAFTED)


def opened(world: World) -> Survey:
    """Mai has begun it."""
    return designing.open_survey(drafted(world), by=world["mai"], at=OPENED)


def ballots(survey: Survey, office: str = DESK) -> list[Sampled]:
    """Who was drawn at a desk."""
    return list(Sampled.objects.filter(part__survey=survey, part__office__code=office).order_by("id"))


def says(sampled: Sampled, *answers: Any) -> SurveyAnswer:
    """Somebody answers."""
    return answering.answer_survey(sampled, answers=answers, by=Guest(), at=SAID)
