"""The certificates on their page: registered by their public part for one owner, taken out of use."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.papers.signing.models import SigningCertificate
from tests.signing import OFFICE, PERSON, Keys
from tests.web.at_desk import words_of
from tests.world import World

pytestmark = pytest.mark.django_db
HERE = "/so-ket-qua/chung-thu/"
DAY = "2024-05-28 10:00"


def pem(keys: Keys) -> SimpleUploadedFile:
    return SimpleUploadedFile("minh.pem", keys.person.pem)


@pytest.mark.parametrize("code", ["minh", "mai", "hoa"])
def test_only_who_administers_opens_it(sits, code):
    assert sits(code).asks(HERE, DAY).status_code == 403


def test_nothing_registered_says_what_it_is_for(sits):
    assert "Chưa đăng ký chứng thư số nào" in sits("kien").reads(HERE, DAY)


@pytest.mark.clause("5.1.đ-1")
def test_the_certificate_of_an_official_is_registered_and_shown(world: World, sits, keys: Keys):
    kien = sits("kien")
    answer = kien.sends(f"{HERE}dang-ky/", DAY, officer="minh", named=PERSON, file=pem(keys))
    assert answer.status_code == 302, words_of(answer)
    page = kien.reads(HERE, DAY)
    assert "Phạm Văn Minh" in page
    assert "Đang dùng" in page
    assert SigningCertificate.objects.get().officer == world["minh"]


def test_the_certificate_of_a_body_too(world: World, sits, keys: Keys):
    file = SimpleUploadedFile("dau.pem", keys.office.pem)
    answer = sits("kien").sends(f"{HERE}dang-ky/", DAY, office="so-khdt", named=OFFICE, file=file)
    assert answer.status_code == 302
    assert SigningCertificate.objects.get().office.code == "so-khdt"


@pytest.mark.parametrize("fields", [{}, {"officer": "minh", "office": "so-khdt"}])
def test_a_certificate_has_exactly_one_owner(sits, keys: Keys, fields):
    answer = sits("kien").sends(f"{HERE}dang-ky/", DAY, named=PERSON, file=pem(keys), **fields)
    assert answer.status_code == 422
    assert "một trong hai" in words_of(answer)


def test_an_official_who_does_not_exist_and_a_file_that_is_none_are_answered(sits, keys: Keys):
    kien = sits("kien")
    answer = kien.sends(f"{HERE}dang-ky/", DAY, officer="khong-ai", named=PERSON, file=pem(keys))
    assert "Không có cán bộ mã “khong-ai”" in words_of(answer)
    file = SimpleUploadedFile("x.pem", b"x")
    answer = kien.sends(f"{HERE}dang-ky/", DAY, officer="minh", named=PERSON, file=file)
    assert "không phải là chứng thư số" in words_of(answer)


def test_a_certificate_is_taken_out_of_use_with_its_reason(sits, keys: Keys):
    kien = sits("kien")
    kien.sends(f"{HERE}dang-ky/", DAY, officer="minh", named=PERSON, file=pem(keys))
    one = SigningCertificate.objects.get()
    assert kien.sends(f"{HERE}{one.pk}/ngung/", DAY, reason="Chuyển công tác").status_code == 302
    assert "Đã ngừng dùng" in kien.reads(HERE, DAY)
