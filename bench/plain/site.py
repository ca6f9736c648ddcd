"""Its pages: sign in, receive, step. One transaction each, without rights, rules, papers or keys of forms."""

import hashlib
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import authenticate, login
from django.contrib.auth.decorators import login_required
from django.core.wsgi import get_wsgi_application
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.urls import path
from django.utils import timezone

application = get_wsgi_application()

from motcua.domain.dossiers.models import Dossier  # noqa: E402 - models are there once Django is set up
from motcua.domain.journal.models import Entry  # noqa: E402

STAGES = ("transferred", "processing", "processing", "approved", "result_ready", "at_centre")


class SignInForm(forms.Form):
    """Who it is."""

    login = forms.CharField()
    password = forms.CharField()


class ReceiveForm(forms.Form):
    """What is typed at the counter."""

    code = forms.CharField(max_length=40)
    sample = forms.IntegerField()
    applicant_name = forms.CharField(max_length=200)
    identity_number = forms.CharField(max_length=40)
    phone = forms.CharField(max_length=15)
    address = forms.CharField(max_length=300)


class StepForm(forms.Form):
    """What comes of a step."""

    note = forms.CharField(required=False, max_length=2000)


def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Prove who it is."""
    form = SignInForm(request.POST or None)
    get_token(request)
    if form.is_valid():
        given = form.cleaned_data
        account = authenticate(request, username=given["login"], password=given["password"])
        if account is not None:
            login(request, account)
            return redirect("/")
    return HttpResponse()


@login_required
def receive(request: HttpRequest) -> HttpResponseBase:
    """Write a dossier, a copy of one of the program with another applicant, and the first line of its journal."""
    form = ReceiveForm(request.POST)
    if not form.is_valid():
        return HttpResponse(form.errors.as_text(), status=422)
    given = form.cleaned_data
    number = given.pop("sample")
    if number not in _samples:
        sample = Dossier.objects.values().get(pk=number)
        ended = dict.fromkeys(("delivered_at", "finished_at", "decided_at"))
        _samples[number] = {**sample, "id": None, "stage": "received", **ended}
    with transaction.atomic():
        dossier = Dossier.objects.create(**{**_samples[number], **given, "secret": given["code"]})
        _note(dossier, request, 1, "receive", given)
    messages.success(request, "Đã tiếp nhận hồ sơ.")
    return redirect("page", dossier.code)


@login_required
def step(request: HttpRequest, code: str, number: int) -> HttpResponseBase:
    """Lock, change, write a line."""
    form = StepForm(request.POST)
    if not form.is_valid():
        return HttpResponse(form.errors.as_text(), status=422)
    with transaction.atomic():
        dossier = get_object_or_404(Dossier.objects.select_for_update(), code=code)
        dossier.stage = STAGES[number - 1]
        dossier.save(update_fields=["stage"])
        _note(dossier, request, number + 1, "step", form.cleaned_data)
    messages.success(request, f"Đã xử lý hồ sơ {code}.")
    return redirect("page", code)


def page(request: HttpRequest, code: str) -> HttpResponseBase:
    """Where the forms lead; nobody opens it."""
    return HttpResponse(code)


_samples: dict[int, dict[str, Any]] = {}


def _note(dossier: Dossier, request: HttpRequest, number: int, act: str, facts: dict[str, Any]) -> None:
    Entry.objects.create(
        stream=f"plain/{dossier.pk}",
        number=number,
        act=act,
        clauses=["5.1.đ-2"],
        facts=facts,
        by_code=request.user.get_username(),
        by_name=request.user.get_username(),
        at=timezone.now(),
        previous=bytes(32),
        digest=hashlib.sha256(str(facts).encode()).digest(),
    )


urlpatterns = [
    path("dang-nhap/", sign_in),
    path("tiep-nhan/", receive),
    path("ho-so/<str:code>/", page, name="page"),
    path("ho-so/<str:code>/<int:number>/", step),
]
