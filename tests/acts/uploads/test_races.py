"""Eight pieces at once for one place in a file: one is written; and limits hold for who sends eight files at once."""

import pytest

from motcua.domain.uploads import allowance, arriving, pieces
from motcua.domain.uploads.arriving import Announced, WrongOffset
from motcua.domain.uploads.models import IncomingFile
from tests.papers import corpus
from tests.racing import THREADS, at_once
from tests.world import moment

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.clause("5.1.đ-2")]
AT = moment("2026-11-23 09:00")
AN, WHOLE = "visit/an", corpus.pdf(pages=3)


def begun(place: str = "can-cuoc", data: bytes = WHOLE) -> IncomingFile:
    return arriving.begin(Announced("a.pdf", len(data), place), holder=AN, at=AT)


def test_of_eight_copies_of_a_piece_one_is_written():
    key = begun().key
    found = at_once(lambda _: arriving.append(key, holder=AN, offset=0, data=WHOLE[:400], at=AT))
    assert [type(each) for each in found].count(IncomingFile) == 1
    assert [type(each) for each in found].count(WrongOffset) == THREADS - 1
    done = arriving.finish(arriving.append(key, holder=AN, offset=400, data=WHOLE[400:], at=AT), at=AT)
    assert pieces.content(done.key) == WHOLE


def test_a_file_that_eight_finish_at_once_is_kept_once():
    key = begun().key
    whole = arriving.append(key, holder=AN, offset=0, data=WHOLE, at=AT)
    found = at_once(lambda _: arriving.finish(IncomingFile.objects.get(key=whole.key), at=AT))
    assert {(each.key, each.state) for each in found} == {(key, "kept")}


def test_of_eight_documents_for_one_paper_one_stays():
    ready = []
    for number in range(THREADS):
        data = corpus.pdf(pages=number + 1)
        ready.append(arriving.append(begun(data=data).key, holder=AN, offset=0, data=data, at=AT))
    found = at_once(lambda number: arriving.finish(ready[number], at=AT))
    assert sorted(each.state for each in found) == ["kept"] + ["refused"] * (THREADS - 1)


def test_eight_files_at_once_do_not_pass_the_limit_together(monkeypatch):
    monkeypatch.setattr(allowance, "MOST_WAITING", 3)
    found = at_once(lambda number: begun(place=f"p{number}"))
    assert [type(each) for each in found].count(IncomingFile) == 3
