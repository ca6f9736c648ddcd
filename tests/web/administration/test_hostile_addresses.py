"""Whatever stands in an address or a form, the answer is a page and never a failure of ours."""

import pytest

from .conftest import HERE

NONSENSE = ("\x00", "Ư\u202e", "9" * 400, "'; --", "<script>", "١٢٣", "-1", "%")
ADDRESSES = ("", "can-bo/", "lich/", "lich/gio/dat/", "lich/ngay-moi/", "co-quan/moi/")
QUERIES = ("muc", "tim", "co-quan", "nam", "ngay", "cap-tren", "sau", "truoc")


@pytest.mark.parametrize("words", NONSENSE)
def test_nonsense_in_a_query_is_answered(kien, words):
    for address in ADDRESSES:
        for name in QUERIES:
            assert kien.asks(HERE + address, **{name: words}).status_code in (200, 400, 404), (address, name)


@pytest.mark.parametrize("words", NONSENSE)
def test_nonsense_in_a_form_is_answered(kien, words):
    forms = {
        "co-quan/moi/": ("kind", "parent", "name", "short_name", "abbreviation", "code", "identifier", "valid_from"),
        "co-quan/so-tp/sua/": ("name", "short_name", "abbreviation", "identifier", "seen"),
        "can-bo/moi/": ("name", "code", "phone"),
        "can-bo/thu/phan-cong/": ("office", "title", "roles", "seat", "from_on", "to_on", "decision"),
        "can-bo/thu/tai-khoan/": ("username", "password", "again"),
        "lich/ngay-moi/": ("on", "kind", "name", "basis", "previewed"),
        "lich/gio/dat/": ("valid_from", "count", "seasons", "s0-first", "s0-last", "s0-1"),
    }
    for address, names in forms.items():
        answer = kien.sends(HERE + address, **dict.fromkeys(names, words))
        assert answer.status_code in (200, 302, 409, 422), (address, answer.status_code)
