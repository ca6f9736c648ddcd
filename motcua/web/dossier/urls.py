"""The page of a dossier and the acts on it."""

from django.urls import URLPattern, path

from .views import breaches, decision, delay, handover, legs, page, pauses, results, steps, supplement

app_name = "dossier"
urlpatterns: list[URLPattern] = [
    path("<str:code>/", page.page, name="page"),
    path("<str:code>/giay-to/", page.viewer, name="scans"),
    path("<str:code>/phieu-kiem-soat/", page.control_slip, name="control_slip"),
    path("<str:code>/phieu-kiem-soat.pdf", page.control_slip_pdf, name="control_slip_pdf"),
    path("<str:code>/chuyen/", steps.transfer, name="transfer"),
    path("<str:code>/xin-loi-hen-lai/", delay.apologise_and_reschedule, name="apologise_and_reschedule"),
    path("<str:code>/ket-qua/", decision.record_result, name="record_result"),
    path("<str:code>/ket-qua/them/", results.add_result, name="add_result"),
    path("<str:code>/ket-qua/<int:result>/tep/", results.attach_result, name="attach_result"),
    path("<str:code>/ket-qua/<int:result>/ky-so/", results.sign_result, name="sign_result"),
    path("<str:code>/ket-qua/<int:result>/co-quan-ky/", results.seal_electronically, name="seal_electronically"),
    path("<str:code>/ket-qua/<int:result>/thay/", results.amend_result, name="amend_result"),
    path("<str:code>/ket-qua/<int:result>/thu-hoi/", results.revoke_result, name="revoke_result"),
    path("<str:code>/ket-qua/<int:result>/phieu-xac-thuc.pdf", results.result_slip, name="result_slip"),
    path("<str:code>/ban-giao/", handover.hand_over, name="hand_over"),
    path("<str:code>/chung-tu/", pauses.payment_proven, name="payment_proven"),
    path("<str:code>/tam-dung/", pauses.stop_on_request, name="stop_on_request"),
    path("<str:code>/tiep-tuc/", pauses.resume, name="resume"),
    path("<str:code>/rut/", pauses.withdraw, name="withdraw"),
    path("<str:code>/de-nghi-huy/", pauses.propose_cancellation, name="propose_cancellation"),
    path("<str:code>/huy/", pauses.cancel, name="cancel"),
    path("<str:code>/tra-giay-to/", pauses.give_back_papers, name="give_back_papers"),
    path("<str:code>/giai-trinh/<int:breach>/", breaches.explain_breach, name="explain_breach"),
    path("<str:code>/khau/<int:leg>/chuyen/", legs.hand_on_leg, name="hand_on_leg"),
    path("<str:code>/khau/<int:leg>/nhan/", legs.take_leg, name="take_leg"),
    path("<str:code>/khau/<int:leg>/bao-cham/", legs.tell_late_leg, name="tell_late_leg"),
    path("<str:code>/khau/<int:leg>/don-doc/", legs.urge_leg, name="urge_leg"),
    path("<str:code>/buoc/<int:task>/nhan/", steps.take, name="take"),
    path("<str:code>/buoc/<int:task>/hoan-thanh/", steps.complete_step, name="complete_step"),
    path("<str:code>/buoc/<int:task>/tra-lai/", steps.send_back, name="send_back"),
    path("<str:code>/buoc/<int:task>/giao-lai/", steps.reassign, name="reassign"),
    path("<str:code>/buoc/<int:task>/yeu-cau-bo-sung/", supplement.request_supplement, name="request_supplement"),
    path("<str:code>/buoc/<int:task>/nghia-vu-tai-chinh/", pauses.ask_for_payment, name="ask_for_payment"),
    path("<str:code>/buoc/<int:task>/phe-duyet/", decision.approve, name="approve"),
    path("<str:code>/buoc/<int:task>/trinh-cap-tren/", decision.endorse, name="endorse"),
    path("<str:code>/buoc/<int:task>/khong-du-dieu-kien/", decision.reject, name="reject"),
]
