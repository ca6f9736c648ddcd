"""What people of the demo province say of how they were served: by the QR of their slips and at the counter."""

import random
from collections.abc import Sequence
from datetime import timedelta

from motcua.domain.dossiers.models import Invitation
from motcua.domain.satisfaction import counting
from motcua.domain.satisfaction.giving import Guest, Marked, give_opinion
from motcua.domain.satisfaction.models import Tablet
from motcua.domain.satisfaction.policies import OPEN_FOR
from motcua.domain.satisfaction.tablets.asking import tap_tablet
from motcua.domain.satisfaction.tablets.standing import register_tablet, sit_at_tablet
from motcua.domain.satisfaction.terms import Level, Reason

from .bodies import CENTRE
from .places import ADMINISTRATOR
from .timeline import Timeline
from .world import World

WEIGHTS = {Level.VERY_GOOD: 46, Level.GOOD: 34, Level.FAIR: 12, Level.POOR: 6, Level.VERY_POOR: 2}
WORDS: dict[int, tuple[tuple[str, str], ...]] = {
    Level.VERY_GOOD: (
        ("manner", "Cán bộ nhẹ nhàng, giải thích kỹ cho người già."),
        ("time", "Trả sớm hơn hẹn hai ngày."),
        ("online", "Nộp ở nhà, chỉ đến nhận kết quả."),
    ),
    Level.GOOD: (("information", "Giấy tờ cần mang ghi rõ trên Cổng."), ("time", ""), ("contacts", "")),
    Level.FAIR: (("contacts", "Phải đến hai lần vì thiếu một bản sao."), ("bodies", "")),
    Level.POOR: (("time", "Chờ gần một tiếng mới đến lượt."), ("information", "Cổng ghi một đằng, ra quầy một nẻo.")),
    Level.VERY_POOR: (("manner", "Hỏi thì cán bộ trả lời cáu gắt."), ("cost", "Phải photo lại cả tập giấy.")),
}  # fmt: skip
EVERY = 3  # of so many ballots one does not come back


def set_up_tablets(world: World, times: Timeline) -> list[Tablet]:
    """Two counters of the Centre have a tablet since their officials sit there."""
    administrator, at, made = world.officer(ADMINISTRATOR), times.processes_from, []
    for place, officer in enumerate(world.at_desk(CENTRE, "receive")[:2], start=1):
        tablet, _ = register_tablet(world.office(CENTRE), counter=f"Quầy {place}", by=administrator, at=at)
        sit_at_tablet(tablet, by=officer, at=at)
        made.append(tablet)
    return made


def say_how_it_was(world: World, times: Timeline) -> None:
    """Two of three ballots come back, at once at a tablet or within some days; then the months are counted."""
    chance = random.Random(61_2018)  # noqa: S311 - the same province every time
    for tablet in set_up_tablets(world, times):
        asked = Invitation.objects.filter(opinion=None, officer__in=tablet.seats.values("officer"))
        for invitation in asked.filter(made_at__gt=times.processes_from, made_at__lt=times.now).order_by("id")[::2]:
            at = min(invitation.made_at + timedelta(minutes=1), times.now)
            tap_tablet(tablet, secret=invitation.secret, marked=_tapped(chance), by=Guest(), at=at)
    for place, invitation in enumerate(Invitation.objects.filter(opinion=None).order_by("made_at", "id")):
        at = min(invitation.made_at + timedelta(hours=chance.randint(1, 100)), times.now)
        if place % EVERY and invitation.made_at < at < invitation.made_at + OPEN_FOR:
            give_opinion(invitation, marked=_marked(chance), by=Guest(), at=at)
    counting.count_due(times.now)


def _tapped(chance: random.Random) -> Marked:
    """A tap has no words."""
    marked = _marked(chance)
    return Marked(marked.level, marked.reasons)


def _marked(chance: random.Random) -> Marked:
    (level,) = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))
    if chance.random() < 0.5:
        return Marked(level)
    reason, words = _one_of(WORDS[level], chance)
    return Marked(level, (Reason(reason),), words)


def _one_of(them: Sequence[tuple[str, str]], chance: random.Random) -> tuple[str, str]:
    return them[chance.randrange(len(them))]
