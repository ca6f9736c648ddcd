"""Processes of district and commune procedures are built and kept current in the same system (7.6)."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from motcua.domain.organisations import acts as organisations
from motcua.domain.organisations.models import Officer
from motcua.domain.organisations.roles import Role
from motcua.domain.procedures import catalogue, process, queries

from .building import a_draft, steps

FROM = date(2019, 6, 1)


@pytest.mark.clause("7.6")
@pytest.mark.parametrize("kind", ["district", "commune"])
def test_a_district_and_a_commune_write_agree_and_renew_their_processes(world, cast, at, kind):
    body = organisations.open_office(
        "ha-long", name="Ủy ban nhân dân", kind=kind, parent=world.offices["tinh"], valid_from=date(2019, 5, 1),
        by=cast.founder, at=at,
    )  # fmt: skip

    def posted(code: str, *roles: Role) -> Officer:
        officer = organisations.register_officer(code, name="Cán bộ", by=cast.founder, at=at)
        position = organisations.Position(body, "Chuyên viên", roles)
        organisations.appoint(officer, position=position, from_on=date(2019, 5, 1), by=cast.founder, at=at)
        return officer

    writer, head = posted("hl-soan", Role.PROCEDURES), posted("hl-chu-tich", Role.HEAD)
    version = a_draft(body, by=writer, at=at, level=kind)
    catalogue.publish_procedure(version, valid_from=date(2019, 5, 6), by=cast.controller, at=at)
    own = [replace(each, office="ha-long", officers=()) if each.office == "so-gtvt" else each for each in steps()]
    for number, hours in enumerate((16, 8)):
        way = [own[0], replace(own[1], hours=hours), *own[2:]]
        drafted = process.draft_process(version.procedure, steps=way, by=writer, at=at)
        process.agree_as_department(drafted, by=writer, at=at)
        process.agree_as_centre(drafted, by=cast.controller, at=at)
        process.approve_process(drafted, decision=f"{number}/QĐ-UBND", decided_on=date(2019, 5, 6), by=head, at=at)
        day = FROM + timedelta(days=number)
        process.put_process_in_force(drafted, valid_from=day, by=cast.controller, at=at)
    assert queries.process_in_force(version.procedure_id, FROM).steps_of(2)[0].hours == 16
    assert queries.process_in_force(version.procedure_id, day).steps_of(2)[0].hours == 8
