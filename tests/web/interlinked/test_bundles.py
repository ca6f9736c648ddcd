"""Linked procedures at the counter: one form, one receipt, every matter with its own dossier and state."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from motcua.domain.dossiers.filed_together import bundle_drafts
from motcua.domain.dossiers.filed_together.bundle_members import members
from motcua.domain.dossiers.filed_together.bundle_models import Bundle, BundleFiling
from motcua.domain.dossiers.filed_together.bundle_queries import asked_of
from motcua.domain.dossiers.models import Dossier, Submitted
from motcua.domain.papers.models import Scan
from tests.acts.dossiers.filed_together.test_bundles import drafted
from tests.web.at_desk import Official, words_of
from tests.web.counter.test_intake_scans import photo
from tests.world import World, moment

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


def sent(bundle: Bundle) -> dict[str, str]:
    """The form with every paper ticked."""
    fields = {**PERSON, "hand_out": "together", "return_by": "counter", "decide": "receive"}
    for each in asked_of(members(bundle, moment(AT).date())):
        paper = f"c{each.component.id}"
        fields |= {f"{paper}-mark": "there", f"{paper}-originals": "1", f"{paper}-copies": "0"}
    return fields


def published(world: World) -> Bundle:
    """The bundle, published by the Centre."""
    given = {"decision": "88/QĐ-UBND", "valid_from": moment(AT).date()}
    return bundle_drafts.publish_bundle(drafted(world), **given, by=world["mai"], at=moment(AT))


@pytest.mark.clause("5.1.đ-1", "5.1.đ-2", "4.1.b")
def test_a_bundle_is_published_received_and_followed(world: World, sits: Sits) -> None:
    bundle = drafted(world)
    address = f"/lien-thong/nhom/{bundle.code}"
    assert "Chưa công bố" in sits("mai").reads("/lien-thong/nhom/", AT)
    published = sits("mai").sends(f"{address}/cong-bo/", AT, decision="88/QĐ-UBND", valid_from="27/05/2024")
    assert published.status_code == 302
    lan = sits("lan")
    assert lan.asks(f"{address}/tiep-nhan/", AT).content.decode().count("<legend>Tờ khai đăng ký khai sinh") == 1
    page = lan.reads(f"{address}/tiep-nhan/", AT)
    assert "bắt đầu khi có kết quả “Đăng ký khai sinh”" in page
    assert "Đăng ký thường trú cho trẻ, Sở Kế hoạch và Đầu tư: đến 17:00 ngày 06/06/2024" in page
    answer = lan.sends(f"{address}/tiep-nhan/", AT, **sent(bundle))
    filing = BundleFiling.objects.get()
    assert answer.url == f"/lien-thong/nhom/ho-so/{filing.pk}/"
    page = lan.reads(answer.url, AT)
    assert "Hẹn trả kết quả của cả nhóm: 17:00 ngày 06/06/2024" in page
    assert page.count("Chờ kết quả thủ tục trước trong nhóm") == 2
    first, second, third = Dossier.objects.filter(bundled__filing=filing).order_by("bundled__position")
    assert second.code in lan.reads(f"/ho-so/{first.code}/", AT)
    tracked = lan.reads(f"/tra-cuu/{second.secret}", AT)
    assert third.code in tracked
    assert "Nộp cùng nhóm này" in tracked


@pytest.mark.clause("5.1.d")
def test_what_is_missing_is_said_at_its_box_and_nothing_is_received(world: World, sits: Sits) -> None:
    bundle = published(world)
    first = asked_of(members(bundle, moment(AT).date()))[0]
    typed = {**sent(bundle), "name": "", f"c{first.component.id}-mark": "missing"}
    answer = sits("lan").sends(f"/lien-thong/nhom/{bundle.code}/tiep-nhan/", AT, **typed)
    assert answer.status_code == 422
    assert "Còn thiếu giấy tờ này nên chưa tiếp nhận được cả nhóm" in words_of(answer)
    assert "Hãy nhập họ và tên" in words_of(answer)
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


@pytest.mark.clause("5.1.đ-2")
def test_a_scan_is_kept_with_the_form_and_each_matter_that_asks_for_the_paper_gets_its_own(
    world: World, sits: Sits
) -> None:
    bundle, lan, key = published(world), sits("lan"), "b2a1a0c4-6f0e-4a2e-9d0c-3a5f0f8d0001"
    address = f"/lien-thong/nhom/{bundle.code}/tiep-nhan/"
    paper = asked_of(members(bundle, moment(AT).date()))[0].component
    looked = lan.sends(address, AT, key=key, **{**sent(bundle), "decide": ""}, **{f"c{paper.id}-files": photo()})
    scan = Scan.objects.get()
    assert "Đã nhận 1 trang" in words_of(looked)
    assert not BundleFiling.objects.exists()
    answer = lan.sends(address, AT, key=key, **sent(bundle), **{f"c{paper.id}-scan": str(scan.pk)})
    assert answer.status_code == 302
    rows = Submitted.objects.filter(component__name=paper.name).select_related("scan").order_by("dossier")
    assert [row.scan.about for row in rows] == [row.dossier.stream for row in rows]
    assert len({row.scan_id for row in rows}) == 2
    assert len({row.scan.file_id for row in rows}) == 1
    assert lan.asks(reverse("files:scan", args=[rows[1].scan_id]), AT).status_code == 200


@pytest.mark.clause("5.1.đ-2")
def test_a_scan_is_taken_off_and_a_bad_file_says_why(world: World, sits: Sits) -> None:
    bundle, lan, key = published(world), sits("lan"), "b2a1a0c4-6f0e-4a2e-9d0c-3a5f0f8d0002"
    address = f"/lien-thong/nhom/{bundle.code}/tiep-nhan/"
    paper = asked_of(members(bundle, moment(AT).date()))[0].component
    bad = SimpleUploadedFile("thư.docx", b"PK")
    refused = lan.sends(address, AT, key=key, **sent(bundle), **{f"c{paper.id}-files": bad})
    assert refused.status_code == 422
    assert "Tệp “thư.docx” không phải là PDF" in words_of(refused)
    lan.sends(address, AT, key=key, mark="all", **{f"c{paper.id}-files": photo()})
    scan = {f"c{paper.id}-scan": str(Scan.objects.get().pk)}
    page = words_of(lan.sends(address, AT, key=key, unscan=str(paper.id), **scan))
    assert "Đã nhận 1 trang" not in page
    assert not BundleFiling.objects.exists()
