"""The procedure changes while somebody writes: they are told what, keep what fits, and file under what is in force."""

from dataclasses import replace

import pytest

from motcua.domain.filing import answering, drafts, queries, renewing, submitting
from motcua.domain.filing.answering import Fault
from motcua.domain.filing.models import Submission
from motcua.domain.filing.renewing import Outdated, Renewal
from motcua.domain.procedures.own_forms.fields import FormField, Kind
from motcua.domain.procedures.parts import ComponentPart
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.uploads.models import IncomingFile
from tests.citizens import BINH, a_citizen
from tests.filing import MONDAY, AtHome, with_own_form
from tests.moments import moment
from tests.racing import at_once
from tests.rules.own_forms import FORM
from tests.world import World

pytestmark = pytest.mark.clause("4.1.b", "4.1.c", "5.1.d")
JUNE = moment("2024-06-03 09:00")
DECLARATION, CARD, LEASE = "Giấy đề nghị đăng ký hộ kinh doanh", "Căn cước công dân của chủ hộ", "Hợp đồng thuê nhà"
PAPERS = (
    ComponentPart(DECLARATION, originals=1, form_name="Phụ lục III-1"),
    ComponentPart(CARD, copies=2),
    ComponentPart(LEASE, copies=1),
)
ASKED = (
    *(replace(each, label="Tên biển hiệu") if each.key == "name" else each for each in FORM if each.key != "staff"),
    FormField("area", Kind.NUMBER, "Diện tích cửa hàng"),
)


@pytest.fixture
def home(world: World) -> AtHome:
    """A procedure with questions of its own, which is another one from June on."""
    home = with_own_form(world)
    home.revises(components=PAPERS, own_form=ASKED)
    return home


def changed(submission: Submission) -> Renewal:
    """What has changed for it in June."""
    found = renewing.renewal(submission, JUNE)
    assert found is not None
    return found


def test_what_is_asked_otherwise_is_named_paper_by_paper_and_question_by_question(home: AtHome) -> None:
    draft = home.begun()
    assert not renewing.is_outdated(draft, MONDAY) and renewing.is_outdated(draft, JUNE)
    found = changed(draft)
    assert [each.name for each in found.new_papers] == [LEASE]
    assert [each.name for each in found.changed_papers] == [CARD]
    assert [each.name for each in found.gone_papers] == ["Giấy ủy quyền"]
    assert [each.label for each in found.new_questions] == ["Diện tích cửa hàng"]
    assert [each.label for each in found.changed_questions] == ["Tên biển hiệu"]
    assert [each.label for each in found.gone_questions] == ["Số lao động"]


def test_what_was_written_for_the_older_version_is_refused_loses_nothing_and_goes_on_under_the_newer(
    home: AtHome,
) -> None:
    draft = home.begun()
    drafts.keep(draft, {"o-capital": "5.000.000"}, at=MONDAY)
    home.sends(draft)
    with pytest.raises(Outdated, match="còn nguyên"):
        home.submits(draft, JUNE)
    assert IncomingFile.objects.count() == 1
    assert drafts.begin(changed(draft).now, by=home.person, at=JUNE) == draft
    home.version = renewing.carry_over(draft, by=home.person, at=JUNE).version
    draft.refresh_from_db()
    assert draft.typed == {"o-capital": "5.000.000"} and draft.version.number == 2
    with pytest.raises(submitting.NotWhole, match=f"Còn thiếu: {LEASE}"):
        home.submits(draft, JUNE)
    home.sends(draft, home.version.components.get(name=LEASE), at=JUNE)
    papers = queries.whole(home.submits(draft, JUNE)).papers
    assert [each.component.name for each in papers] == [DECLARATION, CARD, LEASE]
    assert {each.component.version_id for each in papers} == {home.version.pk}


def test_files_of_a_paper_that_nobody_asks_for_any_more_are_let_go(home: AtHome) -> None:
    draft = home.begun()
    home.sends(draft, home.version.components.get(name="Giấy ủy quyền"))
    renewing.carry_over(draft, by=home.person, at=JUNE)
    assert not IncomingFile.objects.exists()


def test_what_came_back_keeps_its_papers_and_what_has_to_be_mended(home: AtHome, world: World) -> None:
    handed_in, (card,) = home.submitted(), home.needed()
    fault = Fault(card.pk, "Ảnh mờ")
    answering.send_submission_back(handed_in, faults=(fault,), by=world["lan"], at=MONDAY)
    again = renewing.carry_over(handed_in, by=home.person, at=JUNE)
    home.version = again.version
    new = home.version.components.get(name=CARD)
    assert queries.faults_of(again) == {new.pk: "Ảnh mờ"}
    home.sends(again, home.version.components.get(name=LEASE), at=JUNE)
    with pytest.raises(submitting.NotWhole, match=CARD):
        home.submits(again, JUNE)
    home.sends(again, new, at=moment("2024-06-03 09:05"))
    home.submits(again, JUNE)
    assert answering.accept_submission(again, by=world["lan"], at=JUNE).version == home.version


def test_what_was_handed_in_in_time_is_received_under_what_was_in_force_then(home: AtHome, world: World) -> None:
    handed_in = home.submitted()
    assert answering.accept_submission(handed_in, by=world["lan"], at=JUNE).version == home.version
    with pytest.raises(Refused, match="đã nộp"):
        renewing.carry_over(handed_in, by=home.person, at=JUNE)


def test_a_new_version_that_asks_the_same_changes_nothing(world: World) -> None:
    home = AtHome(world)
    draft = home.begun()
    home.sends(draft)
    home.revises(decision="99/QĐ-UBND")
    assert changed(draft).changes_nothing
    home.version = renewing.carry_over(draft, by=home.person, at=JUNE).version
    assert len(queries.whole(home.submits(draft, JUNE)).papers) == 2


def test_it_does_not_go_on_where_the_newer_version_is_not_filed_from_home_or_it_is_somebody_elses(
    world: World,
) -> None:
    home = AtHome(world)
    draft = home.begun()
    home.revises(online_level=2)
    with pytest.raises(NotAllowed, match="chưa nhận hồ sơ trực tuyến"):
        renewing.carry_over(draft, by=home.person, at=JUNE)
    with pytest.raises(Submission.DoesNotExist):
        renewing.carry_over(draft, by=a_citizen(BINH), at=JUNE)


def test_a_procedure_that_ended_is_said(world: World) -> None:
    home = AtHome(world)
    draft = home.begun()
    home.ends()
    assert renewing.renewal(draft, JUNE) is None
    with pytest.raises(NotAllowed, match="hết hiệu lực"):
        home.submits(draft, JUNE)


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_go_on_at_once_one_carries_everything_over(transactional_db: None, home: AtHome) -> None:
    draft = home.begun()
    home.sends(draft)
    done = at_once(lambda _: renewing.carry_over(draft, by=home.person, at=JUNE))
    assert {each.version.number for each in done} == {2}
    assert IncomingFile.objects.count() == 1
