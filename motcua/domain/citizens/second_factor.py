"""A second lock on an account, for owners who ask for it: besides what signs in, a code out of an app on their phone.

django-allauth keeps the key and the recovery codes, and stands at the door. When a code counts is said here: by the
moment that is given, a neighbour of its half minute included, and no code twice.
"""

import hmac
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import quote, urlencode

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from allauth.mfa.utils import decrypt
from django.db import transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Account, Officer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import fold

from . import policies, telling
from .local import Claimed
from .models import Person
from .terms import SecondBy

CLAUSE = policies.CLAUSE
PERIOD = 30  # seconds a code stands in the app (RFC 6238, which every app follows)
ON, OFF = "Bật xác thực hai lớp", "Tắt xác thực hai lớp"
RESET, RENEWED = "Gỡ xác thực hai lớp tại quầy", "Tạo mã dự phòng mới"
LAST_COUNTER, KEPT = "last_counter", "viewed_at"


class WrongCode(Refused):
    """No code of now, or one that has served already."""

    clause = CLAUSE


class NotOn(Refused):
    """There is no second lock to open or to take off, or there is one already."""

    clause = CLAUSE


class OtherCard(Refused):
    """The card is somebody else's."""

    clause = CLAUSE


def new_key() -> str:
    """A key for an app."""
    return str(generate_totp_secret())


def address_for_app(key: str, *, owner: str, place: str) -> str:
    """What the QR code holds: apps name the entry after the place and the owner."""
    label = quote(f"{place}:{owner}", safe=":")
    return f"otpauth://totp/{label}?{urlencode({'secret': key, 'issuer': place}, quote_via=quote)}"


def is_on(person: Person) -> bool:
    """Whether signing in asks for a code of the app."""
    return Authenticator.objects.filter(user=person.account_id, type=Authenticator.Type.TOTP).exists()


def on_among(persons: Sequence[Person]) -> set[int]:
    """Which of these people's accounts have a second lock."""
    rows = Authenticator.objects.filter(user__in=[each.account_id for each in persons], type=Authenticator.Type.TOTP)
    on = set(rows.values_list("user", flat=True)) if persons else set()
    return {each.pk for each in persons if each.account_id in on}


def codes_left(person: Person) -> int:
    """How many recovery codes have not served yet."""
    found = _recovery(person.account_id)
    return len(found.get_unused_codes()) if found else 0


def codes_to_keep(person: Person) -> list[str]:
    """The recovery codes, until their owner says to have kept them; then they are shown no more."""
    found = _recovery(person.account_id)
    return found.get_unused_codes() if found and not found.instance.data.get(KEPT) else []


def passes(account: Account, code: str, *, at: datetime) -> SecondBy:
    """By what a code opens the second lock, which uses it up; raises `WrongCode`.

    No act, and committed by itself: how often somebody may try is counted where the code is typed.
    """
    digits = "".join(code.split())
    with transaction.atomic():
        rows = Authenticator.objects.select_for_update().filter(user=account).order_by("type")
        found = {each.type: each for each in rows}
        app = found.get(Authenticator.Type.TOTP)
        if app is not None and _opens(app, digits, at):
            return SecondBy.APP
        codes = found.get(Authenticator.Type.RECOVERY_CODES)
        if codes is not None and RecoveryCodes(codes).validate_code(digits):
            return SecondBy.RECOVERY
    raise WrongCode("Mã không đúng hoặc đã dùng. Hãy đợi ứng dụng hiện mã mới rồi nhập lại.")


@act(CLAUSE)
def turn_on_second_factor(person: Person, *, key: str, code: str, by: Person, at: datetime) -> Person:
    """The app shows the right code: from now on signing in asks for one; recovery codes are for a lost phone."""
    person = _owned(person, by)
    if is_on(person):
        raise NotOn("Xác thực hai lớp đã bật.")
    counter = _counter_of(key, "".join(code.split()), at)
    if counter is None:
        raise WrongCode("Mã không đúng. Hãy nhập mã ứng dụng đang hiện; nếu vẫn sai, xem lại giờ của điện thoại.")
    app = TOTP.activate(person.account, key).instance
    app.data[LAST_COUNTER] = counter
    app.save(update_fields=["data"])
    RecoveryCodes.activate(person.account)
    line = record(turn_on_second_factor, about=person, by=by, at=at)
    telling.about_security(person, line, ON, at, to=telling.reached(person))
    return person


@act(CLAUSE)
def turn_off_second_factor(person: Person, *, by: Person, at: datetime) -> Person:
    """The owner, who has just typed a code, wants no second lock any more."""
    person = _owned(person, by)
    _taken_off(person)
    line = record(turn_off_second_factor, about=person, by=by, at=at)
    telling.about_security(person, line, OFF, at, to=telling.reached(person))
    return person


@act(CLAUSE)
def keep_recovery_codes(person: Person, *, by: Person, at: datetime) -> Person:
    """The owner has written the recovery codes down: nobody is shown them again."""
    person = _owned(person, by)
    codes = _recovery(person.account_id)
    if codes is None:
        raise NotOn("Xác thực hai lớp chưa bật.")
    codes.instance.data[KEPT] = at.timestamp()
    codes.instance.save(update_fields=["data"])
    record(keep_recovery_codes, about=person, by=by, at=at)
    return person


@act(CLAUSE)
def renew_recovery_codes(person: Person, *, by: Person, at: datetime) -> Person:
    """New recovery codes in the place of those that served, or that somebody may have seen."""
    person = _owned(person, by)
    if not is_on(person):
        raise NotOn("Xác thực hai lớp chưa bật.")
    Authenticator.objects.filter(user=person.account_id, type=Authenticator.Type.RECOVERY_CODES).delete()
    RecoveryCodes.activate(person.account)
    line = record(renew_recovery_codes, about=person, by=by, at=at)
    telling.about_security(person, line, RENEWED, at, to=telling.reached(person))
    return person


@act(CLAUSE)
def reset_second_factor(person: Person, seen: Claimed, *, by: Officer, at: datetime) -> Person:
    """An official has seen the card of an owner who lost phone and codes: the account opens without them again."""
    person = _locked(person)
    require(policies.may_reset_second_factor(by, person, at))
    seen = seen.checked(at)
    same_day = person.born_on is None or seen.born_on == person.born_on
    if seen.identity_number != person.identity_number or fold(seen.name) != fold(person.name) or not same_day:
        raise OtherCard("Thẻ căn cước này không phải của chủ tài khoản. Không gỡ.")
    _taken_off(person)
    line = record(reset_second_factor, about=person, by=by, at=at)
    telling.about_security(person, line, RESET, at, to=telling.reached(person))
    return person


def _locked(person: Person) -> Person:
    return Person.objects.select_for_update(of=("self",)).select_related("account").get(pk=person.pk)


def _owned(person: Person, by: Person) -> Person:
    person = _locked(person)
    require(policies.may_have_second_factor(by, person))
    return person


def _taken_off(person: Person) -> None:
    if not is_on(person):
        raise NotOn("Xác thực hai lớp chưa bật.")
    Authenticator.objects.filter(user=person.account_id).delete()


def _recovery(account_id: int) -> RecoveryCodes | None:
    found = Authenticator.objects.filter(user=account_id, type=Authenticator.Type.RECOVERY_CODES).first()
    return RecoveryCodes(found) if found else None


def _opens(app: Authenticator, digits: str, at: datetime) -> bool:
    """Whether these are the digits of about now, later than those that served last."""
    counter = _counter_of(decrypt(app.data["secret"]), digits, at, after=app.data.get(LAST_COUNTER, 0))
    if counter is None:
        return False
    app.data[LAST_COUNTER], app.last_used_at = counter, at
    app.save(update_fields=["data", "last_used_at"])
    return True


def _counter_of(key: str, digits: str, at: datetime, *, after: int = 0) -> int | None:
    """Which half minute these digits belong to: the one of now or a neighbour, for clocks that are a little off."""
    now = int(at.timestamp()) // PERIOD
    for counter in (now - 1, now, now + 1):
        expected = format_hotp_value(hotp_value(key, counter))
        if counter > after and hmac.compare_digest(expected.encode(), digits.encode()):
            return counter
    return None
