"""The measure that is shown first, for each body: how much of what it finished came on time (3.1)."""

from django.http import HttpResponse
from django.shortcuts import render

from motcua.domain.regulation.citations import Kind, cite

from .. import show
from ..door import PublicRequest, public

cite(Kind.SCREEN, "portal:measures", "3.1")


@public
def measures(request: PublicRequest) -> HttpResponse:
    """The last full month, body by body."""
    return render(request, "portal/measures.html", {"shown": show.measures(request.at)})
