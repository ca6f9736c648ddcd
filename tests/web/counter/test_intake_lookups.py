"""What the intake screen finds out while it is filled, without scripts: each look brings back all that was typed."""

import pytest
from django.test import Client

from motcua.domain.dossiers.models import Dossier
from tests.web.counter.conftest import PERSON, at, filled
from tests.world import World

pytestmark = pytest.mark.django_db
HERE = "/quay/"
CARD = "022090001234|100123456|Nguyễn Văn An|05031990|Nam|Hạ Long, Quảng Ninh|15042021"


def looked(lan: Client, **sent: str) -> str:
    answer = lan.post(HERE, sent, **at())
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_scanned_card_fills_in_number_name_and_address(lan: Client, world: World):
    page = looked(lan, card=CARD)
    for value in ("022090001234", "Nguyễn Văn An", "Hạ Long, Quảng Ninh"):
        assert f'value="{value}"' in page
    assert CARD not in page


def test_a_card_that_can_not_be_read_says_so_and_stays(lan: Client, world: World):
    page = looked(lan, card="02209|?", name="An")
    assert "Không đọc được mã QR này." in page
    assert 'value="02209|?"' in page
    assert 'value="An"' in page


@pytest.mark.parametrize("words", ["thành lập doanh nghiệp", "THANH LAP", "mở công ty", "2.001610", "mo cong ty"])
def test_a_procedure_is_found_by_name_everyday_name_or_code_whatever_the_marks(lan: Client, world: World, words: str):
    page = looked(lan, words=words, suggest="1", name="An")
    assert "Đăng ký thành lập doanh nghiệp tư nhân" in page
    assert "3 ngày làm việc · 50.000 ₫" in page
    assert "Sở Kế hoạch và Đầu tư" in page
    assert 'value="An"' in page


def test_words_that_mean_one_procedure_choose_it(lan: Client, world: World):
    assert f'name="version" value="{world.version.pk}"' in looked(lan, words="mo cong ty", search="1")


def test_several_procedures_are_offered_for_choice(lan: Client, world: World):
    world.a_procedure(name="Đăng ký thành lập công ty cổ phần")
    page = looked(lan, words="đăng ký", search="1")
    assert "2 thủ tục" in page
    assert page.count('class="pick"') == 2


def test_words_that_are_nearly_right_bring_up_what_sounds_alike(lan: Client, world: World):
    page = looked(lan, words="dang ky thanh lap doanh nghep tu nhan", search="1")
    assert "Có phải bạn tìm:" in page
    assert "Đăng ký thành lập doanh nghiệp tư nhân" in page


def test_words_that_fit_nothing_say_so(lan: Client, world: World):
    assert "Không có thủ tục nào đang công khai khớp với “xyzt”" in looked(lan, words="xyzt", search="1")


def test_a_chosen_procedure_shows_its_checklist_and_the_due_date(lan: Client, world: World):
    page = looked(lan, **PERSON, choose=str(world.version.pk))
    assert "Thành phần hồ sơ" in page
    assert "Thứ Năm, 30/05/2024, 17:00" in page
    assert "Cách tính hạn theo từng ngày" in page
    assert 'value="Nguyễn Văn An"' in page


def test_another_procedure_can_be_chosen_instead(lan: Client, world: World):
    page = looked(lan, **filled(world), choose="")
    assert "Tìm thủ tục" in page
    assert 'name="version"' not in page


def test_everything_can_be_marked_as_there_at_once(lan: Client, world: World):
    page = looked(lan, **filled(world, "??-"), mark="all")
    assert page.count('value="there" checked') == 2
    assert 'value="not-asked" checked' in page


def test_earlier_dossiers_of_the_person_stand_beside_and_open_ones_are_pointed_out(lan: Client, world: World):
    before = world.received("2024-05-20")
    page = looked(lan, **filled(world))
    assert page.count(str(before.code)) >= 2
    assert "Người này đang có hồ sơ cùng thủ tục chưa giải quyết xong" in page


def test_somebody_known_is_filled_in_from_the_last_dossier(lan: Client, world: World):
    before = world.received("2024-05-20")
    page = looked(lan, identity_kind="cccd", identity_number="022090001234", fill=str(before.code))
    assert 'value="Nguyễn Văn An"' in page
    assert "0912 345 678" in page


@pytest.mark.parametrize(
    ("kind", "offered", "named"),
    [("business", "Mã số thuế", "Tên doanh nghiệp"), ("foreigner", "Hộ chiếu", "Họ và tên")],
)
def test_each_kind_of_applicant_is_offered_its_own_papers(
    lan: Client, world: World, kind: str, offered: str, named: str
):
    page = looked(lan, kind=kind, identity_kind="cccd")
    assert offered in page
    assert named in page
    assert "Chứng minh nhân dân" not in page


def test_looking_writes_nothing(lan: Client, world: World):
    looked(lan, **filled(world))
    assert not Dossier.objects.exists()


@pytest.mark.parametrize(
    "hostile",
    [
        {"version": "1 or 1=1"},
        {"choose": "²"},
        {"choose": "99999999999999999999"},
        {"kind": "\x00"},
        {"words": "%_\\" * 50},
        {"identity_number": "\ud800".encode("utf-16", "surrogatepass").decode("utf-16", "replace")},
        {"card": "|" * 500},
        {"unscan": "../"},
        {"mark": "none"},
        {"key": "'"},
    ],
)
def test_nothing_somebody_makes_up_breaks_the_page(lan: Client, world: World, hostile: dict[str, str]):
    assert lan.post(HERE, filled(world) | hostile, **at()).status_code in (200, 404)
