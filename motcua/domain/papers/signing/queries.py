"""The registered certificates: of an official, of a body, and all of them for who administers."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import QuerySet

from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import may_administer

from .models import SigningCertificate


def of_officer(officer_id: int, at: datetime) -> list[SigningCertificate]:
    """With which certificates an official can sign at that moment; the one that lasts longest first."""
    return list(_usable(at).filter(officer=officer_id))


def of_office(office_id: int, at: datetime) -> list[SigningCertificate]:
    """With which certificates a body can seal at that moment."""
    return list(_usable(at).filter(office=office_id))


def withdrawn_at(fingerprints: Iterable[str]) -> dict[str, datetime]:
    """Which of these certificates were taken out of use, and when."""
    rows = SigningCertificate.objects.filter(fingerprint__in=set(fingerprints), withdrawn_at__isnull=False)
    return {each.fingerprint: each.withdrawn_at for each in rows.order_by("id") if each.withdrawn_at}


def certificates(by: Officer, at: datetime) -> QuerySet[SigningCertificate]:
    """Every certificate that was registered, for administrators; nothing for others."""
    rows = SigningCertificate.objects.select_related("officer", "office")
    return rows if may_administer(by, at) else rows.none()


def certificate(by: Officer, pk: int, at: datetime) -> SigningCertificate:
    """One of them; raises `SigningCertificate.DoesNotExist`."""
    return certificates(by, at).get(pk=pk)


def _usable(at: datetime) -> QuerySet[SigningCertificate]:
    rows = SigningCertificate.objects.filter(withdrawn_at=None, valid_from__lte=at, valid_to__gte=at)
    return rows.order_by("-valid_to", "id")
