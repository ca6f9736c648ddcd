"""Where procedures and their fees are written, compared, published and taken in."""

from django.urls import URLPattern, path

from motcua.web.components import desks

from .views import importing, keeping, lists, own_form, procedure, publishing, tariff, writing
from .views.lists import AT_DESK, IMPORTERS

app_name = "procedures"
urlpatterns: list[URLPattern] = [
    path("", lists.procedures, name="procedures"),
    path("can-xem-lai/", lists.needs_review, name="needs_review"),
    path("soan/", writing.draft_procedure, name="draft_procedure"),
    path("nhap/", importing.choose, name="import"),
    path("nhap/mau-thu-tuc.xlsx", importing.template, name="template"),
    path("nhap/<int:pk>/", importing.report, name="import_report"),
    path("niem-yet/<slug:body>.pdf", publishing.posting_list, name="posting_list"),
    path("thu-tuc/<str:code>/", procedure.procedure, name="procedure"),
    path("thu-tuc/<str:code>/phien-ban/<int:number>/", procedure.version, name="version"),
    path("thu-tuc/<str:code>/so-sanh/", procedure.differences, name="differences"),
    path("thu-tuc/<str:code>/sua/", writing.amend_draft, name="amend_draft"),
    path("thu-tuc/<str:code>/bieu-mau/", own_form.write, name="write_own_form"),
    path("thu-tuc/<str:code>/phien-ban/<int:number>/bieu-mau/", own_form.read, name="own_form"),
    path("thu-tuc/<str:code>/phien-ban/<int:number>/bieu-mau.pdf", own_form.sample, name="own_form_sample"),
    path("thu-tuc/<str:code>/phien-ban/<int:number>/bieu-mau.json", own_form.schema, name="own_form_schema"),
    path("thu-tuc/<str:code>/phien-ban-moi/", writing.revise_procedure, name="revise_procedure"),
    path("thu-tuc/<str:code>/chep/", writing.copy_procedure, name="copy_procedure"),
    path("thu-tuc/<str:code>/bo-du-thao/", keeping.discard_draft, name="discard_draft"),
    path("thu-tuc/<str:code>/chuyen-co-quan/", keeping.change_owner, name="change_owner"),
    path("thu-tuc/<str:code>/cong-khai/", publishing.publish_procedure, name="publish_procedure"),
    path("thu-tuc/<str:code>/bai-bo/", publishing.withdraw_procedure, name="withdraw_procedure"),
    path("thu-tuc/<str:code>/niem-yet.pdf", publishing.posting, name="posting"),
    path("thu-tuc/<str:code>/muc-thu/", tariff.tariff, name="tariff"),
    path("thu-tuc/<str:code>/muc-thu/moi/", tariff.announce_tariff, name="announce_tariff"),
]

desks.enter(
    app_name,
    "Thủ tục",
    order=60,
    roles=AT_DESK,
    sections=(
        ("Thủ tục", "procedures:procedures"),
        ("Cần xem lại", "procedures:needs_review"),
        ("Nhập từ tệp", "procedures:import", IMPORTERS),
    ),
)
