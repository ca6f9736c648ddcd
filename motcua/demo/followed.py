"""What owners of dossiers do from home in the demo: their accounts were opened at the counter."""

from datetime import date, datetime, timedelta

from motcua.domain.citizens.local import Claimed, open_assisted_account
from motcua.domain.citizens.models import Person
from motcua.domain.dossiers.from_home import answering, arrived, choosing, sending
from motcua.domain.dossiers.from_home.sending import Paid
from motcua.domain.dossiers.from_home.terms import SentKind
from motcua.domain.dossiers.models import ClockStop, Dossier, SupplementRequest
from motcua.domain.dossiers.stages import Stage
from motcua.domain.dossiers.terms import ReturnBy
from motcua.domain.papers.uploads import Upload
from motcua.domain.satisfaction.giving import Marked, rate
from motcua.domain.satisfaction.terms import Level, Reason
from motcua.domain.uploads import arriving
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.identity import born_in

from .bodies import CENTRE
from .scanned import page_of
from .timeline import Timeline
from .world import World


def follow(world: World, times: Timeline) -> None:
    """Papers asked for, a proof, a wish thought better of, one declined, another way to get the result, thanks."""
    at = times.at_work - timedelta(minutes=5)
    lacking, owing, thinking, asking, glad = (
        _latest(stage, nth, at)
        for stage, nth in (
            (Stage.AWAITING_SUPPLEMENT, 0), (Stage.AWAITING_PAYMENT, 0), (Stage.PROCESSING, 0),
            (Stage.PROCESSING, 1), (Stage.DELIVERED, 0),
        )
    )  # fmt: skip
    _supplement(lacking, world, at)
    _proof(owing, world, at)
    person = _owner(thinking, world, at)
    asked = sending.send_wish(thinking, kind=SentKind.WITHDRAWAL, reason="Tôi định làm ở tỉnh khác.", by=person, at=at)
    sending.take_back(asked, by=person, at=at)
    other = ReturnBy.COUNTER if thinking.return_by == ReturnBy.POST else ReturnBy.POST
    choosing.choose_return(thinking, return_by=other, by=person, at=at)
    stop = sending.send_wish(
        asking, kind=SentKind.STOP, reason="Gia đình có việc.", by=_owner(asking, world, at), at=at
    )
    receiver = world.at_desk(CENTRE, "receive")[0]
    answering.decline_sent(stop, why="Hãy ghi rõ tạm dừng đến ngày nào.", by=receiver, at=at)
    thanks = Marked(Level.VERY_GOOD, [Reason.INFORMATION], "Cán bộ hướng dẫn dễ hiểu, trả trước hẹn.")
    rate(glad, marked=thanks, by=_owner(glad, world, at), at=at)


def _latest(stage: Stage, nth: int, at: datetime) -> Dossier:
    """One of the latest dossiers of a person at the Centre that stand there."""
    rows = Dossier.objects.filter(
        stage=stage, one_stop__code=CENTRE, applicant_kind="person", identity_kind="cccd", received_at__lt=at
    )
    return rows.order_by("-id")[nth]


def _owner(dossier: Dossier, world: World, at: datetime) -> Person:
    """The account of its owner; whoever has none opened it when the card was seen."""
    if (known := Person.objects.filter(identity_number=dossier.identity_number).first()) is not None:
        return known
    born = date(born_in(dossier.identity_number), 1, 1)
    seen = Claimed(dossier.applicant_name, dossier.identity_number, born, dossier.address)
    return open_assisted_account(seen, confirmed=None, by=world.at_desk(CENTRE, "receive")[0], at=at)


def _supplement(dossier: Dossier, world: World, at: datetime) -> None:
    person = _owner(dossier, world, at)
    asked = SupplementRequest.objects.get(dossier=dossier, completed_at=None)
    for item in asked.items:
        _send(person, arrived.place_of_paper(asked, item["component_id"]), "Giấy tờ bổ sung", at)
    sending.send_supplement(dossier, by=person, at=at)


def _proof(dossier: Dossier, world: World, at: datetime) -> None:
    person = _owner(dossier, world, at)
    stop = ClockStop.objects.get(dossier=dossier, to_at=None)
    _send(person, arrived.place_of_proof(stop), "Giấy nộp tiền vào ngân sách nhà nước", at)
    sending.send_payment_proof(dossier, paid=Paid("0004417", local_day(at)), by=person, at=at)


def _send(person: Person, place: str, title: str, at: datetime) -> None:
    photo = Upload("IMG_0977.jpg", page_of(title, f"Của: {person.name}"))
    arriving.take_whole(photo, place=place, holder=arrived.holder_of(person), at=at)
