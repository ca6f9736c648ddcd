"""What search engines and other pages read: the map of the site, robots.txt, schema.org, readable addresses."""

import html
import json
import re
from datetime import date

import pytest

from motcua.domain.procedures import sitemap
from motcua.web.asking.addresses import address_of
from tests.acts.procedures.test_changes import revised
from tests.questions import a_public_question
from tests.world import moment

AT = "2024-05-27 09:00"
NAMED = "/thu-tuc/2.001610/dang-ky-thanh-lap-doanh-nghiep-tu-nhan/"


def said_by(page: str) -> list[dict]:
    """What a page says of itself."""
    found = re.findall(r'(?s)<script type="application/ld\+json">(.*?)</script>', page)
    return [json.loads(html.unescape(each)) for each in found]


@pytest.mark.clause("4.1.b")
def test_a_procedure_has_an_address_that_can_be_read_and_older_ones_lead_there(visitor):
    for address in ("/thu-tuc/2.001610/", "/thu-tuc/2.001610/ten-cu/"):
        answer = visitor.client.get(f"{address}?a=1", **{"motcua.at": moment(AT)})
        assert (answer.status_code, answer["Location"]) == (301, f"{NAMED}?a=1")
    assert visitor.asks(NAMED).status_code == 200
    assert visitor.asks("/thu-tuc/9.999999/gi-do/").status_code == 404


@pytest.mark.clause("4.1.b")
def test_the_map_names_every_procedure_and_body_with_the_day_it_changed(visitor, world):
    index = visitor.asks("/sitemap.xml", AT)
    assert index["Content-Type"] == "application/xml"
    parts = re.findall(r"<loc>http://[^/]+(/[^<]+)</loc>", index.content.decode())
    assert parts == ["/sitemap-pages-1.xml", "/sitemap-bodies-1.xml", "/sitemap-procedures-1.xml"]
    pages, bodies, procedures = (visitor.asks(each, AT).content.decode() for each in parts)
    assert "/tra-cuu/</loc>" in pages
    since = world.version.valid_from.isoformat()
    assert f"{NAMED}</loc><lastmod>{since}</lastmod>" in procedures
    revised(world, world.version, date(2024, 5, 20), days=5)
    assert "/co-quan/so-khdt/</loc><lastmod>2024-05-20</lastmod>" in visitor.asks(parts[1], AT).content.decode()
    assert since in bodies
    for wrong in (
        "/sitemap-procedures-2.xml",
        "/sitemap-procedures-0.xml",
        "/sitemap-bodies-2.xml",
        "/sitemap-x-1.xml",
    ):
        assert visitor.asks(wrong, AT).status_code == 404


def test_the_map_of_many_procedures_comes_in_parts(world, monkeypatch):
    monkeypatch.setattr(sitemap, "A_PART", 2)
    for number in range(2):
        world.a_procedure(name=f"Thủ tục {number}")
    today = date(2024, 5, 27)
    assert sitemap.parts(today) == 2
    assert [len(sitemap.procedures(today, part)) for part in (1, 2)] == [2, 1]


def test_officials_desks_and_what_belongs_to_persons_are_barred(visitor):
    lines = visitor.asks("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /quay/", "Disallow: /phong-ban/", "Disallow: /cong-dan/", "Disallow: /ty-le/"} <= set(lines)
    assert "Disallow: /thu-tuc/" not in lines
    assert lines[-1].endswith("/sitemap.xml")


@pytest.mark.clause("4.1.b")
def test_pages_say_what_they_are(visitor, world):
    service, crumbs = said_by(visitor.asks(NAMED, AT).content.decode())
    assert (service["@type"], service["identifier"]) == ("GovernmentService", "2.001610")
    assert service["provider"]["name"] == "Sở Kế hoạch và Đầu tư"
    assert [each["position"] for each in crumbs["itemListElement"]] == [1, 2, 3, 4]
    assert said_by(visitor.asks("/co-quan/so-khdt/", AT).content.decode())[0]["@type"] == "GovernmentOrganization"
    assert [each["@type"] for each in said_by(visitor.asks("/", AT).content.decode())] == [
        "WebSite", "GovernmentOrganization",
    ]  # fmt: skip


@pytest.mark.clause("5.5.b")
def test_questions_with_their_answers_are_told_where_they_can_be_read(visitor, world):
    public = a_public_question(world)
    for address in (NAMED, address_of(public)):
        page = visitor.asks(address, "2024-06-10 09:00").content.decode()
        faq = said_by(page)[-1]
        assert faq["@type"] == "FAQPage"
        (question,) = faq["mainEntity"]
        assert (question["name"], question["acceptedAnswer"]["text"]) == (public.subject, public.answer)
        assert public.answer in page and question["url"].endswith(address_of(public))


def test_a_name_can_not_leave_the_words_it_stands_in(visitor, world):
    version = world.a_procedure(name="Tên </script><script>alert(1)</script> “lạ”")
    page = visitor.asks(f"/thu-tuc/{version.procedure.code}/", AT).content.decode()
    assert "<script>alert" not in page
    assert said_by(page)[0]["name"] == version.name


def test_listed_pages_have_one_address_and_a_description_and_private_ones_none(visitor, world):
    page = visitor.asks("/thu-tuc/2.001610/", AT).content.decode()
    assert re.search(rf'<link rel="canonical" href="http://[^/"]+{NAMED}">', page)
    assert '<meta property="og:title" content="Đăng ký thành lập doanh nghiệp tư nhân">' in page
    assert '<meta name="description" content="Đăng ký thành lập' in page
    secret = world.received().secret
    for address in ("/tra-cuu/", f"/tra-cuu/{secret}", "/kiem-tra/"):
        private = visitor.asks(address, AT).content.decode()
        assert 'content="noindex, nofollow"' in private
        assert "canonical" not in private


@pytest.mark.django_db(transaction=True)
def test_a_browser_runs_the_page_without_a_word_about_its_policy(transactional_db, at_home, page):
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    at_home(NAMED, AT)
    assert page.locator('script[type="application/ld+json"]').count() == 2
    assert heard == []
