"""A form that arrived when its sender was no longer signed in: it goes with the sign-in page and comes back."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from .forms import SignIn

ADDRESS, BODY, FILES = "kept_address", "kept_body", "kept_file"


@dataclass(frozen=True)
class Kept:
    """Where a form was going, what it said, and the names of files that could not be kept."""

    address: str
    body: str
    files: tuple[str, ...] = ()

    @classmethod
    def of(cls, request: HttpRequest) -> "Kept | None":
        """What a POST was about to send, or None for a request that sends nothing."""
        if request.method != "POST":
            return None
        sent = request.POST.copy()
        sent.pop("csrfmiddlewaretoken", None)
        files = tuple(file.name or "" for field in request.FILES for file in request.FILES.getlist(field))
        return cls(request.get_full_path(), sent.urlencode(), files)

    @classmethod
    def carried_by(cls, request: HttpRequest) -> "Kept | None":
        """What a sign-in or unlock form carries in its hidden fields; an address outside is ignored."""
        address = request.POST.get(ADDRESS, "")
        if not address or not url_has_allowed_host_and_scheme(address, allowed_hosts=None):
            return None
        return cls(address, request.POST.get(BODY, ""), tuple(request.POST.getlist(FILES)))

    def carrying(self) -> list[tuple[str, str]]:
        """The hidden fields of a sign-in or unlock form that carries it on."""
        return [(ADDRESS, self.address), (BODY, self.body), *((FILES, name) for name in self.files)]

    def fields(self) -> list[tuple[str, str]]:
        """The fields of the form itself, as they were sent."""
        body = QueryDict(self.body)
        return [(name, value) for name, values in body.lists() for value in values]


def send_it_whole() -> HttpResponse:
    """The answer to a fragment asked for behind the lock: our script then sends the whole form, or reloads the page."""
    return HttpResponse(status=204, headers={"HX-Trigger": "locked"})


def give_back(request: HttpRequest, kept: Kept) -> HttpResponse:
    """The page that says the form is intact and sends it when asked to."""
    return render(request, "components/kept.html", {"kept": kept})


def sign_in_keeping(request: HttpRequest, kept: Kept) -> HttpResponse:
    """The sign-in page, carrying a form that came from somebody whose session had ended."""
    context = {"form": SignIn(request=request), "kept": kept, "redirect_field_value": ""}
    return render(request, "account/login.html", context, status=401)
