"""The page of a dossier for who follows it signed in: everything that is theirs, and nothing of anybody else's."""

import re
from collections.abc import Callable
from dataclasses import asdict
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers import delay
from motcua.domain.dossiers.from_home import answering
from motcua.domain.dossiers.from_home.terms import SentKind
from motcua.domain.dossiers.models import Dossier
from tests.citizens import BINH, Citizen, a_citizen
from tests.counting import statements
from tests.following import hands_in, owned_by, proves
from tests.moments import moment
from tests.posted import AN_AT_HOME, Desk
from tests.web.at_desk import Official
from tests.world import World

pytestmark = pytest.mark.clause("3.3-1", "5.1.e-2", "5.1.e-3")
EVENING = "2024-05-29 20:30"


@pytest.fixture
def an(db: None):
    return a_citizen()


def of(dossier: Dossier, more: str = "") -> str:
    return f"/ho-so-cua-toi/{dossier.code}/{more}"


def test_it_says_when_and_why_that_day_and_where_it_is_in_words_without_names(world: World, an) -> None:
    dossier = world.in_appraisal(applicant=owned_by(an))
    page = Citizen(an).reads(of(dossier), "2024-05-28 08:00")
    assert "Thứ Năm, 30/05/2024" in page and "Còn 2 ngày làm việc." in page
    assert "Vì sao hạn là" in page and "Hồ sơ đang ở đâu" in page
    assert "Hồ sơ được tiếp nhận" in page and world["thu"].name not in page


def test_every_paper_of_it_opens_for_me_and_for_nobody_else(world: World, an) -> None:
    dossier = world.awaiting_supplement(applicant=owned_by(an))
    answering.accept(hands_in(an, dossier), by=world["lan"], at=moment("2024-05-30"))
    page = Citizen(an).asks(of(dossier), EVENING).content.decode()
    addresses = set(re.findall(r'href="([^"]+\.pdf)"', page))
    assert any("/da-nop/" in each for each in addresses) and any("/giay-to/" in each for each in addresses)
    for address in addresses:
        assert Citizen(an).asks(address, EVENING).content.startswith(b"%PDF"), address
    handed_in = next(each for each in addresses if "/da-nop/" in each)
    assert Citizen(a_citizen(BINH)).asks(handed_in, EVENING).status_code == 404
    assert Citizen(an).asks(of(dossier, "da-nop/999999.pdf"), EVENING).status_code == 404


def test_a_letter_of_apology_stands_with_its_new_date(world: World, an) -> None:
    dossier = world.in_appraisal(applicant=owned_by(an))
    given = {"new_due_on": date(2024, 6, 4), "reason": "Chờ ý kiến của cơ quan thuế", "at": moment("2024-05-29")}
    delay.apologise_and_reschedule(dossier, by=world["minh"], **given)
    page = Citizen(an).reads(of(dossier), "2024-05-30 09:00")
    assert "Ngày hẹn mới" in page and "Phiếu xin lỗi và hẹn lại ngày trả kết quả" in page
    assert "Thứ Ba, 04/06/2024" in page and "Còn 3 ngày làm việc." in page


def test_the_clock_is_explained_before_and_after_a_supplement(
    world: World, an, sits: Callable[[str], Official]
) -> None:
    dossier = world.awaiting_supplement(applicant=owned_by(an))
    citizen = Citizen(an)
    assert "Bổ sung từ nhà" in citizen.reads(of(dossier), EVENING)
    before = citizen.reads(of(dossier, "bo-sung/"), EVENING)
    assert "thời hạn 3 ngày làm việc được tính lại từ đầu" in before
    assert "hẹn trả: Thứ Ba 04/06" in before
    assert "còn thiếu 1" in before and "Thiếu chữ ký" in before
    refused = citizen.sends(of(dossier, "bo-sung/"), EVENING)
    assert refused.status_code == 409 and "Còn thiếu: " in refused.content.decode()
    sent = hands_in(an, dossier)
    waits = citizen.reads(of(dossier), "2024-05-29 20:45")
    assert "Cán bộ trả lời trước 17:00 ngày 30/05/2024" in waits and "Bổ sung từ nhà" not in waits
    lan = sits("lan")
    assert dossier.code in lan.reads("/quay/tu-nha/", "2024-05-30 08:00")
    assert "Giấy đề nghị" in lan.reads(f"/quay/tu-nha/{sent.pk}/", "2024-05-30 08:00")
    scan = sent.papers.get().scan_id
    assert lan.asks(f"/quay/tu-nha/{sent.pk}/giay-to/{scan}.pdf", "2024-05-30 08:00").content.startswith(b"%PDF")
    assert lan.sends(f"/quay/tu-nha/{sent.pk}/nhan/", "2024-05-30 08:00").status_code == 302
    after = Citizen(an).reads(of(dossier), "2024-05-30 08:05")
    assert "nên thời hạn được tính lại từ đầu: 3 ngày làm việc, kể từ 08:00 ngày 30/05/2024" in after
    assert lan.asks("/quay/tu-nha/999999/", "2024-05-30 08:00").status_code == 404
    assert sits("binh").asks(f"/quay/tu-nha/{sent.pk}/", "2024-05-30 08:00").status_code == 403


def test_what_is_declined_is_read_with_all_reasons_and_sent_again(world: World, an, sits) -> None:
    dossier = world.awaiting_supplement(applicant=owned_by(an))
    sent, lan = hands_in(an, dossier), sits("lan")
    address = f"/quay/tu-nha/{sent.pk}/chua-nhan/"
    assert lan.sends(address, "2024-05-30 08:00").status_code == 409
    paper = sent.papers.get().component_id
    assert lan.sends(address, "2024-05-30 08:00", **{f"paper_{paper}": "Trang 2 mờ"}).status_code == 302
    page = Citizen(an).reads(of(dossier), "2024-05-30 08:30")
    assert "Trang 2 mờ" in page and "Bổ sung từ nhà" in page


@pytest.mark.clause("4.5.a")
def test_what_is_owed_says_how_much_why_and_takes_the_proof(world: World, an) -> None:
    dossier = world.awaiting_payment(applicant=owned_by(an))
    citizen = Citizen(an)
    page = citizen.reads(of(dossier, "nop-tien/"), EVENING)
    assert "1.500.000 ₫" in page and "215/TB-CCT" in page and "Nghị định 43/2014/NĐ-CP" in page
    missing = citizen.sends(of(dossier, "nop-tien/"), EVENING, number="FT1", on="29/05/2024")
    assert missing.status_code == 409 and "chứng từ" in missing.content.decode()
    proves(an, dossier)
    waits = citizen.reads(of(dossier), EVENING)
    assert "Đã gửi chứng từ, chờ cán bộ xem" in waits and "FT24150123456" in waits


@pytest.mark.parametrize(("way", "said"), [("rut/", "Đề nghị rút hồ sơ"), ("tam-dung/", "Đề nghị tạm dừng")])
def test_a_wish_is_sent_and_taken_back(world: World, an, way: str, said: str) -> None:
    dossier = world.in_appraisal(applicant=owned_by(an))
    citizen = Citizen(an)
    assert citizen.sends(of(dossier, way), EVENING, reason="").status_code == 422
    assert citizen.sends(of(dossier, way), EVENING, reason="Chưa cần nữa")["Location"] == of(dossier)
    assert citizen.sends(of(dossier, way), EVENING, reason="Chưa cần nữa").status_code == 409
    assert said in citizen.reads(of(dossier), EVENING)
    sent = dossier.sent_from_home.get()
    assert citizen.sends(of(dossier, f"da-gui/{sent.pk}/lay-lai/"), EVENING).status_code == 302
    assert "người gửi đã lấy lại" in citizen.reads(of(dossier), EVENING)
    assert SentKind(sent.kind).label == said


@pytest.mark.clause("4.1.e", "4.1.c")
def test_the_way_and_the_address_of_the_result_are_changed_until_it_is_packed(world: World, an) -> None:
    dossier = world.at_centre(applicant=owned_by(an))
    citizen = Citizen(an)
    assert "Sửa địa chỉ nhận" not in citizen.reads(of(dossier), EVENING)
    asked = citizen.sends(of(dossier, "cach-nhan/"), EVENING, return_by="post")
    assert asked["Location"] == of(dossier, "dia-chi-nhan/")
    assert "Bưu tá mang đến địa chỉ trong hồ sơ" in citizen.reads(of(dossier), EVENING)
    unknown = citizen.sends(of(dossier, "dia-chi-nhan/"), EVENING, **asdict(AN_AT_HOME) | {"commune": ""})
    assert unknown.status_code == 422
    assert citizen.sends(of(dossier, "dia-chi-nhan/"), EVENING, **asdict(AN_AT_HOME))["Location"] == of(dossier)
    page = citizen.reads(of(dossier), EVENING)
    assert "Thôn Khe Lò, nhà ông Sáng, Xã Kỳ Thượng" in page and "Sửa địa chỉ nhận" in page
    Desk(world).result(dossier)
    assert "Sửa địa chỉ nhận" not in citizen.reads(of(dossier), EVENING)
    refused = citizen.sends(of(dossier, "dia-chi-nhan/"), EVENING, **asdict(AN_AT_HOME))
    assert refused.status_code == 403 and "đã được gói" in refused.content.decode()


def test_the_page_costs_a_bounded_number_of_statements(world: World, an) -> None:
    dossier = world.awaiting_supplement(applicant=owned_by(an))
    hands_in(an, dossier)
    citizen = Citizen(an)
    citizen.asks(of(dossier), EVENING)
    with CaptureQueriesContext(connection) as asked:
        citizen.asks(of(dossier), EVENING)
    assert len(statements(asked)) <= 20, len(statements(asked))
