"""The page of a dossier and the acts on it."""

from django.urls import URLPattern, URLResolver, include, path

from .views import (
    beside,
    breaches,
    decision,
    delay,
    handover,
    legs,
    letters,
    page,
    pauses,
    results,
    special,
    steps,
    supplement,
)

app_name = "dossier"
_OF_A_LETTER: list[URLPattern] = [
    path("word/", letters.in_word, name="letter_in_word"),
    path("ban-ky/", letters.give_back, name="return_letter"),
    path("xac-nhan/", letters.confirm, name="confirm_letter"),
    path("tep-da-nop/", letters.handed_in, name="letter_handed_in"),
]
_OF_A_STEP: list[URLPattern] = [
    path("xin-y-kien/", beside.consult, name="consult"),
    path("hen-kiem-tra/", beside.announce_field_check, name="announce_field_check"),
    path("bien-ban-kiem-tra/", beside.record_field_check, name="record_field_check"),
    path("trieu-tap/", beside.convene_council, name="convene_council"),
    path("ket-luan/", beside.conclude_council, name="conclude_council"),
    path("hoan-hop/", beside.adjourn_council, name="adjourn_council"),
    path("nhan/", steps.take, name="take"),
    path("hoan-thanh/", steps.complete_step, name="complete_step"),
    path("tra-lai/", steps.send_back, name="send_back"),
    path("giao-lai/", steps.reassign, name="reassign"),
    path("yeu-cau-bo-sung/", supplement.request_supplement, name="request_supplement"),
    path("nghia-vu-tai-chinh/", pauses.ask_for_payment, name="ask_for_payment"),
    path("phe-duyet/", decision.approve, name="approve"),
    path("trinh-cap-tren/", decision.endorse, name="endorse"),
    path("khong-du-dieu-kien/", decision.reject, name="reject"),
]
_OF_A_RESULT: list[URLPattern] = [
    path("soan/", results.draw_up_result, name="draw_up_result"),
    path("tep/", results.attach_result, name="attach_result"),
    path("ky-so/", results.sign_result, name="sign_result"),
    path("co-quan-ky/", results.seal_electronically, name="seal_electronically"),
    path("thay/", results.amend_result, name="amend_result"),
    path("thu-hoi/", results.revoke_result, name="revoke_result"),
    path("phieu-xac-thuc.pdf", results.result_slip, name="result_slip"),
]
_OF_A_LEG: list[URLPattern] = [
    path("chuyen/", legs.hand_on_leg, name="hand_on_leg"),
    path("nhan/", legs.take_leg, name="take_leg"),
    path("bao-cham/", legs.tell_late_leg, name="tell_late_leg"),
    path("don-doc/", legs.urge_leg, name="urge_leg"),
]
_OF_A_QUESTION: list[URLPattern] = [
    path("", beside.question, name="question"),
    path("tra-loi/", beside.answer_consultation, name="answer_consultation"),
    path("nhap-tra-loi/", beside.enter_answer, name="enter_answer"),
    path("bao-cham/", beside.name_late_advice, name="name_late_advice"),
    path("xu-ly-tiep/", beside.go_on_without, name="go_on_without"),
]
_OF_A_DOSSIER: list[URLPattern | URLResolver] = [
    path("buoc/<int:task>/", include(_OF_A_STEP)),
    path("van-ban/<int:pk>/", include(_OF_A_LETTER)),
    path("ket-qua/<int:result>/", include(_OF_A_RESULT)),
    path("khau/<int:leg>/", include(_OF_A_LEG)),
    path("y-kien/<int:pk>/", include(_OF_A_QUESTION)),
    path("", page.page, name="page"),
    path("van-ban/", letters.letters_of, name="letters"),
    path("giay-to/", page.viewer, name="scans"),
    path("phieu-kiem-soat/", page.control_slip, name="control_slip"),
    path("phieu-kiem-soat.pdf", page.control_slip_pdf, name="control_slip_pdf"),
    path("chuyen/", steps.transfer, name="transfer"),
    path("xin-loi-hen-lai/", delay.apologise_and_reschedule, name="apologise_and_reschedule"),
    path("ket-qua/", decision.record_result, name="record_result"),
    path("ket-qua/them/", results.add_result, name="add_result"),
    path("ban-giao/", handover.hand_over, name="hand_over"),
    path("chung-tu/", pauses.payment_proven, name="payment_proven"),
    path("tam-dung/", pauses.stop_on_request, name="stop_on_request"),
    path("tiep-tuc/", pauses.resume, name="resume"),
    path("rut/", pauses.withdraw, name="withdraw"),
    path("de-nghi-huy/", pauses.propose_cancellation, name="propose_cancellation"),
    path("huy/", pauses.cancel, name="cancel"),
    path("khong-huy/", pauses.decline_cancellation, name="decline_cancellation"),
    path("tra-giay-to/", pauses.give_back_papers, name="give_back_papers"),
    path("tra-tai-co-quan/", special.deliver_at_department, name="deliver_at_department"),
    path("giu-ban-chinh/", special.keep_originals, name="keep_originals"),
    path("giai-trinh/<int:breach>/", breaches.explain_breach, name="explain_breach"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("mau-van-ban/", letters.templates, name="letter_templates"),
    path("mau-van-ban/<slug:office>/", letters.enter_template, name="enter_letter_template"),
    path("<str:code>/", include(_OF_A_DOSSIER)),
]
