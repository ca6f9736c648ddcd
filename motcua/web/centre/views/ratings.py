"""What people said when it was over, for who watches over the work."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.domain.dossiers.from_home import rating
from motcua.domain.dossiers.from_home.terms import Level, Reason
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, holders_of
from motcua.web.components.environment import address
from motcua.web.components.paging import beside, place_of

LEVEL = "muc"

cite(Kind.SCREEN, "centre:ratings", "3.1")


@require_safe
@holders_of(Role.WATCH)
def ratings(request: OfficialRequest) -> HttpResponse:
    """The newest first, all or of one level."""
    asked = request.GET.get(LEVEL, "")
    level = int(asked) if asked in {str(each) for each in Level.values} else None
    at_page = rating.ratings(request.officer, request.at, place_of(request), level)
    every = ("Tất cả", address(request.path, request.GET, {LEVEL: None}), level is None)
    chips = [
        (words, address(request.path, request.GET, {LEVEL: str(one)}), one == level) for one, words in Level.choices
    ]
    context = {"rows": at_page.rows, "pages": beside(request, at_page), "chips": [every, *chips],
               "reasons": dict(Reason.choices)}  # fmt: skip
    return render(request, "centre/ratings.html", context)
