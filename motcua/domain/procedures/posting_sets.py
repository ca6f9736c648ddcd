"""The printable set of a body or a field: made by a job when something in it changed, kept, never made again (4.1.b).

Whoever asks gets the newest set only while it holds exactly what is in force that day: an ended procedure never
hangs on a wall as a current one.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from motcua.domain.organisations.models import Office
from motcua.domain.papers import storage
from motcua.domain.papers.facts import to_json
from motcua.domain.papers.forms.posting_set.facts import PostingSet
from motcua.domain.papers.issuing import printed
from motcua.domain.papers.models import StoredFile
from motcua.domain.papers.pictures import page_count
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day

from .finding import in_force_on
from .models import Field
from .posted_set_models import PostedSet
from .posting import posting_set
from .queries import whole_in_force

CODE = "posting_set"


def make_due(at: datetime) -> int:
    """Make the sets whose content changed since they were made; gives how many were made."""
    day = local_day(at)
    return sum(_made_when_changed(about, day, at) for about in _abouts(day))


@rule("4.1.b")
def current_set(day: date, *, owner: str = "", field: str = "") -> PostedSet | None:
    """The set of a body or a field that holds just what is in force that day; none while it is still to be made."""
    mine = Q(owner__code=owner) if owner else Q(field__code=field)
    newest = PostedSet.objects.filter(mine).select_related("file", "owner", "field").order_by("-made_at", "-id").first()
    if newest is None or newest.versions != sorted(_in_force(day, owner, field).values_list("pk", flat=True)):
        return None
    return newest


def bytes_of(made: PostedSet) -> bytes:
    """The file itself, checked against its digest."""
    return storage.read(made.file)


def _abouts(day: date) -> Iterator[Office | Field]:
    """The bodies and the fields that have a procedure in force."""
    used = in_force_on(day)
    yield from Office.objects.filter(pk__in=used.values("procedure__owner")).order_by("pk")
    yield from Field.objects.filter(pk__in=used.values("field")).order_by("pk")


def _made_when_changed(about: Office | Field, day: date, at: datetime) -> bool:
    is_body = isinstance(about, Office)
    whole = whole_in_force(day).filter(**{"procedure__owner" if is_body else "field": about})
    versions = list(whole.order_by("field__sort_key", "sort_key", "id"))
    facts = posting_set(versions, about.name if is_body else f"Lĩnh vực {about.name}", on=day)
    of, digest = ({"owner": about} if is_body else {"field": about}), digest_of(facts)
    made = PostedSet.objects.filter(**of).order_by("-made_at", "-id")
    newest, same = made.first(), made.filter(digest=digest).first()
    if same is not None:
        if same != newest:  # the content of an earlier day has come back
            PostedSet.objects.filter(pk=same.pk).update(made_at=at)
        return False
    pdf = printed(CODE, facts)
    kept = storage.keep(pdf, kind=StoredFile.Kind.PDF, pages=page_count(pdf), at=at)
    PostedSet.objects.create(**of, digest=digest, versions=sorted(each.pk for each in versions), file=kept, made_at=at)
    return True


def digest_of(facts: PostingSet) -> str:
    """What a set says, without the day on which it is printed."""
    said = json.dumps(_undated(to_json(facts)), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(said.encode()).hexdigest()


def _undated(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _undated(each) for name, each in value.items() if name != "issued_on"}
    return [_undated(each) for each in value] if isinstance(value, list | tuple) else value


def _in_force(day: date, owner: str, field: str) -> Any:
    rows = in_force_on(day)
    return rows.filter(procedure__owner__code=owner) if owner else rows.filter(field__code=field)
