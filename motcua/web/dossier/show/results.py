"""The results on the page of a dossier: what each is, who signed it, whether it holds, what may be done with it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext

from motcua.domain.dossiers.results import possible as result_possible
from motcua.domain.dossiers.results import queries as result_queries
from motcua.domain.dossiers.results.slips import check_address
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.badges import Badge
from motcua.web.components.languages import day, moment

from ..words import ACTS, Words

SIGNED_BY = {"person": "Người ký", "seal": "Cơ quan ký", "elsewhere": "Ký ở nơi khác"}


@dataclass(frozen=True)
class Signer:
    """A signature on the file."""

    kind: str
    name: str
    when: str
    issuer: str


@dataclass(frozen=True)
class Shown:
    """One result: its line, its state, its signers, the acts that are possible."""

    result: Any
    state: Badge
    holds: str
    signers: list[Signer]
    offers: list[tuple[Words, str]]
    slip: str
    check: str


def of_dossier(by: Any, dossier: Any, at: datetime) -> list[Shown]:
    """The results of a dossier."""
    if not dossier.result_number:
        return []
    return [_shown(by, result, at) for result in result_queries.of_dossier(dossier)]


def state_of(result: Any, at: datetime) -> Badge:
    """Its state in words, with the kind of tag."""
    word = result.word(local_day(at))
    kind = {"in_force": "good", "amended": "waiting", "revoked": "bad"}[result.state]
    return Badge(word, "waiting" if word == "Hết thời hạn" else kind)


def holds(result: Any) -> str:
    """From when until when it holds, in words."""
    if result.valid_from is None and result.valid_to is None:
        return gettext("không xác định thời hạn")
    since = gettext("từ ngày {day}").format(day=day(result.valid_from)) if result.valid_from else ""
    until = gettext("đến hết ngày {day}").format(day=day(result.valid_to)) if result.valid_to else ""
    return " ".join(each for each in (since, until) if each)


def signers_of(signers: Iterable[dict[str, Any]]) -> list[Signer]:
    """The signatures in plain words."""
    return [
        Signer(
            SIGNED_BY[each["kind"]],
            each["name"],
            _when(each),
            each["issuer"],
        )
        for each in signers
    ]


def _when(signed: dict[str, Any]) -> str:
    """When it was signed; with a word of the authority that vouches for it, if one was asked."""
    when = moment(datetime.fromisoformat(signed["at"])) if signed["at"] else ""
    return gettext("{when} (có dấu thời gian)").format(when=when) if when and signed.get("stamped_at") else when


def _shown(by: Any, result: Any, at: datetime) -> Shown:
    code = result.dossier.code
    possible = result_possible.on_result(by, result, at)
    return Shown(
        result=result,
        state=state_of(result, at),
        holds=holds(result),
        signers=signers_of(result.signers),
        offers=[
            (ACTS[act], reverse(f"dossier:{act}", args=[code, result.pk])) for act, answer in possible.items() if answer
        ],
        slip=reverse("dossier:result_slip", args=[code, result.pk]),
        check=check_address(result),
    )
