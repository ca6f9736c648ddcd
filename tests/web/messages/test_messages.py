"""What people were told, on screen: who sees it, how it is narrowed and paged, one message, sending again."""

import re

import pytest

from motcua.domain.messages import sending
from motcua.domain.messages.models import Message
from motcua.domain.messages.outbox import Recipient
from motcua.domain.messages.terms import State, Way
from tests.acts.messages.conftest import AN, RECEIVED
from tests.web.at_desk import words_of
from tests.web.axe import check

pytestmark = pytest.mark.django_db
HERE, DAY = "/tin-nhan/", "2024-05-27 14:00"
BY_SMS = Recipient("applicant", phone=AN.phone)


@pytest.fixture
def given_up(tells, clock, sms) -> Message:
    sms.answers = [(400, b'{"reason": "so khong ton tai"}')]
    tells(to=BY_SMS)
    sending.send_due(clock)
    return Message.objects.get()


@pytest.mark.clause("4.1.c")
def test_the_centre_sees_what_was_told_without_the_whole_address(sits, tells):
    tells()
    words = sits("mai").reads(HERE, DAY)
    assert "Đã tiếp nhận hồ sơ" in words
    assert RECEIVED["code"] in words
    assert "••• ••• 678" in words
    assert "a•••@example.vn" in words
    assert AN.phone not in words
    assert "Chờ gửi" in words
    assert RECEIVED["code"] in sits("kien").reads(HERE, DAY)


@pytest.mark.parametrize(("who", "status"), [("lan", 403), ("thu", 403), ("binh", 403)])
def test_others_do_not(sits, given_up, who, status):
    assert sits(who).asks(HERE, DAY).status_code == status
    assert sits(who).asks(f"{HERE}{given_up.pk}/", DAY).status_code == status


def test_what_another_office_told_does_not_exist(sits, world, given_up):
    Message.objects.update(sender=world.offices["so-tp"])
    assert "Chưa có tin nào" in sits("mai").reads(HERE, DAY)
    for page in (f"{HERE}{given_up.pk}/", f"{HERE}{given_up.pk}/gui-lai/"):
        assert sits("mai").asks(page, DAY).status_code == 404


@pytest.mark.parametrize(
    ("query", "there"),
    [
        ({"tinh-trang": "waiting"}, {"a", "b"}),
        ({"tinh-trang": "given-up"}, set()),
        ({"tinh-trang": "sent", "kenh": "app"}, {"a", "b"}),
        ({"kenh": "zns"}, set()),
        ({"ngay": "27/5/2024"}, {"a", "b"}),
        ({"ngay": "28/05/2024"}, set()),
        ({"ho-so": RECEIVED["code"]}, {"a", "b"}),
        ({"ho-so": "H49"}, set()),
        ({"tinh-trang": "x", "kenh": "y"}, {"a", "b"}),
    ],
)
def test_it_is_narrowed_by_state_way_day_and_dossier(sits, tells, query, there):
    tells("a#1")
    tells("b#1")
    words = sits("mai").reads(HERE, DAY, **query)
    assert (RECEIVED["code"] in words.partition("Tình trạng Đã")[2] or "Tin (" in words) is bool(there)
    assert ("Không có tin nào khớp" in words) is not there or bool(there)


def test_a_day_that_nobody_can_read_says_so_and_hides_nothing(sits, tells):
    tells()
    words = sits("mai").reads(HERE, DAY, ngay="hôm qua")
    assert "Lỗi: “hôm qua” không phải là ngày" in words
    assert "Tin (3)" in words


def test_the_empty_list_says_what_will_be_here(sits):
    assert "Chưa có tin nào" in sits("mai").reads(HERE, DAY)


@pytest.mark.parametrize("many", [1, 60])
def test_it_is_paged_and_costs_the_same_however_many(sits, tells, django_assert_max_num_queries, many):
    for number in range(many):
        tells(f"dossier/{number}#1", to=BY_SMS)
    mai = sits("mai")
    mai.asks(HERE, DAY)
    with django_assert_max_num_queries(3):  # session and account, the page, the count
        page = mai.asks(HERE, DAY)
    assert ("Trang sau" in words_of(page)) is (many > 50)


@pytest.mark.clause("4.1.c")
def test_one_message_shows_its_words_and_each_try(sits, given_up, django_assert_max_num_queries):
    mai, page = sits("mai"), f"{HERE}{given_up.pk}/"
    mai.asks(page, DAY)
    with django_assert_max_num_queries(6):
        words = mai.reads(page, DAY)
    assert "Ho so 000.00.00.H49-240527-0001 da duoc tiep nhan" in words
    assert "Bị từ chối, gửi lại cũng vô ích Cổng tin nhắn trả lời 400 so khong ton tai" in words
    assert "Thôi gửi" in words
    assert "Gửi lại" in words


def test_what_waits_says_when_it_goes_out_at_the_earliest(sits, tells):
    tells(to=BY_SMS)
    page = f"{HERE}{Message.objects.get().pk}/"
    assert "Gửi sớm nhất lúc 14:00 ngày 27/05/2024" in sits("mai").reads(page, DAY)
    assert "Gửi sớm nhất lúc 07:00 ngày 28/05/2024" in sits("mai").reads(page, "2024-05-27 22:00")


@pytest.mark.clause("4.1.c")
def test_what_was_given_up_is_sent_again_once(sits, given_up):
    page, mai = f"{HERE}{given_up.pk}/gui-lai/", sits("mai")
    assert "Lý do thôi gửi: Cổng tin nhắn trả lời 400 so khong ton tai" in mai.reads(page, DAY)
    answer = mai.sends(page, DAY)
    assert (answer.status_code, answer.url) == (302, f"{HERE}{given_up.pk}/")
    assert Message.objects.get().state == State.WAITING
    assert mai.sends(page, DAY).status_code == 403
    words = mai.reads(f"{HERE}{given_up.pk}/", DAY)
    assert "Gửi lại tin đã thôi gửi về hồ sơ" not in words
    assert "Gửi lại tin đã thôi gửi về 000.00.00.H49-240527-0001, kênh Tin nhắn SMS" in words


@pytest.mark.clause("4.1.c")
def test_the_ways_say_what_is_missing_and_what_waits(sits, tells, sms, django_assert_max_num_queries):
    tells()
    kien = sits("kien")
    kien.asks(HERE, DAY)
    with django_assert_max_num_queries(5):
        words = kien.reads(f"{HERE}kenh/", DAY)
    assert re.search(r"Zalo Cấu hình chưa cấu hình Thiếu ZNS_TOKEN", words)
    assert re.search(r"Tin nhắn SMS Cấu hình đã cấu hình Đang chờ 1 tin", words)
    assert re.search(r"Thư điện tử Cấu hình chưa cấu hình Thiếu EMAIL_HOST, EMAIL_FROM", words)
    assert "21:00 đến 07:00" in words


def test_a_kind_that_zalo_has_not_registered_is_named(sits, zns):
    words = sits("kien").reads(f"{HERE}kenh/", DAY)
    assert "Chưa đăng ký mẫu: Đã tiếp nhận nhiều hồ sơ, Cần bổ sung hồ sơ" in words
    assert "Hồ sơ nộp trực tuyến cần sửa" in words


def test_the_texts_are_shown_as_they_go_out_with_what_the_linter_says(sits, settings):
    words = sits("lan").reads(f"{HERE}mau/", DAY)
    assert "Mọi mẫu đều đúng quy tắc của kênh" in words
    assert "Ho so 000.00.00.H49-261231-0001 da duoc tiep nhan, hen tra 16:30 ngay 31/12/2026" in words
    settings.HOTLINE = "1900558826, nhánh 12345678901234567890123456789"
    words = sits("lan").reads(f"{HERE}mau/", DAY)
    assert "mẫu cần sửa" in words
    assert "quá một tin (160)" in words


@pytest.mark.clause("4.1.c")
def test_what_people_want_is_noted_by_whom_they_told(sits):
    lan = sits("lan")
    assert lan.sends(f"{HERE}lien-he/", DAY, address="12").status_code == 422
    found = lan.sends(f"{HERE}lien-he/", DAY, address="0912.345.678")
    page = found.url
    assert "912" not in page
    assert "Chưa ghi điều gì" in lan.reads(page, DAY)
    assert lan.sends(f"{page}dong-y/", DAY, way="zns", how="Ký phiếu").status_code == 302
    assert lan.sends(f"{page}kenh/", DAY, ways=["zns", "sms"]).status_code == 302
    assert lan.sends(f"{page}rut/", DAY, way="sms", how="").status_code == 422
    assert lan.sends(f"{page}rut/", DAY, way="sms", how="Gọi tổng đài").status_code == 302
    words = lan.reads(page, DAY)
    assert "Đồng ý nhận tin qua Zalo; Ký phiếu." in words
    assert "Chọn nhận tin qua Zalo, Tin nhắn SMS." in words
    assert "Không đồng ý nhận tin nữa qua Tin nhắn SMS; Gọi tổng đài." in words
    assert "Zalo có đã đồng ý" in words
    for who, status in (("thu", 403), ("mai", 200)):
        assert sits(who).asks(page, DAY).status_code == status


def test_every_page_is_sound_in_a_browser(in_browser, live_server, world, tells, clock, sms):
    sms.answers = [(400, b'{"reason": "' + b"rat dai " * 40 + b'"}'), (500, b"x")]
    for number in range(3):
        tells(f"dossier/{number}#1")
    sending.send_due(clock)
    one = Message.objects.filter(way=Way.SMS).order_by("id").first()
    page = in_browser("mai", DAY)
    for address in ("", "?ngay=abc", "?kenh=zns", f"{one.pk}/", f"{one.pk}/gui-lai/", "kenh/", "mau/", "lien-he/"):
        page.goto(f"{live_server.url}{HERE}{address}")
        assert check(page) == [], address
    page.goto(f"{live_server.url}{HERE}lien-he/")
    page.fill("[name=address]", AN.phone)
    page.click("main form button")
    here = page.url
    for link in ("", "kenh/", "dong-y/", "rut/"):
        page.goto(f"{here}{link}")
        assert check(page) == [], link
