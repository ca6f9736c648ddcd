"""Whether a PDF is one for the archive (PDF/A), and how one that is not becomes so: as pictures of its pages.

Without the fonts and colours it was made with, a page can not be set again; a picture of it stays what it was.
"""

import io
from collections.abc import Iterator
from functools import cache

import pikepdf
from PIL import ImageCms

from . import pictures

DOTS_AN_INCH = 200
PART, LEVEL = "2", "B"


def is_archival(pdf: bytes) -> bool:
    """Whether a PDF says that it is PDF/A, and has what that asks for: its colours described, its fonts inside."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as said:
            claims = str(said.get("pdfaid:part", "")) in {"1", "2", "3", "4"}
        return claims and "/OutputIntents" in document.Root and all(_embedded(document))


def as_pictures(pdf: bytes, *, title: str) -> bytes:
    """The same pages as pictures in a PDF/A-2b. The same file always gives the same bytes."""
    made = io.BytesIO(pictures.photos_as_pdf(pictures.pages(pdf, DOTS_AN_INCH)))
    with pikepdf.open(made) as document:
        profile = document.make_stream(_colours(), N=3)
        document.Root.OutputIntents = pikepdf.Array([
            pikepdf.Dictionary(
                Type=pikepdf.Name.OutputIntent,
                S=pikepdf.Name.GTS_PDFA1,
                OutputConditionIdentifier=pikepdf.String("sRGB"),
                DestOutputProfile=profile,
            )
        ])  # fmt: skip
        document.Root.Lang = pikepdf.String("vi-VN")
        with document.open_metadata(set_pikepdf_as_editor=False) as said:
            said["pdfaid:part"], said["pdfaid:conformance"], said["dc:title"] = PART, LEVEL, title
        kept = io.BytesIO()
        document.save(kept, deterministic_id=True)
    return kept.getvalue()


def _embedded(document: pikepdf.Pdf) -> Iterator[bool]:
    """For each font whether its letters are in the file."""
    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor":
            yield any(name in each for name in ("/FontFile", "/FontFile2", "/FontFile3"))
        elif isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font":
            yield each.get("/Subtype") in ("/Type0", "/Type3") or "/FontDescriptor" in each


@cache
def _colours() -> bytes:
    """What red, green and blue mean (sRGB), without the moment at which it was written."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = bytes(12)
    return bytes(profile)
