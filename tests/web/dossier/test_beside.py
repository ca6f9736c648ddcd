"""Asking other bodies, checking on the spot and holding councils on the pages; and what each may see of it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers import processing
from motcua.domain.dossiers.beside import answering, field_checks
from motcua.domain.dossiers.beside.answering import Reply
from motcua.domain.dossiers.models import Consultation, FieldCheck, Sitting
from motcua.domain.journal.models import Entry
from tests.beside import Beside
from tests.counting import statements
from tests.papers import corpus
from tests.web.at_desk import words_of
from tests.world import World, moment

AT, LATE = "2024-05-27 10:00", "2024-05-29 09:00"


@pytest.fixture
def beside(world: World) -> Beside:
    """What happens beside the steps."""
    return Beside(world)


def minutes() -> SimpleUploadedFile:
    """A scanned page."""
    return SimpleUploadedFile("bien-ban.pdf", corpus.pdf(), "application/pdf")


def page_of(dossier) -> str:
    """The page of a dossier."""
    return f"/ho-so/{dossier.code}/"


def asking(**other: str) -> dict[str, str]:
    """What Thu types."""
    return {"office": "so-tp", "text": "Về trụ sở chính", "amount": "1", "unit": "working_days", **other}


@pytest.mark.clause("5.1.đ-1")
def test_a_body_is_asked_from_the_page_and_finds_it_in_its_queue(world, sits):
    dossier = world.in_appraisal(version=world.a_procedure(days=10))
    address = f"{page_of(dossier)}buoc/{world.task(dossier).pk}/xin-y-kien/"
    answer = sits("thu").sends(address, AT, **asking(waits="on"))
    assert answer.headers["Location"] == page_of(dossier)
    text = sits("thu").reads(page_of(dossier), AT)
    assert "Xin ý kiến Sở Tư pháp, văn bản số 01/XYK; hạn trả lời 17:00 ngày 28/05/2024; bước chờ trả lời." in text
    assert "bước của người hỏi đang chờ" in text
    assert "Việc được hỏi ý kiến" in sits("binh").reads("/phong-ban/?muc=cho-nhan", AT)
    assert "Về trụ sở chính" in sits("binh").reads("/phong-ban/xin-y-kien/", AT)
    assert "Sở Tư pháp" in sits("thu").reads("/phong-ban/xin-y-kien/?xem=da-hoi", AT)


def test_a_body_that_is_not_on_the_list_is_named(world, sits):
    dossier = world.in_appraisal(version=world.a_procedure(days=10))
    address = f"{page_of(dossier)}buoc/{world.task(dossier).pk}/xin-y-kien/"
    assert "Hãy nhập tên cơ quan được hỏi." in words_of(sits("thu").sends(address, AT, **asking(office="khac")))
    sits("thu").sends(address, AT, **asking(office="khac", name="Viện Quy hoạch"))
    assert Consultation.objects.get().body == "Viện Quy hoạch"


@pytest.mark.clause("5.1.đ-1", "5.1.đ-2")
def test_the_asked_body_sees_its_question_and_nothing_else_of_the_dossier(world, sits, beside):
    asked = beside.asked()
    binh, page = sits("binh"), page_of(asked.dossier)
    text = binh.reads(page, AT)
    assert "Đề nghị cho ý kiến về điều kiện trụ sở chính." in text
    assert "không xem toàn bộ hồ sơ" in text
    assert asked.dossier.phone not in text
    assert "Diễn biến" not in text
    for part in ("giay-to/", "phieu-kiem-soat/", "phieu-kiem-soat.pdf"):
        assert binh.asks(page + part, AT).status_code == 404
    letter = f"/giay-to/{asked.paper_id}.pdf"
    assert binh.asks(letter, AT).status_code == 200
    receipt = asked.dossier
    others = [pk for pk in _papers(receipt) if pk != asked.paper_id]
    assert {binh.asks(f"/giay-to/{pk}.pdf", AT).status_code for pk in others} == {404}
    assert sits("kien").asks(page, AT).status_code == 404


@pytest.mark.clause("5.1.đ-1")
def test_it_takes_the_question_answers_with_a_file_and_the_asker_reads_it(world, sits, beside):
    asked = beside.asked()
    page, binh = page_of(asked.dossier), sits("binh")
    binh.sends(f"{page}buoc/{asked.task_id}/nhan/", AT)
    address = f"{page}y-kien/{asked.pk}/tra-loi/"
    answer = binh.sends(address, AT, opinion="conditions", text="", file=minutes())
    assert "Phải nêu rõ điều kiện" in words_of(answer)
    binh.sends(address, AT, opinion="conditions", text="Phải có hợp đồng thuê", file=minutes())
    text = sits("thu").reads(page, AT)
    assert "Sở Tư pháp trả lời ý kiến, văn bản số 01/XYK: thống nhất có điều kiện." in text
    assert "Trả lời: Phải có hợp đồng thuê" in text
    assert "Văn bản trả lời" in text
    assert "Đã trả lời" in binh.reads("/phong-ban/xin-y-kien/?xem=da-tra-loi", AT)


@pytest.mark.clause("5.1.đ-1", "4.1.d-2")
def test_late_advice_stands_on_the_list_of_the_centre_and_the_asker_goes_on_without(world, sits, beside):
    asked = beside.asked(waits=True)
    text = sits("mai").reads("/trung-tam/lay-y-kien/", LATE)
    assert "Quá hạn trả lời (1)" in text
    assert "Sở Tư pháp" in text
    assert "Không có ý kiến nào quá hạn" in sits("mai").reads("/trung-tam/lay-y-kien/", AT)
    assert "Sở Tư pháp" in sits("mai").reads("/trung-tam/lay-y-kien/?xem=tat-ca", AT)
    page = page_of(asked.dossier)
    assert "bao-cham" in sits("thu").asks(page, LATE).content.decode()
    sits("thu").sends(f"{page}y-kien/{asked.pk}/bao-cham/", LATE)
    sits("thu").sends(f"{page}y-kien/{asked.pk}/xu-ly-tiep/", LATE)
    text = sits("thu").reads(page, LATE)
    assert "Xử lý tiếp khi chưa có ý kiến của Sở Tư pháp" in text
    assert "Trả lời ý kiến quá hạn" in text
    assert [each.act for each in Entry.objects.order_by("id")][-2:] == ["name_late_advice", "go_on_without"]


def test_nobody_goes_on_before_the_date_and_a_colleague_elsewhere_finds_nothing(world, sits, beside):
    asked = beside.asked()
    address = f"{page_of(asked.dossier)}y-kien/{asked.pk}/xu-ly-tiep/"
    assert "chưa quá hạn" in sits("thu").reads(address, AT)
    assert sits("kien").asks(address, AT).status_code == 404
    assert sits("kien").sends(address, AT).status_code == 404


@pytest.mark.clause("5.1.đ-1")
def test_an_answer_on_paper_is_entered_by_the_asker(world, sits, beside):
    asked = beside.asked(name="Viện Quy hoạch")
    address = f"{page_of(asked.dossier)}y-kien/{asked.pk}/nhap-tra-loi/"
    given = {"received_on": "28/05/2024", "opinion": "agrees", "number": "12/VQH"}
    assert "Hãy chọn văn bản trả lời." in words_of(sits("thu").sends(address, LATE, **given))
    sits("thu").sends(address, LATE, **given, file=minutes())
    assert Consultation.objects.get().answer_number == "12/VQH"


@pytest.mark.clause("5.1.đ-1")
def test_a_check_on_the_spot_is_announced_and_its_minutes_are_kept(world, sits, beside):
    task = beside.on_spot()
    page, thu = page_of(task.dossier), sits("thu")
    visit = {"on": "28/05/2024", "clock": "14:00", "place": "Số 12 Trần Hưng Đạo", "about": "Mặt bằng"}
    thu.sends(f"{page}buoc/{task.pk}/hen-kiem-tra/", AT, **visit)
    assert "Thông báo kiểm tra thực địa lúc 14:00 ngày 28/05/2024 tại Số 12 Trần Hưng Đạo" in thu.reads(page, AT)
    told = {"on": "28/05/2024", "clock": "14:00", "officials": "Trần Anh Thư", "found": "Đúng hồ sơ"}
    record = f"{page}buoc/{task.pk}/bien-ban-kiem-tra/"
    photos = [SimpleUploadedFile("1.jpg", corpus.jpeg(), "image/jpeg") for _ in range(2)]
    assert "Hãy chọn biên bản đã ký." in words_of(sits("thu").sends(record, "2024-05-28 16:00", **told))
    thu = sits("thu")
    thu.sends(record, "2024-05-28 16:00", **told, minutes=minutes(), photos=photos)
    assert FieldCheck.objects.get().photos.pages == 2
    text = thu.reads(page, "2024-05-28 16:00")
    assert "Ảnh hiện trường" in text
    assert "Kiểm tra thực địa lúc 14:00 ngày 28/05/2024 tại Số 12 Trần Hưng Đạo, chủ hồ sơ vắng mặt." in text


@pytest.mark.clause("5.1.đ-1")
def test_the_applicant_reads_when_and_where_the_check_will_be(world, sits, beside, client):
    check = beside.announced()
    text = words_of(client.get(f"/tra-cuu/{check.dossier.secret}"))
    assert "Hẹn kiểm tra thực địa lúc 14:00 ngày 28/05/2024 tại Số 12 Trần Hưng Đạo, Hạ Long. Mời bạn có mặt." in text
    assert "Thông báo kiểm tra thực địa" in text


@pytest.mark.clause("5.1.đ-1")
def test_a_council_is_called_together_and_concludes_on_the_pages(world, sits, beside):
    task = beside.at_council()
    page, thu = page_of(task.dossier), sits("thu")
    council = {"council": "Hội đồng thẩm định", "decision": "45/QĐ", "quorum": "two_thirds", "place": "Phòng 2"}
    rows = {"name-1": "Quang", "part-1": "chair", "name-2": "Thư", "part-2": "secretary"}
    rows |= {"name-3": "Cường", "part-3": "member"} | {f"part-{row}": "member" for row in range(4, 11)}
    thu.sends(f"{page}buoc/{task.pk}/trieu-tap/", "2024-05-29 09:00", **council, **rows, on="30/05/2024", clock="8h00")
    sitting = Sitting.objects.get()
    assert sitting.members.count() == 3
    address = f"{page}buoc/{task.pk}/ket-luan/"
    said = {"discussion": "Nhất trí", "outcome": "carried", "conclusion": "Đề nghị phê duyệt"}
    thu = sits("thu")
    answer = thu.sends(address, "2024-05-30 10:00", **said, **{"there-1": "on", "there-2": "on"})
    assert "cần ít nhất 2: không được kết luận" in words_of(answer)
    there = {f"there-{place}": "on" for place in (1, 2, 3)}
    thu.sends(address, "2024-05-30 10:00", **said, **there, **{"vote-1": "for", "vote-3": "for"})
    text = thu.reads(page, "2024-05-30 10:00")
    assert "Kết luận của Hội đồng thẩm định lần 1: thông qua" in text
    assert "Biên bản họp hội đồng số 01/BBHĐ" in text


def test_a_sitting_without_quorum_is_adjourned_on_the_page(world, sits, beside):
    task = beside.at_council()
    beside.convened(task)
    page = page_of(task.dossier)
    given = {"there-1": "on", "reason": "Hai ủy viên vắng mặt"}
    sits("thu").sends(f"{page}buoc/{task.pk}/hoan-hop/", "2024-05-30 09:00", **given)
    assert "Hoãn họp Hội đồng thẩm định dự án lần 1" in sits("thu").reads(page, "2024-05-30 09:00")


@pytest.mark.clause("4.1.d-1")
def test_each_body_is_charged_its_own_time_on_the_page_and_on_the_control_slip(world, sits, beside):
    dossier = beside.side_by_side()
    processing.complete_step(beside.own(dossier), by=world["thu"], at=moment("2024-05-28 09:00"))
    late = Consultation.objects.get()
    answering.answer_consultation(late, reply=Reply("agrees"), by=world["binh"], at=moment("2024-05-29 09:00"))
    for address in (page_of(dossier), f"{page_of(dossier)}phieu-kiem-soat/"):
        text = sits("thu").reads(address, LATE)
        assert "Sở Kế hoạch và Đầu tư 1 ngày/2,5 ngày" in text
        assert "Sở Tư pháp 2 ngày/1 ngày, chậm 1 ngày" in text


def test_the_pages_cost_few_statements(world, sits, beside):
    asked, thu, binh = beside.asked(), sits("thu"), sits("binh")
    page = page_of(asked.dossier)
    thu.asks(page, AT), binh.asks(page, AT)
    for who, address, most in (
        (thu, page, 16),
        (binh, page, 12),
        (binh, "/phong-ban/xin-y-kien/", 6),
        (sits("mai"), "/trung-tam/lay-y-kien/", 6),
        (sits("mai"), "/trung-tam/thoa-thuan-dac-thu/", 6),
    ):
        who.asks(address, AT)
        with CaptureQueriesContext(connection) as captured:
            assert who.asks(address, AT).status_code == 200
        assert len(statements(captured)) <= most, address


def test_answering_costs_at_most_ten_statements_in_a_whole_request(world, sits, beside):
    beside_asked, asked, binh = beside.asked(), beside.asked(), sits("binh")
    given = {"opinion": "agrees", "text": "Đủ điều kiện"}
    binh.sends(f"{page_of(beside_asked.dossier)}y-kien/{beside_asked.pk}/tra-loi/", AT, **given)
    with CaptureQueriesContext(connection) as captured:
        binh.sends(f"{page_of(asked.dossier)}y-kien/{asked.pk}/tra-loi/", AT, **given)
    assert len(statements(captured)) <= 10


def test_announcing_again_shows_what_was_announced(world, sits, beside):
    task = beside.on_spot()
    beside.announced(task)
    text = sits("thu").reads(f"{page_of(task.dossier)}buoc/{task.pk}/hen-kiem-tra/", AT)
    assert "Lịch đã thông báo lúc 14:00 ngày 28/05/2024 được thay bằng lịch mới." in text
    assert field_checks.announced(task).place == "Số 12 Trần Hưng Đạo, Hạ Long"


def _papers(dossier) -> list[int]:
    from motcua.domain.papers.models import Paper

    return list(Paper.objects.filter(about=dossier.stream).values_list("pk", flat=True))
