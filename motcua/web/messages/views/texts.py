"""Every text as it goes out, filled with the longest facts, and what is wrong with it."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.messages import linting
from motcua.domain.messages import texts as domain
from motcua.domain.messages.policies import NOTES
from motcua.domain.messages.terms import Way
from motcua.domain.messages.texts import Filled
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, holders_of


@dataclass(frozen=True)
class Preview:
    """One kind by one way: how it reads, how long it is, what the linter says."""

    way: Way
    text: Filled
    length: int
    buttons: tuple[str, ...]
    findings: tuple[str, ...]


@require_safe
@holders_of(*NOTES)
def texts(request: OfficialRequest) -> HttpResponseBase:
    """All kinds, each by every way, in the words of today."""
    day = local_day(request.at)
    shown = [(kind, kind.on(day), list(_previews(kind, day))) for kind in domain.KINDS.values()]
    wrong = sum(bool(each.findings) for _, _, previews in shown for each in previews)
    context = {"kinds": shown, "wrong": wrong, "facts": domain.FACTS, "segment": linting.SEGMENT}
    return render(request, "messages/texts.html", context)


def _previews(kind: domain.Kind, day: Any) -> Any:
    version, facts = kind.on(day), linting.longest(kind)
    found = list(linting.of(kind, version))
    for way in (Way.SMS, Way.ZNS, Way.EMAIL, Way.APP):
        text = version.by(way)
        if text is None:
            continue
        filled = domain.filled(kind.name, way, facts, on=day)
        buttons = tuple(words for words, _ in text.buttons) if isinstance(text, domain.Zns) else ()
        says = tuple(each.says for each in found if each.way == way)
        yield Preview(way, filled, len(filled.body), buttons, says)
