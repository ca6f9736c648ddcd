"""The department of transport, the Centre, and those in them who write, agree, decide and may not."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from motcua.domain.organisations import acts as organisations
from motcua.domain.organisations.acts import Position
from motcua.domain.organisations.policies import Founder
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import catalogue

from .building import a_draft

AT = datetime(2019, 5, 6, 2, 0, tzinfo=UTC)
SINCE = date(2019, 1, 1)


@pytest.fixture
def at() -> datetime:
    """Monday morning, 6 May 2019."""
    return AT


@pytest.fixture
def offices(db: None) -> SimpleNamespace:
    """The province, the Centre with one division, and two departments."""

    def opened(code: str, name: str, kind: str, parent=None, **details: str):
        return organisations.open_office(
            code, name=name, kind=kind, parent=parent, valid_from=SINCE, by=Founder(), at=AT, **details
        )

    province = opened("ubnd-tinh", "Ủy ban nhân dân tỉnh Quảng Ninh", "province")
    centre = opened("trung-tam", "Trung tâm Phục vụ Hành chính công tỉnh", "centre", province)
    control = opened("tt-ks", "Phòng Kiểm tra – Giám sát", "division", centre)
    transport = opened("so-gtvt", "Sở Giao thông vận tải", "department", province, short_name="Sở GTVT")
    justice = opened("so-tp", "Sở Tư pháp", "department", province)
    return SimpleNamespace(province=province, centre=centre, control=control, transport=transport, justice=justice)


@pytest.fixture
def cast(offices: SimpleNamespace) -> SimpleNamespace:
    """Named after what they do; Bình holds a post of justice and may do nothing here."""

    def posted(code: str, name: str, office, *roles: Role):
        officer = organisations.register_officer(code, name=name, by=Founder(), at=AT)
        position = Position(office, "Chuyên viên", tuple(roles))
        organisations.appoint(officer, position=position, from_on=SINCE, by=Founder(), at=AT)
        return officer

    return SimpleNamespace(
        writer=posted("gt-soan", "Nguyễn Thị Soạn", offices.transport, Role.PROCEDURES),
        head=posted("gt-giam-doc", "Trần Minh Đức", offices.transport, Role.HEAD),
        deputy=posted("gt-pho", "Lê Văn Phó", offices.transport, Role.APPROVE),
        appraiser=posted("gt-thu", "Phạm Thị Thu", offices.transport, Role.APPRAISE),
        controller=posted("tt-kiem-soat", "Vũ Thị Mai", offices.control, Role.PROCEDURES),
        watcher=posted("tt-giam-sat", "Hoàng Văn Sát", offices.centre, Role.WATCH),
        binh=posted("tp-binh", "Đỗ Văn Bình", offices.justice, Role.APPROVE, Role.PROCEDURES),
        justice_head=posted("tp-giam-doc", "Bùi Thị Tư", offices.justice, Role.HEAD),
        chairman=posted("ub-chu-tich", "Đặng Văn Chủ", offices.province, Role.HEAD, Role.APPROVE),
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
