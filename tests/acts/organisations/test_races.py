"""Two administrators at once: one is first, the other reads a sentence; nobody overwrites anybody unawares."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from motcua.domain.journal.meanwhile import ChangedMeanwhile, lines_so_far
from motcua.domain.organisations import acts, placing
from motcua.domain.organisations.acts import AlreadyThere, Position
from motcua.domain.organisations.models import Office, Officer, Posting
from motcua.domain.organisations.queries import office
from motcua.domain.regulation.answers import Refused
from tests.people import CENTRE, PLANNING
from tests.racing import one_wins
from tests.world import build, moment

AT = moment("2024-05-27")


def both(do: Callable[[], object]) -> list[type[Refused] | None]:
    """What two people are answered who do the same at the same moment."""
    start = Barrier(2)

    def one(_: int) -> type[Refused] | None:
        try:
            start.wait()
            do()
            return None
        except Refused as refusal:
            return type(refusal)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        return sorted(pool.map(one, range(2)), key=str)


@pytest.mark.django_db(transaction=True)
def test_one_code_is_given_to_one_body():
    world = build()
    given = {"name": "Sở Y tế", "kind": "department", "parent": None, "valid_from": date(2024, 6, 1), "at": AT}
    assert both(lambda: acts.open_office("so-yt", by=world["kien"], **given)) == [AlreadyThere, None]
    assert Office.objects.filter(code="so-yt").count() == 1


@pytest.mark.django_db(transaction=True)
def test_one_code_is_given_to_one_official():
    world = build()
    given = {"name": "Phan Thị Yến", "by": world["kien"], "at": AT}
    assert both(lambda: acts.register_officer("yen", **given)) == [AlreadyThere, None]


@pytest.mark.django_db(transaction=True)
def test_one_official_is_appointed_to_one_post_once():
    world = build()
    position = Position(world.offices["so-tp"], "Chuyên viên", ("appraise",))
    given = {"position": position, "from_on": date(2024, 6, 1), "by": world["kien"], "at": AT}
    assert both(lambda: acts.appoint(world["thu"], **given)) == [AlreadyThere, None]
    assert Posting.objects.filter(officer=world.cast["thu"]).count() == 2


@pytest.mark.django_db(transaction=True)
def test_one_name_to_sign_in_with_is_given_once():
    world = build()
    new = [acts.register_officer(f"moi-{n}", name="Phan Thị Yến", by=world["kien"], at=AT) for n in range(2)]
    waiting = iter(new)
    given = {"username": "yen", "password": "hoa sen trắng 2024", "at": AT}
    assert both(lambda: acts.give_account(next(waiting), by=world["kien"], **given)) == [AlreadyThere, None]
    assert Officer.objects.filter(account__username="yen").count() == 1


def test_who_corrects_what_somebody_has_corrected_meanwhile_is_told_who_and_when(world):
    justice = office("so-tp")
    seen = lines_so_far(justice)
    acts.amend_office(justice, seen=seen, phone="02033826261", by=world["kien"], at=AT)
    with pytest.raises(ChangedMeanwhile, match=r"Lê Trung Kiên, .* đã thay đổi nội dung này lúc 09:00 ngày 27/05/2024"):
        acts.amend_office(justice, seen=seen, phone="02033826262", by=world["kien"], at=AT)
    assert office("so-tp").phone == "02033826261"
    acts.amend_office(justice, seen=lines_so_far(justice), phone="02033826262", by=world["kien"], at=AT)


@pytest.mark.clause("5.1.c-2")
@pytest.mark.django_db(transaction=True)
def test_of_eight_who_say_where_leaders_approve_one_does(transactional_db):
    world = build()
    centre, signs = world.offices[CENTRE], {"by": world["kien"], "at": AT}
    network = one_wins(placing.add_approval_network, centre, cidr="10.20.30.0/24", label="quầy", **signs)
    one_wins(placing.close_approval_network, network, **signs)
    device = one_wins(placing.enrol_device, centre, key=uuid4(), name="Máy quầy 7", **signs)
    one_wins(placing.revoke_device, device, reason="Hỏng", **signs)
    days = placing.Days("Công văn 9", date(2024, 5, 27), date(2024, 5, 31))
    permit = one_wins(placing.allow_elsewhere, world.offices[PLANNING], days=days, **signs)
    one_wins(placing.end_elsewhere, permit, **signs)
