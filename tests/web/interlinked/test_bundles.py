"""Linked procedures at the counter: one form, one receipt, every matter with its own dossier and state."""

from collections.abc import Callable

import pytest

from motcua.domain.dossiers.filed_together.bundle_models import Bundle, BundleFiling
from motcua.domain.dossiers.models import Dossier
from tests.acts.dossiers.filed_together.test_bundles import drafted
from tests.acts.dossiers.filed_together.test_bundles import form as brought
from tests.web.at_desk import Official, words_of
from tests.world import World

AT = "2024-05-27 09:00"
PERSON = {
    "kind": "person",
    "identity_kind": "cccd",
    "identity_number": "022090001234",
    "name": "Nguyễn Văn An",
    "phone": "0912345678",
    "address": "Tổ 5, khu 3, phường Hồng Hải, thành phố Hạ Long",
}
Sits = Callable[[str], Official]


def sent(world: World) -> dict[str, str]:
    """The form with every paper ticked."""
    papers = {f"paper{place}": "on" for place, _ in enumerate(brought(world).papers)}
    return {**PERSON, **papers, "hand_out": "together", "return_by": "counter"}


@pytest.mark.clause("5.1.đ-1", "5.1.đ-2", "4.1.b")
def test_a_bundle_is_published_received_and_followed(world: World, sits: Sits) -> None:
    bundle = drafted(world)
    address = f"/lien-thong/nhom/{bundle.code}"
    assert "Chưa công bố" in sits("mai").reads("/lien-thong/nhom/", AT)
    published = sits("mai").sends(f"{address}/cong-bo/", AT, decision="88/QĐ-UBND", valid_from="27/05/2024")
    assert published.status_code == 302
    lan = sits("lan")
    page = lan.reads(f"{address}/tiep-nhan/", AT)
    assert "bắt đầu khi có kết quả “Đăng ký khai sinh”" in page
    assert page.count("Tờ khai đăng ký khai sinh") == 1
    assert "Đăng ký thường trú cho trẻ, Sở Kế hoạch và Đầu tư: đến 17:00 ngày 06/06/2024" in page
    answer = lan.sends(f"{address}/tiep-nhan/", AT, **sent(world))
    filing = BundleFiling.objects.get()
    assert answer.url == f"/lien-thong/nhom/ho-so/{filing.pk}/"
    page = lan.reads(answer.url, AT)
    assert "Hẹn trả kết quả của cả nhóm: 17:00 ngày 06/06/2024" in page
    assert page.count("Chờ kết quả thủ tục trước trong nhóm") == 2
    first, second, third = Dossier.objects.filter(bundled__filing=filing).order_by("bundled__position")
    assert second.code in lan.reads(f"/ho-so/{first.code}/", AT)
    tracked = lan.reads(f"/tra-cuu/{first.secret}", AT)
    assert third.code in tracked
    assert "Nộp cùng nhóm này" in tracked


@pytest.mark.clause("5.1.d")
def test_what_is_missing_is_said_at_its_box_and_nothing_is_received(world: World, sits: Sits) -> None:
    bundle = drafted(world)
    sits("mai").sends(f"/lien-thong/nhom/{bundle.code}/cong-bo/", AT, decision="88/QĐ-UBND", valid_from="27/05/2024")
    typed = {**sent(world), "name": ""}
    del typed["paper0"]
    answer = sits("lan").sends(f"/lien-thong/nhom/{bundle.code}/tiep-nhan/", AT, **typed)
    assert answer.status_code == 422
    assert "Còn thiếu “Tờ khai đăng ký khai sinh”" in words_of(answer)
    assert not BundleFiling.objects.exists()


@pytest.mark.clause("4.1.a-1")
def test_who_drafted_it_does_not_publish_it_and_strangers_see_nothing(world: World, sits: Sits) -> None:
    bundle = drafted(world)
    address = f"/lien-thong/nhom/{bundle.code}/cong-bo/"
    refused = sits("tam").sends(address, AT, decision="88/QĐ-UBND", valid_from="27/05/2024")
    assert refused.status_code == 403
    assert sits("binh").asks("/lien-thong/nhom/", AT).status_code == 403
    assert sits("mai").asks("/lien-thong/nhom/khong-co/cong-bo/", AT).status_code == 404
    assert Bundle.objects.get().published_at is None
