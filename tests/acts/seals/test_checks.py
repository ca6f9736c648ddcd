"""I9: what was given out bears its seal, and the register is what the journal tells; each harm is seen."""

from collections.abc import Callable

import pgtrigger
import pytest
from django.db import connection

from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.models import Dossier
from motcua.domain.dossiers.results import sealing
from motcua.domain.seals import closing
from motcua.domain.seals.models import Agreement, Closing, Custody, Impression, Seal
from tests.harm import unseen
from tests.sealing import Sealing
from tests.world import moment

AT = moment("2024-05-28 16:00")
AN = handover.Recipient("Nguyễn Văn An")


@pytest.fixture
def sound(seals: Sealing) -> Sealing:
    """A sealed and delivered result, one in custody, and a closed day."""
    seal, world = seals.in_use(), seals.world
    delivered, kept = world.at_centre(), world.at_centre()
    for dossier in (delivered, kept):
        seals.stamped(dossier)
    handover.deliver(delivered, to=AN, by=world["ngoc"], at=AT)
    handover.keep_uncollected(kept, shelf="A3", by=world["ngoc"], at=AT)
    closing.close_seal_day(seal, day=AT.date(), by=world["hanh"], at=AT)
    return seals


@pytest.mark.clause("4.1.đ", "5.4")
def test_nothing_is_wrong_where_all_was_done_by_the_acts(sound: Sealing) -> None:
    assert list(sealing.faults()) == []


def behind_the_back(statement: str) -> None:
    """Change rows as nobody can through the program: past the triggers."""
    guards = ("seals.Impression:stamped_for_good", "seals.Closing:closed_for_good")
    with pgtrigger.ignore(*guards), connection.cursor() as cursor:
        cursor.execute(statement)


HARMS: dict[str, Callable[[Sealing], object]] = {
    "không có dấu thứ hai": lambda _: behind_the_back(
        "delete from seals_impression where dossier_code in (select code from dossiers_dossier where stage='delivered')"
    ),
    "không ứng với kết quả": lambda _: Dossier.objects.filter(stage="kept").update(outcome="rejected"),
    "state": lambda _: Seal.objects.update(state="returned"),
    "keeper": lambda seals: Custody.objects.filter(ended_at=None).update(keeper=seals.world["duc"]),
    "số không liên tục": lambda _: behind_the_back("update seals_impression set number = 9 where number = 2"),
    "khóa sổ 2, nay 1": lambda _: behind_the_back("update seals_impression set day = day + 1 where number = 2"),
    "nằm trong phần đã khóa": lambda _: behind_the_back("update seals_impression set day = day - 1 where number = 2"),
    "closed_days": lambda _: behind_the_back("delete from seals_closing"),
}


def test_the_check_sees_each_harm(sound: Sealing) -> None:
    assert unseen({words: (do, words) for words, do in HARMS.items()}, sound, sealing.faults) == []


def test_what_was_given_out_before_the_agreement_is_no_fault(seals: Sealing) -> None:
    handover.deliver(seals.world.at_centre(), to=AN, by=seals.world["ngoc"], at=AT)
    seals.agreement(valid_from=AT.date())
    Agreement.objects.update(applies_from="2024-05-29")
    assert (list(sealing.faults()), Impression.objects.count(), Closing.objects.count()) == ([], 0, 0)
