"""The addresses of every desk."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _

from motcua.web.citizen.signing_in import begin, come_back
from motcua.web.citizen.views.second_factor import enter

# Pages that have an English version below /en/: whoever comes from outside reads them before being known to us.
IN_EVERY_LANGUAGE: list[URLPattern | URLResolver] = [
    path("", include("motcua.web.portal.urls")),
    path("", include("motcua.web.asking.urls")),
    path("", include("motcua.web.voices.urls")),
    path("", include("motcua.web.quality.public_urls")),
    path("", include("motcua.web.satisfaction.urls")),
    path("", include("motcua.web.filing.start_urls")),
    path("", include("motcua.web.citizen.entry_urls")),
    path("", include("motcua.web.regulation.urls")),
    path(_("cong-dan/dang-nhap/<slug:provider_id>/"), begin, name="openid_connect_login"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    path("cong-dan/dang-nhap/hai-lop/", enter, name="mfa_authenticate"),
    *i18n_patterns(*IN_EVERY_LANGUAGE, prefix_default_language=False),
    path("ho-so/", include("motcua.web.dossier.urls")),
    path("cong-dan/", include("motcua.web.citizen.urls")),
    path("cong-dan/dang-nhap/<slug:provider_id>/xong/", come_back, name="openid_connect_callback"),
    path("gui-tep/", include("motcua.web.uploads.urls")),
    path("ho-so-cua-toi/", include("motcua.web.following.urls")),
    path("nop-ho-so/", include("motcua.web.filing.urls")),
    path("tra-loi/", include("motcua.web.questions.urls")),
    path("kiem-tra-giam-sat/", include("motcua.web.inspection.urls")),
    path("tong-dai/", include("motcua.web.hotline.urls")),
    path("quay/", include("motcua.web.counter.urls")),
    path("phe-duyet/", include("motcua.web.approver.urls")),
    path("phong-ban/", include("motcua.web.department.urls")),
    path("trung-tam/", include("motcua.web.centre.urls")),
    path("lien-thong/", include("motcua.web.interlinked.urls")),
    path("so-ket-qua/", include("motcua.web.results.urls")),
    path("thu-tuc-noi-bo/", include("motcua.web.procedures.urls")),
    path("quy-trinh/", include("motcua.web.processes.urls")),
    path("thanh-toan/", include("motcua.web.paying.urls")),
    path("thu-ngan/", include("motcua.web.cashier.urls")),
    path("doi-soat/", include("motcua.web.accounting.urls")),
    path("con-dau/", include("motcua.web.seals.urls")),
    path("can-luu-y/", include("motcua.web.attention.urls")),
    path("buu-chinh/", include("motcua.web.post.urls")),
    path("ban-giao/", include("motcua.web.handing.urls")),
    path("chat-luong/", include("motcua.web.quality.urls")),
    path("biet-phai/", include("motcua.web.secondments.urls")),
    path("ty-le/", include("motcua.web.shares.urls")),
    path("tong-hop-phan-anh/", include("motcua.web.digest.urls")),
    path("bao-cao-quy-dinh/", include("motcua.web.digest.report_urls")),
    path("tin-nhan/", include("motcua.web.messages.urls")),
    path("y-kien-nguoi-dan/", include("motcua.web.satisfaction.desk_urls")),
    path("quan-tri/", include("motcua.web.administration.urls")),
    path("", include("motcua.web.components.urls")),
    path("", include("motcua.web.files.urls")),
]

handler400 = "motcua.web.components.errors.bad_request"
handler403 = "motcua.web.components.errors.forbidden"
handler404 = "motcua.web.components.errors.not_found"
handler429 = "motcua.web.components.errors.too_many"
handler500 = "motcua.web.components.errors.failed"
