"""What a bank's application reads from the QR code of a payment: account, exact amount, what it is for.

EMVCo merchant-presented mode as NAPAS uses it for transfers to an account (VietQR): fields of two digits for the name,
two for the length, then the value; a checksum over everything at the end.
"""

from dataclasses import dataclass

from .text import NotValid, fold

LONGEST_NOTE = 25
_NAPAS, _TO_ACCOUNT = "A000000727", "QRIBFTTA"
_DONG, _VIETNAM = "704", "VN"


class NotPayable(NotValid):
    """A code that no bank could read, or not to the đồng."""


@dataclass(frozen=True)
class Account:
    """Whose money it will be: the bank by its number with NAPAS (BIN, six digits), and the account there."""

    bank: str
    number: str


def payload(account: Account, *, dong: int, note: str) -> str:
    """The text of the QR code for one payment; the note is written without diacritics, as banks take it.

    Raises `NotPayable` when the account is not one, nothing is to be paid, or the note is too long to come back whole.
    """
    words = fold(note).upper().strip()
    if not (len(account.bank) == 6 and account.bank.isdigit() and 1 <= len(account.number) <= 19):
        raise NotPayable("Tài khoản nhận tiền chưa đủ mã ngân hàng (6 chữ số) và số tài khoản.")
    if dong <= 0:
        raise NotPayable("Không có khoản nào phải trả.")
    if not words or len(words) > LONGEST_NOTE or not words.isascii():
        raise NotPayable(f"Nội dung chuyển tiền phải có từ 1 đến {LONGEST_NOTE} ký tự không dấu.")
    receiver = _field("00", account.bank) + _field("01", account.number)
    to = _field("00", _NAPAS) + _field("01", receiver) + _field("02", _TO_ACCOUNT)
    said = "".join(
        (
            _field("00", "01"),
            _field("01", "12"),
            _field("38", to),
            _field("53", _DONG),
            _field("54", str(dong)),
            _field("58", _VIETNAM),
            _field("62", _field("08", words)),
            "6304",
        )
    )
    return f"{said}{checksum(said):04X}"


def checksum(text: str) -> int:
    """CRC-16 as EMVCo asks (polynomial 1021, beginning at FFFF)."""
    crc = 0xFFFF
    for byte in text.encode():
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return crc


def _field(name: str, value: str) -> str:
    return f"{name}{len(value):02}{value}"
