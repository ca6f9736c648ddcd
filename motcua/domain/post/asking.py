"""Asking the carrier by ourselves: what it forgot to tell is heard within the hour, and yesterday's money at night."""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.db.models import F, Q

from motcua.domain.journal.acts import is_inside
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import local_day

from . import carriers, movements, settling
from .models import Consignment, Settlement
from .signs import ByCarrier
from .terms import WITH_THE_POST, Direction, State

AT_A_TIME = 100
AGAIN = timedelta(minutes=55)


def ask_carrier(at: datetime) -> int:
    """Ask about what is with the post, whatever was asked longest ago first; gives how many words were new."""
    if is_inside():
        raise RuntimeError("no carrier is asked inside an act")
    on_its_way = Q(state__in=WITH_THE_POST) | Q(state=State.ORDERED, direction=Direction.PICK_UP)
    due = Consignment.objects.filter(on_its_way).filter(Q(asked_at=None) | Q(asked_at__lte=at - AGAIN))
    heard = 0
    for code, carrier in carriers.CARRIERS.items():
        if carrier.is_at_hand or not carriers.is_used(code):
            continue
        oldest = due.filter(carrier=code).exclude(number="").order_by(F("asked_at").asc(nulls_first=True), "id")
        rows = list(oldest[:AT_A_TIME])
        if not rows:
            continue
        asked = {each.number for each in rows}
        words = sorted((word for word in carrier.ask(rows, at) if word.number in asked), key=lambda word: word.at)
        heard += sum(movements.hear(word, carrier=code, by=ByCarrier(), at=at).came_at == at for word in words)
        Consignment.objects.filter(pk__in=[each.pk for each in rows]).update(asked_at=at)
    return heard


def ask_for_money(at: datetime, take_in: Callable[..., Settlement] = settling.take_in_settlement) -> int:
    """Ask what money was handed on yesterday; gives how many reports were taken in, and paid with, by `take_in`."""
    taken, day = 0, local_day(at) - timedelta(days=1)
    for code, carrier in carriers.CARRIERS.items():
        if not carriers.is_used(code):
            continue
        for report in carrier.settlements(day, at):
            try:
                taken += take_in(report, carrier=code, by=ByCarrier(), at=at).came_at == at
            except Refused:  # a report without a line says nothing
                continue
    return taken
