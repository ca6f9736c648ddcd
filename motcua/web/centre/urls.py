"""Where dossiers are watched over."""

from django.urls import URLPattern, path

from motcua.domain.organisations.roles import Role
from motcua.web.components import desks
from motcua.web.counter.views import corrections

from .views import attendance, beside, books, online, watching

app_name = "centre"
urlpatterns: list[URLPattern] = [
    path("", watching.board, name="board"),
    path("ho-so/", watching.dossiers, name="dossiers"),
    path("vi-pham/", watching.breaches, name="breaches"),
    path("truc-tuyen/", online.waiting, name="online"),
    path("truc-tuyen/han-tra-loi/<slug:code>/", online.set_time, name="answer_time"),
    path("lay-y-kien/", beside.advice, name="advice"),
    path("thoa-thuan-dac-thu/", beside.specials, name="specials"),
    path("dinh-chinh/", corrections.waiting, name="corrections"),
    path("dinh-chinh/<int:pk>/", corrections.decide, name="decide_correction"),
    path("lanh-dao/", attendance.attendance, name="attendance"),
    path("so-theo-doi/", books.register, name="register"),
    path("so-theo-doi.pdf", books.register_pdf, name="register_pdf"),
    path("huong-dan/", books.guidance, name="guidance"),
]

desks.enter(
    app_name,
    "Theo dõi",
    order=50,
    roles=watching.WATCHERS,
    sections=(
        ("Bảng theo dõi", "centre:board"),
        ("Hồ sơ cần chú ý", "centre:dossiers"),
        ("Hồ sơ trực tuyến", "centre:online"),
        ("Vi phạm", "centre:breaches"),
        ("Lấy ý kiến", "centre:advice"),
        ("Thỏa thuận đặc thù", "centre:specials"),
        ("Đính chính", "centre:corrections", corrections.SECOND),
        ("Sổ theo dõi hồ sơ", "centre:register", (Role.WATCH,)),
        ("Lãnh đạo phê duyệt", "centre:attendance", (Role.WATCH,)),
        ("Hướng dẫn", "centre:guidance", (Role.WATCH,)),
        ("Đánh giá", "rated:all", (Role.WATCH,)),
        ("Khảo sát", "rated:surveys", (Role.WATCH,)),
        ("Máy đánh giá", "rated:tablets", (Role.WATCH,)),
    ),
)
