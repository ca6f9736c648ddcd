"""Cases are written in plain forms and run at once; what fails says why, day by day, and stops the agreement."""

import pytest

from motcua.domain.procedures.models import Trial
from tests.web.at_desk import words_of

from .conftest import CHANGED, HERE, PAGE, typed

pytestmark = pytest.mark.clause("4.1.a-1")


def written(due: str = "30/5/2024", **other: str) -> dict[str, str]:
    """What the form sends: received on Monday, a supplement after two days, complete five days later."""
    happenings = [("1", "working_hours", "step_done", "1"), ("2", "working_days", "supplement", ""),
                  ("5", "working_days", "completed", "")]  # fmt: skip
    fields = {"name": "Thiếu giấy tờ", "received_on": "27/5/2024", "received_at": "9:00", "channel": "counter",
              "happenings-count": "3", "expectations-count": "3"}  # fmt: skip
    for number, row in enumerate(happenings):
        fields |= {f"happenings-{number}-{n}": v for n, v in zip(("amount", "unit", "doing", "step"), row, strict=True)}
    expected = [("due", due, "17:00", "0"), ("due", "10/6/2024", "", ""), ("stage:processing", "", "", "")]
    for number, row in enumerate(expected):
        fields |= {f"expectations-{number}-{n}": v for n, v in zip(("what", "on", "time", "after"), row, strict=True)}
    return fields | other


@pytest.fixture
def drafted(a_draft):
    return a_draft(steps=CHANGED)


def test_a_case_is_written_run_and_read(mai, drafted):
    sent = mai.sends(f"{HERE}{drafted.pk}/tinh-huong/moi/", **written())
    trial = Trial.objects.get()
    assert (sent.headers["Location"], trial.passed) == (f"{HERE}tinh-huong/{trial.pk}/", True)
    text = mai.reads(f"{HERE}tinh-huong/{trial.pk}/")
    for words in (
        "Sau 2 ngày làm việc: yêu cầu bổ sung hồ sơ",
        "Hẹn trả kết quả là 17:00 ngày 30/05/2024 (sau việc số 0) ✓ đúng",
        "Hẹn trả kết quả là 10/06/2024 ✓ đúng",
        "Tình trạng hồ sơ: Đang giải quyết ✓ đúng",
    ):
        assert words in text, words
    assert "Thiếu giấy tờ ✓ đạt" in mai.reads(PAGE)


def test_a_failure_says_what_came_and_why_day_by_day_and_stops_the_agreement(mai, tam, drafted):
    mai.sends(f"{HERE}{drafted.pk}/tinh-huong/moi/", **written("29/5/2024"))
    text = mai.reads(f"{HERE}tinh-huong/{Trial.objects.get().pk}/")
    assert "Kết quả là: 17:00 ngày 30/05/2024" in text
    assert "ngày làm việc thứ 3, hết hạn lúc 17:00" in text
    refused = tam.sends(f"{HERE}{drafted.pk}/so-nganh-thong-nhat/")
    assert (refused.status_code, "chưa đạt 1 tình huống thử: “Thiếu giấy tờ”" in words_of(refused)) == (409, True)


def test_a_saved_draft_runs_its_cases_again(mai, tam, drafted):
    mai.sends(f"{HERE}{drafted.pk}/tinh-huong/moi/", **written())
    assert tam.sends(f"{PAGE}soan/", **typed(), seen="99").status_code == 409
    lines = tam.asks(f"{PAGE}soan/").content.decode()
    seen = lines.partition('name="seen" value="')[2].partition('"')[0]
    assert tam.sends(f"{PAGE}soan/", **typed(), seen=seen).status_code == 302
    assert "Chạy thử quy trình, phiên bản 2: 1 tình huống, đạt tất cả" in tam.reads(PAGE)


def test_a_case_is_opened_again_changed_and_taken_out(mai, drafted):
    mai.sends(f"{HERE}{drafted.pk}/tinh-huong/moi/", **written())
    here = f"{HERE}tinh-huong/{Trial.objects.get().pk}/"
    form = mai.asks(f"{here}sua/").content.decode()
    assert 'value="Thiếu giấy tờ"' in form
    assert 'value="17:00"' in form
    assert mai.sends(f"{here}sua/", **written(name="Tên khác")).status_code == 302
    assert "Tên khác" in mai.reads(PAGE)
    assert mai.sends(f"{here}bo/").status_code == 302
    assert mai.asks(here).status_code == 404


def test_what_is_missing_in_a_row_is_said_and_rows_come_and_go(mai, drafted):
    address = f"{HERE}{drafted.pk}/tinh-huong/moi/"
    wrong = mai.sends(address, **written(**{"happenings-0-step": "", "expectations-0-on": "", "received_at": "25:00"}))
    text = words_of(wrong)
    assert wrong.status_code == 422
    for words in ("Ghi bước nào được hoàn thành", "Ghi ngày mong đợi.", "Hãy viết giờ như 14:30."):
        assert words in text, words
    more = mai.sends(address, **written(rows="happenings+2")).content.decode()
    assert 'name="happenings-3-doing"' in more
    assert not Trial.objects.exists()


@pytest.mark.clause("5.1.đ-1")
def test_other_bodies_are_named_as_people_call_them_and_a_failure_says_its_line(mai, drafted):
    rows = {"happenings-1-doing": "asked", "happenings-1-body": "sở tư pháp", "happenings-1-days": "1",
            "happenings-1-waits": "on", "happenings-1-step": "2a", "happenings-2-doing": "answered",
            "happenings-2-body": "so-tp", "expectations-1-what": "breach:late_advice"}  # fmt: skip
    assert mai.sends(f"{HERE}{drafted.pk}/tinh-huong/moi/", **written(**rows)).status_code == 302
    trial = Trial.objects.get()
    assert [each.body for each in trial.case().happenings] == ["", "so-tp", "so-tp"]
    page = mai.reads(f"{HERE}tinh-huong/{trial.pk}/")
    assert "Sau 2 ngày làm việc: xin ý kiến cơ quan khác: Sở Tư pháp, trả lời trong 1 ngày làm việc; bước chờ" in page
    assert "Việc số 2 (" in page
    assert " bị từ chối: " in page
    assert 'value="Sở Tư pháp"' in mai.asks(f"{HERE}tinh-huong/{trial.pk}/sua/").content.decode()


@pytest.mark.clause("5.1.đ-1")
@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"happenings-1-doing": "asked"}, "Ghi cơ quan được hỏi. Ghi số ngày làm việc được trả lời"),
        ({"happenings-1-doing": "answered"}, "Ghi cơ quan được hỏi, hoặc bước lấy ý kiến."),
        ({"happenings-1-doing": "check_announced"}, "Ghi ngày kiểm tra hoặc ngày họp."),
        ({"expectations-1-what": "leg_due"}, "Ghi cơ quan nào."),
        ({"expectations-1-what": "leg_late", "expectations-1-body": "Sở Lạ"}, "Không có cơ quan nào tên “Sở Lạ”"),
        ({"expectations-1-after": "9"}, "Tình huống chỉ có 3 việc, không có việc số 9."),
    ],
)
def test_what_a_turn_needs_is_asked_for_in_its_row(mai, drafted, row, why):
    wrong = mai.sends(f"{HERE}{drafted.pk}/tinh-huong/moi/", **written(**row))
    text = words_of(wrong)
    assert wrong.status_code == 422
    for words in why.split(". "):
        assert words in text, text
    assert not Trial.objects.exists()


def test_others_do_not_find_it(sits, mai, drafted):
    mai.sends(f"{HERE}{drafted.pk}/tinh-huong/moi/", **written())
    assert sits("binh").asks(f"{HERE}tinh-huong/{Trial.objects.get().pk}/").status_code == 403
    assert mai.asks(f"{HERE}tinh-huong/999/").status_code == 404
