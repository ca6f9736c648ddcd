"""Several dossiers of one applicant: each is filled in and put by as a draft, the last one takes them all in."""

from collections.abc import Sequence
from copy import copy
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.datastructures import MultiValueDict

from motcua.domain.counters import drafts
from motcua.domain.dossiers.filed_together import several
from motcua.domain.regulation.answers import Refused
from motcua.web.components.entrance import OfficialRequest, found

ASKED, FIELD, ANOTHER = "cung", "with", "another"
PERSON = (
    "kind", "identity_kind", "identity_number", "name", "phone", "address", "email",
    "submitter-name", "submitter-identity_number", "submitter-phone", "channel", "return_by",
)  # fmt: skip


class NotFilled(Refused):
    """One that was put by is not as it must be any more."""

    clause = "5.1.đ-2"


def keys_of(text: str) -> list[UUID]:
    """The drafts that were put by, in their order."""
    try:
        return [UUID(each) for each in text.split(",") if each][: several.MOST]
    except ValueError:
        return []


def put_by(request: OfficialRequest, keys: Sequence[UUID]) -> list[Any]:
    """The drafts with these keys; one that is gone is left out."""
    mine = {draft.key: draft for draft in drafts.mine(request.officer, request.at)} if keys else {}
    return [mine[key] for key in keys if key in mine]


def begun(request: OfficialRequest) -> QueryDict | None:
    """A new form for the same person, when the address asks for one."""
    keys = keys_of(request.GET.get(ASKED, "")) if request.method == "GET" else []
    if not keys:
        return None
    last = found(drafts.draft, request.officer, keys[-1])
    sent = QueryDict(mutable=True)
    sent.update({name: last.fields[name] for name in PERSON if name in last.fields})
    sent[FIELD] = ",".join(map(str, keys))
    return sent


def onward(keys: Sequence[UUID], key: str) -> str:
    """Where the next dossier of the same person is filled in."""
    return f"{reverse('counter:intake')}?{ASKED}={','.join(map(str, (*keys, key)))}"


def as_sent(request: OfficialRequest, draft: Any) -> OfficialRequest:
    """The request with which a draft would have been sent to be received."""
    again = copy(request)
    sent = QueryDict(mutable=True)
    sent.update({name: value for name, value in draft.fields.items() if name != FIELD} | {"decide": "receive"})
    again.POST, again.GET = sent, QueryDict()  # type: ignore[assignment]
    again._files = MultiValueDict()  # type: ignore[attr-defined]
    return again


def receive(request: OfficialRequest, last: Any) -> str:
    """Take in the form that was sent together with those put by before it."""
    before = [type(last)(as_sent(request, draft)) for draft in last.lot]
    if len(before) < len(last.lot_keys):
        raise NotFilled("Một hồ sơ nộp cùng không còn trong bản nháp. Hãy mở lại và nhập lại hồ sơ đó.")
    for one in before:
        if not one.is_ready():
            raise NotFilled(f"Hồ sơ “{one.handled.name if one.handled else one.words}” nộp cùng chưa nhập đủ.")
    seen = last.decision.cleaned_data["duplicate_seen"]
    filings = [one.to_receive() for one in (*before, last)]
    dossiers = several.receive_together(filings, by=last.by, at=last.at, duplicate_seen=seen)
    for draft in last.lot:
        drafts.forget(draft.key, by=last.by)
    return reverse("counter:dossier", args=[dossiers[-1].code])
