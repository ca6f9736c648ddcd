"""A result in the right hands: proved by signature, photo or slip, by the word of the post; and who does not come."""

import io
from datetime import timedelta

import pytest
from PIL import Image

from motcua.domain.dossiers.delivery import handover, post, reminders
from motcua.domain.dossiers.delivery.handover import Recipient, deliver, keep_uncollected
from motcua.domain.dossiers.delivery.models import Delivery, Parcel, Reminder
from motcua.domain.dossiers.delivery.proofs import Proof, UnderWay
from motcua.domain.dossiers.delivery.reminders import AlreadyCalled, Machine
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.retell import differences
from motcua.domain.dossiers.stages import WrongStage
from motcua.domain.journal.queries import entries
from motcua.domain.papers.uploads import Upload
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.world import World, moment

pytestmark = pytest.mark.django_db
AT = moment("2024-05-29")
AN = Recipient("Nguyễn Văn An", "022090001234")


def picture() -> Upload:
    drawn = io.BytesIO()
    Image.new("RGB", (200, 80), "white").save(drawn, "PNG")
    return Upload("chu-ky.png", drawn.getvalue())


@pytest.mark.clause("4.1.e")
@pytest.mark.parametrize("how", ["signature", "photo", "slip"])
def test_a_delivery_is_proved_by_what_can_be_looked_at(world: World, how: str):
    dossier = deliver(world.at_centre(), to=AN, proof=Proof(how, picture()), by=world["ngoc"], at=AT)
    kept = Delivery.objects.get(dossier=dossier)
    assert (kept.how, kept.proof.pages) == (how, 1)
    assert list(entries(dossier))[-1].facts["how"] == how
    assert list(differences(world.again(dossier), entries(dossier))) == []


def test_against_the_receipt_alone_nothing_more_is_kept(world: World):
    deliver(world.at_centre(), to=AN, by=world["ngoc"], at=AT)
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("how", ["signature", "photo", "slip"])
def test_a_proof_that_is_not_there_proves_nothing(world: World, how: str):
    dossier = world.at_centre()
    with pytest.raises(Refused, match="Phải có chữ ký, ảnh chụp"):
        deliver(dossier, to=AN, proof=Proof(how), by=world["ngoc"], at=AT)
    assert world.again(dossier).stage == "at_centre"


@pytest.mark.clause("4.1.e")
def test_a_result_goes_by_post_and_ends_when_the_post_has_handed_it_out(world: World):
    dossier = world.at_centre()
    post.send_by_post(dossier, number="EQ123456789VN", by=world["ngoc"], at=AT)
    assert world.again(dossier).stage == "at_centre"
    post.delivered_by_post(dossier, to="Trần Thị Bé", by=world["ngoc"], at=AT + timedelta(days=2))
    dossier = world.again(dossier)
    assert (dossier.stage, dossier.delivered_to) == ("delivered", "Trần Thị Bé")
    assert Parcel.objects.get().ended == "delivered"
    assert Delivery.objects.get().how == "post"


@pytest.mark.clause("4.1.e")
def test_what_the_post_brings_back_lies_at_the_centre_again_and_can_be_sent_anew(world: World):
    dossier = world.at_centre()
    post.send_by_post(dossier, number="EQ1", by=world["ngoc"], at=AT)
    post.take_back_parcel(dossier, reason="Không có người nhận", by=world["ngoc"], at=AT + timedelta(days=5))
    post.send_by_post(dossier, number="EQ2", by=world["ngoc"], at=AT + timedelta(days=6))
    assert list(Parcel.objects.order_by("id").values_list("number", "ended")) == [("EQ1", "came_back"), ("EQ2", "")]


def test_what_the_post_has_is_given_out_by_nobody_else(world: World):
    dossier = world.at_centre()
    post.send_by_post(dossier, number="EQ1", by=world["ngoc"], at=AT)
    with pytest.raises(UnderWay, match=r"đang được gửi qua bưu chính \(số hiệu EQ1\)"):
        deliver(dossier, to=AN, by=world["ngoc"], at=AT)
    with pytest.raises(UnderWay, match="đã được gửi qua bưu chính, số hiệu EQ1"):
        post.send_by_post(dossier, number="EQ2", by=world["ngoc"], at=AT)


def test_nothing_comes_back_or_is_handed_out_that_was_not_sent(world: World):
    dossier = world.at_centre()
    with pytest.raises(Refused, match="không có bưu gửi nào"):
        post.take_back_parcel(dossier, reason="x", by=world["ngoc"], at=AT)
    with pytest.raises(Refused, match="chưa được gửi qua bưu chính"):
        post.delivered_by_post(dossier, to="An", by=world["ngoc"], at=AT)


def test_only_the_result_desk_sends_and_only_what_lies_there(world: World):
    dossier = world.at_centre()
    with pytest.raises(NotAllowed):
        post.send_by_post(dossier, number="EQ1", by=world["lan"], at=AT)
    with pytest.raises(WrongStage):
        post.send_by_post(world.with_result(), number="EQ1", by=world["ngoc"], at=AT)
    with pytest.raises(Refused, match="số hiệu bưu gửi"):
        post.send_by_post(dossier, number=" ", by=world["ngoc"], at=AT)


@pytest.fixture
def uncollected(world: World) -> Dossier:
    dossier = world.at_centre("2024-05-28")
    return keep_uncollected(dossier, shelf="A3-12", by=world["ngoc"], at=AT)


@pytest.mark.clause("4.1.e")
@pytest.mark.parametrize(("day", "stages"), [("06-03", []), ("06-04", [7]), ("06-12", [15]), ("06-27", [30])])
def test_who_does_not_come_is_to_be_called_after_a_week_a_fortnight_and_a_month(
    world: World, uncollected: Dossier, day: str, stages: list[int]
):
    reminders.remind_all(moment(f"2024-{day} 06:00"))
    assert list(Reminder.objects.values_list("days", flat=True)) == stages


def test_each_stage_is_told_once_however_often_the_calendar_asks(world: World, uncollected: Dossier):
    told = [reminders.remind_all(moment("2024-06-04 06:00") + timedelta(days=number)) for number in range(40)]
    assert sum(told) == 3
    assert list(Reminder.objects.order_by("days").values_list("days", flat=True)) == [7, 15, 30]


def test_who_has_come_is_not_called(world: World, uncollected: Dossier):
    reminders.remind_all(moment("2024-06-04 06:00"))
    assert reminders.to_call(world["ngoc"], moment("2024-06-04")).count() == 1
    handover.deliver(uncollected, to=AN, by=world["ngoc"], at=moment("2024-06-05"))
    assert reminders.to_call(world["ngoc"], moment("2024-06-05")).count() == 0
    assert reminders.remind_all(moment("2024-06-27 06:00")) == 0


def test_what_is_with_the_post_is_not_called_about(world: World, uncollected: Dossier):
    post.send_by_post(uncollected, number="EQ1", by=world["ngoc"], at=AT)
    assert reminders.remind_all(moment("2024-06-27 06:00")) == 0


@pytest.mark.clause("4.1.e")
def test_a_call_is_noted_once_with_what_came_of_it(world: World, uncollected: Dossier):
    reminders.remind_all(moment("2024-06-04 06:00"))
    one, at = Reminder.objects.get(), moment("2024-06-04")
    with pytest.raises(Refused, match="Phải ghi kết quả"):
        reminders.note_call(one, outcome=" ", by=world["ngoc"], at=at)
    with pytest.raises(NotAllowed):
        reminders.note_call(one, outcome="Hẹn mai đến", by=world["lan"], at=at)
    reminders.note_call(one, outcome="Hẹn mai đến", by=world["ngoc"], at=at)
    with pytest.raises(AlreadyCalled):
        reminders.note_call(one, outcome="Hẹn mai đến", by=world["ngoc"], at=at)
    assert not reminders.to_call(world["ngoc"], at).exists()


def test_a_later_stage_takes_the_place_of_an_earlier_call(world: World, uncollected: Dossier):
    for day in ("06-04", "06-12"):
        reminders.remind_all(moment(f"2024-{day} 06:00"))
    assert [each.days for each in reminders.to_call(world["ngoc"], moment("2024-06-12"))] == [15]


def test_the_journal_says_that_the_calendar_reminded(world: World, uncollected: Dossier):
    reminders.remind(uncollected, by=Machine(), at=moment("2024-06-04 06:00"))
    entry = list(entries(uncollected))[-1]
    assert (entry.act, entry.by_name, entry.facts) == ("remind", "Hệ thống, theo lịch", {"days": 7})
