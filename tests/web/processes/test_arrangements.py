"""Special arrangements on the pages: proposed, agreed, ended; visible where dossiers are received and to the public."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.dossiers.beside import special
from motcua.domain.dossiers.models import Special
from motcua.domain.procedures.arrangements import Arrangement
from tests.acts.dossiers.beside.test_special import agreed, at_result
from tests.papers import corpus
from tests.web.at_desk import words_of
from tests.world import World, moment

HERE = "/quy-trinh/thoa-thuan/"
AT, MEETS = "2024-05-28 10:00", moment("2024-05-29 14:00")


def terms(**other: str) -> dict[str, str]:
    """What Tâm types."""
    days = {"signed_on": "20/05/2024", "from_on": "27/05/2024", "to_on": "31/12/2024"}
    return {"code": "2.001610", "kind": "delivers", "reason": "Ít phát sinh", "document": "05/BB", **days, **other}


@pytest.mark.clause("4.1.a-2", "5.1.đ-1")
def test_the_department_proposes_with_a_signed_copy_and_the_centre_agrees(world: World, sits) -> None:
    copy = SimpleUploadedFile("bb.pdf", corpus.pdf(), "application/pdf")
    answer = sits("tam").sends(f"{HERE}moi/", **terms(), signed_copy=copy)
    made = Arrangement.objects.get()
    assert answer.headers["Location"] == f"{HERE}{made.pk}/"
    assert "Chờ Trung tâm thống nhất" in sits("mai").reads(HERE)
    assert "thong-nhat" not in sits("tam").asks(f"{HERE}{made.pk}/").content.decode()
    sits("mai").sends(f"{HERE}{made.pk}/thong-nhat/")
    assert "Đang áp dụng" in sits("tam").reads(HERE)
    assert sits("mai").asks(f"{HERE}{made.pk}/ban-ky.pdf").status_code == 200
    story = sits("mai").reads(f"{HERE}{made.pk}/")
    assert "Vũ Thị Mai, 09:00 ngày 27/05/2024" in story


def test_an_unknown_procedure_and_what_is_missing_are_said_at_the_form(world: World, sits) -> None:
    assert "Không có thủ tục nào mang mã 9.9" in words_of(sits("tam").sends(f"{HERE}moi/", **terms(code="9.9")))
    assert "Hãy nhập lý do." in words_of(sits("tam").sends(f"{HERE}moi/", **terms(reason="")))


def test_another_department_finds_nothing_and_who_may_not_agree_reads_why(world: World, sits) -> None:
    made = agreed(world, "delivers")
    assert sits("binh").asks(f"{HERE}{made.pk}/").status_code in (403, 404)
    assert "Chỉ người kiểm soát" in sits("tam").reads(f"{HERE}{made.pk}/thong-nhat/")


@pytest.mark.clause("4.1.a-2")
def test_either_side_ends_it_on_the_page(world: World, sits) -> None:
    made = agreed(world, "delivers")
    sits("tam").sends(f"{HERE}{made.pk}/cham-dut/", last_on="31/05/2024", reason="Hồ sơ đã thường xuyên")
    made.refresh_from_db()
    assert made.why_ended == "Hồ sơ đã thường xuyên"


@pytest.mark.clause("4.1.a-2", "5.1.đ-1")
def test_a_dossier_shows_its_special_way_to_officials_the_centre_and_the_public(world: World, sits, client) -> None:
    for kind in ("appointment", "delivers", "originals"):
        agreed(world, kind)
    dossier = world.received(meets_at=MEETS)
    text = sits("thu").reads(f"/ho-so/{dossier.code}/", AT)
    assert "Hồ sơ theo thỏa thuận đặc thù" in text
    assert "Hẹn làm việc lúc 14:00 ngày 29/05/2024." in text
    listed = sits("mai").reads("/trung-tam/thoa-thuan-dac-thu/", AT)
    assert listed.count("05/BB-SKHĐT-TTPVHCC") == 3
    one = sits("mai").reads("/trung-tam/thoa-thuan-dac-thu/?loai=delivers", AT)
    assert one.count("05/BB-SKHĐT-TTPVHCC") == 1
    told = words_of(client.get(f"/tra-cuu/{dossier.secret}"))
    assert "hẹn làm việc với cán bộ lúc 14:00 ngày 29/05/2024." in told


@pytest.mark.clause("4.1.a-2")
def test_the_public_page_of_a_procedure_says_how_it_is_done_specially(world: World, client) -> None:
    made = agreed(world, "delivers")
    Arrangement.objects.filter(pk=made.pk).update(to_on="2099-12-31")
    text = words_of(client.get("/thu-tuc/2.001610/", follow=True))
    assert "Kết quả được trả tại trụ sở cơ quan giải quyết, không chuyển về Trung tâm." in text


@pytest.mark.clause("4.1.a-2", "5.1.đ-1")
def test_the_department_hands_out_and_keeps_originals_on_the_pages(world: World, sits) -> None:
    for kind in ("delivers", "originals"):
        agreed(world, kind)
    dossier = at_result(world, world.received())
    page, hoa = f"/ho-so/{dossier.code}/", sits("hoa")
    hoa.sends(f"{page}giu-ban-chinh/", AT, place="Tủ 3")
    hoa.sends(f"{page}tra-tai-co-quan/", AT, name="Nguyễn Văn An")
    text = hoa.reads(page, AT)
    assert "Trả kết quả cho Nguyễn Văn An tại Sở Kế hoạch và Đầu tư, theo thỏa thuận 05/BB-SKHĐT-TTPVHCC." in text
    assert Special.objects.filter(done_at__isnull=False).count() == 2


@pytest.mark.clause("4.1.a-2")
def test_without_an_arrangement_the_page_says_no_with_the_clause(world: World, sits) -> None:
    dossier = at_result(world, world.received())
    text = sits("hoa").reads(f"/ho-so/{dossier.code}/tra-tai-co-quan/", AT)
    assert "không được tiếp nhận theo thỏa thuận đặc thù" in text
    assert "Căn cứ quy chế: Điều 4, khoản 1, điểm a" in text
    assert not special.Special.objects.exists()
