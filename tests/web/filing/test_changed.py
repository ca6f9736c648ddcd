"""A draft whose procedure has changed: every page of it leads to what changed, and one press goes on."""

import pytest

from motcua.domain.filing import drafts
from tests.acts.filing.test_renewing import ASKED, LEASE, PAPERS
from tests.citizens import BINH, Citizen, a_citizen
from tests.filing import MONDAY, with_own_form
from tests.web.at_desk import words_of
from tests.web.filing.test_declaration import ANSWERS
from tests.web.filing.test_pages import FORM
from tests.world import World

pytestmark = pytest.mark.clause("4.1.b", "4.1.c", "5.1.d")
JUNE = "2024-06-03 09:00"


def test_what_changed_is_said_nothing_typed_is_lost_and_one_press_goes_on(world: World) -> None:
    home = with_own_form(world)
    draft, an = home.begun(), Citizen(home.person)
    here = f"/nop-ho-so/{draft.code}/"
    drafts.keep(draft, {**ANSWERS, **FORM}, at=MONDAY)
    home.sends(draft)
    home.revises(components=PAPERS, own_form=ASKED)
    for page in ("to-khai/", "thong-tin/", "xem-lai/"):
        assert an.asks(f"{here}{page}", JUNE)["Location"] == here, page
    said = an.reads(here, JUNE)
    for words in ("Từ ngày 01/06/2024", f"cần thêm {LEASE}", "Không hỏi nữa Số lao động", "Tên biển hiệu"):
        assert words in said, words
    typed = an.sends(f"{here}to-khai/", JUNE, **{**ANSWERS, "o-name": "Quán Ba Lá"})
    assert typed["Location"] == f"{here}to-khai/"
    refused = an.sends(f"{here}xem-lai/", JUNE)
    assert refused.status_code == 409 and "chưa nộp được theo bản cũ" in words_of(refused)
    assert "Làm tiếp theo bản mới" in words_of(refused)
    assert Citizen(a_citizen(BINH)).sends(f"{here}ban-moi/", JUNE).status_code == 404
    assert an.sends(f"{here}ban-moi/", JUNE)["Location"] == here
    now = an.reads(here, JUNE)
    assert "Đã chuyển sang bản mới" in now and "Đã có 1/2 loại giấy tờ" in now and "còn 1 mục" in now
    assert "Quán Ba Lá" in an.asks(f"{here}to-khai/", JUNE).content.decode()


def test_a_procedure_that_ended_or_is_not_filed_from_home_any_more_says_where_to_go(world: World) -> None:
    home = with_own_form(world)
    draft, an = home.begun(), Citizen(home.person)
    home.revises(online_level=2)
    page = an.reads(f"/nop-ho-so/{draft.code}/", JUNE)
    assert "chưa nhận hồ sơ trực tuyến" in page and "Làm tiếp" not in page
    ended = with_own_form(world, person=home.person)
    draft = ended.begun()
    ended.ends()
    page = an.reads(f"/nop-ho-so/{draft.code}/", JUNE)
    assert "không còn hiệu lực sau ngày 31/05/2024" in page and "Bỏ hồ sơ đang soạn" in page
