"""Why a rule was broken, where it was not said at once."""

from django.http import HttpResponseBase

from motcua.domain.dossiers import breaches, possible, queries
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, officials_only
from motcua.web.dossier import consequences
from motcua.web.dossier.forms.steps import ExplanationForm

from .asking import Asking, ask

cite(Kind.SCREEN, "dossier:explain_breach", "4.1.d-2")


@officials_only
def explain_breach(request: OfficialRequest, code: str, breach: int) -> HttpResponseBase:
    """Write the explanation of one breach."""
    noted = found(queries.breach, request.officer, code, breach, request.at)
    form = ExplanationForm(request.POST or None)

    def do() -> None:
        breaches.explain_breach(noted, **form.cleaned_data, by=request.officer, at=request.at)

    ((_, answer),) = possible.explaining(request.officer, [noted], request.at)
    asking = Asking("explain_breach", noted.dossier, consequences.of_explaining(noted), form, answer=answer)
    return ask(request, asking, do)
