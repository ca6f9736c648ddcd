"""When something goes wrong: a plain page with the number to call, whoever asks."""

import pytest
from django.core.exceptions import RequestDataTooBig
from django.test import Client, RequestFactory
from pytest_django import Settings

from motcua.web.components import errors
from tests.web.components.conftest import at
from tests.world import World

pytestmark = pytest.mark.urls("tests.web.components.urls")


@pytest.mark.parametrize(
    ("trouble", "status"),
    [
        (errors.BAD_REQUEST, 400),
        (errors.FORBIDDEN, 403),
        (errors.FORGED, 403),
        (errors.NOT_FOUND, 404),
        (errors.ONLY_SENT, 405),
        (errors.TOO_BIG, 413),
        (errors.TOO_MANY, 429),
        (errors.FAILED, 500),
    ],
)
def test_every_trouble_says_what_happened_what_to_do_and_whom_to_call(trouble: errors.Trouble, status: int):
    answer = errors.trouble_page(trouble)  # needs no database: there may be none
    page = answer.content.decode()
    assert answer.status_code == status
    assert f"<h1>{trouble.title}</h1>" in page
    assert trouble.do in page
    assert 'href="tel:1900558826">1900 558 826</a>' in page


def test_a_page_that_is_not_there_is_said_in_vietnamese(client: Client, world: World):
    answer = client.get("/khong-co/", **at())
    assert answer.status_code == 404
    assert "Không tìm thấy trang" in answer.content.decode()


@pytest.mark.urls("motcua.config.urls")
def test_the_address_of_a_form_that_is_opened_again_is_explained(lan: Client):
    answer = lan.get("/khoa/", **at())
    assert answer.status_code == 405
    assert "Đây là nơi biểu mẫu được gửi đến" in answer.content.decode()


def test_a_page_that_fails_says_that_nothing_was_done(client: Client, world: World):
    client.raise_request_exception = False
    answer = client.get("/thu/hong/", **at())
    assert answer.status_code == 500
    assert "Việc vừa rồi chưa được thực hiện." in answer.content.decode()


def test_too_much_at_once_is_said_as_such(lan: Client, settings: Settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 100
    answer = lan.post("/thu/ghi/", {"words": "a" * 200}, **at())
    assert answer.status_code == 413
    assert "Nội dung gửi lên quá lớn" in answer.content.decode()


def test_any_other_bad_request_is_a_400(rf: RequestFactory):
    assert errors.bad_request(rf.get("/"), ValueError()).status_code == 400
    assert errors.bad_request(rf.get("/"), RequestDataTooBig()).status_code == 413


def test_a_form_without_its_token_is_explained(world: World):
    strict = Client(enforce_csrf_checks=True)
    answer = strict.post("/dang-nhap/", {"login": "lan"}, **at())
    assert answer.status_code == 403
    assert "Biểu mẫu đã hết hiệu lực" in answer.content.decode()
