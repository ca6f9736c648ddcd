"""What is settled while the citizen waits: one act from the person to the result, with its line in the year's book."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from motcua.domain.dossiers import checks
from motcua.domain.dossiers.at_once import immediate
from motcua.domain.dossiers.at_once.immediate import Certified, NotImmediate, settle_at_once
from motcua.domain.dossiers.models import Certification, Dossier, Result, Task
from motcua.domain.journal.models import Entry
from motcua.domain.papers.models import Paper
from motcua.domain.regulation.answers import NotAllowed, Refused
from tests.people import CENTRE
from tests.world import AT_ONCE, World, moment

pytestmark = pytest.mark.django_db
AT = moment("2024-05-27 09:00")
DEGREE = Certified("Bằng tốt nghiệp đại học", copies=3, pages=6, book="SCT/BS", signed_by="minh")


def settle(world: World, certified: Certified = DEGREE, **given: Any) -> Dossier:
    version = given.pop("version", None) or world.an_immediate_procedure()
    return settle_at_once(world.filing(version), certified, **{"by": world["lan"], "at": AT, **given})


@pytest.mark.clause("4.1.e", "5.1.c-1", "5.1.đ-2")
def test_it_is_received_signed_entered_in_its_book_and_handed_out_at_once(world: World):
    dossier = settle(world)
    again = world.again(dossier)
    assert (again.stage, again.outcome, again.code) == ("delivered", "approved", "000.00.00.H49-240527-0001")
    assert again.received_at == again.decided_at == again.delivered_at == AT
    assert (again.delivered_to, again.result_number) == ("Nguyễn Văn An", "01/2024-SCT/BS")
    line = Certification.objects.get()
    assert (line.copies, line.pages, line.signed_by, line.office.code) == (3, 6, world["minh"], "so-khdt")
    assert [(task.how, task.done_by.code) for task in Task.objects.order_by("stage")] == [
        ("done", "lan"), ("settled", "minh"), ("done", "lan"),
    ]  # fmt: skip
    assert Result.objects.get().number == "01/2024-SCT/BS"
    assert not Paper.objects.exists()


def test_the_journal_alone_tells_the_same(world: World):
    settle(world)
    assert [(rule.mark, place) for rule in checks.invariants() for place in rule.broken] == []
    assert Entry.objects.get(act="settle_at_once").facts["signer"] == "Phạm Văn Minh"


def test_who_asks_for_a_receipt_gets_one(world: World):
    settle(world, receipt_wanted=True)
    assert Paper.objects.get().form_code == "receipt"


def test_each_book_has_its_own_numbers_of_the_year(world: World):
    version = world.an_immediate_procedure()
    signature = Certified("Giấy ủy quyền", copies=1, pages=1, book="SCT/CK", signed_by="minh")
    numbers = [
        settle(world, each, version=version, at=moment(on)).result_number
        for each, on in ((DEGREE, "2024-05-27"), (DEGREE, "2024-05-28"), (signature, "2024-05-28"))
    ]
    assert numbers == ["01/2024-SCT/BS", "02/2024-SCT/BS", "01/2024-SCT/CK"]


@pytest.mark.clause("5.1.a-2")
def test_a_procedure_of_several_steps_or_of_several_days_is_refused(world: World):
    with pytest.raises(NotImmediate, match="nhiều bước"):
        settle(world, version=world.version)
    with pytest.raises(NotImmediate, match="thời hạn 3 ngày làm việc"):
        settle(world, version=world.a_procedure(days=3, steps=AT_ONCE))
    assert not Dossier.objects.exists()


@pytest.mark.clause("5.1.c-1")
@pytest.mark.parametrize("code", ["binh", "thu", "lan", "không-có"])
def test_who_is_not_named_does_not_sign(world: World, code: str):
    with pytest.raises(NotAllowed, match="không được phân công, ủy quyền ký"):
        settle(world, Certified("Bằng", 1, 1, "SCT/BS", code))
    assert not Dossier.objects.exists()


@pytest.mark.parametrize("code", ["ngoc", "binh", "mai"])
def test_only_who_receives_there_does_it(world: World, code: str):
    with pytest.raises(NotAllowed):
        settle(world, by=world[code])


@pytest.mark.parametrize(
    "wrong",
    [
        Certified(" ", 1, 1, "SCT/BS", "minh"),
        Certified("Bằng", 0, 1, "SCT/BS", "minh"),
        Certified("Bằng", 1, 0, "SCT/BS", "minh"),
        Certified("Bằng", 1, 1, "SỔ/LẠ", "minh"),
    ],
)
def test_a_line_says_of_what_and_how_much(world: World, wrong: Certified):
    with pytest.raises(Refused):
        settle(world, wrong)
    assert not Certification.objects.exists()


def test_what_is_settled_at_once_is_offered_where_it_is_received(world: World):
    version = world.an_immediate_procedure()
    assert immediate.offered(world.offices[CENTRE], AT.date()) == [version]
    assert immediate.offered(world.offices["so-tp"], AT.date()) == []


def test_it_costs_at_most_twelve_statements_beside_those_of_the_request(world: World):
    version = world.an_immediate_procedure()
    settle(world, version=version)
    filing, lan = world.filing(version), world["lan"]
    assert lan.held
    with CaptureQueriesContext(connection) as captured:
        settle_at_once(filing, DEGREE, by=lan, at=AT)
    sent = [each["sql"] for each in captured if not each["sql"].startswith(("SAVEPOINT", "RELEASE"))]
    assert len(sent) <= 12, "\n".join(sent)
