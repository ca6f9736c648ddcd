"""A citizen's own pages: dossiers, particulars, businesses, those for whom one files; and the counter that confirms."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.citizens import businesses
from motcua.domain.citizens.models import Authority, Business, Member, Person
from motcua.domain.dossiers.models import Dossier
from tests.citizens import AT, BINH, TAX_CODE, Citizen, a_business, a_citizen
from tests.papers import corpus
from tests.web.at_desk import Official, words_of
from tests.world import World

pytestmark = pytest.mark.clause("4.1.c")


def paper() -> SimpleUploadedFile:
    """A paper as a form sends it."""
    return SimpleUploadedFile("giấy.pdf", corpus.pdf(), "application/pdf")


def belonging_to(person: Person, world: World) -> Dossier:
    """A dossier that was received at the counter under this person's number."""
    dossier = world.received()
    Dossier.objects.filter(pk=dossier.pk).update(identity_kind="cccd", identity_number=person.identity_number)
    return dossier


def test_the_first_page_of_an_account_is_the_own_dossiers(db: None) -> None:
    assert Citizen(a_citizen()).asks("/cong-dan/")["Location"] == "/ho-so-cua-toi/"


def test_what_the_provider_said_is_shown_and_not_asked_for(db: None) -> None:
    an = a_citizen()
    page = Citizen(an).asks("/cong-dan/thong-tin/").content.decode()
    assert "đã xác minh" in page and 'name="name"' not in page and 'name="phone"' in page
    sent = Citizen(an).sends("/cong-dan/thong-tin/", phone="0987654321", email="an@example.com")
    assert sent.status_code == 302
    an.refresh_from_db()
    assert (an.phone, an.email, an.address) == ("0987654321", "an@example.com", "Xã Hạ Long, huyện Vân Đồn")


def test_a_wrong_telephone_is_said_and_nothing_typed_is_lost(db: None) -> None:
    answer = Citizen(a_citizen()).sends("/cong-dan/thong-tin/", phone="123", email="an@example.com")
    assert answer.status_code == 422
    assert 'value="an@example.com"' in answer.content.decode()


def test_a_business_is_declared_confirmed_at_the_counter_and_gets_a_second_member(
    world: World, sits: Callable[[str], Official]
) -> None:
    an, _ = Citizen(a_citizen()), a_citizen(BINH)
    sent = an.sends("/cong-dan/to-chuc/khai/", tax_code=TAX_CODE, name="Công ty TNHH Biển Xanh", paper=paper())
    business = Business.objects.get()
    assert sent["Location"] == f"/cong-dan/to-chuc/{business.pk}/"
    assert "Chờ cán bộ xác nhận" in an.reads(sent["Location"])
    lan = sits("lan")
    assert "Biển Xanh" in lan.reads("/quay/to-chuc/")
    assert lan.asks(f"/quay/to-chuc/{business.pk}/giay.pdf").content.startswith(b"%PDF")
    assert lan.sends(f"/quay/to-chuc/{business.pk}/xac-nhan/").status_code == 302
    assert "Không có tổ chức nào" in lan.reads("/quay/to-chuc/")
    given = {"identity_number": BINH.identity_number, "name": BINH.name, "powers": ["file", "follow"]}
    assert an.sends(f"/cong-dan/to-chuc/{business.pk}/them-nguoi/", **given).status_code == 302
    assert BINH.name in an.reads(f"/cong-dan/to-chuc/{business.pk}/")


def test_a_declaration_that_is_not_confirmed_is_answered_with_the_reason(
    world: World, sits: Callable[[str], Official]
) -> None:
    an = a_citizen()
    business = a_business(an)
    address = f"/quay/to-chuc/{business.pk}/khong-xac-nhan/"
    assert sits("lan").sends(address, reason="").status_code == 422
    assert sits("lan").sends(address, reason="Giấy không đọc được.").status_code == 302
    assert "Giấy không đọc được." in Citizen(an).reads(f"/cong-dan/to-chuc/{business.pk}/")
    assert sits("lan").sends(address, reason="Lần nữa").status_code == 409


def test_a_member_who_does_not_manage_sees_only_the_own_line(world: World) -> None:
    an, binh = a_citizen(), a_citizen(BINH)
    business = a_business(an)
    given = {"identity_number": BINH.identity_number, "name": BINH.name, "powers": ["file"]}
    member = businesses.admit_member(business, **given, by=an, at=AT)
    theirs = Member.objects.get(person=an)
    page = Citizen(binh).reads(f"/cong-dan/to-chuc/{business.pk}/")
    assert BINH.name in page and "Nguyễn Hoài An" not in page
    address = f"/cong-dan/to-chuc/{business.pk}/nguoi/"
    assert Citizen(binh).asks(f"{address}{theirs.pk}/").status_code == 404
    assert Citizen(binh).sends(f"{address}{member.pk}/", powers=["manage"]).status_code == 403
    assert Citizen(an).sends(f"{address}{member.pk}/", powers=["pay"]).status_code == 302
    assert Citizen(an).sends(f"{address}{theirs.pk}/thoi/").status_code == 409
    assert Citizen(binh).sends(f"{address}{member.pk}/thoi/")["Location"] == "/cong-dan/to-chuc/"
    assert Citizen(binh).asks(f"/cong-dan/to-chuc/{business.pk}/").status_code == 404


def test_who_alone_manages_a_business_and_can_not_close_the_account_reads_whom_to_call(
    world: World, settings: Any
) -> None:
    settings.HOTLINE = "1900558826"
    an = a_citizen()
    a_business(an)
    answer = Citizen(an).sends("/cong-dan/dong-tai-khoan/")
    assert answer.status_code == 409
    assert "người quản lý duy nhất của Công ty TNHH Biển Xanh" in words_of(answer)
    assert 'href="tel:1900558826"' in answer.content.decode().partition("<main")[2].partition("</main>")[0]


def test_somebody_files_for_a_child_and_gives_it_up(db: None) -> None:
    an = Citizen(a_citizen())
    child = {"relation": "child", "name": "Nguyễn Gia Hân", "born_on": "05/01/2023"}
    assert an.sends("/cong-dan/nop-thay/them/", **child, paper=paper()).status_code == 302
    held = Authority.objects.get()
    assert "đang hiệu lực" in an.reads("/cong-dan/nop-thay/")
    assert an.asks(f"/cong-dan/giay/{held.paper_id}.pdf").content.startswith(b"%PDF")
    binh = Citizen(a_citizen(BINH))
    assert binh.asks(f"/cong-dan/giay/{held.paper_id}.pdf").status_code == 404
    assert binh.asks(f"/cong-dan/nop-thay/{held.pk}/thoi/").status_code == 404
    assert an.sends(f"/cong-dan/nop-thay/{held.pk}/thoi/").status_code == 302
    assert "đã thôi" in an.reads("/cong-dan/nop-thay/")


def test_what_is_refused_is_said_beside_what_was_typed(db: None) -> None:
    grown = {"relation": "child", "name": "Nguyễn Gia Hân", "born_on": "05/01/2003"}
    answer = Citizen(a_citizen()).sends("/cong-dan/nop-thay/them/", **grown, paper=paper())
    assert answer.status_code == 409
    assert "đủ 18 tuổi" in words_of(answer) and "Nguyễn Gia Hân" in answer.content.decode()


def test_an_official_is_no_citizen_and_a_citizen_no_official(world: World, sits: Callable[[str], Official]) -> None:
    assert sits("lan").asks("/cong-dan/").status_code == 302
    assert Citizen(a_citizen()).asks("/quay/").status_code == 403
    assert sits("thu").asks("/quay/to-chuc/").status_code == 403
