"""A question is public when both sides agree and two have read it; nothing in it points to a person."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from motcua.domain.listing import Place
from motcua.domain.questions import personal, publishing, queries, told
from motcua.domain.questions.asking import Asker
from motcua.domain.questions.models import PublicQuestion
from motcua.domain.questions.publishing import NotAsItWas, StillPersonal, Words
from motcua.domain.regulation.answers import NotAllowed
from tests.questions import TUESDAY, WORDS, a_public_question, a_question, answered, prepared
from tests.racing import one_wins
from tests.world import World

pytestmark = pytest.mark.clause("5.5.b")
HERE = Place()


def found(words: str = "", **narrowed: str) -> list[PublicQuestion]:
    """What everybody finds."""
    return queries.search_public(words, HERE, **narrowed).rows


def test_with_both_agreements_everybody_finds_it_whatever_the_marks(world: World) -> None:
    waiting = prepared(world)
    assert found() == []
    public = publishing.publish_question(waiting, by=world["tam"], at=TUESDAY)
    assert found("cong chung") == [public] == found("CÔNG CHỨNG", procedure=world.version.procedure.code)
    assert found(field=world.version.field.code) == [public]
    assert found("hộ chiếu") == found(procedure="9.9") == found(field="khong-co") == []
    assert queries.latest_of(world.version.procedure_id) == [public]
    assert queries.fields_of_public() == [(world.version.field.code, world.version.field.name, 1)]
    assert [*told.differences(), *told.faults()] == []


def test_without_an_answer_or_an_agreement_nothing_is_prepared(world: World) -> None:
    for question, words in ((a_question(world), "chưa được trả lời"), (answered(world, consent=False), "chưa đồng ý")):
        with pytest.raises(NotAllowed, match=words):
            publishing.prepare_public(question, WORDS, by=world["thu"], at=TUESDAY)
    question = answered(world, consent=False)
    publishing.consent_to_public(question, by=Asker(), at=TUESDAY)
    with pytest.raises(NotAsItWas):
        publishing.consent_to_public(question, by=Asker(), at=TUESDAY)
    assert prepared(world, question).published_at is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Gọi cho tôi số 0912 345 678.", "số điện thoại “0912 345 678”"),
        ("Gọi +84912345678 nhé", "số điện thoại"),
        ("Thư của tôi: an.nguyen@example.com", "địa chỉ thư điện tử"),
        ("Căn cước của tôi là 022090001234.", "022090001234"),
        ("Chứng minh nhân dân 100123456", "dãy số giấy tờ"),
        ("Hồ sơ 000.00.00.H49-240527-0001 của tôi", "mã hồ sơ"),
        ("Tôi là nguyen van an, xin hỏi", "tên người hỏi"),
    ],
)
def test_what_points_to_a_person_is_named_and_must_go(world: World, text: str, what: str) -> None:
    with pytest.raises(StillPersonal, match="Còn thông tin riêng") as refusal:
        publishing.prepare_public(answered(world), Words("Hỏi", text, "Có."), by=world["thu"], at=TUESDAY)
    assert what in refusal.value.sentence


@pytest.mark.parametrize(
    "text",
    [
        "Phí 150.000.000 đồng, theo Nghị định 61/2018/NĐ-CP ngày 23/04/2018, điểm 1.001234.000.00.00.H49.",
        "Gọi tổng đài 1900 558 826 hoặc 1900558826 trong giờ 07:30 – 16:30, ngày 27-05-2024.",
        "Thông tư 01/2018/TT-VPCP; thủ tục 2.001610.",
    ],
)
def test_money_law_days_and_the_hotline_point_to_nobody(text: str) -> None:
    assert list(personal.found_in(text, name="An")) == []


def test_the_second_reader_speaks_for_the_body_and_did_not_write_it(world: World) -> None:
    waiting = prepared(world)
    for name in ("thu", "binh", "mai"):
        with pytest.raises(NotAllowed):
            publishing.publish_question(waiting, by=world[name], at=TUESDAY)
    other = publishing.prepare_public(answered(world), WORDS, by=world["tam"], at=TUESDAY)
    with pytest.raises(NotAllowed, match="người thứ hai"):
        publishing.publish_question(other, by=world["tam"], at=TUESDAY)
    publishing.publish_question(waiting, by=world["tam"], at=TUESDAY)
    with pytest.raises(NotAsItWas, match="đã công khai"):
        publishing.publish_question(waiting, by=world["tam"], at=TUESDAY)


def test_who_asked_takes_the_agreement_back_and_it_is_gone_at_once(world: World) -> None:
    public = a_public_question(world)
    question = publishing.take_consent_back(public.question, by=Asker(), at=TUESDAY)
    assert found() == []
    with pytest.raises(PublicQuestion.DoesNotExist):
        queries.published(public.pk)
    with pytest.raises(NotAsItWas):
        publishing.take_consent_back(question, by=Asker(), at=TUESDAY)
    assert [*told.differences(), *told.faults()] == []


def test_it_is_withdrawn_with_a_reason_and_can_be_prepared_anew(world: World) -> None:
    public = a_public_question(world)
    with pytest.raises(NotAllowed):
        publishing.withdraw_public(public, reason="Sai", by=world["binh"], at=TUESDAY)
    with pytest.raises(NotAsItWas, match="vì sao"):
        publishing.withdraw_public(public, reason=" ", by=world["mai"], at=TUESDAY)
    with pytest.raises(NotAsItWas, match="đã có bản"):
        prepared(world, public.question)
    publishing.withdraw_public(public, reason="Quy định đã đổi", by=world["mai"], at=TUESDAY)
    with pytest.raises(NotAsItWas, match="đã thôi"):
        publishing.withdraw_public(public, reason="Lần nữa", by=world["mai"], at=TUESDAY)
    assert prepared(world, public.question).pk != public.pk
    assert found() == []


def test_the_check_sees_a_public_question_without_agreement_or_with_a_number(world: World) -> None:
    public = a_public_question(world)
    PublicQuestion.objects.filter(pk=public.pk).update(answer="Gọi 0912 345 678.")
    type(public.question).objects.filter(pk=public.question_id).update(consent_at=None)
    faults = "; ".join(told.faults())
    assert "thiếu đồng ý" in faults and "0912 345 678" in faults
    assert "consent" in "; ".join(told.differences())
    with pytest.raises(IntegrityError), transaction.atomic():
        PublicQuestion.objects.filter(pk=public.pk).update(read_by=public.prepared_by)


@pytest.mark.django_db(transaction=True)
def test_of_eight_one_publishes_and_one_withdraws(transactional_db: None, world: World) -> None:
    one_wins(publishing.publish_question, prepared(world), by=world["tam"], at=TUESDAY)
    public = a_public_question(world)
    one_wins(publishing.withdraw_public, public, reason="Quy định đã đổi", by=world["tam"], at=TUESDAY)


@pytest.mark.django_db(transaction=True)
def test_of_eight_one_prepares_agrees_and_takes_back(transactional_db: None, world: World) -> None:
    question = answered(world, consent=False)
    one_wins(publishing.consent_to_public, question, by=_asker(), at=TUESDAY)
    one_wins(publishing.prepare_public, question, words=WORDS, by=world["thu"], at=TUESDAY)
    one_wins(publishing.take_consent_back, question, by=_asker(), at=TUESDAY)


def _asker() -> Any:
    asker: Any = Asker()
    asker.held = ()
    return asker
