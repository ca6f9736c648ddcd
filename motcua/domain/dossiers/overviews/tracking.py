"""What the applicant sees without an account: everything with the secret or the phone, else only how far it is."""

import re
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from motcua.domain.papers.models import Paper
from motcua.domain.papers.queries import papers_of
from motcua.domain.regulation.citations import rule

from ..models import Dossier
from ..stages import ENDED_EARLY, Stage

# Plain words for citizens: eight at most, as few as say what there is to do.
PLAIN = {
    Stage.REFUSED: "Không tiếp nhận",
    Stage.RECEIVED: "Đã tiếp nhận",
    Stage.HELD: "Chờ kết quả thủ tục trước trong nhóm",
    Stage.TRANSFERRED: "Đã tiếp nhận",
    Stage.PROCESSING: "Đang giải quyết",
    Stage.AWAITING_SUPPLEMENT: "Chờ bạn bổ sung giấy tờ",
    Stage.APPROVED: "Đang hoàn tất kết quả",
    Stage.REJECTED: "Không đủ điều kiện giải quyết",
    Stage.RESULT_READY: "Đang hoàn tất kết quả",
    Stage.AT_CENTRE: "Đã có kết quả, mời đến nhận",
    Stage.KEPT: "Đã có kết quả, mời đến nhận",
    Stage.DELIVERED: "Đã trả kết quả",
    Stage.AWAITING_PAYMENT: "Chờ bạn nộp tiền theo thông báo",
    Stage.STOPPED: "Tạm dừng theo yêu cầu của bạn",
    Stage.WITHDRAWN: "Đã rút, mời nhận lại giấy tờ",
    Stage.CANCELLED: "Đã dừng, mời nhận lại giấy tờ",
    Stage.GIVEN_BACK: "Đã trả lại giấy tờ cho bạn",
}
RETURNED = "Hồ sơ được trả lại, mời đến nhận"  # the same stages, when it did not meet the conditions
# The degree of completion, which says nothing of the outcome: the only thing that the code alone shows.
DEGREES = ("Đã tiếp nhận", "Đang giải quyết", "Đang hoàn tất kết quả", "Có kết quả tại nơi nhận", "Đã trả kết quả")
DEGREE = {
    Stage.RECEIVED: 1,
    Stage.HELD: 1,
    Stage.TRANSFERRED: 1,
    Stage.PROCESSING: 2,
    Stage.AWAITING_SUPPLEMENT: 2,
    Stage.APPROVED: 3,
    Stage.REJECTED: 3,
    Stage.RESULT_READY: 3,
    Stage.AT_CENTRE: 4,
    Stage.KEPT: 4,
    Stage.DELIVERED: 5,
    Stage.AWAITING_PAYMENT: 2,
    Stage.STOPPED: 2,
    Stage.WITHDRAWN: 2,
    Stage.CANCELLED: 2,
    Stage.GIVEN_BACK: 3,
}
# What ended early has no result to wait for; the code alone does not tell why it ended.
ENDED_DEGREES = ("Đã tiếp nhận", "Đã kết thúc, chờ trả giấy tờ", "Đã trả giấy tờ")
# What the applicant is given; the control slip and the register are for officials.
GIVEN = (
    "receipt", "bundle_receipt", "supplement_request", "apology", "refusal", "payment_notice", "stop_notice",
    "withdrawal_slip",
    "field_check_notice",
)  # fmt: skip
_WRITTEN = re.compile(r"(\d{3})\W*(\d\d)\W*(\d\d)\W*(H\d\d)\W*(\d{6})\W*(\d{4,})", re.ASCII)


@dataclass(frozen=True)
class Progress:
    """All that the code alone shows: how far the dossier is."""

    code: str
    done: int
    degrees: tuple[str, ...] = DEGREES

    @property
    def word(self) -> str:
        """The degree it has reached."""
        return self.degrees[self.done - 1]


@dataclass(frozen=True)
class SharedReceipt:
    """One receipt for several dossiers: of one bundle with its name and total date, or of one applicant's lot."""

    bundle: str
    dossiers: list[Dossier]
    due_at: datetime | None
    paper: Paper | None


def progress_of(dossier: Dossier) -> Progress:
    """How far a dossier is."""
    degrees = ENDED_DEGREES if dossier.stage in ENDED_EARLY else DEGREES
    return Progress(dossier.code or "", DEGREE[Stage(dossier.stage)], degrees)


def plain_word(dossier: Dossier) -> str:
    """Where the dossier is, for who has proved to be its applicant."""
    return plain_word_of(dossier.stage, dossier.outcome)


def plain_word_of(stage: str, outcome: str) -> str:
    """The same, where only these two are at hand."""
    if outcome == "rejected" and stage in (Stage.AT_CENTRE, Stage.KEPT):
        return RETURNED
    return PLAIN[Stage(stage)]


def code_as_written(text: str) -> str:
    """The dossier code behind what somebody typed: small letters, blanks, other signs between its parts."""
    plain = "".join(text.upper().split())
    found = _WRITTEN.fullmatch(plain)
    return "{}.{}.{}.{}-{}-{}".format(*found.groups()) if found else plain


@rule("3.3-1")
def by_code(code: str) -> Progress:
    """How far a dossier is, and no more without proof of who asks; raises `Dossier.DoesNotExist`.

    Thông tư 01/2018/TT-VPCP, Điều 16.2.d: the code and the degree of completion are public.
    """
    return progress_of(Dossier.objects.only("code", "stage").get(code=code_as_written(code)))


def by_secret(secret: str) -> Dossier:
    """The dossier whose receipt carries this QR; raises `Dossier.DoesNotExist`."""
    return _seen().get(secret=secret)


def shared_receipt(found: Dossier) -> SharedReceipt | None:
    """All that stands on the receipt whose QR leads to this dossier; none where it is not the first of several.

    Whoever has the QR sees everything of that receipt; the secret of a later dossier shows only that one.
    """
    if (placed := getattr(found, "bundled", None)) is not None and placed.position == 1:
        filing = placed.filing
        rows = list(_seen().filter(bundled__filing=filing).order_by("bundled__position"))
        return SharedReceipt(filing.bundle.name, rows, filing.due_at, filing.paper)
    if (placed := getattr(found, "in_lot", None)) is not None:
        rows = list(_seen().filter(in_lot__lot=placed.lot_id).order_by("in_lot"))
        return SharedReceipt("", rows, None, placed.lot.paper) if rows[0] == found else None
    return None


def by_code_and_phone(code: str, last_four: str) -> Dossier:
    """The dossier with this code whose applicant's or submitter's phone ends so; raises `Dossier.DoesNotExist`."""
    found = _seen().get(code=code_as_written(code))
    phones = [phone for phone in (found.phone, found.submitter_phone) if phone]
    if not re.fullmatch(r"[0-9]{4}", last_four) or not any(phone.endswith(last_four) for phone in phones):
        raise Dossier.DoesNotExist
    return found


def paper_given(secret: str, pk: int) -> Paper:
    """A paper the applicant was given, for who has the secret; `Dossier.DoesNotExist` or `Paper.DoesNotExist`."""
    found = by_secret(secret)
    shared = shared_receipt(found)
    if shared is not None and shared.paper is not None and shared.paper.pk == pk:
        return shared.paper
    return papers_of(found.stream).get(pk=pk, form_code__in=GIVEN)


def is_late(dossier: Dossier, at: datetime) -> bool:
    """Whether the promise to the applicant is broken."""
    return dossier.due_at is not None and (dossier.finished_at or at) > dossier.due_at


def _seen() -> QuerySet[Dossier]:
    rows = Dossier.objects.filter(code__isnull=False)
    shared = ("in_lot__lot__paper__file", "bundled__filing__bundle", "bundled__filing__paper__file")
    return rows.select_related("version__procedure", "one_stop", "department", "received_by", *shared)
