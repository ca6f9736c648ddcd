"""From home: what was asked for, the proof of a payment, a wish; and how an official answers."""

import pytest

from motcua.domain.citizens import authorities, businesses
from motcua.domain.citizens.authorities import Principal
from motcua.domain.citizens.terms import Proof
from motcua.domain.dossiers.applicants import Submitter
from motcua.domain.dossiers.from_home import accounts, answering, queries, rights, sending
from motcua.domain.dossiers.from_home.sending import AnsweredAlready, NotWhole, Paid, WaitsForAnswer
from motcua.domain.dossiers.from_home.terms import SentKind
from motcua.domain.dossiers.models import Dossier, Sent, Submitted
from motcua.domain.dossiers.retell import differences
from motcua.domain.dossiers.stages import Stage, WrongStage
from motcua.domain.dossiers.supplement import accept_supplement
from motcua.domain.journal.queries import entries
from motcua.domain.messages.models import Message
from motcua.domain.regulation.answers import NotAllowed, Refused
from motcua.domain.uploads.models import IncomingFile
from tests.citizens import AT, BINH, TAX_CODE, a_business, a_citizen, a_paper
from tests.following import HOME, PAID, hands_in, owned_by, proves, sends_what_is_asked
from tests.moments import moment
from tests.world import World

pytestmark = pytest.mark.clause("5.1.e-2", "5.1.d", "4.1.c")
NEXT_DAY = moment("2024-05-30 10:00")


@pytest.fixture
def an(db: None):
    return a_citizen()


@pytest.fixture
def asked(world: World, an) -> Dossier:
    return world.awaiting_supplement(applicant=owned_by(an))


def test_what_was_asked_for_is_handed_in_once_and_whole_and_the_clock_waits(asked: Dossier, an) -> None:
    sent = hands_in(an, asked)
    asked.refresh_from_db()
    assert (asked.stage, asked.due_at) == (Stage.AWAITING_SUPPLEMENT, None)
    assert sent.answer_due_at == moment("2024-05-30 17:00")  # eight working hours from the next morning
    assert sent.papers.count() == 1
    assert not IncomingFile.objects.exists()
    assert entries(asked)[-1].act == "send_supplement"


def test_what_is_missing_is_named_and_nothing_is_handed_in(asked: Dossier, an) -> None:
    with pytest.raises(NotWhole) as refused:
        sending.send_supplement(asked, by=an, at=HOME)
    assert "Giấy đề nghị đăng ký doanh nghiệp" in refused.value.sentence
    assert not Sent.objects.exists()


def test_the_same_is_not_handed_in_twice(asked: Dossier, an) -> None:
    hands_in(an, asked)
    sends_what_is_asked(an, asked)
    with pytest.raises(WaitsForAnswer):
        sending.send_supplement(asked, by=an, at=HOME)


def test_an_official_takes_it_in_and_the_limit_begins_anew(world: World, asked: Dossier, an) -> None:
    sent = hands_in(an, asked)
    dossier = answering.accept(sent, by=world["lan"], at=NEXT_DAY)
    sent.refresh_from_db()
    assert (dossier.stage, sent.outcome, sent.answered_by) == (Stage.PROCESSING, "accepted", world["lan"])
    assert dossier.due_at == moment("2024-06-04 17:00")  # three working days from the day it was complete
    kept = Submitted.objects.get(dossier=dossier, occasion=1)
    assert kept.scan.about == dossier.stream
    assert entries(dossier)[-1].facts["from_home"] is True
    assert not list(differences(world.again(dossier), entries(dossier)))


def test_who_is_told_no_is_told_everything_at_once_and_sends_again(world: World, asked: Dossier, an) -> None:
    sent = hands_in(an, asked)
    paper = sent.papers.get().component_id
    with pytest.raises(Refused):
        answering.decline_sent(sent, by=world["lan"], at=NEXT_DAY)
    with pytest.raises(Refused):
        answering.decline_sent(sent, faults={paper + 1000: "Thiếu"}, by=world["lan"], at=NEXT_DAY)
    answering.decline_sent(sent, faults={paper: "Trang 2 mờ"}, by=world["lan"], at=NEXT_DAY)
    sent.refresh_from_db()
    assert sent.why.endswith("Trang 2 mờ")
    assert Message.objects.filter(kind="sent_declined", way="app", address=f"account/{an.account_id}").exists()
    again = hands_in(an, asked, moment("2024-05-30 19:00"))
    with pytest.raises(AnsweredAlready):
        answering.accept(sent, by=world["lan"], at=moment("2024-05-31"))
    answering.accept(again, by=world["lan"], at=moment("2024-05-31"))


def test_the_counter_may_still_take_in_what_is_brought_there(world: World, asked: Dossier, an) -> None:
    sent = hands_in(an, asked)
    brought = answering._brought(sent)
    accept_supplement(asked, brought=brought, by=world["lan"], at=NEXT_DAY)
    sent.refresh_from_db()
    assert sent.outcome == "accepted"


def test_it_is_taken_back_until_somebody_answers(world: World, asked: Dossier, an) -> None:
    sent = hands_in(an, asked)
    sending.take_back(sent, by=an, at=HOME)
    with pytest.raises(AnsweredAlready):
        sending.take_back(sent, by=an, at=HOME)
    with pytest.raises(AnsweredAlready):
        answering.accept(sent, by=world["lan"], at=NEXT_DAY)


def test_nobody_else_sends_anything(world: World, asked: Dossier, an) -> None:
    binh, claimed = a_citizen(BINH), a_citizen(proof=Proof.OWN_WORD)
    for stranger in (binh, claimed):
        with pytest.raises(NotAllowed):
            sending.send_supplement(asked, by=stranger, at=HOME)
        with pytest.raises(Dossier.DoesNotExist):
            queries.dossier(stranger, asked.code, HOME)
    sent = hands_in(an, asked)
    with pytest.raises(NotAllowed):
        sending.take_back(sent, by=binh, at=HOME)
    with pytest.raises(NotAllowed):
        answering.decline_sent(sent, why="Mờ", by=world["binh"], at=NEXT_DAY)


@pytest.mark.clause("3.3-1")
def test_a_member_of_a_business_needs_the_power(world: World, an) -> None:
    binh = a_citizen(BINH)
    firm = businesses.confirm_business(a_business(an), by=world["lan"], at=AT)
    owner = owned_by(an, kind="business", name=firm.name, identity_kind="tax_code", identity_number=TAX_CODE)
    dossier = world.awaiting_supplement(applicant=owner)
    given = {"identity_number": BINH.identity_number, "name": BINH.name, "by": an, "at": AT}
    member = businesses.admit_member(firm, powers=["follow"], **given)
    assert queries.dossier(binh, dossier.code, HOME) == dossier
    sends_what_is_asked(binh, dossier)
    with pytest.raises(NotAllowed, match="Nộp, bổ sung và rút hồ sơ"):
        sending.send_supplement(dossier, by=binh, at=HOME)
    businesses.change_powers(member, powers=["follow", "file"], by=an, at=AT)
    sending.send_supplement(dossier, by=binh, at=HOME)


@pytest.mark.clause("3.3-1")
def test_who_filed_for_another_follows_that_one_alone_and_while_the_authority_holds(world: World, an) -> None:
    other = {"name": "Trần Thị Bình", "identity_number": BINH.identity_number}
    filed = world.received(
        applicant=owned_by(an, **other), submitter=Submitter(an.name, an.identity_number, "0912345678")
    )
    elsewhere = world.received(applicant=owned_by(an, **other))
    assert not rights.may_follow(an, filed, HOME)
    principal = Principal("spouse", BINH.name, BINH.identity_number)
    authority = authorities.claim_authority(principal, paper=a_paper(), by=an, at=AT)
    assert rights.may_follow(an, filed, HOME)
    assert not rights.may_follow(an, elsewhere, HOME)
    authorities.withdraw_authority(authority, by=an, at=AT)
    assert not rights.may_follow(an, filed, HOME)


def test_who_follows_a_dossier_is_told_on_the_own_page(world: World, an) -> None:
    binh = a_citizen(BINH)
    firm = businesses.confirm_business(a_business(binh), by=world["lan"], at=AT)
    owner = owned_by(an, kind="business", name=firm.name, identity_kind="tax_code", identity_number=TAX_CODE)
    for dossier in (world.received(applicant=owned_by(an)), world.received(applicant=owner), world.received()):
        reading = accounts.readers_of(dossier, HOME)
        told = set(Message.objects.filter(about=dossier.code, way="app").values_list("address", flat=True))
        followers = {f"account/{each.account_id}" for each in (an, binh) if rights.may_follow(each, dossier, HOME)}
        assert told == followers, reading


@pytest.mark.clause("4.5.a")
def test_the_proof_of_a_payment_sets_the_clock_going_when_it_is_taken_in(world: World, an) -> None:
    dossier = world.awaiting_payment(applicant=owned_by(an))
    with pytest.raises(NotWhole, match="chứng từ"):
        sending.send_payment_proof(dossier, paid=PAID, by=an, at=HOME)
    with pytest.raises(NotWhole, match="số"):
        sending.send_payment_proof(dossier, paid=Paid(" ", PAID.on), by=an, at=HOME)
    with pytest.raises(NotWhole, match="hôm nay"):
        sending.send_payment_proof(dossier, paid=Paid("1", NEXT_DAY.date()), by=an, at=HOME)
    sent = proves(an, dossier)
    dossier = answering.accept(sent, by=world["lan"], at=NEXT_DAY)
    assert dossier.stage == Stage.PROCESSING
    stop = dossier.clock_stops.get()
    assert (stop.proof_number, stop.proof, stop.proof_on) == (PAID.number, sent.scan, PAID.on)


@pytest.mark.clause("3.3-1", "5.1.đ-1")
def test_a_wish_is_carried_out_by_an_official(world: World, an) -> None:
    dossier = world.in_appraisal(applicant=owned_by(an))
    with pytest.raises(NotWhole):
        sending.send_wish(dossier, kind=SentKind.STOP, reason=" ", by=an, at=HOME)
    rest = sending.send_wish(dossier, kind=SentKind.STOP, reason="Chờ họp gia đình", by=an, at=HOME)
    assert answering.accept(rest, by=world["lan"], at=NEXT_DAY).stage == Stage.STOPPED
    go_on = sending.send_wish(dossier, kind=SentKind.RESUME, reason="Đã họp", by=an, at=NEXT_DAY)
    assert answering.accept(go_on, by=world["lan"], at=moment("2024-05-31")).stage == Stage.PROCESSING
    back = sending.send_wish(dossier, kind=SentKind.WITHDRAWAL, reason="Không cần", by=an, at=moment("2024-05-31"))
    more = sending.send_wish(dossier, kind=SentKind.STOP, reason="Nghỉ đã", by=an, at=moment("2024-05-31"))
    assert answering.accept(back, by=world["lan"], at=moment("2024-05-31 10:00")).stage == Stage.WITHDRAWN
    more.refresh_from_db()
    assert more.outcome == "overtaken"


@pytest.mark.clause("3.3-1")
def test_what_is_decided_is_not_withdrawn_any_more(world: World, an) -> None:
    dossier = world.at_centre(applicant=owned_by(an))
    with pytest.raises(WrongStage):
        sending.send_wish(dossier, kind=SentKind.WITHDRAWAL, reason="Không cần", by=an, at=HOME)
