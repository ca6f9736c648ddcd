"""A citizen's own post: the cost first, the papers fetched, the result brought; others find nothing."""

from typing import Any

import pytest

from motcua.domain.filing import answering
from motcua.domain.post.models import Consignment, Wish
from tests.citizens import BINH, Citizen, a_citizen
from tests.filing import AtHome
from tests.web.at_desk import words_of
from tests.web.post.test_desk import HOME
from tests.world import World, moment

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.c", "5.1.f")]
NOW = "2024-05-27 10:00"


@pytest.fixture
def home(world: World) -> AtHome:
    return AtHome(world)


def test_the_papers_are_fetched_and_the_result_will_be_brought(world: World, home: AtHome) -> None:
    submission, an = home.submitted(), Citizen(home.person)
    address = f"/buu-chinh/cua-toi/{submission.code}/"
    assert "26.000 ₫" in an.reads(address, NOW)
    assert "Hãy nhập xã, phường" in words_of(an.sends(f"{address}lay/", NOW, **HOME | {"commune": ""}))
    assert an.sends(f"{address}lay/", NOW, **HOME).status_code == 302
    assert an.sends(f"{address}lay/", NOW, **HOME).status_code == 409
    assert an.sends(f"{address}nhan/", NOW, **HOME).status_code == 302
    words = an.reads(address, NOW)
    assert "Chờ bưu tá đến lấy" in words
    assert "Thôn Khe Lò, Xã Kỳ Thượng, Quảng Ninh" in words
    assert "Đặt bưu tá đến lấy" not in words
    dossier = answering.accept_submission(submission, by=world["lan"], at=moment("2024-05-27 14:00"))
    assert (Consignment.objects.get().about, Wish.objects.get().about) == (dossier.stream, dossier.stream)
    assert "Chờ bưu tá đến lấy" in an.reads(address, NOW)
    public = words_of(an.asks(f"/tra-cuu/{dossier.secret}", NOW))
    assert "…, Xã Kỳ Thượng, Quảng Ninh" in public
    assert "Khe Lò" not in public
    assert an.asks(f"{address}lay/", NOW).status_code == 404
    assert an.asks(f"{address}nhan/", NOW).status_code == 404


def test_others_find_nothing(world: World, home: AtHome) -> None:
    submission, binh = home.submitted(), Citizen(a_citizen(BINH))
    for end in ("", "nhan/", "lay/"):
        assert binh.asks(f"/buu-chinh/cua-toi/{submission.code}/{end}", NOW).status_code == 404
    answer: Any = binh.sends(f"/buu-chinh/cua-toi/{submission.code}/lay/", NOW, **HOME)
    assert answer.status_code == 404
    assert Consignment.objects.count() == 0


def test_a_draft_can_say_where_the_result_goes_and_fetches_nothing_yet(home: AtHome) -> None:
    draft, an = home.begun(), Citizen(home.person)
    address = f"/buu-chinh/cua-toi/{draft.code}/"
    assert an.asks(f"{address}lay/", NOW).status_code == 404
    assert an.sends(f"{address}nhan/", NOW, **HOME).status_code == 302
    assert "Đặt bưu tá đến lấy" not in an.reads(address, NOW)
