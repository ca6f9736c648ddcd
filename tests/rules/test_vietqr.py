"""The QR code of a payment, against the example of the field's standard and read apart again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.vietnamese.vietqr import LONGEST_NOTE, Account, NotPayable, checksum, payload

BANK = Account("970436", "0123456789")
KNOWN = (
    "00020101021238540010A00000072701240006970436011001234567890208QRIBFTTA"
    "530370454061500005802VN62190815H49 250101 00016304856B"
)


def fields(text: str) -> dict[str, str]:
    """The fields of a code, taken apart by their lengths."""
    found = {}
    while text:
        name, length = text[:2], int(text[2:4])
        found[name], text = text[4 : 4 + length], text[4 + length :]
    return found


@pytest.mark.clause("4.5.a")
def test_the_code_is_that_of_the_known_example():
    assert payload(BANK, dong=150_000, note="H49 250101 0001") == KNOWN


def test_the_checksum_is_that_of_the_known_nine_digits():
    assert checksum("123456789") == 0x29B1


@given(st.integers(1, 10**12), st.text("ABCDEFGHIKLMNOPQRSTUVXY 0123456789", min_size=1, max_size=LONGEST_NOTE))
def test_what_a_bank_reads_is_the_exact_amount_and_note(dong, note):
    if not note.strip():
        return
    code = payload(BANK, dong=dong, note=note)
    read = fields(code)
    assert (read["54"], fields(read["62"])["08"]) == (str(dong), note.strip())
    assert fields(fields(read["38"])["01"]) == {"00": BANK.bank, "01": BANK.number}
    assert read["63"] == f"{checksum(code[:-4]):04X}"


def test_a_note_loses_its_diacritics_and_nothing_else():
    assert fields(fields(payload(BANK, dong=1, note="Lệ phí hộ tịch"))["62"])["08"] == "LE PHI HO TICH"


@pytest.mark.clause("4.5.a")
@pytest.mark.parametrize(
    ("account", "dong", "note"),
    [
        (BANK, 0, "A"),
        (BANK, -1, "A"),
        (BANK, 1, ""),
        (BANK, 1, "A" * 26),
        (BANK, 1, "漢"),
        (Account("97043", "1"), 1, "A"),
        (Account("97043x", "1"), 1, "A"),
        (Account("970436", ""), 1, "A"),
    ],
)
def test_a_code_that_no_bank_could_read_is_refused(account, dong, note):
    with pytest.raises(NotPayable):
        payload(account, dong=dong, note=note)
