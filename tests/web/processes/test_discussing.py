"""What a draft changes is seen before anybody agrees; both sides speak about its steps on the page."""

import pytest

from motcua.domain.procedures import comments
from motcua.domain.procedures.agreement_models import Comment
from tests.web.at_desk import words_of
from tests.world import STEPS, moment

from .conftest import CHANGED, CODE, HERE, PAGE

TEXT = "Nên rút còn 8 giờ."


@pytest.fixture
def drafted(a_draft):
    return a_draft(steps=CHANGED)


@pytest.mark.clause("4.1.a-1")
@pytest.mark.parametrize("page", ["thu-tuc", "so-sanh", "thong-nhat"])
def test_what_a_draft_changes_is_shown_as_picture_and_table(tam, drafted, page):
    addresses = {
        "thu-tuc": PAGE,
        "so-sanh": f"{PAGE}so-sanh/",
        "thong-nhat": f"{HERE}{drafted.pk}/so-nganh-thong-nhat/",
    }
    answer = tam.asks(addresses[page])
    text = words_of(answer)
    for words in (
        "3 bước thay đổi trong 6 bước; tổng thời gian từ 19 thành 15 giờ làm việc.",
        "+ Thêm mới",
        "≠ Thay đổi",
        "2a. Thẩm định hồ sơ",
        "Thời gian 10 giờ làm việc 6 giờ làm việc",
        "Song song làm riêng cùng lúc với bước khác",
        "Trả kết quả và thu phí",
    ):
        assert words in text, words
    assert 'class="p-strip"' in answer.content.decode()


@pytest.mark.clause("4.1.a-1")
def test_who_agrees_reads_first_what_they_agree_to(tam, drafted):
    assert "Bạn đang đồng ý với những thay đổi này" in tam.reads(f"{HERE}{drafted.pk}/so-nganh-thong-nhat/")


def test_versions_are_chosen_and_one_alone_is_not_compared(tam, drafted):
    back = tam.reads(f"{PAGE}so-sanh/", cu="2", moi="1")
    assert "phiên bản 1 so với phiên bản 2" in back
    assert "− Bỏ" in back
    assert tam.asks(f"{PAGE}so-sanh/", cu="7").status_code == 404
    assert tam.asks(f"{HERE}thu-tuc/khong-co/so-sanh/").status_code == 404


@pytest.mark.clause("4.1.a-1")
def test_the_centre_asks_the_department_answers_and_the_centre_settles(tam, mai, drafted):
    sent = mai.sends(f"{HERE}{drafted.pk}/gop-y/2/1/", text=TEXT)
    assert sent.headers["Location"].startswith(f"{HERE}thu-tuc/{CODE}/")
    said = Comment.objects.get()
    assert f"{TEXT} Trung tâm · Vũ Thị Mai" in tam.reads(PAGE)
    assert tam.sends(f"{HERE}y-kien/{said.pk}/tra-loi/", text="Đã rút.").status_code == 302
    refused = tam.sends(f"{HERE}y-kien/{said.pk}/xong/")
    assert (refused.status_code, "bên nêu mới xác nhận" in words_of(refused)) == (403, True)
    assert mai.sends(f"{HERE}y-kien/{said.pk}/xong/").status_code == 302
    text = mai.reads(PAGE)
    assert "đã giải quyết xong Vũ Thị Mai" in text
    assert "Sở, ngành trả lời ý kiến về bước “Thẩm định hồ sơ”, phiên bản 2" in text


@pytest.mark.clause("4.1.a-1")
def test_open_comments_warn_whoever_agrees(tam, mai, drafted):
    mai.sends(f"{HERE}{drafted.pk}/gop-y/2/1/", text=TEXT)
    address = f"{HERE}{drafted.pk}/so-nganh-thong-nhat/"
    assert "Còn 1 ý kiến về các bước chưa được giải quyết." in tam.reads(address)
    refused = tam.sends(address)
    assert (refused.status_code, "chọn “Vẫn thống nhất”" in words_of(refused)) == (409, True)
    assert tam.sends(address, despite_comments="on").status_code == 302
    assert "vẫn thống nhất khi còn 1 ý kiến chưa giải quyết" in tam.reads(PAGE)


def test_an_empty_comment_and_a_step_that_is_not_there_are_said(mai, drafted):
    assert mai.sends(f"{HERE}{drafted.pk}/gop-y/2/1/", text=" ").status_code == 422
    assert mai.asks(f"{HERE}{drafted.pk}/gop-y/9/1/").status_code == 404
    assert mai.asks(f"{HERE}y-kien/999/tra-loi/").status_code == 404


@pytest.mark.clause("4.1.a-1")
def test_others_neither_see_nor_speak(sits, drafted, world):
    said = comments.comment_on_step(drafted, stage=2, text=TEXT, by=world["mai"], at=moment("2024-05-27"))
    for address in (
        f"{HERE}{drafted.pk}/gop-y/2/1/",
        f"{HERE}y-kien/{said.pk}/tra-loi/",
        f"{HERE}y-kien/{said.pk}/xong/",
    ):
        assert sits("binh").asks(address).status_code == 403, address


def test_a_version_in_force_shows_its_whole_way(tam, a_draft):
    a_draft(steps=STEPS)
    assert "So với phiên bản 1 : không có gì thay đổi." in tam.reads(PAGE)
