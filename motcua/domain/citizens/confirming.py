"""Somebody shows by six digits that a telephone number or an e-mail address is theirs.

No acts: that a code was asked for changes nothing for anybody. What is done with a right one is an act and takes the
confirmation up, once. Nothing here tells whether an address has an account: a code is sent in either case.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.conf import settings
from django.db import connection, transaction
from django.db.models import Count, Q

from motcua.domain.messages import channels, outbox
from motcua.domain.messages.contacts import address_of
from motcua.domain.messages.one_time import digits_of
from motcua.domain.messages.outbox import About, Recipient
from motcua.domain.messages.terms import AddressKind, Way
from motcua.domain.organisations import queries as organisations
from motcua.domain.regulation.answers import Refused
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.identity import is_mobile, masked_phone

from . import policies
from .models import Confirmation
from .terms import Purpose

KIND = "one_time_code"
# None of these numbers is the law's: they are those of NIST SP 800-63B, 5.1.3.2 (ten minutes) and of common practice.
LIVES = timedelta(minutes=10)
TO_BE_USED = timedelta(minutes=30)  # after a right code: time to fill in a form
MOST_TRIES = 5
A_WHILE, MOST_IN_A_WHILE = timedelta(minutes=15), 3
A_DAY, MOST_A_DAY = timedelta(days=1), 10
KEPT = timedelta(days=2)


class NotConfirmed(Refused):
    """An address is not shown to be one's own, with what to do."""

    clause = policies.CLAUSE


class WrongCode(NotConfirmed):
    """Other digits than those that were sent."""


class TooOften(NotConfirmed):
    """More codes than anybody needs were asked for to one address; it says when the next one can be."""

    def __init__(self, sentence: str, until: datetime) -> None:
        super().__init__(sentence)
        self.until = until


@dataclass(frozen=True)
class Asked:
    """For what a code is asked for, and by whom where somebody is signed in."""

    purpose: Purpose
    whose: str = ""


def ask(written: str, asked: Asked, *, at: datetime) -> Confirmation:
    """Send a code to an address as somebody wrote it; the same answer whether it has an account or not."""
    kind, address = address_of(written)
    if kind == AddressKind.PHONE and not is_mobile(address):
        raise NotConfirmed("Số này không nhận được tin nhắn. Hãy dùng số di động hoặc thư điện tử.")
    with transaction.atomic():
        _one_at_a_time(address)
        _not_too_often(address, at)
        one = Confirmation.objects.create(
            key=uuid4(), kind=kind, address=address, purpose=asked.purpose, whose=asked.whose, asked_at=at
        )
        to = Recipient("owner", phone=address) if kind == AddressKind.PHONE else Recipient("owner", email=address)
        about = About(f"code/{one.key}", "Tài khoản người dân", organisations.centre(local_day(at)).pk)
        outbox.tell(KIND, about, to=to, facts={"one_time": str(one.key)}, at=at)
    return one


def check(key: UUID, digits: str, *, at: datetime) -> Confirmation:
    """Compare what was typed, and count the tries in vain, also of many at once; never inside an act's transaction."""
    with transaction.atomic():
        one = _waiting(key, at)
        right = secrets.compare_digest(digits.encode(), digits_of(str(key)).encode())
        if right:
            one.confirmed_at = one.confirmed_at or at
        else:
            one.wrong_tries += 1
        one.save(update_fields=["confirmed_at", "wrong_tries"])
    if right:
        return one
    left = MOST_TRIES - one.wrong_tries
    raise WrongCode(f"Mã chưa đúng, còn {left} lần nhập." if left else "Mã chưa đúng. Hãy lấy mã mới.")


def take_up(key: UUID, asked: Asked, *, at: datetime) -> Confirmation:
    """Use a right code, once, for what it was asked for; called by the act that needs it."""
    mine = Confirmation.objects.select_for_update().filter(pk=key, purpose=asked.purpose, whose=asked.whose)
    one = mine.filter(confirmed_at__gt=at - TO_BE_USED, used_at=None).first()
    if one is None:
        raise NotConfirmed("Mã xác nhận đã dùng hoặc đã quá hạn. Hãy lấy mã mới.")
    one.used_at = at
    one.save(update_fields=["used_at"])
    return one


def confirmation(key: UUID) -> Confirmation:
    """The one that this browser asked for; raises `Confirmation.DoesNotExist`."""
    return Confirmation.objects.get(pk=key)


def is_for(key: UUID, written: str) -> bool:
    """Whether this code went to the address that stands in the form now."""
    return Confirmation.objects.filter(pk=key, address=address_of(written)[1]).exists()


def shown_address(one: Confirmation) -> str:
    """Where the code went, as whoever typed it recognises it."""
    if one.kind == AddressKind.PHONE:
        return masked_phone(one.address)
    name, _, domain = one.address.partition("@")
    return f"{name[:1]}•••@{domain}"


def forget_old(at: datetime) -> int:
    """Let go what is past: which addresses asked is nobody's business after the day that is counted."""
    return Confirmation.objects.filter(asked_at__lt=at - KEPT).delete()[0]


def require_way(written: str) -> None:
    """Refuse an address to which nothing can be sent from here yet, before somebody waits for it in vain."""
    kind, _ = address_of(written)
    way, other = (Way.SMS, "thư điện tử") if kind == AddressKind.PHONE else (Way.EMAIL, "số điện thoại")
    if not (settings.DEMO or channels.is_ready(way, KIND)):
        raise NotConfirmed(f"Cổng này chưa gửi được mã qua {way.label}. Hãy dùng {other}, hoặc đến quầy.")


def _not_too_often(address: str, at: datetime) -> None:
    lately = Confirmation.objects.filter(address=address, asked_at__gt=at - A_DAY)
    times = lately.aggregate(a_day=Count("key"), a_while=Count("key", filter=Q(asked_at__gt=at - A_WHILE)))
    if times["a_day"] >= MOST_A_DAY:
        raise TooOften("Địa chỉ này đã nhận nhiều mã trong ngày. Hãy thử lại vào ngày mai.", at + A_DAY)
    if times["a_while"] >= MOST_IN_A_WHILE:
        minutes = int(A_WHILE.total_seconds() // 60)
        raise TooOften(f"Đã gửi {MOST_IN_A_WHILE} mã đến địa chỉ này. Hãy đợi {minutes} phút.", at + A_WHILE)


def _waiting(key: UUID, at: datetime) -> Confirmation:
    one = Confirmation.objects.select_for_update().filter(pk=key, used_at=None, asked_at__gt=at - LIVES).first()
    if one is None or one.wrong_tries >= MOST_TRIES:
        raise NotConfirmed("Mã này không còn dùng được. Hãy lấy mã mới.")
    return one


def _one_at_a_time(address: str) -> None:
    """Who asks ten times at once has them counted one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_advisory_xact_lock(hashtextextended(%s, 4111))", [address])
