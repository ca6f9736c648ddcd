"""Systems of others send feedback with a token of theirs: once for each key, until it is taken away."""

from datetime import timedelta

import pytest

from motcua.domain.feedback import told
from motcua.domain.feedback.clients import managing, taking
from motcua.domain.feedback.clients.managing import NoClient
from motcua.domain.feedback.clients.models import Client
from motcua.domain.feedback.clients.taking import KeyUsed, Revoked, Sent, TooMuch, take_from_client
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.terms import Channel, State
from motcua.domain.journal.models import Entry
from motcua.domain.regulation.answers import NotAllowed
from tests.feedback import MONDAY, TUESDAY, said
from tests.racing import at_once, one_wins
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a")
SENT = Sent("lan-gui-1", "a" * 64)


def client(world: World, token: str = "") -> Client:
    return managing.make_client(name="Smart", token=token or managing.new_token(), by=world["kien"], at=MONDAY)


def test_an_administrator_makes_one_and_only_the_digest_of_its_token_is_kept(world: World) -> None:
    token = managing.new_token()
    made = client(world, token)
    assert token not in str(vars(made)) and token not in str(list(Entry.objects.values_list("facts", flat=True)))
    assert managing.client_of(token) == made
    for wrong in ({"name": " "}, {"token": "ngan"}, {"token": token}):
        with pytest.raises(NoClient):
            managing.make_client(
                **{"name": "Khác", "token": managing.new_token(), **wrong}, by=world["kien"], at=MONDAY
            )
    for who in ("mai", "lan"):
        with pytest.raises(NotAllowed):
            managing.make_client(name="Khác", token=managing.new_token(), by=world[who], at=MONDAY)
        with pytest.raises(NotAllowed):
            managing.revoke_client(made, by=world[who], at=MONDAY)


def test_what_it_sends_is_taken_once_for_each_key(world: World) -> None:
    made = client(world)
    item = take_from_client(said(world), SENT, by=made, at=MONDAY)
    assert (item.channel, item.state, item.sending.client) == (Channel.API, State.NEW, made)
    assert take_from_client(said(world), SENT, by=made, at=TUESDAY) == item
    with pytest.raises(KeyUsed):
        take_from_client(said(world), Sent(SENT.key, "b" * 64), by=made, at=MONDAY)
    assert take_from_client(said(world), SENT, by=client(world), at=MONDAY) != item  # keys are each system's own
    assert Entry.objects.filter(act="take_from_client").count() == 2 and list(told.differences()) == []


def test_once_revoked_nothing_more_is_taken(world: World) -> None:
    token = managing.new_token()
    made = client(world, token)
    managing.revoke_client(made, by=world["kien"], at=TUESDAY)
    with pytest.raises(Client.DoesNotExist):
        managing.client_of(token)
    with pytest.raises(Revoked):
        take_from_client(said(world), SENT, by=made, at=TUESDAY)
    with pytest.raises(NoClient):
        managing.revoke_client(made, by=world["kien"], at=TUESDAY)


def test_more_in_an_hour_than_people_say_waits(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "MOST_AN_HOUR", 2)
    made = client(world)
    for number in range(2):
        take_from_client(said(world), Sent(f"lan-gui-{number}", "a"), by=made, at=MONDAY)
    with pytest.raises(TooMuch):
        take_from_client(said(world), Sent("lan-gui-9", "a"), by=made, at=MONDAY)
    assert take_from_client(said(world), Sent("lan-gui-0", "a"), by=made, at=MONDAY)  # a repeat is not more
    assert take_from_client(said(world), Sent("lan-gui-9", "a"), by=made, at=MONDAY + timedelta(hours=1))


@pytest.mark.django_db(transaction=True)
def test_of_eight_at_once_with_one_key_there_is_one_piece(transactional_db: None, world: World) -> None:
    token, kien = managing.new_token(), world["kien"]
    kien.held  # noqa: B018 - read once, not by eight threads
    answers = at_once(lambda _: managing.make_client(name="Smart", token=token, by=kien, at=MONDAY))
    (made,) = [each for each in answers if isinstance(each, Client)]
    answers = at_once(lambda _: take_from_client(said(world), SENT, by=made, at=MONDAY))
    assert len(set(answers)) == 1 and Feedback.objects.count() == 1
    one_wins(managing.revoke_client, made, by=kien, at=TUESDAY)
