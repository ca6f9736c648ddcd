"""What comes in from home is looked at: what may do harm is refused in a sentence, or made harmless."""

import io
import resource
import time

import pytest
from PIL import Image, ImageEnhance, ImageFilter

from motcua.domain.papers import pictures
from motcua.domain.papers.issuing import printed
from motcua.domain.papers.uploads import ScanRefused, Upload
from motcua.domain.regulation.answers import Refused
from motcua.domain.uploads.examination import examined
from tests.papers import corpus, form_corpus, hostile, samples

pytestmark = pytest.mark.clause("5.1.d", "5.1.đ-2")
WORD_TEXT = '<w:document xmlns:w="w"><w:p><w:t>Giấy đề nghị</w:t></w:p></w:document>'
SECONDS, MEGABYTES = 5, 200


@pytest.fixture(scope="module")
def page() -> Image.Image:
    """A page of print as a sharp picture."""
    pdf = printed("control_slip", samples.CONTROL_SLIP)
    return Image.open(io.BytesIO(pictures.page_png(pdf, 1, 1700)))


def jpeg_of(picture: Image.Image) -> bytes:
    data = io.BytesIO()
    picture.convert("RGB").save(data, "JPEG", quality=90)
    return data.getvalue()


@pytest.mark.parametrize("name", hostile.REFUSED)
def test_an_attack_is_refused_with_a_sentence_that_says_what_to_do(name: str):
    make, said = hostile.REFUSED[name]
    data = make()
    begun, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(ScanRefused) as refused:
        examined(Upload("giay-to.pdf", data))
    assert time.perf_counter() - begun < SECONDS
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < MEGABYTES * 1024
    assert said in refused.value.sentence
    assert "“giay-to.pdf”" in refused.value.sentence
    assert ": hãy " in refused.value.sentence


@pytest.mark.parametrize("name", hostile.NEUTRALISED)
def test_what_hides_in_a_photo_is_not_kept(name: str):
    make, hidden = hostile.NEUTRALISED[name]
    data = make()
    assert hidden in data
    found = examined(Upload("anh.jpg", data))
    assert hidden not in found.content
    assert hidden not in found.thumbnail


@pytest.mark.parametrize(
    ("data", "kind", "pages"),
    [
        (corpus.pdf(pages=3), "pdf", 3),
        (corpus.jpeg(), "jpeg", 1),
        (corpus.png(), "jpeg", 1),
        (corpus.heic_from_a_phone(), "jpeg", 1),
        (corpus.tiff(pages=3), "pdf", 3),
        (form_corpus.docx(**{"word/document.xml": WORD_TEXT.encode()}), "docx", 1),
    ],
)
def test_what_people_have_is_taken_in_by_its_content(data: bytes, kind: str, pages: int):
    found = examined(Upload("khong-co-duoi", data))
    assert (found.kind, found.pages) == (kind, pages)
    small = Image.open(io.BytesIO(found.thumbnail))
    assert (small.format, small.width <= pictures.THUMBNAIL_WIDTH + 1) == ("PNG", True)


def test_a_pdf_is_kept_to_the_byte_because_it_may_be_signed():
    data = corpus.pdf(pages=2)
    assert examined(Upload("a.pdf", data)).content == data


def test_a_link_to_click_on_and_a_template_of_the_own_machine_do_no_harm():
    body = {"word/document.xml": WORD_TEXT.encode()}
    for target, kind in (("https://quangninh.gov.vn", "hyperlink"), ("file:///C:/Normal.dotm", "attachedTemplate")):
        given = form_corpus.docx(**body, **{hostile.RELATIONS: hostile.relation(target, kind)})
        assert examined(Upload("a.docx", given)).kind == "docx"


def test_an_empty_file_and_one_too_heavy_say_so(settings):
    settings.MAX_SCAN_BYTES = 1000
    for data, said in ((b"", "rỗng"), (bytes(2000), "quá mức")):
        with pytest.raises(Refused, match=said):
            examined(Upload("a.pdf", data))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda page: page, None),
        (lambda page: page.filter(ImageFilter.GaussianBlur(1)), None),
        (lambda page: ImageEnhance.Brightness(page).enhance(0.7), None),
        (lambda page: ImageEnhance.Contrast(page).enhance(0.5), None),
        (lambda page: page.filter(ImageFilter.GaussianBlur(6)), "blurred"),
        (lambda page: ImageEnhance.Brightness(page).enhance(0.25), "dark"),
        (lambda page: Image.new("RGB", page.size, "#eee"), "empty"),
    ],
    ids=["sharp", "a little soft", "indoors", "pale", "shaken", "at night", "blank"],
)
def test_a_page_that_can_hardly_be_read_is_taken_in_with_a_warning(page: Image.Image, change, fault: str | None):
    found = examined(Upload("anh.jpg", jpeg_of(change(page))))
    assert found.faults == ([(1, fault)] if fault else [])


def test_the_pages_of_a_pdf_are_looked_at_too(page: Image.Image):
    pdf = pictures.photos_as_pdf([page, page.filter(ImageFilter.GaussianBlur(8)), page])
    assert examined(Upload("a.pdf", pdf)).faults == [(2, "blurred")]
