"""The postal desk, what the carrier tells, and the post of citizens."""

from django.urls import URLPattern, path

from motcua.domain.organisations.roles import Role
from motcua.web.components import desks

from .views import carrier, citizens, consignments, dispatching, endings, money, ordering, strange

app_name = "post"
urlpatterns: list[URLPattern] = [
    path("", consignments.consignments, name="consignments"),
    path("gui/<str:code>/", ordering.bring, name="bring"),
    path("lay/", ordering.fetch, name="fetch"),
    path("giao/", dispatching.to_dispatch, name="to_dispatch"),
    path("bang-ke/", dispatching.lists, name="lists"),
    path("bang-ke/<int:pk>/", dispatching.one, name="list"),
    path("bang-ke/<int:pk>/giao/", dispatching.close, name="close"),
    path("bang-ke/<int:pk>/bang-ke.pdf", dispatching.paper, name="list_paper"),
    path("tin-la/", strange.words, name="strange"),
    path("tin-la/<int:pk>/", strange.match, name="match"),
    path("tin-la/<int:pk>/bo/", strange.drop, name="drop"),
    path("thu-ho/", money.differences, name="money"),
    path("thu-ho/nhap/", money.settle, name="settle"),
    path("cuoc/", money.tariff, name="tariff"),
    path("tin/", carrier.words, name="carrier_words"),
    path("cua-toi/<str:code>/", citizens.mine, name="mine"),
    path("cua-toi/<str:code>/nhan/", citizens.bring_me, name="bring_me"),
    path("cua-toi/<str:code>/lay/", citizens.fetch_mine, name="fetch_mine"),
    path("<int:pk>/", consignments.consignment, name="consignment"),
    path("<int:pk>/tin/", consignments.word, name="word"),
    path("<int:pk>/so-hieu/", consignments.number, name="number"),
    path("<int:pk>/bao-lai/", consignments.try_again, name="try_again"),
    path("<int:pk>/huy/", consignments.cancel, name="cancel"),
    path("<int:pk>/ho-so/", consignments.link, name="link"),
    path("<int:pk>/bao-phat/", endings.receipt, name="receipt"),
    path("<int:pk>/bao-phat/giay.pdf", endings.proof, name="proof"),
    path("<int:pk>/chuyen-hoan/", endings.came_back, name="came_back"),
    path("<int:pk>/mo/", endings.opened, name="open"),
    path("<int:pk>/tra-tim/", endings.missing, name="missing"),
    path("<int:pk>/mat/", endings.lost, name="lost"),
    path("<int:pk>/thu-xin-loi.pdf", endings.letter, name="letter"),
    path("<int:pk>/chenh-lech/", money.explain, name="difference"),
]

desks.enter(
    app_name,
    "Bưu chính",
    order=54,  # behind the board: who watches begins there
    roles=(Role.RECEIVE, Role.RETURN, Role.WATCH),
    sections=(
        ("Bưu gửi", "post:consignments"),
        ("Giao bưu tá", "post:to_dispatch", (Role.RETURN,)),
        ("Bảng kê đã giao", "post:lists"),
        ("Đặt lấy giấy tờ", "post:fetch", (Role.RECEIVE,)),
        ("Tin lạ", "post:strange", (Role.RECEIVE, Role.RETURN)),
        ("Tiền thu hộ", "post:money"),
        ("Bảng cước", "post:tariff"),
    ),
)
