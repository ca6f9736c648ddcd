"""The official forms of a dossier, filled from what is known of it and given a number."""

from dataclasses import replace
from datetime import datetime

from django.conf import settings

from motcua.domain.organisations.models import Office, Officer
from motcua.domain.papers.facts import FeeLine, Letterhead, Party, Signer
from motcua.domain.papers.forms.apology.facts import Apology
from motcua.domain.papers.forms.guidance.facts import Guidance as GuidanceFacts
from motcua.domain.papers.forms.guidance.facts import Item
from motcua.domain.papers.forms.moved_date.facts import MovedDate
from motcua.domain.papers.forms.receipt.facts import Component, Receipt, Share
from motcua.domain.papers.forms.refusal.facts import Refusal
from motcua.domain.papers.forms.supplement_request.facts import Missing
from motcua.domain.papers.forms.supplement_request.facts import SupplementRequest as SupplementFacts
from motcua.domain.papers.issuing import issue
from motcua.domain.papers.letterheads import headed, signs
from motcua.domain.papers.models import Paper
from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures import tariff
from motcua.domain.procedures.models import Channel
from motcua.domain.procedures.queries import Handled
from motcua.domain.vietnamese.dates import local, local_day

from .beside.special_ways import NORMAL, Ways
from .handed_in import Brought, Fault
from .inviting.invitations import invite
from .inviting.terms import Occasion
from .models import Dossier, Guidance
from .terms import ReturnBy

FILED = {
    Channel.COUNTER: "nộp trực tiếp",
    Channel.POST: "nộp qua bưu chính công ích",
    Channel.ONLINE: "nộp trực tuyến",
}
CALLED = {"person": "Ông/Bà", "foreigner": "Ông/Bà", "business": "Doanh nghiệp", "organisation": "Cơ quan, tổ chức"}


def receipt(
    dossier: Dossier,
    brought: tuple[Brought, ...],
    *,
    replaces: str = "",
    ways: Ways = NORMAL,
    shares: tuple[Share, ...] = (),
    by: Officer,
    at: datetime,
) -> Paper:
    """Mẫu 01 for a dossier that was just received; with the share of each body where several settle it."""
    handled = procedures.handled(dossier.version_id)
    names = {component.id: component.name for component in handled.components}
    facts = Receipt(
        letterhead=asking(dossier.one_stop, dossier, Occasion.RECEIPT, by, at),
        receiving_unit=dossier.one_stop.name,
        submitter=submitter(dossier),
        channel=FILED[Channel(dossier.channel)],
        request=dossier.summary or handled.name,
        procedure_code=handled.code,
        components=tuple(
            Component(names[each.component_id], originals=each.originals, photocopies=each.copies) for each in brought
        ),
        time_limit=dossier.limit().show(),
        received_at=at,
        due_at=dossier.when_due(),
        result_at=ways.result_at(dossier.department.name) or ReturnBy(dossier.return_by).label,
        receiver=Signer(("NGƯỜI TIẾP NHẬN HỒ SƠ",), by.name),
        owner=owner(dossier) if dossier.submitter_name != dossier.applicant_name else None,
        sets=dossier.copies,
        fees=fees(handled, dossier.channel, at),
        submitter_signs=dossier.channel == Channel.COUNTER,
        special=ways.lines(dossier.department.name),
        shares=shares,
        replaces=replaces,
    )
    return issue("receipt", facts, office_code=dossier.one_stop.code, about=dossier.stream, by=by, at=at)


def refusal_at_counter(dossier: Dossier, *, reason: str, by: Officer, at: datetime) -> Paper:
    """Mẫu 03 for what is not taken in at all."""
    facts = Refusal(
        letterhead=asking(dossier.one_stop, dossier, Occasion.REFUSAL, by, at),
        party=owner(dossier),
        request=procedures.handled(dossier.version_id).name,
        refused_by=dossier.one_stop.name,
        reasons=(reason,),
        signer=Signer(("NGƯỜI TIẾP NHẬN HỒ SƠ",), by.name),
    )
    return issue("refusal", facts, office_code=dossier.one_stop.code, about=dossier.stream, by=by, at=at)


def rejection(dossier: Dossier, *, reason: str, by: Officer, at: datetime) -> Paper:
    """Mẫu 03 for a dossier that was appraised and does not meet the conditions."""
    facts = Refusal(
        letterhead=asking(dossier.department, dossier, Occasion.REFUSAL, by, at),
        party=owner(dossier),
        request=procedures.handled(dossier.version_id).name,
        refused_by=dossier.department.name,
        reasons=(reason,),
        signer=signs(by, dossier.department, at),
        received_at=dossier.received_at,
    )
    return issue("refusal", facts, office_code=dossier.department.code, about=dossier.stream, by=by, at=at)


def supplement(dossier: Dossier, faults: tuple[Fault, ...], *, reason: str, by: Officer, at: datetime) -> Paper:
    """Mẫu 02: everything that is missing or at fault, all at once."""
    handled = procedures.handled(dossier.version_id)
    names = {component.id: component.name for component in handled.components}
    facts = SupplementFacts(
        letterhead=asking(dossier.department, dossier, Occasion.SUPPLEMENT, by, at),
        party=owner(dossier),
        request=handled.name,
        missing=tuple(Missing(names[fault.component_id], fault.reason) for fault in faults),
        reason=reason,
        contact=by.name,
        contact_phone=by.phone or dossier.one_stop.phone,
        signer=Signer(("NGƯỜI HƯỚNG DẪN",), by.name),
        received_at=dossier.received_at,
        appraised_by=dossier.department.name,
    )
    return issue("supplement_request", facts, office_code=dossier.department.code, about=dossier.stream, by=by, at=at)


def apology(dossier: Dossier, body: Office, *, was: datetime, reason: str, by: Officer, at: datetime) -> Paper:
    """Mẫu 04: why it will be late, and the one new date; by the body that makes it late."""
    facts = Apology(
        letterhead=letterhead(body, dossier, at),
        party=owner(dossier),
        late_body=body.name,
        procedure=procedures.handled(dossier.version_id).name,
        received_at=dossier.when_received(),
        due_at=was,
        reason=reason,
        new_due_at=dossier.when_due(),
        signer=signs(by, body, at),
    )
    return issue("apology", facts, office_code=body.code, about=dossier.stream, by=by, at=at)


def moved_date(dossier: Dossier, *, was: datetime, now: datetime, reason: str, by: Officer, at: datetime) -> Paper:
    """The promised day has become another because the calendar changed: by the one-stop that gave the promise."""
    facts = MovedDate(
        letterhead=letterhead(dossier.one_stop, dossier, at),
        party=submitter(dossier),
        procedure=procedures.handled(dossier.version_id).name,
        was=was,
        now=now,
        reason=reason,
        signer=Signer(("NGƯỜI TIẾP NHẬN HỒ SƠ",), by.name),
    )
    return issue("moved_date", facts, office_code=dossier.one_stop.code, about=dossier.stream, by=by, at=at)


def guidance(given: Guidance, faults: tuple[Fault, ...], *, by: Officer, at: datetime) -> Paper:
    """The checklist to take home: every published component, what is there and what is to be mended."""
    handled = procedures.handled(given.version_id)
    advice = {fault.component_id: fault.reason for fault in faults}
    seen = True if given.how == Guidance.By.COUNTER else None  # from afar nobody has looked at the papers
    facts = GuidanceFacts(
        letterhead=letterhead(given.one_stop, None, at),
        procedure=handled.name,
        procedure_code=handled.code,
        agency=handled.owner_name,
        party=Party(given.name, phone=given.phone, identity=given.identity_number),
        items=tuple(
            Item(
                component.name,
                originals=component.originals,
                copies=component.copies,
                form=component.form_name,
                present=False if component.id in advice else seen if not component.case else None,
                advice=advice.get(component.id, ""),
                group=component.case,
            )
            for component in handled.components
        ),
        time_limit=_time(handled),
        fees=fees(handled, Channel.COUNTER, at),
        ways_to_file=(f"Trực tiếp tại {given.one_stop.name}", "Qua dịch vụ bưu chính công ích"),
        guide=Signer(("NGƯỜI HƯỚNG DẪN",), by.name),
        channel=Guidance.By(given.how).label.lower(),
        advice=given.advice,
        contact_phone=given.one_stop.phone,
    )
    return issue("guidance", facts, office_code=given.one_stop.code, about=given.stream, by=by, at=at)


def letterhead(office: Office, dossier: Dossier | None, at: datetime) -> Letterhead:
    """The head of a paper of this office, with the dossier's code and the address behind the QR."""
    return headed(
        office,
        local_day(at),
        dossier_code=(dossier.code or "") if dossier else "",
        lookup_address=f"{settings.SITE_ADDRESS}/tra-cuu/{dossier.secret}" if dossier and dossier.code else "",
        lookup_site=settings.SITE_ADDRESS.split("//")[-1],
        hotline=settings.HOTLINE,
    )


def asking(office: Office, dossier: Dossier, occasion: Occasion, by: Officer, at: datetime) -> Letterhead:
    """The same head with the address, and so the QR, of the ballot that goes with this slip."""
    ballot = invite(dossier, occasion, office.pk, by=by, at=at)
    return replace(letterhead(office, dossier, at), rating_address=ballot)


def owner(dossier: Dossier) -> Party:
    """The owner of the matter, as the papers name them."""
    return Party(
        dossier.applicant_name,
        address=dossier.address,
        phone=dossier.phone,
        email=dossier.email,
        identity=dossier.identity_number,
        called=CALLED[dossier.applicant_kind],
    )


def submitter(dossier: Dossier) -> Party:
    """Who handed it in."""
    if dossier.submitter_name == dossier.applicant_name:
        return owner(dossier)
    return Party(
        dossier.submitter_name,
        phone=dossier.submitter_phone,
        identity=dossier.submitter_identity,
        address=dossier.address,
    )


def fees(handled: Handled, channel: str, at: datetime) -> tuple[FeeLine, ...]:
    """What is to be paid, as the papers name it."""
    lines = tariff.tariff_on(handled.procedure_id, local(at).date(), channel)
    return tuple(FeeLine(line.name, line.amount, "; ".join(line.terms) or line.per) for line in lines)


def _time(handled: Handled) -> str:
    limit = handled.limits.get(Channel.COUNTER)
    return limit.show() if limit else ""
