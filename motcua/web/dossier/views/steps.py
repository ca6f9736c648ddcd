"""A dossier on its way: passed on, taken, completed, sent back, given to somebody else."""

from django.http import HttpResponseBase

from motcua.domain.dossiers import processing
from motcua.domain.organisations.queries import colleagues
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, officials_only
from motcua.web.components.fields import Form
from motcua.web.dossier import consequences
from motcua.web.dossier.forms.steps import CompleteForm, Explained, ReasonForm, ReassignForm

from .asking import Asking, ask, dossier_of, step_of

cite(Kind.SCREEN, "dossier:transfer", "5.1.đ-2")
cite(Kind.SCREEN, "dossier:take", "5.1.a-2")
cite(Kind.SCREEN, "dossier:complete_step", "5.1.a-2", "5.1.đ-2")
cite(Kind.SCREEN, "dossier:send_back", "5.1.a-2")
cite(Kind.SCREEN, "dossier:reassign", "5.1.c-1", "5.2.b")


@officials_only
def transfer(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Pass a received dossier on to the first step of the department."""
    dossier = dossier_of(request, code)
    foreseen = consequences.of_transferring(dossier, request.at)
    form = Explained(request.POST or None, explain=bool(foreseen.warns))

    def do() -> None:
        processing.transfer(dossier, **form.given, by=request.officer, at=request.at)

    return ask(request, Asking("transfer", dossier, foreseen, form), do)


@officials_only
def take(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Take a step; from then on it is one's own."""
    step = step_of(request, code, task)

    def do() -> None:
        processing.take(step, by=request.officer, at=request.at)

    form = Form(request.POST or None)
    return ask(request, Asking("take", step.dossier, consequences.of_taking(step), form, step), do)


@officials_only
def complete_step(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Finish a step with what came of it; where work is assigned, name who does the next one."""
    step = step_of(request, code, task)
    form = CompleteForm(request.POST or None, colleagues=consequences.for_the_next_step(step, request.at))

    def do() -> None:
        note = form.cleaned_data["note"]
        processing.complete_step(step, note=note, to=form.colleague, by=request.officer, at=request.at)

    return ask(request, Asking("complete_step", step.dossier, consequences.of_completing(step), form, step), do)


@officials_only
def send_back(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Return the dossier one step, with the reason."""
    step = step_of(request, code, task)
    form = ReasonForm(request.POST or None)

    def do() -> None:
        processing.send_back(step, reason=form.cleaned_data["reason"], by=request.officer, at=request.at)

    return ask(request, Asking("send_back", step.dossier, consequences.of_sending_back(step), form, step), do)


@officials_only
def reassign(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Give a step to a colleague who holds its role."""
    step = step_of(request, code, task)
    others = [each for each in colleagues(step.office_id, step.role, request.at) if each.pk != step.officer_id]
    form = ReassignForm(request.POST or None, colleagues=others)

    def do() -> None:
        reason = form.cleaned_data["reason"]
        processing.reassign(step, to=form.colleague, reason=reason, by=request.officer, at=request.at)

    return ask(request, Asking("reassign", step.dossier, consequences.of_reassigning(step), form, step), do)
