"""What people ask in the tests, and who answers: the planning department owns the procedure, the Centre the rest."""

from datetime import datetime
from typing import Any

from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.organisations.roles import Role
from motcua.domain.questions import answering, asking, publishing
from motcua.domain.questions.answering import Reply
from motcua.domain.questions.asking import Asked, Asker, Heard
from motcua.domain.questions.models import PublicQuestion, Question
from motcua.domain.questions.publishing import Words
from motcua.domain.questions.terms import Channel
from tests.moments import moment
from tests.world import FOUNDED, PASSWORD, World

MONDAY = moment("2024-05-27 09:00")
TUESDAY = moment("2024-05-28 09:00")
DUE = moment("2024-06-03 17:00")
LATER = moment("2024-06-04 09:00")
REPLY = Reply("Mang bản chính đến quầy số 3, không phải công chứng.", sources="Luật Doanh nghiệp, Điều 20")
WORDS = Words("Giấy tờ có phải công chứng không?", "Nộp tại quầy có phải công chứng không?", REPLY.text)


def asked(world: World, **other: Any) -> Asked:
    """What An asks about the procedure of the planning department."""
    given = {"subject": "Giấy tờ có phải công chứng không?", "text": "Nộp tại quầy có phải công chứng không?",
             "name": "Nguyễn Văn An", "phone": "0912345678", "email": "an@example.com",
             "version": world.version, "consent": True}  # fmt: skip
    return Asked(**{**given, **other})


def a_question(world: World, *, at: datetime = MONDAY, **other: Any) -> Question:
    """Asked on the portal without an account."""
    return asking.ask_question(asked(world, **other), by=Asker(), at=at)


def a_call(world: World, *, at: datetime = MONDAY, heard: dict[str, Any] | None = None, **other: Any) -> Question:
    """Asked by telephone; Lan writes it down."""
    given = Heard(**{"channel": Channel.PHONE, **(heard or {})})
    return asking.record_contact(asked(world, **other), given, by=world["lan"], at=at)


def answered(world: World, *, at: datetime = TUESDAY, **other: Any) -> Question:
    """Thu has answered it."""
    return answering.answer_question(a_question(world, **other), REPLY, by=world["thu"], at=at)


def prepared(world: World, question: Question | None = None) -> PublicQuestion:
    """Thu has written the words for the public."""
    return publishing.prepare_public(question or answered(world), WORDS, by=world["thu"], at=TUESDAY)


def a_public_question(world: World, question: Question | None = None) -> PublicQuestion:
    """Tâm has read them and agreed for the department."""
    return publishing.publish_question(prepared(world, question), by=world["tam"], at=TUESDAY)


def a_district(world: World) -> Officer:
    """A district with somebody who answers for it."""
    founder, at = Founder(), moment("2019-05-01")
    details = {"identifier": "000.30.01.H49", "short_name": "Hạ Long", "abbreviation": "UBND"}
    district = acts.open_office(
        "tp-ha-long", name="Ủy ban nhân dân thành phố Hạ Long", kind="district", parent=world.offices["tinh"],
        valid_from=FOUNDED, by=founder, at=at, **details,
    )  # fmt: skip
    world.offices["tp-ha-long"] = district
    officer = acts.register_officer("ha", name="Lê Thu Hà", by=founder, at=at)
    position = acts.Position(district, "Chuyên viên", (Role.APPRAISE,), None)
    acts.appoint(officer, position=position, from_on=FOUNDED, by=founder, at=at)
    acts.give_account(officer, username="ha", password=PASSWORD, by=founder, at=at)
    world.cast["ha"] = Officer.objects.get(pk=officer.pk)
    return world["ha"]
