"""Sổ kết quả: who reads it, what it finds, how it is narrowed, paged, printed and taken along."""

import io
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from python_calamine import CalamineWorkbook

from motcua.domain.dossiers.results import register as results
from motcua.domain.dossiers.results.models import Result
from motcua.domain.dossiers.results.register import Particulars
from tests.web.at_desk import words_of
from tests.web.dossier.test_steps import page_of
from tests.world import AN, World, moment

pytestmark = pytest.mark.django_db
HERE = "/so-ket-qua/"
AT = moment("2024-05-28 10:00")
DAY = "2024-06-20 09:00"


@pytest.fixture
def some(world: World) -> list[Result]:
    """One in force, one amended by another, one revoked, one whose time has run out."""
    dossier = world.with_result()
    made = [Result.objects.get(dossier=dossier)]
    for number in ("15/GP", "16/GP"):
        given = {"number": number, "on": date(2024, 5, 28), "particulars": Particulars(title="Giấy phép con")}
        made.append(results.add_result(dossier, **given, by=world["hoa"], at=AT))
    until = Particulars(title="Giấy phép ngắn", valid_to=date(2024, 6, 1))
    results.add_result(dossier, number="17/GP", on=date(2024, 5, 28), particulars=until, by=world["hoa"], at=AT)
    results.revoke_result(made[1], reason="Sai", by=world["minh"], at=AT)
    results.amend_result(made[2], number="18/GP", on=date(2024, 5, 28), reason="Sai tên", by=world["minh"], at=AT)
    return made


@pytest.mark.parametrize("code", ["thu", "minh", "hoa", "quang", "ngoc", "mai"])
def test_the_body_and_the_centre_read_it(sits, some, code):
    assert "22A8001234" in sits(code).reads(HERE, DAY)


@pytest.mark.parametrize(("code", "status"), [("lan", 403), ("kien", 403)])
def test_who_has_nothing_to_do_with_results_does_not(sits, code, status):
    assert sits(code).asks(HERE, DAY).status_code == status


def test_another_department_sees_its_own_only(sits, some):
    page = sits("binh").reads(HERE, DAY)
    assert "22A8001234" not in page
    assert "Sổ chưa có kết quả nào" in page


@pytest.mark.parametrize("words", ["22a8001234", "nguyen van an", "NGUYỄN 8001234", "An 22A8"])
def test_number_and_holder_are_found_whatever_their_diacritics(sits, some, words):
    page = sits("thu").reads(HERE, DAY, tim=words)
    assert "22A8001234" in page
    assert "15/GP" not in page or "an" in words.lower().split()


def test_what_does_not_fit_says_so(sits, some):
    assert "Không có kết quả nào khớp" in sits("thu").reads(HERE, DAY, tim="không ai")


@pytest.mark.parametrize(
    ("state", "there"),
    [
        ("hieu-luc", {"22A8001234", "17/GP", "18/GP"}),
        ("het-han", {"17/GP"}),
        ("thay-the", {"16/GP"}),
        ("thu-hoi", {"15/GP"}),
        ("x", {"22A8001234", "15/GP", "16/GP", "17/GP", "18/GP"}),
    ],
)
def test_it_is_narrowed_by_state(sits, some, state, there):
    page = sits("thu").reads(HERE, DAY, **{"tinh-trang": state})
    table = page.partition("Hồ sơ")[2].replace("thay bằng 18/GP", "")
    numbers = {"22A8001234", "15/GP", "16/GP", "17/GP", "18/GP"}
    assert {each for each in numbers if each in table} == there


def test_a_result_whose_time_is_over_is_called_so(sits, some):
    assert "Hết thời hạn" in sits("thu").reads(HERE, DAY, tim="17/GP")


def test_it_is_paged_by_place_and_costs_the_same_with_five_as_with_sixty(world, sits, django_assert_max_num_queries):
    dossier = world.with_result()
    for number in range(60):
        results.add_result(dossier, number=f"{number}/S", on=date(2024, 5, 28), by=world["hoa"], at=AT)
    thu = sits("thu")
    thu.asks(HERE, DAY)
    with django_assert_max_num_queries(6):
        first = thu.asks(HERE, DAY)
    assert "Trang sau" in words_of(first)
    assert "61 kết quả" in words_of(first)
    after = first.content.decode().split('href="')
    (following,) = {part.split('"')[0].replace("&amp;", "&") for part in after if "?sau=" in part}
    assert "22A8001234" in thu.reads(following, DAY)


def test_what_is_shown_is_printed(sits, some):
    page = sits("thu").reads(f"{HERE}in/", DAY, **{"tinh-trang": "thu-hoi"})
    assert "Đã thu hồi, hủy bỏ, lúc 09:00 ngày 20/06/2024" in page
    assert "15/GP" in page
    assert "22A8001234" not in page


def test_what_is_shown_is_taken_along_without_formulas(world, sits):
    evil = replace(AN, name='=HYPERLINK("http://x","An")')
    world.with_result(applicant=evil)
    answer = sits("thu").asks(f"{HERE}so-ket-qua.xlsx", DAY)
    assert "attachment" in answer["Content-Disposition"]
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert '=HYPERLINK("http://x","An")' in rows[3]
    assert b"<f>" not in unpacked(answer.content)


def unpacked(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return b"".join(book.read(name) for name in book.namelist())


def test_a_line_leads_to_the_dossier(sits, some):
    dossier = some[0].dossier
    assert page_of(dossier) in sits("thu").asks(HERE, DAY).content.decode()
