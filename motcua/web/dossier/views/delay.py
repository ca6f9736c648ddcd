"""When the promise can not be kept: apologise, and give the one new date."""

from django.http import HttpResponseBase

from motcua.domain.dossiers import delay
from motcua.domain.dossiers.ahead import apology_drafts
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, officials_only
from motcua.web.dossier import consequences
from motcua.web.dossier.forms.steps import ApologyForm

from .asking import Asking, ask, dossier_of

cite(Kind.SCREEN, "dossier:apologise_and_reschedule", "5.1.e-3", "7.8")


@officials_only
def apologise_and_reschedule(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Say why it will be late, and until when it will be done."""
    dossier = dossier_of(request, code)
    foreseen = consequences.of_apologising(dossier, request.at)
    draft = apology_drafts.draft_of(dossier)
    filled = {"new_due_on": draft.new_due_on, "reason": draft.reason} if draft else {}
    form = ApologyForm(request.POST or None, explain=bool(foreseen.warns), initial=filled)

    def do() -> None:
        delay.apologise_and_reschedule(dossier, **form.given, by=request.officer, at=request.at)

    return ask(request, Asking("apologise_and_reschedule", dossier, foreseen, form), do)
