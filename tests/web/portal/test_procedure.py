"""A procedure with all its parts, on the screen and as a notice for the wall (4.1.b)."""

from dataclasses import replace
from datetime import date

import pytest

from motcua.domain.dossiers.models import Dossier
from motcua.domain.papers import form_files
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import catalogue, tariff
from motcua.domain.procedures.parts import FeePart
from tests.papers import form_corpus
from tests.papers.reading import text_of
from tests.world import moment, parts

PAGE = "/thu-tuc/2.001610/"
NAMED = f"{PAGE}dang-ky-thanh-lap-doanh-nghiep-tu-nhan/"
TODAY = moment("2024-05-27")


@pytest.mark.clause("4.1.b", "5.1.a-1")
def test_the_page_holds_every_part_the_law_names(visitor):
    words = visitor.reads(PAGE)
    for part in (
        "Đăng ký thành lập doanh nghiệp tư nhân",
        "Giấy đề nghị đăng ký doanh nghiệp 1 bản chính",
        "Bản sao giấy tờ pháp lý của chủ doanh nghiệp 1 bản sao",
        "Nộp thay chủ doanh nghiệp Giấy ủy quyền 1 bản chính",
        "Nộp 01 bộ hồ sơ",
        "Trực tiếp 3 ngày làm việc",
        "Nộp trực tiếp, qua bưu chính công ích hoặc trực tuyến.",
        "Lệ phí đăng ký doanh nghiệp (lệ phí) 50.000 ₫",
        "Giấy chứng nhận đăng ký doanh nghiệp",
        "Đối tượng: Cá nhân",
        "Phòng Đăng ký kinh doanh xem xét.",
        "Cơ quan giải quyết: Sở Kế hoạch và Đầu tư",
        "Luật Doanh nghiệp",
        "Mức độ 2",
        "công bố theo 1234/QĐ-UBND",
    ):
        assert part in words, part


@pytest.mark.clause("4.1.a-1")
def test_the_way_through_the_bodies_is_drawn_and_told_in_a_table(visitor):
    page = visitor.asks(PAGE).content.decode()
    assert page.count('<svg class="wide-picture"') == page.count('<svg class="tall"') == 1
    assert "Thẩm định hồ sơ Sở Kế hoạch và Đầu tư 10 giờ làm việc" in visitor.reads(PAGE)


@pytest.mark.clause("4.5.a", "5.3.a")
def test_fees_are_those_of_today_with_their_dates_and_their_document(visitor, world):
    new = (FeePart("charge", "Lệ phí đăng ký doanh nghiệp", amount=60_000),)
    given = {"document": "12/2024/NQ-HĐND", "valid_from": date(2024, 6, 1), "by": world["mai"], "at": TODAY}
    tariff.announce_tariff(world.version.procedure, lines=new, **given)
    assert "50.000 ₫ Mọi cách nộp từ 02/05/2019 đến 31/05/2024" in visitor.reads(PAGE)
    assert "60.000 ₫ Mọi cách nộp từ 01/06/2024 12/2024/NQ-HĐND" in visitor.reads(PAGE, "2024-06-03 09:00")


@pytest.mark.clause("4.1.b")
def test_what_was_withdrawn_or_never_published_does_not_exist(visitor, world):
    catalogue.draft_procedure("9.9", owner=world.offices["so-khdt"], parts=parts(), by=world["tam"], at=TODAY)
    given = {"valid_to": date(2024, 5, 31), "decision": "7/QĐ-UBND", "by": world["mai"], "at": TODAY}
    catalogue.withdraw_procedure(world.version, **given)
    for address, at in (("/thu-tuc/9.9/", "27"), ("/thu-tuc/0.0/", "27"), (PAGE, "31"), (f"{PAGE}niem-yet.pdf", "31")):
        there = visitor.asks(address, f"2024-05-{at} 09:00").status_code
        assert there == (200 if at == "31" else 404), address
    for address in (PAGE, f"{PAGE}niem-yet.pdf"):
        assert visitor.asks(address, "2024-06-01 09:00").status_code == 404


@pytest.mark.clause("4.1.b")
def test_only_the_version_of_today_is_shown(visitor, world):
    draft = catalogue.revise_procedure(world.version.procedure, by=world["tam"], at=TODAY)
    draft = catalogue.amend_draft(draft, parts=parts("Đăng ký doanh nghiệp tư nhân"), by=world["tam"], at=TODAY)
    catalogue.publish_procedure(draft, valid_from=date(2024, 6, 3), by=world["mai"], at=TODAY)
    assert "Đăng ký thành lập doanh nghiệp tư nhân" in visitor.reads(PAGE, "2024-06-02 09:00")
    after = visitor.reads(PAGE, "2024-06-03 09:00")
    assert "Đăng ký doanh nghiệp tư nhân" in after
    assert "thành lập doanh nghiệp tư nhân" not in after


@pytest.mark.clause("4.1.b")
def test_the_notice_for_the_wall_says_the_same_as_the_page(visitor):
    answer = visitor.asks(f"{PAGE}niem-yet.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    text = text_of(answer.content)
    for part in ("ĐĂNG KÝ THÀNH LẬP DOANH NGHIỆP TƯ NHÂN", "3 ngày làm việc", "Giấy ủy quyền", "Luật Doanh nghiệp"):
        assert part in text, part


@pytest.fixture
def with_form(world):
    """The next version, from 3 June on, with a form for its first paper."""
    form = form_files.take_in(Upload("a.docx", form_corpus.docx()), by=world["tam"], at=TODAY)
    first, *others = parts().components
    asked = replace(first, form_name="Mẫu số 01/ĐKDN", form_sha256=form.file.sha256)
    draft = catalogue.revise_procedure(world.version.procedure, by=world["tam"], at=TODAY)
    written = replace(parts(), components=(asked, *others))
    draft = catalogue.amend_draft(draft, parts=written, by=world["tam"], at=TODAY)
    return catalogue.publish_procedure(draft, valid_from=date(2024, 6, 3), by=world["mai"], at=TODAY)


@pytest.mark.clause("4.1.b", "5.1.a-1")
def test_the_form_of_a_paper_is_loaded_down_from_the_day_its_version_is_in_force(visitor, with_form):
    june = "2024-06-03 09:00"
    assert "theo mẫu Mẫu số 01/ĐKDN · Tải mẫu Mẫu số 01/ĐKDN (DOCX, 1 KB)" in visitor.reads(PAGE, june)
    assert f'href="{PAGE}mau/1/" download' in visitor.asks(PAGE, june).content.decode()
    answer = visitor.asks(f"{PAGE}mau/1/", june)
    assert answer.content == form_corpus.docx()
    named = "attachment; filename*=utf-8''M%E1%BA%ABu%20s%E1%BB%91%2001-%C4%90KDN.docx"
    assert answer.headers["Content-Disposition"] == named
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Mẫu số 01/ĐKDN" in text_of(visitor.asks(f"{PAGE}niem-yet.pdf", june).content)


@pytest.mark.clause("4.1.b")
def test_no_form_is_given_out_before_that_or_where_there_is_none(visitor, with_form):
    assert visitor.asks(f"{PAGE}mau/1/", "2024-06-02 09:00").status_code == 404
    for address in (f"{PAGE}mau/2/", f"{PAGE}mau/99/", "/thu-tuc/0.0/mau/1/"):
        assert visitor.asks(address, "2024-06-03 09:00").status_code == 404
    assert "Tải mẫu" not in visitor.reads(PAGE, "2024-06-02 09:00")


@pytest.mark.clause("4.1.b")
def test_a_department_has_a_list_for_the_wall(visitor):
    assert "2.001610" in text_of(visitor.asks("/niem-yet/so-khdt.pdf").content)
    assert visitor.asks("/niem-yet/khong-co.pdf").status_code == 404
    page = visitor.asks("/co-quan/so-khdt/").content.decode()
    assert 'href="/niem-yet/so-khdt.pdf"' in page


def test_how_long_it_really_takes_is_told_when_enough_dossiers_say_it(visitor, world):
    assert "Thực tế" not in visitor.reads(PAGE)
    for _ in range(10):
        world.at_centre("2024-05-28")
    words = visitor.reads(PAGE, "2024-06-03 09:00")
    assert "một nửa số hồ sơ xong trong 1 ngày làm việc" in words
    assert "(tính trên 10 hồ sơ gần nhất)" in words


def test_lines_that_begin_with_a_dash_are_a_list(visitor, world):
    version = world.a_procedure(
        name="Cấp bản sao", sequence="Bước 1: Nộp hồ sơ:\n- tại quầy;\n+ qua mạng.\nBước 2: Nhận."
    )
    page = visitor.asks(f"/thu-tuc/{version.procedure.code}/").content.decode()
    assert "<p>Bước 1: Nộp hồ sơ:</p><ul><li>tại quầy;</li><li>qua mạng.</li></ul><p>Bước 2: Nhận.</p>" in page


def test_a_procedure_without_a_process_is_shown_without_picture(visitor, world):
    draft = catalogue.draft_procedure("9.8", owner=world.offices["so-khdt"], parts=parts(), by=world["tam"], at=TODAY)
    catalogue.publish_procedure(draft, valid_from=TODAY.date(), by=world["mai"], at=TODAY)
    assert "Hồ sơ đi qua đâu" not in visitor.reads("/thu-tuc/9.8/")


def test_the_page_costs_eleven_statements_whatever_was_filed(visitor, world, django_assert_num_queries):
    visitor.asks(NAMED)
    Dossier.objects.count()
    with django_assert_num_queries(11):
        visitor.asks(NAMED)
