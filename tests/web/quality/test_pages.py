"""The index on its pages: each figure opens its dossiers, for who may read them; it is published and computed anew."""

import csv
import io
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.journal.system import System
from motcua.domain.organisations import acts
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.quality import counting
from motcua.domain.quality.models import Edition
from tests.counting import statements
from tests.feedback import MONDAY, head_of_the_centre
from tests.moments import moment
from tests.people import CENTRE, PLANNING
from tests.quality import AFTER, SECOND, THIRD, a_quarter
from tests.world import PASSWORD, World

pytestmark = pytest.mark.clause("3.3-1")
HOME, PAGE, AT = "/chat-luong/", "/chat-luong/2024-2/", "2024-07-01 10:00"
BODY = f"{PAGE}{PLANNING}/"


@pytest.fixture
def computed(world: World) -> Edition:
    a_quarter(world)
    return counting.compute_quality(SECOND, by=System(), at=AFTER)


def a_head(world: World) -> Officer:
    head = head_of_the_centre(world)
    acts.give_account(head, username="hai", password=PASSWORD, by=Founder(), at=MONDAY)
    world.cast["hai"] = Officer.objects.get(code="hai")
    return world.cast["hai"]


def test_before_the_first_quarter_each_page_says_so(world: World, sits: Any) -> None:
    assert "Chưa quý nào được tính" in sits("mai").reads(HOME, AT)
    assert "Chưa quý nào được tính" in sits("thu").reads(f"{HOME}cua-toi/", AT)
    for missing in (PAGE, f"{HOME}2024-9/", f"{HOME}1066-1/", f"{HOME}nam/2024/", BODY):
        assert sits("mai").asks(missing, AT).status_code == 404, missing


def test_a_quarter_shows_each_body_with_its_points_and_its_grade(world: World, sits: Any, computed: Edition) -> None:
    assert "Quý II/2024" in sits("mai").reads(HOME, AT)
    words = sits("mai").reads(PAGE, AT)
    assert "Sở Kế hoạch và Đầu tư 13,0 tốt 1,4 2,0 1,8 1,8 2,0 1,0 1,0 2,0 0,0" in words
    assert "chưa công khai" in words and "cong-khai/" not in sits("mai").asks(PAGE, AT).content.decode()
    year = sits("mai").reads(f"{HOME}nam/2024/", AT)
    assert "Năm 2024" in year and "13,0 tốt" in year


def test_a_body_shows_what_stands_behind_each_point(world: World, sits: Any, computed: Edition) -> None:
    words = sits("quang").reads(BODY, AT)
    for each in (
        "1 trong 1 thủ tục làm trọn tại Bộ phận Một cửa",
        "1 trong 1 phản ánh đến hạn được trả lời đúng hạn",
        "0 có trong bộ niêm yết",
        "Anh Thư 8,0 hoàn thành 100% nhiệm vụ",
    ):
        assert each in words
    assert "theo tổng quy đủ 13,0 điểm" in words


def test_each_number_opens_its_dossiers(world: World, sits: Any, computed: Edition) -> None:
    address = f"{BODY}ho-so/7/"
    assert sits("quang").reads(address, AT).count("000.00.00.H49-240527-") == 5
    assert sits("quang").reads(f"{address}?diem=2", AT).count("000.00.00.H49-240527-") == 2
    assert sits("quang").reads(f"{address}?can-bo=thu&diem=0", AT).count("000.00.00.H49-240527-") == 2
    assert "Không có hồ sơ nào" in sits("quang").reads(f"{BODY}ho-so/2/?diem=0", AT)
    for missing in (f"{BODY}ho-so/5/", f"{BODY}ho-so/77/", f"{address}?can-bo=khong-co"):
        assert sits("quang").asks(missing, AT).status_code == 404, missing


def test_the_counts_of_a_whole_body_open_what_was_counted(world: World, sits: Any, computed: Edition) -> None:
    quang, address = sits("quang"), f"{BODY}chi-so/"
    assert "Đăng ký thành lập doanh nghiệp tư nhân 2.001610 có có" in quang.reads(f"{address}5/", AT)
    assert "2.001610 có không" in quang.reads(f"{address}6/", AT)
    heard = quang.reads(f"{address}8/", AT)
    assert "1 trong 1 phản ánh đến hạn" in heard and "17/06/2024" in heard and "chưa trả lời" not in heard
    assert "Không có gì trong danh sách" in quang.reads(f"{address}9/", AT)
    assert f"{address}8/" in quang.asks(BODY, AT).content.decode()
    for missing in ("1/", "7/", "10/"):
        assert quang.asks(f"{address}{missing}", AT).status_code == 404
    assert sits("binh").asks(f"{address}8/", AT).status_code == 403
    assert quang.asks(f"{PAGE}{CENTRE}/chi-so/8/", AT).status_code == 404


@pytest.mark.clause("3.2")
def test_who_may_not_read_finds_nothing(world: World, sits: Any, computed: Edition) -> None:
    assert sits("thu").asks(HOME, AT).status_code == sits("lan").asks(PAGE, AT).status_code == 403
    for who, address in (
        ("thu", f"{BODY}ho-so/1/"), ("thu", f"{BODY}ho-so/1/?can-bo=minh"), ("binh", f"{BODY}ho-so/1/?can-bo=thu"),
        ("quang", f"{PAGE}{CENTRE}/"),
    ):  # fmt: skip
        assert sits(who).asks(address, AT).status_code == 404, (who, address)
    quarter = sits("quang").reads(PAGE, AT)
    assert "Sở Kế hoạch và Đầu tư" in quarter and "Trung tâm Phục vụ Hành chính công tỉnh –" not in quarter
    assert sits("quang").asks(f"{PAGE}tinh-lai/", AT).content.decode().count("Chỉ người theo dõi hoặc lãnh đạo") == 1


def test_an_official_reads_the_own_points_and_their_dossiers(world: World, sits: Any, computed: Edition) -> None:
    words = sits("thu").reads(f"{HOME}cua-toi/", AT)
    assert "8,0 điểm của 5 chỉ số: hoàn thành 100% nhiệm vụ" in words
    assert sits("thu").reads(f"{BODY}ho-so/7/?can-bo=thu", AT).count("000.00.00.H49-240527-") == 5
    assert "Chưa có điểm nào của bạn" in sits("kien").reads(f"{HOME}cua-toi/", AT)
    assert "6,4 điểm của 4 chỉ số, quy đủ 8,0" in sits("lan").reads(f"{HOME}cua-toi/", AT)


def test_it_is_computed_anew_and_published_through_the_pages(world: World, sits: Any, computed: Edition) -> None:
    a_head(world)
    assert sits("mai").sends(f"{PAGE}tinh-lai/", AT, reason="").status_code == 422
    assert sits("mai").sends(f"{PAGE}tinh-lai/", AT, reason="Bổ sung kết luận phản ánh").status_code == 302
    words = sits("mai").reads(PAGE, AT)
    assert "Lần 2" in words and "Bổ sung kết luận phản ánh" in words
    assert "không phải lần mới nhất" in sits("mai").reads(f"{PAGE}?lan=1", AT)
    assert sits("mai").asks(f"{PAGE}?lan=9", AT).status_code == 404
    assert sits("mai").sends(f"{PAGE}cong-khai/", AT).status_code == 403
    assert sits("hai").sends(f"{PAGE}cong-khai/", AT).status_code == 302
    assert sits("hai").sends(f"{PAGE}cong-khai/", AT).status_code == 409
    assert "công khai ngày 01/07/2024" in sits("quang").reads(PAGE, AT)


def test_the_table_is_a_file(world: World, sits: Any, computed: Edition) -> None:
    answer = sits("quang").asks(f"{PAGE}so-lieu.csv", AT)
    content = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(content)))
    assert len(rows) == 2 and rows[1][0] == "Sở Kế hoạch và Đầu tư" and rows[1][-3:] == ["13,0", "13,0", "tốt"]


def test_the_pages_cost_the_same_with_more_quarters_and_dossiers(world: World, sits: Any, computed: Edition) -> None:
    mai, counts = sits("mai"), []
    pages = (HOME, PAGE, BODY, f"{BODY}ho-so/1/", f"{HOME}cua-toi/", f"{HOME}nam/2024/")
    for address in pages:
        mai.reads(address, AT)  # what a process keeps at hand is read once
    for _ in range(2):
        costs = []
        for address in pages:
            with CaptureQueriesContext(connection) as page:
                mai.reads(address, AT)
            costs.append(len(statements(page)))
        counts.append(costs)
        for _ in range(3):
            world.at_centre("2024-07-02")
        if not Edition.objects.filter(quarter=3).exists():
            counting.compute_quality(THIRD, by=System(), at=moment("2024-10-01 08:00"))
    assert counts[0] == counts[1]
    assert max(counts[0]) <= 8, counts


@pytest.mark.django_db(transaction=True)
def test_the_pages_are_accessible_in_every_state(transactional_db: None, world: World, looks: Any) -> None:
    looks("mai", HOME, f"{HOME}cua-toi/", at=AT)
    a_quarter(world)
    of = counting.compute_quality(SECOND, by=System(), at=AFTER)
    head = a_head(world)
    counting.compute_quality(SECOND, by=head, at=AFTER, reason="Bổ sung kết luận phản ánh về thái độ")
    looks("hai", HOME, PAGE, f"{PAGE}?lan={of.version}", f"{HOME}nam/2024/", BODY, f"{BODY}ho-so/7/", at=AT)
    looks("hai", *(f"{BODY}chi-so/{each}/" for each in (5, 6, 8, 9)), at=AT)
    looks("hai", f"{PAGE}tinh-lai/", at=AT, send=True)
    looks("hai", f"{PAGE}cong-khai/", f"{BODY}ho-so/2/?diem=0", at=AT)
    looks("thu", f"{HOME}cua-toi/", f"{BODY}ho-so/7/?can-bo=thu", at=AT)
