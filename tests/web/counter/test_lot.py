"""Several dossiers of one applicant are filled in one after the other and received on one receipt."""

from uuid import uuid4

import pytest
from django.test import Client

from motcua.domain.counters import drafts
from motcua.domain.dossiers.models import Dossier, Lot
from motcua.domain.papers.models import Paper
from tests.web.counter.conftest import KEY, MORNING, at, filled
from tests.world import World

pytestmark = [pytest.mark.django_db, pytest.mark.clause("5.1.đ-2")]
HERE = "/quay/"


def test_the_next_form_knows_the_person_and_the_last_one_takes_all_in(lan: Client, world: World):
    answer = lan.post(HERE, filled(world, decide="another"), **at())
    assert answer.headers["Location"] == f"{HERE}?cung={KEY}"
    page = lan.get(answer.headers["Location"], **at()).content.decode()
    assert 'value="Nguyễn Văn An"' in page
    assert f'name="with" value="{KEY}"' in page
    assert "Cùng một giấy tiếp nhận với hồ sơ này" in page
    last = filled(world, decide="receive", key=str(uuid4()), duplicate_seen="on") | {"with": KEY}
    answer = lan.post(HERE, last, **at())
    assert Dossier.objects.count() == 2
    assert Lot.objects.get().paper == Paper.objects.get()
    assert answer.headers["Location"] == f"/quay/ho-so/{Dossier.objects.latest('id').code}/"
    assert drafts.mine(world["lan"], MORNING) == []


def test_one_that_is_not_complete_is_not_put_by(lan: Client, world: World):
    assert lan.post(HERE, filled(world, decide="another", name=""), **at()).status_code == 422


def test_when_one_of_them_is_gone_or_lacks_a_paper_none_is_received(lan: Client, world: World):
    lan.post(HERE, filled(world, "đt-", decide="another"), **at())
    last = filled(world, decide="receive", key=str(uuid4()), duplicate_seen="on")
    refused = lan.post(HERE, last | {"with": KEY}, **at())
    assert refused.status_code == 409
    assert "Hồ sơ còn thiếu" in refused.content.decode()
    gone = lan.post(HERE, last | {"with": str(uuid4())}, **at())
    assert "không còn trong bản nháp" in gone.content.decode()
    assert not Dossier.objects.exists()
