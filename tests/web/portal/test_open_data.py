"""Open data: documented, whole, without anything about persons, and given only once to who has it (4.1.b, 3.1)."""

import csv
import io
import json

import jsonschema
import pytest

from motcua.domain.dossiers.months import counting
from motcua.domain.dossiers.months.models import BodyMonth
from tests.world import moment

PAGE = "/du-lieu-mo/"
AT = "2024-06-03 09:00"


def body_of(answer) -> str:
    """What is streamed, as text."""
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).decode()


def table_of(text: str) -> list[dict[str, str]]:
    """The rows of a CSV."""
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:])))


@pytest.fixture
def may(world):
    """Six dossiers of May, five of them finished in time; and a few of April."""
    for _ in range(5):
        world.at_centre("2024-05-28")
    world.received("2024-05-29", channel="online")
    for _ in range(2):
        world.received("2024-04-25", channel="online")
    counting.count_due(moment(AT))
    return world


@pytest.mark.clause("4.1.b")
def test_the_catalogue_is_given_as_csv_and_as_json_of_its_schema(visitor, world):
    (row,) = table_of(body_of(visitor.asks(f"{PAGE}thu-tuc.csv", AT)))
    assert (row["ma_thu_tuc"], row["thoi_han"], row["don_vi_thoi_han"]) == (
        world.version.procedure.code, "3", "ngày làm việc",
    )  # fmt: skip
    assert row["phi_le_phi"] == "Lệ phí đăng ký doanh nghiệp: 50.000 ₫"
    given = json.loads(body_of(visitor.asks(f"{PAGE}thu-tuc.json", AT)))
    jsonschema.validate(given, visitor.asks(f"{PAGE}thu-tuc.schema.json").json())
    assert given["du_lieu"][0]["ap_dung_tu"] == world.version.valid_from.isoformat()


@pytest.mark.clause("3.1", "5.1.f")
def test_the_figures_of_a_month_are_given_once_it_is_over(visitor, may):
    rows = table_of(body_of(visitor.asks(f"{PAGE}giai-quyet.csv", AT)))
    assert [row["thang"] for row in rows] == ["2024-05", "2024-04"]
    first = rows[0]
    assert (first["tiep_nhan"], first["truc_tuyen"], first["ty_le_truc_tuyen"]) == ("6", "1", "16.6")
    assert (first["da_xong"], first["dung_hen"], first["tre_hen"], first["nhom_nho"]) == ("5", "5", "0", "false")
    assert first["so_ngay_trung_vi"] == str(BodyMonth.objects.get(month__first="2024-05-01").usual_days)
    given = json.loads(body_of(visitor.asks(f"{PAGE}giai-quyet.json", AT)))
    jsonschema.validate(given, visitor.asks(f"{PAGE}giai-quyet.schema.json").json())


@pytest.mark.clause("3.1")
def test_of_a_small_group_nothing_is_told(visitor, may):
    april = table_of(body_of(visitor.asks(f"{PAGE}giai-quyet.csv", AT)))[1]
    assert (april["tiep_nhan"], april["truc_tuyen"], april["ty_le_truc_tuyen"]) == ("", "", "")
    assert (april["da_xong"], april["nhom_nho"]) == ("0", "true")


def test_nothing_in_it_is_about_a_person(visitor, may):
    for address in ("thu-tuc.csv", "thu-tuc.json", "giai-quyet.csv", "giai-quyet.json"):
        text = body_of(visitor.asks(f"{PAGE}{address}", AT))
        assert not any(said in text for said in ("Nguyễn Văn An", "022090001234", "0912345678", "Hồng Hải"))


@pytest.mark.parametrize("address", ["thu-tuc.csv", "thu-tuc.json", "giai-quyet.csv"])
def test_who_has_it_already_gets_nothing_again_until_it_changes(visitor, may, address):
    mark = visitor.asks(f"{PAGE}{address}", AT)["ETag"]
    again = {"HTTP_IF_NONE_MATCH": mark}
    assert visitor.client.get(f"{PAGE}{address}", **again, **{"motcua.at": moment(AT)}).status_code == 304
    may.a_procedure(name="Đăng ký thay đổi")
    counting.count_due(moment("2024-06-03 10:00"))
    assert visitor.client.get(f"{PAGE}{address}", **again, **{"motcua.at": moment(AT)}).status_code == 200


def test_the_figures_say_when_they_were_counted(visitor, may):
    assert visitor.asks(f"{PAGE}giai-quyet.csv", AT)["Last-Modified"] == "Mon, 03 Jun 2024 02:00:00 GMT"


def test_the_page_explains_every_column_and_the_licence(visitor, world):
    words = visitor.reads(PAGE, AT)
    for said in ("ty_le_dung_hen", "so_ngay_trung_vi", "phi_le_phi", "CC BY 4.0", "Chưa có tháng nào được đếm xong"):
        assert said in words
    assert visitor.asks(f"{PAGE}khac.csv").status_code == 404


def test_a_table_costs_the_same_however_many_procedures(visitor, may, django_assert_max_num_queries):
    for number in range(4):
        may.a_procedure(name=f"Thủ tục {number}")
    with django_assert_max_num_queries(8):
        assert len(table_of(body_of(visitor.asks(f"{PAGE}thu-tuc.csv", AT)))) == 5
