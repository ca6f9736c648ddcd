"""Turns that stop the clock or end a dossier early: a payment, the applicant's wish, withdrawing, cancelling."""

from django.http import HttpResponseBase

from motcua.domain.dossiers.pauses import ending, pausing
from motcua.domain.dossiers.pauses import queries as pause_queries
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.entrance import OfficialRequest, officials_only
from motcua.web.dossier import pause_consequences as consequences
from motcua.web.dossier.forms.pauses import (
    CancelForm,
    CancellingForm,
    GiveBackForm,
    NoticeForm,
    ProofForm,
    RequestForm,
    WithdrawForm,
)
from motcua.web.dossier.forms.steps import ReasonForm

from .asking import Asking, ask, dossier_of, step_of

WITH_FILE = "dossier/file_act.html"

cite(Kind.SCREEN, "dossier:ask_for_payment", "4.5.a", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:payment_proven", "4.5.a", "3.3-1")
cite(Kind.SCREEN, "dossier:stop_on_request", "3.3-1", "5.1.đ-1")
cite(Kind.SCREEN, "dossier:withdraw", "3.3-1", "4.1.e")
cite(Kind.SCREEN, "dossier:cancel", "5.1.e-1", "5.1.e-2")
cite(Kind.SCREEN, "dossier:decline_cancellation", "5.1.e-1")


@officials_only
def ask_for_payment(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Tell the applicant what has to be paid; the clock stands until it is proven."""
    step = step_of(request, code, task)
    form = NoticeForm(request.POST or None, initial={"on": local_day(request.at)})
    foreseen = consequences.of_asking_for_payment(step.dossier, request.at)

    def do() -> None:
        pausing.ask_for_payment(step, notice=form.notice, by=request.officer, at=request.at)

    asking = Asking("ask_for_payment", step.dossier, foreseen, form, step, "dossier/payment.html")
    return ask(request, asking, do)


@officials_only
def payment_proven(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Take in the receipt; everything goes on."""
    dossier = dossier_of(request, code)
    form = ProofForm(request.POST or None, request.FILES or None, initial={"on": local_day(request.at)})

    def do() -> None:
        pausing.payment_proven(dossier, proof=form.proof, by=request.officer, at=request.at)

    foreseen = consequences.of_going_on(dossier, request.at)
    return ask(request, Asking("payment_proven", dossier, foreseen, form, template=WITH_FILE), do)


@officials_only
def stop_on_request(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Let the matter rest, as its applicant asks."""
    dossier = dossier_of(request, code)
    form = _request_form(request)

    def do() -> None:
        pausing.stop_on_request(dossier, request=form.request, by=request.officer, at=request.at)

    foreseen = consequences.of_stopping(dossier, request.at)
    return ask(request, Asking("stop_on_request", dossier, foreseen, form, template=WITH_FILE), do)


@officials_only
def resume(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Go on, as its applicant asks."""
    dossier = dossier_of(request, code)
    form = _request_form(request)

    def do() -> None:
        pausing.resume(dossier, request=form.request, by=request.officer, at=request.at)

    foreseen = consequences.of_going_on(dossier, request.at)
    return ask(request, Asking("resume", dossier, foreseen, form, template=WITH_FILE), do)


@officials_only
def withdraw(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Take the dossier back, as its applicant asks."""
    dossier = dossier_of(request, code)
    foreseen = consequences.of_withdrawing(dossier, request.at)
    initial = {"on": local_day(request.at)}
    form = WithdrawForm(request.POST or None, request.FILES or None, initial=initial, explain=bool(foreseen.warns))

    def do() -> None:
        explanation = form.given["explanation"]
        ending.withdraw(dossier, request=form.request, by=request.officer, at=request.at, explanation=explanation)

    return ask(request, Asking("withdraw", dossier, foreseen, form, template=WITH_FILE), do)


@officials_only
def propose_cancellation(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Propose to the head that the dossier be cancelled."""
    dossier = dossier_of(request, code)
    form = CancellingForm(request.POST or None)

    def do() -> None:
        ending.propose_cancellation(dossier, why=form.why, by=request.officer, at=request.at)

    return ask(request, Asking("propose_cancellation", dossier, consequences.of_proposing(), form), do)


@officials_only
def cancel(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Cancel the dossier; what was proposed stands in the form already."""
    dossier = dossier_of(request, code)
    foreseen = consequences.of_cancelling(dossier, request.at)
    proposed = pause_queries.early_end_of(dossier)
    initial = {"ground": proposed.ground, "reason": proposed.reason} if proposed else {}
    form = CancelForm(request.POST or None, initial=initial, explain=bool(foreseen.warns))

    def do() -> None:
        explanation = form.given["explanation"]
        ending.cancel(dossier, why=form.why, by=request.officer, at=request.at, explanation=explanation)

    return ask(request, Asking("cancel", dossier, foreseen, form), do)


@officials_only
def decline_cancellation(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Let the dossier go on, and say why."""
    dossier = dossier_of(request, code)
    form = ReasonForm(request.POST or None)

    def do() -> None:
        reason = form.cleaned_data["reason"]
        ending.decline_cancellation(dossier, reason=reason, by=request.officer, at=request.at)

    return ask(request, Asking("decline_cancellation", dossier, consequences.of_declining(dossier), form), do)


@officials_only
def give_back_papers(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Put the papers into the hands they belong in."""
    dossier = dossier_of(request, code)
    form = GiveBackForm(request.POST or None, owner=dossier.applicant_name)

    def do() -> None:
        ending.give_back_papers(dossier, to=form.recipient, by=request.officer, at=request.at)

    return ask(request, Asking("give_back_papers", dossier, consequences.of_giving_back(), form), do)


def _request_form(request: OfficialRequest) -> RequestForm:
    return RequestForm(request.POST or None, request.FILES or None, initial={"on": local_day(request.at)})
