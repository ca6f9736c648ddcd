"""Where every result is: in the hands it belongs to, with what proves it, or in somebody's custody; never neither."""

from collections.abc import Iterator
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, TextField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Concat

from motcua.domain.journal.models import Entry
from motcua.domain.post.models import Consignment
from motcua.domain.post.terms import Direction, State

from ..models import Delivery, Dossier, Parcel, Result, Task
from ..results.terms import ResultState
from ..stages import Stage

HERE = (Stage.AT_CENTRE, Stage.KEPT)
WITH_RESULT = (Stage.RESULT_READY, *HERE, Stage.DELIVERED)
BATCH = 500


def faults() -> Iterator[str]:
    """I9: each result is handed over (against the receipt, signature, photo, slip or post code) or in custody."""
    yield from _nowhere()
    yield from _without_keeper()
    yield from _given_to_nobody()
    yield from _proofs()
    yield from _parcels()


def _nowhere() -> Iterator[str]:
    """A result in force belongs to a dossier that has come to one, and what has come to one has its result."""
    strays = Result.objects.filter(state=ResultState.IN_FORCE).exclude(dossier__stage__in=WITH_RESULT)
    for result in strays.select_related("dossier").order_by("id").iterator(chunk_size=BATCH):
        yield f"{result.dossier}: kết quả số {result.number} không ở cơ quan, Trung tâm hay người nhận nào"
    own = Result.objects.filter(dossier=OuterRef("pk"), number=OuterRef("result_number"))
    empty = Dossier.objects.filter(stage__in=WITH_RESULT, outcome="approved").exclude(Exists(own))
    for dossier in _each(empty):
        yield f"{dossier}: kết quả số {dossier.result_number} không có trong sổ kết quả"


def _without_keeper() -> Iterator[str]:
    """What lies at the Centre is somebody's to give out."""
    answerable = Task.objects.filter(dossier=OuterRef("pk"), kind="return", done_at=None)
    for dossier in _each(Dossier.objects.filter(stage__in=HERE).exclude(Exists(answerable))):
        yield f"{dossier}: kết quả ở Trung tâm nhưng không có việc trả kết quả nào đang mở"
    for dossier in _each(Dossier.objects.filter(stage__in=HERE, finished_at=None)):
        yield f"{dossier}: kết quả ở Trung tâm nhưng không rõ đến từ lúc nào"


def _given_to_nobody() -> Iterator[str]:
    for dossier in _each(Dossier.objects.filter(stage=Stage.DELIVERED, delivered_to="")):
        yield f"{dossier}: đã trả kết quả mà không ghi người nhận"


def _proofs() -> Iterator[str]:
    """The proof of a delivery is the one that the journal names, and stands with no other dossier."""
    told = _told().filter(stream=_stream(OuterRef("dossier_id")), how=Cast(OuterRef("how"), TextField()))
    kept = Delivery.objects.filter(~Exists(told) | ~Q(dossier__stage=Stage.DELIVERED))
    for proof in kept.select_related("dossier").order_by("id").iterator(chunk_size=BATCH):
        yield f"{proof.dossier}: bằng chứng trả kết quả không ứng với lần trả nào trong nhật ký"
    rows = Delivery.objects.annotate(stream=_stream(F("dossier_id")))
    for entry in _told().exclude(Exists(rows.filter(stream=OuterRef("stream"), how=OuterRef("how")))).order_by("id"):
        yield f"{entry.stream}: nhật ký ghi đã trả bằng chứng “{entry.facts['how']}” nhưng không còn bằng chứng"


def _told() -> QuerySet[Any]:
    """What the journal says of deliveries that were proved by more than the receipt, and how."""
    proved = Entry.objects.filter(act="deliver", facts__has_key="how")
    return proved.annotate(how=KeyTextTransform("how", "facts"))


def _stream(dossier: Any) -> Concat:
    return Concat(Value("dossier/"), Cast(dossier, TextField()), output_field=TextField())


def _parcels() -> Iterator[str]:
    """The post has only what waits at the Centre, and what it handed out is delivered by its word."""
    lost = Parcel.objects.filter(ended="").exclude(dossier__stage__in=HERE)
    for parcel in lost.select_related("dossier").order_by("id").iterator(chunk_size=BATCH):
        yield f"{parcel.dossier}: bưu gửi {parcel} đang trên đường nhưng kết quả không còn chờ trả"
    by_post = Delivery.objects.filter(dossier=OuterRef("dossier"), how="post")
    handed_out = Parcel.objects.filter(ended="delivered").exclude(Exists(by_post))
    for parcel in handed_out.select_related("dossier").order_by("id").iterator(chunk_size=BATCH):
        yield f"{parcel.dossier}: bưu chính báo đã phát {parcel} nhưng hồ sơ chưa ghi trả qua bưu chính"
    yield from _consigned()
    at_its_end = Parcel.objects.filter(dossier=OuterRef("dossier"), ended="delivered")
    alone = Delivery.objects.filter(how="post").exclude(Exists(at_its_end))
    for proof in alone.select_related("dossier").order_by("id").iterator(chunk_size=BATCH):
        yield f"{proof.dossier}: ghi trả qua bưu chính nhưng không có bưu gửi nào đã phát"


def _consigned() -> Iterator[str]:
    """What a consignment says of a result is what its parcel says."""
    ends = {State.DELIVERED: "delivered", State.CAME_BACK: "came_back", State.LOST: "lost"}
    with_post = Consignment.objects.filter(about__startswith="dossier/", direction=Direction.RETURN)
    for one in with_post.exclude(state__in=[State.ORDERED, State.CANCELLED]).order_by("id").iterator(chunk_size=BATCH):
        same = {"dossier": int(one.about.removeprefix("dossier/")), "number": one.number}
        if not Parcel.objects.filter(**same, ended=ends.get(State(one.state), "")).exists():
            yield f"bưu gửi {one}: {one.get_state_display().lower()} nhưng hồ sơ {one.about_code} ghi khác"


def _each(rows: QuerySet[Dossier]) -> Iterator[Dossier]:
    return rows.order_by("id").iterator(chunk_size=BATCH)
