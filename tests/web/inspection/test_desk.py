"""The inspection desk: feedback is written down, sent its way, answered by a head, merged; others find nothing."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from motcua.domain.feedback import answering, merging, sorting
from motcua.domain.feedback.intake import Contact
from motcua.domain.feedback.models import Feedback
from motcua.domain.feedback.publishing import publishing
from motcua.domain.feedback.publishing.publishing import Words
from motcua.domain.feedback.terms import Kind, State
from tests.counting import statements
from tests.feedback import MONDAY, TUESDAY, accepted, drafted, head_of_the_centre, routed, sent
from tests.papers import corpus
from tests.papers.reading import flat
from tests.people import PLANNING
from tests.web.at_desk import Official, words_of
from tests.world import World

pytestmark = pytest.mark.clause("4.6.a", "4.6.b-1", "4.6.b-2", "5.5.a", "7.5", "3.2", "3.3-2")
DESK, AT = "/kiem-tra-giam-sat/", "2024-05-28 10:00"
HEARD = {"channel": "hotline", "subject": "Không nghe máy", "text": "Gọi ba lần không ai nghe.", "kind": "handling",
         "about": PLANNING, "phone": "0912345678"}  # fmt: skip
HIDDEN = Contact("Nguyễn Văn An", "0912345678", hidden=True)
Sits = Callable[[str], Official]


def at(item: Feedback, page: str = "") -> str:
    return f"{DESK}{item.code}/{page}"


def test_every_channel_is_written_down_on_one_page(world: World, sits: Sits) -> None:
    lan = sits("lan")
    wrong = lan.sends(f"{DESK}ghi/", AT, **HEARD | {"subject": "", "link": "javascript:x"})
    assert wrong.status_code == 422
    assert "Gọi ba lần không ai nghe." in wrong.content.decode() and "https://" in words_of(wrong)
    for missing, sentence in (("box", "bản quét"), ("hotline", "Không tìm thấy hồ sơ H49-1")):
        refused = lan.sends(f"{DESK}ghi/", AT, **HEARD | {"channel": missing, "dossier": "H49-1"})
        assert refused.status_code == 409
        assert sentence in words_of(refused) or missing == "box"
    assert "Không có cán bộ nào" in words_of(lan.sends(f"{DESK}ghi/", AT, **HEARD | {"official": "Ma Văn Không"}))
    letter = SimpleUploadedFile("thu.pdf", corpus.pdf())
    dossier, key = world.received(), "8c5b2d5e-5d0e-4a0f-9d8a-0c7f6d2f3a11"
    for _ in range(2):  # a double click is one letter
        answer = lan.sends(f"{DESK}ghi/", AT, key=key, **HEARD | {
            "channel": "box", "scan": letter, "dossier": dossier.code, "official": "thu", "hidden": "on"})  # fmt: skip
        letter.seek(0)
        assert answer.status_code == 302
    item = Feedback.objects.get()
    assert (item.dossier, item.official, item.hides_contact) == (dossier, world["thu"], True)
    assert sits("mai").asks(at(item, "kem-theo.pdf"), AT)["Content-Type"] == "application/pdf"


def test_an_inspector_sends_it_its_way_and_the_department_answers(world: World, sits: Sits) -> None:
    item, mai, thu, quang = sent(world, contact=HIDDEN), sits("mai"), sits("thu"), sits("quang")
    assert item.code in mai.reads(DESK, AT) and item.code not in thu.reads(DESK, AT)
    assert "Sở Kế hoạch và Đầu tư" in mai.reads(at(item, "phan-loai/"), AT)
    assert mai.sends(at(item, "phan-loai/"), AT, kind="handling").status_code == 422
    mai.sends(at(item, "phan-loai/"), AT, kind="handling", about=PLANNING)
    words = thu.reads(at(item), AT)
    assert "0912" not in words and "đề nghị không cho cơ quan bị phản ánh biết" in words
    assert "0912 345 678" in mai.reads(at(item), AT)
    mai.sends(at(item, "don-doc/"), AT, text="Mời giải quyết sớm")
    thu.sends(at(item, "nhan/"), AT)
    assert thu.sends(at(item, "hoi-them/"), AT, what="").status_code == 422
    thu.sends(at(item, "hoi-them/"), AT, what="Ngày nào?")
    assert "Ngày nào?" in mai.reads(at(item, "noi-them/"), AT)
    mai.sends(at(item, "noi-them/"), AT, text="Ngày 20/05")
    refused = thu.sends(at(item, "soan/"), AT, verdict="founded", text="Chúng tôi xin lỗi.")
    assert refused.status_code == 409 and "Chúng tôi xin lỗi." in refused.content.decode()
    thu.sends(at(item, "soan/"), AT, verdict="founded", text="Chúng tôi xin lỗi.", remedy="Đã nhắc nhở.")
    assert "Chúng tôi xin lỗi." in quang.reads(at(item, "duyet/"), AT)
    quang.sends(at(item, "tra-lai/"), AT, reason="Nói rõ hơn")
    thu.sends(at(item, "soan/"), AT, verdict="partly", text="Chúng tôi xin lỗi bà.", remedy="Đã nhắc nhở.")
    quang.sends(at(item, "duyet/"), AT)
    words = mai.reads(at(item), AT)
    assert "Chúng tôi xin lỗi bà." in words and "Bản sao trả lời" in words
    assert "Chúng tôi xin lỗi bà." in flat(mai.asks(at(item, "tra-loi.pdf"), AT).content)
    assert item.code in mai.reads(f"{DESK}da-xong/", AT, muc="da-tra-loi")


def test_an_answer_is_prepared_for_everybody_read_again_and_taken_down(world: World, sits: Sits) -> None:
    item, mai, thu = drafted(world), sits("mai"), sits("thu")
    assert "Không có phản ánh nào chờ công khai" in mai.reads(f"{DESK}cong-khai/", AT)
    assert thu.asks(at(item, "cong-khai/doc-lai/"), AT).status_code == 404
    sits("quang").sends(at(item, "duyet/"), AT)
    assert item.code in thu.reads(f"{DESK}cong-khai/", AT) and "Công khai trước" in mai.reads(at(item), AT)
    assert "Phản ánh là đúng." in thu.asks(at(item, "cong-khai/"), AT).content.decode()
    wrong = thu.sends(at(item, "cong-khai/"), AT, subject="Hướng dẫn", text="Gọi 0912 345 678", answer="Xin lỗi.")
    assert wrong.status_code == 409 and "số điện thoại" in words_of(wrong) and "Gọi 0912" in wrong.content.decode()
    thu.sends(at(item, "cong-khai/"), AT, subject="Hướng dẫn", text="Phải đi lại ba lần.", answer="Xin lỗi.")
    assert "chờ đọc lại" in mai.reads(f"{DESK}cong-khai/", AT)
    assert "Phải đi lại ba lần." in mai.reads(at(item, "cong-khai/doc-lai/"), AT)
    assert thu.sends(at(item, "cong-khai/doc-lai/"), AT).status_code == 403
    mai.sends(at(item, "cong-khai/doc-lai/"), AT)
    assert "Ai cũng đọc được" in thu.reads(at(item), AT)
    mai.sends(at(item, "cong-khai/rut/"), AT, reason="Còn tên người")
    assert "Còn tên người" in mai.reads(at(item), AT) and "Ai cũng đọc được" not in mai.reads(at(item), AT)
    other = drafted(world)
    sits("quang").sends(at(other, "duyet/"), AT)
    mai.sends(at(other, "khong-cong-khai/"), AT, reason="Chỉ nói về một người")
    assert other.code not in mai.reads(f"{DESK}cong-khai/", AT)
    assert sits("binh").asks(at(other, "cong-khai/"), AT).status_code == 404


def test_a_body_gives_it_back_and_others_find_nothing(world: World, sits: Sits) -> None:
    item = routed(world)
    sits("thu").sends(at(item, "khong-nhan/"), AT, reason="Của Sở Tư pháp")
    assert "Của Sở Tư pháp" in sits("mai").reads(at(item), AT)
    for page in ("", "nhan/", "soan/", "duyet/", "hoi-them/", "kem-theo.pdf", "tra-loi.pdf"):
        assert sits("binh").asks(at(item, page), AT).status_code == 404, page
    assert sits("thu").asks(at(item, "phan-loai/"), AT).status_code == 403
    denounced = sent(world, kind=Kind.DENUNCIATION, official=world["thu"], about=None)
    assert sits("quang").asks(at(denounced), AT).status_code == 404
    mai = sits("mai")
    mai.sends(at(denounced, "phan-loai/"), AT, kind="denunciation", about=PLANNING, official="thu")
    assert "Luật Tố cáo" in mai.reads(at(denounced), AT)


def test_what_was_said_twice_is_suggested_merged_and_parted(world: World, sits: Sits) -> None:
    first, second, mai = routed(world), sent(world), sits("mai")
    words = mai.reads(at(second), AT)
    assert "Có thể trùng" in words and first.code in words
    assert mai.sends(at(second, "nhap/"), AT, into="PA0-NICHTS").status_code == 404
    mai.sends(at(second, "nhap/"), AT, into=first.code)
    second.refresh_from_db()
    assert (second.state, second.same_as) == (State.MERGED, first)
    assert second.code in mai.reads(at(first), AT)
    mai.sends(at(second, "tach/"), AT)
    assert Feedback.objects.get(pk=second.pk).state == State.NEW


def test_lists_are_found_by_words_and_cost_the_same_for_few_and_many(
    world: World, sits: Sits, django_assert_max_num_queries: Callable[[int], object]
) -> None:
    mai = sits("mai")
    assert "Không có phản ánh nào" in mai.reads(DESK, AT)
    for _ in range(3):
        routed(world)
    for page in ("", "da-xong/", "len-trung-tam/"):
        mai.reads(f"{DESK}{page}", AT)
    with django_assert_max_num_queries(9) as few:
        assert "Không được hướng dẫn rõ" in mai.reads(DESK, AT, tim="HUONG dan")
    for _ in range(20):
        routed(world)
    with django_assert_max_num_queries(len(statements(few))):
        mai.reads(DESK, AT, muc="cho-nhan")
    assert "Không có phản ánh nào" in mai.reads(DESK, AT, tim="không có chữ này")
    assert sits("kien").asks(DESK, AT).status_code == 403


def test_the_pages_break_no_rule_of_accessibility(
    transactional_db: None, world: World, looks: Callable[..., None]
) -> None:
    looks("mai", DESK, f"{DESK}da-xong/", f"{DESK}len-trung-tam/", at=AT)
    head_of_the_centre(world)
    new, ready, twice = sent(world), drafted(world), sent(world)
    merging.merge_feedback(twice, into=new, by=world["mai"], at=MONDAY)
    waits = accepted(world)
    sorting.route_feedback(
        sent(world), sorting.Sorted(Kind.COMPLAINT, world.offices[PLANNING]), by=world["mai"], at=MONDAY
    )
    looks("mai", DESK, f"{DESK}da-xong/", at(new), at(twice), at=AT)
    looks("mai", f"{DESK}ghi/", at=AT, send=True)
    looks("mai", at(new, "phan-loai/"), at(waits, "don-doc/"), at(new, "nhap/"), at=AT)
    looks("thu", at(waits), at(waits, "soan/"), at=AT)
    looks("quang", at(ready), at(ready, "duyet/"), at=AT)
    answering.approve_answer(ready, by=world["quang"], at=TUESDAY)
    looks("thu", at(ready), f"{DESK}cong-khai/", at(ready, "cong-khai/"), at=AT)
    publishing.prepare_publication(ready, Words("Đi lại", "Đi ba lần.", "Xin lỗi."), by=world["thu"], at=TUESDAY)
    looks("mai", at(ready), f"{DESK}cong-khai/", at(ready, "cong-khai/doc-lai/"), at=AT)
    looks("mai", at(ready, "cong-khai/rut/"), at=AT, send=True)
