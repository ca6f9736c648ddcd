"""The shares of online and postal filing: who may read them, what they show, what they cost (5.1.f)."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from python_calamine import load_workbook

from motcua.domain.dossiers.months import counting
from motcua.domain.procedures.promotion import acts
from tests.counting import statements
from tests.web.at_desk import words_of
from tests.world import World, moment

PAGE, LIST, PROMOTERS = "/ty-le/", "/ty-le/ho-so/", "/ty-le/khuyen-khich/"
AT = "2024-05-31 10:00"


@pytest.fixture
def counted(world: World) -> World:
    """Five dossiers of May, two of them online, one by post, one to be sent home; counted."""
    return fill(world)


def fill(world: World) -> World:
    """The same, in a database of its own."""
    for channel, back in (
        ("counter", "counter"), ("online", "counter"), ("online", "post"), ("post", "counter"), ("counter", "counter"),
    ):  # fmt: skip
        world.received("2024-05-28", channel=channel, return_by=back)
    quang, at, since = world["quang"], moment("2024-05-02"), moment("2024-05-02").date()
    given = {"task": "Hướng dẫn nộp trực tuyến tại quầy", "from_on": since, "by": quang, "at": at}
    acts.name_promoter(world.version.procedure, officer=world["thu"], **given)
    share = {"online": 30, "postal": 50, "document": "45/KH-UBND", "from_on": since}
    acts.set_target(world.offices["so-khdt"], **share, by=quang, at=at)
    counting.count_due(moment(AT))
    return world


@pytest.mark.clause("5.1.f")
def test_the_centre_reads_the_shares_of_a_month_with_target_and_promoter(counted, sits):
    words = sits("mai").reads(PAGE, AT)
    assert "Tháng 05/2024 Tỷ lệ nộp trực tuyến, bưu chính Đếm đến 10:00 ngày 31/05/2024." in words
    assert "40,0 % nộp trực tuyến 2 hồ sơ; chỉ tiêu 30 %" in words
    assert "40,0 % nộp hoặc nhận qua bưu chính nộp 1, nhận kết quả 1; chỉ tiêu 50 %" in words
    assert "Đăng ký thành lập doanh nghiệp tư nhân" in words
    assert "Trần Anh Thư" in words


@pytest.mark.clause("5.1.f")
def test_each_figure_opens_its_list(counted, sits):
    words = sits("quang").reads(LIST, AT, thang="2024-05", cach="truc-tuyen")
    assert "2 hồ sơ." in words
    assert words.count("Trực tuyến Nhận trực tiếp") == words.count("Trực tuyến Qua bưu chính") == 1
    assert "2 hồ sơ." in sits("mai").reads(LIST, AT, thang="2024-05", cach="buu-chinh")


def test_others_find_no_dossier_and_no_door(counted, sits):
    assert sits("thu").asks(PAGE, AT).status_code == 403
    assert sits("binh").asks(LIST, AT).status_code == 403


def test_a_month_that_was_not_counted_says_so(world, sits):
    assert "Tháng 05/2024 chưa được đếm" in sits("quang").reads(PAGE, AT)


@pytest.mark.parametrize("asked", ["2024-13", "9999-01", "x", "2031-01"])
def test_a_month_that_can_not_be_is_this_month(counted, sits, asked):
    assert "Tháng 05/2024" in sits("quang").reads(PAGE, AT, thang=asked)


@pytest.mark.clause("5.1.f")
def test_the_year_is_given_as_csv_and_as_a_workbook(counted, sits):
    answer = sits("mai").asks("/ty-le/so-lieu.csv", AT, thang="2024-05")
    text = b"".join(answer.streaming_content).decode()
    assert text.startswith("\ufeffTháng,Cơ quan giải quyết,Mã thủ tục")
    (line,) = text.splitlines()[1:]
    assert line.endswith("5,2,1,1,2,40.0,40.0")
    book = load_workbook(io.BytesIO(sits("mai").asks("/ty-le/so-lieu.xlsx", AT, thang="2024-05").content))
    assert book.get_sheet_by_index(0).to_python()[1][4:7] == [5, 2, 1]


def test_the_page_costs_the_same_with_five_and_with_many(counted, sits):
    costs = []
    for _ in range(2):
        mai = sits("mai")
        mai.asks(PAGE, AT)
        with CaptureQueriesContext(connection) as sent:
            mai.asks(PAGE, AT)
        costs.append(len(statements(sent)))
        for number in range(4):
            counted.received("2024-05-29", counted.a_procedure(name=f"Thủ tục {number}"))
        counting.count_due(moment(AT))
    assert costs[0] == costs[1] <= 12


@pytest.mark.clause("5.1.f")
def test_a_head_names_a_promoter_and_ends_it(world, sits):
    quang, code = sits("quang"), world.version.procedure.code
    given = {"procedure": code, "officer": "thu", "task": "Trực quầy hướng dẫn", "from_on": "01/06/2024", "to_on": ""}
    answer = quang.sends(f"{PROMOTERS}cu/", AT, **given)
    assert answer.status_code == 302
    assert "Trần Anh Thư Sở Kế hoạch và Đầu tư" in quang.reads(PROMOTERS, AT)
    one = world.version.procedure.promoters.get()
    assert quang.sends(f"{PROMOTERS}{one.pk}/ket-thuc/", AT, to_on="30/06/2024").status_code == 302
    assert "đến 30/06/2024" in quang.reads(PROMOTERS, AT)
    assert "đã được cử" in words_of(quang.sends(f"{PROMOTERS}cu/", AT, **given))


@pytest.mark.clause("5.1.f")
def test_a_target_is_set_once_for_a_day(world, sits):
    given = {"office": "so-khdt", "online": "30", "postal": "10", "document": "45/KH", "from_on": "01/06/2024"}
    assert sits("tam").sends("/ty-le/chi-tieu/", AT, **given).status_code == 302
    assert sits("mai").sends("/ty-le/chi-tieu/", AT, **given).status_code == 409
    assert "30 % 10 % 01/06/2024 45/KH" in sits("quang").reads(PROMOTERS, AT)


def test_what_others_named_is_not_found(counted, sits):
    one = counted.version.procedure.promoters.get()
    tam = sits("tam")
    assert tam.asks(f"{PROMOTERS}{one.pk}/ket-thuc/", AT).status_code == 200
    assert tam.asks(f"{PROMOTERS}{one.pk + 99}/ket-thuc/", AT).status_code == 404
