"""Numbers that say who somebody is or where to reach them, checked by the rules of Vietnam."""

import re
import unicodedata
from datetime import date
from enum import StrEnum

import phonenumbers
from stdnum.exceptions import InvalidChecksum, InvalidLength, ValidationError
from stdnum.vn import mst

from .text import NotValid, clean, in_a_sentence

__all__ = ["IdentityKind", "NotValid", "born_in", "identity_number", "is_mobile", "masked_phone", "phone", "show_phone"]


class IdentityKind(StrEnum):
    """By which number a person, a business or an organisation is known."""

    CCCD = "cccd"
    CMND = "cmnd"
    PASSPORT = "passport"
    TAX_CODE = "tax_code"
    ESTABLISHMENT = "establishment"

    @property
    def label(self) -> str:
        """What the number is called on forms."""
        return _LABELS[self]


_LABELS = {
    IdentityKind.CCCD: "Số căn cước công dân (số định danh cá nhân)",
    IdentityKind.CMND: "Số chứng minh nhân dân",
    IdentityKind.PASSPORT: "Số hộ chiếu",
    IdentityKind.TAX_CODE: "Mã số thuế",
    IdentityKind.ESTABLISHMENT: "Số quyết định thành lập hoặc giấy phép hoạt động",
}

# The province where the birth was registered (Thông tư 59/2021/TT-BCA, annex); from 101 on it is a country.
_PROVINCE_OR_COUNTRY = re.compile(
    r"00[12468]|01[0124579]|02[024567]|03[01345678]|04[0245689]|05[12468]|06[024678]|07[024579]|08[0234679]|09[1-6]"
    r"|10[1-9]|1[1-9]\d|[2-9]\d\d"
)


def identity_number(kind: IdentityKind | str, text: str, *, on: date | None = None) -> str:
    """The number as it is stored, without the blanks and dots of writing, or `NotValid` with the reason.

    Given the day `on`, a birth year that has not come yet is refused too.
    """
    kind = IdentityKind(kind)
    written = unicodedata.normalize("NFKC", clean(text))
    if not written:
        raise NotValid(f"Hãy nhập {in_a_sentence(kind.label)}.")
    number = _CHECKS[kind](written)
    if kind is IdentityKind.CCCD and on is not None and born_in(number) > on.year:
        raise NotValid(f"Số căn cước công dân ghi năm sinh {born_in(number)}: năm này chưa tới.")
    return number


def born_in(cccd: str) -> int:
    """The year of birth that a 12-digit number states: the fourth digit gives the century, the next two the year."""
    return 1900 + int(cccd[3]) // 2 * 100 + int(cccd[4:6])


def phone(text: str) -> str:
    """The number as it is stored: 0912345678 for Vietnam, +8190… for abroad; or `NotValid` with the reason."""
    written = clean(text)
    if not written:
        raise NotValid("Hãy nhập số điện thoại.")
    try:
        number = phonenumbers.parse(written, "VN")
    except phonenumbers.NumberParseException:
        raise NotValid(f"“{written[:40]}” không phải là số điện thoại. Ví dụ đúng: 0912 345 678.") from None
    if not phonenumbers.is_valid_number(number):
        raise NotValid(_why_no_phone(written, number))
    if number.country_code != _VIETNAM:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    return _digits(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL).split("ext")[0])


def show_phone(stored: str) -> str:
    """The stored number as people read it: 0912 345 678; what can not be read as a number is shown as it is."""
    try:
        number = phonenumbers.parse(stored, "VN")
    except phonenumbers.NumberParseException:
        return stored
    at_home = number.country_code == _VIETNAM
    if at_home and (line := _SERVICE_LINE.fullmatch(stored)):
        return " ".join(line.groups())
    formats = phonenumbers.PhoneNumberFormat
    return phonenumbers.format_number(number, formats.NATIONAL if at_home else formats.INTERNATIONAL)


def is_mobile(stored: str) -> bool:
    """Whether a stored number is a mobile of Vietnam, which messages can reach."""
    try:
        number = phonenumbers.parse(stored, "VN")
    except phonenumbers.NumberParseException:
        return False
    kinds = (phonenumbers.PhoneNumberType.MOBILE, phonenumbers.PhoneNumberType.FIXED_LINE_OR_MOBILE)
    return number.country_code == _VIETNAM and phonenumbers.number_type(number) in kinds


def masked_phone(stored: str) -> str:
    """A number of which only its owner knows enough: ••• ••• 678."""
    return f"••• ••• {stored[-3:]}"


_VIETNAM = 84
_SERVICE_LINE = re.compile(r"(1[89]00)(\d{3})(\d{3})")  # hotlines are read as on the posters: 1900 558 826


def _why_no_phone(written: str, number: phonenumbers.PhoneNumber) -> str:
    digits = str(number.national_number)
    if number.country_code == _VIETNAM and re.fullmatch(r"1[26789]\d{8}|199\d{7}|186\d{7}|188\d{7}", digits):
        return "Số di động 11 số đã đổi thành 10 số từ năm 2018. Hãy nhập số mới."
    return f"“{written[:40]}” thiếu hoặc thừa chữ số, hoặc có đầu số không tồn tại. Ví dụ đúng: 0912 345 678."


def _digits(text: str) -> str:
    return "".join(letter for letter in text if letter.isdigit())


def _joined(text: str) -> str:
    return re.sub(r"[\s.\-]", "", text)


def _cccd(text: str) -> str:
    number = _joined(text)
    if not re.fullmatch(r"[0-9]{12}", number):
        raise NotValid("Số căn cước công dân phải có đúng 12 chữ số.")
    if not _PROVINCE_OR_COUNTRY.match(number):
        raise NotValid(f"Ba số đầu {number[:3]} không phải là mã của tỉnh, thành phố nào.")
    if number[3] not in "0123":
        raise NotValid(f"Số thứ tư là {number[3]}: số này chỉ thế kỷ và giới tính, hiện chỉ có thể từ 0 đến 3.")
    return number


def _cmnd(text: str) -> str:
    number = _joined(text)
    if not re.fullmatch(r"[0-9]{9}", number) or number == "0" * 9:
        raise NotValid("Số chứng minh nhân dân phải có đúng 9 chữ số.")
    return number


def _passport(text: str) -> str:
    number = _joined(text).upper()
    if not re.fullmatch(r"(?=.*[0-9])[A-Z0-9]{6,12}", number):
        raise NotValid("Số hộ chiếu gồm từ 6 đến 12 chữ cái và chữ số viết liền, ví dụ C1234567.")
    return number


def _tax_code(text: str) -> str:
    try:
        return str(mst.validate(text))
    except InvalidLength:
        raise NotValid("Mã số thuế phải có 10 chữ số, hoặc 13 chữ số nếu là đơn vị trực thuộc.") from None
    except InvalidChecksum:
        raise NotValid("Mã số thuế sai ở một chữ số nào đó: chữ số kiểm tra không khớp.") from None
    except ValidationError:
        raise NotValid("Mã số thuế chỉ gồm chữ số, ví dụ 0100233488 hoặc 0314409058-002.") from None


def _establishment(text: str) -> str:
    if len(text) > 60 or not any(letter.isdigit() for letter in text):
        raise NotValid("Hãy ghi số của quyết định hoặc giấy phép, ví dụ 123/QĐ-UBND (không quá 60 ký tự).")
    return text


_CHECKS = {
    IdentityKind.CCCD: _cccd,
    IdentityKind.CMND: _cmnd,
    IdentityKind.PASSPORT: _passport,
    IdentityKind.TAX_CODE: _tax_code,
    IdentityKind.ESTABLISHMENT: _establishment,
}
