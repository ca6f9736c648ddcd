"""How the page of an act works: it says what will follow, takes the form, makes the one call, and goes back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse

from motcua.domain.dossiers import possible, queries
from motcua.domain.dossiers.stages import WrongStage
from motcua.domain.regulation.answers import Answer, Refused, no
from motcua.web.components.entrance import OfficialRequest, acting, found
from motcua.web.components.timeline import Told, timeline
from motcua.web.dossier.consequences import Foreseen
from motcua.web.dossier.show.page import time_of
from motcua.web.dossier.words import ACTS

# Where an official came from and goes back to; everybody else goes back to the page of the dossier.
CAME_FROM = {"phe-duyet": "approver:inbox"}
NOT_THIS_STEP = no("Quy trình không có việc này ở bước này.", "5.1.a-2")


@dataclass(frozen=True)
class Asking:
    """One act on a dossier, or on a step of it: what will follow, and the form that it takes.

    `answer` says whether it is possible where that hangs on something else than the dossier and the step;
    `result` is the one whose file has to be read before the act.
    """

    act: str
    dossier: Any
    foreseen: Foreseen
    form: Any
    task: Any = None
    template: str = "dossier/act.html"
    answer: Answer | None = None
    result: Any = None


def dossier_of(request: OfficialRequest, code: str) -> Any:
    """The dossier that this official may see, for an act on it."""
    return found(queries.to_act_on, request.officer, code, request.at)


def step_of(request: OfficialRequest, code: str, task: int) -> Any:
    """A step of that dossier."""
    return found(queries.step, request.officer, code, task, request.at)


def ask(request: OfficialRequest, asking: Asking, do: Callable[[], Any]) -> HttpResponseBase:
    """Show the form, or carry out what it asks for and go back to where the official came from."""
    if request.method != "POST" or not asking.form.is_valid():
        return _page(request, asking, hindrance=_hindrance(request, asking))
    words = ACTS[asking.act]

    def carry_out() -> str:
        do()
        return _back(request, asking.dossier)

    said = f"{words.said.removesuffix('.')}: hồ sơ {asking.dossier.code}."
    return acting(request, carry_out, said=said, refused=lambda refusal: _page(request, asking, refusal=refusal))


def _page(
    request: OfficialRequest, asking: Asking, *, refusal: Refused | None = None, hindrance: Answer | None = None
) -> HttpResponse:
    context = {
        "asking": asking,
        "words": ACTS[asking.act],
        "dossier": asking.dossier,
        "time": time_of(asking.dossier, request.at),
        "form": asking.form,
        "refusal": refusal,
        "hindrance": hindrance,
        "latest": _latest(asking.dossier) if isinstance(refusal, WrongStage) else None,
        "back": _back(request, asking.dossier),
        "from_where": _from_where(request),
    }
    return render(request, asking.template, context)


def _hindrance(request: OfficialRequest, asking: Asking) -> Answer | None:
    """Why the act can not be done now, so that nobody fills a form in vain."""
    by, at, act = request.officer, request.at, asking.act
    if asking.answer is not None:
        answer = asking.answer
    elif asking.task is not None:
        answer = possible.on_step(by, asking.task, at).get(act, NOT_THIS_STEP)
    else:
        answer = possible.on_dossier(by, asking.dossier, queries.open_steps(asking.dossier), at)[act]
    return None if answer else answer


def _latest(dossier: Any) -> Told:
    """What happened last, by whom and when: somebody was quicker."""
    return timeline(queries.story(dossier))[0]


def _from_where(request: OfficialRequest) -> str:
    name = request.POST.get("ve", request.GET.get("ve", ""))
    return name if name in CAME_FROM else ""


def _back(request: OfficialRequest, dossier: Any) -> str:
    name = _from_where(request)
    return reverse(CAME_FROM[name]) if name else reverse("dossier:page", args=[dossier.code])
