"""Electronic receipts that came to nothing, by their screen: seen by the accountant alone, and sent again once."""

import pytest

from motcua.domain.fees import collecting
from motcua.domain.fees.models import ElectronicReceipt, ReceiptBook
from motcua.domain.fees.terms import Method, ReceiptErrand
from tests.money import AT, CashDesk
from tests.world import World

HERE, NOW = "/thu-ngan/bien-lai-dien-tu/", "2024-05-27 10:00"


def given_up(desk: CashDesk, number: int = 1) -> ElectronicReceipt:
    """A receipt that the provider would not number."""
    yen = desk.world["yen"]
    receipt = collecting.collect(
        desk.bill(number), method=Method.CARD, amount=50_000, document=str(number), by=yen, at=AT
    )
    ElectronicReceipt.objects.filter(receipt=receipt).update(next_at=None, said="mã số thuế không đúng")
    return ElectronicReceipt.objects.get(receipt=receipt)


@pytest.mark.django_db
@pytest.mark.clause("4.5.a", "4.5.b")
def test_what_the_provider_refused_is_seen_by_the_accountant_and_sent_again_once(
    world: World, sits, django_assert_max_num_queries
) -> None:
    desk = CashDesk(world)
    desk.book()
    ReceiptBook.objects.update(electronic=True)
    thao, yen = sits("thao"), sits("yen")
    assert "Không có biên lai nào phải gửi lại" in thao.reads(HERE, NOW)
    assert "chưa gửi được" not in thao.reads("/thu-ngan/", NOW)
    one = given_up(desk)
    assert "1 biên lai nhà cung cấp chưa nhận" in thao.reads("/thu-ngan/", NOW)
    assert "chưa gửi được" not in yen.reads("/thu-ngan/", NOW)
    assert yen.asks(HERE, NOW).status_code == 403
    given_up(desk, 2)
    given_up(desk, 3)
    with django_assert_max_num_queries(6):
        page = thao.reads(HERE, NOW)
    assert "mã số thuế không đúng" in page
    assert "Xin số" in page
    assert thao.sends(f"{HERE}{one.pk}/gui-lai/", NOW).headers["Location"] == HERE
    one.refresh_from_db()
    assert (one.given_up, one.errand) == (False, ReceiptErrand.NUMBER)
    assert thao.sends(f"{HERE}{one.pk}/gui-lai/", NOW).status_code == 404
