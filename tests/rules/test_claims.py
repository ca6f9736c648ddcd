"""What an identity provider says is read by the names it uses; what can not be read keeps nobody outside."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from motcua.domain.citizens.claims import Identity, mapping, read

SAID = {
    "sub": "a1",
    "name": "NGUYỄN  HOÀI AN",
    "identity_number": "022085001234",
    "birthdate": "1985-04-02",
    "address": {"formatted": "Xã Hạ Long"},
    "phone_number": "+84912345678",
    "phone_number_verified": True,
    "email": "An@Example.com",
}


def test_standard_claims_are_read() -> None:
    assert read(SAID) == Identity(
        name="NGUYỄN HOÀI AN", identity_number="022085001234", born_on=date(1985, 4, 2), address="Xã Hạ Long",
        phone="0912345678", phone_confirmed=True, email="an@example.com",
    )  # fmt: skip
    assert read(SAID).given() == ("name", "identity_number", "born_on", "address")


def test_an_installation_names_the_claims_of_its_provider() -> None:
    names = mapping("identity_number=cong_dan.so_dinh_danh, born_on=ngay_sinh")
    told = read({"name": "An", "cong_dan": {"so_dinh_danh": "022085001234"}, "ngay_sinh": "02/04/1985"}, names)
    assert (told.identity_number, told.born_on) == ("022085001234", date(1985, 4, 2))


@pytest.mark.parametrize("wrong", ["so_dinh_danh=x", "name", "identity_number:cccd"])
def test_a_wrong_setting_is_said_at_the_start(wrong: str) -> None:
    with pytest.raises(ValueError, match="không có"):
        mapping(wrong)


def test_what_can_not_be_read_is_left_out_and_named() -> None:
    told = read(SAID | {"identity_number": "12", "birthdate": "hôm qua", "email": "không có", "phone_number": "x"})
    assert told.unread == ("identity_number", "born_on", "phone", "email")
    assert (told.name, told.identity_number, told.phone_confirmed) == ("NGUYỄN HOÀI AN", "", False)


@given(st.dictionaries(st.sampled_from(sorted(SAID)), st.recursive(st.none() | st.integers() | st.text(), st.lists)))
def test_nothing_a_provider_says_is_a_fault(said: dict[str, object]) -> None:
    read(said)
