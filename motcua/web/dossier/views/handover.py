"""The result leaves the department for the Centre."""

from django.http import HttpResponseBase

from motcua.domain.dossiers.delivery import handover
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, officials_only
from motcua.web.dossier import consequences
from motcua.web.dossier.forms.steps import Explained

from .asking import Asking, ask, dossier_of

cite(Kind.SCREEN, "dossier:hand_over", "4.1.e", "5.1.đ-1")


@officials_only
def hand_over(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Pass the result, or the returned dossier with its notice, to the Centre."""
    dossier = dossier_of(request, code)
    foreseen = consequences.of_handing_over(dossier, request.at)
    form = Explained(request.POST or None, explain=bool(foreseen.warns))

    def do() -> None:
        handover.hand_over(dossier, **form.given, by=request.officer, at=request.at)

    return ask(request, Asking("hand_over", dossier, foreseen, form), do)
