"""The result desk: results come from the departments, wait on the shelf, and go to whom they belong (4.1.e)."""

from typing import Any

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from motcua.domain.dossiers import queries
from motcua.domain.dossiers.delivery import handover, proofs
from motcua.domain.dossiers.filed_together import several
from motcua.domain.dossiers.results import going_out
from motcua.domain.dossiers.stages import Stage
from motcua.domain.listing import counted, page
from motcua.domain.organisations.roles import Role
from motcua.domain.post import queries as consignments
from motcua.domain.procedures.tariff import tariff_on
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.domain.vietnamese.dates import local
from motcua.web.attention.first import first
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of
from motcua.web.components.paging import beside, place_of
from motcua.web.dossier.show import results as result_show
from motcua.web.files.show import papers_about

from ..forms import ExplanationForm, RecipientForm, ShelfForm
from ..proof_form import ProofForm
from ..show import promised, row
from .search import code_of

cite(Kind.SCREEN, "counter:results", "4.1.e", "5.1.đ-1")

SHOWN = 50
# The tabs of the list: their names in the address, their titles, the stages they show.
TABS = {
    "tai-quay": ("Chờ trả", (Stage.AT_CENTRE,)),
    "luu-giu": ("Lưu giữ trên giá", (Stage.KEPT,)),
    "tu-co-quan": ("Chờ nhận từ cơ quan", (Stage.RESULT_READY, Stage.REJECTED)),
}


@holders_of(Role.RETURN)
def results(request: OfficialRequest) -> HttpResponseBase:
    """What waits, by where it waits; a scanned or typed code opens the dossier at once."""
    if request.method == "POST":
        return _found(request, request.POST.get("words", "").strip())
    tab = request.GET.get("o", "")
    tab = tab if tab in TABS else "tai-quay"
    lists = {name: queries.at_desk(request.officer, request.at, *stages) for name, (_, stages) in TABS.items()}
    at_page = page(lists[tab].select_related("one_stop"), "id", place_of(request))
    counts = {name: counted(rows) for name, rows in lists.items()}
    tabs = [(f"{title} ({counts[name]})", f"?o={name}", name == tab) for name, (title, _) in TABS.items()]
    context = {"rows": [row(each, request.at) for each in at_page.rows], "tabs": tabs, "tab": tab}
    context |= {"count": counts[tab], "title": TABS[tab][0], "pages": beside(request, at_page), "first": first(request)}
    return render(request, "counter/results.html", context)


def _found(request: OfficialRequest, words: str) -> HttpResponseBase:
    """Straight to the one dossier that is meant, or those that fit; what was typed stays out of the address."""
    code = code_of(request.officer, words, request.at)
    if code or not words:
        return redirect("counter:result", code) if code else redirect("counter:results")
    fitting = queries.search(request.officer, words, request.at).filter(code__isnull=False).order_by("-id")[:SHOWN]
    rows = [row(each, request.at) for each in fitting]
    if len(rows) == 1:
        return redirect("counter:result", rows[0].dossier.code)
    return render(request, "counter/found.html", {"words": words, "rows": rows, "most": SHOWN})


@require_GET
@holders_of(Role.RETURN)
def result(request: OfficialRequest, code: str) -> HttpResponse:
    """One dossier at the result desk: who may receive, what, and what can be done now."""
    return _shown(request, _at_desk(request, code))


@require_POST
@holders_of(Role.RETURN)
def take_over(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Take the result in from the department; later than promised, with its explanation when it sent one."""
    one = _at_desk(request, code)
    form = _explanation(request.POST)
    if not form.is_valid():
        return _shown(request, one, explanation=form, status=422)

    def do() -> str:
        explanation = form.cleaned_data["explanation"]
        handover.hand_over(one, by=request.officer, at=request.at, explanation=explanation)
        return reverse("counter:result", args=[one.code])

    return _acting(request, one, do, "Đã nhận kết quả từ cơ quan giải quyết.")


@require_POST
@holders_of(Role.RETURN)
def keep(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Put a result that nobody fetched on the shelf."""
    one, form = _at_desk(request, code), ShelfForm(request.POST)
    if not form.is_valid():
        return _shown(request, one, shelf=form, status=422)

    def do() -> str:
        handover.keep_uncollected(one, shelf=form.cleaned_data["shelf"], by=request.officer, at=request.at)
        return reverse("counter:result", args=[one.code])

    return _acting(request, one, do, "Đã ghi vị trí lưu giữ.")


@require_POST
@holders_of(Role.RETURN)
def deliver(request: OfficialRequest, code: str) -> HttpResponseBase:
    """Give the result to the applicant, or to whom they sent."""
    one = _at_desk(request, code)
    form, proof = RecipientForm(request.POST, owner=_owner(one)), ProofForm(request.POST, request.FILES)
    if not (form.is_valid() & proof.is_valid()):
        return _shown(request, one, recipient=form, proof=proof, status=422)

    def do() -> str:
        to = form.recipient(one.applicant_name, one.identity_number)
        handover.deliver(one, to=to, proof=proof.proof(), by=request.officer, at=request.at)
        return reverse("counter:result", args=[one.code])

    return _acting(request, one, do, "Đã trả kết quả.")


def _acting(request: OfficialRequest, one: Any, do: Any, said: str) -> HttpResponseBase:
    return acting(request, do, said=said, refused=lambda refusal: _shown(request, one, refusal=refusal))


def _at_desk(request: OfficialRequest, code: str) -> Any:
    return found(queries.dossier, request.officer, code, request.at)


def _shown(
    request: OfficialRequest, one: Any, *, refusal: Refused | None = None, status: int = 200, **forms: Any
) -> HttpResponse:
    if refusal is not None:
        one = _at_desk(request, one.code)
    fees = tariff_on(one.version.procedure_id, local(one.received_at).date(), one.channel)
    given = {"explanation": _explanation(), "shelf": ShelfForm(), "recipient": RecipientForm(owner=_owner(one))}
    context = {
        "dossier": one,
        "line": row(one, request.at),
        "badge": promised(one, request.at),
        "late": _is_late(one, request.at),
        "fees": fees,
        "printed": papers_about(one),
        "may_leave": going_out.may_leave(one, request.at),
        "proof": ProofForm(),
        "parcel": proofs.under_way(one),
        "consignment": consignments.open_about(one.stream),
        "given": proofs.kept(one),
        "results": result_show.of_dossier(request.officer, one, request.at),
        "lying": len(several.to_hand_out_with(request.officer, one, request.at)),
        "refusal": refusal,
        "form": next(iter(forms.values()), given["recipient"]),
    }
    return render(request, "counter/result.html", context | given | forms, status=status)


def _explanation(sent: Any = None) -> ExplanationForm:
    """The explanation of a late result: the department owes it, the result desk only passes it on."""
    form = ExplanationForm(sent)
    form.fields["explanation"].required = False
    return form


def _owner(one: Any) -> str:
    return f"Chủ hồ sơ: {one.applicant_name}"


def _is_late(one: Any, at: Any) -> bool:
    return one.due_at is not None and one.finished_at is None and at > one.due_at
