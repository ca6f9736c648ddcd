"""Asking for a supplement: all published components at once, each with what is wrong, and the warnings beforehand."""

import pytest

from motcua.domain.dossiers import supplement
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.models import Breach
from motcua.domain.journal.models import Entry
from tests.web.at_desk import words_of
from tests.web.dossier.test_steps import page_of, step_of
from tests.world import World, moment


def form(world: World, **said: str) -> dict[str, str]:
    """The form with every component fine, save what is said: `first="sai"`."""
    ids = list(world.version.components.order_by("position").values_list("pk", flat=True))
    fields = {f"state-{pk}": "du" for pk in ids}
    for name, value in said.items():
        what, _, place = name.partition("_of_")
        fields[f"{what}-{ids[['first', 'second', 'third'].index(place)]}"] = value
    return fields


@pytest.mark.clause("5.1.d")
def test_the_form_lists_every_published_component_with_what_was_handed_in(world, sits):
    text = sits("thu").reads(step_of(world, world.in_appraisal(), "yeu-cau-bo-sung"))
    for words in (
        "Giấy đề nghị đăng ký doanh nghiệp Đã nộp: 1 bản chính",
        "Bản sao giấy tờ pháp lý của chủ doanh nghiệp Đã nộp: 1 bản sao",
        "Chưa nộp · Nộp thay chủ doanh nghiệp",
    ):
        assert words in text, words


@pytest.mark.clause("5.1.e-2")
def test_it_says_that_the_clock_stops_and_which_time_this_is(world, sits):
    text = sits("thu").reads(step_of(world, world.in_appraisal(), "yeu-cau-bo-sung"))
    assert "Đồng hồ của hồ sơ sẽ dừng; đây là lần 1/1." in text
    assert "thời hạn 3 ngày làm việc được tính lại từ đầu" in text
    assert "Giải trình" not in text


@pytest.mark.clause("5.1.e-2")
def test_what_is_missing_or_at_fault_goes_to_the_applicant_all_at_once(world, sits):
    dossier, thu = world.in_appraisal(), sits("thu")
    sent = form(
        world, state_of_first="sai", reason_of_first="Thiếu chữ ký", state_of_third="thieu", reason_of_third="Chưa nộp"
    )
    answer = thu.sends(step_of(world, dossier, "yeu-cau-bo-sung"), reason="Hồ sơ chưa hợp lệ", **sent)
    assert answer.headers["Location"] == page_of(dossier)
    asked = dossier.supplement_requests.get()
    assert [(item["missing"], item["reason"]) for item in asked.items] == [(False, "Thiếu chữ ký"), (True, "Chưa nộp")]
    assert "Chờ bổ sung hồ sơ" in thu.reads(page_of(dossier))


@pytest.mark.clause("5.1.e-2")
def test_nothing_marked_or_marked_without_a_reason_is_answered_and_nothing_typed_is_lost(world, sits):
    dossier, thu = world.in_appraisal(), sits("thu")
    address = step_of(world, dossier, "yeu-cau-bo-sung")
    nothing = thu.sends(address, reason="Lý do tôi đã viết", **form(world))
    assert "Hãy đánh dấu ít nhất một giấy tờ thiếu hoặc sai." in words_of(nothing)
    assert "Lý do tôi đã viết" in nothing.content.decode()
    unsaid = thu.sends(address, reason="Chưa hợp lệ", **form(world, state_of_first="sai"))
    assert "Hãy ghi “Giấy đề nghị đăng ký doanh nghiệp” thiếu, sai thế nào." in words_of(unsaid)
    assert 'value="sai" checked' in unsaid.content.decode()
    assert dossier.supplement_requests.count() == 0


@pytest.mark.clause("5.1.e-2")
def test_after_three_working_days_the_page_warns_and_takes_the_explanation(world, sits):
    dossier, late = world.in_appraisal("2024-05-20"), "2024-05-27 09:00"
    address, thu = step_of(world, dossier, "yeu-cau-bo-sung"), sits("thu")
    assert "Đã quá 3 ngày làm việc kể từ khi tiếp nhận (09:00 ngày 20/05/2024)." in thu.reads(address, late)
    sent = form(world, state_of_first="sai", reason_of_first="Thiếu chữ ký")
    thu.sends(address, late, reason="Chưa hợp lệ", explanation="Phần mềm lỗi", **sent)
    breach = Breach.objects.get(dossier=dossier)
    assert (breach.kind, breach.explanation) == ("late_supplement", "Phần mềm lỗi")


@pytest.mark.clause("5.1.d")
def test_a_second_time_is_a_breach_of_which_the_page_warns(world, sits):
    dossier = world.awaiting_supplement()
    brought = (Brought(dossier.submitted.first().component_id, originals=1),)
    supplement.accept_supplement(dossier, brought=brought, by=world["lan"], at=moment("2024-05-29"))
    text = sits("thu").reads(step_of(world, dossier, "yeu-cau-bo-sung"), "2024-05-29 10:00")
    assert "đây là lần 2/1" in text
    assert "Hồ sơ này đã được yêu cầu bổ sung 1 lần; chỉ được 1 lần." in text


@pytest.mark.clause("5.1.d")
def test_a_paper_outside_the_published_components_can_not_be_asked_for(world, sits):
    dossier = world.in_appraisal()
    stranger = world.a_procedure().components.first()
    sent = form(world, state_of_first="sai", reason_of_first="Thiếu chữ ký")
    sent |= {f"state-{stranger.pk}": "thieu", f"reason-{stranger.pk}": "Nộp thêm"}
    sits("thu").sends(step_of(world, dossier, "yeu-cau-bo-sung"), reason="Chưa hợp lệ", **sent)
    assert [item["component"] for item in dossier.supplement_requests.get().items] == [
        "Giấy đề nghị đăng ký doanh nghiệp"
    ]


@pytest.mark.clause("5.1.e-2")
def test_only_who_appraises_asks(world, sits):
    dossier = world.in_appraisal()
    address = step_of(world, dossier, "yeu-cau-bo-sung")
    assert "Chỉ cán bộ đang thẩm định hồ sơ được yêu cầu bổ sung." in sits("tam").reads(address)
    answer = sits("tam").sends(
        address, reason="Thử", **form(world, state_of_first="sai", reason_of_first="Thiếu chữ ký")
    )
    assert answer.status_code == 403
    assert not Entry.objects.filter(act="request_supplement").exists()
