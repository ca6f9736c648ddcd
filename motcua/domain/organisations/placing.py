"""The administrator says from where leaders approve, enrols devices, enters what was permitted for a time (5.1.c-2)."""

import time
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import Signs, record
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean

from . import policies
from .models import Office
from .place_models import Device, ElsewherePermit, Network
from .places import Known, Line, network_of


class BadPlace(Refused):
    """A network that is none, a place that is no one-stop, or something that was ended before."""

    clause = "5.1.c-2"


@dataclass(frozen=True)
class Days:
    """What permits it, and for which days."""

    document: str
    from_on: date
    to_on: date


@act("5.1.c-2")
def add_approval_network(office: Office, *, cidr: str, label: str, by: Signs, at: datetime) -> Network:
    """Enter the addresses of a one-stop's rooms: who decides from there decides at the Centre."""
    require(policies.may_administer(by, at))
    office = _one_stop(office)
    try:
        kept = network_of(cidr)
    except ValueError:
        raise BadPlace(f"“{cidr}” không phải là dải địa chỉ mạng, hoặc quá rộng. Ví dụ: 10.20.30.0/24.") from None
    try:
        with transaction.atomic():
            made = Network.objects.create(office=office, cidr=kept, label=clean(label), opened_at=at)
    except IntegrityError:
        raise BadPlace(f"Dải {kept} đã được khai báo.") from None
    _changed()
    record(add_approval_network, about=office, by=by, at=at, office=office.name, cidr=kept, label=made.label)
    return made


@act("5.1.c-2")
def close_approval_network(network: Network, *, by: Signs, at: datetime) -> Network:
    """From now on these addresses say nothing about where somebody is."""
    require(policies.may_administer(by, at))
    network = Network.objects.select_for_update(of=("self",)).select_related("office").get(pk=network.pk)
    if network.closed_at is not None:
        raise BadPlace(f"Dải {network.cidr} đã thôi dùng từ trước.")
    network.closed_at = at
    network.save(update_fields=["closed_at"])
    _changed()
    record(close_approval_network, about=network.office, by=by, at=at, cidr=network.cidr, label=network.label)
    return network


@act("5.1.c-2")
def enrol_device(office: Office, *, key: UUID, name: str, by: Signs, at: datetime) -> Device:
    """Register the computer on which this is done as one that stands at a one-stop."""
    require(policies.may_administer(by, at))
    office = _one_stop(office)
    if Device.objects.filter(key=key).exists():
        raise BadPlace("Thiết bị này đã được ghi nhận từ trước.")
    made = Device.objects.create(key=key, office=office, name=clean(name), enrolled_at=at)
    record(enrol_device, about=office, by=by, at=at, office=office.name, device=made.name)
    return made


@act("5.1.c-2")
def revoke_device(device: Device, *, reason: str, by: Signs, at: datetime) -> Device:
    """Take the registration of a computer back: lost, moved, replaced. It counts from the next request on."""
    require(policies.may_administer(by, at))
    device = Device.objects.select_for_update(of=("self",)).select_related("office").get(pk=device.pk)
    if device.revoked_at is not None:
        raise BadPlace(f"Thiết bị “{device.name}” đã bị thu hồi từ trước.")
    if not clean(reason):
        raise BadPlace("Phải ghi lý do thu hồi thiết bị.")
    device.revoked_at = at
    device.save(update_fields=["revoked_at"])
    record(revoke_device, about=device.office, by=by, at=at, device=device.name, reason=clean(reason))
    return device


@act("5.1.c-2")
def allow_elsewhere(office: Office, *, days: Days, by: Signs, at: datetime) -> ElsewherePermit:
    """Enter a document by which a body may decide away from the Centre on some days; each time stays a breach."""
    require(policies.may_administer(by, at))
    office = Office.objects.select_for_update().get(pk=office.pk)
    if not clean(days.document):
        raise BadPlace("Phải ghi số, ngày của văn bản cho phép.")
    if days.to_on < days.from_on or days.to_on < local_day(at):
        raise BadPlace("Ngày kết thúc không được trước ngày bắt đầu và không được đã qua.")
    given = {"document": clean(days.document), "from_on": max(days.from_on, local_day(at)), "to_on": days.to_on}
    if ElsewherePermit.objects.filter(office=office, **given).exists():
        raise BadPlace("Văn bản này đã được nhập cho những ngày đó.")
    made = ElsewherePermit.objects.create(office=office, **given)
    record(allow_elsewhere, about=office, by=by, at=at, office=office.name, **given)
    return made


@act("5.1.c-2")
def end_elsewhere(permit: ElsewherePermit, *, by: Signs, at: datetime) -> ElsewherePermit:
    """From tomorrow on the body decides at the Centre again."""
    require(policies.may_administer(by, at))
    permit = ElsewherePermit.objects.select_for_update(of=("self",)).select_related("office").get(pk=permit.pk)
    last = max(local_day(at), permit.from_on)
    if permit.to_on <= last:
        raise BadPlace("Cho phép này đã hết hạn hoặc hết hạn trong hôm nay.")
    permit.to_on = last
    permit.save(update_fields=["to_on"])
    record(end_elsewhere, about=permit.office, by=by, at=at, document=permit.document, to_on=last)
    return permit


def known(device: str) -> Known:
    """The networks in use, and the device with this key if it is registered.

    Networks are kept in the process for a while; a device is looked up each time, so that a stolen one that was
    revoked counts no more at once.
    """
    global _networks, _read_at
    if _networks is None or time.monotonic() - _read_at > settings.AT_HAND_SECONDS:
        _networks = tuple(Line(each.cidr, f"{each.office.name} ({each.label})") for each in networks())
        _read_at = time.monotonic()
    mine = Device.objects.filter(key=device, revoked_at=None).select_related("office") if device else ()
    return Known(_networks, tuple((str(each.key), f"{each.office.name} ({each.name})") for each in mine))


_networks: tuple[Line, ...] | None = None
_read_at = 0.0


def forget() -> None:
    """Let the next question read the networks anew: one was changed here."""
    global _networks
    _networks = None


def permitted_elsewhere(office_id: int, day: date) -> ElsewherePermit | None:
    """What permits officials of a body to decide elsewhere on that day."""
    rows = ElsewherePermit.objects.filter(office=office_id, from_on__lte=day, to_on__gte=day)
    return rows.order_by("id").first()


def networks() -> list[Network]:
    """The networks in use, by one-stop."""
    return list(Network.objects.filter(closed_at=None).select_related("office").order_by("office__sort_key", "id"))


def devices() -> list[Device]:
    """The registered devices, by one-stop."""
    return list(Device.objects.filter(revoked_at=None).select_related("office").order_by("office__sort_key", "id"))


def permits(day: date) -> list[ElsewherePermit]:
    """What is permitted that day or will be."""
    return list(ElsewherePermit.objects.filter(to_on__gte=day).select_related("office").order_by("to_on", "id"))


def one(rows: Any, pk: int) -> Any:
    """One of such a list; raises `Office.DoesNotExist` where it is not among them."""
    found = next((each for each in rows if each.pk == pk), None)
    if found is None:
        raise Office.DoesNotExist
    return found


def _changed() -> None:
    forget()
    transaction.on_commit(forget)


def _one_stop(office: Office) -> Office:
    office = Office.objects.select_for_update().get(pk=office.pk)
    if office.kind not in ONE_STOPS:
        raise BadPlace(f"{office.name} không phải là Trung tâm hay bộ phận một cửa.")
    return office


ONE_STOPS = (Office.Kind.CENTRE, Office.Kind.DISTRICT_CENTRE, Office.Kind.COMMUNE)
