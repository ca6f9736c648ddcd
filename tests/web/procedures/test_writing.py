"""Writing a procedure down: a first draft, a draft amended, the next version, a copy; nothing typed is ever lost."""

from dataclasses import replace

import pytest

from motcua.domain.journal.meanwhile import lines_so_far
from motcua.domain.procedures.models import Procedure, Version
from motcua.domain.procedures.rows import parts_of
from tests.web.at_desk import title_of, words_of
from tests.world import parts

from .conftest import HERE, PAGE, filled

NEW = f"{HERE}soan/"
WHOSE = {"code": "9.000001", "owner": "so-khdt"}


def draft_of(code: str = "2.001610") -> Version:
    return Version.objects.get(procedure__code=code, state="draft")


@pytest.mark.clause("5.1.a-1")
def test_a_procedure_is_written_down_with_every_part(tam):
    answer = tam.sends(NEW, **WHOSE, **filled(parts()))
    assert answer.headers["Location"] == f"{HERE}thu-tuc/9.000001/"
    assert parts_of(draft_of("9.000001")) == parts()


def test_the_same_form_sent_twice_writes_one_procedure(tam):
    key = "6f1cdb1f-3a52-4d0e-9e58-d4fd0f0e2a11"
    for _ in range(2):
        assert tam.sends(NEW, key=key, **WHOSE, **filled(parts())).status_code == 302
    assert Procedure.objects.filter(code="9.000001").count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "Hãy nhập tên thủ tục."),
        ({"code": "a/b"}, "Mã thủ tục chỉ gồm chữ, số, dấu chấm và dấu gạch nối"),
        ({"owner": "so-tp"}, "Hãy chọn lại cơ quan chủ quản."),
        ({"copies": "nhiều"}, "Hãy nhập một số, ví dụ 3 hoặc 150.000."),
        ({"papers-0-name": ""}, "Hãy nhập tên giấy tờ."),
        ({"papers-0-originals": "100"}, "Số phải từ 0 đến 99."),
        ({"time-counter-unit": ""}, "Hãy chọn đơn vị của thời hạn."),
        ({"fees-0-amount": "-5"}, "Số phải từ 0 trở lên."),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_stays(tam, wrong, sentence):
    answer = tam.sends(NEW, **{**WHOSE, **filled(parts()), **wrong})
    assert answer.status_code == 422
    assert title_of(answer).startswith("Lỗi: ")
    assert sentence in words_of(answer)
    page = answer.content.decode()
    for kept in ("Bản sao giấy tờ pháp lý của chủ doanh nghiệp", "Lệ phí đăng ký doanh nghiệp", "1234/QĐ-UBND"):
        assert kept in page
    assert not Procedure.objects.filter(code="9.000001").exists()


def test_a_code_that_is_taken_is_refused_with_everything_typed(tam):
    answer = tam.sends(NEW, **{**WHOSE, **filled(parts()), "code": "2.001610"})
    assert (answer.status_code, "Đã có thủ tục mang mã 2.001610." in words_of(answer)) == (409, True)
    assert "Giấy ủy quyền" in answer.content.decode()


def test_rows_are_added_moved_and_taken_out_without_scripts_and_nothing_is_saved(revised, tam):
    draft = revised()
    before = parts_of(draft)
    sent = filled(before)
    more = tam.sends(f"{PAGE}sua/", **sent, rows="papers+").content.decode()
    assert 'name="papers-3-name"' in more
    fewer = tam.sends(f"{PAGE}sua/", **sent, rows="papers-0").content.decode()
    assert 'name="papers-2-name"' not in fewer
    assert 'name="papers-0-name" value="Bản sao giấy tờ pháp lý của chủ doanh nghiệp"' in fewer.replace('"\n', '" ')
    moved = tam.sends(f"{PAGE}sua/", **sent, rows="papers^1").content.decode()
    first = moved.index("Bản sao giấy tờ pháp lý của chủ doanh nghiệp")
    assert first < moved.index('value="Giấy đề nghị đăng ký doanh nghiệp"')
    none = tam.sends(f"{PAGE}sua/", **sent, rows="fees-0").content.decode()
    assert "Không thu khoản nào." in none
    assert parts_of(draft_of()) == before


def test_a_row_that_was_left_empty_does_not_count(revised, tam):
    revised()
    sent = filled(parts()) | {"papers-count": "5", "fees-count": "2", "fees-1-kind": "fee"}
    assert tam.sends(f"{PAGE}sua/", **sent, seen=str(lines_so_far(draft_of().procedure))).status_code == 302
    assert len(parts_of(draft_of()).components) == 3
    assert len(parts_of(draft_of()).fees) == 1


@pytest.mark.clause("5.1.b")
def test_a_draft_is_amended_part_by_part(revised, tam):
    seen = str(lines_so_far(revised().procedure))
    changed = filled(
        parts(), conditions="Có vốn.\nCó trụ sở.", synonyms="lập công ty", **{"fees-0-amount": "1.200.000"}, seen=seen
    )
    changed |= {"time-online-taken": "on", "time-online-amount": "16", "time-online-unit": "working_hours"}
    assert tam.sends(f"{PAGE}sua/", **changed).headers["Location"] == PAGE
    now = parts_of(draft_of())
    assert (now.conditions, now.synonyms, now.fees[0].amount) == ("Có vốn.\nCó trụ sở.", "lập công ty", 1_200_000)
    assert [(limit.channel, limit.amount) for limit in now.time_limits] == [("counter", 3), ("online", 16)]
    assert now.differences(parts()) == ["conditions", "synonyms", "time_limits", "fees"]


@pytest.mark.clause("4.1.b")
def test_checking_says_what_is_missing_of_what_was_typed_and_keeps_nothing(revised, tam):
    revised()
    answer = tam.sends(f"{PAGE}sua/", **filled(parts(), decision="", legal_basis=""), decide="check")
    assert answer.status_code == 200
    assert "Còn thiếu để công khai Chưa có quyết định công bố." in words_of(answer)
    assert parts_of(draft_of()) == parts()


def test_points_to_review_are_ticked_off_one_by_one(revised, tam):
    points = ("Thời hạn: thiếu đơn vị.", "Phí, lệ phí: chưa ghi mức thu.")
    draft = revised(needs_review=points)
    assert points[0] in tam.reads(f"{PAGE}sua/")
    sent = filled(parts_of(draft), reviewed=points[0], seen=str(lines_so_far(draft.procedure)))
    tam.sends(f"{PAGE}sua/", **sent)
    assert draft_of().needs_review == [points[1]]


@pytest.mark.clause("5.1.b")
def test_two_who_amend_at_once_do_not_overwrite_each_other(world, revised, tam, mai):
    seen = str(lines_so_far(revised().procedure))
    assert mai.sends(f"{PAGE}sua/", **filled(parts(), synonyms="lập hãng"), seen=seen).status_code == 302
    answer = tam.sends(f"{PAGE}sua/", **filled(parts(), synonyms="mở hãng"), seen=seen)
    assert answer.status_code == 409
    assert "Vũ Thị Mai, Trung tâm Phục vụ Hành chính công tỉnh đã thay đổi nội dung này lúc 09:00" in words_of(answer)
    assert 'value="mở hãng"' in answer.content.decode()
    assert draft_of().synonyms == "lập hãng"


@pytest.mark.clause("4.1.b")
def test_what_was_published_is_not_edited(tam):
    assert tam.asks(f"{PAGE}sua/").status_code == 404


@pytest.mark.clause("5.1.b", "4.2.a")
def test_the_next_version_begins_with_all_parts_of_the_last_one(tam):
    assert tam.sends(f"{PAGE}phien-ban-moi/").headers["Location"] == f"{PAGE}sua/"
    assert parts_of(draft_of()) == parts()
    answer = tam.sends(f"{PAGE}phien-ban-moi/")
    assert (answer.status_code, "đang có bản dự thảo (phiên bản 2)" in words_of(answer)) == (409, True)


@pytest.mark.clause("5.1.b")
def test_a_copy_is_another_procedure_with_the_same_parts(tam):
    answer = tam.sends(f"{PAGE}chep/", code="9.000002", owner="so-khdt")
    assert answer.headers["Location"] == f"{HERE}thu-tuc/9.000002/sua/"
    assert parts_of(draft_of("9.000002")) == parts()
    assert tam.sends(f"{PAGE}chep/", code="", owner="so-khdt").status_code == 422


def test_a_procedure_with_a_hundred_papers_is_one_form(revised, tam, django_assert_max_num_queries):
    papers = tuple(replace(parts().components[0], name=f"Giấy tờ {number}") for number in range(100))
    draft = revised(components=papers)
    tam.asks(HERE)
    with django_assert_max_num_queries(9):
        tam.asks(f"{PAGE}sua/")
    sent = filled(parts_of(draft), synonyms="nhiều giấy tờ", seen=str(lines_so_far(draft.procedure)))
    assert tam.sends(f"{PAGE}sua/", **sent).status_code == 302
    assert len(parts_of(draft_of()).components) == 100
