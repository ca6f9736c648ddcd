"""What belongs to somebody else does not exist: one table of every address that names a thing of somebody's.

The addresses are read out of the program itself. A new one that carries a name, a number or a secret fails here
until it is entered: as somebody's own, as the same address for each, as open to who holds its secret, or to all.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse

from motcua.domain.citizens import authorities, businesses
from motcua.domain.citizens.authorities import Principal
from motcua.domain.citizens.models import Authority, Business, Member, Person
from motcua.domain.citizens.terms import Power
from motcua.domain.dossiers.models import Dossier, Sent
from motcua.domain.feedback import intake
from motcua.domain.feedback.models import Feedback
from motcua.domain.filing.models import OwnPaper, Submission
from motcua.domain.papers.uploads import Upload
from motcua.domain.questions import asking
from motcua.domain.questions.models import Question
from motcua.domain.uploads import arriving
from motcua.domain.uploads.models import IncomingFile
from motcua.web.components.entrance import MOMENT
from tests.citizens import AN, AT, BINH, Citizen, Identity, a_business, a_citizen, a_paper
from tests.feedback import said
from tests.filing import MONDAY, AtHome
from tests.following import hands_in, owned_by
from tests.moments import moment
from tests.papers.corpus import jpeg
from tests.questions import asked
from tests.web.at_desk import Official, words_of
from tests.world import World, build

pytestmark = [pytest.mark.django_db, pytest.mark.clause("4.1.c", "3.3-1")]
NOW = "2024-05-30 09:00"
FIRM, OTHER_FIRM = "Công ty TNHH Biển Xanh", "Hợp tác xã Núi Cao"
CHI = Identity("Lý Thị Chi", "022195000777")
PHOTO = "anh-cua-an.jpg"


@dataclass
class Things:
    """What An has; and who else has an account: Bình, who left An's firm, and Chi, who runs another one."""

    an: Person
    draft: Submission
    handed_in: Submission
    lacking: Dossier
    sent: Sent
    owing: Dossier
    firms: Dossier
    business: Business
    authority: Authority
    photo: IncomingFile
    question: Question
    voice: Feedback
    binh: Person
    chi: Person

    def others(self) -> dict[str, Official]:
        """Everybody else with a browser, by who they are."""
        return {"nobody": _nobody(), "binh": Citizen(self.binh), "chi": Citizen(self.chi)}

    @property
    def marks(self) -> list[str]:
        """What stands on no page of anybody else."""
        codes = [each.code for each in (self.draft, self.handed_in, self.lacking, self.owing, self.firms)]
        return [*codes, AN.identity_number, AN.name, FIRM, PHOTO, self.question.code, self.voice.code]


Kwargs = Callable[[Things], dict[str, Any]]


def _draft(it: Things) -> dict[str, Any]:
    return {"code": it.draft.code}


def _handed_in(it: Things) -> dict[str, Any]:
    return {"code": it.handed_in.code}


def _lacking(it: Things) -> dict[str, Any]:
    return {"code": it.lacking.code}


def _owing(it: Things) -> dict[str, Any]:
    return {"code": it.owing.code}


def _firms(it: Things) -> dict[str, Any]:
    return {"code": it.firms.code}


def _business(it: Things) -> dict[str, Any]:
    return {"pk": it.business.pk}


def _member(it: Things) -> dict[str, Any]:
    return {"pk": it.business.pk, "member": Member.objects.get(business=it.business, person=it.an).pk}


def _own_paper(it: Things) -> dict[str, Any]:
    return {"pk": OwnPaper.objects.filter(person=it.an).order_by("pk")[0].pk}


def _own_content(it: Things) -> dict[str, Any]:
    return {"kind": "nop", **_own_paper(it)}


def _needed(it: Things) -> dict[str, Any]:
    return {"code": it.draft.code, "component": it.draft.version.components.order_by("position")[0].pk}


def _file(it: Things) -> dict[str, Any]:
    return {"key": it.photo.key}


def _place(it: Things) -> dict[str, Any]:
    return {"place": it.photo.place}


def _voice(it: Things) -> dict[str, Any]:
    return {"secret": it.voice.secret}


def _question(it: Things) -> dict[str, Any]:
    return {"secret": it.question.secret}


# Somebody's own: for who else asks there is no such page.
OWNED: tuple[tuple[str, Kwargs], ...] = (
    ("citizen:business", _business),
    ("citizen:admit_member", _business),
    ("citizen:change_powers", _member),
    ("citizen:end_membership", _member),
    ("citizen:withdraw_authority", lambda it: {"pk": it.authority.pk}),
    ("citizen:paper", lambda it: {"pk": it.authority.paper_id}),
    ("citizen:paper", lambda it: {"pk": it.business.paper_id}),
    ("filing:prepare", _draft),
    ("filing:keep", _draft),
    ("filing:declaration", _draft),
    ("filing:declaration_pdf", _draft),
    ("filing:matter", _draft),
    ("filing:review", _draft),
    ("filing:renew", _draft),
    ("filing:discard", _draft),
    ("filing:done", _handed_in),
    ("filing:withdraw", _handed_in),
    ("filing:slip", _handed_in),
    ("filing:choose_paper", _needed),
    ("filing:rename_own_paper", _own_paper),
    ("filing:remove_own_paper", _own_paper),
    ("filing:own_paper", _own_content),
    ("filing:own_paper_picture", _own_content),
    ("filing:paper", lambda it: {**_handed_in(it), "pk": it.handed_in.papers.order_by("pk")[0].scan_id}),
    ("following:dossier", _lacking),
    ("following:dossier", _firms),
    ("following:handed_in", lambda it: {**_lacking(it), "pk": it.sent.papers.get().scan_id}),
    ("following:result", lambda it: {**_lacking(it), "pk": 1}),
    ("following:fees", _lacking),
    ("following:fee_receipt", lambda it: {**_lacking(it), "pk": 1}),
    ("following:supplement", _lacking),
    ("following:supplement", _firms),
    ("following:payment", _owing),
    ("following:withdraw", _lacking),
    ("following:withdraw", _firms),
    ("following:stop", _lacking),
    ("following:go_on", _lacking),
    ("following:take_back", lambda it: {**_lacking(it), "pk": it.sent.pk}),
    ("following:choose_return", _lacking),
    ("following:bring_to", _lacking),
    ("following:rate", _lacking),
    ("post:mine", _handed_in),
    ("post:bring_me", _handed_in),
    ("post:fetch_mine", _handed_in),
    ("uploads:tus_file", _file),
    ("uploads:thumbnail", _file),
    ("uploads:change", lambda it: {**_file(it), "what": "bo"}),
    ("uploads:document", _place),
)
# What An has not: a procedure without questions of its own, a result that is signed and given out as a file.
NOT_THERE_YET = {"filing:declaration", "filing:declaration_pdf", "following:result", "following:fee_receipt"}
# The same address for each, with the own things under it.
EACH_THEIR_OWN: dict[str, Kwargs] = {
    "uploads:paper": _place,
    "uploads:files": _place,
    "following:find": _lacking,  # a signpost to the page of a dossier, whoever asks
}
# Open to who holds the secret: a wrong letter finds nothing, and a secret opens the papers of its own thing alone.
SECRET: tuple[tuple[str, Kwargs], ...] = (
    ("portal:dossier", lambda it: {"secret": it.lacking.secret}),
    ("portal:paper", lambda it: {"secret": it.lacking.secret, "pk": 1}),
    ("portal:result", lambda it: {"secret": it.lacking.secret}),
    ("portal:result_file", lambda it: {"secret": it.lacking.secret}),
    ("portal:fees", lambda it: {"secret": it.lacking.secret}),
    ("portal:fee_receipt", lambda it: {"secret": it.lacking.secret, "pk": 1}),
    ("asking:follow", _question),
    ("asking:again", _question),
    ("asking:consent", _question),
    ("voices:follow", _voice),
    ("voices:letter", _voice),
    ("voices:notice", _voice),
    ("voices:more", _voice),
    ("satisfaction:ballot", lambda it: {"secret": it.lacking.invitations.get(occasion="receipt").secret}),
)
# Open to everybody: what they name belongs to nobody.
OPEN = {
    "paying:trial",  # the bank of the trial, which knows a payment and nobody
    "rated:tablet", "rated:turn", "rated:tap",  # a device at a counter, which knows nobody
    "satisfaction:survey",  # a ballot, which shows nothing of anybody: tests/web/satisfaction/test_surveys.py
    "openid_connect_login", "openid_connect_callback", "regulation:clause", "start:begin", "asking:one",
    "portal:procedure", "portal:posting", "portal:own_form_sample", "portal:form", "portal:procedure_named",
    "portal:posting_list", "portal:body", "portal:body_set", "portal:body_feed", "portal:field_set",
    "voices:api_state",  # finds only for who sends the secret along: tests/web/voices/test_sending.py
    "portal:sitemap_part", "portal:data", "portal:data_schema", "asking:sample",
}  # fmt: skip


@dataclass
class Address:
    """Where a page is, who may open it, and what the address names."""

    name: str
    right: Any
    converters: dict[str, Any]
    names: bool

    @property
    def of_citizens(self) -> bool:
        """Whether citizens, or people whom nobody knows, may come here at all."""
        return self.right in ("everybody", "citizens")

    def somehow(self) -> str:
        """One such address; nothing need be there."""
        known = {"IntConverter": 1, "UUIDConverter": UUID(int=1), "DayInAddress": MONDAY.date()}
        kwargs = {name: known.get(type(each).__name__, "a-1") for name, each in self.converters.items()}
        return reverse(self.name, kwargs=kwargs)


def addresses(resolver: URLResolver, prefix: str = "", before: dict[str, Any] | None = None) -> Iterator[Address]:
    """Every address of the program, under the name by which it is called."""
    for each in resolver.url_patterns:
        converters = {**(before or {}), **each.pattern.converters}
        if isinstance(each, URLResolver):
            yield from addresses(each, f"{each.namespace}:" if each.namespace else prefix, converters)
        else:
            names = bool(converters or each.pattern.regex.groups)
            yield Address(f"{prefix}{each.name}", getattr(each.callback, "right", None), converters, names)


ALL = list(addresses(get_resolver()))
ENTERED = {name for name, _ in (*OWNED, *SECRET)} | EACH_THEIR_OWN.keys() | OPEN


@pytest.fixture(scope="module")
def things(django_db_setup: None, django_db_blocker: Any) -> Iterator[Things]:
    """Built once for all tests of this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield _things(build())
        transaction.set_rollback(True)


def test_every_address_that_names_something_is_somebodys_or_open() -> None:
    assert {each.name for each in ALL if each.of_citizens and each.names} == ENTERED


def test_what_is_ans_is_no_page_for_anybody_else(things: Things) -> None:
    others, wrong = things.others(), []
    for name, kwargs in OWNED:
        address = reverse(name, kwargs=kwargs(things))
        for who, browser in others.items():
            deleted = browser.client.delete(address, **{MOMENT: moment(NOW)})
            for answer in (browser.asks(address, NOW), browser.sends(address, NOW), deleted):
                refused = answer.status_code in (404, 405, 412) or (who == "nobody" and _to_sign_in(answer))
                if not refused or _marks_in(answer, things):
                    wrong.append((name, who, answer.status_code, _marks_in(answer, things)))
    assert wrong == []
    assert IncomingFile.objects.filter(pk=things.photo.pk).exists()


def test_what_is_ans_is_there_for_an(things: Things) -> None:
    an = Citizen(things.an)
    answers = [(name, an.asks(reverse(name, kwargs=kwargs(things)), NOW).status_code) for name, kwargs in OWNED]
    assert [each for each in answers if each[1] not in (200, 302, 405, 412) and each[0] not in NOT_THERE_YET] == []


def test_pages_that_each_has_show_each_only_the_own(things: Things) -> None:
    own = [reverse(each.name) for each in ALL if each.right == "citizens" and not each.names]
    own += [reverse(name, kwargs=kwargs(things)) for name, kwargs in EACH_THEIR_OWN.items()]
    others, wrong = things.others(), []
    for address in own:
        for who, browser in others.items():
            answer = browser.asks(address, NOW)
            if answer.status_code == 200 and _marks_in(answer, things):
                wrong.append((address, who, _marks_in(answer, things)))
    assert wrong == []
    an = Citizen(things.an)
    for page, mark in (
        ("following:home", things.draft.code),
        ("citizen:businesses", FIRM),
        ("asking:mine", "công chứng"),
        ("voices:mine", "hướng dẫn rõ"),
    ):
        assert mark in an.reads(reverse(page), NOW)
    assert PHOTO in an.reads(reverse("uploads:files", kwargs=_place(things)), NOW)


def test_a_secret_with_a_wrong_letter_finds_nothing(things: Things) -> None:
    others, wrong = things.others(), []
    for name, kwargs in SECRET:
        right = kwargs(things)
        near = "A" if right["secret"][-1] != "A" else "B"
        address = reverse(name, kwargs={**right, "secret": right["secret"][:-1] + near})
        for who, browser in others.items():
            for answer in (browser.asks(address, NOW), browser.sends(address, NOW)):
                if answer.status_code not in (404, 405, 429) or _marks_in(answer, things):
                    wrong.append((name, who, answer.status_code))
    assert wrong == []


def test_no_citizen_opens_a_page_of_officials(things: Things) -> None:
    binh, wrong = things.others()["binh"], []
    for each in ALL:
        if each.of_citizens or each.right == "signed in":
            continue
        status = binh.asks(each.somehow(), NOW).status_code
        if status not in (403, 404, 405):
            wrong.append((each.name, status))
    assert wrong == []


def _things(world: World) -> Things:
    an, binh, chi = a_citizen(), a_citizen(BINH), a_citizen(CHI)
    business = businesses.confirm_business(a_business(an, name=FIRM), by=world["lan"], at=AT)
    _was_there_once(business, binh, by=an)
    businesses.confirm_business(a_business(chi, tax_code="0101248141", name=OTHER_FIRM), by=world["lan"], at=AT)
    home = AtHome(world, an)
    draft = home.begun()
    photo = arriving.take_whole(
        Upload(PHOTO, jpeg()), place=draft.place_of(home.needed()[0].pk), holder=f"account/{an.account_id}", at=MONDAY
    )
    lacking = world.awaiting_supplement(applicant=owned_by(an))
    sent = hands_in(an, lacking)
    of_firm = owned_by(an, kind="business", name=FIRM, identity_kind="tax_code", identity_number=business.tax_code)
    child = Principal("spouse", "Vũ Văn Dương", "022088009999")
    return Things(
        an=an, draft=draft, handed_in=AtHome(world, an).submitted(), lacking=lacking, sent=sent,
        owing=world.awaiting_payment(applicant=owned_by(an)),
        firms=world.awaiting_supplement(applicant=of_firm), business=business, photo=photo,
        authority=authorities.claim_authority(child, paper=a_paper(), by=an, at=AT),
        question=asking.ask_question(asked(world), by=an, at=MONDAY),
        voice=intake.send_feedback(said(world), by=an, at=MONDAY),
        binh=binh, chi=chi,
    )  # fmt: skip


def _was_there_once(business: Business, person: Person, *, by: Person) -> None:
    every = [each.value for each in Power]
    member = businesses.admit_member(
        business, identity_number=person.identity_number, name=person.name, powers=every, by=by, at=AT
    )
    businesses.end_membership(member, by=by, at=AT)


def _nobody() -> Official:
    visitor = Citizen.__new__(Citizen)
    visitor.client = Client()
    return visitor


def _to_sign_in(answer: Any) -> bool:
    return answer.status_code == 302 and answer["Location"].startswith("/cong-dan/dang-nhap/")


def _marks_in(answer: Any, things: Things) -> list[str]:
    words = words_of(answer) if answer["Content-Type"].startswith("text/html") else answer.content.decode("latin-1")
    return [each for each in things.marks if each in words]
