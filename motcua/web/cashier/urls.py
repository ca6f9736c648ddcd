"""Where fees are collected, drawers counted, money given back, and books of receipts kept."""

from django.urls import URLPattern, path

from motcua.domain.organisations.roles import Role
from motcua.web.components import desks

from .views import bills, books, electronic, matching, money_out, queue, shifts, statements
from .views.entry import CONCERNED

app_name = "cashier"
urlpatterns: list[URLPattern] = [
    path("", queue.queue, name="queue"),
    path("ho-so/<str:code>/", queue.ask_fees, name="ask_fees"),
    path("ho-so/<str:code>/thu-them/", queue.ask_more, name="ask_more"),
    path("khoan/<int:pk>/", bills.bill, name="bill"),
    path("khoan/<int:pk>/thu/", bills.collect, name="collect"),
    path("khoan/<int:pk>/thong-bao/", bills.give_notice, name="give_notice"),
    path("khoan/<int:pk>/thong-bao/<int:paper>.pdf", bills.notice, name="notice"),
    path("khoan/<int:pk>/giam/", money_out.reduce, name="reduce"),
    path("khoan/<int:pk>/huy/", money_out.cancel, name="cancel"),
    path("bien-lai/<int:pk>/hoan-tra/", money_out.refund, name="refund"),
    path("bien-lai/<int:pk>/xoa-bo/", money_out.void, name="void"),
    path("bien-lai/<int:pk>/mat-lien/", bills.lost_copy, name="lost_copy"),
    path("bien-lai/<int:pk>.pdf", bills.paper, name="receipt"),
    path("bien-lai-dien-tu/", electronic.given_up, name="given_up"),
    path("bien-lai-dien-tu/<int:pk>/gui-lai/", electronic.again, name="send_again"),
    path("ca/", shifts.shift, name="shift"),
    path("ca/<int:pk>/dong/", shifts.close, name="close"),
    path("ca/<int:pk>/xu-ly-chenh-lech/", shifts.settle, name="settle_difference"),
    path("de-nghi/", money_out.proposals, name="proposals"),
    path("de-nghi/<int:pk>/chuyen-tra/", money_out.transfer_back, name="transfer_back"),
    path("hoan-tra/<int:pk>/chung-tu.pdf", money_out.document, name="refund_document"),
    path("de-nghi/<int:pk>/khong-dong-y/", money_out.decline, name="decline"),
    path("quyen/", books.books, name="books"),
    path("quyen/moi/", books.open_book, name="open_book"),
    path("doi-chieu/", matching.arrivals, name="arrivals"),
    path("doi-chieu/sao-ke/", statements.statements, name="statements"),
    path("doi-chieu/sao-ke/<int:pk>/", statements.statement, name="statement"),
    path("doi-chieu/thieu/<int:pk>/", matching.explain, name="explain_missing"),
    path("doi-chieu/<int:pk>/", matching.arrival, name="arrival"),
    path("doi-chieu/<int:pk>/ghep/", matching.match, name="match"),
    path("doi-chieu/<int:pk>/de-nghi-ghep/", matching.propose_match, name="propose_match"),
    path("doi-chieu/<int:pk>/tra-lai/", matching.give_back, name="give_back"),
    path("doi-chieu/<int:pk>/dong-y/", matching.agree, name="agree_arrival"),
    path("doi-chieu/<int:pk>/chung-tu.pdf", matching.document, name="arrival_document"),
    path("doi-chieu/<int:pk>/khong-dong-y/", matching.decline, name="decline_arrival"),
]

desks.enter(
    app_name,
    "Thu phí, lệ phí",
    order=62,  # behind every other desk of a head
    roles=CONCERNED,
    sections=(
        ("Chờ thu", "cashier:queue", (Role.CASHIER, Role.ACCOUNTANT)),
        ("Ca thu tiền", "cashier:shift", (Role.CASHIER, Role.ACCOUNTANT)),
        ("Chờ quyết định", "cashier:proposals"),
        ("Đối chiếu", "cashier:arrivals"),
        ("Quyển biên lai", "cashier:books", (Role.CASHIER, Role.ACCOUNTANT)),
    ),
)
