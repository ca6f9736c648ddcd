"""The pages of places, proposals, attendance, leave and lists in a real browser: accessible at every width."""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from playwright.sync_api import Page

from motcua.domain.dossiers.dates_moved import moving
from motcua.domain.dossiers.dates_moved.calendar_change import Waiting
from motcua.domain.organisations import absences, placing
from motcua.domain.working_days import changes, queries
from motcua.domain.working_days.timetable import DayKind
from tests.acts.dossiers.approving.test_together import agree
from tests.acts.dossiers.dates_moved.test_moving import STORM, second
from tests.acts.dossiers.test_standing_in import LEAVE
from tests.people import CENTRE, PLANNING
from tests.web import axe
from tests.world import World, moment

AT = "2024-05-28 09:00"
PAGES = (
    ("kien", "/quan-tri/noi-phe-duyet/"),
    ("kien", "/quan-tri/lich/de-nghi/"),
    ("mai", "/trung-tam/lanh-dao/"),
    ("mai", "/trung-tam/lanh-dao/?ngay=27/05/2024"),
    ("minh", "/phe-duyet/nhieu/"),
    ("quang", "/phong-ban/giao-lai/?cua=thu"),
    ("tam", "/phong-ban/lam-thay/"),
    ("thu", "/phong-ban/vang-mat/"),
    ("thu", "/phong-ban/vang-mat/moi/"),
    ("lan", "/quay/doi-hen/"),
)
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def full(transactional_db: None, world: World) -> World:
    """Something on each of these pages."""
    at = moment("2024-05-27")
    agree(world)
    for _ in range(3):
        world.at_approval()
        world.in_appraisal()
    given = {"office": world.offices[PLANNING], "substitute": world["tam"], "leave": LEAVE}
    absences.enter_absence(world["thu"], **given, by=world["quang"], at=at)
    days = placing.Days("Công văn số 12/UBND-KSTT", at.date(), LEAVE.to_on)
    placing.allow_elsewhere(world.offices[PLANNING], days=days, by=world["kien"], at=at)
    second(world, "admin")
    change = moving.propose_calendar_change(STORM, by=world["kien"], at=moment("2024-05-28"))
    moving.confirm_calendar_change(change, by=world["mai"], at=moment("2024-05-28"))
    moving.carry_on(moment("2024-05-28"))
    other = Waiting("declare_day", STORM.what | {"on": "2024-05-30", "name": "Nghỉ bão"})
    moving.propose_calendar_change(other, by=world["kien"], at=moment("2024-05-28"))
    return world


@pytest.fixture(autouse=True)
def _calendar_is_read_anew():
    queries.forget()
    yield
    queries.forget()


def test_the_forms_of_places_break_no_rule_with_errors_too(full: World, looks: Callable[..., None]) -> None:
    at = moment("2024-05-27")
    placing.enrol_device(full.offices[CENTRE], key=uuid4(), name="Máy phòng họp", by=full["kien"], at=at)
    (network,), (device,), (permit,) = placing.networks(), placing.devices(), placing.permits(at.date())
    here = "/quan-tri/noi-phe-duyet/"
    looks("kien", here, f"{here}mang/{network.pk}/thoi-dung/", f"{here}thiet-bi/{device.pk}/thu-hoi/", at=AT)
    looks("kien", f"{here}ngoai-trung-tam/{permit.pk}/thoi/", at=AT)
    looks("kien", f"{here}mang/", f"{here}thiet-bi/", f"{here}ngoai-trung-tam/", at=AT, send=True)


def test_both_answers_to_a_proposal_break_no_rule(full: World, looks: Callable[..., None]) -> None:
    open_one = f"/quan-tri/lich/de-nghi/{moving.proposals(most=1)[0].pk}/"
    looks("mai", f"{open_one}xac-nhan/", f"{open_one}bo/", at=AT)


def test_the_choice_for_a_made_up_day_breaks_no_rule(world: World, looks: Callable[..., None]) -> None:
    given = {"kind": DayKind.MAKE_UP, "name": "Làm bù", "basis": "Công văn 10/UBND", "by": world["kien"]}
    changes.declare_day(date(2024, 6, 1), **given, at=moment("2024-05-27"))
    looks("kien", "/quan-tri/lich/2024-06-01/lam-bu/", at=AT)


def test_no_page_breaks_a_rule_of_accessibility_at_any_width(full: World, in_browser, live_server) -> None:
    faults = []
    pages = [*PAGES, ("mai", f"/quan-tri/lich/de-nghi/{moving.proposals(most=1)[0].pk}/")]
    for code, address in pages:
        page: Page = in_browser(code, AT)
        page.goto(f"{live_server.url}{address}")
        faults += [f"{address}: {each}" for each in axe.check(page)]
    assert "\n".join(faults) == ""
