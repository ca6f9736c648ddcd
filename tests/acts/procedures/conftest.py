"""The department of transport, the Centre, and those in them who write, agree, decide and may not."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from motcua.domain.organisations import acts as organisations
from motcua.domain.organisations.acts import Position
from motcua.domain.organisations.models import Office, Officer
from motcua.domain.organisations.policies import Founder
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import catalogue
from tests.people import CENTRE, JUSTICE
from tests.world import World

from .building import a_draft

AT = datetime(2019, 5, 6, 2, 0, tzinfo=UTC)
SINCE = date(2019, 5, 1)


@pytest.fixture
def at() -> datetime:
    """Monday morning, 6 May 2019."""
    return AT


@pytest.fixture
def offices(world: World) -> SimpleNamespace:
    """Beside the bodies of the world a department of transport."""
    transport = organisations.open_office(
        "so-gtvt",
        name="Sở Giao thông vận tải",
        kind="department",
        parent=world.offices["tinh"],
        valid_from=SINCE,
        by=Founder(),
        at=AT,
    )
    return SimpleNamespace(transport=transport, justice=world.offices[JUSTICE], centre=world.offices[CENTRE])


@pytest.fixture
def cast(world: World, offices: SimpleNamespace) -> SimpleNamespace:
    """Those of the department named after what they do; Mai controls for the Centre, Bình may do nothing here."""

    def posted(code: str, name: str, office: Office, *roles: Role) -> Officer:
        officer = organisations.register_officer(code, name=name, by=Founder(), at=AT)
        position = Position(office, "Chuyên viên", tuple(roles))
        organisations.appoint(officer, position=position, from_on=SINCE, by=Founder(), at=AT)
        return officer

    return SimpleNamespace(
        writer=posted("gt-soan", "Nguyễn Thị Soạn", offices.transport, Role.PROCEDURES),
        head=posted("gt-giam-doc", "Trần Minh Đức", offices.transport, Role.HEAD),
        deputy=posted("gt-pho", "Lê Văn Phó", offices.transport, Role.APPROVE),
        appraiser=posted("gt-thu", "Phạm Thị Thu", offices.transport, Role.APPRAISE),
        watcher=posted("tt-giam-sat", "Hoàng Văn Sát", offices.centre, Role.WATCH),
        justice_writer=posted("tp-soan", "Lý Thị Soạn", offices.justice, Role.PROCEDURES),
        justice_head=posted("tp-giam-doc", "Bùi Thị Tư", offices.justice, Role.HEAD),
        controller=world["mai"],
        binh=world["binh"],
        founder=Founder(),
    )


@pytest.fixture
def draft(offices: SimpleNamespace, cast: SimpleNamespace, at: datetime):
    """A complete draft of the transport department's procedure."""
    return a_draft(offices.transport, by=cast.writer, at=at)


@pytest.fixture
def published(draft, cast: SimpleNamespace, at: datetime):
    """The same, posted from 1 May 2019 on."""
    return catalogue.publish_procedure(draft, valid_from=date(2019, 5, 1), by=cast.controller, at=at)
