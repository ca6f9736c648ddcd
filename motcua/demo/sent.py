"""Whom departments of the demo send to the Centre: one reserve is accepted, one refused, one waits for the answer."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from motcua.domain.journal.system import System
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import queries as procedures
from motcua.domain.secondments import acts
from motcua.domain.secondments.acts import Nomination
from motcua.domain.secondments.conduct import noting, queries, telling
from motcua.domain.secondments.conduct.noting import Seen
from motcua.domain.secondments.conduct.terms import Decision, NoteKind
from motcua.domain.secondments.models import Secondment
from motcua.domain.secondments.standards import ends_after
from motcua.domain.secondments.terms import Part, Rank, Rating
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.working_days.limit import months_after
from motcua.domain.working_days.queries import calendar_for

from .bodies import CENTRE
from .timeline import Timeline
from .world import World

TERM = 12
HOUR = timedelta(hours=1)
WHY = "Cán bộ được cử chỉ tiếp nhận rồi chuyển hồ sơ cho phòng khác giải quyết."


@dataclass(frozen=True)
class Sender:
    """A department with its head and the officials it can send."""

    office: Office
    head: Officer
    officials: tuple[Officer, ...]


def send_officials(world: World, times: Timeline) -> None:
    """Three departments, three answers; the days are those before the loading."""
    head = world.head_of(CENTRE)
    first, second, third = _senders(world)
    said, answered = times.working_days_ago(CENTRE, 12), times.working_days_ago(CENTRE, 9)
    begins = local_day(answered)
    reserve = _nominate(first, replace(_fit(first, begins), part=Part.RESERVE), said)
    acts.accept_official(reserve, by=head, at=answered)
    unfit = replace(_fit(second, begins), rank=Rank.SPECIALIST, roles=(Role.RECEIVE,), title="Chuyên viên")
    acts.refuse_official(_nominate(second, unfit, said), reason=WHY, by=head, at=answered)
    next_month = months_after(begins.replace(day=1), 2)
    _nominate(third, _fit(third, next_month), times.working_days_ago(CENTRE, 2))


def watch_officials(world: World, times: Timeline) -> None:
    """Something good and something wrong was seen of two of them; each department was told of the month before."""
    inspector = next(each for each in world.holders(CENTRE, "watch") if not each.has_role(Role.HEAD, times.now))
    seated, at = queries.seated(times.now), times.working_days_ago(CENTRE, 4)
    good = Seen(NoteKind.PRAISE, local_day(at), "Ở lại sau giờ giúp một bà cụ điền tờ khai.")
    noting.note_conduct(seated[0], seen=good, by=inspector, at=at)
    wrong = Seen(NoteKind.BADGE, local_day(at), "Không đeo thẻ, không mặc đồng phục buổi sáng.")
    note = noting.note_conduct(seated[1], seen=wrong, by=inspector, at=at)
    noting.comment_on_note(note, text="Tôi quên thẻ ở nhà, buổi chiều đã đeo.", by=seated[1], at=at)
    decided = times.working_days_ago(CENTRE, 2)
    head = world.head_of(CENTRE)
    noting.decide_note(note, decision=Decision.REMINDED, reason="Vi phạm lần đầu.", by=head, at=decided)
    opened = calendar_for().opening(local_day(times.now).replace(day=1))
    if opened + HOUR <= times.now:
        telling.tell_due(System(), opened + HOUR / 2)


def _senders(world: World) -> list[Sender]:
    found = []
    for code in ("skhdt", "stp", "sxd"):
        people = tuple(world.holders(code, "appraise"))
        found.append(Sender(world.office(code), world.head_of(code), people))
    return found


def _nominate(sender: Sender, says: Nomination, at: datetime) -> Secondment:
    return acts.nominate(sender.officials[0], office=sender.office, says=says, by=sender.head, at=at)


def _fit(sender: Sender, from_on: date) -> Nomination:
    fields = procedures.fields_in_use(from_on, owner=sender.office.code)
    now = sender.officials[0].held[0]
    return Nomination(
        part=Part.MAIN, title=now.title, division="Phòng chuyên môn", rank=Rank.DEPUTY_HEAD, years=6,
        rating=Rating.WELL, roles=(Role.APPRAISE,), fields=[each.code for each in fields], from_on=from_on,
        to_on=ends_after(from_on, TERM), document=f"{100 + len(fields)}/{sender.office.abbreviation}-VP",
        authority="Quyết định phân công thẩm định của thủ trưởng cơ quan",
    )  # fmt: skip
