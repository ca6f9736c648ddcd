"""The intake screen: from the person to the receipt in one form."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers.models import Dossier, Guidance
from motcua.domain.papers.models import Paper, Scan
from tests.web.counter.conftest import ANOTHER_KEY, at, filled, signed_in
from tests.web.counter.test_intake_scans import photo
from tests.world import World

pytestmark = pytest.mark.django_db
HERE = "/quay/"


@pytest.mark.parametrize("code", ["ngoc", "mai", "thu", "binh"])
def test_only_who_receives_may_open_it(world: World, code: str):
    assert signed_in(world, code).get(HERE, **at()).status_code == 403


def test_it_begins_empty_at_the_citizens_card(lan: Client):
    page = lan.get(HERE, **at()).content.decode()
    assert "Mã QR trên căn cước" in page
    assert "Trung tâm Phục vụ Hành chính công tỉnh" in page


def test_an_address_can_name_the_procedure(lan: Client, world: World):
    page = lan.get(f"{HERE}?thu-tuc={world.version.pk}", **at()).content.decode()
    assert "Giấy đề nghị đăng ký doanh nghiệp" in page
    assert "50.000 ₫" in page


def test_a_procedure_that_is_not_in_force_does_not_exist(lan: Client, world: World):
    assert lan.get(f"{HERE}?thu-tuc=999999", **at()).status_code == 404
    before = at("2019-05-01 09:00")
    assert signed_in(world, "lan").get(f"{HERE}?thu-tuc={world.version.pk}", **before).status_code == 404


@pytest.mark.clause("3.3-1", "5.1.đ-2")
def test_a_complete_dossier_is_received_and_its_receipt_is_there(lan: Client, world: World):
    answer = lan.post(HERE, filled(world, decide="receive"), **at())
    dossier = Dossier.objects.get()
    assert answer.headers["Location"] == f"/quay/ho-so/{dossier.code}/"
    assert (dossier.applicant_name, dossier.phone) == ("Nguyễn Văn An", "0912345678")
    assert sorted(dossier.submitted.values_list("component__position", "originals", "copies")) == [(1, 1, 0), (2, 0, 1)]
    assert Paper.objects.get(about=dossier.stream).form_code == "receipt"


def test_the_same_form_sent_twice_gives_one_dossier(lan: Client, world: World):
    answers = [lan.post(HERE, filled(world, decide="receive"), **at()).headers["Location"] for _ in range(2)]
    assert answers[0] == answers[1]
    assert Dossier.objects.count() == 1


def test_receiving_costs_at_most_fifteen_statements(lan: Client, world: World):
    lan.post(HERE, filled(world, decide="receive"), **at())
    again = filled(world, decide="receive", key=ANOTHER_KEY, identity_number="022090001235")
    with CaptureQueriesContext(connection) as captured:
        lan.post(HERE, again, **at())
    sent = [each["sql"] for each in captured if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert Dossier.objects.count() == 2
    assert len(sent) <= 15, "\n".join(sent)


def test_with_a_draft_and_scans_it_costs_no_more(lan: Client, world: World):
    lan.post(HERE, filled(world, decide="receive", key=ANOTHER_KEY, identity_number="022090001235"), **at())
    first = world.version.components.get(position=1)
    lan.post(HERE, filled(world) | {f"c{first.pk}-files": photo()}, **at())
    scan = Scan.objects.get()
    again = filled(world, decide="receive") | {f"c{first.pk}-scan": str(scan.pk)}
    with CaptureQueriesContext(connection) as captured:
        lan.post(HERE, again, **at())
    sent = [each["sql"] for each in captured if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    dossier = Dossier.objects.latest("id")
    assert dossier.submitted.get(component=first).scan == scan
    assert Scan.objects.get().about == dossier.stream
    assert len(sent) <= 15, "\n".join(sent)


def test_who_brings_it_may_be_somebody_else(lan: Client, world: World):
    brought_by = {"submitter-name": "Lê Thị Cúc", "submitter-identity_number": "022095000001", "submitter-phone": ""}
    lan.post(HERE, filled(world, decide="receive", **brought_by), **at())
    assert Dossier.objects.get().submitter_name == "Lê Thị Cúc"


def test_post_copies_and_the_way_back_are_kept(lan: Client, world: World):
    sent = filled(world, decide="receive", channel="post", return_by="post", copies="2", summary="Lập doanh nghiệp An")
    lan.post(HERE, sent, **at())
    dossier = Dossier.objects.get()
    assert (dossier.channel, dossier.return_by, dossier.copies) == ("post", "post", 2)
    assert dossier.summary == "Lập doanh nghiệp An"


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("identity_number", "12345", "phải có đúng 12 chữ số"),
        ("phone", "0912", "thiếu hoặc thừa chữ số"),
        ("name", " ", "Hãy nhập họ và tên."),
        ("address", "", "Hãy nhập địa chỉ."),
        ("email", "an.vn", "ten@noi.vn"),
        ("copies", "0", "từ 1 đến 20"),
        ("kind", "robot", "Hãy chọn lại đối tượng."),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_lost(
    lan: Client, world: World, field: str, typed: str, said: str
):
    answer = lan.post(HERE, filled(world, decide="receive", **{field: typed}), **at())
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "<title>Lỗi: " in page
    assert "Tổ 5, khu 3, phường Hồng Hải" in page or field == "address"
    assert f'name="version" value="{world.version.pk}"' in page
    assert page.count("checked") >= 5
    assert not Dossier.objects.exists()


def test_a_paper_without_a_mark_must_be_marked_before_receipt(lan: Client, world: World):
    answer = lan.post(HERE, filled(world, "đ?-", decide="receive"), **at())
    assert answer.status_code == 422
    assert "Hãy đánh dấu “Bản sao giấy tờ pháp lý của chủ doanh nghiệp” đủ, thiếu hay sai." in answer.content.decode()


def test_a_faulty_paper_needs_a_word_how(lan: Client, world: World):
    answer = lan.post(HERE, filled(world, "đs-", decide="guide"), **at())
    assert "Hãy ghi giấy tờ này sai thế nào." in answer.content.decode()


def test_without_a_procedure_nothing_is_decided(lan: Client, world: World):
    answer = lan.post(HERE, filled(world, decide="receive", version=""), **at())
    assert answer.status_code == 422
    assert "Hãy chọn thủ tục." in answer.content.decode()


@pytest.mark.clause("5.1.d")
def test_an_incomplete_dossier_is_not_received_and_the_page_says_what_is_missing(lan: Client, world: World):
    answer = lan.post(HERE, filled(world, "đt-", decide="receive"), **at())
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Hồ sơ còn thiếu: Bản sao giấy tờ pháp lý của chủ doanh nghiệp" in page
    assert 'value="Nguyễn Văn An"' in page


def test_a_second_open_dossier_of_the_same_person_must_have_been_seen(lan: Client, world: World):
    first = world.received()
    refused = lan.post(HERE, filled(world, decide="receive"), **at())
    assert refused.status_code == 409
    assert str(first.code) in refused.content.decode()
    assert "Đã xem các hồ sơ này" in refused.content.decode()
    lan.post(HERE, filled(world, decide="receive", duplicate_seen="on"), **at())
    assert Dossier.objects.count() == 2


@pytest.mark.clause("4.1.c", "5.1.d")
def test_guidance_names_everything_that_is_missing_faulty_or_not_yet_marked(lan: Client, world: World):
    second = world.version.components.get(position=2)
    sent = filled(world, "?s-", decide="guide", advice="Mang theo bản chính.", phone="", address="", identity_number="")
    answer = lan.post(HERE, sent | {f"c{second.pk}-reason": "Bản sao chưa chứng thực"}, **at())
    given = Guidance.objects.get()
    assert answer.headers["Location"] == f"/quay/huong-dan/{given.pk}/"
    assert [(item["missing"], item["reason"]) for item in given.items] == [
        (True, "Cần chuẩn bị."),
        (False, "Bản sao chưa chứng thực"),
    ]
    assert given.advice == "Mang theo bản chính."
    assert not Dossier.objects.exists()


@pytest.mark.clause("5.1.e-1")
def test_a_refusal_needs_its_reason_and_gives_the_form_to_hand_out(lan: Client, world: World):
    without = lan.post(HERE, filled(world, "??-", decide="refuse"), **at())
    assert "Hãy nhập lý do từ chối." in without.content.decode()
    sent = filled(world, "??-", decide="refuse", reason="Không thuộc thẩm quyền giải quyết của tỉnh.")
    answer = lan.post(HERE, sent, **at())
    dossier = Dossier.objects.get()
    assert answer.headers["Location"] == f"/quay/khong-tiep-nhan/{dossier.pk}/"
    page = lan.get(answer.headers["Location"], **at()).content.decode()
    assert "Phiếu từ chối tiếp nhận giải quyết hồ sơ" in page


def test_a_refusal_at_another_one_stop_does_not_exist(world: World, lan: Client):
    lan.post(HERE, filled(world, decide="refuse", reason="Không thuộc thẩm quyền."), **at())
    pk = Dossier.objects.get().pk
    assert signed_in(world, "binh").get(f"/quay/khong-tiep-nhan/{pk}/", **at()).status_code == 403
    assert lan.get(f"/quay/khong-tiep-nhan/{pk + 1}/", **at()).status_code == 404


def test_a_form_without_its_key_is_refused_with_a_sentence(lan: Client, world: World):
    answer = lan.post(HERE, filled(world, decide="receive", key="x"), **at())
    assert answer.status_code == 400
    assert not Dossier.objects.exists()
