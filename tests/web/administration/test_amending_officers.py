"""The name, the e-mail address and the phone of an official are corrected, and the journal says from what to what."""

import pytest

from motcua.domain.journal.meanwhile import lines_so_far
from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Officer
from motcua.domain.regulation.answers import NotAllowed
from tests.racing import at_once
from tests.web.at_desk import words_of
from tests.world import moment

from .conftest import HERE

MINH = f"{HERE}can-bo/minh/"
AT = moment("2024-05-27")
pytestmark = pytest.mark.clause("2")


def sends(kien, **fields):
    seen = str(lines_so_far(Officer.objects.get(code="minh")))
    return kien.sends(f"{MINH}sua/", **{"name": "Phạm Văn Minh", "seen": seen, **fields})


def test_what_was_wrong_is_put_right_and_found_by_its_new_name(kien):
    assert f'href="{MINH}sua/"' in kien.asks(MINH).content.decode()
    answer = sends(kien, name="Phạm Vân Ninh", email="ninh.pv@quangninh.gov.vn", phone="0912 345 678")
    assert answer.headers["Location"] == MINH
    text = kien.reads(MINH)
    assert "họ tên từ “Phạm Văn Minh” thành “Phạm Vân Ninh”" in text
    assert "thư điện tử “ninh.pv@quangninh.gov.vn”" in text
    assert "Phạm Vân Ninh" in kien.reads(f"{HERE}can-bo/", tim="van ninh")


def test_nothing_changed_writes_nothing(kien):
    before = lines_so_far(Officer.objects.get(code="minh"))
    phone = Officer.objects.get(code="minh").phone
    assert sends(kien, phone=phone).status_code == 302
    assert lines_so_far(Officer.objects.get(code="minh")) == before


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Hãy nhập họ và tên."),
        ({"email": "minh@"}, "Hãy viết địa chỉ thư như lan.nt@quangninh.gov.vn."),
        ({"phone": "12"}, "Lỗi"),
    ],
)
def test_what_is_wrong_is_said_with_everything_typed(kien, wrong, sentence):
    answer = sends(kien, **{"email": "minh.pv@quangninh.gov.vn", **wrong})
    assert (answer.status_code, sentence in words_of(answer)) == (422, True)


def test_two_administrators_do_not_overwrite_each_other(kien):
    old = lines_so_far(Officer.objects.get(code="minh"))
    sends(kien, email="a@quangninh.gov.vn")
    answer = sends(kien, email="b@quangninh.gov.vn", seen=str(old))
    assert answer.status_code == 409
    assert 'value="b@quangninh.gov.vn"' in answer.content.decode()


@pytest.mark.parametrize("other", ["mai", "quang", "binh"])
def test_only_who_administers_corrects_an_official(world, sits, other):
    assert sits(other).asks(f"{MINH}sua/").status_code == 403
    with pytest.raises(NotAllowed):
        acts.amend_officer(world["minh"], name="Khác", by=world[other], at=AT)


@pytest.mark.django_db(transaction=True)
def test_eight_corrections_at_once_follow_one_another(transactional_db, world):
    at_once(lambda n: acts.amend_officer(world["minh"], email=f"{n}@quangninh.gov.vn", by=world["kien"], at=AT))
    assert Officer.objects.get(code="minh").email.endswith("@quangninh.gov.vn")
