"""An official answers what came from home: it becomes a dossier, or goes back once with everything named."""

import pytest

from motcua.domain.dossiers import checks
from motcua.domain.dossiers.models import Breach, Dossier
from motcua.domain.filing import answering, queries, submitting
from motcua.domain.filing.answering import Fault
from motcua.domain.filing.models import AnswerTime, SendingBack, Submission
from motcua.domain.filing.terms import State
from motcua.domain.journal.models import Entry
from motcua.domain.listing import Place
from motcua.domain.messages.models import Message
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.filing import MONDAY, AtHome
from tests.moments import moment
from tests.people import CENTRE
from tests.racing import at_once
from tests.sealing import Sealing
from tests.world import World

pytestmark = pytest.mark.clause("4.1.c", "5.1.d")
TUESDAY = moment("2024-05-28 10:00")


def sent_back(home: AtHome, submission: Submission, *components: int, at: object = MONDAY) -> SendingBack:
    """Lan names these papers."""
    faults = tuple(Fault(each, "Ảnh mờ, không đọc được số.") for each in components)
    return answering.send_submission_back(submission, faults=faults, by=home.world["lan"], at=at)  # type: ignore[arg-type]


@pytest.mark.clause("5.1.đ-2")
def test_only_acceptance_makes_a_dossier_with_a_code_a_due_date_and_the_papers(world: World) -> None:
    home = AtHome(world)
    handed_in = home.submitted()
    dossier = answering.accept_submission(handed_in, by=world["lan"], at=TUESDAY)
    assert (dossier.channel, dossier.submitter_name) == ("online", "Nguyễn Hoài An")
    assert dossier.due_at == moment("2024-05-31 17:00")
    assert [each.scan is not None for each in dossier.submitted.all()] == [True, True]
    handed_in.refresh_from_db()
    assert (handed_in.state, handed_in.dossier) == (State.ACCEPTED, dossier)
    assert not Breach.objects.exists()
    assert [each for rule in checks.invariants() for each in rule.broken] == []


def test_everything_is_named_at_once_and_the_applicant_is_told(world: World) -> None:
    home = AtHome(world)
    handed_in, (first, second) = home.submitted(), home.needed()
    sent_back(home, handed_in, first.pk, second.pk)
    handed_in.refresh_from_db()
    assert handed_in.state == State.SENT_BACK and handed_in.answer_due_at is None
    assert set(queries.faults_of(handed_in)) == {first.pk, second.pk}
    assert {each.kind for each in Message.objects.all()} == {"submission_sent_back"}


@pytest.mark.parametrize(
    ("faults", "words"),
    [((), "ghi rõ"), ((Fault(None, " "),), "ghi rõ"), ((Fault(999_999_999, "Thiếu"),), "ngoài thành phần")],
)
def test_it_does_not_go_back_without_a_reason_or_for_a_paper_that_is_not_asked(
    world: World, faults: tuple, words: str
) -> None:
    with pytest.raises(answering.NothingNamed, match=words):
        answering.send_submission_back(AtHome(world).submitted(), faults=faults, by=world["lan"], at=MONDAY)
    assert not SendingBack.objects.exists()


def test_only_the_paper_that_was_named_is_sent_again_and_the_old_one_stays_readable(world: World) -> None:
    home = AtHome(world)
    handed_in, (first, second) = home.submitted(), home.needed()
    sent_back(home, handed_in, first.pk)
    with pytest.raises(submitting.NotWhole, match=first.name) as refusal:
        home.submits(handed_in, TUESDAY)
    assert second.name not in refusal.value.sentence
    home.sends(handed_in, first, at=TUESDAY)
    again = home.submits(handed_in, TUESDAY)
    assert again.answer_due_at == moment("2024-05-29 10:00")
    assert again.papers.count() == 3 and len(queries.whole(again).papers) == 2
    old = again.papers.exclude(replaced_at=None).get()
    assert old.scan.replaced_by_id is not None and queries.scan_of(again, old.scan_id) == old.scan


def test_a_second_sending_back_is_a_breach_of_one_time_guidance_and_the_citizens_matter_goes_on(world: World) -> None:
    home = AtHome(world)
    handed_in, (first, _) = home.submitted(), home.needed()
    for at in (MONDAY, TUESDAY):
        sent_back(home, handed_in, first.pk, at=at)
        home.sends(handed_in, first, at=at)
        home.submits(handed_in, at)
    facts = [each.facts for each in Entry.objects.filter(act="send_submission_back").order_by("number")]
    assert [each["breach"] for each in facts] == [False, True]
    dossier = answering.accept_submission(handed_in, by=world["lan"], at=TUESDAY)
    breach = Breach.objects.get(dossier=dossier)
    assert (breach.kind, breach.clause, breach.at) == ("second_supplement", "5.1.d", TUESDAY)
    assert breach.office == world.offices[CENTRE]


def test_only_who_receives_at_that_one_stop_answers_and_sees_it(world: World) -> None:
    handed_in = AtHome(world).submitted()
    for name in ("thu", "ngoc"):
        with pytest.raises(NotAllowed):
            answering.accept_submission(handed_in, by=world[name], at=MONDAY)
        with pytest.raises(Submission.DoesNotExist):
            queries.one_to_answer(world[name], handed_in.code, MONDAY)
        assert not queries.to_answer(world[name], MONDAY, Place()).rows
    assert queries.to_answer(world["lan"], MONDAY, Place()).rows == [handed_in]
    waits, overdue = queries.how_many_wait(world["lan"], TUESDAY)
    assert (waits.number, overdue.number) == (1, 1)


def test_an_answer_is_given_once(world: World) -> None:
    home = AtHome(world)
    handed_in = home.submitted()
    answering.accept_submission(handed_in, by=world["lan"], at=MONDAY)
    with pytest.raises(answering.AlreadyAnswered, match="Đã tiếp nhận"):
        answering.accept_submission(handed_in, by=world["lan"], at=MONDAY)
    with pytest.raises(answering.AlreadyAnswered):
        sent_back(home, handed_in, home.needed()[0].pk)
    with pytest.raises(submitting.NotYours, match="mã hồ sơ"):
        submitting.withdraw_submission(handed_in, by=home.person, at=MONDAY)


def test_the_head_of_a_one_stop_sets_its_own_time(world: World) -> None:
    centre = world.offices[CENTRE]
    with pytest.raises(NotAllowed):
        answering.set_answer_time(centre, hours=4, by=world["lan"], at=MONDAY)
    head = Sealing(world).world["son"]
    for hours in (0, 81):
        with pytest.raises(Refused, match="từ 1 đến 80"):
            answering.set_answer_time(centre, hours=hours, by=head, at=MONDAY)
    answering.set_answer_time(centre, hours=4, by=head, at=MONDAY)
    assert AtHome(world).submitted().answer_due_at == moment("2024-05-27 15:00")


@pytest.mark.django_db(transaction=True)
def test_of_eight_answers_one_is_given(transactional_db: None, world: World) -> None:
    home = AtHome(world)
    handed_in, paper, head = home.submitted(), home.needed()[0].pk, Sealing(world).world["son"]

    def answer(number: int) -> object:
        if number % 2:
            return answering.accept_submission(handed_in, by=world["lan"], at=MONDAY)
        return sent_back(home, handed_in, paper)

    answers = at_once(answer)
    assert len([each for each in answers if isinstance(each, Dossier | SendingBack)]) == 1
    at_once(lambda hours: answering.set_answer_time(world.offices[CENTRE], hours=hours + 1, by=head, at=MONDAY))
    assert AnswerTime.objects.count() == 1
