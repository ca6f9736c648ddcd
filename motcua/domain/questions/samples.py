"""Papers filled in to show how (hồ sơ điền mẫu): a file per paper, marked MẪU, shown where the paper is asked for.

Thông tư 01/2018/TT-VPCP, Điều 5: the word MẪU in bold capitals, Times New Roman 16, top right on every page.
"""

import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pikepdf

from motcua.domain.journal.acts import act
from motcua.domain.journal.recording import record
from motcua.domain.organisations.models import Officer
from motcua.domain.papers import pictures, render
from motcua.domain.papers.scans import take_in
from motcua.domain.papers.uploads import Upload, kind_of, pages_of_pdf, photo_pages
from motcua.domain.procedures.finding import in_force_on
from motcua.domain.procedures.models import Component, Procedure, Version
from motcua.domain.regulation.answers import Refused, require
from motcua.domain.regulation.citations import rule
from motcua.domain.vietnamese.dates import local_day

from . import policies
from .models import SampleForm

CLAUSE = "4.1.c"
MARK = render.FORMS / "sample_mark.typ"


class NotCurrent(Refused):
    """Samples are shown with what is in force; older ones stay with what was."""

    clause = "4.1.b"


class NothingThere(Refused):
    """Somebody was faster, or there is nothing to take over."""

    clause = CLAUSE


@act(CLAUSE, "5.1.d")
def add_sample(component: Component, file: Upload, *, by: Officer, at: datetime) -> SampleForm:
    """Put a filled-in sample beside a paper: every page is marked MẪU; one that was there before gives way."""
    version = _current(component.version_id, at)
    require(policies.may_keep_samples(by, version, at))
    before = SampleForm.objects.filter(component=component, withdrawn_at=None).first()
    if before is not None:
        before.withdrawn_at = at
        before.save(update_fields=["withdrawn_at"])
    scan = take_in(marked(file), about=version.procedure.stream, by=by, at=at)
    sample = SampleForm.objects.create(component=component, scan=scan, added_by=by, added_at=at)
    record(add_sample, about=version.procedure, by=by, at=at, code=version.procedure.code, paper=component.name,
           sha256=scan.file.sha256, replaced=before is not None)  # fmt: skip
    return sample


@act(CLAUSE)
def withdraw_sample(sample: SampleForm, *, by: Officer, at: datetime) -> SampleForm:
    """Show it no more."""
    procedure = _locked(sample.component.version.procedure_id)
    sample = SampleForm.objects.select_related("component__version__procedure").get(pk=sample.pk)
    require(policies.may_keep_samples(by, sample.component.version, at))
    if sample.withdrawn_at is not None:
        raise NothingThere("Bản điền mẫu này đã thôi dùng.")
    sample.withdrawn_at = at
    sample.save(update_fields=["withdrawn_at"])
    record(withdraw_sample, about=procedure, by=by, at=at, code=procedure.code, paper=sample.component.name)
    return sample


@act(CLAUSE)
def carry_samples(version: Version, *, by: Officer, at: datetime) -> list[SampleForm]:
    """After reading them again: use the samples of the version before for the papers that are called the same."""
    version = _current(version.pk, at)
    require(policies.may_keep_samples(by, version, at))
    carried = [
        SampleForm.objects.create(component=component, scan=old.scan, added_by=by, added_at=at)
        for component, old in to_carry(version)
    ]
    if not carried:
        raise NothingThere("Không có bản điền mẫu nào của phiên bản trước để dùng tiếp.")
    names = [each.component.name for each in carried]
    record(carry_samples, about=version.procedure, by=by, at=at, code=version.procedure.code, papers=names)
    return carried


@rule("4.1.c", "4.1.b")
def public_sample(code: str, position: int, on: date) -> SampleForm:
    """The sample of a paper of the version in force; raises `SampleForm.DoesNotExist`."""
    rows = SampleForm.objects.filter(withdrawn_at=None, component__version__in=in_force_on(on))
    return rows.select_related("scan__file", "component").get(
        component__version__procedure__code=code, component__position=position
    )


def samples_of(version: Version) -> dict[int, SampleForm]:
    """The samples in use of a version, by the position of their paper; one statement."""
    rows = SampleForm.objects.filter(component__version=version, withdrawn_at=None).select_related("component", "scan")
    return {each.component.position: each for each in rows}


def to_carry(version: Version) -> list[tuple[Component, SampleForm]]:
    """Papers without a sample that had one, under the same name, in the version before."""
    before = version.procedure.versions.filter(number__lt=version.number, state=Version.State.PUBLISHED)
    older = before.order_by("-number").first()
    if older is None:
        return []
    old = {each.component.name: each for each in samples_of(older).values()}
    there = samples_of(version)
    wanted = [each for each in version.components.all() if each.position not in there]
    return [(each, old[each.name]) for each in wanted if each.name in old]


def marked(file: Upload) -> Upload:
    """The file as a PDF with MẪU on every page; refused as any scan that can not be read."""
    kind = kind_of(file)
    if kind == "pdf":
        pages_of_pdf(file)
        data = file.data
    else:
        data = pictures.photos_as_pdf(photo_pages(file, kind))
    with pikepdf.open(io.BytesIO(data)) as pdf, pikepdf.open(io.BytesIO(_mark())) as mark:
        for page in pdf.pages:
            page.add_overlay(mark.pages[0], _top_right(page))
        written = io.BytesIO()
        pdf.save(written, deterministic_id=True)
    return Upload(f"{Path(file.shown_name).stem}.pdf", written.getvalue())


def _top_right(page: Any) -> pikepdf.Rectangle:
    """Where the mark stands, whatever the size of the page."""
    left, bottom, right, top = (float(each) for each in page.trimbox)
    wide, high = 70.0, 30.0
    return pikepdf.Rectangle(max(left, right - wide - 20), max(bottom, top - high - 14), right - 20, top - 14)


def _mark() -> bytes:
    return render.typeset(MARK, {})


def _current(version_id: int, at: datetime) -> Version:
    """The version, with its procedure locked: one changes its samples at a time."""
    version = Version.objects.select_related("procedure__owner").get(pk=version_id)
    _locked(version.procedure_id)
    if not version.current_on(local_day(at)):
        raise NotCurrent("Chỉ đưa bản điền mẫu cho thủ tục đang áp dụng.")
    return version


def _locked(procedure_id: int) -> Procedure:
    return Procedure.objects.select_for_update().get(pk=procedure_id)
