"""The addresses of every desk."""

from django.urls import URLPattern, URLResolver, include, path

from motcua.web.citizen.signing_in import begin, come_back

urlpatterns: list[URLPattern | URLResolver] = [
    path("ho-so/", include("motcua.web.dossier.urls")),
    path("cong-dan/", include("motcua.web.citizen.urls")),
    path("cong-dan/dang-nhap/<slug:provider_id>/", begin, name="openid_connect_login"),
    path("cong-dan/dang-nhap/<slug:provider_id>/xong/", come_back, name="openid_connect_callback"),
    path("gui-tep/", include("motcua.web.uploads.urls")),
    path("ho-so-cua-toi/", include("motcua.web.following.urls")),
    path("nop-ho-so/", include("motcua.web.filing.urls")),
    path("tra-loi/", include("motcua.web.questions.urls")),
    path("tong-dai/", include("motcua.web.hotline.urls")),
    path("quay/", include("motcua.web.counter.urls")),
    path("phe-duyet/", include("motcua.web.approver.urls")),
    path("phong-ban/", include("motcua.web.department.urls")),
    path("trung-tam/", include("motcua.web.centre.urls")),
    path("lien-thong/", include("motcua.web.interlinked.urls")),
    path("so-ket-qua/", include("motcua.web.results.urls")),
    path("thu-tuc-noi-bo/", include("motcua.web.procedures.urls")),
    path("quy-trinh/", include("motcua.web.processes.urls")),
    path("con-dau/", include("motcua.web.seals.urls")),
    path("can-luu-y/", include("motcua.web.attention.urls")),
    path("buu-chinh/", include("motcua.web.post.urls")),
    path("ban-giao/", include("motcua.web.handing.urls")),
    path("ty-le/", include("motcua.web.shares.urls")),
    path("tin-nhan/", include("motcua.web.messages.urls")),
    path("quan-tri/", include("motcua.web.administration.urls")),
    path("", include("motcua.web.components.urls")),
    path("", include("motcua.web.asking.urls")),
    path("", include("motcua.web.portal.urls")),
    path("", include("motcua.web.regulation.urls")),
    path("", include("motcua.web.files.urls")),
]

handler400 = "motcua.web.components.errors.bad_request"
handler403 = "motcua.web.components.errors.forbidden"
handler404 = "motcua.web.components.errors.not_found"
handler429 = "motcua.web.components.errors.too_many"
handler500 = "motcua.web.components.errors.failed"
