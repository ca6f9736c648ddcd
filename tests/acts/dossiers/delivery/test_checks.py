"""I9: every result is in the hands it belongs to or in somebody's custody; each harm is seen."""

from collections.abc import Callable

import pytest

from motcua.domain.dossiers import checks
from motcua.domain.dossiers.delivery import handover, post
from motcua.domain.dossiers.delivery.checks import faults
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.dossiers.delivery.models import Delivery, Parcel
from motcua.domain.dossiers.delivery.proofs import Proof
from motcua.domain.dossiers.models import Dossier, Task
from motcua.domain.dossiers.results import register as results
from motcua.domain.dossiers.results.models import Result
from tests.acts.dossiers.delivery.test_delivery import picture
from tests.harm import unseen
from tests.world import World, moment

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.e")]
AT = moment("2024-05-29")
AN = Recipient("Nguyễn Văn An", "022090001234")


@pytest.fixture
def everywhere(world: World) -> dict[str, Dossier]:
    """A result at every place that it can be, brought there by the acts."""
    by = {"by": world["ngoc"], "at": AT}
    there = {
        "department": world.with_result(),
        "centre": world.at_centre(),
        "shelf": handover.keep_uncollected(world.at_centre(), shelf="A1", **by),
        "receipt": handover.deliver(world.at_centre(), to=AN, **by),
        "signed for": handover.deliver(world.at_centre(), to=AN, proof=Proof("signature", picture()), **by),
    }
    for name in ("on the way", "by post", "came back"):
        there[name] = world.at_centre()
        post.send_by_post(there[name], number=f"EQ{len(there)}VN", **by)
    there["by post"] = post.delivered_by_post(there["by post"], to="Nguyễn Văn An", **by)
    post.take_back_parcel(there["came back"], reason="Không có nhà", **by)
    return there


def test_nothing_is_wrong_where_all_was_done_by_the_acts(world: World, everywhere: dict[str, Dossier]) -> None:
    one = Result.objects.get(dossier=everywhere["receipt"])
    results.amend_result(one, number="2", on=AT.date(), reason="Sai địa chỉ", by=world["minh"], at=AT)
    world.rejected()
    assert list(faults()) == []


def row(there: dict[str, Dossier], name: str):
    return Dossier.objects.filter(pk=there[name].pk)


HARMS: dict[str, tuple[Callable[[dict[str, Dossier]], object], str]] = {
    "a result whose dossier went back": (
        lambda there: row(there, "department").update(stage="processing"),
        "không ở cơ quan, Trung tâm hay người nhận nào",
    ),
    "a result that left the register": (
        lambda there: Result.objects.filter(dossier=there["centre"]).update(number="9"),
        "không có trong sổ kết quả",
    ),
    "nobody's to give out": (
        lambda there: Task.objects.filter(dossier=there["shelf"], kind="return").update(kind="approve"),
        "không có việc trả kết quả nào đang mở",
    ),
    "no moment of arrival": (lambda there: row(there, "centre").update(finished_at=None), "không rõ đến từ lúc nào"),
    "given to nobody": (lambda there: row(there, "receipt").update(delivered_to=""), "không ghi người nhận"),
    "a proof that is gone": (
        lambda there: Delivery.objects.filter(dossier=there["signed for"]).delete(),
        "không còn bằng chứng",
    ),
    "another proof than was told": (
        lambda there: Delivery.objects.filter(dossier=there["signed for"]).update(how="photo"),
        "không ứng với lần trả nào",
    ),
    "a proof of what was not given out": (
        lambda there: Delivery.objects.filter(dossier=there["signed for"]).update(dossier=there["centre"]),
        "không ứng với lần trả nào",
    ),
    "on its way though it was given out": (
        lambda there: Parcel.objects.filter(dossier=there["on the way"]).update(dossier=there["receipt"]),
        "đang trên đường nhưng kết quả không còn chờ trả",
    ),
    "handed out by the post and nobody noted it": (
        lambda there: Parcel.objects.filter(dossier=there["on the way"]).update(ended="delivered", ended_at=AT),
        "hồ sơ chưa ghi trả qua bưu chính",
    ),
    "noted by post without a parcel": (
        lambda there: Parcel.objects.filter(dossier=there["by post"]).update(ended="came_back"),
        "không có bưu gửi nào đã phát",
    ),
}


def test_each_harm_is_seen_and_named(everywhere: dict[str, Dossier]) -> None:
    assert unseen(HARMS, everywhere, faults) == []


def test_the_check_of_the_whole_province_sees_it_under_its_mark(everywhere: dict[str, Dossier]) -> None:
    row(everywhere, "receipt").update(delivered_to="")
    (rule,) = (each for each in checks.invariants() if each.mark == "I9")
    assert any("không ghi người nhận" in fault for fault in rule.broken)
