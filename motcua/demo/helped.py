"""Somebody without a telephone in the demo: an account opened at the counter, a dossier that her relative follows."""

from datetime import date

from motcua.domain.citizens.authorities import Principal, claim_authority
from motcua.domain.citizens.local import Claimed, open_assisted_account
from motcua.domain.citizens.models import Person
from motcua.domain.citizens.terms import Relation
from motcua.domain.dossiers import intake
from motcua.domain.dossiers.applicants import Applicant, Submitter
from motcua.domain.dossiers.handed_in import Brought
from motcua.domain.papers.uploads import Upload
from motcua.domain.procedures import queries as procedures
from motcua.domain.vietnamese.dates import local_day

from .from_home import BINH, HOUSEHOLD, account_of
from .scanned import page_of
from .timeline import Timeline
from .world import World

MAY = Claimed("Bàn Thị Mẩy", "022155001239", date(1955, 3, 8), BINH.address)


def help_at_the_counter(world: World, times: Timeline) -> None:
    """The card opens the account, the dossier is received under its number; who brought it follows it from home."""
    code, one_stop = HOUSEHOLD
    at, version = times.working_days_ago(one_stop, 1), procedures.published(code, local_day(times.at_work))
    receiver, binh = world.at_desk(one_stop, "receive")[0], account_of(BINH, world, times)
    open_assisted_account(MAY, confirmed=None, by=receiver, at=at)
    needed = version.components.filter(required=True, case="")
    filing = intake.Filing(
        version, world.office(one_stop), _owner(),
        brought=tuple(Brought(each.pk, originals=each.originals, copies=each.copies) for each in needed),
        submitter=Submitter(binh.name, binh.identity_number, binh.phone),
    )  # fmt: skip
    intake.receive(filing, by=receiver, at=at)
    _follows(binh, times)


def _owner() -> Applicant:
    return Applicant(
        kind="person", name=MAY.name, identity_kind="cccd", identity_number=MAY.identity_number, phone=BINH.phone,
        address=MAY.address,
    )  # fmt: skip


def _follows(person: Person, times: Timeline) -> None:
    paper = Upload("giay-khai-sinh.jpg", page_of("Giấy khai sinh", f"Mẹ: {MAY.name}"))
    principal = Principal(Relation.PARENT, MAY.name, MAY.identity_number)
    claim_authority(principal, paper=paper, by=person, at=times.at_work)
