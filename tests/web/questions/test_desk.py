"""Officials answer what people ask, pass it on, let two read what becomes public, and look after what is kept."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.dossiers import guidance
from motcua.domain.dossiers.guidance import Asking
from motcua.domain.questions import forwarding
from motcua.domain.questions.models import LibraryAnswer, PublicQuestion, Question, SampleForm
from motcua.domain.questions.terms import Channel, State
from tests.acts.questions.test_library import in_use
from tests.papers import corpus
from tests.papers.reading import text_of
from tests.people import CENTRE
from tests.questions import LATER, MONDAY, TUESDAY, a_call, a_public_question, a_question, answered, prepared
from tests.web.at_desk import Official, words_of
from tests.world import World

pytestmark = pytest.mark.clause("5.5.b", "4.1.c", "7.5", "3.2", "4.1.d-1")
AT, LATE = "2024-05-28 10:00", "2024-06-04 09:00"
DESK = "/tra-loi/"
Sits = Callable[[str], Official]


def test_the_department_reads_answers_and_is_told_what_is_late(world: World, sits: Sits) -> None:
    question, thu = a_question(world), sits("thu")
    assert "1 câu hỏi chờ trả lời" in thu.reads(DESK, AT)
    address = f"{DESK}cau/{question.code}/"
    assert "Nguyễn Văn An" in thu.reads(address, AT)
    assert thu.sends(f"{address}tra-loi/", AT, text="").status_code == 422
    assert thu.sends(f"{address}tra-loi/", AT, text="Có.", named="9.9").status_code == 409
    thu = sits("thu")
    assert "1 đã quá hạn" in thu.reads(DESK, LATE)
    answer = thu.sends(f"{address}tra-loi/", LATE, text="Không phải.", why_late="Chờ Bộ", named="2.001610")
    assert answer["Location"] == DESK
    assert Question.objects.get().late.explanation == "Chờ Bộ"
    assert "quá hạn" in thu.reads(f"{DESK}da-tra-loi/", LATE)
    assert "Không phải." in thu.reads(address, LATE)


def test_others_find_neither_the_question_nor_its_pages(world: World, sits: Sits) -> None:
    question = a_question(world)
    address = f"{DESK}cau/{question.code}/"
    for page in ("", "tra-loi/", "chuyen/", "tra-ve/", "dong/", "cong-khai/", "thu.pdf"):
        assert sits("binh").asks(f"{address}{page}", AT).status_code == 404, page
    assert sits("kien").asks(DESK, AT).status_code == 403
    assert question.code not in sits("binh").reads(DESK, AT)
    public = prepared(world)
    for page in (f"{DESK}cong-khai/{public.pk}/", f"{DESK}cong-khai/{public.pk}/rut/"):
        assert sits("binh").asks(page, AT).status_code == 404, page


def test_it_goes_to_another_body_and_comes_back(world: World, sits: Sits) -> None:
    call = a_call(world, version=None)
    address = f"{DESK}cau/{call.code}/"
    lan = sits("lan")
    assert "Sở Kế hoạch và Đầu tư" in lan.reads(f"{address}chuyen/", AT)
    assert lan.sends(f"{address}chuyen/", AT, to="").status_code == 422
    assert lan.sends(f"{address}chuyen/", AT, to="so-khdt", reason="Về doanh nghiệp")["Location"] == DESK
    assert sits("thu").sends(f"{address}tra-ve/", AT, reason="Của Sở Tư pháp").status_code == 302
    words = lan.reads(address, AT)
    assert "Về doanh nghiệp" in words and "Của Sở Tư pháp" in words
    lan.sends(f"{address}chuyen/", AT, to="so-khdt")
    again = sits("thu").sends(f"{address}tra-ve/", AT, reason="Vẫn không phải")
    assert again.status_code == 409 and "Trung tâm đã quyết định" in words_of(again)


def test_what_is_no_question_is_closed(world: World, sits: Sits) -> None:
    question = a_question(world)
    sits("thu").sends(f"{DESK}cau/{question.code}/dong/", AT, reason="Quảng cáo")
    assert Question.objects.get().state == State.SET_ASIDE


def test_the_centre_sees_the_province_late_ones_first_and_urges(world: World, sits: Sits) -> None:
    assert "Không có câu hỏi nào chờ trả lời" in sits("mai").reads(f"{DESK}toan-tinh/", AT)
    late, fresh = a_question(world), a_question(world, at=LATER)
    answered(world)
    page = sits("mai").asks(f"{DESK}toan-tinh/", LATE)
    text = page.content.decode()
    assert text.index(late.code) < text.index(fresh.code)
    assert "Sở Kế hoạch và Đầu tư 1 2 0 –" in words_of(page)
    assert "Sở Kế hoạch và Đầu tư 1 2 1 100%" in sits("mai").reads(f"{DESK}toan-tinh/", LATE, thang="2024-05")
    assert late.code not in sits("mai").reads(f"{DESK}toan-tinh/", LATE, **{"co-quan": "so-tp"})
    sits("mai").sends(f"{DESK}cau/{late.code}/don-doc/", LATE)
    assert "Trung tâm đôn đốc 04/06/2024" in sits("thu").reads(DESK, LATE)
    assert sits("mai").sends(f"{DESK}cau/{late.code}/don-doc/", LATE).status_code == 409
    assert sits("thu").asks(f"{DESK}toan-tinh/", AT).status_code == 403


def test_what_waits_stands_first_on_the_desks(world: World, sits: Sits) -> None:
    a_question(world)
    assert "Câu hỏi của người dân chờ trả lời: 1 câu, 1 đã quá hạn" in sits("thu").reads("/phong-ban/", LATE)
    assert "Câu hỏi của người dân chờ trả lời" not in sits("binh").reads("/phong-ban/", LATE)


def test_two_read_before_everybody_does(world: World, sits: Sits) -> None:
    question = answered(world)
    thu, tam = sits("thu"), sits("tam")
    address = f"{DESK}cau/{question.code}/cong-khai/"
    wrong = thu.sends(address, AT, subject="Hỏi", text="Gọi tôi 0912 345 678", answer="Có.")
    assert wrong.status_code == 409 and "0912 345 678" in words_of(wrong)
    thu.sends(address, AT, subject="Có phải công chứng?", text="Có phải không?", answer="Không.")
    public = PublicQuestion.objects.get()
    assert "Có phải công chứng?" in tam.reads(f"{DESK}cong-khai/", AT)
    assert "người phụ trách" in thu.reads(f"{DESK}cong-khai/{public.pk}/", AT)
    assert tam.sends(f"{DESK}cong-khai/{public.pk}/", AT)["Location"] == f"{DESK}cong-khai/"
    assert "Đã công khai" in thu.reads(f"{DESK}cau/{question.code}/", AT)
    assert thu.sends(f"{DESK}cong-khai/{public.pk}/rut/", AT, reason="Quy định đã đổi").status_code == 302
    assert sits("mai").asks(f"{DESK}cong-khai/{a_public_question(world).pk}/", AT).status_code == 200


def test_an_answer_is_written_approved_taken_with_one_click_and_ended(world: World, sits: Sits) -> None:
    thu, tam = sits("thu"), sits("tam")
    kept = {"subject": "Có phải công chứng?", "answer": "Không phải.", "procedure": "2.001610"}
    assert thu.sends(f"{DESK}kho/moi/", AT, **{**kept, "procedure": "9.9"}).status_code == 409
    thu.sends(f"{DESK}kho/moi/", AT, **kept)
    entry = LibraryAnswer.objects.get()
    address = f"{DESK}kho/{entry.pk}/"
    assert "Có phải công chứng?" in thu.reads(f"{DESK}kho/", AT, muc="cho-duyet")
    assert thu.sends(f"{address}duyet/", AT).status_code == 403
    assert tam.sends(f"{address}duyet/", AT)["Location"] == address
    question = a_question(world)
    page = thu.asks(f"{DESK}cau/{question.code}/tra-loi/", AT, tim="cong chung").content.decode()
    assert f"?mau={entry.pk}" in page
    taken = f"{DESK}cau/{question.code}/tra-loi/?mau={entry.pk}"
    assert "Không phải." in thu.asks(taken, AT).content.decode()
    thu.sends(taken, AT, text="Không phải.")
    assert Question.objects.get().library == entry
    assert "1 lần" in thu.reads(f"{DESK}kho/", AT)
    assert thu.asks(f"{DESK}cau/{question.code}/tra-loi/?mau=999999", AT).status_code == 404
    assert tam.sends(f"{address}thoi/", AT, reason="Luật đã đổi").status_code == 302
    assert "Luật đã đổi" in thu.reads(address, AT)
    assert tam.sends(f"{address}doc-lai/", AT).status_code == 409
    assert "Soạn câu trả lời mẫu" in thu.reads(f"{DESK}kho/moi/", AT, thay=str(entry.pk))
    for page in ("", "duyet/", "doc-lai/", "thoi/"):
        assert sits("binh").asks(f"{address}{page}", AT).status_code == 404


def test_a_contact_is_written_down_and_a_guidance_is_not_typed_twice(world: World, sits: Sits) -> None:
    lan = sits("lan")
    assert lan.sends(f"{DESK}ghi/", AT, channel="counter", subject="").status_code == 422
    assert lan.sends(f"{DESK}ghi/", AT, channel="social", subject="Hỏi", link="javascript:alert(1)").status_code == 422
    letter = SimpleUploadedFile("thu.pdf", corpus.pdf(), "application/pdf")
    answer = lan.sends(f"{DESK}ghi/", AT, channel="letter", subject="Hỏi bằng thư", procedure="2.001610", letter=letter)
    question = Question.objects.get()
    assert answer["Location"] == f"{DESK}cau/{question.code}/"
    assert (question.channel, question.owner.code) == (Channel.LETTER, "so-khdt")
    assert sits("thu").asks(f"{DESK}cau/{question.code}/thu.pdf", AT).content.startswith(b"%PDF")
    for_post = f"{DESK}cau/{question.code}/van-ban.pdf"
    assert sits("thu").asks(for_post, AT).status_code == 409
    sits("thu").sends(f"{DESK}cau/{question.code}/tra-loi/", AT, text="Nộp lại tại quầy.", sources="Điều 58")
    assert for_post in sits("thu").asks(f"{DESK}cau/{question.code}/", AT).content.decode()
    assert "Nộp lại tại quầy." in text_of(sits("thu").asks(for_post, AT).content)
    assert sits("binh").asks(for_post, AT).status_code == 404
    asking = Asking(world.version, world.offices[CENTRE], "Trần Thị Bình", phone="0987654321")
    given = guidance.guide(asking, faults=(), advice="Mang bản chính.", by=world["lan"], at=MONDAY)
    assert f"{DESK}ghi/?huong-dan={given.pk}" in lan.asks(f"/quay/huong-dan/{given.pk}/", AT).content.decode()
    page = lan.asks(f"{DESK}ghi/", AT, **{"huong-dan": str(given.pk)}).content.decode()
    assert 'value="Trần Thị Bình"' in page and "Mang bản chính." in page
    lan.sends(f"{DESK}ghi/?huong-dan={given.pk}", AT, channel="counter", subject="Hỏi", answer="Mang bản chính.")
    assert Question.objects.get(guidance=given).state == State.ANSWERED
    assert lan.asks(f"{DESK}ghi/", AT, **{"huong-dan": "999999"}).status_code == 404


def test_at_the_counter_an_answer_of_the_library_is_taken_with_one_click_and_counted(world: World, sits: Sits) -> None:
    entry, lan = in_use(world), sits("lan")
    taken = f"{DESK}ghi/?mau={entry.pk}"
    assert f"?mau={entry.pk}" in lan.asks(f"{DESK}ghi/", AT, tim="cong chung").content.decode()
    assert entry.answer in lan.asks(taken, AT).content.decode()
    lan.sends(taken, AT, channel="counter", subject=entry.subject, answer=entry.answer)
    contact = Question.objects.get()
    assert (contact.library, contact.outcome, contact.channel) == (entry, "library", "counter")
    assert lan.asks(f"{DESK}ghi/?mau=999999", AT).status_code == 404


def test_a_department_looks_after_its_samples(world: World, sits: Sits) -> None:
    thu, address = sits("thu"), f"{DESK}mau/2.001610/"
    assert address in thu.asks(f"{DESK}mau/", AT, tim="doanh nghiệp").content.decode()
    file = SimpleUploadedFile("mau.pdf", corpus.pdf(), "application/pdf")
    assert thu.sends(f"{address}1/", AT).status_code == 422
    assert thu.sends(f"{address}1/", AT, file=file)["Location"] == address
    assert "/thu-tuc/2.001610/dien-mau/1.pdf" in thu.asks(address, AT).content.decode()
    assert sits("binh").sends(f"{address}1/", AT, file=file).status_code in (403, 409, 422)
    thu.sends(f"{address}1/thoi/", AT)
    assert SampleForm.objects.filter(withdrawn_at=None).count() == 0
    assert thu.asks(f"{address}1/thoi/", AT).status_code == thu.asks(f"{address}77/", AT).status_code == 404
    assert thu.sends(f"{address}dung-tiep/", AT).status_code == 409
    assert thu.asks(f"{DESK}mau/9.9/", AT).status_code == 404


def test_the_head_sets_the_days(world: World, sits: Sits) -> None:
    assert sits("thu").asks(f"{DESK}han/", AT).status_code == 403
    assert sits("quang").sends(f"{DESK}han/", AT, days="11").status_code == 422
    assert sits("quang").sends(f"{DESK}han/", AT, days="3")["Location"] == DESK


@pytest.mark.parametrize(
    ("who", "page", "bound"), [("thu", "", 6), ("thu", "da-tra-loi/", 6), ("mai", "toan-tinh/", 6), ("thu", "kho/", 6)]
)
def test_lists_cost_the_same_with_one_row_and_with_thirty(
    world: World, sits: Sits, django_assert_max_num_queries: Any, who: str, page: str, bound: int
) -> None:
    for _ in range(30):
        a_question(world)
        forwarding.urge_answer(answered_and_open(world), by=world["mai"], at=TUESDAY)
    official = sits(who)
    official.asks(f"{DESK}{page}", AT)
    with django_assert_max_num_queries(bound):
        official.asks(f"{DESK}{page}", AT)


def answered_and_open(world: World) -> Question:
    """One that is answered, and one that waits: the one that waits."""
    answered(world)
    return a_question(world)
