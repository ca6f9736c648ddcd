"""Taking in what applicants and offices hand over as files, so that the electronic dossier has every page."""

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from datetime import datetime

from motcua.domain.journal.recording import Signs
from motcua.domain.regulation.citations import rule

from . import pictures, storage
from .models import Scan, StoredFile
from .uploads import MOST_PHOTOS, ScanRefused, Upload, kind_of, pages_of_pdf, photo_pages

PREVIEW_WIDTH = 1240


@dataclass(frozen=True)
class Component:
    """The published component a scan belongs to; the label is what it was called that day."""

    code: str = ""
    label: str = ""


OTHER = Component()


@rule("5.1.đ-2")
def take_in(
    upload: Upload, *, about: str, by: Signs, at: datetime, component: Component = OTHER, replaces: Scan | None = None
) -> Scan:
    """Check one file and keep it: a PDF as it is, a photo or a TIFF as a PDF.

    Called inside the act that adds it. What can not be taken in is refused in a sentence that says why.
    """
    if kind_of(upload) == "pdf":
        pages = pages_of_pdf(upload)
        return _keep(_unsaved(upload, about, component, by, at), upload.data, pages, replaces)
    return take_in_photos([upload], about=about, component=component, replaces=replaces, by=by, at=at)


def take_in_photos(
    uploads: Sequence[Upload],
    *,
    about: str,
    by: Signs,
    at: datetime,
    component: Component = OTHER,
    replaces: Scan | None = None,
) -> Scan:
    """Keep several photos as one PDF, a page each in their order, under the name of the first."""
    if len(uploads) > MOST_PHOTOS:
        raise ScanRefused(f"Có {len(uploads)} ảnh, quá mức {MOST_PHOTOS} ảnh một lần: hãy chia thành nhiều lần.")
    kinds = [(each, kind_of(each)) for each in uploads]
    for each, kind in kinds:
        if kind == "pdf":
            raise ScanRefused(f"Tệp “{each.shown_name}” là PDF, không phải ảnh: hãy nộp riêng tệp này.")
    pdf = pictures.photos_as_pdf(page for each, kind in kinds for page in photo_pages(each, kind))
    return _keep(_unsaved(uploads[0], about, component, by, at), pdf, pictures.page_count(pdf), replaces)


def again(scan: Scan, *, about: str) -> Scan:
    """The same scan once more, for another matter that asks for the same paper; its file is kept once."""
    more = copy(scan)
    more.pk, more.about = None, about
    more.save(force_insert=True)
    return more


def bytes_of(scan: Scan) -> bytes:
    """The PDF of a scan, checked against its digest."""
    return storage.read(scan.file)


def page_picture(scan: Scan, page: int, width: int = PREVIEW_WIDTH) -> bytes:
    """One page of a scan, counted from 1, as a PNG; never anything the file itself could run."""
    return pictures.page_png(bytes_of(scan), page, width)


def _unsaved(upload: Upload, about: str, component: Component, by: Signs, at: datetime) -> Scan:
    return Scan(
        name=upload.shown_name,
        about=about,
        component_code=component.code,
        component_label=component.label,
        added_by_code=by.code,
        added_by_name=by.signature(),
        added_at=at,
    )


def _keep(scan: Scan, pdf: bytes, pages: int, replaces: Scan | None) -> Scan:
    at = scan.added_at
    scan.file = storage.keep(pdf, kind=StoredFile.Kind.PDF, pages=pages, at=at)
    scan.thumbnail = storage.keep(pictures.thumbnail(pdf), kind=StoredFile.Kind.PNG, pages=1, at=at)
    scan.save(force_insert=True)
    if replaces is not None:
        replaces.replaced_by = scan
        replaces.save(update_fields=["replaced_by"])
    return scan
