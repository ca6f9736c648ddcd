"""Asking for what is missing or at fault: once, everything together."""

from django.http import HttpResponseBase

from motcua.domain.dossiers import queries, supplement
from motcua.domain.procedures.queries import handled
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, officials_only
from motcua.web.dossier import consequences
from motcua.web.dossier.forms.steps import SupplementForm
from motcua.web.dossier.show.scans import handed_in

from .asking import Asking, ask, step_of

cite(Kind.SCREEN, "dossier:request_supplement", "5.1.d", "5.1.e-2")


@officials_only
def request_supplement(request: OfficialRequest, code: str, task: int) -> HttpResponseBase:
    """Name every published component that is missing or at fault, and why; the clock waits for the applicant."""
    step = step_of(request, code, task)
    foreseen = consequences.of_requesting_supplement(step.dossier, request.at)
    form = SupplementForm(
        request.POST or None,
        components=handled(step.dossier.version_id).components,
        handed_in=handed_in(queries.submitted(step.dossier)),
        explain=bool(foreseen.warns),
    )

    def do() -> None:
        given = {"reason": form.given["reason"], "explanation": form.given["explanation"]}
        supplement.request_supplement(step, faults=form.faults(), **given, by=request.officer, at=request.at)

    asking = Asking("request_supplement", step.dossier, foreseen, form, step, "dossier/supplement.html")
    return ask(request, asking, do)
