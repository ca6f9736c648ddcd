"""The list of procedures by the state of their processes, and the page of one procedure."""

import pytest

from motcua.domain.organisations.models import Posting
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import catalogue, process
from motcua.domain.procedures.models import Procedure
from motcua.domain.procedures.process_rules import StepPlan
from tests.people import PLANNING
from tests.web.at_desk import Official, words_of
from tests.world import STEPS, moment, parts

from .conftest import CODE, HERE, PAGE


def without_process(world, number: int) -> None:
    for n in range(number):
        catalogue.draft_procedure(
            f"9.{n:06d}",
            owner=world.offices[PLANNING],
            parts=parts(f"Thủ tục thử {n:03}"),
            by=world["tam"],
            at=moment("2024-05-20"),
        )


@pytest.mark.parametrize("code", ["lan", "thu", "minh", "kien"])
def test_only_who_writes_agrees_or_decides_opens_the_desk(sits, code):
    assert sits(code).asks(HERE).status_code == 403


@pytest.fixture
def watcher(world):
    """Mai, when she only watches for the Centre."""
    Posting.objects.filter(officer=world["mai"]).update(roles=[Role.WATCH])
    return Official(world, "mai")


@pytest.mark.clause("4.1.a-1")
def test_who_only_watches_for_the_centre_has_the_desk_and_agrees(world, watcher, a_draft):
    drawn = a_draft("department")
    assert f'href="{HERE}"' in watcher.asks("/trung-tam/").content.decode()
    assert CODE in watcher.reads(HERE, **{"tinh-trang": "department"})
    assert "Thống nhất thay mặt Trung tâm" in watcher.reads(PAGE)
    assert watcher.sends(f"{HERE}{drawn.pk}/trung-tam-thong-nhat/").headers["Location"] == PAGE
    drawn.refresh_from_db()
    assert drawn.state == "centre"


def test_what_is_not_theirs_stands_in_no_menu_of_who_only_watches(world, watcher, a_draft):
    a_draft("department")
    for address in (HERE, PAGE):
        page = watcher.asks(address).content.decode()
        for closed in (f"{HERE}nhap/", f"{HERE}uy-quyen/", f"{PAGE}bang-mau/"):
            assert f'href="{closed}"' not in page, (address, closed)
    assert watcher.asks(f"{PAGE}soan/").status_code == 403


@pytest.mark.clause("4.1.a-1")
def test_the_process_of_a_procedure_that_was_never_posted_is_agreed_too(world, watcher):
    without_process(world, 1)
    at, one = moment("2024-05-20"), Procedure.objects.get(code="9.000000")
    drawn = process.draft_process(one, steps=STEPS, by=world["tam"], at=at)
    process.agree_as_department(drawn, by=world["tam"], at=at)
    assert "9.000000" in watcher.reads(HERE, **{"tinh-trang": "department"})
    assert watcher.asks(f"{HERE}thu-tuc/9.000000/").status_code == 200


def test_who_watches_in_a_department_sees_only_its_own(world, sits):
    Posting.objects.filter(officer=world["binh"]).update(roles=[Role.WATCH])
    without_process(world, 1)
    assert "Chưa có thủ tục nào" in sits("binh").reads(HERE)
    assert sits("binh").asks(f"{HERE}thu-tuc/9.000000/").status_code == 404


@pytest.mark.clause("4.1.a-1")
def test_each_procedure_stands_with_the_state_of_its_process(world, tam, a_draft):
    a_draft("department")
    text = tam.reads(HERE)
    assert "Đăng ký thành lập doanh nghiệp tư nhân" in text
    assert "Sở, ngành đã thống nhất phiên bản 2" in text
    assert "phiên bản 1, từ 02/05/2019" in text


@pytest.mark.parametrize(("state", "found"), [("none", False), ("draft", True), ("in_force", False), ("khac", True)])
def test_the_list_is_narrowed_by_state(world, tam, a_draft, state, found):
    a_draft()
    assert (CODE in tam.reads(HERE, **{"tinh-trang": state})) is found


@pytest.mark.parametrize("words", ["dang ky thanh lap", "DOANH NGHIỆP tư", "2.001610", "mo cong ty"])
def test_a_procedure_is_found_without_diacritics_by_code_and_by_its_everyday_name(tam, words):
    assert CODE in tam.reads(HERE, tim=words)
    assert "Không có thủ tục nào như vậy" in tam.reads(HERE, tim=words + " khongco")


def test_pages_of_the_list_follow_one_another(world, tam):
    without_process(world, 60)
    first = tam.asks(HERE, **{"tinh-trang": "none"}).content.decode()
    assert (first.count('<th scope="row">'), 'rel="next"' in first, 'rel="prev"' in first) == (50, True, False)


@pytest.mark.parametrize("number", [1, 60])
def test_the_list_costs_four_statements_however_many_there_are(world, tam, django_assert_num_queries, number):
    without_process(world, number)
    tam.asks(HERE)
    with django_assert_num_queries(3):  # session and account, the page, the count
        tam.asks(HERE)


@pytest.mark.clause("5.1.a-2")
def test_a_procedure_shows_picture_table_hours_versions_and_who_may_decide(tam, a_draft):
    a_draft()
    answer = tam.asks(PAGE)
    text = words_of(answer)
    for words in (
        "Phiên bản 2 Dự thảo",
        "19 giờ làm việc",
        "3 ngày làm việc, tính là 24 giờ làm việc",
        "Còn lại 5 giờ làm việc",
        "Quyết định 567/QĐ-UBND ngày 02/05/2019; áp dụng từ 02/05/2019",
        "Soạn quy trình nội bộ",
        "✓ Các bước đúng thứ tự",
    ):
        assert words in text, words
    assert "<svg" in answer.content.decode()
    assert "Xem dạng bảng" in text
    assert "Phạm Văn Minh : ký phê duyệt, cấp phó ký thay Quyết định 89/QĐ-SKHĐT ngày 02/05/2019" in text


def test_a_version_is_chosen_by_the_address(tam, a_draft):
    a_draft()
    assert "Phiên bản 1 Đang áp dụng" in tam.reads(PAGE, **{"phien-ban": "1"})
    assert tam.asks(PAGE, **{"phien-ban": "9"}).status_code == 404


def test_faults_of_a_draft_are_listed_and_bar_the_agreement_with_the_reason(tam, a_draft):
    a_draft(steps=(*STEPS[:2], StepPlan(3, "return", "Trả kết quả", "trung-tam", "return", 30)))
    text = tam.reads(PAGE)
    assert "Quy trình phải có ít nhất một bước Phê duyệt." in text
    assert "vượt thời hạn của thủ tục" in text
    assert "Vượt 18 giờ làm việc" in text
    assert "Quy trình còn chỗ chưa đúng" in text


def test_an_act_that_is_not_mine_stands_with_its_reason(mai, a_draft):
    a_draft()
    text = mai.reads(PAGE)
    assert "Chỉ người kiểm soát thủ tục hành chính hoặc thủ trưởng của Sở Kế hoạch và Đầu tư được thống nhất" in text
    assert "Chưa đến lượt" in text


def test_a_procedure_without_process_says_so(world, tam):
    without_process(world, 1)
    text = tam.reads(f"{HERE}thu-tuc/9.000000/")
    assert "Thủ tục chưa có quy trình nội bộ" in text
    assert "Soạn quy trình" in text


def test_a_draft_procedure_of_others_does_not_exist(world, sits):
    assert sits("tam").asks(f"{HERE}thu-tuc/0.000000/").status_code == 404


def test_the_page_costs_the_same_however_many_versions(world, tam, a_draft, django_assert_max_num_queries):
    drafted = a_draft("approved")
    process.put_process_in_force(
        drafted, valid_from=moment("2024-05-21").date(), by=world["mai"], at=moment("2024-05-21")
    )
    a_draft()
    tam.asks(PAGE)
    with django_assert_max_num_queries(17):
        tam.asks(PAGE)
