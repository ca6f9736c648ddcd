"""What the signatures of a PDF are worth, as plain values: who signed, for which body, when, and what is wrong."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from motcua.domain.vietnamese.dates import show_moment


class Flaw(StrEnum):
    """Why a signature can not be relied on, in the sentence people read."""

    ALTERED = "Nội dung đã bị thay đổi sau khi ký."
    PARTIAL = "Chữ ký không bao trùm toàn bộ tệp."
    ADDED_TO = "Sau khi ký, tệp đã bị thêm hoặc sửa nội dung khác, không chỉ thêm chữ ký."
    UNKNOWN_ISSUER = "Chứng thư số không do tổ chức chứng thực được tin cậy cấp."
    NOT_VALID_THEN = "Chứng thư số chưa có hoặc đã hết hiệu lực lúc ký."
    REVOKED = "Chứng thư số đã bị thu hồi."
    AHEAD_OF_TIME = "Thời điểm ký ghi trong tệp ở tương lai."
    BAD_STAMP = "Dấu thời gian không hợp lệ hoặc không do tổ chức được tin cậy cấp."
    NO_TIME = "Chữ ký không ghi thời điểm ký."
    UNREADABLE = "Chữ ký bị hỏng, không đọc được."


@dataclass(frozen=True)
class Signature:
    """One signature in a PDF. `signed_at` is the signer's own clock; `stamped_at` is what an authority vouches for."""

    signer: str
    organisation: str = ""
    signed_at: datetime | None = None
    issuer: str = ""
    serial: str = ""
    fingerprint: str = ""  # SHA-256 of the signer's certificate
    flaws: tuple[Flaw, ...] = ()
    stamped_at: datetime | None = None

    @property
    def sound(self) -> bool:
        """Whether it can be relied on."""
        return not self.flaws

    @property
    def sentence(self) -> str:
        """Who signed, for whom and when; then what is wrong with it, if anything."""
        body = f" ({self.organisation})" if self.organisation and self.organisation != self.signer else ""
        when = f" ký lúc {show_moment(self.signed_at)}" if self.signed_at else ""
        verdict = " ".join(self.flaws) if self.flaws else "Chữ ký hợp lệ, nội dung còn nguyên vẹn."
        stamp = f", có dấu thời gian lúc {show_moment(self.stamped_at)}" if self.stamped_at else ""
        return f"{self.signer}{body}{when}{stamp}. {verdict}"


@dataclass(frozen=True)
class Report:
    """All signatures of a PDF, in the order in which they were given."""

    signatures: tuple[Signature, ...] = ()

    @property
    def signed(self) -> bool:
        """Whether there is any signature at all."""
        return bool(self.signatures)

    @property
    def sound(self) -> bool:
        """Whether there are signatures, and all of them can be relied on."""
        return self.signed and all(each.sound for each in self.signatures)

    @property
    def sentence(self) -> str:
        """The answer in one sentence."""
        if not self.signed:
            return "Tệp không có chữ ký số."
        if self.sound:
            return f"Tệp có {len(self.signatures)} chữ ký số, tất cả hợp lệ; nội dung không thay đổi sau khi ký."
        broken = next(each for each in self.signatures if not each.sound)
        return f"Chữ ký số của {broken.signer} không hợp lệ: {broken.flaws[0]}"
