"""The proof that a result was put into somebody's hands: a signature, a photo, a signed slip, the word of the post."""

from dataclasses import dataclass
from datetime import datetime

from motcua.domain.organisations.models import Officer
from motcua.domain.papers import scans
from motcua.domain.papers.uploads import Upload
from motcua.domain.post import consigning
from motcua.domain.post import queries as consignments
from motcua.domain.post.terms import State
from motcua.domain.regulation.answers import Refused

from ..models import Dossier
from .models import Delivery, Parcel

How = Delivery.How


@dataclass(frozen=True)
class Proof:
    """By what it is proved; all but the word of the post can be looked at."""

    how: str
    file: Upload | None = None


class UnderWay(Refused):
    """What the post has can not be given out at the counter."""

    clause = "4.1.e"


def keep(dossier: Dossier, proof: Proof | None, *, by: Officer, at: datetime, handed_out_at: datetime) -> None:
    """Keep the proof of a delivery, and end the parcel that the post reports as handed out."""
    free_of_post(dossier, by=by, at=at)
    parcel = under_way(dossier)
    by_post = proof is not None and proof.how == How.POST
    if parcel is not None and not by_post:
        raise UnderWay(f"Kết quả đang được gửi qua bưu chính (số hiệu {parcel}): hãy ghi đã phát hoặc chuyển hoàn.")
    if proof is None:
        return
    if by_post:
        _handed_out(parcel, handed_out_at)
    elif proof.file is None:
        raise Refused("Phải có chữ ký, ảnh chụp hoặc giấy biên nhận đã ký của người nhận.", "4.1.e")
    label = scans.Component(label=f"Bằng chứng trả kết quả: {How(proof.how).label.lower()}")
    given = {"about": dossier.stream, "by": by, "at": at, "component": label}
    scan = scans.take_in(proof.file, **given) if proof.file else None  # type: ignore[arg-type]
    Delivery.objects.create(dossier=dossier, how=proof.how, proof=scan)


def under_way(dossier: Dossier) -> Parcel | None:
    """The parcel that the post has now."""
    return Parcel.objects.filter(dossier=dossier, ended="").order_by("id").first()


def free_of_post(dossier: Dossier, *, by: Officer, at: datetime) -> None:
    """Cancel what waits for the postman, because the result goes another way; refuse what the post has in hand."""
    one = consignments.open_about(dossier.stream)
    if one is None:
        return
    if one.state != State.ORDERED:
        raise UnderWay(f"Bưu gửi {one} được theo dõi ở bàn Bưu chính: hãy ghi báo phát, chuyển hoàn hoặc mất ở đó.")
    consigning.cancel_consignment(one, reason="Kết quả được trả cách khác", by=by, at=at)


def kept(dossier: Dossier) -> Delivery | None:
    """The proof that was kept of a delivery, if any."""
    return Delivery.objects.filter(dossier=dossier).first()


def _handed_out(parcel: Parcel | None, at: datetime) -> None:
    if parcel is None:
        raise Refused("Kết quả này chưa được gửi qua bưu chính.", "4.1.e")
    parcel.ended, parcel.ended_at = Parcel.Ended.DELIVERED, at
    parcel.save(update_fields=["ended", "ended_at"])
