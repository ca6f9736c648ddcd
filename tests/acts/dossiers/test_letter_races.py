"""Several officials at once at one letter: one is final, and the others read why theirs is not."""

import pytest

from motcua.domain.dossiers import letters
from motcua.domain.dossiers.letters import NotThisLetter
from motcua.domain.dossiers.models import SignedLetter
from motcua.domain.journal.queries import entries
from motcua.domain.papers.uploads import Upload
from tests.acts.dossiers.test_letters import AT, apologised
from tests.acts.dossiers.test_races import THREADS, at_once
from tests.papers.from_word import written
from tests.world import World

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_letter_is_confirmed_once_as_it_was_read_while_others_hand_in_other_words(
    transactional_db: None, world: World
):
    dossier, paper = apologised(world)
    hoa, given = world["hoa"], {"paper": paper, "at": AT}

    def hand_in(words: str) -> SignedLetter:
        file = Upload("sua.docx", written.letter(paper.shown_number, dossier.code, words=words))
        return letters.return_signed_letter(dossier, upload=file, by=hoa, **given)

    seen = hand_in("Lời đã đọc.").sha256

    def work(number: int) -> object:
        if number % 2:
            return letters.confirm_letter(dossier, seen=seen, by=hoa, **given)
        return hand_in(f"Lời thứ {number}.")

    answers = at_once(work)
    final = SignedLetter.objects.get(paper=paper)
    confirmed = [each for each in answers[1::2] if not isinstance(each, NotThisLetter)]
    assert len(answers) == THREADS
    assert len(confirmed) == (1 if final.confirmed_at else 0)
    assert (final.sha256 == seen) == bool(final.confirmed_at)
    assert [each.act for each in entries(dossier)].count("confirm_letter") == len(confirmed)


def test_eight_confirmations_at_once_are_one(transactional_db: None, world: World):
    dossier, paper = apologised(world)
    file, hoa = Upload("sua.docx", written.letter(paper.shown_number, dossier.code)), world["hoa"]
    seen = letters.return_signed_letter(dossier, paper=paper, upload=file, by=hoa, at=AT).sha256
    answers = at_once(lambda _: letters.confirm_letter(dossier, paper=paper, seen=seen, by=hoa, at=AT))
    assert sum(isinstance(each, NotThisLetter) for each in answers) == THREADS - 1
