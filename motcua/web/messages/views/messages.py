"""What people were told: the list, one message with its tries, and sending again."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.domain.journal.queries import entries
from motcua.domain.listing import counted, page
from motcua.domain.messages import again, policies, queries
from motcua.domain.messages.policies import WATCHES
from motcua.domain.messages.terms import Way
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, found, holders_of
from motcua.web.components.fields import Form
from motcua.web.components.form_page import FormPage, ask
from motcua.web.components.paging import beside, place_of
from motcua.web.components.timeline import timeline

from .. import show

cite(Kind.SCREEN, "messages:messages", "4.1.c")


@require_safe
@holders_of(*WATCHES)
def messages(request: OfficialRequest) -> HttpResponseBase:
    """What the official's offices told, the newest first, narrowed by state, way, day and dossier."""
    narrowed = show.narrowed(request)
    rows = queries.messages(request.officer, narrowed.asked, request.at)
    at_page = page(rows, "told_at", place_of(request), newest_first=True)
    context = {
        "rows": [(each, show.badge(each.state), queries.shown_address(each)) for each in at_page.rows],
        "titles": show.titles(),
        "narrowed": narrowed,
        "count": counted(rows),
        "pages": beside(request, at_page),
        "states": show.STATES,
        "ways": show.WAYS,
    }
    return render(request, "messages/messages.html", context)


@require_safe
@holders_of(*WATCHES)
def message(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """One message: its words, where it went, each try, what was reported, and whether it can be sent again."""
    one = found(queries.message, request.officer, pk, request.at)
    context = {
        "one": one,
        "badge": show.badge(one.state),
        "title": show.title(one.kind),
        "words": show.words(one),
        "about": show.about(one),
        "address": queries.shown_address(one),
        "way": Way(one.way).label,
        "goes_at": queries.goes_at(one, request.at),
        "attempts": queries.attempts(one),
        "reports": queries.reports(one),
        "told": timeline(entries(one)),
        "again": policies.may_send_again(request.officer, one, request.at),
    }
    return render(request, "messages/message.html", context)


@holders_of(*WATCHES)
def send_again(request: OfficialRequest, pk: int) -> HttpResponseBase:
    """Let a message that was given up go out again."""
    one = found(queries.message, request.officer, pk, request.at)
    back = reverse("messages:message", args=[pk])
    sheet = FormPage(
        title="Gửi lại tin",
        button="Gửi lại",
        back=back,
        about=f"{show.title(one.kind)}. {show.about(one)}",
        says=(
            f"Lý do thôi gửi: {one.why}." if one.why else "Chương trình đã thôi gửi tin này.",
            "Tin được gửi lại từ lần thử đầu, trong giờ được gửi; các lần trước vẫn được giữ.",
        ),
        hindrance=policies.may_send_again(request.officer, one, request.at),
    )

    def do() -> str:
        again.send_again(one, by=request.officer, at=request.at)
        return back

    return ask(request, sheet, Form(request.POST or None), do, said="Tin được đưa vào hàng chờ gửi lại.")
