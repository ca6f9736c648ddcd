"""Papers filled in to show how: a department looks after those of its procedures."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.procedures import queries as procedures
from motcua.domain.procedures.queries import Search
from motcua.domain.questions import policies, samples
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local_day
from motcua.domain.vietnamese.text import clean
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of

from ..forms import SampleFile

SHOWN = 20

cite(Kind.SCREEN, "questions:samples", "4.1.c")
cite(Kind.SCREEN, "questions:samples_of", "4.1.c", "5.1.d")


@require_safe
@holders_of(*policies.ANSWERS)
def find(request: OfficialRequest) -> HttpResponse:
    """The procedures of one's body, to choose one."""
    held = request.officer.held_at(request.at)
    body = next((each.body_code for each in held if each.roles & {*policies.ANSWERS}), "")
    words = clean(request.GET.get("tim", ""))[:200]
    place = place_of(request, SHOWN)
    at_page = procedures.catalogue(Search(words=words, body=body), on=local_day(request.at), place=place)
    context = {"rows": at_page.rows, "pages": beside(request, at_page), "words": words}
    return render(request, "questions/samples.html", context)


@require_safe
@holders_of(*policies.ANSWERS)
def of_procedure(request: OfficialRequest, code: str) -> HttpResponse:
    """The papers of a procedure in force, each with its sample or the way to put one in."""
    version = _version(request, code)
    there = samples.samples_of(version)
    context = {
        "version": version,
        "rows": [(each, there.get(each.position)) for each in version.components.all()],
        "keeps": policies.may_keep_samples(request.officer, version, request.at),
        "carried": len(samples.to_carry(version)),
    }
    return render(request, "questions/samples_of.html", context)


@holders_of(*policies.ANSWERS)
def add(request: OfficialRequest, code: str, position: int) -> HttpResponseBase:
    """Put a filled-in sample beside a paper."""
    version, component = _component(request, code, position)
    form = SampleFile(request.POST or None, request.FILES or None)
    page = _page(
        request, version, component.name, "Đưa bản điền mẫu", "Đưa lên", template="questions/file_form.html",
        says=("Mỗi trang được đóng chữ MẪU ở góc trên bên phải. Bản cũ, nếu có, thôi dùng.",),
    )  # fmt: skip

    def do() -> str:
        samples.add_sample(component, form.cleaned_data["file"], by=request.officer, at=request.at)
        return reverse("questions:samples_of", args=[code])

    return ask(request, page, form, do, said="Đã đưa bản điền mẫu lên.")


@holders_of(*policies.ANSWERS)
def withdraw(request: OfficialRequest, code: str, position: int) -> HttpResponseBase:
    """Show it no more."""
    version, component = _component(request, code, position)
    sample = found(samples.public_sample, code, position, local_day(request.at))
    page = _page(request, version, component.name, "Thôi dùng bản điền mẫu", "Thôi dùng", grave=True)

    def do() -> str:
        samples.withdraw_sample(sample, by=request.officer, at=request.at)
        return reverse("questions:samples_of", args=[code])

    return ask(request, page, Form(request.POST or None), do, said="Đã thôi dùng bản điền mẫu.")


@holders_of(*policies.ANSWERS)
def carry(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Use the samples of the version before, after reading them again."""
    version = _version(request, code)
    papers = tuple(component.name for component, _ in samples.to_carry(version))
    page = _page(request, version, version.name, "Dùng tiếp bản điền mẫu của phiên bản trước", "Đã đọc lại, dùng tiếp",
                 says=papers)  # fmt: skip

    def do() -> str:
        samples.carry_samples(version, by=request.officer, at=request.at)
        return reverse("questions:samples_of", args=[code])

    return ask(request, page, Form(request.POST or None), do, said="Đã dùng tiếp bản điền mẫu.")


def _version(request: OfficialRequest, code: str) -> Any:
    return found(procedures.published, clean(code), local_day(request.at))


def _component(request: OfficialRequest, code: str, position: int) -> tuple[Any, Any]:
    version = _version(request, code)
    return version, found(version.components.get, position=position)


def _page(request: OfficialRequest, version: Any, about: str, title: str, button: str, **more: Any) -> FormPage:
    return FormPage(
        title=title, button=button, about=about, back=reverse("questions:samples_of", args=[version.procedure.code]),
        hindrance=policies.may_keep_samples(request.officer, version, request.at), **more,
    )  # fmt: skip
