"""The page of a dossier for who follows it signed in: what the public page shows, and all that is theirs alone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse

from motcua.domain.citizens.terms import Power
from motcua.domain.dossiers import queries, stages
from motcua.domain.dossiers.ahead.alert_queries import stands_with_us
from motcua.domain.dossiers.from_home import choosing, looking, rights
from motcua.domain.dossiers.from_home import queries as home_queries
from motcua.domain.dossiers.from_home.sending import LEADS_TO, WISHES
from motcua.domain.dossiers.from_home.terms import SentKind
from motcua.domain.dossiers.results import queries as result_queries
from motcua.domain.dossiers.terms import ReturnBy
from motcua.domain.post import queries as post
from motcua.domain.regulation.answers import Answer
from motcua.domain.satisfaction import queries as satisfaction
from motcua.domain.vietnamese.dates import show_date
from motcua.domain.working_days.explanation import Explanation
from motcua.web.portal import checked, tracked

PAGES = {
    SentKind.SUPPLEMENT: "following:supplement",
    SentKind.PAYMENT: "following:payment",
    SentKind.WITHDRAWAL: "following:withdraw",
    SentKind.STOP: "following:stop",
    SentKind.RESUME: "following:go_on",
}
WISHED = {
    SentKind.WITHDRAWAL: "Rút hồ sơ",
    SentKind.STOP: "Xin tạm dừng giải quyết",
    SentKind.RESUME: "Xin giải quyết tiếp",
}


@dataclass(frozen=True)
class HandedIn:
    """A paper that was handed in, with its scan where there is one."""

    name: str
    when: str
    address: str


@dataclass(frozen=True)
class ResultShown:
    """A result: what may be known of it, and where its file lies, if it is one."""

    known: checked.Checked
    check: str
    address: str


@dataclass(frozen=True)
class SentShown:
    """Something sent from home: what, when, how it was answered, and where it can be taken back."""

    what: str
    sent: Any
    take_back: str


@dataclass(frozen=True)
class Shown:
    """Everything on the page."""

    base: tracked.Shown
    mine: bool  # not that of a business or of somebody else
    owner: str
    stands: Any
    return_by: str
    return_answer: Answer
    bring_to: str | None  # where the postman goes; none when the result comes another way
    handed_in: list[HandedIn]
    results: list[ResultShown]
    sent: list[SentShown]
    supplement: str
    payment: str
    wishes: list[tuple[str, str]]
    looks: list[looking.Look]
    rated: Any
    may_rate: Answer
    went: Explanation | None  # how the limit that begins anew would end, told before and after


def shown(person: Any, dossier: Any, at: datetime) -> Shown:
    """The page for this person."""
    base = tracked.shown(dossier, at, dossier.secret)
    sent = home_queries.sent_of(dossier)
    open_kinds = {each.kind for each in sent if each.answered_at is None}
    may_file = rights.may_act(person, dossier, Power.FILE, at)
    rated = satisfaction.opinion_of(dossier) if dossier.delivered_at else None
    return Shown(
        base=base,
        mine=dossier.identity_number == person.identity_number,
        owner=dossier.applicant_name,
        stands=stands_with_us(dossier) if base.promise else None,
        return_by=dossier.get_return_by_display(),
        return_answer=choosing.still_open(dossier),
        bring_to=_bring_to(dossier) if dossier.return_by == ReturnBy.POST else None,
        handed_in=_handed_in(dossier),
        results=_results(dossier, at),
        sent=[_sent(each, dossier) for each in sent],
        supplement=_way(dossier, SentKind.SUPPLEMENT, open_kinds),
        payment=_way(dossier, SentKind.PAYMENT, open_kinds),
        wishes=[(WISHED[kind], _way(dossier, kind, open_kinds)) for kind in WISHES if _way(dossier, kind, open_kinds)]
        if may_file
        else [],
        looks=looking.looked_at(dossier),
        rated=rated,
        may_rate=satisfaction.may_rate(person, dossier, rated, at),
        went=base.explained if dossier.supplements and base.promise else None,
    )


def _bring_to(dossier: Any) -> str:
    wish = post.wish_of(dossier.stream)
    return f"{wish.name}, {wish.home}" if wish else f"địa chỉ trong hồ sơ ({dossier.address})"


def _way(dossier: Any, kind: SentKind, under_way: Iterable[str]) -> str:
    """Where it can be sent; nowhere when the stage does not allow it or it waits for an answer."""
    possible = stages.can(dossier.stage, LEADS_TO[kind]) and kind.value not in under_way
    return reverse(PAGES[kind], args=[dossier.code]) if possible else ""


def _handed_in(dossier: Any) -> list[HandedIn]:
    return [
        HandedIn(
            each.component.name,
            f"bổ sung lần {each.occasion}" if each.occasion else "khi nộp hồ sơ",
            reverse("following:handed_in", args=[dossier.code, each.scan_id]) if each.scan_id else "",
        )
        for each in queries.submitted(dossier)
    ]


def _results(dossier: Any, at: datetime) -> list[ResultShown]:
    if dossier.finished_at is None or not dossier.result_number:
        return []
    found = []
    for each in result_queries.of_dossier(dossier):
        known = checked.of_result(each, at)
        address = reverse("following:result", args=[dossier.code, each.pk]) if known.secret else ""
        found.append(ResultShown(known, reverse("portal:result", args=[each.secret]), address))
    return found


def _sent(sent: Any, dossier: Any) -> SentShown:
    proof = f" số {sent.words} ngày {show_date(sent.on)}" if sent.kind == SentKind.PAYMENT else ""
    take_back = "" if sent.answered_at else reverse("following:take_back", args=[dossier.code, sent.pk])
    return SentShown(f"{sent.get_kind_display()}{proof}", sent, take_back)
