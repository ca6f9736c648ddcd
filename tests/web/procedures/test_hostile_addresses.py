"""Whatever stands in an address or a form, the answer is a page and never a failure of ours."""

import pytest

from .conftest import HERE, PAGE

NONSENSE = ("\x00", "Ư\u202e", "9" * 400, "'; --", "<script>", "١٢٣", "-1", "%")
ADDRESSES = ("", "can-xem-lai/", "thu-tuc/2.001610/so-sanh/", "nhap/")
QUERIES = ("tim", "linh-vuc", "co-quan", "cap", "tinh-trang", "sau", "truoc", "cu", "moi", "trang", "ket-qua")


@pytest.mark.parametrize("words", NONSENSE)
def test_nonsense_in_a_query_is_answered(mai, revised, words):
    revised()
    for address in ADDRESSES:
        for name in QUERIES:
            assert mai.asks(HERE + address, **{name: words}).status_code in (200, 400, 404), (address, name)


@pytest.mark.parametrize("code", ["a%2Fb", "%F0%9F%98%80", "9" * 300, "..", "%2e%2e"])
def test_a_code_nobody_could_give_does_not_exist(mai, code):
    for path in ("", "sua/", "muc-thu/", "phien-ban/99999999999999999999/", "niem-yet.pdf"):
        assert mai.asks(f"{HERE}thu-tuc/{code}/{path}").status_code == 404
        assert mai.asks(f"{HERE}thu-tuc/%00/{path}").status_code == 400
    assert mai.asks(f"{HERE}nhap/99999999999999999999/").status_code == 404


@pytest.mark.parametrize("words", NONSENSE)
def test_nonsense_in_a_form_is_answered(mai, revised, words):
    revised()
    forms = {
        "soan/": ("code", "owner", "name", "field", "level", "copies", "online_level", "papers-count", "fees-count"),
        "thu-tuc/2.001610/sua/": ("seen", "rows", "reviewed", "papers-0-name", "papers-count", "time-counter-amount"),
        "thu-tuc/2.001610/chep/": ("code", "owner"),
        "thu-tuc/2.001610/cong-khai/": ("valid_from", "valid_to"),
        "thu-tuc/2.001610/bai-bo/": ("valid_to", "decision"),
        "thu-tuc/2.001610/muc-thu/moi/": ("document", "valid_from", "fees-count", "fees-0-amount", "rows"),
        "nhap/": ("file",),
    }
    for address, names in forms.items():
        answer = mai.sends(HERE + address, **dict.fromkeys(names, words))
        assert answer.status_code in (200, 302, 409, 422), (address, answer.status_code)
    assert mai.asks(PAGE).status_code == 200
