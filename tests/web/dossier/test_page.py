"""The page of a dossier: who may see it, what it shows, what it offers and why not the rest."""

import re

import pytest

from motcua.domain.dossiers import delay, processing
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.models import Breach
from tests.acts.dossiers.test_processing import SIDE_BY_SIDE
from tests.web.at_desk import title_of, weight_of
from tests.web.axe import FIRST_LOAD
from tests.world import moment


def page_of(dossier) -> str:
    return f"/ho-so/{dossier.code}/"


def offers_on(answer) -> list[str]:
    """The acts that the page offers, by the last part of their address."""
    card = (
        answer.content.decode().split("Việc cần làm")[-1].split("Vì sao chưa làm được")[0].split("Hồ sơ đang ở đâu")[0]
    )
    return re.findall(r'(?:href|action)="/[^"]*?/([a-z-]+)/"', card)


@pytest.mark.clause("5.1.đ-2")
@pytest.mark.parametrize("code", ["lan", "ngoc", "mai", "thu", "tam", "minh", "hoa", "quang"])
def test_everybody_concerned_may_see_it(world, sits, code):
    assert sits(code).asks(page_of(world.in_appraisal())).status_code == 200


@pytest.mark.clause("5.1.đ-2")
@pytest.mark.parametrize("rest", ["", "giay-to/", "phieu-kiem-soat/", "phieu-kiem-soat.pdf", "chuyen/", "ket-qua/"])
def test_for_binh_and_the_administrator_it_does_not_exist(world, sits, rest):
    dossier = world.in_appraisal()
    for code in ("binh", "kien"):
        assert sits(code).asks(page_of(dossier) + rest).status_code == 404


def test_a_code_that_nobody_gave_does_not_exist(sits):
    assert sits("thu").asks("/ho-so/000.00.00.H49-990101-0001/").status_code == 404


def test_who_is_not_signed_in_signs_in_first(world, client):
    answer = client.get(page_of(world.in_appraisal()))
    assert answer.headers["Location"].startswith("/dang-nhap/")


def test_it_shows_whose_matter_it_is_where_it_is_and_what_happened(world, sits):
    dossier = world.in_appraisal()
    answer = sits("thu").asks(page_of(dossier))
    assert title_of(answer) == f"Hồ sơ {dossier.code} – Một Cửa"
    text = sits("thu").reads(page_of(dossier))
    for words in (
        "Nguyễn Văn An",
        "Đăng ký thành lập doanh nghiệp tư nhân",
        "Đang giải quyết",
        "còn 3 ngày",
        "Giấy đề nghị đăng ký doanh nghiệp",
        "Đang ở đây",
        "Tiếp nhận hồ sơ 000.00.00.H49-240527-0001 của Nguyễn Văn An",
        "Nhận xử lý bước “Thẩm định hồ sơ”",
        "Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
    ):
        assert words in text, words


@pytest.mark.clause("5.1.e-1")
def test_it_says_day_by_day_why_the_due_day_is_that_day(world, sits):
    text = sits("thu").reads(page_of(world.in_appraisal("2024-05-23")), "2024-05-24 09:00")
    assert "Vì sao hạn là 17:00 ngày 28/05/2024?" in text
    assert "không tính: Thứ Bảy" in text
    assert "ngày làm việc thứ 3, hết hạn lúc 17:00" in text


@pytest.mark.clause("5.1.e-3")
def test_it_warns_when_the_last_day_for_an_apology_has_come(world, sits):
    dossier = world.in_appraisal("2024-05-23")
    words = "Nếu không kịp, phải xin lỗi và hẹn lại chậm nhất Thứ Hai, 27/05/2024."
    assert words in sits("minh").reads(page_of(dossier), "2024-05-24 09:00")
    warned = sits("minh").asks(page_of(dossier), "2024-05-27 09:00").content.decode()
    assert f'<p class="notice warn">{words}' in warned


@pytest.mark.clause("5.1.e-3")
def test_after_an_apology_it_shows_the_promise_beside_the_legal_end(world, sits):
    dossier = world.in_appraisal("2024-05-23")
    given = {"new_due_on": moment("2024-06-03").date(), "reason": "Chờ ý kiến", "by": world["minh"]}
    delay.apologise_and_reschedule(dossier, **given, at=moment("2024-05-24"))
    text = sits("thu").reads(page_of(dossier), "2024-05-24 10:00")
    assert "Hẹn trả 17:00 Thứ Hai, 03/06/2024" in text
    assert "Hết hạn theo quy định 17:00 ngày 28/05/2024" in text
    assert "Đã xin lỗi và hẹn lại một lần, đến ngày 03/06/2024." in text


@pytest.mark.clause("5.1.e-2")
def test_while_the_applicant_has_it_the_clock_stands_and_the_page_says_so(world, sits):
    text = sits("thu").reads(page_of(world.awaiting_supplement()), "2024-05-29 09:00")
    assert "Đồng hồ đang dừng" in text
    assert "tạm dừng, chờ người dân bổ sung" in text
    assert "Thiếu chữ ký" in text


@pytest.mark.clause("5.1.a-2")
def test_only_what_is_possible_is_offered(world, sits):
    dossier = processing.transfer(world.received(), by=world["lan"], at=moment("2024-05-27"))
    assert offers_on(sits("thu").asks(page_of(dossier))) == ["nhan"]
    assert offers_on(sits("minh").asks(page_of(dossier))) == ["xin-loi-hen-lai"]
    assert offers_on(sits("lan").asks(page_of(dossier))) == []
    processing.take(world.task(dossier), by=world["thu"], at=moment("2024-05-27"))
    assert offers_on(sits("thu").asks(page_of(dossier))) == [
        "hoan-thanh", "yeu-cau-bo-sung", "nghia-vu-tai-chinh", "xin-y-kien",
    ]  # fmt: skip
    assert offers_on(sits("tam").asks(page_of(dossier))) == ["giao-lai"]


@pytest.mark.clause("5.1.c-1")
def test_at_the_approving_step_only_the_authorised_one_decides(world, sits):
    dossier = world.at_approval()
    assert offers_on(sits("minh").asks(page_of(dossier))) == [
        "phe-duyet",
        "tra-lai",
        "khong-du-dieu-kien",
        "xin-loi-hen-lai",
    ]
    text = sits("quang").reads(page_of(dossier))
    assert "Bạn không được phân công, ủy quyền phê duyệt thủ tục này." in text


def test_what_is_not_possible_stands_with_its_reason_and_clause(world, sits):
    text = sits("thu").reads(page_of(world.in_appraisal()))
    assert "Vì sao chưa làm được việc khác" in text
    assert "Hồ sơ chưa đến bước phê duyệt." in text
    assert "Đây là bước đầu của cơ quan giải quyết, không có bước trước để trả lại." in text


def test_the_counters_acts_lead_to_the_counter(world, sits):
    dossier = world.awaiting_supplement()
    assert f"/quay/cho-bo-sung/{dossier.code}/" in sits("lan").asks(page_of(dossier)).content.decode()
    dossier = world.at_centre()
    assert f"/quay/tra-ket-qua/{dossier.code}/" in sits("ngoc").asks(page_of(dossier)).content.decode()


def test_two_steps_at_once_stand_side_by_side_each_with_its_official_and_acts(
    world, sits, django_assert_max_num_queries
):
    dossier = world.received(version=world.a_procedure(steps=SIDE_BY_SIDE))
    processing.transfer(dossier, by=world["lan"], at=moment("2024-05-27"))
    task = processing.take(world.task(dossier), by=world["tam"], at=moment("2024-05-27"))
    processing.complete_step(task, by=world["tam"], at=moment("2024-05-27"))
    thu = sits("thu")
    thu.asks(page_of(dossier))
    with django_assert_max_num_queries(15):  # one more for what another body is asked
        answer = thu.asks(page_of(dossier))
    assert offers_on(answer) == ["nhan"]
    assert "Thực hiện cùng lúc" in answer.content.decode()
    asked = sits("binh").reads(page_of(dossier))  # the Department of Justice is asked: it sees its question only
    assert "Việc được hỏi ý kiến" in asked
    assert "Thực hiện cùng lúc" not in asked


@pytest.mark.clause("4.1.d-2")
def test_a_breach_stands_on_the_page_until_it_is_explained_and_after(world, sits):
    dossier = world.awaiting_supplement("2024-05-20", asked="2024-05-27")
    breach = Breach.objects.get(dossier=dossier)
    address = f"{page_of(dossier)}giai-trinh/{breach.pk}/"
    assert address in sits("thu").asks(page_of(dossier)).content.decode()
    assert "Chưa có giải trình." in sits("lan").reads(page_of(dossier))


def test_earlier_dossiers_of_the_person_are_shown_as_far_as_they_may_be_seen(world, sits):
    first, second = world.in_appraisal("2024-05-20"), world.in_appraisal("2024-05-27")
    page = sits("thu").asks(page_of(second)).content.decode()
    assert f'href="/ho-so/{first.code}/"' in page


@pytest.mark.parametrize(
    "life",
    ["received", "in_appraisal", "awaiting_supplement", "at_approval", "with_result", "at_centre", "rejected"],
)
@pytest.mark.parametrize("code", ["lan", "thu", "minh", "mai"])
def test_the_page_costs_at_most_fourteen_statements_whatever_the_dossier_went_through(
    world, sits, django_assert_max_num_queries, life, code
):
    dossier = getattr(world, life)()
    for _ in range(3):
        world.received("2024-05-20")
    official = sits(code)
    official.asks(page_of(dossier), "2024-05-29 09:00")
    with django_assert_max_num_queries(14):
        official.asks(page_of(dossier), "2024-05-29 09:00")


def test_the_first_load_is_light(world, sits):
    assert weight_of(sits("thu").asks(page_of(world.with_result()))) <= FIRST_LOAD


def test_every_stage_of_a_life_has_a_page(world, sits):
    kept = handover.keep_uncollected(world.at_centre(), shelf="A3-12", by=world["ngoc"], at=moment("2024-06-20"))
    assert "A3-12" in sits("ngoc").reads(page_of(kept), "2024-06-20 10:00")
    to = handover.Recipient("Nguyễn Văn An")
    handover.deliver(kept, to=to, by=world["ngoc"], at=moment("2024-06-21"))
    text = sits("ngoc").reads(page_of(kept), "2024-06-21 10:00")
    assert "Đã trả kết quả" in text
    assert "Vì sao chưa làm được việc khác" not in text
