"""Systems that may send feedback, on the administrator's pages."""

from collections.abc import Callable
from typing import Any

import pytest

from motcua.domain.feedback.clients import managing
from motcua.domain.feedback.clients.models import Client
from tests.counting import statements
from tests.feedback import MONDAY
from tests.web.at_desk import Official
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a")
PAGE, AT = "/quan-tri/he-thong-ket-noi/", "2024-05-28 10:00"
Sits = Callable[[str], Official]


def test_one_is_let_in_with_a_token_that_is_shown_once_and_taken_away(world: World, sits: Sits) -> None:
    kien = sits("kien")
    assert "Chưa có hệ thống nào" in kien.reads(PAGE, AT)
    form = kien.asks(f"{PAGE}moi/", AT).content.decode()
    token = form.split('name="token" value="')[1].split('"')[0]
    assert kien.sends(f"{PAGE}moi/", AT, name="", token=token).status_code == 422
    kien.sends(f"{PAGE}moi/", AT, name="Smart Quảng Ninh", token=token)
    made = Client.objects.get()
    assert managing.client_of(token) == made
    listed = kien.asks(PAGE, AT).content.decode()
    assert "Smart Quảng Ninh" in listed and token not in listed and made.token not in listed
    assert kien.sends(f"{PAGE}moi/", AT, name="Lần hai", token=token).status_code == 409
    kien.sends(f"{PAGE}{made.pk}/thu-hoi/", AT)
    assert "thu hồi" in kien.reads(PAGE, AT)
    assert kien.sends(f"{PAGE}{made.pk}/thu-hoi/", AT).status_code == 409
    assert kien.asks(f"{PAGE}999/thu-hoi/", AT).status_code == 404
    for who in ("mai", "lan", "quang"):
        for page in ("", "moi/", f"{made.pk}/thu-hoi/"):
            assert sits(who).asks(f"{PAGE}{page}", AT).status_code == 403


def test_the_list_costs_the_same_for_few_and_many(
    world: World, sits: Sits, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    def more(number: int) -> None:
        for _ in range(number):
            managing.make_client(name="Smart", token=managing.new_token(), by=world["kien"], at=MONDAY)

    kien = sits("kien")
    more(1)
    kien.reads(PAGE, AT)
    with django_assert_max_num_queries(7) as few:
        kien.reads(PAGE, AT)
    more(9)
    with django_assert_max_num_queries(len(statements(few))):
        kien.reads(PAGE, AT)


def test_the_pages_break_no_rule_of_accessibility(transactional_db: None, world: World, looks: Any) -> None:
    looks("kien", PAGE, f"{PAGE}moi/", at=AT)
    made = managing.make_client(name="Smart", token=managing.new_token(), by=world["kien"], at=MONDAY)
    looks("kien", PAGE, f"{PAGE}{made.pk}/thu-hoi/", at=AT)
