"""Every attack goes the real road, in pieces as a browser sends it: refused in a sentence, or made harmless."""

from typing import Any
from uuid import uuid4

import pytest

from motcua.domain.uploads import pieces
from motcua.domain.uploads.models import IncomingFile
from motcua.web.components.entrance import MOMENT
from tests.acts.uploads import test_arriving
from tests.papers import corpus, form_corpus, hostile
from tests.papers.signing import test_signing
from tests.web.filing import test_journey
from tests.web.uploads.test_tus import AT, HERE, PIECE, WHOLE, Sender, b64

pytestmark = [pytest.mark.django_db, pytest.mark.clause("5.1.d", "5.1.đ-2")]

# What it is called; the name as it is sent; what is shown of it. Nothing of a name ever becomes a name on our disk.
NAMES: dict[str, tuple[str, str]] = {
    "out of its folder": ("../../../etc/passwd.pdf", "passwd.pdf"),
    "out of its folder in windows": ("..\\..\\windows\\win.ini.pdf", "win.ini.pdf"),
    "absolute": ("/etc/cron.d/x.pdf", "x.pdf"),
    "a share": ("\\\\evil\\share\\x.pdf", "x.pdf"),
    "a null byte": ("cccd.pdf\0.exe", "cccd.pdf.exe"),
    "a line more for the headers": ("a.pdf\r\nSet-Cookie: a=1", "a.pdf Set-Cookie: a=1"),
    "written backwards": ("cccd\u202efdp.exe", "cccdfdp.exe"),
    "letters nobody sees": ("cc\u200bcd\ufeff.pdf", "cccd.pdf"),
    "two endings": ("cccd.pdf.exe", "cccd.pdf.exe"),
    "a device of windows": ("con.pdf", "con.pdf"),
    "marks of a page": ("<script>alert(1)</script>.pdf", "script>.pdf"),
    "taken apart letters": ("Ca\u0306n cu\u031bo\u031b\u0301c.pdf", "Căn cước.pdf"),
    "only dots": ("...", "không tên"),
    "nothing": ("", "không tên"),
    "very long": ("x" * 900 + ".pdf", "x" * 146 + ".pdf"),
    "a formula": ("=cmd|'/c calc'!A1.pdf", "c calc'!A1.pdf"),
    "for another database": ("'; drop table x; --.pdf", "'; drop table x; --.pdf"),
}


@pytest.fixture
def an() -> Sender:
    return Sender()


@pytest.mark.parametrize("attack", hostile.REFUSED)
def test_a_hostile_file_is_refused_in_a_sentence_and_nothing_of_it_is_kept(an: Sender, attack: str) -> None:
    make, said = hostile.REFUSED[attack]
    data = make()
    answer = an.begins(size=len(data), body=data)
    assert answer.status_code == 422
    sentence = answer.content.decode()
    assert said in sentence
    assert ": hãy " in sentence
    row = IncomingFile.objects.get()
    assert (row.state, row.why) == ("refused", sentence)
    for read in (pieces.content, pieces.thumbnail):
        with pytest.raises(FileNotFoundError):
            read(row.key)
    with pytest.raises(FileNotFoundError):
        pieces.sent(row.key, len(data))


@pytest.mark.parametrize("attack", hostile.NEUTRALISED)
def test_what_hides_in_a_photo_does_not_arrive(an: Sender, attack: str) -> None:
    make, hidden = hostile.NEUTRALISED[attack]
    data = make()
    assert an.begins(size=len(data), body=data).status_code == 201
    row = IncomingFile.objects.get()
    assert hidden not in pieces.content(row.key)
    document = an.client.get("/gui-tep/giay-to/can-cuoc/ban-gop", **{MOMENT: AT})
    assert hidden not in document.content or hidden == b"%PDF"


@pytest.mark.parametrize("attack", NAMES)
def test_a_hostile_name_is_only_shown_and_shown_harmless(an: Sender, attack: str) -> None:
    name, shown = NAMES[attack]
    metadata = f"filename {b64(name)},place {b64('can-cuoc')}"
    answer = an.begins(body=WHOLE, **{"Upload-Metadata": metadata})
    assert answer.status_code == 201
    row = IncomingFile.objects.get()
    assert row.name == shown
    assert f"/gui-tep/tus/{row.key}" == answer["Location"]
    page = an.client.get("/gui-tep/giay-to/can-cuoc/", **{MOMENT: AT}).content.decode()
    assert "<script>alert" not in page
    given = an.client.get("/gui-tep/giay-to/can-cuoc/ban-gop", **{MOMENT: AT})
    assert "\r" not in given["Content-Disposition"]
    assert "\n" not in given["Content-Disposition"]


def lying_about_its_length(an: Sender) -> Any:
    return an.sends(an.begun(size=100), 0, WHOLE)


def shorter_than_it_said_and_then_asked_for(an: Sender) -> Any:
    an.sends(an.begun(size=len(WHOLE) + 10), 0, WHOLE)
    return an.client.get("/gui-tep/giay-to/can-cuoc/ban-gop", **{MOMENT: AT})


def a_piece_twice(an: Sender) -> Any:
    address = an.begun()
    an.sends(address, 0, WHOLE[:100])
    return an.sends(address, 0, WHOLE[:100])


def a_hole_in_the_middle(an: Sender) -> Any:
    return an.sends(an.begun(), 200, WHOLE[200:])


def an_offset_below_nothing(an: Sender) -> Any:
    return an.says("PATCH", an.begun(), b"x", Upload_Offset="-5")


def a_length_below_nothing(an: Sender) -> Any:
    return an.begins(**{"Upload-Length": "-1"})


def two_gigabytes_announced(an: Sender) -> Any:
    return an.begins(size=2 * 1024**3)


def one_byte_more_than_may_be(an: Sender) -> Any:
    return an.begins(size=20 * 1024 * 1024 + 1)


def nothing_announced(an: Sender) -> Any:
    return an.begins(size=0)


def a_length_told_later(an: Sender) -> Any:
    return an.begins(**{"Upload-Defer-Length": "1"})


def a_body_whose_length_is_never_told(an: Sender) -> Any:
    told = {"Tus-Resumable": "1.0.0", "Upload-Offset": "0", "Transfer-Encoding": "chunked", "Content-Length": ""}
    return an.client.generic("PATCH", an.begun(), WHOLE, PIECE, headers=told, **{MOMENT: AT})


def files_put_together(an: Sender) -> Any:
    other = an.begun()
    return an.begins(size=0, **{"Upload-Concat": f"final;{other} {other}"})


def a_body_of_another_type(an: Sender) -> Any:
    return an.sends(an.begun(), 0, WHOLE, **{"Content-Type": "multipart/form-data; boundary=x"})


def a_wrong_checksum(an: Sender) -> Any:
    return an.sends(an.begun(), 0, WHOLE, **{"Upload-Checksum": f"sha1 {b64(bytes(20))}"})


def a_checksum_of_no_kind(an: Sender) -> Any:
    return an.sends(an.begun(), 0, WHOLE, **{"Upload-Checksum": "crc32 AAAA"})


def a_place_out_of_its_folder(an: Sender) -> Any:
    return an.begins(place="../../x")


def metadata_that_is_no_base64(an: Sender) -> Any:
    return an.begins(**{"Upload-Metadata": "filename %%%,place ...."})


def metadata_without_end(an: Sender) -> Any:
    return an.begins(**{"Upload-Metadata": "a " + "QQ" * 4000})


def the_file_of_somebody_else(an: Sender) -> Any:
    return Sender().sends(an.begun(), 0, WHOLE)


def a_file_that_never_was(an: Sender) -> Any:
    return an.sends(f"{HERE}{uuid4()}", 0, WHOLE)


def a_name_instead_of_a_key(an: Sender) -> Any:
    return an.sends(f"{HERE}..%2f..%2fetc%2fpasswd", 0, WHOLE)


def somebody_else_takes_it_away(an: Sender) -> Any:
    return Sender().says("DELETE", an.begun())


def a_method_in_disguise(an: Sender) -> Any:
    return Sender().says("POST", an.begun(), X_HTTP_Method_Override="DELETE")


def without_the_version(an: Sender) -> Any:
    return an.begins(Tus_Resumable="")


def a_page_of_another_site(an: Sender) -> Any:
    return an.client.post("/gui-tep/giay-to/can-cuoc/", {"files": ""}, **{MOMENT: AT})


def a_length_that_is_no_number(an: Sender) -> Any:
    return an.begins(**{"Upload-Length": "1e9"})


# Each lie, and the answers that are right.
LIES: dict[Any, tuple[int, ...]] = {
    lying_about_its_length: (400,),
    shorter_than_it_said_and_then_asked_for: (404,),
    a_piece_twice: (409,),
    a_hole_in_the_middle: (409,),
    an_offset_below_nothing: (400,),
    a_length_below_nothing: (400,),
    a_length_that_is_no_number: (400,),
    two_gigabytes_announced: (413,),
    one_byte_more_than_may_be: (413,),
    nothing_announced: (400,),
    a_length_told_later: (400,),
    a_body_whose_length_is_never_told: (411,),
    files_put_together: (400,),
    a_body_of_another_type: (415,),
    a_wrong_checksum: (460,),
    a_checksum_of_no_kind: (400,),
    a_place_out_of_its_folder: (400,),
    metadata_that_is_no_base64: (400,),
    metadata_without_end: (400,),
    the_file_of_somebody_else: (404,),
    a_file_that_never_was: (404,),
    a_name_instead_of_a_key: (404,),
    somebody_else_takes_it_away: (404,),
    a_method_in_disguise: (404,),
    without_the_version: (412,),
    a_page_of_another_site: (403,),
}


# What a careful list of uploads to be survived names, and what stands for it here or in a test of its own.
ASKED_FOR: dict[str, tuple[Any, ...]] = {
    "no byte, one byte": ("one byte", nothing_announced),
    "exactly the most, one more": (
        test_arriving.TestHowMuch.test_a_file_of_exactly_the_limit_may_come_and_one_byte_more_may_not,
        one_byte_more_than_may_be,
    ),
    "two gigabytes without a length": (two_gigabytes_announced, a_body_whose_length_is_never_told, a_length_told_later),
    "zip bomb, nested bomb, quine": (
        "zip bomb", "zip with thousands of parts", "zip in a zip in a zip", "docx that is a zip of zips",
    ),
    "zip-slip, symlink": ("zip that unpacks into its folder's parent", "zip with an absolute name", "zip with a link"),
    "locked zip, pdf, docx": ("locked docx as zip", "pdf with a password", "pdf nobody may print", "locked docx"),
    "docm named docx": ("docm named docx", "macros under another type", "macros by their type alone"),
    "xlsx with a link or DDE": ("xlsx", "DDE", "DDE in pieces"),
    "pdf with javascript": ("javascript at opening", "javascript by name", "javascript in a field"),
    "pdf that launches": ("launches a program", "launches at opening"),
    "pdf with files in it": ("attachment", "attachment on a page", "attachment in an unknown place"),
    "XFA": ("dynamic form",),
    "changed after it was signed": (test_signing.test_a_page_added_behind_the_signature_is_found,),
    "pdf cut off": ("pdf cut off",),
    "html named pdf": ("html named pdf", "html behind the name of a pdf"),
    "junk before a pdf": ("junk before a pdf",),
    "two kinds at once": ("gif and zip at once", "a package behind a photo", "a document behind a photo"),
    "svg with a script": ("svg with a script",),
    "too many points": ("png of 50,000 points a side", "picture of 60,000 points a side"),
    "tiff without end": ("tiff of 51 pages",),
    "where a photo was taken": ("where and with what a photo was taken", "the same from another maker"),
    "film": ("film of a telephone", "film"),
    "EICAR": ("test file of virus scanners",),
    "names": (
        "out of its folder", "a null byte", "a line more for the headers", "written backwards", "very long",
        "taken apart letters", "a device of windows", "two endings",
    ),
    "the same file twice": (test_arriving.TestInPieces.test_the_same_file_twice_is_the_one_that_is_there,),
    "five breaks": (test_journey.test_the_whole_way_on_a_slow_line_that_breaks_five_times_while_a_file_is_sent,),
}  # fmt: skip


def test_everything_that_a_careful_list_names_is_tried() -> None:
    tried = {*hostile.REFUSED, *hostile.NEUTRALISED, *NAMES}
    named = [each for some in ASKED_FOR.values() for each in some]
    assert [each for each in named if isinstance(each, str) and each not in tried] == []
    assert len(tried) + len(LIES) >= 100 and len(named) >= 40


@pytest.mark.parametrize("lie", LIES, ids=lambda lie: lie.__name__)
def test_a_lie_is_answered_in_a_sentence_and_leaves_nothing(an: Sender, lie: Any) -> None:
    answer = lie(an)
    assert answer.status_code in LIES[lie]
    assert len(answer.content.decode()) > 20
    assert not IncomingFile.objects.filter(state="kept").exists()


def test_what_is_given_back_is_run_by_no_browser(an: Sender) -> None:
    polyglot = corpus.pdf() + hostile.zip_of({"a.exe": b"MZ"})  # a PDF is kept to the byte: it may be signed
    an.begins(size=len(polyglot), body=polyglot)
    given = an.client.get("/gui-tep/giay-to/can-cuoc/ban-gop", **{MOMENT: AT})
    assert given["Content-Type"] == "application/pdf"
    assert given["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in given["Content-Security-Policy"]


def test_a_word_document_is_never_opened_in_a_page(an: Sender) -> None:
    body = b'<w:document xmlns:w="w"><w:p><w:t>x</w:t></w:p></w:document>'
    data = form_corpus.docx(**{"word/document.xml": body})
    an.begins(size=len(data), body=data)
    given = an.client.get("/gui-tep/giay-to/can-cuoc/ban-gop", **{MOMENT: AT})
    assert given["Content-Disposition"].startswith("attachment")


def test_the_type_a_sender_claims_counts_for_nothing(an: Sender) -> None:
    metadata = f"filename {b64('a.html')},filetype {b64('text/html')},place {b64('can-cuoc')}"
    an.begins(body=WHOLE, **{"Upload-Metadata": metadata})
    assert an.client.get("/gui-tep/giay-to/can-cuoc/ban-gop", **{MOMENT: AT})["Content-Type"] == "application/pdf"
    assert PIECE not in an.client.get("/gui-tep/giay-to/can-cuoc/", **{MOMENT: AT})["Content-Type"]
