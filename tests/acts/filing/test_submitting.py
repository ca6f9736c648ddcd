"""A submission is written at home, handed in whole, and kept as it was handed in."""

import pytest

from motcua.domain.citizens import businesses
from motcua.domain.citizens.models import Authority
from motcua.domain.citizens.terms import Proof
from motcua.domain.filing import drafts, queries, submitting
from motcua.domain.filing.models import Submission
from motcua.domain.filing.terms import State
from motcua.domain.journal.models import Entry
from motcua.domain.regulation.answers import NotAllowed
from motcua.domain.uploads.models import IncomingFile
from tests.acts.citizens.test_authorities import CHILD, claimed
from tests.citizens import AT, BINH, a_business, a_citizen
from tests.filing import MONDAY, AtHome
from tests.moments import moment
from tests.racing import at_once
from tests.world import World

pytestmark = pytest.mark.clause("4.1.c")


def test_what_is_typed_is_kept_as_it_is_typed_and_found_again(world: World) -> None:
    home = AtHome(world)
    draft = home.begun()
    assert drafts.keep(draft, {"phone": "091", "summary": "Đang viết dở\0"}, at=MONDAY)
    again = home.begun(moment("2024-05-28 20:00"))
    assert (again.pk, again.typed) == (draft.pk, {"phone": "091", "summary": "Đang viết dở"})


def test_files_and_words_become_a_submission_that_is_answered_within_eight_working_hours(world: World) -> None:
    home = AtHome(world)
    handed_in = home.submitted()
    assert handed_in.state == State.SUBMITTED
    assert handed_in.answer_due_at == moment("2024-05-28 09:00")
    papers = queries.whole(handed_in).papers
    assert [paper.component.pk for paper in papers] == [each.pk for each in home.needed()]
    entry = Entry.objects.get(stream=handed_in.stream)
    assert [each["sha256"] for each in entry.facts["papers"]] == [each.scan.file.sha256 for each in papers]
    assert not Entry.objects.filter(stream=handed_in.stream, facts__has_key="dossier").exists()


@pytest.mark.django_db(transaction=True)
def test_the_files_are_let_go_when_they_are_kept_elsewhere(transactional_db: None, world: World) -> None:
    AtHome(world).submitted()
    assert not IncomingFile.objects.exists()


@pytest.mark.clause("5.1.d")
def test_everything_that_is_missing_is_named_at_once_and_nothing_is_lost(world: World) -> None:
    home = AtHome(world)
    draft, (first, second) = home.begun(), home.needed()
    with pytest.raises(submitting.NotWhole) as refusal:
        home.submits(draft)
    assert first.name in refusal.value.sentence and second.name in refusal.value.sentence
    home.sends(draft, first)
    with pytest.raises(submitting.NotWhole, match=second.name):
        home.submits(draft)
    assert IncomingFile.objects.count() == 1
    assert Submission.objects.get().state == State.DRAFT


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"one_stop": None}, "nơi tiếp nhận"), ({"phone": "12"}, "chữ số"), ({"address": " "}, "địa chỉ")],
)
def test_what_can_not_be_right_is_refused_with_a_sentence(world: World, wrong: dict, words: str) -> None:
    home = AtHome(world)
    draft = home.begun()
    home.sends(draft)
    with pytest.raises(submitting.Refused, match=words):
        home.submits(draft, **wrong)


def test_only_proven_people_file_and_only_what_is_offered_online(world: World) -> None:
    with pytest.raises(NotAllowed, match="định danh"):
        AtHome(world, a_citizen(proof=Proof.OWN_WORD)).begun()
    with pytest.raises(NotAllowed, match=r"chưa nhận hồ sơ trực tuyến\. Bạn mang giấy tờ đến .* Hôm nay mở cửa 07:00"):
        AtHome(world, online_level=2).begun()
    with pytest.raises(NotAllowed, match=r"Thứ Hai, 27/05/2024 mở cửa .* Gửi qua bưu điện cũng được"):
        AtHome(world, online_level=2, by_post=True).begun(moment("2024-05-25 09:00"))
    with pytest.raises(NotAllowed, match="Ủy ban nhân dân cấp xã nơi bạn ở, trong giờ làm việc"):
        AtHome(world, online_level=2, level="commune").begun()


def test_what_was_handed_in_is_not_handed_in_again_and_is_nobody_elses(world: World) -> None:
    home = AtHome(world)
    handed_in = home.submitted()
    with pytest.raises(submitting.NotYours, match="đã nộp"):
        home.submits(handed_in)
    other = AtHome(world, a_citizen(BINH))
    with pytest.raises(submitting.NotYours):
        other.submits(handed_in)
    with pytest.raises(Submission.DoesNotExist):
        queries.submission(other.person, handed_in.code)
    assert not drafts.keep(handed_in, {"phone": "0"}, at=MONDAY)


def test_a_business_files_through_whom_it_let(world: World) -> None:
    an = a_citizen()
    business = a_business(an)
    home = AtHome(world, an)
    draft = home.begun()
    home.sends(draft)
    with pytest.raises(NotAllowed, match="chưa được cán bộ tiếp nhận xác nhận"):
        home.submits(draft, business=business)
    businesses.confirm_business(business, by=world["lan"], at=AT)
    handed_in = home.submits(draft, business=business)
    assert submitting.applicant_of(handed_in).identity_number == business.tax_code


def test_a_parent_files_for_a_child_until_it_is_given_up(world: World) -> None:
    child: Authority = claimed(**CHILD)
    handed_in = AtHome(world).submitted(authority=child)
    assert submitting.applicant_of(handed_in).name == "Nguyễn Hoài An"
    Authority.objects.update(withdrawn_at=AT)
    with pytest.raises(NotAllowed, match="hiệu lực"):
        AtHome(world).submitted(authority=child)


def test_the_applicant_takes_it_back_before_it_is_answered(world: World) -> None:
    home = AtHome(world)
    with pytest.raises(submitting.NotYours):
        submitting.withdraw_submission(home.begun(), by=home.person, at=MONDAY)
    taken_back = submitting.withdraw_submission(home.submitted(), by=home.person, at=MONDAY)
    assert taken_back.state == State.WITHDRAWN
    with pytest.raises(submitting.NotYours):
        submitting.withdraw_submission(taken_back, by=home.person, at=MONDAY)


def test_a_draft_that_nobody_takes_up_for_a_month_is_let_go_with_its_files(world: World) -> None:
    home = AtHome(world)
    home.sends(home.begun())
    assert drafts.forget_old(moment("2024-06-26 08:59")) == 0
    assert drafts.forget_old(moment("2024-06-26 09:00")) == 1
    assert not Submission.objects.exists() and not IncomingFile.objects.exists()


def test_nobody_begins_without_end(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drafts, "MOST", 1)
    home = AtHome(world)
    home.begun()
    with pytest.raises(drafts.TooMany):
        AtHome(world).begun()


@pytest.mark.django_db(transaction=True)
def test_of_eight_handings_in_one_is_done_and_one_withdrawal(transactional_db: None, world: World) -> None:
    home = AtHome(world)
    draft = home.begun()
    home.sends(draft)
    answers = at_once(lambda _: home.submits(draft))
    assert len([each for each in answers if isinstance(each, Submission)]) == 1
    assert Entry.objects.filter(stream=draft.stream, act="submit").count() == 1
    assert draft.papers.count() == len(home.needed())
    at_once(lambda _: submitting.withdraw_submission(draft, by=home.person, at=MONDAY))
    assert Entry.objects.filter(stream=draft.stream, act="withdraw_submission").count() == 1
