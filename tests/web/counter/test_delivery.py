"""Giving results out at the desk: with a proof, by post; the shelf place by place, and whom to call."""

import base64
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from motcua.domain.dossiers.delivery import reminders
from motcua.domain.dossiers.delivery.handover import keep_uncollected
from motcua.domain.dossiers.delivery.models import Delivery, Parcel, Reminder
from motcua.domain.dossiers.models import Dossier
from motcua.jobs.reminders import remind_uncollected
from tests.web.at_desk import words_of
from tests.web.counter.conftest import KEY, at, signed_in
from tests.world import World, moment

pytestmark = pytest.mark.django_db
HERE = "/quay/tra-ket-qua/"
DAY = "2024-05-29 09:00"


def png() -> bytes:
    drawn = io.BytesIO()
    Image.new("RGB", (200, 80), "white").save(drawn, "PNG")
    return drawn.getvalue()


def drawn() -> str:
    return "data:image/png;base64," + base64.b64encode(png()).decode()


@pytest.mark.clause("4.1.e")
def test_a_signature_drawn_on_the_screen_is_kept_as_proof(ngoc: Client, world: World):
    dossier = world.at_centre()
    fields = {"who": "owner", "how": "signature", "drawn": drawn()}
    answer = ngoc.post(f"{HERE}{dossier.code}/tra/", {"key": KEY, **fields}, **at(DAY))
    assert answer.status_code == 302
    assert Delivery.objects.get().how == "signature"
    page = words_of(ngoc.get(f"{HERE}{dossier.code}/", **at(DAY)))
    assert "Ký trên màn hình: xem bằng chứng" in page


@pytest.mark.parametrize("how", ["photo", "slip"])
def test_a_photo_or_the_signed_slip_does_too_without_scripts(ngoc: Client, world: World, how: str):
    dossier = world.at_centre()
    file = SimpleUploadedFile("anh.png", png(), "image/png")
    answer = ngoc.post(f"{HERE}{dossier.code}/tra/", {"key": KEY, "who": "owner", "how": how, "file": file}, **at(DAY))
    assert answer.status_code == 302
    assert Delivery.objects.get().how == how


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"how": "signature"}, "Hãy mời người nhận ký vào khung"),
        ({"how": "signature", "drawn": "data:image/png;base64,@@"}, "Chữ ký chưa được gửi hết"),
        ({"how": "photo"}, "Hãy chụp hoặc chọn ảnh"),
        ({"how": "slip"}, "Hãy chọn bản quét giấy biên nhận"),
        ({"how": "x"}, "Hãy chọn lại bằng chứng đã nhận"),
    ],
)
def test_a_proof_that_is_missing_is_asked_for_and_nothing_is_given_out(ngoc: Client, world: World, fields, said):
    dossier = world.at_centre()
    answer = ngoc.post(f"{HERE}{dossier.code}/tra/", {"key": KEY, "who": "owner", **fields}, **at(DAY))
    assert answer.status_code == 422
    assert said in words_of(answer)
    assert world.again(dossier).stage == "at_centre"


def test_a_file_that_is_no_picture_is_refused_in_a_sentence(ngoc: Client, world: World):
    dossier = world.at_centre()
    file = SimpleUploadedFile("x.exe", b"MZ")
    fields = {"who": "owner", "how": "photo", "file": file}
    answer = ngoc.post(f"{HERE}{dossier.code}/tra/", {"key": KEY, **fields}, **at(DAY))
    assert answer.status_code == 409
    assert "không phải là PDF, JPEG, PNG, TIFF hay HEIC" in words_of(answer)


@pytest.mark.clause("4.1.e")
def test_a_result_is_sent_by_post_and_its_end_is_entered(ngoc: Client, world: World):
    dossier = world.at_centre()
    here = f"{HERE}{dossier.code}/"
    assert "Gửi đến: Nguyễn Văn An" in words_of(ngoc.get(f"{here}buu-chinh/", **at(DAY)))
    assert ngoc.post(f"{here}buu-chinh/", {"key": KEY, "number": "EQ1VN"}, **at(DAY)).status_code == 302
    page = words_of(ngoc.get(here, **at(DAY)))
    assert "Đang gửi qua bưu chính Số hiệu EQ1VN" in page
    assert "Trả cho người dân" not in page
    done = ngoc.post(f"{here}buu-chinh/da-phat/", {"key": str(KEY)[:-1] + "9", "to": "Trần Thị Bé"}, **at(DAY))
    assert done.status_code == 302
    assert world.again(dossier).delivered_to == "Trần Thị Bé"


def test_a_parcel_that_comes_back_is_taken_in(ngoc: Client, world: World):
    dossier = world.at_centre()
    here = f"{HERE}{dossier.code}/"
    ngoc.post(f"{here}buu-chinh/", {"key": KEY, "number": "EQ1VN"}, **at(DAY))
    fields = {"key": str(KEY)[:-1] + "9", "reason": "Không có người nhận"}
    assert ngoc.post(f"{here}buu-chinh/chuyen-hoan/", fields, **at(DAY)).status_code == 302
    assert Parcel.objects.get().ended == "came_back"
    assert "Trả cho người dân" in words_of(ngoc.get(here, **at(DAY)))


def on_the_shelf(world: World, shelf: str) -> Dossier:
    return keep_uncollected(world.at_centre(), shelf=shelf, by=world["ngoc"], at=moment("2024-05-28 16:00"))


@pytest.mark.clause("4.1.e")
def test_the_shelf_says_what_lies_where_and_how_long(ngoc: Client, world: World):
    for place in ("B1-2", "A3-12", "A3-11"):
        on_the_shelf(world, place)
    page = words_of(ngoc.get("/quay/gia-luu/", **at("2024-06-07 09:00")))
    assert page.index("A3-11") < page.index("A3-12") < page.index("B1-2")
    assert "10 ngày" in page
    page = words_of(ngoc.get("/quay/gia-luu/?gia=a3", **at("2024-06-07 09:00")))
    assert "A3-11" in page
    assert "B1-2" not in page


def test_an_empty_shelf_and_an_empty_place_say_so(ngoc: Client):
    assert "Giá đang trống" in words_of(ngoc.get("/quay/gia-luu/", **at(DAY)))
    assert "Không có gì ở vị trí này" in words_of(ngoc.get("/quay/gia-luu/?gia=Z", **at(DAY)))
    assert "Không phải gọi ai" in words_of(ngoc.get("/quay/can-goi/", **at(DAY)))


@pytest.mark.parametrize("address", ["/quay/gia-luu/", "/quay/can-goi/"])
@pytest.mark.parametrize("code", ["lan", "thu", "mai"])
def test_only_who_returns_may_open_them(world: World, address: str, code: str):
    assert signed_in(world, code).get(address, **at(DAY)).status_code == 403


@pytest.mark.clause("4.1.e")
def test_who_is_to_be_called_stands_on_the_page_until_somebody_has_called(ngoc: Client, world: World):
    on_the_shelf(world, "A3-12")
    reminders.remind_all(moment("2024-06-05 06:00"))
    day = at("2024-06-05 09:00")
    page = words_of(ngoc.get("/quay/can-goi/", **day))
    assert "Nguyễn Văn An 0912 345 678 đã chờ 7 ngày giá A3-12" in page
    one = Reminder.objects.get()
    assert ngoc.post(f"/quay/can-goi/{one.pk}/", {"key": KEY, "outcome": ""}, **day).status_code == 422
    answer = ngoc.post(f"/quay/can-goi/{one.pk}/", {"key": KEY, "outcome": "Hẹn mai đến"}, **day)
    assert answer.status_code == 302
    assert "Không phải gọi ai" in words_of(ngoc.get("/quay/can-goi/", **day))
    assert ngoc.post(f"/quay/can-goi/{one.pk}/", {"key": KEY, "outcome": "x"}, **day).status_code == 404


def test_the_lists_cost_the_same_with_one_as_with_many(ngoc: Client, world: World, django_assert_max_num_queries):
    for number in range(8):
        on_the_shelf(world, f"A{number}")
    reminders.remind_all(moment("2024-06-05 06:00"))
    for address in ("/quay/gia-luu/", "/quay/can-goi/"):
        ngoc.get(address, **at("2024-06-05 09:00"))
        with django_assert_max_num_queries(6):
            ngoc.get(address, **at("2024-06-05 09:00"))


@pytest.mark.clause("4.1.e")
def test_the_job_of_the_morning_reminds_once(world: World):
    on_the_shelf(world, "A3-12")
    assert remind_uncollected(0) == 1
    assert remind_uncollected(0) == 0
    assert Reminder.objects.get().days == 30
