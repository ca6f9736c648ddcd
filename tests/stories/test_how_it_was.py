"""From the QR of a receipt to the wall: people say how it was, the Centre hears it, nobody learns who spoke (3.1)."""

from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.core.cache import cache

from motcua.domain.dossiers import checks
from motcua.domain.dossiers.delivery import handover
from motcua.domain.dossiers.delivery.handover import Recipient
from motcua.domain.feedback.models import Feedback
from motcua.domain.journal.recording import verify
from motcua.domain.papers.issuing import bytes_of
from motcua.domain.papers.models import Paper
from motcua.domain.satisfaction import counting
from tests.moments import moment
from tests.papers.reading import codes_of
from tests.people import PLANNING
from tests.satisfaction import asked
from tests.web.at_desk import Official
from tests.web.portal.conftest import Visitor
from tests.world import World

pytestmark = pytest.mark.clause("3.1", "4.6.a")
MAY, EVENING, JUNE = "2024-05-27 09:00", "2024-05-29 20:00", "2024-06-03 10:00"


@pytest.fixture(autouse=True)
def _nothing_is_broken_afterwards(world: World) -> Iterator[None]:
    cache.clear()
    yield
    assert list(verify()) == []
    rules = [*checks.invariants(), *counting.invariants()]
    assert {each.mark: broken for each in rules if (broken := list(each.broken))} == {}


def scanned(paper: Paper) -> str:
    """Where the right QR of a slip leads, as a telephone reads it."""
    return "/danh-gia/" + codes_of(bytes_of(paper, at=moment(MAY)))["QR Code 2"].rpartition("/")[2]


def test_from_the_receipt_to_the_wall(world: World) -> None:
    at_home = Visitor()
    for number, level in enumerate((5, 5, 4, 4, 1)):
        dossier = world.received()
        ballot = scanned(Paper.objects.get(about=dossier.stream, form_code="receipt"))
        assert "Bạn vừa nộp hồ sơ." in at_home.reads(ballot, EVENING)
        words = {"reasons": "time", "words": f"Chờ hai tiếng. Gọi 091234567{number}."} if level == 1 else {}
        assert at_home.sends(ballot, EVENING, key=str(uuid4()), level=str(level), **words).status_code == 302
        done = handover.deliver(world.at_centre(), to=Recipient("An"), by=world["ngoc"], at=moment("2024-05-29"))
        at_home.sends(f"/danh-gia/{asked(done, 'delivered').secret}", EVENING, key=str(uuid4()), level="5")
    assert "Chưa có đánh giá trong thời gian này" in at_home.reads("/hai-long/", JUNE)
    counting.count_due(moment("2024-06-03 00:40"))
    cache.clear()
    wall = at_home.reads("/hai-long/", JUNE)
    assert "90,0 %" in wall and "80,0 %" in wall and "100,0 %" in wall
    assert "90,0 % hài lòng hoặc rất hài lòng, trong 10 đánh giá" in at_home.reads("/", JUNE)
    mai, quang = Official(world, "mai"), Official(world, "quang")
    told = mai.reads("/y-kien-nguoi-dan/", JUNE, muc="1")
    assert "Chờ hai tiếng." in told and "0912345674" not in told and "H49-" not in told
    own = quang.reads("/y-kien-nguoi-dan/co-quan-toi/", JUNE)
    assert "Trả kết quả" in own and "Chờ hai tiếng." not in own
    assert "100,0 %" in at_home.reads("/hai-long/", JUNE, **{"co-quan": PLANNING})
    (line,) = [each for each in mai.asks("/y-kien-nguoi-dan/", JUNE, muc="1").content.decode().split('"')
               if each.endswith("/phan-anh/")]  # fmt: skip
    mai.sends(line, JUNE, subject="Chờ lâu ở quầy", kind="centre")
    item = Feedback.objects.get()
    assert (item.dossier, item.name, item.about) == (None, "", world.offices["trung-tam"])
    assert item.code in mai.reads("/kiem-tra-giam-sat/", JUNE)
