"""The pages of letters in a real browser: no rule of accessibility is broken, empty, waiting, final, refused."""

from pathlib import Path

import pytest

from motcua.domain.dossiers import letters
from motcua.domain.papers.uploads import Upload
from tests.acts.dossiers.test_letters import AT, apologised, kept
from tests.papers.from_word import written
from tests.web import axe

pytestmark = pytest.mark.django_db(transaction=True)
DAY = "2024-05-28 10:00"


def test_the_pages_of_letters_break_no_rule(world, in_browser, live_server, tmp_path: Path):
    page, hoa = in_browser("hoa", DAY), world["hoa"]

    def sound(address: str) -> None:
        page.goto(f"{live_server.url}{address}")
        assert "\n".join(axe.check(page)) == "", address

    kept(world)
    dossier, paper = apologised(world)
    here = f"/ho-so/{dossier.code}/van-ban/"
    for address in (here, f"{here}{paper.pk}/ban-ky/", "/ho-so/mau-van-ban/", "/ho-so/mau-van-ban/so-khdt/"):
        sound(address)
    wrong = tmp_path / "sai.docx"
    wrong.write_bytes(written.with_inside(written.line("rect")))
    page.goto(f"{live_server.url}{here}{paper.pk}/ban-ky/")
    page.locator("input[type=file]").set_input_files(wrong)
    page.get_by_role("button", name="Nộp tệp").click()
    page.get_by_text("Chương trình không chuyển được").wait_for()
    assert "\n".join(axe.check(page)) == ""
    file = Upload("sua.docx", written.letter(paper.shown_number, dossier.code))
    made = letters.return_signed_letter(dossier, paper=paper, upload=file, by=hoa, at=AT)
    for address in (here, f"{here}{paper.pk}/xac-nhan/"):
        sound(address)
    letters.confirm_letter(dossier, paper=paper, seen=made.sha256, by=hoa, at=AT)
    for address in (here, f"{here}{paper.pk}/xac-nhan/"):
        sound(address)
