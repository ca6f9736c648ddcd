"""The tus protocol, request by request: what it asks for is there, and what it forbids is refused."""

import base64
import hashlib
from typing import Any

import pytest
from django.test import Client

from motcua.domain.uploads.models import IncomingFile
from motcua.web.components import tries
from motcua.web.components.entrance import MOMENT
from motcua.web.components.tries import Limit, Rate
from tests.papers import corpus
from tests.world import moment

pytestmark = [pytest.mark.django_db, pytest.mark.clause("5.1.d", "5.1.đ-2")]
HERE, AT, LATER = "/gui-tep/tus/", moment("2026-11-23 09:00"), moment("2026-11-24 09:00")
WHOLE = corpus.pdf(pages=3)
PIECE = "application/offset+octet-stream"


def b64(text: str | bytes) -> str:
    return base64.b64encode(text.encode() if isinstance(text, str) else text).decode()


class Sender:
    """A browser that speaks tus."""

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True)

    def says(self, method: str, address: str, body: bytes = b"", at=AT, **headers: str) -> Any:
        given = {"Tus-Resumable": "1.0.0"} | {name.replace("_", "-"): value for name, value in headers.items()}
        kind = given.pop("Content-Type", PIECE)
        given = {name: value for name, value in given.items() if value}
        return self.client.generic(method, address, body, kind, headers=given, **{MOMENT: at})

    def begins(self, size: int = len(WHOLE), place: str = "can-cuoc", body: bytes = b"", **headers: str) -> Any:
        metadata = f"filename {b64('Căn cước.pdf')},place {b64(place)}"
        kind = {} if body else {"Content-Type": "application/octet-stream"}
        return self.says(
            "POST", HERE, body, **{"Upload-Length": str(size), "Upload-Metadata": metadata} | kind | headers
        )

    def begun(self, **given: Any) -> str:
        return self.begins(**given)["Location"]

    def sends(self, address: str, offset: int, body: bytes, at=AT, **headers: str) -> Any:
        return self.says("PATCH", address, body, at, **{"Upload-Offset": str(offset)} | headers)


@pytest.fixture
def an() -> Sender:
    return Sender()


def test_what_is_offered_is_said(an):
    said = an.says("OPTIONS", HERE, Tus_Resumable="")
    assert (said.status_code, said["Tus-Version"]) == (204, "1.0.0")
    assert said["Tus-Extension"] == "creation,creation-with-upload,termination,expiration,checksum"
    assert said["Tus-Max-Size"] == str(20 * 1024 * 1024)
    assert "sha1" in said["Tus-Checksum-Algorithm"]


def test_a_file_is_begun_goes_on_and_is_whole(an):
    answer = an.begins()
    assert (answer.status_code, answer["Upload-Offset"]) == (201, "0")
    address = answer["Location"]
    first = an.sends(address, 0, WHOLE[:300])
    assert (first.status_code, first["Upload-Offset"], first.content) == (204, "300", b"")
    known = an.says("HEAD", address)
    assert (known.status_code, known["Upload-Offset"], known["Upload-Length"]) == (200, "300", str(len(WHOLE)))
    assert known["Cache-Control"] == "no-store"
    assert an.sends(address, 300, WHOLE[300:])["Upload-Offset"] == str(len(WHOLE))
    assert IncomingFile.objects.get().state == "kept"


def test_the_first_bytes_may_come_with_the_announcement(an):
    answer = an.begins(body=WHOLE)
    assert (answer.status_code, answer["Upload-Offset"]) == (201, str(len(WHOLE)))
    assert IncomingFile.objects.get().name == "Căn cước.pdf"


def test_every_answer_speaks_the_version_and_says_until_when(an):
    answer = an.begins()
    assert answer["Tus-Resumable"] == "1.0.0"
    assert answer["Upload-Expires"] == "Tue, 24 Nov 2026 02:00:00 GMT"


def test_another_version_is_refused_with_the_one_that_is_spoken(an):
    for spoken in ("", "0.2.2"):
        answer = an.begins(Tus_Resumable=spoken)
        assert (answer.status_code, answer["Tus-Version"]) == (412, "1.0.0")


@pytest.mark.parametrize("offset", [100, 299, 301, 10**14])
def test_a_wrong_offset_is_a_conflict_and_nothing_is_written(an, offset):
    address = an.begun()
    an.sends(address, 0, WHOLE[:300])
    assert an.sends(address, offset, b"x").status_code in (409, 413)
    assert an.says("HEAD", address)["Upload-Offset"] == "300"


@pytest.mark.parametrize("offset", ["", "-1", "1.5", "x", "٣", "9" * 20])
def test_an_offset_that_is_no_number_is_refused(an, offset):
    assert an.says("PATCH", an.begun(), b"x", Upload_Offset=offset).status_code == 400


def test_a_piece_of_another_type_is_refused(an):
    answer = an.says("PATCH", an.begun(), b"x", **{"Upload-Offset": "0", "Content-Type": "text/plain"})
    assert answer.status_code == 415


def test_a_piece_that_does_not_match_its_checksum_is_not_written(an):
    address = an.begun()
    right = {name: f"{name} {b64(make(WHOLE[:300]).digest())}" for name, make in
             (("sha1", hashlib.sha1), ("sha256", hashlib.sha256), ("md5", hashlib.md5))}  # fmt: skip
    assert an.sends(address, 0, WHOLE[:299], Upload_Checksum=right["sha1"]).status_code == 460
    assert an.says("HEAD", address)["Upload-Offset"] == "0"
    assert an.sends(address, 0, b"x", Upload_Checksum="crc32 AAAA").status_code == 400
    assert an.sends(address, 0, b"x", Upload_Checksum="sha1 ???").status_code == 400
    assert an.sends(address, 0, WHOLE[:300], Upload_Checksum=right["sha256"]).status_code == 204


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Upload-Length": ""}, 400),
        ({"Upload-Length": "abc"}, 400),
        ({"Upload-Length": "0"}, 400),
        ({"Upload-Length": str(20 * 1024 * 1024 + 1)}, 413),
        ({"Upload-Length": "", "Upload-Defer-Length": "1"}, 400),
        ({"Upload-Metadata": "filename ???,place Y2Fu"}, 400),
        ({"Upload-Metadata": ""}, 400),
        ({"Upload-Metadata": f"place {b64('../../etc')}"}, 400),
        ({"Upload-Metadata": f"place {b64('Ả')}"}, 400),
        ({"Upload-Metadata": "x" * 5000}, 400),
    ],
)
def test_an_announcement_that_says_too_little_or_too_much_is_refused(an, headers, status):
    answer = an.begins(**headers)
    assert answer.status_code == status
    assert answer.content.decode().endswith((".", ".\n"))
    assert not IncomingFile.objects.exists()


@pytest.mark.parametrize(
    ("sent", "kept"),
    [("../../etc/passwd", "passwd"), ("a\r\nX: y\x00.pdf", "a X: y.pdf"), ("", "không tên"), ("con.pdf", "con.pdf")],
)
def test_a_name_is_only_a_name(an, sent, kept):
    an.begins(**{"Upload-Metadata": f"filename {b64(sent)},place {b64('a')}"})
    assert IncomingFile.objects.get().name == kept


def test_more_than_was_announced_is_refused(an):
    address = an.begun()
    assert an.sends(address, 0, WHOLE + b"x").status_code == 400


def test_a_file_that_may_not_come_in_is_refused_in_a_sentence_and_is_gone(an):
    data = b"MZ" + bytes(400)
    address = an.begun(size=len(data))
    answer = an.sends(address, 0, data)
    assert (answer.status_code, answer["Content-Type"]) == (422, "text/plain; charset=utf-8")
    assert "không phải là PDF" in answer.content.decode()
    assert an.says("HEAD", address).status_code == 410


def test_a_file_can_be_taken_back(an):
    address = an.begun()
    assert an.says("DELETE", address).status_code == 204
    assert an.says("HEAD", address).status_code == 404
    assert an.says("DELETE", address).status_code == 404


def test_where_only_get_and_post_pass_the_method_comes_in_a_header(an):
    address = an.begun()
    headers = {"Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    assert an.says("POST", address, WHOLE, **headers).status_code == 204
    assert an.says("GET", address, X_HTTP_Method_Override="DELETE").status_code == 204


@pytest.mark.parametrize("method", ["GET", "PUT", "POST"])
def test_other_methods_are_not_spoken(an, method):
    answer = an.says(method, an.begun())
    assert (answer.status_code, answer["Allow"]) == (405, "HEAD, PATCH, DELETE")
    assert an.says("GET", HERE).status_code == 405


def test_somebody_elses_file_does_not_exist(an):
    address = an.begun()
    binh = Sender()
    for method in ("HEAD", "DELETE"):
        assert binh.says(method, address).status_code == 404
    assert binh.sends(address, 0, WHOLE).status_code == 404
    binh.begins()  # now with a visit of his own
    assert binh.sends(address, 0, WHOLE).status_code == 404
    assert an.says("HEAD", address)["Upload-Offset"] == "0"


def test_a_file_left_for_a_day_is_begun_anew(an):
    address = an.begun()
    assert an.says("HEAD", address, at=LATER).status_code == 404
    assert an.sends(address, 0, WHOLE, at=LATER).status_code == 404


def test_who_begins_too_many_files_waits(an, monkeypatch):
    monkeypatch.setitem(tries.RATES, Limit.UPLOADING, Rate(3, 900))
    assert [an.begins(place=f"p{n}").status_code for n in range(4)] == [201, 201, 201, 429]


def test_a_session_that_gets_another_name_keeps_its_files(an):
    address = an.begun()
    session = an.client.session
    session.cycle_key()
    session.save()
    an.client.cookies["sessionid"] = session.session_key
    assert an.says("HEAD", address).status_code == 200


def test_a_piece_costs_few_statements(an, django_assert_max_num_queries):
    address = an.begun()
    with django_assert_max_num_queries(12):
        an.sends(address, 0, WHOLE[:300])
