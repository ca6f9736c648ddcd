"""Where the accountants of the Centre and of the departments follow the money after it was collected."""

from django.urls import URLPattern, path

from motcua.web.components import desks

from .views import accounts, books, deposits, months, shares
from .views.entry import BOTH_SIDES, CONCERNED

app_name = "accounting"
urlpatterns: list[URLPattern] = [
    path("", months.months, name="months"),
    path("lap/", months.draw_up, name="draw_up_month"),
    path("thang/<int:pk>/", months.month, name="month"),
    path("thang/<int:pk>/bang-tong-hop.pdf", months.paper, name="statement"),
    path("thang/<int:pk>/lien-3/<int:paper>.pdf", months.copy_list, name="copy_list"),
    path("thang/<int:pk>/bang-tong-hop.xlsx", books.copies, name="copies"),
    path("thang/<int:pk>/gui/", months.send, name="send"),
    path("thang/<int:pk>/xac-nhan/", months.confirm, name="confirm"),
    path("thang/<int:pk>/chuyen-khoan-trich/", months.transfer, name="transfer"),
    path("dong/<int:pk>/", months.line, name="line"),
    path("dong/<int:pk>/trao-doi/", months.say, name="say"),
    path("dong/<int:pk>/khong-khop/", months.dispute, name="dispute"),
    path("dong/<int:pk>/khop/", months.agree, name="agree"),
    path("dong/<int:pk>/dieu-chinh/", months.correct, name="correct"),
    path("bien-lai/<int:pk>.pdf", months.receipt, name="receipt"),
    path("nop-tien/", deposits.deposits, name="deposits"),
    path("nop-tien/lap/", deposits.draw_up, name="draw_up_deposit"),
    path("nop-tien/<int:pk>/bao-co/", deposits.advise, name="advise"),
    path("nop-tien/<int:pk>/lenh.pdf", deposits.order, name="order"),
    path("nop-tien/<int:pk>/bao-co.pdf", deposits.advice, name="advice"),
    path("ty-le-trich/", shares.shares, name="shares"),
    path("ty-le-trich/de-xuat/", shares.propose, name="propose_share"),
    path("ty-le-trich/<int:pk>/thong-nhat/", shares.agree, name="agree_share"),
    path("ty-le-trich/<int:pk>/quyet-dinh/", shares.decide, name="decide_share"),
    path("ty-le-trich/<int:pk>/bao-cao.pdf", shares.report, name="share_report"),
    path("so-sach/", books.books, name="books"),
    path("so-sach/quyet-toan/", books.export, name="export"),
    path("tai-khoan/", accounts.accounts, name="accounts"),
    path("tai-khoan/moi/", accounts.use_account, name="use_account"),
]

desks.enter(
    app_name,
    "Đối soát thu",
    order=63,
    roles=CONCERNED,
    sections=(
        ("Các tháng", "accounting:months", BOTH_SIDES),
        ("Nộp tiền", "accounting:deposits", BOTH_SIDES),
        ("Tỷ lệ trích", "accounting:shares", BOTH_SIDES),
        ("Sổ sách", "accounting:books", BOTH_SIDES),
        ("Tài khoản", "accounting:accounts"),
    ),
)
