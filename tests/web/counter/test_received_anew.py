"""Where the wrong procedure was chosen, the page leads to cancelling and receiving anew; the old paper is replaced."""

import pytest
from django.test import Client

from motcua.domain.dossiers import checks
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.pauses import ending
from motcua.domain.dossiers.pauses.ending import Cancelling
from motcua.domain.dossiers.received_anew import NotByMistake, receive_anew
from motcua.domain.journal.models import Entry
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.papers.queries import papers_of
from motcua.domain.regulation.answers import NotAllowed
from tests.papers.reading import text_of
from tests.racing import THREADS, at_once
from tests.web.counter.conftest import KEY, MORNING, at, filled
from tests.world import AN, World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("5.1.đ-2", "5.1.e-1")]
WHY = Cancelling("mistake", "Chọn nhầm thủ tục")


def cancelled(world: World) -> Dossier:
    """Received under the wrong procedure; Lan proposed, the head of the department decided."""
    dossier = world.received()
    ending.propose_cancellation(dossier, why=WHY, by=world["lan"], at=MORNING)
    return ending.cancel(dossier, why=WHY, by=world["quang"], at=MORNING)


def test_the_page_of_the_correction_says_the_road_and_the_dossier_leads_to_the_new_form(lan: Client, world: World):
    dossier = cancelled(world)
    other = world.received()
    page = lan.get(f"/quay/ho-so/{other.code}/dinh-chinh/", **at()).content.decode()
    assert "Chọn nhầm thủ tục?" in page
    assert f"/ho-so/{other.code}/de-nghi-huy/" in page
    assert "Tiếp nhận lại" not in lan.get(f"/quay/ho-so/{other.code}/", **at()).content.decode()
    assert f"/quay/?thay={dossier.code}" in lan.get(f"/quay/ho-so/{dossier.code}/", **at()).content.decode()
    form = lan.get(f"/quay/?thay={dossier.code}", **at()).content.decode()
    assert 'value="Nguyễn Văn An"' in form
    assert f'name="thay" value="{dossier.code}"' in form


def test_it_is_received_anew_with_a_new_code_and_the_old_paper_reads_as_replaced(lan: Client, world: World):
    wrong = cancelled(world)
    world.version = world.a_procedure(name="Đăng ký công ty cổ phần")
    sent = filled(world, decide="receive")
    sent |= {"thay": wrong.code, "key": KEY}
    answer = lan.post("/quay/", sent, **at())
    dossier = Dossier.objects.latest("id")
    assert answer.headers["Location"] == f"/quay/ho-so/{dossier.code}/"
    old, new = papers_of(wrong.stream).get(form_code="receipt"), papers_of(dossier.stream).get(form_code="receipt")
    words = " ".join(text_of(bytes_of(new, at=MORNING)).split())
    assert f"Giấy này thay thế giấy số {old.shown_number}" in words
    page = lan.get(f"/quay/ho-so/{wrong.code}/", **at()).content.decode()
    assert f"đã thay thế bởi số {new.shown_number}" in page
    assert "Đăng ký công ty cổ phần" in page
    assert "?thay=" not in page
    assert [(rule.mark, place) for rule in checks.invariants() for place in rule.broken] == []


def test_only_what_was_cancelled_by_mistake_is_received_anew_once_and_for_the_same_person(world: World):
    signs = {"by": world["lan"], "at": MORNING, "duplicate_seen": True}
    with pytest.raises(NotByMistake, match="chưa được hủy"):
        receive_anew(world.received(), filing=world.filing(), **signs)
    wrong = cancelled(world)
    stranger = type(AN)(**{**vars(AN), "identity_number": "022090009999"})
    with pytest.raises(NotByMistake, match="chủ hồ sơ khác"):
        receive_anew(wrong, filing=world.filing(applicant=stranger), **signs)
    with pytest.raises(NotAllowed):
        receive_anew(wrong, filing=world.filing(), **{**signs, "by": world["ngoc"]})
    receive_anew(wrong, filing=world.filing(), **signs)
    with pytest.raises(NotByMistake, match="đã được tiếp nhận lại"):
        receive_anew(wrong, filing=world.filing(), **signs)


@pytest.mark.django_db(transaction=True)
def test_of_eight_who_receive_it_anew_one_does(transactional_db: None, world: World):
    wrong, filing, lan = cancelled(world), world.filing(), world["lan"]
    assert lan.held
    answers = at_once(lambda _: receive_anew(wrong, filing=filing, by=lan, at=MORNING, duplicate_seen=True))
    assert len([each for each in answers if isinstance(each, NotByMistake)]) == THREADS - 1
    assert Entry.objects.filter(act="receive_anew").count() == 1
