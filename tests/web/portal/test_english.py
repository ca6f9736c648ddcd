"""English for the public pages: all our own words, what offices wrote marked as Vietnamese; officials' pages never."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

import pytest
from django.urls import resolve
from django.utils import translation
from jinja2 import DictLoader
from lxml import html

import motcua
from motcua.web import english
from motcua.web.components import languages, passed_on
from motcua.web.components.environment import environment
from tests.web import axe
from tests.world import World, moment

NAMED = "/en/procedures/2.001610/dang-ky-thanh-lap-doanh-nghiep-tu-nhan/"
ENOUGH = 2  # addresses of each page: the second shows that it leads on
ATTRIBUTES = "//@aria-label | //@data-label | //@placeholder | //@alt | //@title"


def test_the_english_text_has_all_words_of_the_pages_and_no_others_none_fuzzy():
    assert english.faults(english.kept(), english.words_of_the_pages()) == []


def test_a_text_that_lacks_a_word_or_has_one_too_many_is_seen_and_mended():
    catalog = english.kept()
    said = {"một câu mới", ("%(number)s câu đếm", "%(number)s câu đếm")}
    assert "chưa có trong bản tiếng Anh: một câu mới" in english.faults(catalog, said)
    assert "không trang nào dùng nữa: Trang đầu" in english.faults(catalog, said)
    mended = english.brought_up_to_date(catalog, said)
    assert {*english.faults(mended, said)} == {"chưa dịch xong: %(number)s câu đếm", "chưa dịch xong: một câu mới"}


def sentences_in(path: Path) -> Iterator[str]:
    """The texts of a module, those with values in them as they are written."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.JoinedStr):
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else f"{{{ast.unparse(part.value)}}}"
                for part in node.values
                if isinstance(part, (ast.Constant, ast.FormattedValue))
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_what_is_passed_on_stands_in_the_domain_letter_by_letter():
    domain = Path(motcua.__file__).parent / "domain"
    said = {sentence for path in domain.rglob("*.py") for sentence in sentences_in(path)}
    assert [each for each in passed_on.SENTENCES if each not in said] == []


def test_what_is_passed_on_is_retold_with_its_values_and_what_is_unknown_is_marked():
    with translation.override("en"):
        assert languages.passed_on("Mã chưa đúng, còn 2 lần nhập.") == "That code is wrong. Tries left: 2."
        assert languages.passed_on("“x” không phải là ngày. Hãy viết ngày/tháng/năm, ví dụ 01/09/2026.") == (
            "“x” is not a date. Write day/month/year, for example 01/09/2026."
        )
        assert languages.passed_on("Chưa được <đâu>.") == '<span lang="vi">Chưa được &lt;đâu&gt;.</span>'
        assert languages.passed_on("Enter your name.") == "Enter your name."
    assert languages.passed_on("Chưa được <đâu>.") == "Chưa được <đâu>."


def test_days_money_and_numbers_are_written_as_english_readers_write_them():
    with translation.override("en"):
        assert languages.moment(moment("2026-12-04 16:30")) == "16:30 on 4 December 2026"
        assert languages.weekday(moment("2026-12-04 16:30")) == "Friday, 4 December 2026"
        assert (languages.month(date(2026, 12, 1)), languages.day(date(2026, 9, 1))) == (
            "December 2026",
            "1 September 2026",
        )
        assert (languages.money(150_000), languages.number(1234.5), languages.size(1_300_000)) == (
            "150,000 ₫", "1,234.5", "1.2 MB",
        )  # fmt: skip
        assert [languages.translated(f"{number} ngày làm việc") for number in (1, 20)] == [
            "1 working day", "20 working days",
        ]  # fmt: skip


def test_fixed_words_are_marked_for_each_reader_whoever_opened_the_page_first():
    template = environment(loader=DictLoader({"it": '{{ "Quy chế"|marked }}'})).get_template("it")
    assert template.render() == "Quy chế"
    with translation.override("en"):
        assert template.render() == '<span lang="vi">Quy chế</span>'


def untranslated(page: str) -> list[str]:
    """The words of a page with Vietnamese letters that are not marked as Vietnamese."""
    whole = html.fromstring(page.encode())
    for each in whole.xpath('//*[@lang="vi"] | //head | //script'):
        each.drop_tree()
    said: Iterable[str] = [*whole.itertext(), *whole.xpath(ATTRIBUTES)]
    return [" ".join(words.split()) for words in said if languages.IN_VIETNAMESE.search(words)]


def english_links(page: str) -> Iterator[str]:
    """Where a page leads within the English ones; files are no pages."""
    for link in html.fromstring(page.encode()).xpath("//a/@href"):
        if link.startswith("/en/") and not re.search(r"[.](pdf|atom|csv|json)$", link):
            yield link.partition("#")[0]


def test_who_follows_english_links_finds_our_words_in_english_and_the_rest_marked(visitor):
    waiting, opened = (
        ["/en/", "/en/file-online/2.001610/", "/en/procedures/?tim=zzz", "/en/questions/?tim=zzz"],
        Counter(),
    )
    seen = set(waiting)
    while waiting:
        address = waiting.pop(0)
        answer = visitor.asks(address)
        page = answer.content.decode()
        assert (address, answer.status_code, untranslated(page)) == (address, 200, [])
        assert '<html lang="en">' in page, address
        for link in english_links(page):
            view = resolve(link.partition("?")[0]).view_name
            if link not in seen and opened[view] < ENOUGH:
                seen.add(link)
                opened[view] += 1
                waiting.append(link)
    assert {
        "portal:catalogue", "portal:procedure_named", "portal:body", "portal:changes", "portal:track", "portal:check",
        "portal:measures", "portal:open_data", "asking:public", "asking:ask", "entry:sign_in", "entry:with_password",
        "regulation:index", "regulation:clause",
    } <= opened.keys()  # fmt: skip


def test_a_dossier_is_followed_in_english(visitor, world: World):
    dossier = world.in_appraisal()
    whole = visitor.asks(f"/en/track/{dossier.secret}", "2024-05-28 09:00").content.decode()
    assert "Being worked on" in whole
    assert "Thursday, 30 May 2024" in whole
    assert "2 working days left" in whole.replace("<b>", "").lower()
    assert untranslated(whole) == []
    assert "Step 2 of 5." in visitor.reads("/en/track/", "2024-05-28 09:00", ma=dossier.code)


def test_what_is_wrong_is_said_in_english_too(visitor):
    missing = visitor.asks("/en/khong-co/")
    assert missing.status_code == 404
    assert "Page not found" in missing.content.decode()
    for address in ("/en/track/?ma=x", "/en/track/khong-co"):
        wrong = visitor.asks(address).content.decode()
        assert "No dossier fits what was typed" in wrong
        assert untranslated(wrong) == []


def test_each_page_leads_to_the_same_one_in_the_other_language(visitor):
    there = visitor.asks("/thu-tuc/", tim="nha").content.decode()
    assert '<a href="/en/procedures/?tim=nha" lang="en" hreflang="en">English</a>' in there
    assert re.search(r'<link rel="alternate" hreflang="en" href="http://[^"/]+/en/procedures/">', there)
    back = visitor.asks("/en/procedures/").content.decode()
    assert '<a href="/thu-tuc/" lang="vi" hreflang="vi">Tiếng Việt</a>' in back


def test_only_the_address_decides_and_officials_pages_are_always_vietnamese(visitor, sits):
    preferred = {"HTTP_ACCEPT_LANGUAGE": "en-GB,en"}
    assert '<html lang="vi">' in visitor.client.get("/", **preferred).content.decode()
    mai = sits("mai")
    assert '<html lang="vi">' in mai.client.get("/trung-tam/", **preferred).content.decode()
    assert mai.client.get("/en/trung-tam/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_english_pages_break_no_rule_of_accessibility(transactional_db, at_home, world: World):
    for address in ("/en/", NAMED, f"/en/track/{world.in_appraisal().secret}"):
        assert "\n".join(axe.check(at_home(address, "2024-05-28 09:00"), portal=True)) == "", address
