"""Where departments and the Centre agree on processes, and heads name who decides."""

from django.urls import URLPattern, path

from motcua.web.components import desks

from .views import agreeing, authorisations, discussing, editor, importing, processes, replaying, trying
from .views import arrangements as special
from .views.processes import AT_DESK, WRITERS

app_name = "processes"
urlpatterns: list[URLPattern] = [
    path("", processes.overview, name="overview"),
    path("thu-tuc/<str:code>/", processes.procedure, name="procedure"),
    path("thu-tuc/<str:code>/soan/", editor.edit, name="edit"),
    path("thu-tuc/<str:code>/bang-mau/", importing.template, name="template"),
    path("thu-tuc/<str:code>/so-sanh/", discussing.differences, name="differences"),
    path("<int:pk>/gop-y/<int:stage>/<int:branch>/", discussing.comment, name="comment"),
    path("y-kien/<int:pk>/tra-loi/", discussing.answer, name="answer_comment"),
    path("y-kien/<int:pk>/xong/", discussing.settle, name="settle_comment"),
    path("<int:pk>/tinh-huong/moi/", trying.write, name="write_trial"),
    path("tinh-huong/<int:pk>/", trying.trial, name="trial"),
    path("tinh-huong/<int:pk>/sua/", trying.amend, name="amend_trial"),
    path("tinh-huong/<int:pk>/bo/", trying.remove, name="remove_trial"),
    path("<int:pk>/chay-lai/", replaying.replay, name="replay"),
    path("<int:pk>/bpmn/", importing.diagram, name="bpmn"),
    path("nhap/", importing.choose, name="import"),
    path("nhap/<int:pk>/", importing.report, name="report"),
    path("<int:pk>/bo/", agreeing.discard, name="discard"),
    path("<int:pk>/so-nganh-thong-nhat/", agreeing.as_department, name="agree_as_department"),
    path("<int:pk>/trung-tam-thong-nhat/", agreeing.as_centre, name="agree_as_centre"),
    path("<int:pk>/phe-duyet/", agreeing.approve, name="approve"),
    path("<int:pk>/ap-dung/", agreeing.put_in_force, name="put_in_force"),
    path("thoa-thuan/", special.index, name="arrangements"),
    path("thoa-thuan/moi/", special.propose, name="propose_arrangement"),
    path("thoa-thuan/<int:pk>/", special.arrangement, name="arrangement"),
    path("thoa-thuan/<int:pk>/ban-ky.pdf", special.signed_copy, name="arrangement_copy"),
    path("thoa-thuan/<int:pk>/thong-nhat/", special.agree, name="agree_arrangement"),
    path("thoa-thuan/<int:pk>/cham-dut/", special.end, name="end_arrangement"),
    path("uy-quyen/", authorisations.decisions, name="decisions"),
    path("uy-quyen/<int:newest>/", authorisations.decision, name="decision"),
    path("uy-quyen/moi/", authorisations.authorise, name="authorise"),
    path("uy-quyen/<int:pk>/ket-thuc/", authorisations.end, name="end_authorisation"),
]

desks.enter(
    app_name,
    "Quy trình, ủy quyền",
    order=70,
    roles=AT_DESK,
    sections=(
        ("Quy trình", "processes:overview"),
        ("Nhập từ tệp", "processes:import", WRITERS),
        ("Ủy quyền", "processes:decisions", WRITERS),
        ("Thỏa thuận đặc thù", "processes:arrangements"),
    ),
)
