"""PDF/A told from other PDFs, and pages kept as pictures where a PDF can not be made one."""

import io

import pikepdf
import pytest

from motcua.domain.papers.archival import as_pictures, is_archival
from motcua.domain.papers.issuing import printed
from tests.papers import samples
from tests.papers.reading import codes_of, page_count


@pytest.fixture(scope="module")
def paper() -> bytes:
    return printed("control_slip", samples.CONTROL_SLIP)


def without(pdf: bytes, what: str) -> bytes:
    """The same PDF without what makes it one for the archive."""
    made = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        if what == "fonts":
            for each in document.objects:
                if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/FontDescriptor":
                    for name in {"/FontFile2", "/FontFile3"} & set(each.keys()):
                        del each[name]
        else:
            del document.Root[what]
        document.save(made)
    return made.getvalue()


def test_our_own_papers_are_for_the_archive(paper):
    assert is_archival(paper)


@pytest.mark.parametrize("what", ["/Metadata", "/OutputIntents", "fonts"])
def test_a_pdf_that_lacks_what_pdf_a_asks_for_is_none_whatever_it_says(paper, what):
    assert not is_archival(without(paper, what))


def test_its_pages_become_pictures_that_are_for_the_archive_and_read_as_before(paper):
    made = as_pictures(without(paper, "/OutputIntents"), title="Phiếu kiểm soát")
    assert is_archival(made)
    assert page_count(made) == page_count(paper)
    assert codes_of(made) == codes_of(paper)
    assert made == as_pictures(without(paper, "/OutputIntents"), title="Phiếu kiểm soát")
    with pikepdf.open(io.BytesIO(made)) as document, document.open_metadata() as said:
        assert (said["pdfaid:part"], said["pdfaid:conformance"]) == ("2", "B")
        assert said["dc:title"] == "Phiếu kiểm soát" == str(document.docinfo.Title)
