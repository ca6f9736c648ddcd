"""The files of one paper without scripts: an ordinary form, looked at in the same way."""

import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from motcua.domain.uploads.models import IncomingFile
from motcua.web.components.entrance import MOMENT
from motcua.web.uploads import show, views
from tests.papers import corpus, form_corpus, hostile
from tests.web.at_desk import weight_of, words_of
from tests.web.axe import FIRST_LOAD
from tests.world import moment

pytestmark = [pytest.mark.django_db, pytest.mark.clause("5.1.d", "5.1.đ-2")]
AT = moment("2026-11-23 09:00")
HERE = "/gui-tep/giay-to/can-cuoc/"


@pytest.fixture
def an() -> Client:
    return Client()


def opened(client: Client, address: str = HERE):
    return client.get(address, **{MOMENT: AT})


def handed_in(client: Client, *files: tuple[str, bytes], **more):
    given = [SimpleUploadedFile(name, data) for name, data in files]
    return client.post(HERE, {"files": given}, **{MOMENT: AT}, **more)


def changed(client: Client, what: str, number: int = 0):
    key = IncomingFile.objects.order_by("position")[number].key
    return client.post(f"/gui-tep/tep/{key}/{what}/", **{MOMENT: AT})


def test_a_paper_nobody_has_sent_anything_for_says_what_to_do(an):
    page = opened(an)
    assert "Chưa có tệp nào" in words_of(page)
    assert "sessionid" not in an.cookies


def test_what_was_received_is_said_with_pages_size_and_a_picture(an):
    assert handed_in(an, ("Đơn.pdf", corpus.pdf(pages=3))).status_code == 302
    page = opened(an)
    assert "Đã nhận 3 trang, 1 KB" in words_of(page)
    key = IncomingFile.objects.get().key
    picture = opened(an, f"/gui-tep/tep/{key}.png")
    assert (picture["Content-Type"], picture.content[:4]) == ("image/png", b"\x89PNG")


def test_a_page_that_can_be_read_is_said_to_be():
    row = IncomingFile(kind="pdf", pages=3, kept_size=1_258_291)
    assert show.received(row) == "Đã nhận 3 trang, 1,2 MB, đọc được."
    assert show.warning(row) == ""


@pytest.mark.parametrize(
    ("pages", "faults", "said"),
    [
        (1, [[1, "dark"]], "Trang này quá tối. Nên chụp lại"),
        (3, [[2, "blurred"], [3, "dark"]], "Trang 2 bị mờ, có thể do rung tay, trang 3 quá tối. Nên"),
        (9, [[n, "dark"] for n in range(1, 7)], "trang 3 quá tối và 3 trang khác cũng khó đọc. Nên"),
    ],
)
def test_a_warning_names_the_pages_and_what_to_do(pages, faults, said):
    assert said in show.warning(IncomingFile(kind="pdf", pages=pages, kept_size=1, faults=faults))


def test_several_photos_become_one_pdf_in_the_chosen_order(an):
    handed_in(an, *((f"{n}.png", corpus.png(mode)) for n, mode in enumerate(("RGB", "L", "1"), 1)))
    changed(an, "xuong")
    changed(an, "xoay", 2)
    page = words_of(opened(an))
    assert page.index("2.png") < page.index("1.png") < page.index("3.png")
    made = opened(an, f"{HERE}ban-gop")
    assert made["Content-Type"] == "application/pdf"
    with pikepdf.open(io.BytesIO(made.content)) as pdf:
        assert [int(each.get("/Rotate", 0)) for each in pdf.pages] == [0, 0, 90]


def test_a_refused_file_says_why_and_the_others_are_kept(an):
    page = handed_in(an, ("anh.jpg", corpus.jpeg()), ("virus.pdf", b"MZ" + bytes(50)))
    assert page.status_code == 422
    words = words_of(page)
    assert "Tệp “virus.pdf” không phải là PDF" in words
    assert "anh.jpg" in words
    assert sorted(IncomingFile.objects.values_list("state", flat=True)) == ["kept", "refused"]


@pytest.mark.parametrize("name", ["docm named docx", "javascript at opening", "gif and zip at once"])
def test_the_form_looks_as_closely_as_the_pieces_do(an, name):
    make, said = hostile.REFUSED[name]
    assert said in words_of(handed_in(an, ("a.pdf", make())))


def test_a_form_without_a_file_says_so(an):
    page = an.post(HERE, {}, **{MOMENT: AT})
    assert (page.status_code, views.NOTHING_CHOSEN in words_of(page)) == (422, True)


def test_a_word_document_is_given_back_to_keep_and_never_opened(an):
    body = '<w:document xmlns:w="w"><w:p><w:t>Đơn</w:t></w:p></w:document>'.encode()
    handed_in(an, ("đơn.docx", form_corpus.docx(**{"word/document.xml": body})))
    assert "Đã nhận văn bản Word" in words_of(opened(an))
    assert opened(an, f"{HERE}ban-gop")["Content-Disposition"].startswith("attachment")


def test_a_file_is_removed(an):
    handed_in(an, ("a.pdf", corpus.pdf()))
    assert changed(an, "bo").status_code == 302
    assert "Chưa có tệp nào" in words_of(opened(an))


def test_what_is_somebody_elses_is_not_found(an):
    handed_in(an, ("anh.jpg", corpus.jpeg()))
    key, binh = IncomingFile.objects.get().key, Client()
    handed_in(binh)  # a visit of his own makes no difference
    assert "Chưa có tệp nào" in words_of(opened(binh))
    for address in (f"/gui-tep/tep/{key}.png", f"{HERE}ban-gop"):
        assert opened(binh, address).status_code == 404
    for what in ("bo", "xoay", "len", "xuong"):
        assert changed(binh, what).status_code == 404
    assert IncomingFile.objects.get().turn == 0
    assert changed(an, "doi-ten").status_code == 404


def test_more_than_a_form_may_bring_is_refused_before_it_is_read(an):
    answer = an.generic("POST", HERE, b"x", "multipart/form-data; boundary=x", CONTENT_LENGTH=str(10**10))
    assert answer.status_code == 413


def test_a_form_from_another_site_is_refused():
    assert handed_in(Client(enforce_csrf_checks=True), ("a.pdf", corpus.pdf())).status_code == 403


@pytest.mark.parametrize("place", ["..", "A", "a_b", "-a", "a" * 81])
def test_a_place_is_a_short_plain_word(an, place):
    assert opened(an, f"/gui-tep/giay-to/{place}/").status_code == 404


def test_nobody_keeps_the_page_and_the_first_load_is_small(an):
    handed_in(an, *((f"{n}.png", corpus.png(mode)) for n, mode in enumerate(("RGB", "L", "1"), 1)))
    page = opened(an)
    assert (page["Cache-Control"], page["X-Robots-Tag"]) == ("no-store", "noindex, nofollow")
    assert weight_of(page) < FIRST_LOAD / 2


@pytest.mark.parametrize("files", [1, 12])
def test_the_page_costs_the_same_with_one_file_and_with_many(an, files, django_assert_max_num_queries):
    handed_in(an, *((f"{n}.png", corpus.png_of(n)) for n in range(files)))
    with django_assert_max_num_queries(3):
        opened(an)
