"""The decision: approved, passed up, or returned for not meeting the conditions; then its result."""

from django.http import HttpResponseBase

from motcua.domain.dossiers import decision
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, officials_only
from motcua.web.dossier import consequences
from motcua.web.dossier.forms import NoteForm, RejectForm
from motcua.web.dossier.result_forms import ResultForm

from .asking import Asking, ask, dossier_of, step_of

cite(Kind.SCREEN, "dossier:approve", "5.1.c-1", "5.1.c-2", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:endorse", "5.1.c-1", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:reject", "5.1.e-1")
cite(Kind.SCREEN, "dossier:record_result", "5.1.đ-1")


@officials_only
def approve(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Decide in the applicant's favour."""
    step = step_of(request, code, task)
    form = NoteForm(request.POST or None)

    def do() -> None:
        decision.approve(step, note=form.cleaned_data["note"], by=request.officer, at=request.at)

    return ask(request, Asking("approve", step.dossier, consequences.of_approving(step), form, step), do)


@officials_only
def endorse(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Agree, and pass the dossier up to who decides."""
    step = step_of(request, code, task)
    form = NoteForm(request.POST or None)

    def do() -> None:
        decision.endorse(step, note=form.cleaned_data["note"], by=request.officer, at=request.at)

    return ask(request, Asking("endorse", step.dossier, consequences.of_endorsing(step), form, step), do)


@officials_only
def reject(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Return a dossier that does not meet the conditions, with the reason on paper."""
    step = step_of(request, code, task)
    foreseen = consequences.of_rejecting(step.dossier, request.at)
    form = RejectForm(request.POST or None, explain=bool(foreseen.warns))

    def do() -> None:
        decision.reject(step, **form.given, by=request.officer, at=request.at)

    return ask(request, Asking("reject", step.dossier, foreseen, form, step), do)


@officials_only
def record_result(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Enter the number and date of the result that was signed and sealed."""
    dossier = dossier_of(request, code)
    form = ResultForm(request.POST or None, request.FILES or None, initial={"on": local_day(request.at)})
    foreseen = consequences.of_recording_result(dossier)

    def do() -> None:
        decision.record_result(dossier, **form.given, by=request.officer, at=request.at)

    return ask(request, Asking("record_result", dossier, foreseen, form, template="dossier/file_act.html"), do)
