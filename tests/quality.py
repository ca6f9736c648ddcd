"""A quarter with five dossiers that were finished in it, two that do not count, and the hand that computed it.

| dossier | limit 30/05, done | 1 | 2 | 3 | 4 | 7 |
|---|---|---|---|---|---|---|
| early | 28/05 | 2 | 2 | 2 | 2 | 2 |
| on its day | 30/05 | 1 | 2 | 2 | 2 | 1 |
| late | 31/05 | 0 | 2 | 2 | 2 | 0 |
| completed 31/05, limit 05/06 | 04/06 | 2 | 2 | 1 | 1 | 2 |
| early, feedback about Thu found true | 28/05 | 2 | 2 | 2 | 2 | 0 |
| average | | 1,4 | 2,0 | 1,8 | 1,8 | 1,0 |

Index 5: the one procedure is wholly done at the Centre, 2. Index 6: published in the system in time, in no printable
set, 1. Index 8: the one answer that was due came in time, 2. Index 9: the procedure can not be filed online, 0.
Together 1,4 + 2,0 + 1,8 + 1,8 + 2 + 1 + 1,0 + 2 + 0 = 13,0 of 18: good.
"""

from motcua.domain.dossiers import decision, processing, supplement
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.dossiers.models import Dossier
from motcua.domain.feedback import answering
from motcua.domain.feedback.terms import Kind
from motcua.domain.quality.periods import Quarter
from tests.feedback import TUESDAY, drafted
from tests.moments import moment
from tests.world import World

SECOND, THIRD = Quarter(2024, 2), Quarter(2024, 3)
AFTER = moment("2024-07-01 08:00")  # a Monday
BY_HAND = {1: "1.4", 2: "2.0", 3: "1.8", 4: "1.8", 5: "2.0", 6: "1.0", 7: "1.0", 8: "2.0", 9: "0.0"}
TOTAL, GRADE = "13.0", "tốt"


def a_quarter(world: World) -> list[Dossier]:
    """The seven dossiers of the table and below it, in its order; the last two do not count."""
    counted = [world.at_centre(), world.at_centre("2024-05-30"), world.at_centre("2024-05-31"), completed(world)]
    counted.append(against_thu(world))
    return [*counted, world.withdrawn(), world.at_centre("2024-07-01 07:30")]


def completed(world: World) -> Dossier:
    """One that Thu returned for a signature, and that went its way afterwards."""
    dossier = world.awaiting_supplement()
    signed = Brought(dossier.submitted.first().component_id, originals=1)
    supplement.accept_supplement(dossier, brought=(signed,), by=world["lan"], at=moment("2024-05-31"))
    on = moment("2024-06-03")
    processing.complete_step(world.task(dossier), note="Đủ", by=world["thu"], at=on)
    dossier = decision.approve(world.task(dossier), by=world["minh"], at=on)
    processing.take(world.task(dossier), by=world["hoa"], at=on)
    processing.complete_step(world.task(dossier), by=world["hoa"], at=on)
    decision.record_result(dossier, number="22A8001299", on=on.date(), by=world["hoa"], at=on)
    return handover.hand_over(dossier, by=world["ngoc"], at=moment("2024-06-04"))


def against_thu(world: World) -> Dossier:
    """One about which somebody said that Thu treated him badly; Tâm found that it is true, the head said so."""
    dossier = world.at_centre()
    item = drafted(world, kind=Kind.CONDUCT, dossier=dossier, official=world["thu"], by="tam")
    answering.approve_answer(item, by=world["quang"], at=TUESDAY)
    return dossier
