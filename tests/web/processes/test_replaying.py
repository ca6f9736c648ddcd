"""Last year's dossiers against a draft: asked for on a page, shown as figures, bars and table, with what it assumes."""

import pytest

from motcua.domain.procedures.models import Replay
from tests.web.at_desk import words_of
from tests.world import STEPS

from .conftest import CHANGED, HERE, PAGE, typed

pytestmark = pytest.mark.clause("4.1.a-1")
AT = "2024-07-01 09:00"


@pytest.fixture
def address(a_draft):
    return f"{HERE}{a_draft(steps=CHANGED).pk}/chay-lai/"


def test_the_page_says_how_many_would_be_late_and_where(tam, world, address):
    world.at_centre()
    assert "Chưa chạy lại lần nào" in tam.reads(address, AT)
    assert tam.sends(address, AT).headers["Location"] == address
    answer = tam.asks(address, AT)
    text = words_of(answer)
    for words in (
        "1 hồ sơ được đối chiếu",
        "1 hồ sơ có bước chậm theo phiên bản này đang áp dụng: 1",
        "2b. Lấy ý kiến Sở Tư pháp Sở Tư pháp bước mới, chưa có số liệu không có 6 không có 0",
        "Bước mới được tính đúng bằng thời gian được giao",
        "Bùi Minh Tâm yêu cầu lúc 09:00 ngày 01/07/2024",
    ):
        assert words in text, words
    assert '<svg class="bars tall"' in answer.content.decode()


@pytest.mark.clause("5.1.đ-1")
def test_the_bodies_that_had_their_legs_too_long_are_named(tam, world, address):
    world.at_centre()
    tam.sends(address, AT)
    replay = Replay.objects.get()
    replay.result["applied"]["bodies"], replay.result["draft"]["bodies"] = {"so-tp": 3}, {"so-khdt": 1}
    replay.save()
    text = tam.reads(address, AT)
    assert "Sở Kế hoạch và Đầu tư 0 1 Sở Tư pháp 3 0" in text
    assert "Thời gian chờ thực hiện nghĩa vụ tài chính, tạm dừng theo yêu cầu không tính cho ai." in text


def test_nothing_to_count_is_said_and_others_do_not_ask(tam, sits, address):
    refused = tam.sends(address, AT)
    assert (refused.status_code, "chưa có hồ sơ nào giải quyết xong" in words_of(refused)) == (409, True)
    assert sits("binh").asks(address, AT).status_code == 403
    assert tam.asks(f"{HERE}999/chay-lai/", AT).status_code == 404


def test_progress_is_shown_while_the_job_counts(tam, world, address):
    world.at_centre()
    tam.sends(address, AT)
    Replay.objects.update(finished_at=None, total=1200, done=400)
    assert "Đã xem 400 trong 1.200 hồ sơ." in tam.reads(address, AT)


def test_after_a_change_of_the_draft_it_is_called_old(tam, world, address):
    world.at_centre()
    tam.sends(address, AT)
    lines = tam.asks(f"{PAGE}soan/").content.decode()
    seen = lines.partition('name="seen" value="')[2].partition('"')[0]
    assert tam.sends(f"{PAGE}soan/", **typed(STEPS), seen=seen).status_code == 302
    assert "Các bước đã thay đổi sau lần chạy này" in tam.reads(address, AT)
