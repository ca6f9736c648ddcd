"""Each official form: what it says, compared with a kept copy, and that it is a paper for decades and for all."""

import io
from datetime import UTC, date
from functools import cache
from pathlib import Path

import pikepdf
import pytest

from motcua.domain.papers.facts import Facts
from motcua.domain.papers.forms import FACTS, form_for
from motcua.domain.papers.render import render

from . import samples
from .reading import codes_of, flat, page_count, size_in_mm, structure_of, text_of

KEPT = Path(__file__).parent / "kept"
ON = date(2019, 5, 27)

PAPERS: dict[str, tuple[str, Facts, str]] = {
    "receipt": ("receipt", samples.RECEIPT, "12/TNHS"),
    "supplement_request": ("supplement_request", samples.SUPPLEMENT, "05/HDHS"),
    "supplement_request_at_the_counter": ("supplement_request", samples.SUPPLEMENT_AT_THE_COUNTER, "06/HDHS"),
    "refusal_at_the_counter": ("refusal", samples.REFUSAL_AT_THE_COUNTER, "02/PTC"),
    "refusal_after_appraisal": ("refusal", samples.REFUSAL_AFTER_APPRAISAL, "03/PTC"),
    "apology": ("apology", samples.APOLOGY, "05/PXL"),
    "moved_date": ("moved_date", samples.MOVED_DATE, "07/GBDH"),
    "payment_notice": ("payment_notice", samples.PAYMENT_NOTICE, "08/TBNV"),
    "stop_notice_at_their_wish": ("stop_notice", samples.STOPPED, "03/TBD"),
    "stop_notice_of_a_cancelled_dossier": ("stop_notice", samples.CANCELLED, "04/TBD"),
    "withdrawal_slip": ("withdrawal_slip", samples.WITHDRAWAL_SLIP, "02/PTR"),
    "control_slip": ("control_slip", samples.CONTROL_SLIP, ""),
    "register": ("register", samples.REGISTER, ""),
    "certification_register": ("certification_register", samples.CERTIFICATIONS, ""),
    "guidance": ("guidance", samples.GUIDANCE, "07/PHD"),
    "own_form": ("own_form", samples.OWN_FORM, ""),
    "own_form_sample": ("own_form", samples.OWN_FORM_SAMPLE, ""),
    "submission_slip": ("submission_slip", samples.SUBMISSION_SLIP, ""),
    "posting": ("posting", samples.POSTING, ""),
    "posting_list": ("posting_list", samples.POSTING_LIST, ""),
    "posting_set": ("posting_set", samples.POSTING_SET, ""),
    "result_slip": ("result_slip", samples.RESULT_SLIP, ""),
    "electronic_result": ("electronic_result", samples.ELECTRONIC_RESULT, "15/GP-STNMT"),
    "seal_closing": ("seal_closing", samples.SEAL_CLOSING, "11/BKĐD"),
    "consultation": ("consultation", samples.CONSULTATION, "05/XYK"),
    "field_check_notice": ("field_check_notice", samples.FIELD_CHECK_NOTICE, "03/TBKT"),
    "council_minutes": ("council_minutes", samples.COUNCIL_MINUTES, "02/BBHĐ"),
    "bundle_receipt": ("bundle_receipt", samples.BUNDLE_RECEIPT, "01/TNLT"),
    "leg_slip": ("leg_slip", samples.LEG_SLIP, "04/PCLT"),
    "progress_request": ("progress_request", samples.PROGRESS_REQUEST, "03/PĐN"),
    "handing_list": ("handing_list", samples.HANDING_LIST, "08/DSBG"),
    "late_notice": ("late_notice", samples.LATE_NOTICE, "01/TBC"),
    "fee_notice": ("fee_notice", samples.FEE_NOTICE, "06/TBNP"),
    "fee_receipt": ("fee_receipt", samples.FEE_RECEIPT, "0000123"),
    "dispatch_list": ("dispatch_list", samples.DISPATCH_LIST, "09/BKBC"),
    "lost_parcel": ("lost_parcel", samples.LOST_PARCEL, "01/TXL"),
    "deposit_order": ("deposit_order", samples.DEPOSIT_ORDER, "03/LNT"),
    "fee_statement": ("fee_statement", samples.FEE_STATEMENT, "04/BTH"),
    "copies_list": ("copies_list", samples.COPIES_LIST, "07/BKBL"),
    "share_report": ("share_report", samples.SHARE_REPORT, "01/BC-TTL"),
    "question_letter": ("question_letter", samples.QUESTION_LETTER, ""),
    "rule_report": ("rule_report", samples.RULE_REPORT, "05/BC-TTPVHCC"),
    "feedback_letter": ("feedback_letter", samples.FEEDBACK_LETTER, "12/PAKN"),
    "feedback_letter_unnamed": ("feedback_letter", samples.UNNAMED_LETTER, "13/PAKN"),
    "secondment_reply": ("secondment_reply", samples.SECONDMENT_REPLY, "01/TLCB"),
    "secondment_refusal": ("secondment_reply", samples.SECONDMENT_REFUSAL, "02/TLCB"),
    "secondment_plan": ("secondment_plan", samples.SECONDMENT_PLAN, ""),
    "month_notice": ("month_notice", samples.MONTH_NOTICE, "05/TBCB"),
    "passing_notice": ("passing_notice", samples.PASSING_NOTICE, "03/TBCĐ"),
    "passing_letter": ("passing_letter", samples.PASSING_LETTER, "04/CĐ"),
    "rule_recommendation": ("rule_report", samples.RULE_RECOMMENDATION, "231/TTPVHCC-KTGS"),
}
A5 = {
    "deposit_order",
    "fee_notice",
    "fee_receipt",
    "field_check_notice",
    "payment_notice",
    "stop_notice",
    "withdrawal_slip",
    "receipt",
    "supplement_request",
    "refusal",
    "apology",
    "moved_date",
    "control_slip",
    "guidance",
    "result_slip",
    "lost_parcel",
}
LANDSCAPE = {
    "register", "seal_closing", "certification_register", "dispatch_list", "fee_statement", "secondment_plan",
    "month_notice",
}  # fmt: skip
WITH_TABLES = {
    "receipt", "control_slip", "register", "guidance", "posting", "posting_list", "supplement_request", "seal_closing",
    "leg_slip", "council_minutes", "withdrawal_slip", "progress_request", "handing_list",
    "certification_register",
    "bundle_receipt", "own_form", "dispatch_list", "fee_receipt", "submission_slip", "posting_set",
    "deposit_order", "fee_statement", "fee_notice", "rule_report", "rule_recommendation", "copies_list",
    "secondment_plan", "month_notice",
}  # fmt: skip
every_paper = pytest.mark.parametrize("name", PAPERS)


@cache
def paper(name: str) -> bytes:
    code, facts, number = PAPERS[name]
    return render(form_for(code, ON), facts, number=number)


def test_every_form_has_a_sample():
    assert {code for code, _, _ in PAPERS.values()} == set(FACTS)


@every_paper
def test_a_paper_says_what_its_kept_copy_says(name: str):
    """When a change is meant, delete the kept copy, run again and read the new one."""
    kept = KEPT / f"{name}.txt"
    if not kept.exists():
        kept.write_text(text_of(paper(name)))
        pytest.fail(f"{kept.name} was missing and has been written: read it before you keep it")
    assert text_of(paper(name)) == kept.read_text()


@every_paper
def test_the_same_facts_give_the_same_bytes(name: str):
    code, facts, number = PAPERS[name]
    assert render(form_for(code, ON), facts, number=number) == paper(name)


@every_paper
def test_a_paper_is_for_the_archive_and_for_readers_who_listen(name: str):
    with pikepdf.open(io.BytesIO(paper(name))) as pdf, pdf.open_metadata() as xmp:
        assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"]) == ("2", "A")
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"] == form_for(PAPERS[name][0], ON).title == str(pdf.docinfo.Title)
        assert str(pdf.Root.Lang).startswith("vi")
        assert pdf.Root.MarkInfo.Marked
        assert pdf.Root.ViewerPreferences.DisplayDocTitle


@every_paper
def test_a_paper_is_tagged(name: str):
    tags = structure_of(paper(name))
    assert tags.count("H1") == 1
    assert {"P", "H1"} <= set(tags)
    if name in WITH_TABLES:
        assert {"Table", "TR", "TH", "TD"} <= set(tags)


@every_paper
def test_every_typeface_is_inside_the_paper_and_official(name: str):
    with pikepdf.open(io.BytesIO(paper(name))) as pdf:
        fonts = [font for page in pdf.pages for font in page.Resources.Font.values()]
        faces = [font.DescendantFonts[0] for font in fonts]
        assert fonts
        assert all("/ToUnicode" in font for font in fonts)
        assert all("/FontFile2" in face.FontDescriptor for face in faces)
        assert {str(face.BaseFont).split("+")[1].split("-")[0] for face in faces} == {"Tinos"}


@every_paper
def test_slips_are_a5_and_books_and_postings_a4(name: str):
    code = PAPERS[name][0]
    expected = (148, 210) if code in A5 else (297, 210) if code in LANDSCAPE else (210, 297)
    assert size_in_mm(paper(name)) == expected


@every_paper
def test_every_paper_bears_the_name_of_the_state_and_its_motto(name: str):
    text = flat(paper(name))
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text
    assert "Độc lập - Tự do - Hạnh phúc" in text


@pytest.mark.parametrize(
    "name", ["receipt", "supplement_request", "refusal_after_appraisal", "apology", "control_slip"]
)
def test_a_scanner_reads_the_dossier_code_and_the_look_up_address(name: str):
    ballot = {} if name in ("apology", "control_slip") else {"QR Code 2": samples.HEAD.rating_address}
    assert codes_of(paper(name)) == {"Code 128": samples.CODE, "QR Code": samples.HEAD.lookup_address, **ballot}


def test_a_bank_reads_the_payment_and_a_scanner_the_dossier_from_a_notice_to_pay():
    assert codes_of(paper("fee_notice")) == {"Code 128": samples.CODE, "QR Code": samples.PAY_CODE}
    bare = samples.changed(samples.FEE_NOTICE, account=None, pay_code="")
    assert "Chuyển khoản" not in flat(render(form_for("fee_notice", ON), bare))


def test_before_receipt_there_is_no_code_to_read_but_that_of_the_ballot():
    assert codes_of(paper("refusal_at_the_counter")) == {"QR Code": samples.HEAD.rating_address}


@pytest.mark.parametrize(
    ("name", "rated"),
    [("receipt", True), ("supplement_request", True), ("refusal_at_the_counter", True), ("apology", False)],
)
def test_only_the_first_three_forms_ask_how_satisfied_the_applicant_is(name: str, rated: bool):
    assert ("Đánh giá mức độ hài lòng" in flat(paper(name))) == rated


def test_nothing_is_said_of_rating_without_an_address():
    facts = samples.changed(samples.RECEIPT, letterhead=samples.changed(samples.HEAD, rating_address=""))
    assert "hài lòng" not in flat(render(form_for("receipt", ON), facts))


def test_days_and_months_take_a_nought_as_the_decree_on_paperwork_says():
    facts = samples.changed(
        samples.RECEIPT,
        received_at=samples.moment("2020-02-05", "07:30"),
        due_at=samples.moment("2020-03-10", "17:00"),
    )
    text = flat(render(form_for("receipt", ON), facts))
    assert "07 giờ 30 phút, ngày 05 tháng 02 năm 2020" in text
    assert "17 giờ 00 phút, ngày 10 tháng 3 năm 2020" in text


def test_a_moment_is_printed_by_the_clocks_of_vietnam():
    utc = samples.moment("2019-05-28", "06:30").astimezone(UTC)
    text = flat(render(form_for("receipt", ON), samples.changed(samples.RECEIPT, received_at=utc)))
    assert "06 giờ 30 phút, ngày 28 tháng 5 năm 2019" in text


def test_online_only_the_receiving_official_signs():
    text = flat(render(form_for("receipt", ON), samples.changed(samples.RECEIPT, submitter_signs=False)))
    assert "NGƯỜI TIẾP NHẬN HỒ SƠ" in text
    assert "NGƯỜI NỘP HỒ SƠ" not in text


def test_an_ordinary_receipt_fits_on_one_page():
    facts = samples.changed(samples.RECEIPT, owner=None, fees=(), components=samples.RECEIPT.components[:3])
    assert page_count(render(form_for("receipt", ON), facts)) == 1


def test_the_register_repeats_its_head_on_every_page():
    pdf = render(form_for("register", ON), samples.register(60))
    pages = page_count(pdf)
    assert pages > 3
    assert text_of(pdf).count("Địa chỉ, số điện thoại") == pages
    assert f"Trang {pages}/{pages}" in text_of(pdf)


def test_a_day_of_many_impressions_runs_over_pages_with_its_head_and_one_place_for_signatures():
    pdf = render(form_for("seal_closing", ON), samples.seal_closing(80), number="12/BKĐD")
    assert text_of(pdf).count("Mã hồ sơ") == page_count(pdf) > 2
    assert text_of(pdf).count("NGƯỜI GIỮ DẤU") == 1


def test_the_apology_bears_the_title_of_the_set_in_force():
    text = flat(render(form_for("apology", date(2025, 10, 1)), samples.APOLOGY))
    assert "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT" in text
    assert "Mẫu số 04 (TT 03/2025/TT-VPCP)" in text
