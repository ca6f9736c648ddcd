"""How it was is said once an occasion, by who was served and by nobody else, and changed for some days."""

from datetime import timedelta

import pytest

from motcua.domain.citizens.terms import Proof
from motcua.domain.dossiers import intake
from motcua.domain.dossiers.models import Invitation
from motcua.domain.journal.models import Entry
from motcua.domain.messages.models import Message
from motcua.domain.papers.models import Paper
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.satisfaction import giving, queries
from motcua.domain.satisfaction.giving import Guest, Marked
from motcua.domain.satisfaction.models import Opinion
from motcua.domain.satisfaction.policies import CHANGEABLE, OPEN_FOR
from tests.citizens import BINH, a_citizen
from tests.following import HOME, owned_by
from tests.moments import moment
from tests.people import CENTRE, PLANNING
from tests.racing import all_follow, at_once
from tests.satisfaction import EVENING, asked, delivered, says
from tests.world import World

pytestmark = pytest.mark.clause("3.1", "4.6.a")


@pytest.fixture
def an(db: None):
    return a_citizen()


def test_each_slip_bears_the_address_of_its_ballot_for_the_body_that_gave_it(world: World) -> None:
    lacking, said_no = world.awaiting_supplement(), world.rejected()
    refused = intake.refuse_to_receive(world.filing(), reason="Sai nơi", by=world["lan"], at=moment("2024-05-27"))
    for dossier, occasion, form, office, by in (
        (lacking, "receipt", "receipt", CENTRE, "lan"),
        (lacking, "supplement", "supplement_request", PLANNING, "thu"),
        (said_no, "refusal", "refusal", PLANNING, "minh"),
        (refused, "refusal", "refusal", CENTRE, "lan"),
    ):
        invitation = asked(dossier, occasion)
        assert (invitation.office.code, invitation.officer.code) == (office, by)
        paper = Paper.objects.get(about=dossier.stream, form_code=form)
        assert paper.facts["letterhead"]["rating_address"].endswith(f"/danh-gia/{invitation.secret}")


def test_who_has_the_result_is_told_where_to_say_how_it_was(world: World) -> None:
    dossier = delivered(world)
    told = Message.objects.get(about=dossier.code, kind="asked_how_it_was")
    assert told.facts["rate_at"].endswith(f"/danh-gia/{asked(dossier, 'delivered').secret}")
    assert told.recipient == "rater"


def test_a_ballot_is_filled_in_once_and_changed_for_some_days(world: World) -> None:
    invitation = asked(world.received())
    first = says(invitation, 4, reasons=("time", "manner"), words="Nhanh")
    again = says(invitation, 2, at=EVENING + CHANGEABLE)
    assert (again.pk, again.level, again.reasons, again.words, again.channel) == (first.pk, 2, [], "", "link")
    with pytest.raises(NotAllowed, match="15 ngày"):
        says(invitation, at=EVENING + CHANGEABLE + timedelta(seconds=1))
    late = asked(world.received())
    with pytest.raises(NotAllowed, match="hết hạn"):
        says(late, at=late.made_at + OPEN_FOR + timedelta(seconds=1))
    assert says(late, at=late.made_at + OPEN_FOR).pk


def test_no_official_says_it_for_anybody_and_a_level_is_one_of_five(world: World) -> None:
    invitation = asked(world.received())
    with pytest.raises(NotAllowed, match="không đánh giá thay"):
        giving.give_opinion(invitation, marked=Marked(5), by=world["lan"], at=EVENING)
    for wrong in (Marked(0), Marked(6), Marked(3, ("weather",))):
        with pytest.raises(Refused, match="mức hài lòng"):
            giving.give_opinion(invitation, marked=wrong, by=Guest(), at=EVENING)
    assert not Opinion.objects.exists()


def test_on_the_own_page_it_is_said_when_the_result_is_there_by_its_owner(world: World, an) -> None:
    with pytest.raises(Refused, match="đã nhận kết quả"):
        giving.rate(world.in_appraisal(applicant=owned_by(an)), marked=Marked(5), by=an, at=HOME)
    dossier = delivered(world, applicant=owned_by(an))
    for stranger in (a_citizen(BINH), a_citizen(proof=Proof.OWN_WORD)):
        with pytest.raises(NotAllowed):
            giving.rate(dossier, marked=Marked(5), by=stranger, at=HOME)
    by_account = giving.rate(dossier, marked=Marked(4), by=an, at=HOME)
    by_link = says(asked(dossier, "delivered"), 3, at=HOME + timedelta(hours=1))
    assert by_account.pk == by_link.pk and by_link.channel == "own_page" and by_link.person == an
    assert queries.opinion_of(dossier) == by_link


def test_what_was_delivered_before_ballots_existed_can_be_rated_too(world: World, an) -> None:
    dossier = delivered(world, applicant=owned_by(an))
    Invitation.objects.filter(dossier=dossier).delete()
    assert giving.rate(dossier, marked=Marked(5), by=an, at=HOME).invitation.officer is None


def test_the_journal_and_the_dossier_do_not_say_who_spoke(world: World, an) -> None:
    dossier = delivered(world, applicant=owned_by(an))
    opinion = giving.rate(dossier, marked=Marked(1, (), "Chờ lâu"), by=an, at=HOME)
    (line,) = Entry.objects.filter(act="rate")
    assert line.stream == opinion.invitation.stream and line.by_name == "Người được phục vụ"
    assert an.name not in str(line.facts) and "Chờ lâu" not in str(line.facts)


@pytest.mark.django_db(transaction=True)
def test_one_opinion_is_kept_however_often_it_is_sent(world: World) -> None:
    an = a_citizen()
    dossier = delivered(world, applicant=owned_by(an))
    all_follow(giving.give_opinion, asked(dossier), marked=Marked(4), by=Guest(), at=HOME)
    answers = at_once(lambda number: giving.rate(dossier, marked=Marked(1 + number % 5), by=an, at=HOME))
    assert not [each for each in answers if isinstance(each, Refused)]
    assert Opinion.objects.count() == 2
