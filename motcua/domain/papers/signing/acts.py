"""Registering the certificates of officials and bodies, and taking them out of use."""

from datetime import datetime
from typing import Any

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.policies import may_administer
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.vietnamese.text import clean

from .certificates import describe
from .models import SigningCertificate


class AlreadyRegistered(Refused):
    """A certificate belongs to one owner, once."""

    clause = "5.1.đ-1"


class NotInUse(Refused):
    """A certificate that is outside its time, or was taken out of use, signs nothing."""

    clause = "5.1.đ-1"


@act("5.1.đ-1")
def register_certificate(
    owner: Officer | Office, *, data: bytes, key: str, by: Any, at: datetime
) -> SigningCertificate:
    """Enter with which certificate an official signs or a body seals, and what its key is called on the server."""
    require(may_administer(by, at))
    described = describe(data)
    if not clean(key):
        raise Refused("Phải ghi tên khóa như trong cấu hình máy chủ.", "5.1.đ-1")
    if at > described.valid_to:
        raise NotInUse("Chứng thư số này đã hết hiệu lực.")
    whose = {"officer": owner} if isinstance(owner, Officer) else {"office": owner}
    made, is_new = SigningCertificate.objects.get_or_create(
        fingerprint=described.fingerprint,
        defaults={
            **whose,
            "subject": described.subject,
            "issuer": described.issuer,
            "serial": described.serial,
            "certificate": described.der,
            "key": clean(key),
            "valid_from": described.valid_from,
            "valid_to": described.valid_to,
            "registered_at": at,
        },
    )
    if not is_new:
        raise AlreadyRegistered("Chứng thư số này đã được đăng ký.")
    facts = {"subject": described.subject, "serial": described.serial, "valid_to": described.valid_to}
    record(register_certificate, about=owner, by=by, at=at, **facts, fingerprint=described.fingerprint)
    return made


@act("5.1.đ-1")
def withdraw_certificate(certificate: SigningCertificate, *, reason: str, by: Any, at: datetime) -> SigningCertificate:
    """Take a certificate out of use: its holder has left, its key is lost. What it signed before stays signed."""
    certificate = SigningCertificate.objects.select_for_update().get(pk=certificate.pk)
    require(may_administer(by, at))
    still_registered(certificate)
    if not clean(reason):
        raise Refused("Phải ghi lý do ngừng dùng chứng thư số.", "5.1.đ-1")
    certificate.withdrawn_at, certificate.reason = at, clean(reason)
    certificate.save(update_fields=["withdrawn_at", "reason"])
    facts = {"subject": certificate.subject, "serial": certificate.serial, "reason": certificate.reason}
    record(withdraw_certificate, about=certificate.owner, by=by, at=at, **facts)
    return certificate


def still_registered(certificate: SigningCertificate) -> None:
    """Check that a certificate was not taken out of use; raises `NotInUse`."""
    if certificate.withdrawn_at is not None:
        raise NotInUse("Chứng thư số này đã ngừng dùng.")


def in_use(certificate: SigningCertificate, at: datetime) -> None:
    """Check that one can sign with it at that moment; raises `NotInUse`."""
    still_registered(certificate)
    if not certificate.valid_from <= at <= certificate.valid_to:
        raise NotInUse("Chứng thư số chưa có hoặc đã hết hiệu lực.")
