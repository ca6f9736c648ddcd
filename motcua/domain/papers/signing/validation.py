"""Examining the signatures of a PDF: is each intact, over the whole file, of a trusted issuer, and nothing added?

Trusted are the certificates in the folder `trust` beside the keys, and nothing else: neither what the machine trusts
nor what the file brings along. Lists of revoked certificates lie there too; nothing is asked over a network.
"""

import asyncio
import io
import logging
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from asn1crypto import x509
from cryptography.hazmat.primitives.serialization import Encoding
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DocInfoRule,
    DSSCompareRule,
    FormUpdatingRule,
    MetadataUpdateRule,
    ModificationLevel,
    ObjectStreamRule,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
    XrefStreamRule,
)
from pyhanko.sign.general import SigningError
from pyhanko.sign.validation import EmbeddedPdfSignature, SignatureCoverageLevel, async_validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.errors import PathError, ValidationError

from .certificates import Described, describe, load_certificate, load_list
from .keys import folder
from .report import Flaw, Report, Signature

SLACK = timedelta(minutes=5)  # how far the signer's clock may be ahead of ours
MOST = 50  # signatures in one file
BROKEN = (PdfError, SigningError, SignatureValidationError, ValidationError, PathError, ValueError, LookupError,
          TypeError, AttributeError, RecursionError, OverflowError)  # fmt: skip

# Behind a signature only further signatures and what serves them may be added; filled-in fields are a change.
ONLY_SIGNATURES = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(),
        *(
            rule.as_qualified(ModificationLevel.LTA_UPDATES)
            for rule in (DocInfoRule(), XrefStreamRule(), ObjectStreamRule(), DSSCompareRule(), MetadataUpdateRule())
        ),
    ],
    form_rule=FormUpdatingRule(field_rules=[SigFieldCreationRule(), SigFieldModificationRule()]),
)

# The library tells the log of every faulty file; the answer says it, and the log names nobody.
logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)


def examine(pdf: bytes, *, at: datetime) -> Report:
    """What the signatures of a PDF are worth; a file that can not be read counts as one broken signature."""
    try:
        embedded = list(PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures)
    except BROKEN:
        return Report((Signature("Không rõ", flaws=(Flaw.UNREADABLE,)),))
    if len(embedded) > MOST:
        return Report((Signature("Không rõ", flaws=(Flaw.UNREADABLE,)),))
    return Report(tuple(asyncio.run(_all(embedded, at))))


async def _all(embedded: list[EmbeddedPdfSignature], at: datetime) -> list[Signature]:
    return [await _examined(each, at) for each in embedded]


async def _examined(embedded: EmbeddedPdfSignature, at: datetime) -> Signature:
    try:
        known = describe(embedded.signer_cert.dump())
        claimed = embedded.self_reported_timestamp
        status = await async_validate_pdf_signature(
            embedded, _trusting(claimed or at), _trusting(claimed or at), diff_policy=ONLY_SIGNATURES
        )
    except BROKEN:
        return Signature("Không rõ", flaws=(Flaw.UNREADABLE,))
    return Signature(
        signer=known.subject,
        organisation=known.organisation,
        signed_at=claimed,
        issuer=known.issuer,
        serial=known.serial,
        fingerprint=known.fingerprint,
        flaws=tuple(dict.fromkeys(_flaws(status, known, claimed, at))),
        stamped_at=_stamped_at(status),
    )


def _flaws(status: Any, known: Described, claimed: datetime | None, at: datetime) -> Iterator[Flaw]:
    if not (status.intact and status.valid):
        yield Flaw.ALTERED
        return
    if status.coverage is None or status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        yield Flaw.PARTIAL
    elif _added_to(status):
        yield Flaw.ADDED_TO
    yield from _flaws_of_time(status, claimed, at)
    if not known.valid_from <= (claimed or at) <= known.valid_to:
        yield Flaw.NOT_VALID_THEN
    elif not status.trusted:
        yield Flaw.UNKNOWN_ISSUER
    elif _revoked(known, claimed or at):
        yield Flaw.REVOKED


def _flaws_of_time(status: Any, claimed: datetime | None, at: datetime) -> Iterator[Flaw]:
    stamped = _stamped_at(status)
    if claimed is None:
        yield Flaw.NO_TIME
    elif claimed > min(at, stamped or at) + SLACK:
        yield Flaw.AHEAD_OF_TIME
    if status.timestamp_validity is not None and stamped is None:
        yield Flaw.BAD_STAMP


def _stamped_at(status: Any) -> datetime | None:
    """When an authority saw the signature; none where nobody was asked, or where its word can not be relied on."""
    stamp = status.timestamp_validity
    good = stamp is not None and stamp.intact and stamp.valid and stamp.trusted
    return stamp.timestamp if good else None


def _added_to(status: Any) -> bool:
    """Whether anything but signatures came behind: changes of the document, or mere bytes that mean nothing."""
    if not status.docmdp_ok or status.modification_level == ModificationLevel.OTHER:
        return True
    unchanged = status.modification_level in (None, ModificationLevel.NONE)
    return unchanged and status.coverage != SignatureCoverageLevel.ENTIRE_FILE


def _revoked(known: Described, moment: datetime) -> bool:
    """Whether a list that a trusted issuer signed says that this certificate was revoked by then."""
    issuers = {each.subject: each for each in map(load_certificate, _trusted())}
    for path in _trust("*.crl"):
        listed = load_list(path.read_bytes())
        issuer = issuers.get(listed.issuer)
        entry = listed.get_revoked_certificate_by_serial_number(int(known.serial, 16))
        if issuer and entry and listed.is_signature_valid(issuer.public_key()):  # type: ignore[arg-type]
            return entry.revocation_date_utc <= moment
    return False


def _trusting(moment: datetime) -> ValidationContext:
    """Only our own anchors, at the moment of signing."""
    roots = [x509.Certificate.load(load_certificate(each).public_bytes(Encoding.DER)) for each in _trusted()]
    return ValidationContext(trust_roots=roots, moment=moment, allow_fetching=False)


def _trusted() -> Iterator[bytes]:
    """The certificates that are trusted without further question."""
    for kind in ("*.pem", "*.crt", "*.cer"):
        yield from (path.read_bytes() for path in _trust(kind))


def _trust(kind: str) -> list[Path]:
    return sorted((folder() / "trust").glob(kind))
