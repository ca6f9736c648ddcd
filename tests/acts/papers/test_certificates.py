"""The certificates of officials and bodies: registered by who administers, taken out of use, never their keys."""

from datetime import timedelta

import pytest

from motcua.domain.journal.models import Entry
from motcua.domain.papers.signing import queries
from motcua.domain.papers.signing.acts import (
    AlreadyRegistered,
    NotInUse,
    in_use,
    register_certificate,
    withdraw_certificate,
)
from motcua.domain.papers.signing.models import SigningCertificate
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.signing import AT, PERSON, SINCE, Keys
from tests.world import World

pytestmark = pytest.mark.django_db


def registered(world: World, keys: Keys, who: str = "kien") -> SigningCertificate:
    return register_certificate(world["minh"], data=keys.person.pem, key=PERSON, by=world[who], at=AT)


@pytest.mark.clause("5.1.đ-1")
def test_a_certificate_is_registered_for_its_official_with_what_is_public_of_it(world: World, keys: Keys):
    made = registered(world, keys)
    assert (made.subject, made.key, made.owner) == ("Phạm Văn Minh", PERSON, world["minh"])
    assert made.valid_from == SINCE
    assert queries.of_officer(world["minh"].pk, AT) == [made]
    assert queries.of_officer(world["thu"].pk, AT) == []
    assert Entry.objects.get(act="register_certificate").stream == world["minh"].stream


@pytest.mark.parametrize("who", ["minh", "mai", "quang"])
def test_only_who_administers_registers_and_sees_them_all(world: World, keys: Keys, who: str):
    with pytest.raises(NotAllowed):
        registered(world, keys, who)
    registered(world, keys)
    assert not queries.certificates(world[who], AT).exists()
    assert queries.certificates(world["kien"], AT).count() == 1


def test_a_certificate_is_registered_once(world: World, keys: Keys):
    registered(world, keys)
    with pytest.raises(AlreadyRegistered):
        registered(world, keys)


@pytest.mark.parametrize("data", [b"", b"x", b"-----BEGIN CERTIFICATE-----\nx\n", b"0" * 30_000])
def test_what_is_no_certificate_is_refused(world: World, data: bytes):
    with pytest.raises(Refused, match="không phải là chứng thư số"):
        register_certificate(world["minh"], data=data, key=PERSON, by=world["kien"], at=AT)


def test_a_certificate_that_has_ended_is_not_registered_nor_used(world: World, keys: Keys):
    old = keys.authority.issue("Phạm Văn Minh", "Sở Kế hoạch và Đầu tư", SINCE, days=30)
    with pytest.raises(NotInUse, match="đã hết hiệu lực"):
        register_certificate(world["minh"], data=old.pem, key=PERSON, by=world["kien"], at=AT)
    with pytest.raises(NotInUse):
        in_use(registered(world, keys), SINCE + timedelta(days=4000))


def test_a_certificate_is_taken_out_of_use_once_and_with_a_reason(world: World, keys: Keys):
    made = registered(world, keys)
    with pytest.raises(Refused, match="Phải ghi lý do"):
        withdraw_certificate(made, reason=" ", by=world["kien"], at=AT)
    withdraw_certificate(made, reason="Chuyển công tác", by=world["kien"], at=AT)
    assert queries.of_officer(world["minh"].pk, AT) == []
    with pytest.raises(NotInUse, match="đã ngừng dùng"):
        withdraw_certificate(made, reason="Lần nữa", by=world["kien"], at=AT)
    with pytest.raises(NotAllowed):
        withdraw_certificate(made, reason="Không rõ", by=world["minh"], at=AT)
