"""How the result comes, until it is there; who looked at the dossier meanwhile."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from motcua.domain.dossiers.delivery import consigned, handover
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.from_home import choosing, looking
from motcua.domain.dossiers.models import Dossier, Opening
from motcua.domain.dossiers.retell import differences
from motcua.domain.journal.queries import entries
from motcua.domain.post import queries as post
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.citizens import BINH, a_citizen
from tests.following import HOME, owned_by
from tests.moments import moment
from tests.posted import AN_AT_HOME, LATER, Desk
from tests.world import World

AT = moment("2024-05-28 09:00")


@pytest.fixture
def an(db: None):
    return a_citizen()


@pytest.fixture
def delivered(world: World, an) -> Dossier:
    dossier = world.at_centre(applicant=owned_by(an))
    return handover.deliver(dossier, to=Recipient(an.name), by=world["ngoc"], at=moment("2024-05-29"))


@pytest.mark.clause("4.1.e", "4.1.c")
def test_how_the_result_comes_is_chosen_until_it_is_there(world: World, an) -> None:
    dossier = world.in_appraisal(applicant=owned_by(an))
    dossier = choosing.choose_return(dossier, return_by="electronic", by=an, at=HOME)
    assert not list(differences(world.again(dossier), entries(dossier)))
    with pytest.raises(Refused, match="đang chọn"):
        choosing.choose_return(dossier, return_by="electronic", by=an, at=HOME)
    with pytest.raises(Refused, match="Hãy chọn"):
        choosing.choose_return(dossier, return_by="pigeon", by=an, at=HOME)
    with pytest.raises(NotAllowed):
        choosing.choose_return(dossier, return_by="post", by=a_citizen(BINH), at=HOME)


@pytest.mark.clause("4.1.e", "4.1.c")
def test_the_way_and_the_address_are_changed_until_the_result_is_packed(world: World, an) -> None:
    desk, dossier = Desk(world), world.at_centre(applicant=owned_by(an))
    with pytest.raises(Refused, match="chọn nhận kết quả qua bưu chính trước"):
        choosing.bring_to(dossier, home=AN_AT_HOME, by=an, at=HOME)
    choosing.choose_return(dossier, return_by="post", by=an, at=HOME)
    choosing.bring_to(dossier, home=replace(AN_AT_HOME, commune="Xã Hạ Long"), by=an, at=HOME)
    choosing.bring_to(dossier, home=AN_AT_HOME, by=an, at=HOME)
    assert post.wish_of(dossier.stream).home == AN_AT_HOME
    with pytest.raises(NotAllowed):
        choosing.bring_to(dossier, home=AN_AT_HOME, by=a_citizen(BINH), at=HOME)
    parcel = desk.result(dossier)
    for change in (partial(choosing.bring_to, home=AN_AT_HOME), partial(choosing.choose_return, return_by="counter")):
        with pytest.raises(NotAllowed, match="đã được gói"):
            change(dossier, by=an, at=HOME)
    (parcel,) = desk.given(parcel)
    consigned.came_back(parcel, reason="Vắng nhà", by=desk.ngoc, at=LATER)
    choosing.choose_return(dossier, return_by="counter", by=an, at=LATER)
    assert not list(differences(world.again(dossier), entries(dossier)))


@pytest.mark.clause("4.1.e")
def test_when_it_is_over_the_way_is_not_changed_any_more(world: World, an, delivered: Dossier) -> None:
    for dossier in (delivered, world.withdrawn(applicant=owned_by(an))):
        with pytest.raises(NotAllowed, match="không đổi cách nhận"):
            choosing.choose_return(dossier, return_by="post", by=an, at=HOME)


def test_looking_is_noted_once_an_official_a_dossier_and_a_day(world: World, django_assert_num_queries) -> None:
    dossier, thu = world.in_appraisal(), world["thu"]
    looking.forget()
    looking.note(dossier, by=thu, at=AT)
    with django_assert_num_queries(0):
        looking.note(dossier, by=thu, at=AT)
    looking.forget()  # as another process, which does not remember
    looking.note(dossier, by=thu, at=AT)
    assert Opening.objects.count() == 1
    looking.note(dossier, by=thu, at=AT + timedelta(days=1))
    looking.note(dossier, by=world["tam"], at=AT)
    looks = looking.looked_at(dossier)
    assert [(each.on.day, each.title) for each in looks] == [
        (29, "Phó Trưởng phòng"), (28, "Phó Trưởng phòng"), (28, "Trưởng phòng"),
    ]  # fmt: skip
    assert {each.office for each in looks} == {"Sở Kế hoạch và Đầu tư"}
