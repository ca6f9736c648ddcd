"""What the public may open: pages have an address in each language, files one."""

from django.urls import URLPattern, path, re_path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from motcua.web.components import desks

from .views import bodies, checking, measures, open_data, paying, procedures, search_engines, tracking

app_name = "portal"
urlpatterns: list[URLPattern] = [
    path("", procedures.front, name="front"),
    path(_("thu-tuc/"), procedures.catalogue, name="catalogue"),
    path(_("thu-tuc/<str:code>/"), procedures.by_code, name="procedure"),
    path("thu-tuc/<str:code>/niem-yet.pdf", procedures.posting, name="posting"),
    path("thu-tuc/<str:code>/to-khai-mau.pdf", procedures.own_form_sample, name="own_form_sample"),
    path("thu-tuc/<str:code>/mau/<int:position>/", procedures.form, name="form"),
    path(_("thu-tuc/<str:code>/<slug:name>/"), procedures.procedure, name="procedure_named"),
    path("niem-yet/<slug:owner>.pdf", procedures.posting_list, name="posting_list"),
    path(_("co-quan/<slug:owner>/"), bodies.body, name="body"),
    path("co-quan/<slug:owner>/bo-niem-yet.pdf", bodies.body_set, name="body_set"),
    path("co-quan/<slug:owner>/thay-doi.atom", bodies.feed, name="body_feed"),
    path("linh-vuc/<slug:field>/bo-niem-yet.pdf", bodies.field_set, name="field_set"),
    path(_("thay-doi/"), bodies.changes, name="changes"),
    path("thay-doi.atom", bodies.feed, name="feed"),
    path("sitemap.xml", search_engines.index, name="sitemap"),
    re_path(r"^sitemap-(?P<part>[a-z]+-[0-9]{1,4})\.xml$", search_engines.part, name="sitemap_part"),
    path("robots.txt", search_engines.robots, name="robots"),
    path(_("tra-cuu/"), tracking.track, name="track"),
    path(_("tra-cuu/<slug:secret>"), tracking.dossier, name="dossier"),
    path("tra-cuu/<slug:secret>/giay-to/<int:pk>.pdf", tracking.paper, name="paper"),
    path(_("tra-cuu/<slug:secret>/nop-phi/"), paying.fees, name="fees"),
    path("tra-cuu/<slug:secret>/bien-lai/<int:pk>.pdf", paying.receipt, name="fee_receipt"),
    path(_("kiem-tra/"), checking.check, name="check"),
    path(_("kiem-tra/<slug:secret>"), checking.result, name="result"),
    path("kiem-tra/<slug:secret>/ket-qua.pdf", checking.result_file, name="result_file"),
    path(_("so-lieu/"), measures.measures, name="measures"),
    path(_("du-lieu-mo/"), open_data.page, name="open_data"),
    re_path(r"^du-lieu-mo/(?P<slug>[a-z-]+)\.(?P<kind>csv|json)$", open_data.data, name="data"),
    path("du-lieu-mo/<slug:slug>.schema.json", open_data.data_schema, name="data_schema"),
]

desks.enter(
    app_name,
    "Cổng thông tin",
    order=0,
    roles=(),
    sections=[
        (gettext_noop("Trang đầu"), "portal:front"),
        (gettext_noop("Tìm thủ tục"), "portal:catalogue"),
        (gettext_noop("Tra cứu hồ sơ"), "portal:track"),
        (gettext_noop("Hỏi đáp"), "asking:public"),
        (gettext_noop("Kiểm tra kết quả"), "portal:check"),
        (gettext_noop("Tỷ lệ đúng hẹn"), "portal:measures"),
        (gettext_noop("Chỉ số chất lượng"), "quality_public:index"),
    ],
)
