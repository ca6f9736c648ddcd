"""Where systems of others send what people said to them, and ask what became of it.

The format is in docs/how-to/send-feedback-from-another-system.md. Who has no token learns nothing but that.
"""

import json
import re
from typing import Any

from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from motcua.domain.feedback import queries
from motcua.domain.feedback.clients.managing import client_of, digest_of
from motcua.domain.feedback.clients.taking import Revoked, Sent, TooMuch, take_from_client
from motcua.domain.feedback.intake import Contact, Said
from motcua.domain.feedback.telling import address_of
from motcua.domain.feedback.terms import Kind as FeedbackKind
from motcua.domain.organisations import queries as organisations
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local
from motcua.web.components import tries
from motcua.web.components.entrance import everybody
from motcua.web.components.fields import Form, LongTextField, PhoneField, TextField
from motcua.web.components.tries import Limit

cite(Kind.SCREEN, "voices:api_take", "4.6.a")
cite(Kind.SCREEN, "voices:api_state", "4.6.a")

MOST = 64 * 1024
KEY = re.compile(r"[A-Za-z0-9._:-]{8,80}")


class SentForm(Form):
    """What is sent, by the names of the format."""

    loai = forms.ChoiceField(label="loai", choices=FeedbackKind.choices)
    tom_tat = TextField(label="tom_tat", max_length=150)
    noi_dung = LongTextField(label="noi_dung", max_length=6000)
    co_quan = TextField(label="co_quan", max_length=60, required=False)
    ho_so = TextField(label="ho_so", max_length=40, required=False)
    ho_ten = TextField(label="ho_ten", max_length=120, required=False)
    dien_thoai = PhoneField(label="dien_thoai", required=False)
    thu_dien_tu = forms.EmailField(label="thu_dien_tu", max_length=120, required=False)
    dia_chi = TextField(label="dia_chi", max_length=300, required=False)
    giau_ten = forms.BooleanField(label="giau_ten", required=False)

    def clean_co_quan(self) -> Any:
        """A body that feedback can be about, by its code; nothing where none is said."""
        code, at = self.cleaned_data["co_quan"], self.at
        found = next((each for each in queries.bodies(at) if each.code == code), None) if code else None
        if code and found is None:
            raise forms.ValidationError("Không có cơ quan nào có mã này.", code="invalid")
        return organisations.office(code) if found else None

    def __init__(self, *args: Any, at: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.at = at


class NotReadable(Exception):
    """What was sent is not in the format: the status of the answer, and what is wrong."""


@csrf_exempt
@require_POST
@everybody
def take(request: HttpRequest) -> JsonResponse:
    """Take one piece of feedback down: the token first, then the format; a repeat gets the same answer."""
    at = request.at  # type: ignore[attr-defined]
    if wait := tries.wait(request, Limit.KNOCKING):
        return _wrong(429, "Quá nhiều lần sai mã kết nối.", {"Retry-After": str(wait)})
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    try:
        client = client_of(token.strip() if scheme.lower() == "bearer" else "")
    except ObjectDoesNotExist:
        tries.note(request, Limit.KNOCKING)
        return _wrong(401, "Mã kết nối không đúng hoặc đã bị thu hồi.", {"WWW-Authenticate": "Bearer"})
    try:
        key, told, digest = _read(request)
    except NotReadable as wrong:
        return _wrong(*wrong.args)
    form = SentForm(told, at=at)
    if not form.is_valid():
        return JsonResponse({"loi": "Nội dung chưa đúng.", "cho_sai": dict(form.errors)}, status=422)
    try:
        item = take_from_client(_said(form.cleaned_data), Sent(key, digest), by=client, at=at)
    except Refused as refusal:
        status = {Revoked: 401, TooMuch: 429}.get(type(refusal), 409)
        return _wrong(status, str(refusal.sentence), {"Retry-After": "600"} if status == 429 else {})
    return JsonResponse({**_state(item), "bi_mat": item.secret}, status=201)


@require_safe
@everybody
def state(request: HttpRequest, code: str) -> JsonResponse:
    """What became of it, for who has its code and its secret."""
    if wait := tries.wait(request, Limit.TRACKING):
        return _wrong(429, "Quá nhiều lần hỏi sai.", {"Retry-After": str(wait)})
    try:
        item = queries.by_secret(request.GET.get("bi_mat", "")[:40].replace("\0", ""))
    except ObjectDoesNotExist:
        item = None
    if item is None or item.code != code.upper():
        tries.note(request, Limit.TRACKING)
        return _wrong(404, "Không có phản ánh này.")
    return JsonResponse(_state(item))


def _read(request: HttpRequest) -> tuple[str, dict[str, Any], str]:
    """The key, what is told, and the digest of what was sent."""
    if request.content_type != "application/json":
        raise NotReadable(415, "Phải gửi application/json.")
    if int(request.headers.get("Content-Length") or 0) > MOST or len(body := request.read(MOST + 1)) > MOST:
        raise NotReadable(413, f"Nhiều nhất {MOST // 1024} KB.")
    key = request.headers.get("Idempotency-Key", "")
    if not KEY.fullmatch(key):
        raise NotReadable(400, "Thiếu Idempotency-Key (8 đến 80 chữ cái, chữ số, dấu . _ : -).")
    try:
        told = json.loads(body)
    except (ValueError, RecursionError):
        raise NotReadable(400, "Không đọc được JSON.") from None
    if not isinstance(told, dict) or not told.keys() <= SentForm.base_fields.keys():
        raise NotReadable(422, f"Chỉ nhận một đối tượng với: {', '.join(SentForm.base_fields)}.")
    for name, value in told.items():
        if not isinstance(value, bool if name == "giau_ten" else str):
            raise NotReadable(422, f"{name} phải là {'true, false' if name == 'giau_ten' else 'chữ'}.")
    return key, told, digest_of(body)


def _said(told: dict[str, Any]) -> Said:
    contact = Contact(told["ho_ten"], told["dien_thoai"], told["thu_dien_tu"], told["dia_chi"], told["giau_ten"])
    dossier = queries.dossier_named(told["ho_so"])
    lost = f"\n\nMã hồ sơ đã ghi: {told['ho_so']}" if told["ho_so"] and dossier is None else ""
    kind = FeedbackKind(told["loai"])
    return Said(told["tom_tat"], told["noi_dung"] + lost, kind, contact, dossier=dossier, about=told["co_quan"])


def _state(item: Any) -> dict[str, Any]:
    it = item.same_as or item
    return {
        "ma": item.code,
        "theo_doi": f"https://{address_of(item)}",
        "tinh_trang": it.state,
        "tinh_trang_chu": it.get_state_display(),
        "co_quan": it.owner.name,
        "tra_loi_truoc": local(it.answer_by).isoformat(timespec="minutes"),
        "tra_loi_luc": local(it.answered_at).isoformat(timespec="minutes") if it.answered_at else None,
        "hoi_trang_thai": reverse("voices:api_state", args=[item.code]),
    }


def _wrong(status: int, why: str, headers: dict[str, str] | None = None) -> JsonResponse:
    return JsonResponse({"loi": why}, status=status, headers=headers or {})
