"""The procedure's own form is answered at home, checked when it is handed in, and goes into the dossier as a paper."""

from typing import Any

import pytest

from motcua.domain.filing import answering, drafts, queries, submitting
from motcua.domain.filing.answering import Fault
from motcua.domain.filing.drafts import Turn
from motcua.domain.papers.scans import bytes_of
from motcua.domain.procedures import catalogue
from motcua.domain.procedures.own_forms.answers import samples
from motcua.domain.procedures.own_forms.paper import declaration_among
from motcua.domain.procedures.parts import ComponentPart
from tests.filing import MONDAY, AtHome, with_own_form
from tests.moments import moment
from tests.papers.reading import flat
from tests.racing import at_once
from tests.rules.own_forms import FORM
from tests.world import World

pytestmark = pytest.mark.clause("4.1.c", "5.1.d")
TUESDAY = moment("2024-05-28 10:00")
ANSWERS: dict[str, Any] = {**samples(FORM), "name": "Hộ kinh doanh Cơm An Bình"}


def test_the_answers_become_the_declaration_among_the_papers_of_the_dossier(world: World) -> None:
    home = with_own_form(world)
    handed_in = home.submitted(answers=ANSWERS)
    first = queries.whole(handed_in).papers[0]
    assert first.component.name == "Giấy đề nghị đăng ký hộ kinh doanh"
    printed = flat(bytes_of(first.scan))
    assert "Hộ kinh doanh Cơm An Bình" in printed and "Nguyễn Hoài An" in printed
    dossier = answering.accept_submission(handed_in, by=world["lan"], at=TUESDAY)
    assert dossier.submitted.get(component=first.component).scan == first.scan


def test_wrong_answers_and_missing_papers_are_named_together_and_nothing_is_lost(world: World) -> None:
    home = with_own_form(world)
    draft = home.begun()
    with pytest.raises(submitting.NotWhole) as refusal:
        home.submits(draft, answers={**ANSWERS, "name": "", "owner": {"name": "An", "phone": "12"}})
    for words in ("Tên hộ kinh doanh: Hãy nhập", "Chủ hộ kinh doanh, Điện thoại", "Còn thiếu: Căn cước công dân"):
        assert words in refusal.value.sentence
    assert not queries.whole(draft).papers


def test_what_a_condition_hides_is_neither_asked_nor_kept(world: World) -> None:
    home = with_own_form(world)
    draft = home.begun()
    home.sends(draft)
    alone = {**ANSWERS, "trades": ["Bán lẻ"], "food": "Có", "kitchen": "Bếp sau nhà"}
    handed_in = home.submits(draft, answers=alone)
    assert {"food", "kitchen", "members"} & set(handed_in.answers) == set()


def test_a_declaration_that_was_named_is_answered_otherwise_and_one_that_was_not_stays(world: World) -> None:
    home = with_own_form(world)
    handed_in, paper = home.submitted(answers=ANSWERS), home.needed()[0]
    declaration = queries.whole(handed_in).papers[0]
    for fault in (Fault(declaration.component_id, "Ghi rõ ngành, nghề"), Fault(paper.pk, "Ảnh mờ")):
        answering.send_submission_back(handed_in, faults=(fault,), by=world["lan"], at=TUESDAY)
        home.sends(handed_in, *home.needed(), at=TUESDAY)
        if fault.component_id == declaration.component_id:
            with pytest.raises(submitting.NotWhole, match="chưa sửa chỗ cán bộ đã ghi"):
                home.submits(handed_in, TUESDAY, answers=ANSWERS)
        home.submits(handed_in, TUESDAY, answers={**ANSWERS, "trades": ["Bán lẻ"]})
    handed_in_now = queries.whole(handed_in).papers[0]
    assert handed_in_now.pk != declaration.pk
    assert handed_in.papers.filter(component=declaration.component).count() == 2


def test_questions_that_stand_for_no_published_paper_are_not_published(world: World) -> None:
    with pytest.raises(catalogue.Incomplete, match="chưa thay giấy tờ nào"):
        AtHome(world, own_form=FORM)


def test_the_declaration_is_the_first_paper_of_everybody_that_has_a_form() -> None:
    papers = [
        ComponentPart("Căn cước công dân", copies=1),
        ComponentPart("Giấy ủy quyền", case="Nộp thay", originals=1, form_name="Mẫu 2"),
        ComponentPart("Bản cam kết", originals=1, required=False, form_name="Mẫu 3"),
        ComponentPart("Tờ khai", originals=1, form_name="Mẫu 1"),
    ]
    assert declaration_among(papers) == papers[3]
    assert declaration_among(papers[:3]) is None


def test_what_comes_late_or_twice_changes_nothing(world: World) -> None:
    draft = with_own_form(world).begun()
    for turn, words in ((1, "Hộ"), (3, "Hộ kinh doanh"), (2, "Hộ kinh"), (3, "Hộ")):
        assert drafts.keep(draft, {"o-name": words}, at=MONDAY, turn=Turn("trang1", turn))
    assert draft.typed == {"o-name": "Hộ kinh doanh"}
    drafts.keep(draft, {"o-name": "Quán An"}, at=MONDAY, turn=Turn("trang2", 1))  # on another device, later
    draft.refresh_from_db()
    assert draft.typed == {"o-name": "Quán An"} and draft.told == {"trang1": 3, "trang2": 1}


def test_rows_that_were_taken_out_are_forgotten(world: World) -> None:
    draft = with_own_form(world).begun()
    drafts.keep(draft, {"phone": "09", "o_members-1-share": "5", "o_members-count": "2"}, at=MONDAY)
    drafts.keep(draft, {"o_members-count": "1"}, at=MONDAY, whole=("o-", "o_"))
    assert draft.typed == {"phone": "09", "o_members-count": "1"}


def test_nobody_fills_a_form_without_end(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST_FIELDS", 2)
    draft = with_own_form(world).begun()
    with pytest.raises(drafts.TooMany):
        drafts.keep(draft, {f"o-{each}": "x" for each in "abc"}, at=MONDAY)


@pytest.mark.django_db(transaction=True)
def test_of_eight_fields_kept_at_once_none_is_lost(transactional_db: None, world: World) -> None:
    draft = with_own_form(world).begun()
    at_once(lambda number: drafts.keep(draft, {f"o-{number}": "x"}, at=MONDAY))
    draft.refresh_from_db()
    assert len(draft.typed) == 8
