"""Where dossiers are received, passed on, supplemented and their results given out."""

from django.urls import URLPattern, path

from motcua.domain.organisations.roles import Role
from motcua.web.components import desks

from .views import (
    at_once,
    corrections,
    dossier,
    drafts,
    guidance,
    intake,
    moved,
    paused,
    post,
    results,
    scanner,
    search,
    shelf,
    supplement,
    waiting,
)

app_name = "counter"
urlpatterns: list[URLPattern] = [
    path("", intake.intake, name="intake"),
    path("giai-quyet-ngay/", at_once.at_once, name="at_once"),
    path("so-chung-thuc/", at_once.books, name="certifications"),
    path("so-chung-thuc/in/", at_once.books_pdf, name="certifications_pdf"),
    path("so-chung-thuc/bang-tinh/", at_once.books_sheet, name="certifications_sheet"),
    path("nhap/", drafts.mine, name="drafts"),
    path("nhap/<uuid:key>/bo/", drafts.drop, name="drop_draft"),
    path("may-quet/", scanner.panel, name="scanner"),
    path("may-quet/quay/", scanner.choose, name="choose_counter"),
    path("may-quet/<int:pk>/bo/", scanner.throw_away, name="throw_away"),
    path("khong-tiep-nhan/<int:pk>/", intake.refused, name="refused"),
    path("ho-so/<str:code>/", dossier.dossier, name="dossier"),
    path("ho-so/<str:code>/dinh-chinh/", corrections.correct, name="correct"),
    path("ho-so/<str:code>/dinh-chinh/dieu-da-hen/", corrections.correct_promise, name="correct_promise"),
    path("ho-so/<str:code>/ban-quet/", dossier.keep_scans, name="keep_scans"),
    path("cho-chuyen/", waiting.waiting, name="waiting"),
    path("cho-bo-sung/", supplement.supplements, name="supplements"),
    path("cho-bo-sung/<str:code>/", supplement.supplement, name="supplement"),
    path("tam-dung/", paused.paused, name="paused"),
    path("tra-ket-qua/", results.results, name="results"),
    path("tra-ket-qua/<str:code>/", results.result, name="result"),
    path("tra-ket-qua/<str:code>/nhan/", results.take_over, name="take_over"),
    path("tra-ket-qua/<str:code>/luu-giu/", results.keep, name="keep"),
    path("tra-ket-qua/<str:code>/tra/", results.deliver, name="deliver"),
    path("tra-ket-qua/<str:code>/buu-chinh/", post.send, name="send_by_post"),
    path("tra-ket-qua/<str:code>/buu-chinh/da-phat/", post.delivered, name="parcel_delivered"),
    path("tra-ket-qua/<str:code>/buu-chinh/chuyen-hoan/", post.came_back, name="parcel_back"),
    path("gia-luu/", shelf.shelf, name="shelf"),
    path("can-goi/", shelf.calls, name="calls"),
    path("can-goi/<int:pk>/", shelf.note_call, name="note_call"),
    path("doi-hen/", moved.moved, name="moved"),
    path("huong-dan/", guidance.guidances, name="guidances"),
    path("huong-dan/<int:pk>/", guidance.guidance, name="guidance"),
    path("tim/", search.search, name="search"),
]

desks.enter(
    app_name,
    "Quầy một cửa",
    order=10,
    roles=(Role.RECEIVE, Role.RETURN),
    sections=(
        ("Tiếp nhận", "counter:intake", (Role.RECEIVE,)),
        ("Giải quyết ngay", "counter:at_once", (Role.RECEIVE,)),
        ("Chờ chuyển", "counter:waiting", (Role.RECEIVE,)),
        ("Chờ bổ sung", "counter:supplements", (Role.RECEIVE,)),
        ("Tạm dừng, rút", "counter:paused"),
        ("Trả kết quả", "counter:results", (Role.RETURN,)),
        ("Giá lưu", "counter:shelf", (Role.RETURN,)),
        ("Cần gọi điện", "counter:calls", (Role.RETURN,)),
        ("Đã dời hẹn", "counter:moved"),
        ("Hướng dẫn", "counter:guidances"),
        ("Sổ chứng thực", "counter:certifications", (Role.RECEIVE,)),
        ("Bản nháp của tôi", "counter:drafts", (Role.RECEIVE,)),
        ("Tìm hồ sơ", "counter:search"),
    ),
)
