"""What pages say of themselves in the words of schema.org, so that search engines show them rightly."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from motcua.domain.vietnamese.dates import local_day
from motcua.web.components.context import CENTRE
from motcua.web.components.environment import procedure_address

Said = dict[str, Any]
CONTEXT = "https://schema.org"
LANGUAGE = "vi"


def front(shown: Any) -> list[Said]:
    """The Centre, and where its site is searched."""
    searched = _whole(f"{reverse('portal:catalogue')}?tim={{words}}")
    action = {"@type": "SearchAction", "target": searched, "query-input": "required name=words"}
    site = {"@type": "WebSite", "name": "Một Cửa", "url": _whole("/"), "inLanguage": LANGUAGE}
    centre = _organisation(shown.centre) if shown.centre else {"@type": "GovernmentOrganization", "name": CENTRE}
    return [_said(site | {"potentialAction": action}), _said(centre | {"telephone": settings.HOTLINE})]


def body(office: Any) -> list[Said]:
    """A body, and the way to its page."""
    crumbs = _crumbs((gettext("Tìm thủ tục"), reverse("portal:catalogue")), (office.name, _page_of(office)))
    return [_said(_organisation(office)), crumbs]


def procedure(shown: Any) -> list[Said]:
    """A procedure as a service of its body, by which ways it is had, and the way to its page."""
    posted, address = shown.posted, procedure_address(shown.posted.code, shown.posted.name)
    service = {
        "@type": "GovernmentService",
        "name": posted.name,
        "identifier": posted.code,
        "serviceType": posted.field,
        "url": _whole(address),
        "provider": _organisation(shown.owner),
        "areaServed": {"@type": "AdministrativeArea", "name": settings.PLACE},
        "audience": {"@type": "Audience", "audienceType": posted.applicants},
        "availableChannel": _channels(shown),
        "inLanguage": LANGUAGE,
    }
    field = f"{reverse('portal:catalogue')}?linh-vuc={shown.field.code}"
    crumbs = _crumbs((shown.owner.name, _page_of(shown.owner)), (posted.field, field), (posted.name, address))
    return [_said(service), crumbs, *answered(shown.questions)]


def answered(asked: Sequence[tuple[Any, str]]) -> list[Said]:
    """Questions with the answer of the body in charge, each with its address; nothing where there are none."""
    questions = [
        {
            "@type": "Question",
            "name": one.subject,
            "url": _whole(address),
            "acceptedAnswer": {
                "@type": "Answer",
                "text": one.answer,
                "author": {"@type": "GovernmentOrganization", "name": one.office.name},
                "dateCreated": local_day(one.published_at).isoformat(),
            },
        }
        for one, address in asked
    ]
    return [_said({"@type": "FAQPage", "inLanguage": LANGUAGE, "mainEntity": questions})] if questions else []


def _channels(shown: Any) -> list[Said]:
    at_counter = {"@type": "ServiceChannel", "name": "Trực tiếp", "servicePhone": _phone()}
    if not shown.online:
        return [at_counter]
    begin = _whole(reverse("start:begin", args=[shown.posted.code]))
    return [at_counter, {"@type": "ServiceChannel", "name": "Trực tuyến", "serviceUrl": begin}]


def _organisation(office: Any) -> Said:
    known = {"name": office.name, "url": _whole(_page_of(office)), "telephone": office.phone, "address": office.address}
    return {"@type": "GovernmentOrganization", **{name: value for name, value in known.items() if value}}


def _crumbs(*links: tuple[str, str]) -> Said:
    places = [
        {"@type": "ListItem", "position": place, "name": name, "item": _whole(address)}
        for place, (name, address) in enumerate(((gettext("Trang đầu"), reverse("portal:front")), *links), start=1)
    ]
    return _said({"@type": "BreadcrumbList", "itemListElement": places})


def _phone() -> Said:
    return {"@type": "ContactPoint", "telephone": settings.HOTLINE}


def _page_of(office: Any) -> str:
    return reverse("portal:body", args=[office.code])


def _said(what: Said) -> Said:
    return {"@context": CONTEXT, **what}


def _whole(path: str) -> str:
    return f"{settings.SITE_ADDRESS}{path}"
