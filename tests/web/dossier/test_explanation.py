"""Explaining a breach on its page: by who broke the rule or the head, once."""

import pytest

from motcua.domain.dossiers.models import Breach, Dossier
from tests.web.at_desk import words_of
from tests.web.dossier.test_steps import page_of
from tests.world import World


@pytest.fixture
def dossier(world: World) -> Dossier:
    """Thu asked for its supplement too late."""
    return world.awaiting_supplement("2024-05-20", asked="2024-05-27")


@pytest.fixture
def address(dossier: Dossier) -> str:
    """Where it is explained."""
    return f"{page_of(dossier)}giai-trinh/{Breach.objects.get(dossier=dossier).pk}/"


@pytest.mark.clause("4.1.d-2")
@pytest.mark.parametrize("code", ["thu", "quang"])
def test_who_broke_the_rule_or_the_head_explains_it(sits, dossier, address, code):
    answer = sits(code).sends(address, explanation="Phần mềm lỗi")
    assert answer.headers["Location"] == page_of(dossier)
    assert Breach.objects.get(dossier=dossier).explanation == "Phần mềm lỗi"
    assert "Giải trình: Phần mềm lỗi" in sits(code).reads(page_of(dossier)).replace(" :", ":")


@pytest.mark.clause("4.1.d-2")
def test_a_colleague_reads_who_may(sits, address):
    assert "Chỉ người vi phạm hoặc thủ trưởng cơ quan được giải trình." in sits("tam").reads(address)
    assert sits("tam").sends(address, explanation="Thay").status_code == 403


@pytest.mark.clause("4.1.d-2")
def test_what_was_explained_stays(sits, address):
    sits("thu").sends(address, explanation="Phần mềm lỗi")
    assert "Vi phạm này đã được giải trình." in words_of(sits("thu").sends(address, explanation="Lý do khác"))
    assert "Vi phạm này đã được giải trình." in sits("thu").reads(address)


def test_an_empty_explanation_is_none(sits, dossier, address):
    assert "Hãy nhập nội dung giải trình." in words_of(sits("thu").sends(address, explanation=" "))


@pytest.mark.clause("5.1.đ-2")
def test_for_binh_there_is_nothing_to_explain(sits, dossier, address):
    assert sits("binh").asks(address).status_code == 404
    assert sits("thu").asks(f"{page_of(dossier)}giai-trinh/99999/").status_code == 404
