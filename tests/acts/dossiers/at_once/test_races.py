"""Eight counters settle at once: eight numbers of the book without a gap."""

import pytest

from motcua.domain.dossiers.at_once.immediate import Certified, settle_at_once
from tests.racing import THREADS, at_once
from tests.world import World, moment

pytestmark = pytest.mark.django_db(transaction=True)
AT = moment("2024-05-27 09:00")


@pytest.mark.clause("5.1.đ-2")
def test_eight_at_once_get_eight_numbers_without_a_gap(transactional_db: None, world: World) -> None:
    filing, lan = world.filing(world.an_immediate_procedure()), world["lan"]
    certified = Certified("Bằng tốt nghiệp", 1, 2, "SCT/BS", "minh")
    assert lan.held
    settled = at_once(lambda _: settle_at_once(filing, certified, by=lan, at=AT))
    assert sorted(each.result_number for each in settled) == [f"{n:02d}/2024-SCT/BS" for n in range(1, THREADS + 1)]
