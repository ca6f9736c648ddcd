"""The postal desk: who may, what it shows, what it calls, and the whole way of a result."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.dossiers.models import Dossier
from motcua.domain.post import movements
from motcua.domain.post.models import Consignment, DispatchList, Movement
from motcua.domain.post.signs import ByCarrier
from motcua.domain.post.terms import State
from tests.papers import corpus
from tests.posted import LATER, Desk, said
from tests.web.at_desk import words_of
from tests.world import World

pytestmark = pytest.mark.django_db
DESK, ON = "/buu-chinh/", "2024-05-29 10:00"
AFTER, THEN = "2024-05-29 15:00", "2024-05-31 09:00"
HOME = {
    "name": "Nguyễn Văn An",
    "phone": "0912 345 678",
    "line": "Thôn Khe Lò",
    "commune": "Xã Kỳ Thượng",
    "province": "22",
}
SETTLEMENT = {"reference": "BK-1", "day": "31/05/2024"}


def proof() -> SimpleUploadedFile:
    return SimpleUploadedFile("bao-phat.pdf", corpus.pdf(), "application/pdf")


@pytest.mark.clause("4.1.c", "4.1.e", "5.1.f")
def test_a_result_goes_from_the_shelf_to_the_door_and_the_dossier_ends_that_day(world: World, sits: Any) -> None:
    dossier, ngoc = world.at_centre(), sits("ngoc")
    assert "Trả tận nơi qua bưu chính" in ngoc.reads(f"/quay/tra-ket-qua/{dossier.code}/", ON)
    address = f"{DESK}gui/{dossier.code}/"
    words = ngoc.reads(address, ON)
    assert "Cước đến 100 gam: trong tỉnh 26.000 ₫" in words
    assert "Lệ phí đăng ký doanh nghiệp: 50.000 ₫" in words
    assert ngoc.sends(address, ON, **HOME, fees="0").status_code == 302
    one = Consignment.objects.get()
    page = f"{DESK}{one.pk}/"
    assert "76.000 ₫" in ngoc.reads(page, ON)
    assert one.number in ngoc.reads(f"/quay/tra-ket-qua/{dossier.code}/", ON)
    assert one.number in ngoc.reads(f"{DESK}giao/", ON)
    assert ngoc.sends(f"{DESK}giao/", ON).status_code == 302
    listed = f"{DESK}bang-ke/{DispatchList.objects.get().pk}/"
    assert "Không tìm thấy bưu gửi" in words_of(ngoc.sends(listed, ON, words="EQ404"))
    assert ngoc.sends(listed, ON, words=one.number.lower()).status_code == 302
    assert "đã được quét" in words_of(ngoc.sends(listed, ON, words=one.number))
    ngoc = sits("ngoc")  # in the afternoon, signed in again
    assert ngoc.asks(f"{listed}bang-ke.pdf", AFTER).status_code == 404
    assert "Hãy nhập" in words_of(ngoc.sends(f"{listed}giao/", AFTER, postman=" "))
    assert ngoc.sends(f"{listed}giao/", AFTER, postman="Lò Văn Pán, thẻ 118").status_code == 302
    assert ngoc.asks(f"{listed}bang-ke.pdf", AFTER).content.startswith(b"%PDF")
    ngoc = sits("ngoc")
    word = {"said": "not_reached", "on": "30/05/2024", "clock": "9:00", "reason": "Vắng nhà"}
    assert ngoc.sends(f"{page}tin/", THEN, **word).status_code == 302
    given = {"recipient": "Nguyễn Văn An", "on": "30/05/2024", "clock": "16:20", "collected": "76000"}
    assert "Hãy chọn" in words_of(ngoc.sends(f"{page}bao-phat/", THEN, **given))
    assert ngoc.sends(f"{page}bao-phat/", THEN, **given, proof=proof()).status_code == 302
    assert Dossier.objects.get(pk=dossier.pk).delivered_at.isoformat() == "2024-05-30T09:20:00+00:00"
    assert ngoc.asks(f"{page}bao-phat/giay.pdf", THEN).content.startswith(b"%PDF")
    assert "Đã phát, có báo phát" in ngoc.reads(page, THEN)


@pytest.mark.clause("4.1.c", "5.1.d")
def test_papers_are_fetched_for_a_caller_opened_compared_and_become_a_dossier(world: World, sits: Any) -> None:
    lan = sits("lan")
    assert lan.sends(f"{DESK}lay/", ON, **HOME, code="").status_code == 302
    one = Consignment.objects.get()
    page, lan = f"{DESK}{one.pk}/", sits("lan")
    assert one.about_code.startswith("YC240529-")
    assert lan.sends(f"{page}tin/", THEN, said="handed_out", on="30/05/2024", clock="9:00").status_code == 302
    assert "Hãy nhập" in words_of(lan.sends(f"{page}mo/", THEN, others=""))
    assert lan.sends(f"{page}mo/", THEN, others="Giấy đề nghị\nBản sao căn cước", note="").status_code == 302
    assert "Tiếp nhận hồ sơ gửi qua bưu chính" in lan.reads(page, THEN)
    dossier = world.received("2024-05-31", channel="post")
    assert lan.sends(f"{page}ho-so/", THEN, code=dossier.code).status_code == 302
    assert Consignment.objects.get().about == dossier.stream


@pytest.mark.clause("4.1.c")
def test_a_code_that_is_not_known_here_is_said_plainly(world: World, sits: Any) -> None:
    answer = sits("lan").sends(f"{DESK}lay/", ON, **HOME, code="NT-KHONG-CO")
    assert answer.status_code == 409
    assert "Không tìm thấy mã “NT-KHONG-CO”" in words_of(answer)


@pytest.mark.clause("4.1.e")
def test_what_comes_back_is_lost_or_cancelled_is_noted_with_its_papers(world: World, sits: Any) -> None:
    desk, ngoc = Desk(world), sits("ngoc")
    back, gone, waits = desk.result(), desk.result(), desk.result()
    desk.given(back, gone, waits)
    assert ngoc.sends(f"{DESK}{back.pk}/chuyen-hoan/", THEN, reason="Vắng nhà").status_code == 302
    assert ngoc.sends(f"{DESK}{gone.pk}/tra-tim/", THEN, reason="Không có tin").status_code == 302
    lost = {"remedy": "printed_anew", "explanation": "Tra tìm không thấy"}
    assert ngoc.sends(f"{DESK}{gone.pk}/mat/", THEN, **lost).status_code == 302
    assert ngoc.asks(f"{DESK}{gone.pk}/thu-xin-loi.pdf", THEN).content.startswith(b"%PDF")
    assert ngoc.asks(f"{DESK}{back.pk}/thu-xin-loi.pdf", THEN).status_code == 404
    assert ngoc.asks(f"{DESK}{back.pk}/bao-phat/giay.pdf", THEN).status_code == 404
    assert ngoc.sends(f"{DESK}{waits.pk}/huy/", THEN, reason="Đổi ý").status_code == 409
    fresh = desk.result()
    assert ngoc.sends(f"{DESK}{fresh.pk}/huy/", THEN, reason="Đổi ý").status_code == 302
    assert ngoc.sends(f"{DESK}{waits.pk}/bao-lai/", THEN).status_code == 409
    assert ngoc.sends(f"{DESK}{waits.pk}/so-hieu/", THEN, number="EQ1").status_code == 409


@pytest.mark.clause("4.1.e")
def test_strange_words_and_differences_are_for_people(world: World, sits: Any) -> None:
    desk, ngoc = Desk(world), sits("ngoc")
    (one,) = desk.given()
    by = {"carrier": "counter", "by": ByCarrier(), "at": LATER}
    first, second = (movements.hear(said("handed_out", f"EQ{n}VN", collected=1), **by) for n in (404, 405))
    assert "EQ404VN" in ngoc.reads(f"{DESK}tin-la/", THEN)
    assert ngoc.sends(f"{DESK}tin-la/{first.pk}/", THEN, number="EQ999").status_code == 404
    assert ngoc.sends(f"{DESK}tin-la/{first.pk}/", THEN, number=one.number).status_code == 302
    assert ngoc.sends(f"{DESK}tin-la/{second.pk}/bo/", THEN, reason="Của tỉnh khác").status_code == 302
    assert Movement.objects.get(pk=first.pk).consignment_id == one.pk
    assert "-75.999 ₫" in ngoc.reads(f"{DESK}thu-ho/", THEN)
    lines = f"{one.number} 50.000\nEQ9 5"
    assert "Dòng 1" in words_of(ngoc.sends(f"{DESK}thu-ho/nhap/", THEN, **SETTLEMENT, lines="EQ1"))
    assert ngoc.sends(f"{DESK}thu-ho/nhap/", THEN, **SETTLEMENT, lines=lines).status_code == 302
    words = ngoc.reads(f"{DESK}thu-ho/", THEN)
    assert "-26.000 ₫" in words
    assert "EQ9" in words
    assert ngoc.sends(f"{DESK}{one.pk}/chenh-lech/", THEN, reason="Bưu tá nộp thiếu").status_code == 302
    assert "Không có chênh lệch nào" in ngoc.reads(f"{DESK}thu-ho/", THEN)
    assert "Mức tạm đặt để chạy thử" in ngoc.reads(f"{DESK}cuoc/", THEN)


@pytest.mark.clause("4.1.e")
def test_who_has_no_part_in_it_finds_nothing(world: World, sits: Any) -> None:
    desk = Desk(world)
    (one,) = desk.given()
    listed = DispatchList.objects.get().pk
    for code, status in (("kien", 403), ("hoa", 403), ("binh", 403)):
        assert sits(code).asks(DESK, THEN).status_code == status, code
        assert sits(code).asks(f"{DESK}{one.pk}/", THEN).status_code == status, code
    assert sits("ngoc").asks(f"{DESK}{one.pk + 99}/", THEN).status_code == 404
    assert sits("ngoc").asks(f"{DESK}gui/000-khong-co/", THEN).status_code == 404
    mai = sits("mai")
    assert one.number in mai.reads(DESK, THEN)
    assert mai.asks(f"{DESK}bang-ke/{listed}/bang-ke.pdf", THEN).status_code == 200
    assert mai.sends(f"{DESK}{one.pk}/chuyen-hoan/", THEN, reason="Vắng nhà").status_code == 403
    assert desk.again(one).state == State.WITH_POST


def test_lists_are_filtered_searched_and_cost_the_same(
    world: World, sits: Any, django_assert_max_num_queries: Any
) -> None:
    desk, ngoc = Desk(world), sits("ngoc")
    assert "Chưa có bưu gửi nào" in ngoc.reads(DESK, THEN)
    rows = [desk.result() for _ in range(6)]
    desk.pick_up()
    assert rows[0].number in ngoc.reads(DESK, THEN, chieu="return")
    assert rows[0].number not in ngoc.reads(DESK, THEN, chieu="pick_up")
    assert "Không có bưu gửi nào như vậy" in ngoc.reads(DESK, THEN, o="that-lac")
    assert rows[1].number not in ngoc.reads(DESK, THEN, tim=rows[0].about_code)
    ngoc.asks(DESK, THEN, o="eaten", chieu="up")
    desk.given(*rows)
    for address, most in ((DESK, 6), (f"{DESK}giao/", 6), (f"{DESK}bang-ke/", 6), (f"{DESK}tin-la/", 6)):
        with django_assert_max_num_queries(most):
            ngoc.asks(address, THEN)
    with django_assert_max_num_queries(8):
        ngoc.asks(f"{DESK}{rows[0].pk}/", THEN)
    with django_assert_max_num_queries(6):
        ngoc.asks(f"{DESK}bang-ke/{DispatchList.objects.get().pk}/", THEN)
