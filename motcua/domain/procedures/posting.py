"""What is posted on the wall: one procedure with all its parts, or the list of a department's procedures (4.1.b)."""

from collections.abc import Sequence
from datetime import date

from django.conf import settings

from motcua.domain.organisations import queries as organisations
from motcua.domain.organisations.models import Office
from motcua.domain.papers.facts import FeeLine, Letterhead
from motcua.domain.papers.forms.posting.facts import Channel as PostedChannel
from motcua.domain.papers.forms.posting.facts import Component as PostedComponent
from motcua.domain.papers.forms.posting.facts import Posting
from motcua.domain.papers.forms.posting_list.facts import PostingList, Row
from motcua.domain.papers.forms.posting_set.facts import PostingSet
from motcua.domain.papers.letterheads import headed
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.money import show_money

from .models import TariffLine, TimeLimit, Version
from .queries import whole_in_force
from .tariff import tariff_of_all, tariff_on
from .terms import Channel

NOTHING_TO_PAY = "Không thu"


@rule("4.1.b")
def posting_facts(version: Version, *, on: date) -> Posting:
    """One procedure as it is posted that day, with the fees of that day."""
    return _posting(version, tariff_on(version.procedure_id, on), _centre(on), on)


@rule("4.1.b")
def posting_set(versions: Sequence[Version], about: str, *, on: date) -> PostingSet:
    """Several procedures as they are posted that day, in one book with a table of contents."""
    tariff, centre = tariff_of_all([version.procedure_id for version in versions], on), _centre(on)
    posted = tuple(_posting(each, tariff.get(each.procedure_id, []), centre, on) for each in versions)
    return PostingSet(_letterhead(centre, on), about, posted)


@rule("4.1.b")
def posting_list(owner: Office, *, on: date) -> PostingList:
    """The procedures of a department in force that day, by field and name."""
    versions = list(whole_in_force(on).filter(procedure__owner=owner).order_by("field__sort_key", "sort_key", "id"))
    tariff, centre = tariff_of_all([version.procedure_id for version in versions], on), _centre(on)
    return PostingList(
        letterhead=_letterhead(centre, on),
        agency=owner.name,
        valid_on=on,
        rows=tuple(_row(version, tariff.get(version.procedure_id, [])) for version in versions),
        feedback_address=_feedback_address(centre),
    )


def _posting(version: Version, lines: Sequence[TariffLine], centre: Office | None, on: date) -> Posting:
    return Posting(
        letterhead=_letterhead(centre, on),
        code=version.procedure.code,
        name=version.name,
        field=version.field.name,
        level=version.get_level_display(),
        decision=version.decision,
        valid_from=version.valid_from or on,
        sequence=version.sequence,
        channels=tuple(_channel(limit, lines) for limit in _in_order(version)),
        components=tuple(
            PostedComponent(each.name, each.originals, each.copies, each.form_name, each.case)
            for each in version.components.all()
        ),
        applicants=version.applicants,
        agency=version.agency,
        results=tuple(result["name"] for result in version.results),
        fees=tuple(_fee(line) for line in lines),
        legal_basis=tuple(version.legal_basis),
        sets=version.copies,
        cooperating=version.cooperating,
        conditions=version.conditions,
        online_level=version.get_online_level_display(),
        postal="Nhận hồ sơ và trả kết quả tại nhà" if version.by_post else "Không",
        feedback_address=_feedback_address(centre),
    )


def _row(version: Version, lines: Sequence[TariffLine]) -> Row:
    limits = _in_order(version)
    return Row(
        code=version.procedure.code,
        name=version.name,
        field=version.field.name,
        time_limit=_time(limits[0]) if limits else "",
        fee="; ".join(_sum(line) for line in lines) or NOTHING_TO_PAY,
        online_level=version.get_online_level_display(),
        decision=version.decision,
    )


def _channel(limit: TimeLimit, lines: Sequence[TariffLine]) -> PostedChannel:
    here = [line for line in lines if line.channel in ("", limit.channel)]
    fee = "\n".join(_sum(line) for line in here) or NOTHING_TO_PAY
    return PostedChannel(limit.get_channel_display(), _time(limit), fee, limit.note)


def _fee(line: TariffLine) -> FeeLine:
    where = f"khi nộp {Channel(line.channel).label.lower()}" if line.channel else ""
    per = f"tính theo {line.per}" if line.per else ""
    return FeeLine(line.name, line.amount, "; ".join(filter(None, (where, per, *line.terms))))


def _sum(line: TariffLine) -> str:
    amount = show_money(line.amount) if line.amount is not None else "chưa rõ mức thu"
    return f"{line.name}: {amount}{f'/{line.per}' if line.per else ''}"


def _time(limit: TimeLimit) -> str:
    known = limit.limit()
    return known.show() if known else ""


def _in_order(version: Version) -> list[TimeLimit]:
    """The time limits by channel, the counter first."""
    order = list(Channel)
    return sorted(version.time_limits.all(), key=lambda limit: order.index(Channel(limit.channel)))


def _letterhead(centre: Office | None, on: date) -> Letterhead:
    return headed(centre, on, lookup_site=settings.SITE_ADDRESS.split("//")[-1], hotline=settings.HOTLINE)


def _feedback_address(centre: Office | None) -> str:
    if centre is None:
        return ""
    return "\n".join(filter(None, (centre.name, centre.address, f"Điện thoại: {settings.HOTLINE}")))


def _centre(on: date) -> Office | None:
    return organisations.offices(on, Office.Kind.CENTRE).select_related("parent").first()
