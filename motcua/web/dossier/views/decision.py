"""The decision: approved, passed up, or returned for not meeting the conditions; then its result."""

from typing import Any

from django.http import HttpResponseBase

from motcua.domain.dossiers import decision, possible
from motcua.domain.dossiers.approving.at_centre import may_decide_from
from motcua.domain.organisations.places import Place
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, officials_only
from motcua.web.components.where import here
from motcua.web.dossier import consequences
from motcua.web.dossier.consequences import Foreseen
from motcua.web.dossier.forms.results import ResultForm
from motcua.web.dossier.forms.steps import DecideForm, RejectForm

from .asking import NOT_THIS_STEP, Asking, ask, dossier_of, step_of

cite(Kind.SCREEN, "dossier:approve", "5.1.c-1", "5.1.c-2", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:endorse", "5.1.c-1", "5.1.c-2", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:reject", "5.1.c-2", "5.1.e-1")
cite(Kind.SCREEN, "dossier:record_result", "5.1.đ-1")


@officials_only
def approve(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Decide in the applicant's favour."""
    step, place = step_of(request, code, task), here(request)
    form = DecideForm(request.POST or None, explain=False, elsewhere=not place.at_centre)

    def do() -> None:
        decision.approve(step, **form.given, by=request.officer, at=request.at, at_place=place)

    return ask(request, _asking(request, "approve", step, consequences.of_approving(step), form, place), do)


@officials_only
def endorse(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Agree, and pass the dossier up to who decides."""
    step, place = step_of(request, code, task), here(request)
    form = DecideForm(request.POST or None, explain=False, elsewhere=not place.at_centre)

    def do() -> None:
        decision.endorse(step, **form.given, by=request.officer, at=request.at, at_place=place)

    return ask(request, _asking(request, "endorse", step, consequences.of_endorsing(step), form, place), do)


@officials_only
def reject(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Return a dossier that does not meet the conditions, with the reason on paper."""
    step, place = step_of(request, code, task), here(request)
    foreseen = consequences.of_rejecting(step.dossier, request.at)
    form = RejectForm(request.POST or None, explain=bool(foreseen.warns), elsewhere=not place.at_centre)

    def do() -> None:
        decision.reject(step, **form.given, by=request.officer, at=request.at, at_place=place)

    return ask(request, _asking(request, "reject", step, foreseen, form, place), do)


@officials_only
def record_result(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Enter the number and date of the result that was signed and sealed."""
    dossier = dossier_of(request, code)
    form = ResultForm(request.POST or None, request.FILES or None, initial={"on": local_day(request.at)})
    foreseen = consequences.of_recording_result()

    def do() -> None:
        decision.record_result(dossier, **form.given, by=request.officer, at=request.at)

    return ask(request, Asking("record_result", dossier, foreseen, form, template="dossier/file_act.html"), do)


def _asking(request: OfficialRequest, act: str, step: Any, foreseen: Foreseen, form: Any, place: Place) -> Asking:
    """A decision with its place: whether it may be made from here, and what follows when it is made elsewhere."""
    answer = None
    if request.method != "POST":
        answer = possible.on_step(request.officer, step, request.at).get(act, NOT_THIS_STEP)
        if answer:
            answer = may_decide_from(place, step.office_id, request.at)
    foreseen = consequences.of_deciding_here(foreseen, place)
    return Asking(act, step.dossier, foreseen, form, step, answer=answer)
