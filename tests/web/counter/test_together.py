"""The results of one applicant are handed out in one go at the result desk."""

import pytest
from django.test import Client

from motcua.domain.dossiers.models import Dossier
from tests.web.counter.conftest import KEY, at
from tests.world import AN, World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.e")]
DAY = "2024-05-29 09:00"


def place(dossier: Dossier) -> str:
    return f"/quay/tra-ket-qua/{dossier.code}/"


def test_the_page_of_one_result_tells_of_the_others_and_all_go_out(ngoc: Client, world: World) -> None:
    first, second, third = world.at_centre(), world.at_centre(), world.at_centre()
    assert "Chủ hồ sơ có 3 kết quả tại đây" in ngoc.get(place(first), **at(DAY)).content.decode()
    page = ngoc.get(f"{place(first)}tra-cung-luc/", **at(DAY)).content.decode()
    assert page.count('name="code"') == page.count(" checked>") - 2 == 3
    answer = ngoc.post(
        f"{place(first)}tra-cung-luc/",
        {"key": KEY, "code": [first.code, second.code], "who": "owner", "how": "receipt"},
        **at(DAY),
    )
    assert answer.headers["Location"] == "/quay/tra-ket-qua/"
    assert [world.again(each).stage for each in (first, second, third)] == ["delivered", "delivered", "at_centre"]
    assert "Đã trả 2 kết quả cho Nguyễn Văn An" in ngoc.get(answer.headers["Location"], **at(DAY)).content.decode()


def test_nothing_chosen_or_nobody_named_is_said_and_nothing_goes_out(ngoc: Client, world: World) -> None:
    first, _ = world.at_centre(), world.at_centre()
    sent = {"key": KEY, "code": [first.code], "who": "sent", "how": "receipt"}
    answer = ngoc.post(f"{place(first)}tra-cung-luc/", sent, **at(DAY))
    assert answer.status_code == 422
    assert "Hãy nhập họ và tên người nhận thay" in answer.content.decode()
    answer = ngoc.post(f"{place(first)}tra-cung-luc/", {"key": KEY, "who": "owner", "how": "receipt"}, **at(DAY))
    assert answer.status_code == 422
    assert "Hãy chọn ít nhất một kết quả" in answer.content.decode()
    assert world.again(first).stage == "at_centre"


def test_results_of_others_are_not_offered_and_a_single_one_goes_the_usual_way(ngoc: Client, world: World) -> None:
    one = world.at_centre()
    other = world.at_centre(applicant=type(AN)(**{**vars(AN), "identity_number": "022090009999"}))
    assert "kết quả tại đây" not in ngoc.get(place(one), **at(DAY)).content.decode()
    answer = ngoc.get(f"{place(one)}tra-cung-luc/", **at(DAY))
    assert answer.headers["Location"] == place(one)
    sent = {"key": KEY, "code": [one.code, other.code], "who": "owner", "how": "receipt"}
    ngoc.post(f"{place(one)}tra-cung-luc/", sent, **at(DAY))
    assert world.again(other).stage == "at_centre"


@pytest.mark.parametrize("code", ["lan", "thu"])
def test_only_who_returns_may(world: World, code: str, client: Client) -> None:
    client.force_login(world.cast[code].account)
    assert client.get(f"{place(world.at_centre())}tra-cung-luc/", **at(DAY)).status_code == 403
