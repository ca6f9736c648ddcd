"""Rules that were broken and wait for an explanation: the officials of the body see them, who broke them explains."""

import pytest

from motcua.domain.dossiers import breaches
from motcua.domain.dossiers.models import Breach
from tests.world import World, moment

OWED = "/phong-ban/giai-trinh/"


def late_supplement(world: World) -> Breach:
    """Thu asked for a supplement later than the third working day and said nothing about it."""
    dossier = world.awaiting_supplement("2024-05-20", asked="2024-05-27")
    return Breach.objects.get(dossier=dossier)


@pytest.mark.clause("4.1.d-2")
def test_who_broke_the_rule_is_led_to_explain_it(world, sits):
    breach = late_supplement(world)
    page = sits("thu").asks(OWED).content.decode()
    assert "Yêu cầu bổ sung quá 3 ngày làm việc" in page
    assert f'href="/ho-so/{breach.dossier.code}/giai-trinh/{breach.pk}/"' in page


@pytest.mark.clause("4.1.d-2")
def test_a_colleague_sees_it_and_reads_who_may_explain(world, sits):
    late_supplement(world)
    assert "Chỉ người vi phạm hoặc thủ trưởng cơ quan được giải trình" in sits("tam").reads(OWED)
    assert "/giai-trinh/" in sits("quang").asks(OWED).content.decode().split("<main")[1]


def test_what_is_explained_leaves_the_list(world, sits):
    breaches.explain_breach(late_supplement(world), explanation="Mất điện", by=world["thu"], at=moment("2024-05-27"))
    assert "Không còn gì phải giải trình" in sits("thu").reads(OWED)


@pytest.mark.clause("5.1.đ-2")
def test_another_department_sees_none_of_it(world, sits):
    late_supplement(world)
    assert "Không còn gì phải giải trình" in sits("binh").reads(OWED)
