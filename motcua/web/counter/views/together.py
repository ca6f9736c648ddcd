"""The results of one applicant that lie at the desk go out in one go, all or none (4.1.e)."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from motcua.domain.dossiers import queries
from motcua.domain.dossiers.filed_together import several
from motcua.domain.dossiers.results import going_out
from motcua.domain.organisations.roles import Role
from motcua.domain.regulation.answers import Refused
from motcua.domain.regulation.citations import Kind, cite
from motcua.web.components.entrance import OfficialRequest, acting, found, holders_of

from ..forms import RecipientForm
from ..proof_form import ProofForm

cite(Kind.SCREEN, "counter:deliver_together", "4.1.e")


@holders_of(Role.RETURN)
def deliver_together(request: OfficialRequest, code: str) -> HttpResponseBase:
    """What lies here for the applicant of this dossier, ticked where it may leave; one recipient, one proof."""
    one = found(queries.dossier, request.officer, code, request.at)
    lying = several.to_hand_out_with(request.officer, one, request.at)
    if len(lying) < 2:
        if request.method != "POST":
            messages.info(request, "Chủ hồ sơ không còn kết quả nào khác tại đây.")
        return redirect("counter:result", code)
    owner = f"Chủ hồ sơ: {one.applicant_name}"
    if request.method != "POST":
        return _shown(request, lying, RecipientForm(owner=owner), ProofForm())
    chosen = [each for each in lying if each.code in request.POST.getlist("code")]
    form, proof = RecipientForm(request.POST, owner=owner), ProofForm(request.POST, request.FILES)
    if not (form.is_valid() & proof.is_valid()) or not chosen:
        return _shown(request, lying, form, proof, chosen=chosen, status=422)

    def do() -> str:
        to = form.recipient(one.applicant_name, one.identity_number)
        several.deliver_together(chosen, to=to, proof=proof.proof(), by=request.officer, at=request.at)
        return reverse("counter:results")

    def refused(refusal: Refused) -> HttpResponse:
        return _shown(request, lying, form, proof, chosen=chosen, refusal=refusal)

    return acting(request, do, said=f"Đã trả {len(chosen)} kết quả cho {one.applicant_name}.", refused=refused)


def _shown(
    request: OfficialRequest, lying: list[Any], form: RecipientForm, proof: ProofForm, *,
    chosen: list[Any] | None = None, refusal: Refused | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    rows = [(each, going_out.may_leave(each, request.at)) for each in lying]
    ticked = [each for each, may in rows if may] if chosen is None else chosen
    context = {
        "dossier": lying[0],
        "rows": rows,
        "ticked": {each.code for each in ticked},
        "recipient": form,
        "proof": proof,
        "others": ["Hãy chọn ít nhất một kết quả để trả."] if chosen == [] else [],
        "refusal": refusal,
    }
    return render(request, "counter/deliver_together.html", context, status=status)
