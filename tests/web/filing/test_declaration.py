"""The procedure's own form on its page, without scripts: asked, asked again, kept, printed."""

from typing import Any

import pytest

from motcua.domain.filing.models import Submission
from motcua.web.components.entrance import MOMENT
from tests.citizens import BINH, Citizen, a_citizen
from tests.filing import AtHome, with_own_form
from tests.interlinked import joined
from tests.moments import moment
from tests.papers.reading import flat
from tests.web.at_desk import words_of
from tests.world import World

pytestmark = pytest.mark.clause("4.1.c", "5.1.d")
AT = "2024-05-27 09:00"
ANSWERS = {
    "o-owner-name": "Nguyễn Hoài An", "o-place-commune": "Xã Hạ Long", "o-place-province": "Quảng Ninh",
    "o-name": "Quán cơm An Bình", "o-capital": "150.000.000", "o-from_on": "01/06/2024", "o-staff": "2",
    "o-sort": "Một người", "o-trades": "Bán lẻ",
}  # fmt: skip


@pytest.fixture
def home(world: World) -> AtHome:
    """A procedure with its own questions."""
    return with_own_form(world)


@pytest.fixture
def draft(home: AtHome) -> Submission:
    """A draft of An's."""
    return home.begun()


def here(draft: Submission) -> str:
    return f"/nop-ho-so/{draft.code}/to-khai/"


def test_it_is_the_first_task_and_its_paper_is_not_asked_as_a_file(home: AtHome, draft: Submission) -> None:
    page = Citizen(home.person).reads(f"/nop-ho-so/{draft.code}/", AT)
    assert "Điền tờ khai" in page and "Đã có 0/2 loại giấy tờ" in page


def test_right_answers_are_kept_and_become_a_pdf(home: AtHome, draft: Submission) -> None:
    an = Citizen(home.person)
    assert an.asks(f"/nop-ho-so/{draft.code}/to-khai.pdf", AT).status_code == 404
    assert an.sends(here(draft), AT, **ANSWERS)["Location"] == f"/nop-ho-so/{draft.code}/"
    assert "đã điền" in an.reads(f"/nop-ho-so/{draft.code}/", AT)
    printed = an.asks(f"/nop-ho-so/{draft.code}/to-khai.pdf", AT)
    assert "Quán cơm An Bình" in flat(printed.content)
    assert "150.000.000" in an.reads(f"/nop-ho-so/{draft.code}/xem-lai/", AT)


def test_the_communes_of_the_province_are_offered_and_any_other_is_taken(home: AtHome, draft: Submission) -> None:
    joined(home.world)
    an = Citizen(home.person)
    page = an.asks(here(draft), AT).content.decode()
    assert '<option value="Xã Hạ Long, huyện Vân Đồn">' in page and '<option value="Quảng Ninh">' in page
    assert 'list="ds-commune"' in page and 'list="ds-detail"' not in page
    elsewhere = {**ANSWERS, "o-place-commune": "Xã Tả Phìn, huyện Sa Pa", "o-place-province": "Lào Cai"}
    assert an.sends(here(draft), AT, **elsewhere).status_code == 302


def test_wrong_answers_are_kept_as_they_were_typed_and_all_named(home: AtHome, draft: Submission) -> None:
    an = Citizen(home.person)
    answer = an.sends(here(draft), AT, **{**ANSWERS, "o-capital": "nhiều", "o-name": ""})
    assert answer.status_code == 422
    assert "Hãy nhập một số" in words_of(answer) and "Hãy nhập tên hộ" in words_of(answer)
    assert 'value="nhiều"' in an.asks(here(draft), AT).content.decode()
    assert "còn 2 mục" in an.reads(f"/nop-ho-so/{draft.code}/", AT)
    assert "Hãy nhập một số" in an.reads(here(draft), AT, sua="")


def test_an_answer_that_opens_a_question_brings_the_page_back_with_it(home: AtHome, draft: Submission) -> None:
    an = Citizen(home.person)
    assert _open(an, draft) == set()
    again = an.sends(here(draft), AT, **{**ANSWERS, "o-trades": ["Ăn uống", "Bán lẻ"]})
    assert again["Location"] == f"{here(draft)}#id_o-food"
    assert "mở thêm mục “Có chế biến thực phẩm tại chỗ”" in an.reads(here(draft), AT)
    assert _open(an, draft) == {"food"}
    more = {**ANSWERS, "o-trades": ["Ăn uống"], "shown": ["food"], "o-food": "Có"}
    assert an.sends(here(draft), AT, **more)["Location"] == f"{here(draft)}#id_o-kitchen"
    whole = {**more, "shown": ["food", "kitchen"], "o-kitchen": "Bếp sau nhà, 12 m²"}
    assert an.sends(here(draft), AT, **whole)["Location"] == f"/nop-ho-so/{draft.code}/"


def test_rows_come_and_go_and_nothing_is_lost(home: AtHome, draft: Submission) -> None:
    an = Citizen(home.person)
    family = {**ANSWERS, "o-sort": "Các thành viên hộ gia đình", "shown": ["members"], "o_members-count": "2"}
    rows = {"o_members-0-full_name": "Trần Văn Cả", "o_members-1-full_name": "Trần Thị Hai"}
    assert an.sends(here(draft), AT, **family, **rows, rows="o_members-0")["Location"] == here(draft)
    page = an.asks(here(draft), AT).content.decode()
    assert "Trần Thị Hai" in page and "Trần Văn Cả" not in page and 'name="o_members-count" value="1"' in page
    assert an.sends(here(draft), AT, **family, **rows, later="1")["Location"] == "/cong-dan/"


def test_ones_own_particulars_are_not_typed_again(home: AtHome, draft: Submission) -> None:
    an = Citizen(home.person)
    assert an.sends(here(draft), AT, **{"o-name": "Quán An", "mine": "owner"})["Location"] == here(draft)
    page = an.asks(here(draft), AT).content.decode()
    assert 'value="Nguyễn Hoài An"' in page and 'value="022085001234"' in page and 'value="02/04/1985"' in page
    assert 'value="Quán An"' in page


def test_a_field_is_kept_as_it_is_typed_and_only_what_the_form_asks(home: AtHome, draft: Submission) -> None:
    an = Citizen(home.person)
    told = {"page": "trang01", "number": "1", "fields": ["o-name", "o-trades", "phone", "state", "o-khac"]}
    answer = _keeps(an, draft, **told, **{"o-name": "Quán", "phone": "09", "state": "accepted", "o-khac": "x"})
    assert (answer.status_code, answer.content.decode()) == (200, "09:00")
    draft.refresh_from_db()
    assert draft.typed == {"o-name": ["Quán"], "o-trades": [], "phone": "09"}
    assert 'value="Quán"' in an.asks(here(draft), AT).content.decode()


def test_keeping_is_refused_to_others_to_nobody_and_after_handing_in(home: AtHome, draft: Submission) -> None:
    assert _keeps(Citizen(a_citizen(BINH)), draft).status_code == 404
    nobody = Citizen(home.person)
    nobody.client.logout()
    assert _keeps(nobody, draft).status_code == 401
    home.sends(draft)
    home.submits(draft)
    answer = _keeps(Citizen(home.person), draft)
    assert answer.status_code == 409 and "đã nộp" in answer.content.decode()


def test_a_procedure_without_questions_has_no_such_page(world: World) -> None:
    home = AtHome(world)
    an, draft = Citizen(home.person), home.begun()
    for address in (here(draft), f"/nop-ho-so/{draft.code}/to-khai.pdf"):
        assert an.asks(address, AT).status_code == 404
    assert "Tờ khai" not in an.reads(f"/nop-ho-so/{draft.code}/", AT)


def _open(citizen: Citizen, draft: Submission) -> set[str]:
    """The questions with a condition that stand open."""
    page = citizen.asks(here(draft), AT).content.decode()
    asked = ("members", "food", "kitchen")
    return {key for key in asked if f'name="shown" value="{key}">' in page}


def _keeps(citizen: Citizen, draft: Submission, **fields: Any) -> Any:
    at = {MOMENT: moment(AT)}
    address = f"/nop-ho-so/{draft.code}/giu/"
    return citizen.client.post(address, fields, headers={"X-Requested-With": "fetch"}, **at)
