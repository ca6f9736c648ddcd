"""Each form says what its clause of the regulation wants said."""

import pytest

from motcua.domain.papers.issuing import printed

from . import samples
from .reading import flat


@pytest.mark.clause("5.1.đ-2")
def test_the_receipt_says_what_was_handed_in_and_when_and_where_the_result_will_be():
    text = flat(printed("receipt", samples.RECEIPT))
    for component in samples.RECEIPT.components:
        assert component.name in text
    assert "Thời gian trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 10 tháng 6 năm 2019" in text
    assert f"Đăng ký nhận kết quả tại: {samples.RECEIPT.result_at}" in text


@pytest.mark.clause("5.1.e-2")
def test_the_supplement_request_names_everything_at_once_with_the_reason_and_says_that_time_starts_again():
    text = flat(printed("supplement_request", samples.changed(samples.SUPPLEMENT, missing=ONE_AFTER_ANOTHER)))
    for missing in ONE_AFTER_ANOTHER:
        assert f"{missing.name} {missing.what}" in text
    assert f"Lý do: {samples.SUPPLEMENT.reason}" in text
    assert "thời hạn giải quyết được tính lại từ đầu" in text


@pytest.mark.clause("5.1.e-2")
def test_at_the_counter_no_time_has_begun_that_could_start_again():
    assert "tính lại từ đầu" not in flat(printed("supplement_request", samples.SUPPLEMENT_AT_THE_COUNTER))


@pytest.mark.clause("5.1.e-1")
def test_the_refusal_after_appraisal_gives_every_reason_and_the_dossier_back():
    text = flat(printed("refusal", samples.REFUSAL_AFTER_APPRAISAL))
    for reason in samples.REFUSAL_AFTER_APPRAISAL.reasons:
        assert f"- {reason}" in text
    assert "thông báo không giải quyết hồ sơ này" in text
    assert "Hồ sơ được trả lại kèm theo phiếu này." in text


@pytest.mark.clause("5.1.e-1")
def test_the_refusal_at_the_counter_is_signed_by_both():
    text = flat(printed("refusal", samples.REFUSAL_AT_THE_COUNTER))
    assert "thông báo không tiếp nhận, giải quyết hồ sơ này" in text
    assert "NGƯỜI NỘP HỒ SƠ" in text
    assert "NGƯỜI TIẾP NHẬN HỒ SƠ" in text


@pytest.mark.clause("5.1.e-3")
def test_the_apology_gives_the_reason_the_old_and_the_one_new_date():
    text = flat(printed("apology", samples.APOLOGY))
    assert f"Lý do: {samples.APOLOGY.reason}." in text
    assert "Thời gian hẹn trả kết quả giải quyết hồ sơ: 17 giờ 00 phút, ngày 10 tháng 6 năm 2019" in text
    assert "xin lỗi Ông/Bà và sẽ trả kết quả giải quyết hồ sơ vào 17 giờ 00 phút, ngày 17 tháng 6 năm 2019" in text


def test_a_reason_that_ends_with_a_full_stop_is_not_given_a_second_one():
    text = flat(printed("apology", samples.changed(samples.APOLOGY, reason="thiếu ý kiến.")))
    assert "Lý do: thiếu ý kiến. Sự chậm trễ" in text


@pytest.mark.clause("4.1.d-1")
def test_the_control_slip_shows_who_gave_who_took_and_whether_in_time():
    text = flat(printed("control_slip", samples.CONTROL_SLIP))
    for hand_over in samples.CONTROL_SLIP.hand_overs:
        assert f"Người giao: {hand_over.given_by}" in text
        assert f"Người nhận: {hand_over.taken_by}" in text
        assert hand_over.outcome in text
    assert "Chưa nhận" in text


@pytest.mark.clause("4.1.d-1")
def test_the_register_has_a_line_for_every_dossier():
    text = flat(printed("register", samples.register(40)))
    for line in samples.register(40).lines:
        assert line.code.replace("H49-", "H49- ") in text
    assert "Cộng: 40 hồ sơ." in text


@pytest.mark.clause("4.1.c", "5.1.d")
def test_the_guidance_lists_every_published_component_and_says_that_nothing_else_is_needed():
    text = flat(printed("guidance", samples.GUIDANCE))
    for item in samples.GUIDANCE.items:
        assert item.name in text
        assert item.advice in text
    assert "không phải nộp thêm giấy tờ nào khác" in text


@pytest.mark.clause("4.1.b")
def test_the_posting_shows_every_part_the_law_wants_on_the_wall():
    text = flat(printed("posting", samples.POSTING))
    parts = (
        "Trình tự thực hiện", "Cách thức thực hiện", "Thành phần, số lượng hồ sơ", "Thời hạn giải quyết",
        "Đối tượng thực hiện", "Cơ quan giải quyết", "Kết quả thực hiện", "Phí, lệ phí", "Tên mẫu đơn, mẫu tờ khai",
        "Yêu cầu, điều kiện", "Căn cứ pháp lý", "Nơi tiếp nhận phản ánh, kiến nghị",
    )  # fmt: skip
    places = [text.index(f"{number}. {part}") for number, part in enumerate(parts, start=1)]
    assert places == sorted(places)


@pytest.mark.clause("4.1.b")
def test_the_list_of_a_department_is_grouped_by_field():
    text = flat(printed("posting_list", samples.POSTING_LIST))
    assert text.index("Lĩnh vực: Đất đai") < text.index("1.012787") < text.index("1.012784")
    assert text.index("1.012784") < text.index("Lĩnh vực: Tài nguyên nước") < text.index("1.004223")


ONE_AFTER_ANOTHER = tuple(
    samples.changed(samples.SUPPLEMENT.missing[0], name=f"Giấy {number}", what=f"thiếu {number}")
    for number in range(1, 13)
)


@pytest.mark.clause("4.5.a", "5.1.đ-1")
def test_the_notice_of_a_payment_says_why_the_time_does_not_count_and_where_the_receipt_goes():
    text = flat(printed("payment_notice", samples.PAYMENT_NOTICE))
    assert f"Căn cứ: {samples.PAYMENT_NOTICE.ground}." in text
    assert "theo thông báo số 215/TB-CCT ngày 31/05/2019. Số tiền: 12.500.000 đồng." in text
    assert "Thời gian này không tính vào thời hạn giải quyết." in text
    unknown = samples.changed(samples.PAYMENT_NOTICE, amount=None)
    assert "Số tiền: theo thông báo của cơ quan thuế." in flat(printed("payment_notice", unknown))


@pytest.mark.clause("5.1.e-1")
def test_the_notice_of_a_cancelled_dossier_gives_ground_and_reason_and_its_papers_back():
    text = flat(printed("stop_notice", samples.CANCELLED))
    assert f"Căn cứ: {samples.CANCELLED.ground}." in text
    assert f"Lý do: {samples.CANCELLED.reason}." in text
    assert "Giấy tờ đã nộp được trả lại tại" in text
    at_their_wish = flat(printed("stop_notice", samples.STOPPED))
    assert "Theo đề nghị bằng văn bản ngày 01/06/2019" in at_their_wish
    assert "trả lại" not in at_their_wish


@pytest.mark.clause("3.3-1", "4.1.e")
def test_the_slip_of_a_withdrawn_dossier_names_every_paper_and_is_signed_by_both():
    text = flat(printed("withdrawal_slip", samples.WITHDRAWAL_SLIP))
    assert "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở đã cấp 01 02" in text
    assert "NGƯỜI NHẬN LẠI HỒ SƠ" in text
    assert "NGƯỜI TRẢ HỒ SƠ" in text


@pytest.mark.clause("5.1.đ-2")
def test_the_control_slip_names_the_times_that_do_not_count_with_their_ground():
    text = flat(printed("control_slip", samples.changed(samples.CONTROL_SLIP, stood=(samples.STOOD,))))
    since, until = "10 giờ 15 phút, ngày 29 tháng 5 năm 2019", "14 giờ 00 phút, ngày 31 tháng 5 năm 2019"
    assert f"Từ {since} đến {until}: chờ người nộp hồ sơ thực hiện nghĩa vụ tài chính. Căn cứ: " in text
