"""What people say in the tests, and who answers: the planning department's head is Quang, the Centre's is Hải."""

from typing import Any

from motcua.domain.feedback import answering, intake, sorting
from motcua.domain.feedback.answering import Draft
from motcua.domain.feedback.intake import Contact, Said, Sender
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.sorting import Sorted
from motcua.domain.feedback.terms import Kind, Verdict
from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.organisations.roles import Role
from tests.moments import moment
from tests.people import CENTRE, PLANNING
from tests.world import FOUNDED, World

MONDAY = moment("2024-05-27 09:00")
TUESDAY = moment("2024-05-28 09:00")
FOUND = Draft(Verdict.FOUNDED, "Phản ánh là đúng.", remedy="Đã nhắc nhở và xin lỗi công dân.")
AN = Contact("Nguyễn Văn An", "0912345678", "an@example.com")


def said(world: World, **other: Any) -> Said:
    """An says that his dossier was not explained to him."""
    given = {"subject": "Không được hướng dẫn rõ", "text": "Tôi phải đi lại ba lần vì hướng dẫn thiếu giấy tờ.",
             "contact": AN, "about": world.offices[PLANNING]}  # fmt: skip
    return Said(**{**given, **other})


def sent(world: World, **other: Any) -> Feedback:
    """Said on the portal without an account."""
    return intake.send_feedback(said(world, **other), by=Sender(), at=MONDAY)


def routed(world: World, *, kind: Kind = Kind.HANDLING, body: str = PLANNING, **other: Any) -> Feedback:
    """Mai has said what it is and whose."""
    told = Sorted(kind, world.offices[body])
    return sorting.route_feedback(sent(world, **other), told, by=world["mai"], at=MONDAY)


def accepted(world: World, *, by: str = "thu", **other: Any) -> Feedback:
    """Thu, or another, has taken it for the planning department."""
    return sorting.accept_feedback(routed(world, **other), by=world[by], at=MONDAY)


def drafted(world: World, *, by: str = "thu", **other: Any) -> Feedback:
    """Thu, or another, has written what was found."""
    return answering.draft_answer(accepted(world, by=by, **other), FOUND, by=world[by], at=TUESDAY)


def head_of_the_centre(world: World) -> Officer:
    """The Centre's director, who answers for its own work."""
    founder, at = Founder(), moment("2019-05-01")
    officer = acts.register_officer("hai", name="Đỗ Ngọc Hải", by=founder, at=at)
    position = acts.Position(world.offices[CENTRE], "Giám đốc", (Role.HEAD,), None)
    acts.appoint(officer, position=position, from_on=FOUNDED, by=founder, at=at)
    return Officer.objects.get(pk=officer.pk)
