"""The QR of one receipt for several dossiers opens all of them; a secret of one of them only that one."""

import pytest

from motcua.domain.dossiers.filed_together.lot_models import Lot
from motcua.domain.dossiers.models import Dossier
from tests.acts.dossiers.filed_together.test_bundles import bundle as bundle
from tests.acts.dossiers.filed_together.test_bundles import filed
from tests.acts.dossiers.filed_together.test_several import received
from tests.web.portal.conftest import Visitor
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("3.3-1", "5.1.đ-2")]


def test_all_dossiers_of_a_lot_stand_on_the_page_of_its_receipt(visitor: Visitor, world: World) -> None:
    first, second, third = received(world)
    page = visitor.reads(f"/tra-cuu/{first.secret}")
    assert "Bạn đã nộp 3 hồ sơ cùng lúc" in page
    assert [each.code in page for each in (first, second, third)] == [True] * 3
    assert "Thứ Hai, 03/06/2024" in page
    for each in (first, third):
        one = visitor.reads(f"/tra-cuu/{first.secret}", **{"ho-so": each.code})
        assert f"Hồ sơ {each.code}" in one
        assert "Các hồ sơ trên giấy tiếp nhận này" in one
    paper = Lot.objects.get().paper
    assert visitor.asks(f"/tra-cuu/{first.secret}/giay-to/{paper.pk}.pdf").status_code == 200


def test_the_secret_of_a_later_one_shows_only_that_one(visitor: Visitor, world: World) -> None:
    first, second, _ = received(world)
    page = visitor.reads(f"/tra-cuu/{second.secret}")
    assert first.code not in page
    assert first.code not in visitor.reads(f"/tra-cuu/{second.secret}", **{"ho-so": first.code})
    paper = Lot.objects.get().paper
    assert visitor.asks(f"/tra-cuu/{second.secret}/giay-to/{paper.pk}.pdf").status_code == 404


def test_a_dossier_that_is_not_on_the_receipt_does_not_open_by_it(visitor: Visitor, world: World) -> None:
    first, *_ = received(world)
    other = world.received()
    assert other.code not in visitor.reads(f"/tra-cuu/{first.secret}", **{"ho-so": other.code})


def test_a_bundle_shows_its_name_its_total_date_and_each_matter(visitor: Visitor, world: World, bundle) -> None:
    _, dossiers = filed(world, bundle)
    page = visitor.reads(f"/tra-cuu/{dossiers[0].secret}")
    assert "Khai sinh, thường trú, thẻ BHYT" in page
    assert "Hẹn trả kết quả của cả nhóm Thứ Năm, 06/06/2024" in page
    assert [each.code in page for each in dossiers] == [True] * 3
    assert page.count("Chờ kết quả thủ tục trước trong nhóm") == 2


def test_the_page_costs_no_more_for_twenty(visitor: Visitor, world: World, django_assert_max_num_queries) -> None:
    first, *_ = received(world)
    visitor.reads(f"/tra-cuu/{first.secret}")
    with django_assert_max_num_queries(3):
        visitor.asks(f"/tra-cuu/{first.secret}")
    assert Dossier.objects.count() == 3
